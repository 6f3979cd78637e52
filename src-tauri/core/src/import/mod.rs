//! Import: a plan is made of files, the user sees and edits it, and it is applied in one change.

mod apply;
mod compare;
mod decide;
mod details;
pub(crate) mod distinct_people_rows;
mod matching;
mod me;
mod merge;
mod new_person;
mod plan;
mod preview;
mod sameness;
mod sources;
mod spool;
/// Pairs of people whom the user declared to be different, so that no import proposes to merge them.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("distinct_people")],
    ..Noun::BARE
};

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::ids::{OperationId, PersonId};
use crate::relationships::KindId;

use crate::store::noun::{Noun, Table};
pub use me::Me;
pub(crate) use me::WhoIAm;
pub use plan::Plan;
pub(crate) use plan::member_key;
pub use sources::Source;

/// Receives the progress of an import, and can stop it between two cards.
pub trait ImportObserver {
    /// Whether the user has asked to stop.
    fn stopped(&self) -> bool;
    /// Receives how much of a stage is done. Called often. See [`Stage`] for the units.
    fn progress(&self, stage: Stage, done: u64, total: u64);
}

/// An observer that ignores progress and never stops the import.
pub struct Unwatched;

impl ImportObserver for Unwatched {
    fn stopped(&self) -> bool {
        false
    }

    fn progress(&self, _: Stage, _: u64, _: u64) {}
}

/// # Errors
/// `Stopped` if the user has asked to stop.
pub(crate) fn check_stopped(observer: &dyn ImportObserver) -> Result<()> {
    if observer.stopped() {
        return Err(Error::new(Code::Stopped, "Stopped. Nothing was changed."));
    }
    Ok(())
}

/// The stage of an import.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Reading files. Progress in bytes of the files read before.
    Reading,
    /// Comparing cards with the book. Progress in bytes.
    Comparing,
    /// Applying cards to the book. Progress in cards.
    Importing,
}

/// What a card is, compared with the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS), ts(rename = "ImportStatus"))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A person who is not in the book.
    New,
    /// A card of a person in the book, with changes.
    Update,
    /// A card of a person in the book, without changes; or a repeated card of this import.
    Unchanged,
    /// Possibly a person in the book or of an earlier card.
    Duplicate,
    /// Text that cannot be read as a card.
    Unreadable,
    /// The user's own card.
    Me,
    /// A list of people, an organisation, a place or something else that is not a person.
    Group,
}

/// What is done with a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Add a new person; for a list of people, a tag.
    Add,
    /// Update the person in the book.
    Update,
    /// Merge into the person it may be a duplicate of. Never taken unasked where that is in doubt.
    Merge,
    /// Add a new person, and remember that the two are different.
    KeepBoth,
    /// Leave it out.
    Skip,
}

/// Why a card may be a duplicate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MatchReason {
    /// The same UID.
    SameUid,
    /// A shared mail address.
    SameEmail,
    /// A shared phone number.
    SamePhone,
    /// Only the same name.
    SameName,
}

/// Why a card may yet be another person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SignAgainst {
    /// Both have a birthday, and they differ.
    Birthday,
    /// One is Jr., the other is not.
    Generation,
    /// Mr and Mrs.
    Title,
    /// Given names of similar sound: Maria and Mario.
    GivenName,
    /// The same sound in other letters: 王伟 and 汪伟.
    Writing,
}

/// Why a row may be a duplicate, and of whom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RowMatch {
    /// What the two share.
    pub why: MatchReason,
    /// The other's name.
    pub with: String,
    /// The shared mail address or phone number; '' for a name or a UID.
    pub detail: String,
    /// What speaks against it, if something does.
    pub against: Option<SignAgainst>,
}

/// A card as a row of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportRow {
    /// Index of the row in the plan, from 0.
    pub index: u32,
    /// Name of the file.
    pub file: String,
    /// Line in its file where the card starts, from 1.
    pub line: u32,
    /// Position of the card in its file, from 1.
    pub number: u32,
    /// Number of cards in its file.
    pub of: u32,
    /// Display name of the person; "Line 7" if the card cannot be read.
    pub name: String,
    /// Role and organisation, or another value.
    pub subtitle: String,
    /// One or two letters for the avatar.
    pub initials: String,
    /// Colour of the avatar, 1 to 6.
    pub colour: u8,
    /// What the card is, compared with the book.
    pub status: Status,
    /// Why it may be a duplicate, if it may be one.
    pub reason: Option<RowMatch>,
    /// Why it cannot be read, or what kind of card it is.
    pub message: Option<String>,
    /// What is done with it.
    pub decision: Decision,
    /// The possible decisions.
    pub choices: Vec<Decision>,
    /// Whether the user has nothing to decide.
    pub decided: bool,
    /// The kind as which the person will be kept close, if they will be.
    pub keep_close: Option<KindId>,
    /// Number of fields that an update changes.
    pub fields_changed: u32,
    /// Whether the person in the book that it matches is kept close already.
    pub kept_close: bool,
}

