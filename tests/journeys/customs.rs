//! Dates in numbers, as the system or a setting has them.

use kith_core::check_ins::WhenPurpose;
use kith_core::details::{DateKind, DetailEdit, NewPerson};
use kith_core::{Book, Customs, Moment, PersonId};

fn now() -> Moment {
    Moment {
        utc: "2026-03-10T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

struct Fixture {
    _folder: tempfile::TempDir,
    book: Book,
    ana: PersonId,
}

fn book() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    let person = NewPerson {
        name: "Ana Berg".into(),
        ..NewPerson::default()
    };
    let ana = book.person_add(&person, &now()).unwrap().value;
    Fixture {
        _folder: folder,
        book,
        ana,
    }
}

fn system(book: &Book, locale: &str) {
    let customs = Customs::of_locales(locale, locale);
    book.system_customs_are(&customs).unwrap();
}

fn set(book: &Book, order: &str) {
    let setting = serde_json::json!({ "dateOrder": order });
    book.settings_set(setting.as_object().unwrap(), &now())
        .unwrap();
}

/// The day that is understood, or what is asked.
fn planned(book: &Book, text: &str) -> Result<String, String> {
    let read = book
        .when_preview(text, WhenPurpose::CheckIn, &now())
        .unwrap();
    match read.problem {
        Some(problem) => Err(problem),
        None => Ok(read.on.unwrap().to_string()),
    }
}

fn birthday(fixture: &Fixture, text: &str) -> (Option<u8>, Option<u8>) {
    let edit = DetailEdit::Date {
        id: None,
        kind: DateKind::Birthday,
        label: String::new(),
        text: text.into(),
    };
    let book = &fixture.book;
    book.person_edit(fixture.ana, &edit, &now()).unwrap();
    let date = book
        .person_page(fixture.ana, &now())
        .unwrap()
        .dates
        .remove(0);
    book.undo(&now()).unwrap();
    (date.day, date.month)
}

#[test]
fn plans_and_birthdays_understand_numbers_alike() {
    let fixture = book();
    let book = &fixture.book;
    system(book, "de_DE.UTF-8");
    assert_eq!(planned(book, "3/4").unwrap(), "2026-04-03");
    assert_eq!(birthday(&fixture, "3/4/1985"), (Some(3), Some(4)));
    system(book, "en_US.UTF-8");
    assert_eq!(planned(book, "4/3").unwrap(), "2026-04-03");
    assert_eq!(birthday(&fixture, "4/3/1985"), (Some(3), Some(4)));
    // A setting overrides the system, and Undo takes it back.
    set(book, "day_first");
    assert_eq!(planned(book, "3/4").unwrap(), "2026-04-03");
    assert_eq!(birthday(&fixture, "3/4/1985"), (Some(3), Some(4)));
    book.undo(&now()).unwrap();
    assert_eq!(planned(book, "4/3").unwrap(), "2026-04-03");
    // With dots the day is first everywhere.
    assert_eq!(planned(book, "3.4.").unwrap(), "2026-04-03");
}

#[test]
fn what_is_not_sure_and_far_away_is_asked() {
    let fixture = book();
    let book = &fixture.book;
    // 12 March is in two days, 3 December in nine months.
    system(book, "en_US.UTF-8");
    assert_eq!(
        planned(book, "12/3").unwrap_err(),
        "Thursday 3 December or Thursday 12 March? Write the month as a word."
    );
    assert_eq!(planned(book, "3/12").unwrap(), "2026-03-12");
    set(book, "month_first");
    assert_eq!(planned(book, "12/3").unwrap(), "2026-12-03");
}
