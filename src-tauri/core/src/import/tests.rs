//! Import through the public API: plan, decide, apply, import again.

use super::*;
use crate::book::Book;
use crate::details::{ContactKind, DetailEdit};
use crate::keeping_close::RelationshipEdit;
use crate::moment::Moment;
use crate::pages::PersonPage;
use crate::people_list::PeopleFilter;

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

fn book() -> Fixture {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), &now()).unwrap();
    Fixture {
        _folder: folder,
        book,
    }
}

fn plan(book: &Book, text: &str) -> Plan {
    Plan::make(book, "token", &[Source::Text(text.into())], &Unwatched).unwrap()
}

fn import(book: &Book, text: &str) -> ImportReport {
    plan(book, text)
        .apply(book, &Unwatched, &now())
        .unwrap()
        .value
}

fn people(book: &Book) -> Vec<PersonPage> {
    let ids = book.people_ids(&PeopleFilter::default(), &now()).unwrap();
    ids.iter()
        .map(|id| book.person_page(*id, &now()).unwrap())
        .collect()
}

const SAMIR: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:samir-1\r\nFN:Samir Haddoun\r\nN:Haddoun;Samir;;;\r\nORG:Pelagic Sensing;Optics\r\nTITLE:Founder\r\nEMAIL;TYPE=WORK:samir@pelagic.example\r\nTEL;TYPE=CELL:+1 202 555 0148\r\nBDAY:--0814\r\nNOTE:Met in Bergen\r\nCATEGORIES:optics,forum\r\nX-SKILL:sailing\r\nEND:VCARD\r\n";

#[test]
fn a_card_becomes_a_person_with_all_it_says() {
    let Fixture { book, _folder } = book();
    let report = import(&book, SAMIR);
    assert_eq!((report.added, report.updated, report.skipped), (1, 0, 0));
    let samir = people(&book).remove(0);
    assert_eq!(samir.name.display, "Samir Haddoun");
    assert_eq!(samir.headline, "Founder, Pelagic Sensing");
    assert_eq!(samir.affiliations[0].department, "Optics");
    assert_eq!(samir.contact_points.len(), 2);
    assert_eq!(
        (
            samir.dates[0].month,
            samir.dates[0].day,
            samir.dates[0].year
        ),
        (Some(8), Some(14), None)
    );
    assert_eq!(
        samir
            .tags
            .iter()
            .map(|tag| tag.name.as_str())
            .collect::<Vec<_>>(),
        ["forum", "optics"]
    );
    assert_eq!(samir.notes[0].body, "Met in Bergen");
    assert_eq!(samir.came_from[0].number, 1);
    let filter = PeopleFilter::default();
    for typed in [
        "sam", "haddoun", "pelagic", "founder", "555 0148", "optics", "bergen", "sa",
    ] {
        assert_eq!(
            book.people_find(typed, &filter, 10, &now())
                .unwrap()
                .rows
                .len(),
            1,
            "{typed}"
        );
    }
}

#[test]
fn the_same_card_again_is_nothing_and_a_changed_one_an_update() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let again = plan(&book, SAMIR);
    assert_eq!(again.summary().counts.unchanged, 1);
    assert_eq!(again.summary().will_import, 0);
    let changed = SAMIR
        .replace("Founder", "Chair")
        .replace("samir@pelagic", "s.haddoun@pelagic");
    let mut plan = plan(&book, &changed);
    assert_eq!(plan.summary().counts.updates, 1);
    let details = plan.details(&book, 0).unwrap();
    let labels: Vec<_> = details
        .differences
        .iter()
        .map(|d| (d.label.as_str(), d.take))
        .collect();
    assert_eq!(labels, [("Work email", Take::File), ("Work", Take::File)]);
    let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!(
        (report.added, report.updated, report.fields_changed),
        (0, 1, 2)
    );
    let everyone = people(&book);
    assert_eq!(everyone.len(), 1);
    assert_eq!(everyone[0].headline, "Chair, Pelagic Sensing");
    assert_eq!(everyone[0].contact_points.len(), 2);
    assert_eq!(everyone[0].came_from.len(), 1);
}

