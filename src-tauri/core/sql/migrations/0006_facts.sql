-- Short lines about the whole person.
-- Never edited once landed.

-- `private`: leaves in no card, and is printed only when asked for.
CREATE TABLE facts (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('interest', 'family', 'cause', 'other')),
  body      TEXT NOT NULL,
  private   INTEGER NOT NULL CHECK (private IN (0, 1))
) STRICT;
CREATE INDEX facts_of_person ON facts (person_id);
