//! Ties are added, edited, ended and removed; and the ties that Kith proposes.

use kith_core::details::{DetailEdit, NewPerson, OrganisationFound};
use kith_core::import::{Plan, Source, Unwatched};
use kith_core::people_list::PeopleFilter;
use kith_core::ties::{Closeness, NewTie, PersonTies, ProposedTie, TieEnd, TieKind, TiePair};
use kith_core::{Book, Code, Moment, PersonId};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::talks::{add, and_back, keep, log, noon};
use crate::{Place, read_back, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn tie(person: PersonId, other: PersonId, kind: TieKind) -> NewTie {
    NewTie {
        person: person.into(),
        other: other.into(),
        kind,
        closeness: Closeness::Colleague,
        since: String::new(),
        until: String::new(),
        note: String::new(),
    }
}

fn add_at(book: &Book, name: &str, organisation: &str, department: &str, now: &Moment) -> PersonId {
    let id = add(book, name, now);
    let job = DetailEdit::Affiliation {
        id: None,
        organisation: organisation.into(),
        role: String::new(),
        department: department.into(),
        since: String::new(),
        until: String::new(),
    };
    book.person_edit(id, &job, now).unwrap();
    id
}

/// The ties of a person in words: "Ana Brook reports to Ben Ito".
fn knows(book: &Book, person: PersonId, now: &Moment) -> Vec<String> {
    let name = book.person_page(person, now).unwrap().name.display;
    let PersonTies { ties, .. } = book.ties_of(person, now).unwrap();
    let said = |tie: kith_core::ties::TieShown| format!("{name} {} {}", tie.how, tie.with.name);
    ties.into_iter().map(said).collect()
}

fn said(tie: &ProposedTie) -> String {
    format!(
        "{} {} {}, {}: {}",
        tie.person.name, tie.how, tie.other.name, tie.well, tie.reason
    )
}

fn proposed(book: &Book, now: &Moment) -> Vec<String> {
    let all = book.ties_proposed(100, now).unwrap();
    assert_eq!(all.total as usize, all.ties.len());
    all.ties.iter().map(said).collect()
}

fn pair(person: PersonId, other: PersonId) -> TiePair {
    TiePair { person, other }
}

fn import(book: &Book, cards: &str, now: &Moment) {
    let source = Source::Text(cards.to_owned());
    let mut plan = Plan::make(book, "cards", &[source], &Unwatched).unwrap();
    plan.apply(book, &Unwatched, now).unwrap();
}

fn named(book: &Book, name: &str, now: &Moment) -> PersonId {
    let found = book.people_find(name, &PeopleFilter::default(), 1, now);
    found.unwrap().rows[0].row.id
}

#[test]
fn a_tie_adds_who_is_new_in_the_same_step() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let before = written(&book);
    let new = NewTie {
        other: TieEnd::New(" Ben  Ito ".into()),
        ..tie(ana, ana, TieKind::ReportsTo)
    };
    let done = book.tie_add(&new, &now).unwrap();
    assert_eq!(knows(&book, ana, &now), ["Ana Brook reports to Ben Ito"]);
    book.undo_operation(done.operation.unwrap(), &now).unwrap();
    assert_eq!(written(&book), before);

    // What cannot be tied adds nobody.
    let nameless = NewTie {
        other: TieEnd::New(" ".into()),
        ..new.clone()
    };
    let wrong = book.tie_add(&nameless, &now).unwrap_err();
    assert_eq!(wrong.field.as_deref(), Some("other"));
    let wrong_day = NewTie {
        since: "some day".into(),
        ..new
    };
    assert_eq!(
        book.tie_add(&wrong_day, &now).unwrap_err().field.as_deref(),
        Some("since")
    );
    assert_eq!(written(&book), before);
}

