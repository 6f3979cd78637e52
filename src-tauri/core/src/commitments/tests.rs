//! Days, moves, notice and rate: histories made by hand with their right answers, and random ones.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::commitment_rows::CommitmentRecord;
use super::notice::{notice_day, theirs_before};
use super::rate::{kept_on_time, rate};
use super::rings::{due_plan, notice_plan};
use super::{CommitmentId, CommitmentState, Move, Moves, OwedBy};
use crate::days::Day;
use crate::hours::{Rules, WorkingHours};

fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn day(text: &str) -> Day {
    date(text).into()
}

fn rules(off: &[(&str, &str)]) -> Rules {
    Rules {
        hours: WorkingHours::default(),
        off: off
            .iter()
            .map(|(from, to)| (date(from), date(to)))
            .collect(),
        zone: chrono_tz::Europe::Oslo,
    }
}

fn promise(due: Option<&str>, moves: Vec<Move>) -> CommitmentRecord {
    CommitmentRecord {
        id: CommitmentId(1),
        owed_by: OwedBy::Me,
        what: "The draft".into(),
        due_on: due.map(day),
        agreed_on: day("2026-03-02"),
        noted_on: day("2026-03-02"),
        stands_on: due.map(day),
        moves: Moves(moves),
        state: CommitmentState::Open,
        closed_on: None,
        why: String::new(),
        talk: None,
    }
}

fn ended(record: CommitmentRecord, state: CommitmentState, on: &str) -> CommitmentRecord {
    CommitmentRecord {
        state,
        closed_on: Some(day(on)),
        ..record
    }
}

fn moved(from: Option<&str>, to: &str, on: &str, agreed: bool) -> Move {
    Move {
        from: from.map(day),
        to: day(to),
        on: day(on),
        agreed,
    }
}

#[test]
fn notice_is_a_fifth_of_the_working_days_and_at_most_five() {
    // Made, due, notice. 2 March 2026 is a Monday.
    let all = [
        // Tomorrow, and on Friday for Monday: the day alone.
        ("2026-03-02", "2026-03-03", "2026-03-03"),
        ("2026-03-06", "2026-03-09", "2026-03-09"),
        // Four working days: none. Five: one.
        ("2026-03-02", "2026-03-06", "2026-03-06"),
        ("2026-03-02", "2026-03-09", "2026-03-06"),
        ("2026-03-02", "2026-03-13", "2026-03-12"),
        // Ten: two, over the weekend.
        ("2026-03-02", "2026-03-16", "2026-03-12"),
        // Twenty-five and more: five.
        ("2026-03-02", "2026-04-06", "2026-03-30"),
        ("2026-03-02", "2027-03-01", "2027-02-22"),
        // A Sunday cannot ring: the Friday before it, unless that is the day on which it was made.
        ("2026-03-03", "2026-03-08", "2026-03-06"),
        ("2026-03-06", "2026-03-08", "2026-03-08"),
        ("2026-03-02", "2026-03-15", "2026-03-13"),
        // Today, and a day that has passed.
        ("2026-03-02", "2026-03-02", "2026-03-02"),
        ("2026-03-02", "2026-02-20", "2026-02-20"),
    ];
    for (made, due, notice) in all {
        let found = notice_day(date(made), date(due), &rules(&[]));
        assert_eq!(found, date(notice), "made {made} for {due}");
    }
    // A week off counts for nothing, and is stepped over.
    let away = rules(&[("2026-03-09", "2026-03-13")]);
    let notice = |made, due| notice_day(date(made), date(due), &away);
    assert_eq!(notice("2026-03-02", "2026-03-16"), date("2026-03-06"));
    assert_eq!(notice("2026-03-02", "2026-03-17"), date("2026-03-16"));
}

