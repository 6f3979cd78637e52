//! An event as its page shows it, and what its form says while it is filled in.

use chrono::NaiveDate;

use super::event_rows::{self, EventRecord, GuestRecord};
use super::follow_up::{follow_up_days, planned_for};
use super::{
    EventGuest, EventHints, EventId, EventShown, FollowUp, GuestHints, edit, how_met_rows,
};
use crate::blank::is_blank;
use crate::book::Book;
use crate::check_ins::{State, check_in_rows};
use crate::days::Day;
use crate::error::Result;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::number_words::{capital_number, number};
use crate::people::person_rows;
use crate::people_list::row_of;
use crate::relationships::relationship_rows::is_left_alone;
use crate::reminders::rules;
use crate::store::Tx;
use crate::typed_day::{long, short, short_date};

impl Book {
    /// An event and who was there.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn event(&self, id: EventId, now: &Moment) -> Result<EventShown> {
        self.read(|tx| {
            let record = event_rows::get(tx, id)?;
            let rules = rules(tx, now)?;
            let by = follow_up_days(record.on.date(), &rules).map(|days| days.by);
            let there = event_rows::guests_of(tx, id)?.into_iter();
            let there = there.filter(|guest| !guest.trashed);
            let guests: Vec<EventGuest> = there
                .map(|guest| shown_guest(tx, id, guest, by, now))
                .collect::<Result<_>>()?;
            Ok(EventShown {
                id,
                summary: summary(&record, &guests, now.today()),
                day_text: record.on.typed(),
                name: record.name,
                place: record.place,
                on: record.on,
                note: record.note,
                guests,
            })
        })
    }

    /// What the form of an event says for a typed day and those who were there. `event` is the one that is corrected.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn event_hints(
        &self,
        when: &str,
        people: &[PersonId],
        event: Option<EventId>,
        now: &Moment,
    ) -> Result<EventHints> {
        self.read(|tx| {
            let on = match is_blank(when) {
                true => None,
                false => edit::read_event_day(tx, "when", when, now).ok(),
            };
            let rules = rules(tx, now)?;
            let guests = people
                .iter()
                .map(|person| guest_hints(tx, *person, on, event, now));
            Ok(EventHints {
                can_follow_up: on
                    .is_some_and(|on| planned_for(on.date(), now.today(), &rules).is_some()),
                follow_up: on.map_or(String::new(), |on| hint(on, now.today(), &rules)),
                guests: guests.collect::<Result<_>>()?,
            })
        })
    }
}

fn shown_guest(
    tx: &Tx<'_>,
    event: EventId,
    guest: GuestRecord,
    by: Option<NaiveDate>,
    now: &Moment,
) -> Result<EventGuest> {
    let planned = guest.check_in.map(|id| check_in_rows::find(tx, id));
    let state = planned.transpose()?.flatten().map(|known| known.state);
    let today = now.today();
    let (follow_up, follow_up_words) = match (state, guest.check_in) {
        (Some(State::Open), _) => {
            let by = by.map_or(String::new(), |by| format!("by {}", short(by, today)));
            (FollowUp::Open, by)
        }
        (Some(State::Done), Some(id)) => {
            let on = check_in_rows::answered_on(tx, id)?;
            let on = on.map_or(String::new(), |on| {
                format!(" {}", short_date(on.date(), today))
            });
            (FollowUp::Done, format!("followed up{on}"))
        }
        _ => (FollowUp::None, String::new()),
    };
    Ok(EventGuest {
        met: how_met_rows::of_person(tx, guest.person)?.event == Some(event),
        left_alone: is_left_alone(tx, guest.person, now)?,
        row: row_of(tx, guest.person, now)?,
        check_in: guest.check_in.filter(|_| follow_up == FollowUp::Open),
        line: guest.line,
        follow_up,
        follow_up_words,
    })
}

/// "Monday 9 March, Gothenburg. Five people, two to follow up."
fn summary(record: &EventRecord, guests: &[EventGuest], today: NaiveDate) -> String {
    let day = long(record.on.date(), today);
    let place = match record.place.as_str() {
        "" => String::new(),
        place => format!(", {}", place.trim_end_matches('.')),
    };
    let people = match guests.len() {
        0 => "Nobody is noted yet".to_owned(),
        1 => "One person".to_owned(),
        many => format!("{} people", capital_number(many)),
    };
    let open = guests
        .iter()
        .filter(|guest| guest.follow_up == FollowUp::Open);
    let to_follow_up = match open.count() {
        0 => String::new(),
        open => format!(", {} to follow up", number(open)),
    };
    format!("{day}{place}. {people}{to_follow_up}.")
}

fn hint(on: Day, today: NaiveDate, rules: &Rules) -> String {
    match follow_up_days(on.date(), rules) {
        Some(days) if days.by >= today => {
            format!(
                "Follow up within two working days, by {}.",
                long(days.by, today)
            )
        }
        Some(_) => "More than two working days have passed: no follow-up is planned.".to_owned(),
        None => "No working day is set: no follow-up is planned.".to_owned(),
    }
}

pub(super) fn guest_hints(
    tx: &Tx<'_>,
    person: PersonId,
    on: Option<Day>,
    event: Option<EventId>,
    now: &Moment,
) -> Result<GuestHints> {
    let said = how_met_rows::of_person(tx, person)?;
    let is_free = said.event.is_none() && said.since.is_none();
    let talks = interaction_rows::talks_of(tx, person)?;
    let talked_before = talks.iter().any(|(day, _)| on.is_none_or(|on| *day < on));
    let is_to_come = on.is_some_and(|on| on > now.today());
    Ok(GuestHints {
        person: person_rows::person_name(tx, person)?,
        is_new: is_free && !talked_before && !is_to_come,
        not_met_there: is_to_come || (!is_free && (said.event.is_none() || said.event != event)),
        left_alone: is_left_alone(tx, person, now)?,
    })
}
