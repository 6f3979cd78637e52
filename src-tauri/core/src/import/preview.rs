//! The preview of a plan: its summary, and windows of its rows.

use std::collections::HashSet;

use super::matching::{Certainty, Target};
use super::plan::{Plan, Row};
use super::{
    Decision, ImportCounts, ImportFilter, ImportRow, ImportRows, ImportSummary, RowMatch, Show,
    Status,
};
use crate::counts::count32;
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::people::{avatar_colour, initials};

impl Plan {
    /// The token that `make` got.
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The summary of the rows that are not applied yet.
    pub fn summary(&self) -> ImportSummary {
        let mut counts = ImportCounts::default();
        let (mut to_decide, mut keep_close) = (0, 0);
        for row in self.open_rows().map(|(_, row)| row) {
            *match row.status {
                Status::New => &mut counts.new,
                Status::Update => &mut counts.updates,
                Status::Unchanged => &mut counts.unchanged,
                Status::Duplicate => &mut counts.duplicates,
                Status::Unreadable => &mut counts.unreadable,
                Status::Me => &mut counts.me,
                Status::Group => &mut counts.groups,
            } += 1;
            to_decide += u32::from(!row.decided);
            keep_close += u32::from(row.comes_in() && row.keep_close.is_some());
        }
        ImportSummary {
            token: self.token.clone(),
            title: self.title(),
            files: count32(self.files.len()),
            cards: count32(self.open_rows().count()),
            counts,
            to_decide,
            will_import: self.people_coming(),
            keep_close,
            problems: self.problems.clone(),
        }
    }

    /// How many people are added or changed. Several cards of one person count once.
    fn people_coming(&self) -> u32 {
        let mut known = HashSet::new();
        let mut added = 0;
        for row in self.open_rows().map(|(_, row)| row) {
            match row.goes_into() {
                _ if !row.comes_in() => {}
                Some(Target::Person(person)) => {
                    known.insert(person);
                }
                Some(Target::Row(first)) if self.brings_somebody(first) => {}
                Some(Target::Row(_)) | None => added += 1,
            }
        }
        count32(known.len()) + added
    }

    /// Whether the card of this row is imported. If it is, a later card that is merged into it adds nobody.
    fn brings_somebody(&self, index: u32) -> bool {
        let row = self.rows.get(index as usize);
        row.is_some_and(|row| !row.done && row.comes_in())
    }

    /// The title for the screen: "contacts.vcf", "3 files".
    pub(super) fn title(&self) -> String {
        match (self.files.as_slice(), self.problems.as_slice()) {
            ([one], _) => one.name.clone(),
            ([], [one]) => one.file.clone(),
            (files, _) => format!("{} files", files.len()),
        }
    }

    /// The rows that are not applied yet, with their indexes.
    pub(super) fn open_rows(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().filter(|(_, row)| !row.done)
    }

    /// A window of the rows that match the filter, at most 500. Rows that need a decision are first.
    pub fn rows(&self, filter: &ImportFilter, offset: u32, limit: u32) -> ImportRows {
        let wanted = self.wanted(filter);
        let window = wanted
            .iter()
            .skip(offset as usize)
            .take(limit.min(500) as usize);
        ImportRows {
            total: count32(wanted.len()),
            rows: window
                .filter_map(|index| Some(self.shown(*index, self.rows.get(*index)?)))
                .collect(),
        }
    }

    /// The indexes of the rows that match the filter, in the order of the preview.
    pub(super) fn wanted(&self, filter: &ImportFilter) -> Vec<usize> {
        let words = fold_words(&filter.text);
        let mut wanted: Vec<usize> = self
            .open_rows()
            .filter(|(_, row)| fits(row, filter.show) && has_words(row, &words))
            .map(|(index, _)| index)
            .collect();
        wanted.sort_by_key(|index| {
            self.rows
                .get(*index)
                .map(|row| (row.decided && !was_to_decide(row), *index))
        });
        wanted
    }

    fn shown(&self, index: usize, row: &Row) -> ImportRow {
        let file = self.files.get(row.file);
        let seed = PersonId(i64::try_from(index).unwrap_or(0) + 1);
        ImportRow {
            index: count32(index),
            file: file.map(|file| file.name.clone()).unwrap_or_default(),
            line: row.line,
            number: row.number,
            of: file.map_or(0, |file| file.cards),
            name: row.name.to_string(),
            subtitle: row.subtitle.to_string(),
            initials: initials(&row.name),
            colour: avatar_colour(row.person().unwrap_or(seed)),
            status: row.status,
            reason: row
                .matched
                .as_ref()
                .filter(|_| row.status == Status::Duplicate)
                .map(|matched| RowMatch {
                    why: matched.why,
                    with: matched.with.clone(),
                    detail: matched.detail.clone(),
                    against: matched.against,
                }),
            message: row.message.as_ref().map(ToString::to_string),
            decision: row.decision,
            choices: row.choices().to_vec(),
            decided: row.decided,
            keep_close: row.keep_close,
            fields_changed: row.fields_changed,
            kept_close: row.kept_close,
        }
    }
}

/// Whether the row needed a decision at first. Such rows stay among the first ones after they are decided,
/// so that a row does not move while the pointer is on it.
fn was_to_decide(row: &Row) -> bool {
    match row.status {
        Status::Unreadable => true,
        Status::Duplicate => row
            .matched
            .as_ref()
            .is_some_and(|matched| matched.certainty < Certainty::Certain),
        _ => false,
    }
}

fn fits(row: &Row, show: Show) -> bool {
    match show {
        Show::All => true,
        Show::ToDecide => !row.decided || was_to_decide(row),
        Show::Updates => row.status == Status::Update,
        Show::New => row.status == Status::New,
        Show::Unchanged => row.status == Status::Unchanged,
        Show::Skipped => row.decision == Decision::Skip && row.status != Status::Unchanged,
    }
}

fn has_words(row: &Row, words: &str) -> bool {
    if words.is_empty() {
        return true;
    }
    let text = fold_words(&format!("{} {}", row.name, row.subtitle));
    words
        .split(' ')
        .all(|word| text.split(' ').any(|own| own.starts_with(word)))
}
