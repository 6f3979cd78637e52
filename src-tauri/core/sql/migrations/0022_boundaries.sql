-- Boundaries: what one shares with a person, which topics are off limits, their hours and zone, conflicts of interest.
-- Never edited once landed.

-- All of it may be unsaid. `weekdays`: the days of their hours, a bit each, Monday 1; `opens_minute` and
-- `closes_minute`: since midnight. The three are absent together.
CREATE TABLE boundaries (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id     INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  sharing       TEXT CHECK (sharing IN ('work_only', 'some_of_me', 'openly')),
  weekdays      INTEGER CHECK (weekdays BETWEEN 1 AND 127),
  opens_minute  INTEGER CHECK (opens_minute BETWEEN 0 AND 1439),
  closes_minute INTEGER CHECK (closes_minute BETWEEN 1 AND 1440),
  zone          TEXT
) STRICT;

CREATE TABLE off_limits (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  topic     TEXT NOT NULL
) STRICT;
CREATE INDEX off_limits_of_person ON off_limits (person_id);

-- With me where neither another person nor an organisation stands beside. `how`: how a managed one is handled.
CREATE TABLE conflicts (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id       INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id        INTEGER REFERENCES people (id) ON DELETE CASCADE,
  organisation_id INTEGER REFERENCES organisations (id),
  level           TEXT NOT NULL CHECK (level IN ('actual', 'potential', 'perceived')),
  why             TEXT NOT NULL,
  handling        TEXT NOT NULL CHECK (handling IN ('excluded', 'managed')),
  how             TEXT NOT NULL,
  declared_on     TEXT NOT NULL,
  reviewed_on     TEXT NOT NULL,
  until_on        TEXT
) STRICT;
CREATE INDEX conflicts_of_person ON conflicts (person_id);
CREATE INDEX conflicts_of_other ON conflicts (other_id) WHERE other_id IS NOT NULL;
CREATE INDEX conflicts_of_organisation ON conflicts (organisation_id) WHERE organisation_id IS NOT NULL;

-- With whom the user said that there is no conflict: none is proposed again.
CREATE TABLE no_conflicts (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE
) STRICT;

-- What usually holds with people of a kind, where nothing else is said of the person.
CREATE TABLE kind_boundaries (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  kind_id INTEGER NOT NULL UNIQUE REFERENCES kinds (id) ON DELETE CASCADE,
  sharing TEXT CHECK (sharing IN ('work_only', 'some_of_me', 'openly')),
  channel TEXT CHECK (channel IN ('in_person', 'video', 'phone', 'email', 'chat', 'text', 'social')),
  note    TEXT NOT NULL
) STRICT;

-- With whom one cools off now is counted for every list.
CREATE INDEX relationships_by_cooling ON relationships (cooling_until_at) WHERE cooling_until_at IS NOT NULL;
-- What is planned with somebody ended is no load of a day.
CREATE INDEX relationships_ended ON relationships (person_id) WHERE status = 'ended';
-- Today says how many are kept close.
CREATE INDEX relationships_kept_close ON relationships (person_id) WHERE kept_close_on IS NOT NULL;