#[test]
fn a_tie_is_made_corrected_ended_and_taken_away_and_each_taken_back() {
    let (_place, book, now) = begin();
    let gareth = add(&book, "Gareth Pennlow", &now);
    let nadia = add_at(&book, "Nadia Ferreux", "Orrin Pharma", "", &now);
    let samir = add(&book, "Samir Haddoun", &now);
    log(&book, &[nadia], "9 days ago", &now);
    let mut draft = tie(gareth, nadia, TieKind::Knows);
    let done = and_back(&book, &now, || book.tie_add(&draft, &now).unwrap());
    assert_eq!(done.changes.people, [gareth, nadia]);
    draft.closeness = Closeness::Close;
    draft.since = "May 2019".into();
    draft.note = " from Samir ".into();
    and_back(&book, &now, || {
        book.tie_edit(done.value, &draft, &now).unwrap()
    });
    let same = book.tie_edit(done.value, &draft, &now).unwrap();
    assert_eq!((same.operation, same.changes.people.len()), (None, 0));
    let shown = book.ties_of(gareth, &now).unwrap().ties.remove(0);
    assert_eq!(
        shown.spoken,
        "Gareth Pennlow knows Nadia Ferreux at Orrin Pharma. Close, since May 2019. You last talked 9 days ago."
    );
    assert_eq!(
        (shown.years.as_str(), shown.note.as_str()),
        ("since May 2019", "from Samir")
    );
    let back = book.ties_of(nadia, &now).unwrap().ties.remove(0);
    assert!(back.from_them && back.with.id == gareth);
    assert!(
        back.spoken.ends_with("You have not talked with them yet."),
        "{}",
        back.spoken
    );
    // The tie gets another end: the pages of all three people change.
    let moved = NewTie {
        other: samir.into(),
        ..draft.clone()
    };
    let done_moving = and_back(&book, &now, || {
        book.tie_edit(done.value, &moved, &now).unwrap()
    });
    assert_eq!(done_moving.changes.people, [gareth, nadia, samir]);
    draft.until = "2024".into();
    and_back(&book, &now, || {
        book.tie_edit(done.value, &draft, &now).unwrap()
    });
    let over = book.ties_of(nadia, &now).unwrap();
    assert!(over.ties.is_empty());
    assert_eq!(over.over[0].how, "knew");
    assert_eq!(over.over[0].years, "May 2019 – 2024");
    // The same two people get a new tie after the old one ended.
    book.tie_add(&tie(nadia, gareth, TieKind::WorksWith), &now)
        .unwrap();
    assert_eq!(
        knows(&book, gareth, &now),
        ["Gareth Pennlow works with Nadia Ferreux"]
    );
    and_back(&book, &now, || book.tie_remove(done.value, &now).unwrap());
    assert!(book.ties_of(nadia, &now).unwrap().over.is_empty());
    assert_eq!(
        book.tie_remove(done.value, &now).unwrap_err().code,
        Code::NotFound
    );
    assert_eq!(
        book.history(1, &now).unwrap()[0].subject,
        "Gareth Pennlow and Nadia Ferreux"
    );
}

