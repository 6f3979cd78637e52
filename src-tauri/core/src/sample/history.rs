//! The history of the sample: a year of conversations and check-ins, each made with the moment at which
//! it happened.

use std::collections::HashMap;

use chrono::{Datelike, Duration, NaiveTime, Weekday};

use super::talks::{By, REGULAR, TALKS, Talk};
use crate::book::{Book, must};
use crate::check_ins::CheckInId;
use crate::check_ins::{Snooze, Source};
use crate::error::Result;
use crate::hours::instant;
use crate::ids::PersonId;
use crate::interactions::StartedBy;
use crate::keeping_close::RelationshipEdit;
use crate::logging::NewInteraction;
use crate::moment::Moment;
use crate::relationships::Status;

/// The length of the history in days.
const HISTORY_DAYS: i64 = 365;
/// Conversations of the last this many days are on exactly their day, because Today shows them. Older
/// ones are moved from weekends to Fridays.
const EXACT_DAYS: i64 = 65;
/// Conversations before this many days ago are known roughly.
const ROUGH_DAYS: i64 = 300;

/// A check-in planned by hand: with whom, made how many days ago, due in how many days, the time and the
/// reason.
type Planned = (&'static str, i64, i64, &'static str, &'static str);

const PLANNED: &[Planned] = &[
    (
        "Hannah Iwobi",
        10,
        0,
        "",
        "Ask how the first week with the new benches went",
    ),
    ("Leonie Marchwald", 6, 7, "10:00", "Contract review"),
    (
        "Samir Haddoun",
        9,
        5,
        "",
        "Send him the one-page ask for the Forum",
    ),
    (
        "Gareth Pennlow",
        20,
        11,
        "",
        "Bring him the humidity protocol to read",
    ),
];

/// Statuses: of whom, set how many days ago, for how many days or how long, and why.
const RESTING: &[(&str, i64, Status, &str, &str)] = &[
    (
        "Theo Marangos",
        20,
        Status::Paused,
        "60",
        "Leave until the summer; his stand-in knows the order",
    ),
    ("Uma Sethuraj", 100, Status::Dormant, "", ""),
    (
        "Pavel Drenko",
        90,
        Status::Ended,
        "",
        "The move is done, and nothing was left open",
    ),
    (
        "Tomasz Wilczyn",
        34,
        Status::CoolingOff,
        "a day",
        "We both want the dates to hold. It got loud.",
    ),
    ("Tomasz Wilczyn", 33, Status::Active, "", ""),
];

/// The sample book and the ids of its people by name.
pub(super) struct Cast<'b> {
    pub(super) book: &'b Book,
    pub(super) people: HashMap<&'static str, PersonId>,
    pub(super) now: Moment,
}

/// 18:00 on the day that is `days` days before `now`.
pub(super) fn ago(now: &Moment, days: i64) -> Moment {
    let evening = NaiveTime::from_hms_opt(18, 0, 0).unwrap_or_default();
    let day = now.today() - Duration::days(days);
    Moment {
        utc: instant(now.zone, day, evening).earliest(),
        ..*now
    }
}

impl Cast<'_> {
    /// Makes all conversations, check-ins and statuses.
    pub(super) fn play(&self) -> Result<()> {
        for talk in year() {
            self.log(&talk)?;
        }
        for (name, days, value, until, reason) in RESTING {
            let until = match until.parse::<i64>() {
                Ok(ahead) => self.day(ahead - days),
                Err(_) => (*until).to_owned(),
            };
            let status = RelationshipEdit::Status {
                value: *value,
                until,
                on: String::new(),
                reason: (*reason).to_owned(),
            };
            let then = ago(&self.now, *days);
            self.book
                .relationship_edit(&[self.id(name)?], &status, &then)?;
        }
        for (name, days, on, time, reason) in PLANNED {
            let when = format!("{} {time}", self.day(*on));
            let then = ago(&self.now, *days);
            self.book
                .check_in_plan(self.id(name)?, &when, reason, &then)?;
        }
        self.put_off()
    }

    /// Skips one check-in and postpones another, so that Today shows neither person.
    fn put_off(&self) -> Result<()> {
        let left_out = ago(&self.now, 15);
        let id = self.rhythm_of("Amara Nwokedi", &left_out)?;
        self.book.check_in_skip(&[id], &left_out)?;
        let snoozed = ago(&self.now, 4);
        let id = self.rhythm_of("Rosalind Aydelott", &snoozed)?;
        let until = Snooze::On { when: self.day(3) };
        self.book.check_in_snooze(&[id], &until, &snoozed)?;
        Ok(())
    }

    fn rhythm_of(&self, name: &str, then: &Moment) -> Result<CheckInId> {
        let page = self.book.person_page(self.id(name)?, then)?;
        let open = page.check_ins.iter();
        let one = open
            .clone()
            .find(|check_in| check_in.source == Source::Cadence);
        must(one.map(|check_in| check_in.id), "sample check-in")
    }

    fn log(&self, talk: &Talk) -> Result<()> {
        let people: Vec<PersonId> = talk
            .with
            .iter()
            .map(|name| self.id(name))
            .collect::<Result<_>>()?;
        let draft = NewInteraction {
            attempt: talk.attempt,
            // The oldest ones are remembered roughly.
            when: if talk.ago > ROUGH_DAYS {
                "about today"
            } else {
                "today"
            }
            .to_owned(),
            channel: talk.how,
            title: String::new(),
            minutes: (talk.minutes > 0).then_some(talk.minutes),
            started_by: match (talk.by, people.first()) {
                (By::Me, _) => StartedBy::Me,
                (By::Them, Some(first)) => StartedBy::Person { id: *first },
                _ => StartedBy::NotSaid,
            },
            note: talk.note.to_owned(),
            closes: Vec::new(),
            people,
        };
        self.book
            .interaction_log(&draft, &working_day(ago(&self.now, talk.ago), talk.ago))?;
        Ok(())
    }

    pub(super) fn id(&self, name: &str) -> Result<PersonId> {
        must(self.people.get(name).copied(), "sample name")
    }

    /// The day that is `ahead` days from now, in the form 2026-07-03.
    pub(super) fn day(&self, ahead: i64) -> String {
        (self.now.today() + Duration::days(ahead)).to_string()
    }
}

/// All conversations, the oldest first.
fn year() -> Vec<Talk> {
    let regular = REGULAR
        .iter()
        .flat_map(|regular| regular.talks(HISTORY_DAYS));
    let mut all: Vec<Talk> = TALKS.iter().copied().chain(regular).collect();
    all.sort_by_key(|talk| -talk.ago);
    all
}

/// Moves a day on a weekend to the Friday before, if it is older than `EXACT_DAYS`.
fn working_day(then: Moment, days: i64) -> Moment {
    let back = match then.today().weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    if days <= EXACT_DAYS || back == 0 {
        then
    } else {
        ago(&then, back)
    }
}