/// A window of the rows of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportRows {
    /// Number of rows that match the filter.
    pub total: u32,
    /// The rows of the window.
    pub rows: Vec<ImportRow>,
}

/// Which rows the preview shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are those of the preview's filter")]
pub enum Show {
    #[default]
    All,
    ToDecide,
    Updates,
    New,
    Unchanged,
    Skipped,
}

/// The filter of the preview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportFilter {
    /// By status and decision.
    pub show: Show,
    /// Words that name or subtitle must have; '' for any.
    pub text: String,
}

/// The number of cards of each status.
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

/// A file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FileProblem {
    /// Name of the file or folder.
    pub file: String,
    /// The reason, as a sentence for the screen.
    pub message: String,
}

/// The summary of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportSummary {
    /// The plan's token.
    pub token: String,
    /// Title for the screen: "contacts.vcf", "3 files".
    pub title: String,
    /// Number of files.
    pub files: u32,
    /// Number of cards, unreadable ones included.
    pub cards: u32,
    /// Number of cards of each status.
    pub counts: ImportCounts,
    /// Number of cards that the user has to decide on.
    pub to_decide: u32,
    /// Number of people that will be added or changed. Several cards of one person count once.
    pub will_import: u32,
    /// Number of people that will be kept close.
    pub keep_close: u32,
    /// Files that could not be read.
    pub problems: Vec<FileProblem>,
}

/// Which of two values is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Take {
    /// The value in Kith.
    Kith,
    /// The value in the file.
    File,
    /// The value in the file beside the one in Kith, where a person can have both.
    Both,
}

/// Which values are taken for all fields of all updates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TakeAll {
    /// The file's value, if the file has one.
    File,
    /// Kith's value.
    Kith,
    /// The file's value only if Kith has none.
    Fill,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Difference {
    /// Key for `Plan::decide_field`.
    pub key: String,
    /// Name of the field, such as "Work email".
    pub label: String,
    /// The value in Kith, if there is one.
    pub in_kith: Option<String>,
    /// The value in the file, if there is one.
    pub in_file: Option<String>,
    /// Which value is taken.
    pub take: Take,
    /// Whether both were changed since the last import.
    pub conflict: bool,
    /// Whether a person can have both values: two mail addresses, but not two birthdays.
    pub can_be_both: bool,
}

/// A field of a new card.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LabelledValue {
    /// Name of the field, such as "Work email".
    pub label: String,
    /// The value as it is shown.
    pub value: String,
}

/// A line of a card that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RawLine {
    /// Number of the line in the file, from 1.
    pub number: u32,
    /// Text of the line, cut to 200 characters.
    pub text: String,
    /// Whether the unreadable card starts on this line.
    pub bad: bool,
}

/// The details of a row of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ImportDetails {
    /// Index of the row.
    pub index: u32,
    /// The differences from the person it changes.
    pub differences: Vec<Difference>,
    /// Number of items that are equal.
    pub same: u32,
    /// The values of a new card.
    pub contents: Vec<LabelledValue>,
    /// The values of the earlier card of this import that it may be a duplicate of.
    pub earlier: Vec<LabelledValue>,
    /// The first lines of a card that cannot be read.
    pub raw: Vec<RawLine>,
}

/// A card that was merged into a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Merged {
    /// The person.
    pub id: PersonId,
    /// The person's name.
    pub name: String,
    /// The name on the card.
    pub from: String,
}

/// A card that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Skipped {
    /// The name on the card, or its line.
    pub name: String,
    /// The reason, as a sentence for the screen.
    pub message: String,
}

/// The result of an import.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct ImportReport {
    /// The operation, for undo.
    pub operation: Option<OperationId>,
    /// The plan's title.
    pub title: String,
    /// Duration in seconds. Core leaves it 0, because it has no clock; the shell sets it.
    pub seconds: f64,
    /// Number of people added.
    pub added: u32,
    /// Number of people updated.
    pub updated: u32,
    /// Number of fields changed in updated people.
    pub fields_changed: u32,
    /// The first 20 cards that were merged.
    pub merged: Vec<Merged>,
    /// Number of cards that were merged.
    pub merged_count: u32,
    /// Number of cards left out.
    pub skipped: u32,
    /// Number of cards without changes.
    pub unchanged: u32,
    /// Number of people who are kept close since this import.
    pub kept_close: u32,
    /// Number of cards whose person was changed meanwhile. They are still in the plan, to be decided.
    pub to_decide: u32,
    /// Number of photos that could not be decoded. The cards keep them.
    pub photos_left_out: u32,
    /// The first 20 cards left out.
    pub skipped_rows: Vec<Skipped>,
}
