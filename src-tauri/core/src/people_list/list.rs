//! The list of people: its shape, and windows of its rows.

use crate::book::{Book, must};
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::list_rows;
use crate::people_list::list_rows::Where;
use crate::people_list::{PeopleFilter, PeopleOutline, PersonRow, Section};
use crate::people_list::{WarmthWeights, segments_of};
use crate::relationships::relationship_rows;
use crate::relationships::{Status, status_on};
use crate::settings;
use crate::store::Tx;
use crate::warmth::Weights;
use chrono::NaiveDate;

impl Book {
    /// The letters of the list and how many people stand under each.
    ///
    /// # Errors
    /// Those of storage.
    pub fn people_outline(&self, filter: &PeopleFilter, now: &Moment) -> Result<PeopleOutline> {
        self.read(|tx| {
            let sections = sections(list_rows::letters(tx, &Where::of(filter, now.today())?)?);
            Ok(PeopleOutline {
                total: sections.iter().map(|section| section.count).sum(),
                everyone: person_rows::count(tx)?,
                quiet: relationship_rows::count_quiet(tx, now.today().into())?,
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
        now: &Moment,
    ) -> Result<Vec<PersonRow>> {
        self.read(|tx| {
            let ids = list_rows::window(
                tx,
                &Where::of(filter, now.today())?,
                offset,
                limit.min(1000),
            )?;
            rows_of(tx, &ids, now)
        })
    }

    /// Where a person stands in the list; `None` where the filter leaves them out.
    ///
    /// # Errors
    /// Those of storage.
    pub fn person_position(
        &self,
        id: PersonId,
        filter: &PeopleFilter,
        now: &Moment,
    ) -> Result<Option<u32>> {
        self.read(|tx| list_rows::position(tx, &Where::of(filter, now.today())?, id))
    }

    /// Everyone the filter lets through, in the list's order.
    ///
    /// # Errors
    /// Those of storage.
    pub fn people_ids(&self, filter: &PeopleFilter, now: &Moment) -> Result<Vec<PersonId>> {
        self.read(|tx| list_rows::window(tx, &Where::of(filter, now.today())?, 0, u32::MAX))
    }
}

/// The row of one person.
pub(crate) fn row_of(tx: &Tx<'_>, id: PersonId, now: &Moment) -> Result<PersonRow> {
    let mut rows = rows_of(tx, &[id], now)?;
    must(rows.pop(), "row")
}

pub(crate) fn rows_of(tx: &Tx<'_>, ids: &[PersonId], now: &Moment) -> Result<Vec<PersonRow>> {
    let weights = settings::get::<WarmthWeights>(tx)?;
    ids.iter()
        .map(|id| {
            let mut row = must(list_rows::row(tx, *id)?, "row")?;
            stand(tx, &mut row, &weights, now.today())?;
            Ok(row)
        })
        .collect()
}

/// How the relationship stands on a day: status, warmth, and whether it is going quiet.
fn stand(tx: &Tx<'_>, row: &mut PersonRow, weights: &Weights, today: NaiveDate) -> Result<()> {
    let mine = relationship_rows::of_person(tx, row.id)?;
    let status = mine.as_ref().map(|mine| status_on(mine, today));
    let cadence = mine.as_ref().and_then(|mine| mine.cadence_days);
    row.status = status;
    if status.is_none_or(|status| status == Status::Active) {
        row.warmth = segments_of(tx, row.id, cadence, weights, today)?;
        let quiet_on = mine.and_then(|mine| mine.quiet_on);
        row.quiet = quiet_on.is_some_and(|day| day <= today);
    }
    Ok(())
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
