//! When the user is told of birthdays and other dates: as for everyone, or as they chose for one person.

use serde::{Deserialize, Serialize};

use super::date_notice_rows;
use crate::error::Result;
use crate::ids::PersonId;
use crate::settings::{self, setting};
use crate::store::Tx;

crate::columns::column!(DateNotice);

/// How long before a date the user is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DateNotice {
    /// Not at all.
    Off,
    /// On the day.
    SameDay,
    /// One day before.
    DayBefore,
    /// Three days before.
    ThreeDays,
    /// Seven days before.
    Week,
    /// Fourteen days before.
    TwoWeeks,
}

impl DateNotice {
    /// Days between the notice and the date; `None` for no notice.
    pub(crate) const fn days(self) -> Option<u64> {
        match self {
            Self::Off => None,
            Self::SameDay => Some(0),
            Self::DayBefore => Some(1),
            Self::ThreeDays => Some(3),
            Self::Week => Some(7),
            Self::TwoWeeks => Some(14),
        }
    }
}

setting! {
    /// The notice of dates of people who are kept close and have none of their own.
    UsualDateNotice: DateNotice = DateNotice::SameDay, "dateNotice", Undoable;
}

/// The notice of one person's dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct DateNoticeOf {
    /// What the user chose for this person; `None` for the usual notice.
    pub own: Option<DateNotice>,
    /// The usual notice, which only people kept close get.
    pub usual: DateNotice,
}

impl DateNoticeOf {
    /// The notice that applies.
    pub(crate) const fn applies(self, is_kept_close: bool) -> DateNotice {
        match (self.own, is_kept_close) {
            (Some(own), _) => own,
            (None, true) => self.usual,
            (None, false) => DateNotice::Off,
        }
    }
}

pub(crate) fn date_notice_of(tx: &Tx<'_>, person: PersonId) -> Result<DateNoticeOf> {
    Ok(DateNoticeOf {
        own: date_notice_rows::of_person(tx, person)?,
        usual: settings::get::<UsualDateNotice>(tx)?,
    })
}
