//! The machine by hand, against the oracle, and the oracle against broken machines.

use chrono::{Duration, NaiveTime};
use chrono_tz::Tz;

use super::*;
use crate::hours::{Plan, Snoozed, WorkDay, WorkingHours, due};
use histories::{Broken, Memory, Tally, Wrong, live};

#[path = "histories/mod.rs"]
pub(crate) mod histories;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn time(text: &str, zone: Tz) -> Option<(NaiveTime, Tz)> {
    Some((format!("{text}:00").parse().unwrap(), zone))
}

/// Monday to Friday, 08:30–16:30.
fn oslo() -> Rules {
    Rules {
        hours: WorkingHours::default(),
        off: vec![(day("2026-05-01"), day("2026-05-03"))],
        zone: Tz::Europe__Oslo,
    }
}

fn plan(on: &str) -> Plan {
    Plan {
        on: day(on),
        at: None,
        snoozed: None,
        not_before: None,
        not_before_instant: None,
        theirs: None,
    }
}

fn rings(plan: &Plan, rules: &Rules) -> Option<DateTime<Utc>> {
    due(plan, rules).rings
}

#[test]
fn without_a_time_the_next_working_period_begins_it() {
    let rules = oslo();
    assert_eq!(
        rings(&plan("2026-03-10"), &rules),
        Some(at("2026-03-10T07:30:00Z"))
    );
    // A Saturday waits for Monday and stands on Today from Saturday on.
    let saturday = due(&plan("2026-03-14"), &rules);
    assert_eq!(saturday.rings, Some(at("2026-03-16T07:30:00Z")));
    assert_eq!(saturday.day, day("2026-03-14"));
    assert_eq!(
        rings(&plan("2026-05-01"), &rules),
        Some(at("2026-05-04T06:30:00Z"))
    );
}

#[test]
fn a_time_is_meant_in_its_own_zone_and_waits_for_hours() {
    let rules = oslo();
    let with = |on, at| Plan { at, ..plan(on) };
    let call = with("2026-03-10", time("10:00", Tz::Europe__Oslo));
    assert_eq!(rings(&call, &rules), Some(at("2026-03-10T09:00:00Z")));
    let tokyo = due(&with("2026-03-10", time("01:00", Tz::Asia__Tokyo)), &rules);
    assert_eq!(tokyo.day, day("2026-03-09"));
    assert_eq!(tokyo.rings, Some(at("2026-03-10T07:30:00Z")));
    // 02:30 does not come on the day that summer begins, and comes twice when it ends.
    let always = Rules {
        hours: WorkingHours {
            days: [Some(WorkDay { from: 0, to: 1440 }); 7],
        },
        ..oslo()
    };
    let gap = with("2026-03-29", time("02:30", Tz::Europe__Oslo));
    assert_eq!(rings(&gap, &always), Some(at("2026-03-29T01:00:00Z")));
    let fold = with("2026-10-25", time("02:30", Tz::Europe__Oslo));
    assert_eq!(rings(&fold, &always), Some(at("2026-10-25T00:30:00Z")));
}

#[test]
fn snoozes_and_pauses() {
    let rules = oslo();
    let snoozed = Plan {
        snoozed: Some(Snoozed {
            on: day("2026-03-12"),
            at: time("15:00", Tz::Europe__Oslo),
        }),
        ..plan("2026-03-10")
    };
    assert_eq!(rings(&snoozed, &rules), Some(at("2026-03-12T14:00:00Z")));
    let paused = Plan {
        not_before: Some(day("2026-03-13")),
        ..snoozed
    };
    assert_eq!(rings(&paused, &rules), Some(at("2026-03-13T07:30:00Z")));
    let over = Plan {
        not_before: Some(day("2026-03-12")),
        ..paused
    };
    assert_eq!(rings(&over, &rules), Some(at("2026-03-12T14:00:00Z")));
}

#[test]
fn snooze_is_until_the_next_working_morning() {
    let rules = oslo();
    let mornings = [
        ("2026-03-10T09:00:00Z", "2026-03-11"),
        ("2026-03-10T07:30:00Z", "2026-03-11"),
        ("2026-03-10T07:29:59Z", "2026-03-10"),
        ("2026-03-10T23:30:00Z", "2026-03-11"),
        ("2026-03-13T12:00:00Z", "2026-03-16"),
        ("2026-04-30T12:00:00Z", "2026-05-04"),
    ];
    for (now, on) in mornings {
        let snoozed = Snoozed::next_morning(at(now), &rules);
        assert_eq!(
            snoozed,
            Snoozed {
                on: day(on),
                at: None
            },
            "{now}"
        );
    }
    let free = Rules {
        hours: WorkingHours { days: [None; 7] },
        ..rules
    };
    let tomorrow = Snoozed::next_morning(at("2026-03-10T09:00:00Z"), &free);
    assert_eq!(tomorrow.on, day("2026-03-11"));
    assert_eq!(rings(&plan("2026-03-10"), &free), None);
}

