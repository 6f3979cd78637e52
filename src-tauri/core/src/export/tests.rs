//! Export through the public API: unchanged properties keep their bytes.

use super::*;
use crate::book::Book;
use crate::details::{ContactKind, DateKind, DetailEdit, NewPerson};
use crate::import::{Decision, ImportFilter, Plan, Source, Unwatched};
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
fn a_new_name_is_said_in_both_properties_where_its_parts_are_known() {
    let (_folder, book, page) = book_of(CARD);
    let edit = DetailEdit::Name {
        display: "Samir Aakre".into(),
        parts: Some(crate::people::NameParts {
            prefix: "Dr.".into(),
            given: "Samir".into(),
            family: "Aakre".into(),
            ..Default::default()
        }),
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.contains("FN:Samir Aakre\r\nN:Aakre;Samir;;Dr.;\r\n"),
        "{out}"
    );
    // Which word of "Nagy Péter" is the family name, nobody said.
    rename(&book, page.id, "Nagy Péter");
    let out = exported(&book, CardStyle::AsItCame);
    assert!(out.contains("FN:Nagy Péter\r\nORG"), "{out}");
}

#[test]
fn guessed_parts_of_a_name_do_not_leave() {
    for name in ["Martin King Jr.", "Dr. Ilse Varnholt", "Nagy Péter"] {
        let folder = tempfile::tempdir().unwrap();
        let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
        let person = NewPerson {
            name: name.into(),
            email: String::new(),
            phone: String::new(),
            organisation: String::new(),
            role: String::new(),
        };
        book.person_add(&person, &now()).unwrap();
        let out = exported(&book, CardStyle::AsItCame);
        assert!(out.contains(&format!("\r\nFN:{name}\r\nEND")), "{out}");
    }
}

#[test]
fn a_guess_drops_nothing_of_what_the_card_says_of_the_name_that_is_shown() {
    let (_folder, book, page) = book_of(CARD);
    rename(&book, page.id, "Somebody Else");
    assert!(!exported(&book, CardStyle::AsItCame).contains("\r\nN:"));
    rename(&book, page.id, "Samir Haddoun");
    assert!(book.person_page(page.id, &now()).unwrap().name.guessed);
    assert_eq!(exported(&book, CardStyle::AsItCame), CARD);
}

#[test]
fn another_label_is_not_that_of_the_others_in_its_group() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mira Lund\r\nitem1.TEL:1\r\nitem1.EMAIL:mira@example.org\r\n\
        item1.X-ABLabel:boat\r\nEND:VCARD\r\n";
    let (_folder, book, page) = book_of(card);
    let phone = page
        .contact_points
        .iter()
        .find(|p| p.kind == ContactKind::Phone)
        .unwrap();
    point(&book, &page, Some(phone.id), &phone.value, "cabin", false);
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.contains("item1.EMAIL:mira@example.org\r\nitem1.X-ABLabel:boat\r\n"),
        "{out}"
    );
    let again = book_of(&out).2;
    let labels: Vec<_> = again
        .contact_points
        .iter()
        .map(|p| (p.kind, p.label.as_str()))
        .collect();
    assert_eq!(
        labels,
        [(ContactKind::Email, "boat"), (ContactKind::Phone, "cabin")]
    );
}