#[test]
fn what_cannot_be_is_said_plainly_and_changes_nothing() {
    let (_place, book, now) = begin();
    let [ana, ben, cara, dan, eve] =
        ["Ana", "Ben", "Cara", "Dan", "Eve"].map(|name| add(&book, name, &now));
    let reports = |person, other| tie(person, other, TieKind::ReportsTo);
    let first = book.tie_add(&reports(ana, ben), &now).unwrap().value;
    book.tie_add(&reports(ben, cara), &now).unwrap();
    book.tie_add(&reports(cara, dan), &now).unwrap();
    book.people_trash(&[eve], &now).unwrap();
    let before = written(&book);
    let with = |change: fn(&mut NewTie)| {
        let mut draft = tie(ana, dan, TieKind::Knows);
        change(&mut draft);
        draft
    };
    for (draft, field, words) in [
        (
            tie(ana, ana, TieKind::Knows),
            "other",
            "Ana cannot be tied to themselves.",
        ),
        (
            tie(ben, ana, TieKind::Knows),
            "other",
            "Ana reports to Ben already. Edit that tie instead.",
        ),
        (
            reports(ana, ben),
            "other",
            "Ana reports to Ben already. Edit that tie instead.",
        ),
        (
            reports(ben, ana),
            "other",
            "Ana already reports to Ben, so Ben cannot report to Ana.",
        ),
        (
            reports(cara, ana),
            "other",
            "Ana already reports to Cara through Ben, so Cara cannot report to Ana.",
        ),
        (
            reports(dan, ana),
            "other",
            "Ana already reports to Dan through Ben and Cara, so Dan cannot report to Ana.",
        ),
        (
            tie(ana, eve, TieKind::Knows),
            "other",
            "Eve is in the trash. Bring them back first.",
        ),
        (
            tie(eve, ana, TieKind::Knows),
            "person",
            "Eve is in the trash. Bring them back first.",
        ),
        (
            with(|tie| (tie.since, tie.until) = ("2020".into(), "2019".into())),
            "until",
            "This ends before it starts.",
        ),
        (
            with(|tie| tie.since = "long ago".into()),
            "since",
            "Write a year, or a date with its year: 2023, May 2023.",
        ),
        (
            with(|tie| tie.note = "x".repeat(70_000)),
            "note",
            "This is too long to keep: 64,000 letters at most.",
        ),
    ] {
        let error = book.tie_add(&draft, &now).unwrap_err();
        assert_eq!(
            (error.message.as_str(), error.field.as_deref()),
            (words, Some(field))
        );
        assert_eq!(error.code, Code::Invalid);
    }
    let nobody = book.tie_add(&tie(ana, PersonId(99), TieKind::Knows), &now);
    assert_eq!(nobody.unwrap_err().code, Code::NotFound);
    assert_eq!(written(&book), before);
    // The direction of a tie can be reversed; an ended tie does not prevent it.
    book.tie_edit(first, &reports(ben, ana), &now).unwrap();
    assert_eq!(knows(&book, ana, &now), ["Ana manages Ben"]);
    let over = NewTie {
        until: "2020".into(),
        ..reports(cara, ana)
    };
    book.tie_add(&over, &now).unwrap();
    let again = book.tie_edit(first, &reports(dan, ana), &now).unwrap();
    assert_eq!(again.changes.people, [ana, ben, dan]);
}

#[test]
fn a_line_taken_back_alone_does_not_close_a_circle() {
    let (_place, book, now) = begin();
    let [ana, ben, cara, dan] = ["Ana", "Ben", "Cara", "Dan"].map(|name| add(&book, name, &now));
    let reports = |person, other| tie(person, other, TieKind::ReportsTo);
    let first = book.tie_add(&reports(ana, ben), &now).unwrap().value;
    book.tie_add(&reports(ben, cara), &now).unwrap();
    book.tie_add(&reports(dan, ana), &now).unwrap();
    let removed = book.tie_remove(first, &now).unwrap().operation.unwrap();
    book.tie_add(&reports(cara, dan), &now).unwrap();
    let before = written(&book);
    let refused = book.undo_operation(removed, &now).unwrap_err();
    assert!(refused.message.contains("circle"), "{refused}");
    assert_eq!(written(&book), before);
}

#[test]
fn who_was_changed_since_keeps_their_ties_when_an_older_step_is_taken_back() {
    let (_place, book, now) = begin();
    let [ana, ben, cara] = ["Ana", "Ben", "Cara"].map(|name| add(&book, name, &now));
    let tied = book.tie_add(&tie(ana, ben, TieKind::Knows), &now).unwrap();
    book.tie_add(&tie(cara, ben, TieKind::Knows), &now).unwrap();
    let kept = book
        .undo_operation(tied.operation.unwrap(), &now)
        .unwrap()
        .value
        .kept;
    assert_eq!(kept.iter().map(|kept| kept.id).collect::<Vec<_>>(), [ben]);
    assert_eq!(knows(&book, ana, &now), ["Ana knows Ben"]);
}

