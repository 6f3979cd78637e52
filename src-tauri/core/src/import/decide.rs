//! The user's decisions, stored in the plan.

use super::compare::compare_with_person;
use super::plan::Plan;
use super::{Decision, ImportDetails, ImportFilter, ImportSummary, Status, Take, TakeAll};
use crate::book::Book;
use crate::cards::CardPerson;
use crate::error::{Error, Result};
use crate::relationships::KindId;
use crate::store::Tx;
use crate::vcard;

impl Plan {
    /// Sets the decision for these rows, or for all that match the filter if `indexes` is absent. Rows for
    /// which it is not a valid choice are not changed.
    pub fn decide(
        &mut self,
        indexes: Option<&[u32]>,
        filter: &ImportFilter,
        decision: Decision,
    ) -> ImportSummary {
        for index in self.indexes(indexes, filter) {
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

    fn indexes(&self, indexes: Option<&[u32]>, filter: &ImportFilter) -> Vec<usize> {
        match indexes {
            Some(indexes) => indexes.iter().map(|index| *index as usize).collect(),
            None => self.wanted(filter),
        }
    }

    /// Sets the kind as which the people of these rows (or of all that match the filter) will be kept close;
    /// `None` for not.
    pub fn keep_close(
        &mut self,
        indexes: Option<&[u32]>,
        filter: &ImportFilter,
        kind: Option<KindId>,
    ) -> ImportSummary {
        for index in self.indexes(indexes, filter) {
            let Some(row) = self.rows.get_mut(index) else {
                continue;
            };
            if row.decision != Decision::Skip && row.status != Status::Group {
                row.keep_close = kind;
            }
        }
        self.summary()
    }

    /// Sets the side that is taken for one field.
    ///
    /// # Errors
    /// `NotFound` if there is no such row; `Invalid` for both sides of a field that a person has once; those of
    /// storage.
    pub fn decide_field(
        &mut self,
        book: &Book,
        index: u32,
        key: &str,
        take: Take,
    ) -> Result<ImportDetails> {
        let at = index as usize;
        if take == Take::Both {
            let possible =
                book.read(|tx| self.with_compared(tx, at, |compared| compared.can_be_both(key)))?;
            if possible != Some(true) {
                return Err(Error::invalid("take", "Only one of the two can be kept."));
            }
        }
        let row = self
            .rows
            .get_mut(at)
            .ok_or_else(|| Error::not_found("This card"))?;
        row.chosen.insert(key.to_owned(), take);
        row.decided = true;
        book.read(|tx| self.count_changes(tx, at))?;
        self.details(book, index)
    }

    /// Sets the side for all fields of all updates.
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

    /// Calls `f` with the comparison of a row's card with its person. `None` if it has no person in the book.
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
        let from_card = CardPerson::of(&card, &self.country);
        let compared =
            compare_with_person(tx, person, &card, &from_card, row.status == Status::Update)?;
        Ok(Some(f(&compared)))
    }

    /// Replaces the text of a card that could not be read.
    ///
    /// # Errors
    /// `NotFound` if there is no such row; `Invalid` if the text still cannot be read; those of storage. The
    /// row is unchanged then.
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
        book.read(|tx| self.classify_again(tx, at))
            .inspect_err(|_| {
                if let Some(row) = self.rows.get_mut(at) {
                    row.span = before;
                }
            })?;
        Ok(self.summary())
    }
}
