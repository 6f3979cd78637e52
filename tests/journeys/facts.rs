//! Lines about the whole person.

use kith_core::export::CardStyle;
use kith_core::facts::{Fact, FactKind, NewFact};
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Moment, PersonId};

use crate::talks::{add, and_back, noon};
use crate::{Place, read_back, written};

fn begin() -> (Place, Book, Moment) {
    let place = Place::new();
    let now = noon("2026-03-10");
    let book = Book::open(&place.file(), &now).unwrap();
    (place, book, now)
}

fn line(kind: FactKind, text: &str) -> NewFact {
    NewFact {
        kind,
        text: text.into(),
        private: false,
    }
}

fn texts(book: &Book, person: PersonId) -> Vec<String> {
    let facts = book.facts_of(person).unwrap().into_iter();
    facts.map(|fact| fact.text).collect()
}

#[test]
fn a_line_is_added_corrected_and_removed_and_each_taken_back() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    let family = line(FactKind::Family, " Her father \n is in care ");
    let id = and_back(&book, &now, || {
        book.fact_add(ana, &family, &now).unwrap().value
    });
    and_back(&book, &now, || {
        book.fact_add(ana, &line(FactKind::Interest, "Long rides"), &now)
            .unwrap()
    });
    assert_eq!(texts(&book, ana), ["Long rides", "Her father is in care"]);
    let private = NewFact {
        private: true,
        ..family
    };
    and_back(&book, &now, || book.fact_edit(id, &private, &now).unwrap());
    let shown = book.facts_of(ana).unwrap().pop().unwrap();
    assert_eq!(
        shown,
        Fact {
            id,
            kind: FactKind::Family,
            text: "Her father is in care".into(),
            private: true
        }
    );
    // The same again is no step to take back.
    let again = book.fact_edit(id, &private, &now).unwrap();
    assert_eq!(again.operation, None);
    and_back(&book, &now, || book.fact_remove(id, &now).unwrap());
    assert_eq!(texts(&book, ana), ["Long rides"]);
    let history = book.history(1, &now).unwrap();
    assert_eq!(history[0].subject, "Ana Brook");
}

#[test]
fn what_is_no_line_is_refused_where_it_stands() {
    let (_place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    for text in ["", " \n ", &"long ".repeat(41)] {
        let refused = book
            .fact_add(ana, &line(FactKind::Other, text), &now)
            .unwrap_err();
        assert_eq!(
            (refused.code, refused.field.as_deref()),
            (Code::Invalid, Some("text"))
        );
    }
    let id = book
        .fact_add(ana, &line(FactKind::Other, &"å".repeat(200)), &now)
        .unwrap()
        .value;
    book.fact_remove(id, &now).unwrap();
    let gone = book
        .fact_edit(id, &line(FactKind::Other, "x"), &now)
        .unwrap_err();
    assert_eq!(gone.code, Code::NotFound);
    assert_eq!(book.fact_remove(id, &now).unwrap_err().code, Code::NotFound);
}

#[test]
fn a_line_is_found_goes_with_its_person_and_comes_back_from_json_but_leaves_in_no_card() {
    let (place, book, now) = begin();
    let ana = add(&book, "Ana Brook", &now);
    book.fact_add(ana, &line(FactKind::Cause, "A coding club for girls"), &now)
        .unwrap();
    let finds = |book: &Book| {
        let found = book.people_find("coding club", &PeopleFilter::default(), 9, &now);
        found.unwrap().rows.len()
    };
    assert_eq!(finds(&book), 1);
    let mut card = Vec::new();
    book.write_cards(None, CardStyle::Version4, &mut card, &|| false)
        .unwrap();
    assert!(!String::from_utf8(card).unwrap().contains("coding"));
    let copy = read_back(&written(&book), &place.folder.path().join("copy.kith"));
    assert_eq!(written(&copy), written(&book));
    assert_eq!((texts(&copy, ana).len(), finds(&copy)), (1, 1));
    book.people_trash(&[ana], &now).unwrap();
    assert_eq!(finds(&book), 0);
    book.people_restore(&[ana], &now).unwrap();
    assert_eq!((texts(&book, ana).len(), finds(&book)), (1, 1));
    book.people_trash(&[ana], &now).unwrap();
    book.trash_empty(None).unwrap();
    assert!(!written(&book).contains("coding"));
}