#[test]
fn the_ends_of_the_calendar_do_not_panic() {
    for on in [
        NaiveDate::MIN,
        day("0000-01-01"),
        day("9999-12-31"),
        NaiveDate::MAX,
    ] {
        for zone in [Tz::Pacific__Apia, Tz::Pacific__Midway, Tz::Europe__Oslo] {
            for at in [None, time("00:00", zone), time("23:59", zone)] {
                let edge = Plan {
                    on,
                    at,
                    ..plan("2026-03-10")
                };
                let due = Delivery::from(due(&edge, &Rules { zone, ..oslo() }));
                assert!(!due.claimed(1) && due.earlier.is_empty());
            }
        }
    }
    let _edge = Snoozed::next_morning(DateTime::<Utc>::MAX_UTC, &oslo());
    let _edge = Snoozed::next_morning(DateTime::<Utc>::MIN_UTC, &oslo());
}

fn delivery(on: &str) -> Delivery {
    due(&plan(on), &oslo()).into()
}

const DUE: &str = "2026-03-10T07:30:00Z";

#[test]
fn claimed_once_in_a_run_at_its_due_and_inside_hours() {
    let rules = oslo();
    let mut delivery = delivery("2026-03-10");
    assert!(!delivery.claimable(at(DUE) - Duration::seconds(1), 1, &rules));
    assert!(delivery.claimable(at(DUE), 1, &rules));
    assert!(!delivery.claimable(at("2026-03-10T15:30:00Z"), 1, &rules));
    assert!(delivery.claimable(at("2026-03-11T15:29:59Z"), 1, &rules));
    assert!(delivery.claim(at(DUE), 1, &rules));
    assert!(!delivery.claimable(at(DUE), 1, &rules));
    // Neither later nor after the clock went back.
    assert!(!delivery.claimable(at("2026-03-12T09:00:00Z"), 1, &rules));
    assert!(delivery.answers(at(DUE)) && !delivery.answers(at("2026-03-11T07:30:00Z")));
}

#[test]
fn unanswered_it_pops_up_in_later_runs_and_at_most_once_a_day() {
    let rules = oslo();
    let mut delivery = delivery("2026-03-10");
    let days = [
        "2026-03-10",
        "2026-03-10",
        "2026-03-11",
        "2026-03-10",
        "2026-03-11",
    ];
    let mut shown = Vec::new();
    for (run, day) in (1..).zip(days) {
        let noon = at(&format!("{day}T11:00:00Z"));
        assert!(delivery.claimable(noon, run, &rules), "open in run {run}");
        shown.push(delivery.claim(noon, run, &rules));
        assert!(!delivery.claim(noon, run, &rules), "twice in run {run}");
    }
    assert_eq!(shown, [true, false, true, false, false]);
    // Taken and not shown, it does not pop up the next day of the same run.
    assert!(!delivery.claimable(at("2026-03-12T09:00:00Z"), 5, &rules));
}

#[test]
fn a_date_edited_to_and_fro_does_not_ring_again() {
    let rules = oslo();
    let later = due(&plan("2026-03-11"), &rules);
    let now = at("2026-03-12T09:00:00Z");
    let mut moved = delivery("2026-03-10");
    assert!(moved.claim(now, 1, &rules));
    assert!(!moved.claim(now, 1, &rules));
    let mut moved = moved.replanned(later);
    assert!(moved.claimable(now, 1, &rules));
    assert!(!moved.answers(at(DUE)));
    assert!(moved.claim(now, 1, &rules));
    let mut back = moved.replanned(due(&plan("2026-03-10"), &rules));
    assert!(!back.claimable(now, 1, &rules));
    assert_eq!(
        back.claim,
        Some(Claim {
            due: at(DUE),
            run: 1
        })
    );
    assert_eq!(back.earlier.as_slice(), later.rings.as_slice());
    assert!(back.claimable(now, 2, &rules));
    assert!(!back.claim(now, 2, &rules), "it popped up on that day");
    assert!(back.earlier.is_empty() && back.claimed(2) && !back.claimed(1));
}

