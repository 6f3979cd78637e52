//! Every noun of a book, in the order of their tables: what a row refers to comes before it.

use crate::store::noun::{Nouns, TableKind};
use crate::store::{self};
use crate::{
    attributes, boundaries, cards, check_ins, commitments, communication, date_reminders, details,
    events, exchanges, facts, first_steps, goals, import, interactions, introductions, map,
    natures, next_lines, openers, people, pitches, quarters, reflections, relationships, reminders,
    revive, settings, shares, status_changes, ties, topics, unsaved,
};

/// The nouns. A new one is a line here.
pub(crate) const ALL: Nouns = &[
    &store::NOUN,
    &settings::NOUN,
    &unsaved::NOUN,
    &relationships::KINDS,
    &people::NOUN,
    &details::NOUN,
    &relationships::NOUN,
    &status_changes::NOUN,
    &boundaries::NOUN,
    &natures::NOUN,
    &facts::NOUN,
    &communication::NOUN,
    &topics::NOUN,
    &attributes::NOUN,
    &ties::NOUN,
    &cards::NOUN,
    &map::NOUN,
    &interactions::NOUN,
    &next_lines::NOUN,
    &date_reminders::NOUN,
    &check_ins::NOUN,
    &events::NOUN,
    &first_steps::NOUN,
    &commitments::NOUN,
    &exchanges::NOUN,
    &introductions::NOUN,
    &reflections::NOUN,
    &quarters::NOUN,
    &pitches::NOUN,
    &goals::NOUN,
    &shares::NOUN,
    &openers::NOUN,
    &revive::NOUN,
    &reminders::NOUN,
    &import::NOUN,
];

/// The tables that undo covers: those that `Changes::tables` can name.
pub fn undoable_tables() -> impl Iterator<Item = &'static str> {
    let tables = ALL.iter().flat_map(|noun| noun.tables);
    tables
        .filter(|table| table.kind == TableKind::Undoable)
        .map(|table| table.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::book::Book;

    fn open() -> (tempfile::TempDir, Book) {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::with_nouns(&folder.path().join("book.kith"), ALL).unwrap();
        (folder, book)
    }

    #[test]
    fn every_table_belongs_to_one_noun() {
        let (_folder, book) = open();
        let sql = "SELECT name FROM main.sqlite_schema WHERE type = 'table' \
                   AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'person_find_%' ORDER BY name";
        let found = book
            .read(|tx| tx.all(sql, [], |row| row.get::<_, String>(0)))
            .unwrap();
        let mut named: Vec<&str> = ALL
            .iter()
            .flat_map(|noun| noun.tables)
            .map(|table| table.name)
            .collect();
        named.sort_unstable();
        assert_eq!(found, named);
    }

    #[test]
    fn a_row_goes_with_the_person_whose_it_is() {
        let (_folder, book) = open();
        let sql = "SELECT m.name || '.' || f.\"from\" FROM main.sqlite_schema m \
                   JOIN pragma_foreign_key_list(m.name) f WHERE f.\"table\" = 'people' AND f.on_delete <> 'CASCADE'";
        let others = book
            .read(|tx| tx.all(sql, [], |row| row.get::<_, String>(0)))
            .unwrap();
        // The undo log drops what it kept of such a row when the person goes for good (`forget_people`).
        assert_eq!(
            others,
            Vec::<String>::new(),
            "these references would need their own rule there"
        );
    }

    #[test]
    fn every_column_that_names_a_person_refers_to_people() {
        let (_folder, book) = open();
        // The undo log keeps rows of people who are gone, and drops them by a rule of its own (`forget_people`).
        // By its name; a person who is named by another name is found by `the_schema_says_whose_a_row_is`.
        let sql = "SELECT m.name || '.' || c.name FROM main.sqlite_schema m JOIN pragma_table_info(m.name) c \
                   WHERE m.type = 'table' AND c.name LIKE '%person%' AND c.name LIKE '%id' \
                     AND m.name NOT LIKE 'undo_%' AND NOT EXISTS (\
                     SELECT 1 FROM pragma_foreign_key_list(m.name) f \
                     WHERE f.\"from\" = c.name AND f.\"table\" = 'people')";
        let loose = book
            .read(|tx| tx.all(sql, [], |row| row.get::<_, String>(0)))
            .unwrap();
        assert_eq!(loose, Vec::<String>::new());
    }

    #[test]
    fn the_schema_says_whose_a_row_is() {
        let (_folder, book) = open();
        let told = book
            .read(|tx| {
                let tables = tx.schema().logged.iter();
                Ok(tables
                    .map(|table| {
                        let whole = table.part_of.as_ref().map(|whole| whole.table.clone());
                        (table.name.clone(), table.people.clone(), whole)
                    })
                    .collect::<Vec<_>>())
            })
            .unwrap();
        let of = |name: &str| {
            let (_, people, whole) = told.iter().find(|(table, ..)| table == name).unwrap();
            (people.join(" "), whole.clone().unwrap_or_default())
        };
        assert_eq!(of("people"), ("id".into(), String::new()));
        assert_eq!(of("notes"), ("person_id".into(), String::new()));
        assert_eq!(of("ties"), ("person_id other_id".into(), String::new()));
        assert_eq!(of("interactions"), (String::new(), String::new()));
        assert_eq!(
            of("interaction_people"),
            ("person_id".into(), "interactions".into())
        );
        assert_eq!(of("kinds"), (String::new(), String::new()));
    }

    /// `find::refill` leaves out nouns of whose tables none has a row.
    #[test]
    fn what_a_noun_finds_stands_in_a_table_of_its_own() {
        for noun in ALL.iter().filter(|noun| !noun.tables.is_empty()) {
            for finds in noun.finds {
                let is_own = |table: &str| noun.tables.iter().any(|own| own.name == table);
                let words = finds.sql.split_whitespace();
                let from = words
                    .clone()
                    .zip(words.skip(1))
                    .filter(|(word, _)| *word == "FROM" || *word == "JOIN");
                let mut tables = from.map(|(_, table)| table.trim_matches(['(', ')', ',']));
                assert!(tables.any(is_own), "{}", finds.sql);
            }
        }
    }
}
