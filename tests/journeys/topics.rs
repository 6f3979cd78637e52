//! Topics: what people, and the user, offer, look for and know about; renamed and joined; who knows; matches.

use kith_core::details::{DetailEdit, NewPerson};
use kith_core::export::CardStyle;
use kith_core::knowing::{WhoAsked, WhoBy, WhoKnows};
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::ties::{Closeness, NewTie, TieKind};
use kith_core::topics::Stance::{self, Knows, Offers, Seeks};
use kith_core::topics::TopicMatch;
use kith_core::{Book, Code, Moment, PersonId, TopicLineId};

use crate::talks::{add, add_close, and_back, noon, status, talk};
use crate::{Place, read_back, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn give(
    book: &Book,
    person: impl Into<Option<PersonId>>,
    stance: Stance,
    topic: &str,
    now: &Moment,
) -> TopicLineId {
    let done = book.topic_add(person.into(), stance, topic, now);
    done.unwrap().value
}

/// "offers optics, seeks a lab"
fn said(book: &Book, person: impl Into<Option<PersonId>>) -> String {
    let lines = book.topics_of(person.into()).unwrap();
    let said = lines.iter().map(|line| {
        let stance = match line.stance {
            Offers => "offers",
            Seeks => "seeks",
            Knows => "knows",
        };
        format!("{stance} {}", line.topic)
    });
    said.collect::<Vec<_>>().join(", ")
}

/// All topics in use, with their people.
fn listed(book: &Book) -> Vec<(String, u32, bool)> {
    let all = book.topics_find("", 1_000).unwrap();
    assert_eq!(all.total as usize, all.rows.len());
    let rows = all.rows.into_iter();
    rows.map(|row| (row.topic, row.people, row.mine)).collect()
}

fn who(book: &Book, asked: WhoAsked, topic: &str, now: &Moment) -> WhoKnows {
    let network = book.network(now).unwrap();
    book.who_knows(&network, asked, topic, now).unwrap()
}

fn rows(answer: &WhoKnows) -> Vec<(&str, WhoBy, &str)> {
    let rows = answer.rows.iter();
    rows.map(|row| (row.row.name.as_str(), row.by, row.words.as_str()))
        .collect()
}

fn words(matches: &[TopicMatch]) -> Vec<&str> {
    matches.iter().map(|one| one.words.as_str()).collect()
}

fn note(book: &Book, person: PersonId, body: &str, now: &Moment) {
    let note = DetailEdit::Note {
        id: None,
        body: body.into(),
    };
    book.person_edit(person, &note, now).unwrap();
}

#[test]
fn a_topic_is_given_and_taken_mine_too_and_each_taken_back() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let id = and_back(&book, &now, || {
        give(&book, ana, Offers, "  Grant \n writing ", &now)
    });
    and_back(&book, &now, || give(&book, ana, Seeks, "a lab", &now));
    and_back(&book, &now, || give(&book, ana, Knows, "optics", &now));
    and_back(&book, &now, || {
        give(&book, None, Offers, "GRANT WRITING", &now)
    });
    and_back(&book, &now, || give(&book, None, Seeks, "optics", &now));
    assert_eq!(
        said(&book, ana),
        "seeks a lab, offers Grant writing, knows optics"
    );
    // Never two spellings: mine is that which is in use.
    assert_eq!(said(&book, None), "offers Grant writing, seeks optics");
    // The same again is no step to take back.
    let again = book
        .topic_add(Some(ana), Offers, "grant writing", &now)
        .unwrap();
    assert_eq!((again.value, again.operation), (id, None));
    let history = book.history(1, &now).unwrap();
    assert_eq!(history[0].subject, "");
    and_back(&book, &now, || book.topic_remove(id, &now).unwrap());
    assert_eq!(said(&book, ana), "seeks a lab, knows optics");
    assert_eq!(book.history(1, &now).unwrap()[0].subject, "Ana Brook");
    assert_eq!(
        book.topic_remove(id, &now).unwrap_err().code,
        Code::NotFound
    );
    let mine = book.topics_of(None).unwrap()[0].id;
    and_back(&book, &now, || book.topic_remove(mine, &now).unwrap());
    assert_eq!(said(&book, None), "seeks optics");
    assert_eq!(
        listed(&book),
        [("a lab".into(), 1, false), ("optics".into(), 1, true)]
    );
}

