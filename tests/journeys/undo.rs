//! Undo and redo, compared over the whole book.

use kith_core::pages::PersonPage;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::Category;
use kith_core::{Book, Code, OperationId, PersonId};
use proptest::prelude::*;

use crate::random_steps::{Step, is_sound, rings, steps, take};
use crate::{Place, minute, read_back, written};

/// The text of a book after each change that can be undone. The first is the state before any change.
struct Walked {
    states: Vec<String>,
    operations: Vec<OperationId>,
}

/// Makes the steps. A step that is refused or changes nothing must leave the book equal.
fn walk(book: &Book, steps: &[Step]) -> Walked {
    let mut walked = Walked {
        states: vec![written(book)],
        operations: Vec::new(),
    };
    for (n, step) in steps.iter().enumerate() {
        let taken = take(book, step, &minute(n as i64));
        let after = written(book);
        is_sound(book);
        match taken {
            Ok(Some((_, Some(operation)))) => {
                walked.states.push(after);
                walked.operations.push(operation);
            }
            Ok(_) => assert_eq!(
                &after,
                walked.states.last().unwrap(),
                "{step:?} did more than it said"
            ),
            Err(error) => {
                assert_eq!(error.code, Code::Invalid, "{step:?}: {error:?}");
                assert_eq!(
                    &after,
                    walked.states.last().unwrap(),
                    "{step:?} was refused and changed something"
                );
            }
        }
    }
    walked
}

/// Checks that search and reminders are as in a book whose index and reminders are rebuilt from the same
/// rows.
fn finds_what_is_there(book: &Book) {
    is_sound(book);
    let anew = Place::new();
    let fresh = read_back(&written(book), &anew.folder.path().join("anew.kith"));
    fresh.reminders_begin(&minute(0)).unwrap();
    assert_eq!(rings(book), rings(&fresh));
    let everyone = PeopleFilter::default();
    let typed = [
        "z",
        "zo",
        "zoe",
        "lukasz",
        "wil",
        "obrien",
        "pelagic",
        "strasse",
        "555 0148",
        "2025550123",
        "tarn.example",
        "forum",
        "optics",
        "evil",
        "quoted",
        "han",
        "mira",
        "al",
        "2020",
        "x",
    ];
    for text in typed {
        let mut answers = [book, &fresh].map(|book| {
            let found = book.people_find(text, &everyone, 500, &minute(0)).unwrap();
            found
                .rows
                .into_iter()
                .map(|found| found.row.id)
                .collect::<Vec<_>>()
        });
        answers.iter_mut().for_each(|ids| ids.sort());
        assert_eq!(answers[0], answers[1], "{text}");
    }
}

/// A person's page without values that depend on the whole book: counts, kinds, hours.
fn page(book: &Book, id: PersonId) -> Option<PersonPage> {
    let mut page = book.person_page(id, &minute(0)).ok()?;
    if let Some(kind) = page
        .relationship
        .as_mut()
        .and_then(|mine| mine.kind.as_mut())
    {
        kind.cadence_days = 0;
        kind.category = Category::Internal;
    }
    // Working hours belong to no person.
    for check_in in &mut page.check_ins {
        check_in.rings = None;
    }
    // Tags and organisations may be new ones with the same name but other ids.
    for tag in &mut page.tags {
        tag.id.0 = 0;
        tag.name = tag.name.to_lowercase();
    }
    for work in &mut page.affiliations {
        work.organisation = work.organisation.to_lowercase();
    }
    Some(page)
}

