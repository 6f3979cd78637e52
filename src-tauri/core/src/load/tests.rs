//! The rules over random models of days, rhythms and days off.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::fit::Lengthened;
use super::*;
use crate::hours::{Rules, WorkDay, WorkingHours};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn after(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap()
}

fn usual() -> Capacity {
    Capacity {
        comfortable: 3,
        shares: [DayShare::Full; 7],
    }
}

fn rules(off: &[(NaiveDate, NaiveDate)]) -> Rules {
    let mut rules = Rules::new(WorkingHours::default(), &[], chrono_tz::Europe::Oslo);
    rules.off = off.to_vec();
    rules
}

/// Tuesday, as on the drawings.
fn today() -> NaiveDate {
    day("2026-03-10")
}

fn wish(on: &str, cadence: u32) -> Wish<'static> {
    Wish {
        on: day(on),
        cadence,
        apart_from: &[],
    }
}

fn placed(rules: &Rules, loads: &[(&str, u32)], wish: Wish<'_>) -> String {
    let mut calendar = Calendar::new(rules, usual(), today());
    for (on, load) in loads {
        calendar.set_load(day(on), *load);
    }
    place(&mut calendar, wish).to_string()
}

#[test]
fn how_far_a_check_in_may_stand() {
    let reaches = [
        (1, 1),
        (7, 1),
        (13, 1),
        (14, 2),
        (30, 4),
        (45, 6),
        (60, 7),
        (3650, 7),
    ];
    for (cadence, reach) in reaches {
        assert_eq!(reach_of(cadence), reach, "{cadence} days");
    }
    assert_eq!(reach_of(u32::MAX), 7);
}

#[test]
fn a_check_in_stands_where_it_is_wished_unless_that_day_is_full_or_off() {
    let rules = rules(&[]);
    assert_eq!(
        placed(&rules, &[("2026-03-18", 2)], wish("2026-03-18", 30)),
        "2026-03-18"
    );
    assert_eq!(
        placed(&rules, &[("2026-03-18", 3)], wish("2026-03-18", 30)),
        "2026-03-17"
    );
    let loads = [("2026-03-18", 3), ("2026-03-17", 1)];
    assert_eq!(placed(&rules, &loads, wish("2026-03-18", 30)), "2026-03-19");
    // A Saturday, and a Sunday that Monday is nearer to.
    assert_eq!(placed(&rules, &[], wish("2026-03-14", 30)), "2026-03-13");
    assert_eq!(placed(&rules, &[], wish("2026-03-15", 30)), "2026-03-16");
    // All are as full: it stays.
    let full: Vec<_> = (14..=22).map(|on| format!("2026-03-{on}")).collect();
    let full: Vec<_> = full.iter().map(|on| (on.as_str(), 3)).collect();
    assert_eq!(placed(&rules, &full, wish("2026-03-18", 30)), "2026-03-18");
    // What is past stays past, and today moves only to later days.
    assert_eq!(
        placed(&rules, &[("2026-03-09", 9)], wish("2026-03-09", 30)),
        "2026-03-09"
    );
    assert_eq!(
        placed(&rules, &[("2026-03-10", 3)], wish("2026-03-10", 7)),
        "2026-03-11"
    );
}

#[test]
fn two_of_one_organisation_stand_apart_where_that_is_free() {
    let rules = rules(&[]);
    let others = [day("2026-03-18")];
    let wish = Wish {
        on: day("2026-03-18"),
        cadence: 30,
        apart_from: &others,
    };
    assert_eq!(placed(&rules, &[("2026-03-18", 1)], wish), "2026-03-16");
    // Not for a busier day.
    let busy = ["2026-03-16", "2026-03-20"].map(|on| (on, 2));
    let loads = [busy.as_slice(), &[("2026-03-18", 1)]].concat();
    assert_eq!(placed(&rules, &loads, wish), "2026-03-18");
}