#[test]
fn ties_to_the_trash_are_out_of_sight_come_back_and_go_for_good_with_it() {
    let (_place, book, now) = begin();
    let [ana, ben] = ["Ana", "Ben"].map(|name| add(&book, name, &now));
    let cara = add(&book, "Cara", &now);
    // A tie that is removed before Ben is deleted, so that only the undo history has it.
    let short = book.tie_add(&tie(cara, ben, TieKind::Knows), &now).unwrap();
    book.tie_remove(short.value, &now).unwrap();
    let id = book
        .tie_add(&tie(ana, ben, TieKind::Mentors), &now)
        .unwrap()
        .value;
    book.tie_edit(id, &tie(ana, ben, TieKind::Introduced), &now)
        .unwrap();
    book.tie_add(&tie(ben, cara, TieKind::ClientOf), &now)
        .unwrap();
    book.people_trash(&[ben], &now).unwrap();
    assert!(knows(&book, ana, &now).is_empty());
    book.people_restore(&[ben], &now).unwrap();
    assert_eq!(knows(&book, ana, &now), ["Ana introduced Ben"]);
    assert_eq!(knows(&book, cara, &now), ["Cara has as a client Ben"]);
    book.people_trash(&[ben], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert!(!written(&book).contains("introduced"));
    let history = book.history(50, &now).unwrap();
    assert!(
        history.iter().all(|step| !step.subject.contains("Ben")),
        "{history:?}"
    );
    // The rest of the history can still be undone.
    while book.undo(&now).is_ok() {}
    assert!(
        book.people_ids(&PeopleFilter::default(), &now)
            .unwrap()
            .is_empty()
    );
}

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Theo Marsh\r\nUID:theo-1\r\n\
    RELATED;TYPE=co-worker;VALUE=text:Łukasz Wilczyn\r\n\
    item1.X-ABRELATEDNAMES:Ana Brook\r\nitem1.X-ABLabel:_$!<Manager>!$_\r\n\
    item2.X-ABRELATEDNAMES:Dana Fox\r\nitem2.X-ABLabel:_$!<Assistant>!$_\r\n\
    item3.X-ABRELATEDNAMES:Nobody Here\r\nitem3.X-ABLabel:_$!<Friend>!$_\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ana Brook\r\nN:Brook;Ana;;;\r\nUID:urn:uuid:0a-ana\r\n\
    RELATED;TYPE=spouse:urn:uuid:0b-lukasz\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Lukasz Wilczyn\r\nUID:0b-lukasz\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Dana Fox\r\nUID:dana-1\r\nEND:VCARD\r\n";

#[test]
fn what_cards_say_of_one_another_is_proposed() {
    let (_place, book, now) = begin();
    import(&book, CARDS, &now);
    assert_eq!(
        proposed(&book, &now),
        [
            "Ana Brook knows Lukasz Wilczyn, close: Written on Ana’s card",
            "Theo Marsh works with Lukasz Wilczyn, colleague: Written on Theo’s card",
            "Theo Marsh reports to Ana Brook, colleague: Written on Theo’s card",
            "Dana Fox reports to Theo Marsh, colleague: Written on Theo’s card",
        ]
    );
    let [ana, dana] = ["Ana", "Dana"].map(|name| named(&book, name, &now));
    let of_ana: Vec<String> = book
        .ties_of(ana, &now)
        .unwrap()
        .proposed
        .iter()
        .map(said)
        .collect();
    assert_eq!(of_ana.len(), 2, "{of_ana:?}");
    // With two people of the same name a mention by name is ambiguous.
    let other_dana = add(&book, "Dana Fox", &now);
    assert_eq!(book.ties_proposed(9, &now).unwrap().total, 3);
    assert!(book.ties_of(dana, &now).unwrap().proposed.is_empty());
    book.people_trash(&[other_dana], &now).unwrap();
    assert_eq!(book.ties_of(dana, &now).unwrap().proposed.len(), 1);
    // The same card again, with fewer mentions.
    let again = CARDS.replace("RELATED;TYPE=co-worker;VALUE=text:Łukasz Wilczyn\r\n", "");
    import(&book, &again, &now);
    assert_eq!(book.ties_proposed(9, &now).unwrap().total, 3);
    book.undo(&now).unwrap();
    assert_eq!(book.ties_proposed(9, &now).unwrap().total, 4);
}

#[test]
fn teams_and_talks_are_proposed_and_the_strongest_reason_is_told() {
    let (_place, book, now) = begin();
    let at = |name: &str, department: &str| add_at(&book, name, "Tarn Biologics", department, &now);
    let [hannah, ilse] = ["Hannah", "Ilse"].map(|name| at(name, "Laboratories"));
    let [mei, owen] = [("Mei", "laboratories "), ("Owen", "")].map(|(name, of)| at(name, of));
    let zoe = add(&book, "Zoe", &now);
    log(&book, &[hannah, ilse, zoe], "26 february", &now);
    log(&book, &[mei, zoe], "2025-12-01", &now);
    assert_eq!(
        proposed(&book, &now),
        [
            "Hannah works with Ilse, colleague: Same department at Tarn Biologics",
            "Hannah works with Mei, colleague: Same department at Tarn Biologics",
            "Ilse works with Mei, colleague: Same department at Tarn Biologics",
            "Hannah knows Zoe, a little: Both in your talk on 26 February",
            "Ilse knows Zoe, a little: Both in your talk on 26 February",
            "Mei knows Zoe, a little: Both in your talk on 1 December 2025",
            "Hannah works with Owen, not sure: Same organisation, 4 people in all",
            "Ilse works with Owen, not sure: Same organisation, 4 people in all",
            "Mei works with Owen, not sure: Same organisation, 4 people in all",
        ]
    );
    let likely: Vec<bool> = book
        .ties_proposed(9, &now)
        .unwrap()
        .ties
        .iter()
        .map(|tie| tie.likely)
        .collect();
    assert_eq!(likely.iter().filter(|likely| **likely).count(), 6);
    let of_zoe: Vec<String> = book
        .ties_of(zoe, &now)
        .unwrap()
        .proposed
        .iter()
        .map(said)
        .collect();
    assert_eq!(
        of_zoe[0],
        "Zoe knows Hannah, a little: Both in your talk on 26 February"
    );
    // Two decisions in one step, yes and no; one pair is given in reverse order.
    let (yes, no) = (
        [pair(ilse, hannah), pair(zoe, mei)],
        [pair(owen, mei), pair(mei, ilse)],
    );
    let done = and_back(&book, &now, || book.ties_decide(&yes, &no, &now).unwrap());
    assert_eq!(done.value, 2);
    assert_eq!(done.changes.people, [hannah, ilse, mei, owen, zoe]);
    assert_eq!(book.ties_proposed(0, &now).unwrap().total, 5);
    assert_eq!(knows(&book, zoe, &now), ["Zoe knows Mei"]);
    // Decisions on pairs that are not proposed are ignored.
    let nothing = book
        .ties_decide(&yes, &[pair(hannah, PersonId(99))], &now)
        .unwrap();
    assert_eq!((nothing.value, nothing.operation), (0, None));
    assert_eq!(book.ties_decide(&[], &[], &now).unwrap().value, 0);
    // Ended and declined ties are not proposed again. Adding a tie by hand revokes the refusal.
    let id = book.ties_of(zoe, &now).unwrap().ties[0].id;
    let over = NewTie {
        until: "2026".into(),
        ..tie(mei, zoe, TieKind::Knows)
    };
    book.tie_edit(id, &over, &now).unwrap();
    and_back(&book, &now, || {
        book.tie_add(&tie(mei, owen, TieKind::Knows), &now).unwrap()
    });
    assert_eq!(book.ties_proposed(0, &now).unwrap().total, 5);
    // People in the trash are not proposed; nine people in a department are too many for a team.
    book.people_trash(&[hannah], &now).unwrap();
    assert!(
        proposed(&book, &now)
            .iter()
            .all(|said| !said.contains("Hannah"))
    );
    for n in 0..7 {
        at(&format!("Lab {n}"), "Laboratories");
    }
    assert!(
        proposed(&book, &now)
            .iter()
            .all(|said| !said.contains("Tarn")),
        "nine in all"
    );
}

#[test]
fn cards_that_report_in_a_circle_become_no_circle() {
    let (_place, book, now) = begin();
    let card = |name: &str, boss: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nX-MANAGER:{boss}\r\nEND:VCARD\r\n")
    };
    import(
        &book,
        &[card("Ana", "Ben"), card("Ben", "Cara"), card("Cara", "Ana")].concat(),
        &now,
    );
    let all = book.ties_proposed(9, &now).unwrap().ties;
    let pairs: Vec<TiePair> = all
        .iter()
        .map(|tie| pair(tie.person.id, tie.other.id))
        .collect();
    assert_eq!(book.ties_decide(&pairs, &[], &now).unwrap().value, 3);
    let cara = named(&book, "Cara", &now);
    assert_eq!(
        knows(&book, cara, &now),
        ["Cara works with Ana", "Cara manages Ben"]
    );
}

