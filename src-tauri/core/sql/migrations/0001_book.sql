-- The first book: people, what is known of them, where it came from, and how to take a change back.
-- Never edited once landed. Every table that Undo covers has an `id` (src/store/undo_log.rs lists them).

-- Raw cards and photos: content-addressed, immutable, never logged for undo.
CREATE TABLE blobs (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  sha256             BLOB NOT NULL UNIQUE,
  bytes              BLOB NOT NULL,
  unreferenced_since TEXT
) STRICT;

CREATE TABLE people (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  uuid         TEXT NOT NULL UNIQUE,
  display_name TEXT NOT NULL,
  prefix       TEXT NOT NULL,
  given        TEXT NOT NULL,
  additional   TEXT NOT NULL,
  family       TEXT NOT NULL,
  suffix       TEXT NOT NULL,
  nickname     TEXT NOT NULL,
  sort_key     TEXT NOT NULL,
  photo_blob   INTEGER REFERENCES blobs (id),
  created_at   TEXT NOT NULL,
  trashed_at   TEXT
) STRICT;
CREATE INDEX people_by_name ON people (sort_key, id) WHERE trashed_at IS NULL;
CREATE INDEX people_by_photo ON people (photo_blob) WHERE photo_blob IS NOT NULL;
CREATE INDEX people_in_trash ON people (trashed_at) WHERE trashed_at IS NOT NULL;

-- Named by folded name, immutable, never logged for undo: one that nobody uses is not shown, and is
-- swept once nothing in the undo log could bring it back. Tags are kept likewise.
CREATE TABLE organisations (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL,
  folded_name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE affiliations (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id       INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  organisation_id INTEGER REFERENCES organisations (id),
  role            TEXT NOT NULL,
  department      TEXT NOT NULL,
  since           TEXT,
  until           TEXT,
  position        INTEGER NOT NULL
) STRICT;
CREATE INDEX affiliations_of_person ON affiliations (person_id);
CREATE INDEX affiliations_of_organisation ON affiliations (organisation_id);

-- `normal` is what two writings of one address share: a folded mail, a phone in E.164; '' where there is none.
-- `parts` holds a postal address's components while nobody has edited its text.
CREATE TABLE contact_points (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('email', 'phone', 'address', 'link', 'chat')),
  value     TEXT NOT NULL,
  normal    TEXT NOT NULL,
  parts     TEXT,
  label     TEXT NOT NULL,
  preferred INTEGER NOT NULL CHECK (preferred IN (0, 1)),
  position  INTEGER NOT NULL
) STRICT;
CREATE INDEX contact_points_of_person ON contact_points (person_id);
CREATE INDEX contact_points_by_normal ON contact_points (normal) WHERE normal <> '';

CREATE TABLE dates (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  kind      TEXT NOT NULL CHECK (kind IN ('birthday', 'anniversary', 'other')),
  label     TEXT NOT NULL,
  year      INTEGER,
  month     INTEGER,
  day       INTEGER,
  text      TEXT NOT NULL,
  position  INTEGER NOT NULL
) STRICT;
CREATE INDEX dates_of_person ON dates (person_id);

CREATE TABLE notes (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  body       TEXT NOT NULL,
  created_on TEXT NOT NULL,
  edited_on  TEXT NOT NULL
) STRICT;
CREATE INDEX notes_of_person ON notes (person_id);

