//! What one page of the app needs from several nouns, read in one transaction.

mod brief;
mod face;
mod new_person;
mod person;
mod reflect;
mod settings;

use serde::Serialize;

use crate::cards::SourceCardId;
use crate::check_ins::CheckIn;
use crate::days::Day;
use crate::details::{Affiliation, ContactPoint, DateNoticeOf, Note, PersonDate, Tag};
use crate::ids::PersonId;
use crate::load_plans::LearnedRhythm;
use crate::people::Name;
use crate::people_list::WarmthShown;
use crate::relationships::Relationship;
use crate::status_changes::StatusNow;

pub use brief::{Brief, LastTime};
pub use new_person::{NewPersonHints, Similar};
pub use reflect::Reflect;
pub use settings::{Settings, Sidebar, Theme};

/// The place of an imported card that a person came from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct CardOrigin {
    /// The id of the source card.
    pub card: SourceCardId,
    /// The name of the imported file, without its folder.
    pub file: String,
    /// Position of the card in its file, from 1.
    pub number: u32,
    /// The first line of the card in its file, from 1.
    pub line: u32,
    /// Local date of the import.
    pub imported_on: Day,
}

/// Everything that a person's page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonPage {
    /// The id of the person.
    pub id: PersonId,
    /// The name and its parts.
    pub name: Name,
    /// The nickname; may be empty.
    pub nickname: String,
    /// One or two letters for the avatar.
    pub initials: String,
    /// The colour of the avatar, 1–6.
    pub colour: u8,
    /// SHA-256 of the photo in upper-case hexadecimal, by which the page fetches it.
    pub photo: Option<String>,
    /// Role and organisation: "Founder, Pelagic Sensing".
    pub headline: String,
    /// The user's relationship to the person, if there is one.
    pub relationship: Option<Relationship>,
    /// The status of the person now, and why.
    pub standing: StatusNow,
    /// Phones, mail addresses and so on, in the order that the user chose.
    pub contact_points: Vec<ContactPoint>,
    /// Jobs, present ones first.
    pub affiliations: Vec<Affiliation>,
    /// Birthday and other dates.
    pub dates: Vec<PersonDate>,
    /// When the user is told of these dates.
    pub date_notice: DateNoticeOf,
    /// Notes, newest first.
    pub notes: Vec<Note>,
    /// Tags, sorted by name.
    pub tags: Vec<Tag>,
    /// The cards that the person came from, the primary one first.
    pub came_from: Vec<CardOrigin>,
    /// Local date since which the person is in the trash.
    pub trashed_on: Option<Day>,
    /// The warmth of the relationship; `None` if no conversation was logged.
    pub warmth: Option<WarmthShown>,
    /// Open check-ins, soonest first.
    pub check_ins: Vec<CheckIn>,
    /// A rhythm that fits how the user talks with them better than the planned one.
    pub learned: Option<LearnedRhythm>,
    /// Number of logged conversations.
    pub talks: u32,
}

/// The small form of a person, shown beside a name where no whole page is needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonSummary {
    /// The id of the person.
    pub id: PersonId,
    /// The display name.
    pub name: String,
    /// One or two letters for the avatar.
    pub initials: String,
    /// The colour of the avatar, 1–6.
    pub colour: u8,
    /// SHA-256 of the photo in upper-case hexadecimal, by which the page fetches it.
    pub photo: Option<String>,
    /// The role in the first present job; may be empty.
    pub role: String,
    /// The organisation of that job; may be empty.
    pub organisation: String,
    /// Whether the user keeps the person close.
    pub kept_close: bool,
    /// Whether the user does not want to ask this person for an introduction.
    pub do_not_ask: bool,
    /// Whether the person is in the trash.
    pub trashed: bool,
}
