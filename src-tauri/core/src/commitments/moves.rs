//! The days between which a promise was moved. Pure.

use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;

use crate::days::{Day, NotAsKept};

/// A promise was given another day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Move {
    /// The day it had; `None` for some day.
    pub(crate) from: Option<Day>,
    /// The day it has since.
    pub(crate) to: Day,
    /// Local date on which it was moved.
    pub(crate) on: Day,
    /// Whether the other side agreed to it.
    pub(crate) agreed: bool,
}

impl Move {
    /// Agreed, and made on or before the day that it moves from.
    pub(crate) fn is_in_time(&self) -> bool {
        self.agreed && self.from.is_none_or(|from| self.on <= from)
    }
}

/// All moves of a promise, oldest first, as one column keeps them: "FROM/TO/ON/agreed" with spaces between.
/// FROM is "-" for some day; the last word is "agreed" or "alone".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Moves(pub(crate) Vec<Move>);

impl Moves {
    /// The day by which a promise counts as kept on time, if its present day is `due`: the day as it stood at first,
    /// moved by every move in time that was made before it had passed. `None` where there is no day to miss.
    pub(crate) fn counted_day(&self, due: Option<Day>) -> Option<NaiveDate> {
        let first = match self.0.first() {
            Some(first) => first.from,
            None => due,
        };
        let counted = self.0.iter().fold(first, |counted, one| {
            let passed = counted.is_some_and(|day| one.on > day);
            if one.is_in_time() && !passed {
                Some(one.to)
            } else {
                counted
            }
        });
        counted.map(Day::date)
    }

    /// Those from one day to another. That what was for some day got its first day moves nothing.
    pub(crate) fn between_days(&self) -> impl Iterator<Item = &Move> {
        self.0.iter().filter(|one| one.from.is_some())
    }

    /// How many were made in time, and how many were not.
    pub(crate) fn in_time_and_late(&self) -> (u32, u32) {
        self.between_days()
            .fold((0, 0), |(in_time, late), one| match one.is_in_time() {
                true => (in_time + 1, late),
                false => (in_time, late + 1),
            })
    }
}

impl fmt::Display for Moves {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, one) in self.0.iter().enumerate() {
            let space = if at == 0 { "" } else { " " };
            let from = one.from.map_or("-".to_owned(), |from| from.to_string());
            let how = if one.agreed { "agreed" } else { "alone" };
            write!(f, "{space}{from}/{}/{}/{how}", one.to, one.on)?;
        }
        Ok(())
    }
}

impl FromStr for Moves {
    type Err = NotAsKept;

    fn from_str(text: &str) -> Result<Self, NotAsKept> {
        text.split_whitespace()
            .map(read)
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

fn read(text: &str) -> Result<Move, NotAsKept> {
    let wrong = NotAsKept("the moves of a promise");
    let parts: Vec<&str> = text.split('/').collect();
    let [from, to, on, how] = parts.as_slice() else {
        return Err(wrong);
    };
    Ok(Move {
        from: match *from {
            "-" => None,
            day => Some(day.parse()?),
        },
        to: to.parse()?,
        on: on.parse()?,
        agreed: match *how {
            "agreed" => true,
            "alone" => false,
            _ => return Err(wrong),
        },
    })
}
