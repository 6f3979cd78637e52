//! Which ways in are offered, and the words for the others.

use super::*;
use crate::map::ways::Way;

fn told(small: &Network, ways: &[Way]) -> Vec<(String, String)> {
    let names = |way: &Way| {
        let people = way
            .people
            .iter()
            .map(|n| small.person(*n).unwrap().name.as_str());
        people.collect::<Vec<_>>().join(" ")
    };
    ways.iter()
        .map(|way| (names(way), way.summary.clone()))
        .collect()
}

fn near(value: f64, expected: f64) {
    assert!(
        (value - expected).abs() < 1e-12,
        "{value} is not {expected}"
    );
}

#[test]
fn the_ways_of_the_check_graph() {
    let small = check_graph();
    let to = small.at("H");
    let network = small.network();
    let ways = network.ways(to);
    assert_eq!(
        told(&network, &ways),
        [
            ("B C H", "2 introductions. Warmest of 3 ways."),
            ("A C H", "2 introductions. Second of 3 ways."),
            ("C H", "1 introduction. Third of 3 ways."),
        ]
        .map(|(way, summary)| (way.to_owned(), summary.to_owned()))
    );
    near(ways[0].product, 0.432);
    near(ways[1].product, 0.405);
    near(ways[2].product, 0.27);
    assert!(network.left_out(to, &ways).is_empty());
}

#[test]
fn nobody_leads_in_who_is_not_to_be_asked() {
    type Change = fn(&mut MyRelationship);
    let barred: [(&str, Change); 4] = [
        ("you asked Kith not to ask them", |mine| {
            mine.do_not_ask = true
        }),
        ("paused until 1 May", |mine| {
            mine.status = Status::Paused;
            mine.paused_until = Some(day("2026-05-01"));
        }),
        ("you two are cooling off", |mine| {
            mine.status = Status::CoolingOff
        }),
        ("the relationship has ended", |mine| {
            mine.status = Status::Ended
        }),
    ];
    for (why, change) in barred {
        let mut of_c = mine();
        change(&mut of_c);
        let small = check_graph().with("C", |person| person.mine = Some(of_c));
        let to = small.at("H");
        let network = small.network();
        let ways = network.ways(to);
        assert_eq!(
            told(&network, &ways),
            [(
                "F G H".to_owned(),
                "2 introductions. The only way Kith knows.".to_owned()
            )]
        );
        assert_eq!(
            network.left_out(to, &ways),
            [format!("A way through C is left out: {why}.")]
        );
    }
}

#[test]
fn who_is_dormant_may_be_asked() {
    let dormant = MyRelationship {
        status: Status::Dormant,
        ..mine()
    };
    let small = check_graph().with("C", |person| person.mine = Some(dormant));
    let to = small.at("H");
    assert_eq!(small.network().ways(to).len(), 3);
}

#[test]
fn whom_i_have_talked_with_comes_first_however_long_ago() {
    let day = NaiveDate::from_ymd_opt(2019, 5, 1);
    let small = check_graph().with("H", |person| {
        person.mine = Some(mine());
        person.talked = day;
    });
    let to = small.at("H");
    let network = small.network();
    let told = told(&network, &network.ways(to));
    assert_eq!(told[0], ("H".to_owned(), "You know H yourself.".to_owned()));
    let second = "2 introductions. Second of 3 ways.".to_owned();
    assert_eq!(told[1], ("B C H".to_owned(), second));
    assert_eq!(told.len(), 3);
}

#[test]
fn whom_i_keep_close_but_never_talked_with_is_one_way_among_others() {
    let small = check_graph().with("H", |person| person.mine = kept());
    let to = small.at("H");
    let network = small.network();
    let told = told(&network, &network.ways(to));
    assert_eq!(told[0].0, "B C H");
    let last = "You have not talked with H yet.".to_owned();
    assert_eq!(told.last(), Some(&("H".to_owned(), last)));
}

#[test]
fn at_most_two_who_are_left_out_are_named_and_only_where_it_is_better() {
    let barred = MyRelationship {
        do_not_ask: true,
        ..mine()
    };
    let mut small = Small::new().people(&["Ana", "Ben", "Cem", "Dev", "Zoe"]);
    for name in ["Ana", "Ben", "Cem"] {
        small = small
            .warm(name, 0.8)
            .with(name, |person| person.mine = Some(barred.clone()))
            .tie(name, "Zoe", Closeness::Close);
    }
    let small = small
        .warm("Dev", 0.5)
        .tie("Dev", "Zoe", Closeness::Colleague);
    let to = small.at("Zoe");
    let network = small.network();
    let ways = network.ways(to);
    assert_eq!(ways.len(), 1);
    let names: Vec<_> = network.left_out(to, &ways);
    assert_eq!(
        names,
        ["Ana", "Ben"].map(|name| {
            format!("A way through {name} is left out: you asked Kith not to ask them.")
        })
    );
}

