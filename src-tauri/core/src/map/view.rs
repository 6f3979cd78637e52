//! What a view of the network shows. Pure.

use super::network::{Line, Mine, Network, Person, Tie};
use super::{
    KindCount, MapFacets, MapOrganisation, MapPerson, MapPicture, MapTie, MapView, Standing, Steps,
    TieMark,
};
use crate::details::TagCount;
use crate::error::{Error, Result};
use crate::graph::layout::radius;
use crate::people::initials;
use crate::relationships::{Colour, Status};
use crate::ties::TieKind;

/// Not in the picture.
const NOBODY: u32 = u32::MAX;

/// Who is in a picture.
pub(super) struct Shown {
    /// Numbers of people in the network, by name; their indexes are the picture's numbers.
    pub(super) people: Vec<u32>,
    /// The picture's number of everybody in the network and of me, or `NOBODY`.
    numbers: Vec<u32>,
}

impl Shown {
    fn of(network: &Network, mut people: Vec<u32>) -> Self {
        people.sort_unstable();
        people.dedup();
        let mut numbers = vec![NOBODY; network.len() + 1];
        for (person, number) in people.iter().zip(0..) {
            if let Some(place) = numbers.get_mut(*person as usize) {
                *place = number;
            }
        }
        if let Some(me) = numbers.last_mut() {
            *me = people.len() as u32;
        }
        Self { people, numbers }
    }

    /// The picture's number of a person of the network, or of me.
    pub(super) fn number(&self, person: u32) -> Option<u32> {
        let number = self.numbers.get(person as usize).copied();
        number.filter(|number| *number != NOBODY)
    }

    /// The people themselves.
    pub(super) fn of_network<'n>(
        &'n self,
        network: &'n Network,
    ) -> impl Iterator<Item = &'n Person> {
        self.people
            .iter()
            .filter_map(|number| network.person(*number))
    }
}

impl MapView {
    /// Whose surroundings, where it matters.
    pub(super) fn around(&self) -> Option<crate::ids::PersonId> {
        self.centre.filter(|_| self.steps != Steps::Everyone)
    }
}

impl Network {
    /// Who is shown.
    ///
    /// # Errors
    /// `NotFound` where the centre is not in the book.
    pub(super) fn shown(&self, view: &MapView) -> Result<Shown> {
        let mut people = match view.around() {
            Some(centre) => {
                let centre = self.number(centre);
                let centre = centre.ok_or_else(|| Error::not_found("This person"))?;
                self.with_those_known(vec![centre])
            }
            None if view.steps == Steps::Everyone => {
                return Ok(Shown::of(self, (0..self.me()).collect()));
            }
            None => {
                let kept = self.people.iter().zip(0..);
                let kept = kept.filter(|(person, _)| person.kept_close());
                kept.map(|(_, number)| number).collect()
            }
        };
        if view.steps == Steps::Two {
            people = self.with_those_known(people);
        }
        Ok(Shown::of(self, people))
    }

