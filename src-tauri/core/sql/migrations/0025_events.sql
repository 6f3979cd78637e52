-- Events: where one met people; how one met a person; and the first steps with somebody new.
-- Never edited once landed.

-- `place` and `note` may be empty.
CREATE TABLE events (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  name    TEXT NOT NULL,
  place   TEXT NOT NULL,
  held_on TEXT NOT NULL,
  note    TEXT NOT NULL
) STRICT;
CREATE INDEX events_by_day ON events (held_on);

-- Who was there, in the order in which they were named. `line`: what to remember of them; may be empty.
-- `check_in_id`: the planned check-in that follows up.
CREATE TABLE event_people (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id    INTEGER NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  person_id   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  line        TEXT NOT NULL,
  check_in_id INTEGER REFERENCES check_ins (id) ON DELETE SET NULL,
  UNIQUE (person_id, event_id)
) STRICT;
CREATE INDEX event_people_by_event ON event_people (event_id);
CREATE INDEX event_people_by_check_in ON event_people (check_in_id) WHERE check_in_id IS NOT NULL;

-- How one met a person: at an event, or since some time. `since`: a year, a month or a day; absent where the event
-- says it, or where it is not known.
CREATE TABLE how_met (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  event_id  INTEGER REFERENCES events (id) ON DELETE SET NULL,
  since     TEXT
) STRICT;
CREATE INDEX how_met_by_event ON how_met (event_id) WHERE event_id IS NOT NULL;

-- Through whom one met a person. A table of its own, so that the rest stays when that person goes for good.
CREATE TABLE met_through (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  through_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE
) STRICT;
CREATE INDEX met_through_by_through ON met_through (through_id);

-- First steps with somebody new that were taken or put away: none of them is offered again.
CREATE TABLE first_steps (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  step      TEXT NOT NULL CHECK (step IN ('meeting', 'offer', 'question', 'finding', 'sit_in')),
  answer    TEXT NOT NULL CHECK (answer IN ('taken', 'put_away')),
  noted_on  TEXT NOT NULL,
  UNIQUE (person_id, step)
) STRICT;
