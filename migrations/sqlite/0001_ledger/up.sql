CREATE TABLE chain_head (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL CHECK (number >= 0),
    hash   TEXT    NOT NULL CHECK (length(hash) = 64)
) STRICT;

INSERT INTO chain_head (id, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE ledger (
    number   INTEGER NOT NULL PRIMARY KEY CHECK (number > 0),
    stream   TEXT    NOT NULL,
    position INTEGER NOT NULL CHECK (position > 0),
    at       INTEGER NOT NULL,
    who      TEXT    NOT NULL,
    kind     TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    previous TEXT    NOT NULL CHECK (length(previous) = 64),
    hash     TEXT    NOT NULL CHECK (length(hash) = 64),
    UNIQUE (stream, position)
) STRICT;

CREATE INDEX ledger_kind ON ledger (kind, stream);
