//! Sentences of the quick search: what they mean with the names of a book, and that one Undo takes each back.

use kith_core::check_ins::Source;
use kith_core::interactions::StartedBy;
use kith_core::relationships::Status;
use kith_core::sentences::{Intent, PartKind, Sentence, SentenceLine};
use kith_core::{Book, Channel, Moment, PersonId};

use crate::talks::{add, add_close, at};
use crate::{Place, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let book = Book::open(&place.file(), &now()).unwrap();
    (place, book, now())
}

/// Wednesday 25 November 2026, 10:00 in Oslo.
fn now() -> Moment {
    at("2026-11-25T09:00:00Z")
}

fn sentence(book: &Book, text: &str) -> Sentence {
    book.sentence(text, &now())
        .unwrap()
        .unwrap_or_else(|| panic!("{text}"))
}

/// What Enter does.
fn first(book: &Book, text: &str) -> SentenceLine {
    sentence(book, text)
        .lines
        .into_iter()
        .next()
        .unwrap_or_else(|| panic!("{text}"))
}

/// Says and does it.
fn say(book: &Book, text: &str) {
    let line = first(book, text);
    book.sentence_do(&line.intent, &now()).unwrap();
}

/// The parts of a text that were understood, by what they say.
fn parts(line: &SentenceLine, text: &str) -> Vec<(String, PartKind)> {
    let letters: Vec<char> = text.chars().collect();
    let parts = line.parts.iter();
    parts
        .map(|part| (letters[part.from..part.to].iter().collect(), part.kind))
        .collect()
}

fn whole(book: &Book) -> serde_json::Value {
    let mut value: serde_json::Value = serde_json::from_str(&written(book)).unwrap();
    value
        .as_object_mut()
        .unwrap()
        .retain(|key, _| key != "exported");
    value
}

#[test]
fn the_first_line_says_all_of_it_and_where_it_was_read() {
    let (_place, book, _) = begin();
    let samir = add(&book, "Samir Haddoun", &now());
    let text = "  Hatte 🙂 call";
    assert_eq!(book.sentence(text, &now()).unwrap(), None);
    let text = "Übrigens, i rang  Samir yesterday for 20 minutes: he agreed";
    let line = first(&book, text);
    assert_eq!(line.words, "Log a phone call with Samir Haddoun");
    assert_eq!(
        line.details,
        "Tuesday 24 November, yesterday, 20 minutes, you began it. Note: “Übrigens he agreed”"
    );
    assert_eq!(line.people[0].id, samir);
    let said = parts(&line, text);
    let said: Vec<(&str, PartKind)> = said
        .iter()
        .map(|(text, kind)| (text.as_str(), *kind))
        .collect();
    assert_eq!(
        said,
        [
            ("Übrigens", PartKind::Note),
            ("rang", PartKind::How),
            ("Samir", PartKind::Who),
            ("yesterday", PartKind::When),
            ("for 20 minutes", PartKind::Length),
            ("he agreed", PartKind::Note),
        ]
    );
}

#[test]
fn a_conversation_is_logged_as_it_was_said() {
    let (_place, book, _) = begin();
    let ana = add_close(&book, "Ana Souza", 30, &now());
    let ben = add(&book, "Ben Okafor", &now());
    say(
        &book,
        "had lunch with ana and ben last friday about the grant",
    );
    let talk = &book.timeline(ana, 0, 10).unwrap().talks[0];
    assert_eq!(talk.on.to_string(), "2026-11-20");
    assert_eq!(
        (talk.title.as_str(), talk.channel),
        ("Lunch", Channel::InPerson)
    );
    assert_eq!(talk.note, "about the grant");
    assert_eq!(
        talk.people.iter().map(|one| one.id).collect::<Vec<_>>(),
        [ana, ben]
    );
    say(&book, "ana emailed me on tuesday");
    let talk = &book.timeline(ana, 0, 10).unwrap().talks[0];
    assert_eq!(talk.started_by, StartedBy::Person { id: ana });
    assert_eq!(
        (talk.channel, talk.on.to_string().as_str()),
        (Channel::Email, "2026-11-24")
    );
}

