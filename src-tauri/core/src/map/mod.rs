//! The map of who knows whom, its list, and ways in: what is shown, worked out from one reading of the book.

mod filter;
mod list;
pub(crate) mod map_rows;
mod matters;
mod network;
mod panel;
mod places;
mod read;
mod sketch;
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

pub use network::Network;
pub use sketch::{Places, Sketch};

/// How far the map goes from its centre.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Steps {
    /// From me: those I keep close. From somebody: those they know.
    One,
    /// And those whom these know.
    #[default]
    Two,
    /// Everybody in the book.
    Everyone,
}

/// What the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapView {
    /// How far from the centre.
    pub steps: Steps,
    /// Whose surroundings; absent: mine. Of no matter for `Everyone`.
    pub centre: Option<PersonId>,
}

/// Somebody on the map.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapPerson {
    /// Who.
    pub id: PersonId,
    /// The name as it is shown.
    pub name: String,
    /// One or two letters.
    pub initials: String,
    /// Index in `organisations` of the present place of work, where there is one.
    pub organisation: Option<u32>,
    /// The colour of the kind, where one was said.
    pub colour: Option<Colour>,
    /// Warmth, 1–5; 0 where no talk was logged or the relationship rests.
    pub warmth: u8,
    /// Of the circle, in pixels at scale 1: 5.5–16.
    pub radius: f32,
    /// Whether check-ins are planned.
    pub kept_close: bool,
    /// Put where they are by hand.
    pub pinned: bool,
}

/// How a tie is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TieMark {
    /// A line.
    Tie,
    /// Dashed: nobody has said yes to it.
    Proposed,
    /// An arrow: the first reports to the second.
    Reports,
}

/// A tie on the map: two numbers of people (their indexes in `people`; its length is me), the
/// strength 0–1, and how it is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapTie(pub u32, pub u32, pub f32, pub TieMark);

/// An organisation on the map.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapOrganisation {
    /// Which.
    pub id: OrganisationId,
    /// "Orrin Pharma".
    pub name: String,
    /// How many people of the picture work there now; a hull is drawn from two on.
    pub people: u32,
    /// How many of them are kept close.
    pub kept_close: u32,
}

/// How a relationship stands, as one filters by it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Kept close, and active.
    KeptClose,
    /// Not kept close, and not resting.
    NotKeptClose,
    /// Dormant.
    Dormant,
    /// Paused, or cooling off.
    Paused,
    /// Ended.
    Ended,
}

/// How many people of the picture are of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct KindCount {
    /// Which.
    pub id: KindId,
    /// "Client".
    pub name: String,
    /// Its dot.
    pub colour: Colour,
    /// How many.
    pub people: u32,
}

/// What one can filter the picture by, each with how many people (ties) it has. What none has is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapFacets {
    /// In the kinds' order.
    pub kinds: Vec<KindCount>,
    /// In order.
    pub standings: Vec<(Standing, u32)>,
    /// Warmth 0 (no talk yet) to 5, and how many.
    pub warmth: Vec<(u8, u32)>,
    /// By name.
    pub tags: Vec<TagCount>,
    /// My own ties.
    pub mine: u32,
    /// Ties among others.
    pub others: u32,
    /// Proposed ones.
    pub proposed: u32,
}

/// Whom the map does not fade. An empty list lets everybody through; within a list any one is enough,
/// but every tag is needed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase", default)]
pub struct MapFilter {
    /// Only internal, only external, or both.
    pub category: Option<Category>,
    /// Kinds of relationship.
    pub kinds: Vec<KindId>,
    /// Present places of work.
    pub organisations: Vec<OrganisationId>,
    /// Tags, all of these.
    pub tags: Vec<TagId>,
    /// Warmth 0–5.
    pub warmth: Vec<u8>,
    /// How the relationship stands.
    pub standings: Vec<Standing>,
    /// My own ties are not drawn.
    pub hide_mine: bool,
    /// Ties among others are not drawn.
    pub hide_others: bool,
    /// Proposed ones are not drawn.
    pub hide_proposed: bool,
}

