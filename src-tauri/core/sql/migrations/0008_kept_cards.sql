-- Cards that are no people: groups, organisations, places. Kept so that they go out again as they came.
-- Never edited once landed.

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
