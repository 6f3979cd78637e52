//! Adding, correcting and removing events.

use super::event_rows::{self, EventRecord, GuestRecord};
use super::{EventId, GuestWho, NewEvent, NewGuest, follow_up, how_met, how_met_rows};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{DayForms, WhenPurpose, read_day};
use crate::days::Day;
use crate::error::{Error, Result};
use crate::field_limits::{check_note, one_line, some_line};
use crate::fold::name_key;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::add::{insert_named, name_of_new};
use crate::people::check_people;
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::short_date;

/// Most people of one event.
const MOST_GUESTS: usize = 200;

impl Book {
    /// Adds an event with who was there, how one met them, and the follow-ups, in one step. Whoever is new is added.
    ///
    /// # Errors
    /// `Invalid` at `name`, `place`, `when`, `people`, `note`, or at the part of a guest: "guests.0.line"; `NotFound`;
    /// storage errors. After an error nothing is saved.
    pub fn event_add(&self, event: &NewEvent, now: &Moment) -> Result<Done<EventId>> {
        self.change(OperationKind::AddEvent, now, |change| {
            add(change, event, now)
        })
    }

    /// Corrects an event and who was there. Whoever is in the trash stays with it.
    ///
    /// # Errors
    /// Like `event_add`.
    pub fn event_edit(&self, id: EventId, event: &NewEvent, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditEvent, now, |change| {
            let before = event_rows::get(&change.tx, id)?;
            let after = checked(&change.tx, id, event, now)?;
            change.about(after.name.clone(), 1);
            if after != before {
                event_rows::update(&change.tx, &after)?;
            }
            put_guests(change, &before, &after, &event.guests, now)
        })
    }

    /// Removes an event, and its follow-ups that are still open. The day on which one met people there stays.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn event_remove(&self, id: EventId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveEvent, now, |change| {
            let tx = &change.tx;
            let event = event_rows::get(tx, id)?;
            change.about(event.name, 1);
            for guest in event_rows::guests_of(tx, id)? {
                follow_up::cancel(tx, guest.check_in, now)?;
            }
            how_met_rows::forget_event(tx, id, event.on)?;
            event_rows::delete(tx, id)
        })
    }
}

pub(super) fn add(change: &Changing<'_>, event: &NewEvent, now: &Moment) -> Result<EventId> {
    let mut record = checked(&change.tx, EventId(0), event, now)?;
    change.about(record.name.clone(), 1);
    record.id = event_rows::insert(&change.tx, &record)?;
    put_guests(change, &record, &record, &event.guests, now)?;
    Ok(record.id)
}

/// The row of an event from what the user entered.
fn checked(tx: &Tx<'_>, id: EventId, event: &NewEvent, now: &Moment) -> Result<EventRecord> {
    let name = some_line("name", &event.name, "Give the event a name.")?;
    let place = one_line("place", &event.place)?;
    check_note("note", &event.note)?;
    let on = read_event_day(tx, "when", &event.when, now)?;
    if event.guests.len() > MOST_GUESTS {
        let message = format!(
            "That is more than {MOST_GUESTS} people. Name those whom you want to remember."
        );
        return Err(Error::invalid("people", message));
    }
    if let Some(other) = named(tx, &name, Some(on))?
        && other.id != id
    {
        let day = short_date(on.date(), now.today());
        let message = format!("“{}” of {day} is in your book already.", other.name);
        return Err(Error::invalid("name", message));
    }
    Ok(EventRecord {
        id,
        name,
        place,
        on,
        note: event.note.trim().to_owned(),
    })
}

/// The typed day of an event.
///
/// # Errors
/// `Invalid` at the field.
pub(super) fn read_event_day(tx: &Tx<'_>, field: &str, text: &str, now: &Moment) -> Result<Day> {
    if is_blank(text) {
        return Err(Error::invalid(field, "An event needs its day."));
    }
    let forms = DayForms::of(tx, now)?;
    let read = read_day(field, text, WhenPurpose::Event, &forms, now)?;
    Ok(read.day.into())
}

/// The event of this name, in any spelling, on that day; without a day, the last one.
pub(super) fn named(tx: &Tx<'_>, name: &str, on: Option<Day>) -> Result<Option<EventRecord>> {
    let key = name_key(name);
    let mut all = event_rows::on_day(tx, on)?.into_iter();
    Ok(all.find(|event| name_key(&event.name) == key))
}

/// Makes those who were there the guests that were entered; those in the trash stay. `before`: the event as it was.
pub(super) fn put_guests(
    change: &Changing<'_>,
    before: &EventRecord,
    event: &EventRecord,
    guests: &[NewGuest],
    now: &Moment,
) -> Result<()> {
    let tx = &change.tx;
    let known = event_rows::guests_of(tx, event.id)?;
    let people = people_of(tx, guests, now)?;
    let there: Vec<PersonId> = known.iter().map(|guest| guest.person).collect();
    check_people(tx, &people, &there)?;
    // An event belongs to those who were there, as a talk does: without any it would go with the next sweep.
    if people.is_empty() && !known.iter().any(|guest| guest.trashed) {
        return Err(Error::invalid("people", "Say who was there."));
    }
    for gone in known.iter().filter(|guest| !people.contains(&guest.person)) {
        if !gone.trashed {
            leave(tx, event.id, gone, now)?;
        }
    }
    for (at, (guest, person)) in guests.iter().zip(people).enumerate() {
        let line = one_line(&format!("guests.{at}.line"), &guest.line)?;
        let row = known.iter().find(|known| known.person == person);
        let asked = follow_up::Asked {
            person,
            before,
            event,
            planned: row.and_then(|row| row.check_in),
            wanted: guest.follow_up,
        };
        let check_in = follow_up::put(tx, &asked, now)?;
        match row {
            None => event_rows::join(tx, event.id, person, &line, check_in)?,
            Some(row) if (&row.line, row.check_in) != (&line, check_in) => {
                event_rows::set_guest(tx, row.id, &line, check_in)?;
            }
            Some(_) => {}
        }
        let is_over = event.on <= now.today();
        how_met::put_met_there(tx, person, event.id, guest.met && is_over)?;
    }
    Ok(())
}

/// Who they are; whoever is new is added.
fn people_of(tx: &Tx<'_>, guests: &[NewGuest], now: &Moment) -> Result<Vec<PersonId>> {
    let person = |(at, guest): (usize, &NewGuest)| match &guest.who {
        GuestWho::Known(id) => Ok(*id),
        GuestWho::New(typed) => {
            let name = name_of_new(&format!("guests.{at}.who"), typed)?;
            insert_named(tx, &name, now)
        }
    };
    guests.iter().enumerate().map(person).collect()
}

fn leave(tx: &Tx<'_>, event: EventId, guest: &GuestRecord, now: &Moment) -> Result<()> {
    follow_up::cancel(tx, guest.check_in, now)?;
    how_met::put_met_there(tx, guest.person, event, false)?;
    event_rows::leave(tx, guest.id)
}
