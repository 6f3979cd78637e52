use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::counted::*;
use super::words::{CountedFrom, headline, percent, shown, variety_words};
use super::*;
use crate::channel::Channel;
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::relationships::{Category, Workplace};

fn person(id: i64) -> OfPerson {
    OfPerson {
        id: PersonId(id),
        ..OfPerson::default()
    }
}

fn many(count: i64, of: impl Fn(i64, &mut OfPerson)) -> Vec<OfPerson> {
    (1..=count)
        .map(|id| {
            let mut one = person(id);
            of(id, &mut one);
            one
        })
        .collect()
}

fn talk(id: i64, person: i64, channel: Channel) -> Talked {
    Talked {
        talk: InteractionId(id),
        person: PersonId(person),
        channel,
    }
}

fn told(figure: BalanceFigure, people: &[OfPerson], talks: &[Talked]) -> BalanceShown {
    let kinds = ["Client", "Peer", "Mentor", "Recruiter"].map(str::to_owned);
    let from = CountedFrom {
        people,
        talks,
        kinds: &kinds,
        attributes: &[],
    };
    shown(figure, &groups(figure, people, talks), &from)
}

fn labels(shown: &BalanceShown) -> Vec<(&str, &str)> {
    shown
        .groups
        .iter()
        .map(|group| (group.label.as_str(), group.value.as_str()))
        .collect()
}

#[test]
fn kinds_are_told_from_ten_on_and_what_is_missing_by_name() {
    let people = many(13, |id, one| {
        one.kind = (id > 3).then(|| if id > 8 { "Peer" } else { "Client" }.to_owned());
    });
    let kinds = told(BalanceFigure::Kinds, &people, &[]);
    assert!(kinds.enough);
    assert_eq!(kinds.known, "10 of 13");
    assert_eq!(labels(&kinds), [("Client", "5"), ("Peer", "5")]);
    assert_eq!(
        kinds.words,
        "Client and Peer are more than half. Nobody yet: Mentor and Recruiter."
    );
    let few = told(BalanceFigure::Kinds, &people[..12], &[]);
    assert!(!few.enough && few.groups.is_empty());
    assert_eq!(
        few.words,
        "Not enough yet: it needs ten people with a kind, nine so far."
    );
}

#[test]
fn a_talk_counts_once_whoever_took_part() {
    let people = many(3, |_, _| {});
    let mut talks: Vec<Talked> = (1..=8).map(|id| talk(id, 1, Channel::InPerson)).collect();
    talks.extend([
        talk(9, 1, Channel::Phone),
        talk(9, 2, Channel::Phone),
        talk(10, 3, Channel::Email),
    ]);
    // Not said, and with somebody who is not of the network.
    talks.extend([talk(11, 1, Channel::NotSaid), talk(12, 77, Channel::Video)]);
    let channels = told(BalanceFigure::Channels, &people, &talks);
    assert_eq!(
        labels(&channels),
        [("In person", "80 %"), ("Phone", "10 %"), ("Email", "10 %")]
    );
    assert_eq!(channels.words, "Mostly in person.");
    assert_eq!(channels.known, "10 talks in 12 months");
    let by_phone = groups(BalanceFigure::Channels, &people, &talks).remove(1);
    assert_eq!(by_phone.people, [PersonId(1), PersonId(2)]);
}

#[test]
fn each_circle_counts_those_inside_it() {
    let people = many(24, |id, one| {
        one.kept_close = id != 24;
        one.rhythm = Some(match id {
            ..=6 => 14,
            7..=9 => 30,
            10..=20 => 90,
            _ => 365,
        });
    });
    let circles = told(BalanceFigure::Circles, &people, &[]);
    assert_eq!(
        labels(&circles),
        [
            ("Closest", "6 of 5"),
            ("Close", "9 of 15"),
            ("Good to know", "20 of 50"),
            ("Familiar", "23 of 150")
        ]
    );
    assert_eq!(
        circles.groups[0].note,
        "Usually about weekly. Counted here: a rhythm of two weeks or less, one more than most."
    );
    assert_eq!(circles.groups[0].bar, 1.0);
    assert_eq!(circles.known, "23 kept close");
}

