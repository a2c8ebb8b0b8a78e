CREATE TABLE blob (
    sha256     TEXT   NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    media_type TEXT   NOT NULL,
    bytes      BYTEA  NOT NULL,
    created_at BIGINT NOT NULL
);
