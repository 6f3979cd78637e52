-- Somebody worth taking up again, chosen once a week.
-- Never edited once landed.

-- `week`: the Monday of the week for which the person was chosen. `why`: what speaks for them, in words.
-- `refused_on`: when the user said "not now"; NULL if not.
CREATE TABLE revivals (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  week       TEXT NOT NULL,
  chosen_on  TEXT NOT NULL,
  why        TEXT NOT NULL,
  refused_on TEXT
) STRICT;
CREATE INDEX revivals_of_person ON revivals (person_id);
CREATE INDEX revivals_by_week ON revivals (week);

-- Talks of the last half year, and whether there are any older than a year.
CREATE INDEX interactions_by_day ON interactions (happened_on);
