//! Attributes of the user's own choosing, such as "Seniority: junior, senior, lead": defined once, and said of people
//! one by one or of several at once. Whoever was given no choice has none; nothing is guessed.
//!
//! They are in the whole-book export. Cards, printed pages and calendars never have them, GraphML and CSV only when
//! asked to.

pub(crate) mod attribute_rows;
mod define;
mod say;

use serde::{Deserialize, Serialize};

use crate::columns::id;
use crate::store::noun::{FindIn, Finds, Noun, Table};

id! {
    /// An attribute, such as "Seniority".
    AttributeId
}

id! {
    /// A choice of an attribute, such as "lead".
    ChoiceId
}

/// Attributes of the user's own choosing.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table {
            name_taken: Some("There is an attribute of this name by now. Nothing was changed."),
            ..Table::undoable("attributes")
        },
        Table {
            name_taken: Some("There is a choice of this name by now. Nothing was changed."),
            ..Table::undoable("attribute_choices")
        },
        Table {
            name_taken: Some("They have another choice by now. Nothing was changed."),
            ..Table::undoable("person_attributes")
        },
    ],
    finds: &[Finds {
        column: FindIn::Words,
        sql: "SELECT c.name FROM person_attributes a JOIN attribute_choices c ON c.id = a.choice_id WHERE a.person_id = ?1",
    }],
    after_undo: Some(define::check_whole),
    ..Noun::BARE
};

/// An attribute with its choices.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Attribute {
    /// Its id.
    pub id: AttributeId,
    /// Its name: "Seniority".
    pub name: String,
    /// What can be chosen, 1 to 200, in the user's order.
    pub choices: Vec<AttributeChoice>,
}

/// A choice of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AttributeChoice {
    /// Its id.
    pub id: ChoiceId,
    /// Its name: "lead".
    pub name: String,
    /// How many people outside the trash and the archive have it.
    pub people: u32,
}

/// What somebody has of an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonAttribute {
    /// The attribute.
    pub attribute: AttributeId,
    /// The choice.
    pub choice: ChoiceId,
}

/// A change of what an attribute is.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum AttributeEdit {
    /// Gives the attribute another name.
    Rename {
        /// The name, 1 to 100 characters.
        name: String,
    },
    /// Adds choices behind the others. Those that are there already, in any spelling, stay as they are.
    AddChoices {
        /// Their names, 1 to 100 characters each.
        names: Vec<String>,
    },
    /// Gives a choice another name; whoever has it keeps it.
    RenameChoice {
        /// Which.
        choice: ChoiceId,
        /// The name, 1 to 100 characters.
        name: String,
    },
    /// Moves a choice to an index among the others, from 0.
    MoveChoice {
        /// Which.
        choice: ChoiceId,
        /// Its index afterwards; the last for one beyond it.
        to: usize,
    },
    /// Removes a choice, and takes it from those who have it. The last one stays.
    RemoveChoice {
        /// Which.
        choice: ChoiceId,
    },
}