#[test]
fn ties_go_with_the_book_and_with_an_import_taken_back() {
    let (place, book, now) = begin();
    import(&book, CARDS, &now);
    let imported = book.history(1, &now).unwrap()[0].id;
    let [ana, dana] = ["Ana", "Dana"].map(|name| named(&book, name, &now));
    let zoe = add(&book, "Zoe", &now);
    let full = NewTie {
        note: "said so".into(),
        since: "2019".into(),
        ..tie(zoe, ana, TieKind::Mentors)
    };
    book.tie_add(&full, &now).unwrap();
    let theo = named(&book, "Theo", &now);
    book.ties_decide(&[], &[pair(theo, dana)], &now).unwrap();
    let json = written(&book);
    let back = read_back(&json, &place.folder.path().join("back.kith"));
    assert_eq!(written(&back), json);
    assert_eq!(knows(&back, ana, &now), ["Ana Brook is mentored by Zoe"]);
    assert_eq!(proposed(&back, &now), proposed(&book, &now));
    // Imported people who were tied or decided on since stay; the other is removed.
    let kept = book.undo_operation(imported, &now).unwrap().value.kept;
    assert_eq!(
        kept.iter().map(|kept| kept.id).collect::<Vec<_>>(),
        [theo, ana, dana]
    );
    assert_eq!(knows(&book, zoe, &now), ["Zoe mentors Ana Brook"]);
}

