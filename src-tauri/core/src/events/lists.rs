//! Lists of events: all of them, and those whose name or place begins with what was typed.

use super::event_rows::{self, EventRecord};
use super::{EventOfPerson, EventRow, EventsOf, how_met};
use crate::book::Book;
use crate::error::Result;
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::typed_day::short_date;

/// Most events that are read at once.
const MOST: usize = 1000;

impl Book {
    /// The events that match the typed words by name or place, the last first; all of them without words. At most
    /// `limit`, and at most 1,000.
    ///
    /// # Errors
    /// Storage errors.
    pub fn events_find(&self, text: &str, limit: u32, now: &Moment) -> Result<Vec<EventRow>> {
        let typed = fold_words(text);
        let limit = usize::try_from(limit).unwrap_or(MOST).min(MOST);
        self.read(|tx| {
            let all = event_rows::all(tx)?.into_iter();
            let found = all
                .filter(|(event, _)| has_words(event, &typed))
                .take(limit);
            Ok(found
                .map(|(event, people)| row(event, people, now))
                .collect())
        })
    }

    /// How one met a person, and the events at which they were.
    ///
    /// # Errors
    /// Storage errors.
    pub fn events_of(&self, person: PersonId, now: &Moment) -> Result<EventsOf> {
        self.read(|tx| {
            let how_met = how_met::shown(tx, person, now)?;
            let met = how_met.as_ref().and_then(|how| how.event);
            let events = event_rows::of_person(tx, person)?.into_iter();
            let events = events.map(|(event, line)| EventOfPerson {
                id: event.id,
                on: event.on,
                title: match met == Some(event.id) {
                    true => format!("You met at {}", event.name),
                    false => event.name,
                },
                text: if line.is_empty() { event.place } else { line },
            });
            Ok(EventsOf {
                events: events.collect(),
                how_met,
            })
        })
    }
}

/// Whether each typed word begins a word of the name or the place.
fn has_words(event: &EventRecord, typed: &str) -> bool {
    let own = fold_words(&format!("{} {}", event.name, event.place));
    typed
        .split(' ')
        .all(|word| own.split(' ').any(|own| own.starts_with(word)))
}

fn row(event: EventRecord, people: u32, now: &Moment) -> EventRow {
    let day = short_date(event.on.date(), now.today());
    EventRow {
        id: event.id,
        name: event.name,
        on: event.on,
        words: match event.place.as_str() {
            "" => day,
            place => format!("{day}, {place}"),
        },
        day_text: event.on.typed(),
        people,
    }
}
