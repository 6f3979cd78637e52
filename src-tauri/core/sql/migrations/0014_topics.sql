-- Topics: what people, and I, offer, look for or know about.
-- Never edited once landed.

-- A topic in one spelling. `key`: the same for all spellings of it (src/topics/topic_rows.rs). Lines of one key name
-- one row; another one of that key is left over from before the topic was renamed, and goes with the history.
CREATE TABLE topics (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE,
  key  TEXT NOT NULL
) STRICT;
CREATE INDEX topics_by_key ON topics (key);

-- `person_id`: absent for what I offer, look for or know about myself.
CREATE TABLE topic_lines (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER REFERENCES people (id) ON DELETE CASCADE,
  stance    TEXT NOT NULL CHECK (stance IN ('offers', 'seeks', 'knows')),
  topic_id  INTEGER NOT NULL REFERENCES topics (id),
  UNIQUE (person_id, stance, topic_id)
) STRICT;
CREATE UNIQUE INDEX topic_lines_of_mine ON topic_lines (stance, topic_id) WHERE person_id IS NULL;
CREATE INDEX topic_lines_by_topic ON topic_lines (topic_id, stance);
