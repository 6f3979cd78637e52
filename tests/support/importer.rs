//! Imports a file into a book and prints its progress. The kill test kills it.
//! `importer BOOK CARDS`

use std::io::Write;
use std::path::Path;

use kith_core::import::{Plan, Source, Unwatched};
use kith_core::{Book, Moment};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut words = std::env::args().skip(1);
    let (book, cards) = words
        .next()
        .zip(words.next())
        .ok_or("importer BOOK CARDS")?;
    let now = Moment {
        utc: chrono::DateTime::from_timestamp(1_800_000_000, 0).ok_or("time")?,
        zone: chrono_tz::UTC,
    };
    let book = Book::open(Path::new(&book), &now)?;
    let mut plan = Plan::make(&book, "kill", &[Source::Path(cards.into())], &Unwatched)?;
    say("planned")?;
    plan.apply(&book, &Unwatched, &now)?;
    say("done")
}

fn say(word: &str) -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{word}")?;
    Ok(out.flush()?)
}
