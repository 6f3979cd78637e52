//! Finding people in every script and spelling, and phones however they are written.

use kith_core::details::NewPerson;
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Moment};

fn now() -> Moment {
    Moment {
        utc: "2026-03-10T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

struct Fixture {
    _folder: tempfile::TempDir,
    book: Book,
}

fn book_of(people: &[(&str, &str)]) -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    for (name, phone) in people {
        let person = NewPerson {
            name: (*name).to_owned(),
            phone: (*phone).to_owned(),
            ..NewPerson::default()
        };
        book.person_add(&person, &now()).unwrap();
    }
    Fixture {
        _folder: folder,
        book,
    }
}

fn found(book: &Book, typed: &str) -> Vec<String> {
    let found = book
        .people_find(typed, &PeopleFilter::default(), 10, &now())
        .unwrap();
    found.rows.into_iter().map(|found| found.row.name).collect()
}

fn country(book: &Book, code: &str) {
    let country = serde_json::json!({ "country": code });
    book.settings_set(country.as_object().unwrap(), &now())
        .unwrap();
}

#[test]
fn names_are_found_in_every_script_and_spelling() {
    let Fixture { book, _folder } = book_of(&[
        ("王小明", ""),
        ("김민수", ""),
        ("山田花子", ""),
        ("Jürgen Müller", ""),
        ("Conan O'Brien", ""),
        ("Søren Kjær", ""),
    ]);
    for (typed, name) in [
        ("小明", "王小明"),
        ("明", "王小明"),
        ("민수", "김민수"),
        ("花子", "山田花子"),
        ("juergen", "Jürgen Müller"),
        ("jurgen", "Jürgen Müller"),
        ("mueller", "Jürgen Müller"),
        ("jürgen muller", "Jürgen Müller"),
        ("obrien", "Conan O'Brien"),
        ("o'brien", "Conan O'Brien"),
        ("brien", "Conan O'Brien"),
        ("soeren kjaer", "Søren Kjær"),
    ] {
        assert_eq!(found(&book, typed), [name], "{typed}");
    }
}

#[test]
fn a_phone_is_found_and_compared_in_one_form() {
    let Fixture { book, _folder } = book_of(&[
        ("Ana Berg", "0172 555 0148"),
        ("Bo Tenerud", "+47 22 55 01 00"),
    ]);
    country(&book, "DE");
    for typed in [
        "0172 555 0148",
        "0172 5550148",
        "+49 172 5550148",
        "0049 172 5550148",
        "+49 (0)172 5550148",
        "０１７２ ５５５",
        "٠١٧٢٥٥٥",
        "5550148",
        "+49 172",
    ] {
        assert_eq!(found(&book, typed), ["Ana Berg"], "{typed}");
    }
    assert_eq!(found(&book, "0047 22 55 01 00"), ["Bo Tenerud"]);
    // Without a country the digits remain.
    country(&book, "");
    assert_eq!(found(&book, "0172 5550148"), ["Ana Berg"]);
    assert_eq!(found(&book, "+49 172 5550148"), Vec::<String>::new());
}

#[test]
fn a_number_that_is_not_sure_is_not_dialled() {
    let Fixture { book, _folder } = book_of(&[
        ("Ana Berg", "+44 (0)20 2555 0148 ext. 7"),
        ("Bo Tenerud", "0172 555 0148 // 0173 555 0149"),
        ("Ida Kos", "1-800-KITH-NOW"),
    ]);
    let link = |name: &str| {
        let filter = PeopleFilter::default();
        let row = book.people_find(name, &filter, 1, &now()).unwrap().rows;
        let page = book.person_page(row[0].row.id, &now()).unwrap();
        let point = &page.contact_points[0];
        let link = book.contact_link(point.id);
        assert_eq!(point.opens, link.is_ok(), "{name}");
        link
    };
    assert_eq!(link("Ana").unwrap(), "tel:+442025550148;ext=7");
    assert_eq!(link("Ida").unwrap(), "tel:+18005484669");
    assert_eq!(link("Bo").unwrap_err().code, Code::NoAppForLink);
}

#[test]
fn what_was_talked_about_is_found_and_shown() {
    let Fixture { book, _folder } = book_of(&[("Ana Berg", ""), ("Bo Tenerud", "")]);
    let ids = book.people_ids(&PeopleFilter::default(), &now()).unwrap();
    let mut draft = crate::talks::talk(&ids, "2026-03-03");
    draft.note = "Planned the trip.\nThe café by the Össur bridge".into();
    let talk = book.interaction_log(&draft, &now()).unwrap();
    assert_eq!(found(&book, "ossur bridge"), ["Ana Berg", "Bo Tenerud"]);
    let shown = book
        .people_find("ossur", &PeopleFilter::default(), 10, &now())
        .unwrap();
    let line = "Tue 3 March: The café by the Össur bridge";
    assert_eq!(shown.rows[0].matched.as_deref(), Some(line));
    draft.note = "Nothing of that".into();
    draft.people = vec![ids[1]];
    book.interaction_edit(talk.value.id, &draft, &now())
        .unwrap();
    assert_eq!(found(&book, "ossur"), Vec::<String>::new());
    assert_eq!(found(&book, "nothing of that"), ["Bo Tenerud"]);
    book.undo(&now()).unwrap();
    assert_eq!(found(&book, "ossur"), ["Ana Berg", "Bo Tenerud"]);
    book.interaction_delete(talk.value.id, &now()).unwrap();
    assert_eq!(found(&book, "ossur"), Vec::<String>::new());
}

#[test]
fn a_name_of_invisible_characters_is_refused() {
    let Fixture { book, _folder } = book_of(&[]);
    for name in ["\u{200b}", " \u{feff}\u{2060}", "\u{3164}", ""] {
        let person = NewPerson {
            name: name.into(),
            ..NewPerson::default()
        };
        let error = book.person_add(&person, &now()).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            (Code::Invalid, Some("name"))
        );
    }
}

