//! Cards as persons: the values of a card in the form in which the book stores them, and the comparison
//! of a card that is imported again. Pure, except the files ending in `_rows`.

mod card_text;
mod fingerprint;
mod item;
pub(crate) mod item_rows;
pub(crate) mod kept_card_rows;
pub(crate) mod mention_rows;
mod mentions;
mod old_reading_rows;
mod person;
mod reading;
mod reading_text;
pub(crate) mod source_card_rows;
mod taken;
mod three_way;

use crate::store::noun::{Migrates, Noun, Table};
pub(crate) use item::Item;
pub(crate) use mentions::Mention;
pub(crate) use person::{CardItem, CardPerson};
pub(crate) use reading::{Current, Reading};
pub(crate) use taken::{Taken, TakenValue};
pub(crate) use three_way::{Outcome, Side, compare};
/// Where people came from, and whom their cards name.
pub(crate) const NOUN: Noun = Noun {
    tables: &[
        Table::undoable("card_mentions"),
        Table::undoable("source_cards"),
        Table::undoable("kept_cards"),
    ],
    migrates: &[
        Migrates {
            to: 3,
            run: |transaction| mention_rows::read_kept_cards(transaction),
        },
        Migrates {
            to: 12,
            run: old_reading_rows::shorten_all,
        },
    ],
    ..Noun::BARE
};

crate::columns::id! {
    /// A stored vCard that a person was imported from.
    SourceCardId
}
