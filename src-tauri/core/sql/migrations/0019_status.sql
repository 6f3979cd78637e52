-- Status with reason and days: its history, cooling off until a moment, the end of a purpose; and, of a person, that
-- they died or are archived.
-- Never edited once landed.

-- Each change of a status. `since_on`: the day from which it holds. `until_on`: of a pause, the day on which it ends.
-- `until_at` and `until_zone`: of cooling off, the moment at which it ends, and the zone in which that was said.
-- `changed_at`: when it was said.
CREATE TABLE status_changes (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  status     TEXT NOT NULL CHECK (status IN ('active', 'dormant', 'paused', 'cooling_off', 'ended', 'died', 'archived')),
  reason     TEXT NOT NULL,
  since_on   TEXT NOT NULL,
  until_on   TEXT,
  until_at   TEXT,
  until_zone TEXT,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX status_changes_of_person ON status_changes (person_id);

-- Absent while cooling off: until the person says otherwise.
ALTER TABLE relationships ADD COLUMN cooling_until_at TEXT;
-- What holds again once it has cooled off.
ALTER TABLE relationships ADD COLUMN status_before_cooling TEXT
  CHECK (status_before_cooling IN ('active', 'dormant', 'paused', 'ended'));
-- The day on which the purpose is expected to be over: asked from that day on.
ALTER TABLE relationships ADD COLUMN purpose_ends_on TEXT;
CREATE INDEX relationships_by_purpose_end ON relationships (purpose_ends_on) WHERE purpose_ends_on IS NOT NULL;

ALTER TABLE people ADD COLUMN died_on TEXT;
-- Whether the day on which they died is remembered each year.
ALTER TABLE people ADD COLUMN remembered INTEGER NOT NULL DEFAULT 0 CHECK (remembered IN (0, 1));
ALTER TABLE people ADD COLUMN archived_on TEXT;
CREATE INDEX people_died ON people (died_on) WHERE died_on IS NOT NULL;
CREATE INDEX people_archived ON people (archived_on) WHERE archived_on IS NOT NULL;

-- The list leaves the archived out, and reads nothing but this index.
DROP INDEX IF EXISTS people_by_name;
CREATE INDEX people_by_name ON people (sort_key, id, archived_on) WHERE trashed_at IS NULL;

-- A check-in may be the one with which one comes back. Ids go on after the highest there ever was.
CREATE TABLE check_ins_new (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id      INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  source         TEXT NOT NULL CHECK (source IN ('cadence', 'planned', 'coming_back')),
  due_on         TEXT NOT NULL,
  due_time       TEXT,
  zone           TEXT,
  chosen         INTEGER NOT NULL CHECK (chosen IN (0, 1)),
  reason         TEXT NOT NULL,
  snoozed_on     TEXT,
  snoozed_time   TEXT,
  snoozed_zone   TEXT,
  state          TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped', 'cancelled')),
  answered_on    TEXT,
  interaction_id INTEGER REFERENCES interactions (id) ON DELETE SET NULL,
  wished_on      TEXT
) STRICT;
INSERT INTO check_ins_new SELECT id, person_id, source, due_on, due_time, zone, chosen, reason, snoozed_on,
  snoozed_time, snoozed_zone, state, answered_on, interaction_id, wished_on FROM check_ins ORDER BY id;
INSERT INTO sqlite_sequence (name, seq) SELECT 'check_ins_new', 0
WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'check_ins_new');
UPDATE sqlite_sequence SET seq = coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'check_ins'), 0)
WHERE name = 'check_ins_new';
DROP TABLE check_ins;
ALTER TABLE check_ins_new RENAME TO check_ins;
CREATE INDEX check_ins_of_person ON check_ins (person_id);
CREATE INDEX check_ins_by_interaction ON check_ins (interaction_id) WHERE interaction_id IS NOT NULL;
CREATE INDEX check_ins_by_day ON check_ins (coalesce(snoozed_on, due_on), source) WHERE state = 'open';
CREATE UNIQUE INDEX one_open_check_in_of_cadence ON check_ins (person_id) WHERE source = 'cadence' AND state = 'open';
CREATE UNIQUE INDEX one_open_coming_back ON check_ins (person_id) WHERE source = 'coming_back' AND state = 'open';