/// The map, all but where everybody stands: places follow on their own, for they take longer.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapPicture {
    /// What it shows.
    pub view: MapView,
    /// By name.
    pub people: Vec<MapPerson>,
    /// Me is the number `people.length`.
    pub ties: Vec<MapTie>,
    /// By name.
    pub organisations: Vec<MapOrganisation>,
    /// What one can filter by.
    pub facets: MapFacets,
    /// How many people there are in the book.
    pub in_book: u32,
    /// How many of them are kept close.
    pub kept_close: u32,
}

/// A drawing that has begun: its picture, and the number by which its places are asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapDrawn {
    /// Which drawing.
    pub drawing: u32,
    /// What is on it.
    pub picture: MapPicture,
}

/// A column of the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MapColumn {
    /// Name.
    Name,
    /// Present place of work.
    Organisation,
    /// Kind of relationship.
    Kind,
    /// Warmth.
    Warmth,
    /// The tie to me.
    #[default]
    Tie,
    /// How many people they know.
    Knows,
}

/// In which order the list stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapSort {
    /// By which column.
    pub by: MapColumn,
    /// From A, or from the least; else from the most (the usual for warmth, tie and knows).
    pub rising: bool,
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapRow {
    /// Who.
    pub row: PersonRow,
    /// "Strong", "Steady", "Light", "None yet".
    pub tie: String,
    /// The names of up to two whom they know best.
    pub knows: Vec<String>,
    /// How many further ones.
    pub more: u32,
}

/// A window of the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MapRows {
    /// How many people the filter lets through.
    pub total: u32,
    /// The rows of the window.
    pub rows: Vec<MapRow>,
}

/// The side panel of a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MapPanel {
    /// Who.
    pub row: PersonRow,
    /// How warm the tie looks; absent where no talk was logged.
    pub warmth: Option<WarmthShown>,
    /// Why they matter here, a sentence each: groups they link, who would be lost. Empty: nothing stands out.
    pub matters: Vec<String>,
    /// The closest first; at most 200, those over left out.
    pub knows: Vec<TieShown>,
    /// How many further ones.
    pub more: u32,
    /// Of a map around them: "Six people they know, and you. Two steps would show 31."
    pub around: String,
    /// Put where they are by hand.
    pub pinned: bool,
    /// How many people are pinned in all.
    pub pins: u32,
}

/// The side panel of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct OrganisationPanel {
    /// "Open Metrology Forum".
    pub name: String,
    /// How many people of the book work there.
    pub people: u32,
    /// How many of them are kept close.
    pub kept_close: u32,
    /// Where their ties go: "Orrin Pharma", "many"; at most six, most first.
    pub ties_to: Vec<(String, String)>,
    /// The warmest ones, at most 30.
    pub members: Vec<PersonRow>,
}

/// One person of a way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Hop {
    /// Who.
    pub row: PersonRow,
    /// Why this hop may hold, in words: "Very warm. You talked nine days ago.", "Samir knows them closely, since 2019."
    pub why: String,
    /// What I noted about that tie, in my own words; ''.
    pub note: String,
}

/// A way in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WayIn {
    /// From whom I know to whom I want to know.
    pub hops: Vec<Hop>,
    /// "2 introductions. Warmest of 3 ways.", "You know them yourself."
    pub summary: String,
}

/// What can be done where there is no way.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NoWayIn {
    /// "Nobody in your book is known to know Judith Amsel, with up to two introductions."
    pub sentence: String,
    /// Up to two who know the most people outside my own circles.
    pub ask: Vec<PersonRow>,
    /// Up to three who work where they work.
    pub colleagues: Vec<PersonRow>,
    /// "These three work where Judith works.", "Judith is alone at Halden Fund in your book."
    pub colleagues_words: String,
    /// A mail address or phone of theirs to write to oneself.
    pub contact: Option<(ContactPointId, String)>,
}

/// Ways in to somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct WaysIn {
    /// To whom.
    pub to: PersonRow,
    /// The warmest first; at most three.
    pub ways: Vec<WayIn>,
    /// Why a better way was passed over: "A way through Ruth Castellane is left out: paused until 1 May."
    pub left_out: Vec<String>,
    /// Where there is no way.
    pub none: Option<NoWayIn>,
}
