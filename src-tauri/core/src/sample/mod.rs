//! A book of invented people, to look around in before one's own are there.

mod people;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{Datelike, Duration};
use serde_json::{Map, Value, json};

use crate::backups::beside;
use crate::book::Book;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::{DateKind, NewPerson, PersonEdit};
use crate::relationships::Kind;
use crate::store::{operations, settings};
use people::{PEOPLE, Sketch, When};

/// Remembered in the sample, so that tomorrow's dates are made of tomorrow.
const MADE_ON: &str = "sampleMadeOn";

/// Makes the sample in `file`, where there is none or it is of another day: its dates are relative to today.
///
/// # Errors
/// What the disk says.
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
    let remembered = book.read(settings::all).ok()?;
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
    let me = json!({ "names": ["Robin Ashdown"], "emails": ["robin@northmere.example"], "phones": ["+1 202 555 0100"] });
    let set = [("me".to_owned(), me), ("onboarded".to_owned(), true.into())];
    book.settings_set(&Map::from_iter(set), now)?;
    let kinds = book.kinds_list()?;
    for sketch in PEOPLE {
        add(&book, &kinds, sketch, now)?;
    }
    book.change_for_good(|tx| {
        settings::remember(tx, MADE_ON, today)?;
        // Undo begins with what the person does in it.
        operations::forget_before(tx, "9999")
    })
}

fn add(book: &Book, kinds: &[Kind], sketch: &Sketch, now: &Moment) -> Result<()> {
    let person = NewPerson {
        name: sketch.name.to_owned(),
        email: sketch.email.to_owned(),
        phone: sketch.phone.to_owned(),
        ..NewPerson::default()
    };
    let id = book.person_add(&person, &ago(now, 200))?.value;
    let edit = |edit: &PersonEdit| book.person_edit(id, edit, now);
    edit(&work(sketch, now))?;
    let kind = kinds.iter().find(|kind| kind.name == sketch.kind);
    let kind = kind.ok_or_else(|| Error::internal("sample kind"))?.id;
    match sketch.close {
        Some((cadence_days, importance)) => book.person_edit(
            id,
            &PersonEdit::KeepClose {
                kind,
                cadence_days,
                importance,
            },
            &ago(now, 120),
        )?,
        None => edit(&PersonEdit::Kind { id: Some(kind) })?,
    };
    if sketch.workplace.is_some() {
        edit(&PersonEdit::Workplace {
            value: sketch.workplace,
        })?;
    }
    if !sketch.purpose.is_empty() {
        let value = sketch.purpose.to_owned();
        edit(&PersonEdit::Purpose { value })?;
    }
    for name in sketch.tags {
        let name = (*name).to_owned();
        edit(&PersonEdit::AddTag { name })?;
    }
    more(book, id, sketch, now)
}

fn work(sketch: &Sketch, now: &Moment) -> PersonEdit {
    PersonEdit::Affiliation {
        id: None,
        organisation: sketch.organisation.to_owned(),
        role: sketch.role.to_owned(),
        department: sketch.department.to_owned(),
        since: (now.today().year() - sketch.years).to_string(),
        until: String::new(),
    }
}

/// Links, dates and notes.
fn more(book: &Book, id: PersonId, sketch: &Sketch, now: &Moment) -> Result<()> {
    for (kind, value, label) in sketch.also {
        let point = PersonEdit::ContactPoint {
            id: None,
            kind: *kind,
            value: (*value).to_owned(),
            label: (*label).to_owned(),
            preferred: false,
        };
        book.person_edit(id, &point, now)?;
    }
    if let Some(when) = sketch.birthday {
        let date = PersonEdit::Date {
            id: None,
            kind: DateKind::Birthday,
            label: String::new(),
            text: said(when, now),
        };
        book.person_edit(id, &date, now)?;
    }
    for (days, body) in sketch.notes {
        let note = PersonEdit::Note {
            id: None,
            body: (*body).to_owned(),
        };
        book.person_edit(id, &note, &ago(now, *days))?;
    }
    Ok(())
}

fn ago(now: &Moment, days: i64) -> Moment {
    Moment {
        utc: now.utc - Duration::days(days),
        ..*now
    }
}

fn said(when: When, now: &Moment) -> String {
    let day = now.today() + Duration::days(when.in_days);
    let Some(age) = when.age else {
        return day.format("%-d %B").to_string();
    };
    // Not every year has a 29 February.
    let born = day.with_year(day.year() - age);
    born.or_else(|| day.pred_opt()?.with_year(day.year() - age))
        .unwrap_or(day)
        .format("%-d %B %Y")
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::ContactKind;
    use crate::people::PeopleFilter;

    fn at(utc: &str) -> Moment {
        Moment {
            utc: utc.parse().unwrap(),
            zone: chrono_tz::America::New_York,
        }
    }

    fn written(file: &Path, now: &Moment) -> String {
        let mut json = Vec::new();
        let book = Book::open(file, now).unwrap();
        book.write_json(&mut json).unwrap();
        String::from_utf8(json).unwrap()
    }

    #[test]
    fn the_sample_is_about_twenty_people_who_can_be_found() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("sample.kith");
        // A leap day: birthdays around it must still be dates.
        let now = at("2028-02-29T15:00:00Z");
        make(&file, &now).unwrap();
        let book = Book::open(&file, &now).unwrap();
        let outline = book.people_outline(&PeopleFilter::default(), &now).unwrap();
        assert!((18..=26).contains(&outline.total), "{}", outline.total);
        for typed in ["sar", "555 0148", "sailing", "forum", "pelagic"] {
            let found = book
                .people_find(typed, &PeopleFilter::default(), 9, &now)
                .unwrap();
            assert!(!found.rows.is_empty(), "{typed}");
        }
        let close = book
            .people_window(&PeopleFilter::default(), 0, 99, &now)
            .unwrap();
        let close = close.iter().filter(|row| row.kept_close).count();
        assert!((6..=14).contains(&close), "{close}");
        assert!(book.history(9, &now).unwrap().is_empty());
        assert!(book.settings().unwrap().onboarded);
    }

    #[test]
    fn nobody_in_it_can_be_called_or_written_to() {
        for sketch in PEOPLE {
            assert!(sketch.email.ends_with(".example"), "{}", sketch.email);
            let own = sketch.phone.strip_prefix("+1 202 555 01");
            assert!(own.is_some_and(|own| own.len() == 2), "{}", sketch.phone);
            for (kind, value, _) in sketch.also {
                assert!(
                    matches!(kind, ContactKind::Address) || value.contains(".example"),
                    "{value}"
                );
            }
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
