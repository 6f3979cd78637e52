-- Cards that are no people: groups, organisations, places. Kept so that they go out again as they came. And
-- which names are guessed.
-- Never edited once landed. What Undo kept of the form before is of no use in this one.

DELETE FROM undo_people;
DELETE FROM undo_log;
DELETE FROM operations;

-- Whether the parts of a name are a guess from the name as it is shown. Of those who stand, the guesses that
-- can be told: nobody's card says the parts, and they are what Kith made of the name until now.
ALTER TABLE people ADD COLUMN parts_guessed INTEGER NOT NULL DEFAULT 0 CHECK (parts_guessed IN (0, 1));
UPDATE people SET parts_guessed = 1
WHERE prefix = '' AND additional = '' AND suffix = '' AND instr(family, ' ') = 0
  AND display_name = given || iif(family = '', '', ' ' || family)
  AND NOT EXISTS (SELECT 1 FROM source_cards s WHERE s.person_id = people.id);

-- `tag_id`: the tag that the members of a group got; absent where nobody did.
CREATE TABLE kept_cards (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  blob_id     INTEGER NOT NULL REFERENCES blobs (id),
  file_name   TEXT NOT NULL,
  number      INTEGER NOT NULL,
  line        INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  uid         TEXT,
  tag_id      INTEGER REFERENCES tags (id)
) STRICT;
CREATE INDEX kept_cards_by_blob ON kept_cards (blob_id);
CREATE INDEX kept_cards_by_uid ON kept_cards (uid) WHERE uid IS NOT NULL;
CREATE INDEX kept_cards_by_tag ON kept_cards (tag_id) WHERE tag_id IS NOT NULL;
