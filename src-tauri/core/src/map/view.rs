//! What a view shows: the people, ties, organisations and facets of its picture. Pure.

use super::network::{MyRelationship, Network, Person, ReportingLine, Tie};
use super::{
    KindCount, MapDepth, MapFacets, MapOrganisation, MapPerson, MapPicture, MapTie, MapView,
    Standing, TieMark,
};
use crate::details::TagCount;
use crate::error::{Error, Result};
use crate::graph::layout::radius;
use crate::people::initials;
use crate::relationships::{Colour, Status};
use crate::ties::TieKind;

/// Marks people and organisations that are not in the picture.
const NOT_SHOWN: u32 = u32::MAX;

/// The people in a picture.
pub(super) struct ShownPeople {
    /// Their numbers in the network, by name. The indexes are their numbers in the picture.
    pub(super) people: Vec<u32>,
    /// For everybody in the network, and for me, the number in the picture or `NOT_SHOWN`.
    numbers: Vec<u32>,
}

impl ShownPeople {
    fn of(network: &Network, mut people: Vec<u32>) -> Self {
        people.sort_unstable();
        people.dedup();
        let mut numbers = vec![NOT_SHOWN; network.len() + 1];
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

    /// The number in the picture of a person of the network or of me; `None` if they are not shown.
    pub(super) fn number(&self, person: u32) -> Option<u32> {
        let number = self.numbers.get(person as usize).copied();
        number.filter(|number| *number != NOT_SHOWN)
    }

    /// The people of the picture in its order.
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
    /// The person around whom the view is; `None` around me and for everyone.
    pub(super) fn around(&self) -> Option<crate::ids::PersonId> {
        self.centre.filter(|_| self.steps != MapDepth::Everyone)
    }
}

impl Network {
    /// The people that a view shows.
    ///
    /// # Errors
    /// `NotFound` if the centre is not in the book.
    pub(super) fn shown(&self, view: &MapView) -> Result<ShownPeople> {
        let mut people = match view.around() {
            Some(centre) => {
                let centre = self.number(centre);
                let centre = centre.ok_or_else(|| Error::not_found("This person"))?;
                self.with_those_known(vec![centre])
            }
            None if view.steps == MapDepth::Everyone => {
                return Ok(ShownPeople::of(self, (0..self.me()).collect()));
            }
            None => {
                let kept = self.people.iter().zip(0..);
                let kept = kept.filter(|(person, _)| person.kept_close());
                kept.map(|(_, number)| number).collect()
            }
        };
        if view.steps == MapDepth::Two {
            people = self.with_those_known(people);
        }
        Ok(ShownPeople::of(self, people))
    }

    /// These people and the people they are tied to, also by proposed ties. Sorted, each once.
    fn with_those_known(&self, people: Vec<u32>) -> Vec<u32> {
        let mut all = people.clone();
        for person in people {
            all.extend(self.around(person).map(|(other, _)| other));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    /// The picture of a view, without places.
    ///
    /// # Errors
    /// `NotFound` if the centre is not in the book.
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
            ringed: self
                .kind_of(person)
                .is_some_and(|(kind, _)| self.is_ringed(kind)),
            warmth: person.segments(),
            radius: radius(person.shown_warmth()),
            kept_close: person.kept_close(),
            pinned: person.pin.is_some(),
        }
    }

    /// The index and colour of the kind of my relationship to a person.
    pub(super) fn kind_of(&self, person: &Person) -> Option<(u32, Colour)> {
        let index = person.mine.as_ref()?.kind?;
        let kind = self.kinds.get(index as usize)?;
        Some((index, kind.colour))
    }

    /// Whether a kind before this one has the same colour.
    fn is_ringed(&self, kind: u32) -> bool {
        let mut before = self.kinds.iter().take(kind as usize);
        let own = self.kinds.get(kind as usize);
        own.is_some_and(|own| before.any(|kind| kind.colour == own.colour))
    }

    /// The organisations of the picture, and for each organisation of the network its index among them or
    /// `NOT_SHOWN`.
    fn organisations_of(&self, shown: &ShownPeople) -> (Vec<MapOrganisation>, Vec<u32>) {
        let mut counts = vec![(0, 0); self.organisations.len()];
        for person in shown.of_network(self) {
            let works = person.works.first().copied();
            if let Some((people, kept_close)) = works.and_then(|at| counts.get_mut(at as usize)) {
                *people += 1;
                *kept_close += u32::from(person.kept_close());
            }
        }
        let mut indexes = vec![NOT_SHOWN; self.organisations.len()];
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

    /// The ties among the people shown, then mine to them.
    fn ties_of(&self, shown: &ShownPeople) -> Vec<MapTie> {
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
            let weight = self.my_weight(*number)? as f32;
            Some(match self.line(*number) {
                Some(ReportingLine::Above) => MapTie(me, at, weight, TieMark::Reports),
                Some(ReportingLine::Below) => MapTie(at, me, weight, TieMark::Reports),
                None => MapTie(at, me, weight, TieMark::Tie),
            })
        });
        among_others.chain(mine).collect()
    }

    /// The reporting line between me and a person; `None` if the relationship has ended.
    fn line(&self, number: u32) -> Option<ReportingLine> {
        let mine = self.person(number)?.mine.as_ref()?;
        let kind = self.kinds.get(mine.kind? as usize)?;
        kind.line.filter(|_| mine.status != Status::Ended)
    }

    fn facets(&self, shown: &ShownPeople, ties: &[MapTie]) -> MapFacets {
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
            .zip(0..)
            .map(|((kind, people), at)| KindCount {
                id: kind.id,
                name: kind.name.clone(),
                colour: kind.colour,
                ringed: self.is_ringed(at),
                people,
            });
        let tags = self.tags.iter().zip(tags).map(|(tag, people)| TagCount {
            id: tag.id,
            name: tag.name.clone(),
            people,
        });
        MapFacets {
            kinds: kinds.filter(|kind| kind.people > 0).collect(),
            standings: non_zero(Standing::ALL.into_iter().zip(standings)),
            warmth: non_zero((0..).zip(warmth)),
            tags: tags.filter(|tag| tag.people > 0).collect(),
            mine,
            others: ties.len() as u32 - mine - proposed,
            proposed,
        }
    }
}

/// Drops the counts that are 0.
fn non_zero<T>(counts: impl Iterator<Item = (T, u32)>) -> Vec<(T, u32)> {
    counts.filter(|(_, count)| *count > 0).collect()
}

/// The tie of a pair that is a reporting line, if there is one.
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

    pub(super) fn of(mine: Option<&MyRelationship>) -> Self {
        match mine.map(|mine| (mine.status, mine.kept_close)) {
            Some((Status::Active, true)) => Self::KeptClose,
            Some((Status::Active, false)) | None => Self::NotKeptClose,
            Some((Status::Dormant, _)) => Self::Dormant,
            Some((Status::Paused | Status::CoolingOff, _)) => Self::Paused,
            Some((Status::Ended | Status::Died | Status::Archived, _)) => Self::Ended,
        }
    }
}
