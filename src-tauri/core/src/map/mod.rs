//! The map of who knows whom, its list, and ways in. Everything is computed from a snapshot of the book.

mod between_groups;
mod filter;
mod layout_input;
mod leading;
mod list;
pub(crate) mod map_rows;
mod matters;
mod network;
mod openness;
mod out;
mod panel;
mod places;
mod reach;
mod settings;
mod snapshot;
#[cfg(test)]
mod tests;
mod view;
mod way_in;
mod ways;
mod words;

use serde::{Deserialize, Serialize};

use crate::details::TagCount;
use crate::details::{ContactPointId, OrganisationId, TagId};
use crate::ids::PersonId;
use crate::people_list::PersonRow;
use crate::people_list::WarmthShown;
use crate::relationships::KindId;
use crate::relationships::{Category, Colour};
use crate::ties::TieShown;

use crate::store::noun::{Noun, Table};
pub(crate) use between_groups::{Group, Hole, Holes};
pub use layout_input::{LayoutInput, Places};
pub(crate) use leading::Leading;
pub use network::Network;
pub(crate) use openness::{Connector, Connectors, Openness};
pub(crate) use out::{NetworkPerson, NetworkTie};
pub(crate) use reach::{Reach, ReachWay};
pub(crate) use settings::{AsList, LastFilter, LastSteps};
pub(crate) use way_in::reached_through;

/// Where people stand on the map.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("map_pins"), Table::aside("map_places")],
    ..Noun::BARE
};

/// How far the map goes from its centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MapDepth {
    /// Around me: the people I keep close. Around somebody: the people they know.
    One,
    /// Also the people whom these know.
    #[default]
    Two,
    /// Everybody in the book.
    Everyone,
}

/// Which part of the network the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapView {
    /// How many steps from the centre.
    pub steps: MapDepth,
    /// The person in the centre; absent for me. Ignored for `Everyone`.
    pub centre: Option<PersonId>,
}

/// A person on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapPerson {
    /// The person's id.
    pub id: PersonId,
    /// The display name.
    pub name: String,
    /// One or two letters for the circle.
    pub initials: String,
    /// Index in `MapPicture::organisations` of the first present job's organisation, if there is one.
    pub organisation: Option<u32>,
    /// The colour of the kind of relationship, if there is one.
    pub colour: Option<Colour>,
    /// Whether an earlier kind has that colour too, so that a ring tells the two apart.
    pub ringed: bool,
    /// Warmth as segments, 1–5; 0 without logged conversation, or if the relationship is not active.
    pub warmth: u8,
    /// The circle's radius in pixels at scale 1: 5.5–16.
    pub radius: f32,
    /// Whether the person is kept close.
    pub kept_close: bool,
    /// Whether the user has fixed the person's place.
    pub pinned: bool,
}

/// How a tie is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TieMark {
    /// A confirmed tie: a solid line.
    Tie,
    /// A proposed tie that is not confirmed: a dashed line.
    Proposed,
    /// A reporting line: an arrow. The first person reports to the second.
    Reports,
}

/// A tie on the map: two people as indexes into `MapPicture::people` (its length stands for me), the
/// strength 0–1, and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapTie(pub u32, pub u32, pub f32, pub TieMark);

/// An organisation on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapOrganisation {
    /// The organisation's id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// How many people of the picture are drawn with it. A hull is drawn from two on.
    pub people: u32,
    /// How many of them are kept close.
    pub kept_close: u32,
}

/// The state of a relationship, as the filter offers it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Kept close and active.
    KeptClose,
    /// Not kept close but active, or no relationship.
    NotKeptClose,
    /// Dormant, whether kept close or not.
    Dormant,
    /// Paused or cooling off, whether kept close or not.
    Paused,
    /// Ended, whether kept close or not.
    Ended,
}

/// How many people of the picture have a kind of relationship.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindCount {
    /// The kind's id.
    pub id: KindId,
    /// Its name, such as "Client".
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// Whether an earlier kind has that colour too, so that a ring tells the two apart.
    pub ringed: bool,
    /// The number of people, at least 1.
    pub people: u32,
}

/// What the picture can be filtered by, each with its number of people or ties. People without any are
/// left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapFacets {
    /// Kinds of relationship, in their order.
    pub kinds: Vec<KindCount>,
    /// States of relationships, in the order of the enum.
    pub standings: Vec<(Standing, u32)>,
    /// Segments of warmth from 0 (no conversation) to 5, and the number of people.
    pub warmth: Vec<(u8, u32)>,
    /// Tags by name.
    pub tags: Vec<TagCount>,
    /// The number of my own ties.
    pub mine: u32,
    /// The number of confirmed ties among others.
    pub others: u32,
    /// The number of proposed ties.
    pub proposed: u32,
}

