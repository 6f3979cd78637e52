//! Import of 10,000 cards, bytes to committed and findable; and its undo.

use kith_core::Book;
use kith_core::people_list::PeopleFilter;

use super::{Outcome, bare, cards, import, now, say, timed};

pub fn run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let now = now()?;
    let book = Book::open(&file, &now)?;
    // Somebody is there, so that the backup before the import is a real one.
    import(&book, cards::cards(7, 200))?;
    let text = cards::cards(42, 10_000)
        .replace("UID:", "UID:x")
        .replace("@", "@x.");
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
