//! Benches of needs: 10,000 people with ties, and 100 needs of four parts, at each of which two of them stand.

use std::path::Path;

use kith_core::balance::structure_of;
use kith_core::{Book, GoalId, GoalPartId, PersonId};
use rusqlite::Connection;

use super::topics::{fill as fill_topics, shown};
use super::{Outcome, book_of, mapping, now, say, timed};

const PEOPLE: usize = 10_000;
const NEEDS: i64 = 100;
/// The people of a large book.
const LARGE: usize = 50_000;

pub fn run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let now = now()?;
    drop(book_of(&file, PEOPLE)?);
    mapping::fill(&file, &now)?;
    fill_topics(&file)?;
    fill(&file)?;
    let book = Book::open(&file, &now)?;
    let (network, took) = timed(|| book.network(&now));
    let network = network?;
    say("reading the network", took);
    let mut all = Vec::new();
    for _ in 0..10 {
        let (answer, time) = timed(|| book.goals(&network, &now));
        answer?;
        all.push(time);
    }
    shown("all needs", &mut all, "aim 100");
    let (mut one, mut helping) = (Vec::new(), Vec::new());
    for id in 1..=NEEDS {
        let (answer, time) = timed(|| book.goal(&network, GoalId(id), &now));
        answer?;
        one.push(time);
        let part = GoalPartId(id * 4);
        let (answer, time) = timed(|| book.goal_part_could_help(&network, part, &now));
        answer?;
        helping.push(time);
    }
    shown("a need", &mut one, "aim 20");
    shown("who could help with a part", &mut helping, "aim 100");
    let (answer, took) = timed(|| book.balance(&now));
    answer?;
    say("the balance, but for its structure", took);
    let (structure, took) = timed(|| structure_of(&network, &|_, _| true));
    let structure = structure?;
    say("its structure, beside the window", took);
    let (answer, took) = timed(|| book.balance_structure(&structure, &now));
    answer?;
    say("the structure in words", took);
    let (answer, took) = timed(|| book.could_meet(&now));
    say(
        &format!("who could meet, {} pairs", answer?.pairs.len()),
        took,
    );
    let (answer, took) =
        timed(|| book.write_graphml(&network, false, &mut std::io::sink(), &|_, _| true));
    answer?;
    say("the network as GraphML", took);
    drop((book, network));
    fifty_thousand()
}

/// GraphML of a network as large as a book may hold, to a file; with an attribute of one's own.
fn fifty_thousand() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let now = now()?;
    drop(book_of(&file, LARGE)?);
    mapping::fill(&file, &now)?;
    let book = Book::open(&file, &now)?;
    let choices = ["junior", "senior"].map(str::to_owned);
    let attribute = book.attribute_add("Seniority", &choices, &now)?.value;
    let people: Vec<PersonId> = {
        let raw = Connection::open(&file)?;
        let mut all = raw.prepare("SELECT id FROM people")?;
        let ids = all.query_map([], |row| row.get(0).map(PersonId))?;
        ids.collect::<rusqlite::Result<_>>()?
    };
    let choice = book
        .attributes_list()?
        .first()
        .map(|one| one.choices.first().map(|one| one.id));
    let (done, took) = timed(|| book.attribute_set(&people, attribute, choice.flatten(), &now));
    done?;
    say("an attribute of 50,000 at once", took);
    let network = book.network(&now)?;
    let mut out = std::fs::File::create(folder.path().join("network.graphml"))?;
    let (people, took) = timed(|| book.write_graphml(&network, true, &mut out, &|_, _| true));
    say(&format!("GraphML of {} people, aim 3 s", people?), took);
    let (structure, took) = timed(|| structure_of(&network, &|_, _| true));
    structure?;
    say("their structure, beside the window", took);
    Ok(())
}

fn fill(file: &Path) -> Outcome {
    Connection::open(file)?.execute_batch(
        "BEGIN;
         WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 100)
           INSERT INTO goals (id, title, why, due_on, noted_on, state, closed_on, outcome)
           SELECT at, 'Need ' || at, '', '2026-09-30', '2026-01-01', 'open', NULL, '' FROM n;
         WITH RECURSIVE n(at) AS (SELECT 1 UNION ALL SELECT at + 1 FROM n WHERE at < 400)
           INSERT INTO goal_parts (id, goal_id, help, what)
           SELECT at, (at - 1) / 4 + 1, 'know_how', printf('A reviewer of field %04d', at * 7) FROM n;
         INSERT INTO goal_helpers (part_id, person_id, role)
           SELECT t.id, p.id, 'knows' FROM goal_parts t JOIN people p ON p.id IN (t.id * 13, t.id * 17 + 1);
         INSERT INTO goal_people (goal_id, person_id, shares)
           SELECT DISTINCT t.goal_id, h.person_id, 0 FROM goal_helpers h JOIN goal_parts t ON t.id = h.part_id;
         COMMIT;",
    )?;
    Ok(())
}