#[test]
fn what_was_edited_in_kith_stays_and_what_both_changed_is_asked() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let samir = people(&book).remove(0);
    let mail = samir
        .contact_points
        .iter()
        .find(|point| point.kind == ContactKind::Email)
        .unwrap();
    let edit = DetailEdit::ContactPoint {
        id: Some(mail.id),
        kind: ContactKind::Email,
        value: "mine@x.example".into(),
        label: mail.label.clone(),
        preferred: false,
    };
    book.person_edit(samir.id, &edit, &now()).unwrap();
    let only_mine = SAMIR.replace("END:VCARD", "REV:2026-01-01T00:00:00Z\r\nEND:VCARD");
    assert_eq!(plan(&book, &only_mine).summary().counts.unchanged, 1);
    let both = SAMIR.replace("samir@pelagic", "other@pelagic");
    let mut asked = plan(&book, &both);
    assert_eq!(asked.summary().to_decide, 1);
    let details = asked.details(&book, 0).unwrap();
    assert!(details.differences[0].conflict);
    assert_eq!(details.differences[0].take, Take::Kith);
    asked
        .decide_field(&book, 0, &details.differences[0].key, Take::File)
        .unwrap();
    assert_eq!(asked.summary().to_decide, 0);
    asked.apply(&book, &Unwatched, &now()).unwrap();
    assert_eq!(
        people(&book)[0].contact_points[0].value,
        "other@pelagic.example"
    );
}

#[test]
fn cards_without_a_name_are_no_duplicates_of_one_another() {
    let Fixture { book, _folder } = book();
    let nameless = |more: &str| format!("BEGIN:VCARD\nVERSION:3.0\nFN:\n{more}END:VCARD\n");
    let (one, other) = (nameless("NOTE:Tall\n"), nameless("NOTE:Small\n"));
    let both = plan(&book, &format!("{one}{other}"));
    assert_eq!(both.summary().counts.new, 2);
    import(&book, &one);
    let later = plan(&book, &other);
    assert_eq!(later.summary().counts.new, 1);
    assert_eq!(later.summary().counts.duplicates, 0);
}

#[test]
fn a_new_mail_can_be_kept_beside_the_old_one() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let changed = SAMIR
        .replace("samir@pelagic", "s.haddoun@pelagic")
        .replace("--0814", "--0815");
    let mut again = plan(&book, &changed);
    let details = again.details(&book, 0).unwrap();
    let both: Vec<_> = details
        .differences
        .iter()
        .map(|each| (each.label.as_str(), each.can_be_both))
        .collect();
    assert_eq!(both, [("Work email", true), ("Birthday", false)]);
    let [mail, birthday] = [0, 1].map(|at: usize| details.differences[at].key.clone());
    let refused = again.decide_field(&book, 0, &birthday, Take::Both);
    assert_eq!(refused.unwrap_err().code, crate::error::Code::Invalid);
    let decided = again.decide_field(&book, 0, &mail, Take::Both).unwrap();
    assert_eq!(decided.differences[0].take, Take::Both);
    assert_eq!(decided.differences[1].take, Take::File);
    let report = again.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.updated, report.fields_changed), (1, 2));
    let mails = || -> Vec<String> {
        let points = people(&book).remove(0).contact_points.into_iter();
        points
            .filter(|point| point.kind == ContactKind::Email)
            .map(|point| point.value)
            .collect()
    };
    assert_eq!(
        mails(),
        ["samir@pelagic.example", "s.haddoun@pelagic.example"]
    );
    // The card has the new one now, and says nothing of the old one.
    assert_eq!(plan(&book, &changed).summary().counts.unchanged, 1);
    let later = changed.replace("s.haddoun@pelagic", "samir.h@pelagic");
    import(&book, &later);
    assert_eq!(
        mails(),
        ["samir@pelagic.example", "samir.h@pelagic.example"]
    );
}

