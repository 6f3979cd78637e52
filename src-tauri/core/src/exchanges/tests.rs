use chrono::NaiveDate;
use proptest::prelude::*;

use super::balance::{Counted, ENOUGH, balance, balance_of};
use super::exchange_rows::Settlement;
use super::{Direction, ExchangeId, ExchangeSort, Lean};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn today() -> NaiveDate {
    day("2026-03-10")
}

fn ago(days: i64, direction: Direction, size: u32) -> Counted {
    let (given, received) = match direction {
        Given => (size, 0),
        Received => (0, size),
    };
    Counted {
        on: (today() - chrono::Duration::days(days)).into(),
        given,
        received,
        times: 1,
    }
}

fn close_to(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-6
}

use Direction::{Given, Received};

#[test]
fn given_five_and_received_two_is_as_the_formula_says() {
    assert!(close_to(balance_of(5.0, 2.0), 0.428_571));
    let all = [ago(0, Given, 3), ago(0, Given, 2), ago(0, Received, 2)];
    let told = balance(&all, "Ana", today());
    assert!(close_to(told.balance.unwrap(), 0.428_571));
    assert!(close_to(1.0 - told.balance.unwrap().abs(), 0.571_429));
    assert_eq!(
        (told.lean, told.words.as_str()),
        (Lean::Mine, "You gave more")
    );
    assert_eq!(
        (told.given_words.as_str(), told.received_words.as_str()),
        ("5.0", "2.0")
    );
    assert_eq!(
        told.how,
        "Three notes: small counts 1, medium 2, large 3, and half as much after a year."
    );
    assert_eq!(
        told.sums,
        "(5.0 − 2.0) / (5.0 + 2.0) = +0.43. Between −0.3 and +0.3 it is about even."
    );
}

#[test]
fn after_a_year_it_weighs_half() {
    let told = balance(&[ago(365, Given, 3), ago(730, Given, 2)], "Ana", today());
    assert!(close_to(told.given, 2.0));
    assert!(told.received.abs() < f64::EPSILON);
}

#[test]
fn of_fewer_than_three_nothing_is_told() {
    let told = balance(&[ago(1, Given, 3), ago(2, Received, 1)], "Ana", today());
    assert_eq!(told.balance, None);
    assert_eq!(
        (told.lean, told.words.as_str()),
        (Lean::NotEnough, "Not enough yet")
    );
    assert_eq!(
        told.how,
        "Two things noted. From three on, Kith shows how it balances."
    );
    let none = balance(&[], "Ana", today());
    assert_eq!((none.counted, none.lean), (0, Lean::NotEnough));
    assert_eq!(balance_of(0.0, 0.0), 0.0);
}

#[test]
fn whoever_gave_more_is_named_and_nearly_even_is_even() {
    let all = [
        ago(0, Received, 3),
        ago(0, Received, 3),
        ago(0, Given, 2),
        ago(0, Received, 2),
    ];
    assert_eq!(balance(&all, "Gareth", today()).words, "Gareth gave more");
    let all = [ago(0, Received, 3), ago(0, Given, 2), ago(0, Received, 0)];
    assert_eq!(balance(&all, "Gareth", today()).words, "About even");
}

#[test]
fn what_follows_on_the_day_of_a_settlement_counts() {
    let settled = Settlement {
        id: 1,
        on: day("2026-03-10").into(),
        up_to: 4,
    };
    let counts = |on: &str, id| settled.lets_count(day(on).into(), ExchangeId(id));
    assert!(!counts("2026-03-10", 4) && !counts("2026-03-09", 9));
    assert!(counts("2026-03-10", 5) && counts("2026-03-11", 2));
}

#[test]
fn every_sort_has_a_usual_size() {
    for sort in ExchangeSort::ALL {
        assert!((1..=3).contains(&sort.usual_size()));
    }
    assert_eq!(ExchangeSort::Introduction.usual_size(), 2);
    assert_eq!(ExchangeSort::Information.usual_size(), 1);
}

fn some() -> impl Strategy<Value = Counted> {
    let sizes = prop::collection::vec((any::<bool>(), 1..=3_u32), 1..50);
    (0..20_000_i64, sizes).prop_map(|(days, sizes)| {
        let mut day = ago(days, Given, 0);
        day.times = 0;
        for (is_given, size) in sizes {
            match is_given {
                true => day.given += size,
                false => day.received += size,
            }
            day.times += 1;
        }
        day
    })
}

fn mirrored(all: &[Counted]) -> Vec<Counted> {
    let other = |one: &Counted| Counted {
        given: one.received,
        received: one.given,
        ..*one
    };
    all.iter().map(other).collect()
}

proptest! {
    #[test]
    fn the_balance_keeps_its_laws(all in prop::collection::vec(some(), 0..40), later in 0..5_000_i64) {
        let told = balance(&all, "Ana", today());
        let count: u32 = all.iter().map(|one| one.times).sum();
        prop_assert_eq!(told.counted, count);
        prop_assert_eq!(told.balance.is_some(), count >= ENOUGH);
        prop_assert_eq!(told.lean == Lean::NotEnough, count < ENOUGH);
        if let Some(balance) = told.balance {
            prop_assert!((-1.0..=1.0).contains(&balance));
        }
        // The other side sees the same, mirrored.
        let other = balance(&mirrored(&all), "Ana", today());
        prop_assert!(close_to(other.balance.unwrap_or(0.0), -told.balance.unwrap_or(0.0)));
        // The order in which they stand does not matter, nor whether equal ones are summed up.
        let mut turned = all.clone();
        turned.reverse();
        let again = balance(&turned, "Ana", today());
        prop_assert!(close_to(again.given, told.given) && close_to(again.received, told.received));
        // All fade alike: time alone never changes who gave more, as long as there is something to see.
        let then = balance(&all, "Ana", today() + chrono::Duration::days(later));
        if told.given + told.received > 1e-6 {
            prop_assert!(close_to(then.balance.unwrap_or(0.0), told.balance.unwrap_or(0.0)));
        }
        prop_assert!(then.given <= told.given && then.received <= told.received);
    }

    #[test]
    fn one_more_given_never_leans_towards_them(all in prop::collection::vec(some(), 3..40), more in some()) {
        let more = Counted { received: 0, ..more };
        let before = balance(&all, "Ana", today()).balance.unwrap();
        let all: Vec<Counted> = all.into_iter().chain([more]).collect();
        prop_assert!(balance(&all, "Ana", today()).balance.unwrap() >= before - 1e-9);
    }
}