#[test]
fn theirs_are_spoken_of_three_working_days_after_their_day() {
    // For Thursday 5 March: Friday, Monday, then Tuesday.
    for (today, spoken) in [
        ("2026-03-09", false),
        ("2026-03-10", true),
        ("2026-03-11", true),
    ] {
        let before = theirs_before(date(today), &rules(&[]));
        assert_eq!(date("2026-03-05") < before, spoken, "{today}");
    }
    // On a Sunday nothing new is spoken of.
    let before = theirs_before(date("2026-03-15"), &rules(&[]));
    assert_eq!(before, theirs_before(date("2026-03-13"), &rules(&[])));
    let away = rules(&[("2026-03-09", "2026-03-09")]);
    assert_eq!(theirs_before(date("2026-03-10"), &away), date("2026-03-05"));
    let never = Rules {
        hours: WorkingHours { days: [None; 7] },
        ..rules(&[])
    };
    assert_eq!(
        theirs_before(date("2026-03-10"), &never),
        date("2026-03-08")
    );
}

#[test]
fn histories_by_hand_are_counted_as_they_should_be() {
    use CommitmentState::{Broken, Dropped, Kept};
    let to_16 = |on, agreed| moved(Some("2026-03-12"), "2026-03-16", on, agreed);
    let on_time = |due, moves, state, on| kept_on_time(&ended(promise(due, moves), state, on));
    let all = [
        // Without a move.
        (Some("2026-03-12"), vec![], Kept, "2026-03-10", true),
        (Some("2026-03-12"), vec![], Kept, "2026-03-12", true),
        (Some("2026-03-12"), vec![], Kept, "2026-03-13", false),
        (Some("2026-03-12"), vec![], Broken, "2026-03-10", false),
        // For some day: no day to miss.
        (None, vec![], Kept, "2026-12-01", true),
        (None, vec![], Broken, "2026-03-10", false),
        // Agreed before the day, or on it: the new day counts.
        (
            Some("2026-03-16"),
            vec![to_16("2026-03-10", true)],
            Kept,
            "2026-03-16",
            true,
        ),
        (
            Some("2026-03-16"),
            vec![to_16("2026-03-12", true)],
            Kept,
            "2026-03-16",
            true,
        ),
        (
            Some("2026-03-16"),
            vec![to_16("2026-03-10", true)],
            Kept,
            "2026-03-17",
            false,
        ),
        // After the day, or alone: the first day counts.
        (
            Some("2026-03-16"),
            vec![to_16("2026-03-13", true)],
            Kept,
            "2026-03-16",
            false,
        ),
        (
            Some("2026-03-16"),
            vec![to_16("2026-03-10", false)],
            Kept,
            "2026-03-16",
            false,
        ),
        (
            Some("2026-03-16"),
            vec![to_16("2026-03-10", false)],
            Kept,
            "2026-03-12",
            true,
        ),
        // Once the day has passed, a later agreement does not bring it back.
        (
            Some("2026-03-20"),
            vec![
                to_16("2026-03-13", true),
                moved(Some("2026-03-16"), "2026-03-20", "2026-03-14", true),
            ],
            Kept,
            "2026-03-19",
            false,
        ),
        // Moved alone, then agreed while the first day was still to come.
        (
            Some("2026-03-20"),
            vec![
                to_16("2026-03-10", false),
                moved(Some("2026-03-16"), "2026-03-20", "2026-03-11", true),
            ],
            Kept,
            "2026-03-19",
            true,
        ),
        // From some day to a day: in time.
        (
            Some("2026-03-16"),
            vec![moved(None, "2026-03-16", "2026-03-10", true)],
            Kept,
            "2026-03-16",
            true,
        ),
        (
            Some("2026-03-16"),
            vec![moved(None, "2026-03-16", "2026-03-10", true)],
            Kept,
            "2026-03-17",
            false,
        ),
        // Brought forward.
        (
            Some("2026-03-10"),
            vec![moved(Some("2026-03-12"), "2026-03-10", "2026-03-05", true)],
            Kept,
            "2026-03-12",
            false,
        ),
        (Some("2026-03-12"), vec![], Dropped, "2026-03-10", false),
    ];
    for (due, moves, state, on, right) in all {
        let words = format!("for {due:?}, {moves:?}, {state:?} on {on}");
        assert_eq!(on_time(due, moves, state, on), right, "{words}");
    }
}

