//! The details of a row of the preview.

use super::compare::chosen_side;
use super::matching::Target;
use super::plan::{Plan, Row};
use super::{ImportDetails, LabelledValue, RawLine, Status};
use crate::book::Book;
use crate::cards::CardPerson;
use crate::counts::count32;
use crate::error::{Error, Result};
use crate::vcard;

/// The most lines, and the most characters of a line, that are shown of an unreadable card.
const MAX_RAW_LINES: usize = 40;
const MAX_LINE_CHARS: usize = 200;

impl Plan {
    /// The details of a row: its differences from the person it changes, its values if it is new, or its
    /// text if it cannot be read.
    ///
    /// # Errors
    /// `NotFound` if there is no such row; those of storage.
    pub fn details(&self, book: &Book, index: u32) -> Result<ImportDetails> {
        let at = index as usize;
        let row = self
            .rows
            .get(at)
            .ok_or_else(|| Error::not_found("This card"))?;
        let mut details = ImportDetails {
            index,
            differences: Vec::new(),
            same: 0,
            contents: Vec::new(),
            earlier: Vec::new(),
            raw: Vec::new(),
        };
        if row.status == Status::Unreadable {
            details.raw = self.raw_lines(row)?;
            return Ok(details);
        }
        let compared = book.read(|tx| {
            self.with_compared(tx, at, |compared| {
                let differences = compared.differing.iter().map(|field| {
                    let mut shown = field.shown.clone();
                    shown.take = chosen_side(field, &row.chosen);
                    shown
                });
                (differences.collect(), count32(compared.same.len()))
            })
        })?;
        match compared {
            Some((differences, same)) => (details.differences, details.same) = (differences, same),
            None => {
                details.contents = self.contents(row)?;
                details.earlier = self.earlier_contents(row)?;
            }
        }
        Ok(details)
    }

    /// The values of the earlier card that a row may be a duplicate of; empty if that is a person in the book.
    fn earlier_contents(&self, row: &Row) -> Result<Vec<LabelledValue>> {
        let target = row.matched.as_ref().map(|matched| matched.target);
        let earlier = match target {
            Some(Target::Row(earlier)) => self.rows.get(earlier as usize),
            _ => None,
        };
        earlier.map_or_else(|| Ok(Vec::new()), |earlier| self.contents(earlier))
    }

    fn contents(&self, row: &Row) -> Result<Vec<LabelledValue>> {
        let bytes = self.spool.read(&row.span)?;
        let Some(card) = vcard::one(&bytes) else {
            return Ok(Vec::new());
        };
        let from_card = CardPerson::of(&card, &self.country);
        let name = LabelledValue {
            label: "Name".to_owned(),
            value: from_card.name.display,
        };
        let nickname = LabelledValue {
            label: "Nickname".to_owned(),
            value: from_card.nickname,
        };
        let items = from_card.items.iter().map(|given| LabelledValue {
            label: given.item.title(),
            value: given.item.text(),
        });
        Ok([name, nickname]
            .into_iter()
            .chain(items)
            .filter(|field| !field.value.is_empty())
            .collect())
    }

    fn raw_lines(&self, row: &Row) -> Result<Vec<RawLine>> {
        let mut span = row.span.clone();
        // A character has at most 4 bytes.
        span.end = span
            .end
            .min(span.start + (MAX_RAW_LINES * MAX_LINE_CHARS * 4) as u64);
        let bytes = self.spool.read(&span)?;
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.lines().take(MAX_RAW_LINES).zip(row.line..);
        Ok(lines
            .map(|(line, number)| RawLine {
                number,
                text: line.chars().take(MAX_LINE_CHARS).collect(),
                bad: number == row.line,
            })
            .collect())
    }
}
