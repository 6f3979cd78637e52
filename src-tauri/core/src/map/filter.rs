//! The filter of the map. Pure.

use super::network::{Network, Person};
use super::view::ShownPeople;
use super::{MapFilter, MapView, Standing};
use crate::error::Result;

impl Network {
    /// The people of a view's picture who match a filter, as ascending indexes into `MapPicture::people`.
    /// The filter's `hide_…` fields are ignored.
    ///
    /// # Errors
    /// `NotFound` if the centre is not in the book.
    pub fn matching(&self, view: &MapView, filter: &MapFilter) -> Result<Vec<u32>> {
        Ok(self.matching_of(&self.shown(view)?, filter))
    }

    pub(super) fn matching_of(&self, shown: &ShownPeople, filter: &MapFilter) -> Vec<u32> {
        let people = shown.of_network(self).zip(0..);
        people
            .filter(|(person, _)| self.matches(filter, person))
            .map(|(_, number)| number)
            .collect()
    }

    fn matches(&self, filter: &MapFilter, person: &Person) -> bool {
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
