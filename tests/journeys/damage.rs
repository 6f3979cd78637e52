//! A page of the book's file is overwritten with noise, each page one at a time: what SQLite's integrity
//! check, the find index's own or a blob's hash can see is said to be damage, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use flate2::{Decompress, FlushDecompress, Status};
use kith_core::backups::{self, Why};
use kith_core::import::{Plan, Source, Unwatched};
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Code, Error, Result, WholeCheck, sample};
use kith_tests::cards::vcards;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::{Place, minute};

#[path = "../../src-tauri/core/src/store/card_words.rs"]
mod card_words;

const PAGE: usize = 4096;

/// splitmix64.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn over(&mut self, bytes: &mut [u8]) {
        bytes
            .iter_mut()
            .for_each(|byte| *byte = self.next().to_le_bytes()[0]);
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end).unwrap()).unwrap()
    }
}

/// The bytes of a book with the sample, cards, photos and a history in it, and no page that is free.
fn whole_book() -> Vec<u8> {
    let place = Place::new();
    sample::make(&place.file(), &minute(0)).unwrap();
    let book = place.open();
    let cards = [Source::Text(vcards(11, 0..60))];
    let mut plan = Plan::make(&book, "damage", &cards, &Unwatched).unwrap();
    plan.apply(&book, &Unwatched, &minute(1)).unwrap();
    let people = book
        .people_ids(&PeopleFilter::default(), &minute(2))
        .unwrap();
    book.people_trash(&people[..2], &minute(2)).unwrap();
    let backup = book.backup_now(Why::ByHand, &minute(3)).unwrap().value.name;
    fs::read(backups::folder(&place.file()).join(backup)).unwrap()
}

/// What zlib says of the bytes of a card, with the dictionary that Kith uses; `None` where it sees damage.
fn decompressed(kept: &[u8]) -> Option<Vec<u8>> {
    let mut zlib = Decompress::new(true);
    let mut bytes = Vec::with_capacity(1 << 20);
    let asked = zlib.decompress_vec(kept, &mut bytes, FlushDecompress::None);
    asked.err()?.needs_dictionary()?;
    zlib.set_dictionary(card_words::CARD_WORDS_1).ok()?;
    let rest = kept.get(usize::try_from(zlib.total_in()).unwrap()..)?;
    let status = zlib.decompress_vec(rest, &mut bytes, FlushDecompress::Finish);
    matches!(status, Ok(Status::StreamEnd)).then_some(bytes)
}

/// Whether the checks that there are see anything, asked without Kith.
fn is_seen(file: &Path) -> bool {
    let asked = || -> rusqlite::Result<bool> {
        let book = Connection::open(file)?;
        let verdict: String = book.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
        book.execute(
            "INSERT INTO person_find (person_find) VALUES ('integrity-check')",
            [],
        )?;
        let mut blobs = book.prepare("SELECT sha256, bytes, form FROM blobs")?;
        let blobs = blobs.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        for blob in blobs {
            let (hash, kept, form): (Vec<u8>, Vec<u8>, String) = blob?;
            let bytes = match form.as_str() {
                "plain" => Some(kept),
                _ => decompressed(&kept),
            };
            if bytes.is_none_or(|bytes| Sha256::digest(&bytes).as_slice() != hash) {
                return Ok(true);
            }
        }
        Ok(verdict != "ok")
    };
    asked().unwrap_or(true)
}