#[test]
fn what_is_no_topic_is_refused_where_it_stands() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    for topic in ["", " \n ", "\u{200b}", &"optics ".repeat(1_500)] {
        for person in [Some(ana), None] {
            let refused = book.topic_add(person, Offers, topic, &now).unwrap_err();
            let at = (refused.code, refused.field.as_deref());
            assert_eq!(at, (Code::Invalid, Some("topic")));
        }
        give(&book, ana, Offers, "optics", &now);
        let refused = book.topic_rename("optics", topic, &now).unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (Code::Invalid, Some("to"))
        );
    }
    let nobody = book.topic_add(Some(PersonId(999)), Offers, "optics", &now);
    assert_eq!(nobody.unwrap_err().code, Code::NotFound);
    let unknown = book.topic_rename("nothing", "something", &now);
    assert_eq!(unknown.unwrap_err().code, Code::NotFound);
    // One emoji is a topic, and another one is another.
    for emoji in ["🙂", "🙃", "\u{1fadf}", "\u{1fae9}"] {
        give(&book, ana, Knows, emoji, &now);
    }
    assert_eq!(book.topics_of(Some(ana)).unwrap().len(), 5);
    assert_eq!(
        rows(&who(&book, WhoAsked::Knows, "🙃", &now)),
        [("Ana Brook", WhoBy::Knows, "Knows about 🙃")]
    );
}

#[test]
fn a_topic_is_renamed_for_everybody_and_two_become_one_in_one_step() {
    let (_place, book, now) = begin();
    let [ana, ben] = ["Ana Brook", "Ben Okafor"].map(|name| add(&book, name, &now));
    give(&book, ana, Offers, "optics", &now);
    give(&book, ana, Offers, "Lenses", &now);
    give(&book, ana, Knows, "lenses", &now);
    give(&book, ben, Seeks, "optics", &now);
    give(&book, None, Offers, "optics", &now);
    let renamed = |from, to| book.topic_rename(from, to, &now).unwrap();
    let joined = and_back(&book, &now, || {
        renamed("optics", "Optical design").value.joined
    });
    assert!(!joined);
    assert_eq!(said(&book, ben), "seeks Optical design");
    let finds = |text: &str| {
        let found = book.people_find(text, &PeopleFilter::default(), 9, &now);
        found.unwrap().rows.len()
    };
    assert_eq!((finds("optics"), finds("optical")), (0, 2));
    // Another spelling of the same.
    let joined = and_back(&book, &now, || {
        renamed("optical design", "optical DESIGN").value.joined
    });
    assert!(!joined);
    assert_eq!(said(&book, None), "offers optical DESIGN");
    give(&book, ben, Offers, "Optical Design", &now);
    assert_eq!(
        said(&book, ben),
        "offers optical DESIGN, seeks optical DESIGN"
    );
    let joined = and_back(&book, &now, || {
        renamed("LENSES", "Optical design").value.joined
    });
    assert!(joined);
    assert_eq!(
        said(&book, ana),
        "knows optical DESIGN, offers optical DESIGN"
    );
    assert_eq!(listed(&book), [("optical DESIGN".into(), 2, true)]);
    assert_eq!(renamed("optical design", "optical DESIGN").operation, None);
    assert_eq!(book.history(1, &now).unwrap()[0].subject, "LENSES");
}

#[test]
fn taking_back_late_never_leaves_a_topic_in_two_spellings() {
    let (_place, book, now) = begin();
    for again in ["HARBOURS", "harbours"] {
        let id = give(&book, None, Seeks, "harbours", &now);
        let removed = book.topic_remove(id, &now).unwrap().operation.unwrap();
        let other = give(&book, None, Seeks, again, &now);
        let before = written(&book);
        let refused = book.undo_operation(removed, &now).unwrap_err();
        assert_eq!(refused.code, Code::Invalid, "{again}");
        assert_eq!(written(&book), before);
        book.topic_remove(other, &now).unwrap();
    }
}

