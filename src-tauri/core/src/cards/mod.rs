//! What a card says of a person, in the form in which the book keeps it. Pure, but for `rows`.

mod item;
mod mentions;
mod person;
pub(crate) mod rows;
mod taken;
mod three_way;

pub(crate) use item::Item;
pub(crate) use mentions::Mention;
pub(crate) use person::{CardPerson, Given};
pub(crate) use taken::{Place, Taken};
pub(crate) use three_way::{Outcome, Side, compare};
