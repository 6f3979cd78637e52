//! Undo of operations that touch the same rows.

use crate::backups::{self, Why};
use crate::book::Book;
use crate::change::OperationKind;
use crate::details::{DetailEdit, NewPerson};
use crate::moment::Moment;
use crate::people_list::PeopleFilter;
use crate::undo::Operation;
use crate::{Code, PersonId};

fn now() -> Moment {
    Moment {
        utc: "2026-03-10T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    (folder, book)
}

fn add(book: &Book, name: &str) -> PersonId {
    let person = NewPerson {
        name: name.into(),
        ..NewPerson::default()
    };
    book.person_add(&person, &now()).unwrap().value
}

fn tag(book: &Book, id: PersonId, name: &str) {
    book.person_edit(id, &DetailEdit::AddTag { name: name.into() }, &now())
        .unwrap();
}

fn untag(book: &Book, id: PersonId) -> crate::OperationId {
    let tag = book.person_page(id, &now()).unwrap().tags[0].id;
    book.person_edit(id, &DetailEdit::RemoveTag { id: tag }, &now())
        .unwrap()
        .operation
        .unwrap()
}

fn tags(book: &Book, id: PersonId) -> Vec<String> {
    book.person_page(id, &now())
        .unwrap()
        .tags
        .into_iter()
        .map(|tag| tag.name)
        .collect()
}

#[test]
fn a_tag_taken_from_everybody_comes_back_to_the_one_asked_for() {
    let (_folder, book) = book();
    let (a, b) = (add(&book, "A"), add(&book, "B"));
    tag(&book, a, "x");
    tag(&book, b, "x");
    let first = untag(&book, a);
    untag(&book, b);
    assert!(book.tags_list().unwrap().is_empty());
    tag(&book, b, "X");
    book.undo_operation(first, &now()).unwrap();
    assert_eq!(
        (tags(&book, a), tags(&book, b)),
        (vec!["x".to_owned()], vec!["x".to_owned()])
    );
}

#[test]
fn emptying_the_trash_does_not_block_undo() {
    let (_folder, book) = book();
    let (a, b) = (add(&book, "A"), add(&book, "B"));
    tag(&book, a, "x");
    tag(&book, b, "x");
    book.people_trash(&[b], &now()).unwrap();
    untag(&book, a);
    book.trash_empty(None).unwrap();
    book.undo(&now()).unwrap();
    assert_eq!(tags(&book, a), ["x"]);
    while book.undo(&now()).is_ok() {}
    assert!(
        book.people_ids(&PeopleFilter::default(), &now())
            .unwrap()
            .is_empty()
    );
    assert_eq!(book.undo(&now()).unwrap_err().code, Code::NothingToUndo);
}

#[test]
fn two_undos_at_once_take_two_steps_back() {
    for _ in 0..20 {
        let (_folder, book) = book();
        let a = add(&book, "A");
        tag(&book, a, "one");
        tag(&book, a, "two");
        std::thread::scope(|scope| {
            scope.spawn(|| book.undo(&now()).unwrap());
            scope.spawn(|| book.undo(&now()).unwrap());
        });
        assert!(tags(&book, a).is_empty());
        book.redo(&now()).unwrap();
        book.redo(&now()).unwrap();
        assert_eq!(tags(&book, a), ["one", "two"]);
    }
}

#[test]
fn where_everybody_stays_nothing_was_undone() {
    let (_folder, book) = book();
    let a = add(&book, "Ana Berg");
    let rename = DetailEdit::Name {
        display: "Ana Dahl".into(),
        parts: None,
    };
    let renamed = book
        .person_edit(a, &rename, &now())
        .unwrap()
        .operation
        .unwrap();
    book.person_edit(a, &DetailEdit::Nickname { value: "An".into() }, &now())
        .unwrap();
    let undone = book.undo_operation(renamed, &now()).unwrap();
    assert_eq!(undone.value.kept.len(), 1);
    assert_eq!(undone.operation, None);
    book.undo(&now()).unwrap();
    book.undo(&now()).unwrap();
    assert_eq!(
        book.person_page(a, &now()).unwrap().name.display,
        "Ana Berg"
    );
}

/// What Undo says of the step that it took back: its kind, whom it names and how many.
fn took_back(book: &Book) -> Option<(OperationKind, String, u32)> {
    let done = book.undo(&now()).ok()?;
    let Operation {
        kind,
        subject,
        count,
        ..
    } = done.value.operation;
    Some((kind, subject, count))
}

#[test]
fn whoever_is_gone_for_good_is_in_no_step() {
    let (_folder, book) = book();
    let (a, b) = (add(&book, "A"), add(&book, "B"));
    tag(&book, b, "x");
    book.people_trash(&[b], &now()).unwrap();
    book.trash_empty(None).unwrap();
    let steps = book.history(9, &now()).unwrap();
    let can: Vec<_> = steps.iter().filter(|step| step.can_undo).collect();
    assert_eq!(can.len(), 1, "{steps:?}");
    for step in steps.iter().filter(|step| !step.can_undo) {
        let refused = book.undo_operation(step.id, &now()).unwrap_err();
        assert_eq!(refused.code, Code::NothingToUndo);
    }
    let added = Some((OperationKind::AddPerson, "A".to_owned(), 1));
    assert_eq!(took_back(&book), added);
    assert_eq!(took_back(&book), None);
    book.redo(&now()).unwrap();
    assert_eq!(
        book.people_ids(&PeopleFilter::default(), &now()).unwrap(),
        [a]
    );
    assert_eq!(
        book.redo(&now()).unwrap_err().code,
        Code::NothingToUndo,
        "a redo of what is gone"
    );
}

#[test]
fn a_step_of_several_counts_those_who_are_left() {
    let (_folder, book) = book();
    let ids = ["A", "B", "C"].map(|name| add(&book, name));
    book.people_trash(&ids, &now()).unwrap();
    book.trash_empty(Some(&ids[..2])).unwrap();
    let trash = Some((OperationKind::Trash, String::new(), 1));
    assert_eq!(took_back(&book), trash);
    assert_eq!(
        book.people_ids(&PeopleFilter::default(), &now()).unwrap(),
        [ids[2]]
    );
}

#[test]
fn what_was_taken_back_of_people_who_are_gone_is_not_done_again() {
    let (_folder, book) = book();
    let a = add(&book, "A");
    book.people_trash(&[a], &now()).unwrap();
    book.people_restore(&[a], &now()).unwrap();
    book.undo(&now()).unwrap();
    book.trash_empty(None).unwrap();
    let again = book.redo(&now());
    assert_eq!(again.unwrap_err().code, Code::NothingToUndo);
}

#[test]
fn people_who_went_with_time_are_in_no_step_either() {
    let (_folder, book) = book();
    let a = add(&book, "A");
    book.people_trash(&[a], &now()).unwrap();
    let in_days = |days: i64| Moment {
        utc: now().utc + chrono::Duration::days(days),
        ..now()
    };
    // A step of the 20th day about somebody who goes for good after 30 days on which Kith ran.
    let tag = DetailEdit::AddTag { name: "x".into() };
    for day in 1..=32 {
        if day == 20 {
            book.person_edit(a, &tag, &in_days(day)).unwrap();
        }
        book.daily(&in_days(day)).unwrap();
    }
    assert_eq!(book.trash_list(&in_days(32)).unwrap().len(), 0);
    assert_eq!(took_back(&book), None);
}

#[test]
fn no_step_leads_back_over_a_backup_that_was_restored() {
    let (folder, book) = book();
    let file = folder.path().join("book.kith");
    add(&book, "A");
    let backup = book.backup_now(Why::ByHand, &now()).unwrap().value;
    add(&book, "B");
    drop(book);
    backups::restore(&file, &backup.name, &now()).unwrap();
    let book = Book::open(&file, &now()).unwrap();
    assert_eq!(took_back(&book), None);
    let steps = book.history(9, &now()).unwrap();
    assert_eq!(
        (steps[0].kind, steps[0].subject.as_str(), steps[0].can_undo),
        (
            OperationKind::RestoreBackup,
            backup.taken_at.as_str(),
            false
        )
    );
    add(&book, "C");
    assert!(took_back(&book).is_some());
    assert_eq!(took_back(&book), None);
    book.redo(&now()).unwrap();
    // By itself, from the history, a change from before can still be taken back.
    book.undo_operation(steps[1].id, &now()).unwrap();
    let names = book.people_window(&PeopleFilter::default(), 0, 9, &now());
    let names: Vec<_> = names.unwrap().into_iter().map(|row| row.name).collect();
    assert_eq!(names, ["C"]);
}

#[test]
fn no_step_leads_back_over_a_book_that_was_read() {
    let (folder, book) = book();
    let (file, json) = (
        folder.path().join("book.kith"),
        folder.path().join("mine.json"),
    );
    add(&book, "A");
    book.write_json(std::fs::File::create(&json).unwrap())
        .unwrap();
    drop(book);
    crate::export::replace_from_json(&file, &json, &now()).unwrap();
    let book = Book::open(&file, &now()).unwrap();
    assert_eq!(took_back(&book), None);
    let steps = book.history(9, &now()).unwrap();
    assert_eq!(
        (steps[0].kind, steps[0].subject.as_str()),
        (OperationKind::ReadBook, "mine.json")
    );
}
