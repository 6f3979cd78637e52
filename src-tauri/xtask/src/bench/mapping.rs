//! Benches of the map with books of 1,000, 10,000 and 50,000 people. They work in organisations of twelve
//! and have 3.4 ties each; every third is kept close and has ten conversations.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use kith_core::graph::layout::Point;
use kith_core::map::{MapColumn, MapDepth, MapFilter, MapSort, MapView, Network};
use kith_core::ties::TiePair;
use kith_core::{Book, Moment, PersonId};
use rusqlite::Connection;

use super::{Outcome, book_of, now, on_processor, random::SeededRandom, say, timed};

const EVERYONE: MapView = MapView {
    steps: MapDepth::Everyone,
    centre: None,
};
const MINE: MapView = MapView {
    steps: MapDepth::Two,
    centre: None,
};

/// Ties per person, in tenths.
const TIES: i64 = 34;
const TALKS: i64 = 10;
/// How often the network is read. The fastest counts, because the machine may be busy.
const TIMES: u32 = 5;

pub fn run() -> Outcome {
    for people in [1_000, 10_000, 50_000] {
        println!("  {people} people");
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("book.kith");
        let now = now()?;
        drop(book_of(&file, people)?);
        fill(&file, &now)?;
        let book = Book::open(&file, &now)?;
        let network = reading(&book, &now)?;
        pictures(&network)?;
        panels(&book, &network, &now)?;
        ways(&book, &network, &now)?;
        keeping(&book, &network, &now)?;
        deciding(&book, &now)?;
    }
    Ok(())
}

/// Inserts ties, relationships and conversations with SQL. Through the book each would be a change of its
/// own and take too long.
pub(super) fn fill(file: &Path, now: &Moment) -> Outcome {
    let mut connection = Connection::open(file)?;
    let transaction = connection.transaction()?;
    let (first, people): (i64, i64) =
        transaction.query_row("SELECT min(id), count(*) FROM people", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })?;
    transaction.execute_batch(
        "DELETE FROM affiliations;
         INSERT INTO organisations (name, folded_name)
           SELECT 'House ' || (id / 12), 'house ' || (id / 12) FROM people GROUP BY id / 12;
         INSERT INTO affiliations (person_id, organisation_id, role, department, position)
           SELECT p.id, o.id, 'Engineer', iif(p.id / 12 % 3 = 0, 'Team ' || (p.id % 2), ''), 0
           FROM people p JOIN organisations o ON o.folded_name = 'house ' || (p.id / 12);
         INSERT INTO relationships (person_id, category, kind_id, purpose, kept_close_on, cadence_days, importance, status)
           SELECT id, 'external', 5, '', '2025-01-01', 30, 1, 'active' FROM people WHERE id % 3 = 0;",
    )?;
    let mut seeded = SeededRandom(u64::try_from(people)?);
    let mut below = |end: i64| i64::try_from(seeded.below(end.unsigned_abs())).unwrap_or(0);
    let mut tie = transaction.prepare(
        "INSERT INTO ties (person_id, other_id, kind, closeness, source, note, noted_on) \
         VALUES (?1, ?2, 'knows', ?3, 'by_hand', '', '2026-01-01')",
    )?;
    let mut talk = transaction.prepare(
        "INSERT INTO interactions (happened_on, zone, channel, started_by_me, note) \
         VALUES (date(?1, '-' || ?2 || ' days'), 'Europe/Oslo', 'video', 1, 'About the numbers of two labs.')",
    )?;
    let mut join = transaction.prepare(
        "INSERT INTO interaction_people (interaction_id, person_id, started) VALUES (?1, ?2, 0)",
    )?;
    let today = now.today().to_string();
    for person in first..first + people {
        for _ in 0..TIES / 10 + i64::from(below(10) < TIES % 10) {
            let other = match below(10) {
                0..7 => (person / 12 * 12 + below(12)).clamp(first, first + people - 1),
                _ => first + below(people),
            };
            let closeness = ["close", "colleague", "little", "not_sure"];
            let closeness = closeness.get(usize::try_from(below(4))?);
            if other != person {
                tie.execute((person, other, closeness))?;
            }
        }
        for _ in 0..if person % 3 == 0 { TALKS } else { 0 } {
            talk.execute((&today, below(700)))?;
            join.execute((transaction.last_insert_rowid(), person))?;
        }
    }
    drop((tie, talk, join));
    transaction.commit()?;
    Ok(())
}

fn reading(book: &Book, now: &Moment) -> Result<Network, Box<dyn std::error::Error>> {
    let mut fastest: Option<(Network, Duration)> = None;
    let begun = on_processor();
    for _ in 0..TIMES {
        let (network, took) = timed(|| book.network(now));
        if fastest.as_ref().is_none_or(|(_, least)| took < *least) {
            fastest = Some((network?, took));
        }
    }
    let each = (on_processor() - begun) / f64::from(TIMES);
    let (network, took) = fastest.ok_or("never")?;
    say("reading the network (aim 400)", took);
    println!("    on the processor              {each:>9.2} ms");
    Ok(network)
}

