use proptest::prelude::*;

use super::HelperRole;
use super::coverage::{Act, Coverage, CoverageLevel, Stands, Way, coverage};
use crate::ids::PersonId;

fn known(id: i64, name: &str, warmth: f64) -> Stands {
    Stands {
        person: PersonId(id),
        name: name.to_owned(),
        role: HelperRole::Knows,
        warmth,
        quiet: None,
        known: true,
        aside: None,
        way: None,
    }
}

fn stranger(id: i64, name: &str, between: &[(i64, &str)], product: f64) -> Stands {
    let between = between.iter();
    let between = between.map(|(id, name)| (PersonId(*id), (*name).to_owned()));
    Stands {
        known: false,
        way: Some(Way {
            between: between.collect(),
            product,
            last_talk: "12 March".to_owned(),
        }),
        ..known(id, name, 0.0)
    }
}

fn told(all: &[Stands]) -> (CoverageLevel, String, String) {
    let Coverage {
        level,
        words,
        label,
        ..
    } = coverage(all);
    (level, words, label)
}

fn says(level: CoverageLevel, words: &str, label: &str) -> (CoverageLevel, String, String) {
    (level, words.to_owned(), label.to_owned())
}

#[test]
fn two_who_count_cover_and_one_is_thin() {
    let (samir, hannah) = (known(1, "Samir", 0.25), known(2, "Hannah", 0.9));
    let both = [samir.clone(), hannah];
    assert_eq!(
        told(&both),
        says(CoverageLevel::Covered, "Covered by two.", "")
    );
    assert_eq!(
        told(&[samir]),
        says(CoverageLevel::Thin, "Only Samir.", "Who else could help")
    );
}

#[test]
fn whoever_is_in_step_with_their_rhythm_counts_however_cool() {
    let in_step = Stands {
        quiet: Some(false),
        ..known(1, "Samir", 0.01)
    };
    let quiet = Stands {
        quiet: Some(true),
        ..known(2, "Daniel", 0.24)
    };
    assert!(in_step.counts() && !quiet.counts());
    assert_eq!(
        told(std::slice::from_ref(&quiet)),
        says(
            CoverageLevel::Thin,
            "Only Daniel, and they are going quiet.",
            "Write to Daniel"
        )
    );
    let seldom = known(3, "Ana", 0.1);
    assert_eq!(
        told(std::slice::from_ref(&seldom)),
        says(
            CoverageLevel::Thin,
            "Only Ana, and you seldom talk.",
            "Keep Ana close"
        )
    );
    // What can be done most about is said.
    assert_eq!(
        coverage(&[seldom, quiet]).act,
        Some(Act::Write {
            person: PersonId(2)
        })
    );
}

#[test]
fn who_may_oppose_and_who_is_left_alone_do_not_count() {
    let opposes = Stands {
        role: HelperRole::MayOppose,
        ..known(1, "Joaquín", 0.9)
    };
    let paused = Stands {
        aside: Some("paused until 1 May".to_owned()),
        ..known(2, "Ruth", 0.9)
    };
    assert_eq!(
        told(std::slice::from_ref(&opposes)),
        says(
            CoverageLevel::Thin,
            "Only Joaquín, and they may oppose.",
            "Who could help"
        )
    );
    assert_eq!(
        told(std::slice::from_ref(&paused)),
        says(
            CoverageLevel::Thin,
            "Only Ruth: paused until 1 May.",
            "Who could help"
        )
    );
    assert_eq!(
        coverage(&[opposes, paused, known(3, "Ana", 0.5)]).words,
        "Only Ana."
    );
}

#[test]
fn somebody_whom_one_does_not_know_is_reached_by_a_way() {
    let mei = stranger(1, "Mei", &[(5, "Gareth")], 0.1);
    assert_eq!(
        told(std::slice::from_ref(&mei)),
        says(
            CoverageLevel::Reachable,
            "Gareth could introduce you to Mei; you last talked with Gareth on 12 March.",
            "Ask Gareth"
        )
    );
    let nadia = stranger(2, "Nadia", &[(5, "Gareth"), (6, "Helena")], 0.2);
    assert_eq!(
        told(&[mei, nadia]),
        says(
            CoverageLevel::Reachable,
            "Gareth, then Helena could lead to Nadia; you last talked with Gareth on 12 March.",
            "Way in"
        )
    );
    let weak = stranger(3, "Kirsi", &[(5, "Gareth")], 0.099);
    let far = stranger(4, "Liv", &[(5, "A"), (6, "B"), (7, "C")], 0.9);
    assert_eq!(
        told(&[weak, far]),
        says(
            CoverageLevel::Open,
            "Nobody you know yet, and only a weak way to Kirsi.",
            "Look for a way"
        )
    );
}