#[test]
fn a_topic_is_found_goes_with_its_person_and_comes_back_from_json_but_leaves_in_no_card() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    give(&book, ana, Seeks, "planted kittiwake", &now);
    give(&book, None, Offers, "planted guillemot", &now);
    let finds = |book: &Book| {
        let found = book.people_find("kittiwake", &PeopleFilter::default(), 9, &now);
        let rows = found.unwrap().rows.into_iter();
        rows.map(|row| row.matched.unwrap_or_default())
            .collect::<Vec<_>>()
    };
    assert_eq!(finds(&book), ["planted kittiwake"]);
    for style in [CardStyle::Version4, CardStyle::AsItCame] {
        let mut cards = Vec::new();
        book.write_cards(None, style, &mut cards, &|| false)
            .unwrap();
        let cards = String::from_utf8(cards).unwrap();
        assert!(!cards.contains("planted"), "{cards}");
    }
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
    assert_eq!(
        (said(&copy, ana), said(&copy, None)),
        (said(&book, ana), said(&book, None))
    );
    assert_eq!(finds(&copy), finds(&book));
    book.people_trash(&[ana], &now).unwrap();
    assert!(finds(&book).is_empty());
    // Who is in the trash gets the new name too.
    book.topic_rename("planted kittiwake", "planted gannet", &now)
        .unwrap();
    book.people_restore(&[ana], &now).unwrap();
    assert_eq!(said(&book, ana), "seeks planted gannet");
    book.people_trash(&[ana], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert!(!written(&book).contains("gannet"));
    assert!(written(&book).contains("guillemot"));
}

#[test]
fn completion_lists_what_begins_so_first_and_says_who_offers_it() {
    let (_place, book, now) = begin();
    let [elif, hannah, ana] =
        ["Elif Sarıkan", "Hannah Iwobi", "Ana Brook"].map(|name| add(&book, name, &now));
    give(&book, elif, Offers, "humidity", &now);
    give(&book, hannah, Offers, "humidity", &now);
    give(&book, None, Offers, "human factors", &now);
    give(&book, ana, Seeks, "good humour", &now);
    give(&book, ana, Seeks, "optics", &now);
    let found = book.topics_find("hum", 8).unwrap();
    let rows: Vec<_> = found
        .rows
        .iter()
        .map(|row| (row.topic.as_str(), row.words.as_str()))
        .collect();
    assert_eq!(
        rows,
        [
            ("human factors", "you offer it"),
            ("humidity", "Elif Sarıkan, Hannah Iwobi offer it"),
            ("good humour", "1 person"),
        ]
    );
    let few = book.topics_find("", 2).unwrap();
    assert_eq!((few.rows.len(), few.total), (2, 4));
}

#[test]
fn who_knows_looks_through_topics_tags_roles_organisations_and_notes_best_first() {
    let (_place, book, now) = begin();
    let [noted, talked, tagged, knows, offers, ended, trashed] = [
        "Noor Noted",
        "Tom Talked",
        "Tess Tagged",
        "Kai Knows",
        "Ola Offers",
        "Eva Ended",
        "Tia Trashed",
    ]
    .map(|name| add_close(&book, name, 30, &now));
    let new = |name: &str, organisation: &str, role: &str| {
        let new = NewPerson {
            name: name.into(),
            organisation: organisation.into(),
            role: role.into(),
            ..NewPerson::default()
        };
        book.person_add(&new, &now).unwrap().value
    };
    new("Rita Role", "Northmere", "Optics engineer");
    new("Otto Organisation", "Corvane Optics", "Buyer");
    note(
        &book,
        noted,
        "Their team replaced the optics bench\nin spring",
        &now,
    );
    let mut about = talk(&[talked], "yesterday");
    about.note = "Wants better optics".into();
    book.interaction_log(&about, &now).unwrap();
    let tag = DetailEdit::AddTag {
        name: "Optics".into(),
    };
    book.person_edit(tagged, &tag, &now).unwrap();
    give(&book, knows, Knows, "optics", &now);
    give(&book, offers, Offers, "optics design", &now);
    give(&book, ended, Offers, "second source of optics", &now);
    give(&book, trashed, Offers, "optics", &now);
    give(&book, talked, Seeks, "an optics engineer", &now);
    give(&book, None, Knows, "optics", &now);
    book.people_trash(&[trashed], &now).unwrap();
    let answer = who(&book, WhoAsked::Knows, " optics ", &now);
    assert_eq!(
        rows(&answer),
        [
            ("Ola Offers", WhoBy::Offers, "Offers optics design"),
            ("Eva Ended", WhoBy::Offers, "Offers second source of optics"),
            ("Kai Knows", WhoBy::Knows, "Knows about optics"),
            ("Tess Tagged", WhoBy::Tag, "Tag “Optics”"),
            ("Rita Role", WhoBy::Role, "Optics engineer, Northmere"),
            (
                "Otto Organisation",
                WhoBy::Organisation,
                "Works at Corvane Optics"
            ),
            (
                "Noor Noted",
                WhoBy::Note,
                "Note of 10 March: “Their team replaced the optics bench”"
            ),
            (
                "Tom Talked",
                WhoBy::Note,
                "Note of 9 March: “Wants better optics”"
            ),
        ]
    );
    assert_eq!(
        answer.summary,
        "Two offer it, one knows about it, five by tags, roles and notes"
    );
    assert_eq!(
        (answer.mine.as_slice(), answer.more),
        (["optics".to_owned()].as_slice(), false)
    );
    let seeking = who(&book, WhoAsked::Seeks, "optics", &now);
    assert_eq!(
        rows(&seeking),
        [("Tom Talked", WhoBy::Seeks, "Looks for an optics engineer")]
    );
    // A longer question finds the shorter offer.
    let longer = who(&book, WhoAsked::Knows, "an optics design review", &now);
    assert_eq!(rows(&longer)[0].0, "Ola Offers");
    for nothing in ["ornithology", "", "…"] {
        let answer = who(&book, WhoAsked::Knows, nothing, &now);
        assert!(answer.rows.is_empty(), "{nothing}: {answer:?}");
        assert_eq!(answer.summary, "");
    }
}

