CREATE TABLE attempt (
    bucket  TEXT   NOT NULL COLLATE "C" PRIMARY KEY CHECK (length(bucket) = 64),
    free_at BIGINT NOT NULL
);

CREATE INDEX attempt_free ON attempt (free_at);
