//! Follow-ups that stand on Today, those of one event together.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;

use super::event_rows::{self, DueFollowUp};
use super::follow_up::follow_up_days;
use super::let_be::lets_be_on;
use super::{EventId, event_rows::EventRecord};
use crate::book::Book;
use crate::check_ins::CheckInId;
use crate::error::Result;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::number_words::capital_number;
use crate::people_list::{PersonRow, rows_of};
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::{from_today, short};

/// Whom to follow up of one event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct StandingFollowUp {
    /// The event.
    pub event: EventId,
    /// "Two people from Nordic Lab Days".
    pub title: String,
    /// "You met yesterday".
    pub words: String,
    /// "by tomorrow"; where that day has passed, until when it stands: "let be on Wed 18 March".
    pub by: String,
    /// Whether that day has passed.
    pub late: bool,
    /// With whom, in the order in which they were named, each with what to remember of them.
    pub people: Vec<FollowedUp>,
}

/// Somebody to follow up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FollowedUp {
    /// The person.
    pub person: PersonRow,
    /// The planned check-in.
    pub check_in: CheckInId,
    /// What to remember of them; may be empty.
    pub line: String,
}

impl Book {
    /// The follow-ups that stand on Today, by event, the earliest event first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn follow_ups_today(&self, now: &Moment) -> Result<Vec<StandingFollowUp>> {
        self.read(|tx| {
            let due = event_rows::due_follow_ups(tx, now)?;
            if due.is_empty() {
                return Ok(Vec::new());
            }
            let rules = rules(tx, now)?;
            let mut by_event: BTreeMap<(NaiveDate, EventId), Vec<DueFollowUp>> = BTreeMap::new();
            for one in due {
                let key = (one.event.on.date(), one.event.id);
                by_event.entry(key).or_default().push(one);
            }
            by_event
                .into_values()
                .map(|all| standing(tx, all, &rules, now))
                .collect()
        })
    }
}

fn standing(
    tx: &Tx<'_>,
    all: Vec<DueFollowUp>,
    rules: &Rules,
    now: &Moment,
) -> Result<StandingFollowUp> {
    let today = now.today();
    let ids: Vec<PersonId> = all.iter().map(|one| one.person).collect();
    let event = all.first().map(|one| one.event.clone());
    let event = crate::book::must(event, "follow-ups")?;
    let by = follow_up_days(event.on.date(), rules).map(|days| days.by);
    let rows = rows_of(tx, &ids, now)?;
    let people: Vec<FollowedUp> = all
        .into_iter()
        .zip(rows)
        .map(|(one, person)| FollowedUp {
            person,
            check_in: one.check_in,
            line: one.line,
        })
        .collect();
    Ok(StandingFollowUp {
        title: title(&event, &people),
        words: format!("You met {}", from_today(event.on.date(), today)),
        by: by.map_or(String::new(), |by| {
            by_words(by, today, lets_be_on(event.on.date(), rules))
        }),
        late: by.is_some_and(|by| by < today),
        event: event.id,
        people,
    })
}

/// "Two people from Nordic Lab Days"; of one person the name.
fn title(event: &EventRecord, people: &[FollowedUp]) -> String {
    let who = match people {
        [one] => one.person.name.clone(),
        many => format!("{} people", capital_number(many.len())),
    };
    format!("{who} from {}", event.name)
}

fn by_words(by: NaiveDate, today: NaiveDate, lets_be_on: Option<NaiveDate>) -> String {
    match (by - today).num_days() {
        ..0 => lets_be_on.filter(|on| *on > today).map_or_else(
            || format!("meant for {}", short(by, today)),
            |on| format!("let be on {}", short(on, today)),
        ),
        0 => "by today".to_owned(),
        1 => "by tomorrow".to_owned(),
        _ => format!("by {}", short(by, today)),
    }
}
