//! Holds that what is asked of one person begins with that person. SQLite keeps no statistics here; where a condition
//! on another table has an index of its own, it may go through all of that first: through every open promise, for each
//! person of the book.

use std::cell::RefCell;
use std::collections::BTreeSet;

thread_local! {
    /// The statements that this thread prepared.
    static PREPARED: RefCell<BTreeSet<String>> = const { RefCell::new(BTreeSet::new()) };
}

pub(super) fn note(sql: &str) {
    PREPARED.with_borrow_mut(|all| {
        if !all.contains(sql) {
            all.insert(sql.to_owned());
        }
    });
}

/// The first step of the plan of each statement about one person that does not begin with them.
fn begin_elsewhere(book: &crate::Book) -> Vec<String> {
    let asked = PREPARED.with_borrow(Clone::clone);
    let of_one = asked
        .into_iter()
        .filter(|sql| sql.contains("person_id = ?1") && !sql.starts_with("EXPLAIN"));
    let mut elsewhere = Vec::new();
    for sql in of_one {
        let steps = book.read(|tx| {
            let mut statement = tx.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let steps = statement.raw_query().mapped(|row| row.get::<_, String>(3));
            Ok(steps.collect::<rusqlite::Result<Vec<String>>>()?)
        });
        let first = steps.unwrap().into_iter().find(|step| {
            step.starts_with("SEARCH") || step.starts_with("SCAN") && step != "SCAN CONSTANT ROW"
        });
        let is_theirs = |step: &String| {
            ["person_id=?", "other_id=?", "rowid=?"]
                .iter()
                .any(|key| step.contains(key))
        };
        if first.as_ref().is_some_and(|step| !is_theirs(step)) {
            elsewhere.push(format!("{}: {sql}", first.unwrap_or_default()));
        }
    }
    elsewhere
}

#[test]
fn what_is_asked_of_one_person_begins_with_them() {
    let folder = tempfile::tempdir().unwrap();
    let now = crate::Moment {
        utc: "2026-03-10T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    };
    let file = folder.path().join("book.kith");
    crate::sample::make(&file, &now).unwrap();
    let book = crate::Book::open(&file, &now).unwrap();
    let today = book.today(50, &now).unwrap();
    for row in &today.rows {
        let id = row.person.id;
        book.person_page(id, &now).unwrap();
        book.brief(id, true, &now).unwrap();
        book.openers_of(id, &now).unwrap();
        book.commitments_of(id, &now).unwrap();
        book.exchanges_of(id, 100, &now).unwrap();
        book.timeline(id, 0, 50).unwrap();
        book.warmth_explained(id, &now).unwrap();
        book.boundaries_of(id, &now).unwrap();
        book.status_events(id, &now).unwrap();
        book.matches_for(id, &now).unwrap();
    }
    assert!(PREPARED.with_borrow(BTreeSet::len) > 200);
    assert_eq!(begin_elsewhere(&book), [] as [String; 0]);
}