#[test]
fn a_shared_mail_with_a_similar_name_is_a_possible_duplicate() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let other = "BEGIN:VCARD\nVERSION:4.0\nFN:S. Haddoun\nEMAIL:Samir@Pelagic.example\nTEL:tel:+47-22-55-01-00\nEND:VCARD\n";
    let mut plan = plan(&book, other);
    let row = &plan.rows(&ImportFilter::default(), 0, 10).rows[0];
    assert_eq!(row.status, Status::Duplicate);
    assert_eq!((row.decision, row.decided), (Decision::KeepBoth, false));
    assert_eq!(row.reason.as_ref().unwrap().why, MatchReason::SameEmail);
    plan.decide(Some(&[0]), &ImportFilter::default(), Decision::Merge);
    let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.added, report.merged_count), (0, 1));
    // Fields that a merge adds are not counted as changed.
    assert_eq!(report.fields_changed, 0);
    let samir = people(&book).remove(0);
    assert_eq!(samir.name.display, "Samir Haddoun");
    assert_eq!(samir.contact_points.len(), 3);
    assert_eq!(samir.came_from.len(), 2);
}

fn card(name: &str, more: &str) -> String {
    format!("BEGIN:VCARD\nVERSION:3.0\nFN:{name}\n{more}END:VCARD\n")
}

const LANDLINE: &str = "TEL:+39 06 5550 0148\n";

#[test]
fn a_doubtful_pair_left_undecided_stays_two_people() {
    for (one, other) in [
        (
            ("Maria Rossi", "BDAY:1985-08-14\n"),
            ("Mario Rossi", "BDAY:1984-02-03\n"),
        ),
        (("Maria Rossi", ""), ("Mario Rossi", "")),
        (
            ("Ana Berg", "BDAY:1985-08-14\n"),
            ("Ana Berg", "BDAY:2011-02-03\n"),
        ),
        (("王伟", ""), ("汪伟", "")),
        (("Martin King Sr.", ""), ("Martin King Jr.", "")),
        (("Mr. A. Rossi", ""), ("Mrs. A. Rossi", "")),
        (("M. Rossi", ""), ("Maria Rossi", "")),
    ] {
        let text = [one, other]
            .map(|(name, more)| card(name, &format!("{LANDLINE}{more}")))
            .concat();
        let Fixture { book, _folder } = book();
        let mut plan = plan(&book, &text);
        let summary = plan.summary();
        assert_eq!(
            (
                summary.to_decide,
                summary.will_import,
                summary.counts.duplicates
            ),
            (1, 2, 1),
            "{one:?}, {other:?}"
        );
        let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
        assert_eq!((report.added, report.merged_count), (2, 0));
        let everyone = people(&book);
        assert_eq!(everyone.len(), 2, "{one:?}, {other:?}");
        assert!(everyone.iter().all(|person| person.dates.len() < 2));
        // Nobody said that they are different.
        let told = "SELECT 1 FROM distinct_people";
        assert_eq!(
            book.read(|tx| tx.first(told, [], |row| row.get::<_, u32>(0)))
                .unwrap(),
            None
        );
    }
}

#[test]
fn the_same_name_with_a_shared_address_is_one_person_and_counted_once() {
    let Fixture { book, _folder } = book();
    let text = [
        card("Ana Berg", "EMAIL:ana@x.example\n"),
        card("Berg, Ana", "EMAIL:ana@x.example\nTEL:+4722550100\n"),
        card("Bo Tenerud", ""),
    ]
    .concat();
    let mut plan = plan(&book, &text);
    assert_eq!(
        (plan.summary().to_decide, plan.summary().will_import),
        (0, 2)
    );
    let show = ImportFilter {
        show: Show::ToDecide,
        text: String::new(),
    };
    assert_eq!(plan.rows(&show, 0, 9).total, 0);
    let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.added, report.merged_count), (2, 1));
    assert_eq!(people(&book).len(), 2);
    let history = book.history(1, &now()).unwrap().remove(0);
    assert_eq!(history.count, 2);
}

#[test]
fn two_cards_of_one_known_person_update_one_person() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let text = [
        SAMIR.replace("Founder", "Chair"),
        SAMIR.replace("Optics", "Sonar"),
    ]
    .concat();
    let mut plan = plan(&book, &text);
    assert_eq!(plan.summary().will_import, 1);
    let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.added, report.updated), (0, 1));
}

#[test]
fn a_card_is_compared_with_all_who_share_its_address() {
    let Fixture { book, _folder } = book();
    let text = [
        card("Maria Rossi", LANDLINE),
        card("Mario Rossi", LANDLINE),
        card("Mario Rossi", &format!("{LANDLINE}NICKNAME:Mario\n")),
    ]
    .concat();
    let rows = plan(&book, &text).rows(&ImportFilter::default(), 0, 9).rows;
    let third = rows.iter().find(|row| row.index == 2).unwrap();
    assert_eq!((third.decision, third.decided), (Decision::Merge, true));
    assert_eq!(third.reason.as_ref().unwrap().with, "Mario Rossi");
    assert_eq!(import(&book, &text).added, 2);
}

