//! Follow-ups with those whom one met: planned check-ins within two working days after the event.

use chrono::NaiveDate;

use super::event_rows::EventRecord;
use crate::check_ins::check_in_rows::{self, NewCheckIn};
use crate::check_ins::{CheckInId, Source, State};
use crate::days::When;
use crate::error::Result;
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::relationships::relationship_rows::is_left_alone;
use crate::reminders::rules;
use crate::store::Tx;

/// The days of a follow-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FollowUpDays {
    /// The first working day after the event: from then on it stands on Today.
    pub(super) from: NaiveDate,
    /// The second: by then it is to be done.
    pub(super) by: NaiveDate,
}

/// The first two working days after an event; `None` where no working day is set.
pub(super) fn follow_up_days(held_on: NaiveDate, rules: &Rules) -> Option<FollowUpDays> {
    let from = rules.next_working_day(held_on.succ_opt()?)?;
    let by = rules.next_working_day(from.succ_opt()?)?;
    Some(FollowUpDays { from, by })
}

/// The day on which a follow-up is planned today; `None` where it is too late for one.
pub(super) fn planned_for(
    held_on: NaiveDate,
    today: NaiveDate,
    rules: &Rules,
) -> Option<NaiveDate> {
    let days = follow_up_days(held_on, rules)?;
    (days.by >= today).then(|| days.from.max(today))
}

fn reason_of(event: &EventRecord) -> String {
    format!("Follow up: {}", event.name)
}

/// What becomes of the follow-up with somebody who was at an event.
pub(super) struct Asked<'a> {
    pub(super) person: PersonId,
    /// The event as it was before.
    pub(super) before: &'a EventRecord,
    /// The event as it is now.
    pub(super) event: &'a EventRecord,
    /// The follow-up that was planned before.
    pub(super) planned: Option<CheckInId>,
    /// Whether there is to be one.
    pub(super) wanted: bool,
}

/// Plans the follow-up with a person, keeps it, or takes it away. Returns the one that there is now.
pub(super) fn put(tx: &Tx<'_>, asked: &Asked<'_>, now: &Moment) -> Result<Option<CheckInId>> {
    let &Asked {
        person,
        before,
        event,
        planned,
        wanted,
    } = asked;
    let record = planned.map(|id| check_in_rows::find(tx, id)).transpose()?;
    match record.flatten() {
        Some(known) if known.state == State::Done => Ok(planned),
        Some(known) if known.state == State::Open && wanted => {
            let (rules, today) = (rules(tx, now)?, now.today());
            let is_moved = before.on != event.on;
            // A day that was set by hand stays.
            let stood = follow_up_days(before.on.date(), &rules);
            let stands = stood.is_some_and(|days| days.from == known.when.on.date());
            if let Some(day) = planned_for(event.on.date(), today, &rules)
                && is_moved
                && stands
            {
                check_in_rows::set_when(tx, known.id, When::day(day), true)?;
            }
            if known.reason == reason_of(before) && before.name != event.name {
                check_in_rows::set_reason(tx, known.id, &reason_of(event))?;
            }
            Ok(planned)
        }
        Some(known) if known.state == State::Open => {
            cancel(tx, Some(known.id), now)?;
            Ok(None)
        }
        _ if wanted => plan(tx, person, event, now),
        // One that was let be stays known.
        _ => Ok(planned),
    }
}

/// Plans a follow-up with somebody; none where it is too late, or they are left alone.
fn plan(
    tx: &Tx<'_>,
    person: PersonId,
    event: &EventRecord,
    now: &Moment,
) -> Result<Option<CheckInId>> {
    let day = planned_for(event.on.date(), now.today(), &rules(tx, now)?);
    let Some(day) = day else {
        return Ok(None);
    };
    if is_left_alone(tx, person, now)? {
        return Ok(None);
    }
    let new = NewCheckIn {
        person,
        source: Source::Planned,
        when: When::day(day),
        chosen: true,
        reason: &reason_of(event),
    };
    check_in_rows::insert(tx, &new).map(Some)
}

/// Takes a follow-up away that is still open.
pub(super) fn cancel(tx: &Tx<'_>, planned: Option<CheckInId>, now: &Moment) -> Result<()> {
    match planned {
        Some(id) => check_in_rows::close(tx, id, State::Cancelled, now.today().into(), None),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{DaysOff, WorkingHours};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_follow_up_is_due_within_two_working_days() {
        let off = DaysOff {
            from: "2026-03-17".into(),
            to: "2026-03-17".into(),
            label: String::new(),
        };
        let rules = Rules::new(
            WorkingHours::default(),
            std::slice::from_ref(&off),
            chrono_tz::Europe::Oslo,
        );
        for (held, from, by) in [
            ("2026-03-09", "2026-03-10", "2026-03-11"),
            ("2026-03-12", "2026-03-13", "2026-03-16"),
            ("2026-03-13", "2026-03-16", "2026-03-18"),
            ("2026-03-14", "2026-03-16", "2026-03-18"),
        ] {
            let days = follow_up_days(day(held), &rules).unwrap();
            assert_eq!((days.from, days.by), (day(from), day(by)), "{held}");
        }
        let planned = |today| planned_for(day("2026-03-09"), day(today), &rules);
        assert_eq!(planned("2026-03-09"), Some(day("2026-03-10")));
        assert_eq!(planned("2026-03-11"), Some(day("2026-03-11")));
        assert_eq!(planned("2026-03-12"), None);
        let never = WorkingHours { days: [None; 7] };
        let rules = Rules::new(never, &[], chrono_tz::Europe::Oslo);
        assert_eq!(follow_up_days(day("2026-03-09"), &rules), None);
    }
}
