//! The check-in with which one comes back after cooling off.

use super::check_in_rows::{self, CheckInRecord, NewCheckIn};
use super::{CheckInId, Source, State};
use crate::days::When;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

/// What one may ask oneself before one comes back; one of them is shown.
const PROMPTS: [&str; 3] = [
    "What might they have meant well?",
    "What is my part?",
    "How will I start?",
];

/// The prompt of a check-in: the three take turns, and each check-in keeps its own.
pub(crate) fn prompt_of(id: CheckInId) -> &'static str {
    let at = usize::try_from(id.0.rem_euclid(3)).unwrap_or(0);
    PROMPTS.get(at).copied().unwrap_or("How will I start?")
}

fn open(tx: &Tx<'_>, person: PersonId) -> Result<Option<CheckInRecord>> {
    let open = check_in_rows::open_of(tx, person)?;
    let mut open = open.into_iter();
    Ok(open.find(|one| one.source == Source::ComingBack))
}

/// Plans the check-in with which one comes back, or moves the one that is open.
pub(crate) fn come_back_at(tx: &Tx<'_>, person: PersonId, when: When) -> Result<()> {
    match open(tx, person)? {
        Some(open) if open.when == when && open.snoozed.is_none() => Ok(()),
        Some(open) => check_in_rows::set_when(tx, open.id, when, true),
        None => {
            let new = NewCheckIn {
                person,
                source: Source::ComingBack,
                when,
                chosen: true,
                reason: "",
            };
            check_in_rows::insert(tx, &new).map(drop)
        }
    }
}

/// Calls the check-in off, if there is one.
pub(crate) fn come_back_no_more(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<()> {
    match open(tx, person)? {
        Some(open) => check_in_rows::close(tx, open.id, State::Cancelled, now.today().into(), None),
        None => Ok(()),
    }
}
