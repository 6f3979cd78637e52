//! Who could help with a part: from what one's people offer and know, their tags, roles, organisations and notes, and
//! those of the people whom these know.

use std::collections::{HashMap, HashSet};

use super::proposed::{Found, proposed, questions};
use super::{CouldHelp, CouldHelpWith};
use crate::book::Book;
use crate::boundaries::{off_limits_in, off_limits_of};
use crate::error::Result;
use crate::goals::{GoalPartId, goal_rows};
use crate::ids::PersonId;
use crate::knowing::{WhoAsked, WhoRow, who_knows_in};
use crate::map::Network;
use crate::moment::Moment;
use crate::store::Tx;

impl Book {
    /// Who could help with a part, without those who stand there.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn goal_part_could_help(
        &self,
        network: &Network,
        part: GoalPartId,
        now: &Moment,
    ) -> Result<CouldHelpWith> {
        self.read(|tx| {
            let record = goal_rows::part(tx, part)?;
            let helpers = goal_rows::helpers_of(tx, record.goal)?.into_iter();
            let here = helpers.filter(|helper| helper.part == part);
            let here: HashSet<PersonId> = here.map(|helper| helper.person).collect();
            could_help(tx, network, &record.what, &here, now)
        })
    }

    /// Who could help with something.
    ///
    /// # Errors
    /// Storage errors.
    pub fn who_could_help(
        &self,
        network: &Network,
        what: &str,
        now: &Moment,
    ) -> Result<CouldHelpWith> {
        self.read(|tx| could_help(tx, network, what, &HashSet::new(), now))
    }
}

/// Nobody is proposed whom a status leaves alone, whom one asks nothing of, with whom one has a conflict of interest,
/// with whom this is off limits, or to whom there is no way.
fn could_help(
    tx: &Tx<'_>,
    network: &Network,
    what: &str,
    here: &HashSet<PersonId>,
    now: &Moment,
) -> Result<CouldHelpWith> {
    let mut rows: HashMap<PersonId, WhoRow> = HashMap::new();
    let mut found = Vec::new();
    for (question, words) in questions(what).iter().enumerate() {
        for row in who_knows_in(tx, network, WhoAsked::Knows, words, now)?.rows {
            found.push(Found {
                person: row.row.id,
                question,
                by: row.by,
                words: row.words.clone(),
                known: row.through.is_none(),
            });
            rows.entry(row.row.id).or_insert(row);
        }
    }
    let mut off_limits = HashSet::new();
    for person in rows.keys() {
        if !off_limits_in(what, &off_limits_of(tx, *person)?).is_empty() {
            off_limits.insert(*person);
        }
    }
    let may = |person: PersonId| {
        let reach = network.reach(person);
        let is_reached = rows.get(&person).is_some_and(|row| row.through.is_some());
        !here.contains(&person)
            && !off_limits.contains(&person)
            && reach.is_some_and(|reach| reach.aside.is_none() && (reach.known || is_reached))
    };
    let people = proposed(&found, may).into_iter().filter_map(|one| {
        let row = rows.get(&one.person)?;
        Some(CouldHelp {
            row: row.row.clone(),
            by: one.by,
            reasons: one.reasons,
            through: row.through.clone(),
        })
    });
    Ok(CouldHelpWith {
        what: what.to_owned(),
        people: people.collect(),
    })
}
