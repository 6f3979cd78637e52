//! Whatever a person may do next: random steps through the public API.

use kith_core::people::{
    ContactKind, DateKind, NameParts, NewPerson, PeopleFilter, PersonEdit, PersonPage,
};
use kith_core::relationships::{Category, Kind, Workplace};
use kith_core::{Book, Changes, Done, Moment, OperationId, PersonId, Result};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// One thing done. Numbers choose among what is there then, so that any step fits any book.
#[derive(Clone, Debug)]
pub struct Step {
    what: u8,
    who: usize,
    pick: usize,
    word: String,
}

const WORDS: &[&str] = &[
    "Zoë",
    "Łukasz Wilczyn",
    "O’Brien",
    "Pelagic Sensing",
    "pelagic  sensing",
    "Straße 7",
    "+1 202 555 0148",
    "(202) 555-0123",
    "mira@tarn.example",
    "https://tarn.example",
    "14 August 1985",
    "29 February",
    "forum",
    "Forum",
    "optics",
    "\u{202e}evil<b>",
    "\"quoted\\\" \u{1}",
    "نص",
    "漢字 かな",
    "😀",
    "",
];

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let word = prop_oneof![
        9 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => "\\PC{1,12}",
    ];
    let step = (0..40_u8, 0..9_usize, 0..9_usize, word).prop_map(|(what, who, pick, word)| Step {
        what,
        who,
        pick,
        word,
    });
    prop::collection::vec(step, 1..=most)
}

/// What a step did, whatever its value.
pub fn take(
    book: &Book,
    step: &Step,
    now: &Moment,
) -> Result<Option<(Changes, Option<OperationId>)>> {
    let everyone = book.people_ids(&PeopleFilter::default(), &minute(0))?;
    let Some(&who) = everyone.get(step.who % everyone.len().max(1)) else {
        return add(book, step, now).map(said);
    };
    let several: Vec<PersonId> = everyone
        .iter()
        .copied()
        .skip(step.who % 2)
        .step_by(1 + step.pick)
        .collect();
    match step.what {
        0..=4 => add(book, step, now).map(said),
        5 => set(book, step, now).map(said),
        6 => book.people_trash(&[who], now).map(said),
        7 if !several.is_empty() => book.people_trash(&several, now).map(said),
        8 | 9 => {
            let trash: Vec<PersonId> = book
                .trash_list(now)?
                .into_iter()
                .map(|gone| gone.row.id)
                .collect();
            let back = trash
                .get(step.pick % trash.len().max(1)..)
                .unwrap_or_default();
            if back.is_empty() {
                Ok(None)
            } else {
                book.people_restore(back, now).map(said)
            }
        }
        10..=12 if !several.is_empty() => {
            let kinds = book.kinds_list()?;
            let edit = for_several(step, &kinds);
            book.people_edit(&several, &edit, now).map(said)
        }
        _ => {
            let (page, kinds) = (book.person_page(who, now)?, book.kinds_list()?);
            match for_one(step, &page, &kinds) {
                Some(edit) => book.person_edit(who, &edit, now).map(said),
                None => Ok(None),
            }
        }
    }
}

fn said<T>(done: Done<T>) -> Option<(Changes, Option<OperationId>)> {
    Some((done.changes, done.operation))
}

fn add(book: &Book, step: &Step, now: &Moment) -> Result<Done<PersonId>> {
    let person = NewPerson {
        name: if step.word.is_empty() {
            "Mira Okafor".into()
        } else {
            step.word.clone()
        },
        email: if step.pick.is_multiple_of(2) {
            format!("p{}@tarn.example", step.pick)
        } else {
            String::new()
        },
        phone: if step.pick.is_multiple_of(3) {
            format!("+1 202 555 01{:02}", step.who)
        } else {
            String::new()
        },
        organisation: WORDS[step.pick % 6].to_owned(),
        role: WORDS[step.who % 4].to_owned(),
    };
    book.person_add(&person, now)
}

fn set(book: &Book, step: &Step, now: &Moment) -> Result<Done<kith_core::settings::Settings>> {
    let (key, value): (&str, Value) = match step.pick {
        0 => ("theme", json!("dark")),
        1 => ("theme", json!("light")),
        2 => ("textScale", json!(1.25)),
        3 => ("country", json!("US")),
        4 => ("country", json!("PT")),
        5 => (
            "me",
            json!({ "names": [step.word], "emails": [], "phones": [] }),
        ),
        6 => ("sidebar", json!("rail")),
        7 => ("theme", json!("plaid")),
        _ => ("nosuch", json!(1)),
    };
    book.settings_set(&Map::from_iter([(key.to_owned(), value)]), now)
}

