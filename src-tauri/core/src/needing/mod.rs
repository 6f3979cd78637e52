//! Needs as the page shows them: who stands at each part, how well it is covered, and who else could help.

mod could_help;
mod proposed;
#[cfg(test)]
mod proposed_tests;
mod shown;

use serde::Serialize;

use crate::days::Day;
use crate::goals::{
    Act, CoverageLevel, GoalId, GoalPartId, GoalRow, GoalState, GoalStep, Help, HelperRole,
};
use crate::ids::PersonId;
use crate::interactions::Talk;
use crate::knowing::{WhoBy, WhoThrough};
use crate::people_list::PersonRow;
use crate::ties::Closeness;

/// Somebody who stands at a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Helper {
    /// Who.
    pub row: PersonRow,
    /// Their part in it.
    pub role: HelperRole,
    /// Whether they count towards the part.
    pub counts: bool,
    /// How it stands with them: "going quiet", "one introduction away", "paused until 1 May"; may be empty.
    pub words: String,
}

/// How well a part is covered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Covered {
    /// In one of four levels.
    pub level: CoverageLevel,
    /// As a sentence: "Only Daniel, and they are going quiet."
    pub words: String,
    /// What to do next; `None` where it is covered.
    pub act: Option<Act>,
    /// What the button of it says; empty without one.
    pub label: String,
    /// Whom the act is about, in its order.
    pub people: Vec<PersonRow>,
}

/// A part of a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GoalPart {
    /// The part.
    pub id: GoalPartId,
    /// Which sort of help.
    pub help: Help,
    /// What exactly, in the user's words.
    pub what: String,
    /// Who stands there, in the order in which they were named.
    pub helpers: Vec<Helper>,
    /// How well it is covered.
    pub covered: Covered,
}

/// Somebody who has to do with a need.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GoalPerson {
    /// Who.
    pub row: PersonRow,
    /// Whether they want it too.
    pub shares: bool,
    /// What say they have in it, 1–5; `None` where unsaid.
    pub say: Option<u8>,
    /// How much they want it, 1–5; `None` where unsaid.
    pub interest: Option<u8>,
    /// Their parts in it, each once.
    pub roles: Vec<HelperRole>,
}

/// That somebody sways somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Influence {
    /// Who sways.
    pub from: PersonId,
    /// Who is swayed.
    pub to: PersonId,
    /// How well the two know each other: how strong it is.
    pub closeness: Closeness,
}

/// A need with everything that its page shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Goal {
    /// The need.
    pub id: GoalId,
    /// What is needed, in the user's words.
    pub title: String,
    /// Why; may be empty.
    pub why: String,
    /// What became of it.
    pub state: GoalState,
    /// Local date; `None` where it is open by when.
    pub due_on: Option<Day>,
    /// The day as one types it: "30 September 2026"; empty where that is open.
    pub day_text: String,
    /// By when, and how many parts have somebody: "By 30 September, in 29 weeks. 3 of 4 have somebody you know."
    pub summary: String,
    /// How it turned out; may be empty.
    pub outcome: String,
    /// Its parts.
    pub parts: Vec<GoalPart>,
    /// Everybody who has to do with it.
    pub people: Vec<GoalPerson>,
    /// Who of them sways whom, by the ties in the book.
    pub influences: Vec<Influence>,
    /// Its steps: the open ones first.
    pub steps: Vec<GoalStep>,
    /// The talks that were about it, the last first.
    pub talks: Vec<Talk>,
}

/// A need in the list, with its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GoalListed {
    /// The need.
    pub row: GoalRow,
    /// By when, and how many parts have somebody.
    pub summary: String,
    /// The first of its parts; none of a finished one.
    pub parts: Vec<GoalPart>,
    /// How many parts more it has.
    pub more: u32,
}

/// All needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Goals {
    /// The open ones: the next day first.
    pub open: Vec<GoalListed>,
    /// Those that were reached or let go: the last first.
    pub finished: Vec<GoalRow>,
    /// How many parts of open ones have nobody whom one knows: "two gaps"; empty for none.
    pub gaps: String,
}

/// A need that a person has to do with, for their page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GoalOfPerson {
    /// The need.
    pub row: GoalRow,
    /// Whether they want it too.
    pub shares: bool,
    /// What they do in it: "Knows: stability testing know-how"; a line each.
    pub roles: Vec<String>,
    /// The open steps of both. Steps that others take are left out.
    pub steps: Vec<GoalStep>,
}

/// Somebody who could help with a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CouldHelp {
    /// Who.
    pub row: PersonRow,
    /// Where it stands that they could.
    pub by: WhoBy,
    /// Why, a line each, the strongest first: "Offers optics", "Note of 6 February: “replaced the bench”".
    pub reasons: Vec<String>,
    /// If the user does not know them: through whom they may be reached.
    pub through: Option<WhoThrough>,
}

/// Who could help with a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CouldHelpWith {
    /// What is needed, as it was looked for.
    pub what: String,
    /// Who, the likeliest first.
    pub people: Vec<CouldHelp>,
}

/// Talks with people of a need, to say which were about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GoalTalks {
    /// The last talks that are not said to be about it, the last first.
    pub others: Vec<Talk>,
}

/// Ids of people, each once, in their order.
fn each_once(people: impl IntoIterator<Item = PersonId>) -> Vec<PersonId> {
    let mut seen = std::collections::HashSet::new();
    let people = people.into_iter();
    people.filter(|person| seen.insert(*person)).collect()
}
