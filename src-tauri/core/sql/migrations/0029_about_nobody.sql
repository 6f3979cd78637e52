-- What rings can be about nobody: a step of a need that names no person.
-- Never edited once landed. No undo step names a row of this table: the history stays.

-- As before, but that `person_id` may be absent; `stands`: open, and the person, if any, neither in the trash nor
-- resting.
CREATE TABLE delivery_new (
  sort        TEXT NOT NULL,
  item        INTEGER NOT NULL,
  person_id   INTEGER REFERENCES people (id) ON DELETE CASCADE,
  plan        TEXT NOT NULL,
  stands      INTEGER NOT NULL CHECK (stands IN (0, 1)),
  waits       INTEGER NOT NULL CHECK (waits IN (0, 1)),
  day         TEXT NOT NULL,
  rings       TEXT,
  claimed_for TEXT,
  claimed_run INTEGER,
  claimed_before TEXT NOT NULL,
  shown_at    TEXT,
  popped      TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (sort, item)
) STRICT, WITHOUT ROWID;
INSERT INTO delivery_new (sort, item, person_id, plan, stands, waits, day, rings, claimed_for, claimed_run,
  claimed_before, shown_at, popped)
SELECT sort, item, person_id, plan, stands, waits, day, rings, claimed_for, claimed_run, claimed_before, shown_at,
  popped
FROM delivery;
DROP TABLE delivery;
ALTER TABLE delivery_new RENAME TO delivery;
CREATE INDEX delivery_by_day ON delivery (sort, day, person_id, rings, waits, stands) WHERE stands = 1;
CREATE INDEX delivery_by_ring ON delivery (rings) WHERE stands = 1 AND claimed_for IS NOT rings;
CREATE INDEX delivery_of_person ON delivery (person_id);