fn for_several(step: &Step, kinds: &[Kind]) -> PersonEdit {
    let kind = kinds[step.who % kinds.len()].id;
    match step.pick {
        0..=2 => PersonEdit::AddTag {
            name: step.word.clone(),
        },
        3 | 4 => PersonEdit::Kind { id: Some(kind) },
        5 => PersonEdit::Category { value: None },
        6 => PersonEdit::LetGo,
        _ => PersonEdit::KeepClose {
            kind,
            cadence_days: None,
            importance: 1,
        },
    }
}

/// Every edit that there is; `None` where the person has nothing of the sort.
fn for_one(step: &Step, page: &PersonPage, kinds: &[Kind]) -> Option<PersonEdit> {
    let word = step.word.clone();
    let pick = step.pick;
    let nth = |n: usize| pick % n.max(1);
    let some = !pick.is_multiple_of(3);
    let point = page.contact_points.get(nth(page.contact_points.len()));
    let work = page.affiliations.get(nth(page.affiliations.len()));
    let date = page.dates.get(nth(page.dates.len()));
    let note = page.notes.get(nth(page.notes.len()));
    let kind = kinds[pick % kinds.len()].id;
    let contact_kinds = [
        ContactKind::Email,
        ContactKind::Phone,
        ContactKind::Address,
        ContactKind::Link,
        ContactKind::Chat,
    ];
    Some(match step.what {
        13 => PersonEdit::Name {
            display: word,
            parts: None,
        },
        14 => PersonEdit::Name {
            display: word.clone(),
            parts: Some(NameParts {
                family: word,
                given: "Al".into(),
                ..NameParts::default()
            }),
        },
        15 => PersonEdit::Nickname { value: word },
        16..=18 => PersonEdit::ContactPoint {
            id: point.filter(|_| some).map(|point| point.id),
            kind: point
                .filter(|_| some)
                .map_or(contact_kinds[pick % 5], |point| point.kind),
            value: word,
            label: "Work".into(),
            preferred: pick.is_multiple_of(2),
        },
        19 => PersonEdit::RemoveContactPoint { id: point?.id },
        20 => PersonEdit::MoveContactPoint {
            id: point?.id,
            to: step.who,
        },
        21..=23 => PersonEdit::Affiliation {
            id: work.filter(|_| some).map(|work| work.id),
            organisation: word,
            role: WORDS[step.who].into(),
            department: String::new(),
            since: if some { "2020".into() } else { String::new() },
            until: if pick > 5 {
                "May 2024".into()
            } else {
                String::new()
            },
        },
        24 | 25 => PersonEdit::RemoveAffiliation { id: work?.id },
        26 => PersonEdit::Date {
            id: date.filter(|_| some).map(|date| date.id),
            kind: [DateKind::Birthday, DateKind::Anniversary, DateKind::Other][pick % 3],
            label: String::new(),
            text: WORDS[10 + pick % 2].into(),
        },
        27 => PersonEdit::RemoveDate { id: date?.id },
        28 | 29 => PersonEdit::Note {
            id: note.filter(|_| some).map(|note| note.id),
            body: word,
        },
        30 => PersonEdit::RemoveNote { id: note?.id },
        31 | 32 => PersonEdit::AddTag { name: word },
        33 => PersonEdit::RemoveTag {
            id: page.tags.get(nth(page.tags.len()))?.id,
        },
        34 => PersonEdit::Category {
            value: [None, Some(Category::Internal), Some(Category::External)][pick % 3],
        },
        35 => PersonEdit::Kind {
            id: some.then_some(kind),
        },
        36 => PersonEdit::Purpose { value: word },
        37 => PersonEdit::Workplace {
            value: [None, Some(Workplace::InHouse), Some(Workplace::Remote)][pick % 3],
        },
        38 => PersonEdit::KeepClose {
            kind,
            cadence_days: some.then_some(17),
            importance: 2,
        },
        39 if some => PersonEdit::LetGo,
        _ => PersonEdit::RemovePhoto,
    })
}