#[test]
fn the_system_says_the_country_where_no_setting_does() {
    let Fixture { book, _folder } = book_of(&[("Ana Berg", "0172 555 0148")]);
    let german = kith_core::Customs::of_locales("de_DE.UTF-8", "de_DE.UTF-8");
    book.system_customs_are(&german).unwrap();
    assert_eq!(found(&book, "+49 172 5550148"), ["Ana Berg"]);
    country(&book, "NO");
    assert_eq!(found(&book, "+49 172 5550148"), Vec::<String>::new());
    book.undo(&now()).unwrap();
    assert_eq!(found(&book, "+49 172 5550148"), ["Ana Berg"]);
}

#[test]
fn whom_one_means_comes_first() {
    let Fixture { book, _folder } = book_of(&[
        ("April March", ""),
        ("Marco Adler", ""),
        ("Maria Chen", ""),
        ("Mario Costa", ""),
        ("Bo Analyst", ""),
        ("Cleo Ana Diaz", ""),
        ("Ana Berg", ""),
        ("Nils Osk", ""),
    ]);
    let id = |name: &str| {
        let filter = PeopleFilter::default();
        book.people_find(name, &filter, 1, &now()).unwrap().rows[0]
            .row
            .id
    };
    let job = kith_core::details::DetailEdit::Affiliation {
        id: None,
        organisation: "Analytics".into(),
        role: "Analyst".into(),
        department: String::new(),
        since: String::new(),
        until: String::new(),
    };
    book.person_edit(id("Nils Osk"), &job, &now()).unwrap();
    // A beginning of a name, then kept close, then met lately, then by name.
    let (march, maria, mario) = (id("April March"), id("Maria Chen"), id("Mario Costa"));
    crate::talks::keep(&book, march, 30, &now());
    crate::talks::keep(&book, maria, 30, &now());
    crate::talks::keep(&book, mario, 30, &now());
    crate::talks::log(&book, &[mario], "2026-03-09", &now());
    let expected = ["Mario Costa", "Maria Chen", "Marco Adler", "April March"];
    for typed in ["ma", "mar"] {
        assert_eq!(found(&book, typed), expected, "{typed}");
    }
    // Names before everything else that is known of somebody.
    assert_eq!(
        found(&book, "ana"),
        ["Ana Berg", "Bo Analyst", "Cleo Ana Diaz", "Nils Osk"]
    );
}
