//! How quick Kith is, with data made for it. Every figure stands beside another of the same run: this
//! says more than seconds on a machine that is shared.

mod bare;
mod cards;
mod finding;
mod importing;
mod mapping;
mod network;
mod reading;
mod reminding;

use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, Instant};

use kith_core::import::{Plan, Source, Unwatched};
use kith_core::{Book, Moment};

/// What a bench comes to.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;

type Bench = fn() -> Outcome;

/// Runs all benches, or those whose name contains the word given.
pub fn run(words: &[OsString]) -> Outcome {
    let wanted = words
        .first()
        .map(|word| word.to_string_lossy().into_owned())
        .unwrap_or_default();
    let benches: [(&str, Bench); 6] = [
        ("reading", reading::run),
        ("importing", importing::run),
        ("finding", finding::run),
        ("reminding", reminding::run),
        ("network", network::run),
        ("mapping", mapping::run),
    ];
    for (name, bench) in benches.iter().filter(|(name, _)| name.contains(&wanted)) {
        println!("\n{name}");
        forget_peak();
        bench()?;
        println!(
            "  peak memory                     {:>9.0} MB",
            peak_megabytes()
        );
    }
    Ok(())
}

/// The moment at which every bench plays.
fn now() -> Result<Moment, Box<dyn std::error::Error>> {
    Ok(Moment {
        utc: "2026-03-10T09:00:00Z".parse()?,
        zone: "Europe/Oslo".parse()?,
    })
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let begun = Instant::now();
    let value = work();
    (value, begun.elapsed())
}

fn say(what: &str, took: Duration) {
    println!("  {what:<31} {:>9.2} ms", took.as_secs_f64() * 1000.0);
}

/// Imports cards into the book; the plan's and the apply's time.
fn import(book: &Book, text: String) -> Result<(Duration, Duration), Box<dyn std::error::Error>> {
    let now = now()?;
    let (plan, planned) = timed(|| Plan::make(book, "bench", &[Source::Text(text)], &Unwatched));
    let mut plan = plan?;
    let (done, applied) = timed(|| plan.apply(book, &Unwatched, &now));
    done?;
    Ok((planned, applied))
}

/// A book of so many people.
fn book_of(file: &Path, people: u64) -> Result<Book, Box<dyn std::error::Error>> {
    let book = Book::open(file, &now()?)?;
    for part in 0..people.div_ceil(20_000) {
        let mut seeded = cards::Seeded(part);
        let from = part * 20_000;
        let text: String = (from..(from + 20_000).min(people))
            .map(|n| cards::card(&mut seeded, n))
            .collect();
        import(&book, text)?;
    }
    Ok(book)
}

/// The largest resident size since `forget_peak`, where the system says it (Linux).
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// Milliseconds that this thread has run, where the system says it (Linux).
fn on_processor() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said
        .split(' ')
        .next()
        .and_then(|ran| ran.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e6
}

fn forget_peak() {
    // Only a figure is lost where this cannot be written.
    let _unsaid = std::fs::write("/proc/self/clear_refs", "5");
}
