CREATE TABLE account (
    id            INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    email         TEXT    NOT NULL,
    email_fold    TEXT    NOT NULL UNIQUE,
    name          TEXT    NOT NULL,
    role          TEXT    NOT NULL,
    lang          TEXT    NOT NULL CHECK (lang IN ('en', 'ko', 'id')),
    zone          TEXT,
    position      TEXT    NOT NULL,
    phone         TEXT,
    password_hash TEXT,
    active        INTEGER NOT NULL CHECK (active IN (0, 1)),
    warned        INTEGER NOT NULL CHECK (warned IN (0, 1)),
    created_at    INTEGER NOT NULL
) STRICT;

CREATE TABLE session (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    csrf       TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at    INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    flash      TEXT
) STRICT;

CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_expires ON session (expires_at);

CREATE TABLE invitation (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    account_id INTEGER REFERENCES account (id) ON DELETE CASCADE,
    purpose    TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
) STRICT;

CREATE TABLE once (
    account_id INTEGER NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    key        TEXT    NOT NULL,
    at         INTEGER NOT NULL,
    location   TEXT,
    PRIMARY KEY (account_id, key)
) STRICT;

CREATE INDEX once_at ON once (at);

CREATE TABLE instance_secret (
    name  TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
