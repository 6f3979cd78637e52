//! Give and take in the book of 100,000 people: 200,000 entries, of which one person has 100,000.

use kith_core::{Book, Moment, PersonId};
use rusqlite::Connection;

use super::Outcome;
use super::random::SeededRandom;
use super::reminding::often;

const ENTRIES: u64 = 200_000;
/// Entries with the person who has most.
const OF_ONE: u64 = 100_000;
const SORTS: [&str; 7] = [
    "introduction",
    "information",
    "feedback",
    "referral",
    "time",
    "know_how",
    "favour",
];

/// Inserts the entries. The first of `people` has most.
pub fn give(connection: &mut Connection, people: &[PersonId], today: &str) -> Outcome {
    let mut seeded = SeededRandom(11);
    let transaction = connection.transaction()?;
    {
        let mut entry = transaction.prepare(
            "INSERT INTO exchanges (person_id, direction, what, sort, size, happened_on) \
             VALUES (?1, ?2, ?3, ?4, ?5, date(?6, '-' || ?7 || ' days'))",
        )?;
        for number in 0..ENTRIES {
            let at = if number < OF_ONE {
                0
            } else {
                usize::try_from(seeded.below(people.len() as u64))?
            };
            entry.execute((
                people.get(at).ok_or("nobody")?.0,
                seeded.pick(&["given", "received"]),
                "Went through the numbers of the two other labs",
                seeded.pick(&SORTS),
                1 + seeded.below(3),
                today,
                seeded.below(5 * 365),
            ))?;
        }
    }
    transaction.commit()?;
    Ok(())
}

/// Times what a person's page reads of it: of the one who has most, and of somebody usual.
pub fn pages(book: &Book, most: PersonId, usual: PersonId, now: &Moment) -> Outcome {
    for (whose, person) in [("the most", most), ("usual", usual)] {
        let total = book.exchanges_of(person, 1, now)?.total;
        println!("  {whose}: {total} given and received");
        often("  give and take, first 100", "10", 20, || {
            book.exchanges_of(person, 100, now)
        })?;
    }
    Ok(())
}
