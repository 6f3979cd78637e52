//! Histories of introductions: by hand with their right answers, and random ones.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::limits::{Asked, Limit, limit, needs_word_first};
use super::machine::{IntroductionStage, NOT_NOW_DAYS, NotNext, OUTCOME_DAYS, STALLED_DAYS, Step};
use super::{Introducer, IntroductionAnswer, IntroductionId, IntroductionRecord};
use crate::days::Day;
use crate::details::OrganisationId;
use crate::ids::PersonId;

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    date(text).into()
}

fn begun(by: Introducer, people: i64) -> IntroductionRecord {
    IntroductionRecord {
        id: IntroductionId(1),
        by,
        people: (1..=people).map(PersonId).collect(),
        why: String::new(),
        asks: Vec::new(),
        began_on: day("2026-03-01"),
        made_on: None,
        outcome: String::new(),
        outcome_on: None,
        thanked_on: None,
        rested_on: None,
    }
}

fn says(at: usize, answer: IntroductionAnswer) -> Step {
    Step::Answer {
        at,
        answer,
        words: String::new(),
        again_on: None,
    }
}

fn told() -> Step {
    Step::Outcome {
        words: "Well".into(),
    }
}

/// Takes steps, each on a day of March 2026.
fn history(mut record: IntroductionRecord, steps: &[(u32, Step)]) -> IntroductionRecord {
    for (on, step) in steps {
        let on = day(&format!("2026-03-{on:02}"));
        record = record.after(step, on).unwrap();
    }
    record
}

#[test]
fn both_say_yes_before_it_is_made() {
    use IntroductionAnswer::Yes;
    let asked = history(
        begun(Introducer::Me, 2),
        &[(1, Step::Ask { at: 0 }), (3, says(0, Yes))],
    );
    assert_eq!(asked.after(&Step::Make, day("2026-03-03")), Err(NotNext));
    let agreed = history(asked, &[(5, Step::Ask { at: 1 }), (9, says(1, Yes))]);
    assert_eq!(agreed.stage(), IntroductionStage::Agreed);
    assert_eq!(agreed.stands_on(), Some(day("2026-03-16")));
    let made = history(agreed, &[(10, Step::Make)]);
    assert_eq!(made.stage(), IntroductionStage::Made);
    assert_eq!(made.stands_on(), Some(day("2026-03-24")));
    let thanked = history(made, &[(24, told()), (25, Step::Thank)]);
    assert_eq!(thanked.stands_on(), None);
    assert_eq!(thanked.after(&Step::Thank, day("2026-03-26")), Err(NotNext));
}

#[test]
fn on_a_way_each_waits_for_the_one_before() {
    use IntroductionAnswer::{No, NotNow, Yes};
    let way = begun(Introducer::Them, 3);
    assert!(way.is_turn_of(0) && !way.is_turn_of(1) && !way.is_turn_of(2));
    assert!(way.is_mine_to_ask(0) && !way.is_mine_to_ask(1));
    let second = history(way, &[(1, Step::Ask { at: 0 }), (2, says(0, Yes))]);
    assert!(second.is_turn_of(1) && !second.is_turn_of(2));
    // What was not noted as asked is noted with its answer.
    let third = history(second, &[(4, says(1, Yes)), (5, says(2, NotNow))]);
    assert_eq!(third.stands_on(), Some(day("2026-05-04")));
    assert_eq!(third.asks.len(), 3);
    let declined = history(third, &[(6, Step::Ask { at: 2 }), (7, says(2, No))]);
    assert_eq!(declined.stage(), IntroductionStage::Declined);
    assert_eq!(declined.stands_on(), None);
    // The no stays with its ask, also where one asks again and hears yes.
    let agreed = history(declined, &[(20, Step::Ask { at: 2 }), (21, says(2, Yes))]);
    assert_eq!(agreed.stage(), IntroductionStage::Agreed);
    let answers: Vec<_> = agreed.asks.iter().filter(|ask| ask.at == 2).collect();
    assert_eq!(answers.len(), 3);
    assert_eq!(answers[1].answer, Some(No));
}

#[test]
fn it_stands_on_today_after_a_week_and_not_while_it_rests() {
    let begun = begun(Introducer::Me, 2);
    assert_eq!(begun.stands_on(), Some(day("2026-03-08")));
    let asked = history(begun, &[(4, Step::Ask { at: 0 }), (6, Step::Ask { at: 1 })]);
    assert_eq!(asked.stands_on(), Some(day("2026-03-11")));
    // Asking once more begins the week anew.
    let again = history(asked, &[(11, Step::Ask { at: 0 })]);
    assert_eq!(again.stands_on(), Some(day("2026-03-13")));
    let resting = history(again, &[(12, Step::Rest)]);
    assert_eq!(resting.stage(), IntroductionStage::Rested);
    assert_eq!(resting.stands_on(), None);
    let taken_up = history(resting, &[(14, Step::TakeUp)]);
    assert_eq!(taken_up.stands_on(), Some(day("2026-03-13")));
}