#[test]
fn who_knows_finds_topics_in_every_spelling_that_find_knows() {
    let (_place, book, now) = begin();
    let (ana, ben) = (
        add(&book, "Ana Souza", &now),
        add(&book, "Ben Okafor", &now),
    );
    give(&book, ana, Knows, "Kälte", &now);
    give(&book, ben, Seeks, "well-being", &now);
    let found = who(&book, WhoAsked::Knows, "kaelte", &now);
    assert_eq!(
        rows(&found),
        [("Ana Souza", WhoBy::Knows, "Knows about Kälte")]
    );
    let found = who(&book, WhoAsked::Seeks, "wellbeing", &now);
    assert_eq!(
        rows(&found),
        [("Ben Okafor", WhoBy::Seeks, "Looks for well-being")]
    );
}

#[test]
fn who_is_two_steps_away_comes_last_with_whoever_leads_there() {
    let (_place, book, now) = begin();
    let daniel = add_close(&book, "Daniel Osterby", 30, &now);
    let resting = add_close(&book, "Rolf Resting", 30, &now);
    let [kirsi, far, hidden] =
        ["Kirsi Vaalamo", "Fay Far", "Hal Hidden"].map(|name| add(&book, name, &now));
    for (from, to) in [(daniel, kirsi), (resting, hidden)] {
        let tie = NewTie {
            person: from.into(),
            other: to.into(),
            kind: TieKind::Knows,
            closeness: Closeness::Close,
            since: String::new(),
            until: String::new(),
            note: String::new(),
        };
        book.tie_add(&tie, &now).unwrap();
    }
    status(&book, resting, Status::Ended, "", &now);
    for person in [kirsi, far, hidden] {
        give(&book, person, Offers, "optics", &now);
    }
    give(&book, daniel, Knows, "optics", &now);
    let answer = who(&book, WhoAsked::Knows, "optics", &now);
    let names: Vec<_> = answer
        .rows
        .iter()
        .map(|row| row.row.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["Fay Far", "Hal Hidden", "Daniel Osterby", "Kirsi Vaalamo"]
    );
    let through = answer.rows[3].through.as_ref().unwrap();
    assert_eq!(
        (through.person, through.words.as_str()),
        (daniel, "Daniel knows Kirsi closely.")
    );
    assert!(answer.rows[..3].iter().all(|row| row.through.is_none()));
    assert_eq!(
        answer.summary,
        "Two offer it, one knows about it, one an introduction away"
    );
}