/// Random cards, jobs and conversations of a few people, who are given by their numbers.
#[derive(Clone, Debug)]
struct Said {
    /// The number of the UID of each person's card. Two people may have the same.
    uids: Vec<usize>,
    /// The number of the name of each person.
    names: Vec<usize>,
    in_trash: usize,
    /// Mentions on cards: whose card, whom it names, whether by UID, and the relation's number.
    mentions: Vec<(usize, usize, bool, usize)>,
    /// Jobs: person, organisation, department.
    jobs: Vec<(usize, usize, usize)>,
    talks: Vec<Vec<usize>>,
    /// Decisions: the index among all proposed ties, and yes or no.
    decided: Vec<(usize, bool)>,
}

const FEW: usize = 9;

fn what_is_said() -> impl Strategy<Value = Said> {
    let one = || 0..FEW;
    (
        vec(one(), FEW),
        vec(one(), FEW),
        one(),
        vec((one(), one(), any::<bool>(), 0..4_usize), 0..14),
        vec((one(), 0..3_usize, 0..3_usize), 0..9),
        vec(vec(one(), 2..5), 0..3),
        vec((0..20_usize, any::<bool>()), 0..6),
    )
        .prop_map(
            |(uids, names, in_trash, mentions, jobs, talks, decided)| Said {
                uids,
                names,
                in_trash,
                mentions,
                jobs,
                talks,
                decided,
            },
        )
}

