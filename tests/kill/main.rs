//! SIGKILL at random moments of a 2,000-card import: the book opens, and it was all or nothing.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)] // A test may panic.

mod replacing;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Moment, sample};
use kith_tests::cards::{Dice, vcards};

const CARDS: usize = 2_000;
const KILLS: u64 = 100;

fn now() -> Moment {
    Moment {
        utc: "2026-11-21T09:00:00Z".parse().unwrap(),
        zone: chrono_tz::UTC,
    }
}

/// The importer at the beginning of its change.
fn start(book: &Path, cards: &Path) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_importer"))
        .args([book, cards])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut says = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    says.read_line(&mut line).unwrap();
    assert_eq!(line, "planned\n");
    (child, says)
}

/// How long an import takes that nobody kills.
fn whole(book: &Path, before: &Path, cards: &Path) -> Duration {
    std::fs::copy(before, book).unwrap();
    let (mut child, mut says) = start(book, cards);
    let begun = Instant::now();
    says.read_line(&mut String::new()).unwrap();
    let took = begun.elapsed();
    assert!(child.wait().unwrap().success());
    took
}

/// The book after the kill: whether the import is in it. Anything but all or nothing fails.
fn came_in(file: &Path, before: &str, people_before: u32) -> bool {
    let book = Book::open(file, &now()).unwrap();
    let raw = rusqlite::Connection::open(file).unwrap();
    let sound: String = raw
        .query_row("PRAGMA integrity_check", [], |row| row.get(0))
        .unwrap();
    assert_eq!(sound, "ok");
    let everyone = PeopleFilter::default();
    let people = book.people_outline(&everyone, &now()).unwrap().everyone;
    let found = |text| book.people_find(text, &everyone, 500, &now()).unwrap();
    assert!(!found("samir").rows.is_empty(), "those of before are found");
    if people == people_before {
        let mut json = Vec::new();
        book.write_json(&mut json).unwrap();
        assert_eq!(
            String::from_utf8(json).unwrap(),
            before,
            "nothing, to the last byte"
        );
        assert!(found("555 1999").rows.is_empty());
        return false;
    }
    assert_eq!(people, people_before + CARDS as u32);
    assert!(!found("555 1999").rows.is_empty(), "the last card is found");
    let undone = book.undo(&now()).unwrap();
    assert_eq!(undone.value.operation.count, CARDS as u32);
    assert_eq!(
        book.people_outline(&everyone, &now()).unwrap().everyone,
        people_before
    );
    true
}

#[test]
fn a_killed_import_is_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (before, cards) = (
        folder.path().join("before.kith"),
        folder.path().join("cards.vcf"),
    );
    sample::make(&before, &now()).unwrap();
    std::fs::write(&cards, vcards(7, 0..CARDS)).unwrap();
    let book = Book::open(&before, &now()).unwrap();
    let people_before = book
        .people_outline(&PeopleFilter::default(), &now())
        .unwrap()
        .everyone;
    let mut json = Vec::new();
    book.write_json(&mut json).unwrap();
    drop(book);
    let json = String::from_utf8(json).unwrap();
    let (next, all) = (AtomicU32::new(0), AtomicU32::new(0));
    std::thread::scope(|scope| {
        for worker in 0..2 {
            let (folder, before, cards, json) = (folder.path(), &before, &cards, &json);
            let (next, all) = (&next, &all);
            scope.spawn(move || {
                // Measured beside the other worker, as the kills are.
                let own = folder.join(format!("whole-{worker}"));
                std::fs::create_dir(&own).unwrap();
                let whole = whole(&own.join("book.kith"), before, cards);
                println!("a whole import takes {whole:?}");
                loop {
                    let n = u64::from(next.fetch_add(1, Ordering::Relaxed));
                    if n >= KILLS {
                        break;
                    }
                    let own = folder.join(format!("{n}"));
                    std::fs::create_dir(&own).unwrap();
                    let book = own.join("book.kith");
                    std::fs::copy(before, &book).unwrap();
                    let (mut child, _says) = start(&book, cards);
                    // Some moments lie behind the end, so that the last thousandths, the commit, are hit too.
                    let part = Dice(n).roll(1_400) as u32;
                    std::thread::sleep(whole * part / 1_000);
                    child.kill().unwrap();
                    child.wait().unwrap();
                    all.fetch_add(
                        u32::from(came_in(&book, json, people_before)),
                        Ordering::Relaxed,
                    );
                    std::fs::remove_dir_all(&own).unwrap();
                }
            });
        }
    });
    let all = all.into_inner();
    println!(
        "{KILLS} kills: {all} times all, {} times nothing",
        KILLS - u64::from(all)
    );
    assert!(u64::from(all) < KILLS, "no kill came in time");
}
