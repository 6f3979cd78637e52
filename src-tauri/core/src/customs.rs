//! How days, times and numbers are written where the user lives: as the system says, unless a setting says otherwise.

use chrono::{NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

use crate::days::{DateOrder, HourClock};
use crate::error::Result;
use crate::settings::{self, setting};
use crate::store::Tx;

/// The day with which a week begins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are those of the days")]
pub enum WeekStart {
    #[default]
    Monday,
    Saturday,
    Sunday,
}

/// What the system's locale says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Customs {
    /// The country for phone numbers that name none (ISO 3166), '' for not known.
    pub region: String,
    /// Which number of "3/4" is the day.
    pub date_order: DateOrder,
    /// The day with which a week begins.
    pub week_start: WeekStart,
    /// Whether times of day have 24 hours or 12. Books that were written before there was a choice say nothing.
    #[serde(default)]
    pub hour_clock: HourClock,
}

setting! {
    /// What the system's locale said last.
    SystemCustoms: Customs = Customs::default(), "systemCustoms", Remembered;
    /// Which number of "3/4" is the day; absent for as the system has it.
    DateOrderChosen: Option<DateOrder> = None, "dateOrder", Undoable;
    /// The day with which a week begins; absent for as the system has it.
    WeekStartChosen: Option<WeekStart> = None, "weekStart", Undoable;
    /// Whether times of day have 24 hours or 12; absent for as the system has it.
    HourClockChosen: Option<HourClock> = None, "hourClock", Undoable;
}

/// Where 3/4 is 4 March: with the month first, or with the year before it.
const MONTH_FIRST: &[&str] = &[
    "US", "AS", "FM", "GU", "MH", "MP", "PH", "PR", "PW", "UM", "VI", "CN", "JP", "KR", "KP", "TW",
    "MN", "HU", "IR",
];
/// Where a week begins on Sunday, by Unicode's tables (CLDR).
const SUNDAY: &[&str] = &[
    "AG", "AS", "BD", "BR", "BS", "BT", "BW", "BZ", "CA", "CO", "DM", "DO", "ET", "GT", "GU", "HK",
    "HN", "ID", "IL", "IN", "JM", "JP", "KE", "KH", "KR", "LA", "MH", "MM", "MO", "MT", "MX", "MZ",
    "NI", "NP", "PA", "PE", "PH", "PK", "PR", "PT", "PY", "SA", "SG", "SV", "TH", "TT", "TW", "UM",
    "US", "VE", "VI", "WS", "YE", "ZA", "ZW",
];
const SATURDAY: &[&str] = &[
    "AF", "BH", "DJ", "DZ", "EG", "IQ", "IR", "JO", "KW", "LY", "OM", "QA", "SD", "SY",
];
/// Where the preferred hours are those of a clock of 12: countries with `h` in the time data of Unicode's CLDR
/// (supplemental data, versions 44 to 48).
const TWELVE_HOURS: &[&str] = &[
    "AE", "AG", "AL", "AR", "AS", "AU", "BB", "BD", "BH", "BM", "BN", "BO", "BS", "BT", "CA", "CL",
    "CO", "CR", "CU", "CY", "DJ", "DM", "DO", "DZ", "EC", "EG", "EH", "ER", "ET", "FJ", "FM", "GD",
    "GH", "GM", "GR", "GT", "GU", "GY", "HK", "HN", "IN", "IQ", "JM", "JO", "KH", "KI", "KN", "KP",
    "KR", "KW", "KY", "LB", "LC", "LR", "LS", "LY", "MH", "MO", "MP", "MR", "MW", "MX", "MY", "NA",
    "NI", "NZ", "OM", "PA", "PE", "PG", "PH", "PK", "PR", "PS", "PW", "PY", "QA", "SA", "SB", "SD",
    "SG", "SL", "SO", "SS", "SV", "SY", "SZ", "TC", "TD", "TN", "TO", "TT", "TW", "UM", "US", "UY",
    "VC", "VE", "VG", "VI", "VU", "WS", "YE", "ZM",
];

impl WeekStart {
    /// The first day of the week in which a day is.
    pub(crate) fn week_of(self, day: NaiveDate) -> NaiveDate {
        let first = match self {
            Self::Monday => Weekday::Mon,
            Self::Saturday => Weekday::Sat,
            Self::Sunday => Weekday::Sun,
        };
        day.week(first).checked_first_day().unwrap_or(day)
    }
}

/// The day with which a week begins in this book.
///
/// # Errors
/// Storage errors.
pub(crate) fn week_start(tx: &Tx<'_>) -> Result<WeekStart> {
    let chosen = settings::get::<WeekStartChosen>(tx)?;
    match chosen {
        Some(chosen) => Ok(chosen),
        None => Ok(settings::get::<SystemCustoms>(tx)?.week_start),
    }
}