impl Said {
    fn put(&self, book: &Book, now: &Moment) -> Vec<PersonId> {
        let people: Vec<PersonId> = self
            .names
            .iter()
            .map(|n| add(book, NAMES[*n], now))
            .collect();
        for (person, house, team) in &self.jobs {
            let job = DetailEdit::Affiliation {
                id: None,
                organisation: format!("House {house}"),
                role: String::new(),
                department: ["", "One", "Two"][*team].into(),
                since: String::new(),
                until: String::new(),
            };
            book.person_edit(people[*person], &job, now).unwrap();
        }
        for talk in &self.talks {
            let mut who: Vec<PersonId> = talk.iter().map(|n| people[*n]).collect();
            who.sort_unstable();
            who.dedup();
            log(book, &who, "9 days ago", now);
        }
        let mut file = rusqlite::Connection::open(book.file()).unwrap();
        let filling = file.transaction().unwrap();
        filling
            .execute(
                "INSERT INTO blobs (id, sha256, bytes) VALUES (1, x'00', x'00')",
                [],
            )
            .unwrap();
        for (person, uid) in people.iter().zip(&self.uids) {
            let urn = ["", "urn:uuid:"][uid % 2];
            filling
                .execute(
                    "INSERT INTO source_cards (person_id, blob_id, file_name, number, line, imported_at, uid, is_primary, reading) \
                     VALUES (?1, 1, 'a.vcf', 1, 1, '2026-01-01T00:00:00Z', ?2, 1, '')",
                    (person.0, format!("{urn}{uid}")),
                )
                .unwrap();
        }
        for (person, of, by_uid, relation) in &self.mentions {
            let (name, uid) = match by_uid {
                true => (String::new(), Some(self.uids[*of].to_string())),
                false => (NAMES[self.names[*of]].to_lowercase(), None),
            };
            let relation = ["manager", "friend", "", "assistant"][*relation];
            filling
                .execute(
                    "INSERT INTO card_mentions (person_id, folded_name, uid, relation) VALUES (?1, ?2, ?3, ?4)",
                    (people[*person].0, name, uid, relation),
                )
                .unwrap();
        }
        filling.commit().unwrap();
        book.people_trash(&[people[self.in_trash]], now).unwrap();
        people
    }
}

const NAMES: [&str; FEW] = [
    "Ana Brook",
    "Ben Ito",
    "Cara Lund",
    "Dana Fox",
    "Emil Ray",
    "Finn Sol",
    "Gro Vik",
    "Ida Holm",
    "Jon Ek",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// A person's page, the list of all proposals and a decision use different queries. They must agree.
    #[test]
    fn what_is_proposed_is_the_same_wherever_it_is_read(said in what_is_said()) {
        let (_place, book, now) = begin();
        let people = said.put(&book, &now);
        let all = book.ties_proposed(1000, &now).unwrap().ties;
        let told = |tie: &ProposedTie| {
            let pair = [tie.person.id, tie.other.id];
            let pair = if tie.kind == TieKind::ReportsTo { pair } else { [pair[0].min(pair[1]), pair[0].max(pair[1])] };
            (pair, tie.kind, tie.closeness, tie.reason.clone())
        };
        for person in &people {
            let of = all.iter().filter(|tie| [tie.person.id, tie.other.id].contains(person));
            let page = book.ties_of(*person, &now).unwrap().proposed;
            prop_assert_eq!(page.iter().map(told).collect::<Vec<_>>(), of.map(told).collect::<Vec<_>>());
        }
        let (mut yes, mut no) = (Vec::new(), Vec::new());
        for (at, agreed) in &said.decided {
            let Some(tie) = all.get(*at) else { continue };
            let pair = pair(tie.other.id, tie.person.id);
            if !yes.contains(&pair) && !no.contains(&pair) {
                if *agreed { yes.push(pair) } else { no.push(pair) }
            }
        }
        let decided = book.ties_decide(&yes, &no, &now).unwrap();
        prop_assert_eq!(decided.value as usize, yes.len());
        let left = book.ties_proposed(0, &now).unwrap().total as usize;
        prop_assert_eq!(left, all.len() - yes.len() - no.len());
    }
}

