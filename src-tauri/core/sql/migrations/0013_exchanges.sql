-- Give and take: what was given to a person, and what was received. Never edited once landed.

-- `size`: 1 small, 2 medium, 3 large. `happened_roughly`: how roughly the day is known, as in `interactions`.
-- `interaction_id`: the talk it came from. `commitment_id`: the promise that was kept by it.
-- `back_by`: of a thing lent, the day by which it is to come back; absent otherwise. `back_on`: when it came back.
CREATE TABLE exchanges (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id        INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  direction        TEXT NOT NULL CHECK (direction IN ('given', 'received')),
  what             TEXT NOT NULL,
  sort             TEXT NOT NULL CHECK (sort IN
    ('introduction', 'information', 'feedback', 'referral', 'time', 'know_how', 'favour')),
  size             INTEGER NOT NULL CHECK (size BETWEEN 1 AND 3),
  happened_on      TEXT NOT NULL,
  happened_roughly TEXT,
  interaction_id   INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  commitment_id    INTEGER REFERENCES commitments (id) ON DELETE SET NULL,
  back_by          TEXT,
  back_on          TEXT,
  CHECK (back_on IS NULL OR back_by IS NOT NULL)
) STRICT;
CREATE INDEX exchanges_by_person ON exchanges (person_id, happened_on, id, direction, size);
CREATE INDEX exchanges_by_interaction ON exchanges (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX exchanges_by_commitment ON exchanges (commitment_id) WHERE commitment_id IS NOT NULL;
CREATE INDEX exchanges_lent ON exchanges (person_id, back_by) WHERE back_by IS NOT NULL AND back_on IS NULL;

-- The user's word that what came before is settled: it no longer counts. `up_to`: the newest row of `exchanges` at
-- that time, 0 if there was none, so that what follows on the same day counts.
CREATE TABLE exchange_settlements (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  settled_on TEXT NOT NULL,
  up_to      INTEGER NOT NULL
) STRICT;
CREATE INDEX exchange_settlements_by_person ON exchange_settlements (person_id);