#[test]
fn one_uid_does_not_bring_a_person_up_to_date_with_another() {
    let Fixture { book, _folder } = book();
    import(&book, &card("Maria Rossi", &format!("UID:1\n{LANDLINE}")));
    let other = card("Mario Rossi", &format!("UID:1\n{LANDLINE}"));
    let row = plan(&book, &other)
        .rows(&ImportFilter::default(), 0, 1)
        .rows
        .remove(0);
    assert_eq!((row.status, row.decided), (Status::Duplicate, false));
    assert_eq!(row.reason.unwrap().against, Some(SignAgainst::GivenName));
    // Another family name, or a birthday put right, is the same person still.
    for changed in [
        card("Maria Bianchi", &format!("UID:1\n{LANDLINE}")),
        card(
            "Maria Rossi",
            &format!("UID:1\n{LANDLINE}BDAY:1985-08-14\n"),
        ),
    ] {
        assert_eq!(plan(&book, &changed).summary().counts.updates, 1);
    }
}

#[test]
fn cards_without_a_name_are_not_merged_unasked() {
    let Fixture { book, _folder } = book();
    let nameless = |note: &str| {
        format!("BEGIN:VCARD\nVERSION:3.0\nORG:Pelagic\n{LANDLINE}NOTE:{note}\nEND:VCARD\n")
    };
    let report = import(&book, &[nameless("one"), nameless("two")].concat());
    assert_eq!((report.added, report.merged_count), (2, 0));
}

#[test]
fn a_name_alone_never_merges_by_itself() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let other = "BEGIN:VCARD\nVERSION:3.0\nFN:Samir Haddoun\nTEL:+47 22 55 01 00\nEND:VCARD\n";
    let row = plan(&book, other)
        .rows(&ImportFilter::default(), 0, 10)
        .rows
        .remove(0);
    assert_eq!(
        (row.status, row.decision),
        (Status::Duplicate, Decision::KeepBoth)
    );
}

#[test]
fn two_people_with_one_uid_stay_two() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let other = "BEGIN:VCARD\nVERSION:3.0\nUID:samir-1\nFN:Ilse Varnholt\nEND:VCARD\n";
    let row = plan(&book, other)
        .rows(&ImportFilter::default(), 0, 10)
        .rows
        .remove(0);
    assert_eq!(
        (row.status, row.decision),
        (Status::Duplicate, Decision::KeepBoth)
    );
}

#[test]
fn a_group_becomes_a_tag_and_its_card_and_an_organisation_are_kept() {
    let Fixture { book, _folder } = book();
    let text = format!(
        "{SAMIR}BEGIN:VCARD\nVERSION:4.0\nKIND:group\nFN:Sailors\nMEMBER:urn:uuid:samir-1\nEND:VCARD\nBEGIN:VCARD\nVERSION:4.0\nKIND:org\nFN:Pelagic\nEND:VCARD\n"
    );
    let report = import(&book, &text);
    assert_eq!((report.added, report.skipped), (1, 0));
    let again = plan(&book, &text);
    assert_eq!(again.summary().counts.unchanged, 3);
    let samir = people(&book).remove(0);
    assert!(samir.tags.iter().any(|tag| tag.name == "Sailors"));
}

#[test]
fn an_import_is_undone_as_a_whole_and_selectively_later() {
    let Fixture { book, _folder } = book();
    let ilse = "BEGIN:VCARD\nVERSION:3.0\nFN:Ilse Varnholt\nEND:VCARD\n";
    let report = import(&book, &format!("{SAMIR}{ilse}"));
    let undone = book.undo(&now()).unwrap().value;
    assert!(undone.kept.is_empty());
    assert!(people(&book).is_empty());
    assert!(
        book.people_find("samir", &PeopleFilter::default(), 9, &now())
            .unwrap()
            .rows
            .is_empty()
    );
    book.redo(&now()).unwrap();
    assert_eq!(people(&book).len(), 2);
    let ilse = people(&book).remove(0);
    book.person_edit(
        ilse.id,
        &DetailEdit::Nickname { value: "Il".into() },
        &now(),
    )
    .unwrap();
    let undone = book
        .undo_operation(report.operation.unwrap(), &now())
        .unwrap()
        .value;
    assert_eq!(
        undone
            .kept
            .iter()
            .map(|kept| kept.name.as_str())
            .collect::<Vec<_>>(),
        ["Ilse Varnholt"]
    );
    assert_eq!(people(&book).len(), 1);
}

