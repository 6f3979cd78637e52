//! The person's decisions, kept in the plan.

use super::compare::beside;
use super::plan::Plan;
use super::{Decision, ImportDetails, ImportFilter, ImportSummary, Status, Take, TakeAll};
use crate::book::Book;
use crate::cards::CardPerson;
use crate::error::{Error, Result};
use crate::relationships::KindId;
use crate::store::Tx;
use crate::vcard;

impl Plan {
    /// Decides about these rows, or all that the filter lets through. Rows that the decision does not fit stay.
    pub fn decide(
        &mut self,
        indexes: Option<&[u32]>,
        filter: &ImportFilter,
        decision: Decision,
    ) -> ImportSummary {
        for index in self.places(indexes, filter) {
            let Some(row) = self.rows.get_mut(index) else {
                continue;
            };
            if row.choices().contains(&decision) {
                row.decision = decision;
                row.decided = true;
                if decision == Decision::Skip {
                    row.keep_close = None;
                }
            }
        }
        self.summary()
    }

    fn places(&self, indexes: Option<&[u32]>, filter: &ImportFilter) -> Vec<usize> {
        match indexes {
            Some(indexes) => indexes.iter().map(|index| *index as usize).collect(),
            None => self.wanted(filter),
        }
    }

    /// Keeps the people of these rows (or of all that the filter lets through) close as this kind, or not.
    pub fn keep_close(
        &mut self,
        indexes: Option<&[u32]>,
        filter: &ImportFilter,
        kind: Option<KindId>,
    ) -> ImportSummary {
        for index in self.places(indexes, filter) {
            let Some(row) = self.rows.get_mut(index) else {
                continue;
            };
            if row.decision != Decision::Skip && row.status != Status::Group {
                row.keep_close = kind;
            }
        }
        self.summary()
    }

    /// Decides whose value of one field is taken.
    ///
    /// # Errors
    /// `NotFound` where row or field is gone; those of storage.
    pub fn decide_field(
        &mut self,
        book: &Book,
        index: u32,
        key: &str,
        take: Take,
    ) -> Result<ImportDetails> {
        let at = index as usize;
        let row = self
            .rows
            .get_mut(at)
            .ok_or_else(|| Error::not_found("This card"))?;
        row.chosen.insert(key.to_owned(), take);
        row.decided = true;
        book.read(|tx| self.count_changes(tx, at))?;
        self.details(book, index)
    }

    /// The same answer for all updates and all fields of them.
    ///
    /// # Errors
    /// Those of storage.
    pub fn take_all(&mut self, book: &Book, take: TakeAll) -> Result<ImportSummary> {
        let updates: Vec<usize> = self
            .open_rows()
            .filter(|(_, row)| row.status == Status::Update)
            .map(|(at, _)| at)
            .collect();
        book.read_long(|tx| {
            for at in updates {
                self.take_everything(tx, at, take)?;
                self.count_changes(tx, at)?;
            }
            Ok(())
        })?;
        Ok(self.summary())
    }

    fn take_everything(&mut self, tx: &Tx<'_>, at: usize, take: TakeAll) -> Result<()> {
        let sides = self.with_compared(tx, at, |compared| {
            let sides = compared.differing.iter().map(|field| {
                let side = match (take, &field.shown.in_kith, &field.shown.in_file) {
                    (TakeAll::File, _, Some(_)) | (TakeAll::Fill, None, Some(_)) => Take::File,
                    _ => Take::Kith,
                };
                (field.shown.key.clone(), side)
            });
            sides.collect()
        })?;
        if let (Some(row), Some(sides)) = (self.rows.get_mut(at), sides) {
            row.chosen = sides;
            row.decided = true;
        }
        Ok(())
    }

    fn count_changes(&mut self, tx: &Tx<'_>, at: usize) -> Result<()> {
        let chosen = self
            .rows
            .get(at)
            .map(|row| row.chosen.clone())
            .unwrap_or_default();
        let changes = self.with_compared(tx, at, |compared| compared.changes(&chosen))?;
        if let (Some(row), Some(changes)) = (self.rows.get_mut(at), changes) {
            row.fields_changed = changes;
        }
        Ok(())
    }

    /// The row's card beside the person it goes into; `None` where there is none.
    pub(super) fn with_compared<T>(
        &self,
        tx: &Tx<'_>,
        at: usize,
        f: impl FnOnce(&super::compare::Compared) -> T,
    ) -> Result<Option<T>> {
        let Some(row) = self.rows.get(at) else {
            return Ok(None);
        };
        let Some(person) = row.person() else {
            return Ok(None);
        };
        let bytes = self.spool.read(&row.span)?;
        let Some(card) = vcard::one(&bytes) else {
            return Ok(None);
        };
        let says = CardPerson::of(&card, &self.country);
        let compared = beside(tx, person, &card, &says, row.status == Status::Update)?;
        Ok(Some(f(&compared)))
    }

    /// Puts mended text in the place of a card that could not be read.
    ///
    /// # Errors
    /// `Invalid` where it still cannot be; those of storage. Then the row stays as it was.
    pub fn fix(&mut self, book: &Book, index: u32, text: &str) -> Result<ImportSummary> {
        let at = index as usize;
        let row = self
            .rows
            .get(at)
            .ok_or_else(|| Error::not_found("This card"))?;
        if vcard::one(text.as_bytes()).is_none_or(|card| card.properties.is_empty()) {
            return Err(Error::invalid(
                "text",
                "This still cannot be read as a card. It was left as it is.",
            ));
        }
        let before = row.span.clone();
        let start = self.spool.keep(text.as_bytes())?;
        if let Some(row) = self.rows.get_mut(at) {
            row.span = start..start + text.len() as u64;
        }
        book.read(|tx| self.settle_again(tx, at)).inspect_err(|_| {
            if let Some(row) = self.rows.get_mut(at) {
                row.span = before;
            }
        })?;
        Ok(self.summary())
    }
}
