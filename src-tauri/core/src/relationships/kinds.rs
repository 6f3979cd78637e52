//! The kinds of relationship: the user can add, change and remove them.

use serde::Deserialize;

use super::{Category, Colour};
use crate::blank::is_blank;
use crate::book::Book;
use crate::cadence::{CADENCE, CADENCE_WORDS};
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::fold::fold;
use crate::moment::Moment;
use crate::relationships::KindId;
use crate::relationships::{kind_rows, relationship_rows};
use crate::store::Tx;

/// The fields of a kind that is added or changed.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NewKind {
    /// The name, such as "Board member".
    pub name: String,
    /// Whether people of this kind are inside or outside the user's organisation.
    pub category: Category,
    /// The colour that shows the kind on the page.
    pub colour: Colour,
    /// Days between check-ins, 1–3650. People get this cadence when they are newly kept close.
    pub cadence_days: u32,
}

impl Book {
    /// Adds a kind.
    ///
    /// # Errors
    /// `Invalid` at `name` or `cadenceDays`; storage errors.
    pub fn kind_add(&self, kind: &NewKind, now: &Moment) -> Result<Done<KindId>> {
        self.change(OperationKind::Kinds, now, |change| {
            change.about(kind.name.trim(), 1);
            let name = checked(&change.tx, kind, None)?;
            kind_rows::insert(&change.tx, &name, kind)
        })
    }

    /// Changes a kind. People of this kind who are kept close already keep their own cadence. A new category
    /// is copied to all people of this kind.
    ///
    /// # Errors
    /// `Invalid` at `name` or `cadenceDays`; `NotFound`; storage errors.
    pub fn kind_edit(&self, id: KindId, kind: &NewKind, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::Kinds, now, |change| {
            change.about(kind.name.trim(), 1);
            let before = kind_rows::get(&change.tx, id)?;
            let name = checked(&change.tx, kind, Some(id))?;
            let after = (&name, kind.category, kind.colour, kind.cadence_days);
            if after
                == (
                    &before.name,
                    before.category,
                    before.colour,
                    before.cadence_days,
                )
            {
                return Ok(());
            }
            kind_rows::update(&change.tx, id, &name, kind)?;
            if before.category != kind.category {
                relationship_rows::set_category_of_kind(&change.tx, id, kind.category)?;
            }
            Ok(())
        })
    }

    /// Removes a kind that no person has.
    ///
    /// # Errors
    /// `Invalid` if people have this kind (those in the trash count), with their number; `NotFound`; storage
    /// errors.
    pub fn kind_remove(&self, id: KindId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::Kinds, now, |change| {
            change.about(kind_rows::get(&change.tx, id)?.name, 1);
            match relationship_rows::count_of_kind(&change.tx, id)? {
                0 => kind_rows::delete(&change.tx, id),
                1 => Err(Error::invalid(
                    "kind",
                    "One person is of this kind. Give them another one first.",
                )),
                n => Err(Error::invalid(
                    "kind",
                    format!("{n} people are of this kind. Give them another one first."),
                )),
            }
        })
    }
}

/// Returns the name with normal spaces. `own` is the kind that is changed: it may keep its name.
fn checked(tx: &Tx<'_>, kind: &NewKind, own: Option<KindId>) -> Result<String> {
    let name = kind.name.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&name) {
        return Err(Error::invalid("name", "A kind needs a name."));
    }
    check_length("name", &name)?;
    if kind_rows::named(tx, &fold(&name))?.is_some_and(|other| Some(other) != own) {
        return Err(Error::invalid(
            "name",
            "There is a kind of this name already.",
        ));
    }
    if !CADENCE.contains(&kind.cadence_days) {
        return Err(Error::invalid("cadenceDays", CADENCE_WORDS));
    }
    Ok(name)
}
