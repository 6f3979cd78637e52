//! Books of every released schema version still open, with all their rows.

use std::fs;
use std::path::{Path, PathBuf};

use kith_core::backups::{self, Why};
use kith_core::check_ins;
use kith_core::export::CardStyle;
use kith_core::import::{Plan, Source, Unwatched};
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::{Book, PersonId, sample};
use kith_tests::cards::vcards;

use crate::random_steps::{is_sound, rings};
use crate::{Place, minute, read_back, written};

const CARDS: usize = 12;
/// The last schema version whose fixture holds no card of a group or an organisation.
const WITHOUT_KEPT_CARDS: u32 = 9;

/// Cards of people, of a group with one of them in it, and of an organisation.
fn cards() -> String {
    let people = vcards(11, 0..CARDS);
    let mut mails = people.lines().filter(|line| line.starts_with("EMAIL"));
    let member = mails.find_map(|line| line.rsplit(':').next()).unwrap();
    let no_person = |kind: &str, more: &str| {
        format!("BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:{kind}\r\n{more}END:VCARD\r\n")
    };
    let group = no_person("group", &format!("FN:Rowers\r\nMEMBER:mailto:{member}\r\n"));
    people.clone() + &group + &no_person("org", "FN:Fjell\r\nX-A:1\r\n")
}

/// Whether an export has the cards that are of no person.
fn keeps_cards(book: &Book) -> bool {
    let mut out = Vec::new();
    book.write_cards(None, CardStyle::AsItCame, &mut out, &|| false)
        .unwrap();
    let out = String::from_utf8(out).unwrap();
    out.contains("FN:Rowers\r\nMEMBER:mailto:") && out.contains("FN:Fjell\r\nX-A:1")
}

fn fixture(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/books/version-{version}.kith"))
}

/// `PRAGMA user_version`, read from the header of the file.
fn version_of(file: &Path) -> u32 {
    let head = fs::read(file).unwrap();
    u32::from_be_bytes(head[60..64].try_into().unwrap())
}

fn version_now() -> u32 {
    let place = Place::new();
    drop(place.open());
    version_of(&place.file())
}

/// Writes the fixture. Run once for each new migration:
/// `cargo test -p kith-tests --test journeys write_the_fixture -- --ignored`
#[test]
#[ignore = "writes the fixture of this version"]
fn write_the_fixture_of_this_version() {
    let to = fixture(version_now());
    assert!(
        !to.exists(),
        "a fixture that has landed is never written again"
    );
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let book = place.open();
    let mut plan = Plan::make(&book, "fixture", &[Source::Text(cards())], &Unwatched).unwrap();
    plan.apply(&book, &Unwatched, &minute(1)).unwrap();
    let last = *book
        .people_ids(&PeopleFilter::default(), &minute(2))
        .unwrap()
        .last()
        .unwrap();
    book.people_trash(&[last], &minute(2)).unwrap();
    assert!(keeps_cards(&book));
    let copy = book.backup_now(Why::ByHand, &minute(3)).unwrap().value.name;
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::copy(backups::folder(&place.file()).join(copy), to).unwrap();
}

#[test]
fn a_change_that_was_cut_off_before_the_upgrade_is_taken_back() {
    let elsewhere = Place::new();
    fs::copy(fixture(1), elsewhere.file()).unwrap();
    let writes = rusqlite::Connection::open(elsewhere.file()).unwrap();
    // With next to no cache, pages are written before the change ends.
    writes
        .execute_batch(
            "PRAGMA journal_mode = delete; PRAGMA cache_size = 1; BEGIN; UPDATE people SET display_name = hex(zeroblob(9000))",
        )
        .unwrap();
    let journal = |file: &Path| file.with_extension("kith-journal");
    let place = Place::new();
    fs::copy(elsewhere.file(), place.file()).unwrap();
    fs::copy(journal(&elsewhere.file()), journal(&place.file())).unwrap();
    assert!(
        fs::read(place.file()).unwrap() != fs::read(fixture(1)).unwrap(),
        "the change reached the file before it was cut off"
    );
    let book = place.open();
    assert_eq!(book.cannot_save(), None);
    let whole = Place::new();
    fs::copy(fixture(1), whole.file()).unwrap();
    assert_eq!(written(&book), written(&whole.open()));
}