#[test]
fn parts_that_were_told_leave_also_where_the_card_had_none() {
    let told = |given: &str, family: &str| DetailEdit::Name {
        display: "Nagy Péter".into(),
        parts: Some(crate::people::NameParts {
            given: given.into(),
            family: family.into(),
            ..Default::default()
        }),
    };
    let (_folder, book, page) =
        book_of("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nagy Péter\r\nTEL:1\r\nEND:VCARD\r\n");
    // The dialog sends what it shows: the guess.
    book.person_edit(page.id, &told("Nagy", "Péter"), &now())
        .unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(!out.contains("\r\nN:"), "{out}");
    book.person_edit(page.id, &told("Péter", "Nagy"), &now())
        .unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(out.contains("\r\nN:Nagy;Péter;;;\r\n"), "{out}");
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

fn fixture(name: &str) -> String {
    let folder =
        std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/vcards");
    std::fs::read_to_string(folder.join(name).with_extension("vcf")).unwrap()
}

/// The cards of a file in any order: an export is sorted by name.
fn each_card(text: &str) -> Vec<&str> {
    let mut cards: Vec<&str> = text.split_inclusive("END:VCARD\r\n").collect();
    cards.sort_unstable();
    cards
}

/// The first card of a fixture.
fn first_card(name: &str) -> String {
    let text = fixture(name);
    let end = text.find("END:VCARD\r\n").unwrap() + "END:VCARD\r\n".len();
    text[..end].to_owned()
}

fn second_card(name: &str) -> String {
    fixture(name)[first_card(name).len()..].to_owned()
}

#[test]
fn each_card_keeps_its_own_spelling_of_an_organisation() {
    let text = fixture("organisation-other-spelling");
    let (_folder, book, _) = book_of(&text);
    assert_eq!(
        each_card(&exported(&book, CardStyle::AsItCame)),
        each_card(&text)
    );
    let ids = book.people_ids(&PeopleFilter::default(), &now()).unwrap();
    let mut names: Vec<String> = ids
        .into_iter()
        .map(|id| {
            let page = book.person_page(id, &now()).unwrap();
            page.affiliations[0].organisation.clone()
        })
        .collect();
    names.sort();
    assert_eq!(names, ["NORDWERK", "NORDWERK", "北京", "背景"]);
}

#[test]
fn nothing_is_invented_for_a_card_without_a_name() {
    let text = fixture("nameless");
    let (_folder, book, _) = book_of(&text);
    assert_eq!(
        each_card(&exported(&book, CardStyle::AsItCame)),
        each_card(&text)
    );
    let four = exported(&book, CardStyle::Version4);
    let lines: Vec<&str> = four.lines().filter(|line| line.starts_with("FN")).collect();
    assert_eq!(lines, ["FN:+12025550144", "FN:mira@example.org", "FN:"]);
    assert!(
        !four.contains("\nN:") && !four.contains("No name"),
        "{four}"
    );
}

#[test]
fn a_person_of_two_cards_goes_out_with_the_properties_of_both() {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    let text = fixture("merged-second");
    let mut plan = Plan::make(&book, "t", &[Source::Text(text)], &Unwatched).unwrap();
    plan.decide(Some(&[1]), &ImportFilter::default(), Decision::Merge);
    plan.apply(&book, &Unwatched, &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    let expected = first_card("merged-second").replace(
        "END:VCARD",
        "IMPP:xmpp:mira@chat.example.org\r\nKEY;ENCODING=b:MIIBAAAA\r\nGEO:1.5;2.5\r\nX-B:2\r\n\
         item2.X-ABRELATEDNAMES:Kim Lund\r\nitem2.X-ABLabel:_$!<Spouse>!$_\r\nEND:VCARD",
    );
    assert_eq!(out, expected);
    let four = exported(&book, CardStyle::Version4);
    for line in [
        "IMPP:xmpp:mira@chat.example.org\r\n",
        "GEO:geo:1.5,2.5\r\n",
        "X-B:2\r\n",
        "X-A:1\r\n",
    ] {
        assert!(four.contains(line), "{four}");
    }
    assert_eq!(four.matches("FN:").count(), 1, "{four}");
    let id = book.people_ids(&PeopleFilter::default(), &now()).unwrap()[0];
    rename(&book, id, "Mira Berg");
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.contains("FN:Mira Berg\r\n") && !out.contains("FN:Mira Lund"),
        "{out}"
    );
}

fn rename(book: &Book, id: crate::ids::PersonId, name: &str) {
    let edit = DetailEdit::Name {
        display: name.into(),
        parts: None,
    };
    book.person_edit(id, &edit, &now()).unwrap();
}

fn point(
    book: &Book,
    page: &PersonPage,
    id: Option<crate::details::ContactPointId>,
    value: &str,
    label: &str,
    preferred: bool,
) {
    let edit = DetailEdit::ContactPoint {
        id,
        kind: match id {
            Some(id) => {
                page.contact_points
                    .iter()
                    .find(|p| p.id == id)
                    .unwrap()
                    .kind
            }
            None => ContactKind::Phone,
        },
        value: value.into(),
        label: label.into(),
        preferred,
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
}

#[test]
fn another_preferred_phone_takes_only_the_preference_from_the_first() {
    let card = fixture("preferred-with-other-parameters");
    let (_folder, book, page) = book_of(&card);
    point(&book, &page, None, "+1 202 555 0139", "", true);
    let out = exported(&book, CardStyle::AsItCame);
    let expected = card
        .replace("TYPE=WORK,VOICE,pref", "TYPE=WORK,VOICE")
        .replace("END:VCARD", "TEL;TYPE=pref:+1 202 555 0139\r\nEND:VCARD");
    assert_eq!(out, expected);
    assert!(exported(&book, CardStyle::Version4).contains("\r\nTEL;PREF=1:+1 202 555 0139\r\n"));
}

#[test]
fn another_label_keeps_the_other_parameters() {
    let card = fixture("preferred-with-other-parameters");
    let (_folder, book, page) = book_of(&card);
    let phone = &page.contact_points[0];
    point(&book, &page, Some(phone.id), &phone.value, "Home", true);
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.replace("\r\n ", "").contains(
            "item1.TEL;TYPE=VOICE,pref;X-EVOLUTION-E164=2025550133;TYPE=home:+1 202 555 0133\r\n"
        ),
        "{out}"
    );
    point(&book, &page, Some(phone.id), &phone.value, "Cabin", true);
    assert!(exported(&book, CardStyle::AsItCame).contains("\r\nitem1.X-ABLABEL:Cabin\r\n"));
}

#[test]
fn version_2_1_says_that_it_is_utf_8_and_is_known_again() {
    let card = fixture("umlauts-without-charset");
    let (_folder, book, _) = book_of(&card);
    let out = exported(&book, CardStyle::AsItCame);
    assert_eq!(out, card.replace("N:Groß", "N;CHARSET=UTF-8:Groß"));
    for text in [out, card] {
        let plan = Plan::make(&book, "t", &[Source::Text(text)], &Unwatched).unwrap();
        assert_eq!(plan.summary().counts.unchanged, 1);
    }
}

#[test]
fn what_says_an_old_value_once_more_goes_with_it() {
    let card = first_card("address-with-a-letter-text");
    let (_folder, book, page) = book_of(&card);
    let address = page.contact_points[0].id;
    point(
        &book,
        &page,
        Some(address),
        "5 Pier\nNewport",
        "Home",
        false,
    );
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        out.contains("\r\nADR;TYPE=home:;;5 Pier\\nNewport;;;;\r\n"),
        "{out}"
    );
    let card = second_card("address-with-a-letter-text");
    let (_folder, book, page) = book_of(&card);
    let address = page.contact_points[0].id;
    point(
        &book,
        &page,
        Some(address),
        "5 Pier\nNewport",
        "Home",
        false,
    );
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        !out.contains("Oldport") && out.contains("LABEL;TYPE=work:9 Dock"),
        "{out}"
    );
    rename(&book, page.id, "Olav Moe");
    let out = exported(&book, CardStyle::AsItCame);
    for old in ["SORT", "PHONETIC", "Berg"] {
        assert!(!out.contains(old), "{old} {out}");
    }
}