#[test]
fn a_rate_needs_three_of_the_last_180_days_and_counts_mine_alone() {
    use CommitmentState::{Broken, Dropped, Kept};
    let today = date("2026-09-01");
    let kept = |on| ended(promise(Some(on), vec![]), Kept, on);
    let two = [kept("2026-08-01"), kept("2026-08-02")];
    assert_eq!(rate(&two, today).words, "not enough yet");
    assert!(!rate(&two, today).enough);
    let theirs = CommitmentRecord {
        owed_by: OwedBy::Them,
        ..kept("2026-08-03")
    };
    // 5 March is 180 days before 1 September, 4 March is one more.
    let old = kept("2026-03-04");
    let dropped = ended(promise(None, vec![]), Dropped, "2026-08-03");
    let open = promise(Some("2026-08-03"), vec![]);
    let none = [two[0].clone(), two[1].clone(), theirs, old, dropped, open];
    assert_eq!(rate(&none, today).words, "not enough yet");
    let mut three = none.to_vec();
    three.push(ended(
        promise(
            Some("2026-03-16"),
            vec![
                moved(Some("2026-03-12"), "2026-03-14", "2026-03-11", true),
                moved(Some("2026-03-14"), "2026-03-16", "2026-03-15", true),
            ],
        ),
        Broken,
        "2026-03-05",
    ));
    let found = rate(&three, today);
    assert_eq!(found.words, "2 of 3 on time");
    assert_eq!(found.kept, [false, true, true]);
    assert_eq!(found.moved, "moved in time 1, late 1");
    assert_eq!(found.since, day("2026-03-05"));
    // The clock was wrong once: what is still to come does not count.
    assert_eq!(rate(&three, date("2026-07-31")).words, "not enough yet");
}

#[test]
fn moves_are_read_as_they_were_written() {
    let moves = Moves(vec![
        moved(None, "2026-03-16", "2026-03-10", true),
        moved(Some("2026-03-16"), "2026-03-20", "2026-03-17", false),
    ]);
    let text = "-/2026-03-16/2026-03-10/agreed 2026-03-16/2026-03-20/2026-03-17/alone";
    assert_eq!(moves.to_string(), text);
    assert_eq!(text.parse::<Moves>(), Ok(moves));
    assert_eq!("".parse::<Moves>(), Ok(Moves::default()));
    for wrong in [
        "-",
        "-/2026-03-16/2026-03-10",
        "a/b/c/agreed",
        "-/2026-03-16/2026-03-10/yes",
    ] {
        assert!(wrong.parse::<Moves>().is_err(), "{wrong}");
    }
}

#[test]
fn it_never_rings_on_the_day_on_which_it_was_written_down_or_moved() {
    let mut today = promise(Some("2026-03-02"), vec![]);
    assert_eq!(
        due_plan(&today).unwrap().not_before,
        Some(date("2026-03-03"))
    );
    assert_eq!(notice_plan(&today), None);
    today.moves = Moves(vec![moved(
        Some("2026-03-02"),
        "2026-03-04",
        "2026-03-04",
        true,
    )]);
    today.due_on = Some(day("2026-03-04"));
    today.stands_on = today.due_on;
    assert_eq!(
        due_plan(&today).unwrap().not_before,
        Some(date("2026-03-05"))
    );
    let later = promise(Some("2026-03-12"), vec![]);
    assert_eq!(due_plan(&later).unwrap().not_before, None);
    assert_eq!(due_plan(&promise(None, vec![])), None);
}

/// Days after 2 March 2026.
fn after(days: u64) -> NaiveDate {
    date("2026-03-02") + Days::new(days)
}

fn any_off() -> impl Strategy<Value = Vec<(NaiveDate, NaiveDate)>> {
    let range = (0_u64..60, 0_u64..14).prop_map(|(from, long)| (after(from), after(from + long)));
    proptest::collection::vec(range, 0..4)
}

/// A promise with moves made on days that do not go back, ended some days after the last of them. The flag says
/// whether a move waits until the day has passed.
fn any_history() -> impl Strategy<Value = CommitmentRecord> {
    let step = (0_u64..20, 0_u64..20, any::<bool>());
    let steps = proptest::collection::vec(step, 0..5);
    (
        proptest::option::of(0_u64..30),
        steps,
        0_u64..40,
        any::<bool>(),
    )
        .prop_map(|(due, steps, ended, kept)| {
            let mut record = promise(None, vec![]);
            record.due_on = due.map(|due| after(due).into());
            let mut on = 0;
            for (wait, further, agreed) in steps {
                on += wait;
                let to = after(on + further).into();
                record.moves.0.push(Move {
                    from: record.due_on,
                    to,
                    on: after(on).into(),
                    agreed,
                });
                record.due_on = Some(to);
            }
            record.closed_on = Some(after(on + ended).into());
            record.state = if kept {
                CommitmentState::Kept
            } else {
                CommitmentState::Broken
            };
            record
        })
}

