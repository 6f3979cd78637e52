//! Who I am, so that my own card is known.

use serde::{Deserialize, Serialize};

use crate::settings::setting;

/// Who I am: cards that match are not imported by default.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Me {
    /// My names.
    pub names: Vec<String>,
    /// My mail addresses.
    pub emails: Vec<String>,
    /// My phone numbers.
    pub phones: Vec<String>,
}

setting! {
    /// Who I am.
    WhoIAm: Me = Me::default(), "me", Undoable;
}
