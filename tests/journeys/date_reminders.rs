//! Birthdays and other dates: their notice, their reminders, and where else they show.

use chrono::{Days, NaiveDate};
use kith_core::details::{DateKind, DateNotice, DetailEdit};
use kith_core::relationships::Status;
use kith_core::reminders::{Buttons, Reminder, ReminderAnswer, Run};
use kith_core::{Book, Code, Moment, PersonId};
use serde_json::{Map, Value, json};

use crate::talks::{add, add_close, and_back, at, keep, noon, status};
use crate::{Place, read_back, written};

/// A morning inside working hours in Oslo.
fn morning(day: &str) -> Moment {
    at(&format!("{day}T08:00:00Z"))
}

fn date(book: &Book, person: PersonId, kind: DateKind, text: &str, now: &Moment) {
    let edit = DetailEdit::Date {
        id: None,
        kind,
        label: String::new(),
        text: text.to_owned(),
    };
    book.person_edit(person, &edit, now).unwrap();
}

fn notice(book: &Book, person: PersonId, value: Option<DateNotice>, now: &Moment) {
    let edit = DetailEdit::DateNotice { value };
    and_back(book, now, || book.person_edit(person, &edit, now).unwrap());
}

fn usual(book: &Book, value: &str, now: &Moment) {
    let setting = Map::from_iter([("dateNotice".to_owned(), Value::from(value))]);
    book.settings_set(&setting, now).unwrap();
}

/// Ana, kept close with a rhythm that does not ring in the first half of 2026, was born on 12 March 1986.
fn begin() -> (Place, Book, Run, PersonId) {
    let place = Place::new();
    let first = noon("2026-01-10");
    let book = Book::open(&place.file(), &first).unwrap();
    let ana = add_close(&book, "Ana", 900, &first);
    date(&book, ana, DateKind::Birthday, "12 March 1986", &first);
    let run = book.reminders_begin(&first).unwrap();
    (place, book, run, ana)
}

fn claim(book: &Book, run: Run, now: &Moment) -> Vec<Reminder> {
    let look = book.reminders_tick_state(&[], now).unwrap();
    let claimed = book.reminders_claim(run, now).unwrap();
    assert!(look.rings || claimed.is_empty());
    let keys: Vec<_> = claimed.iter().flat_map(|one| one.keys.clone()).collect();
    book.reminders_shown(&keys, now).unwrap();
    claimed
}

fn told(book: &Book, run: Run, day: &str) -> Vec<String> {
    let claimed = claim(book, run, &morning(day));
    claimed.into_iter().map(|one| one.reason).collect()
}

#[test]
fn a_birthday_is_told_on_its_day_each_year_and_once() {
    let (_place, book, run, _) = begin();
    assert!(told(&book, run, "2026-03-11").is_empty());
    let [one] = claim(&book, run, &morning("2026-03-12"))
        .try_into()
        .unwrap();
    assert_eq!(one.reason, "Birthday, 40: today");
    assert_eq!((one.name.as_str(), one.buttons), ("Ana", None));
    assert!(told(&book, run, "2026-03-12").is_empty());
    // Nobody answered. What is told once is not told again when Kith starts anew.
    let again = book.reminders_begin(&morning("2026-03-13")).unwrap();
    assert!(told(&book, again, "2026-03-13").is_empty());
    assert!(told(&book, again, "2027-03-11").is_empty());
    assert_eq!(told(&book, again, "2027-03-12"), ["Birthday, 41: today"]);
}

#[test]
fn the_notice_is_as_long_as_the_user_says() {
    for (word, day, words) in [
        ("same_day", "2026-03-12", "Birthday, 40: today"),
        ("day_before", "2026-03-11", "Birthday, 40: tomorrow"),
        (
            "three_days",
            "2026-03-09",
            "Birthday, 40: Thursday 12 March, in 3 days",
        ),
        (
            "week",
            "2026-03-05",
            "Birthday, 40: Thursday 12 March, in a week",
        ),
        (
            "two_weeks",
            "2026-02-26",
            "Birthday, 40: Thursday 12 March, in 2 weeks",
        ),
    ] {
        let (_place, book, run, _) = begin();
        usual(&book, word, &noon("2026-01-11"));
        let before = day.parse::<NaiveDate>().unwrap() - Days::new(1);
        assert!(told(&book, run, &before.to_string()).is_empty(), "{word}");
        assert_eq!(told(&book, run, day), [words]);
        let again = book.reminders_begin(&morning("2026-03-12")).unwrap();
        assert!(
            told(&book, again, "2026-03-12").is_empty(),
            "told once: {word}"
        );
    }
    let (_place, book, run, _) = begin();
    usual(&book, "off", &noon("2026-01-11"));
    assert!(told(&book, run, "2026-03-12").is_empty());
    let bad = Map::from_iter([("dateNotice".to_owned(), json!("sometimes"))]);
    let refused = book.settings_set(&bad, &noon("2026-01-12")).unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
}

