//! Restores, moves or upgrades a book, as the app does, and prints its progress. The kill test kills it.
//! `replacer restore BOOK BACKUP` | `replacer move BOOK FOLDER NOTE` | `replacer upgrade BOOK`

use std::io::Write;
use std::path::Path;

use kith_core::{Book, Moment, backups};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let now = Moment {
        utc: chrono::DateTime::from_timestamp(1_800_000_000, 0).ok_or("time")?,
        zone: chrono_tz::UTC,
    };
    say("begun")?;
    match words.as_slice() {
        ["restore", book, backup] => {
            backups::restore(Path::new(book), backup, &now)?;
        }
        ["move", book, folder, note] => {
            let carried = backups::carry(Path::new(book), Path::new(folder))?;
            drop(Book::open(&carried.book, &now)?);
            let fresh = format!("{note}.fresh");
            std::fs::write(&fresh, folder)?;
            std::fs::rename(fresh, note)?;
            backups::leave(Path::new(book), &carried.book)?;
        }
        ["upgrade", book] => drop(Book::open(Path::new(book), &now)?),
        _ => return Err("replacer restore | move | upgrade".into()),
    }
    say("done")
}

fn say(word: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{word}")?;
    Ok(out.flush()?)
}
