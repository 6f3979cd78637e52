//! How one met a person: at an event or since some time, and through whom.

use serde::{Deserialize, Serialize};

use super::EventId;
use super::edit::{named, read_event_day};
use super::event_rows::{self, EventRecord};
use super::how_met_rows::{self, HowMetRecord};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{DayForms, EVENT_YEARS, WhenPurpose, read_day};
use crate::customs::date_time_forms;
use crate::days::{Day, PartialDate};
use crate::error::{Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people::{PersonName, person_rows};
use crate::store::Tx;
use crate::typed_day::{long, short_date};

/// How one met a person, as the user entered it. All of it may be empty: then nothing is said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NewHowMet {
    /// The name of the event; may be empty. One that the book does not have yet is added.
    pub at: String,
    /// The day of the event; without an event, since when: "2019", "May 2019", "3 May 2019". May be empty.
    pub when: String,
    /// Through whom.
    pub through: Option<PersonId>,
}

/// How one met a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HowMet {
    /// The event.
    pub event: Option<EventId>,
    /// Its name; empty without one.
    pub at: String,
    /// When, in words: "Monday 9 March", "May 2019"; may be empty.
    pub when: String,
    /// It as one types it.
    pub when_text: String,
    /// The day, where it is known.
    pub on: Option<Day>,
    /// Through whom; `None` also where they are in the trash.
    pub through: Option<PersonName>,
}

/// The event at which one met a person.
pub(crate) struct MetAt {
    pub(crate) event: EventId,
    /// Its name.
    pub(crate) name: String,
    /// Name and day: "Nordic Lab Days, 9 March".
    pub(crate) words: String,
}

impl Book {
    /// Says how one met a person, in place of what was said before. At an event, they were there.
    ///
    /// # Errors
    /// `Invalid` at `at`, `when` or `through`; `NotFound`; storage errors. After an error nothing is saved.
    pub fn how_met_set(
        &self,
        person: PersonId,
        said: &NewHowMet,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::SetHowMet, now, |change| {
            change.about_people(&[person])?;
            let tx = &change.tx;
            let through = checked_through(tx, person, said.through)?;
            let at = one_line("at", &said.at)?;
            let record = match at.as_str() {
                "" => HowMetRecord {
                    event: None,
                    since: read_since(tx, &said.when, now)?,
                    through,
                },
                name => HowMetRecord {
                    event: Some(event_named(tx, name, &said.when, now)?),
                    since: None,
                    through,
                },
            };
            if let Some(event) = record.event
                && !event_rows::was_there(tx, event, person)?
            {
                event_rows::join(tx, event, person, "", None)?;
            }
            how_met_rows::put(tx, person, record)
        })
    }
}

/// # Errors
/// `Invalid` at `through`; `NotFound`.
fn checked_through(
    tx: &Tx<'_>,
    person: PersonId,
    through: Option<PersonId>,
) -> Result<Option<PersonId>> {
    let Some(id) = through else {
        // Somebody in the trash is not shown, and stays.
        let Some(before) = how_met_rows::of_person(tx, person)?.through else {
            return Ok(None);
        };
        let known = person_rows::find(tx, before)?;
        let is_hidden = known.is_some_and(|known| known.trashed_at.is_some());
        return Ok(is_hidden.then_some(before));
    };
    if id == person {
        let message = "Nobody is met through themselves. Choose somebody else.";
        return Err(Error::invalid("through", message));
    }
    if person_rows::get(tx, id)?.trashed_at.is_some() {
        let message = "They are in the trash. Bring them back first.";
        return Err(Error::invalid("through", message));
    }
    Ok(Some(id))
}

/// The event of this name on the typed day; without a day, the last of this name. One that is not in the book is added.
fn event_named(tx: &Tx<'_>, name: &str, when: &str, now: &Moment) -> Result<EventId> {
    if is_blank(when)
        && let Some(last) = named(tx, name, None)?
    {
        return Ok(last.id);
    }
    let on = read_event_day(tx, "when", when, now)?;
    if let Some(known) = named(tx, name, Some(on))? {
        return Ok(known.id);
    }
    let record = EventRecord {
        id: EventId(0),
        name: name.to_owned(),
        place: String::new(),
        on,
        note: String::new(),
    };
    event_rows::insert(tx, &record)
}

