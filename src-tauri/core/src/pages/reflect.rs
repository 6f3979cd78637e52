//! What there is to look back at, for the page Reflect.

use serde::Serialize;

use crate::book::Book;
use crate::error::Result;
use crate::moment::Moment;
use crate::pitches::pitch_rows;
use crate::quarters::answered_from;
use crate::reflections::reflection_rows;

/// What there is to look back at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Reflect {
    /// How many pitches there are.
    pub pitches: u32,
    /// How many reflections there are.
    pub reflections: u32,
    /// From which day on a quarter can be answered: "from 31 March"; empty where one can be answered now.
    pub quarter_from: String,
}

impl Book {
    /// What there is to look back at.
    ///
    /// # Errors
    /// Storage errors.
    pub fn reflect(&self, now: &Moment) -> Result<Reflect> {
        self.read(|tx| {
            Ok(Reflect {
                pitches: pitch_rows::count(tx)?,
                reflections: reflection_rows::count(tx)?,
                quarter_from: answered_from(tx, now)?,
            })
        })
    }
}
