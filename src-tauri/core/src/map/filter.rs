//! Whom a filter lets through. Pure.

use super::network::{Network, Person};
use super::view::Shown;
use super::{MapFilter, MapView, Standing};
use crate::error::Result;

impl Network {
    /// Whom of a view's picture a filter lets through: their numbers in the picture, rising. Which ties
    /// are hidden is of no matter here.
    ///
    /// # Errors
    /// `NotFound` where the centre is not in the book.
    pub fn matching(&self, view: &MapView, filter: &MapFilter) -> Result<Vec<u32>> {
        Ok(self.matching_of(&self.shown(view)?, filter))
    }

    pub(super) fn matching_of(&self, shown: &Shown, filter: &MapFilter) -> Vec<u32> {
        let people = shown.of_network(self).zip(0..);
        people
            .filter(|(person, _)| self.lets_through(filter, person))
            .map(|(_, number)| number)
            .collect()
    }

    fn lets_through(&self, filter: &MapFilter, person: &Person) -> bool {
        let mine = person.mine.as_ref();
        let kind = self.kind_of(person);
        let kind = kind.and_then(|(kind, _)| self.kinds.get(kind as usize));
        let works = person.works.iter();
        let mut works = works.filter_map(|at| self.organisations.get(*at as usize));
        let has_tag = |id| {
            let tags = person.tags.iter();
            let mut tags = tags.filter_map(|at| self.tags.get(*at as usize));
            tags.any(|tag| tag.id == id)
        };
        let category = filter.category;
        category.is_none_or(|category| mine.is_some_and(|mine| mine.category == category))
            && (filter.kinds.is_empty() || kind.is_some_and(|kind| filter.kinds.contains(&kind.id)))
            && (filter.organisations.is_empty()
                || works.any(|works| filter.organisations.contains(&works.id)))
            && filter.tags.iter().all(|tag| has_tag(*tag))
            && (filter.warmth.is_empty() || filter.warmth.contains(&person.segments()))
            && (filter.standings.is_empty() || filter.standings.contains(&Standing::of(mine)))
    }
}