/// Since when one knows somebody: a year, a month or a day, which may be typed like any other.
fn read_since(tx: &Tx<'_>, text: &str, now: &Moment) -> Result<Option<PartialDate>> {
    if is_blank(text) {
        return Ok(None);
    }
    let order = date_time_forms(tx)?.order;
    let typed = PartialDate::typed(text, order).filter(|date| date.year.is_some());
    let since = match typed {
        Some(date) => date,
        None => {
            let forms = DayForms::of(tx, now)?;
            let read = read_day("when", text, WhenPurpose::Event, &forms, now).map_err(|_| {
                let message = "Write a year, a month or a day, such as “2019” or “May 2019”.";
                Error::invalid("when", message)
            })?;
            partial(read.day.into())
        }
    };
    let today = partial(now.today().into());
    let year = since.year.unwrap_or_default();
    let years = today.year.unwrap_or_default().saturating_sub(year);
    if since > today {
        return Err(Error::invalid("when", "That day is still to come."));
    }
    if u32::try_from(years).is_ok_and(|years| years >= EVENT_YEARS) {
        let message = "That is more than a hundred years ago. Check the year.";
        return Err(Error::invalid("when", message));
    }
    Ok(Some(since))
}

fn partial(on: Day) -> PartialDate {
    on.to_string().parse().unwrap_or_default()
}

/// Says that one met somebody at an event first, unless something else is said; or no longer.
pub(super) fn put_met_there(
    tx: &Tx<'_>,
    person: PersonId,
    event: EventId,
    met: bool,
) -> Result<()> {
    let before = how_met_rows::of_person(tx, person)?;
    let is_free = before.event.is_none() && before.since.is_none();
    let after = match (met, before.event) {
        (true, _) if is_free => Some(event),
        (false, Some(known)) if known == event => None,
        _ => return Ok(()),
    };
    let said = HowMetRecord {
        event: after,
        ..before
    };
    how_met_rows::put(tx, person, said)
}

/// How one met a person; `None` where nothing is said.
pub(super) fn shown(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<HowMet>> {
    let said = how_met_rows::of_person(tx, person)?;
    let event = said.event.map(|id| event_rows::get(tx, id)).transpose()?;
    let through = said
        .through
        .map(|id| person_rows::get(tx, id))
        .transpose()?
        .filter(|known| known.trashed_at.is_none());
    let through = through.zip(said.through).map(|(known, id)| PersonName {
        id,
        name: known.name.display,
    });
    if event.is_none() && said.since.is_none() && through.is_none() {
        return Ok(None);
    }
    let on = match &event {
        Some(event) => Some(event.on),
        None => said.since.and_then(|since| since.day()),
    };
    let when_text = match (on, said.since) {
        (Some(on), _) => on.typed(),
        (None, Some(since)) => since.words(),
        (None, None) => String::new(),
    };
    Ok(Some(HowMet {
        event: said.event,
        at: event.map_or(String::new(), |event| event.name),
        when: match on {
            Some(on) => long(on.date(), now.today()),
            None => when_text.clone(),
        },
        when_text,
        on,
        through,
    }))
}

/// Notes that the user met a person through another on a day, where nothing is said of how they met and they have
/// not talked before.
pub(crate) fn met_through(tx: &Tx<'_>, person: PersonId, through: PersonId, on: Day) -> Result<()> {
    let is_said = how_met_rows::of_person(tx, person)? != HowMetRecord::default();
    if is_said || interaction_rows::last_on(tx, person)?.is_some() {
        return Ok(());
    }
    let said = HowMetRecord {
        event: None,
        since: on.to_string().parse().ok(),
        through: Some(through),
    };
    how_met_rows::put(tx, person, said)
}

/// The day on which one met a person, if it is said.
pub(crate) fn met_on(tx: &Tx<'_>, person: PersonId) -> Result<Option<Day>> {
    let said = how_met_rows::of_person(tx, person)?;
    match said.event {
        Some(id) => Ok(Some(event_rows::get(tx, id)?.on)),
        None => Ok(said.since.and_then(|since| since.day())),
    }
}

/// The event at which one met a person, if one is said.
pub(crate) fn met_at(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<MetAt>> {
    let Some(id) = how_met_rows::of_person(tx, person)?.event else {
        return Ok(None);
    };
    let event = event_rows::get(tx, id)?;
    if event.on > now.today() {
        return Ok(None);
    }
    let day = short_date(event.on.date(), now.today());
    Ok(Some(MetAt {
        event: id,
        words: format!("{}, {day}", event.name),
        name: event.name,
    }))
}