#[test]
fn a_rough_day_is_kept_as_rough_and_counts_by_its_middle() {
    let (_place, book, _) = begin();
    let ana = add_close(&book, "Ana Souza", 30, &at("2026-09-01T09:00:00Z"));
    let line = first(&book, "met ana in october");
    assert_eq!(
        line.details,
        "October 2026, counts as Friday 16 October, length not said"
    );
    book.sentence_do(&line.intent, &now()).unwrap();
    let talk = &book.timeline(ana, 0, 10).unwrap().talks[0];
    let rough = talk.rough.as_ref().unwrap();
    assert_eq!(
        (rough.words.as_str(), rough.text.as_str()),
        ("October 2026", "October 2026")
    );
    assert_eq!(rough.counts_as.as_deref(), Some("16 October 2026"));
    let relationship = book.person_page(ana, &now()).unwrap().relationship.unwrap();
    assert_eq!(
        relationship.last_contact_on.unwrap().to_string(),
        "2026-10-16"
    );
    assert_eq!(relationship.next_due_on.unwrap().to_string(), "2026-11-15");
    // A month that is not over counts at most as today, and keeps that day when it is corrected later.
    say(&book, "saw ana this year");
    let talk = &book.timeline(ana, 0, 10).unwrap().talks[1];
    assert_eq!(
        (
            talk.on.to_string().as_str(),
            talk.rough.as_ref().unwrap().words.as_str()
        ),
        ("2026-07-02", "2026")
    );
    say(&book, "saw ana this month");
    let talk = book.timeline(ana, 0, 10).unwrap().talks[0].clone();
    assert_eq!(talk.on.to_string(), "2026-11-15");
    say(&book, "called ana last night");
    let talk = &book.timeline(ana, 0, 10).unwrap().talks[0];
    assert_eq!(
        talk.rough.as_ref().unwrap().words,
        "24 November 2026, evening"
    );
    assert_eq!(
        (talk.on.to_string().as_str(), talk.at),
        ("2026-11-24", None)
    );
}

#[test]
fn each_deed_is_one_step_that_undo_takes_back() {
    let (_place, book, _) = begin();
    let ana = add_close(&book, "Ana Souza", 30, &now());
    let ben = add(&book, "Ben Okafor", &now());
    say(&book, "tag ben colleague");
    let before = whole(&book);
    for text in [
        "called ana yesterday",
        "remind me to call ana and ben on friday at 10",
        "snooze ana until friday",
        "keep ben close every 2 weeks",
        "pause ana until february",
        "end it with ana",
        "stop keeping close to ana",
        "tag ana and ben as investor",
        "remove the tag colleague from ben",
        "delete ben",
        "add peter smith",
        "met a new person called jonas weber yesterday",
    ] {
        let line = first(&book, text);
        let done = book.sentence_do(&line.intent, &now()).unwrap();
        assert!(done.operation.is_some(), "{text}");
        assert_ne!(whole(&book), before, "{text}");
        book.undo(&now()).unwrap();
        assert_eq!(whole(&book), before, "{text}");
    }
    say(
        &book,
        "remind me to call ana and ben on friday at 10 about the grant",
    );
    for person in [ana, ben] {
        let page = book.person_page(person, &now()).unwrap();
        let planned = page
            .check_ins
            .iter()
            .find(|one| one.source == Source::Planned)
            .unwrap();
        assert_eq!(
            (planned.on.to_string().as_str(), planned.reason.as_str()),
            ("2026-11-27", "Call about the grant")
        );
        assert_eq!(planned.at.unwrap().to_string(), "10:00");
    }
    say(&book, "pause ana until february");
    let relationship = book.person_page(ana, &now()).unwrap().relationship.unwrap();
    assert_eq!(relationship.status, Status::Paused);
    assert_eq!(relationship.paused_until.unwrap().to_string(), "2027-02-01");
    say(&book, "keep ben close every 2 weeks");
    let relationship = book.person_page(ben, &now()).unwrap().relationship.unwrap();
    assert_eq!(relationship.cadence_days, Some(14));
    assert!(
        book.sentence_do(&first(&book, "open ana").intent, &now())
            .is_err()
    );
}

