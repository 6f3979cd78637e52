//! Import: files become a plan that the person sees, and the plan is applied in one change.

mod apply;
mod compare;
mod decide;
mod details;
pub(crate) mod distinct_people_rows;
mod matching;
mod plan;
mod preview;
mod read;
mod spool;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::relationships::KindId;

pub use plan::Plan;
pub use read::Source;

/// What long work says and asks as it goes. One file's parse and one card are never interrupted.
pub trait Watch {
    /// Whether the person has asked to stop.
    fn stopped(&self) -> bool;
    /// How far it is; called often.
    fn progress(&self, stage: Stage, done: u64, total: u64);
}

/// Nobody watches and nothing stops it.
pub struct Unwatched;

impl Watch for Unwatched {
    fn stopped(&self) -> bool {
        false
    }

    fn progress(&self, _: Stage, _: u64, _: u64) {}
}

pub(crate) fn check_stopped(watch: &dyn Watch) -> Result<()> {
    if watch.stopped() {
        return Err(Error::new(Code::Stopped, "Stopped. Nothing was changed."));
    }
    Ok(())
}

/// What an import is at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Bytes of files, up to a file's beginning.
    Reading,
    /// Their cards against the book, in bytes as well.
    Comparing,
    /// Cards into the book, counted.
    Importing,
}

/// What a card would be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ImportStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody in the book.
    New,
    /// Somebody in the book, with changes.
    Update,
    /// Somebody in the book, without changes; or the same card twice in the files.
    Unchanged,
    /// Perhaps somebody in the book, or of an earlier card.
    Duplicate,
    /// Not to be read as a card.
    Unreadable,
    /// Myself.
    Me,
    /// A list of people, or not a person at all.
    Group,
}

/// What becomes of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// A new person (of a group: a tag).
    Add,
    /// The person in the book is brought up to date.
    Update,
    /// Into the person it may be a duplicate of.
    Merge,
    /// A person of its own, and not the same as the other.
    KeepBoth,
    /// Nothing.
    Skip,
}

/// Why a card may be somebody already known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatchReason {
    /// The card's own identifier.
    SameUid,
    /// A mail address.
    SameEmail,
    /// A phone number.
    SamePhone,
    /// Nothing but the name.
    SameName,
}

/// Why, and with whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RowMatch {
    /// What they share.
    pub why: MatchReason,
    /// The other's name.
    pub with: String,
    /// The shared address itself, '' for a name or an identifier.
    pub detail: String,
}

/// A card as a row of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Its place in the plan.
    pub index: u32,
    /// Its file's name.
    pub file: String,
    /// Its line in the file.
    pub line: u32,
    /// The how manieth card of its file.
    pub number: u32,
    /// Cards in its file.
    pub of: u32,
    /// Whose card.
    pub name: String,
    /// What they do and where.
    pub subtitle: String,
    /// For the avatar.
    pub initials: String,
    /// The avatar's colour, 1 to 6.
    pub colour: u8,
    /// What it would be.
    pub status: Status,
    /// Whom it may be.
    pub reason: Option<RowMatch>,
    /// Why it cannot be read, or what kind of card it is.
    pub message: Option<String>,
    /// What becomes of it.
    pub decision: Decision,
    /// What may become of it.
    pub choices: Vec<Decision>,
    /// Nothing is left for the person to decide.
    pub decided: bool,
    /// The kind to keep this person close as.
    pub keep_close: Option<KindId>,
    /// Fields that an update changes.
    pub fields_changed: u32,
}

/// Rows of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportRows {
    /// How many the filter lets through.
    pub total: u32,
    /// The window asked for.
    pub rows: Vec<ImportRow>,
}

/// Which rows of the preview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the preview's own words")]
pub enum Show {
    #[default]
    All,
    ToDecide,
    Updates,
    New,
    Unchanged,
    Skipped,
}

/// Which rows of the preview, with which words in name or subtitle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportFilter {
    /// Which.
    pub show: Show,
    /// Typed text, '' for any.
    pub text: String,
}

/// How many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[allow(missing_docs, reason = "one count for each status")]
pub struct ImportCounts {
    pub new: u32,
    pub updates: u32,
    pub unchanged: u32,
    pub duplicates: u32,
    pub unreadable: u32,
    pub me: u32,
    pub groups: u32,
}

/// A file that could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FileProblem {
    /// Its name.
    pub file: String,
    /// Why, in plain words.
    pub message: String,
}

/// A plan as a whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportSummary {
    /// The plan's token.
    pub token: String,
    /// "contacts.vcf", "3 files".
    pub title: String,
    /// How many files.
    pub files: u32,
    /// How many cards, unreadable ones too.
    pub cards: u32,
    /// How many of each status.
    pub counts: ImportCounts,
    /// Rows for the person to decide.
    pub to_decide: u32,
    /// People that come in or are brought up to date.
    pub will_import: u32,
    /// People to be kept close.
    pub keep_close: u32,
    /// Files that could not be read at all.
    pub problems: Vec<FileProblem>,
}

/// Whose value is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// It stays as Kith has it.
    Kith,
    /// As the file has it.
    File,
}

/// The same answer for all updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TakeAll {
    /// As the file has it, where the file has anything.
    File,
    /// As Kith has it.
    Kith,
    /// The file's, only where Kith has nothing.
    Fill,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// What to decide it by.
    pub key: String,
    /// "Work email".
    pub label: String,
    /// In Kith, where there is something.
    pub in_kith: Option<String>,
    /// In the file, where there is something.
    pub in_file: Option<String>,
    /// Whose value is taken.
    pub take: Take,
    /// Changed in both since the last import.
    pub conflict: bool,
}

/// A field of a new card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LabelledValue {
    /// "Work email".
    pub label: String,
    /// The value.
    pub value: String,
}

/// A line of a card that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RawLine {
    /// Its number in the file.
    pub number: u32,
    /// Its text.
    pub text: String,
    /// Where the reader stopped.
    pub bad: bool,
}

/// A row of the preview, opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportDetails {
    /// Which row.
    pub index: u32,
    /// What differs from the person it goes into.
    pub differences: Vec<Difference>,
    /// How many other fields are the same.
    pub same: u32,
    /// What a new card says.
    pub contents: Vec<LabelledValue>,
    /// The text of a card that cannot be read.
    pub raw: Vec<RawLine>,
}

/// A card that went into somebody already there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Merged {
    /// Into whom.
    pub id: PersonId,
    /// Their name.
    pub name: String,
    /// The card's name.
    pub from: String,
}

/// A card that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Skipped {
    /// Whose card, or which line.
    pub name: String,
    /// Why.
    pub message: String,
}

/// What an import did.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// What Undo takes back.
    pub operation: Option<OperationId>,
    /// The plan's title.
    pub title: String,
    /// How long it took; set by whoever has a clock.
    pub seconds: f64,
    /// New people.
    pub added: u32,
    /// People brought up to date.
    pub updated: u32,
    /// Fields that changed for them.
    pub fields_changed: u32,
    /// Cards that went into somebody already there: the first twenty.
    pub merged: Vec<Merged>,
    /// How many of them there are.
    pub merged_count: u32,
    /// Cards left out.
    pub skipped: u32,
    /// Cards that said nothing new.
    pub unchanged: u32,
    /// People kept close now.
    pub kept_close: u32,
    /// Cards whose person changed meanwhile: still in the plan, to be decided.
    pub to_decide: u32,
    /// Photos that could not be shown; the cards keep them.
    pub photos_left_out: u32,
    /// The first twenty cards left out.
    pub skipped_rows: Vec<Skipped>,
}
