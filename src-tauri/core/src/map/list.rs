//! The map as a list: its order, and what a row says of ties. Pure.

use std::cmp::Ordering;

use super::network::Network;
use super::{MapColumn, MapFilter, MapSort, MapView};
use crate::error::Result;
use crate::fold::fold;
use crate::warmth::Level;

impl Network {
    /// Whom a filter lets through, in the list's order: their numbers in the view's picture. Who is of no
    /// organisation or kind stands last either way; equals stand by name.
    ///
    /// # Errors
    /// `NotFound` where the centre is not in the book.
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
            // The people's own order is that of their names.
            MapColumn::Name => Key::Number(0.0),
            // Organisations stand by name as well.
            MapColumn::Organisation => match person.works.first() {
                Some(at) => Key::Number(f64::from(*at)),
                None => Key::None,
            },
            MapColumn::Kind => {
                let kind = self.kind_of(person);
                let kind = kind.and_then(|(kind, _)| self.kinds.get(kind as usize));
                kind.map_or(Key::None, |kind| Key::Word(fold(&kind.name)))
            }
            // Cold is more than nothing.
            MapColumn::Warmth => {
                Key::Number(f64::from(person.segments().min(1)) + person.shown_warmth())
            }
            MapColumn::Tie => Key::Number(self.mine(number).unwrap_or(-1.0)),
            MapColumn::Knows => Key::Number(f64::from(self.knows(number))),
        }
    }

    /// The tie to me in a word. It begins where warmth is called steady and warm: a tie of mine is its
    /// warmth, and the two columns do not contradict each other.
    pub(super) fn tie_word(&self, number: u32) -> &'static str {
        match self.mine(number).map(Level::of) {
            Some(Level::Warm | Level::VeryWarm) => "Strong",
            Some(Level::Steady) => "Steady",
            Some(Level::Cool | Level::Cold) => "Light",
            None => "None yet",
        }
    }
}

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
