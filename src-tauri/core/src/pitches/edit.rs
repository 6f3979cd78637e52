//! Writing, changing and removing pitches.

use super::pitch_rows::{self, PitchRecord};
use super::{NewPitch, PitchId, PitchParts};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::field_limits::some_line;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::check_people;
use crate::store::Tx;

/// Longest part, in characters: about five minutes of speaking, where a pitch takes one.
const LONGEST_PART: usize = 4000;
/// Most people for whom one pitch is.
const MOST_PEOPLE: usize = 200;

impl Book {
    /// Adds a pitch.
    ///
    /// # Errors
    /// `Invalid` at `audience`, `people` or a part, such as `hook`; `NotFound` for a person; storage errors.
    pub fn pitch_add(&self, pitch: &NewPitch, now: &Moment) -> Result<Done<PitchId>> {
        self.change(OperationKind::AddPitch, now, |change| {
            let record = checked(PitchId(0), pitch)?;
            change.about(record.audience.clone(), 1);
            check_those(&change.tx, &pitch.people, &[])?;
            let id = pitch_rows::insert(&change.tx, &record)?;
            pitch_rows::put_people(&change.tx, id, &pitch.people)?;
            Ok(id)
        })
    }

    /// Changes a pitch. Those for whom it is and who are in the trash stay.
    ///
    /// # Errors
    /// Like `pitch_add`; `NotFound`.
    pub fn pitch_edit(&self, id: PitchId, pitch: &NewPitch, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditPitch, now, |change| {
            let before = pitch_rows::get(&change.tx, id)?;
            let record = checked(id, pitch)?;
            change.about(record.audience.clone(), 1);
            let known = pitch_rows::people_of(&change.tx, id)?;
            check_those(&change.tx, &pitch.people, &known)?;
            if before != record {
                pitch_rows::update(&change.tx, &record)?;
            }
            pitch_rows::put_people(&change.tx, id, &pitch.people)
        })
    }

    /// Removes a pitch.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn pitch_remove(&self, id: PitchId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemovePitch, now, |change| {
            let record = pitch_rows::get(&change.tx, id)?;
            change.about(record.audience, 1);
            pitch_rows::delete(&change.tx, id)
        })
    }
}

fn check_those(tx: &Tx<'_>, people: &[PersonId], before: &[PersonId]) -> Result<()> {
    if people.len() > MOST_PEOPLE {
        let words = format!("A pitch can be for {MOST_PEOPLE} people at most.");
        return Err(Error::invalid("people", words));
    }
    check_people(tx, people, before)
}

fn checked(id: PitchId, pitch: &NewPitch) -> Result<PitchRecord> {
    let audience = some_line("audience", &pitch.audience, "Say whom this pitch is for.")?;
    for (field, part) in pitch.parts.all() {
        if part.chars().count() > LONGEST_PART {
            let words = "This is too long for a part of a pitch: 4,000 letters at most.";
            return Err(Error::invalid(field, words));
        }
    }
    let trimmed = |part: &str| part.trim().to_owned();
    let parts = PitchParts {
        hook: trimmed(&pitch.parts.hook),
        bring: trimmed(&pitch.parts.bring),
        value: trimmed(&pitch.parts.value),
        ask: trimmed(&pitch.parts.ask),
    };
    if parts == PitchParts::default() {
        return Err(Error::invalid("hook", "Write at least one of the parts."));
    }
    Ok(PitchRecord {
        id,
        audience,
        parts,
    })
}
