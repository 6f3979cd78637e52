//! Random steps with attributes of one's own, and with pairs who are not to be introduced.

use kith_core::attributes::{Attribute, AttributeEdit};
use kith_core::{Book, Code, Moment, PersonId, Result};

use crate::random_steps::{Step, Taken, nth, said};

fn one_of(book: &Book, step: &Step) -> Result<Option<Attribute>> {
    let all = book.attributes_list()?;
    Ok(nth(&all, step.pick).cloned())
}

pub fn define(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let Some(one) = one_of(book, step)? else {
        let choices = ["a".to_owned(), step.word.clone(), "b".to_owned()];
        return book.attribute_add(&step.word, &choices, now).map(said);
    };
    let choice = nth(&one.choices, step.who).map(|choice| choice.id);
    let edit = match (step.who % 7, choice) {
        (0, _) => return book.attribute_remove(one.id, now).map(said),
        (1, _) => {
            let choices = [step.word.clone()];
            return book.attribute_add("Field", &choices, now).map(said);
        }
        (2, Some(choice)) => AttributeEdit::RemoveChoice { choice },
        (3, Some(choice)) => AttributeEdit::RenameChoice {
            choice,
            name: step.word.clone(),
        },
        (4, Some(choice)) => AttributeEdit::MoveChoice {
            choice,
            to: step.pick,
        },
        (5, _) => AttributeEdit::Rename {
            name: step.word.clone(),
        },
        _ => AttributeEdit::AddChoices {
            names: vec![step.word.clone(), format!("choice {}", step.pick)],
        },
    };
    book.attribute_edit(one.id, &edit, now).map(said)
}

pub fn set(book: &Book, step: &Step, several: &[PersonId], now: &Moment) -> Result<Taken> {
    let (Some(one), false) = (one_of(book, step)?, several.is_empty()) else {
        return Ok(None);
    };
    let choice = match step.who.is_multiple_of(5) {
        true => None,
        false => nth(&one.choices, step.who).map(|choice| choice.id),
    };
    book.attribute_set(several, one.id, choice, now).map(said)
}

pub fn pair(book: &Book, step: &Step, several: &[PersonId], now: &Moment) -> Result<Taken> {
    let [one, other, ..] = several else {
        return Ok(None);
    };
    if step.pick.is_multiple_of(3) {
        return match book.introduction_allow(*one, *other, now) {
            // They were not refused.
            Err(error) if error.code == Code::NotFound => Ok(None),
            taken => taken.map(said),
        };
    }
    book.introduction_refuse(*one, *other, now).map(said)
}
