//! Ties that Kith proposes. They are derived from cards, organisations and
//! conversations at each query, never stored.

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
use crate::introductions::introduction_rows;
use crate::moment::Moment;
use crate::people::{PairScope, person_rows};
use crate::people_list::row_of;
use crate::store::Tx;
use crate::ties::tie_rows;

/// Largest department whose people are assumed to work together.
const MAX_DEPARTMENT: usize = 8;
/// Most people of the book in one organisation for which pairs from it are
/// proposed, whatever their departments.
const MAX_SMALL_ORGANISATION: usize = 5;
/// Most people in one conversation who are assumed to have met.
const MAX_CONVERSATION: u32 = 6;

/// A proposed tie, before it is put into words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Proposed {
    pub(crate) person: PersonId,
    pub(crate) other: PersonId,
    pub(crate) kind: TieKind,
    pub(crate) closeness: Closeness,
    reason: Reason,
}

/// What a proposal is derived from. The variants are in the order of strength, strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    /// The card of this person names the other.
    Card(PersonId),
    /// The user introduced them to each other on this local date.
    Introduced(Day),
    /// Both are in one department of this organisation.
    Department(OrganisationId),
    /// Both took part in a conversation on this local date.
    Talk(Day),
    /// Both are in this organisation, which has this number of people in the book.
    Small(OrganisationId, usize),
}

/// The proposed ties, strongest reason first, each pair once. Pairs that have a tie, even one that is over,
/// or that were refused are left out.
pub(crate) fn proposed(tx: &Tx<'_>, scope: PairScope<'_>) -> Result<Vec<Proposed>> {
    let people = scope.people();
    let mut collected = Collected {
        seen: tie_rows::decided(tx, people)?,
        ends: people.unwrap_or_default().iter().copied().collect(),
        scope,
        ties: Vec::new(),
    };
    for mentioned in mention_rows::by_uid(tx, scope)? {
        collected.put(proposal_of_card(&mentioned));
    }
    for mentioned in mention_rows::by_name(tx, scope)? {
        collected.put(proposal_of_card(&mentioned));
    }
    for (person, other, on) in introduction_rows::made(tx, people)? {
        collected.put(Proposed {
            person,
            other,
            kind: TieKind::Knows,
            closeness: Closeness::Little,
            reason: Reason::Introduced(on),
        });
    }
    let jobs = affiliation_rows::present(tx, people)?;
    let organisations: Vec<&[PresentJob]> = jobs
        .chunk_by(|one, next| one.organisation == next.organisation)
        .collect();
    organisations
        .iter()
        .for_each(|organisation| collected.departments(organisation));
    let took_part = interaction_rows::shared(tx, people, MAX_CONVERSATION)?;
    for talk in took_part.chunk_by(|one, next| one.talk == next.talk) {
        collected.talk(talk);
    }
    organisations
        .iter()
        .for_each(|organisation| collected.small_organisation(organisation));
    Ok(collected.ties)
}

struct Collected<'p> {
    seen: HashSet<Pair>,
    scope: PairScope<'p>,
    /// The people of `scope`; empty for `PairScope::Everybody`.
    ends: HashSet<PersonId>,
    ties: Vec<Proposed>,
}

impl Collected<'_> {
    /// Adds a proposal, unless it is outside the scope or the pair has been
    /// decided or has a stronger proposal.
    fn put(&mut self, tie: Proposed) {
        let ends = [tie.person, tie.other].map(|end| self.ends.contains(&end));
        let is_in_scope = match self.scope {
            PairScope::Everybody => true,
            PairScope::Of(_) => ends.contains(&true),
            PairScope::Among(_) => ends == [true, true],
        };
        if tie.person == tie.other || !is_in_scope {
            return;
        }
        if self.seen.insert(Pair::of(tie.person, tie.other)) {
            self.ties.push(tie);
        }
    }

    /// Proposes ties within each department. `jobs` are those of one organisation, sorted by department.
    fn departments(&mut self, jobs: &[PresentJob]) {
        for team in jobs.chunk_by(|one, next| one.department == next.department) {
            if team.first().is_some_and(|job| job.department.is_empty()) {
                continue;
            }
            let team = sorted_distinct(team.iter().map(|job| job.person));
            if team.len() > MAX_DEPARTMENT {
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

    /// Proposes ties within a small organisation, except between people of different departments.
    fn small_organisation(&mut self, jobs: &[PresentJob]) {
        let people = sorted_distinct(jobs.iter().map(|job| job.person));
        if people.len() > MAX_SMALL_ORGANISATION {
            return;
        }
        let has_department = |person: PersonId| {
            let own = |job: &PresentJob| job.person == person && !job.department.is_empty();
            jobs.iter().any(own)
        };
        for (person, other) in pairs(&people) {
            if !(has_department(person) && has_department(other)) {
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
        let people = sorted_distinct(took_part.iter().map(|one| one.person));
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

fn sorted_distinct(people: impl Iterator<Item = PersonId>) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = people.collect();
    people.sort_unstable();
    people.dedup();
    people
}

fn pairs(people: &[PersonId]) -> impl Iterator<Item = (PersonId, PersonId)> + '_ {
    let firsts = people.iter().enumerate();
    firsts.flat_map(|(at, one)| people.iter().skip(at + 1).map(|two| (*one, *two)))
}

/// The tie that a card's relation (vCard RELATED TYPE or X-ABRELATEDNAMES label, lower case) stands for.
fn proposal_of_card(mentioned: &Mentioned) -> Proposed {
    let (whose, named) = (mentioned.person, mentioned.other);
    let (person, other, kind, closeness) = match mentioned.relation.as_str() {
        "manager" | "boss" | "supervisor" => {
            (whose, named, TieKind::ReportsTo, Closeness::Colleague)
        }
        // RFC 6350 lists "agent"; address books write "assistant".
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
    /// The reason in words: "Same department at Tarn Biologics".
    pub(crate) fn reason(&self, tx: &Tx<'_>, now: &Moment) -> Result<String> {
        self.reason.words(tx, now)
    }

    pub(super) fn source(&self) -> TieSource {
        match self.reason {
            Reason::Card(_) => TieSource::Card,
            Reason::Introduced(_) => TieSource::ByHand,
            Reason::Department(_) | Reason::Small(..) => TieSource::Team,
            Reason::Talk(_) => TieSource::Talk,
        }
    }

    /// The proposal with the rows of both people. An undirected one is turned so that `first` comes first.
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
            Self::Introduced(on) => {
                format!(
                    "You introduced them on {}",
                    date_words(on.date(), now.today())
                )
            }
            Self::Department(organisation) => {
                format!(
                    "Same department at {}",
                    organisation_rows::name(tx, *organisation)?
                )
            }
            Self::Small(_, people) => format!("Same organisation, {people} people in all"),
            Self::Talk(on) => format!(
                "Both in your talk on {}",
                date_words(on.date(), now.today())
            ),
        })
    }
}

/// A date such as "26 February", with the year if it is not this year.
fn date_words(on: NaiveDate, today: NaiveDate) -> String {
    let form = match on.year() == today.year() {
        true => "%-d %B",
        false => "%-d %B %Y",
    };
    on.format(form).to_string()
}