#[test]
fn five_thousand_ties_on_one_person_are_shown_in_part() {
    let (_place, book, now) = begin();
    let hub = add(&book, "Hub", &now);
    let mut file = rusqlite::Connection::open(book.file()).unwrap();
    let filling = file.transaction().unwrap();
    for n in 1..=5000_i64 {
        let id = hub.0 + n;
        filling
            .execute(
                "INSERT INTO people (id, uuid, display_name, prefix, given, additional, family, suffix, nickname, sort_key, created_at) \
                 VALUES (?1, ?1, 'P' || ?1, '', '', '', '', '', '', 'p' || ?1, '2026-01-01T00:00:00Z')",
                [id],
            )
            .unwrap();
        let closeness = if n == 4321 { "close" } else { "little" };
        filling
            .execute(
                "INSERT INTO ties (person_id, other_id, kind, closeness, source, note, noted_on) \
                 VALUES (?1, ?2, 'knows', ?3, 'by_hand', '', '2026-01-01')",
                (hub.0, id, closeness),
            )
            .unwrap();
    }
    filling.commit().unwrap();
    let begun = std::time::Instant::now();
    let knows = book.ties_of(hub, &now).unwrap();
    assert!(
        begun.elapsed() < std::time::Duration::from_secs(2),
        "{:?}",
        begun.elapsed()
    );
    assert_eq!((knows.ties.len(), knows.more), (200, 4800));
    assert_eq!(knows.ties[0].with.id, PersonId(hub.0 + 4321));
}

#[test]
fn organisations_are_found_and_filter_the_list() {
    let (_place, book, now) = begin();
    let ana = add_at(&book, "Ana", "St Alder Hospitals", "", &now);
    add_at(&book, "Ben", "St Alder Hospitals", "", &now);
    add_at(&book, "Cara", "Alderwick Labs", "", &now);
    let gone = add_at(&book, "Dan", "Alder Audit", "", &now);
    book.people_trash(&[gone], &now).unwrap();
    let found = book.organisations_find("alder", 9).unwrap();
    let names: Vec<(&str, u32)> = found
        .iter()
        .map(|one| (one.name.as_str(), one.people))
        .collect();
    assert_eq!(names, [("Alderwick Labs", 1), ("St Alder Hospitals", 2)]);
    let OrganisationFound { id, .. } = found[1];
    assert_eq!(book.organisation(id).unwrap(), found[1]);
    let filter = PeopleFilter {
        organisation: Some(id),
        ..PeopleFilter::default()
    };
    let there = book.people_outline(&filter, &now).unwrap().total;
    let page = book.person_page(ana, &now).unwrap();
    let job = DetailEdit::Affiliation {
        id: Some(page.affiliations[0].id),
        organisation: "St Alder Hospitals".into(),
        role: String::new(),
        department: String::new(),
        since: String::new(),
        until: "2024".into(),
    };
    book.person_edit(ana, &job, &now).unwrap();
    assert_eq!(
        (there, book.people_outline(&filter, &now).unwrap().total),
        (2, 1)
    );
    assert_eq!(book.organisations_find("alder", 1).unwrap().len(), 1);
    let person = NewPerson {
        name: "Eve".into(),
        ..NewPerson::default()
    };
    book.person_add(&person, &now).unwrap();
    assert_eq!(
        book.people_find("eve", &filter, 5, &now)
            .unwrap()
            .rows
            .len(),
        0
    );
}

#[test]
fn ties_of_whom_i_keep_close_are_proposed_first() {
    let (_place, book, now) = begin();
    for name in ["Ana", "Ben"] {
        add_at(&book, name, "First", "Design", &now);
    }
    let cy = add_at(&book, "Cy", "Second", "Design", &now);
    add_at(&book, "Dora", "Second", "Design", &now);
    assert!(proposed(&book, &now)[0].contains("Ana"));
    keep(&book, cy, 30, &now);
    assert!(proposed(&book, &now)[0].contains("Cy"));
}

#[test]
fn what_i_took_away_is_not_proposed_again_and_can_be_tied_anew() {
    let (_place, book, now) = begin();
    let ana = add_at(&book, "Ana", "First", "Design", &now);
    let ben = add_at(&book, "Ben", "First", "Design", &now);
    book.ties_decide(&[pair(ana, ben)], &[], &now).unwrap();
    let tied = book.ties_of(ana, &now).unwrap().ties[0].id;
    book.tie_remove(tied, &now).unwrap();
    assert!(proposed(&book, &now).is_empty());
    book.undo(&now).unwrap();
    book.tie_remove(tied, &now).unwrap();
    book.tie_add(&tie(ana, ben, TieKind::Knows), &now).unwrap();
    assert_eq!(book.ties_of(ben, &now).unwrap().ties.len(), 1);
}
