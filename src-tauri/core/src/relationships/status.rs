//! Which status holds at a moment, and the one rule that says whether a person is left alone. Pure.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::days::{Day, HourClock, Stamp};
use crate::moment::Moment;
use crate::typed_day::{short, short_date};

crate::columns::column!(Status);

/// The status of a relationship, or of the person: `Died` and `Archived` belong to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Check-ins are due by the cadence.
    Active,
    /// No check-ins by the cadence until the user resumes it; those planned by hand still ring.
    Dormant,
    /// Nothing rings until a date.
    Paused,
    /// A break after a conflict: nothing rings until a moment, or until the user says so.
    CoolingOff,
    /// Its purpose is over: nothing rings.
    Ended,
    /// The person died: they stay in the book and in search, and are never due.
    Died,
    /// The person is out of the lists; find and imports still know them.
    Archived,
}

impl Status {
    /// Whether nothing is suggested, routed or drafted for a person of this status. Whatever suggests people asks
    /// this, or `relationship_rows::is_left_alone`, which also knows the trash.
    pub(crate) const fn is_left_alone(self) -> bool {
        match self {
            Self::Active | Self::Dormant => false,
            Self::Paused | Self::CoolingOff | Self::Ended | Self::Died | Self::Archived => true,
        }
    }

    /// Why a person of this status is left alone, after their name was said: "they have died", "paused until 1 May";
    /// `None` for nobody who is left alone.
    pub(crate) fn why_left_alone(
        self,
        paused_until: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Option<String> {
        Some(match (self, paused_until) {
            (Self::Active | Self::Dormant, _) => return None,
            (Self::Paused, Some(until)) => format!("paused until {}", short_date(until, today)),
            (Self::Paused, None) => "paused".to_owned(),
            (Self::CoolingOff, _) => "you two are cooling off".to_owned(),
            (Self::Ended, _) => "the relationship has ended".to_owned(),
            (Self::Died, _) => "they have died".to_owned(),
            (Self::Archived, _) => "they are archived".to_owned(),
        })
    }
}

/// What is stored about the status of a person and of the relationship to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct StoredStatus {
    pub(crate) status: Status,
    pub(crate) paused_until: Option<Day>,
    /// When cooling off ends; `None`: when the user says so.
    pub(crate) cooling_until: Option<Stamp>,
    /// What holds again after cooling off.
    pub(crate) before_cooling: Option<Status>,
    pub(crate) died_on: Option<Day>,
    pub(crate) archived_on: Option<Day>,
}

/// From when something with a person may ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Resumes {
    /// The end of a pause, which may have come.
    pub(crate) not_before: Option<Day>,
    /// The end of cooling off, which may have come.
    pub(crate) not_before_instant: Option<Stamp>,
    /// Whether the rhythm goes on too.
    pub(crate) rhythm: bool,
}

impl StoredStatus {
    /// Without a relationship, of a person who lives and is not archived.
    pub(crate) const NOTHING: Self = Self {
        status: Status::Active,
        paused_until: None,
        cooling_until: None,
        before_cooling: None,
        died_on: None,
        archived_on: None,
    };

    /// The status at a moment. A pause or a cooling off that has ended no longer counts; cooling off within a pause
    /// returns to the pause.
    pub(crate) fn at(&self, now: &Moment) -> Status {
        if self.died_on.is_some() {
            return Status::Died;
        }
        if self.archived_on.is_some() {
            return Status::Archived;
        }
        let has_cooled = self.cooling_until.is_some_and(|end| end <= now.stamp());
        let stored = match has_cooled {
            true => self.held(),
            false => self.status,
        };
        let today = now.today();
        match stored {
            Status::Paused if self.paused_until.is_none_or(|until| until <= today) => {
                Status::Active
            }
            status => status,
        }
    }

    /// What holds once cooling off with an end is over.
    fn held(&self) -> Status {
        match (self.status, self.cooling_until) {
            (Status::CoolingOff, Some(_)) => self.before_cooling.unwrap_or(Status::Active),
            (status, _) => status,
        }
    }

