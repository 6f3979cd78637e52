//! How the user's network is made: kinds, channels, inside and outside, give and take, close circles, variety, how
//! people were met, and who connects groups. Every figure says from how many it is counted, and nothing is guessed.

mod balance_rows;
mod counted;
#[cfg(test)]
mod counted_tests;
mod give_take;
mod leads;
mod shown;
mod structure;
mod variety;
mod words;

use serde::{Deserialize, Serialize};

use crate::attributes::AttributeId;
use crate::people::PersonName;
use crate::people_list::PersonRow;

pub use structure::{Structure, structure_of};

/// Of fewer known values than this, no figure is told.
pub(crate) const ENOUGH: usize = 10;
/// Of fewer people of whom it is known how they were met, no share is told.
pub(crate) const ENOUGH_MET: usize = 15;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum BalanceFigure {
    /// People by kind of relationship.
    Kinds,
    /// Talks of the last 12 months by channel.
    Channels,
    /// People inside the user's organisation and outside it.
    Sides,
    /// People in-house and remote.
    Workplaces,
    /// People kept close by how close their rhythm says they are, each circle with those inside it.
    Circles,
    /// People whom the user met alone or through somebody.
    Met,
    /// People by the organisation of their first present job.
    Organisations,
    /// People by the country of an address.
    Countries,
    /// People by the role of their first present job.
    Roles,
    /// People by tag; somebody with two tags counts for both.
    Tags,
    /// People by what was said of them of an attribute of the user's own choosing.
    Attribute(AttributeId),
}

/// One value of a figure and how many have it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceGroup {
    /// The value: "Client", "In person". By this name `balance_people` finds its people.
    pub label: String,
    /// How many: "62", "38 %", "14 of 15".
    pub value: String,
    /// The length of its bar, 0–1.
    pub bar: f64,
    /// What is said beside it; may be empty.
    pub note: String,
}

/// A figure in words, with what it is counted from.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceShown {
    /// Which.
    pub figure: BalanceFigure,
    /// What it is called on the page.
    pub title: String,
    /// What it says in a sentence; where too little is known, what is missing.
    pub words: String,
    /// Whether enough is known to say so. Else there are no groups.
    pub enough: bool,
    /// From how many it is counted: "198 of 214", "31 talks in 12 months".
    pub known: String,
    /// Its values, the most frequent first; circles from the closest.
    pub groups: Vec<BalanceGroup>,
    /// How it is counted, and after whom.
    pub how: String,
}

/// How varied people are by one attribute.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceVariety {
    /// By what.
    pub figure: BalanceFigure,
    /// It in a word: "Kind".
    pub title: String,
    /// The chance that two of them, drawn at random with replacement, differ (Blau's index), divided by the most
    /// that it can be with as many values: 0 all alike, 1 evenly varied. `None` where too little is known.
    pub varied: Option<f64>,
    /// Blau's index itself with its sums, in words; empty where too little is known.
    pub sums: String,
    /// The most frequent value, by which its people are found; empty where too little is known.
    pub most: String,
    /// The least frequent values, at most five; of kinds and of own attributes, those that nobody has if there are
    /// some. Each leads to people by `balance_leads`.
    pub few: Vec<String>,
    /// What is said instead of those values or behind them: "12 others", "and three more", what is not known enough.
    pub note: String,
    /// From how many it is counted: "198 of 214".
    pub known: String,
}

/// Give and take with one person.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BalanceGiveTake {
    /// Who.
    pub row: PersonRow,
    /// How it leans, in words: "About even".
    pub words: String,
    /// The length of the bar of what was given, 0–1.
    pub given: f64,
    /// The length of the bar of what was received, 0–1.
    pub received: f64,
    /// The sums, in words: "given 6.2, received 5.7".
    pub sums: String,
}

/// How the network is made, but for its structure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Balance {
    /// Of how many people all of it is: those who live and are neither archived nor in the trash, without those whose
    /// relationship ended.
    pub people: u32,
    /// The figures.
    pub figures: Vec<BalanceShown>,
    /// Variety by attribute.
    pub variety: Vec<BalanceVariety>,
    /// What variety says in a sentence; empty where too little is known.
    pub variety_words: String,
    /// How variety is counted.
    pub variety_how: String,
    /// Give and take in a sentence.
    pub give_take_words: String,
    /// With whom most was exchanged, at most five.
    pub give_take: Vec<BalanceGiveTake>,
    /// How give and take is counted.
    pub give_take_how: String,
}

/// The people of one value of a figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalancePeople {
    /// The first 60 of them by name.
    pub rows: Vec<PersonRow>,
    /// How many there are.
    pub total: u32,
}

/// Somebody who leads to a value that few have.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceLead {
    /// Who.
    pub row: PersonRow,
    /// Why, in a sentence or two: "Knows Ana and Ben."
    pub why: String,
}

/// Who leads to a value that few or nobody has.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceLeads {
    /// What is said where nobody does; empty otherwise.
    pub words: String,
    /// At most five people, the nearest first.
    pub leads: Vec<BalanceLead>,
    /// How they are found.
    pub how: String,
}

/// A group of people who know each other more than others.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceCircle {
    /// Who it is, in words: "six people of Orrin Pharma".
    pub words: String,
    /// Its people, at most twelve: those whom the user knows first.
    pub rows: Vec<PersonRow>,
    /// How many it has.
    pub total: u32,
    /// Whom of them the user knows best and may ask.
    pub known: Option<PersonName>,
}

/// Two groups between which no tie is noted.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceHole {
    /// It in a sentence or two.
    pub words: String,
    /// The two groups.
    #[cfg_attr(feature = "typescript", ts(as = "Vec<BalanceCircle>"))]
    pub circles: [BalanceCircle; 2],
}

/// A measure of the network's structure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceMeasure {
    /// What it is called: "Effective size".
    pub name: String,
    /// Its value: "30.4 of 34".
    pub value: String,
    /// What it means, in a sentence or two.
    pub meaning: String,
}

/// Somebody who connects groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BalanceConnector {
    /// Who.
    pub row: PersonRow,
    /// What they connect and what would be lost, a sentence each.
    pub lines: Vec<String>,
    /// How often they stand between others: "on 12 % of the shortest ways between others"; empty for less than 1 %.
    pub between: String,
}

/// How open the network is, and who connects its groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct BalanceStructure {
    /// How open it is, in a sentence or two; where too little is known, what is missing.
    pub headline: String,
    /// It with numbers, in a sentence; empty where too little is known.
    pub words: String,
    /// The measures behind it; none where too little is known.
    pub measures: Vec<BalanceMeasure>,
    /// From what it is counted and after whom.
    pub source: String,
    /// Who connects groups: first those without whom most people are lost.
    pub connectors: Vec<BalanceConnector>,
    /// How many there are in all.
    pub connectors_total: u32,
    /// How they are found and after whom.
    pub connectors_how: String,
    /// Groups of the user's people between which no tie is noted, the nearest first.
    pub holes: Vec<BalanceHole>,
    /// How many there are.
    pub holes_total: u32,
    /// What is said where there are none; empty otherwise.
    pub holes_words: String,
    /// How groups and holes are found, and after whom.
    pub holes_how: String,
}
