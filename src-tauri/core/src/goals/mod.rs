//! Goals, which the screen calls needs: what one wants to reach, the parts that it takes, who stands at them, who wants
//! it too, and the steps.

mod coverage;
#[cfg(test)]
mod coverage_tests;
mod edit;
pub(crate) mod goal_rows;
mod parts;
mod people;
mod rings;
mod standing;
mod step_rows;
mod steps;
mod talks;
mod words;

use serde::{Deserialize, Serialize};

use crate::columns::{column, id};
use crate::commitments::DueTone;
use crate::days::Day;
use crate::ids::PersonId;
use crate::people::PersonName;
use crate::store::noun::{After, Derives, FindIn, Finds, Noun, Table};

pub use coverage::{Act, CoverageLevel};
pub(crate) use coverage::{Coverage, REACHES_FROM, Stands, Way, coverage};
pub use standing::StandingSteps;
pub(crate) use standing::count_due as count_steps_due;
pub(crate) use step_rows::{steps_of, steps_of_both};
pub(crate) use steps::shown_step;
pub(crate) use talks::in_talk;
pub(crate) use words::by_when;

id! {
    /// A need.
    GoalId
}

id! {
    /// A part of a need.
    GoalPartId
}

id! {
    /// A step of a need.
    GoalStepId
}

column!(GoalState, Help, HelperRole, StepDoer);

/// The noun of goals.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("goals"),
        Table::undoable("goal_parts"),
        Table {
            name_taken: Some("They stand in this need again by now. Nothing was changed."),
            ..Table::undoable("goal_people")
        },
        Table {
            name_taken: Some("They stand at this part again by now. Nothing was changed."),
            ..Table::undoable("goal_helpers")
        },
        Table::undoable("goal_steps"),
        Table::undoable("goal_talks"),
    ],
    finds: &[
        Finds {
            column: FindIn::Words,
            sql: "SELECT g.title FROM goal_people w JOIN goals g ON g.id = w.goal_id WHERE w.person_id = ?1",
        },
        Finds {
            column: FindIn::Words,
            sql: "SELECT what FROM goal_steps WHERE person_id = ?1",
        },
    ],
    rings: &[&rings::NOTICE, &rings::DUE],
    derives: &[Derives {
        after: After::Tables(&["goals", "goal_people", "goal_steps"]),
        run: rings::follow_goals,
    }],
    ..Noun::BARE
};

/// What became of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GoalState {
    /// It is not decided yet.
    Open,
    /// It was reached.
    Reached,
    /// It was let go.
    LetGo,
}

/// How a need closes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GoalEnd {
    /// It was reached.
    Reached,
    /// It was let go.
    LetGo,
}

impl From<GoalEnd> for GoalState {
    fn from(end: GoalEnd) -> Self {
        match end {
            GoalEnd::Reached => Self::Reached,
            GoalEnd::LetGo => Self::LetGo,
        }
    }
}

/// A sort of help (after Cross and Thomas: information, power and access, feedback, support, purpose, balance; and the
/// usual ones beside them).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// Somebody who knows it.
    #[default]
    KnowHow,
    /// Somebody who opens a door.
    Access,
    /// Somebody who sways others.
    Influence,
    /// Somebody who pays.
    Money,
    /// Somebody who says what they think of it.
    Feedback,
    /// Somebody who stands by.
    Support,
    /// Somebody who speaks for it.
    Sponsor,
    /// Somebody who does the work.
    Talent,
    /// Somebody who reminds one why.
    Purpose,
    /// Somebody who keeps one well.
    Balance,
}

/// A person's part in a part of a need.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum HelperRole {
    /// They decide on it.
    Decides,
    /// They sway who decides.
    Influences,
    /// They know about it.
    Knows,
    /// They want it to work.
    Supports,
    /// They may be against it.
    MayOppose,
}

/// Who takes a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StepDoer {
    /// The user.
    Me,
    /// The person that the step names.
    Them,
}

/// A part of a need, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewGoalPart {
    /// Which sort of help.
    pub help: Help,
    /// What exactly: one line, 1–200 characters.
    pub what: String,
}

/// A need, as the user entered it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewGoal {
    /// What is needed: one line, 1–200 characters.
    pub title: String,
    /// Why; may be empty.
    pub why: String,
    /// By which day, as typed: "end of september"; empty where that is open.
    pub by: String,
    /// Its parts; may be none, at most 100.
    pub parts: Vec<NewGoalPart>,
}

/// What can be corrected of a need.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GoalEdit {
    /// What is needed: one line, 1–200 characters.
    pub title: String,
    /// Why; may be empty.
    pub why: String,
    /// By which day, as typed; empty where that is open.
    pub by: String,
    /// How it turned out; may be empty. Left out while it is open.
    pub outcome: String,
}

/// A step, as the user entered it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewGoalStep {
    /// Who takes it.
    pub doer: StepDoer,
    /// Of theirs: who. Of mine: with whom it has to do, if with anybody.
    pub person: Option<PersonId>,
    /// What: one line, 1–200 characters.
    pub what: String,
    /// By which day, as typed; empty for some day.
    pub when: String,
}

/// A step as the page shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GoalStep {
    /// The step.
    pub id: GoalStepId,
    /// The need that it is a step of.
    pub goal: GoalId,
    /// What is needed, in the user's words.
    pub title: String,
    /// Who takes it.
    pub doer: StepDoer,
    /// Of theirs: who. Of mine: with whom it has to do; `None` for nobody, or where they are in the trash.
    pub person: Option<PersonName>,
    /// What, in the user's words.
    pub what: String,
    /// Local date; `None` for some day.
    pub due_on: Option<Day>,
    /// The day in short: "2 days late", "Today", "Fri 13", "4 May"; empty for some day.
    pub due_words: String,
    /// How the day is shown.
    pub tone: DueTone,
    /// The day as one types it: "13 March 2026"; empty for some day.
    pub day_text: String,
    /// The day on which it was done, in words: "3 March"; empty while it is open.
    pub done: String,
}

/// A need as a row of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct GoalRow {
    /// The need.
    pub id: GoalId,
    /// What is needed, in the user's words.
    pub title: String,
    /// What became of it.
    pub state: GoalState,
    /// "By 30 September, in 29 weeks", "No date", "Reached on 9 March".
    pub words: String,
    /// How it turned out; may be empty.
    pub outcome: String,
}
