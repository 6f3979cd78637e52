//! Today with all that a book brings to a talk, beside Today without: promises, give and take, topics, lines for next
//! time, things to share and facts.

use std::path::Path;
use std::time::Duration;

use kith_core::{Book, Moment, PersonId};
use rusqlite::Connection;

use super::Outcome;
use super::random::SeededRandom;
use super::reminding::{beside, often};

const TOPICS: u64 = 1_000;

/// Times both in turns, in copies of the book `file` that are made in `folder`. It has promises, and give and take; what
/// else is brought is inserted into one copy, for these people.
pub fn today(file: &Path, folder: &Path, people: &[PersonId], now: &Moment) -> Outcome {
    let (bare, full) = (folder.join("bare.kith"), folder.join("full.kith"));
    std::fs::copy(file, &bare)?;
    std::fs::copy(file, &full)?;
    Connection::open(&bare)?.execute_batch(
        "DELETE FROM commitment_people; DELETE FROM commitments; DELETE FROM exchanges; \
         DELETE FROM delivery WHERE sort LIKE 'promise%'",
    )?;
    bring(
        &mut Connection::open(&full)?,
        people,
        &now.today().to_string(),
    )?;
    let (bare, full) = (Book::open(&bare, now)?, Book::open(&full, now)?);
    for _ in 0..2 {
        let without = read(&bare, "today without what it brings", now)?;
        let with = read(&full, "today with it (aim 1.3)", now)?;
        beside("today without", with, without);
    }
    Ok(())
}

fn read(book: &Book, what: &str, now: &Moment) -> Result<Duration, Box<dyn std::error::Error>> {
    often(what, "", 50, || {
        book.commitments_today(5, now)?;
        book.today(50, now)
    })
}

/// Of each second one a line for next time, of each third a thing to share, of each an interest and two topics.
fn bring(connection: &mut Connection, people: &[PersonId], today: &str) -> Outcome {
    let mut seeded = SeededRandom(17);
    let transaction = connection.transaction()?;
    {
        let mut topic =
            transaction.prepare("INSERT INTO topics (name, key) VALUES (?1, ?1) RETURNING id")?;
        let topics = (0..TOPICS)
            .map(|number| topic.query_row([format!("subject{number}")], |row| row.get(0)))
            .collect::<Result<Vec<i64>, _>>()?;
        let mut next = transaction
            .prepare("INSERT INTO next_lines (person_id, body, noted_on) VALUES (?1, ?2, ?3)")?;
        let mut share = transaction.prepare(
            "INSERT INTO shares (title, link, note, kept_on) VALUES ('Moving a lab', '', '', ?1) RETURNING id",
        )?;
        let mut shared = transaction
            .prepare("INSERT INTO share_people (share_id, person_id) VALUES (?1, ?2)")?;
        let mut fact = transaction.prepare(
            "INSERT INTO facts (person_id, kind, body, private) VALUES (?1, 'interest', 'Sings in a choir', 0)",
        )?;
        let mut line = transaction.prepare(
            "INSERT OR IGNORE INTO topic_lines (person_id, stance, topic_id) VALUES (?1, ?2, ?3)",
        )?;
        for (at, person) in people.iter().enumerate() {
            if at % 2 == 0 {
                next.execute((person.0, "Ask how the move went", today))?;
            }
            if at % 3 == 0 {
                let id: i64 = share.query_row([today], |row| row.get(0))?;
                shared.execute((id, person.0))?;
            }
            fact.execute([person.0])?;
            for stance in ["offers", "seeks"] {
                let topic = topics.get(usize::try_from(seeded.below(TOPICS))?);
                line.execute((person.0, stance, topic.ok_or("no topic")?))?;
            }
        }
    }
    transaction.commit()?;
    Ok(())
}
