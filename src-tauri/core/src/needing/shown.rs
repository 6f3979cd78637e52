//! Needs as their page, their list and the page of a person show them.

use std::collections::HashMap;

use super::{
    Covered, Goal, GoalListed, GoalOfPerson, GoalPart, GoalPerson, GoalTalks, Goals, Helper,
    Influence, each_once,
};
use crate::book::Book;
use crate::counts::count32;
use crate::days::Day;
use crate::error::Result;
use crate::goals::goal_rows::{self, GoalRecord, HelperRecord};
use crate::goals::{
    Act, Coverage, CoverageLevel, GoalId, GoalRow, GoalState, GoalStep, HelperRole, REACHES_FROM,
    Stands, Way, by_when, coverage, shown_step, steps_of, steps_of_both,
};
use crate::ids::PersonId;
use crate::interactions::talks;
use crate::map::{Network, Reach, ReachWay};
use crate::moment::Moment;
use crate::number_words::number;
use crate::people_list::{PersonRow, rows_of, rows_there};
use crate::store::Tx;
use crate::ties::tie_rows;

/// Most parts of one need in the list.
const MOST_LISTED: usize = 8;
/// Most other talks that are offered.
const MOST_TALKS: u32 = 12;

impl Book {
    /// All needs, the open ones with how their parts are covered.
    ///
    /// # Errors
    /// Storage errors.
    pub fn goals(&self, network: &Network, now: &Moment) -> Result<Goals> {
        self.read(|tx| {
            let mut network = Reached::of(network);
            let (mut open, mut finished, mut gaps) = (Vec::new(), Vec::new(), 0);
            for record in goal_rows::all(tx)? {
                if record.state != GoalState::Open {
                    finished.push(GoalRow::of(&record, now));
                    continue;
                }
                let mut parts = parts(tx, &mut network, record.id, now)?;
                gaps += parts.iter().filter(|part| is_gap(part)).count();
                let more = parts.len().saturating_sub(MOST_LISTED);
                let summary = summary(&record, &parts, now);
                parts.truncate(MOST_LISTED);
                open.push(GoalListed {
                    row: GoalRow::of(&record, now),
                    summary,
                    parts,
                    more: count32(more),
                });
            }
            Ok(Goals {
                open,
                finished,
                gaps: match gaps {
                    0 => String::new(),
                    1 => "one gap".to_owned(),
                    many => format!("{} gaps", number(many)),
                },
            })
        })
    }

    /// A need with everything that its page shows.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn goal(&self, network: &Network, id: GoalId, now: &Moment) -> Result<Goal> {
        self.read(|tx| {
            let record = goal_rows::get(tx, id)?;
            let parts = parts(tx, &mut Reached::of(network), id, now)?;
            let people = people(tx, id, now)?;
            let ids: Vec<PersonId> = people.iter().map(|one| one.row.id).collect();
            let influences = tie_rows::influences_among(tx, &ids)?.into_iter();
            let influences = influences.map(|(from, to, closeness)| Influence {
                from,
                to,
                closeness,
            });
            let steps = steps_of(tx, id)?.into_iter();
            let steps = steps.map(|step| shown_step(tx, step, now));
            Ok(Goal {
                id,
                summary: summary(&record, &parts, now),
                people,
                influences: influences.collect(),
                steps: steps.collect::<Result<_>>()?,
                talks: talks(tx, &goal_rows::talks_of(tx, id)?)?,
                parts,
                day_text: record.due_on.map_or(String::new(), Day::typed),
                title: record.title,
                why: record.why,
                state: record.state,
                due_on: record.due_on,
                outcome: record.outcome,
            })
        })
    }

    /// The last talks with people of a need that are not said to be about it.
    ///
    /// # Errors
    /// Storage errors.
    pub fn goal_talks(&self, id: GoalId) -> Result<GoalTalks> {
        self.read(|tx| {
            Ok(GoalTalks {
                others: talks(tx, &goal_rows::other_talks(tx, id, MOST_TALKS)?)?,
            })
        })
    }

    /// The needs that a person has to do with: the open ones first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn goals_of(&self, person: PersonId, now: &Moment) -> Result<Vec<GoalOfPerson>> {
        self.read(|tx| {
            let records = goal_rows::of_person(tx, person)?.into_iter();
            records
                .map(|record| of_person(tx, &record, person, now))
                .collect()
        })
    }
}

