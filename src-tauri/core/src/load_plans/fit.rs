//! The plan that lengthens rhythms until they fit what is comfortable.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::load_plan_rows::{self, RhythmRow};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{capacity, reset_open_to_cadence};
use crate::counts::count32;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::keeping_close::{is_spread, spread_again};
use crate::load::{Rhythm, lengthen, sums};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::{KindId, kind_rows, relationship_rows};
use crate::reminders::rules;
use crate::store::Tx;

/// So many names are told of a step.
const MOST_NAMES: usize = 5;

/// The plan that makes the rhythms fit.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FitPlan {
    /// Check-ins a full working day that the rhythms ask now.
    pub asked: f64,
    /// The same once all steps are taken.
    pub then: f64,
    /// How many are comfortable.
    pub comfortable: u32,
    /// Working days a week; a half one counts half.
    pub working_days: f64,
    /// What to lengthen; empty where it fits.
    pub steps: Vec<FitStep>,
}

/// A rhythm to lengthen, of people of one kind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FitStep {
    /// The people.
    pub people: Vec<PersonId>,
    /// The names of the first of them, at most five.
    pub names: Vec<String>,
    /// Their kind; empty if there is none.
    pub kind: String,
    /// Days between check-ins now.
    pub from: u32,
    /// Days between them then.
    pub to: u32,
    /// How many check-ins a full working day that saves.
    pub saves: f64,
}

impl Book {
    /// The plan that lengthens rhythms until they fit: least important first, then those quiet for longest by their
    /// rhythm, one step each before anyone takes two.
    ///
    /// # Errors
    /// Storage errors.
    pub fn fit_plan(&self, now: &Moment) -> Result<FitPlan> {
        self.read(|tx| plan(tx, now))
    }

    /// Takes steps of the plan, in one undo step. Returns how many rhythms were lengthened.
    ///
    /// # Errors
    /// `Stale` if one of these rhythms is another by now; `Invalid` if a step does not lengthen; storage errors. After
    /// an error nothing is changed.
    pub fn fit_take(&self, steps: &[FitStep], now: &Moment) -> Result<Done<u32>> {
        self.change(OperationKind::LengthenRhythms, now, |change| {
            let people: Vec<PersonId> = steps.iter().flat_map(|step| step.people.clone()).collect();
            change.about_people(&people)?;
            let tx = &change.tx;
            let mut spread = Vec::new();
            for step in steps {
                if step.to <= step.from || step.to > 180 {
                    return Err(Error::invalid(
                        "steps",
                        "This would not lengthen the rhythm.",
                    ));
                }
                change.says(format!("every {} days instead of {}", step.to, step.from));
                for person in &step.people {
                    let record = relationship_rows::of_person(tx, *person)?;
                    if record.and_then(|record| record.cadence_days) != Some(step.from) {
                        return Err(Error::new(
                            Code::Stale,
                            "A rhythm was changed meanwhile. Nothing was changed.",
                        ));
                    }
                    if is_spread(tx, *person)? {
                        spread.push(*person);
                    }
                    reset_open_to_cadence(tx, *person)?;
                    relationship_rows::set_cadence(tx, *person, step.to)?;
                }
            }
            spread_again(change, &spread)?;
            Ok(count32(people.len()))
        })
    }
}

/// How long somebody has been quiet by their rhythm, as the negative of it: the coldest is least. The warmth of each
/// would need all their talks.
fn warmth_by_silence(row: &RhythmRow, now: &Moment) -> f64 {
    let days = row
        .last_contact_on
        .map(|on| (now.today() - on.date()).num_days());
    days.map_or(f64::NEG_INFINITY, |days| {
        -(days as f64) / f64::from(row.cadence.max(1))
    })
}

fn plan(tx: &Tx<'_>, now: &Moment) -> Result<FitPlan> {
    let (rules, capacity) = (rules(tx, now)?, capacity(tx)?);
    let rows = load_plan_rows::rhythms(tx, now)?;
    let rhythms: Vec<Rhythm<PersonId>> = rows
        .iter()
        .map(|row| Rhythm {
            key: row.person,
            cadence: row.cadence,
            importance: row.importance,
            warmth: warmth_by_silence(row, now),
        })
        .collect();
    let now_asked = sums(rows.iter().map(|row| row.cadence), capacity, &rules);
    let longer = lengthen(&rhythms, capacity, &rules);
    let kinds: BTreeMap<PersonId, Option<KindId>> =
        rows.iter().map(|row| (row.person, row.kind)).collect();
    let mut groups: BTreeMap<(u32, u32, Option<KindId>), Vec<PersonId>> = BTreeMap::new();
    for one in longer {
        let kind = kinds.get(&one.key).copied().flatten();
        groups
            .entry((one.from, one.to, kind))
            .or_default()
            .push(one.key);
    }
    let a_day = |cadence: u32, people: usize| {
        sums(std::iter::repeat_n(cadence, people), capacity, &rules).asked
    };
    let steps = groups.into_iter().map(|((from, to, kind), people)| {
        let names = people.iter().take(MOST_NAMES);
        let names = names.map(|person| Ok(person_rows::get(tx, *person)?.name.display));
        Ok(FitStep {
            names: names.collect::<Result<_>>()?,
            kind: match kind {
                Some(kind) => kind_rows::get(tx, kind)?.name,
                None => String::new(),
            },
            saves: a_day(from, people.len()) - a_day(to, people.len()),
            people,
            from,
            to,
        })
    });
    let mut steps: Vec<FitStep> = steps.collect::<Result<_>>()?;
    steps.sort_by(|a, b| b.saves.total_cmp(&a.saves));
    let saved: f64 = steps.iter().map(|step| step.saves).sum();
    Ok(FitPlan {
        asked: now_asked.asked,
        then: now_asked.asked - saved,
        comfortable: capacity.comfortable,
        working_days: now_asked.working_days,
        steps,
    })
}
