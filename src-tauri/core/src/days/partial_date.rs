//! Dates of which a part may be unknown, and how people write them. Pure.

use std::cmp::Ordering;
use std::str::FromStr;

use super::date_order::DateOrder;
use super::day::Day;
use super::text::{NotAsKept, number, text_form};
use crate::error::{Error, Result};
use crate::months::month_named;

/// A date; what is not sure is absent. Its text is that of [`iso`](Self::iso). Ordered like that text:
/// "2019" comes before "2019-05".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct PartialDate {
    /// Year, −9999–9999.
    pub year: Option<i32>,
    /// Month, 1–12.
    pub month: Option<u8>,
    /// Day, 1–31, and in the month where that is known.
    pub day: Option<u8>,
}

text_form!(PartialDate);

impl PartialDate {
    /// A date as it is typed: "14 August", "14 August 1985", "August 1985", "1985-08-14", "14.8.1985",
    /// "14.8.", "--08-14", "1985". With slashes `order` says which number is the day, where both can be.
    pub fn typed(text: &str, order: DateOrder) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let date = if text.chars().any(char::is_alphabetic) {
            Self::in_words(&text)?
        } else {
            Self::in_numbers(&text, order)?
        };
        // "85" may be a year or a slip: a year has four digits.
        let sure = date.year.is_none_or(|year| year >= 1000);
        (sure && date.is_possible()).then_some(date)
    }

    fn in_words(text: &str) -> Option<Self> {
        let mut date = Self::default();
        let words = text
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|word| !word.is_empty() && *word != "of");
        for word in words {
            let number = word
                .trim_end_matches("st")
                .trim_end_matches("nd")
                .trim_end_matches("rd")
                .trim_end_matches("th")
                .trim_end_matches('.');
            if let Ok(number) = number.parse::<u32>() {
                if number > 31 || date.day.is_some() {
                    date.year = Some(i32::try_from(number).ok()?);
                } else {
                    date.day = Some(u8::try_from(number).ok()?);
                }
            } else {
                date.month = Some(month_named(word)?);
            }
        }
        date.month.map(|_| date)
    }

    fn in_numbers(text: &str, order: DateOrder) -> Option<Self> {
        let yearless = text.starts_with("--");
        let separator = text
            .chars()
            .find(|c| !c.is_ascii_digit())
            .filter(|_| !yearless);
        let numbers: Vec<u32> = text
            .split(|c: char| !c.is_ascii_digit())
            .filter(|part| !part.is_empty())
            .map(str::parse)
            .collect::<std::result::Result<_, _>>()
            .ok()?;
        let small = |n: u32| u8::try_from(n).ok();
        match (separator, numbers.as_slice()) {
            (_, &[month, day]) if yearless => Some(Self {
                year: None,
                month: small(month),
                day: small(day),
            }),
            (None, &[year]) if !yearless && text.len() == 4 => Some(Self {
                year: i32::try_from(year).ok(),
                ..Self::default()
            }),
            (Some('-'), &[year, month, day]) if year > 31 => Some(Self {
                year: i32::try_from(year).ok(),
                month: small(month),
                day: small(day),
            }),
            (Some('-'), &[year, month]) if year > 31 => Some(Self {
                year: i32::try_from(year).ok(),
                month: small(month),
                day: None,
            }),
            (Some('.'), &[day, month, year]) => Some(Self {
                year: i32::try_from(year).ok(),
                month: small(month),
                day: small(day),
            }),
            (Some('.'), &[day, month]) => Some(Self {
                year: None,
                month: small(month),
                day: small(day),
            }),
            (Some('/'), &[year, month, day]) if year > 31 => Some(Self {
                year: i32::try_from(year).ok(),
                month: small(month),
                day: small(day),
            }),
            (Some('/'), &[first, second, ref rest @ ..]) => {
                let (day, month) = order.day_and_month(first, second);
                Some(Self {
                    year: rest.first().and_then(|year| i32::try_from(*year).ok()),
                    month: small(month),
                    day: small(day),
                })
            }
            _ => None,
        }
    }

    /// Whether such a day is in the calendar; 29 February needs a leap year or none.
    pub fn is_possible(&self) -> bool {
        let year_fits = self.year.is_none_or(|year| (1..=9999).contains(&year));
        let month_fits = self.month.is_none_or(|month| (1..=12).contains(&month));
        let day_fits = match (self.month, self.day) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(month), Some(day)) => {
                let year = self.year.unwrap_or(2000);
                chrono::NaiveDate::from_ymd_opt(year, u32::from(month), u32::from(day)).is_some()
            }
        };
        year_fits && month_fits && day_fits && (self.year.is_some() || self.month.is_some())
    }

    /// As vCard 3 and 4 write it: "1985-08-14", "--08-14", "1985-08", "1985", '' where nothing is known.
    pub fn iso(&self) -> String {
        match (self.year, self.month, self.day) {
            (Some(year), Some(month), Some(day)) => format!("{year:04}-{month:02}-{day:02}"),
            (Some(year), Some(month), None) => format!("{year:04}-{month:02}"),
            (Some(year), None, _) => format!("{year:04}"),
            (None, Some(month), Some(day)) => format!("--{month:02}-{day:02}"),
            (None, Some(month), None) => format!("--{month:02}"),
            (None, None, _) => String::new(),
        }
    }

    /// As the screen says it, and as it can be typed: "14 August 1985", "14 August", "August 1985", "1985"; '' where
    /// nothing is known.
    pub(crate) fn words(&self) -> String {
        let month = self
            .month
            .and_then(|month| chrono::Month::try_from(month).ok());
        let parts = [
            self.day
                .filter(|_| month.is_some())
                .map(|day| day.to_string()),
            month.map(|month| month.name().to_owned()),
            self.year.map(|year| year.to_string()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The day, where all of it is known.
    pub fn day(&self) -> Option<Day> {
        let (year, month, day) = (self.year?, self.month?, self.day?);
        let date = chrono::NaiveDate::from_ymd_opt(year, month.into(), day.into())?;
        Some(date.into())
    }

    /// Whether this is over before `other`, as far as both say.
    fn is_before(&self, other: &Self) -> bool {
        let parts = [
            (self.year, other.year),
            (self.month.map(i32::from), other.month.map(i32::from)),
            (self.day.map(i32::from), other.day.map(i32::from)),
        ];
        let shared = parts.into_iter().map_while(|(own, other)| own.zip(other));
        let differs = shared.map(|(own, other)| own.cmp(&other));
        differs.into_iter().find(|order| order.is_ne()) == Some(Ordering::Less)
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.iso())
    }
}

/// Reads what [`PartialDate::iso`] writes.
impl FromStr for PartialDate {
    type Err = NotAsKept;

    fn from_str(text: &str) -> std::result::Result<Self, NotAsKept> {
        read(text)
            .filter(PartialDate::is_possible)
            .ok_or(NotAsKept("a date"))
    }
}

fn read(text: &str) -> Option<PartialDate> {
    let (year, rest) = match text.strip_prefix("--") {
        Some(rest) => (None, Some(rest)),
        None => match text.split_once('-') {
            Some((year, rest)) => (Some(year), Some(rest)),
            None => (Some(text), None),
        },
    };
    let (month, day) = match rest.and_then(|rest| rest.split_once('-')) {
        Some((month, day)) => (Some(month), Some(day)),
        None => (rest, None),
    };
    let small = |text: &str| u8::try_from(number(Some(text), 2)?).ok();
    Some(PartialDate {
        year: match year {
            Some(year) => Some(i32::try_from(number(Some(year), 4)?).ok()?),
            None => None,
        },
        month: match month {
            Some(month) => Some(small(month)?),
            None => None,
        },
        day: match day {
            Some(day) => Some(small(day)?),
            None => None,
        },
    })
}

/// Since and until, from what was typed; '' where not known.
///
/// # Errors
/// `Invalid` at `since` or `until`.
pub(crate) fn since_and_until(
    typed: [&str; 2],
    order: DateOrder,
) -> Result<[Option<PartialDate>; 2]> {
    let since = since_or_until("since", typed[0], order)?;
    let until = since_or_until("until", typed[1], order)?;
    if since
        .zip(until)
        .is_some_and(|(since, until)| until.is_before(&since))
    {
        return Err(Error::invalid("until", "This ends before it starts."));
    }
    Ok([since, until])
}

fn since_or_until(field: &str, typed: &str, order: DateOrder) -> Result<Option<PartialDate>> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match PartialDate::typed(typed, order) {
        Some(date) if date.year.is_some() => Ok(Some(date)),
        _ => Err(Error::invalid(
            field,
            "Write a year, or a date with its year: 2023, May 2023.",
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(typed: &str) -> Option<PartialDate> {
        PartialDate::typed(typed, DateOrder::DayFirst)
    }

    fn date(year: Option<i32>, month: Option<u8>, day: Option<u8>) -> Option<PartialDate> {
        Some(PartialDate { year, month, day })
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for (typed, meant) in [
            ("14 August", date(None, Some(8), Some(14))),
            ("14th of August 1985", date(Some(1985), Some(8), Some(14))),
            ("Aug 14, 1985", date(Some(1985), Some(8), Some(14))),
            ("August 1985", date(Some(1985), Some(8), None)),
            ("1985-08-14", date(Some(1985), Some(8), Some(14))),
            ("14.8.1985", date(Some(1985), Some(8), Some(14))),
            ("14.8.", date(None, Some(8), Some(14))),
            ("--08-14", date(None, Some(8), Some(14))),
            ("1985", date(Some(1985), None, None)),
            ("8/14/1985", date(Some(1985), Some(8), Some(14))),
            ("29 February", date(None, Some(2), Some(29))),
        ] {
            assert_eq!(read(typed), meant, "{typed}");
        }
    }

    #[test]
    fn the_order_says_which_number_is_the_day() {
        for (typed, day_first, month_first) in [
            (
                "3/4",
                date(None, Some(4), Some(3)),
                date(None, Some(3), Some(4)),
            ),
            (
                "3/4/1985",
                date(Some(1985), Some(4), Some(3)),
                date(Some(1985), Some(3), Some(4)),
            ),
            (
                "3.4.1985",
                date(Some(1985), Some(4), Some(3)),
                date(Some(1985), Some(4), Some(3)),
            ),
            (
                "1985/3/4",
                date(Some(1985), Some(3), Some(4)),
                date(Some(1985), Some(3), Some(4)),
            ),
        ] {
            assert_eq!(
                PartialDate::typed(typed, DateOrder::DayFirst),
                day_first,
                "{typed}"
            );
            assert_eq!(
                PartialDate::typed(typed, DateOrder::MonthFirst),
                month_first,
                "{typed}"
            );
        }
    }

    #[test]
    fn what_is_not_sure_is_not_guessed() {
        for typed in [
            "",
            "soon",
            "13/14/1985",
            "31 February",
            "29.2.1985",
            "14",
            "0000-00-00",
            "32 August",
            "99999-01-01",
        ] {
            assert_eq!(read(typed), None, "{typed}");
        }
    }

    #[test]
    fn only_the_kept_form_is_read() {
        for text in ["2019", "2019-05", "2019-05-03", "--05-03", "--05", "0985"] {
            let read: PartialDate = text.parse().unwrap();
            assert_eq!(read.iso(), text);
        }
        for text in [
            "",
            "19",
            "2019-",
            "2019-5",
            "2019-13",
            "2019-02-30",
            "2019-05-03-1",
            "--",
            "-05",
            "May 2019",
            "2019-05-03T00:00",
            " 2019",
            "２０１９",
        ] {
            assert_eq!(
                text.parse::<PartialDate>(),
                Err(NotAsKept("a date")),
                "{text}"
            );
        }
    }

    #[test]
    fn an_end_before_its_start_is_refused_as_far_as_both_say() {
        for (since, until, taken) in [
            ("2019", "2019", true),
            ("May 2019", "2019", true),
            ("2019", "January 2019", true),
            ("May 2019", "April 2019", false),
            ("3 May 2019", "2 May 2019", false),
            ("3 May 2019", "May 2019", true),
            ("2020", "December 2019", false),
            ("", "2019", true),
        ] {
            assert_eq!(
                since_and_until([since, until], DateOrder::DayFirst).is_ok(),
                taken,
                "{since} – {until}"
            );
        }
    }

    proptest! {
        #[test]
        fn order_is_that_of_the_text(one in (1..9999_i32, 0..=12_u8, 0..=28_u8), other in (1..9999_i32, 0..=12_u8, 0..=28_u8)) {
            let date = |(year, month, day): (i32, u8, u8)| PartialDate {
                year: Some(year),
                month: (month > 0).then_some(month),
                day: (month > 0 && day > 0).then_some(day),
            };
            let (one, other) = (date(one), date(other));
            prop_assert_eq!(one.cmp(&other), one.iso().cmp(&other.iso()));
            prop_assert_eq!(one.iso().parse::<PartialDate>(), Ok(one));
        }

        #[test]
        fn any_text_is_read_without_panic(text in ".{0,30}") {
            let _read = read(&text);
        }

        #[test]
        fn iso_and_words_are_read_back(year in 32..9999_i32, month in 1..=12_u8, day in 1..=28_u8) {
            for written in [date(Some(year), Some(month), Some(day)), date(None, Some(month), Some(day)), date(Some(year), Some(month), None)].into_iter().flatten() {
                if written.year.is_none_or(|year| year >= 1000) {
                    prop_assert_eq!(read(&written.iso()), Some(written));
                    prop_assert_eq!(read(&written.words()), Some(written));
                }
            }
        }
    }
}