    /// From when something with the person may ring, whatever time it is now; `None` where nothing does until the
    /// user changes the status.
    pub(crate) fn resumes(&self) -> Option<Resumes> {
        let is_gone = self.died_on.is_some() || self.archived_on.is_some();
        let rhythm = match self.held() {
            _ if is_gone => return None,
            Status::Active | Status::Paused => true,
            Status::Dormant => false,
            Status::CoolingOff | Status::Ended | Status::Died | Status::Archived => return None,
        };
        Some(Resumes {
            not_before: self.paused_until,
            not_before_instant: self.cooling_until,
            rhythm,
        })
    }

    /// The status in a few words, as a row shows it: "paused until 1 May", "ended"; empty where it is active.
    pub(crate) fn words(&self, clock: HourClock, now: &Moment) -> String {
        let today = now.today();
        match self.at(now) {
            Status::Active => String::new(),
            Status::Dormant => "resting".to_owned(),
            Status::Paused => match self.paused_until {
                Some(until) => format!("paused until {}", short_date(until.date(), today)),
                None => "paused".to_owned(),
            },
            Status::CoolingOff => match self.cooling_until {
                Some(end) => format!("cooling off until {}", moment_words(end, clock, now)),
                None => "cooling off".to_owned(),
            },
            Status::Ended => "ended".to_owned(),
            Status::Died => match self.died_on {
                Some(on) => format!("died {}", short_date(on.date(), today)),
                None => "died".to_owned(),
            },
            Status::Archived => "archived".to_owned(),
        }
    }

    /// The status in a sentence about a person: "Ana is paused until 1 May.", "Ana died on 3 March."; `None` where it
    /// is active.
    pub(crate) fn sentence(&self, name: &str, clock: HourClock, now: &Moment) -> Option<String> {
        let words = self.words(clock, now);
        Some(match self.at(now) {
            Status::Active => return None,
            Status::Dormant | Status::Paused | Status::Archived => format!("{name} is {words}."),
            Status::CoolingOff => format!("You and {name} are {words}."),
            Status::Ended => format!("The relationship with {name} has ended."),
            Status::Died => match self.died_on {
                Some(on) => {
                    let on = short_date(on.date(), now.today());
                    format!("{name} died on {on}.")
                }
                None => format!("{name} has died."),
            },
        })
    }

    /// Whether the status ends at a moment that is known, so that one can wait for it.
    pub(crate) fn ends_by_itself(&self, now: &Moment) -> bool {
        match self.at(now) {
            Status::Paused => self.paused_until.is_some(),
            Status::CoolingOff => self.cooling_until.is_some(),
            Status::Active | Status::Dormant | Status::Ended | Status::Died | Status::Archived => {
                false
            }
        }
    }
}