#[test]
fn a_birthday_on_a_sunday_is_told_on_monday() {
    let (_place, book, run, ana) = begin();
    let now = noon("2026-01-11");
    date(&book, ana, DateKind::Anniversary, "15 March 2020", &now);
    let _ = told(&book, run, "2026-03-12");
    assert!(told(&book, run, "2026-03-15").is_empty(), "a Sunday");
    assert_eq!(
        told(&book, run, "2026-03-16"),
        ["Anniversary, 6 years: yesterday"]
    );
}

#[test]
fn one_that_came_while_kith_did_not_run_is_told_for_a_week() {
    for (day, words) in [
        ("2026-03-14", None),
        (
            "2026-03-16",
            Some("Birthday, 40: Thursday 12 March, 4 days ago"),
        ),
        (
            "2026-03-19",
            Some("Birthday, 40: Thursday 12 March, a week ago"),
        ),
        ("2026-03-20", None),
    ] {
        let (_place, book, _, _) = begin();
        let run = book.reminders_begin(&morning(day)).unwrap();
        let told_now = told(&book, run, day);
        assert_eq!(told_now.first().map(String::as_str), words, "{day}");
    }
}

#[test]
fn what_rings_with_a_birthday_can_be_answered_and_the_birthday_is_said_once() {
    let (_place, book, run, ana) = begin();
    let march = morning("2026-03-12");
    book.check_in_plan(ana, "12 march", "The audit", &morning("2026-03-02"))
        .unwrap();
    let [both] = claim(&book, run, &march).try_into().unwrap();
    assert_eq!(
        (both.keys.len(), both.buttons),
        (2, Some(Buttons::DoneSnooze))
    );
    assert_eq!(
        both.reason.matches("Birthday").count(),
        1,
        "{}",
        both.reason
    );
    let taken = book
        .reminder_answer(&both.keys, ReminderAnswer::Done, &march)
        .unwrap()
        .unwrap();
    assert_eq!(taken.value.len(), 1);
    assert_eq!(book.timeline(ana, 0, 9).unwrap().total, 1);
}

#[test]
fn only_whom_one_keeps_close_or_chose_is_told() {
    let (_place, book, run, ana) = begin();
    let now = noon("2026-01-11");
    let ben = add(&book, "Ben", &now);
    date(&book, ben, DateKind::Birthday, "13 March", &now);
    let eva = add(&book, "Eva", &now);
    date(&book, eva, DateKind::Birthday, "13 March", &now);
    notice(&book, eva, Some(DateNotice::DayBefore), &now);
    notice(&book, ana, Some(DateNotice::Off), &now);
    assert_eq!(
        told(&book, run, "2026-03-12"),
        ["Birthday: tomorrow"],
        "Eva's alone"
    );
    let page = book.person_page(ana, &now).unwrap();
    assert_eq!(page.date_notice.own, Some(DateNotice::Off));
    assert_eq!(page.date_notice.usual, DateNotice::SameDay);
    let coming = |day: &str| -> Vec<String> {
        let today = book.today(50, &morning(day)).unwrap();
        today
            .dates
            .into_iter()
            .map(|date| date.person.name)
            .collect()
    };
    assert_eq!(coming("2026-03-10"), ["Eva"], "off is off on Today too");
    // As usual again: Ana's is told in the next year.
    notice(&book, ana, None, &morning("2026-03-13"));
    assert!(
        told(&book, run, "2026-03-13").is_empty(),
        "what passed is not told late"
    );
    assert_eq!(told(&book, run, "2027-03-12").len(), 2);
}