#[test]
fn an_upgrade_that_fails_leaves_the_book_and_no_heap_of_copies() {
    let place = Place::new();
    fs::copy(fixture(8), place.file()).unwrap();
    // A table that a later version makes is there already.
    let by_hand = rusqlite::Connection::open(place.file()).unwrap();
    by_hand
        .execute_batch("CREATE TABLE commitments (id INTEGER PRIMARY KEY)")
        .unwrap();
    drop(by_hand);
    for n in 0..3 {
        assert!(Book::open(&place.file(), &minute(n)).is_err());
    }
    let version: i64 = rusqlite::Connection::open(place.file())
        .unwrap()
        .pragma_query_value(None, "user_version", |row| row.get(0))
        .unwrap();
    assert_eq!(version, 8);
    assert_eq!(backups::list(&place.file(), &minute(4)).unwrap(), []);
}

/// Version 8 marks the names whose parts were guessed, of those whom no card names.
#[test]
fn the_upgrade_marks_guessed_names_and_no_others() {
    let place = Place::new();
    fs::copy(fixture(7), place.file()).unwrap();
    let old = rusqlite::Connection::open(place.file()).unwrap();
    let of_card: i64 = old
        .query_row(
            "SELECT min(person_id) FROM source_cards s JOIN people p ON p.id = s.person_id WHERE trashed_at IS NULL",
            [],
            |row| row.get(0),
        )
        .unwrap();
    let names = [
        // Display name, given, additional, family, whether its parts are marked as guessed.
        ("Ada Berg", "Ada", "", "Berg", true),
        ("Prince", "Prince", "", "", true),
        ("Nagy Péter", "Péter", "", "Nagy", false),
        ("Mai Thu Linh", "Linh", "Thu", "Mai", false),
        ("Ada van Berg", "Ada", "", "van Berg", false),
    ];
    for (display, given, additional, family, _) in names {
        old.execute(
            "INSERT INTO people (uuid, display_name, prefix, given, additional, family, suffix, nickname, sort_key, created_at) \
             VALUES (?1, ?1, '', ?2, ?3, ?4, '', '', '', '2026-01-01T00:00:00Z')",
            (display, given, additional, family),
        )
        .unwrap();
    }
    let (simple, id) = (
        "UPDATE people SET display_name = 'Ola Nes', given = 'Ola', additional = '', family = 'Nes', \
                         prefix = '', suffix = '' WHERE id = ?1",
        of_card,
    );
    old.execute(simple, [id]).unwrap();
    drop(old);
    let book = place.open();
    let everyone = PeopleFilter::default();
    let pages: Vec<_> = book
        .people_ids(&everyone, &minute(5))
        .unwrap()
        .into_iter()
        .map(|id| book.person_page(id, &minute(5)).unwrap().name)
        .collect();
    for (display, .., guessed) in names {
        let name = pages.iter().find(|name| name.display == display).unwrap();
        assert_eq!(name.guessed, guessed, "{display}");
    }
    assert!(
        !book
            .person_page(PersonId(of_card), &minute(5))
            .unwrap()
            .name
            .guessed
    );
}

