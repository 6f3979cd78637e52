//! Ties that Kith could draw: read from cards, teams and talks whenever they are asked for, never stored.

use std::collections::HashSet;

use chrono::{Datelike, NaiveDate};

use super::words::{how, well};
use super::{Closeness, Pair, ProposedTie, TieKind, TieSource};
use crate::cards::mention_rows;
use crate::cards::mention_rows::Mentioned;
use crate::days::Day;
use crate::details::OrganisationId;
use crate::details::affiliation_rows::PresentJob;
use crate::details::{affiliation_rows, organisation_rows};
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::interactions::interaction_rows::TookPart;
use crate::moment::Moment;
use crate::people::{PairScope, person_rows};
use crate::people_list::row_of;
use crate::store::Tx;
use crate::ties::tie_rows;

/// People of one department who are thought to work together.
const TEAM: usize = 8;
/// People of the book in one organisation who may know each other, department or not.
const SMALL_ORGANISATION: usize = 5;
/// People in one talk who are thought to have met.
const TALK: u32 = 6;

/// A tie that nobody has said yes or no to, as the map needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposed {
    pub(crate) person: PersonId,
    pub(crate) other: PersonId,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
    reason: Reason,
}

/// Where it was read; the strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    /// On this person's card.
    Card(PersonId),
    /// A department of this organisation.
    Department(OrganisationId),
    /// A talk on this local day.
    Talk(Day),
    /// An organisation of so many people.
    Small(OrganisationId, usize),
}

/// What Kith could draw, the likeliest first, a pair once. Never for a pair that has a tie, also one that is
/// over, or was refused.
pub(crate) fn proposed(tx: &Tx<'_>, scope: PairScope<'_>) -> Result<Vec<Proposed>> {
    let people = scope.people();
    let mut found = Found {
        seen: tie_rows::decided(tx, people)?,
        ends: people.unwrap_or_default().iter().copied().collect(),
        scope,
        ties: Vec::new(),
    };
    for mentioned in mention_rows::by_uid(tx, scope)? {
        found.put(of_card(&mentioned));
    }
    for mentioned in mention_rows::by_name(tx, scope)? {
        found.put(of_card(&mentioned));
    }
    let jobs = affiliation_rows::present(tx, people)?;
    let houses: Vec<&[PresentJob]> = jobs
        .chunk_by(|one, next| one.organisation == next.organisation)
        .collect();
    houses.iter().for_each(|house| found.departments(house));
    let took_part = interaction_rows::shared(tx, people, TALK)?;
    for talk in took_part.chunk_by(|one, next| one.talk == next.talk) {
        found.talk(talk);
    }
    houses.iter().for_each(|house| found.small_house(house));
    Ok(found.ties)
}

struct Found<'p> {
    seen: HashSet<Pair>,
    scope: PairScope<'p>,
    /// Of the scope.
    ends: HashSet<PersonId>,
    ties: Vec<Proposed>,
}

impl Found<'_> {
    /// Takes a tie, unless something stronger stands for the two already.
    fn put(&mut self, tie: Proposed) {
        let ends = [tie.person, tie.other].map(|end| self.ends.contains(&end));
        let is_asked = match self.scope {
            PairScope::Everybody => true,
            PairScope::Of(_) => ends.contains(&true),
            PairScope::Among(_) => ends == [true, true],
        };
        if tie.person == tie.other || !is_asked {
            return;
        }
        if self.seen.insert(Pair::of(tie.person, tie.other)) {
            self.ties.push(tie);
        }
    }

    /// `jobs` are those of one organisation, by department.
    fn departments(&mut self, jobs: &[PresentJob]) {
        for team in jobs.chunk_by(|one, next| one.department == next.department) {
            if team.first().is_some_and(|job| job.department.is_empty()) {
                continue;
            }
            let team = each_once(team.iter().map(|job| job.person));
            if team.len() > TEAM {
                continue;
            }
            for (person, other) in pairs(&team) {
                self.works_with(
                    person,
                    other,
                    Closeness::Colleague,
                    jobs,
                    Reason::Department,
                );
            }
        }
    }

    /// Where a department was named for both, they are in different ones.
    fn small_house(&mut self, jobs: &[PresentJob]) {
        let people = each_once(jobs.iter().map(|job| job.person));
        if people.len() > SMALL_ORGANISATION {
            return;
        }
        let named = |person: PersonId| {
            let own = |job: &PresentJob| job.person == person && !job.department.is_empty();
            jobs.iter().any(own)
        };
        for (person, other) in pairs(&people) {
            if !(named(person) && named(other)) {
                let reason = |organisation| Reason::Small(organisation, people.len());
                self.works_with(person, other, Closeness::NotSure, jobs, reason);
            }
        }
    }

    fn works_with(
        &mut self,
        person: PersonId,
        other: PersonId,
        closeness: Closeness,
        jobs: &[PresentJob],
        reason: impl Fn(OrganisationId) -> Reason,
    ) {
        if let Some(job) = jobs.first() {
            self.put(Proposed {
                person,
                other,
                kind: TieKind::WorksWith,
                closeness,
                reason: reason(job.organisation),
            });
        }
    }

    fn talk(&mut self, took_part: &[TookPart]) {
        let Some(on) = took_part.first().map(|one| one.on) else {
            return;
        };
        let people = each_once(took_part.iter().map(|one| one.person));
        for (person, other) in pairs(&people) {
            self.put(Proposed {
                person,
                other,
                kind: TieKind::Knows,
                closeness: Closeness::Little,
                reason: Reason::Talk(on),
            });
        }
    }
}