#[test]
fn keeping_somebody_close_after_their_birthday_tells_nothing_of_it() {
    let (_place, book, run, _) = begin();
    let now = noon("2026-01-11");
    let ben = add(&book, "Ben", &now);
    date(&book, ben, DateKind::Birthday, "10 March", &now);
    assert!(told(&book, run, "2026-03-11").is_empty());
    keep(&book, ben, 900, &morning("2026-03-11"));
    assert_eq!(
        told(&book, run, "2026-03-12"),
        ["Birthday, 40: today"],
        "Ana's alone"
    );
    assert_eq!(told(&book, run, "2027-03-10"), ["Birthday: today"]);
}

#[test]
fn nobody_is_told_of_who_is_left_alone_or_in_the_trash() {
    let (_place, book, run, ana) = begin();
    let now = noon("2026-01-11");
    book.people_trash(&[ana], &now).unwrap();
    assert!(told(&book, run, "2026-03-12").is_empty());
    book.undo(&morning("2026-03-12")).unwrap();
    assert_eq!(told(&book, run, "2026-03-12"), ["Birthday, 40: today"]);
}

#[test]
fn an_opener_tells_of_a_date_within_its_notice() {
    let (_place, book, _, ana) = begin();
    notice(&book, ana, Some(DateNotice::Week), &noon("2026-01-11"));
    let first = |day: &str| {
        let openers = book.openers_of(ana, &morning(day)).unwrap();
        openers
            .first()
            .map(|opener| format!("{} {}", opener.lead, opener.text))
    };
    assert_eq!(first("2026-03-04"), None);
    assert_eq!(
        first("2026-03-05").as_deref(),
        Some("Thursday 12 March: Birthday, 40")
    );
    assert_eq!(
        first("2026-03-11").as_deref(),
        Some("Tomorrow: Birthday, 40")
    );
    assert_eq!(first("2026-03-12").as_deref(), Some("Today: Birthday, 40"));
    assert_eq!(first("2026-03-13"), None);
}

#[test]
fn a_date_of_a_coming_year_is_told_nowhere_before_it_and_none_of_who_died() {
    let (_place, book, _, ana) = begin();
    let now = morning("2026-03-10");
    date(&book, ana, DateKind::Anniversary, "14 march 2028", &now);
    let told = |day: &str| {
        let now = morning(day);
        let coming = book.today(10, &now).unwrap().dates.len();
        (coming, book.brief(ana, false, &now).unwrap().soon.len())
    };
    // Her birthday, and in its own year the other too.
    assert_eq!(told("2026-03-10"), (1, 1));
    assert_eq!(told("2028-03-10"), (2, 2));
    let died = morning("2028-03-11");
    status(&book, ana, Status::Died, "", &died);
    assert_eq!(told("2028-03-12"), (0, 0));
}

#[test]
fn the_notice_is_part_of_the_export() {
    let (place, book, _, ana) = begin();
    notice(&book, ana, Some(DateNotice::TwoWeeks), &noon("2026-01-11"));
    let json = written(&book);
    let read = read_back(&json, &place.folder.path().join("read.kith"));
    assert_eq!(written(&read), json);
    let page = read.person_page(ana, &noon("2026-01-12")).unwrap();
    assert_eq!(page.date_notice.own, Some(DateNotice::TwoWeeks));
}

/// Three years, in which Kith runs on some days only and starts now and then: nothing is told twice of one day, nor
/// before its notice, and what falls on a working day on which Kith ran is told on it.
#[test]
fn years_of_starting_and_staying_away() {
    let (_place, book, mut run, _) = begin();
    let mut day: NaiveDate = "2026-01-11".parse().unwrap();
    let mut seed = 7_u64;
    let mut told_on = Vec::new();
    while day < "2029-01-10".parse().unwrap() {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let choice = (seed >> 33) % 4;
        let now = morning(&day.to_string());
        if choice == 0 {
            run = book.reminders_begin(&now).unwrap();
        }
        let of_dates = claim(&book, run, &now)
            .into_iter()
            .filter(|one| one.reason.starts_with("Birthday"));
        told_on.extend(of_dates.map(|_| day));
        let step = if choice == 1 { 5 } else { 1 };
        day = day + Days::new(step);
    }
    assert_eq!(told_on.len(), 3, "{told_on:?}");
    for (year, on) in (2026..).zip(&told_on) {
        let birthday = NaiveDate::from_ymd_opt(year, 3, 12).unwrap();
        assert!((0..=7).contains(&(*on - birthday).num_days()), "{on}");
    }
}
