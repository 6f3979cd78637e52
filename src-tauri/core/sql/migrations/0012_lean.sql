-- What came in cards is kept in less room.
-- Never edited once landed. Undo goes on: its rows of `source_cards` are brought to the new form too.

-- How the bytes are kept: as they are, or as src/store/compressed.rs makes them. `sha256` is always that of the
-- bytes as they came. src/store/blobs.rs compresses those that stand.
ALTER TABLE blobs ADD COLUMN form TEXT NOT NULL DEFAULT 'plain' CHECK (form IN ('plain', 'zlib_1'));

-- `source_cards.reading` no longer repeats the card's values, and is no JSON (src/cards/reading.rs). Filled anew by
-- src/cards/old_reading_rows.rs.
