//! Reads the network from the book, with one query per table.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;

use super::network::{
    Conflicts, Kind, MyRelationship, Network, Organisation, Person, Snapshot, Tie,
};
use super::places::point;
use crate::book::Book;
use crate::boundaries::{Handling, conflict_rows};
use crate::days::Day;
use crate::details::OrganisationId;
use crate::error::Result;
use crate::ids::PersonId;
use crate::introductions::introduction_rows;
use crate::introductions::limits::{Limit, limit};
use crate::map::map_rows;
use crate::map::map_rows::{MineOnMap, PersonOnMap};
use crate::moment::Moment;
use crate::people::PairScope;
use crate::people_list::WarmthWeights;
use crate::relationships::{Category, Status};
use crate::settings;
use crate::store::Tx;
use crate::ties::{ClosenessWeights, tie_rows};
use crate::typed_day::short_date;
use crate::warmth::Weights;

impl Book {
    /// Reads who knows whom, for the day of `now`. Uses its own connection, so other reads do not wait.
    ///
    /// # Errors
    /// Those of storage.
    pub fn network(&self, now: &Moment) -> Result<Network> {
        let snapshot = self.read_long(|tx| snapshot(tx, now))?;
        Ok(Network::new(snapshot))
    }
}

fn snapshot(tx: &Tx<'_>, now: &Moment) -> Result<Snapshot> {
    let today = now.today();
    let weights = settings::get::<WarmthWeights>(tx)?;
    let kinds = map_rows::kinds(tx)?;
    let at_of_kind: HashMap<_, u32> = kinds.iter().map(|kind| kind.id).zip(0..).collect();
    let read = map_rows::people(tx)?;
    let mut declared = map_rows::declared(tx)?;
    let mut half_lives = Vec::with_capacity(read.len());
    let people = read.into_iter().map(|person| {
        let mine = declared.remove(&person.id);
        let cadence = mine.as_ref().and_then(|mine| mine.cadence_days);
        half_lives.push(weights.half_life(cadence));
        let mine = mine.map(|mine| {
            let kind = mine.kind.and_then(|kind| at_of_kind.get(&kind).copied());
            mine_of(mine, kind, now)
        });
        person_of(person, mine)
    });
    let mut people: Vec<Person> = people.collect();
    let numbers: HashMap<_, u32> = people.iter().map(|person| person.id).zip(0..).collect();
    add_warmth(tx, &mut people, &numbers, (&half_lives, &weights), today)?;
    let organisations = organisations(tx, &mut people, &numbers)?;
    let tags = map_rows::tags(tx)?;
    let at_of_tag: HashMap<_, u32> = tags.iter().map(|tag| tag.id).zip(0..).collect();
    for (person, tag) in map_rows::tagged(tx)? {
        if let (Some(person), Some(tag)) = (of(&mut people, &numbers, person), at_of_tag.get(&tag))
        {
            person.tags.push(*tag);
        }
    }
    for (person, at) in map_rows::pins(tx)? {
        if let Some(person) = of(&mut people, &numbers, person) {
            person.pin = point(at);
        }
    }
    Ok(Snapshot {
        today,
        ties: ties_among(tx, &numbers)?,
        conflicts: conflicts(tx, &numbers, &organisations, now)?,
        asked_lately: asked_lately(tx, &people, &organisations, today)?,
        organisations,
        kinds: kinds.into_iter().map(kind_of).collect(),
        tags,
        weights: settings::get::<ClosenessWeights>(tx)?,
        people,
    })
}

fn of<'p>(
    people: &'p mut [Person],
    numbers: &HashMap<PersonId, u32>,
    id: PersonId,
) -> Option<&'p mut Person> {
    people.get_mut(*numbers.get(&id)? as usize)
}

fn person_of(person: PersonOnMap, mine: Option<MyRelationship>) -> Person {
    Person {
        id: person.id,
        name: person.name,
        given: person.given,
        works: Vec::new(),
        mine,
        died: person.died,
        tags: Vec::new(),
        warmth: 0.0,
        talked: None,
        pin: None,
    }
}

fn mine_of(mine: MineOnMap, kind: Option<u32>, now: &Moment) -> MyRelationship {
    let status = mine.stored.at(now);
    let until = mine.stored.paused_until.map(Day::date);
    MyRelationship {
        category: mine.category,
        kind,
        kept_close: mine.kept_close,
        paused_until: until.filter(|_| status == Status::Paused),
        status,
        do_not_ask: mine.do_not_ask,
    }
}

fn kind_of(kind: map_rows::KindOnMap) -> Kind {
    Kind {
        line: kind.line,
        id: kind.id,
        name: kind.name,
        colour: kind.colour,
    }
}

