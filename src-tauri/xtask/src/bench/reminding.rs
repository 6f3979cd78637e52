//! Benches of daily work in a large book: 100,000 people, 20,000 of them kept close, a million
//! conversations.

use std::path::Path;
use std::time::Duration;

use kith_core::Channel;
use kith_core::import::{Plan, Source, Unwatched};
use kith_core::interactions::StartedBy;
use kith_core::keeping_close::RelationshipEdit;
use kith_core::logging::NewInteraction;
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Moment, PersonId};
use rusqlite::Connection;

use kith_tests::cards::vcards;

use super::{
    Outcome, SEED, book_of, bringing, giving, introducing, loading, now, on_processor, promising,
    random, reflecting, say, timed,
};

const PEOPLE: usize = 100_000;
const CLOSE: usize = 20_000;
const TALKS: u64 = 1_000_000;
/// Conversations with the person who is talked to most.
const TALKS_OF_ONE: u64 = 5_000;
/// The time span of the conversations in days.
const HISTORY_DAYS: u64 = 5 * 365;
const CHANNELS: [&str; 8] = [
    "in_person",
    "video",
    "phone",
    "email",
    "chat",
    "text",
    "social",
    "not_said",
];
/// Cadences of those kept close, in days.
const CADENCES: [u32; 5] = [14, 30, 45, 60, 90];

pub fn run() -> Outcome {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("book.kith");
    let now = now()?;
    let (people, took) = timed(|| fill(&file, &now));
    let people = people?;
    say("making the book", took);
    let (book, took) = timed(|| Book::open(&file, &now));
    let book = book?;
    say("open (aim 50)", took);
    let (first, last) = (people.first(), people.get(CLOSE - 1));
    let (one, usual) = (*first.ok_or("nobody")?, *last.ok_or("nobody")?);
    reminders(&book, &now)?;
    today(&book, &now)?;
    logging(&book, usual, &now)?;
    list(&book, &now)?;
    page(&book, one, &now)?;
    giving::pages(&book, one, usual, &now)?;
    promising::kept(&book, one, usual, &now)?;
    reflecting::pages(&book, &now)?;
    let without = introducing::today(&book, "today without introductions", &now)?;
    drop(book);
    let close = people.get(..CLOSE).ok_or("too few people")?;
    bringing::today(&file, folder.path(), close, &now)?;
    let mut connection = Connection::open(&file)?;
    introducing::introduce(&mut connection, &people, &now.today().to_string())?;
    drop(connection);
    let book = Book::open(&file, &now)?;
    introducing::pages(&book, one, without, &now)?;
    let others = people.get(CLOSE..CLOSE * 2).ok_or("too few people")?;
    loading::plans(&book, usual, others, &now)?;
    nothing_new(&book)
}

/// Fills the book. Returns all people, those kept close first; the first is the one talked to most.
fn fill(file: &Path, now: &Moment) -> Result<Vec<PersonId>, Box<dyn std::error::Error>> {
    let book = book_of(file, PEOPLE)?;
    let people = book.people_ids(&PeopleFilter::default(), now)?;
    let kind = book.kinds_list()?.first().ok_or("no kind")?.id;
    let close = people.get(..CLOSE).ok_or("too few people")?;
    let before = Moment {
        utc: "2024-03-10T09:00:00Z".parse()?,
        ..*now
    };
    for (part, ids) in close.chunks(1000).enumerate() {
        let keep = RelationshipEdit::KeepClose {
            kind,
            cadence_days: CADENCES.get(part % CADENCES.len()).copied(),
            importance: u8::try_from(part % 3)? + 1,
            next: String::new(),
        };
        book.relationship_edit(ids, &keep, &before)?;
    }
    drop(book);
    let mut connection = Connection::open(file)?;
    talk(&mut connection, &people, &now.today().to_string())?;
    giving::give(&mut connection, &people, &now.today().to_string())?;
    promising::promise(&mut connection, &people, &now.today().to_string())?;
    reflecting::reflect(&mut connection)?;
    derive(&connection)?;
    drop(connection);
    let book = Book::open(file, now)?;
    // A change of the hours computes all reminders anew.
    let hours = serde_json::json!({ "daysOff": [{ "from": "2026-12-24", "to": "2027-01-01", "label": "" }] });
    let changed = hours.as_object().ok_or("no object")?;
    let (done, took) = timed(|| book.settings_set(changed, now));
    done?;
    say("hours changed, rings anew", took);
    Ok(people)
}