/// A moment in words: "13:30" today, else "Wed 11 March, 10:42".
pub(crate) fn moment_words(at: Stamp, clock: HourClock, now: &Moment) -> String {
    let local = now.local_of(at);
    let time = clock.time_words(local.time());
    match local.date() == now.today() {
        true => time,
        false => format!("{}, {time}", short(local.date(), now.today())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(utc: &str) -> Moment {
        Moment {
            utc: utc.parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        }
    }

    fn cooling(before: Status, paused_until: Option<&str>) -> StoredStatus {
        StoredStatus {
            status: Status::CoolingOff,
            cooling_until: Some("2026-03-11T09:42:00Z".parse().unwrap()),
            before_cooling: Some(before),
            paused_until: paused_until.map(|day| day.parse().unwrap()),
            ..StoredStatus::NOTHING
        }
    }

    #[test]
    fn cooling_off_ends_at_its_moment_and_returns_to_what_was() {
        let (before, after) = (at("2026-03-11T09:41:59Z"), at("2026-03-11T09:42:00Z"));
        for (was, paused_until, is) in [
            (Status::Active, None, Status::Active),
            (Status::Dormant, None, Status::Dormant),
            (Status::Ended, None, Status::Ended),
            (Status::Paused, Some("2026-05-01"), Status::Paused),
            (Status::Paused, Some("2026-03-11"), Status::Active),
        ] {
            let stored = cooling(was, paused_until);
            assert_eq!(stored.at(&before), Status::CoolingOff);
            assert_eq!(stored.at(&after), is, "{was:?}");
        }
    }

    #[test]
    fn cooling_off_of_older_books_lasts_until_it_is_ended() {
        let stored = StoredStatus {
            status: Status::CoolingOff,
            ..StoredStatus::NOTHING
        };
        assert_eq!(stored.at(&at("2036-03-11T09:42:00Z")), Status::CoolingOff);
        assert_eq!(
            stored.words(HourClock::TwentyFour, &at("2026-03-10T09:42:00Z")),
            "cooling off"
        );
    }

    #[test]
    fn a_row_says_until_when() {
        let now = at("2026-03-10T09:42:00Z");
        let words = |stored: StoredStatus| stored.words(HourClock::TwentyFour, &now);
        assert_eq!(
            words(cooling(Status::Active, None)),
            "cooling off until Wed 11 March, 10:42"
        );
        let paused = StoredStatus {
            status: Status::Paused,
            paused_until: Some("2026-05-01".parse().unwrap()),
            ..StoredStatus::NOTHING
        };
        assert_eq!(words(paused), "paused until 1 May");
        let died = StoredStatus {
            died_on: Some("2025-11-03".parse().unwrap()),
            ..paused
        };
        assert_eq!(words(died), "died 3 November 2025");
        assert_eq!(words(StoredStatus::NOTHING), "");
    }

    #[test]
    fn a_sentence_names_the_person_and_only_what_ends_can_be_waited_for() {
        let now = at("2026-03-10T09:42:00Z");
        let said = |stored: StoredStatus| {
            let sentence = stored.sentence("Ana", HourClock::TwentyFour, &now);
            (sentence.unwrap_or_default(), stored.ends_by_itself(&now))
        };
        let of = |status| StoredStatus {
            status,
            ..StoredStatus::NOTHING
        };
        let day = |day: &str| Some(day.parse().unwrap());
        for (stored, sentence, ends) in [
            (StoredStatus::NOTHING, "", false),
            (of(Status::Dormant), "Ana is resting.", false),
            (
                StoredStatus {
                    paused_until: day("2026-05-01"),
                    ..of(Status::Paused)
                },
                "Ana is paused until 1 May.",
                true,
            ),
            (
                cooling(Status::Active, None),
                "You and Ana are cooling off until Wed 11 March, 10:42.",
                true,
            ),
            (
                of(Status::CoolingOff),
                "You and Ana are cooling off.",
                false,
            ),
            (
                of(Status::Ended),
                "The relationship with Ana has ended.",
                false,
            ),
            (
                StoredStatus {
                    died_on: day("2026-03-03"),
                    ..StoredStatus::NOTHING
                },
                "Ana died on 3 March.",
                false,
            ),
            (
                StoredStatus {
                    archived_on: day("2026-03-03"),
                    ..StoredStatus::NOTHING
                },
                "Ana is archived.",
                false,
            ),
        ] {
            assert_eq!(said(stored), (sentence.to_owned(), ends));
        }
    }

    proptest! {
        /// Whoever died or is archived is left alone, whatever the relationship says; and nobody is at a pause or at
        /// cooling off that has ended.
        #[test]
        fn what_belongs_to_the_person_comes_first(
            status in prop_oneof![
                Just(Status::Active), Just(Status::Dormant), Just(Status::Paused), Just(Status::CoolingOff),
                Just(Status::Ended),
            ],
            days in -400_i64..400, minutes in -1000_i64..1000, died: bool, archived: bool,
        ) {
            let now = at("2026-03-10T09:42:00Z");
            let day = Day::from(now.today() + chrono::Duration::days(days));
            let end = Stamp::from(now.utc + chrono::Duration::minutes(minutes));
            let stored = StoredStatus {
                status,
                paused_until: Some(day),
                cooling_until: Some(end),
                before_cooling: Some(Status::Paused),
                died_on: died.then_some(day),
                archived_on: archived.then_some(day),
            };
            let is = stored.at(&now);
            prop_assert!(!(died || archived) || is.is_left_alone());
            prop_assert!(is != Status::Paused || days > 0);
            prop_assert!(is != Status::CoolingOff || minutes > 0);
            prop_assert_eq!(is == Status::Active, stored.words(HourClock::TwentyFour, &now).is_empty());
            let said = stored.sentence("Ana", HourClock::TwentyFour, &now);
            prop_assert_eq!(is == Status::Active, said.is_none());
            let why = is.why_left_alone(stored.paused_until.map(Day::date), now.today());
            prop_assert_eq!(is.is_left_alone(), why.is_some());
        }
    }
}
