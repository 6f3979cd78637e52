//! A book of which a row holds what Kith never writes: whatever reads it says which row, nothing else is
//! touched, and the book opens.

use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Error, PersonId, Result, sample};
use rusqlite::Connection;

use crate::{Place, minute, written};

/// The sample, of which one value is set by hand where Kith would never set it so.
struct Spoilt {
    book: Book,
    /// The row's id.
    id: i64,
    /// Whom it is about, where it is about somebody.
    person: PersonId,
}

fn spoilt(place: &Place, table: &str, column: &str, value: &str) -> Spoilt {
    let file = place.file();
    let by_hand = Connection::open(&file).unwrap();
    by_hand
        .pragma_update(None, "ignore_check_constraints", true)
        .unwrap();
    let whose = match table {
        "people" => "id",
        "interactions" => {
            "(SELECT min(person_id) FROM interaction_people p WHERE p.interaction_id = interactions.id)"
        }
        "kinds" | "operations" => "0",
        _ => "person_id",
    };
    let (id, person) = by_hand
        .query_row(
            &format!(
                "SELECT id, {whose} FROM {table} WHERE {column} IS NOT NULL ORDER BY id DESC LIMIT 1"
            ),
            [],
            |row| Ok((row.get(0)?, PersonId(row.get(1)?))),
        )
        .unwrap();
    let changed = by_hand.execute(
        &format!("UPDATE {table} SET {column} = {value} WHERE id = ?1"),
        [id],
    );
    assert_eq!(changed.unwrap(), 1, "{table}.{column}");
    drop(by_hand);
    Spoilt {
        book: place.open(),
        id,
        person,
    }
}

/// A screen, asked of the book.
type Screen = fn(&Book, PersonId) -> Result<()>;

fn page(book: &Book, person: PersonId) -> Result<()> {
    book.person_page(person, &minute(0)).map(drop)
}

fn timeline(book: &Book, person: PersonId) -> Result<()> {
    book.timeline(person, 0, 500).map(drop)
}

fn warmth(book: &Book, person: PersonId) -> Result<()> {
    book.warmth_explained(person, &minute(0)).map(drop)
}

fn ties(book: &Book, person: PersonId) -> Result<()> {
    book.ties_of(person, &minute(0)).map(drop)
}

fn network(book: &Book, _: PersonId) -> Result<()> {
    book.network(&minute(0)).map(drop)
}

fn list(book: &Book, _: PersonId) -> Result<()> {
    let all = book.people_window(&PeopleFilter::default(), 0, 1000, &minute(0));
    all.map(drop)
}

fn today(book: &Book, _: PersonId) -> Result<()> {
    book.today(100, &minute(0)).map(drop)
}

fn trash(book: &Book, _: PersonId) -> Result<()> {
    book.trash_list(&minute(0)).map(drop)
}

fn kinds(book: &Book, _: PersonId) -> Result<()> {
    book.kinds_list().map(drop)
}

fn history(book: &Book, _: PersonId) -> Result<()> {
    book.history(100, &minute(0)).map(drop)
}

/// Text that is no day, words that Kith does not know, numbers out of their range, and who reads them.
const SPOILT: &[(&str, &str, &str, &[Screen])] = &[
    ("people", "created_at", "'2026-11-21'", &[page]),
    ("people", "trashed_at", "'2026-11-21 09:00'", &[page, trash]),
    // Older than a month, as the opening reads it.
    ("people", "trashed_at", "'0'", &[page, trash]),
    ("notes", "created_on", "'yesterday'", &[page]),
    ("notes", "edited_on", "'2026-02-30'", &[page]),
    ("affiliations", "since", "'May'", &[page]),
    ("affiliations", "until", "'--05'", &[page]),
    ("dates", "month", "300", &[page]),
    ("dates", "kind", "'name day'", &[page]),
    ("contact_points", "kind", "'pigeon'", &[page]),
    ("contact_points", "parts", "'{'", &[page]),
    ("source_cards", "line", "-1", &[page]),
    (
        "source_cards",
        "imported_at",
        "'2026-11-21T09:00:00'",
        &[page],
    ),
    (
        "interactions",
        "happened_on",
        "'2026-1-2'",
        &[timeline, page, warmth, list, network],
    ),
    ("interactions", "happened_time", "'9:00'", &[timeline]),
    ("interactions", "happened_roughly", "'soon'", &[timeline]),
    ("interactions", "zone", "'Mars/Olympus'", &[timeline]),
    (
        "interactions",
        "channel",
        "'drum'",
        &[timeline, page, warmth, list, network],
    ),
    ("interactions", "minutes", "-5", &[timeline]),
    ("relationships", "kept_close_on", "'2026-11'", &[page, list]),
    (
        "relationships",
        "paused_until",
        "'soon'",
        &[page, list, network],
    ),
    ("relationships", "quiet_on", "''", &[page, list]),
    ("relationships", "next_due_on", "'Monday'", &[page, list]),
    (
        "relationships",
        "last_contact_on",
        "'+2026-11-21'",
        &[page, list],
    ),
    ("relationships", "importance", "300", &[page, list]),
    (
        "relationships",
        "cadence_days",
        "-1",
        &[page, list, network],
    ),
    (
        "relationships",
        "status",
        "'asleep'",
        &[page, list, network],
    ),
    ("kinds", "colour", "'plaid'", &[kinds, network]),
    ("kinds", "line", "'beside'", &[network]),
    ("kinds", "cadence_days", "-1", &[kinds]),
    ("check_ins", "due_on", "'2026-11-31'", &[page]),
    ("check_ins", "due_time", "'noon'", &[page]),
    ("check_ins", "zone", "'Oslo'", &[page]),
    ("check_ins", "snoozed_on", "'later'", &[page]),
    ("check_ins", "source", "'whim'", &[page]),
    ("ties", "since", "'2019-5'", &[ties]),
    ("ties", "until", "'over'", &[ties]),
    ("ties", "kind", "'envies'", &[ties]),
    ("ties", "closeness", "'very'", &[ties]),
    ("operations", "at", "'now'", &[history]),
    ("operations", "kind", "'juggle'", &[history]),
];

