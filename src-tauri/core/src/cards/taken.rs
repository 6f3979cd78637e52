//! What Kith took from a card when it was imported: column `source_cards.reading`.

use serde::{Deserialize, Serialize};

use super::Item;
use crate::error::Result;
use crate::people::Name;

/// Where a taken value went.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Place {
    Name(Name),
    Nickname(String),
    /// The blob that was the person's photo then.
    Photo {
        blob: Option<i64>,
    },
    /// An item and the row it went to; no row: the person had deleted it.
    Item {
        item: Item,
        row: Option<i64>,
    },
}

/// The properties of a card that said something, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Taken {
    pub(crate) ordinals: Vec<usize>,
    #[serde(flatten)]
    pub(crate) place: Place,
}

impl Taken {
    pub(crate) fn list(reading: &str) -> Result<Vec<Self>> {
        Ok(serde_json::from_str(reading)?)
    }

    pub(crate) fn reading(list: &[Self]) -> Result<String> {
        Ok(serde_json::to_string(list)?)
    }
}
