//! Pitches: what the user says of their work, by audience, in four parts; how long each takes to say; and for whom
//! it is. A pitch stands in the brief of those for whom it is.

mod edit;
pub(crate) mod pitch_rows;
mod shown;
mod speaking;

use serde::{Deserialize, Serialize};

use crate::columns::id;
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::settings::setting;
use crate::store::noun::{FindIn, Finds, Noun, Table};

pub(crate) use shown::for_brief;
pub use speaking::{SpeakingFit, SpeakingTime};

id! {
    /// A pitch.
    PitchId
}

/// The noun of pitches.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("pitches"), Table::undoable("pitch_people")],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT p.audience FROM pitch_people w JOIN pitches p ON p.id = w.pitch_id WHERE w.person_id = ?1",
    }],
    ..Noun::BARE
};

setting! {
    /// How many words the user says in a minute.
    WordsAMinute: u32 = 140, "wordsAMinute", Undoable, check_pace;
}

fn check_pace(pace: &u32) -> Result<()> {
    match (60..=300).contains(pace) {
        true => Ok(()),
        false => Err(Error::invalid(
            "wordsAMinute",
            "Between 60 and 300 words a minute.",
        )),
    }
}

/// The four parts of a pitch. Each may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PitchParts {
    /// Who has the problem: what makes them listen.
    pub hook: String,
    /// What the user brings.
    pub bring: String,
    /// What it is worth to them.
    pub value: String,
    /// A small, clear ask.
    pub ask: String,
}

impl PitchParts {
    /// The parts in the order in which they are said.
    fn all(&self) -> [(&'static str, &str); 4] {
        [
            ("hook", &self.hook),
            ("bring", &self.bring),
            ("value", &self.value),
            ("ask", &self.ask),
        ]
    }

    /// The whole text, a paragraph for each part.
    fn text(&self) -> String {
        let said = self.all().into_iter().map(|(_, part)| part);
        let said: Vec<&str> = said.filter(|part| !part.is_empty()).collect();
        said.join("\n\n")
    }
}

/// A pitch, as the user wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewPitch {
    /// For which audience: "Stability pilot, for pharma"; one line.
    pub audience: String,
    /// What is said; at least one part.
    pub parts: PitchParts,
    /// For whom it is; may be nobody.
    pub people: Vec<PersonId>,
}

/// A pitch as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Pitch {
    /// The pitch.
    pub id: PitchId,
    /// For which audience.
    pub audience: String,
    /// What is said.
    pub parts: PitchParts,
    /// How long it takes to say.
    pub time: SpeakingTime,
    /// For whom it is, without those in the trash.
    pub people: Vec<PersonName>,
}

/// A pitch as the brief of a person shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PitchForBrief {
    /// The pitch.
    pub id: PitchId,
    /// For which audience.
    pub audience: String,
    /// The text, a paragraph for each part, parted by empty lines.
    pub text: String,
    /// How long it takes to say, in seconds.
    pub seconds: u32,
}