#[test]
fn a_person_changed_after_the_plan_was_made_is_asked_about_again() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let mut stale = plan(&book, &SAMIR.replace("Founder", "Chair"));
    let samir = people(&book).remove(0);
    book.person_edit(
        samir.id,
        &DetailEdit::Nickname {
            value: "Sam".into(),
        },
        &now(),
    )
    .unwrap();
    let report = stale.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.updated, report.to_decide), (0, 1));
    assert_eq!(stale.summary().to_decide, 1);
    let report = stale.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!(report.updated, 1);
}

#[test]
fn an_unreadable_card_is_shown_and_can_be_mended() {
    let Fixture { book, _folder } = book();
    let mut plan = plan(&book, &format!("{SAMIR}BEGIN:VCARD\nEND:VCARD\n"));
    let summary = plan.summary();
    assert_eq!((summary.counts.unreadable, summary.to_decide), (1, 1));
    assert!(!plan.details(&book, 1).unwrap().raw.is_empty());
    assert!(plan.fix(&book, 1, "still nothing").is_err());
    let fixed = plan
        .fix(&book, 1, "BEGIN:VCARD\nFN:Marta Kos\nEND:VCARD")
        .unwrap();
    assert_eq!((fixed.counts.unreadable, fixed.counts.new), (0, 2));
    assert_eq!(
        plan.apply(&book, &Unwatched, &now()).unwrap().value.added,
        2
    );
}

#[test]
fn my_own_card_is_left_out_and_people_can_be_kept_close_at_once() {
    let Fixture { book, _folder } = book();
    let me = serde_json::json!({ "me": { "names": [], "emails": ["SAMIR@pelagic.example"], "phones": [] } });
    book.settings_set(me.as_object().unwrap(), &now()).unwrap();
    let mut plan = plan(
        &book,
        &format!("{SAMIR}BEGIN:VCARD\nVERSION:3.0\nFN:Ilse Varnholt\nEND:VCARD\n"),
    );
    assert_eq!(plan.summary().counts.me, 1);
    let kind = book
        .kinds_list()
        .unwrap()
        .into_iter()
        .find(|kind| kind.name == "Client")
        .unwrap();
    plan.keep_close(None, &ImportFilter::default(), Some(kind.id));
    let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.added, report.kept_close), (1, 1));
    assert_eq!(
        people(&book)[0].relationship.as_ref().unwrap().cadence_days,
        Some(30)
    );
    let planned = people(&book)[0].check_ins.len();
    assert_eq!(planned, 1, "keeping close plans the first check-in");
}

#[test]
fn a_stopped_import_changes_nothing() {
    struct Stop;
    impl ImportObserver for Stop {
        fn stopped(&self) -> bool {
            true
        }
        fn progress(&self, _: Stage, _: u64, _: u64) {}
    }
    let Fixture { book, _folder } = book();
    let mut plan = plan(&book, SAMIR);
    assert_eq!(
        plan.apply(&book, &Stop, &now()).unwrap_err().code,
        Code::Stopped
    );
    assert!(people(&book).is_empty());
    assert_eq!(
        plan.apply(&book, &Unwatched, &now()).unwrap().value.added,
        1
    );
}

#[test]
fn a_line_that_kith_does_not_show_is_brought_up_to_date_too() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let newer = SAMIR.replace("X-SKILL:sailing", "X-SKILL:rowing\r\nGENDER:M");
    let mut plan = plan(&book, &newer);
    assert_eq!(plan.summary().counts.updates, 1);
    assert_eq!(
        plan.apply(&book, &Unwatched, &now()).unwrap().value.updated,
        1
    );
    let card = people(&book)[0].came_from[0].card;
    assert_eq!(book.card_text(card).unwrap(), newer);
    let stamped = newer.replace("END:VCARD", "REV:2026-01-01T00:00:00Z\r\nEND:VCARD");
    assert_eq!(self::plan(&book, &stamped).summary().counts.unchanged, 1);
}

