-- Whose a logged row is, where it names several people or none itself.
-- Never edited once landed. What Undo kept of the form before is of no use in this one.

DELETE FROM undo_log;
DELETE FROM operations;

-- Written beside `undo_log` by the triggers of src/store/undo_log.rs: every further person that a row names
-- (`undo_log.person_id` is the first), and whoever is named by its parts (who took part in a conversation).
CREATE TABLE undo_people (
  operation_id INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  person_id    INTEGER NOT NULL,
  PRIMARY KEY (operation_id, table_name, row_id, person_id)
) STRICT, WITHOUT ROWID;

-- Who took part stands in `interaction_people` alone.
DROP INDEX interactions_of_person;
ALTER TABLE interactions DROP COLUMN person_id;

-- Unsaved text. "Draft" is a message to somebody from here on.
ALTER TABLE drafts RENAME TO unsaved_texts;
