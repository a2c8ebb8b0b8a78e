CREATE TABLE attempt (
    bucket  TEXT    NOT NULL PRIMARY KEY CHECK (length(bucket) = 64),
    free_at INTEGER NOT NULL
) STRICT;

CREATE INDEX attempt_free ON attempt (free_at);
