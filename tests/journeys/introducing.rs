//! Introductions: begun, asked, answered, made, told and thanked; limits and boundaries; what follows from a made one.

use kith_core::boundaries::{ConflictLevel, ConflictWith, Handling, NewConflict};
use kith_core::details::{ContactKind, DetailEdit, NewPerson};
use kith_core::drafts::{DraftPiece, DraftSort, SentDraft, SentOfIntroduction};
use kith_core::exchanges::Direction;
use kith_core::introducing::{IntroductionStep, NewIntroduction};
use kith_core::introductions::{Introducer, IntroductionAnswer, IntroductionStage};
use kith_core::keeping_close::RelationshipEdit;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Status;
use kith_core::ties::{Closeness, NewTie, TieKind};
use kith_core::topics::Stance;
use kith_core::{Book, Channel, Code, IntroductionId, Moment, PersonId};

use crate::talks::{add, add_close, log, noon, status};
use crate::{Place, read_back, written};

fn between(by: Introducer, people: &[PersonId]) -> NewIntroduction {
    NewIntroduction {
        by,
        people: people.to_vec(),
        why: "Samir needs coating capacity before June".into(),
        anyway: false,
    }
}

fn begin(book: &Book, by: Introducer, people: &[PersonId], now: &Moment) -> IntroductionId {
    let new = between(by, people);
    book.introduction_add(&new, now).unwrap().value
}

fn take(book: &Book, id: IntroductionId, step: IntroductionStep, now: &Moment) {
    book.introduction_step(id, &step, now).unwrap();
}

fn says(person: PersonId, answer: IntroductionAnswer, words: &str) -> IntroductionStep {
    IntroductionStep::Answer {
        person,
        answer,
        words: words.into(),
        again: String::new(),
    }
}

fn told(words: &str) -> IntroductionStep {
    IntroductionStep::Outcome {
        words: words.into(),
    }
}

#[test]
fn two_are_introduced_after_both_said_yes() {
    use IntroductionAnswer::Yes;
    let place = Place::new();
    let book = place.open();
    let start = noon("2026-03-01");
    let [samir, dan] = ["Samir Haddoun", "Daniel Osterby"].map(|name| add(&book, name, &start));
    let before = written(&book);
    let id = begin(&book, Introducer::Me, &[samir, dan], &start);
    take(&book, id, IntroductionStep::Ask { person: samir }, &start);
    let answered = noon("2026-03-03");
    take(&book, id, says(samir, Yes, "Gladly"), &answered);
    let early = book.introduction_step(id, &IntroductionStep::Make, &answered);
    assert_eq!(early.unwrap_err().code, Code::Stale);
    let asked = noon("2026-03-05");
    take(&book, id, IntroductionStep::Ask { person: dan }, &asked);

    // Unanswered for a week, it stands on Today, on the page of whom one waits for.
    let standing = |day: &str| book.introductions_today(9, &noon(day)).unwrap().listed;
    assert!(standing("2026-03-11").is_empty());
    let stalled = standing("2026-03-12");
    assert_eq!(stalled[0].person, dan);
    assert_eq!(stalled[0].title, "Daniel and Samir Haddoun");
    assert_eq!(stalled[0].words, "Daniel has not answered since 5 March");

    let now = noon("2026-03-12");
    let shown = book.introductions_of(samir, &now).unwrap();
    assert_eq!(shown.open[0].title, "Samir and Daniel Osterby");
    assert_eq!(shown.open[0].next, "Waiting for Daniel");
    assert_eq!((shown.open[0].done, shown.open[0].steps), (1, 6));
    assert_eq!(shown.open[0].sides[0].words, "1 March. Yes on 3 March");
    assert_eq!(shown.open[0].sides[0].said, "Gladly");
    assert_eq!(
        shown.open[0].sides[1].words,
        "5 March. No answer for seven days"
    );

    take(&book, id, says(dan, Yes, ""), &now);
    take(&book, id, IntroductionStep::Make, &now);
    let made = &book.introductions_of(dan, &now).unwrap().made[0];
    assert_eq!(made.title, "You introduced Daniel to Samir Haddoun");
    // It is a proposed tie, and given to both.
    let tie = &book.ties_of(samir, &now).unwrap().proposed[0];
    assert_eq!(tie.reason, "You introduced them on 12 March");
    assert_eq!(tie.other.id, dan);
    for (person, what) in [
        (samir, "An introduction to Daniel Osterby"),
        (dan, "An introduction to Samir Haddoun"),
    ] {
        let given = &book.exchanges_of(person, 9, &now).unwrap().entries[0];
        assert_eq!(
            (given.direction, given.what.as_str()),
            (Direction::Given, what)
        );
    }

    // Two weeks later Today asks how it went.
    assert!(standing("2026-03-25").is_empty());
    let asked = standing("2026-03-26");
    assert_eq!(asked[0].words, "Made on 12 March. How did it go?");
    let later = noon("2026-03-26");
    take(&book, id, told("They test lenses together"), &later);
    take(&book, id, IntroductionStep::Thank, &later);
    assert!(standing("2026-03-26").is_empty());
    let done = book.introduction(id, &later).unwrap();
    assert_eq!((done.done, done.steps), (6, 6));
    assert_eq!(done.thanked, "26 March");

    // In the timeline of both it is one row, which says where it stands and has its steps.
    for (person, title) in [
        (samir, "You introduced Samir to Daniel Osterby"),
        (dan, "You introduced Daniel to Samir Haddoun"),
    ] {
        let [row] = book
            .introductions_of(person, &later)
            .unwrap()
            .events
            .try_into()
            .unwrap();
        assert_eq!(
            (
                row.title.as_str(),
                row.text.as_str(),
                row.on.to_string().as_str()
            ),
            (title, "They test lenses together", "2026-03-26")
        );
        let steps: Vec<&str> = row.steps.iter().map(|step| step.title.as_str()).collect();
        assert_eq!(
            steps,
            [
                "You asked Samir Haddoun about meeting Daniel Osterby",
                "Samir Haddoun said yes to the introduction",
                "You asked Daniel Osterby about meeting Samir Haddoun",
                "Daniel Osterby said yes to the introduction",
                "You introduced Samir Haddoun and Daniel Osterby",
                "How the introduction went",
                "You said thanks for the introduction",
            ]
        );
    }

    let json = written(&book);
    let other = Place::new();
    assert_eq!(written(&read_back(&json, &other.file())), json);
    for _ in 0..8 {
        book.undo(&later).unwrap();
    }
    assert_eq!(written(&book), before);
}

