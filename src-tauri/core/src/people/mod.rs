//! Who is in the book: names, photos, and the trash.

pub(crate) mod add;
mod check_people;
pub(crate) mod edit_name;
mod name;
mod named;
mod pair_scope;
pub(crate) mod person_rows;
mod photo;
mod titles;

use serde::{Deserialize, Serialize};

use crate::ids::PersonId;

use crate::store::noun::{FindIn, Finds, Noun, Table};
pub(crate) use check_people::check_people;
pub(crate) use name::NO_NAME;
pub use name::{Name, avatar_colour, initials};
pub(crate) use pair_scope::PairScope;
pub(crate) use titles::TitledName;

/// Who is in the book, found by their names while they are not in the trash.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("people")],
    finds: &[Finds {
        column: FindIn::Name,
        sql: "SELECT display_name || ' ' || given || ' ' || additional || ' ' || family || ' ' || nickname \
              FROM people WHERE id = ?1 AND trashed_at IS NULL",
    }],
    name_of_person: Some(|tx, person| {
        let found = person_rows::find(tx, person)?;
        let there = found.filter(|found| found.trashed_at.is_none() && found.died_on.is_none());
        Ok(there.map(|found| found.name.display))
    }),
    ..Noun::BARE
};

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
