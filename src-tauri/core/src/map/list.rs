//! The map as a list: its order, and the words for a tie in a row. Pure.

use std::cmp::Ordering;

use super::network::Network;
use super::{MapColumn, MapFilter, MapSort, MapView};
use crate::error::Result;
use crate::fold::fold;
use crate::warmth::Level;

impl Network {
    /// The people who match a filter in the order of the list, as indexes into `MapPicture::people`. People
    /// without the organisation or kind that is sorted by are last in both directions. Equal ones are
    /// sorted by name.
    ///
    /// # Errors
    /// `NotFound` if the centre is not in the book.
    pub fn list(&self, view: &MapView, filter: &MapFilter, sort: MapSort) -> Result<Vec<u32>> {
        let shown = self.shown(view)?;
        let mut list: Vec<(Key, u32)> = self
            .matching_of(&shown, filter)
            .into_iter()
            .map(|number| {
                let person = shown.people.get(number as usize).copied();
                (self.key(person.unwrap_or(self.me()), sort.by), number)
            })
            .collect();
        list.sort_by(|(a, one), (b, other)| {
            let by_key = match sort.rising {
                true => a.rising(b),
                false => a.falling(b),
            };
            by_key.then(match (sort.by, sort.rising) {
                (MapColumn::Name, false) => other.cmp(one),
                _ => one.cmp(other),
            })
        });
        Ok(list.into_iter().map(|(_, number)| number).collect())
    }

    fn key(&self, number: u32, by: MapColumn) -> Key {
        let Some(person) = self.person(number) else {
            return Key::None;
        };
        match by {
            // Numbers are in the order of names already.
            MapColumn::Name => Key::Number(0.0),
            // Indexes of organisations are in the order of names too.
            MapColumn::Organisation => match person.works.first() {
                Some(at) => Key::Number(f64::from(*at)),
                None => Key::None,
            },
            MapColumn::Kind => {
                let kind = self.kind_of(person);
                let kind = kind.and_then(|(kind, _)| self.kinds.get(kind as usize));
                kind.map_or(Key::None, |kind| Key::Word(fold(&kind.name)))
            }
            // Any warmth, even 0, sorts above no conversation at all.
            MapColumn::Warmth => {
                Key::Number(f64::from(person.segments().min(1)) + person.shown_warmth())
            }
            MapColumn::Tie => Key::Number(self.my_weight(number).unwrap_or(-1.0)),
            MapColumn::Knows => Key::Number(f64::from(self.known_count(number))),
        }
    }

    /// A word for my tie to somebody. It uses the levels of warmth, because the weight of my tie is its
    /// warmth and the two columns must not contradict each other.
    pub(super) fn tie_word(&self, number: u32) -> &'static str {
        match self.my_weight(number).map(Level::of) {
            Some(Level::Warm | Level::VeryWarm) => "Strong",
            Some(Level::Steady) => "Steady",
            Some(Level::Cool | Level::Cold) => "Light",
            None => "None yet",
        }
    }
}

/// What one person is sorted by.
enum Key {
    Number(f64),
    Word(String),
    None,
}

impl Key {
    fn rising(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => a.total_cmp(b),
            (Self::Word(a), Self::Word(b)) => a.cmp(b),
            _ => self.is_none().cmp(&other.is_none()),
        }
    }

    fn falling(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::None, _) | (_, Self::None) => self.rising(other),
            _ => other.rising(self),
        }
    }

    fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}
