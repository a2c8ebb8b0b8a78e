CREATE TABLE blob (
    sha256     TEXT    NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
    media_type TEXT    NOT NULL,
    bytes      BLOB    NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
