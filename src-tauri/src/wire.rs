//! The types between page and shell that the core does not know.

use kith_core::backups::Backup;
use kith_core::import::Stage;
use kith_core::pages::Settings;
use kith_core::{Error, PersonId};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

/// The answer to `start`.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// The book, or why it is not open.
    pub book: BookState,
    /// The book's settings; the usual ones where it is not open.
    pub settings: Settings,
    /// Kith's version.
    pub version: String,
    /// Where to begin, where a file was opened with Kith.
    pub route: Option<Route>,
}

/// The book, or why it is not open.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum BookState {
    /// All is well.
    Open {
        /// It is the sample, not the person's own.
        sample: bool,
        /// How many people it keeps.
        people: u32,
        /// The first days are over.
        onboarded: bool,
    },
    /// A newer Kith wrote it.
    Newer {
        /// Where it is, to be read by a person.
        path: String,
        /// What there is to go back to.
        backups: Vec<Backup>,
    },
    /// It cannot be read.
    Damaged {
        /// Where it is, to be read by a person.
        path: String,
        /// The name under which it was set aside.
        kept_as: Option<String>,
        /// What there is to go on with.
        backups: Vec<Backup>,
    },
    /// Another Kith has it open.
    InUse {
        /// Where it is, to be read by a person.
        path: String,
    },
    /// The disk does not give it.
    Unavailable {
        /// Where it is, to be read by a person.
        path: String,
        /// Why, in plain words.
        message: String,
        /// The person moved it there, and can say where it is now.
        moved: bool,
    },
}

/// A place in the app.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Route {
    /// The preview of an import.
    Import {
        /// Its plan.
        token: String,
    },
    /// A person's page.
    Person {
        /// Who.
        id: PersonId,
    },
    /// What is due.
    Today,
}

/// How things stand for reminders outside the book.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RemindersState {
    /// Whether notifications can be shown.
    pub notifications: Notifications,
    /// Somebody shows tray icons, so that Kith can run in the background.
    pub tray: bool,
    /// Kith starts with the session; absent where Kith cannot tell.
    pub autostart: Option<bool>,
    /// The system's time zone, "Europe/Oslo".
    pub zone: String,
    /// The time there, "10:42".
    pub local_time: String,
    /// When a reminder was last shown, "2026-03-10 10:42".
    pub last_shown: Option<String>,
}

/// Whether notifications can be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Notifications {
    /// Yes.
    Ready,
    /// Nothing on the session bus shows them.
    NoService,
    /// There is no session bus.
    NoBus,
}

/// Files hover over the window, or no longer do.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Dragged {
    /// Over the window.
    pub over: bool,
}

/// An import plan is being made, or ready.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportToken {
    /// Which.
    pub token: String,
}

/// An import plan could not be made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportFailed {
    /// Which.
    pub token: String,
    /// Why.
    pub error: Error,
}

/// How far reading, comparing or importing is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportProgress {
    /// Which plan.
    pub token: String,
    /// What is being done.
    pub stage: Stage,
    /// So much of it.
    pub done: u64,
    /// All of it; 0 where not known yet.
    pub total: u64,
}

/// What was written to a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Exported {
    /// How many people are in it.
    pub people: u32,
    /// The file's name, without where it is.
    pub file: String,
}

/// A picture that was written to a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PictureSaved {
    /// The file's name, without where it is.
    pub file: String,
}

/// Where the book is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct BookPlace {
    /// To be read by a person, never to act on.
    pub path: String,
    /// How large it is.
    pub bytes: u64,
    /// How many people it keeps.
    pub people: u32,
}

/// The backups and where they are.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Backups {
    /// To be read by a person, never to act on.
    pub folder: String,
    /// Newest first.
    pub backups: Vec<Backup>,
}

/// Settings by name, those that are to change.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct SomeSettings(#[ts(type = "Partial<Settings>")] pub Map<String, Value>);

/// A folder that the system can show.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    /// That of the book.
    Book,
    /// That of the backups.
    Backups,
}
