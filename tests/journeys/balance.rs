//! How the network is made, who could meet, and the network's data as other programs read it.

use std::collections::HashSet;

use kith_core::balance::{Balance, BalanceFigure, BalanceShown, BalanceStructure, structure_of};
use kith_core::boundaries::{ConflictLevel, ConflictWith, Handling, NewConflict};
use kith_core::events::NewHowMet;
use kith_core::exchanges::{Direction, ExchangeSort, NewExchange};
use kith_core::introducing::NewIntroduction;
use kith_core::introductions::Introducer;
use kith_core::keeping_close::RelationshipEdit;
use kith_core::relationships::Status;
use kith_core::ties::{Closeness, NewTie, TieEnd, TieKind};
use kith_core::topics::Stance;
use kith_core::{Book, Code, Moment, PersonId};

use crate::talks::{add, add_close, and_back, log, noon, status};
use crate::{Place, written};

const TODAY: &str = "2026-03-10";

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon(TODAY);
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn tie(book: &Book, kind: TieKind, person: PersonId, other: PersonId, now: &Moment) {
    let tie = NewTie {
        person: TieEnd::Known(person),
        other: TieEnd::Known(other),
        kind,
        closeness: Closeness::Close,
        since: String::new(),
        until: String::new(),
        note: "between us".into(),
    };
    book.tie_add(&tie, now).unwrap();
}

fn figure(balance: &Balance, which: BalanceFigure) -> &BalanceShown {
    balance
        .figures
        .iter()
        .find(|one| one.figure == which)
        .unwrap()
}

fn structure(book: &Book, now: &Moment) -> BalanceStructure {
    let structure = structure_of(&book.network(now).unwrap(), &|_, _| true).unwrap();
    book.balance_structure(&structure, now).unwrap()
}

#[test]
fn an_empty_book_says_what_is_missing() {
    let (_place, book, now) = begin();
    let balance = book.balance(&now).unwrap();
    assert_eq!(balance.people, 0);
    assert!(
        balance
            .figures
            .iter()
            .all(|one| !one.enough && one.groups.is_empty())
    );
    assert!(
        balance
            .figures
            .iter()
            .all(|one| one.words.starts_with("Not enough yet"))
    );
    assert!(balance.variety.iter().all(|one| one.varied.is_none()));
    assert!(balance.give_take_words.starts_with("Not enough yet") && balance.give_take.is_empty());
    let structure = structure(&book, &now);
    assert!(structure.headline.starts_with("Not enough yet"));
    assert!(structure.measures.is_empty() && structure.connectors.is_empty());
    let meet = book.could_meet(&now).unwrap();
    assert!(meet.pairs.is_empty());
    assert_eq!(
        meet.words,
        "Nobody offers anything yet, and nobody looks for anything."
    );
}

#[test]
fn figures_lead_to_the_people_they_count() {
    let (_place, book, now) = begin();
    let people: Vec<PersonId> = (0..12)
        .map(|at| add_close(&book, &format!("Person {at:02}"), 14 + 10 * at, &now))
        .collect();
    for person in &people {
        log(&book, &[*person], "2026-03-01", &now);
    }
    // A talk of three counts once, one of more than a year ago not at all.
    log(&book, &people[..3], "2026-02-01", &now);
    log(&book, &people[..1], "2025-02-01", &now);
    let balance = book.balance(&now).unwrap();
    assert_eq!(balance.people, 12);
    let circles = figure(&balance, BalanceFigure::Circles);
    let values: Vec<&str> = circles
        .groups
        .iter()
        .map(|group| group.value.as_str())
        .collect();
    assert_eq!(values, ["1 of 5", "2 of 15", "12 of 50", "12 of 150"]);
    assert_eq!(
        figure(&balance, BalanceFigure::Channels).known,
        "13 talks in 12 months"
    );
    let close = book
        .balance_people(BalanceFigure::Circles, "Close", &now)
        .unwrap();
    assert_eq!(close.total, 2);
    let ids: Vec<PersonId> = close.rows.iter().map(|row| row.id).collect();
    assert_eq!(ids, people[..2]);
    // Every group's number is how many people it leads to.
    for one in balance
        .figures
        .iter()
        .filter(|one| one.figure != BalanceFigure::Channels)
    {
        for group in &one.groups {
            let found = book.balance_people(one.figure, &group.label, &now).unwrap();
            let said: u32 = group.value.split(' ').next().unwrap().parse().unwrap();
            assert_eq!(found.total, said, "{} {}", one.title, group.label);
        }
    }
    assert_eq!(
        book.balance_people(BalanceFigure::Kinds, "No such kind", &now)
            .unwrap()
            .total,
        0
    );
    // Ended, archived and in the trash, they count no longer.
    status(&book, people[0], Status::Ended, "", &now);
    status(&book, people[1], Status::Archived, "", &now);
    book.people_trash(&people[2..3], &now).unwrap();
    assert_eq!(book.balance(&now).unwrap().people, 9);
}