fn asked(person: i64, organisation: i64, on: &str, is_open: bool, for_me: bool) -> Asked {
    Asked {
        person: PersonId(person),
        organisations: vec![OrganisationId(organisation)],
        on: day(on),
        is_open,
        for_me,
    }
}

#[test]
fn limits_end_with_their_last_day() {
    let known = [
        asked(1, 10, "2026-01-05", false, true),
        asked(2, 20, "2026-03-03", false, false),
        asked(3, 30, "2025-01-05", true, false),
        asked(4, 30, "2025-02-05", true, false),
    ];
    let of = |person: i64, at: i64, for_me, on: &str| {
        let at = [OrganisationId(at)];
        limit(&known, PersonId(person), &at, for_me, date(on))
    };
    assert!(matches!(
        of(1, 10, true, "2026-03-05"),
        Some(Limit::Bridge { .. })
    ));
    assert_eq!(of(1, 10, true, "2026-03-06"), None);
    assert_eq!(of(1, 10, false, "2026-03-05"), None);
    assert!(matches!(
        of(9, 20, true, "2026-03-09"),
        Some(Limit::Lately { .. })
    ));
    assert_eq!(of(9, 20, true, "2026-03-10"), None);
    assert!(matches!(
        of(9, 30, true, "2026-03-10"),
        Some(Limit::Open { .. })
    ));
    assert_eq!(of(9, 40, true, "2026-03-10"), None);
}

#[test]
fn a_word_comes_first_after_18_months_or_twice_the_rhythm() {
    let today = date("2026-03-10");
    for (last, rhythm, needs) in [
        (None, None, true),
        (Some("2024-09-10"), None, false),
        (Some("2024-09-09"), None, true),
        (Some("2026-01-09"), Some(30), false),
        (Some("2026-01-08"), Some(30), true),
        (Some("2024-09-09"), Some(3650), true),
    ] {
        assert_eq!(
            needs_word_first(last.map(day), rhythm, today),
            needs,
            "{last:?} {rhythm:?}"
        );
    }
}

fn step() -> impl Strategy<Value = (u64, Step)> {
    use IntroductionAnswer::{No, NotNow, Yes};
    let answer = prop_oneof![4 => Just(Yes), 1 => Just(No), 1 => Just(NotNow)];
    let step = prop_oneof![
        4 => (0_usize..4).prop_map(|at| Step::Ask { at }),
        6 => (0_usize..4, answer).prop_map(|(at, answer)| says(at, answer)),
        3 => Just(Step::Make),
        1 => Just(told()),
        1 => Just(Step::Thank),
        1 => Just(Step::Rest),
        2 => Just(Step::TakeUp),
    ];
    (0_u64..20, step)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    /// Whatever is tried in whatever order: both said yes before it was made, answers of before stay, and it stands on
    /// Today only when the rules say so.
    #[test]
    fn random_histories_keep_the_rules(
        by_me: bool,
        three: bool,
        steps in proptest::collection::vec(step(), 0..25),
    ) {
        let by = if by_me { Introducer::Me } else { Introducer::Them };
        let mut record = begun(by, if three && !by_me { 3 } else { 2 });
        let mut today = date("2026-03-01");
        for (days, step) in steps {
            today = today + Days::new(days);
            let before = record.clone();
            let Ok(after) = record.after(&step, today.into()) else {
                continue;
            };
            let all_yes = (0..after.people.len())
                .all(|at| after.ask_of(at).is_some_and(|ask| ask.answer == Some(IntroductionAnswer::Yes)));
            prop_assert_eq!(after.stage() == IntroductionStage::Agreed, all_yes && after.made_on.is_none() && after.rested_on.is_none());
            prop_assert!(after.made_on.is_none() || all_yes);
            prop_assert!(after.outcome_on.is_none() || after.made_on.is_some());
            prop_assert!(after.thanked_on.is_none() || before.thanked_on.is_some()
                || matches!(before.stage(), IntroductionStage::Made | IntroductionStage::Declined));
            // No question is taken away, and only the last to a person gets another answer.
            prop_assert!(after.asks.len() >= before.asks.len());
            for (number, ask) in before.asks.iter().enumerate() {
                let is_last = before.asks.iter().rposition(|one| one.at == ask.at) == Some(number);
                prop_assert!(is_last || after.asks[number] == *ask);
            }
            // On a way nobody is asked before the one before said yes.
            if let (Introducer::Them, Step::Ask { at }) = (by, &step) {
                for earlier in 0..*at {
                    let said = before.ask_of(earlier).and_then(|ask| ask.answer);
                    prop_assert_eq!(said, Some(IntroductionAnswer::Yes));
                }
            }
            let stands = after.stands_on();
            let never = matches!(after.stage(), IntroductionStage::Declined | IntroductionStage::Rested);
            prop_assert!(!(never && stands.is_some()));
            if let Some(stands) = stands {
                let first = after.began_on.date() + Days::new(STALLED_DAYS);
                prop_assert!(stands.date() >= first);
                let most = STALLED_DAYS.max(OUTCOME_DAYS).max(NOT_NOW_DAYS);
                prop_assert!(stands.date() <= today + Days::new(most));
            }
            record = after;
        }
    }
}