#[test]
fn where_there_is_no_way_it_is_said_why() {
    let base = || {
        Small::new()
            .people(&["Ana", "Ben", "Cem", "Dev", "Judith Amsel"])
            .warm("Ana", 0.8)
    };
    let says = |small: Small| {
        let to = small.at("Judith");
        let network = small.network();
        assert!(network.ways(to).is_empty());
        network.no_way(to)
    };
    assert_eq!(
        says(base()),
        "Nobody in your book is known to know Judith Amsel, with up to two introductions."
    );
    assert_eq!(
        says(base().tie("Dev", "Judith", Closeness::Close)),
        "One person in your book knows Judith Amsel, but you have no way to them."
    );
    let chain = |small: Small| {
        small
            .tie("Ana", "Ben", Closeness::Close)
            .tie("Ben", "Cem", Closeness::Close)
            .tie("Cem", "Judith", Closeness::Close)
    };
    assert_eq!(
        says(chain(base())),
        "The shortest way to Judith Amsel takes three introductions. Kith looks for two at most."
    );
    let ended = MyRelationship {
        status: Status::Ended,
        ..mine()
    };
    let small = base().with("Ana", |person| person.mine = Some(ended));
    assert_eq!(
        says(small.tie("Ana", "Judith", Closeness::Close)),
        "Every way to Judith Amsel leads through somebody you do not ask now."
    );
}

#[test]
fn those_are_asked_who_know_most_people_whom_i_do_not() {
    let small = Small::new()
        .people(&["Ana", "Ben", "Cem", "Dev", "Eva", "Fay", "Judith"])
        .warm("Ana", 0.3)
        .warm("Ben", 0.9)
        .warm("Cem", 0.1)
        .tie("Ana", "Dev", Closeness::Little)
        .tie("Ana", "Eva", Closeness::Little)
        .tie("Ben", "Fay", Closeness::Close)
        .tie("Ben", "Ana", Closeness::Close)
        // Cem's tie to me is too weak to be asked.
        .tie("Cem", "Dev", Closeness::Close)
        .tie("Cem", "Eva", Closeness::Close)
        .tie("Cem", "Fay", Closeness::Close);
    let asked = |small: Small| {
        let to = small.at("Judith");
        let network = small.network();
        let asked = network.to_ask(to).into_iter();
        let names = asked.map(|number| network.person(number).unwrap().name.clone());
        names.collect::<Vec<_>>()
    };
    assert_eq!(asked(small), ["Ana", "Ben"]);
    // If no tie is strong enough, the warmest is asked.
    let cool = Small::new()
        .people(&["Cem", "Dev", "Eva", "Judith"])
        .warm("Cem", 0.1)
        .warm("Dev", 0.05)
        .tie("Cem", "Eva", Closeness::Close)
        .tie("Dev", "Eva", Closeness::Close);
    assert_eq!(asked(cool), ["Cem"]);
    assert!(asked(Small::new().people(&["Judith"])).is_empty());
}

#[test]
fn colleagues_are_counted_truly() {
    let says = |names: &[&str]| {
        let mut all = vec!["Judith Amsel"];
        all.extend(names);
        let small = Small::new().people(&all).works("Halden Fund", &all);
        let network = small.network();
        let (people, words) = network.colleagues(0);
        (people.len(), words)
    };
    for (names, count, words) in [
        (&[][..], 0, "Judith is alone at Halden Fund in your book."),
        (&["K"], 1, "One person works where Judith works."),
        (&["K", "L", "M"], 3, "These three work where Judith works."),
        (
            &["K", "L", "M", "N"],
            3,
            "Three of four who work where Judith works.",
        ),
    ] {
        assert_eq!(says(names), (count, words.to_owned()));
    }
    let network = Small::new().people(&["Judith"]).network();
    assert_eq!(
        network.colleagues(0),
        (
            Vec::new(),
            "Where Judith works is not in your book.".to_owned()
        )
    );
}