fn each_once(people: impl Iterator<Item = PersonId>) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = people.collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn pairs(people: &[PersonId]) -> impl Iterator<Item = (PersonId, PersonId)> + '_ {
    let firsts = people.iter().enumerate();
    firsts.flat_map(|(at, one)| people.iter().skip(at + 1).map(|two| (*one, *two)))
}

/// What the card's word means between the two.
fn of_card(mentioned: &Mentioned) -> Proposed {
    let (whose, named) = (mentioned.person, mentioned.other);
    let (person, other, kind, closeness) = match mentioned.relation.as_str() {
        "manager" | "boss" | "supervisor" => {
            (whose, named, TieKind::ReportsTo, Closeness::Colleague)
        }
        // vCard 4.0's word for an assistant.
        "assistant" | "agent" => (named, whose, TieKind::ReportsTo, Closeness::Colleague),
        "colleague" | "co-worker" | "coworker" => {
            (whose, named, TieKind::WorksWith, Closeness::Colleague)
        }
        "spouse" | "wife" | "husband" | "partner" | "sweetheart" | "child" | "son" | "daughter"
        | "parent" | "mother" | "father" | "sibling" | "brother" | "sister" | "kin"
        | "relative" | "friend" => (whose, named, TieKind::Knows, Closeness::Close),
        "acquaintance" | "met" => (whose, named, TieKind::Knows, Closeness::Little),
        _ => (whose, named, TieKind::Knows, Closeness::NotSure),
    };
    Proposed {
        person,
        other,
        kind,
        closeness,
        reason: Reason::Card(whose),
    }
}

impl Proposed {
    /// Where it was read: "Same department at Tarn Biologics".
    pub(crate) fn reason(&self, tx: &Tx<'_>, now: &Moment) -> Result<String> {
        self.reason.words(tx, now)
    }

    pub(super) fn source(&self) -> TieSource {
        match self.reason {
            Reason::Card(_) => TieSource::Card,
            Reason::Department(_) | Reason::Small(..) => TieSource::Team,
            Reason::Talk(_) => TieSource::Talk,
        }
    }

    /// With the two people's rows, seen from `first` where it reads either way.
    pub(super) fn shown(
        self,
        tx: &Tx<'_>,
        first: Option<PersonId>,
        now: &Moment,
    ) -> Result<ProposedTie> {
        let turned = first == Some(self.other) && !self.kind.is_directed();
        let (person, other) = match turned {
            true => (self.other, self.person),
            false => (self.person, self.other),
        };
        Ok(ProposedTie {
            person: row_of(tx, person, now)?,
            other: row_of(tx, other, now)?,
            kind: self.kind,
            how: how(self.kind, false, false).to_owned(),
            closeness: self.closeness,
            well: well(self.closeness).to_owned(),
            likely: !matches!(self.reason, Reason::Small(..)),
            reason: self.reason.words(tx, now)?,
        })
    }
}

impl Reason {
    fn words(&self, tx: &Tx<'_>, now: &Moment) -> Result<String> {
        Ok(match self {
            Self::Card(whose) => {
                let name = person_rows::get(tx, *whose)?.name;
                let called = match name.given.is_empty() {
                    true => &name.display,
                    false => &name.given,
                };
                format!("Written on {called}’s card")
            }
            Self::Department(house) => {
                format!(
                    "Same department at {}",
                    organisation_rows::name(tx, *house)?
                )
            }
            Self::Small(_, people) => format!("Same organisation, {people} people in all"),
            Self::Talk(on) => format!("Both in your talk on {}", day(on.date(), now.today())),
        })
    }
}

/// "26 February"; with the year where it is another.
fn day(on: NaiveDate, today: NaiveDate) -> String {
    let form = match on.year() == today.year() {
        true => "%-d %B",
        false => "%-d %B %Y",
    };
    on.format(form).to_string()
}
