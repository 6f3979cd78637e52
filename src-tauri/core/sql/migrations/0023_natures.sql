-- What sort of relationship it is, as it felt on a day.
-- Never edited once landed.

-- A row a change; the last one of a person holds. Each may be unsaid. Of the steps 1 is little, one way, guarded; 5 is
-- much, both ways, open.
CREATE TABLE natures (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  nature     TEXT CHECK (nature IN ('transactional', 'mutually_dependent', 'transformational')),
  influence  INTEGER CHECK (influence BETWEEN 1 AND 5),
  mutuality  INTEGER CHECK (mutuality BETWEEN 1 AND 5),
  openness   INTEGER CHECK (openness BETWEEN 1 AND 5),
  said_on    TEXT NOT NULL
) STRICT;
CREATE INDEX natures_of_person ON natures (person_id);
