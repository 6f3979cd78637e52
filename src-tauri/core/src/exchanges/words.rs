//! Give and take in words. Pure.

use chrono::NaiveDate;

use super::balance::{ENOUGH, Lean};
use super::exchange_rows::ExchangeRecord;
use super::{Direction, ExchangeSort};
use crate::days::Day;
use crate::number_words::capital_number;
use crate::typed_day::short_date;

/// How it leans: "Gareth gave more".
pub(super) fn lean(lean: Lean, first_name: &str) -> String {
    match lean {
        Lean::NotEnough => "Not enough yet".to_owned(),
        Lean::Even => "About even".to_owned(),
        Lean::Mine => "You gave more".to_owned(),
        Lean::Theirs => format!("{first_name} gave more"),
    }
}

/// How it is counted: "Six notes: small counts 1, …".
pub(super) fn how_counted(count: u32) -> String {
    let number = capital_number(usize::try_from(count).unwrap_or(usize::MAX));
    match count {
        0 => "Nothing noted since. From three on, Kith shows how it balances.".to_owned(),
        1 => "One thing noted. From three on, Kith shows how it balances.".to_owned(),
        few if few < ENOUGH => {
            format!("{number} things noted. From three on, Kith shows how it balances.")
        }
        _ => format!(
            "{number} notes: small counts 1, medium 2, large 3, and half as much after a year."
        ),
    }
}

/// The sum behind the words, and from where on one side has given more.
pub(super) fn sums(given: f64, received: f64, balance: f64, even: f64) -> String {
    // Nought has no sign.
    let signed = match format!("{balance:+.2}") {
        nought if nought.ends_with("0.00") => "0".to_owned(),
        signed => signed.replace('-', "−"),
    };
    format!(
        "({given:.1} − {received:.1}) / ({given:.1} + {received:.1}) = {signed}. \
         Between −{even} and +{even} it is about even."
    )
}

/// What happened, for a heading: "You gave feedback", "You received an introduction", "You lent something".
pub(super) fn title(record: &ExchangeRecord) -> String {
    match (record.direction, record.back_by.is_some()) {
        (Direction::Given, true) => "You lent".to_owned(),
        (Direction::Received, true) => "You borrowed".to_owned(),
        (Direction::Given, false) => format!("You gave {}", a_sort(record.sort)),
        (Direction::Received, false) => format!("You received {}", a_sort(record.sort)),
    }
}

/// The sort within a sentence: "an introduction", "feedback".
pub(crate) fn a_sort(sort: ExchangeSort) -> &'static str {
    match sort {
        ExchangeSort::Introduction => "an introduction",
        ExchangeSort::Information => "information",
        ExchangeSort::Feedback => "feedback",
        ExchangeSort::Referral => "a referral",
        ExchangeSort::Time => "time",
        ExchangeSort::KnowHow => "know-how",
        ExchangeSort::Favour => "a favour",
    }
}

/// "4 Mar": the day of an entry, whose year stands above it.
pub(super) fn short_day(day: Day) -> String {
    day.date().format("%-d %b").to_string()
}

/// Where a thing lent is: "Back by 20 March", "Was to be back by 3 March", "Came back 4 March"; empty if it was not
/// lent.
pub(super) fn lent(record: &ExchangeRecord, today: NaiveDate) -> String {
    match (record.back_by, record.back_on) {
        (None, _) => String::new(),
        (Some(_), Some(on)) => format!("Came back {}", short_date(on.date(), today)),
        (Some(by), None) if by < today => {
            format!("Was to be back by {}", short_date(by.date(), today))
        }
        (Some(by), None) => format!("Back by {}", short_date(by.date(), today)),
    }
}