#[test]
fn what_somebody_seeks_is_matched_with_what_is_offered_but_never_by_whoever_is_left_alone() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    assert!(book.matches_for(ana, &now).unwrap().is_empty());
    give(&book, ana, Seeks, "a speaker in Bergen", &now);
    give(&book, ana, Offers, "Bergen", &now);
    give(&book, ana, Seeks, "a humidity reviewer", &now);
    assert!(book.matches_for(ana, &now).unwrap().is_empty());
    let [elif, hannah] =
        ["Elif Sarıkan", "Hannah Iwobi"].map(|name| add_close(&book, name, 30, &now));
    give(&book, elif, Offers, "speaker", &now);
    give(&book, elif, Knows, "humidity", &now);
    let for_ana = || book.matches_for(ana, &now).unwrap();
    let one = ["Ana looks for a speaker in Bergen. Elif Sarıkan offers speaker."];
    assert_eq!(words(&for_ana()), one);
    give(&book, hannah, Offers, "Speaker in Bergen", &now);
    assert_eq!(
        words(&for_ana()),
        ["Ana looks for a speaker in Bergen. You know two."]
    );
    let people = &for_ana()[0].people;
    let spelled: Vec<_> = people
        .iter()
        .map(|one| (one.id, one.topic.as_str()))
        .collect();
    assert_eq!(spelled.len(), 2);
    assert!(
        spelled.contains(&(hannah, "Speaker in Bergen")) && spelled.contains(&(elif, "speaker"))
    );
    give(&book, None, Offers, "humidity", &now);
    assert_eq!(
        words(&for_ana())[0],
        "Ana looks for a humidity reviewer. You offer humidity."
    );
    for state in [Status::Ended, Status::CoolingOff] {
        and_back(&book, &now, || status(&book, hannah, state, "", &now));
        assert_eq!(words(&for_ana())[1], one[0]);
        book.undo(&now).unwrap();
    }
    book.people_trash(&[hannah], &now).unwrap();
    assert_eq!(words(&for_ana())[1], one[0]);
    add_status_and_undo(&book, ana, &now);
    book.people_trash(&[ana], &now).unwrap();
    assert!(for_ana().is_empty());
}

/// Nothing is suggested for whoever is left alone themselves.
fn add_status_and_undo(book: &Book, person: PersonId, now: &Moment) {
    status(book, person, Status::Ended, "", now);
    assert!(book.matches_for(person, now).unwrap().is_empty());
    book.undo(now).unwrap();
    assert!(!book.matches_for(person, now).unwrap().is_empty());
}

#[test]
fn a_thousand_topics_on_one_person_are_kept_and_matched() {
    let (_place, book, now) = begin();
    let [ana, ben] = ["Ana Brook", "Ben Okafor"].map(|name| add(&book, name, &now));
    for at in 0..1_000 {
        give(&book, ana, Seeks, &format!("subject {at:04}"), &now);
    }
    give(&book, ben, Offers, "subject 0777", &now);
    assert_eq!(book.topics_of(Some(ana)).unwrap().len(), 1_000);
    assert_eq!(
        words(&book.matches_for(ana, &now).unwrap()),
        ["Ana looks for subject 0777. Ben Okafor offers subject 0777."]
    );
}

#[test]
fn a_sentence_gives_a_topic_and_undo_takes_it_back() {
    let (_place, book, now) = begin();
    let [samir, ana] = ["Samir Haddoun", "Ana Souza"].map(|name| add_close(&book, name, 30, &now));
    let say = |text: &str| {
        let sentence = book.sentence(text, &now).unwrap().unwrap();
        let line = sentence.lines.into_iter().next().unwrap();
        book.sentence_do(&line.intent, &now).unwrap();
        line.words
    };
    let words = and_back(&book, &now, || say("samir and ana know about optics"));
    assert_eq!(
        words,
        "Note that Samir Haddoun and Ana Souza know about “optics”"
    );
    assert_eq!(
        (said(&book, samir), said(&book, ana)),
        ("knows optics".into(), "knows optics".into())
    );
    and_back(&book, &now, || {
        say("ana is looking for a speaker in bergen")
    });
    and_back(&book, &now, || say("i offer drift data"));
    assert_eq!(said(&book, None), "offers drift data");
    let asked = book
        .sentence("who knows about optics?", &now)
        .unwrap()
        .unwrap();
    assert_eq!(asked.lines[0].words, "Who knows about “optics”");
    let refused = book.sentence_do(&asked.lines[0].intent, &now).unwrap_err();
    assert_eq!(refused.code, Code::Invalid);
    let long = format!("ana offers {}", "words ".repeat(60));
    let line = book.sentence(&long, &now).unwrap().unwrap().lines.remove(0);
    let refused = book.sentence_do(&line.intent, &now).unwrap_err();
    assert_eq!(refused.field.as_deref(), Some("topic"));
}
