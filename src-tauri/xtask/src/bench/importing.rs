//! Benches of the import of 10,000 cards, from bytes to committed and searchable, and of its undo.

use kith_core::Book;
use kith_core::people_list::PeopleFilter;

use kith_tests::cards::vcards;

use super::{Outcome, bare, import, now, say, timed};

pub fn run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let now = now()?;
    let book = Book::open(&file, &now)?;
    // The book has people already, so that the backup before the import has something to copy.
    import(&book, vcards(7, 0..200))?;
    let text = vcards(7, 200..10_200);
    let bytes = text.len();
    let (planned, applied) = import(&book, text)?;
    let found = book
        .people_find("example", &PeopleFilter::default(), 10, &now)?
        .rows
        .len();
    if found == 0 {
        return Err("nothing was found after the import".into());
    }
    let plain = bare::insert(&file, &folder.path().join("bare.db"))?;
    let total = planned + applied;
    println!("  {:.1} MB, 10,000 cards", bytes as f64 / 1e6);
    say("plan (read and compare)", planned);
    say("apply (backup, commit, index)", applied);
    say("together (aim 1,000)", total);
    say("bare insert of the same rows", plain);
    println!(
        "  beside it (aim 2.5)             {:>9.2} ×",
        total.as_secs_f64() / plain.as_secs_f64()
    );
    let (undone, took) = timed(|| book.undo(&now));
    undone?;
    say("undo", took);
    let (again, took) = timed(|| book.redo(&now));
    again?;
    say("redo", took);
    Ok(())
}
