DROP TABLE instance_secret;
DROP TABLE once;
DROP TABLE invitation;
DROP TABLE session;
DROP TABLE account;
