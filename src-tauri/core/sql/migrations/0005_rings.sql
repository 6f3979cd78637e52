-- What rings is of some sort: a check-in, and whatever else a noun declares to ring.
-- Never edited once landed. No undo step names a row of this table: the history stays.

-- What became of the reminder of an item: derived and kept by src/reminders; never logged, never exported.
-- `sort` and `item`: what rings (a sort's word; the item's id in its own table). `day`: from when it stands
-- on Today. `rings`: UTC; absent: no working day comes. `waits`: put off, and hidden from Today until it
-- rings. `plan`: what these were computed from. `stands`: open, and the person neither in the trash nor
-- resting.
ALTER TABLE delivery RENAME TO delivery_of_check_ins;
CREATE TABLE delivery (
  sort        TEXT NOT NULL,
  item        INTEGER NOT NULL,
  person_id   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  plan        TEXT NOT NULL,
  stands      INTEGER NOT NULL CHECK (stands IN (0, 1)),
  waits       INTEGER NOT NULL CHECK (waits IN (0, 1)),
  day         TEXT NOT NULL,
  rings       TEXT,
  claimed_for TEXT,
  claimed_run INTEGER,
  claimed_before TEXT NOT NULL,
  shown_at    TEXT,
  PRIMARY KEY (sort, item)
) STRICT, WITHOUT ROWID;

-- What was claimed does not ring again, and when the last reminder was shown is still known.
INSERT INTO delivery (sort, item, person_id, plan, stands, waits, day, rings, claimed_for, claimed_run,
  claimed_before, shown_at)
SELECT 'check_in', c.id, c.person_id, d.plan, d.stands, c.snoozed_on IS NOT NULL, d.day, d.rings, d.claimed_for,
  d.claimed_run, d.claimed_before, d.shown_at
FROM delivery_of_check_ins d JOIN check_ins c ON c.id = d.check_in_id ORDER BY c.id;
DROP TABLE delivery_of_check_ins;

-- Today reads nothing else of this table: `stands` is in it so that no row need be looked up.
CREATE INDEX delivery_by_day ON delivery (sort, day, person_id, rings, waits, stands) WHERE stands = 1;
CREATE INDEX delivery_by_ring ON delivery (rings) WHERE stands = 1 AND claimed_for IS NOT rings;
CREATE INDEX delivery_of_person ON delivery (person_id);
