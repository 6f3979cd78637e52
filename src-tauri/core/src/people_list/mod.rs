//! A person as a row of a list: the list of people, find, and the warmth beside a name.

mod find;
mod find_rows;
mod list;
pub(crate) mod list_rows;
mod settings;
mod warm;

use serde::{Deserialize, Serialize};

use crate::details::{OrganisationId, TagId};
use crate::ids::PersonId;
use crate::relationships::{Category, Colour, KindId, Status};

pub(crate) use list::{row_of, rows_of};
pub(crate) use settings::{ListFilter, WarmthWeights};
pub use warm::{WarmthExample, WarmthExplained, WarmthPart, WarmthShown};
pub(crate) use warm::{segments_of, shown as warmth_shown};

/// Which people a list shows. Several kinds: any of them; several tags: all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PeopleFilter {
    /// Only internal, only external, or both.
    pub category: Option<Category>,
    /// Kinds of relationship.
    pub kinds: Vec<KindId>,
    /// Tags.
    pub tags: Vec<TagId>,
    /// Only those kept close who have been quiet for longer than planned.
    #[serde(default)]
    pub quiet: bool,
    /// Only those who work there now.
    #[serde(default)]
    pub organisation: Option<OrganisationId>,
}

/// The kind as a row shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindBadge {
    /// "Client".
    pub name: String,
    /// The colour of its dot.
    pub colour: Colour,
}

/// A person as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
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
    /// Kind of relationship.
    pub kind: Option<KindBadge>,
    /// Whether check-ins are planned.
    pub kept_close: bool,
    /// Warmth, 1–5; absent where no talk was logged or the relationship rests.
    pub warmth: Option<u8>,
    /// Kept close, and quiet for longer than planned.
    pub quiet: bool,
    /// How the relationship stands today, where there is one.
    pub status: Option<Status>,
}

/// A letter of the list, and where its people stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Section {
    /// "A" to "Z", or "#".
    pub letter: String,
    /// Index of its first person.
    pub first: u32,
    /// How many.
    pub count: u32,
}

/// The shape of the list, without its rows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PeopleOutline {
    /// How many people the filter lets through.
    pub total: u32,
    /// How many there are.
    pub everyone: u32,
    /// How many of them are going quiet.
    pub quiet: u32,
    /// The letters, in order.
    pub sections: Vec<Section>,
}

/// A find result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FoundRow {
    /// Who was found.
    pub row: PersonRow,
    /// What matched, where it was not the name.
    pub matched: Option<String>,
}

/// The first window of find results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Found {
    /// Best first.
    pub rows: Vec<FoundRow>,
    /// Whether there are more than these.
    pub more: bool,
}
