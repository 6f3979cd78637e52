//! Undo of operations that touch the same rows.

use crate::book::Book;
use crate::details::{DetailEdit, NewPerson};
use crate::moment::Moment;
use crate::people_list::PeopleFilter;
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
