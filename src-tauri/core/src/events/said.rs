//! People met at an event, as one sentence says it.

use serde::{Deserialize, Serialize};

use super::edit::{self, named, read_event_day};
use super::event_rows::{self, EventRecord};
use super::follow_up::{follow_up_days, planned_for};
use super::{EventId, GuestWho, NewEvent, NewGuest, how_met_rows, shown};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::State;
use crate::check_ins::check_in_rows;
use crate::error::Result;
use crate::moment::Moment;
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::long;

/// People whom the user met at an event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EventSaid {
    /// What it was; in any spelling that of an event of this day.
    pub name: String,
    /// On which day, as typed.
    pub when: String,
    /// Whom the user met. Whoever is new is added with the event.
    pub people: Vec<GuestWho>,
}

/// What the book has of an event that a sentence names.
pub(crate) struct EventMeant {
    /// Its name, as the book spells it.
    pub(crate) name: String,
    /// Whether the book has it, on this day or another one.
    pub(crate) is_known: bool,
    /// Day and follow-up: "Monday 9 March. Follow up by Wednesday 11 March".
    pub(crate) details: String,
}

impl Book {
    /// Writes down that people were at an event, with follow-ups; adds the event where the book does not have it on
    /// that day. Whoever was noted already stays as they are.
    ///
    /// # Errors
    /// Like `event_add`.
    pub fn event_say(&self, said: &EventSaid, now: &Moment) -> Result<Done<EventId>> {
        self.change(OperationKind::AddEvent, now, |change| {
            let tx = &change.tx;
            let on = read_event_day(tx, "when", &said.when, now)?;
            let known = named(tx, &said.name, Some(on))?;
            let mut guests = match &known {
                Some(event) => guests_of(tx, event)?,
                None => Vec::new(),
            };
            for person in &said.people {
                let is_there = guests.iter().any(|guest| guest.who == *person);
                if !is_there {
                    let met = match person {
                        GuestWho::Known(id) => {
                            shown::guest_hints(tx, *id, Some(on), None, now)?.is_new
                        }
                        GuestWho::New(_) => true,
                    };
                    guests.push(NewGuest {
                        who: person.clone(),
                        line: String::new(),
                        met,
                        follow_up: true,
                    });
                }
            }
            match known {
                Some(event) => {
                    change.about(event.name.clone(), 1);
                    edit::put_guests(change, &event, &event, &guests, now)?;
                    Ok(event.id)
                }
                None => {
                    let event = NewEvent {
                        name: said.name.clone(),
                        when: said.when.clone(),
                        guests,
                        ..NewEvent::default()
                    };
                    edit::add(change, &event, now)
                }
            }
        })
    }
}

/// Those who are noted, as they are.
fn guests_of(tx: &Tx<'_>, event: &EventRecord) -> Result<Vec<NewGuest>> {
    let there = event_rows::guests_of(tx, event.id)?.into_iter();
    let there = there.filter(|guest| !guest.trashed);
    let guest = |guest: event_rows::GuestRecord| {
        let planned = guest.check_in.map(|id| check_in_rows::find(tx, id));
        let state = planned.transpose()?.flatten().map(|known| known.state);
        Ok(NewGuest {
            who: GuestWho::Known(guest.person),
            line: guest.line,
            met: how_met_rows::of_person(tx, guest.person)?.event == Some(event.id),
            follow_up: state == Some(State::Open),
        })
    };
    there.map(guest).collect()
}

/// What the book has of an event of this name on the typed day; `None` where the day is not one of an event.
pub(crate) fn event_meant(
    tx: &Tx<'_>,
    name: &str,
    when: &str,
    now: &Moment,
) -> Result<Option<EventMeant>> {
    let Ok(on) = read_event_day(tx, "when", when, now) else {
        return Ok(None);
    };
    let known = named(tx, name, None)?;
    let (rules, today) = (rules(tx, now)?, now.today());
    let day = long(on.date(), today);
    let by = planned_for(on.date(), today, &rules)
        .and_then(|_| follow_up_days(on.date(), &rules))
        .map(|days| format!(". Follow up by {}", long(days.by, today)));
    Ok(Some(EventMeant {
        is_known: known.is_some(),
        name: known.map_or_else(|| name.to_owned(), |event| event.name),
        details: format!("{day}{}", by.unwrap_or_default()),
    }))
}
