//! Benches of topics: 50,000 people who offer, look for or know about one of 5,000 topics each, with ties and notes.

use std::path::Path;
use std::time::Duration;

use kith_core::knowing::WhoAsked;
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Moment};
use rusqlite::Connection;

use super::{Outcome, book_of, mapping, now, say, timed};

const PEOPLE: usize = 50_000;

pub fn run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let now = now()?;
    drop(book_of(&file, PEOPLE)?);
    mapping::fill(&file, &now)?;
    fill(&file)?;
    let book = Book::open(&file, &now)?;
    let (network, took) = timed(|| book.network(&now));
    let network = network?;
    say("reading the network", took);
    let asked = [
        ("a topic of ten people", "field 0123"),
        ("a topic of everybody", "subject"),
        (
            "what a longer one holds",
            "a reviewer of field 0777 for autumn",
        ),
        ("a word of notes", "numbers"),
        ("what nobody knows", "ornithology"),
    ];
    for (what, topic) in asked {
        let mut took = Vec::new();
        for _ in 0..20 {
            let (answer, time) = timed(|| book.who_knows(&network, WhoAsked::Knows, topic, &now));
            answer?;
            took.push(time);
        }
        shown(&format!("who knows: {what}"), &mut took, "aim 20");
    }
    matches(&book, &now)
}

fn matches(book: &Book, now: &Moment) -> Outcome {
    let people = book.people_ids(&PeopleFilter::default(), now)?;
    let (mut matching, mut page) = (Vec::new(), Vec::new());
    for person in people.iter().step_by(people.len() / 200) {
        let (found, time) = timed(|| book.matches_for(*person, now));
        found?;
        matching.push(time);
        let (read, time) = timed(|| book.person_page(*person, now));
        read?;
        page.push(time);
    }
    shown("matches of a person", &mut matching, "aim 10");
    shown("beside it: their page", &mut page, "aim 10");
    Ok(())
}

/// The median and the slowest.
pub(super) fn shown(what: &str, took: &mut [Duration], aim: &str) {
    took.sort_unstable();
    let at = |place: usize| {
        took.get(place)
            .map_or(f64::NAN, |time| time.as_secs_f64() * 1000.0)
    };
    println!(
        "  {what:<45} {:>9.2} ms  slowest {:.2} ms  ({aim})",
        at(took.len() / 2),
        at(took.len().saturating_sub(1))
    );
}

/// A line a person. Every third person offers, the next one seeks, the next one knows.
pub(super) fn fill(file: &Path) -> Outcome {
    Connection::open(file)?.execute_batch(
        "BEGIN;
         WITH RECURSIVE n(at) AS (SELECT 0 UNION ALL SELECT at + 1 FROM n WHERE at < 4999)
           INSERT INTO topics (name, key)
           SELECT printf('subject of field %04d', at), printf('subject of field %04d', at) FROM n;
         INSERT INTO topic_lines (person_id, stance, topic_id)
           SELECT p.id, iif(p.id % 3 = 0, 'offers', iif(p.id % 3 = 1, 'seeks', 'knows')), t.id
           FROM people p JOIN topics t ON t.key = printf('subject of field %04d', p.id % 5000);
         COMMIT;",
    )?;
    Ok(())
}