#[test]
fn how_one_met_counts_from_fifteen_known() {
    let (_place, book, now) = begin();
    let people: Vec<PersonId> = (0..20)
        .map(|at| add(&book, &format!("Person {at:02}"), &now))
        .collect();
    let met = |person: PersonId, at: &str, through: Option<PersonId>| {
        let said = NewHowMet {
            at: at.into(),
            when: "2026-03-01".into(),
            through,
        };
        book.how_met_set(person, &said, &now).unwrap();
    };
    for person in &people[..11] {
        met(*person, "Nordic Lab Days", None);
    }
    // Since when alone says nothing of who introduced them.
    met(people[11], "", None);
    for person in &people[12..15] {
        met(*person, "Nordic Lab Days", Some(people[0]));
    }
    let found = |book: &Book| figure(&book.balance(&now).unwrap(), BalanceFigure::Met).clone();
    assert!(!found(&book).enough);
    met(people[15], "", Some(people[1]));
    let share = found(&book);
    assert_eq!(share.known, "15 of 20");
    assert!(
        share.words.starts_with("You met 73 % of them by yourself;"),
        "{}",
        share.words
    );
    let through = book
        .balance_people(BalanceFigure::Met, "Through somebody", &now)
        .unwrap();
    assert_eq!(through.total, 4);
}

#[test]
fn give_and_take_adds_up_what_is_noted_with_each() {
    let (_place, book, now) = begin();
    let [ana, ben, kai] =
        ["Ana Sorvik", "Ben Okoro", "Kai Larsen"].map(|name| add(&book, name, &now));
    let note = |person: PersonId, direction: Direction, times: usize| {
        for _ in 0..times {
            let new = NewExchange {
                direction,
                what: "a word".into(),
                sort: ExchangeSort::Time,
                size: None,
                when: TODAY.into(),
                back_by: String::new(),
            };
            book.exchange_add(person, &new, &now).unwrap();
        }
    };
    note(ana, Direction::Received, 6);
    note(ben, Direction::Given, 2);
    note(ben, Direction::Received, 2);
    // Two are too few to say how it stands with somebody.
    note(kai, Direction::Given, 2);
    let balance = book.balance(&now).unwrap();
    assert_eq!(
        balance.give_take_words,
        "Overall you received more. One person did more for you; a good moment to offer something."
    );
    let names: Vec<&str> = balance
        .give_take
        .iter()
        .map(|one| one.row.name.as_str())
        .collect();
    assert_eq!(names, ["Ana Sorvik", "Ben Okoro"]);
    assert!(balance.give_take[0].given == 0.0 && balance.give_take[0].received == 1.0);
}

/// Two groups of six that Gareth alone links, and one of them that I know.
#[test]
fn who_connects_groups_and_what_would_be_lost() {
    let (_place, book, now) = begin();
    let mine: Vec<PersonId> = (0..10)
        .map(|at| add_close(&book, &format!("Mine {at}"), 30, &now))
        .collect();
    let theirs: Vec<PersonId> = (0..4)
        .map(|at| add(&book, &format!("Theirs {at}"), &now))
        .collect();
    for person in &mine {
        log(&book, &[*person], "2026-03-01", &now);
    }
    for pair in mine.windows(2) {
        tie(&book, TieKind::Knows, pair[0], pair[1], &now);
    }
    tie(&book, TieKind::WorksWith, mine[0], mine[2], &now);
    for person in &theirs {
        tie(&book, TieKind::Knows, mine[4], *person, &now);
    }
    let found = structure(&book, &now);
    assert_eq!(found.connectors[0].row.id, mine[4]);
    let lost = "If Mine goes quiet, you lose reach to four people";
    assert!(
        found.connectors[0]
            .lines
            .iter()
            .any(|line| line.starts_with(lost)),
        "{:?}",
        found.connectors[0]
    );
    assert!(
        found
            .headline
            .ends_with("One of them holds people you reach no other way."),
        "{}",
        found.headline
    );
    let sizes: Vec<&str> = found
        .measures
        .iter()
        .map(|measure| measure.name.as_str())
        .collect();
    assert_eq!(sizes, ["Effective size", "Efficiency", "Constraint"]);
    assert!(found.source.starts_with(
        "Counted from your 10 ties, weighed by warmth, and the 10 among these people"
    ));
    // Nine of ten ties among them are too few to tell how open it is.
    let ties = book.ties_of(mine[0], &now).unwrap();
    book.tie_remove(ties.ties[0].id, &now).unwrap();
    assert!(
        structure(&book, &now)
            .headline
            .starts_with("Not enough yet")
    );
}