#[test]
fn nobody_is_made_of_a_name_that_is_not_known() {
    let (_place, book, _) = begin();
    let samir = add_close(&book, "Samir Haddoun", 30, &now());
    let slip = sentence(&book, "call samri yesterday");
    assert_eq!(
        slip.question.as_deref(),
        Some("Nobody is called “samri”. Is one of them meant?")
    );
    assert!(matches!(&slip.lines[0].intent, Intent::Log { talk } if talk.people == [samir]));
    let slip = sentence(&book, "samri");
    assert!(matches!(slip.lines[0].intent, Intent::Open { person } if person == samir));
    let other = sentence(&book, "had lunch with jonas weber");
    assert_eq!(
        other.refusal.as_deref(),
        Some("Nobody is called “jonas weber”.")
    );
    // The lunch is not lost: he is added, and it is logged with him.
    let is_lunch_with_him = |line: &SentenceLine| {
        matches!(&line.intent, Intent::Add { person, talk: Some(talk) }
            if person.name == "Jonas Weber" && talk.title == "Lunch")
    };
    assert!(is_lunch_with_him(&other.lines[0]));
    let with_others = sentence(&book, "dinner with samir and colleagues yesterday");
    assert_eq!(
        with_others.refusal.as_deref(),
        Some("Nobody is called “colleagues”.")
    );
    assert!(matches!(&with_others.lines[0].intent, Intent::Log { talk }
        if talk.people == [samir] && talk.note == "colleagues" && talk.when == "24 November 2026"));
    let new = sentence(&book, "jonas weber");
    assert!(new.is_new_name);
    assert!(
        matches!(&new.lines[0].intent, Intent::Add { person, talk: None } if person.name == "Jonas Weber")
    );
    assert_eq!(book.sentence("samir knows jonas", &now()).unwrap(), None);
    assert_eq!(
        book.people_ids(&kith_core::people_list::PeopleFilter::default(), &now())
            .unwrap(),
        [samir]
    );
}

#[test]
fn keeping_close_says_the_kind_and_the_rhythm_that_nobody_said() {
    let (_place, book, _) = begin();
    let ben = add(&book, "Ben Okafor", &now());
    let details = |text: &str| first(&book, text).details;
    assert_eq!(
        details("keep ben close"),
        "As industry contact, every 90 days"
    );
    assert_eq!(
        details("keep ben close every 2 weeks"),
        "As industry contact"
    );
    assert_eq!(details("keep ben close as client"), "Every 30 days");
    assert_eq!(details("keep ben close as client every 2 weeks"), "");
    crate::talks::keep(&book, ben, 20, &now());
    assert_eq!(details("keep ben close"), "Every 20 days");
    assert_eq!(details("keep ben close every 2 weeks"), "");
}

#[test]
fn of_two_with_one_name_the_one_kept_close_is_meant_and_else_it_is_asked() {
    let (_place, book, _) = begin();
    let first_maria = add(&book, "Maria Rossi", &now());
    let second_maria = add(&book, "Maria Lopez", &now());
    let asked = sentence(&book, "called maria");
    assert_eq!(asked.question.as_deref(), Some("Which Maria?"));
    let whom =
        |line: &SentenceLine| -> Vec<PersonId> { line.people.iter().map(|row| row.id).collect() };
    assert_eq!(
        asked.lines.iter().map(whom).collect::<Vec<_>>(),
        [[first_maria], [second_maria]]
    );
    assert!(sentence(&book, "called maria lopez").question.is_none());
    crate::talks::keep(&book, second_maria, 30, &now());
    let sure = sentence(&book, "called maria");
    assert_eq!(
        (sure.question, whom(&sure.lines[0])),
        (None, vec![second_maria])
    );
    assert_eq!(whom(&sure.lines[1]), [first_maria]);
}

#[test]
fn long_and_strange_texts_are_no_sentences_and_take_no_time() {
    let (_place, book, _) = begin();
    add(&book, "Samir Haddoun", &now());
    let start = std::time::Instant::now();
    for text in [
        "".to_owned(),
        "🙂".repeat(5_000),
        "a".repeat(10_000),
        "<b>call</b> ".repeat(800),
        "\u{202e}samir\u{0}".to_owned(),
        "samir ".repeat(2_000),
        "called samir about a week in a week ".repeat(300),
    ] {
        let understood = book.sentence(&text, &now()).unwrap();
        assert!(
            understood.is_none_or(|sentence| sentence.refusal.is_some()),
            "{text}"
        );
    }
    let long = format!("called samir: {}", "x ".repeat(5_000));
    let refused = sentence(&book, &long);
    assert!(refused.refusal.is_some_and(|why| why.contains("too long")));
    // A hundred times what it takes on a machine that is not busy.
    assert!(start.elapsed().as_secs() < 30, "{:?}", start.elapsed());
}

