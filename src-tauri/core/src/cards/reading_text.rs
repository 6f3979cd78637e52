//! How a [`Reading`] is written: the content of column `source_cards.reading`.
//!
//! The card itself is kept, so its values are not written again. There is a line for each value that was taken:
//!
//! ```text
//! f3,2 Qm9z         the name, from the properties 3 and 2 of the card, counted from 0
//! k7 x3Az           the nickname
//! p9 12             the photo, which is blob 12; "p9 -": it could not be read
//! c6+12345 a81b     a contact point in row 12345
//! c8+1 90Zk         one in the row after that of the line before it: 12346
//! j4,5+8345 +a0f    a job (affiliation)
//! t10 B7dd          a tag without a row: it had been deleted in Kith before
//! ```
//!
//! `d` is a date and `n` a note. Rows are counted on from the last one of the same letter. The last word is the
//! [`Fingerprint`](super::fingerprint::Fingerprint) of the value, or the value itself as JSON where the card as it
//! is read now does not say it: cards that an earlier Kith imported may have been read differently.

use std::fmt::{self, Write as _};

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::reading::{Kind, Line, Reading, Value, What};
use crate::error::{Error, Result};

const NAME: char = 'f';
const NICKNAME: char = 'k';
const PHOTO: char = 'p';

const KINDS: [(Kind, char); 5] = [
    (Kind::ContactPoint, 'c'),
    (Kind::Job, 'j'),
    (Kind::Date, 'd'),
    (Kind::Note, 'n'),
    (Kind::Tag, 't'),
];

impl Reading {
    /// The text for the column.
    ///
    /// # Errors
    /// `Internal`; it does not happen.
    pub(crate) fn text(&self) -> Result<String> {
        let mut text = String::new();
        let mut rows = Rows::default();
        for line in &self.0 {
            if !text.is_empty() {
                text.push('\n');
            }
            write_line(&mut text, line, &mut rows).map_err(|_| Error::internal("reading"))?;
        }
        Ok(text)
    }

    /// Reads the column.
    ///
    /// # Errors
    /// `Internal` if it is not of this form.
    pub(crate) fn parse(text: &str) -> Result<Self> {
        let mut rows = Rows::default();
        let lines = text.lines().map(|line| read_line(line, &mut rows));
        let lines: Option<Vec<Line>> = lines.collect();
        lines.map(Self).ok_or_else(|| Error::internal("reading"))
    }
}

/// The last row of each kind so far, for the steps between them.
#[derive(Default)]
struct Rows([i64; KINDS.len()]);

impl Rows {
    fn of(&mut self, kind: Kind) -> Option<&mut i64> {
        let at = KINDS.iter().position(|(known, _)| *known == kind)?;
        self.0.get_mut(at)
    }
}

fn letter(kind: Kind) -> char {
    let known = KINDS.iter().find(|(known, _)| *known == kind);
    known.map_or(' ', |(_, letter)| *letter)
}

fn write_line(text: &mut String, line: &Line, rows: &mut Rows) -> fmt::Result {
    text.push(match line.what {
        What::Name(_) => NAME,
        What::Nickname(_) => NICKNAME,
        What::Photo(_) => PHOTO,
        What::Item { kind, .. } => letter(kind),
    });
    for (at, ordinal) in line.ordinals.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        write!(text, "{comma}{ordinal}")?;
    }
    match &line.what {
        What::Name(value) => write_value(text, value),
        What::Nickname(value) => write_value(text, value),
        What::Photo(Some(blob)) => write!(text, " {blob}"),
        What::Photo(None) => text.write_str(" -"),
        What::Item { kind, row, value } => {
            if let (Some(row), Some(last)) = (row, rows.of(*kind)) {
                write!(text, "{:+}", row.wrapping_sub(*last))?;
                *last = *row;
            }
            write_value(text, value)
        }
    }
}

fn write_value<T: Serialize>(text: &mut String, value: &Value<T>) -> fmt::Result {
    match value {
        Value::InCard(fingerprint) => write!(text, " {fingerprint}"),
        // JSON has no line breaks within it.
        Value::Whole(value) => {
            let json = serde_json::to_string(value).map_err(|_| fmt::Error)?;
            write!(text, " {json}")
        }
    }
}

fn read_line(line: &str, rows: &mut Rows) -> Option<Line> {
    let (place, value) = line.split_once(' ')?;
    let mut letters = place.chars();
    let letter = letters.next()?;
    let place = letters.as_str();
    let (ordinals, step) = match place.find(['+', '-']) {
        Some(at) => (place.get(..at)?, Some(place.get(at..)?)),
        None => (place, None),
    };
    let ordinals = match ordinals {
        "" => Vec::new(),
        some => some
            .split(',')
            .map(|ordinal| ordinal.parse().ok())
            .collect::<Option<_>>()?,
    };
    let kind = KINDS
        .iter()
        .find(|(_, known)| *known == letter)
        .map(|(kind, _)| *kind);
    let what = match (letter, kind, step) {
        (_, Some(kind), step) => What::Item {
            kind,
            row: match step {
                Some(step) => {
                    let last = rows.of(kind)?;
                    *last = last.wrapping_add(step.parse().ok()?);
                    Some(*last)
                }
                None => None,
            },
            value: read_value(value)?,
        },
        (NAME, _, None) => What::Name(read_value(value)?),
        (NICKNAME, _, None) => What::Nickname(read_value(value)?),
        (PHOTO, _, None) if value == "-" => What::Photo(None),
        (PHOTO, _, None) => What::Photo(Some(value.parse().ok()?)),
        _ => return None,
    };
    Some(Line { ordinals, what })
}

fn read_value<T: DeserializeOwned>(value: &str) -> Option<Value<T>> {
    if value.starts_with(['{', '"']) {
        return serde_json::from_str(value).ok().map(Value::Whole);
    }
    value.parse().ok().map(Value::InCard)
}

#[cfg(test)]
#[path = "reading_text_tests.rs"]
mod tests;