/// Checks that everybody who is kept close and active has a next check-in, also in books of versions that
/// had no check-ins.
fn has_its_rhythms(book: &Book, people: &[PersonId], version: u32) {
    is_sound(book);
    let now = minute(5);
    let (mut kept, mut talks) = (0, 0);
    for id in people {
        let page = book.person_page(*id, &now).unwrap();
        talks += page.talks;
        let mine = page.relationship;
        let Some(mine) = mine.filter(|mine| mine.kept_close_on.is_some()) else {
            continue;
        };
        if mine.status != Status::Active {
            continue;
        }
        kept += 1;
        let mut open = page.check_ins.iter();
        let next = open
            .find(|one| one.source == check_ins::Source::Cadence)
            .unwrap();
        assert_eq!(mine.next_due_on, Some(next.on));
        if version == 1 {
            let since = mine.kept_close_on.unwrap().date();
            let days = chrono::Days::new(mine.cadence_days.unwrap().into());
            assert_eq!(next.on, since + days);
        }
    }
    assert!(kept > 5, "version {version}: {kept}");
    assert_eq!(talks > 0, version > 1);
    let due = book.today_count(&now).unwrap();
    assert!(due > 0, "version {version}");
    let promises = book.commitments_today(1000, &now).unwrap().mine;
    let promised = promises
        .iter()
        .filter(|one| one.due_on.unwrap() <= now.today());
    let promised = u32::try_from(promised.count()).unwrap();
    assert_eq!(promised > 0, version >= 10, "version {version}");
    let steps = book.goal_steps_today(1000, &now).unwrap().total;
    assert_eq!(steps > 0, version >= 27, "version {version}");
    assert_eq!(book.today(1000, &now).unwrap().due + promised + steps, due);
    // Check-ins made by the upgrade have the same reminders as others.
    let fresh = Place::new();
    let fresh = read_back(&written(book), &fresh.folder.path().join("fresh.kith"));
    assert_eq!(rings(book), rings(&fresh));
}

#[test]
fn every_landed_version_opens_with_its_rows() {
    let newest = version_now();
    for version in 1..=newest {
        let landed = fixture(version);
        assert!(
            landed.exists(),
            "there is no fixture of version {version}: see write_the_fixture_of_this_version"
        );
        assert_eq!(version_of(&landed), version);
        let place = Place::new();
        fs::copy(&landed, place.file()).unwrap();
        let book = place.open();
        let everyone = PeopleFilter::default();
        let people = book.people_ids(&everyone, &minute(5)).unwrap();
        // The sample of the first version was smaller.
        let sample = if version == 1 { 20 } else { 60 };
        assert_eq!(people.len(), sample + CARDS - 1, "version {version}");
        has_its_rhythms(&book, &people, version);
        assert_eq!(book.trash_list(&minute(0)).unwrap().len(), 1);
        for id in &people {
            let page = book.person_page(*id, &minute(0)).unwrap();
            assert!(
                !page.contact_points.is_empty() && !page.affiliations.is_empty(),
                "{}",
                page.name.display
            );
        }
        assert_eq!(keeps_cards(&book), version > WITHOUT_KEPT_CARDS);
        let found = book
            .people_find("sailing", &everyone, 9, &minute(5))
            .unwrap();
        let samir = &found.rows[0].row;
        assert_eq!(samir.name, "Samir Haddoun");
        let knows = book.ties_of(samir.id, &minute(5)).unwrap();
        assert_eq!(knows.ties.len() > 5, version > 2, "version {version}");
        let proposed = book.ties_proposed(0, &minute(5)).unwrap().total;
        assert!(proposed > 5, "version {version}: {proposed}");
        let json = written(&book);
        assert_eq!(
            written(&read_back(&json, &place.folder.path().join("back.kith"))),
            json
        );
        let reasons: Vec<Why> = backups::list(&place.file(), &minute(0))
            .unwrap()
            .into_iter()
            .map(|b| b.why)
            .collect();
        assert_eq!(reasons.contains(&Why::BeforeUpgrade), version < newest);
        book.people_trash(&people[..1], &minute(9)).unwrap();
        book.undo(&minute(10)).unwrap();
        assert_eq!(written(&book), json);
        drop(book);
        assert!(Book::open(&place.file(), &minute(11)).is_ok());
    }
}
