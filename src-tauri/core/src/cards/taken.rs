//! What was taken from a card, with its values.

use serde::{Deserialize, Serialize};

use super::Item;
use crate::people::Name;

/// A value that was taken from a card, and where it was stored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum TakenValue {
    Name(Name),
    Nickname(String),
    /// The photo. `blob` is the id of the blob with the shrunken picture, `None` if it could not be read.
    Photo {
        blob: Option<i64>,
    },
    /// An item and the id of its row. `None` if the user had deleted it at an earlier import.
    Item {
        item: Item,
        row: Option<i64>,
    },
}

/// A value and the ordinals of the properties it was read from. As JSON, column `source_cards.reading` was a
/// list of it up to schema version 11; since then it is a [`super::Reading`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Taken {
    pub(crate) ordinals: Vec<usize>,
    #[serde(flatten)]
    pub(crate) value: TakenValue,
}