#[test]
fn two_could_meet_where_one_offers_what_the_other_seeks() {
    let (_place, book, now) = begin();
    let [ana, ben, kai, eve] = ["Ana Sorvik", "Ben Okoro", "Kai Larsen", "Eve Holm"]
        .map(|name| add_close(&book, name, 30, &now));
    // Not known to me: neither kept close nor talked with.
    let far = add(&book, "Far Away", &now);
    let line = |person: PersonId, stance: Stance, topic: &str| {
        book.topic_add(Some(person), stance, topic, &now).unwrap();
    };
    line(ana, Stance::Seeks, "a speaker in Bergen");
    for person in [ben, kai, eve, far] {
        line(person, Stance::Offers, "Speaker in Bergen");
    }
    // What Ben seeks Ana offers: still one pair.
    line(ben, Stance::Seeks, "optics");
    line(ana, Stance::Offers, "Optics");
    let names = |book: &Book| -> HashSet<(String, String)> {
        let found = book.could_meet(&now).unwrap().pairs.into_iter();
        found
            .map(|pair| (pair.seeks.name, pair.offers.name))
            .collect()
    };
    let pairs = |others: &[&str]| -> HashSet<(String, String)> {
        others
            .iter()
            .map(|other| ("Ana Sorvik".to_owned(), (*other).to_owned()))
            .collect()
    };
    assert_eq!(
        names(&book),
        pairs(&["Ben Okoro", "Kai Larsen", "Eve Holm"])
    );
    // Whoever knows them already, has a conflict with them, or rests, is not proposed.
    tie(&book, TieKind::Knows, kai, ana, &now);
    assert_eq!(names(&book), pairs(&["Ben Okoro", "Eve Holm"]));
    let conflict = NewConflict {
        with: ConflictWith::Person { id: eve },
        level: ConflictLevel::Actual,
        why: "the panel".into(),
        handling: Handling::Excluded,
        how: String::new(),
        until: String::new(),
    };
    book.conflict_add(ana, &conflict, &now).unwrap();
    assert_eq!(names(&book), pairs(&["Ben Okoro"]));
    let dont = RelationshipEdit::DoNotAsk { value: true };
    book.relationship_edit(&[ben], &dont, &now).unwrap();
    assert!(names(&book).is_empty());
    let kept = |book: &Book| -> Vec<(String, bool)> {
        let kept = book.could_meet(&now).unwrap().not_proposed.into_iter();
        kept.map(|one| (one.why, one.refused)).collect()
    };
    assert_eq!(
        kept(&book),
        [
            ("You asked Kith not to ask Ben Okoro.".to_owned(), false),
            (
                "There is a conflict of interest between Ana Sorvik and Eve Holm.".to_owned(),
                false
            ),
        ]
    );
    book.undo(&now).unwrap();
    and_back(&book, &now, || {
        book.introduction_refuse(ben, ana, &now).unwrap()
    });
    assert!(names(&book).is_empty());
    assert_eq!(
        kept(&book)[0],
        ("You said on 10 March: not these two.".to_owned(), true)
    );
    assert_eq!(
        book.introduction_refuse(ana, ben, &now).unwrap().operation,
        None
    );
    // On their pages neither.
    let page = book.introductions_of(ana, &now).unwrap();
    assert!(page.proposed.iter().all(|one| one.other.id != ben));
    and_back(&book, &now, || {
        book.introduction_allow(ana, ben, &now).unwrap()
    });
    assert_eq!(
        book.introduction_allow(ana, ben, &now).unwrap_err().code,
        Code::NotFound
    );
    let pair = book.could_meet(&now).unwrap().pairs.remove(0);
    assert_eq!(
        pair.why,
        "Ana Sorvik looks for a speaker in Bergen. Ben Okoro offers Speaker in Bergen."
    );
    // Once begun, it is not proposed again.
    let new = NewIntroduction {
        by: Introducer::Me,
        people: vec![ana, ben],
        why: pair.why,
        anyway: false,
    };
    book.introduction_add(&new, &now).unwrap();
    assert!(names(&book).is_empty());
}