/// What a person and the background do with a book; which errors that brought.
fn use_all(book: &Book) -> BTreeSet<String> {
    let now = minute(60 * 24);
    let everyone = PeopleFilter::default();
    let people = || -> Result<()> {
        for id in book.people_ids(&everyone, &now)?.iter().take(20) {
            book.person_page(*id, &now)?;
            book.timeline(*id, 0, 20)?;
            book.ties_of(*id, &now)?;
        }
        Ok(())
    };
    let remind = || -> Result<()> {
        let run = book.reminders_begin(&now)?;
        book.reminders_tick_state(&[], &now)?;
        book.reminders_claim(run, &now).map(drop)
    };
    let all = [
        book.people_outline(&everyone, &now).map(drop),
        book.people_window(&everyone, 0, 50, &now).map(drop),
        people(),
        book.people_find("sa", &everyone, 20, &now).map(drop),
        book.today(50, &now).map(drop),
        book.trash_list(&now).map(drop),
        book.history(50, &now).map(drop),
        book.settings().map(drop),
        book.kinds_list().map(drop),
        book.tags_list().map(drop),
        book.unsaved_list().map(drop),
        book.ties_proposed(20, &now).map(drop),
        book.write_json(&mut Vec::new()),
        remind(),
        book.undo(&now).map(drop),
        book.daily(&now).map(drop),
    ];
    let said = |error: Error| format!("{:?}: {}", error.code, error.message);
    all.into_iter().filter_map(Result::err).map(said).collect()
}

/// What became of a book whose file has these bytes: whether its damage was said, and all errors.
fn lived(bytes: &[u8]) -> (bool, bool, BTreeSet<String>) {
    let place = Place::new();
    fs::write(place.file(), bytes).unwrap();
    let seen = is_seen(&place.file());
    fs::write(place.file(), bytes).unwrap();
    let book = match Book::open(&place.file(), &minute(5)) {
        Ok(book) => book,
        Err(error) => {
            let said = format!("opening: {:?}: {}", error.code, error.message);
            return (
                seen,
                error.code == Code::BookDamaged,
                BTreeSet::from([said]),
            );
        }
    };
    let checked = book.whole_check().and_then(WholeCheck::run);
    if let Err(error) = &checked {
        assert_eq!(error.code, Code::BookDamaged, "{error}");
    }
    (seen, checked.is_err(), use_all(&book))
}

#[test]
fn a_sound_book_passes() {
    let (seen, said, errors) = lived(&whole_book());
    assert!(!seen && !said && errors.is_empty(), "{errors:?}");
}

#[test]
fn a_check_that_is_stopped_finds_nothing() {
    let place = Place::new();
    let check = place.open().whole_check().unwrap();
    check.stopper().stop();
    assert_eq!(check.run().unwrap_err().code, Code::Stopped);
}

#[test]
fn each_page_overwritten_with_noise_is_said_to_be_damage_wherever_a_check_sees_it() {
    let whole = whole_book();
    let pages = whole.len() / PAGE;
    assert!(pages > 100, "{pages}");
    let mut noise = Noise(7);
    let mut unseen = Vec::new();
    let mut errors: BTreeMap<String, usize> = BTreeMap::new();
    for page in 0..pages {
        let mut bytes = whole.clone();
        noise.over(&mut bytes[page * PAGE..(page + 1) * PAGE]);
        let (seen, said, all) = lived(&bytes);
        assert_eq!(seen, said, "page {page} of {pages}: {all:?}");
        if !seen {
            unseen.push(page);
        }
        all.into_iter()
            .for_each(|error| *errors.entry(error).or_default() += 1);
    }
    println!("unseen of {pages}: {unseen:?}\n{errors:#?}");
    assert!(unseen.is_empty(), "{unseen:?}");
    let odd = errors.keys().filter(|error| !error.contains("BookDamaged"));
    assert_eq!(odd.collect::<Vec<_>>(), Vec::<&String>::new());
}

/// A few bytes inside a page: mostly a value of a row, and that no check can see.
#[test]
fn a_few_bytes_of_noise_end_in_words_and_never_in_a_fault() {
    let whole = whole_book();
    let mut noise = Noise(11);
    let (mut seen_by, mut odd) = (0, BTreeSet::new());
    let places = 150;
    for _ in 0..places {
        let mut bytes = whole.clone();
        let at = noise.below(whole.len() - 32);
        noise.over(&mut bytes[at..at + 32]);
        let (seen, said, all) = lived(&bytes);
        assert_eq!(seen, said, "bytes from {at}: {all:?}");
        seen_by += usize::from(said);
        odd.extend(all.into_iter().filter(|error| error.contains("Internal")));
    }
    println!("{seen_by} of {places} were seen");
    assert_eq!(odd, BTreeSet::new());
}
