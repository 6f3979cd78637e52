-- Introductions: I introduce two people, or somebody introduces me.
-- Never edited once landed.

-- `by_whom` me: `person_id` and `other_id` are introduced to each other. them: `person_id` introduces me to the last of
-- the others, through `other_id` where there are three. `asks`: who was asked when and what they said, as JSON, in the
-- order of asking, so that a no stays with its ask. `stands_on`: from this day it stands on Today.
CREATE TABLE introductions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  third_id   INTEGER REFERENCES people (id) ON DELETE CASCADE,
  by_whom    TEXT NOT NULL CHECK (by_whom IN ('me', 'them')),
  why        TEXT NOT NULL,
  asks       TEXT NOT NULL,
  began_on   TEXT NOT NULL,
  made_on    TEXT,
  outcome    TEXT NOT NULL,
  outcome_on TEXT,
  thanked_on TEXT,
  rested_on  TEXT,
  stands_on  TEXT,
  CHECK (person_id <> other_id AND person_id IS NOT third_id AND other_id IS NOT third_id),
  CHECK (by_whom = 'them' OR third_id IS NULL)
) STRICT;
CREATE INDEX introductions_of_person ON introductions (person_id);
CREATE INDEX introductions_of_other ON introductions (other_id);
CREATE INDEX introductions_of_third ON introductions (third_id) WHERE third_id IS NOT NULL;
CREATE INDEX introductions_standing ON introductions (stands_on) WHERE stands_on IS NOT NULL;
