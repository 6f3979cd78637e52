-- Attributes of one's own choosing, each with its choices, and what people have of them; and pairs of people whom one
-- does not want to introduce to each other.
-- Never edited once landed. No undo step names a row of these tables: the history stays.

-- `folded_name`: the same for every spelling of the name.
CREATE TABLE attributes (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL,
  folded_name TEXT NOT NULL UNIQUE
) STRICT;

-- The choices of an attribute, in the order of `position`, from 1; two may have one position for a while after an undo.
-- References to attributes and choices do not cascade: what is removed is taken from people a row each, so that it
-- can be given back.
CREATE TABLE attribute_choices (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  attribute_id INTEGER NOT NULL REFERENCES attributes (id),
  name         TEXT NOT NULL,
  folded_name  TEXT NOT NULL,
  position     INTEGER NOT NULL,
  UNIQUE (attribute_id, folded_name)
) STRICT;

-- What somebody has of an attribute: one choice, or no row where it is not known. It is never guessed.
CREATE TABLE person_attributes (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id    INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  attribute_id INTEGER NOT NULL REFERENCES attributes (id),
  choice_id    INTEGER NOT NULL REFERENCES attribute_choices (id),
  UNIQUE (person_id, attribute_id)
) STRICT;
CREATE INDEX person_attributes_by_attribute ON person_attributes (attribute_id);
CREATE INDEX person_attributes_by_choice ON person_attributes (choice_id);

-- Two whom one does not want to introduce to each other: they are not proposed. `person_id`: the lower id.
CREATE TABLE refused_introductions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  refused_on TEXT NOT NULL,
  CHECK (person_id < other_id),
  UNIQUE (person_id, other_id)
) STRICT;
CREATE INDEX refused_introductions_of_other ON refused_introductions (other_id);
