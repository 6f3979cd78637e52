//! The list of people: whom it shows, in which order, under which headings; and whom one was busy with lately.

use kith_core::details::DetailEdit;
use kith_core::people_list::{PeopleFilter, PeopleSort};
use kith_core::relationships::Status;
use kith_core::{Book, Moment, OperationKind, PersonId};

use crate::talks::{add, add_close, keep, noon, status, talk};

fn open(now: &Moment) -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&folder.path().join("book.kith"), now).unwrap();
    (folder, book)
}

fn sorted(sort: PeopleSort) -> PeopleFilter {
    PeopleFilter {
        sort,
        ..PeopleFilter::default()
    }
}

/// The list as it stands there: each heading, and the names below it.
fn list(book: &Book, filter: &PeopleFilter, now: &Moment) -> Vec<String> {
    let outline = book.people_outline(filter, now).unwrap();
    let rows = book.people_window(filter, 0, 1000, now).unwrap();
    assert_eq!(rows.len(), outline.total as usize);
    let ids: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
    assert_eq!(book.people_ids(filter, now).unwrap(), ids);
    for (at, id) in ids.iter().enumerate() {
        let position = book.person_position(*id, filter, now).unwrap();
        assert_eq!(position, Some(at as u32));
        let alone = book.people_window(filter, at as u32, 1, now).unwrap();
        assert_eq!(alone, rows[at..=at]);
    }
    let mut said = Vec::new();
    for section in outline.sections {
        said.push(format!("{}:", section.label));
        let (first, count) = (section.first as usize, section.count as usize);
        said.extend(
            rows[first..first + count]
                .iter()
                .map(|row| row.name.clone()),
        );
    }
    said
}

#[test]
fn the_list_is_sorted_by_what_one_looks_for() {
    let now = noon("2026-03-10");
    let (_folder, book) = open(&noon("2025-06-01"));
    let ada = add_close(&book, "Ada Zimmer", 30, &noon("2025-06-01"));
    let bo = add(&book, "Bo Almgren", &noon("2026-03-01"));
    let cyd = add_close(&book, "Cyd Moe", 7, &noon("2026-03-09"));
    add(&book, "Dia", &now);
    let eva = add_close(&book, "Eva Berg", 30, &now);
    for (person, on) in [
        (ada, "2026-03-02"),
        (bo, "2026-03-10"),
        (cyd, "2025-12-01"),
        (eva, "2026-03-09"),
    ] {
        book.interaction_log(&talk(&[person], on), &now).unwrap();
    }
    status(&book, eva, Status::Paused, "2026-06-01", &now);
    let list = |sort| list(&book, &sorted(sort), &now);
    assert_eq!(
        list(PeopleSort::Name),
        [
            "A:",
            "Ada Zimmer",
            "B:",
            "Bo Almgren",
            "C:",
            "Cyd Moe",
            "D:",
            "Dia",
            "E:",
            "Eva Berg"
        ]
    );
    assert_eq!(
        list(PeopleSort::Surname),
        [
            "A:",
            "Bo Almgren",
            "B:",
            "Eva Berg",
            "D:",
            "Dia",
            "M:",
            "Cyd Moe",
            "Z:",
            "Ada Zimmer"
        ]
    );
    assert_eq!(
        list(PeopleSort::LastTalk),
        [
            "Today:",
            "Bo Almgren",
            "Yesterday:",
            "Eva Berg",
            "Last 30 days:",
            "Ada Zimmer",
            "December 2025:",
            "Cyd Moe",
            "No talk yet:",
            "Dia"
        ]
    );
    assert_eq!(
        list(PeopleSort::NextCheckIn),
        [
            "Due:",
            "Cyd Moe",
            "Next 30 days:",
            "Ada Zimmer",
            "June:",
            "Eva Berg",
            "Nothing planned:",
            "Bo Almgren",
            "Dia"
        ]
    );
    assert_eq!(
        list(PeopleSort::Added),
        [
            "Today:",
            "Dia",
            "Eva Berg",
            "Yesterday:",
            "Cyd Moe",
            "Last 30 days:",
            "Bo Almgren",
            "June 2025:",
            "Ada Zimmer"
        ]
    );
    let warmth = list(PeopleSort::Warmth);
    assert_eq!(
        warmth[warmth.len() - 4..],
        ["Resting:", "Eva Berg", "No talk yet:", "Dia"]
    );
    // Nearer talks weigh more; a rhythm of seven days forgets December.
    let names: Vec<&String> = warmth.iter().filter(|line| !line.ends_with(':')).collect();
    assert_eq!(
        names,
        ["Bo Almgren", "Ada Zimmer", "Cyd Moe", "Eva Berg", "Dia"]
    );
}

