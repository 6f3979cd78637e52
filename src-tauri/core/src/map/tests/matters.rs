//! Why a person matters, and when there is nothing to say.

use super::*;

/// Gareth, who works at the Forum, knows people at Orrin Pharma and at Bench & Signal.
fn drawn() -> Small {
    Small::new()
        .people(&[
            "Ada Orrin",
            "Bea Orrin",
            "Cleo Bench",
            "Dan Bench",
            "Gareth Pennlow",
            "Hugo Forum",
        ])
        .works("Bench & Signal", &["Cleo", "Dan"])
        .works("Open Metrology Forum", &["Gareth", "Hugo"])
        .works("Orrin Pharma", &["Ada", "Bea"])
        .tie("Gareth", "Ada", Closeness::Close)
        .tie("Gareth", "Cleo", Closeness::Close)
}

fn says(small: Small, name: &str) -> Vec<String> {
    let number = small.at(name);
    small.network().matters(number)
}

#[test]
fn groups_that_meet_through_somebody_alone() {
    assert_eq!(
        says(drawn(), "Gareth"),
        [
            "Gareth links three groups that do not otherwise meet: Open Metrology Forum, Bench & Signal and \
             Orrin Pharma."
        ]
    );
    // Organisations that are connected otherwise count once; a proposed tie connects too.
    let two = "Gareth links two groups that do not otherwise meet: Open Metrology Forum and Bench & Signal.";
    assert_eq!(
        says(drawn().tie("Bea", "Dan", Closeness::Little), "Gareth"),
        [two]
    );
    assert_eq!(
        says(drawn().proposed("Bea", "Dan", Closeness::Little), "Gareth"),
        [two]
    );
    assert_eq!(
        says(drawn().works("Orrin Pharma", &["Dan"]), "Gareth"),
        [two]
    );
    // Knowing nobody at another organisation links no groups.
    assert!(says(drawn(), "Hugo").is_empty());
    let lone = drawn().works("Solo", &["Gareth"]);
    assert!(says(lone, "Gareth")[0].contains("three groups"));
}

#[test]
fn many_groups_are_not_all_named() {
    let mut small = Small::new().people(&[
        "A1", "A2", "B1", "B2", "C1", "C2", "D1", "D2", "E1", "E2", "Zoe",
    ]);
    for group in ["A", "B", "C", "D", "E"] {
        let (one, two) = (format!("{group}1"), format!("{group}2"));
        small = small
            .works(group, &[&one, &two])
            .tie("Zoe", &one, Closeness::Close);
    }
    assert_eq!(
        says(small, "Zoe"),
        ["Zoe links five groups that do not otherwise meet: A, B, C and two more."]
    );
}

#[test]
fn who_would_be_lost() {
    let lost = |ties: &[(&str, &str)]| {
        let mut small = Small::new()
            .people(&["Ana", "Ben", "Cem", "Dev"])
            .warm("Ana", 0.5);
        for (one, other) in ties {
            small = small.tie(one, other, Closeness::Colleague);
        }
        small
    };
    assert_eq!(
        says(lost(&[("Ana", "Ben")]), "Ana"),
        ["If Ana goes quiet, you lose reach to Ben."]
    );
    assert_eq!(
        says(
            lost(&[("Ana", "Ben"), ("Ana", "Cem"), ("Ben", "Dev")]),
            "Ana"
        ),
        ["If Ana goes quiet, you lose reach to three people, among them Ben and Cem."]
    );
    // People whom I know myself are not lost, nor are people whom I did not reach.
    assert!(says(lost(&[("Ana", "Ben")]).warm("Ben", 0.3), "Ana").is_empty());
    assert!(says(lost(&[("Ben", "Cem")]), "Ben").is_empty());
}

#[test]
fn alone_at_their_place_of_work() {
    let small = || {
        Small::new()
            .people(&["Ana", "Ben"])
            .works("Orrin Pharma", &["Ana", "Ben"])
            .warm("Ana", 0.5)
    };
    assert_eq!(
        says(small(), "Ana"),
        ["You know nobody else at Orrin Pharma."]
    );
    assert!(says(small(), "Ben").is_empty());
    assert!(says(small().warm("Ben", 0.01), "Ana").is_empty());
    let alone = Small::new()
        .people(&["Ana"])
        .works("Orrin", &["Ana"])
        .warm("Ana", 0.5);
    assert!(says(alone, "Ana").is_empty());
}