#[test]
fn of_many_who_could_meet_no_more_than_forty_are_listed() {
    let (_place, book, now) = begin();
    for at in 0..15 {
        let one = add_close(&book, &format!("Seeker {at}"), 30, &now);
        let other = add_close(&book, &format!("Offerer {at}"), 30, &now);
        book.topic_add(Some(one), Stance::Seeks, "optics", &now)
            .unwrap();
        book.topic_add(Some(other), Stance::Offers, "optics", &now)
            .unwrap();
    }
    let meet = book.could_meet(&now).unwrap();
    assert_eq!((meet.pairs.len(), meet.more), (40, true));
}

/// A book whose names hold what XML and CSV must write otherwise.
fn odd(book: &Book, now: &Moment) -> [PersonId; 3] {
    let people =
        ["R&D <Ana> \"Q\"", "=Ben, Okoro", "Kai 🙂 Ærø"].map(|name| add_close(book, name, 30, now));
    let [ana, ben, kai] = people;
    log(book, &[ana], "2026-03-01", now);
    tie(book, TieKind::ReportsTo, ana, ben, now);
    tie(book, TieKind::Knows, kai, ben, now);
    people
}

/// The network as GraphML, people and ties, with the ids of people written as n1, n2 and so on.
fn out_of(book: &Book, now: &Moment) -> [(&'static str, String); 3] {
    let network = book.network(now).unwrap();
    let (mut graphml, mut people, mut ties) = (Vec::new(), Vec::new(), Vec::new());
    let wrote = book
        .write_graphml(&network, false, &mut graphml, &|_, _| true)
        .unwrap();
    let also = book
        .write_network_csv(&network, false, &mut people, &mut ties, &|_, _| true)
        .unwrap();
    assert_eq!(wrote, also);
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let lines = text(people.clone());
    let ids = lines
        .lines()
        .skip(2)
        .map(|line| line.split(',').next().unwrap().to_owned());
    let ids: Vec<String> = ids.collect();
    let numbered = |text: String| {
        let each = ids.iter().zip(1..);
        each.fold(text, |text, (id, number)| {
            text.replace(id, &format!("n{number}"))
        })
    };
    [
        ("network.graphml", numbered(text(graphml))),
        ("people.csv", numbered(text(people))),
        ("ties.csv", numbered(text(ties))),
    ]
}

/// `tests/fixtures/network/check.py` opened these files with networkx and with Python's csv.
#[test]
fn the_files_are_those_that_networkx_opened() {
    let (_place, book, now) = begin();
    odd(&book, &now);
    add(&book, "Nobody Knows", &now);
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/network");
    for (name, text) in out_of(&book, &now) {
        let file = folder.join(name);
        if std::env::var_os("KITH_WRITE_FIXTURES").is_some() {
            std::fs::write(&file, &text).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&file).unwrap(), text, "{name}");
    }
}