/// Written by a new user before the grammar was: what Enter does, and the day, length or note that must be in it.
const FORTY: &[(&str, &str, &str)] = &[
    (
        "had lunch with ana today",
        "Log lunch with Ana Silva",
        "today",
    ),
    (
        "called ben this morning, he's moving to berlin",
        "Log a phone call with Ben Okafor",
        "he's moving to berlin",
    ),
    (
        "spoke to priya for 20 minutes yesterday about the grant",
        "Log a conversation with Priya Nair",
        "20 minutes",
    ),
    (
        "samir rang me last night",
        "Log a phone call with Samir Haddad",
        "Samir began it",
    ),
    (
        "grabbed a beer with ben and samir on friday",
        "Log beer with Ben Okafor and Samir Haddad",
        "20 November",
    ),
    (
        "zoom call with maria on monday at 3pm",
        "Log a video call with Maria Rossi",
        "23 November",
    ),
    (
        "remind me to call judith next tuesday at 10",
        "Plan a check-in with Judith Falk",
        "1 December",
    ),
    (
        "call maria tomorrow",
        "Plan a check-in with Maria Rossi",
        "tomorrow",
    ),
    (
        "follow up with priya in two weeks about the contract",
        "Plan a check-in with Priya Nair",
        "about the contract",
    ),
    (
        "ping tomas next month",
        "Plan a check-in with Tomás Herrera",
        "1 December",
    ),
    (
        "snooze ben for a week",
        "Snooze Ben Okafor until Wednesday 2 December, in a week",
        "",
    ),
    (
        "snooze samir until friday",
        "Snooze Samir Haddad until Friday 27 November, in 2 days",
        "",
    ),
    (
        "keep in touch with judith every 3 months",
        "Keep Judith Falk close every 90 days",
        "",
    ),
    (
        "stay close to ana monthly",
        "Keep Ana Silva close every 30 days",
        "",
    ),
    (
        "talk to chen wei every other week",
        "Keep Chen Wei close every 2 weeks",
        "",
    ),
    (
        "pause ben until january",
        "Pause Ben Okafor until Friday 1 January 2027, in 5 weeks",
        "",
    ),
    (
        "take a break from maria for 6 weeks",
        "Pause Maria Rossi until Wednesday 6 January 2027, in 6 weeks",
        "",
    ),
    (
        "stop keeping close to samir",
        "Keep Samir Haddad close no longer",
        "",
    ),
    ("tag ana as investor", "Tag Ana Silva “investor”", ""),
    (
        "tag priya and ben #conference",
        "Tag Priya Nair and Ben Okafor “conference”",
        "",
    ),
    ("delete robert klein", "Move Robert Klein to the trash", ""),
    ("add new person lena fischer", "Add Lena Fischer", ""),
    (
        "met a new person called jonas weber at the fair yesterday",
        "Add Jonas Weber, and log a meeting with them",
        "yesterday, length not said. Note: “at the fair”",
    ),
    (
        "who can introduce me to priya",
        "Find a way in to Priya Nair",
        "",
    ),
    ("how do I reach judith", "Find a way in to Judith Falk", ""),
    ("open tomás", "Open Tomás Herrera", ""),
    (
        "got an email from liz yesterday",
        "Log an email with Elizabeth Stone",
        "Elizabeth began it",
    ),
    (
        "texted bob 2 hours ago",
        "Log a text message with Robert Klein",
        "08:00",
    ),
    (
        "bumped into judith at the airport last week",
        "Log a meeting with Judith Falk",
        "The week of 16 November 2026",
    ),
    (
        "chatted with ana at the christmas party in 2024",
        "Log a conversation with Ana Silva",
        "2024, counts as",
    ),
    (
        "coffee w/ ben 30min today",
        "Log coffee with Ben Okafor",
        "30 minutes",
    ),
    (
        "meeting with priya, ben and ana on 12 november about budget",
        "Log a meeting with Priya Nair, Ben Okafor and Ana Silva",
        "12 November",
    ),
    (
        "saw maria sometime in october",
        "Log a meeting with Maria Rossi",
        "October 2026",
    ),
    (
        "remove tag investor from ana",
        "Remove the tag “investor” from Ana Silva",
        "",
    ),
    (
        "wrote samir a letter on sunday",
        "Log a letter with Samir Haddad",
        "22 November",
    ),
    (
        "ana emailed me on tuesday about the new job",
        "Log an email with Ana Silva",
        "about the new job",
    ),
    (
        "schedule lunch with samir next thursday 12:30",
        "Plan a check-in with Samir Haddad",
        "12:30",
    ),
    (
        "left ben a voicemail just now",
        "Log a voicemail with Ben Okafor",
        "10:00",
    ),
    (
        "catch up with elizabeth on december 3rd",
        "Plan a check-in with Elizabeth Stone",
        "3 December",
    ),
];