proptest! {
    #[test]
    fn notice_comes_after_the_making_and_not_after_the_day(
        made in 0_u64..40, ahead in 0_u64..400, off in any_off(),
    ) {
        let rules = Rules { off, ..rules(&[]) };
        let (made, due) = (after(made), after(made + ahead));
        let notice = notice_day(made, due, &rules);
        prop_assert!(notice <= due);
        prop_assert!(notice > made || notice == due);
        let working = |from: NaiveDate, to: NaiveDate| {
            from.iter_days().skip(1).take_while(|day| *day <= to).filter(|day| rules.is_working_day(*day)).count()
        };
        let fifth = (working(made, due) / 5).min(5);
        if notice < due {
            prop_assert!(rules.is_working_day(notice));
            // From the notice to the day there are as many working days as the rule says; one that cannot ring
            // has at least the last one before it.
            let wanted = if rules.is_working_day(due) { fifth } else { fifth.max(1) - 1 };
            prop_assert_eq!(working(notice, due), wanted);
        } else {
            prop_assert!(fifth == 0);
        }
    }

    #[test]
    fn a_move_in_time_never_counts_as_late(history in any_history()) {
        let in_time = history.moves.0.iter().all(Move::is_in_time);
        let before = history.due_on.is_none_or(|due| history.closed_on.unwrap() <= due);
        if in_time && before && history.state == CommitmentState::Kept {
            prop_assert!(kept_on_time(&history));
        }
    }

    #[test]
    fn what_was_kept_on_time_was_kept_by_a_day_that_was_agreed(history in any_history()) {
        if kept_on_time(&history) {
            let first = history.moves.0.first().map_or(history.due_on, |first| first.from);
            let agreed = history.moves.0.iter().filter(|one| one.is_in_time()).map(|one| one.to);
            let mut days = agreed.chain(first);
            let closed = history.closed_on.unwrap();
            prop_assert!(first.is_none() || days.any(|day| closed <= day));
        }
    }

    #[test]
    fn to_move_alone_or_late_never_helps(history in any_history(), wait in 0_u64..40, further in 0_u64..40) {
        let mut worse = history.clone();
        let last = history.moves.0.last().map_or(date("2026-03-02"), |last| last.on.date());
        let on = last + Days::new(wait);
        let late = history.due_on.is_some_and(|due| on > due.date());
        worse.moves.0.push(Move {
            from: history.due_on,
            to: (on + Days::new(further)).into(),
            on: on.into(),
            agreed: late,
        });
        worse.due_on = Some((on + Days::new(further)).into());
        let helped = kept_on_time(&worse) && !kept_on_time(&history);
        // From some day to one that was not agreed, nothing is to be missed still.
        prop_assert!(!helped, "{:?}", worse);
    }

    #[test]
    fn the_rate_is_of_those_that_count(histories in proptest::collection::vec(any_history(), 0..12), today in 0_u64..400) {
        let found = rate(&histories, after(today));
        let counted = histories.iter().filter(|one| {
            let closed = one.closed_on.unwrap().date();
            closed <= after(today) && closed + Days::new(180) >= after(today)
        });
        prop_assert_eq!(found.kept.len(), counted.clone().count());
        prop_assert_eq!(found.enough, found.kept.len() >= 3);
        let on_time = counted.filter(|one| kept_on_time(one)).count();
        if found.enough {
            prop_assert_eq!(found.words, format!("{on_time} of {} on time", found.kept.len()));
        }
    }

    #[test]
    fn moves_go_into_a_column_and_come_back(history in any_history()) {
        let text = history.moves.to_string();
        prop_assert_eq!(text.parse::<Moves>(), Ok(history.moves));
    }
}
