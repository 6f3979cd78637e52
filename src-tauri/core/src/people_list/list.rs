//! The list of people: its sections, and ranges of its rows.

use crate::book::Book;
use crate::customs::date_time_forms;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::list_rows;
use crate::people_list::list_rows::Where;
use crate::people_list::order::{letter_label, placed, sections};
use crate::people_list::{PeopleFilter, PeopleOutline, PeopleSort, PersonRow};
use crate::people_list::{WarmthWeights, segments_of};
use crate::relationships::relationship_rows::{self, RelationshipRecord};
use crate::relationships::{Status, StoredStatus};
use crate::settings;
use crate::store::Tx;
use crate::warmth::Weights;

impl Book {
    /// The sections of the list, with the number of people in each.
    ///
    /// # Errors
    /// Storage errors.
    pub fn people_outline(&self, filter: &PeopleFilter, now: &Moment) -> Result<PeopleOutline> {
        self.read(|tx| {
            let sections = match filter.sort {
                PeopleSort::Name => {
                    let letters = list_rows::letters(tx, &Where::of(filter, now)?)?;
                    sections(
                        letters
                            .into_iter()
                            .map(|(letter, n)| (letter_label(&letter), n)),
                    )
                }
                _ => sections(
                    placed(tx, filter, now)?
                        .into_iter()
                        .map(|(_, label)| (label, 1)),
                ),
            };
            Ok(PeopleOutline {
                total: sections.iter().map(|section| section.count).sum(),
                everyone: person_rows::count(tx)?,
                quiet: relationship_rows::count_quiet(tx, now)?,
                kept_close: relationship_rows::count_kept_close(tx)?,
                archived: person_rows::count_archived(tx)?,
                talks_a_year_ago: list_rows::has_talks_a_year_ago(tx, now.today())?,
                sections,
            })
        })
    }

    /// Rows `offset` to `offset + limit` of the list. `limit` is cut to 1000.
    ///
    /// # Errors
    /// Storage errors.
    pub fn people_window(
        &self,
        filter: &PeopleFilter,
        offset: u32,
        limit: u32,
        now: &Moment,
    ) -> Result<Vec<PersonRow>> {
        self.read(|tx| {
            let ids = ids_of(tx, filter, offset, limit.min(1000), now)?;
            rows_of(tx, &ids, now)
        })
    }

    /// The position of a person in the list, from 0; `None` if the filter excludes them.
    ///
    /// # Errors
    /// Storage errors.
    pub fn person_position(
        &self,
        id: PersonId,
        filter: &PeopleFilter,
        now: &Moment,
    ) -> Result<Option<u32>> {
        self.read(|tx| match filter.sort {
            PeopleSort::Name => list_rows::position(tx, &Where::of(filter, now)?, id),
            _ => {
                let placed = placed(tx, filter, now)?;
                let at = placed.iter().position(|(placed, _)| *placed == id);
                Ok(at.and_then(|at| u32::try_from(at).ok()))
            }
        })
    }

    /// All people that pass the filter, in the order of the list.
    ///
    /// # Errors
    /// Storage errors.
    pub fn people_ids(&self, filter: &PeopleFilter, now: &Moment) -> Result<Vec<PersonId>> {
        self.read(|tx| ids_of(tx, filter, 0, u32::MAX, now))
    }
}

/// Ids of the rows `offset` to `offset + limit` of the list.
fn ids_of(
    tx: &Tx<'_>,
    filter: &PeopleFilter,
    offset: u32,
    limit: u32,
    now: &Moment,
) -> Result<Vec<PersonId>> {
    if filter.sort == PeopleSort::Name {
        return list_rows::window(tx, &Where::of(filter, now)?, offset, limit);
    }
    let placed = placed(tx, filter, now)?.into_iter().map(|(id, _)| id);
    Ok(placed.skip(offset as usize).take(limit as usize).collect())
}

/// A person as a row of lists.
///
/// # Errors
/// `NotFound`; storage errors.
pub(crate) fn row_of(tx: &Tx<'_>, id: PersonId, now: &Moment) -> Result<PersonRow> {
    let weights = settings::get::<WarmthWeights>(tx)?;
    row_with(tx, id, &weights, now)?.ok_or_else(|| Error::not_found("This person"))
}

/// People as rows of lists, whose ids were read in the same transaction.
///
/// # Errors
/// `BookDamaged` where one of them is not there: an index names a row that its table does not have.
pub(crate) fn rows_of(tx: &Tx<'_>, ids: &[PersonId], now: &Moment) -> Result<Vec<PersonRow>> {
    let weights = settings::get::<WarmthWeights>(tx)?;
    ids.iter()
        .map(|id| row_with(tx, *id, &weights, now)?.ok_or_else(Error::damaged))
        .collect()
}

/// The rows of those of these people who are not in the trash and not gone for good: of people who were read in an
/// earlier transaction, as those of a network.
///
/// # Errors
/// Storage errors.
pub(crate) fn rows_there(tx: &Tx<'_>, ids: &[PersonId], now: &Moment) -> Result<Vec<PersonRow>> {
    let there = person_rows::still_there(tx, ids)?;
    let ids = ids.iter().copied().filter(|id| there.contains(id));
    rows_of(tx, &ids.collect::<Vec<_>>(), now)
}

fn row_with(
    tx: &Tx<'_>,
    id: PersonId,
    weights: &Weights,
    now: &Moment,
) -> Result<Option<PersonRow>> {
    let Some((mut row, of_person)) = list_rows::row(tx, id)? else {
        return Ok(None);
    };
    fill_in_relationship(tx, &mut row, of_person, weights, now)?;
    Ok(Some(row))
}

/// Fills in what depends on the day: status, warmth, and whether the person has been quiet for too long.
fn fill_in_relationship(
    tx: &Tx<'_>,
    row: &mut PersonRow,
    of_person: StoredStatus,
    weights: &Weights,
    now: &Moment,
) -> Result<()> {
    let today = now.today();
    let relationship = relationship_rows::of_person(tx, row.id)?;
    let stored = relationship
        .as_ref()
        .map_or(StoredStatus::NOTHING, RelationshipRecord::stored);
    let stored = StoredStatus {
        died_on: of_person.died_on,
        archived_on: of_person.archived_on,
        ..stored
    };
    let status = stored.at(now);
    let cadence = relationship
        .as_ref()
        .and_then(|relationship| relationship.cadence_days);
    row.status = Some(status).filter(|status| relationship.is_some() || *status != Status::Active);
    if status != Status::Active {
        row.status_words = stored.words(date_time_forms(tx)?.clock, now);
    }
    if status == Status::Active {
        row.warmth = segments_of(tx, row.id, cadence, weights, today)?;
        let quiet_on = relationship.and_then(|relationship| relationship.quiet_on);
        row.quiet = quiet_on.is_some_and(|day| day <= today);
    }
    Ok(())
}
