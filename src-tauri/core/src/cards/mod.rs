//! What a card says of a person, in the form in which the book keeps it. Pure, but for `rows`.

mod card_text;
mod item;
pub(crate) mod item_rows;
pub(crate) mod mention_rows;
mod mentions;
mod person;
pub(crate) mod source_card_rows;
mod taken;
mod three_way;

pub(crate) use item::Item;
pub(crate) use mentions::Mention;
pub(crate) use person::{CardPerson, Given};
pub(crate) use taken::{Place, Taken};
pub(crate) use three_way::{Outcome, Side, compare};
crate::store::id! {
    /// A vCard that a person came from.
    SourceCardId
}