/// What the sample has nobody for.
fn fill(file: &std::path::Path) {
    let book = Book::open(file, &minute(0)).unwrap();
    let everybody = book
        .people_ids(&PeopleFilter::default(), &minute(0))
        .unwrap();
    book.people_trash(&everybody[..1], &minute(0)).unwrap();
    drop(book);
    let by_hand = Connection::open(file).unwrap();
    by_hand
        .execute_batch(
            "UPDATE relationships SET status = 'paused', paused_until = '2027-01-01' WHERE id = 1;
             UPDATE affiliations SET until = '2020' WHERE id = 1;
             UPDATE interactions SET happened_time = '09:00', minutes = 5 WHERE id = 1;
             UPDATE check_ins SET due_time = '09:00', zone = 'Europe/Oslo', snoozed_on = '2027-01-01'
               WHERE id = (SELECT max(id) FROM check_ins WHERE state = 'open');
             UPDATE contact_points SET parts = '{\"po_box\":\"\",\"extended\":\"\",\"street\":\"\",\"locality\":\"\",\"region\":\"\",\"postal_code\":\"\",\"country\":\"\"}'
               WHERE id = 1;
             UPDATE ties SET since = '2019', until = '2020' WHERE id = 1;
             INSERT INTO source_cards (person_id, blob_id, file_name, number, line, imported_at, is_primary, reading)
               SELECT 1, 1, 'a.vcf', 1, 1, '2026-11-21T09:00:00Z', 1, '{}' WHERE NOT EXISTS (SELECT 1 FROM source_cards);",
        )
        .unwrap();
}

#[test]
fn a_row_that_cannot_be_read_says_which() {
    let sound = Place::new();
    sample::make(&sound.file(), &minute(0)).unwrap();
    fill(&sound.file());
    for (table, column, value, screens) in SPOILT {
        let place = Place::new();
        std::fs::copy(sound.file(), place.file()).unwrap();
        let Spoilt { book, id, person } = spoilt(&place, table, column, value);
        let before = written(&book);
        for screen in *screens {
            let error = screen(&book, person).expect_err(&format!("{table}.{column} = {value}"));
            assert_eq!(error, expected(table, id, column));
        }
        assert_eq!(written(&book), before, "{table}.{column}");
    }
}

fn expected(table: &str, id: i64, column: &str) -> Error {
    let words = format!(
        "A row of the book cannot be read: {table}, id {id} ({column}). Nothing was changed."
    );
    Error::new(Code::RowUnreadable, words)
}

/// Today of everybody needs every row of the rhythm.
#[test]
fn what_is_due_says_which_row_it_could_not_read() {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let by_hand = Connection::open(place.file()).unwrap();
    let id: i64 = by_hand
        .query_row(
            "SELECT r.id FROM relationships r JOIN delivery d ON d.person_id = r.person_id \
             WHERE d.stands = 1 AND d.sort = 'check_in' AND d.day <= '2026-11-21' ORDER BY r.id LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    by_hand
        .execute(
            "UPDATE relationships SET last_contact_on = 'once' WHERE id = ?1",
            [id],
        )
        .unwrap();
    drop(by_hand);
    let error = today(&place.open(), PersonId(0)).unwrap_err();
    assert_eq!(error, expected("relationships", id, "last_contact_on"));
}

/// Of a check-in without its zone nobody knows when it is meant.
#[test]
fn a_time_without_its_zone_names_its_row() {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let by_hand = Connection::open(place.file()).unwrap();
    let (id, person): (i64, i64) = by_hand
        .query_row(
            "SELECT id, person_id FROM check_ins WHERE state = 'open' ORDER BY id LIMIT 1",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .unwrap();
    by_hand
        .execute(
            "UPDATE check_ins SET due_time = '09:00', zone = NULL WHERE id = ?1",
            [id],
        )
        .unwrap();
    let error = page(&place.open(), PersonId(person)).unwrap_err();
    assert_eq!(error, expected("check_ins", id, "due_time"));
}

/// What was to ring is worked out anew by another run, whatever stood there.
#[test]
fn a_reminder_that_cannot_be_read_says_which() {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let by_hand = Connection::open(place.file()).unwrap();
    let item: i64 = by_hand
        .query_row(
            "SELECT item FROM delivery WHERE stands = 1 AND sort = 'check_in' AND rings <= '2026-11-23T12:00:00Z' LIMIT 1",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let set = "UPDATE delivery SET claimed_before = 'yesterday' WHERE item = ?1";
    by_hand.execute(set, [item]).unwrap();
    drop(by_hand);
    // The first Monday at noon: inside working hours.
    let now = minute(2 * 24 * 60 + 3 * 60);
    let book = place.open();
    let run = book.reminders_begin(&now).unwrap();
    let error = book.reminders_claim(run, &now).unwrap_err();
    let words = format!(
        "A row of the book cannot be read: delivery, sort check_in, item {item} (claimed_before). Nothing was changed."
    );
    assert_eq!(error, Error::new(Code::RowUnreadable, words));
}
