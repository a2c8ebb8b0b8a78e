-- When each clock of an incident was due when its entries were last written, and under which law and profile: so that
-- whatever moves it is told. No row, no comparison.
CREATE TABLE due_index (
    stream  TEXT    NOT NULL PRIMARY KEY,
    law     TEXT    NOT NULL,
    profile INTEGER NOT NULL,
    dues    TEXT    NOT NULL
) STRICT;
