//! Holds that what is asked of one person begins with that person, and that Today goes through no table of everybody.
//! SQLite keeps no statistics here; where a condition on another table has an index of its own, it may go through all
//! of that first: through every open promise, for each person of the book.

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

/// Tables with a row for each person, talk or more.
const GREAT: [&str; 12] = [
    "people",
    "relationships",
    "check_ins",
    "delivery",
    "interactions",
    "interaction_people",
    "affiliations",
    "dates",
    "notes",
    "commitments",
    "commitment_people",
    "exchanges",
];

/// Indexes of a few of a great table.
const OF_FEW: [&str; 5] = [
    "one_open_coming_back",
    "people_archived",
    "people_died",
    "people_in_trash",
    "relationships_kept_close",
];

/// The steps of the plan of each statement, with the statement.
fn plans(
    book: &crate::Book,
    asked: impl IntoIterator<Item = String>,
) -> Vec<(String, Vec<String>)> {
    let plan = |sql: String| {
        let steps = book.read(|tx| {
            let mut statement = tx.prepare(&format!("EXPLAIN QUERY PLAN {sql}"))?;
            let steps = statement.raw_query().mapped(|row| row.get::<_, String>(3));
            Ok(steps.collect::<rusqlite::Result<Vec<String>>>()?)
        });
        (sql, steps.unwrap())
    };
    let asked = asked.into_iter().filter(|sql| !sql.starts_with("EXPLAIN"));
    asked.map(plan).collect()
}

/// The first step of the plan of each statement about one person that does not begin with them.
fn begin_elsewhere(book: &crate::Book) -> Vec<String> {
    let asked = PREPARED.with_borrow(Clone::clone);
    let of_one = asked
        .into_iter()
        .filter(|sql| sql.contains("person_id = ?1"));
    let is_theirs = |step: &String| {
        ["person_id=?", "other_id=?", "rowid=?"]
            .iter()
            .any(|key| step.contains(key))
    };
    let mut elsewhere = Vec::new();
    for (sql, steps) in plans(book, of_one) {
        let first = steps.into_iter().find(|step| {
            step.starts_with("SEARCH") || step.starts_with("SCAN") && step != "SCAN CONSTANT ROW"
        });
        if first.as_ref().is_some_and(|step| !is_theirs(step)) {
            elsewhere.push(format!("{}: {sql}", first.unwrap_or_default()));
        }
    }
    elsewhere
}

/// The statements that go through all rows of a great table.
fn through_everything(book: &crate::Book) -> Vec<String> {
    let asked = PREPARED.with_borrow(Clone::clone);
    let mut through = Vec::new();
    for (sql, steps) in plans(book, asked) {
        // Whether there is any.
        if sql.ends_with("LIMIT 1") && !sql.contains("ORDER BY") {
            continue;
        }
        let names: Vec<&str> = sql.split([' ', '(', ')', ',']).collect();
        let table_of = |alias: &str| {
            let named = names
                .windows(2)
                .find(|two| two[1] == alias && GREAT.contains(&two[0]));
            named.map_or_else(|| alias.to_owned(), |two| two[0].to_owned())
        };
        let scans = steps.iter().filter_map(|step| step.strip_prefix("SCAN "));
        let scans = scans.filter(|rest| !OF_FEW.iter().any(|index| rest.ends_with(index)));
        let great = scans.filter(|rest| {
            GREAT.contains(&table_of(rest.split(' ').next().unwrap_or_default()).as_str())
        });
        through.extend(great.map(|rest| format!("{rest}: {sql}")));
    }
    through
}

#[test]
fn today_goes_through_no_table_of_everybody() {
    let (_folder, book, now) = sample();
    PREPARED.with_borrow_mut(BTreeSet::clear);
    book.today(50, &now).unwrap();
    book.today_count(&now).unwrap();
    book.commitments_today(5, &now).unwrap();
    book.reminders_tick_state(&[], &now).unwrap();
    assert!(PREPARED.with_borrow(BTreeSet::len) > 30);
    assert_eq!(through_everything(&book), [] as [String; 0]);
}

fn sample() -> (tempfile::TempDir, crate::Book, crate::Moment) {
    let folder = tempfile::tempdir().unwrap();
    let now = crate::Moment {
        utc: "2026-03-10T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    };
    let file = folder.path().join("book.kith");
    crate::sample::make(&file, &now).unwrap();
    let book = crate::Book::open(&file, &now).unwrap();
    (folder, book, now)
}

#[test]
fn what_is_asked_of_one_person_begins_with_them() {
    let (_folder, book, now) = sample();
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
