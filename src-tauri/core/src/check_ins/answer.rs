//! Answering check-ins: skipping them, putting them off, and closing them by a conversation.

use super::placing::{Placed, Placing};
use super::plan::{about_check_ins, open};
use super::{DayForms, Source, State, WhenPurpose, local_when, read_day, when_of};
use crate::book::Book;
use crate::cadence::next_due;
use crate::change::{Done, OperationKind};
use crate::check_ins::{CheckInId, check_in_rows};
use crate::check_ins::{Snooze, snooze};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::{InteractionId, interaction_rows};
use crate::moment::Moment;
use crate::relationships::relationship_rows;
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::short;

impl Book {
    /// Skips check-ins. After a skipped check-in of the cadence, the next one is due one cadence from today.
    ///
    /// # Errors
    /// `NotFound` if one is gone or `ids` is empty; `Stale` if one was answered already; storage errors.
    pub fn check_in_skip(&self, ids: &[CheckInId], now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::Skip, now, |change| {
            about_check_ins(change, ids)?;
            ids.iter().try_for_each(|id| skip(&change.tx, *id, now))
        })
    }

    /// Puts check-ins off to another day or time.
    ///
    /// # Errors
    /// `Invalid` at `when`; `NotFound` if one is gone or `ids` is empty; `Stale` if one was
    /// answered already; storage errors.
    pub fn check_in_snooze(
        &self,
        ids: &[CheckInId],
        until: &Snooze,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::Snooze, now, |change| {
            about_check_ins(change, ids)?;
            let until = match until {
                Snooze::On { when } => {
                    let forms = DayForms::of(&change.tx, now)?;
                    when_of(
                        read_day("when", when, WhenPurpose::CheckIn, &forms, now)?,
                        now,
                    )
                }
                Snooze::Until { key } => snooze::when_of_key(*key, &rules(&change.tx, now)?, now),
            };
            change.says(format!(
                "until {}",
                short(local_when(until, now).0, now.today())
            ));
            for id in ids {
                open(&change.tx, *id)?;
                check_in_rows::set_snooze(&change.tx, *id, until)?;
            }
            Ok(())
        })
    }
}

fn skip(tx: &Tx<'_>, id: CheckInId, now: &Moment) -> Result<()> {
    let record = open(tx, id)?;
    let today = now.today();
    check_in_rows::close(tx, id, State::Skipped, today.into(), None)?;
    if record.source != Source::Cadence {
        return Ok(());
    }
    let Some(relationship) = relationship_rows::of_person(tx, record.person)? else {
        return Ok(());
    };
    if let Some(cadence) = relationship.cadence_days {
        let wished = next_due(Some(today), today, cadence, None);
        let placed = Placed::of(record.person, &relationship, wished, false);
        let on = Placing::of(tx, now, 1).day_for(placed, wished, None)?;
        // The next talk counts from the rhythm again.
        check_in_rows::insert_placed(tx, record.person, on.into(), wished.into(), true)?;
    }
    Ok(())
}

/// Updates a person's open check-ins after a conversation or an attempt at one on day `on`. Those due by then and
/// those in `closes` are done. If no conversation is later than this one, a remaining check-in of the cadence is
/// scheduled from it.
pub(crate) fn close_by_talk(
    tx: &Tx<'_>,
    person: PersonId,
    talk: InteractionId,
    on: Day,
    closes: &[CheckInId],
    now: &Moment,
) -> Result<()> {
    let today = now.today().into();
    // An attempt is never the last conversation.
    let last = interaction_rows::last_on(tx, person)?;
    let is_last = !interaction_rows::get(tx, talk)?.attempt && last == Some(on);
    for record in check_in_rows::open_of(tx, person)? {
        if record.when.on <= on || closes.contains(&record.id) {
            check_in_rows::close(tx, record.id, State::Done, today, Some(talk))?;
        } else if record.source == Source::Cadence && is_last {
            check_in_rows::reset_to_cadence(tx, record.id)?;
        }
    }
    Ok(())
}

/// Schedules the open check-in of the cadence from the last conversation again, even
/// if its day was chosen by hand.
pub(crate) fn reset_open_to_cadence(tx: &Tx<'_>, person: PersonId) -> Result<()> {
    let open = check_in_rows::open_of(tx, person)?;
    match open.iter().find(|one| one.source == Source::Cadence) {
        Some(one) => check_in_rows::reset_to_cadence(tx, one.id),
        None => Ok(()),
    }
}
