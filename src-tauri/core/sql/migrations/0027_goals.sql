-- Goals, which the screen calls needs: what one wants to reach, the parts that it takes, who could help, and the steps.
-- Never edited once landed. No undo step names a row of these tables: the history stays.

-- `why` and `outcome` may be empty. `due_on`: absent where it is open by when.
CREATE TABLE goals (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  title     TEXT NOT NULL,
  why       TEXT NOT NULL,
  due_on    TEXT,
  noted_on  TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('open', 'reached', 'let_go')),
  closed_on TEXT,
  outcome   TEXT NOT NULL,
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;

-- What a goal takes, in the order in which it was written down. References to goals and parts do not cascade: a goal
-- stays where nobody is named in it, while a row that consists of people goes with the last of them.
CREATE TABLE goal_parts (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_id INTEGER NOT NULL REFERENCES goals (id),
  help    TEXT NOT NULL CHECK (help IN ('know_how', 'access', 'influence', 'money', 'feedback', 'support', 'sponsor',
            'talent', 'purpose', 'balance')),
  what    TEXT NOT NULL
) STRICT;
CREATE INDEX goal_parts_by_goal ON goal_parts (goal_id);

-- Everybody who has to do with a goal. `shares`: they want it too. `say` and `interest`: from 1 to 5; absent where
-- unsaid.
CREATE TABLE goal_people (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_id   INTEGER NOT NULL REFERENCES goals (id),
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  shares    INTEGER NOT NULL CHECK (shares IN (0, 1)),
  say       INTEGER CHECK (say BETWEEN 1 AND 5),
  interest  INTEGER CHECK (interest BETWEEN 1 AND 5),
  UNIQUE (person_id, goal_id)
) STRICT;
CREATE INDEX goal_people_by_goal ON goal_people (goal_id);

-- Who stands at a part, and their part in it. Whoever stands here has a row in goal_people too.
CREATE TABLE goal_helpers (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  part_id   INTEGER NOT NULL REFERENCES goal_parts (id),
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  role      TEXT NOT NULL CHECK (role IN ('decides', 'influences', 'knows', 'supports', 'may_oppose')),
  UNIQUE (person_id, part_id)
) STRICT;
CREATE INDEX goal_helpers_by_part ON goal_helpers (part_id);

-- What is to be done next, by me or by a person. `person_id`: of theirs, who does it; of mine, with whom it has to do,
-- if with anybody. `set_on`: when its day was last set: it never rings on that one. `stands_on`: from this day one of
-- mine stands on Today; absent exactly where `due_on` is.
CREATE TABLE goal_steps (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_id   INTEGER NOT NULL REFERENCES goals (id),
  doer      TEXT NOT NULL CHECK (doer IN ('me', 'them')),
  person_id INTEGER REFERENCES people (id) ON DELETE CASCADE,
  what      TEXT NOT NULL,
  due_on    TEXT,
  set_on    TEXT NOT NULL,
  stands_on TEXT,
  done_on   TEXT,
  CHECK (doer = 'me' OR person_id IS NOT NULL),
  CHECK ((due_on IS NULL) = (stands_on IS NULL))
) STRICT;
CREATE INDEX goal_steps_by_goal ON goal_steps (goal_id);
CREATE INDEX goal_steps_by_person ON goal_steps (person_id) WHERE person_id IS NOT NULL;
CREATE INDEX goal_steps_open ON goal_steps (stands_on) WHERE doer = 'me' AND done_on IS NULL;

-- Talks that were about a goal. No reference to the talk: one that is deleted is left out, and is there again when the
-- deletion is taken back.
CREATE TABLE goal_talks (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  goal_id        INTEGER NOT NULL REFERENCES goals (id),
  interaction_id INTEGER NOT NULL,
  UNIQUE (goal_id, interaction_id)
) STRICT;
CREATE INDEX goal_talks_by_talk ON goal_talks (interaction_id);

-- A tie may say that somebody sways somebody. Ids go on after the highest there ever was.
CREATE TABLE ties_new (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('knows', 'works_with', 'reports_to', 'introduced', 'mentors', 'client_of',
              'influences')),
  closeness TEXT NOT NULL CHECK (closeness IN ('little', 'colleague', 'close', 'not_sure')),
  since     TEXT,
  until     TEXT,
  source    TEXT NOT NULL CHECK (source IN ('by_hand', 'card', 'team', 'talk')),
  note      TEXT NOT NULL,
  noted_on  TEXT NOT NULL,
  CHECK (person_id <> other_id)
) STRICT;
INSERT INTO ties_new (id, person_id, other_id, kind, closeness, since, until, source, note, noted_on)
SELECT id, person_id, other_id, kind, closeness, since, until, source, note, noted_on FROM ties ORDER BY id;
INSERT INTO sqlite_sequence (name, seq) SELECT 'ties_new', 0
WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'ties_new');
UPDATE sqlite_sequence SET seq = coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'ties'), 0)
WHERE name = 'ties_new';
DROP TABLE ties;
ALTER TABLE ties_new RENAME TO ties;
CREATE INDEX ties_of_person ON ties (person_id);
CREATE INDEX ties_of_other ON ties (other_id);
