//! Export through the public API: unchanged properties keep their bytes.

use super::*;
use crate::book::Book;
use crate::details::{ContactKind, DateKind, DetailEdit, NewPerson};
use crate::import::{Plan, Source, Unwatched};
use crate::moment::Moment;
use crate::pages::PersonPage;
use crate::people_list::PeopleFilter;
use crate::vcard;

fn now() -> Moment {
    Moment {
        utc: "2026-03-10T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Oslo,
    }
}

fn book_of(card: &str) -> (tempfile::TempDir, Book, PersonPage) {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    let mut plan = Plan::make(&book, "t", &[Source::Text(card.into())], &Unwatched).unwrap();
    plan.apply(&book, &Unwatched, &now()).unwrap();
    let id = book.people_ids(&PeopleFilter::default(), &now()).unwrap()[0];
    let page = book.person_page(id, &now()).unwrap();
    (folder, book, page)
}

fn exported(book: &Book, style: CardStyle) -> String {
    let mut out = Vec::new();
    book.write_cards(None, style, &mut out, &|| false).unwrap();
    String::from_utf8(out).unwrap()
}

const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Example//Phone 1//EN\r\nFN:Samir Haddoun\r\nN:Haddoun;Samir;;Dr.;\r\nORG:Pelagic Sensing;Optics\r\nTITLE:Founder\r\nEMAIL;type=INTERNET;type=WORK:samir@pelagic.example\r\nitem1.TEL:+1 202 555 0148\r\nitem1.X-ABLabel:boat\r\nADR;TYPE=HOME:;;Storgata 1;Tromsø;;9008;Norway\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-08-14\r\nNOTE:Met in Bergen\\, twice\r\nCATEGORIES:optics,forum\r\nX-SOCIALPROFILE;type=mastodon:https://social.example/@samir\r\nX-UNKNOWN;A=\"b;c\":kept;as,it:is\r\nEND:VCARD\r\n";

#[test]
fn an_untouched_card_comes_back_byte_for_byte() {
    let (_folder, book, _) = book_of(CARD);
    assert_eq!(exported(&book, CardStyle::AsItCame), CARD);
}

#[test]
fn one_changed_value_changes_one_line() {
    let (_folder, book, page) = book_of(CARD);
    let mail = page
        .contact_points
        .iter()
        .find(|point| point.kind == ContactKind::Email)
        .unwrap();
    let edit = DetailEdit::ContactPoint {
        id: Some(mail.id),
        kind: mail.kind,
        value: "s@new.example".into(),
        label: mail.label.clone(),
        preferred: mail.preferred,
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    assert_eq!(
        exported(&book, CardStyle::AsItCame),
        CARD.replace("samir@pelagic.example", "s@new.example")
    );
    book.undo(&now()).unwrap();
    assert_eq!(exported(&book, CardStyle::AsItCame), CARD);
}

#[test]
fn what_was_deleted_goes_with_its_label_and_what_is_new_stands_at_the_end() {
    let (_folder, book, page) = book_of(CARD);
    let phone = page
        .contact_points
        .iter()
        .find(|point| point.kind == ContactKind::Phone)
        .unwrap();
    assert_eq!(phone.label, "boat");
    let edits = [
        DetailEdit::RemoveContactPoint { id: phone.id },
        DetailEdit::Date {
            id: None,
            kind: DateKind::Other,
            label: "We met".into(),
            text: "October 2024".into(),
        },
        DetailEdit::RemoveTag {
            id: page.tags.iter().find(|tag| tag.name == "forum").unwrap().id,
        },
        DetailEdit::Affiliation {
            id: Some(page.affiliations[0].id),
            organisation: "Pelagic Sensing".into(),
            role: "Chair".into(),
            department: "Optics".into(),
            since: String::new(),
            until: String::new(),
        },
    ];
    for edit in edits {
        book.person_edit(page.id, &edit, &now()).unwrap();
    }
    let out = exported(&book, CardStyle::AsItCame);
    let expected = CARD
        .replace("item1.TEL:+1 202 555 0148\r\nitem1.X-ABLabel:boat\r\n", "")
        .replace("TITLE:Founder", "TITLE:Chair")
        .replace("CATEGORIES:optics,forum", "CATEGORIES:optics");
    let head = expected.trim_end_matches("END:VCARD\r\n");
    assert!(out.starts_with(head), "{out}");
    assert!(
        out.contains("kith1.X-ABDATE") && out.to_uppercase().contains("KITH1.X-ABLABEL:WE MET"),
        "{out}"
    );
}

#[test]
fn a_new_name_is_said_in_both_properties() {
    let (_folder, book, page) = book_of(CARD);
    book.person_edit(
        page.id,
        &DetailEdit::Name {
            display: "Samir Aakre".into(),
            parts: None,
        },
        &now(),
    )
    .unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.contains("FN:Samir Aakre\r\nN:Aakre;Samir;;;\r\n"),
        "{out}"
    );
}

