//! Pitches as the page and the brief show them.

use super::pitch_rows::{self, PitchRecord};
use super::speaking::{SpeakingTime, speaking_time};
use super::{Pitch, PitchForBrief, PitchParts, WordsAMinute};
use crate::book::Book;
use crate::error::Result;
use crate::ids::PersonId;
use crate::settings;
use crate::store::Tx;

impl Book {
    /// All pitches, in the order in which they were added.
    ///
    /// # Errors
    /// Storage errors.
    pub fn pitches(&self) -> Result<Vec<Pitch>> {
        self.read(|tx| {
            let pace = settings::get::<WordsAMinute>(tx)?;
            let records = pitch_rows::all(tx)?.into_iter();
            records.map(|record| shown(tx, record, pace)).collect()
        })
    }

    /// How long these parts take to say, while they are written.
    ///
    /// # Errors
    /// Storage errors.
    pub fn pitch_time(&self, parts: &PitchParts) -> Result<SpeakingTime> {
        let pace = self.read(settings::get::<WordsAMinute>)?;
        Ok(speaking_time(&parts.text(), pace))
    }
}

fn shown(tx: &Tx<'_>, record: PitchRecord, pace: u32) -> Result<Pitch> {
    Ok(Pitch {
        people: pitch_rows::names_of(tx, record.id)?,
        time: speaking_time(&record.parts.text(), pace),
        id: record.id,
        audience: record.audience,
        parts: record.parts,
    })
}

/// The pitches for a person, for their brief.
pub(crate) fn for_brief(tx: &Tx<'_>, person: PersonId) -> Result<Vec<PitchForBrief>> {
    let pace = settings::get::<WordsAMinute>(tx)?;
    let records = pitch_rows::of_person(tx, person)?.into_iter();
    Ok(records
        .map(|record| {
            let text = record.parts.text();
            PitchForBrief {
                id: record.id,
                audience: record.audience,
                seconds: speaking_time(&text, pace).seconds,
                text,
            }
        })
        .collect())
}
