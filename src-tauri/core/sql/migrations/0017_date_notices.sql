-- When the user wants to be told of the dates of a person, where that is not the usual.
-- Never edited once landed.

CREATE TABLE date_notices (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  notice    TEXT NOT NULL CHECK (notice IN ('off', 'same_day', 'day_before', 'three_days', 'week', 'two_weeks'))
) STRICT;
