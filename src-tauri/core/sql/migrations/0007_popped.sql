-- On which days a reminder popped up, and for which dues ("DUE/DAY", with spaces between): at most once a day,
-- however often the book is opened.
-- Never edited once landed. No undo step names a row of this table: the history stays.
ALTER TABLE delivery ADD COLUMN popped TEXT NOT NULL DEFAULT '';
UPDATE delivery SET popped = claimed_for || '/' || substr(shown_at, 1, 10)
WHERE claimed_for IS NOT NULL AND shown_at IS NOT NULL;
