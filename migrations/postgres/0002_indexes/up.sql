CREATE TABLE incident_index (
    stream        TEXT    COLLATE "C" NOT NULL PRIMARY KEY,
    reference     TEXT    COLLATE "C" NOT NULL,
    title         TEXT    NOT NULL,
    search_fold   TEXT    NOT NULL,
    state         TEXT    NOT NULL,
    drill         BOOLEAN NOT NULL,
    position      BIGINT  NOT NULL,
    opened_at     BIGINT  NOT NULL,
    occurred_at   BIGINT,
    updated_at    BIGINT  NOT NULL,
    running_count BIGINT  NOT NULL,
    next_due_at   BIGINT
);

CREATE UNIQUE INDEX incident_index_reference ON incident_index (reference);
CREATE INDEX incident_index_opened ON incident_index (opened_at, stream);

CREATE TABLE clock_index (
    stream       TEXT    COLLATE "C" NOT NULL,
    duty         TEXT    COLLATE "C" NOT NULL,
    instance     TEXT    COLLATE "C" NOT NULL,
    due_at       BIGINT,
    due_latest   BIGINT,
    starts_at    BIGINT,
    standing     TEXT    NOT NULL,
    open         BOOLEAN NOT NULL,
    watched      BOOLEAN NOT NULL,
    stopped      BOOLEAN NOT NULL,
    provisional  BOOLEAN NOT NULL,
    next_rung    TEXT,
    next_rung_at BIGINT,
    PRIMARY KEY (stream, duty, instance)
);

CREATE INDEX clock_index_due ON clock_index (open, due_at);
CREATE INDEX clock_index_rung ON clock_index (next_rung_at);