#[test]
fn a_way_in_with_two_between_advances_by_my_word() {
    use IntroductionAnswer::{No, NotNow, Yes};
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-01");
    let [samir, gareth, nadia] =
        ["Samir Haddoun", "Gareth Pennlow", "Nadia Ferreux"].map(|name| add(&book, name, &now));
    let id = begin(&book, Introducer::Them, &[samir, gareth, nadia], &now);
    let shown = |day: &str| book.introduction(id, &noon(day)).unwrap();
    let steps = shown("2026-03-01");
    assert_eq!(steps.title, "A way in to Nadia Ferreux");
    assert_eq!(steps.about, "Through Samir and Gareth, since 1 March");
    let titles: Vec<&str> = steps.sides.iter().map(|side| side.title.as_str()).collect();
    assert_eq!(
        titles,
        ["Ask Samir", "Samir asks Gareth", "Gareth asks Nadia"]
    );
    assert_eq!(
        steps.sides[0].before_asking,
        ["You have not talked with Samir yet. A word first?"]
    );
    let skipped = IntroductionStep::Ask { person: gareth };
    let skipped = book.introduction_step(id, &skipped, &now);
    assert_eq!(skipped.unwrap_err().code, Code::Stale);
    take(&book, id, IntroductionStep::Ask { person: samir }, &now);
    take(&book, id, says(samir, Yes, ""), &now);
    take(&book, id, says(gareth, Yes, ""), &now);
    take(&book, id, says(nadia, NotNow, "After the fair"), &now);
    assert_eq!(shown("2026-03-02").next, "Nadia: not now, until 30 April");
    let standing = |day: &str| book.introductions_today(9, &noon(day)).unwrap().listed;
    assert!(standing("2026-04-29").is_empty());
    assert_eq!(
        standing("2026-04-30")[0].words,
        "Nadia said not now, until today"
    );

    // A no stays with the ask, and the person is as before.
    let later = noon("2026-04-30");
    take(&book, id, IntroductionStep::Ask { person: nadia }, &later);
    let page = book.person_page(nadia, &later).unwrap();
    take(&book, id, says(nadia, No, ""), &later);
    assert_eq!(book.person_page(nadia, &later).unwrap(), page);
    let declined = shown("2026-04-30");
    assert_eq!(declined.stage, IntroductionStage::Declined);
    assert_eq!(declined.next, "Nadia said no");
    assert_eq!(
        declined.sides[2].earlier,
        ["Asked on 1 March, not now on 1 March: After the fair"]
    );
    take(&book, id, IntroductionStep::Rest, &later);
    assert_eq!(
        book.introductions_of(nadia, &later).unwrap().rested.len(),
        1
    );

    take(&book, id, IntroductionStep::TakeUp, &later);
    take(&book, id, IntroductionStep::Ask { person: nadia }, &later);
    take(&book, id, says(nadia, Yes, ""), &later);
    take(&book, id, IntroductionStep::Make, &later);
    // Whoever introduced the user is how they met.
    let met = book.events_of(nadia, &later).unwrap().how_met.unwrap();
    assert_eq!(
        (met.when.as_str(), met.through.map(|one| one.name)),
        ("Thursday 30 April", Some("Gareth Pennlow".to_owned()))
    );
    let made = &book.introductions_of(nadia, &later).unwrap().made[0];
    assert_eq!(
        made.title,
        "Samir and Gareth introduced you to Nadia Ferreux"
    );
    for person in [samir, gareth] {
        let received = &book.exchanges_of(person, 9, &later).unwrap().entries[0];
        assert_eq!(received.direction, Direction::Received);
        assert_eq!(received.what, "An introduction to Nadia Ferreux");
    }
    assert_eq!(book.exchanges_of(nadia, 9, &later).unwrap().total, 0);
    book.undo(&later).unwrap();
    assert_eq!(book.exchanges_of(samir, 9, &later).unwrap().total, 0);
    assert_eq!(shown("2026-04-30").stage, IntroductionStage::Agreed);
}