#[test]
fn after_a_long_holiday_the_first_days_share_what_was_wished_in_it() {
    let rules = rules(&[(day("2026-03-16"), day("2026-04-17"))]);
    let mut calendar = Calendar::new(&rules, usual(), today());
    let days: Vec<_> = (0..3)
        .map(|_| {
            let on = place(&mut calendar, wish("2026-04-01", 30));
            calendar.add(on);
            on.to_string()
        })
        .collect();
    assert_eq!(days, ["2026-04-20", "2026-04-21", "2026-04-22"]);
}

#[test]
fn without_a_working_day_the_wish_stays() {
    let mut rules = rules(&[]);
    rules.hours.days = [None; 7];
    assert_eq!(placed(&rules, &[], wish("2026-03-14", 30)), "2026-03-14");
    let mut calendar = Calendar::new(&rules, usual(), today());
    assert_eq!(
        spread(&mut calendar, vec![first(1, 30)], after(today(), 1)),
        []
    );
    let capacity = Capacity {
        shares: [DayShare::None; 7],
        ..usual()
    };
    let open = super::tests::rules(&[]);
    let mut calendar = Calendar::new(&open, capacity, today());
    assert_eq!(
        place(&mut calendar, wish("2026-03-18", 30)),
        day("2026-03-18")
    );
}

fn nobody() -> Colleagues<usize> {
    Colleagues::of([], 0)
}

/// Every third works at the same place.
fn colleagues(items: &[Movable<usize>]) -> Colleagues<usize> {
    let of = |item: &Movable<usize>| (item.key, i64::try_from(item.key % 3).unwrap(), item.on);
    Colleagues::of(items.iter().map(of), 20)
}

#[test]
fn colleagues_are_kept_apart_where_that_is_free() {
    let rules = rules(&[]);
    let mut calendar = Calendar::new(&rules, usual(), today());
    calendar.set_load(day("2026-03-18"), 5);
    let item = Movable {
        key: 1,
        on: day("2026-03-18"),
        wished: day("2026-03-18"),
        cadence: 30,
        importance: 1,
    };
    let mut first = |others: &[&str]| {
        let others = (2..).zip(others).map(|(key, on)| (key, 7, day(on)));
        let all = others.chain([(1, 7, item.on)]);
        let days = targets(&mut calendar, &Colleagues::of(all, 100), &item);
        days[0].to_string()
    };
    assert_eq!(first(&[]), "2026-03-17");
    assert_eq!(first(&["2026-03-16"]), "2026-03-19");
    // Where no day within reach is apart from them, the nearest is taken as ever.
    assert_eq!(first(&["2026-03-16", "2026-03-20"]), "2026-03-17");
}

#[test]
fn the_drawn_wednesday_is_levelled() {
    let rules = rules(&[]);
    let mut calendar = Calendar::new(
        &rules,
        Capacity {
            comfortable: 4,
            ..usual()
        },
        today(),
    );
    for (on, load) in [
        ("2026-03-17", 2),
        ("2026-03-18", 5),
        ("2026-03-19", 1),
        ("2026-03-20", 1),
    ] {
        calendar.set_load(day(on), load);
    }
    let item = |key, importance| Movable {
        key,
        on: day("2026-03-18"),
        wished: day("2026-03-18"),
        cadence: 30,
        importance,
    };
    let plan = level(&mut calendar, &mut nobody(), &[item(1, 3), item(2, 1)]);
    let moved = Leveled {
        key: 2,
        from: day("2026-03-18"),
        to: day("2026-03-16"),
    };
    assert_eq!(plan, [moved]);
}

#[test]
fn the_sums_of_the_drawing() {
    let cadences = [(4, 7), (6, 14), (18, 30), (12, 90)];
    let all = cadences
        .into_iter()
        .flat_map(|(people, cadence)| std::iter::repeat_n(cadence, people));
    let capacity = Capacity {
        comfortable: 4,
        ..usual()
    };
    let sums = sums(all, capacity, &rules(&[]));
    assert!((sums.asked - 2.4267).abs() < 0.001, "{sums:?}");
    assert!(sums.fits());
    assert_eq!(sums.room_for(30), 33);
}