#[test]
fn somebody_added_by_hand_is_written_in_4_0_and_read_back_equal() {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    let person = NewPerson {
        name: "Ilse Varnholt".into(),
        email: "ilse@tarn.example".into(),
        phone: "+1 202 555 0103".into(),
        organisation: "Tarn; Biologics, Inc.".into(),
        role: "Director".into(),
    };
    let id = book.person_add(&person, &now()).unwrap().value;
    book.person_edit(
        id,
        &DetailEdit::Note {
            id: None,
            body: "Line one\nline; two, \\three".into(),
        },
        &now(),
    )
    .unwrap();
    book.person_edit(
        id,
        &DetailEdit::AddTag {
            name: "labs".into(),
        },
        &now(),
    )
    .unwrap();
    let out = exported(&book, CardStyle::Version4);
    assert!(out.starts_with("BEGIN:VCARD\r\nVERSION:4.0\r\n"), "{out}");
    let (_other, _, page) = book_of(&out);
    assert_eq!(page.name.display, "Ilse Varnholt");
    assert_eq!(page.headline, "Director, Tarn; Biologics, Inc.");
    assert_eq!(page.notes[0].body, "Line one\nline; two, \\three");
    assert_eq!(page.contact_points.len(), 2);
    assert_eq!(page.tags[0].name, "labs");
}

#[test]
fn in_4_0_every_card_is_4_0_with_equal_contents() {
    let (_folder, book, page) = book_of(CARD);
    let out = exported(&book, CardStyle::Version4);
    assert_eq!(
        vcard::one(out.as_bytes()).unwrap().version,
        vcard::Version::V40
    );
    let (_other, _, again) = book_of(&out);
    assert_eq!(again.name, page.name);
    let values = |page: &PersonPage| {
        page.contact_points
            .iter()
            .map(|p| (p.value.clone(), p.label.clone()))
            .collect::<Vec<_>>()
    };
    assert_eq!(values(&again), values(&page));
    assert_eq!(
        (
            again.dates[0].year,
            again.dates[0].month,
            again.dates[0].day
        ),
        (None, Some(8), Some(14))
    );
}

#[test]
fn organisation_and_title_of_a_second_job_stay_together() {
    let (_folder, book, page) = book_of(
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Berg\r\nORG:Acme\r\nkith1.NOTE:x\r\nEND:VCARD\r\n",
    );
    let job = DetailEdit::Affiliation {
        id: None,
        organisation: "Beta".into(),
        role: "Chair".into(),
        department: String::new(),
        since: String::new(),
        until: String::new(),
    };
    book.person_edit(page.id, &job, &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.contains("kith2.ORG:Beta\r\nkith2.TITLE:Chair\r\n"),
        "{out}"
    );
    let (_other, _, again) = book_of(&out);
    let jobs: Vec<_> = again
        .affiliations
        .iter()
        .map(|job| (job.organisation.as_str(), job.role.as_str()))
        .collect();
    assert_eq!(jobs, [("Acme", ""), ("Beta", "Chair")]);
}