fn of_person(
    tx: &Tx<'_>,
    record: &GoalRecord,
    person: PersonId,
    now: &Moment,
) -> Result<GoalOfPerson> {
    let people = goal_rows::people_in(tx, record.id)?;
    let roles = goal_rows::roles_of(tx, record.id, person)?.into_iter();
    let steps = steps_of_both(tx, record.id, person)?.into_iter();
    let steps: Vec<GoalStep> = steps
        .filter(|step| step.done_on.is_none())
        .map(|step| shown_step(tx, step, now))
        .collect::<Result<_>>()?;
    Ok(GoalOfPerson {
        row: GoalRow::of(record, now),
        shares: people.iter().any(|one| one.person == person && one.shares),
        roles: roles
            .map(|(role, what)| format!("{}: {what}", role_words(role)))
            .collect(),
        steps,
    })
}

/// What a person does in a part, at the beginning of a line.
fn role_words(role: HelperRole) -> &'static str {
    match role {
        HelperRole::Decides => "Decides",
        HelperRole::Influences => "Influences",
        HelperRole::Knows => "Knows",
        HelperRole::Supports => "Supports",
        HelperRole::MayOppose => "May oppose",
    }
}

fn is_gap(part: &GoalPart) -> bool {
    part.covered.level <= CoverageLevel::Reachable
}

/// "By 30 September, in 29 weeks. 3 of 4 parts have somebody you know."
fn summary(record: &GoalRecord, parts: &[GoalPart], now: &Moment) -> String {
    let when = by_when(record, now.today());
    let all = parts.len();
    // Somebody whom one knows: else the part itself says that there is nobody.
    let somebody = parts.iter().filter(|part| !is_gap(part)).count();
    let has = match record.state {
        GoalState::Open => ["has", "have", " yet"],
        GoalState::Reached | GoalState::LetGo => ["had", "had", ""],
    };
    match (all, somebody) {
        (0, _) => format!("{when}."),
        (1, 0) => format!("{when}. Its part {} nobody you know{}.", has[0], has[2]),
        (_, 0) => format!("{when}. No part {} anybody you know{}.", has[0], has[2]),
        (1, 1) => format!("{when}. Its part {} somebody you know.", has[0]),
        (_, _) if all == somebody => format!("{when}. Every part {} somebody you know.", has[0]),
        (_, 1) => format!("{when}. 1 of {all} parts {} somebody you know.", has[0]),
        _ => format!(
            "{when}. {somebody} of {all} parts {} somebody you know.",
            has[1]
        ),
    }
}

fn people(tx: &Tx<'_>, id: GoalId, now: &Moment) -> Result<Vec<GoalPerson>> {
    let all = goal_rows::people_in(tx, id)?;
    let ids: Vec<PersonId> = all.iter().map(|one| one.person).collect();
    let helpers = goal_rows::helpers_of(tx, id)?;
    let rows = rows_of(tx, &ids, now)?.into_iter().zip(all);
    let with_roles = rows.map(|(row, one)| {
        let mut roles: Vec<HelperRole> = Vec::new();
        for helper in helpers.iter().filter(|helper| helper.person == one.person) {
            if !roles.contains(&helper.role) {
                roles.push(helper.role);
            }
        }
        GoalPerson {
            row,
            shares: one.shares,
            say: one.say,
            interest: one.interest,
            roles,
        }
    });
    Ok(with_roles.collect())
}

/// The parts of a need, with who stands there and how they are covered.
fn parts(
    tx: &Tx<'_>,
    network: &mut Reached<'_>,
    id: GoalId,
    now: &Moment,
) -> Result<Vec<GoalPart>> {
    let helpers = goal_rows::helpers_of(tx, id)?;
    let ids = each_once(helpers.iter().map(|helper| helper.person));
    let rows = rows_of(tx, &ids, now)?.into_iter();
    let mut known: HashMap<PersonId, PersonRow> = rows.map(|row| (row.id, row)).collect();
    let mut parts = Vec::new();
    for part in goal_rows::parts_of(tx, id)? {
        let here = helpers.iter().filter(|helper| helper.part == part.id);
        let (helpers, all) = network.standing(&here.collect::<Vec<_>>(), &known);
        parts.push(GoalPart {
            id: part.id,
            help: part.help,
            what: part.what,
            helpers,
            covered: covered(tx, coverage(&all), &mut known, now)?,
        });
    }
    Ok(parts)
}

