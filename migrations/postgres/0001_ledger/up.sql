CREATE TABLE chain_head (
    id     INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
    number BIGINT  NOT NULL CHECK (number >= 0),
    hash   TEXT    NOT NULL CHECK (length(hash) = 64)
);

INSERT INTO chain_head (id, number, hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TABLE ledger (
    number   BIGINT  NOT NULL PRIMARY KEY CHECK (number > 0),
    stream   TEXT    COLLATE "C" NOT NULL,
    position BIGINT  NOT NULL CHECK (position > 0),
    at       BIGINT  NOT NULL,
    who      TEXT    NOT NULL,
    kind     TEXT    COLLATE "C" NOT NULL,
    version  INTEGER NOT NULL,
    body     TEXT    NOT NULL,
    previous TEXT    NOT NULL CHECK (length(previous) = 64),
    hash     TEXT    NOT NULL CHECK (length(hash) = 64),
    UNIQUE (stream, position)
);

CREATE INDEX ledger_kind ON ledger (kind, stream);