#[test]
fn the_network_goes_out_as_it_was_noted_and_without_what_is_private() {
    let (place, book, now) = begin();
    odd(&book, &now);
    add(&book, "Nobody Knows", &now);
    let before = written(&book);
    let network = book.network(&now).unwrap();
    let mut graphml = Vec::new();
    assert_eq!(
        book.write_graphml(&network, false, &mut graphml, &|_, _| true)
            .unwrap(),
        4
    );
    let graphml = String::from_utf8(graphml).unwrap();
    assert_eq!(graphml.matches("<node ").count(), 5);
    // Three that I know, and two ties that were noted.
    assert_eq!(graphml.matches("<edge ").count(), 5);
    assert!(
        graphml.contains("<data key=\"name\">R&amp;D &lt;Ana&gt; &quot;Q&quot;</data>"),
        "{graphml}"
    );
    assert!(graphml.contains("<data key=\"tie\">reports_to</data>"));
    assert!(!graphml.contains("between us"), "a note went out");
    let (mut people, mut ties) = (Vec::new(), Vec::new());
    assert_eq!(
        book.write_network_csv(&network, false, &mut people, &mut ties, &|_, _| true)
            .unwrap(),
        4
    );
    let (people, ties) = (
        String::from_utf8(people).unwrap(),
        String::from_utf8(ties).unwrap(),
    );
    assert!(people.starts_with(
        "id,name,organisation,role,kind,side,tags,kept_close,last_talk\r\nme,Me,,,,,,,\r\n"
    ));
    assert!(people.contains(",\"'=Ben, Okoro\","), "{people}");
    assert_eq!((people.lines().count(), ties.lines().count()), (6, 6));
    assert!(ties.starts_with("source,target,tie,closeness,weight,from\r\nme,"));
    assert!(!people.contains("between us") && !ties.contains("between us"));
    // Writing changes nothing, and Stop leaves off.
    assert_eq!(written(&book), before);
    let stopped = book
        .write_graphml(&network, false, &mut Vec::new(), &|_, _| false)
        .unwrap_err();
    assert_eq!(stopped.code, kith_core::Code::Stopped);
    let mut nowhere = (Vec::new(), Vec::new());
    let stopped = book
        .write_network_csv(&network, false, &mut nowhere.0, &mut nowhere.1, &|_, _| {
            false
        })
        .unwrap_err();
    assert_eq!(stopped.code, kith_core::Code::Stopped);
    let stopped = structure_of(&network, &|_, _| false).unwrap_err();
    assert_eq!(stopped.code, kith_core::Code::Stopped);
    // Each of its three parts asks.
    let asked = std::cell::Cell::new(0);
    let whole = structure_of(&network, &|_, _| {
        asked.set(asked.get() + 1);
        true
    });
    whole.unwrap();
    for last in 1..=asked.get() {
        let before = std::cell::Cell::new(0);
        let stopped = structure_of(&network, &|_, _| {
            before.set(before.get() + 1);
            before.get() < last
        });
        assert_eq!(stopped.unwrap_err().code, kith_core::Code::Stopped);
        assert_eq!(before.get(), last);
    }
    assert!(asked.get() > 3, "{}", asked.get());
    drop(place);
}

#[test]
fn a_value_that_few_have_leads_to_people_with_why() {
    let (_place, book, now) = begin();
    let people: Vec<PersonId> = (0..14)
        .map(|at| add_close(&book, &format!("Person {at:02}"), 30, &now))
        .collect();
    let far = add(&book, "Mei Tan", &now);
    let choices = ["here", "abroad", "nowhere"].map(str::to_owned);
    let id = book.attribute_add("Where", &choices, &now).unwrap().value;
    let figure = BalanceFigure::Attribute(id);
    let all = book.attributes_list().unwrap();
    let [here, abroad] = [0, 1].map(|at| all[0].choices[at].id);
    book.attribute_set(&people[..11], id, Some(here), &now)
        .unwrap();
    book.attribute_set(&[far, people[11]], id, Some(abroad), &now)
        .unwrap();
    tie(&book, TieKind::Knows, people[3], far, &now);
    book.topic_add(
        Some(people[5]),
        Stance::Knows,
        "nowhere in particular",
        &now,
    )
    .unwrap();
    status(&book, people[4], Status::Ended, "", &now);
    tie(&book, TieKind::Knows, people[4], far, &now);
    let leads = |label: &str| {
        let network = book.network(&now).unwrap();
        let found = book.balance_leads(&network, figure, label, &now).unwrap();
        let leads = found.leads.into_iter();
        let leads = leads.map(|lead| format!("{}: {}", lead.row.name, lead.why));
        (leads.collect::<Vec<_>>(), found.words)
    };
    assert_eq!(
        leads("abroad").0,
        ["Person 11: One of those few.", "Person 03: Knows Mei."]
    );
    assert_eq!(
        leads("nowhere").0,
        ["Person 05: Knows about nowhere in particular."]
    );
    assert_eq!(leads("here").0.len(), 5);
    let (nobody, words) = leads("no such choice at all");
    assert!(nobody.is_empty());
    assert_eq!(words, "Nobody in your book leads there yet.");
}