CREATE TABLE tags (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  name        TEXT NOT NULL,
  folded_name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE person_tags (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  tag_id    INTEGER NOT NULL REFERENCES tags (id),
  UNIQUE (person_id, tag_id)
) STRICT;
CREATE INDEX person_tags_of_tag ON person_tags (tag_id);

CREATE TABLE kinds (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  name         TEXT NOT NULL,
  folded_name  TEXT NOT NULL UNIQUE,
  category     TEXT NOT NULL CHECK (category IN ('internal', 'external')),
  colour       TEXT NOT NULL CHECK (colour IN ('peer', 'manager', 'report', 'client', 'vendor', 'industry')),
  cadence_days INTEGER NOT NULL CHECK (cadence_days BETWEEN 1 AND 3650),
  position     INTEGER NOT NULL
) STRICT;

-- Mine to one person. Absent: nothing declared. `kept_close_on` absent: no check-ins.
CREATE TABLE relationships (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id     INTEGER NOT NULL UNIQUE REFERENCES people (id) ON DELETE CASCADE,
  category      TEXT NOT NULL CHECK (category IN ('internal', 'external')),
  kind_id       INTEGER REFERENCES kinds (id),
  purpose       TEXT NOT NULL,
  workplace     TEXT CHECK (workplace IN ('in_house', 'remote')),
  kept_close_on TEXT,
  cadence_days  INTEGER CHECK (cadence_days BETWEEN 1 AND 3650),
  importance    INTEGER NOT NULL CHECK (importance BETWEEN 1 AND 3),
  status        TEXT NOT NULL CHECK (status IN ('active', 'dormant', 'paused', 'cooling_off', 'ended'))
) STRICT;
CREATE INDEX relationships_by_kind ON relationships (kind_id);

-- Where a person came from. `reading` is what Kith took from the card's properties when it was imported
-- (JSON, src/cards/reading.rs): export gives every untouched property back as it came.
CREATE TABLE source_cards (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id   INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  blob_id     INTEGER NOT NULL REFERENCES blobs (id),
  file_name   TEXT NOT NULL,
  number      INTEGER NOT NULL,
  line        INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  uid         TEXT,
  is_primary  INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
  reading     TEXT NOT NULL
) STRICT;
CREATE INDEX source_cards_of_person ON source_cards (person_id);
CREATE INDEX source_cards_by_uid ON source_cards (uid) WHERE uid IS NOT NULL;
CREATE INDEX source_cards_by_blob ON source_cards (blob_id);

-- "These two are not the same", said once.
CREATE TABLE distinct_people (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  other_id  INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE,
  UNIQUE (person_id, other_id)
) STRICT;
CREATE INDEX distinct_people_by_other ON distinct_people (other_id);

CREATE TABLE settings (
  id    INTEGER PRIMARY KEY AUTOINCREMENT,
  key   TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- The window's memory (filters, scroll): kept, but never an undo step.
CREATE TABLE remembered (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Unsaved text, so that a crash does not take it.
CREATE TABLE drafts (
  key      TEXT PRIMARY KEY,
  body     TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- `undoes`: the operation that this one took back or, for a redo, brought again.
CREATE TABLE operations (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  kind    TEXT NOT NULL,
  subject TEXT NOT NULL,
  count   INTEGER NOT NULL,
  at      TEXT NOT NULL,
  undoes  INTEGER,
  undone  INTEGER NOT NULL CHECK (undone IN (0, 1))
) STRICT;

-- Written by the triggers of src/store/undo_log.rs. `old` absent: the row was inserted.
CREATE TABLE undo_log (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  operation_id INTEGER NOT NULL,
  table_name   TEXT NOT NULL,
  row_id       INTEGER NOT NULL,
  person_id    INTEGER,
  old          TEXT
) STRICT;
CREATE INDEX undo_log_of_operation ON undo_log (operation_id);

-- Folded text only (src/fold.rs); rowid is the person. Refilled for the people a change touched.
CREATE VIRTUAL TABLE person_find USING fts5 (
  name, phones, words,
  content = '', contentless_delete = 1, detail = column, prefix = '2 3',
  tokenize = "ascii"
);

-- Bytes gathered before they are written and merged: an import's words are written once.
INSERT INTO person_find (person_find, rank) VALUES ('hashsize', 8388608);

INSERT INTO kinds (name, folded_name, category, colour, cadence_days, position) VALUES
  ('Manager', 'manager', 'internal', 'manager', 14, 1),
  ('Direct report', 'direct report', 'internal', 'report', 14, 2),
  ('Peer', 'peer', 'internal', 'peer', 30, 3),
  ('Senior leader', 'senior leader', 'internal', 'manager', 60, 4),
  ('Client', 'client', 'external', 'client', 30, 5),
  ('Mentor', 'mentor', 'external', 'report', 45, 6),
  ('Vendor', 'vendor', 'external', 'vendor', 60, 7),
  ('Industry contact', 'industry contact', 'external', 'industry', 90, 8),
  ('Recruiter', 'recruiter', 'external', 'industry', 180, 9);