#[test]
fn words_end_with_one_stop_and_tell_the_same_as_the_lines() {
    let told = |all: &[Stands]| told(all).1;
    assert_eq!(told(&[known(1, "Iben B.", 0.9)]), "Only Iben B.");
    let unreached = Stands {
        way: None,
        ..stranger(2, "Caspar E.", &[], 0.0)
    };
    assert_eq!(
        told(std::slice::from_ref(&unreached)),
        "Nobody you know yet, and no near way to Caspar E."
    );
    let opposes = Stands {
        role: HelperRole::MayOppose,
        ..stranger(3, "Liv", &[(5, "Gareth")], 0.9)
    };
    assert_eq!(
        told(std::slice::from_ref(&opposes)),
        "Nobody you know yet, and Liv may oppose."
    );
    // Whoever may help is named first.
    assert_eq!(told(&[opposes, unreached.clone()]), told(&[unreached]));
}

#[test]
fn a_part_with_nobody_is_open() {
    assert_eq!(
        told(&[]),
        says(CoverageLevel::Open, "Nobody yet.", "Who could help")
    );
    let died = Stands {
        known: false,
        aside: Some("they have died".to_owned()),
        ..known(1, "Bo", 0.0)
    };
    assert_eq!(told(&[died]).1, "Nobody yet.");
}

#[test]
fn of_several_who_are_not_asked_all_are_named() {
    let aside = |id, name, why: &str| Stands {
        aside: Some(why.to_owned()),
        ..known(id, name, 0.9)
    };
    let ruth = aside(1, "Ruth", "paused until 1 May");
    let ben = aside(2, "Ben", "they have died");
    assert_eq!(
        coverage(std::slice::from_ref(&ruth)).words,
        "Only Ruth: paused until 1 May."
    );
    assert_eq!(
        coverage(&[ruth, ben]).words,
        "Only Ruth and Ben, whom you do not ask now."
    );
}

#[test]
fn many_are_named_shortly() {
    let all: Vec<Stands> = (1..=5)
        .map(|id| known(id, &format!("P{id}"), 0.0))
        .collect();
    assert_eq!(
        coverage(&all).words,
        "Only P1, P2, P3 and two more, and you seldom talk."
    );
}

fn role() -> impl Strategy<Value = HelperRole> {
    prop::sample::select(vec![
        HelperRole::Decides,
        HelperRole::Influences,
        HelperRole::Knows,
        HelperRole::Supports,
        HelperRole::MayOppose,
    ])
}

prop_compose! {
    fn somebody()(
        id in 1..99_i64,
        role in role(),
        warmth in 0.0..1.0_f64,
        quiet in prop::option::of(any::<bool>()),
        known in any::<bool>(),
        aside in prop::option::weighted(0.3, Just("paused".to_owned())),
        between in prop::option::of(prop::collection::vec((100..110_i64, "[A-Z]"), 1..4)),
        product in 0.001..1.0_f64,
    ) -> Stands {
        let between = between.map(|all| all.into_iter().map(|(id, name)| (PersonId(id), name)).collect());
        let way = between.map(|between| Way { between, product, last_talk: String::new() });
        Stands { person: PersonId(id), name: format!("P{id}"), role, warmth, quiet, known, aside, way }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn somebody_more_never_makes_it_worse(all in prop::collection::vec(somebody(), 0..6), one in somebody()) {
        let before = coverage(&all).level;
        let more: Vec<Stands> = all.into_iter().chain([one]).collect();
        prop_assert!(coverage(&more).level >= before);
    }

    #[test]
    fn the_order_does_not_matter(all in prop::collection::vec(somebody(), 0..6)) {
        let turned: Vec<Stands> = all.iter().rev().cloned().collect();
        prop_assert_eq!(coverage(&all).level, coverage(&turned).level);
    }

    #[test]
    fn it_is_covered_by_two_who_count_and_by_nothing_else(all in prop::collection::vec(somebody(), 0..6)) {
        let counting = all.iter().filter(|one| one.counts()).count();
        let found = coverage(&all);
        prop_assert_eq!(found.level == CoverageLevel::Covered, counting >= 2);
        // Whatever is not covered says what to do, and to nobody who is left alone.
        prop_assert_eq!(found.act.is_none(), found.level == CoverageLevel::Covered);
        prop_assert_eq!(found.label.is_empty(), found.act.is_none());
        let whom = match found.act {
            Some(Act::Write { person } | Act::KeepClose { person }) => Some(person),
            Some(Act::Ask { to, .. } | Act::WayIn { to }) => Some(to),
            Some(Act::WhoCouldHelp) | None => None,
        };
        if let Some(person) = whom {
            prop_assert!(all.iter().any(|one| one.person == person && one.aside.is_none()));
        }
    }
}
