CREATE TABLE chain_head (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL CHECK (number >= 0),
    hash   TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

INSERT INTO chain_head (id, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE ledger (
    number    INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    stream    TEXT    NOT NULL,
    position  INTEGER NOT NULL CHECK (position > 0),
    at        INTEGER NOT NULL,
    who       TEXT    NOT NULL,
    kind      TEXT    NOT NULL,
    version   INTEGER NOT NULL,
    -- Body and salt may be erased, together; the chain runs over their hash.
    body      TEXT,
    salt      TEXT    CHECK (length(salt) = 64),
    body_hash TEXT    NOT NULL CHECK (length(body_hash) = 64),
    previous  TEXT    NOT NULL CHECK (length(previous) = 64),
    hash      TEXT    NOT NULL CHECK (length(hash) = 64),
    UNIQUE (stream, position),
    CONSTRAINT ledger_erased_together CHECK ((body IS NULL) = (salt IS NULL))
) STRICT;

CREATE INDEX ledger_kind ON ledger (kind, stream);

CREATE TABLE incident_index (
    stream        TEXT    NOT NULL PRIMARY KEY,
    reference     TEXT    NOT NULL,
    title         TEXT    NOT NULL,
    search_fold   TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    drill         INTEGER NOT NULL CHECK (drill IN (0, 1)),
    position      INTEGER NOT NULL,
    opened_at     INTEGER NOT NULL,
    occurred_at   INTEGER,
    updated_at    INTEGER NOT NULL,
    running_count INTEGER NOT NULL,
    next_due_at   INTEGER
) STRICT;

CREATE UNIQUE INDEX incident_index_reference ON incident_index (reference);
CREATE INDEX incident_index_opened ON incident_index (opened_at, stream);

CREATE TABLE clock_index (
    stream       TEXT    NOT NULL,
    duty         TEXT    NOT NULL,
    instance     TEXT    NOT NULL,
    due_at       INTEGER,
    due_latest   INTEGER,
    starts_at    INTEGER NOT NULL,
    standing     TEXT    NOT NULL,
    held_since   INTEGER,
    missing      TEXT    NOT NULL,
    watched      INTEGER NOT NULL CHECK (watched IN (0, 1)),
    stopped      INTEGER NOT NULL CHECK (stopped IN (0, 1)),
    provisional  INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    next_rung    TEXT,
    next_rung_at INTEGER,
    safe_at      INTEGER,
    PRIMARY KEY (stream, duty, instance)
) STRICT;

CREATE INDEX clock_index_rung ON clock_index (next_rung_at);

CREATE TABLE outbox (
    id           INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    natural_key  TEXT    NOT NULL UNIQUE,
    created_at   INTEGER NOT NULL,
    kind         TEXT    NOT NULL,
    stream       TEXT,
    recipient    TEXT    NOT NULL,
    lang         TEXT    NOT NULL CHECK (lang IN ('en', 'ko', 'id')),
    subject      TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    html         TEXT    NOT NULL,
    ics          TEXT,
    message_id   TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('queued', 'leased', 'sent', 'failed', 'given_up')),
    attempts     INTEGER NOT NULL CHECK (attempts >= 0),
    not_before   INTEGER NOT NULL,
    leased_until INTEGER,
    leased_by    TEXT,
    sent_at      INTEGER,
    last_error   TEXT
) STRICT;

CREATE INDEX outbox_state ON outbox (state, not_before, leased_until, attempts);
CREATE INDEX outbox_stream ON outbox (stream);

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

CREATE TABLE blob (
    sha256     TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    media_type TEXT    NOT NULL,
    bytes      BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
