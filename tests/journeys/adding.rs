//! What is said of a person who is being added by hand.

use kith_core::details::NewPerson;
use kith_core::import::MatchReason;

use crate::{Place, minute};

#[test]
fn whoever_is_added_by_hand_is_compared_with_the_book_and_let_in_all_the_same() {
    let place = Place::new();
    let (book, now) = (place.open(), minute(0));
    let new = |name: &str, email: &str, phone: &str| NewPerson {
        name: name.into(),
        email: email.into(),
        phone: phone.into(),
        ..NewPerson::default()
    };
    for person in [
        new("Ana Berg", "ana@berg.example", "+47 22 55 01 00"),
        new("Ánä Berg", "", ""),
        new("Bo Dahl", "bo@dahl.example", ""),
    ] {
        book.person_add(&person, &now).unwrap();
    }
    let said = |person: &NewPerson| -> Vec<(String, MatchReason)> {
        let hints = book.new_person_hints(person, &now).unwrap();
        let similar = hints.similar.into_iter();
        similar.map(|one| (one.row.name, one.why)).collect()
    };
    assert!(said(&new("Cyd", "cyd@x.example", "+47 22 55 01 01")).is_empty());
    assert!(said(&NewPerson::default()).is_empty());
    let ana = |why| ("Ana Berg".to_owned(), why);
    assert_eq!(
        said(&new("Anna", "ANA@Berg.example", "")),
        [ana(MatchReason::SameEmail)]
    );
    assert_eq!(
        said(&new("Anna", "", "0047 22550100")),
        [ana(MatchReason::SamePhone)]
    );
    assert_eq!(
        said(&new("ana berg", "bo@dahl.example", "")),
        [
            ("Bo Dahl".to_owned(), MatchReason::SameEmail),
            ana(MatchReason::SameName),
            ("Ánä Berg".to_owned(), MatchReason::SameName)
        ]
    );
    let odd = new("Cyd", "not-a-mail", "");
    assert!(book.new_person_hints(&odd, &now).unwrap().email.is_some());
    book.person_add(&odd, &now).unwrap();
    assert_eq!(said(&new("", "not-a-mail", "")).len(), 1);
}
