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
    starts_at    INTEGER,
    standing     TEXT    NOT NULL,
    open         INTEGER NOT NULL CHECK (open IN (0, 1)),
    watched      INTEGER NOT NULL CHECK (watched IN (0, 1)),
    stopped      INTEGER NOT NULL CHECK (stopped IN (0, 1)),
    provisional  INTEGER NOT NULL CHECK (provisional IN (0, 1)),
    next_rung    TEXT,
    next_rung_at INTEGER,
    PRIMARY KEY (stream, duty, instance)
) STRICT;

CREATE INDEX clock_index_due ON clock_index (open, due_at);
CREATE INDEX clock_index_rung ON clock_index (next_rung_at);
