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