#[test]
fn units_keep_their_commas_under_another_organisation() {
    let card = fixture("organisation-unit-with-comma");
    let (_folder, book, page) = book_of(&card);
    let job = &page.affiliations[0];
    let edit = DetailEdit::Affiliation {
        id: Some(job.id),
        organisation: "New Org".into(),
        role: job.role.clone(),
        department: job.department.clone(),
        since: String::new(),
        until: String::new(),
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    assert_eq!(
        exported(&book, CardStyle::AsItCame),
        card.replace("ORG:Fjell", "ORG:New Org")
    );
}

#[test]
fn a_second_surname_stays_where_it_was() {
    let card = fixture("rfc-9554");
    let (_folder, book, page) = book_of(&card);
    let edit = DetailEdit::Name {
        display: "Ines Ruiz Vega".into(),
        parts: Some(crate::people::NameParts {
            given: "Ines".into(),
            family: "Ruiz Vega".into(),
            ..Default::default()
        }),
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    assert_eq!(
        exported(&book, CardStyle::AsItCame),
        card.replace("Inés", "Ines")
    );
}

#[test]
fn cards_in_a_card_are_people_and_the_card_around_them_a_tag() {
    let text = fixture("list-of-cards");
    let (_folder, book, page) = book_of(&text);
    assert_eq!(page.tags[0].name, "Rowing Club");
    let out = exported(&book, CardStyle::AsItCame);
    assert_eq!(
        out.matches("BEGIN:VCARD\r\nVERSION:2.1\r\n").count(),
        3,
        "{out}"
    );
    assert!(
        out.contains("X-DL;Rowing Club:Entry 1;Entry 2\r\nEND:VCARD"),
        "{out}"
    );
    let plan = Plan::make(&book, "t", &[Source::Text(text)], &Unwatched).unwrap();
    assert_eq!(plan.summary().counts.unchanged, 3);
}

#[test]
fn a_chat_address_keeps_its_scheme() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mira Lund\r\nIMPP;X-SERVICE-TYPE=Jabber:xmpp:mira@chat.example.org\r\nEND:VCARD\r\n";
    let (_folder, book, page) = book_of(card);
    let chat = &page.contact_points[0];
    point(
        &book,
        &page,
        Some(chat.id),
        "mira@new.example.org",
        &chat.label,
        false,
    );
    assert_eq!(
        exported(&book, CardStyle::AsItCame),
        card.replace("mira@chat", "mira@new")
    );
}

#[test]
fn cards_that_are_no_people_go_out_with_everybody() {
    let text = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Mira Lund\r\nUID:urn:uuid:1\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Rowers\r\nMEMBER:urn:uuid:1\r\nEND:VCARD\r\n\
        BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Fjell\r\nX-A:1\r\nEND:VCARD\r\n";
    let (_folder, book, page) = book_of(text);
    assert_eq!(exported(&book, CardStyle::AsItCame), text);
    let mut one = Vec::new();
    book.write_cards(Some(&[page.id]), CardStyle::AsItCame, &mut one, &|| false)
        .unwrap();
    assert!(!String::from_utf8(one).unwrap().contains("Fjell"));
    // A group that nobody is in any more is gone.
    let edit = DetailEdit::RemoveTag {
        id: page.tags[0].id,
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(!out.contains("Rowers") && out.contains("Fjell"), "{out}");
    book.undo(&now()).unwrap();
    book.undo(&now()).unwrap();
    assert_eq!(exported(&book, CardStyle::AsItCame), "");
}

#[test]
fn a_date_of_another_kind_on_the_same_day_goes_out_as_that() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Berg\r\nN:Berg;Ana;;;\r\nBDAY:1980-04-03\r\nEND:VCARD\r\n";
    let (_folder, book, page) = book_of(card);
    let edit = DetailEdit::Date {
        id: Some(page.dates[0].id),
        kind: DateKind::Anniversary,
        label: String::new(),
        text: "3 April 1980".into(),
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        !out.contains("BDAY") && out.contains("ANNIVERSARY"),
        "{out}"
    );
}

/// Two people of one list, of whom the first leaves it.
fn a_list_that_somebody_left() -> (tempfile::TempDir, Book, String) {
    let person = |name: &str, uid: u8| {
        format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nUID:urn:uuid:{uid}\r\nEND:VCARD\r\n")
    };
    let text = person("Ana", 1)
        + &person("Mira", 2)
        + "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Rowers\r\nMEMBER:urn:uuid:1\r\n\
           MEMBER:urn:uuid:2\r\nMEMBER:urn:uuid:3\r\nEND:VCARD\r\n";
    let (folder, book, page) = book_of(&text);
    assert_eq!(exported(&book, CardStyle::AsItCame), text);
    assert_eq!(page.name.display, "Ana");
    let edit = DetailEdit::RemoveTag {
        id: page.tags[0].id,
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    (folder, book, text)
}

#[test]
fn whoever_left_a_list_is_no_longer_named_in_its_card() {
    let (_folder, book, text) = a_list_that_somebody_left();
    let left = text.replace("MEMBER:urn:uuid:1\r\n", "");
    assert_eq!(exported(&book, CardStyle::AsItCame), left);
    assert!(!exported(&book, CardStyle::Version4).contains("MEMBER:urn:uuid:1"));
    book.undo(&now()).unwrap();
    assert_eq!(exported(&book, CardStyle::AsItCame), text);
}

#[test]
fn whoever_is_in_the_trash_is_not_named_in_a_list() {
    let (_folder, book, text) = a_list_that_somebody_left();
    book.undo(&now()).unwrap();
    let ana = book.people_ids(&PeopleFilter::default(), &now()).unwrap()[0];
    book.people_trash(&[ana], &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    assert!(
        !out.contains("urn:uuid:1") && out.contains("MEMBER:urn:uuid:3"),
        "{out}"
    );
    book.undo(&now()).unwrap();
    assert_eq!(exported(&book, CardStyle::AsItCame), text);
}

#[test]
fn whoever_came_after_a_list_stays_its_member() {
    let (_folder, book, _) = a_list_that_somebody_left();
    let late = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Olav\r\nUID:urn:uuid:3\r\nEND:VCARD\r\n";
    let mut plan = Plan::make(&book, "t", &[Source::Text(late.into())], &Unwatched).unwrap();
    let later = Moment {
        utc: now().utc + chrono::TimeDelta::hours(1),
        ..now()
    };
    plan.apply(&book, &Unwatched, &later).unwrap();
    assert!(exported(&book, CardStyle::AsItCame).contains("MEMBER:urn:uuid:3"));
}

#[test]
fn a_chat_address_in_a_property_of_its_service_gets_no_scheme() {
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mira Lund\r\nX-SKYPE:mira.lund\r\nEND:VCARD\r\n";
    let (_folder, book, page) = book_of(card);
    let chat = &page.contact_points[0];
    point(&book, &page, Some(chat.id), "m.lund", &chat.label, false);
    assert_eq!(
        exported(&book, CardStyle::AsItCame),
        card.replace("mira.lund", "m.lund")
    );
}

#[test]
fn a_chat_address_without_a_label_keeps_its_scheme() {
    let line = |head: &str, value: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mira Lund\r\n{head}:{value}\r\nEND:VCARD\r\n")
    };
    for (card, uri) in [
        (
            line("IMPP;X-SERVICE-TYPE=Jabber", "xmpp:mira@chat.example.org"),
            "xmpp:mira@chat.example.org",
        ),
        (line("X-SKYPE", "mira.lund"), "skype:mira.lund"),
    ] {
        let (_folder, book, page) = book_of(&card);
        let chat = &page.contact_points[0];
        assert!(!chat.label.is_empty());
        point(&book, &page, Some(chat.id), &chat.value, "", false);
        let out = exported(&book, CardStyle::AsItCame);
        assert!(out.contains(&format!("\r\nIMPP:{uri}\r\n")), "{out}");
    }
}

#[test]
fn whoever_left_a_list_of_cards_is_no_longer_named_in_it() {
    let (_folder, book, page) = book_of(&fixture("list-of-cards"));
    let edit = DetailEdit::RemoveTag {
        id: page.tags[0].id,
    };
    book.person_edit(page.id, &edit, &now()).unwrap();
    let out = exported(&book, CardStyle::AsItCame);
    let left = match page.name.display.as_str() {
        "Mira Lund" => "X-DL;Rowing Club:Entry 2\r\n",
        _ => "X-DL;Rowing Club:Entry 1\r\n",
    };
    assert!(out.contains(left), "{out}");
}