#[test]
fn what_the_file_no_longer_has_stays_unless_the_person_says_otherwise() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let shorter = SAMIR.replace("EMAIL;TYPE=WORK:samir@pelagic.example\r\n", "");
    let mut plan = plan(&book, &shorter);
    let details = plan.details(&book, 0).unwrap();
    let missing = &details.differences[0];
    assert_eq!(
        (missing.in_file.as_deref(), missing.take),
        (None, Take::Kith)
    );
    plan.decide_field(&book, 0, &missing.key, Take::File)
        .unwrap();
    plan.apply(&book, &Unwatched, &now()).unwrap();
    assert_eq!(people(&book)[0].contact_points.len(), 1);
}

#[test]
fn another_label_comes_with_the_file() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    import(&book, &SAMIR.replace("EMAIL;TYPE=WORK", "EMAIL;TYPE=HOME"));
    assert_eq!(people(&book)[0].contact_points[0].label, "Home");
}

#[test]
fn of_two_cards_with_one_uid_the_one_most_alike_is_brought_up_to_date() {
    let Fixture { book, _folder } = book();
    let card = |mail: &str| {
        format!(
            "BEGIN:VCARD\nVERSION:3.0\nUID:two\nFN:Ana Berg\nEMAIL:{mail}@x.example\nTEL:+1 202 555 0101\nEND:VCARD\n"
        )
    };
    import(&book, &card("a"));
    let merged = card("b").replace("0101", "0102").replace("UID:two\n", "");
    let mut plan = plan(&book, &merged);
    plan.decide(None, &ImportFilter::default(), Decision::Merge);
    plan.apply(&book, &Unwatched, &now()).unwrap();
    import(&book, &card("c"));
    let mails: Vec<String> = people(&book)[0]
        .contact_points
        .iter()
        .filter(|point| point.kind == ContactKind::Email)
        .map(|point| point.value.clone())
        .collect();
    assert_eq!(mails, ["c@x.example", "b@x.example"]);
}

#[test]
fn one_uid_with_another_name_is_asked_about() {
    let Fixture { book, _folder } = book();
    import(
        &book,
        "BEGIN:VCARD\nVERSION:3.0\nUID:u\nFN:John Smith\nEND:VCARD\n",
    );
    for other in ["Mary Smith", "Joan Smith", "John Meier"] {
        let card = format!("BEGIN:VCARD\nVERSION:3.0\nUID:u\nFN:{other}\nEND:VCARD\n");
        let row = plan(&book, &card)
            .rows(&ImportFilter::default(), 0, 1)
            .rows
            .remove(0);
        assert_eq!(
            (row.status, row.decided),
            (Status::Duplicate, false),
            "{other}"
        );
    }
}

#[test]
fn whoever_is_kept_close_already_keeps_their_rhythm() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let kinds = book.kinds_list().unwrap();
    let samir = people(&book).remove(0);
    let close = RelationshipEdit::KeepClose {
        kind: kinds[0].id,
        cadence_days: Some(7),
        importance: 3,
        next: String::new(),
    };
    book.relationship_edit(&[samir.id], &close, &now()).unwrap();
    let mut plan = plan(&book, &SAMIR.replace("Founder", "Chair"));
    plan.keep_close(None, &ImportFilter::default(), Some(kinds[4].id));
    assert_eq!(
        plan.apply(&book, &Unwatched, &now())
            .unwrap()
            .value
            .kept_close,
        0
    );
    let relationship = people(&book).remove(0).relationship.unwrap();
    assert_eq!(
        (relationship.cadence_days, relationship.importance),
        (Some(7), 3)
    );
}

#[test]
fn somebody_gone_for_good_does_not_hold_the_others_up() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let ilse = "BEGIN:VCARD\nVERSION:3.0\nFN:Ilse Varnholt\nEND:VCARD\n";
    let mut plan = plan(
        &book,
        &format!("{}{ilse}", SAMIR.replace("Founder", "Chair")),
    );
    let samir = people(&book).remove(0);
    book.people_trash(&[samir.id], &now()).unwrap();
    book.trash_empty(None).unwrap();
    let report = plan.apply(&book, &Unwatched, &now()).unwrap().value;
    assert_eq!((report.added, report.to_decide), (1, 1));
}

