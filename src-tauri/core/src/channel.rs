//! How a conversation was held.

use serde::{Deserialize, Serialize};

/// How a talk was held, from the richest to the leanest.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Face to face.
    InPerson,
    /// A video call.
    Video,
    /// A phone call.
    Phone,
    /// E-mail.
    Email,
    /// A chat at work or elsewhere.
    Chat,
    /// A text message.
    Text,
    /// A social network.
    Social,
    /// Done was pressed, and how was not said.
    #[default]
    NotSaid,
}

impl Channel {
    /// All of them, from the richest to the leanest.
    pub const ALL: [Self; 8] = [
        Self::InPerson,
        Self::Video,
        Self::Phone,
        Self::Email,
        Self::Chat,
        Self::Text,
        Self::Social,
        Self::NotSaid,
    ];
}