/// Computes the warmth and the last conversation of all people, in one pass over all conversations.
fn add_warmth(
    tx: &Tx<'_>,
    people: &mut [Person],
    numbers: &HashMap<PersonId, u32>,
    (half_lives, weights): (&[f64], &Weights),
    today: NaiveDate,
) -> Result<()> {
    map_rows::each_talk(tx, |person, on, channel| {
        let Some(number) = numbers.get(&person) else {
            return;
        };
        let half_life = half_lives.get(*number as usize).copied();
        if let (Some(person), Some(half_life)) = (people.get_mut(*number as usize), half_life) {
            let part = weights.part((today - on.date()).num_days(), channel, half_life);
            // Holds the strength until all conversations are added.
            person.warmth += part.counts;
            person.talked = person.talked.max(Some(on.date()));
        }
    })?;
    for person in people {
        person.warmth = weights.warmth(person.warmth);
    }
    Ok(())
}

fn organisations(
    tx: &Tx<'_>,
    people: &mut [Person],
    numbers: &HashMap<PersonId, u32>,
) -> Result<Vec<Organisation>> {
    let organisations = map_rows::organisations(tx)?;
    let at: HashMap<_, u32> = organisations.iter().map(|(id, _)| *id).zip(0..).collect();
    for (person, organisation) in map_rows::works(tx)? {
        if let (Some(person), Some(at)) = (of(people, numbers, person), at.get(&organisation))
            && !person.works.contains(at)
        {
            person.works.push(*at);
        }
    }
    let organisations = organisations.into_iter();
    Ok(organisations
        .map(|(id, name)| Organisation { id, name })
        .collect())
}

/// The excluded conflicts that hold now.
fn conflicts(
    tx: &Tx<'_>,
    numbers: &HashMap<PersonId, u32>,
    organisations: &[Organisation],
    now: &Moment,
) -> Result<Conflicts> {
    let mut conflicts = Conflicts::default();
    for record in conflict_rows::holding(tx, now.today().into())? {
        let Some(person) = numbers.get(&record.person).copied() else {
            continue;
        };
        if record.handling != Handling::Excluded {
            continue;
        }
        match (record.other, record.organisation) {
            (Some(other), _) => {
                let other = numbers.get(&other).copied();
                let pair = other.map(|other| (person.min(other), person.max(other)));
                conflicts.pairs.extend(pair);
            }
            (None, Some(organisation)) => {
                let mut all = organisations.iter().zip(0..);
                let at = all.find(|(known, _)| known.id == organisation);
                conflicts
                    .organisations
                    .extend(at.map(|(_, at)| (person, at)));
            }
            (None, None) => {
                conflicts.mine.insert(person);
            }
        }
    }
    Ok(conflicts)
}

/// Whom I had better not ask for an introduction today, by number, and why.
fn asked_lately(
    tx: &Tx<'_>,
    people: &[Person],
    organisations: &[Organisation],
    today: NaiveDate,
) -> Result<HashMap<u32, String>> {
    let asked = introduction_rows::asked(tx, None)?;
    let bridges: HashSet<PersonId> = asked.iter().map(|ask| ask.person).collect();
    let asked_at: HashSet<OrganisationId> = asked
        .iter()
        .flat_map(|ask| ask.organisations.iter().copied())
        .collect();
    let mut lately = HashMap::new();
    for (person, number) in people.iter().zip(0..) {
        let mine = person.mine.as_ref();
        let is_colleague = mine.is_some_and(|mine| mine.category == Category::Internal);
        let works: Vec<OrganisationId> = person
            .works
            .iter()
            .filter_map(|at| organisations.get(*at as usize).map(|known| known.id))
            .filter(|id| !is_colleague && asked_at.contains(id))
            .collect();
        if works.is_empty() && !bridges.contains(&person.id) {
            continue;
        }
        if let Some(limit) = limit(&asked, person.id, &works, true, today) {
            lately.insert(number, limit_words(limit, organisations, today));
        }
    }
    Ok(lately)
}

fn limit_words(limit: Limit, organisations: &[Organisation], today: NaiveDate) -> String {
    let named = |id: OrganisationId| {
        let known = organisations.iter().find(|known| known.id == id);
        known.map_or("there", |known| known.name.as_str())
    };
    match limit {
        Limit::Bridge { on, .. } => {
            format!("you asked them on {}", short_date(on.date(), today))
        }
        Limit::Lately {
            organisation, on, ..
        } => format!(
            "you asked at {} on {}",
            named(organisation),
            short_date(on.date(), today)
        ),
        Limit::Open { organisation } => {
            format!("two questions at {} are open", named(organisation))
        }
    }
}

/// The current ties and the proposed ones.
fn ties_among(tx: &Tx<'_>, numbers: &HashMap<PersonId, u32>) -> Result<Vec<Tie>> {
    let number = |id| numbers.get(&id).copied();
    let drawn = tie_rows::open(tx)?.into_iter().filter_map(|tie| {
        Some(Tie {
            person: number(tie.person)?,
            other: number(tie.other)?,
            kind: tie.kind,
            closeness: tie.closeness,
            proposed: false,
        })
    });
    let proposed = crate::ties::proposed(tx, PairScope::Everybody)?
        .into_iter()
        .filter_map(|tie| {
            Some(Tie {
                person: number(tie.person)?,
                other: number(tie.other)?,
                kind: tie.kind,
                closeness: tie.closeness,
                proposed: true,
            })
        });
    Ok(drawn.chain(proposed).collect())
}
