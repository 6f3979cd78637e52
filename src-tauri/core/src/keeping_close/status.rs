//! Changing a status, with its reason and days.

use super::change::change;
use super::cooling::{cooling_end, end_words};
use crate::check_ins::{DayForms, WhenPurpose, come_back_at, come_back_no_more, read_day};
use crate::days::{Day, Stamp, When};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::relationships::Status;
use crate::relationships::relationship_rows::{self, stored_status};
use crate::status_changes::status_change_rows::{self, NewStatusChange};
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::short_date;

/// A status to set, as the user typed it.
pub(super) struct StatusEdit<'a> {
    pub(super) value: Status,
    /// Until when: a day for a pause, a moment for cooling off.
    pub(super) until: &'a str,
    /// Since which day; "" for today.
    pub(super) on: &'a str,
    pub(super) reason: &'a str,
}

/// What an edit means, the same for everybody it is made for.
struct Meant<'a> {
    status: Status,
    since_on: Day,
    paused_until: Option<Day>,
    cooling_until: Option<Stamp>,
    reason: &'a str,
    /// For the history.
    words: String,
}

/// Sets the status of a person.
///
/// # Errors
/// `Invalid` at `until`, `on` or `reason`.
pub(super) fn set_status(
    changing: &Changing<'_>,
    person: PersonId,
    edit: &StatusEdit<'_>,
) -> Result<()> {
    let (tx, now) = (&changing.tx, &changing.now);
    let meant = meant(changing, edit)?;
    let before = stored_status(tx, person)?;
    match meant.status {
        Status::Died => person_rows::set_died(tx, person, Some(meant.since_on))?,
        Status::Archived => person_rows::set_archived(tx, person, Some(meant.since_on))?,
        // What belongs to the person ends; how the relationship stood holds again.
        Status::Active if before.died_on.is_some() || before.archived_on.is_some() => {
            person_rows::set_died(tx, person, None)?;
            person_rows::set_archived(tx, person, None)?;
        }
        status => set_of_relationship(changing, person, status, &meant)?,
    }
    if stored_status(tx, person)? == before && !says_more(tx, person, &meant)? {
        return Ok(());
    }
    changing.says(meant.words.clone());
    let until_at = meant.cooling_until.map(|end| (end, now.zone));
    status_change_rows::insert(
        tx,
        person,
        &NewStatusChange {
            status: meant.status,
            reason: meant.reason,
            since_on: meant.since_on,
            until_on: meant.paused_until,
            until_at,
            changed_at: now.stamp(),
        },
    )
}

/// Whether a status that holds already gets another reason.
fn says_more(tx: &Tx<'_>, person: PersonId, meant: &Meant<'_>) -> Result<bool> {
    let last = status_change_rows::last_of(tx, person, meant.status)?;
    let known = last.map(|last| last.reason).unwrap_or_default();
    Ok(!meant.reason.is_empty() && meant.reason != known)
}

fn set_of_relationship(
    changing: &Changing<'_>,
    person: PersonId,
    status: Status,
    meant: &Meant<'_>,
) -> Result<()> {
    let (tx, now) = (&changing.tx, &changing.now);
    let before = relationship_rows::of_person(tx, person)?;
    let before = before.map_or(crate::relationships::StoredStatus::NOTHING, |record| {
        record.stored()
    });
    let held = before.at(now);
    // To cool off again while it cools changes nothing of what holds afterwards.
    let held = match (held, before.before_cooling) {
        (Status::CoolingOff, Some(before)) => before,
        (Status::CoolingOff, None) => Status::Active,
        (held, _) => held,
    };
    let is_cooling = status == Status::CoolingOff;
    let keeps_pause = is_cooling && held == Status::Paused;
    change(tx, person, |record| {
        record.status = status;
        record.paused_until = match keeps_pause {
            true => record.paused_until,
            false => meant.paused_until,
        };
        record.cooling_until = meant.cooling_until;
        record.before_cooling = is_cooling.then_some(held);
        if matches!(status, Status::Ended) {
            record.purpose_ends_on = None;
        }
    })?;
    match meant.cooling_until {
        Some(end) if held != Status::Ended => {
            let local = now.local_of(end);
            let when = When {
                on: local.date().into(),
                at: Some((local.time().into(), now.zone)),
            };
            come_back_at(tx, person, when)
        }
        _ => come_back_no_more(tx, person, now),
    }
}

/// Lets it cool with a person until an instant, whatever that is; for the histories of reminders.
///
/// # Errors
/// Storage errors.
#[cfg(test)]
pub(crate) fn cool_until(changing: &Changing<'_>, person: PersonId, end: Stamp) -> Result<()> {
    let meant = Meant {
        status: Status::CoolingOff,
        since_on: changing.now.today().into(),
        paused_until: None,
        cooling_until: Some(end),
        reason: "",
        words: String::new(),
    };
    set_of_relationship(changing, person, Status::CoolingOff, &meant)
}

fn meant<'a>(changing: &Changing<'_>, edit: &StatusEdit<'a>) -> Result<Meant<'a>> {
    let (tx, now) = (&changing.tx, &changing.now);
    check_length("reason", edit.reason)?;
    let forms = DayForms::of(tx, now)?;
    let today = now.today();
    let mut meant = Meant {
        status: edit.value,
        since_on: today.into(),
        paused_until: None,
        cooling_until: None,
        reason: edit.reason.trim(),
        words: String::new(),
    };
    meant.words = match edit.value {
        Status::Paused => {
            let until = edit.until.trim();
            let day = match until {
                "" => None,
                until => Some(read_day("until", until, WhenPurpose::CheckIn, &forms, now)?.day),
            };
            let day = day.filter(|day| *day > today).ok_or_else(|| {
                Error::invalid(
                    "until",
                    "Say until which day to come, such as “1 May” or “in two months”.",
                )
            })?;
            meant.paused_until = Some(day.into());
            format!("paused until {}", short_date(day, today))
        }
        Status::CoolingOff => {
            let end = cooling_end(edit.until, &forms, now)?;
            meant.cooling_until = Some(end);
            format!("cooling off until {}", end_words(end, &forms, now))
        }
        Status::Died | Status::Ended => {
            if !edit.on.trim().is_empty() {
                let read = read_day("on", edit.on, WhenPurpose::Exchange, &forms, now)?;
                meant.since_on = read.day.into();
            }
            match edit.value {
                Status::Died => {
                    format!("died {}", short_date(meant.since_on.date(), today))
                }
                _ => "ended".to_owned(),
            }
        }
        Status::Active => "taken up again".to_owned(),
        Status::Dormant => "resting".to_owned(),
        Status::Archived => "archived".to_owned(),
    };
    Ok(meant)
}
