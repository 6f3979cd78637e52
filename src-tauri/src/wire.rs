//! The types on the wire between page and shell that the core does not have.

use kith_core::backups::Backup;
use kith_core::import::Stage;
use kith_core::pages::Settings;
use kith_core::{ClockTime, CommitmentId, Error, GoalId, GoalStepId, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// The answer to the command `start`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// The open book, or the reason why none is open.
    pub book: BookState,
    /// The settings of the book; the defaults if none is open.
    pub settings: Settings,
    /// The version of Kith, such as "0.1.0".
    pub version: String,
    /// Where the page is to begin, if Kith was opened with a file or by a notification.
    pub route: Option<Route>,
}

/// The open book, or the reason why none is open.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum BookState {
    /// The book is open.
    Open {
        /// Whether it is the sample book instead of the user's own.
        sample: bool,
        /// Number of people outside the trash.
        people: u32,
        /// Whether the user has finished or skipped the introduction.
        onboarded: bool,
        /// Why nothing can be saved; absent if all is well.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        cannot_save: Option<Error>,
        /// The number of this opening, from 1. Commands that the page sends for another one are refused.
        opening: u64,
    },
    /// A newer version of Kith wrote the book.
    Newer {
        /// The path of the book, to show.
        path: String,
        /// The backups of the book.
        backups: Vec<Backup>,
    },
    /// The file is damaged.
    Damaged {
        /// The path of the book, to show.
        path: String,
        /// The name under which the damaged file was put aside, if it was.
        kept_as: Option<String>,
        /// The backups of the book.
        backups: Vec<Backup>,
    },
    /// The file is missing, or is not the one that was open. The user decides what to go on with.
    Lost {
        /// The path of the book, to show.
        path: String,
        /// What happened to the file.
        how: HowLost,
        /// How many people are in the file that is there now, if it is a book that can be read.
        there: Option<u32>,
        /// The backups of the book. What was in Kith when the file was lost is one of them.
        backups: Vec<Backup>,
    },
    /// Another Kith has it open.
    InUse {
        /// The path of the book, to show.
        path: String,
    },
    /// The file cannot be read, for example because a drive is not connected.
    Unavailable {
        /// The path of the book, to show.
        path: String,
        /// Why, as a sentence to show.
        message: String,
        /// Whether the user moved the book to this folder, and can say where it is now.
        moved: bool,
    },
}

/// What happened to a book's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HowLost {
    /// It was missing when Kith started.
    Missing,
    /// It was deleted or moved while it was open.
    Gone,
    /// Another file took its place while it was open.
    Replaced,
    /// Another program wrote to it while it was open.
    WrittenOver,
}

/// The page's event that another book was opened.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BookOpened {
    /// The open book, or the reason why none is open.
    pub book: BookState,
    /// Its settings; the defaults if none is open.
    pub settings: Settings,
    /// Whether the sample was left because cards are imported.
    pub for_import: bool,
}

/// A place in the app that the page can be told to show.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Route {
    /// The preview of an import.
    Import {
        /// The token of its plan.
        token: String,
    },
    /// A need.
    Need {
        /// The need.
        id: GoalId,
        /// The step that is to get another day there, if one is.
        step: Option<GoalStepId>,
    },
    /// A person's page.
    Person {
        /// The id of the person.
        id: PersonId,
        /// The promise that is to get another day there, if one is.
        promise: Option<CommitmentId>,
        /// Whether to show what to read before a talk with them.
        brief: bool,
    },
    /// The Today page.
    Today,
}

/// The conditions for reminders outside the book.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemindersState {
    /// Whether notifications can be shown.
    pub notifications: Notifications,
    /// Whether the desktop shows tray icons, so that Kith can run in the background.
    pub tray: bool,
    /// Whether Kith starts with the session; null if this system is not supported.
    pub autostart: Option<bool>,
    /// The system's time zone, such as "Europe/Oslo".
    pub zone: String,
    /// The local time, such as "10:42". The page writes it as the clock of the settings has it.
    pub local_time: ClockTime,
    /// When a reminder was shown last, local, such as "2026-03-10T10:42:00".
    pub last_shown: Option<String>,
}

/// Whether notifications can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Notifications {
    /// They can.
    Ready,
    /// No service on the session bus shows them.
    NoService,
    /// There is no session bus.
    NoBus,
}

/// Whether files are dragged over the window.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Dragged {
    /// True if they are over the window, false if they left it or were dropped.
    pub over: bool,
}

/// Why no link of a dropped file was kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LinkRefused {
    /// A sentence for the screen.
    pub message: String,
}

/// The import plan that an event is about.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportToken {
    /// The token of the plan.
    pub token: String,
}

/// An import plan that could not be made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportFailed {
    /// The token of the plan.
    pub token: String,
    /// The reason.
    pub error: Error,
}

/// The progress of reading, comparing or importing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportProgress {
    /// The token of the plan.
    pub token: String,
    /// The current stage.
    pub stage: Stage,
    /// How much of the stage is done.
    pub done: u64,
    /// The total of the stage; 0 if it is not known yet.
    pub total: u64,
}

/// Work that takes long and can be stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Slow {
    /// Counting how open the network is and who connects its groups.
    Structure,
    /// Writing the network to a file.
    NetworkExport,
}

/// The progress of such work.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SlowProgress {
    /// Which.
    pub what: Slow,
    /// How much is done.
    pub done: u64,
    /// Of how much.
    pub total: u64,
}

/// An export that was written to a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Exported {
    /// Number of people in it.
    pub people: u32,
    /// The name of the file without its folder.
    pub file: String,
}

/// A picture of the map that was written to a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PictureSaved {
    /// The name of the file without its folder.
    pub file: String,
}

/// Something that Kith does in the background, and that fails at present.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Trouble {
    /// What fails.
    pub with: TroubleWith,
    /// Why, in plain words.
    pub message: String,
    /// Since when, local date and time.
    pub since: String,
}

/// What Kith does in the background.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TroubleWith {
    /// The day's backup.
    Backup,
    /// The check of the book's file.
    Check,
    /// Looking for what is due, and reminding of it.
    Reminders,
}

/// Where the book is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookPlace {
    /// The path, to show; no command takes it.
    pub path: String,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Number of people outside the trash.
    pub people: u32,
}

/// The backups and their folder.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backups {
    /// The path of the folder, to show; no command takes it.
    pub folder: String,
    /// The backups, newest first.
    pub backups: Vec<Backup>,
}

/// Some settings with their new values, by key.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SomeSettings(#[ts(type = "Partial<Settings>")] pub Map<String, Value>);

/// A folder that the system's file manager can show.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    /// The folder of the book.
    Book,
    /// The folder of its backups.
    Backups,
}
