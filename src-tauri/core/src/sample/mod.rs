//! The sample: a book of invented people for trying out Kith.

mod attributes;
mod boundaries;
mod events;
mod give_take;
mod history;
mod introductions;
mod needs;
mod others;
mod people;
mod promises;
mod reflecting;
mod sharing;
mod talks;
mod team;
mod ties;
mod topics;
mod whole_person;

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike, Duration, NaiveDate};
use serde_json::{Map, Value, json};

use crate::backups::beside;
use crate::book::{Book, must};
use crate::check_ins::LevelDays;
use crate::details::{DateKind, DetailEdit, NewPerson};
use crate::error::Result;
use crate::ids::PersonId;
use crate::keeping_close::RelationshipEdit;
use crate::moment::Moment;
use crate::relationships::KindId;
use crate::relationships::KindListed;
use crate::settings::{Setting, setting_rows};
use crate::store::operations;
use history::{Cast, ago};
use others::{OTHERS, Other};
use people::{OUTSIDE, Sketch, When};
use team::TEAM;

/// The setting that holds the day on which the sample was made. On another day it is made anew, because
/// its dates are relative to today.
const MADE_ON: &str = "sampleMadeOn";

/// How many days ago all people were added: before the first conversation.
const ADDED_DAYS_AGO: i64 = 400;

/// Makes the sample in `file`, if there is none or it was made on another day.
///
/// # Errors
/// Those of [`Book::open`], and `DiskFull` or `NotWritable` if the file cannot be written.
pub fn make(file: &Path, now: &Moment) -> Result<()> {
    let today = Value::from(now.today().to_string()).to_string();
    if file.exists() && made_on(file, now).as_ref() == Some(&today) {
        return Ok(());
    }
    let fresh = beside(file, "making");
    fill(&fresh, now, &today).inspect_err(|_| remove(&fresh))?;
    remove(file);
    fs::rename(&fresh, file)?;
    Ok(())
}

fn made_on(file: &Path, now: &Moment) -> Option<String> {
    let book = Book::open(file, now).ok()?;
    let remembered = book.read(setting_rows::all).ok()?;
    let made = remembered.into_iter().find(|(key, _)| key == MADE_ON);
    made.map(|(_, day)| day)
}

fn remove(book: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = book.as_os_str().to_owned();
        name.push(suffix);
        let _gone = fs::remove_file(PathBuf::from(name));
    }
}

fn fill(file: &Path, now: &Moment, today: &str) -> Result<()> {
    let book = Book::open(file, now)?;
    // The file is not in use yet and is synced once at the end, so single changes need not wait for the disk.
    book.sync_no_change()?;
    let me = json!({ "names": ["Robin Ashdown"], "emails": ["robin@northmere.example"], "phones": ["+1 202 555 0100"] });
    // What is due today is told of wished days.
    let set = [
        ("me".to_owned(), me),
        ("onboarded".to_owned(), true.into()),
        (LevelDays::KEY.to_owned(), false.into()),
    ];
    book.settings_set(&Map::from_iter(set), &ago(now, ADDED_DAYS_AGO))?;
    let people = everybody(&book, now)?;
    let cast = Cast {
        book: &book,
        people,
        now: *now,
    };
    cast.play()?;
    cast.tie()?;
    cast.know_whole_people()?;
    cast.say_boundaries()?;
    cast.promise()?;
    cast.give_and_take()?;
    cast.introduce()?;
    cast.have_topics()?;
    cast.have_attributes()?;
    cast.keep_to_share()?;
    cast.have_been_there()?;
    cast.look_back()?;
    cast.need()?;
    let set = [(LevelDays::KEY.to_owned(), true.into())];
    book.settings_set(&Map::from_iter(set), now)?;
    book.level_take(now)?;
    book.revivals_choose(now)?;
    book.change_for_good(|tx| {
        setting_rows::remember(tx, MADE_ON, today)?;
        // The user can undo only what they do themselves.
        operations::forget_all_but(tx, "[]")
    })?;
    drop(book);
    fs::File::options().write(true).open(file)?.sync_all()?;
    Ok(())
}

