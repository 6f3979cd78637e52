-- Who knows whom, what cards say of it, and where everybody stands on the map.
-- Never edited once landed. What Undo kept of the form before is of no use in this one.

DELETE FROM undo_log;
DELETE FROM operations;

-- Between two people; the directed kinds read from `person_id` to `other_id`. `until` present: it is over.
CREATE TABLE ties (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('knows', 'works_with', 'reports_to', 'introduced', 'mentors', 'client_of')),
  closeness TEXT NOT NULL CHECK (closeness IN ('little', 'colleague', 'close', 'not_sure')),
  since     TEXT,
  until     TEXT,
  source    TEXT NOT NULL CHECK (source IN ('by_hand', 'card', 'team', 'talk')),
  note      TEXT NOT NULL,
  noted_on  TEXT NOT NULL,
  CHECK (person_id <> other_id)
) STRICT;
CREATE INDEX ties_of_person ON ties (person_id);
CREATE INDEX ties_of_other ON ties (other_id);

-- "These two do not know each other", said once of a proposed tie; the lower id first.
CREATE TABLE refused_ties (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  UNIQUE (person_id, other_id),
  CHECK (person_id < other_id)
) STRICT;
CREATE INDEX refused_ties_by_other ON refused_ties (other_id);

-- Whom a person's card names (RELATED and its forerunners): proposed as ties where they are in the book.
CREATE TABLE card_mentions (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  folded_name TEXT NOT NULL,
  uid         TEXT,
  relation    TEXT NOT NULL
) STRICT;
CREATE INDEX card_mentions_of_person ON card_mentions (person_id);
CREATE INDEX card_mentions_by_name ON card_mentions (folded_name) WHERE folded_name <> '';

-- Put there by hand, in hundredths of a pixel at scale 1, x to the right and y down, me at 0, 0.
CREATE TABLE map_pins (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  x         INTEGER NOT NULL,
  y         INTEGER NOT NULL
) STRICT;

-- Where everybody stood when the layout last came to rest, so that tomorrow's map is today's: a row for each
-- of the views around me. `places` is written as a whole: person, x and y of each (src/store/map.rs), in the
-- same unit. Never logged, never exported.
CREATE TABLE map_places (
  view   TEXT PRIMARY KEY CHECK (view IN ('one', 'two', 'everyone')),
  places BLOB NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE relationships ADD COLUMN do_not_ask INTEGER NOT NULL DEFAULT 0 CHECK (do_not_ask IN (0, 1));

-- Where somebody of this kind stands to me: I report to them, or they to me. Absent: neither.
ALTER TABLE kinds ADD COLUMN line TEXT CHECK (line IN ('above', 'below'));
UPDATE kinds SET line = 'above' WHERE folded_name = 'manager';
UPDATE kinds SET line = 'below' WHERE folded_name = 'direct report';