#[test]
fn remote_people_are_set_beside_those_in_house() {
    let people = many(10, |id, one| {
        one.workplace = Some(if id <= 5 {
            Workplace::InHouse
        } else {
            Workplace::Remote
        });
    });
    let talks = |remote: i64| -> Vec<Talked> {
        let there = (1..=20).map(|id| talk(id, 1 + id % 5, Channel::Video));
        there
            .chain((21..21 + remote).map(|id| talk(id, 6 + id % 5, Channel::Video)))
            .collect()
    };
    for (remote, often) in [
        (10, "half as often as those in-house: 2.0 talks each"),
        (3, "less often than those in-house: 0.6 talks each"),
        (18, "about as often as those in-house: 3.6 talks each"),
        (40, "more often than those in-house: 8.0 talks each"),
    ] {
        let words = told(BalanceFigure::Workplaces, &people, &talks(remote)).words;
        assert_eq!(
            words,
            format!("Remote people talk with you {often} in 12 months, against 4.0.")
        );
    }
    let none = told(BalanceFigure::Workplaces, &people, &[]).words;
    assert_eq!(none, "In 12 months you talked with none of them.");
}

#[test]
fn inside_and_outside_in_tenths() {
    let sides = |outside: i64| {
        let people = many(20, |id, one| {
            one.side = Some(if id <= outside {
                Category::External
            } else {
                Category::Internal
            });
        });
        told(BalanceFigure::Sides, &people, &[]).words
    };
    assert_eq!(
        sides(14),
        "About seven in ten are outside your organisation."
    );
    assert_eq!(sides(20), "Nobody is inside your organisation.");
    assert_eq!(sides(0), "Nobody is outside your organisation.");
}

#[test]
fn how_one_met_needs_fifteen_and_speaks_up_above_65_in_a_hundred() {
    let met = |alone: i64, through: i64| {
        let people = many(40, |id, one| {
            one.met = match id {
                id if id <= alone => Some(Met::Alone),
                id if id <= alone + through => Some(Met::Through),
                _ => None,
            };
        });
        told(BalanceFigure::Met, &people, &[])
    };
    assert!(!met(7, 7).enough);
    assert!(
        met(14, 0)
            .words
            .starts_with("Not enough yet: it needs 15 people")
    );
    // 13 of 20 are 65 %: not above it.
    assert_eq!(met(13, 7).words, "Others introduced you to 35 % of them.");
    assert!(
        met(14, 6)
            .words
            .starts_with("You met 70 % of them by yourself;")
    );
}

#[test]
fn openness_in_words() {
    assert_eq!(headline(0.9, 0), "Your people come from many circles.");
    assert_eq!(
        headline(0.8, 3),
        "Your people come from many circles. Three of them hold people you reach no other way."
    );
    assert!(headline(0.79, 1).ends_with("One of them holds people you reach no other way."));
    assert_eq!(headline(0.2, 0), "Most of your people know one another.");
    assert_eq!(
        variety_words(&[("Kind", 0.9), ("Country", 0.2), ("Tag", 0.6)]),
        "Varied by kind, alike by country. Alike is not wrong; it only says where few of your people look from."
    );
    assert_eq!(variety_words(&[("Tag", 0.6)]), "");
    let percents = [(1, 3), (1, 200), (1, 201), (0, 9)].map(|(part, whole)| percent(part, whole));
    assert_eq!(percents, ["33 %", "0 %", "under 1 %", "0 %"]);
}

proptest! {
    /// Values are counted as a plain second count does, and nobody is lost or counted twice.
    #[test]
    fn groups_equal_a_plain_count(kinds in prop::collection::vec(prop::option::of(0..4_u8), 0..40)) {
        let people: Vec<OfPerson> = kinds
            .iter()
            .zip(1..)
            .map(|(kind, id)| OfPerson { kind: kind.map(|kind| format!("Kind {kind}")), ..person(id) })
            .collect();
        let mut plain: BTreeMap<u8, BTreeSet<i64>> = BTreeMap::new();
        for (kind, id) in kinds.iter().zip(1..) {
            if let Some(kind) = kind {
                plain.entry(*kind).or_default().insert(id);
            }
        }
        let found = groups(BalanceFigure::Kinds, &people, &[]);
        prop_assert_eq!(found.len(), plain.len());
        prop_assert!(found.is_sorted_by(|a, b| a.count >= b.count));
        for group in found {
            let ids: BTreeSet<i64> = group.people.iter().map(|id| id.0).collect();
            let kind: u8 = group.label["Kind ".len()..].parse().unwrap();
            prop_assert_eq!(group.count, ids.len());
            prop_assert_eq!(&ids, &plain[&kind]);
        }
    }
}