fn everybody(book: &Book, now: &Moment) -> Result<HashMap<&'static str, PersonId>> {
    let kinds = book.kinds_list()?;
    let mut people = HashMap::new();
    for sketch in OUTSIDE.iter().chain(TEAM) {
        people.insert(sketch.name, add(book, &kinds, sketch, now)?);
    }
    let mut of_kind: HashMap<&str, Vec<PersonId>> = HashMap::new();
    for other in OTHERS {
        let id = add_other(book, other, now)?;
        people.insert(other.name, id);
        if !other.kind.is_empty() {
            of_kind.entry(other.kind).or_default().push(id);
        }
    }
    for (kind, ids) in of_kind {
        let id = Some(kind_named(&kinds, kind)?);
        book.relationship_edit(
            &ids,
            &RelationshipEdit::Kind { id },
            &ago(now, ADDED_DAYS_AGO),
        )?;
    }
    Ok(people)
}

fn add_other(book: &Book, other: &Other, now: &Moment) -> Result<PersonId> {
    let person = NewPerson {
        name: other.name.to_owned(),
        email: other.email(),
        phone: other.phone(),
        organisation: other.organisation.to_owned(),
        role: other.role.to_owned(),
    };
    Ok(book.person_add(&person, &ago(now, ADDED_DAYS_AGO))?.value)
}

fn kind_named(kinds: &[KindListed], name: &str) -> Result<KindId> {
    let kind = kinds.iter().find(|kind| kind.name == name);
    must(kind.map(|kind| kind.id), "sample kind")
}

fn add(book: &Book, kinds: &[KindListed], sketch: &Sketch, now: &Moment) -> Result<PersonId> {
    let person = NewPerson {
        name: sketch.name.to_owned(),
        email: sketch.email.to_owned(),
        phone: sketch.phone.to_owned(),
        ..NewPerson::default()
    };
    let then = ago(now, ADDED_DAYS_AGO);
    let id = book.person_add(&person, &then)?.value;
    let edit = |edit: &DetailEdit| book.person_edit(id, edit, &then);
    let declare = |edit: &RelationshipEdit| book.relationship_edit(&[id], edit, &then);
    edit(&work(sketch, now))?;
    let kind = kind_named(kinds, sketch.kind)?;
    match sketch.close {
        Some((cadence_days, importance)) => book.relationship_edit(
            &[id],
            &RelationshipEdit::KeepClose {
                kind,
                cadence_days,
                importance,
                next: String::new(),
            },
            &ago(now, sketch.close_for),
        )?,
        None => declare(&RelationshipEdit::Kind { id: Some(kind) })?,
    };
    if sketch.workplace.is_some() {
        declare(&RelationshipEdit::Workplace {
            value: sketch.workplace,
        })?;
    }
    if !sketch.purpose.is_empty() {
        let value = sketch.purpose.to_owned();
        declare(&RelationshipEdit::Purpose { value })?;
    }
    for name in sketch.tags {
        let name = (*name).to_owned();
        edit(&DetailEdit::AddTag { name })?;
    }
    more(book, id, sketch, now)?;
    Ok(id)
}

fn work(sketch: &Sketch, now: &Moment) -> DetailEdit {
    DetailEdit::Affiliation {
        id: None,
        organisation: sketch.organisation.to_owned(),
        role: sketch.role.to_owned(),
        department: sketch.department.to_owned(),
        since: match sketch.full_in {
            Some(in_days) => {
                years_before(now.today() + Duration::days(in_days), sketch.years).to_string()
            }
            None => (now.today().year() - sketch.years).to_string(),
        },
        until: String::new(),
    }
}

/// Adds links, dates and notes.
fn more(book: &Book, id: PersonId, sketch: &Sketch, now: &Moment) -> Result<()> {
    for (kind, value, label) in sketch.also {
        let point = DetailEdit::ContactPoint {
            id: None,
            kind: *kind,
            value: (*value).to_owned(),
            label: (*label).to_owned(),
            preferred: false,
        };
        book.person_edit(id, &point, now)?;
    }
    if let Some(when) = sketch.birthday {
        let date = DetailEdit::Date {
            id: None,
            kind: DateKind::Birthday,
            label: String::new(),
            text: said(when, now),
        };
        book.person_edit(id, &date, now)?;
    }
    for (days, body) in sketch.notes {
        let note = DetailEdit::Note {
            id: None,
            body: (*body).to_owned(),
        };
        book.person_edit(id, &note, &ago(now, *days))?;
    }
    Ok(())
}