impl Customs {
    /// What the names of locales say: of its times, and of its phone numbers. "en_US.UTF-8", "de-DE", "pt_BR@euro";
    /// "C", "POSIX" and '' say nothing.
    pub fn of_locales(times: &str, phones: &str) -> Self {
        let (language, region) = parts(times);
        let known = |list: &[&str]| list.contains(&region.as_str());
        // English Canada writes the year first, French Canada the day.
        let month_first = known(MONTH_FIRST) || (region == "CA" && language == "en");
        // French Canada counts 24 hours: in CLDR's data the only language that differs so from its country.
        let twelve_hours = known(TWELVE_HOURS) && !(region == "CA" && language == "fr");
        Self {
            region: parts(phones).1,
            date_order: if month_first {
                DateOrder::MonthFirst
            } else {
                DateOrder::DayFirst
            },
            week_start: if known(SUNDAY) {
                WeekStart::Sunday
            } else if known(SATURDAY) {
                WeekStart::Saturday
            } else {
                WeekStart::Monday
            },
            hour_clock: if twelve_hours {
                HourClock::Twelve
            } else {
                HourClock::TwentyFour
            },
        }
    }
}

/// Language and country of a locale's name, '' where it names none.
fn parts(locale: &str) -> (String, String) {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    let mut parts = name.split(['_', '-']);
    let language = parts.next().unwrap_or_default().to_ascii_lowercase();
    // A script may stand between them: "zh-Hant-TW".
    let region =
        parts.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    (language, region.unwrap_or_default().to_ascii_uppercase())
}

/// How days and times are read and written: as a setting says, or else as the system has it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct DateTimeForms {
    /// Which number of "3/4" is the day.
    pub order: DateOrder,
    /// Whether the user chose that order; otherwise it is only the system's.
    pub is_order_chosen: bool,
    /// Whether times of day have 24 hours or 12.
    pub clock: HourClock,
}

/// How days and times are read and written in this book.
///
/// # Errors
/// Storage errors.
pub(crate) fn date_time_forms(tx: &Tx<'_>) -> Result<DateTimeForms> {
    let system = settings::get::<SystemCustoms>(tx)?;
    let order = settings::get::<DateOrderChosen>(tx)?;
    let clock = settings::get::<HourClockChosen>(tx)?;
    Ok(DateTimeForms {
        order: order.unwrap_or(system.date_order),
        is_order_chosen: order.is_some(),
        clock: clock.unwrap_or(system.hour_clock),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_says_country_order_and_week() {
        for (locale, region, order, start) in [
            (
                "en_US.UTF-8",
                "US",
                DateOrder::MonthFirst,
                WeekStart::Sunday,
            ),
            ("de_DE.UTF-8", "DE", DateOrder::DayFirst, WeekStart::Monday),
            ("en-GB", "GB", DateOrder::DayFirst, WeekStart::Monday),
            ("pt_BR@euro", "BR", DateOrder::DayFirst, WeekStart::Sunday),
            ("ar_EG.utf8", "EG", DateOrder::DayFirst, WeekStart::Saturday),
            ("zh-Hant-TW", "TW", DateOrder::MonthFirst, WeekStart::Sunday),
            ("fr_CA", "CA", DateOrder::DayFirst, WeekStart::Sunday),
            ("en_CA", "CA", DateOrder::MonthFirst, WeekStart::Sunday),
            ("C.UTF-8", "", DateOrder::DayFirst, WeekStart::Monday),
            ("POSIX", "", DateOrder::DayFirst, WeekStart::Monday),
            ("", "", DateOrder::DayFirst, WeekStart::Monday),
        ] {
            let says = Customs::of_locales(locale, locale);
            assert_eq!(
                (says.region.as_str(), says.date_order, says.week_start),
                (region, order, start),
                "{locale}"
            );
        }
        assert_eq!(Customs::of_locales("en_US", "de_DE").region, "DE");
    }

    #[test]
    fn a_locale_says_whether_the_clock_has_12_hours() {
        for locale in [
            "en_US.UTF-8",
            "en_CA",
            "en_AU.utf8",
            "en_NZ",
            "en_IN",
            "hi_IN",
            "en_PH",
            "ar_EG.UTF-8",
            "ar_SA",
            "ko-KR",
            "zh-Hant-TW",
            "es_MX",
        ] {
            let says = Customs::of_locales(locale, "de_DE");
            assert_eq!(says.hour_clock, HourClock::Twelve, "{locale}");
        }
        for locale in [
            "en_GB.UTF-8",
            "de_DE",
            "fr_CA.UTF-8",
            "fr_FR",
            "ja_JP",
            "zh_CN",
            "pt_BR",
            "es_ES",
            "en_ZA",
            "sv_SE",
            "en_DK",
            "C.UTF-8",
            "POSIX",
            "",
        ] {
            let says = Customs::of_locales(locale, "en_US");
            assert_eq!(says.hour_clock, HourClock::TwentyFour, "{locale}");
        }
    }

    #[test]
    fn what_was_kept_before_there_was_a_clock_is_still_read() {
        let kept = r#"{"region":"US","dateOrder":"month_first","weekStart":"sunday"}"#;
        let read: Customs = serde_json::from_str(kept).unwrap();
        assert_eq!(
            (read.region.as_str(), read.hour_clock),
            ("US", HourClock::TwentyFour)
        );
    }
}
