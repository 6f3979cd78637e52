//! Benches of a book of 100,000 people: search, the list, a page, opening.

use std::time::Duration;

use kith_core::Book;
use kith_core::people_list::PeopleFilter;

use kith_tests::cards::vcards;

use super::{Outcome, SEED, book_of, now, say, timed};

const PEOPLE: usize = 100_000;

pub fn run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let (book, took) = timed(|| book_of(&file, PEOPLE));
    let book = book?;
    say("making the book", took);
    find(&book)?;
    list(&book)?;
    let now = now()?;
    drop(book);
    let (book, took) = timed(|| Book::open(&file, &now));
    book?;
    say("open (aim 50)", took);
    Ok(())
}

fn find(book: &Book) -> Outcome {
    let now = now()?;
    let filter = PeopleFilter::default();
    let kinds: [(&str, Vec<String>); 5] = [
        ("find: one letter", ('a'..='z').map(String::from).collect()),
        ("find: two letters", pairs()),
        ("find: a word as it is typed", typed()),
        (
            "find: part of a phone",
            (0..200_u64)
                .map(|n| format!("{:03} 555 {:04}", n % 10, n * 37 % 10_000))
                .collect(),
        ),
        (
            "find: what everybody has",
            ["example", "999", "fair", "department", "mira founder"]
                .map(String::from)
                .to_vec(),
        ),
    ];
    for (what, queries) in kinds {
        let mut took = Vec::new();
        for query in &queries {
            let (found, time) = timed(|| book.people_find(query, &filter, 60, &now));
            found?;
            took.push(time);
        }
        took.sort_unstable();
        let at = |share: usize| {
            took.get((took.len() * share / 100).min(took.len() - 1))
                .copied()
                .unwrap_or(Duration::ZERO)
        };
        println!(
            "  {what:<31} {:>9.2} ms  p99 {:.2} ms  (aim p99 10)",
            at(50).as_secs_f64() * 1000.0,
            at(99).as_secs_f64() * 1000.0
        );
    }
    Ok(())
}

fn pairs() -> Vec<String> {
    ('a'..='z')
        .step_by(2)
        .flat_map(|a| ['a', 'e', 'n', 'r', 'z'].map(|b| format!("{a}{b}")))
        .collect()
}

/// Names as they are typed: each prefix of three or more letters.
fn typed() -> Vec<String> {
    (0..60)
        .flat_map(|n| {
            let card = vcards(SEED, n..n + 1);
            let name = card
                .lines()
                .find_map(|line| line.strip_prefix("FN:"))
                .unwrap_or("Mira Varnholt")
                .to_owned();
            (3..name.chars().count())
                .map(move |length| name.chars().take(length).collect::<String>())
                .collect::<Vec<_>>()
        })
        .collect()
}

fn list(book: &Book) -> Outcome {
    let now = now()?;
    let filter = PeopleFilter::default();
    let (outline, took) = timed(|| book.people_outline(&filter, &now));
    let total = outline?.total;
    say("outline of the list", took);
    for (what, offset) in [
        ("first window", 0),
        ("window in the middle", total / 2),
        ("last window", total.saturating_sub(60)),
    ] {
        let (rows, took) = timed(|| book.people_window(&filter, offset, 60, &now));
        rows?;
        say(what, took);
    }
    let id = *book
        .people_ids(&filter, &now)?
        .get(5000)
        .ok_or("too few people")?;
    let (page, took) = timed(|| book.person_page(id, &now));
    page?;
    say("a person's page", took);
    let (place, took) = timed(|| book.person_position(id, &filter, &now));
    place?;
    say("where a person stands", took);
    Ok(())
}
