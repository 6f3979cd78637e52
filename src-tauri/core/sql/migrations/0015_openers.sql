-- What to begin a talk with: the line for next time, things kept to share, and which openers rest.
-- Never edited once landed.

-- A line about what to talk about next time; one a person. It goes when a conversation is logged.
CREATE TABLE next_lines (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  body      TEXT NOT NULL,
  noted_on  TEXT NOT NULL
) STRICT;

-- Things kept to share. `title` or `link` may be empty, not both; `link` begins with http:// or https://.
CREATE TABLE shares (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  title   TEXT NOT NULL,
  link    TEXT NOT NULL,
  note    TEXT NOT NULL,
  kept_on TEXT NOT NULL
) STRICT;

-- For whom, in the order in which they were named. `shared_on`: absent as long as it was not shared with them.
CREATE TABLE share_people (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  share_id  INTEGER NOT NULL REFERENCES shares (id) ON DELETE CASCADE,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  shared_on TEXT,
  UNIQUE (person_id, share_id)
) STRICT;
CREATE INDEX share_people_by_share ON share_people (share_id);

-- Openers that were answered with "not this", and the day. `item`: the row that the opener is from, 0 for none.
CREATE TABLE opener_rests (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  sort       TEXT NOT NULL CHECK (sort IN ('date', 'promise', 'role', 'answer', 'match', 'lent', 'next_time', 'share',
                                           'goal', 'last_talk', 'interest', 'quiet')),
  item       INTEGER NOT NULL,
  refused_on TEXT NOT NULL,
  UNIQUE (person_id, sort, item)
) STRICT;

-- The sort of opener that stood first when the last conversation with a person was logged.
CREATE TABLE opener_talks (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  sort      TEXT NOT NULL CHECK (sort IN ('date', 'promise', 'role', 'answer', 'match', 'lent', 'next_time', 'share',
                                          'goal', 'last_talk', 'interest', 'quiet'))
) STRICT;
