-- Promises: what somebody will do, mine and theirs. No undo step names a row of these tables: the history stays.
-- Never edited once landed.

-- `due_on`: absent for "some day". `agreed_on`: when it was promised. `noted_on`: when it was written down, which
-- may be later. `stands_on`: from this day a promise of mine stands on Today; absent exactly where `due_on` is.
-- `moves`: the days it was moved between, as src/commitments/moves.rs writes them.
-- `why`: a line of one's own about how it ended. `interaction_id`: the talk it was made in.
CREATE TABLE commitments (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  owed_by        TEXT NOT NULL CHECK (owed_by IN ('me', 'them')),
  what           TEXT NOT NULL,
  due_on         TEXT,
  agreed_on      TEXT NOT NULL,
  noted_on       TEXT NOT NULL,
  stands_on      TEXT,
  moves          TEXT NOT NULL,
  state          TEXT NOT NULL CHECK (state IN ('open', 'kept', 'broken', 'dropped')),
  closed_on      TEXT,
  why            TEXT NOT NULL,
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  CHECK ((state = 'open') = (closed_on IS NULL)),
  CHECK ((due_on IS NULL) = (stands_on IS NULL))
) STRICT;
CREATE INDEX commitments_open ON commitments (owed_by, due_on) WHERE state = 'open';
CREATE INDEX commitments_closed ON commitments (owed_by, closed_on) WHERE state IN ('kept', 'broken');
CREATE INDEX commitments_by_interaction ON commitments (interaction_id) WHERE interaction_id IS NOT NULL;

-- With whom, in the order in which they were named.
CREATE TABLE commitment_people (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  commitment_id INTEGER NOT NULL REFERENCES commitments (id) ON DELETE CASCADE,
  person_id     INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  UNIQUE (person_id, commitment_id)
) STRICT;
CREATE INDEX commitment_people_by_commitment ON commitment_people (commitment_id);
