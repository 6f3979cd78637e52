-- Looking back: reflections after conversations, the quarter, and pitches.
-- Never edited once landed.

-- A reflection is part of its conversation: it goes with it, and is found by those who took part.
-- `listened`: how the user mostly listened; absent where it is not said. `heard`: what mattered to them; may be empty.
ALTER TABLE interactions ADD COLUMN listened TEXT
  CHECK (listened IN ('reflected', 'asked', 'advised', 'deflected'));
ALTER TABLE interactions ADD COLUMN heard TEXT NOT NULL DEFAULT '';
CREATE INDEX interactions_reflected ON interactions (happened_on, id, listened)
  WHERE listened IS NOT NULL OR heard <> '';

-- How the user saw a quarter of the calendar. `first_on`: its first day. `answers`: steps by statement, as JSON; 0 for
-- no occasion. `line` and `intention` may be empty.
CREATE TABLE quarters (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  first_on    TEXT NOT NULL UNIQUE,
  answers     TEXT NOT NULL,
  line        TEXT NOT NULL,
  intention   TEXT NOT NULL,
  answered_on TEXT NOT NULL
) STRICT;

-- What the user says of their work, by audience. Each of the four parts may be empty.
CREATE TABLE pitches (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  audience TEXT NOT NULL,
  hook     TEXT NOT NULL,
  bring    TEXT NOT NULL,
  value    TEXT NOT NULL,
  ask      TEXT NOT NULL
) STRICT;

-- For whom a pitch is. A pitch stays when nobody is named any more, so it does not take these rows with it by itself.
CREATE TABLE pitch_people (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  pitch_id  INTEGER NOT NULL REFERENCES pitches (id),
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  UNIQUE (person_id, pitch_id)
) STRICT;
CREATE INDEX pitch_people_by_pitch ON pitch_people (pitch_id);
