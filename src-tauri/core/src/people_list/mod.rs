//! A person as a row: the list of people, find, and the warmth beside a name.

mod find;
mod find_rows;
mod lately;
mod lately_rows;
mod list;
pub(crate) mod list_rows;
mod order;
mod settings;
mod warm;

use serde::{Deserialize, Serialize};

use crate::details::{OrganisationId, TagId};
use crate::ids::PersonId;
use crate::relationships::{Category, Colour, KindId, Status};

pub(crate) use find::{around, known_with, named_with};
pub use lately::Lately;
pub(crate) use list::{row_of, rows_of, rows_there};
pub use order::PeopleSort;
pub(crate) use settings::{ListFilter, WarmthWeights};
pub use warm::{WarmthExample, WarmthExplained, WarmthPart, WarmthShown};
pub(crate) use warm::{segments_of, shown as warmth_shown, strength_of};

/// Which people a list shows, and in which order. A person passes with any of the kinds, but needs all of the tags.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PeopleFilter {
    /// Only this category; `None` for both.
    pub category: Option<Category>,
    /// Only these kinds of relationship; empty for all.
    pub kinds: Vec<KindId>,
    /// Only people with all of these tags.
    pub tags: Vec<TagId>,
    /// Only people kept close who have had no conversation for longer than their cadence.
    #[serde(default)]
    pub quiet: bool,
    /// Only people with whom the last conversation was more than a year ago.
    #[serde(default)]
    pub no_talk_for_a_year: bool,
    /// Only people who work for this organisation now.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
    /// Only people kept close.
    #[serde(default)]
    pub kept_close: bool,
    /// The archived alone; without it they are left out. Find ignores it, and finds them always.
    #[serde(default)]
    pub archived: bool,
    /// The order of the list. Find ignores it: the best match comes first.
    #[serde(default)]
    pub sort: PeopleSort,
}

/// A kind of relationship as a row shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindBadge {
    /// The name, such as "Client".
    pub name: String,
    /// The colour of the dot.
    pub colour: Colour,
}

/// A person as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
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
    /// The kind of relationship, if the user chose one.
    pub kind: Option<KindBadge>,
    /// Whether the user keeps the person close.
    pub kept_close: bool,
    /// Warmth in segments, 1–5; `None` if no conversation was logged or the relationship is not active.
    pub warmth: Option<u8>,
    /// Whether the person is kept close and has had no conversation for longer than their cadence.
    pub quiet: bool,
    /// The status now: that of the person, or of the relationship if there is one.
    pub status: Option<Status>,
    /// It in a few words, such as "paused until 1 May"; empty where it is active.
    pub status_words: String,
}

/// A section of the list: the people under one letter or, where the list is not sorted by names, under the words
/// of a time or of a warmth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Section {
    /// "A" to "Z" or "#"; "Last 7 days", "March", "Very warm".
    pub label: String,
    /// Position in the list of its first person, from 0.
    pub first: u32,
    /// Number of people in the section.
    pub count: u32,
}

/// The sections of the list, without the rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PeopleOutline {
    /// Number of people that pass the filter.
    pub total: u32,
    /// Number of all people outside the trash.
    pub everyone: u32,
    /// Number of all people kept close who have had no conversation for longer than their cadence.
    pub quiet: u32,
    /// Number of all people kept close.
    pub kept_close: u32,
    /// Number of the archived.
    pub archived: u32,
    /// Whether a conversation more than a year ago was logged.
    pub talks_a_year_ago: bool,
    /// The sections, in the order of the list.
    pub sections: Vec<Section>,
}

/// A result of find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FoundRow {
    /// The person.
    pub row: PersonRow,
    /// The text that matched, if it is not the name.
    pub matched: Option<String>,
}

/// The first results of find.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Found {
    /// Best first.
    pub rows: Vec<FoundRow>,
    /// Whether there are further results.
    pub more: bool,
}
