//! Who is in the book: names, photos, and the trash.

mod name;
mod partial_date;
pub(crate) mod person_rows;
mod photo;
pub(crate) mod trash;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

pub use name::{Name, avatar_colour, initials};
pub use partial_date::PartialDate;
pub use trash::Trashed;

/// A person by name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PersonName {
    /// Who.
    pub id: PersonId,
    /// Their name.
    pub name: String,
}

/// The parts of a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "vCard's own words")]
pub struct NameParts {
    pub prefix: String,
    pub given: String,
    pub additional: String,
    pub family: String,
    pub suffix: String,
}
