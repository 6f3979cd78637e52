//! What the cards of an import take in the book's file.

use std::fs;
use std::path::Path;

use kith_core::backups::{self, Why};
use kith_core::export::CardStyle;
use kith_core::import::{Plan, Source, Unwatched};
use kith_tests::cards::vcards;
use rusqlite::Connection;

use crate::{Place, minute, read_back, written};

/// The bytes of a book with these cards, without its history, and of the cards when they are exported.
fn sizes(cards: &str) -> (usize, usize) {
    let place = Place::new();
    let book = place.open();
    let source = [Source::Text(cards.to_owned())];
    let mut plan = Plan::make(&book, "cards", &source, &Unwatched).unwrap();
    plan.apply(&book, &Unwatched, &minute(1)).unwrap();
    let mut out = Vec::new();
    book.write_cards(None, CardStyle::AsItCame, &mut out, &|| false)
        .unwrap();
    assert_eq!(out.len(), cards.len());
    let copy = book.backup_now(Why::ByHand, &minute(2)).unwrap().value.name;
    let copy = backups::folder(&place.file()).join(copy);
    (without_history(&copy), out.len())
}

fn without_history(copy: &Path) -> usize {
    let book = Connection::open(copy).unwrap();
    book.execute_batch(
        "DELETE FROM undo_log; DELETE FROM undo_people; DELETE FROM operations; VACUUM",
    )
    .unwrap();
    drop(book);
    usize::try_from(fs::metadata(copy).unwrap().len()).unwrap()
}

/// A card's text is kept compressed, and its values stand where they are shown and found: that is more than the
/// card.
#[test]
fn a_byte_of_card_takes_at_most_four_bytes_of_book() {
    let (empty, _) = sizes(&vcards(7, 0..1));
    let (full, cards) = sizes(&vcards(7, 1..2_000));
    let times = (full - empty) as f64 / cards as f64;
    println!(
        "{full} bytes of book, {empty} of them before {cards} bytes of cards: {times:.2} times"
    );
    assert!(times <= 4.0, "{times:.2}");
}

#[test]
fn a_book_that_is_read_back_from_json_is_as_lean() {
    let place = Place::new();
    let book = place.open();
    let cards = [Source::Text(vcards(7, 0..60))];
    let mut plan = Plan::make(&book, "cards", &cards, &Unwatched).unwrap();
    plan.apply(&book, &Unwatched, &minute(1)).unwrap();
    let back = place.folder.path().join("back.kith");
    drop(read_back(&written(&book), &back));
    let kept = |file: &Path| {
        let book = Connection::open(file).unwrap();
        let sql = "SELECT count(*), sum(length(bytes)) FROM blobs WHERE form = 'zlib_1'";
        let kept = book.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)));
        kept.unwrap()
    };
    let (count, bytes): (u32, u32) = kept(&place.file());
    assert!(count >= 60);
    assert_eq!(kept(&back), (count, bytes));
}
