//! What becomes of a promise: kept, broken, dropped, open again, or for another day.

use super::add::{read_due, stands_on};
use super::commitment_rows::CommitmentRecord;
use super::{CommitmentEnd, CommitmentId, CommitmentState, Move, commitment_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::field_limits::one_line;
use crate::moment::Moment;
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::long;

impl Book {
    /// Ends a promise today. `why` is a line of the user's own, or empty.
    ///
    /// # Errors
    /// `Invalid` at `why`; `NotFound`; `Stale` if it is no longer open; storage errors.
    pub fn commitment_end(
        &self,
        id: CommitmentId,
        end: CommitmentEnd,
        why: &str,
        now: &Moment,
    ) -> Result<Done<()>> {
        let kind = match end {
            CommitmentEnd::Kept => OperationKind::KeepCommitment,
            CommitmentEnd::Broken => OperationKind::BreakCommitment,
            CommitmentEnd::Dropped => OperationKind::DropCommitment,
        };
        self.change(kind, now, |change| {
            about(change, id)?;
            let why = one_line("why", why)?;
            end_now(change, id, end, why)
        })
    }

    /// Makes a promise open again that was kept, broken or dropped.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if it is open; storage errors.
    pub fn commitment_reopen(&self, id: CommitmentId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::ReopenCommitment, now, |change| {
            about(change, id)?;
            let before = commitment_rows::get(&change.tx, id)?;
            if before.state == CommitmentState::Open {
                return Err(Error::new(Code::Stale, "This promise is open already."));
            }
            let after = CommitmentRecord {
                state: CommitmentState::Open,
                closed_on: None,
                why: String::new(),
                ..before
            };
            commitment_rows::update(&change.tx, &after)
        })
    }

    /// Gives a promise another day, which is kept in its history. `agreed`: the other side knows and agrees; a move
    /// is in time where they do and the day has not passed.
    ///
    /// # Errors
    /// `Invalid` at `when`; `NotFound`; `Stale` if it is no longer open; storage errors.
    pub fn commitment_move(
        &self,
        id: CommitmentId,
        when: &str,
        agreed: bool,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::MoveCommitment, now, |change| {
            about(change, id)?;
            let tx = &change.tx;
            let record = commitment_rows::get_open(tx, id)?;
            let to = read_due(tx, "when", when, now)?
                .ok_or_else(|| Error::invalid("when", "Say which day."))?;
            if record.due_on == Some(to) {
                return Err(Error::invalid("when", "That is the day it has already."));
            }
            change.says(long(to.date(), now.today()));
            move_to(tx, record, to, agreed, now)
        })
    }
}

/// Gives an open promise another day.
pub(crate) fn move_to(
    tx: &Tx<'_>,
    record: CommitmentRecord,
    to: Day,
    agreed: bool,
    now: &Moment,
) -> Result<()> {
    let mut record = record;
    record.moves.0.push(Move {
        from: record.due_on,
        to,
        on: now.today().into(),
        agreed,
    });
    record.due_on = Some(to);
    record.stands_on = stands_on(tx, record.due_on, now)?;
    commitment_rows::update(tx, &record)
}

/// Ends an open promise today.
pub(super) fn end_now(
    change: &Changing<'_>,
    id: CommitmentId,
    end: CommitmentEnd,
    why: String,
) -> Result<()> {
    let record = CommitmentRecord {
        state: end.into(),
        closed_on: Some(change.now.today().into()),
        why,
        ..commitment_rows::get_open(&change.tx, id)?
    };
    commitment_rows::update(&change.tx, &record)
}

/// Names the operation after the people of a promise.
fn about(change: &Changing<'_>, id: CommitmentId) -> Result<()> {
    commitment_rows::get(&change.tx, id)?;
    let people = commitment_rows::people_of(&change.tx, id)?;
    change.about_people(&people)
}
