//! The list of people: its shape, and windows of its rows.

use super::{PeopleFilter, PeopleOutline, PersonRow, Section};
use crate::book::{Book, must};
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::people_list::{self, Where};
use crate::store::{Tx, people};

impl Book {
    /// The letters of the list and how many people stand under each.
    ///
    /// # Errors
    /// Those of storage.
    pub fn people_outline(&self, filter: &PeopleFilter) -> Result<PeopleOutline> {
        self.read(|tx| {
            let sections = sections(people_list::letters(tx, &Where::of(filter)?)?);
            Ok(PeopleOutline {
                total: sections.iter().map(|section| section.count).sum(),
                everyone: people::count(tx)?,
                sections,
            })
        })
    }

    /// Rows `offset` to `offset + limit` of the list, in order of name.
    ///
    /// # Errors
    /// Those of storage.
    pub fn people_window(
        &self,
        filter: &PeopleFilter,
        offset: u32,
        limit: u32,
    ) -> Result<Vec<PersonRow>> {
        self.read(|tx| {
            let ids = people_list::window(tx, &Where::of(filter)?, offset, limit.min(1000))?;
            rows(tx, &ids)
        })
    }

    /// Where a person stands in the list; `None` where the filter leaves them out.
    ///
    /// # Errors
    /// Those of storage.
    pub fn person_position(&self, id: PersonId, filter: &PeopleFilter) -> Result<Option<u32>> {
        self.read(|tx| people_list::position(tx, &Where::of(filter)?, id))
    }

    /// Everyone the filter lets through, in the list's order.
    ///
    /// # Errors
    /// Those of storage.
    pub fn people_ids(&self, filter: &PeopleFilter) -> Result<Vec<PersonId>> {
        self.read(|tx| people_list::window(tx, &Where::of(filter)?, 0, u32::MAX))
    }
}

pub(super) fn rows(tx: &Tx<'_>, ids: &[PersonId]) -> Result<Vec<PersonRow>> {
    ids.iter()
        .map(|id| must(people_list::row(tx, *id)?, "row"))
        .collect()
}

/// Digits sort before letters and signs after them: all that is no letter is one section, where it stands.
fn sections(letters: Vec<(String, u32)>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut first = 0;
    for (letter, count) in letters {
        let is_letter = letter.chars().all(|c| c.is_ascii_lowercase());
        let letter = if is_letter {
            letter.to_ascii_uppercase()
        } else {
            "#".to_owned()
        };
        match sections.last_mut().filter(|last| last.letter == letter) {
            Some(last) => last.count += count,
            None => sections.push(Section {
                letter,
                first,
                count,
            }),
        }
        first += count;
    }
    sections
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_letter_shares_a_section() {
        let letters = [("1", 2), ("7", 1), ("a", 3), ("z", 1), ("~", 1)]
            .map(|(letter, n)| (letter.to_owned(), n));
        let shape: Vec<(String, u32, u32)> = sections(letters.into())
            .into_iter()
            .map(|section| (section.letter, section.first, section.count))
            .collect();
        assert_eq!(
            shape,
            [
                ("#".into(), 0, 3),
                ("A".into(), 3, 3),
                ("Z".into(), 6, 1),
                ("#".into(), 7, 1)
            ]
        );
    }
}
