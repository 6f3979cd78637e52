-- Conversations that did not come about: one tried to reach somebody and got no answer.
-- Never edited once landed. Undo goes on: what it kept of conversations gets the new column too.

ALTER TABLE interactions ADD COLUMN attempt INTEGER NOT NULL DEFAULT 0 CHECK (attempt IN (0, 1));

UPDATE undo_log SET old = json_set(old, '$.attempt', 0)
WHERE table_name = 'interactions' AND old IS NOT NULL AND json_valid(old);