#[test]
fn whom_i_keep_close_can_be_listed_alone() {
    let now = noon("2026-03-10");
    let (_folder, book) = open(&now);
    let ada = add(&book, "Ada", &now);
    add(&book, "Bo", &now);
    keep(&book, ada, 30, &now);
    let close = PeopleFilter {
        kept_close: true,
        ..PeopleFilter::default()
    };
    assert_eq!(list(&book, &close, &now), ["A:", "Ada"]);
    assert_eq!(
        book.people_outline(&PeopleFilter::default(), &now)
            .unwrap()
            .kept_close,
        1
    );
    let found = book.people_find("b", &close, 10, &now).unwrap();
    assert!(found.rows.is_empty());
    book.people_trash(&[ada], &now).unwrap();
    let outline = book.people_outline(&close, &now).unwrap();
    assert_eq!((outline.total, outline.kept_close), (0, 0));
}

#[test]
fn a_filter_of_an_older_book_is_read() {
    let now = noon("2026-03-10");
    let (_folder, book) = open(&now);
    let old = serde_json::json!({
        "listFilter": { "category": null, "kinds": [], "tags": [], "quiet": true, "organisation": null }
    });
    let done = book.settings_set(old.as_object().unwrap(), &now).unwrap();
    let filter = done.value.list_filter;
    assert!(filter.quiet && !filter.kept_close);
    assert_eq!(filter.sort, PeopleSort::Name);
}

#[test]
fn lately_names_whom_the_last_changes_were_about() {
    let (_folder, book) = open(&noon("2026-03-01"));
    let [ada, bo, cyd] = ["Ada", "Bo", "Cyd"].map(|name| add(&book, name, &noon("2026-03-01")));
    let today = noon("2026-03-10");
    let lately = |book: &Book| -> Vec<(String, OperationKind, String)> {
        let lately = book.people_lately(9, &today).unwrap().into_iter();
        lately
            .map(|one| (one.row.name, one.did, one.when))
            .collect()
    };
    let added = |name: &str| {
        (
            name.to_owned(),
            OperationKind::AddPerson,
            "9 days ago".to_owned(),
        )
    };
    assert_eq!(lately(&book), [added("Cyd"), added("Bo"), added("Ada")]);
    book.interaction_log(&talk(&[ada], "2026-03-09"), &noon("2026-03-09"))
        .unwrap();
    let note = DetailEdit::Note {
        id: None,
        body: "Likes sailing.".to_owned(),
    };
    book.person_edit(bo, &note, &today).unwrap();
    let logged = (
        "Ada".to_owned(),
        OperationKind::LogInteraction,
        "yesterday".to_owned(),
    );
    let edited = (
        "Bo".to_owned(),
        OperationKind::EditPerson,
        "today".to_owned(),
    );
    assert_eq!(
        lately(&book),
        [edited.clone(), logged.clone(), added("Cyd")]
    );
    // What was taken back did not happen, and who is in the trash is not looked for.
    book.undo(&today).unwrap();
    assert_eq!(lately(&book), [logged.clone(), added("Cyd"), added("Bo")]);
    book.people_trash(&[cyd], &today).unwrap();
    assert_eq!(lately(&book), [logged, added("Bo")]);
    assert_eq!(book.people_lately(1, &today).unwrap().len(), 1);
}

#[test]
fn lately_says_when_one_talked_as_roughly_as_that_is_known() {
    let now = noon("2026-11-25");
    let (_folder, book) = open(&now);
    let talked = |book: &Book| book.people_lately(1, &now).unwrap().remove(0).talked;
    let ada = add(&book, "Ada", &now);
    assert_eq!(talked(&book), None);
    for (when, words) in [
        ("spring 2025", "spring 2025"),
        ("october", "October 2026"),
        ("about 3 weeks ago", "about 4 November 2026"),
        ("yesterday", "yesterday"),
        // The last talk is told, whichever was logged last.
        ("last year", "yesterday"),
    ] {
        book.interaction_log(&talk(&[ada], when), &now).unwrap();
        assert_eq!(talked(&book).as_deref(), Some(words), "{when}");
    }
}

#[test]
fn lately_leaves_out_what_was_done_to_many() {
    let (_folder, book) = open(&noon("2026-03-01"));
    let now = noon("2026-03-10");
    let people: Vec<PersonId> = (0..6)
        .map(|n| add(&book, &format!("Person {n}"), &noon("2026-03-01")))
        .collect();
    let tag = DetailEdit::AddTag {
        name: "choir".to_owned(),
    };
    book.people_edit(&people, &tag, &now).unwrap();
    let dids = |book: &Book| -> Vec<OperationKind> {
        let lately = book.people_lately(9, &now).unwrap().into_iter();
        lately.map(|one| one.did).collect()
    };
    assert_eq!(dids(&book), [OperationKind::AddPerson; 6]);
    // A talk of two is about both.
    book.interaction_log(&talk(&people[..2], "2026-03-09"), &now)
        .unwrap();
    assert_eq!(
        dids(&book)[..3],
        [
            OperationKind::LogInteraction,
            OperationKind::LogInteraction,
            OperationKind::AddPerson
        ]
    );
}
