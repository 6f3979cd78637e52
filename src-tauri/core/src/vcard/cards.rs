//! The walk through a file, a card at a time.

use super::{Card, Contents, Found, Limits, Text};

/// The cards of a text, one at a time.
#[derive(Debug, Clone)]
pub struct Cards<'a> {
    bytes: &'a [u8],
    limits: Limits,
}

/// The cards of a text, one at a time and in constant memory.
pub fn cards<'a>(text: &'a Text<'_>, limits: &Limits) -> Cards<'a> {
    Cards {
        bytes: text.bytes(),
        limits: *limits,
    }
}

/// The one card in these bytes, which came from a [`Text`] before: a stored source card.
pub fn one(raw: &[u8]) -> Option<Card<'_>> {
    Cards {
        bytes: raw,
        limits: Limits::NONE,
    }
    .find_map(|found| match found {
        Found::Card(card) => Some(card),
        Found::Unreadable(_) => None,
    })
}

impl<'a> Iterator for Cards<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        let _ = (self.bytes, self.limits);
        None
    }
}

impl Card<'_> {
    /// What a person's page can use of it.
    pub fn contents(&self) -> Contents {
        Contents::default()
    }

    /// The picture of this property, decoded; `None` if it is none, or larger than the limit.
    pub fn photo_bytes(&self, ordinal: usize, limits: &Limits) -> Option<Vec<u8>> {
        let _ = (ordinal, limits);
        None
    }
}

impl Contents {
    /// The best name there is: FN, else N put together, else nickname, organisation, mail, phone.
    pub fn display_name(&self) -> Option<String> {
        None
    }
}