#[test]
fn what_cannot_be_begun_is_said_and_nothing_is_half_saved() {
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-10");
    let [ana, ben, eve, uma, tom] =
        ["Ana", "Ben", "Eve", "Uma", "Tom"].map(|name| add_close(&book, name, 30, &now));
    status(&book, uma, Status::Ended, "", &now);
    status(&book, tom, Status::Died, "", &now);
    begin(&book, Introducer::Me, &[ana, ben], &now);
    let conflict = NewConflict {
        with: ConflictWith::Person { id: eve },
        level: ConflictLevel::Actual,
        why: "They compete".into(),
        handling: Handling::Excluded,
        how: String::new(),
        until: String::new(),
    };
    book.conflict_add(ana, &conflict, &now).unwrap();
    let before = written(&book);
    let refused = |people: &[PersonId], by| {
        let error = book
            .introduction_add(&between(by, people), &now)
            .unwrap_err();
        assert_eq!(error.code, Code::Invalid);
        assert_eq!(written(&book), before);
        (error.field.unwrap(), error.message)
    };
    let said = |field: &str, message: &str| (field.to_owned(), message.to_owned());
    assert_eq!(
        refused(&[ana, ana], Introducer::Me),
        said(
            "people",
            "Nobody is introduced to themselves. Choose somebody else."
        )
    );
    assert_eq!(
        refused(&[ben, ana], Introducer::Me),
        said(
            "people",
            "An introduction of Ana and Ben is under way already."
        )
    );
    assert_eq!(
        refused(&[ana, tom], Introducer::Me),
        said("people", "Tom has died.")
    );
    assert_eq!(refused(&[ana], Introducer::Me).0, "people");
    assert_eq!(refused(&[ana], Introducer::Them).0, "people");
    assert_eq!(
        refused(&[ana, uma], Introducer::Me),
        said("anyway", "The relationship with Uma has ended.")
    );
    assert_eq!(
        refused(&[ana, eve], Introducer::Me),
        said(
            "anyway",
            "There is a conflict of interest between Ana and Eve."
        )
    );
    // Said once, and obeyed where one goes on.
    let anyway = NewIntroduction {
        anyway: true,
        ..between(Introducer::Me, &[ana, eve])
    };
    book.introduction_add(&anyway, &now).unwrap();
    assert_eq!(
        book.introduction_notes(Introducer::Me, &[ana, eve], &now)
            .unwrap(),
        ["There is a conflict of interest between Ana and Eve."]
    );
    let long = NewIntroduction {
        why: "x".repeat(201),
        ..between(Introducer::Me, &[ben, eve])
    };
    let error = book.introduction_add(&long, &now).unwrap_err();
    assert_eq!(error.field.as_deref(), Some("why"));
    // What crosses a conflict or is with somebody left alone does not stand on Today.
    let later = noon("2026-04-10");
    let standing = book.introductions_today(9, &later).unwrap().listed;
    assert_eq!(standing.len(), 1);
    assert_eq!(standing[0].title, "Ana and Ben");
    status(&book, ben, Status::CoolingOff, "", &later);
    assert!(
        book.introductions_today(9, &later)
            .unwrap()
            .listed
            .is_empty()
    );
}

