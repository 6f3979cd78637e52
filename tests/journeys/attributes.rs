//! Attributes of one's own choosing: defined once, said of people, counted, and kept out of what leaves the book.

use kith_core::attributes::{AttributeEdit, PersonAttribute};
use kith_core::balance::{BalanceFigure, BalanceVariety};
use kith_core::export::CardStyle;
use kith_core::people_list::PeopleFilter;
use kith_core::{AttributeId, Book, ChoiceId, Code, Moment, PersonId};

use crate::talks::{add, and_back, noon};
use crate::{Place, read_back, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn named(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn seniority(book: &Book, now: &Moment) -> AttributeId {
    let choices = named(&["junior", "senior", "lead"]);
    book.attribute_add("Seniority", &choices, now)
        .unwrap()
        .value
}

/// The choices of the first attribute: name and how many have it.
fn choices(book: &Book) -> Vec<(String, u32)> {
    let all = book.attributes_list().unwrap();
    let first = all.into_iter().next().unwrap();
    let choices = first.choices.into_iter();
    choices.map(|choice| (choice.name, choice.people)).collect()
}

fn choice(book: &Book, name: &str) -> ChoiceId {
    let all = book.attributes_list().unwrap();
    let mut choices = all.iter().flat_map(|one| &one.choices);
    choices.find(|choice| choice.name == name).unwrap().id
}

fn found(book: &Book, text: &str, now: &Moment) -> Vec<PersonId> {
    let found = book.people_find(text, &PeopleFilter::default(), 9, now);
    found.unwrap().rows.iter().map(|hit| hit.row.id).collect()
}

fn variety(book: &Book, id: AttributeId, now: &Moment) -> BalanceVariety {
    let balance = book.balance(now).unwrap();
    let own = BalanceFigure::Attribute(id);
    let mut all = balance.variety.into_iter();
    all.find(|one| one.figure == own).unwrap()
}

#[test]
fn a_new_choice_comes_last_also_where_one_was_removed() {
    let (_place, book, now) = begin();
    let id = seniority(&book, &now);
    let edit = |edit: AttributeEdit| book.attribute_edit(id, &edit, &now).unwrap();
    let names = || choices(&book).into_iter().map(|(name, _)| name);
    edit(AttributeEdit::RemoveChoice {
        choice: choice(&book, "junior"),
    });
    for added in ["fellow", "partner"] {
        edit(AttributeEdit::AddChoices {
            names: named(&[added]),
        });
    }
    let order = named(&["senior", "lead", "fellow", "partner"]);
    assert_eq!(names().collect::<Vec<_>>(), order);
    // One that was removed and added again is new, and so comes last.
    edit(AttributeEdit::RemoveChoice {
        choice: choice(&book, "senior"),
    });
    edit(AttributeEdit::AddChoices {
        names: named(&["senior"]),
    });
    let order = named(&["lead", "fellow", "partner", "senior"]);
    assert_eq!(names().collect::<Vec<_>>(), order);
}

#[test]
fn an_attribute_is_defined_changed_and_removed_and_each_taken_back() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let id = and_back(&book, &now, || seniority(&book, &now));
    let lead = choice(&book, "lead");
    and_back(&book, &now, || {
        book.attribute_set(&[ana], id, Some(lead), &now).unwrap()
    });
    assert_eq!(found(&book, "lead", &now), [ana]);
    let edit = |edit: AttributeEdit| {
        and_back(&book, &now, || {
            book.attribute_edit(id, &edit, &now).unwrap()
        });
    };
    edit(AttributeEdit::Rename {
        name: " Years  at it ".into(),
    });
    edit(AttributeEdit::RenameChoice {
        choice: lead,
        name: "principal".into(),
    });
    assert_eq!(found(&book, "principal", &now), [ana]);
    assert_eq!(found(&book, "lead", &now), []);
    edit(AttributeEdit::MoveChoice {
        choice: lead,
        to: 0,
    });
    edit(AttributeEdit::AddChoices {
        names: named(&["PRINCIPAL", "retired", "Retired"]),
    });
    let shown = choices(&book);
    let shown: Vec<_> = shown.iter().map(|(name, n)| (name.as_str(), *n)).collect();
    assert_eq!(
        shown,
        [
            ("principal", 1),
            ("junior", 0),
            ("senior", 0),
            ("retired", 0)
        ]
    );
    edit(AttributeEdit::RemoveChoice { choice: lead });
    assert_eq!(book.attributes_of(ana).unwrap(), []);
    assert_eq!(found(&book, "principal", &now), []);
    book.undo(&now).unwrap();
    assert_eq!(found(&book, "principal", &now), [ana]);
    and_back(&book, &now, || book.attribute_remove(id, &now).unwrap());
    assert_eq!(book.attributes_list().unwrap(), []);
    let history = book.history(9, &now).unwrap();
    assert_eq!(
        (history[0].subject.as_str(), history[0].what.as_str()),
        ("Years at it", "removed")
    );
}

#[test]
fn people_get_a_choice_one_by_one_and_many_at_once() {
    let (_place, book, now) = begin();
    let people: Vec<PersonId> = (0..300)
        .map(|at| add(&book, &format!("Person {at:03}"), &now))
        .collect();
    let id = seniority(&book, &now);
    let [junior, lead] = ["junior", "lead"].map(|name| choice(&book, name));
    let set = |people: &[PersonId], choice: Option<ChoiceId>| {
        book.attribute_set(people, id, choice, &now)
    };
    set(&people[..2], Some(junior)).unwrap();
    set(&people, Some(lead)).unwrap();
    assert_eq!(choices(&book)[2], ("lead".to_owned(), 300));
    let has = |person: PersonId| book.attributes_of(person).unwrap();
    let is = PersonAttribute {
        attribute: id,
        choice: lead,
    };
    assert_eq!(has(people[0]), [is]);
    assert_eq!(set(&people, Some(lead)).unwrap().operation, None);
    set(&people[1..2], None).unwrap();
    assert_eq!(has(people[1]), []);
    let history = book.history(1, &now).unwrap();
    assert_eq!(history[0].what, "Seniority not known");
    book.undo(&now).unwrap();
    book.undo(&now).unwrap();
    assert_eq!(choices(&book)[0], ("junior".to_owned(), 2));
    // Nobody, somebody who is not there, and a choice of another attribute.
    let other = book
        .attribute_add("Field", &named(&["optics"]), &now)
        .unwrap()
        .value;
    let not_there = [
        set(&[], Some(lead)),
        set(&[PersonId(9_999)], Some(lead)),
        set(&people[..1], Some(choice(&book, "optics"))),
        book.attribute_set(&people[..1], other, Some(lead), &now),
    ];
    for error in not_there {
        assert_eq!(error.unwrap_err().code, Code::NotFound);
    }
}

#[test]
fn what_cannot_be_an_attribute_is_said() {
    let (_place, book, now) = begin();
    let id = seniority(&book, &now);
    let add = |name: &str, choices: &[String]| book.attribute_add(name, choices, &now);
    let edit = |edit: AttributeEdit| book.attribute_edit(id, &edit, &now).map(drop);
    let rename = |choice: ChoiceId, name: &str| AttributeEdit::RenameChoice {
        choice,
        name: name.into(),
    };
    let lead = choice(&book, "lead");
    let one = named(&["a"]);
    let many: Vec<String> = (0..10_000).map(|n| format!("choice {n}")).collect();
    for (done, field) in [
        (add(" \u{200b}", &one).map(drop), "name"),
        (add("SENIORITY", &one).map(drop), "name"),
        (add(&"x".repeat(101), &one).map(drop), "name"),
        (add("Field", &named(&[" "])).map(drop), "choices"),
        (add("Field", &[]).map(drop), "choices"),
        (add("Field", &["y".repeat(101)]).map(drop), "choices"),
        (add("Field", &many).map(drop), "choices"),
        (
            edit(AttributeEdit::AddChoices {
                names: many.clone(),
            }),
            "choices",
        ),
        (edit(rename(lead, "Senior")), "name"),
        (edit(rename(lead, "")), "name"),
    ] {
        let error = done.unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some(field))
        );
    }
    // The same in another spelling is the same, and may be spelled anew.
    edit(rename(lead, "Lead")).unwrap();
    book.attribute_edit(
        id,
        &AttributeEdit::Rename {
            name: "SENIORITY".into(),
        },
        &now,
    )
    .unwrap();
    let one = add("Alone", &named(&["only", "ONLY"])).unwrap().value;
    let only = AttributeEdit::RemoveChoice {
        choice: choice(&book, "only"),
    };
    let error = book.attribute_edit(one, &only, &now).unwrap_err();
    assert!(
        error.message.starts_with("An attribute has one choice"),
        "{error}"
    );
    for n in 2..50 {
        add(&format!("Attribute {n}"), &named(&["a"])).unwrap();
    }
    assert_eq!(
        add("One more", &named(&["a"]))
            .unwrap_err()
            .field
            .as_deref(),
        Some("name")
    );
}

