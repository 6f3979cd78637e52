//! Looking back in the book of 100,000 people: 100,000 reflections among a million conversations.

use kith_core::{Book, Moment};
use rusqlite::Connection;

use super::Outcome;
use super::reminding::often;

/// One of so many conversations is reflected on.
const ONE_OF: u64 = 10;

/// Reflects on conversations: half of them say what mattered.
pub fn reflect(connection: &mut Connection) -> Outcome {
    connection.execute(
        "UPDATE interactions SET \
           listened = CASE id / ?1 % 4 WHEN 0 THEN 'reflected' WHEN 1 THEN 'asked' WHEN 2 THEN 'advised' \
             ELSE 'deflected' END, \
           heard = iif(id / ?1 % 2 = 0, 'Being told early, even without a fix', '') \
         WHERE id % ?1 = 0",
        [ONE_OF],
    )?;
    Ok(())
}

/// Times what the page Reflect reads.
pub fn pages(book: &Book, now: &Moment) -> Outcome {
    println!("  {} reflections", book.reflect(now)?.reflections);
    often("reflect, what there is", "50", 20, || book.reflect(now))?;
    often("reflect, conversations", "50", 20, || {
        book.conversations(30, now)
    })?;
    often("reflect, the quarter", "50", 20, || book.quarter(None, now))?;
    often("reflect, promises kept", "50", 20, || {
        book.commitments_counted(50, now)
    })?;
    Ok(())
}