#[test]
fn a_draft_to_both_is_for_both_or_for_nobody() {
    use IntroductionAnswer::Yes;
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-10");
    let [ana, ben] = ["Ana Sorvik", "Ben Okoro"].map(|name| add_close(&book, name, 30, &now));
    let mail = |person: PersonId, address: &str| {
        let point = DetailEdit::ContactPoint {
            id: None,
            kind: ContactKind::Email,
            value: address.into(),
            label: String::new(),
            preferred: false,
        };
        book.person_edit(person, &point, &now).unwrap();
    };
    mail(ana, "ana@example.org");
    let id = begin(&book, Introducer::Me, &[ana, ben], &now);
    take(&book, id, says(ana, Yes, ""), &now);
    take(&book, id, says(ben, Yes, ""), &now);
    let draft = |sort| {
        book.introduction_draft(id, ana, sort, &[], &now)
            .map(|draft| (draft.has_mail, draft.without_mail, draft.held))
            .unwrap()
    };
    let without = "Ben has no mail address.";
    assert_eq!(
        draft(DraftSort::IntroductionMake),
        (false, without.to_owned(), None)
    );
    // What goes to her alone can go.
    assert!(draft(DraftSort::Thanks).0);
    let link = || book.draft_mail_to(&[ana, ben], "Hello", "You two.");
    let error = link().unwrap_err();
    assert_eq!(
        (error.code, error.message.as_str()),
        (Code::NoAppForLink, without)
    );
    mail(ben, "ben@example.org");
    assert_eq!(
        draft(DraftSort::IntroductionMake),
        (true, String::new(), None)
    );
    let link = link().unwrap().link;
    assert!(link.contains("ana@") && link.contains("ben@"), "{link}");
    // Whoever of both is left alone is said.
    status(&book, ben, Status::Paused, "1 may", &now);
    let held = draft(DraftSort::IntroductionMake).2;
    let paused = "Ben is paused until 1 May. Send it another day?";
    assert_eq!(held.as_deref(), Some(paused));
    assert_eq!(draft(DraftSort::Thanks).2, None);
    status(&book, ana, Status::Ended, "", &now);
    let held = draft(DraftSort::IntroductionMake).2;
    let both = "The relationship with Ana has ended. Ben is paused until 1 May.";
    assert_eq!(held.as_deref(), Some(both));
}

fn at_work(book: &Book, name: &str, organisation: &str, now: &Moment) -> PersonId {
    let new = NewPerson {
        name: name.into(),
        organisation: organisation.into(),
        ..NewPerson::default()
    };
    book.person_add(&new, now).unwrap().value
}

fn tie(book: &Book, one: PersonId, other: PersonId, now: &Moment) {
    let tie = NewTie {
        person: one.into(),
        other: other.into(),
        kind: TieKind::Knows,
        closeness: Closeness::Close,
        since: String::new(),
        until: String::new(),
        note: String::new(),
    };
    book.tie_add(&tie, now).unwrap();
}