#[test]
fn a_country_set_since_does_not_keep_people_from_being_undone() {
    let Fixture { book, _folder } = book();
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:Ilse Varnholt\nTEL:(202) 456-1414\nEND:VCARD\n";
    let report = import(&book, card);
    let country = serde_json::json!({ "country": "US" });
    book.settings_set(country.as_object().unwrap(), &now())
        .unwrap();
    let again = card.replace("(202) 456-1414", "+1 202 456 1414");
    let row = plan(&book, &again)
        .rows(&ImportFilter::default(), 0, 1)
        .rows
        .remove(0);
    assert_eq!(row.reason.unwrap().why, MatchReason::SamePhone);
    let undone = book
        .undo_operation(report.operation.unwrap(), &now())
        .unwrap()
        .value;
    assert!(undone.kept.is_empty() && people(&book).is_empty());
    book.undo(&now()).unwrap();
}

#[test]
fn control_characters_and_overrides_of_direction_stay_in_the_card() {
    let Fixture { book, _folder } = book();
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:\u{202e}Ana\u{7} Berg\r\nORG:\u{5d0}\u{5d1}\r\nEND:VCARD\r\n";
    import(&book, card);
    let ana = people(&book).remove(0);
    assert_eq!(
        (ana.name.display.as_str(), ana.headline.as_str()),
        ("Ana Berg", "\u{5d0}\u{5d1}")
    );
    assert_eq!(book.card_text(ana.came_from[0].card).unwrap(), card);
}

#[test]
fn a_file_of_something_else_is_told_by_its_name_and_is_no_card() {
    let Fixture { book, _folder } = book();
    let folder = tempfile::tempdir().unwrap();
    let files = [
        ("letter.txt", b"Dear all,\nsee you on Monday.\n".as_slice()),
        ("face.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\xff\n\n\r"),
        ("one.vcf", SAMIR.as_bytes()),
        ("torn.vcf", b"FN:Ana Berg\r\nTEL:+47 22 55 01 00\r\n"),
    ];
    let sources = files.map(|(name, bytes)| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Source::Path(path)
    });
    let plan = Plan::make(&book, "token", &sources, &Unwatched).unwrap();
    let summary = plan.summary();
    let told: Vec<&str> = summary
        .problems
        .iter()
        .map(|one| one.file.as_str())
        .collect();
    assert_eq!(told, ["letter.txt", "face.png"]);
    assert!(summary.problems[0].message.contains("no vCard file"));
    let everything = ImportFilter {
        show: Show::All,
        text: String::new(),
    };
    let rows = plan.rows(&everything, 0, 9).rows;
    let files: Vec<&str> = rows.iter().map(|row| row.file.as_str()).collect();
    assert!(
        files.contains(&"one.vcf") && files.contains(&"torn.vcf"),
        "{files:?}"
    );
    assert!(!files.contains(&"letter.txt") && !files.contains(&"face.png"));
}

#[test]
fn a_row_says_who_is_kept_close_already() {
    let Fixture { book, _folder } = book();
    import(&book, SAMIR);
    let samir = people(&book).remove(0).id;
    let close = |plan: &Plan| {
        let everything = ImportFilter {
            show: Show::All,
            text: String::new(),
        };
        plan.rows(&everything, 0, 9).rows[0].kept_close
    };
    let changed = SAMIR.replace("Founder", "Chair");
    assert!(!close(&plan(&book, &changed)));
    let keep = RelationshipEdit::KeepClose {
        kind: book.kinds_list().unwrap()[0].id,
        cadence_days: None,
        importance: 1,
        next: String::new(),
    };
    book.relationship_edit(&[samir], &keep, &now()).unwrap();
    assert!(close(&plan(&book, &changed)));
}

