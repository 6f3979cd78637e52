//! How days and numbers are written where the user lives: as the system says, unless a setting says otherwise.

use serde::{Deserialize, Serialize};

use crate::days::DateOrder;
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
}

setting! {
    /// What the system's locale said last.
    SystemCustoms: Customs = Customs::default(), "systemCustoms", Remembered;
    /// Which number of "3/4" is the day; absent for as the system has it.
    DateOrderChosen: Option<DateOrder> = None, "dateOrder", Undoable;
    /// The day with which a week begins; absent for as the system has it.
    WeekStartChosen: Option<WeekStart> = None, "weekStart", Undoable;
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

impl Customs {
    /// What the names of locales say: of its times, and of its phone numbers. "en_US.UTF-8", "de-DE", "pt_BR@euro";
    /// "C", "POSIX" and '' say nothing.
    pub fn of_locales(times: &str, phones: &str) -> Self {
        let (language, region) = parts(times);
        let known = |list: &[&str]| list.contains(&region.as_str());
        // English Canada writes the year first, French Canada the day.
        let month_first = known(MONTH_FIRST) || (region == "CA" && language == "en");
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

/// Which number of "3/4" is the day, and whether the user chose that.
pub(crate) fn date_order(tx: &Tx<'_>) -> Result<(DateOrder, bool)> {
    Ok(match settings::get::<DateOrderChosen>(tx)? {
        Some(chosen) => (chosen, true),
        None => (settings::get::<SystemCustoms>(tx)?.date_order, false),
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
}
