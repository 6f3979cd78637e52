-- What a change was, in words for the history: "paused until 3 March". Empty where its kind and its subject say all.
-- Never edited once landed. No undo step names a row of this table: the history stays.
ALTER TABLE operations ADD COLUMN what TEXT NOT NULL DEFAULT '';
