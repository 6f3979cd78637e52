-- How people like to talk.
-- Never edited once landed.

-- `channels`: the words of channels with spaces between, best first; may be ''.
-- `best_hours` and `own_words`: in the user's words; may be ''.
-- `dynamic`: 1 works in a structured way to 5 in a dynamic one; `rapid`: 1 decides thoughtfully to 5 rapidly.
CREATE TABLE communication (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  channels   TEXT NOT NULL,
  best_hours TEXT NOT NULL,
  dynamic    INTEGER CHECK (dynamic BETWEEN 1 AND 5),
  rapid      INTEGER CHECK (rapid BETWEEN 1 AND 5),
  own_words  TEXT NOT NULL
) STRICT;