#[test]
fn new_rules_move_what_has_not_rung() {
    let rules = Rules {
        hours: WorkingHours {
            days: [Some(WorkDay { from: 600, to: 960 }); 7],
        },
        ..oslo()
    };
    let (before, after) = (at("2026-03-10T06:00:00Z"), at("2026-03-10T08:00:00Z"));
    let ten = due(&plan("2026-03-10"), &rules);
    assert_eq!(ten.rings, Some(at("2026-03-10T09:00:00Z")));
    let open = delivery("2026-03-10");
    assert_eq!(open.clone().rules_changed(ten, after, 1).rings, ten.rings);
    let mut claimed = open;
    assert!(claimed.claim(after, 1, &oslo()));
    assert_eq!(claimed.clone().rules_changed(ten, after, 1), claimed);
    // It has not passed: the clock was moved back. And in another run the claim does not count.
    assert_eq!(
        claimed.clone().rules_changed(ten, before, 1).rings,
        ten.rings
    );
    assert_eq!(claimed.rules_changed(ten, after, 2).rings, ten.rings);
}

#[test]
fn one_notification_stands_for_a_person_and_a_moment() {
    let claimed = vec![(2, 'a'), (1, 'b'), (2, 'c'), (3, 'd'), (1, 'e')];
    let groups = by_person(claimed, |(person, _)| *person);
    let groups: Vec<String> = groups
        .into_iter()
        .map(|group| group.into_iter().map(|(_, ring)| ring).collect())
        .collect();
    assert_eq!(groups, ["ac", "be", "d"]);
    assert!(by_person(Vec::<(u8, char)>::new(), |(person, _)| *person).is_empty());
}

const HISTORIES: u64 = 100_000;

#[test]
fn a_hundred_thousand_histories() {
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let threads = u64::try_from(threads).unwrap();
    let share = |first: u64| {
        let mut tally = Tally::default();
        for seed in (first..HISTORIES).step_by(usize::try_from(threads).unwrap()) {
            match live(seed, || Memory::new(None)) {
                Ok(one) => tally += one,
                Err((_, way)) => panic!("{way}"),
            }
        }
        tally
    };
    let tally = std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|first| scope.spawn(move || share(first)))
            .collect();
        let tallies = handles.into_iter().map(|handle| handle.join().unwrap());
        tallies.fold(Tally::default(), |mut all, one| {
            all += one;
            all
        })
    });
    // A generator that does nothing finds nothing.
    assert!(tally.shown > 100_000 && tally.taken > 100_000, "{tally:?}");
    assert!(
        tally.refused > 50_000 && tally.snoozed > 20_000,
        "{tally:?}"
    );
    assert!(tally.summaries > 1000 && tally.kills > 5000, "{tally:?}");
    assert!(tally.together > 10_000 && tally.both > 5000, "{tally:?}");
    assert!(
        tally.restarts > 50_000 && tally.zones > 50_000 && tally.back > 50_000,
        "{tally:?}"
    );
}

#[test]
fn the_oracle_notices_what_is_broken() {
    let faults = [
        (Broken::ForgetsClaims, Wrong::Double),
        (Broken::ClaimsForEver, Wrong::Lost),
        (Broken::OneClaimOnly, Wrong::Double),
        (Broken::IgnoresHours, Wrong::Early),
        (Broken::ASecondEarly, Wrong::Early),
        (Broken::DropsAboveThree, Wrong::Lost),
        (Broken::IgnoresRules, Wrong::Lost),
        (Broken::IgnoresRules, Wrong::Stranger),
        (Broken::RingsAgainAfterRules, Wrong::Stranger),
        (Broken::ClockBackIsNew, Wrong::Double),
        (Broken::TakesOldAnswers, Wrong::Answer),
        (Broken::TakesAnswersTwice, Wrong::Answer),
        (Broken::IgnoresEdits, Wrong::Lost),
        (Broken::RemembersRemoved, Wrong::Stranger),
        (Broken::ForgetsSnooze, Wrong::Answer),
        (Broken::OneEach, Wrong::Apart),
        (Broken::JoinsPeople, Wrong::Apart),
        (Broken::AnswersTheFirst, Wrong::Answer),
        (Broken::ForgetsSorts, Wrong::Answer),
        (Broken::PopsAtEachStart, Wrong::Double),
        (Broken::TellsNoticeAfterTheDay, Wrong::Double),
    ];
    for (broken, wrong) in faults {
        let noticed = (0..3000).any(|seed| {
            live(seed, || Memory::new(Some(broken))).is_err_and(|(found, _)| found == wrong)
        });
        assert!(noticed, "{broken:?} is never {wrong:?}");
    }
}
