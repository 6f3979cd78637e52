//! What attributes there are, and which choices each has.

use super::{Attribute, AttributeEdit, AttributeId, ChoiceId, attribute_rows};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::fold::tag_key;
use crate::ids::OperationId;
use crate::moment::Moment;
use crate::store::Tx;

/// Longest name of an attribute or a choice, in characters: it has to fit on a line.
const LONGEST: usize = 100;
/// Most choices of one attribute. Of more, nobody could choose.
const MOST_CHOICES: usize = 200;
/// Most attributes. A person's page shows each in a line.
const MOST_ATTRIBUTES: usize = 50;

impl Book {
    /// All attributes with their choices, in the order in which they were added.
    ///
    /// # Errors
    /// Storage errors.
    pub fn attributes_list(&self) -> Result<Vec<Attribute>> {
        self.read(attribute_rows::all)
    }

    /// Adds an attribute. Choices of one name, in any spelling, are one.
    ///
    /// # Errors
    /// `Invalid` at `name` or `choices`; storage errors.
    pub fn attribute_add(
        &self,
        name: &str,
        choices: &[String],
        now: &Moment,
    ) -> Result<Done<AttributeId>> {
        self.change(OperationKind::EditAttribute, now, |change| {
            let tx = &change.tx;
            let name = free_name(tx, name, None)?;
            if attribute_rows::count(tx)? >= MOST_ATTRIBUTES {
                let words = format!("There can be {MOST_ATTRIBUTES} attributes at most.");
                return Err(Error::invalid("name", words));
            }
            change.about(&name, 1);
            change.says("added");
            let id = attribute_rows::insert(tx, &name, &tag_key(&name))?;
            add_choices(tx, id, choices)?;
            Ok(id)
        })
    }

    /// Changes what an attribute is.
    ///
    /// # Errors
    /// `Invalid` at `name` or `choices`, or at `choice` for the last one; `NotFound`; storage errors.
    pub fn attribute_edit(
        &self,
        id: AttributeId,
        edit: &AttributeEdit,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditAttribute, now, |change| {
            let tx = &change.tx;
            let before = attribute_rows::name(tx, id)?;
            change.about(before, 1);
            match edit {
                AttributeEdit::Rename { name } => {
                    let name = free_name(tx, name, Some(id))?;
                    change.says(format!("now {name}"));
                    attribute_rows::rename(tx, id, &name, &tag_key(&name))
                }
                AttributeEdit::AddChoices { names } => add_choices(tx, id, names),
                AttributeEdit::RenameChoice { choice, name } => {
                    rename_choice(tx, id, *choice, name)
                }
                AttributeEdit::MoveChoice { choice, to } => move_choice(tx, id, *choice, *to),
                AttributeEdit::RemoveChoice { choice } => {
                    let choices = attribute_rows::choices_of(tx, id)?;
                    let (_, name) = find(&choices, *choice)?;
                    change.says(format!("without {name}"));
                    if choices.len() == 1 {
                        let words =
                            "An attribute has one choice at least. Remove the attribute instead.";
                        return Err(Error::invalid("choice", words));
                    }
                    attribute_rows::delete_choice(tx, *choice)
                }
            }
        })
    }

    /// Removes an attribute with its choices, and takes it from everybody.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn attribute_remove(&self, id: AttributeId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditAttribute, now, |change| {
            change.about(attribute_rows::name(&change.tx, id)?, 1);
            change.says("removed");
            attribute_rows::delete(&change.tx, id)
        })
    }
}

/// Refuses to take an operation back after which an attribute would not be whole: it or its choices were changed since.
///
/// # Errors
/// `Invalid`.
pub(super) fn check_whole(tx: &Tx<'_>, _undone: OperationId) -> Result<()> {
    match attribute_rows::is_torn(tx)? {
        true => Err(Error::invalid(
            "choice",
            "This attribute or its choices were changed since. Nothing was changed.",
        )),
        false => Ok(()),
    }
}

/// A name without space around it and breaks in it.
///
/// # Errors
/// `Invalid` at the field where it is blank or too long.
fn checked(field: &str, name: &str, blank: &str) -> Result<String> {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_blank(&name) {
        return Err(Error::invalid(field, blank));
    }
    if name.chars().count() > LONGEST {
        return Err(Error::invalid(
            field,
            "A name has 100 letters at most. The rest fits in a note.",
        ));
    }
    Ok(name)
}

/// The name of an attribute, if no other one has it in any spelling.
fn free_name(tx: &Tx<'_>, name: &str, own: Option<AttributeId>) -> Result<String> {
    let name = checked("name", name, "An attribute needs a name.")?;
    match attribute_rows::named(tx, &tag_key(&name))? {
        Some(other) if Some(other) != own => Err(Error::invalid(
            "name",
            "There is an attribute of this name already.",
        )),
        _ => Ok(name),
    }
}

/// Adds choices behind those that are there; one of a name that is there already is the same.
fn add_choices(tx: &Tx<'_>, id: AttributeId, names: &[String]) -> Result<()> {
    let mut known: Vec<String> = attribute_rows::choices_of(tx, id)?
        .iter()
        .map(|(_, name)| tag_key(name))
        .collect();
    let mut any = false;
    for name in names.iter().filter(|name| !is_blank(name)) {
        any = true;
        let name = checked("choices", name, "")?;
        let key = tag_key(&name);
        if known.contains(&key) {
            continue;
        }
        if known.len() == MOST_CHOICES {
            let words = format!(
                "An attribute has {MOST_CHOICES} choices at most. For more, tags serve better."
            );
            return Err(Error::invalid("choices", words));
        }
        attribute_rows::insert_choice(tx, id, &name, &key)?;
        known.push(key);
    }
    match any {
        true => Ok(()),
        false => Err(Error::invalid("choices", "Name what can be chosen.")),
    }
}

fn rename_choice(tx: &Tx<'_>, id: AttributeId, choice: ChoiceId, name: &str) -> Result<()> {
    let choices = attribute_rows::choices_of(tx, id)?;
    let (_, before) = find(&choices, choice)?;
    let name = checked("name", name, "A choice needs a name.")?;
    let key = tag_key(&name);
    if choices
        .iter()
        .any(|(other, known)| *other != choice && tag_key(known) == key)
    {
        return Err(Error::invalid(
            "name",
            "There is a choice of this name already.",
        ));
    }
    match *before == name {
        true => Ok(()),
        false => attribute_rows::rename_choice(tx, choice, &name, &key),
    }
}

fn move_choice(tx: &Tx<'_>, id: AttributeId, choice: ChoiceId, to: usize) -> Result<()> {
    let mut choices = attribute_rows::choices_of(tx, id)?;
    let from = choices
        .iter()
        .position(|(other, _)| *other == choice)
        .ok_or_else(|| Error::not_found("This choice"))?;
    let moved = choices.remove(from);
    choices.insert(to.min(choices.len()), moved);
    let in_order: Vec<ChoiceId> = choices.into_iter().map(|(id, _)| id).collect();
    attribute_rows::put_in_order(tx, &in_order)
}

fn find(choices: &[(ChoiceId, String)], choice: ChoiceId) -> Result<&(ChoiceId, String)> {
    choices
        .iter()
        .find(|(id, _)| *id == choice)
        .ok_or_else(|| Error::not_found("This choice"))
}
