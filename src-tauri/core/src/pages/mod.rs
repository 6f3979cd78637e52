//! Pages that bring together what several nouns say.

mod face;
mod person;
mod settings;

use serde::Serialize;

use crate::cards::SourceCardId;
use crate::check_ins::CheckIn;
use crate::days::Day;
use crate::details::{Affiliation, ContactPoint, Note, PersonDate, Tag};
use crate::ids::PersonId;
use crate::people::Name;
use crate::people_list::WarmthShown;
use crate::relationships::Relationship;

pub use settings::{Settings, Sidebar, Theme};

/// A card that a person came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CameFrom {
    /// The source card.
    pub card: SourceCardId,
    /// The file's name.
    pub file: String,
    /// Position of the card in its file, from 1.
    pub number: u32,
    /// Its line in the file.
    pub line: u32,
    /// Local date of the import.
    pub imported_on: Day,
}

/// All that is known of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonPage {
    /// Who.
    pub id: PersonId,
    /// The name and its parts.
    pub name: Name,
    /// What friends say.
    pub nickname: String,
    /// For the avatar.
    pub initials: String,
    /// The avatar's colour, 1 to 6.
    pub colour: u8,
    /// Hash to ask the photo by.
    pub photo: Option<String>,
    /// "Founder, Pelagic Sensing".
    pub headline: String,
    /// Mine to this person, where one was declared.
    pub relationship: Option<Relationship>,
    /// In order.
    pub contact_points: Vec<ContactPoint>,
    /// Present ones first.
    pub affiliations: Vec<Affiliation>,
    /// In order.
    pub dates: Vec<PersonDate>,
    /// Newest first.
    pub notes: Vec<Note>,
    /// By name.
    pub tags: Vec<Tag>,
    /// The primary card first.
    pub came_from: Vec<CameFrom>,
    /// Local date since when the person is in the trash.
    pub trashed_on: Option<Day>,
    /// How warm the tie looks; absent where no talk was logged.
    pub warmth: Option<WarmthShown>,
    /// Open check-ins, soonest first.
    pub check_ins: Vec<CheckIn>,
    /// How many conversations were logged.
    pub talks: u32,
}

/// What stands beside a person's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonFace {
    /// Who.
    pub id: PersonId,
    /// The name as it is shown.
    pub name: String,
    /// One or two letters for the avatar.
    pub initials: String,
    /// The avatar's colour, 1 to 6.
    pub colour: u8,
    /// Hash to ask the photo by.
    pub photo: Option<String>,
    /// What they do, '' where not known.
    pub role: String,
    /// Where they work, '' where not known.
    pub organisation: String,
    /// Whether check-ins are planned.
    pub kept_close: bool,
    /// Never asked for an introduction.
    pub do_not_ask: bool,
    /// In the trash.
    pub trashed: bool,
}