#[test]
fn what_was_defined_stays_where_something_since_needs_it() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let added = book
        .attribute_add("Field", &named(&["optics"]), &now)
        .unwrap();
    let (id, first) = (added.value, added.operation.unwrap());
    let more = AttributeEdit::AddChoices {
        names: named(&["lenses"]),
    };
    let second = book.attribute_edit(id, &more, &now).unwrap();
    let lenses = choice(&book, "lenses");
    book.attribute_set(&[ana], id, Some(lenses), &now).unwrap();
    let before = written(&book);
    // Taken back out of order, what somebody has stays theirs.
    for operation in [first, second.operation.unwrap()] {
        let _ = book.undo_operation(operation, &now);
        assert_eq!(written(&book), before);
    }
    book.undo(&now).unwrap();
    let before = written(&book);
    let error = book.undo_operation(first, &now).unwrap_err();
    assert_eq!(
        error.message,
        "This attribute or its choices were changed since. Nothing was changed."
    );
    assert_eq!(written(&book), before);
}

#[test]
fn variety_counts_what_is_known_and_names_what_nobody_has() {
    let (_place, book, now) = begin();
    let people: Vec<PersonId> = (0..14)
        .map(|at| add(&book, &format!("Person {at:02}"), &now))
        .collect();
    let id = seniority(&book, &now);
    let [junior, senior] = ["junior", "senior"].map(|name| choice(&book, name));
    book.attribute_set(&people[..6], id, Some(junior), &now)
        .unwrap();
    book.attribute_set(&people[6..9], id, Some(senior), &now)
        .unwrap();
    let few = variety(&book, id, &now);
    assert_eq!(
        (few.title.as_str(), few.known.as_str()),
        ("Seniority", "9 of 14")
    );
    assert_eq!(
        few.note,
        "Not enough yet: it needs ten people with a choice, nine so far."
    );
    assert_eq!((few.varied, few.few), (None, vec![]));
    book.attribute_set(&people[9..12], id, Some(senior), &now)
        .unwrap();
    let enough = variety(&book, id, &now);
    assert_eq!(enough.varied, Some(1.0));
    assert_eq!(enough.few, ["lead"]);
    let lead_to = book
        .balance_people(BalanceFigure::Attribute(id), "junior", &now)
        .unwrap();
    assert_eq!(lead_to.total, 6);
    // In the trash and archived, they count no longer.
    book.people_trash(&people[..3], &now).unwrap();
    assert_eq!(variety(&book, id, &now).known, "9 of 11");
    // One choice says nothing, however many have it.
    let one = book
        .attribute_add("Alone", &named(&["only"]), &now)
        .unwrap()
        .value;
    let only = choice(&book, "only");
    book.attribute_set(&people[3..], one, Some(only), &now)
        .unwrap();
    let one = variety(&book, one, &now);
    assert_eq!(one.varied, None);
    assert_eq!(
        one.note,
        "It has one choice only, so there is nothing to compare."
    );
}