    /// These and whom they know, proposed ones too; some may be named twice.
    fn with_those_known(&self, people: Vec<u32>) -> Vec<u32> {
        let mut all = people.clone();
        for person in people {
            all.extend(self.around(person).map(|(other, _)| other));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The picture of a view, all but where everybody stands.
    ///
    /// # Errors
    /// `NotFound` where the centre is not in the book.
    pub fn picture(&self, view: &MapView) -> Result<MapPicture> {
        let shown = self.shown(view)?;
        let (organisations, indexes) = self.organisations_of(&shown);
        let people = shown.of_network(self).map(|person| {
            let works = person.works.first().copied();
            let organisation = works.and_then(|works| indexes.get(works as usize).copied());
            self.drawn(person, organisation)
        });
        let people: Vec<_> = people.collect();
        let ties = self.ties_of(&shown);
        Ok(MapPicture {
            view: *view,
            facets: self.facets(&shown, &ties),
            people,
            ties,
            organisations,
            in_book: self.me(),
            kept_close: self.count(|person| person.kept_close()),
        })
    }

    fn count(&self, which: impl Fn(&Person) -> bool) -> u32 {
        self.people.iter().filter(|person| which(person)).count() as u32
    }

    fn drawn(&self, person: &Person, organisation: Option<u32>) -> MapPerson {
        MapPerson {
            id: person.id,
            name: person.name.clone(),
            initials: initials(&person.name),
            organisation,
            colour: self.kind_of(person).map(|(_, colour)| colour),
            warmth: person.segments(),
            radius: radius(person.shown_warmth()),
            kept_close: person.kept_close(),
            pinned: person.pin.is_some(),
        }
    }

    /// The kind's index and colour.
    pub(super) fn kind_of(&self, person: &Person) -> Option<(u32, Colour)> {
        let index = person.mine.as_ref()?.kind?;
        let kind = self.kinds.get(index as usize)?;
        Some((index, kind.colour))
    }

    /// Those of the picture, and for each of the network its index among them.
    fn organisations_of(&self, shown: &Shown) -> (Vec<MapOrganisation>, Vec<u32>) {
        let mut counts = vec![(0, 0); self.organisations.len()];
        for person in shown.of_network(self) {
            let works = person.works.first().copied();
            if let Some((people, kept_close)) = works.and_then(|at| counts.get_mut(at as usize)) {
                *people += 1;
                *kept_close += u32::from(person.kept_close());
            }
        }
        let mut indexes = vec![NOBODY; self.organisations.len()];
        let mut organisations = Vec::new();
        let all = self.organisations.iter().zip(&counts).zip(&mut indexes);
        for ((organisation, (people, kept_close)), index) in all.filter(|((_, (n, _)), _)| *n > 0) {
            *index = organisations.len() as u32;
            organisations.push(MapOrganisation {
                id: organisation.id,
                name: organisation.name.clone(),
                people: *people,
                kept_close: *kept_close,
            });
        }
        (organisations, indexes)
    }

    /// Those among the people shown, then mine to them.
    fn ties_of(&self, shown: &Shown) -> Vec<MapTie> {
        let among_others = self.pairs().filter_map(|pair| {
            let strongest = pair.first()?;
            let (one, other) = strongest.pair();
            let (one, other) = (shown.number(one)?, shown.number(other)?);
            let weight = self.weight_of(strongest) as f32;
            Some(match reports(pair) {
                _ if strongest.proposed => MapTie(one, other, weight, TieMark::Proposed),
                Some(tie) => MapTie(
                    shown.number(tie.person)?,
                    shown.number(tie.other)?,
                    weight,
                    TieMark::Reports,
                ),
                None => MapTie(one, other, weight, TieMark::Tie),
            })
        });
        let me = shown.people.len() as u32;
        let mine = shown.people.iter().zip(0..).filter_map(|(number, at)| {
            let weight = self.mine(*number)? as f32;
            Some(match self.line(*number) {
                Some(Line::Above) => MapTie(me, at, weight, TieMark::Reports),
                Some(Line::Below) => MapTie(at, me, weight, TieMark::Reports),
                None => MapTie(at, me, weight, TieMark::Tie),
            })
        });
        among_others.chain(mine).collect()
    }

    /// Whether I report to somebody or they to me; not once it has ended.
    fn line(&self, number: u32) -> Option<Line> {
        let mine = self.person(number)?.mine.as_ref()?;
        let kind = self.kinds.get(mine.kind? as usize)?;
        kind.line.filter(|_| mine.status != Status::Ended)
    }

    fn facets(&self, shown: &Shown, ties: &[MapTie]) -> MapFacets {
        let mut kinds = vec![0; self.kinds.len()];
        let mut tags = vec![0; self.tags.len()];
        let mut standings = [0; Standing::ALL.len()];
        let mut warmth = [0; 6];
        let one_more = |counts: &mut [u32], at: usize| {
            if let Some(count) = counts.get_mut(at) {
                *count += 1;
            }
        };
        for person in shown.of_network(self) {
            if let Some((kind, _)) = self.kind_of(person) {
                one_more(&mut kinds, kind as usize);
            }
            for tag in &person.tags {
                one_more(&mut tags, *tag as usize);
            }
            one_more(&mut standings, Standing::of(person.mine.as_ref()) as usize);
            one_more(&mut warmth, person.segments().into());
        }
        let me = shown.people.len() as u32;
        let is_mine = |tie: &&MapTie| tie.0 == me || tie.1 == me;
        let proposed = |tie: &&MapTie| tie.3 == TieMark::Proposed;
        let mine = ties.iter().filter(is_mine).count() as u32;
        let proposed = ties.iter().filter(proposed).count() as u32;
        let kinds = self
            .kinds
            .iter()
            .zip(kinds)
            .map(|(kind, people)| KindCount {
                id: kind.id,
                name: kind.name.clone(),
                colour: kind.colour,
                people,
            });
        let tags = self.tags.iter().zip(tags).map(|(tag, people)| TagCount {
            id: tag.id,
            name: tag.name.clone(),
            people,
        });
        MapFacets {
            kinds: kinds.filter(|kind| kind.people > 0).collect(),
            standings: some(Standing::ALL.into_iter().zip(standings)),
            warmth: some((0..).zip(warmth)),
            tags: tags.filter(|tag| tag.people > 0).collect(),
            mine,
            others: ties.len() as u32 - mine - proposed,
            proposed,
        }
    }
}

/// Only those that somebody has.
fn some<T>(counts: impl Iterator<Item = (T, u32)>) -> Vec<(T, u32)> {
    counts.filter(|(_, count)| *count > 0).collect()
}

/// The tie of a pair that is a reporting line.
fn reports(pair: &[Tie]) -> Option<&Tie> {
    pair.iter().find(|tie| tie.kind == TieKind::ReportsTo)
}

impl Standing {
    const ALL: [Self; 5] = [
        Self::KeptClose,
        Self::NotKeptClose,
        Self::Dormant,
        Self::Paused,
        Self::Ended,
    ];

    pub(super) fn of(mine: Option<&Mine>) -> Self {
        match mine.map(|mine| (mine.status, mine.kept_close)) {
            Some((Status::Active, true)) => Self::KeptClose,
            Some((Status::Active, false)) | None => Self::NotKeptClose,
            Some((Status::Dormant, _)) => Self::Dormant,
            Some((Status::Paused | Status::CoolingOff, _)) => Self::Paused,
            Some((Status::Ended, _)) => Self::Ended,
        }
    }
}