#[test]
fn the_least_important_and_coldest_take_one_step_before_anyone_takes_two() {
    let rhythm = |key, cadence, importance, warmth| Rhythm {
        key,
        cadence,
        importance,
        warmth,
    };
    let capacity = Capacity {
        comfortable: 1,
        ..usual()
    };
    // 7 of 5 days: one a working day is 5/7 a day.
    let rhythms = [
        rhythm(1, 2, 1, 0.5),
        rhythm(2, 2, 1, 0.1),
        rhythm(3, 7, 3, 0.0),
    ];
    let plan = lengthen(&rhythms, capacity, &rules(&[]));
    let longer = |key, from, to| Lengthened { key, from, to };
    assert_eq!(plan, [longer(2, 2, 14)]);
    let many: Vec<_> = (0..100).map(|key| rhythm(key, 14, 1, 0.0)).collect();
    let plan = lengthen(&many, capacity, &rules(&[]));
    let steps: std::collections::BTreeSet<u32> = plan.iter().map(|one| one.to).collect();
    assert_eq!(steps.into_iter().collect::<Vec<_>>(), [120, 180]);
}

#[test]
fn the_rhythm_in_which_one_talks() {
    let days = [
        "2025-06-01",
        "2025-07-09",
        "2025-08-22",
        "2025-10-12",
        "2025-11-27",
        "2026-01-13",
    ];
    let days: Vec<_> = days.map(day).to_vec();
    assert_eq!(
        learned_rhythm(&days, 30),
        Some((46, vec![38, 44, 51, 46, 47]))
    );
    assert_eq!(learned_rhythm(&days, 45), None);
    assert_eq!(learned_rhythm(&days[..4], 30), None);
    assert_eq!(learned_rhythm(&[], 30), None);
}

fn first(key: u32, cadence: u32) -> First<u32> {
    First {
        key,
        cadence,
        importance: 1,
        warmth: 0.0,
        sort_key: String::new(),
    }
}

/// A random model: working weekdays, days off, shares and comfortable number.
#[derive(Clone, Debug)]
struct Model {
    rules: Rules,
    capacity: Capacity,
    loads: Vec<u32>,
}

impl Model {
    fn calendar(&self) -> Calendar<'_> {
        let mut calendar = Calendar::new(&self.rules, self.capacity, today());
        for (at, load) in (0..).zip(&self.loads) {
            calendar.set_load(after(today(), at), *load);
        }
        calendar
    }

    fn is_day_off(&self, day: NaiveDate) -> bool {
        !self.rules.is_working_day(day) || self.capacity.share_on(day) == DayShare::None
    }
}

fn share() -> impl Strategy<Value = DayShare> {
    prop_oneof![4 => Just(DayShare::Full), 1 => Just(DayShare::Half), 1 => Just(DayShare::None)]
}

fn model() -> impl Strategy<Value = Model> {
    let hours = proptest::array::uniform7(proptest::bool::weighted(0.8));
    let off = proptest::collection::vec((0_u64..60, 0_u64..40), 0..3);
    let shares = proptest::array::uniform7(share());
    let loads = proptest::collection::vec(0_u32..9, 120);
    (hours, off, shares, 1_u32..=6, loads).prop_map(|(hours, off, shares, comfortable, loads)| {
        let mut rules = rules(&[]);
        rules.hours.days = hours.map(|works| {
            works.then_some(WorkDay {
                from: 540,
                to: 1020,
            })
        });
        rules.off = off
            .into_iter()
            .map(|(from, days)| (after(today(), from), after(today(), from + days)))
            .collect();
        Model {
            rules,
            capacity: Capacity {
                comfortable,
                shares,
            },
            loads,
        }
    })
}

