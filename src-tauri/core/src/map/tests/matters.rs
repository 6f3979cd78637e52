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

/// Two groups whom I know and that do not know each other, one whom I do not know, and a lone pair.
fn groups() -> Small {
    let mut small = Small::new().people(&[
        "Ada Orrin",
        "Bea Orrin",
        "Cleo Orrin",
        "Dan Bench",
        "Eva Bench",
        "Fay Bench",
        "Gus Far",
        "Hal Far",
        "Ida Far",
        "Joy Lone",
    ]);
    for three in [
        ["Ada", "Bea", "Cleo"],
        ["Dan", "Eva", "Fay"],
        ["Gus", "Hal", "Ida"],
    ] {
        small = small
            .tie(three[0], three[1], Closeness::Close)
            .tie(three[1], three[2], Closeness::Close)
            .tie(three[0], three[2], Closeness::Close);
    }
    small.works("Orrin Pharma", &["Ada", "Bea", "Cleo"])
}

#[test]
fn a_hole_is_between_two_groups_in_which_i_know_somebody() {
    let known = groups().warm("Bea", 0.5).warm("Dan", 0.4).warm("Joy", 0.9);
    let holes = known.network().holes(5, &|| true).unwrap();
    assert_eq!((holes.groups, holes.total, holes.first.len()), (2, 1, 1));
    let hole = &holes.first[0];
    assert_eq!(hole.one.words, "three people of Orrin Pharma");
    assert_eq!(hole.other.words, "three people around Dan and Eva");
    let name = |known: &Option<(PersonId, String)>| known.clone().unwrap().1;
    assert_eq!(
        [name(&hole.one.known), name(&hole.other.known)],
        ["Bea", "Dan"]
    );
    assert_eq!(hole.one.people.len(), 3);
    // Where a tie is noted there is none; a proposed one is not noted.
    let tied = groups().warm("Bea", 0.5).warm("Dan", 0.4);
    assert_eq!(
        tied.tie("Cleo", "Fay", Closeness::Little)
            .network()
            .holes(5, &|| true)
            .unwrap()
            .total,
        0
    );
    let proposed = groups().warm("Bea", 0.5).warm("Dan", 0.4);
    let proposed = proposed.proposed("Cleo", "Fay", Closeness::Close);
    assert_eq!(proposed.network().holes(5, &|| true).unwrap().total, 1);
}

#[test]
fn whoever_leads_there_is_one_of_them_or_knows_one() {
    let small = groups().warm("Bea", 0.5).warm("Dan", 0.4).warm("Joy", 0.9);
    let ids = ["Ada", "Cleo", "Dan"].map(|name| small.at(name));
    let network = small.network();
    let to: Vec<PersonId> = ids
        .iter()
        .filter_map(|at| Some(network.person(*at)?.id))
        .collect();
    let leading = network.leading_to(&to, 5);
    let told: Vec<(&str, &str)> = leading
        .iter()
        .map(|one| {
            let number = network.number(one.id).unwrap();
            (
                network.person(number).unwrap().short_name(),
                one.knows.as_str(),
            )
        })
        .collect();
    assert_eq!(told, [("Dan", ""), ("Bea", "Ada and Cleo")]);
    assert_eq!(network.leading_to(&to, 1).len(), 1);
    assert!(network.leading_to(&[], 5).is_empty());
}

#[test]
fn whoever_is_left_alone_is_no_part_of_how_the_network_is_made() {
    let ended = |person: &mut Person| {
        person.mine = Some(MyRelationship {
            status: Status::Ended,
            ..mine()
        });
    };
    let all = groups()
        .warm("Bea", 0.5)
        .warm("Dan", 0.4)
        .tie("Bea", "Gus", Closeness::Close)
        .tie("Bea", "Dan", Closeness::Close);
    let before = Small(all.0.clone()).network();
    assert_eq!(
        (before.openness().mine, before.openness().among_them),
        (2, 1)
    );
    let bea = all.at("Bea");
    assert!(!before.lost_without(bea).is_empty());
    let after = Small(all.0).with("Bea", ended);
    let after = after.network();
    assert_eq!((after.openness().mine, after.openness().among_them), (1, 0));
    assert!(after.lost_without(bea).is_empty());
    assert!(
        after
            .connectors(9, &|_, _| true)
            .unwrap()
            .first
            .iter()
            .all(|one| one.id != PersonId(2))
    );
}

#[test]
fn what_takes_long_can_be_stopped() {
    let network = groups().warm("Bea", 0.5).network();
    let asked = std::cell::Cell::new(0);
    let stopped = network.connectors(9, &|done, total| {
        asked.set(asked.get() + 1);
        assert!(done < total);
        done < 3
    });
    assert_eq!(stopped, None);
    assert_eq!(asked.get(), 4);
}