#[test]
fn it_leaves_with_the_book_and_otherwise_only_when_asked() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let id = book
        .attribute_add("name", &named(&["<secret> choice", "b"]), &now)
        .unwrap()
        .value;
    let secret = choice(&book, "<secret> choice");
    book.attribute_set(&[ana], id, Some(secret), &now).unwrap();
    let network = book.network(&now).unwrap();
    let files = |asked: bool| {
        let (mut graphml, mut people, mut ties) = (Vec::new(), Vec::new(), Vec::new());
        let go_on = |_: u64, _: u64| true;
        book.write_graphml(&network, asked, &mut graphml, &go_on)
            .unwrap();
        book.write_network_csv(&network, asked, &mut people, &mut ties, &go_on)
            .unwrap();
        [graphml, people].map(|bytes| String::from_utf8(bytes).unwrap())
    };
    for file in files(false) {
        assert!(!file.contains("secret") && !file.contains("own"), "{file}");
    }
    let [graphml, people] = files(true);
    assert!(
        graphml.contains(
            "<key id=\"own1\" for=\"node\" attr.name=\"name (own)\" attr.type=\"string\"/>"
        )
    );
    assert!(
        graphml.contains("<data key=\"own1\">&lt;secret&gt; choice</data>"),
        "{graphml}"
    );
    let lines: Vec<&str> = people.lines().collect();
    assert!(lines[0].ends_with(",last_talk,name (own)"), "{people}");
    assert!(lines[2].ends_with(",<secret> choice"), "{people}");
    let fields = |line: &str| line.matches(',').count();
    assert!(lines.iter().all(|line| fields(line) == fields(lines[0])));
    for style in [CardStyle::AsItCame, CardStyle::Version4] {
        let mut cards = Vec::new();
        book.write_cards(None, style, &mut cards, &|| false)
            .unwrap();
        assert!(!String::from_utf8(cards).unwrap().contains("secret"));
    }
    let brief = format!("{:?}", book.brief(ana, true, &now).unwrap());
    assert!(!brief.contains("secret"));
    let json = written(&book);
    let again = read_back(&json, &place.file().with_extension("again"));
    assert_eq!(written(&again), json);
    assert_eq!(
        again.attributes_list().unwrap(),
        book.attributes_list().unwrap()
    );
}

#[test]
fn a_choice_that_is_gone_is_not_given_back() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let id = seniority(&book, &now);
    let [junior, lead] = ["junior", "lead"].map(|name| choice(&book, name));
    book.attribute_set(&[ana], id, Some(junior), &now).unwrap();
    let moved = book.attribute_set(&[ana], id, Some(lead), &now).unwrap();
    let gone = AttributeEdit::RemoveChoice { choice: junior };
    book.attribute_edit(id, &gone, &now).unwrap();
    let before = written(&book);
    let error = book
        .undo_operation(moved.operation.unwrap(), &now)
        .unwrap_err();
    assert_eq!(error.code, Code::Invalid);
    assert_eq!(written(&book), before);
}