#[test]
fn a_doubtful_pair_within_one_import_stands_side_by_side() {
    let Fixture { book, _folder } = book();
    let other = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:samir-2\r\nFN:Samira Haddoun\r\nN:Haddoun;Samira;;;\r\n\
                 TEL;TYPE=CELL:+1 202 555 0148\r\nBDAY:1990-02-03\r\nEND:VCARD\r\n";
    let plan = plan(&book, &format!("{SAMIR}{other}"));
    let details = plan.details(&book, 1).unwrap();
    let value = |all: &[LabelledValue], label: &str| -> Option<String> {
        let found = all.iter().find(|one| one.label == label);
        found.map(|one| one.value.clone())
    };
    assert_eq!(
        value(&details.earlier, "Name").as_deref(),
        Some("Samir Haddoun")
    );
    assert_eq!(
        value(&details.contents, "Name").as_deref(),
        Some("Samira Haddoun")
    );
    assert!(plan.details(&book, 0).unwrap().earlier.is_empty());
}

fn exported(book: &Book) -> String {
    let mut out = Vec::new();
    let style = crate::export::CardStyle::AsItCame;
    book.write_cards(None, style, &mut out, &|| false).unwrap();
    String::from_utf8(out).unwrap()
}

fn organisation(name: &str) -> String {
    format!(
        "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nUID:urn:uuid:o\r\nFN:{name}\r\nEND:VCARD\r\n"
    )
}

#[test]
fn cards_of_one_uid_in_one_file_are_all_kept() {
    let Fixture { book, _folder } = book();
    let text = organisation("Pelagic") + &organisation("Fjell");
    import(&book, &text);
    assert_eq!(exported(&book), text);
    // The one that changed replaces the other of earlier, not the one that the file still has.
    let later = organisation("Pelagic Ltd") + &organisation("Fjell");
    import(&book, &later);
    let out = exported(&book);
    assert_eq!(out.matches("BEGIN").count(), 2, "{out}");
    assert!(
        out.contains("FN:Pelagic Ltd") && out.contains("FN:Fjell"),
        "{out}"
    );
}

#[test]
fn parts_of_a_name_that_a_merged_card_tells_take_the_place_of_guessed_ones() {
    let Fixture { book, _folder } = book();
    let typed = crate::details::NewPerson {
        name: "Mai Thu Linh".into(),
        ..crate::details::NewPerson::default()
    };
    book.person_add(&typed, &now()).unwrap();
    let card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mai Thu Linh\r\nN:Mai;Linh;Thu;;\r\nEND:VCARD\r\n";
    let mut plan = plan(&book, card);
    plan.decide(Some(&[0]), &ImportFilter::default(), Decision::Merge);
    plan.apply(&book, &Unwatched, &now()).unwrap();
    let linh = people(&book).remove(0);
    assert_eq!(
        (linh.name.family.as_str(), linh.name.given.as_str()),
        ("Mai", "Linh")
    );
    assert!(!linh.name.guessed);
    book.undo(&now()).unwrap();
    assert!(people(&book).remove(0).name.guessed);
}

#[test]
fn a_member_whose_card_in_the_list_is_unchanged_gets_its_tag() {
    let Fixture { book, _folder } = book();
    let inner = |name: &str| {
        format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nN:{name};;;;\r\nEND:VCARD\r\n")
    };
    let list = |name: &str| {
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nX-MAILER:1\r\n{}{}END:VCARD\r\n",
            inner("Mira"),
            inner("Samir")
        )
    };
    import(&book, &list("Rowers"));
    assert_eq!(plan(&book, &list("Sailors")).summary().counts.unchanged, 2);
    import(&book, &list("Sailors"));
    for page in people(&book) {
        let tags: Vec<&str> = page.tags.iter().map(|tag| tag.name.as_str()).collect();
        assert_eq!(tags, ["Rowers", "Sailors"], "{}", page.name.display);
    }
}

#[test]
fn of_one_kind_one_is_preferred_after_a_merge() {
    let Fixture { book, _folder } = book();
    let card = |phone: &str| {
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mira Lund\r\nEMAIL:m@example.org\r\nTEL;TYPE=PREF:{phone}\r\nEND:VCARD\r\n"
        )
    };
    import(&book, &card("+1 202 555 0131"));
    import(&book, &card("+1 202 555 0132"));
    let mira = people(&book).remove(0);
    let preferred: Vec<_> = mira
        .contact_points
        .iter()
        .map(|point| (point.value.as_str(), point.preferred))
        .collect();
    assert_eq!(
        preferred[1..],
        [("+1 202 555 0131", true), ("+1 202 555 0132", false)]
    );
}
