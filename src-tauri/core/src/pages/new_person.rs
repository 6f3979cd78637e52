//! What the dialog for a new person says while it is filled in: who is like them, and what looks wrong.

use serde::Serialize;

use crate::book::Book;
use crate::details::{ContactKind, NewPerson, contact_normal, contact_point_rows, country};
use crate::error::Result;
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::import::MatchReason;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::{PersonRow, row_of};
use crate::store::Tx;

/// Most people that are shown.
const MOST: usize = 3;

/// Somebody in the book who may be the person that is being added.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Similar {
    /// Who is in the book.
    pub row: PersonRow,
    /// What the two share.
    pub why: MatchReason,
}

/// What is said of a person who is being added. Nothing of it keeps them from being added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewPersonHints {
    /// People in the book who may be the same; at most three, those with the same address first.
    pub similar: Vec<Similar>,
    /// What looks wrong with the mail address, as a sentence.
    pub email: Option<String>,
}

impl Book {
    /// What is said of a person who is being added by hand.
    ///
    /// # Errors
    /// Storage errors.
    pub fn new_person_hints(&self, person: &NewPerson, now: &Moment) -> Result<NewPersonHints> {
        let similar = self.read(|tx| {
            let found = similar(tx, person)?.into_iter().take(MOST);
            found
                .map(|(id, why)| {
                    Ok(Similar {
                        row: row_of(tx, id, now)?,
                        why,
                    })
                })
                .collect()
        })?;
        let looks_wrong = !looks_like_email(person.email.trim());
        Ok(NewPersonHints {
            similar,
            email: looks_wrong.then(|| {
                "This does not look like a mail address. It is kept as you wrote it.".into()
            }),
        })
    }
}

fn similar(tx: &Tx<'_>, person: &NewPerson) -> Result<Vec<(PersonId, MatchReason)>> {
    let country = country(tx)?;
    let mut found: Vec<(PersonId, MatchReason)> = Vec::new();
    let mut add = |people: Vec<PersonId>, why: MatchReason| {
        for id in people {
            if !found.iter().any(|(known, _)| *known == id) {
                found.push((id, why));
            }
        }
    };
    for (kind, value, why) in [
        (ContactKind::Email, &person.email, MatchReason::SameEmail),
        (ContactKind::Phone, &person.phone, MatchReason::SamePhone),
    ] {
        let normal = contact_normal(kind, value.trim(), &country);
        if !normal.is_empty() {
            add(
                contact_point_rows::people_of_normal(tx, kind, &normal)?,
                why,
            );
        }
    }
    let name = fold_words(&person.name);
    if !name.is_empty() {
        add(person_rows::named(tx, &name)?, MatchReason::SameName);
    }
    Ok(found)
}

/// Empty, or something, an @, and something after it, without spaces.
fn looks_like_email(text: &str) -> bool {
    let parts = text.split_once('@');
    text.is_empty()
        || parts.is_some_and(|(before, after)| {
            !before.is_empty()
                && !after.is_empty()
                && !after.contains('@')
                && !text.contains(char::is_whitespace)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_mail_can_reach_is_told() {
        for fine in ["", "ana@berg.example", "Ana.Berg+x@mail", "用户@例子.公司"] {
            assert!(looks_like_email(fine), "{fine}");
        }
        for odd in [
            "not-a-mail",
            "@berg.example",
            "ana@",
            "ana @berg.example",
            "a@b@c",
        ] {
            assert!(!looks_like_email(odd), "{odd}");
        }
    }
}
