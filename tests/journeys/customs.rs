//! Dates in numbers and times of day, as the system or a setting has them.

use kith_core::check_ins::{OtherReading, Snooze, WhenPurpose};
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
    set_all(book, &serde_json::json!({ "dateOrder": order }));
}

fn set_all(book: &Book, setting: &serde_json::Value) {
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

/// The words and the texts of the days that are offered for one press.
fn offered(book: &Book, text: &str, purpose: WhenPurpose) -> Vec<(String, String)> {
    let preview = book.when_preview(text, purpose, &now()).unwrap();
    let offered = preview.choices.into_iter();
    offered
        .map(|OtherReading { words, text }| (words, text))
        .collect()
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs
        .iter()
        .map(|(words, text)| ((*words).to_owned(), (*text).to_owned()))
        .collect()
}

#[test]
fn a_far_day_that_nobody_is_sure_of_offers_the_other_one() {
    let fixture = book();
    let book = &fixture.book;
    system(book, "en_US.UTF-8");
    let offered = |text: &str, purpose| offered(book, text, purpose);
    // Asked: both can be chosen, and what is chosen is understood without a doubt.
    let both = offered("12/3 15:00", WhenPurpose::CheckIn);
    assert_eq!(
        both,
        pairs(&[
            ("Thursday 3 December", "3 December 2026 3:00 pm"),
            ("Thursday 12 March", "12 March 2026 3:00 pm")
        ])
    );
    for ((_, text), on) in both.iter().zip(["2026-12-03", "2026-03-12"]) {
        assert_eq!(planned(book, text).unwrap(), on);
        assert_eq!(offered(text, WhenPurpose::CheckIn), []);
    }
    // Taken and said in words: the other one is farther still.
    assert_eq!(planned(book, "9/11").unwrap(), "2026-09-11");
    assert_eq!(
        offered("9/11", WhenPurpose::CheckIn),
        pairs(&[("Monday 9 November", "9 November 2026")])
    );
    // Cannot be: a talk on 3 August is still to come, one on 8 March was two days ago.
    assert!(
        book.when_preview("8/3/2026", WhenPurpose::Talk, &now())
            .unwrap()
            .problem
            .is_some()
    );
    assert_eq!(
        offered("8/3/2026", WhenPurpose::Talk),
        pairs(&[("Sunday 8 March", "8 March 2026")])
    );
    // Near, the same in both orders, in the past of a plan, or in an order that was chosen: nothing to ask.
    for sure in ["4/3", "4/4", "3/31", "3/1/2026", "3 december"] {
        assert_eq!(offered(sure, WhenPurpose::CheckIn), [], "{sure}");
    }
    set(book, "month_first");
    assert_eq!(offered("12/3", WhenPurpose::CheckIn), []);
    assert_eq!(offered("9/11", WhenPurpose::CheckIn), []);
}

#[test]
fn every_time_that_is_said_follows_the_clock() {
    let fixture = book();
    let (book, ana) = (&fixture.book, fixture.ana);
    book.check_in_plan(ana, "today 15:00", "", &now()).unwrap();
    let said = || {
        let page = book.person_page(ana, &now()).unwrap();
        let check_in = page.check_ins.into_iter().next().unwrap();
        let coming = book.today(10, &now()).unwrap().dates.remove(0).words;
        let preview = book
            .when_preview("today 7:00 pm", WhenPurpose::CheckIn, &now())
            .unwrap();
        [
            check_in.words,
            coming,
            preview.understood.unwrap(),
            preview.rings.unwrap(),
            book.snooze_options(&now()).unwrap().remove(0).words,
        ]
    };
    let twenty_four = [
        "Tuesday 10 March, today, 15:00",
        "Planned check-in, 15:00",
        "Tuesday 10 March, today, 19:00",
        "That is outside your working hours, so the reminder comes Wednesday 11 March at 08:30.",
        "13:00",
    ];
    let twelve = [
        "Tuesday 10 March, today, 3:00 pm",
        "Planned check-in, 3:00 pm",
        "Tuesday 10 March, today, 7:00 pm",
        "That is outside your working hours, so the reminder comes Wednesday 11 March at 8:30 am.",
        "1:00 pm",
    ];
    assert_eq!(said(), twenty_four);
    system(book, "en_US.UTF-8");
    assert_eq!(said(), twelve);
    // A setting overrides the system, and Undo takes it back.
    set_all(book, &serde_json::json!({ "hourClock": "twenty_four" }));
    assert_eq!(said(), twenty_four);
    book.undo(&now()).unwrap();
    assert_eq!(said(), twelve);
}

#[test]
fn a_reason_and_a_snooze_say_the_time_by_the_clock() {
    let fixture = book();
    let (book, ana) = (&fixture.book, fixture.ana);
    system(book, "en_AU.UTF-8");
    let done = book.check_in_plan(ana, "today 15:00", "", &now()).unwrap();
    let later = Moment {
        utc: "2026-03-10T14:30:00Z".parse().unwrap(),
        ..now()
    };
    let row = book.today(10, &later).unwrap().rows.remove(0);
    assert_eq!(row.reason.head, "Planned for today at 3:00 pm");
    let until = Snooze::On {
        when: "tomorrow 10am".into(),
    };
    book.check_in_snooze(&[done.value], &until, &later).unwrap();
    let page = book.person_page(ana, &later).unwrap();
    let to = page.check_ins.into_iter().next().unwrap().snoozed_to;
    assert_eq!(to.unwrap(), "Wednesday 11 March, 10:00 am");
}

#[test]
fn a_birthday_says_how_it_was_understood() {
    let fixture = book();
    let book = &fixture.book;
    let said = |text: &str| {
        let preview = book.date_preview(text).unwrap();
        (preview.understood.unwrap_or_default(), preview.other)
    };
    system(book, "en_US.UTF-8");
    assert_eq!(
        said("3/4/1985"),
        ("4 March 1985".into(), Some("3 April 1985".into()))
    );
    assert_eq!(birthday(&fixture, "3 April 1985"), (Some(3), Some(4)));
    set(book, "day_first");
    assert_eq!(said("3/4/1985"), ("3 April 1985".into(), None));
}