/// Inserts conversations: four of five with people kept close, one of ten with three people.
fn talk(connection: &mut Connection, people: &[PersonId], today: &str) -> Outcome {
    let mut seeded = random::SeededRandom(5);
    let transaction = connection.transaction()?;
    {
        let mut talk = transaction.prepare(
            "INSERT INTO interactions (id, happened_on, zone, channel, minutes, started_by_me, note) \
             VALUES (?1, date(?2, '-' || ?3 || ' days'), 'Europe/Oslo', ?4, 30, ?5, ?6)",
        )?;
        let mut join = transaction.prepare(
            "INSERT OR IGNORE INTO interaction_people (interaction_id, person_id, started) VALUES (?1, ?2, 0)",
        )?;
        for id in 1..=TALKS {
            let those = match seeded.below(5) {
                0 => people,
                _ => people.get(..CLOSE).unwrap_or_default(),
            };
            let mut someone = || pick(those, &mut seeded);
            let first = if id <= TALKS_OF_ONE {
                *people.first().ok_or("nobody")?
            } else {
                someone()?
            };
            let others = if id % 10 == 0 {
                [someone()?, someone()?].to_vec()
            } else {
                Vec::new()
            };
            talk.execute((
                id,
                today,
                1 + seeded.below(HISTORY_DAYS),
                seeded.pick(&CHANNELS),
                seeded.below(2),
                "Asked for fewer meetings, and for numbers from two other labs before she decides.",
            ))?;
            join.execute((id, first.0))?;
            for other in others {
                join.execute((id, other.0))?;
            }
        }
    }
    transaction.commit()?;
    Ok(())
}

fn pick(
    those: &[PersonId],
    seeded: &mut random::SeededRandom,
) -> Result<PersonId, Box<dyn std::error::Error>> {
    let at = usize::try_from(seeded.below(those.len() as u64))?;
    Ok(*those.get(at).ok_or("nobody")?)
}

/// Computes for all conversations at once what Kith stores with each.
fn derive(connection: &Connection) -> Outcome {
    connection.execute_batch(
        "BEGIN;
         UPDATE relationships SET last_contact_on = (SELECT max(i.happened_on) FROM interaction_people p
           JOIN interactions i ON i.id = p.interaction_id WHERE p.person_id = relationships.person_id);
         UPDATE relationships SET
           next_due_on = date(coalesce(last_contact_on, kept_close_on), '+' || cadence_days || ' days'),
           quiet_on = date(coalesce(last_contact_on, kept_close_on), '+' || (cadence_days + 1) || ' days');
         UPDATE check_ins SET wished_on = NULL, due_on = (SELECT next_due_on FROM relationships r WHERE r.person_id = check_ins.person_id);
         COMMIT;",
    )?;
    Ok(())
}

/// Prints the median of `times` runs, and the processor time of one. On a busy machine the difference is
/// waiting.
pub(super) fn often<T>(
    what: &str,
    aim: &str,
    times: usize,
    mut work: impl FnMut() -> kith_core::Result<T>,
) -> Result<Duration, Box<dyn std::error::Error>> {
    let mut took = Vec::new();
    let begun = on_processor();
    for _ in 0..times {
        let (done, time) = timed(&mut work);
        done?;
        took.push(time);
    }
    let each = (on_processor() - begun) / times as f64;
    took.sort_unstable();
    let at = |share: usize| took.get((times * share / 100).min(times - 1)).copied();
    let half = at(50).ok_or("never")?;
    let most = at(99).unwrap_or(half);
    println!(
        "  {what:<31} {:>9.2} ms  p99 {:.2}, processor {each:.2} ms{}{aim}",
        half.as_secs_f64() * 1000.0,
        most.as_secs_f64() * 1000.0,
        if aim.is_empty() { "" } else { "  aim " },
    );
    Ok(half)
}

