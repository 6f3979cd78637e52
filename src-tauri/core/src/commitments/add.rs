//! Adding promises, alone or with the conversation in which they were made.

use super::commitment_rows::{self, CommitmentRecord};
use super::notice::notice_day;
use super::{CommitmentId, CommitmentState, Moves, NewCommitment, OwedBy, TalkCommitment};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{DayForms, WhenPurpose, read_day};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::moment::Moment;
use crate::people::check_people;
use crate::reminders::rules;
use crate::store::Tx;

impl Book {
    /// Adds a promise, made today.
    ///
    /// # Errors
    /// `Invalid` at `what`, `people` or `when`; `NotFound`; storage errors.
    pub fn commitment_add(
        &self,
        commitment: &NewCommitment,
        now: &Moment,
    ) -> Result<Done<CommitmentId>> {
        self.change(OperationKind::AddCommitment, now, |change| {
            let added = add(&change.tx, commitment, now)?;
            change.about_people(&commitment.people)?;
            Ok(added)
        })
    }
}

/// Adds a promise, made today, within a change.
pub(crate) fn add(tx: &Tx<'_>, commitment: &NewCommitment, now: &Moment) -> Result<CommitmentId> {
    let what = checked_line("what", &commitment.what)?;
    check_with_whom(tx, &commitment.people, &[])?;
    let due = read_due(tx, "when", &commitment.when, now)?;
    let today = now.today().into();
    let record = new_record(tx, commitment.owed_by, what, due, today, None, now)?;
    commitment_rows::insert(tx, &record, &commitment.people)
}

/// Adds the promises that were made in a conversation on day `on` in which `people` took part. The field of an
/// error says which: "promises.0.what".
pub(crate) fn in_talk(
    tx: &Tx<'_>,
    talk: InteractionId,
    on: Day,
    people: &[PersonId],
    promises: &[TalkCommitment],
    now: &Moment,
) -> Result<()> {
    for (at, promise) in promises.iter().enumerate() {
        let what = checked_line(&format!("promises.{at}.what"), &promise.what)?;
        let due = read_due(tx, &format!("promises.{at}.when"), &promise.when, now)?;
        let record = new_record(tx, promise.owed_by, what, due, on, Some(talk), now)?;
        let with = match promise.people.as_slice() {
            [] => people,
            some if some.iter().all(|person| people.contains(person)) => some,
            _ => {
                let field = format!("promises.{at}.people");
                let words = "Whoever a promise is with must have taken part.";
                return Err(Error::invalid(&field, words));
            }
        };
        check_with_whom(tx, with, people)?;
        commitment_rows::insert(tx, &record, with)?;
    }
    Ok(())
}

/// Promises made in a conversation were agreed on its day.
pub(crate) fn note_talk_is_on(tx: &Tx<'_>, talk: InteractionId, on: Day) -> Result<()> {
    commitment_rows::agree_on(tx, talk, on)
}

/// Promises made in a conversation stay when it is deleted; they no longer name it.
pub(crate) fn note_talk_is_gone(tx: &Tx<'_>, talk: InteractionId) -> Result<()> {
    commitment_rows::forget_talk(tx, talk)
}

fn new_record(
    tx: &Tx<'_>,
    owed_by: OwedBy,
    what: String,
    due_on: Option<Day>,
    agreed_on: Day,
    talk: Option<InteractionId>,
    now: &Moment,
) -> Result<CommitmentRecord> {
    Ok(CommitmentRecord {
        id: CommitmentId(0),
        owed_by,
        what,
        due_on,
        agreed_on,
        noted_on: now.today().into(),
        stands_on: stands_on(tx, due_on, now)?,
        moves: Moves::default(),
        state: CommitmentState::Open,
        closed_on: None,
        why: String::new(),
        talk,
    })
}

/// The day from which a promise of mine that gets its day today stands on Today.
pub(super) fn stands_on(tx: &Tx<'_>, due_on: Option<Day>, now: &Moment) -> Result<Option<Day>> {
    let Some(due) = due_on else { return Ok(None) };
    let rules = rules(tx, now)?;
    Ok(Some(notice_day(now.today(), due.date(), &rules).into()))
}

/// One line without space around it and breaks in it.
///
/// # Errors
/// `Invalid` where it is blank or too long.
pub(super) fn checked_line(field: &str, text: &str) -> Result<String> {
    let line = one_line(field, text)?;
    if line.is_empty() {
        return Err(Error::invalid(field, "Say what is promised."));
    }
    Ok(line)
}

/// The typed day of a promise; `None` where nothing was typed.
///
/// # Errors
/// `Invalid` at the field.
pub(super) fn read_due(tx: &Tx<'_>, field: &str, text: &str, now: &Moment) -> Result<Option<Day>> {
    if is_blank(text) {
        return Ok(None);
    }
    let forms = DayForms::of(tx, now)?;
    let read = read_day(field, text, WhenPurpose::Commitment, &forms, now)?;
    Ok(Some(read.day.into()))
}

/// Refuses a promise with nobody, with too many, with somebody twice, and with somebody in the trash who is not
/// among those whom it was with `before`.
pub(super) fn check_with_whom(tx: &Tx<'_>, people: &[PersonId], before: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Err(Error::invalid("people", "Say with whom."));
    }
    check_people(tx, people, before)
}
