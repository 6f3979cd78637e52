//! A draft to somebody, filled from the book.

use std::collections::HashMap;

use serde::Serialize;

use super::known::{Known, known};
use super::parts::{DraftSource, Stretch};
use super::templates::template_of;
use super::{DraftPart, DraftSort, filled};
use crate::book::Book;
use crate::details::mail_of;
use crate::error::Result;
use crate::ids::PersonId;
use crate::letters::listed;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::held_back;
use crate::store::Tx;

/// A stretch of a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DraftPiece {
    /// The part that was filled; `None` for words of the template.
    pub part: Option<DraftPart>,
    /// The words.
    pub words: String,
}

/// Something of the book that a draft is filled from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DraftFrom {
    /// The part that it fills.
    pub part: DraftPart,
    /// What it is: "New role".
    pub title: String,
    /// What the book says: "Supply Lead, Corvane Optics, since 1 March".
    pub words: String,
    /// Whether the draft uses it.
    pub used: bool,
    /// Of which sort the row is that it is from; `None` where the page has no line for it.
    pub sort: Option<DraftSource>,
    /// The row; 0 for none.
    pub item: i64,
}

/// What one could write to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// What it is for.
    pub sort: DraftSort,
    /// The subject of a mail.
    pub subject: Vec<DraftPiece>,
    /// The text.
    pub body: Vec<DraftPiece>,
    /// What it is filled from, in the order of the text.
    pub from: Vec<DraftFrom>,
    /// The most characters that its readers' programs take.
    pub most_characters: Option<u32>,
    /// Whether there is a mail address to write to: of everybody whom it goes to.
    pub has_mail: bool,
    /// Where it goes to several, who of them has no mail address: "Ben has no mail address."; else empty.
    pub without_mail: String,
    /// Why one had better wait, or not send it, in sentences: "Daniel is paused until 1 May. Send it another day?";
    /// `None` where nobody whom it goes to is left alone.
    pub held: Option<String>,
}

impl Book {
    /// A draft to somebody. `without` are parts that the user does not want in it: their sentences are left out.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn draft(
        &self,
        person: PersonId,
        sort: DraftSort,
        without: &[DraftPart],
        now: &Moment,
    ) -> Result<Draft> {
        self.read(|tx| {
            let known = known(tx, person, now)?;
            filled_from(tx, &[person], sort, without, &known, now)
        })
    }
}

/// A draft to somebody, or to several, filled from what is known.
pub(super) fn filled_from(
    tx: &Tx<'_>,
    to: &[PersonId],
    sort: DraftSort,
    without: &[DraftPart],
    known: &[Known],
    now: &Moment,
) -> Result<Draft> {
    let [subject, body] = template_of(tx, sort)?;
    let is_used = |known: &&Known| !without.contains(&known.part) && !without.contains(&known.with);
    let values: HashMap<DraftPart, String> = known
        .iter()
        .filter(is_used)
        .map(|known| (known.part, known.text.clone()))
        .collect();
    let mut subject_pieces = pieces(&subject, &values);
    if subject_pieces.is_empty() && !subject.is_empty() {
        subject_pieces.push(DraftPiece {
            part: None,
            words: sort.plain_subject().to_owned(),
        });
    }
    let without_mail = names_without_mail(tx, to)?;
    Ok(Draft {
        sort,
        from: from(&[&subject, &body], known, without),
        subject: subject_pieces,
        body: pieces(&body, &values),
        most_characters: sort.most_characters(),
        has_mail: without_mail.is_empty(),
        without_mail: match to {
            [_, _, ..] => no_mail_words(&without_mail),
            _ => String::new(),
        },
        held: held_back(tx, to, now)?,
    })
}

/// The names of those who have no mail address.
pub(super) fn names_without_mail(tx: &Tx<'_>, people: &[PersonId]) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for person in people {
        if mail_of(tx, *person)?.is_none() {
            names.push(first_name(tx, *person)?);
        }
    }
    Ok(names)
}

/// "Ben has no mail address."; empty for nobody.
pub(super) fn no_mail_words(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("{one} has no mail address."),
        several => format!("{} have no mail address.", listed(several)),
    }
}

fn first_name(tx: &Tx<'_>, person: PersonId) -> Result<String> {
    Ok(person_rows::get(tx, person)?.name.first().to_owned())
}

fn pieces(template: &[Stretch], values: &HashMap<DraftPart, String>) -> Vec<DraftPiece> {
    filled::fill(template, values)
        .into_iter()
        .map(|(part, words)| DraftPiece { part, words })
        .collect()
}

/// What is known of the parts of a template, names aside, in its order.
fn from(templates: &[&Vec<Stretch>], known: &[Known], without: &[DraftPart]) -> Vec<DraftFrom> {
    let mut from: Vec<DraftFrom> = Vec::new();
    for stretch in templates.iter().flat_map(|template| template.iter()) {
        let Stretch::Part(part) = stretch else {
            continue;
        };
        let found = known
            .iter()
            .find(|known| known.part == *part && known.with == *part);
        let Some(known) = found.filter(|known| !known.title.is_empty()) else {
            continue;
        };
        if from.iter().all(|one| one.part != known.part) {
            from.push(DraftFrom {
                part: known.part,
                title: known.title.to_owned(),
                words: known.words.clone(),
                used: !without.contains(&known.part),
                sort: known.from.map(|(sort, _)| sort),
                item: known.from.map_or(0, |(_, item)| item),
            });
        }
    }
    from
}