fn said(when: When, now: &Moment) -> String {
    let day = now.today() + Duration::days(when.in_days);
    match when.age {
        Some(age) => years_before(day, age).format("%-d %B %Y").to_string(),
        None => day.format("%-d %B").to_string(),
    }
}

/// The same day `years` years earlier; 28 February for a 29 February that does not exist.
fn years_before(day: NaiveDate, years: i32) -> NaiveDate {
    let year = day.year() - years;
    let same = day.with_year(year);
    same.or_else(|| day.pred_opt()?.with_year(year))
        .unwrap_or(day)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeSet, HashSet};

    use chrono_tz::{America, Europe, Pacific, Tz};

    use super::*;
    use crate::details::ContactKind;
    use crate::people_list::PeopleFilter;
    use crate::relationships::Status;
    use crate::store::noun::TableKind;
    use crate::today::TodayRow;

    fn at(utc: &str) -> Moment {
        Moment {
            utc: utc.parse().unwrap(),
            zone: America::New_York,
        }
    }

    fn written(file: &Path, now: &Moment) -> String {
        let mut json = Vec::new();
        let book = Book::open(file, now).unwrap();
        book.write_json(&mut json).unwrap();
        String::from_utf8(json).unwrap()
    }

    fn made(utc: &str, zone: Tz) -> (tempfile::TempDir, Book, Moment) {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample.kith");
        let now = Moment { zone, ..at(utc) };
        make(&file, &now).unwrap();
        let book = Book::open(&file, &now).unwrap();
        (folder, book, now)
    }

    #[test]
    fn the_sample_is_sixty_people_who_can_be_found() {
        let (_folder, book, now) = made("2028-02-29T15:00:00Z", America::New_York);
        let outline = book.people_outline(&PeopleFilter::default(), &now).unwrap();
        assert_eq!(outline.total, 60);
        for typed in ["sar", "555 0148", "sailing", "forum", "pelagic"] {
            let found = book
                .people_find(typed, &PeopleFilter::default(), 9, &now)
                .unwrap();
            assert!(!found.rows.is_empty(), "{typed}");
        }
        assert!(book.history(9, &now).unwrap().is_empty());
        assert!(book.settings().unwrap().onboarded);
    }

    /// The days are a leap day and the days before it, weekends, both ends of a year, an hour that a clock
    /// change skips, and zones at both ends of the offsets.
    #[test]
    fn it_has_something_of_everything_on_any_day() {
        for (utc, zone) in [
            ("2028-02-29T15:00:00Z", America::New_York),
            ("2028-02-25T15:00:00Z", America::New_York),
            ("2026-11-22T00:10:00Z", Europe::Oslo),
            ("2026-12-31T22:59:00Z", Europe::Oslo),
            ("2027-03-28T01:30:00Z", Europe::Oslo),
            ("2027-01-01T10:30:00Z", Pacific::Kiritimati),
            ("2026-06-15T10:30:00Z", Pacific::Pago_Pago),
        ] {
            let (_folder, book, now) = made(utc, zone);
            today_is_worth_a_look(&book, &now);
            people_stand_in_many_ways(&book, &now);
        }
    }

    /// Of every noun there is something to see, but for what comes of use alone.
    #[test]
    fn no_table_of_a_noun_is_empty_in_it() {
        const OF_USE: [&str; 9] = [
            "no_conflicts",
            "kind_boundaries",
            "kept_cards",
            "map_pins",
            "first_steps",
            "exchange_settlements",
            "refused_introductions",
            "opener_rests",
            "distinct_people",
        ];
        let (_folder, book, _) = made("2026-03-10T15:00:00Z", Europe::Oslo);
        let empty = book.read(|tx| {
            let tables = tx.schema().nouns.iter().flat_map(|noun| noun.tables);
            let told = tables.filter(|table| table.kind != TableKind::Aside);
            let mut empty = Vec::new();
            for table in told {
                let sql = format!("SELECT 1 FROM {} LIMIT 1", table.name);
                if tx.first(&sql, [], |_| Ok(()))?.is_none() {
                    empty.push(table.name);
                }
            }
            Ok(empty)
        });
        assert_eq!(empty.unwrap(), OF_USE);
    }

    fn today_is_worth_a_look(book: &Book, now: &Moment) {
        let today = book.today(50, now).unwrap();
        let why = |row: &TodayRow| {
            let (name, reason) = (&row.person.name, &row.reason);
            format!("{name}: {} · {}", reason.head, row.order)
        };
        assert_eq!(
            today.rows.iter().map(why).collect::<Vec<_>>(),
            [
                "Ilse Varnholt: 42 days since the last video call · 40 % over",
                "Daniel Osterby: 61 days since the last email · 36 % over",
                "Nadia Ferreux: Not yet contacted · due today, highest",
                "Hannah Iwobi: Planned for today · planned, high",
                "Meenal Dasrath: 14 days since you met in person · due today, high",
                "Yuki Taniwaki: 30 days since you met in person · due today, usual",
            ],
            "{now:?}"
        );
        // A smaller limit gives the first of the same rows, also among rows that differ only by name.
        for limit in 0..today.rows.len() {
            let fewer = book.today(u32::try_from(limit).unwrap(), now).unwrap();
            assert_eq!((fewer.due, fewer.rows.len()), (today.due, limit));
            assert_eq!(fewer.rows, today.rows[..limit]);
        }
        let notes = today.rows.iter().filter(|row| !row.last_note.is_empty());
        assert_eq!(notes.count(), 5);
        // Compared without order: an anniversary of 29 February may fall on the 28th. A promise is told of until its
        // notice has come: on some days it has already.
        let coming = today.dates.iter();
        let mut coming: BTreeSet<_> = coming
            .map(|date| format!("{}: {}", date.person.name, date.words))
            .collect();
        let shared = "Promise, also with Samir Haddoun: A summary of what the three of us settled";
        coming.remove(&format!("Gareth Pennlow: {shared}"));
        let expected = [
            "Amara Nwokedi: Birthday",
            "Gareth Pennlow: Bring him the humidity protocol to read",
            "Kofi Amenuvor: Birthday",
            "Leonie Marchwald: Contract review, 10:00",
            "Meenal Dasrath: Birthday, 34",
            "Samir Haddoun: Birthday, 45",
            "Samir Haddoun: Send him the one-page ask for the Forum",
            "Sofia Lindqvern: Birthday, 38",
            "Tomasz Wilczyn: 6 years at Northmere",
        ];
        assert_eq!(coming, expected.map(String::from).into(), "{now:?}");
        let ahead = today.days.iter().filter(|day| day.check_ins > 0);
        assert!(ahead.count() >= 6, "{now:?}");
    }

    fn people_stand_in_many_ways(book: &Book, now: &Moment) {
        let rows = |filter| book.people_window(&filter, 0, 99, now).unwrap();
        let everyone = rows(PeopleFilter::default());
        let close = everyone.iter().filter(|row| row.kept_close).count();
        assert!((15..=20).contains(&close), "{close}");
        let warmth: HashSet<_> = everyone.iter().filter_map(|row| row.warmth).collect();
        assert_eq!(warmth, (1..=5).collect(), "{now:?}");
        for status in [Status::Paused, Status::Ended, Status::Dormant] {
            let of = everyone.iter().filter(|row| row.status == Some(status));
            assert_eq!(of.count(), 1, "{status:?} {now:?}");
        }
        let quiet = rows(PeopleFilter {
            quiet: true,
            ..PeopleFilter::default()
        });
        let quiet: Vec<_> = quiet.iter().map(|row| row.name.as_str()).collect();
        let expected = [
            "Amara Nwokedi",
            "Daniel Osterby",
            "Ilse Varnholt",
            "Rosalind Aydelott",
        ];
        assert_eq!(quiet, expected, "{now:?}");
    }

    #[test]
    fn who_knows_whom_is_in_it_and_six_ties_wait_to_be_decided() {
        let (_folder, book, now) = made("2026-03-10T15:00:00Z", Europe::Oslo);
        let everyone = PeopleFilter::default();
        let id = |name: &str| {
            let found = book.people_find(name, &everyone, 1, &now).unwrap();
            found.rows[0].row.id
        };
        let gareth = book.ties_of(id("Gareth Pennlow"), &now).unwrap();
        let names: Vec<_> = gareth
            .ties
            .iter()
            .map(|tie| tie.with.name.as_str())
            .collect();
        assert_eq!(
            names,
            [
                "Nadia Ferreux",
                "Samir Haddoun",
                "Helena Prokš",
                "Yuki Taniwaki",
                "Adaeze Umeh",
                "Jonas Witterick"
            ]
        );
        assert_eq!(
            gareth.ties[0].spoken,
            "Gareth Pennlow knows Nadia Ferreux, VP Research at Orrin Pharma. Close, since 2019. \
             You have not talked with them yet."
        );
        let proposed = book.ties_proposed(50, &now).unwrap().ties;
        let proposed: Vec<String> = proposed
            .iter()
            .map(|tie| {
                format!(
                    "{} {} {}: {}",
                    tie.person.name, tie.how, tie.other.name, tie.reason
                )
            })
            .collect();
        assert_eq!(
            proposed,
            [
                "Theo Marangos reports to Daniel Osterby: Written on Theo’s card",
                "Hannah Iwobi works with Rafael Montiqué: Same department at Tarn Biologics",
                "Leonie Marchwald works with Sabine Orleth: Same department at St Alder Hospitals",
                "Hannah Iwobi knows Marta Iglesor: Both in your talk on 18 November 2025",
                "Sofia Lindqvern knows Clara Whitlow: Both in your talk on 22 October 2025",
                "Leonie Marchwald knows Elif Sarıkan: Both in your talk on 24 July 2025",
            ]
        );
        let theo = book.person_page(id("Theo Marangos"), &now).unwrap();
        assert_eq!((theo.contact_points.len(), theo.affiliations.len()), (2, 1));
        let over = book.ties_of(id("Pavel Drenko"), &now).unwrap().over;
        assert_eq!(
            (over[0].how.as_str(), over[0].years.as_str()),
            ("reported to", "2021 – 2025")
        );
        // Somebody to whom there is no way in: nobody in the book knows her.
        let wanda = id("Wanda Kreuzlin");
        assert_eq!(
            book.ties_of(wanda, &now).unwrap(),
            crate::ties::PersonTies::default()
        );
        assert!(
            book.person_page(wanda, &now)
                .unwrap()
                .relationship
                .is_none()
        );
        let houses = book
            .read(|tx| crate::details::affiliation_rows::present(tx, None))
            .unwrap();
        for house in houses.chunk_by(|one, next| one.organisation == next.organisation) {
            assert!(house.len() > 1, "{house:?}");
        }
    }

    #[test]
    fn nobody_in_it_can_be_called_or_written_to() {
        let sketches = OUTSIDE.iter().chain(TEAM);
        let own = sketches
            .clone()
            .map(|one| (one.email.to_owned(), one.phone.to_owned()));
        let others = OTHERS.iter().map(|one| (one.email(), one.phone()));
        let mut phones = HashSet::new();
        for (email, phone) in own.chain(others) {
            assert!(email.ends_with(".example"), "{email}");
            let last = phone.strip_prefix("+1 202 555 01");
            assert!(last.is_some_and(|last| last.len() == 2), "{phone}");
            assert!(phones.insert(phone.clone()), "twice: {phone}");
        }
        for (kind, value, _) in sketches.flat_map(|sketch| sketch.also) {
            assert!(
                matches!(kind, ContactKind::Address) || value.contains(".example"),
                "{value}"
            );
        }
    }

    #[test]
    fn it_stays_for_the_day_and_is_fresh_on_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample.kith");
        let (now, tomorrow) = (at("2026-11-21T15:00:00Z"), at("2026-11-22T15:00:00Z"));
        make(&file, &now).unwrap();
        let book = Book::open(&file, &now).unwrap();
        let new = NewPerson {
            name: "Mine".into(),
            ..NewPerson::default()
        };
        book.person_add(&new, &now).unwrap();
        drop(book);
        make(&file, &now).unwrap();
        assert!(written(&file, &now).contains("\"Mine\""));
        make(&file, &tomorrow).unwrap();
        assert!(!written(&file, &tomorrow).contains("\"Mine\""));
        fs::write(&file, b"damaged").unwrap();
        make(&file, &tomorrow).unwrap();
        assert!(written(&file, &tomorrow).contains("Samir"));
        let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
        assert_eq!(left.len(), 1, "{left:?}");
    }
}