fn pages(book: &Book, ids: &[PersonId]) -> Vec<Option<PersonPage>> {
    ids.iter().map(|id| page(book, *id)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_give_back_every_state(steps in steps(14), back in 1..14_usize) {
        let place = Place::new();
        let book = place.open();
        let Walked { states, .. } = walk(&book, &steps);
        let changes = states.len() - 1;
        // Undo some changes and redo them, then all.
        for way in [back.min(changes), changes] {
            for n in (changes - way..changes).rev() {
                book.undo(&minute(100)).unwrap();
                prop_assert_eq!(&written(&book), &states[n], "undo to {}", n);
            }
            finds_what_is_there(&book);
            for state in &states[changes - way + 1..] {
                book.redo(&minute(100)).unwrap();
                prop_assert_eq!(&written(&book), state);
            }
        }
        prop_assert_eq!(book.redo(&minute(100)).unwrap_err().code, Code::NothingToUndo);
        finds_what_is_there(&book);
    }

    #[test]
    fn a_change_after_an_undo_is_undone_too_and_ends_redo(before in steps(6), undos in 1..6_usize, after in steps(6)) {
        let place = Place::new();
        let book = place.open();
        let first = walk(&book, &before);
        let undos = undos.min(first.operations.len());
        for _ in 0..undos {
            book.undo(&minute(50)).unwrap();
        }
        let start = first.states.len() - 1 - undos;
        let second = walk(&book, &after);
        let mut states = first.states[..start].to_vec();
        states.extend(second.states);
        for state in states.iter().rev().skip(1) {
            book.undo(&minute(100)).unwrap();
            prop_assert_eq!(&written(&book), state);
        }
        prop_assert_eq!(book.undo(&minute(100)).unwrap_err().code, Code::NothingToUndo);
        finds_what_is_there(&book);
    }

    #[test]
    fn one_change_is_undone_by_itself_and_who_was_changed_since_stays(
        steps in steps(12), which in 0..12_usize, undos in 0..4_usize,
    ) {
        let place = Place::new();
        let book = place.open();
        let Walked { states, operations } = walk(&book, &steps);
        let standing = operations.len().saturating_sub(undos);
        prop_assume!(standing > 0);
        for _ in 0..operations.len() - standing {
            book.undo(&minute(50)).unwrap();
        }
        let which = which % standing;
        let now = written(&book);
        let before_it = Place::new();
        let before_it = read_back(&states[which], &before_it.folder.path().join("then.kith"));
        let everyone: Vec<PersonId> = (1..20).map(PersonId).collect();
        let pages_now = pages(&book, &everyone);
        let after_it = Place::new();
        let after_it = read_back(&states[which + 1], &after_it.folder.path().join("then.kith"));
        let undone = match book.undo_operation(operations[which], &minute(100)) {
            Err(error) if error.message.contains("a circle of who reports") => {
                prop_assert_eq!(written(&book), now);
                return Ok(());
            }
            undone => undone.unwrap(),
        };
        let kept: Vec<PersonId> = undone.value.kept.iter().map(|kept| kept.id).collect();
        for (id, was) in everyone.iter().zip(pages_now) {
            let is = page(&book, *id);
            let touched = page(&before_it, *id) != page(&after_it, *id);
            if kept.contains(id) || !touched {
                prop_assert_eq!(is, was, "{} stays", id);
            } else {
                prop_assert_eq!(is, page(&before_it, *id), "{} goes back", id);
            }
        }
        finds_what_is_there(&book);
        // An undo can be redone and undone again.
        if undone.operation.is_some() {
            book.redo(&minute(101)).unwrap();
            prop_assert_eq!(written(&book), now);
        }
    }

    #[test]
    fn any_book_comes_back_from_json_equal(steps in steps(20)) {
        let place = Place::new();
        let book = place.open();
        walk(&book, &steps);
        let json = written(&book);
        let back = read_back(&json, &place.folder.path().join("back.kith"));
        prop_assert_eq!(written(&back), json);
    }
}

#[test]
fn the_history_says_what_each_change_was() {
    use crate::talks::{add_close, keep, noon, status};
    use kith_core::check_ins::Snooze;
    use kith_core::details::DetailEdit;
    use kith_core::keeping_close::RelationshipEdit;
    use kith_core::relationships::Status;

    let now = noon("2026-03-10");
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now).unwrap();
    let doug = add_close(&book, "Doug White", 45, &now);
    let eva = add_close(&book, "Eva Berg", 45, &now);
    let said = || book.history(1, &now).unwrap()[0].what.clone();
    assert_eq!(said(), "kept close, every 45 days, Manager");
    keep(&book, doug, 30, &now);
    assert_eq!(said(), "every 30 days instead of 45");
    status(&book, doug, Status::Paused, "3 april", &now);
    assert_eq!(said(), "paused until 3 April");
    status(&book, doug, Status::Active, "", &now);
    assert_eq!(said(), "taken up again");
    let kinds = book.kinds_list().unwrap();
    let kind = |at: usize| RelationshipEdit::Kind {
        id: Some(kinds[at].id),
    };
    book.relationship_edit(&[doug], &kind(4), &now).unwrap();
    assert_eq!(said(), format!("{} instead of Manager", kinds[4].name));
    // Of several people only what holds for all of them.
    book.relationship_edit(&[doug, eva], &RelationshipEdit::LetGo, &now)
        .unwrap();
    assert_eq!(said(), "no longer kept close");
    book.relationship_edit(&[doug, eva], &kind(5), &now)
        .unwrap();
    assert_eq!(said(), "");
    let note = DetailEdit::Note {
        id: None,
        body: "A secret".into(),
    };
    book.person_edit(doug, &note, &now).unwrap();
    assert_eq!(said(), "note added");
    let planned = book
        .check_in_plan(doug, "thursday", "", &now)
        .unwrap()
        .value;
    assert_eq!(said(), "Thu 12 March");
    book.check_in_edit(planned, "friday", "", &now).unwrap();
    assert_eq!(said(), "to Fri 13 March");
    let until = Snooze::On {
        when: "monday".into(),
    };
    book.check_in_snooze(&[planned], &until, &now).unwrap();
    assert_eq!(said(), "until Mon 16 March");
    // Who is gone for good leaves no words behind.
    book.people_trash(&[doug], &now).unwrap();
    book.trash_empty(None).unwrap();
    let history = book.history(100, &now).unwrap();
    assert!(history.iter().all(|one| one.subject != "Doug White"));
    assert!(
        history
            .iter()
            .filter(|one| one.subject.is_empty())
            .all(|one| one.what.is_empty())
    );
}