/// Which people the map does not fade. A person must satisfy every field. An empty list accepts
/// everybody; otherwise one element of the list must apply, for tags all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct MapFilter {
    /// Only internal or only external relationships; absent for both.
    pub category: Option<Category>,
    /// Kinds of relationship.
    pub kinds: Vec<KindId>,
    /// Organisations of present jobs.
    pub organisations: Vec<OrganisationId>,
    /// Tags; a person must have all of them.
    pub tags: Vec<TagId>,
    /// Segments of warmth, 0–5.
    pub warmth: Vec<u8>,
    /// States of the relationship.
    pub standings: Vec<Standing>,
    /// Whether my own ties are hidden.
    pub hide_mine: bool,
    /// Whether confirmed ties among others are hidden.
    pub hide_others: bool,
    /// Whether proposed ties are hidden.
    pub hide_proposed: bool,
}

/// The map without places. Places are sent separately, because computing them takes longer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapPicture {
    /// The view that it shows.
    pub view: MapView,
    /// The people by name.
    pub people: Vec<MapPerson>,
    /// The ties. I am the index `people.length`.
    pub ties: Vec<MapTie>,
    /// The organisations of the people shown, by name.
    pub organisations: Vec<MapOrganisation>,
    /// What the picture can be filtered by.
    pub facets: MapFacets,
    /// How many people there are in the book.
    pub in_book: u32,
    /// How many of them are kept close.
    pub kept_close: u32,
}

/// A drawing whose layout has started.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapDrawn {
    /// The number with which the page asks for its places.
    pub drawing: u32,
    /// Everything except the places.
    pub picture: MapPicture,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MapColumn {
    /// The name.
    Name,
    /// The organisation of the first present job.
    Organisation,
    /// The kind of relationship.
    Kind,
    /// The warmth of the relationship.
    Warmth,
    /// The strength of the tie to me.
    #[default]
    Tie,
    /// How many people they know.
    Knows,
}

/// The order of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapSort {
    /// The column to sort by.
    pub by: MapColumn,
    /// Whether in ascending order. Descending is usual for warmth, tie and knows.
    pub rising: bool,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapRow {
    /// The person.
    pub row: PersonRow,
    /// My tie in a word: "Strong", "Steady", "Light", "None yet".
    pub tie: String,
    /// The names of at most two people whom they know best.
    pub knows: Vec<String>,
    /// How many more people they know.
    pub more: u32,
}

/// A window of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapRows {
    /// How many people match the filter.
    pub total: u32,
    /// The rows of the window.
    pub rows: Vec<MapRow>,
}

/// The side panel of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapPanel {
    /// The person.
    pub row: PersonRow,
    /// The warmth of my relationship; absent without logged conversation.
    pub warmth: Option<WarmthShown>,
    /// Why they matter on the map, one sentence each: the groups they connect, whom I would lose reach to.
    pub matters: Vec<String>,
    /// Their current ties, the closest first; at most 200.
    pub knows: Vec<TieShown>,
    /// How many more ties they have.
    pub more: u32,
    /// If the map is around them: "Six people they know, and you. Two steps would show 31."; otherwise ''.
    pub around: String,
    /// Whether the user has fixed their place.
    pub pinned: bool,
    /// How many people are pinned in total.
    pub pins: u32,
}

/// The side panel of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OrganisationPanel {
    /// The organisation's name.
    pub name: String,
    /// How many people of the book work there now.
    pub people: u32,
    /// How many of them are kept close.
    pub kept_close: u32,
    /// The organisations that their ties lead to, and how many in words: ("Orrin Pharma", "many"). At most
    /// six, those with most ties first.
    pub ties_to: Vec<(String, String)>,
    /// The people who work there, warmest first; at most 30.
    pub members: Vec<PersonRow>,
}

/// One person on a way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Hop {
    /// The person.
    pub row: PersonRow,
    /// Why the step to this person may work: "Very warm. You talked nine days ago.", "Samir knows them
    /// closely, since 2019."
    pub why: String,
    /// The user's note on that tie; '' for none.
    pub note: String,
}

/// A way in: people through whom I can be introduced to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WayIn {
    /// The people in order: the first is one whom I know, the last the one I want to know.
    pub hops: Vec<Hop>,
    /// The way in words: "2 introductions. Warmest of 3 ways.", "You know them yourself."
    pub summary: String,
}

/// What can be done if there is no way in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NoWayIn {
    /// Why there is none: "Nobody in your book is known to know Judith Amsel, with up to two introductions."
    pub sentence: String,
    /// At most two people to ask: those who know most people whom I do not know.
    pub ask: Vec<PersonRow>,
    /// At most three people who work at the same organisation.
    pub colleagues: Vec<PersonRow>,
    /// A sentence on the colleagues: "These three work where Judith works.", "Judith is alone at Halden Fund
    /// in your book."
    pub colleagues_words: String,
    /// A mail address or phone number of the person, for contacting them directly.
    pub contact: Option<(ContactPointId, String)>,
}

/// Ways in to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WaysIn {
    /// The person to be introduced to.
    pub to: PersonRow,
    /// At most three ways, the warmest first.
    pub ways: Vec<WayIn>,
    /// Why better ways are not offered: "A way through Ruth Castellane is left out: paused until 1 May."
    pub left_out: Vec<String>,
    /// Present if there is no way.
    pub none: Option<NoWayIn>,
}