#[test]
fn limits_are_said_before_asking_and_obeyed_by_ways_in() {
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-01");
    let samir = at_work(&book, "Samir Haddoun", "Pelagic", &now);
    let ana = at_work(&book, "Ana Lind", "Orrin", &now);
    let olga = at_work(&book, "Olga Berg", "Orrin", &now);
    let [nadia, theo] = ["Nadia Ferreux", "Theo"].map(|name| add(&book, name, &now));
    for bridge in [samir, ana, olga] {
        log(&book, &[bridge], "today", &now);
        tie(&book, bridge, nadia, &now);
        tie(&book, bridge, theo, &now);
    }
    let ways = |to, day: &str| {
        let now = noon(day);
        let network = book.network(&now).unwrap();
        let ways = book.ways_in(&network, to, &now).unwrap();
        let first: Vec<PersonId> = ways.ways.iter().map(|way| way.hops[0].row.id).collect();
        (first, ways.left_out)
    };
    assert_eq!(ways(theo, "2026-03-01").0.len(), 3);
    for bridge in [samir, ana] {
        let id = begin(&book, Introducer::Them, &[bridge, nadia], &now);
        take(&book, id, IntroductionStep::Ask { person: bridge }, &now);
    }
    let (first, left_out) = ways(theo, "2026-03-07");
    assert!(first.is_empty());
    assert!(
        left_out
            .iter()
            .all(|line| line.ends_with("you asked them on 1 March.")
                || line.ends_with("you asked at Orrin on 1 March.")),
        "{left_out:?}"
    );
    // A week later somebody else of the organisation may be asked; who was asked, after 60 days.
    let first = ways(theo, "2026-03-08").0;
    assert!(!first.is_empty() && first.iter().all(|one| *one == olga));
    assert_eq!(ways(theo, "2026-04-30").0.len(), 3);
    let notes = |person, day: &str| {
        book.introduction_notes(Introducer::Them, &[person, theo], &noon(day))
            .unwrap()
    };
    assert_eq!(
        notes(samir, "2026-03-07"),
        ["You asked Samir on 1 March. From 30 April on it is a new favour."]
    );
    assert_eq!(
        notes(olga, "2026-03-07"),
        ["You asked at Orrin on 1 March. From 8 March on it is a week apart."]
    );
    assert!(notes(olga, "2026-03-08").is_empty());
    // By hand it is said and obeyed.
    let again = begin(&book, Introducer::Them, &[samir, theo], &noon("2026-03-07"));
    take(
        &book,
        again,
        IntroductionStep::Ask { person: samir },
        &noon("2026-03-07"),
    );
}

#[test]
fn a_match_is_proposed_within_the_limits_and_boundaries() {
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-10");
    let [ana, ben, eve] = ["Ana", "Ben", "Eve"].map(|name| add_close(&book, name, 30, &now));
    book.topic_add(Some(ana), Stance::Seeks, "a humidity reviewer", &now)
        .unwrap();
    for offers in [ben, eve] {
        book.topic_add(Some(offers), Stance::Offers, "humidity", &now)
            .unwrap();
    }
    let proposed = || -> Vec<PersonId> {
        let of = book.introductions_of(ana, &now).unwrap();
        of.proposed.iter().map(|one| one.other.id).collect()
    };
    let why = &book.introductions_of(ana, &now).unwrap().proposed[0].why;
    assert_eq!(
        why,
        "Ana looks for a humidity reviewer. Ben offers humidity."
    );
    assert_eq!(proposed(), [ben, eve]);
    let ask_nothing = RelationshipEdit::DoNotAsk { value: true };
    book.relationship_edit(&[eve], &ask_nothing, &now).unwrap();
    assert_eq!(proposed(), [ben]);
    begin(&book, Introducer::Me, &[ana, ben], &now);
    assert!(proposed().is_empty());
    for _ in 0..2 {
        book.undo(&now).unwrap();
    }
    assert_eq!(proposed(), [ben, eve]);
    status(&book, ana, Status::Paused, "in 3 weeks", &now);
    assert!(proposed().is_empty());
}