fn items() -> impl Strategy<Value = Vec<Movable<usize>>> {
    let item = (1_u64..80, 0_u64..5, 1_u32..120, 1_u8..=3);
    proptest::collection::vec(item, 0..60).prop_map(|items| {
        let items = items.into_iter().enumerate();
        let items = items.map(|(key, (on, away, cadence, importance))| Movable {
            key,
            on: after(today(), on),
            wished: after(today(), on + away.min(reach_of(cadence).into())),
            cadence,
            importance,
        });
        items.collect()
    })
}

proptest! {
    #[test]
    fn a_place_is_within_reach_and_never_busier(model in model(), on in 1_u64..90, cadence in 1_u32..200, apart in proptest::collection::vec(0_u64..100, 0..4)) {
        let apart: Vec<_> = apart.into_iter().map(|day| after(today(), day)).collect();
        let wish = Wish { on: after(today(), on), cadence, apart_from: &apart };
        let mut calendar = model.calendar();
        let day = place(&mut calendar, wish);
        prop_assert_eq!(day, place(&mut model.calendar(), wish), "it is the same each time");
        prop_assert!(day > today());
        let any_working = calendar.next_taking(wish.on).is_some();
        prop_assert!(!any_working || !model.is_day_off(day), "{} is a day off", day);
        let distance = (day - wish.on).num_days().abs();
        if !model.is_day_off(wish.on) {
            prop_assert!(distance <= reach_of(cadence).into());
            if day != wish.on {
                prop_assert!(calendar.day(day).fill() <= calendar.day(wish.on).fill());
            }
        } else if distance > i64::from(reach_of(cadence)) {
            let first = calendar.next_taking(wish.on);
            prop_assert!(first.is_none_or(|first| first <= day && (day - first).num_days() < i64::from(cadence)));
        }
        // Where the wished day is free and nobody else of the organisation is near, it is taken.
        if !calendar.is_full(wish.on) && apart.is_empty() {
            prop_assert_eq!(day, wish.on);
        }
    }

    #[test]
    fn levelling_twice_is_levelling_once(model in model(), items in items()) {
        let mut calendar = model.calendar();
        for item in &items {
            calendar.add(item.on);
        }
        let before: Vec<_> = (0..130).map(|at| calendar.day(after(today(), at))).collect();
        let plan = level(&mut calendar, &mut colleagues(&items), &items);
        for one in &plan {
            let item = items[one.key];
            prop_assert!(one.to > today() && !model.is_day_off(one.to));
            prop_assert!((one.to - item.wished).num_days().abs() <= reach_of(item.cadence).into());
        }
        let worst = |calendar: &mut Calendar<'_>| (1..130)
            .filter_map(|at| calendar.day(after(today(), at)).fill())
            .max();
        let most = before.iter().skip(1).filter_map(|day| day.fill()).max();
        let from_days_off = plan.iter().any(|one| model.is_day_off(one.from));
        prop_assert!(from_days_off || worst(&mut calendar) <= most, "the fullest day is not fuller");
        let moved: Vec<_> = items
            .iter()
            .map(|item| {
                let to = plan.iter().find(|one| one.key == item.key).map_or(item.on, |one| one.to);
                Movable { on: to, ..*item }
            })
            .collect();
        let mut again = model.calendar();
        for item in &moved {
            again.add(item.on);
        }
        prop_assert_eq!(level(&mut again, &mut colleagues(&moved), &moved), vec![]);
    }

    #[test]
    fn a_spread_is_even_and_nobody_is_later_than_their_rhythm(model in model(), cadences in proptest::collection::vec(1_u32..60, 0..80)) {
        let people: Vec<_> = (0..).zip(&cadences).map(|(key, cadence)| first(key, *cadence)).collect();
        let from = after(today(), 1);
        let mut calendar = model.calendar();
        let placed = spread(&mut calendar, people.clone(), from);
        let same = spread(&mut model.calendar(), people.into_iter().rev().collect(), from);
        prop_assert_eq!(&placed, &same, "the order in which they come does not matter");
        let Some(next) = calendar.next_taking(from) else {
            prop_assert_eq!(placed, vec![]);
            return Ok(());
        };
        prop_assert_eq!(placed.len(), cadences.len());
        for (key, day) in placed {
            let cadence = u64::from(cadences[key as usize]);
            prop_assert!(day >= from && !model.is_day_off(day));
            let last = after(from, cadence - 1);
            let last = if next > last { after(next, cadence - 1) } else { last };
            prop_assert!(day <= last);
            if cadences.iter().any(|cadence| after(from, u64::from(*cadence) - 1) < next) {
                // Whoever comes only after days off has more days than somebody with a longer rhythm.
                continue;
            }
            // On no day within their rhythm there would have been more room.
            for other in from.iter_days().take_while(|other| *other <= last) {
                let weight = |share| if share == Some(DayShare::Half) { 2 } else { 1 };
                let (stands, free) = (calendar.day(day), calendar.day(other));
                if let (Some(at), Some(there)) = (stands.fill(), free.fill()) {
                    prop_assert!(at - weight(stands.share) <= there);
                }
            }
        }
    }

    #[test]
    fn on_an_empty_calendar_no_day_holds_two_more_than_another(people in 0_u32..200, cadence in 1_u32..60) {
        let rules = rules(&[]);
        let mut calendar = Calendar::new(&rules, usual(), today());
        let everybody = (0..people).map(|key| first(key, cadence)).collect();
        spread(&mut calendar, everybody, after(today(), 1));
        let days = (1..=u64::from(cadence)).map(|at| after(today(), at));
        let loads: Vec<u32> = days.filter(|day| rules.is_working_day(*day)).map(|day| calendar.load(day)).collect();
        if let (Some(least), Some(most)) = (loads.iter().min(), loads.iter().max()) {
            prop_assert!(most - least <= 1, "{:?}", loads);
        }
    }

    #[test]
    fn days_after_a_pause_are_working_days(model in model(), from in 1_u64..90, cadence in 1_u32..60) {
        let from = after(today(), from);
        let mut calendar = model.calendar();
        let day = after_days_off(&mut calendar, from, cadence);
        prop_assert!(day >= from);
        prop_assert!(calendar.next_taking(from).is_none() || !model.is_day_off(day));
    }

    #[test]
    fn lengthening_makes_it_fit_or_ends_at_the_longest(cadences in proptest::collection::vec(1_u32..400, 0..80), model in model()) {
        let rhythms: Vec<_> = (0..).zip(&cadences).map(|(key, cadence)| Rhythm {
            key, cadence: *cadence, importance: u8::try_from(key % 3).unwrap() + 1, warmth: f64::from(key % 7),
        }).collect::<Vec<Rhythm<u32>>>();
        let plan = lengthen(&rhythms, model.capacity, &model.rules);
        let new = |key: u32| plan.iter().find(|one| one.key == key).map_or(cadences[key as usize], |one| one.to);
        let now = sums(cadences.iter().copied(), model.capacity, &model.rules);
        let then = sums(rhythms.iter().map(|one| new(one.key)), model.capacity, &model.rules);
        prop_assert!(!now.fits() || plan.is_empty());
        if now.working_days > 0.0 {
            prop_assert!(then.fits() || rhythms.iter().all(|one| new(one.key) >= 180));
        }
        prop_assert!(plan.iter().all(|one| one.to > one.from));
        // Nobody more important takes a step before everybody less important has taken as many.
        let steps = |one: &Lengthened<u32>| [14, 21, 30, 45, 60, 90, 120, 180].iter().filter(|step| **step > one.from && **step <= one.to).count();
        let most = plan.iter().map(steps).max().unwrap_or(0);
        for rhythm in &rhythms {
            let taken = plan.iter().find(|one| one.key == rhythm.key).map_or(0, steps);
            prop_assert!(taken + 1 >= most || new(rhythm.key) >= 180, "{} of {}", taken, most);
        }
    }
}