/// How a part is covered, with the rows of those whom the act is about. `known`: the rows that were read so far.
fn covered(
    tx: &Tx<'_>,
    found: Coverage,
    known: &mut HashMap<PersonId, PersonRow>,
    now: &Moment,
) -> Result<Covered> {
    let about = match &found.act {
        Some(Act::Write { person } | Act::KeepClose { person }) => vec![*person],
        Some(Act::Ask { bridge, to }) => vec![*bridge, *to],
        Some(Act::WayIn { to }) => vec![*to],
        Some(Act::WhoCouldHelp) | None => Vec::new(),
    };
    let missing = about.iter().filter(|person| !known.contains_key(person));
    let missing: Vec<PersonId> = missing.copied().collect();
    // They are of the network, which was read before.
    for row in rows_there(tx, &missing, now)? {
        known.insert(row.id, row);
    }
    let people = about.iter().map(|person| known.get(person).cloned());
    let people: Option<Vec<PersonRow>> = people.collect();
    Ok(match people {
        Some(people) => Covered {
            level: found.level,
            words: found.words,
            act: found.act,
            label: found.label,
            people,
        },
        // Whoever could introduce went since: nothing is asked of them.
        None => {
            let open = coverage(&[]);
            Covered {
                level: open.level,
                words: open.words,
                act: open.act,
                label: open.label,
                people: Vec::new(),
            }
        }
    })
}

/// The network, with the ways that were found in it.
struct Reached<'n> {
    network: &'n Network,
    ways: HashMap<PersonId, Option<ReachWay>>,
}

impl<'n> Reached<'n> {
    fn of(network: &'n Network) -> Self {
        Self {
            network,
            ways: HashMap::new(),
        }
    }

    fn way_to(&mut self, person: PersonId) -> Option<ReachWay> {
        let found = self.ways.entry(person);
        let way = found.or_insert_with(|| self.network.way_to(person, REACHES_FROM));
        way.clone()
    }

    /// How it stands with each who stands at a part, and how each is shown. Whoever is not in the network is left out.
    fn standing(
        &mut self,
        here: &[&HelperRecord],
        rows: &HashMap<PersonId, PersonRow>,
    ) -> (Vec<Helper>, Vec<Stands>) {
        let reached = here.iter().filter_map(|helper| {
            let reach = self.network.reach(helper.person)?;
            Some((*helper, rows.get(&helper.person)?, reach))
        });
        let reached: Vec<(&HelperRecord, &PersonRow, Reach)> = reached.collect();
        // A way is looked for where nobody whom one knows stands.
        let looks = !reached.iter().any(|(_, _, reach)| reach.known);
        let mut shown = Vec::new();
        let mut all = Vec::new();
        for (helper, row, reach) in reached {
            let way = match looks && !reach.known {
                true => self.way_to(helper.person),
                false => None,
            };
            let stands = stands(helper, row, &reach, way);
            shown.push(Helper {
                row: row.clone(),
                role: helper.role,
                counts: stands.counts(),
                words: words(&stands),
            });
            all.push(stands);
        }
        (shown, all)
    }
}

fn stands(helper: &HelperRecord, row: &PersonRow, reach: &Reach, way: Option<ReachWay>) -> Stands {
    Stands {
        person: helper.person,
        name: reach.name.clone(),
        role: helper.role,
        warmth: reach.warmth,
        quiet: reach.has_rhythm.then_some(row.quiet),
        known: reach.known,
        aside: reach.aside.clone(),
        way: way.map(|way| Way {
            between: way.between,
            product: way.product,
            last_talk: way.last_talk,
        }),
    }
}

/// How it stands with somebody at a part, in few words; empty where they count.
fn words(stands: &Stands) -> String {
    if let Some(why) = &stands.aside {
        return why.clone();
    }
    if stands.known {
        let quiet = stands.quiet == Some(true);
        return match (stands.counts(), quiet) {
            (_, true) => "going quiet".to_owned(),
            (false, false) if stands.role != HelperRole::MayOppose => "you seldom talk".to_owned(),
            _ => String::new(),
        };
    }
    let weak = match stands.reaching() {
        None if stands.role != HelperRole::MayOppose => ", by weak ties",
        _ => "",
    };
    match &stands.way {
        Some(way) if way.between.len() == 1 => format!("one introduction away{weak}"),
        Some(way) => format!("{} introductions away{weak}", number(way.between.len())),
        None => "you do not know them yet".to_owned(),
    }
}
