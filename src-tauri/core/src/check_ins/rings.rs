//! The reminders of check-ins: when they ring, the text of the notification, and what its buttons do.

use chrono::Days;

use super::check_in_rows::{self, CheckInRecord};
use super::reasons::reason_of;
use super::{CheckInId, Source, close_by_talk, local_when, prompt_of};
use crate::book::Book;
use crate::boundaries::hours_of;
use crate::cadence::LAST_DAY;
use crate::channel::Channel;
use crate::days::Stamp;
use crate::error::Result;
use crate::hours::{Plan, Snoozed};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::interactions::interaction_rows::InteractionRecord;
use crate::moment::Moment;
use crate::next_lines;
use crate::relationships::StoredStatus;
use crate::relationships::relationship_rows::stored_status;
use crate::reminders::{ReminderKey, sentences};
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::store::reminder_source::{Buttons, Called, ReminderSource};
use crate::typed_day::short;

/// What is planned so many days after the check-in of a rhythm takes its place.
const ABOUT_THAT_DAY: Days = Days::new(7);

/// The check-ins as a sort of reminder.
pub(crate) static RINGS: ReminderSource = ReminderSource {
    word: "check_in",
    called: Called {
        one: "A check-in",
        several: "check-ins",
    },
    buttons: Some(Buttons::DoneSnooze),
    covered_by: None,
    tells_of_person: true,
    people: check_in_rows::people_with_open,
    along: |_, _| Ok(Vec::new()),
    plans,
    comes_again: false,
    settings: &[],
    words,
    about_nobody: None,
    done,
    put_off: Some(put_off),
};

impl Book {
    /// Whether one of these reminders is of a check-in that the user planned by hand.
    ///
    /// # Errors
    /// Storage errors.
    pub fn reminder_is_planned(&self, keys: &[ReminderKey]) -> Result<bool> {
        self.read(|tx| {
            for key in keys.iter().filter(|key| key.sort == RINGS.word) {
                let found = check_in_rows::find(tx, CheckInId(key.item))?;
                if found.is_some_and(|record| record.source == Source::Planned) {
                    return Ok(true);
                }
            }
            Ok(false)
        })
    }
}

fn plans(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<(i64, Plan)>> {
    let open = check_in_rows::open_of(tx, person)?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let stored = stored_status(tx, person)?;
    let theirs = hours_of(tx, person, now)?.and_then(|week| week.rules());
    let ringing = open.iter().filter(|one| !waits_for_another(one, &open));
    let plans = ringing.filter_map(|record| {
        let plan = plan_of_open(record, stored)?.where_both_work(theirs.clone());
        Some((record.id.0, plan))
    });
    Ok(plans.collect())
}

/// Whether a check-in of the rhythm leaves the word to another one with the same person, so that Today asks once: to
/// the one with which one comes back, and to one that is planned for about that day or before it.
fn waits_for_another(of_rhythm: &CheckInRecord, open: &[CheckInRecord]) -> bool {
    if of_rhythm.source != Source::Cadence {
        return false;
    }
    let last = of_rhythm.stands_on().checked_add_days(ABOUT_THAT_DAY);
    let last = last.unwrap_or(LAST_DAY);
    open.iter().any(|other| match other.source {
        Source::Cadence => false,
        Source::ComingBack => true,
        Source::Planned => other.when.on.date() <= last,
    })
}

/// The reminder plan of an open check-in, or `None` if the person has a status in which it does not ring. During a
/// pause the plan begins when the pause ends; while it cools off, when that ends.
fn plan_of_open(record: &CheckInRecord, stored: StoredStatus) -> Option<Plan> {
    let resumes = stored.resumes()?;
    if record.source == Source::Cadence && !resumes.rhythm {
        return None;
    }
    let plan = Plan::of(record.when, record.snoozed, resumes.not_before);
    // Coming back is planned for just that moment, and stands on Today from then on.
    let instant = resumes.not_before_instant;
    Some(plan.not_before_instant(instant.map(Stamp::utc)))
}

/// The text of a notification: the user's reason as a sentence, then why the check-in is due. Example: "Ask
/// about Bergen. Planned for today at 10:00".
fn words(tx: &Tx<'_>, item: i64, now: &Moment) -> Result<String> {
    let record = check_in_rows::get(tx, CheckInId(item))?;
    let reason = reason_of(tx, &record, now)?;
    let why = match reason.tail.as_str() {
        "" => reason.head,
        tail => format!("{}, {tail}", reason.head),
    };
    let first = match record.source {
        Source::ComingBack => prompt_of(record.id),
        Source::Cadence | Source::Planned => record.reason.as_str(),
    };
    Ok(sentences([first, &why]))
}

/// Logs a conversation today, with no channel, that closes all these check-ins. What they were planned for is its
/// note.
fn done(change: &Changing<'_>, person: PersonId, items: &[i64]) -> Result<()> {
    let (tx, now) = (&change.tx, &change.now);
    let mut reasons = Vec::new();
    for item in items {
        let reason = check_in_rows::get(tx, CheckInId(*item))?.reason;
        if !reason.is_empty() && !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    let talk = InteractionRecord {
        on: now.today().into(),
        at: None,
        roughly: None,
        zone: now.zone,
        channel: Channel::NotSaid,
        minutes: None,
        started_by_me: false,
        title: String::new(),
        note: reasons.join("\n"),
        attempt: false,
    };
    let id = interaction_rows::insert(tx, &talk, &[person], None)?;
    next_lines::note_talk(tx, person, talk.on)?;
    let closes: Vec<CheckInId> = items.iter().copied().map(CheckInId).collect();
    close_by_talk(tx, person, id, talk.on, &closes, now)
}

fn put_off(change: &Changing<'_>, _: PersonId, items: &[i64], until: &Snoozed) -> Result<()> {
    let until = until.when();
    let (day, _) = local_when(until, &change.now);
    change.says(format!("until {}", short(day, change.now.today())));
    items
        .iter()
        .try_for_each(|item| check_in_rows::set_snooze(&change.tx, CheckInId(*item), until))
}