#[test]
fn forty_sentences_of_a_new_user_do_what_was_meant() {
    let (_place, book, _) = begin();
    for name in [
        "Samir Haddad",
        "Ana Silva",
        "Ben Okafor",
        "Priya Nair",
        "Maria Rossi",
        "Robert Klein",
        "Elizabeth Stone",
        "Tomás Herrera",
        "Judith Falk",
        "Chen Wei",
    ] {
        add(&book, name, &now());
    }
    // A name alone is found, not said.
    assert_eq!(book.sentence("samir", &now()).unwrap(), None);
    let mut wrong = Vec::new();
    for (text, words, details) in FORTY {
        let line = first(&book, text);
        if line.words != *words || !line.details.contains(details) {
            wrong.push(format!("{text}\n   {}\n   {}", line.words, line.details));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn promises_are_said_both_ways_and_taken_back() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    let before = whole(&book);
    let line = first(&book, "promise samir the one-pager by friday");
    assert_eq!(line.words, "Promise Samir Haddoun: “The one-pager”");
    assert_eq!(line.details, "By Friday 27 November, in 2 days");
    say(&book, "promise samir the one-pager by friday");
    say(&book, "samir owes me comments");
    let open = book.commitments_of(samir, &now).unwrap().open;
    let said: Vec<_> = open
        .iter()
        .map(|promise| (promise.what.as_str(), promise.due_on.is_some()))
        .collect();
    assert_eq!(said, [("The one-pager", true), ("Comments", false)]);
    book.undo(&now).unwrap();
    book.undo(&now).unwrap();
    assert_eq!(whole(&book)["commitments"], before["commitments"]);
    let past = sentence(&book, "promise samir the one-pager by yesterday");
    assert!(past.refusal.is_some(), "a promise has no day that is past");
}

/// What the undo of one step leaves of the book is what was there before.
fn say_and_take_back(book: &Book, text: &str) {
    let before = whole(book);
    say(book, text);
    assert_ne!(whole(book), before, "{text}");
    book.undo(&now()).unwrap();
    let after = whole(book);
    for noun in [
        "people",
        "interactions",
        "commitments",
        "exchanges",
        "topic_lines",
        "next_lines",
    ] {
        assert_eq!(after[noun], before[noun], "{text}: {noun}");
    }
}

#[test]
fn several_things_in_one_sentence_are_one_step() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    let hannah = add(&book, "Hannah Iwobi", &now);
    let text = "met samir for coffee yesterday, promised him the notes by friday";
    let line = first(&book, text);
    assert_eq!(
        line.words,
        "Log coffee with Samir Haddoun, and promise Samir Haddoun: “The notes”"
    );
    assert!(
        line.details.contains("The notes: by Friday 27 November"),
        "{}",
        line.details
    );
    say_and_take_back(&book, text);
    say(&book, text);
    let open = book.commitments_of(samir, &now).unwrap().open;
    assert_eq!(open[0].what, "The notes");
    assert_eq!(open[0].agreed, "24 November", "made in the talk");
    assert_eq!(book.timeline(samir, 0, 10).unwrap().talks.len(), 1);

    let text = "i promised samir the pilot budget by thursday and hannah the protocol next monday";
    say_and_take_back(&book, text);
    say(&book, text);
    let open = book.commitments_of(hannah, &now).unwrap().open;
    let open: Vec<_> = open.iter().map(|promise| promise.what.as_str()).collect();
    assert_eq!(open, ["The protocol"]);

    let text = "samir knows about optics and grant writing";
    say_and_take_back(&book, text);
    say(&book, text);
    let topics = book.topics_of(Some(samir)).unwrap();
    assert_eq!(topics.len(), 2);
    // What the book has as one topic stays one.
    say(&book, "hannah knows about salt");
    book.topic_add(
        Some(hannah),
        kith_core::topics::Stance::Knows,
        "Research and development",
        &now,
    )
    .unwrap();
    let line = first(&book, "samir knows about research and development");
    assert_eq!(
        line.words,
        "Note that Samir Haddoun knows about “research and development”"
    );
}

#[test]
fn somebody_new_is_added_with_what_is_said() {
    let (_place, book, now) = begin();
    let rosalind = add(&book, "Rosalind Aydelott", &now);
    add(&book, "Samir Haddoun", &now);
    for (text, words) in [
        (
            "promise ana the notes by friday",
            "Add Ana, and promise Ana: “The notes”",
        ),
        (
            "gave ana an introduction",
            "Add Ana, and write down “An introduction” as given to Ana",
        ),
        (
            "next time with zork: hi",
            "Add Zork, and next time with Zork: “hi”",
        ),
        (
            "carla knows about optics",
            "Add Carla, and note that Carla knows about “optics”",
        ),
        (
            "met ana bergström for coffee, promised her the notes by friday",
            "Add Ana Bergström, and log coffee with Ana Bergström, and promise Ana Bergström: “The notes”",
        ),
        (
            "promise rosalind kerr the draft by friday",
            "Add Rosalind Kerr, and promise Rosalind Kerr: “The draft”",
        ),
    ] {
        let asked = sentence(&book, text);
        assert_eq!(asked.lines[0].words, words, "{text}");
        let said = asked.refusal.or(asked.question).unwrap_or_default();
        assert!(said.starts_with("Nobody is called “"), "{text}: {said}");
        say_and_take_back(&book, text);
    }
    let lent = first(&book, "samir borrowed my handbook until friday");
    assert_eq!(
        lent.words,
        "Write down “My handbook” as lent to Samir Haddoun"
    );

    // There is another Rosalind, and a Samir of that name: neither is meant.
    let met = sentence(&book, "met rosalind haddoun for coffee");
    let asked = met.question.or(met.refusal).unwrap_or_default();
    assert!(
        asked.starts_with("Nobody is called “rosalind haddoun”."),
        "{asked}"
    );
    assert_eq!(
        met.lines[0].words,
        "Add Rosalind Haddoun, and log coffee with them"
    );

    let line = first(
        &book,
        "met ana bergström for coffee, promised her the notes by friday",
    );
    let done = book.sentence_do(&line.intent, &now).unwrap();
    let ana = done.value.added.unwrap();
    assert_ne!(ana, rosalind);
    assert_eq!(book.commitments_of(ana, &now).unwrap().open.len(), 1);
    assert_eq!(book.timeline(ana, 0, 10).unwrap().talks[0].title, "Coffee");
}

#[test]
fn who_is_in_the_trash_is_said_to_be_there() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    book.people_trash(&[samir], &now).unwrap();
    for text in [
        "promise samir the one-pager by friday",
        "samir",
        "next time with samir: hi",
    ] {
        let asked = sentence(&book, text);
        assert_eq!(
            asked.refusal.as_deref(),
            Some("Samir Haddoun is in the trash."),
            "{text}"
        );
        assert_eq!(
            asked.lines[0].words,
            "Bring Samir Haddoun back from the trash"
        );
    }
    say(&book, "promise samir the one-pager by friday");
    let line = first(&book, "promise samir the one-pager by friday");
    assert_eq!(line.words, "Promise Samir Haddoun: “The one-pager”");
}

/// A shape that only a damaged or invented message has.
#[test]
fn only_what_can_be_one_of_several_is_done() {
    let (_place, book, now) = begin();
    let samir = add(&book, "Samir Haddoun", &now);
    let before = whole(&book);
    let bad = [
        Intent::Several {
            new: vec![],
            all: vec![],
        },
        Intent::Several {
            new: vec![],
            all: vec![Intent::Archive {
                people: vec![samir],
            }],
        },
        Intent::Several {
            new: vec![],
            all: vec![Intent::NextTime {
                people: vec![PersonId(-1)],
                text: "hi".to_owned(),
            }],
        },
    ];
    for intent in bad {
        assert!(book.sentence_do(&intent, &now).is_err(), "{intent:?}");
    }
    assert_eq!(whole(&book), before);
}
