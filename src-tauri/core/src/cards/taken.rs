//! What was taken from a card at import: the content of column `source_cards.reading`.

use serde::{Deserialize, Serialize};

use super::Item;
use crate::error::Result;
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

/// A value and the ordinals of the properties it was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Taken {
    pub(crate) ordinals: Vec<usize>,
    #[serde(flatten)]
    pub(crate) value: TakenValue,
}

impl Taken {
    /// Reads the column.
    ///
    /// # Errors
    /// `Internal` if it is not valid JSON of this form.
    pub(crate) fn list(reading: &str) -> Result<Vec<Self>> {
        Ok(serde_json::from_str(reading)?)
    }

    /// The text for the column.
    pub(crate) fn reading(list: &[Self]) -> Result<String> {
        Ok(serde_json::to_string(list)?)
    }
}