#[test]
fn it_goes_with_its_people_to_the_trash_and_is_found() {
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-10");
    let [ana, ben] = ["Ana", "Ben"].map(|name| add(&book, name, &now));
    let id = begin(&book, Introducer::Me, &[ana, ben], &now);
    let found = |text: &str| {
        let found = book.people_find(text, &PeopleFilter::default(), 9, &now);
        found.unwrap().rows.len()
    };
    assert_eq!(found("coating"), 2);
    book.people_trash(&[ben], &now).unwrap();
    assert!(book.introductions_of(ana, &now).unwrap().open.is_empty());
    let later = noon("2026-04-10");
    assert!(
        book.introductions_today(9, &later)
            .unwrap()
            .listed
            .is_empty()
    );
    let step = IntroductionStep::Ask { person: ana };
    assert!(book.introduction_step(id, &step, &now).is_err());
    book.people_restore(&[ben], &now).unwrap();
    assert_eq!(book.introductions_of(ana, &now).unwrap().open.len(), 1);
    book.introduction_edit(id, "  A better\nreason ", &now)
        .unwrap();
    assert_eq!(book.introduction(id, &now).unwrap().why, "A better reason");
    book.introduction_remove(id, &now).unwrap();
    assert_eq!(
        book.introduction(id, &now).unwrap_err().code,
        Code::NotFound
    );
    book.undo(&now).unwrap();
    book.people_trash(&[ben], &now).unwrap();
    book.trash_empty(Some(&[ben])).unwrap();
    assert_eq!(
        book.introduction(id, &now).unwrap_err().code,
        Code::NotFound
    );
}

#[test]
fn a_draft_names_nobody_before_they_said_yes_and_a_bridge_gets_words_to_forward() {
    use IntroductionAnswer::Yes;
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-01");
    let samir = at_work(&book, "Samir Haddoun", "Pelagic", &now);
    let dan = at_work(&book, "Daniel Osterby", "Corvane", &now);
    let nadia = at_work(&book, "Nadia Ferreux", "Orrin", &now);
    let words = |pieces: &[DraftPiece]| -> String {
        pieces.iter().map(|piece| piece.words.as_str()).collect()
    };
    let id = begin(&book, Introducer::Me, &[samir, dan], &now);
    let draft = |id, person, sort| {
        let draft = book.introduction_draft(id, person, sort, &[], &now);
        let draft = draft.unwrap();
        (words(&draft.subject), words(&draft.body))
    };
    let (subject, body) = draft(id, samir, DraftSort::IntroductionAsk);
    assert_eq!(subject, "An introduction");
    assert_eq!(
        body,
        "Dear Samir,\n\nI know somebody whom you may like to meet.\n\n\
         Samir needs coating capacity before June\n\n\
         Is that a yes, a no, or not now? A no is fine; I would only like to know."
    );
    // The reason names him: Daniel does not learn it before he said yes.
    let (_, body) = draft(id, dan, DraftSort::IntroductionAsk);
    assert!(!body.contains("Samir"), "{body}");
    take(&book, id, says(samir, Yes, ""), &now);
    let (subject, body) = draft(id, dan, DraftSort::IntroductionAsk);
    assert_eq!(subject, "Would you like to meet Samir Haddoun?");
    assert!(
        body.contains("It is Samir Haddoun. What they do: Pelagic."),
        "{body}"
    );
    take(&book, id, says(dan, Yes, ""), &now);
    let (subject, body) = draft(id, samir, DraftSort::IntroductionMake);
    assert_eq!(subject, "Samir, meet Daniel");
    assert!(
        body.starts_with("Dear Samir,\ndear Daniel,\n\nYou both said yes"),
        "{body}"
    );
    assert!(body.contains("Samir: Pelagic.\nDaniel: Corvane."), "{body}");

    let way = begin(&book, Introducer::Them, &[samir, dan, nadia], &now);
    let (subject, body) = draft(way, samir, DraftSort::IntroductionWayIn);
    assert_eq!(subject, "Nadia Ferreux");
    assert!(
        body.contains("I would like to meet Nadia Ferreux."),
        "{body}"
    );
    assert!(
        body.contains("As far as I know, Daniel Osterby could ask them"),
        "{body}"
    );
    let (_, body) = draft(way, samir, DraftSort::IntroductionForward);
    assert!(body.starts_with("Dear Daniel,"), "{body}");
    assert!(body.ends_with("A no is fine.\n\nSamir"), "{body}");
    // Without the user's own name it is still somebody whom the bridge knows.
    assert!(
        body.contains("Somebody I know would like to meet Nadia Ferreux.\n\nHere is why"),
        "{body}"
    );
    let direct = begin(&book, Introducer::Them, &[dan, nadia], &now);
    let me = serde_json::json!({ "names": ["Robin Ashdown"], "emails": [], "phones": [] });
    let set = serde_json::Map::from_iter([("me".to_owned(), me)]);
    book.settings_set(&set, &now).unwrap();
    let (subject, body) = draft(direct, dan, DraftSort::IntroductionForward);
    assert_eq!(subject, "Robin Ashdown");
    assert!(
        body.starts_with(
            "Dear Nadia,\n\nSomebody I know would like to meet you. It is Robin Ashdown."
        ),
        "{body}"
    );
}