fn pictures(network: &Network) -> Outcome {
    for (whose, view) in [("everyone", EVERYONE), ("two steps", MINE)] {
        let (picture, took) = timed(|| network.picture(&view));
        say(&format!("picture of {whose}"), took);
        let facets = picture?.facets;
        println!(
            "    {} ties of mine, {} among others, {} proposed",
            facets.mine, facets.others, facets.proposed
        );
    }
    let (layout_input, took) =
        timed(|| network.layout_input(&EVERYONE, &kith_core::map::Places::default()));
    layout_input?;
    say("layout_input for the layout", took);
    let filter = MapFilter {
        warmth: vec![4, 5],
        ..MapFilter::default()
    };
    let (matching, took) = timed(|| network.matching(&EVERYONE, &filter));
    matching?;
    say("filter", took);
    Ok(())
}

/// Some random people, the same in every run.
fn some(network: &Network, book: &Book, many: u64) -> kith_core::Result<Vec<PersonId>> {
    let layout_input = network.layout_input(&EVERYONE, &book.map_places(&EVERYONE)?)?;
    let mut seeded = SeededRandom(9);
    let all = layout_input.people.len() as u64;
    let numbers = (0..many).map(|_| usize::try_from(seeded.below(all)).unwrap_or(0));
    Ok(numbers
        .filter_map(|n| layout_input.people.get(n).copied())
        .collect())
}

fn slowest<T>(
    what: &str,
    people: &[PersonId],
    mut work: impl FnMut(PersonId) -> kith_core::Result<T>,
) -> Outcome {
    let mut most = Duration::ZERO;
    for person in people {
        let (done, took) = timed(|| work(*person));
        done?;
        most = most.max(took);
    }
    say(what, most);
    Ok(())
}

fn panels(book: &Book, network: &Network, now: &Moment) -> Outcome {
    let sort = MapSort {
        by: MapColumn::Knows,
        rising: false,
    };
    let filter = MapFilter::default();
    let (rows, took) = timed(|| book.map_rows(network, &EVERYONE, &filter, sort, 0, 60, now));
    rows?;
    say("list, first 60", took);
    slowest(
        "panel, slowest of 50",
        &some(network, book, 50)?,
        |person| book.map_panel(network, &EVERYONE, person, now),
    )
}

fn ways(book: &Book, network: &Network, now: &Moment) -> Outcome {
    slowest(
        "ways in, slowest of 200 (aim 30)",
        &some(network, book, 200)?,
        |person| book.ways_in(network, person, now),
    )
}

/// Time to decide on 200 proposed ties at once. Every other change waits meanwhile.
fn deciding(book: &Book, now: &Moment) -> Outcome {
    let proposed = book.ties_proposed(200, now)?.ties;
    let pairs = proposed.iter().map(|tie| TiePair {
        person: tie.person.id,
        other: tie.other.id,
    });
    let yes: Vec<TiePair> = pairs.collect();
    let (tied, took) = timed(|| book.ties_decide(&yes, &[], now));
    say(
        &format!("yes to {} proposed ties (aim 50)", tied?.value),
        took,
    );
    Ok(())
}

/// Time to store all places, and the longest time that another change waits meanwhile.
fn keeping(book: &Book, network: &Network, now: &Moment) -> Outcome {
    let people = network
        .layout_input(&EVERYONE, &kith_core::map::Places::default())?
        .people;
    let places: Vec<Point> = (0..people.len()).map(|n| [n as f32, 1.0]).collect();
    let change = || timed(|| book.unsaved_save("bench", Some("a word"), now)).1;
    let alone = (0..100).map(|_| change()).max().unwrap_or_default();
    let over = AtomicBool::new(false);
    let (kept, waited) = thread::scope(|scope| {
        let waiting = scope.spawn(|| {
            let mut most = Duration::ZERO;
            while !over.load(Ordering::Relaxed) {
                most = most.max(change());
            }
            most
        });
        let kept = timed(|| book.map_keep(&EVERYONE, &people, &places));
        over.store(true, Ordering::Relaxed);
        (kept, waiting.join())
    });
    kept.0?;
    say("keeping everybody’s place", kept.1);
    say("  slowest change alone", alone);
    say(
        "  another change waits (aim 50)",
        waited.map_err(|_| "the other change broke")?,
    );
    let (kept, took) = timed(|| book.map_keep(&EVERYONE, &people, &places));
    kept?;
    say("keeping it again, unmoved", took);
    Ok(())
}
