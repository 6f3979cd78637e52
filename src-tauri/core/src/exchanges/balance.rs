//! How give and take with a person balances. Pure.
//!
//! Each exchange weighs its size, half as much after a year. With `g` and `r` the sums given and received, the balance
//! is `(g - r) / (g + r)`, from -1 to 1, and reciprocity `1 - |balance|`.

use chrono::NaiveDate;
use serde::Serialize;

use super::words;
use crate::days::Day;

/// After so many days an exchange weighs half as much.
const HALF_LIFE_DAYS: f64 = 365.0;
/// Of fewer exchanges than this, no balance is told.
pub(crate) const ENOUGH: u32 = 3;
/// Beyond this balance one side has given more.
pub(crate) const EVEN: f64 = 0.3;

/// The exchanges of one day, summed up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Counted {
    pub(crate) on: Day,
    /// The sizes of what was given.
    pub(crate) given: u32,
    /// The sizes of what was received.
    pub(crate) received: u32,
    /// How many exchanges there are.
    pub(crate) times: u32,
}

/// To which side give and take leans.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ExchangeLean"))]
#[serde(rename_all = "snake_case")]
pub enum Lean {
    /// Too little is noted to tell.
    NotEnough,
    /// Neither side has given much more.
    Even,
    /// The user has given more.
    Mine,
    /// The person has given more.
    Theirs,
}

/// How give and take with a person balances.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "ExchangeBalance")
)]
#[serde(rename_all = "camelCase")]
pub struct Balance {
    /// How many exchanges count.
    pub counted: u32,
    /// To which side it leans.
    pub lean: Lean,
    /// What was given, decayed; 0 or more.
    pub given: f64,
    /// What was received, decayed; 0 or more.
    pub received: f64,
    /// From -1, all received, to 1, all given; `None` where fewer than three count.
    pub balance: Option<f64>,
    /// In words: "About even", "Gareth gave more", "Not enough yet".
    pub words: String,
    /// What was given, in short: "6.2".
    pub given_words: String,
    /// What was received, in short: "5.7".
    pub received_words: String,
    /// How it is counted, as a sentence.
    pub how: String,
    /// The sum that leads to the words: "(6.2 − 5.7) / (6.2 + 5.7) = +0.04"; empty where too few count.
    pub sums: String,
}

/// The sums given and received, decayed.
fn sums(counted: &[Counted], today: NaiveDate) -> (f64, f64) {
    let mut sums = (0.0, 0.0);
    for one in counted {
        // A day after today, as after a clock that was wrong, weighs as today does.
        let days = (today - one.on.date()).num_days().max(0);
        let days = f64::from(i32::try_from(days).unwrap_or(i32::MAX));
        let left = (-days / HALF_LIFE_DAYS).exp2();
        sums.0 += f64::from(one.given) * left;
        sums.1 += f64::from(one.received) * left;
    }
    sums
}

/// `(g - r) / (g + r)`, from -1 to 1; 0 where there is nothing.
pub(super) fn balance_of(given: f64, received: f64) -> f64 {
    let both = given + received;
    if both > 0.0 {
        (given - received) / both
    } else {
        0.0
    }
}

/// How these exchanges with somebody of this first name balance. Those that no longer count are left out before.
pub(super) fn balance(counted: &[Counted], first_name: &str, today: NaiveDate) -> Balance {
    let (given, received) = sums(counted, today);
    let count = counted
        .iter()
        .fold(0_u32, |all, one| all.saturating_add(one.times));
    let balance = (count >= ENOUGH).then(|| balance_of(given, received));
    let lean = match balance {
        None => Lean::NotEnough,
        Some(balance) if balance > EVEN => Lean::Mine,
        Some(balance) if balance < -EVEN => Lean::Theirs,
        Some(_) => Lean::Even,
    };
    Balance {
        counted: count,
        lean,
        given,
        received,
        balance,
        words: words::lean(lean, first_name),
        given_words: format!("{given:.1}"),
        received_words: format!("{received:.1}"),
        how: words::how_counted(count),
        sums: balance.map_or(String::new(), |balance| {
            words::sums(given, received, balance, EVEN)
        }),
    }
}
