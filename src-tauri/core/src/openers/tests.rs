use std::cell::RefCell;
use std::convert::Infallible;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::OpenerSort::{
    Answer, Date, Goal, Interest, LastTalk, Lent, Match, NextTime, Promise, Quiet, Role, Share,
};
use super::choose::{Marks, choose};
use super::sources::SOURCES;
use super::{Opener, OpenerSort};

const ALL: [OpenerSort; 12] = [
    Date, Promise, Role, Answer, Match, Lent, NextTime, Share, Goal, LastTalk, Interest, Quiet,
];

fn today() -> NaiveDate {
    "2026-03-10".parse().unwrap()
}

fn opener(sort: OpenerSort, item: i64) -> Opener {
    Opener {
        sort,
        item,
        lead: String::new(),
        text: format!("{sort:?} {item}"),
    }
}

/// What is chosen of these candidates, each as sort and item.
fn chosen(candidates: &[(OpenerSort, i64)], marks: &Marks, most: usize) -> Vec<(OpenerSort, i64)> {
    let sources = ALL.map(|sort| {
        let of_sort = candidates.iter().filter(move |(other, _)| *other == sort);
        (sort, move || {
            Ok::<_, Infallible>(of_sort.map(|(sort, item)| opener(*sort, *item)).collect())
        })
    });
    let chosen = choose(sources, marks, today(), most).unwrap();
    chosen.iter().map(|one| (one.sort, one.item)).collect()
}

fn refused(sort: OpenerSort, item: i64, days_ago: u64) -> Marks {
    let on = today().checked_sub_days(Days::new(days_ago)).unwrap();
    Marks {
        last: None,
        refused: vec![(sort, item, on.into())],
    }
}

#[test]
fn the_sources_stand_in_the_order_of_the_sorts() {
    let sorts: Vec<OpenerSort> = SOURCES.iter().map(|source| source.sort).collect();
    let mut ordered = sorts.clone();
    ordered.sort();
    ordered.dedup();
    assert_eq!(sorts, ordered);
}

#[test]
fn the_first_of_each_sort_comes_in_the_order_of_the_sorts() {
    let known = [
        (Interest, 5),
        (Share, 2),
        (Share, 1),
        (Date, 9),
        (LastTalk, 4),
    ];
    let none = Marks::default();
    assert_eq!(
        chosen(&known, &none, 3),
        [(Date, 9), (Share, 2), (LastTalk, 4)]
    );
    assert_eq!(chosen(&known, &none, 1), [(Date, 9)]);
    assert_eq!(chosen(&[], &none, 3), []);
}

#[test]
fn what_stood_first_at_the_last_talk_does_not_come_again_but_dates_promises_and_next_time() {
    let known = [
        (Date, 1),
        (Promise, 2),
        (NextTime, 3),
        (Share, 5),
        (LastTalk, 4),
    ];
    let after = |last| Marks {
        last: Some(last),
        ..Marks::default()
    };
    let first = |last| chosen(&known, &after(last), 9);
    let without_share = [(Date, 1), (Promise, 2), (NextTime, 3), (LastTalk, 4)];
    assert_eq!(first(Share), without_share);
    for always in [Date, Promise, NextTime] {
        assert_eq!(first(always), known);
    }
}

#[test]
fn not_this_rests_for_fourteen_days_and_the_next_of_the_sort_comes() {
    let known = [(Share, 2), (Share, 1), (Interest, 5)];
    let after = |days_ago| chosen(&known, &refused(Share, 2, days_ago), 1);
    assert_eq!(after(0), [(Share, 1)]);
    assert_eq!(after(13), [(Share, 1)]);
    assert_eq!(after(14), [(Share, 2)]);
    // The same number in another table is another line.
    assert_eq!(chosen(&known, &refused(Interest, 2, 0), 1), [(Share, 2)]);
    // A day to come: the clock was wrong then.
    let wrong = Marks {
        last: None,
        refused: vec![(Share, 2, "2030-01-01".parse().unwrap())],
    };
    assert_eq!(chosen(&known, &wrong, 1), [(Share, 2)]);
}

#[test]
fn a_source_is_read_only_where_it_is_needed() {
    let read = RefCell::new(Vec::new());
    let sources = ALL.map(|sort| {
        let read = &read;
        (sort, move || {
            read.borrow_mut().push(sort);
            Ok::<_, Infallible>(vec![opener(sort, 1)])
        })
    });
    let marks = Marks {
        last: Some(Role),
        ..Marks::default()
    };
    choose(sources, &marks, today(), 3).unwrap();
    assert_eq!(*read.borrow(), [Date, Promise, Answer]);
}

fn any_sort() -> impl Strategy<Value = OpenerSort> {
    proptest::sample::select(ALL.to_vec())
}

fn any_marks() -> impl Strategy<Value = Marks> {
    let refusal = (any_sort(), 0_i64..4, 0_u64..30);
    let refusals = proptest::collection::vec(refusal, 0..12);
    (proptest::option::of(any_sort()), refusals).prop_map(|(last, refusals)| Marks {
        last,
        refused: refusals
            .into_iter()
            .flat_map(|(sort, item, ago)| refused(sort, item, ago).refused)
            .collect(),
    })
}

proptest! {
    /// Whatever is known and remembered: in the order of the sorts, one of each, nothing that rests or stood first
    /// last time, nothing left out that could stand there, and the same each time.
    #[test]
    fn every_choice_keeps_the_rules(
        known in proptest::collection::vec((any_sort(), 0_i64..4), 0..24),
        marks in any_marks(),
        most in 0_usize..6,
    ) {
        let found = chosen(&known, &marks, most);
        prop_assert_eq!(&found, &chosen(&known, &marks, most));
        prop_assert!(found.len() <= most);
        prop_assert!(found.windows(2).all(|two| two[0].0 < two[1].0));
        let is_open = |(sort, item): &(OpenerSort, i64)| {
            let is_exempt = [Date, Promise, NextTime].contains(sort);
            let stood_first = marks.last == Some(*sort) && !is_exempt;
            let rests = marks.refused.iter().any(|(other, of, on)| {
                (other, of) == (sort, item) && (today() - on.date()).num_days() < 14
            });
            !stood_first && !rests
        };
        prop_assert!(found.iter().all(|one| known.contains(one) && is_open(one)));
        let mut sorts: Vec<OpenerSort> =
            known.iter().filter(|one| is_open(one)).map(|one| one.0).collect();
        sorts.sort();
        sorts.dedup();
        sorts.truncate(most);
        let shown: Vec<OpenerSort> = found.iter().map(|one| one.0).collect();
        prop_assert_eq!(shown, sorts);
    }

    /// Fewer are the beginning of more.
    #[test]
    fn the_first_ones_do_not_depend_on_how_many_are_asked_for(
        known in proptest::collection::vec((any_sort(), 0_i64..4), 0..24),
        marks in any_marks(),
    ) {
        let all = chosen(&known, &marks, 12);
        for most in 0..4 {
            prop_assert_eq!(&chosen(&known, &marks, most)[..], &all[..most.min(all.len())]);
        }
    }
}