#[test]
fn a_draft_of_an_introduction_that_was_sent_is_a_talk_and_its_step() {
    let place = Place::new();
    let book = place.open();
    let now = noon("2026-03-10");
    let [samir, dan] = ["Samir Haddoun", "Daniel Osterby"].map(|name| add(&book, name, &now));
    let id = begin(&book, Introducer::Them, &[samir, dan], &now);
    let sent = |step| SentDraft {
        people: vec![samir],
        sort: DraftSort::IntroductionWayIn,
        title: "Introduction: ask for one".into(),
        introduction: Some(SentOfIntroduction { id, step }),
    };
    let before = written(&book);
    let ask = sent(IntroductionStep::Ask { person: samir });
    let done = book.draft_sent(&ask, &now).unwrap();
    let talks = book.timeline(samir, 0, 9).unwrap().talks;
    assert_eq!(
        (talks[0].id, talks[0].title.as_str(), talks[0].channel),
        (done.value, "Introduction: ask for one", Channel::Email)
    );
    assert!(book.introduction(id, &now).unwrap().sides[0].waiting);
    // Whoever was written to is no longer quiet, and a word first is not asked for.
    assert_eq!(
        book.introduction_notes(Introducer::Them, &[samir], &now)
            .unwrap()
            .len(),
        1
    );
    book.undo(&now).unwrap();
    assert_eq!(written(&book), before);
    book.redo(&now).unwrap();
    // A step that is none any more saves no talk either.
    let again = book.draft_sent(&ask, &now);
    assert_eq!(again.unwrap_err().code, Code::Stale);
    assert_eq!(book.timeline(samir, 0, 9).unwrap().talks.len(), 1);
    let nobody = SentDraft {
        people: vec![],
        ..ask
    };
    assert_eq!(
        book.draft_sent(&nobody, &now).unwrap_err().code,
        Code::Invalid
    );
}

#[test]
fn asking_once_more_and_a_no_have_words_of_their_own() {
    use IntroductionAnswer::{No, Yes};
    let place = Place::new();
    let book = place.open();
    let start = noon("2026-03-01");
    let [samir, dan] = ["Samir Haddoun", "Daniel Osterby"].map(|name| add(&book, name, &start));
    let id = begin(&book, Introducer::Me, &[samir, dan], &start);
    let now = noon("2026-03-12");
    let words = |id, person, sort| {
        let draft = book
            .introduction_draft(id, person, sort, &[], &now)
            .unwrap();
        let all: Vec<DraftPiece> = draft.body;
        all.into_iter().map(|piece| piece.words).collect::<String>()
    };
    let may_tell = |at: usize| book.introduction(id, &now).unwrap().sides[at].may_tell_no;
    take(&book, id, IntroductionStep::Ask { person: samir }, &start);
    let again = words(id, samir, DraftSort::IntroductionAskAgain);
    assert!(
        again.contains("On 1 March I asked whether I may introduce you to somebody."),
        "{again}"
    );
    assert!(!again.contains("Daniel"), "{again}");
    take(&book, id, says(samir, Yes, ""), &now);
    assert!(!may_tell(0));
    take(&book, id, says(dan, No, "No time"), &now);
    // Samir, who said yes, hears of the no; whoever said it does not.
    assert!(may_tell(0) && !may_tell(1));
    let told = words(id, samir, DraftSort::IntroductionNo);
    assert!(
        told.contains("On 1 March we spoke of an introduction."),
        "{told}"
    );
    assert!(
        !told.contains("Daniel") && !told.contains("No time"),
        "{told}"
    );
    let way = begin(&book, Introducer::Them, &[samir, dan], &now);
    take(&book, way, IntroductionStep::Ask { person: samir }, &now);
    let again = words(way, samir, DraftSort::IntroductionWayInAgain);
    assert!(
        again.contains("Today I asked about an introduction to Daniel Osterby."),
        "{again}"
    );
}
