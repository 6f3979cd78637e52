-- Conversations that are known roughly, and what they were in a word.
-- Never edited once landed. What Undo kept of the form before is of no use in this one.

DELETE FROM undo_people;
DELETE FROM undo_log;
DELETE FROM operations;

-- `happened_roughly`: how roughly the day or time is known, in the Extended Date/Time Format or as a part of the day
-- (src/days/roughly.rs); NULL if exactly. Of a span, `happened_on` is the day that counts.
-- `title`: "Coffee".
ALTER TABLE interactions ADD COLUMN happened_roughly TEXT;
ALTER TABLE interactions ADD COLUMN title TEXT NOT NULL DEFAULT '';
