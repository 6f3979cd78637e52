//! Random lives with many people kept close, through the file: what Kith places stands on working days, what was set by
//! hand stays, levelling is done in one go, and a fresh start makes no talk up.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate};
use kith_core::check_ins::Source;
use kith_core::details::NewPerson;
use kith_core::keeping_close::{GroupEdit, RelationshipEdit};
use kith_core::{Book, Moment, PersonId};
use proptest::prelude::*;
use serde_json::{Map, json};

use crate::talks::{check_ins, log, noon, rhythm};
use crate::{Place, written};

/// Tuesday.
const TODAY: &str = "2026-03-10";

fn today() -> NaiveDate {
    TODAY.parse().unwrap()
}

fn days_after(days: u64) -> NaiveDate {
    today().checked_add_days(Days::new(days)).unwrap()
}

/// Somebody kept close.
#[derive(Clone, Debug)]
struct One {
    cadence: u32,
    /// The last talk was so many days ago.
    talked: Option<u64>,
    /// The user set the day of the check-in so many days ahead.
    by_hand: Option<u64>,
}

#[derive(Clone, Debug)]
struct Life {
    comfortable: u32,
    /// A weekday on which nothing is placed, Monday 0.
    free: u32,
    /// Days off: from so many days ahead on, so many.
    off: (u64, u64),
    people: Vec<One>,
}

impl Life {
    fn is_day_off(&self, day: NaiveDate) -> bool {
        let (from, length) = self.off;
        let weekday = day.weekday().num_days_from_monday();
        weekday > 4
            || weekday == self.free
            || (days_after(from)..=days_after(from + length)).contains(&day)
    }
}

fn one() -> impl Strategy<Value = One> {
    let cadence = proptest::sample::select(vec![7_u32, 14, 21, 30, 60, 90]);
    let talked = proptest::option::of(0_u64..120);
    let by_hand = proptest::option::weighted(0.15, 1_u64..40);
    (cadence, talked, by_hand).prop_map(|(cadence, talked, by_hand)| One {
        cadence,
        talked,
        by_hand,
    })
}

fn life() -> impl Strategy<Value = Life> {
    let people = proptest::collection::vec(one(), 2..28);
    (1_u32..5, 0_u32..5, (1_u64..40, 0_u64..12), people).prop_map(
        |(comfortable, free, off, people)| Life {
            comfortable,
            free,
            off,
            people,
        },
    )
}

/// The book of a life, all kept close at once.
fn lived(life: &Life) -> (Place, Book, Vec<PersonId>, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    let mut shares = ["full"; 7];
    shares[life.free as usize] = "none";
    let (from, length) = life.off;
    let off = json!({
        "from": days_after(from).to_string(), "to": days_after(from + length).to_string(), "label": ""
    });
    let settings = Map::from_iter([
        ("comfortablePerDay".to_owned(), json!(life.comfortable)),
        ("weekdayShares".to_owned(), json!(shares)),
        ("daysOff".to_owned(), json!([off])),
    ]);
    book.settings_set(&settings, &now).unwrap();
    let kind = book.kinds_list().unwrap()[0].id;
    let mut people = Vec::new();
    let mut groups = Vec::new();
    for (at, one) in life.people.iter().enumerate() {
        let new = NewPerson {
            name: format!("Person {at:02}"),
            ..NewPerson::default()
        };
        let person = book.person_add(&new, &now).unwrap().value;
        if let Some(days) = one.talked {
            let then = today().checked_sub_days(Days::new(days)).unwrap();
            log(&book, &[person], &then.to_string(), &now);
        }
        people.push(person);
        groups.push(GroupEdit {
            ids: vec![person],
            edit: RelationshipEdit::KeepClose {
                kind,
                cadence_days: Some(one.cadence),
                importance: 1,
                next: String::new(),
            },
        });
    }
    book.relationships_edit(&groups, &now).unwrap();
    for (person, one) in people.iter().zip(&life.people) {
        if let Some(days) = one.by_hand {
            let id = rhythm(&book, *person, &now);
            let day = days_after(days).to_string();
            book.check_in_edit(id, &day, "", &now).unwrap();
        }
    }
    (place, book, people, now)
}

/// The days of the check-ins of rhythms.
fn stands(book: &Book, people: &[PersonId], now: &Moment) -> Vec<NaiveDate> {
    let of = |person: &PersonId| {
        let all = check_ins(book, *person, now);
        let one = all.into_iter().find(|one| one.source == Source::Cadence);
        one.unwrap().on.date()
    };
    people.iter().map(of).collect()
}

fn talks(book: &Book, people: &[PersonId]) -> u32 {
    let of = |person: &PersonId| book.timeline(*person, 0, 1).unwrap().total;
    people.iter().map(of).sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn what_kith_places_is_kept_in_every_life(life in life()) {
        let (_place, book, people, now) = lived(&life);
        let by_hand = |at: usize| life.people[at].by_hand.is_some();
        let on_working_days = |days: &[NaiveDate]| {
            let placed = days.iter().enumerate().filter(|(at, day)| !by_hand(*at) && **day > today());
            placed.filter(|(_, day)| life.is_day_off(**day)).map(|(at, _)| at).collect::<BTreeSet<_>>()
        };
        let before = stands(&book, &people, &now);
        prop_assert_eq!(on_working_days(&before), BTreeSet::new());
        // Levelled once, nothing is left to level, and nothing set by hand moved.
        let written_before = written(&book);
        let plan = book.level_plan(&now).unwrap();
        let taken = book.level_take(&now).unwrap();
        prop_assert_eq!(plan.moves, taken.value);
        let after = stands(&book, &people, &now);
        prop_assert_eq!(on_working_days(&after), BTreeSet::new());
        for at in 0..people.len() {
            prop_assert!(before[at] == after[at] || !by_hand(at) && before[at] > today());
        }
        prop_assert_eq!(book.level_take(&now).unwrap().value, 0);
        if taken.operation.is_some() {
            book.undo(&now).unwrap();
            prop_assert_eq!(written(&book), written_before);
            book.redo(&now).unwrap();
        }
        // Away for nine weeks: a fresh start writes no talk, and nobody stands before tomorrow or on a day off.
        let back = noon("2026-05-12");
        let due = book.today(1000, &back).unwrap().due;
        if let Some(offer) = book.fresh_start_offer(&back).unwrap() {
            let (talked, written_before) = (talks(&book, &people), written(&book));
            let started = book.fresh_start(&back).unwrap();
            prop_assert_eq!(offer.due, started.value);
            prop_assert_eq!(talks(&book, &people), talked);
            let then = stands(&book, &people, &back);
            for (at, day) in then.iter().enumerate() {
                let is_moved = *day != after[at];
                prop_assert!(!is_moved || *day > back.today() && !life.is_day_off(*day));
            }
            prop_assert!(book.today(1000, &back).unwrap().due < due);
            book.undo(&back).unwrap();
            prop_assert_eq!(written(&book), written_before);
        }
    }
}