pub(super) fn beside(what: &str, took: Duration, other: Duration) {
    println!(
        "  beside {what:<24} {:>9.1} ×",
        took.as_secs_f64() / other.as_secs_f64()
    );
}

fn reminders(book: &Book, now: &Moment) -> Outcome {
    let (run, took) = timed(|| book.reminders_begin(now));
    let run = run?;
    say("a run begins", took);
    let (claimed, took) = timed(|| book.reminders_claim(run, now));
    println!("  {} reminders are due at once", claimed?.len());
    say("claiming them", took);
    often("round with nothing due", "1", 500, || {
        book.reminders_tick_state(&[], now)
    })?;
    Ok(())
}

fn today(book: &Book, now: &Moment) -> Outcome {
    let shown = book.today(50, now)?;
    println!("  {} due of {} kept close", shown.due, shown.kept_close);
    let count = often("today’s count", "20", 50, || book.today_count(now))?;
    let took = often("today, 50 rows", "20", 50, || book.today(50, now))?;
    beside("its count", took, count);
    Ok(())
}

fn logging(book: &Book, person: PersonId, now: &Moment) -> Outcome {
    let mut words = 0;
    let bare = often("least change committed", "", 50, || {
        words += 1;
        book.unsaved_save("bench", Some(&format!("{words} words.")), now)
    })?;
    let talk = NewInteraction {
        attempt: false,
        people: vec![person],
        when: "yesterday".to_owned(),
        channel: Channel::Video,
        title: String::new(),
        minutes: Some(30),
        started_by: StartedBy::Me,
        note: "Went through the numbers of the two other labs.".to_owned(),
        closes: Vec::new(),
    };
    often("one conversation committed", "", 50, || {
        book.interaction_log(&talk, now)
    })?;
    let took = often("the same, and today again", "30", 50, || {
        book.interaction_log(&talk, now)?;
        book.today(50, now)
    })?;
    beside("the least change", took, bare);
    Ok(())
}

fn list(book: &Book, now: &Moment) -> Outcome {
    let quiet = PeopleFilter {
        quiet: true,
        ..PeopleFilter::default()
    };
    for (whose, filter) in [("everyone", PeopleFilter::default()), ("quiet", quiet)] {
        let total = book.people_outline(&filter, now)?.total;
        println!("  {whose}: {total}");
        often("  outline", "", 20, || book.people_outline(&filter, now))?;
        often("  first window", "", 20, || {
            book.people_window(&filter, 0, 60, now)
        })?;
        often("  window in the middle", "", 20, || {
            book.people_window(&filter, total / 2, 60, now)
        })?;
    }
    Ok(())
}

fn page(book: &Book, person: PersonId, now: &Moment) -> Outcome {
    let total = book.timeline(person, 0, 1)?.total;
    println!("  somebody with {total} conversations");
    often("  page", "", 20, || book.person_page(person, now))?;
    often("  timeline, first 50", "", 20, || {
        book.timeline(person, 0, 50)
    })?;
    often("  timeline, last 50", "", 20, || {
        book.timeline(person, total.saturating_sub(50), 50)
    })?;
    often("  warmth explained", "", 20, || {
        book.warmth_explained(person, now)
    })?;
    often("example for the settings", "", 5, || {
        book.warmth_example(now)
    })?;
    Ok(())
}

/// Time to plan the import of a card that is in the book already.
fn nothing_new(book: &Book) -> Outcome {
    let card = vcards(SEED, 0..1);
    often("import of nothing new, plan", "", 5, || {
        Plan::make(book, "bench", &[Source::Text(card.clone())], &Unwatched).map(drop)
    })?;
    Ok(())
}
