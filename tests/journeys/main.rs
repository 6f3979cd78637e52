//! What a user can do, through core's public API, on a real file.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)] // A test may panic.

mod adding;
mod attempts;
mod attributes;
mod backups;
mod balance;
mod boundaries;
mod briefs;
mod checking_in;
mod clock_histories;
mod clocks;
mod communication;
mod customs;
mod damage;
mod date_reminders;
mod drafts;
mod events;
mod facts;
mod finding;
mod full_disk;
mod giving;
mod introducing;
mod landed_versions;
mod lean;
mod listing;
mod load_models;
mod loading;
mod lost_file;
mod mapping;
mod moving;
mod needing;
mod next_steps;
mod openers;
mod private_lines;
mod promises;
mod random_attributes;
mod random_bringing;
mod random_events;
mod random_introducing;
mod random_loading;
mod random_needing;
mod random_reflecting;
mod random_steps;
mod reflecting;
mod reminding;
mod reviving;
mod sentences;
mod statuses;
mod talking;
mod talks;
mod topics;
mod tying;
mod undo;
mod unreadable_rows;

use std::path::{Path, PathBuf};

use kith_core::{Book, Moment};
use tempfile::TempDir;

/// A folder with a book in it.
struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("book.kith")
    }

    fn open(&self) -> Book {
        Book::open(&self.file(), &minute(0)).unwrap()
    }
}

/// The whole book as text. Books with equal texts are equal.
fn written(book: &Book) -> String {
    let mut json = Vec::new();
    book.write_json(&mut json).unwrap();
    String::from_utf8(json).unwrap()
}

fn read_back(json: &str, file: &Path) -> Book {
    kith_core::export::read_json(json.as_bytes(), file, &minute(0)).unwrap();
    Book::open(file, &minute(0)).unwrap()
}

/// The moment `n` minutes after the start of the tests.
fn minute(n: i64) -> Moment {
    let start: chrono::DateTime<chrono::Utc> = "2026-11-21T09:00:00Z".parse().unwrap();
    Moment {
        utc: start + chrono::Duration::minutes(n),
        zone: chrono_tz::Europe::Lisbon,
    }
}
