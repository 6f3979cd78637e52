//! Measures how fast Kith is, with generated data. Each figure is shown with another of the same run to
//! compare with, because absolute times depend on how busy the machine is.

mod bare;
mod bringing;
mod finding;
mod giving;
mod importing;
mod introducing;
mod loading;
mod mapping;
mod needing;
mod network;
mod promising;
mod random;
mod reading;
mod reflecting;
mod reminding;
mod topics;
#[cfg(all(feature = "window", target_os = "linux"))]
mod window;

use std::ffi::OsString;
use std::path::Path;
use std::time::{Duration, Instant};

use kith_core::import::{Plan, Source, Unwatched};
use kith_core::{Book, Moment};
use kith_tests::cards::vcards;

/// The seed of the cards in the books of the benches.
const SEED: u64 = 0;

/// Whether a bench could be run.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;

type Bench = fn() -> Outcome;

/// Runs all benches, or those whose name contains the first word.
pub fn run(words: &[OsString]) -> Outcome {
    let wanted = words
        .first()
        .map(|word| word.to_string_lossy().into_owned())
        .unwrap_or_default();
    let benches: [(&str, Bench); 8] = [
        ("reading", reading::run),
        ("importing", importing::run),
        ("finding", finding::run),
        ("reminding", reminding::run),
        ("network", network::run),
        ("mapping", mapping::run),
        ("topics", topics::run),
        ("needing", needing::run),
    ];
    #[cfg(all(feature = "window", target_os = "linux"))]
    if let Some((_, bench)) = window::BENCHES.iter().find(|(name, _)| *name == wanted) {
        return bench();
    }
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

/// The moment of all benches.
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

/// Imports cards. Returns the times of making and applying the plan.
fn import(book: &Book, text: String) -> Result<(Duration, Duration), Box<dyn std::error::Error>> {
    let now = now()?;
    let (plan, planned) = timed(|| Plan::make(book, "bench", &[Source::Text(text)], &Unwatched));
    let mut plan = plan?;
    let (done, applied) = timed(|| plan.apply(book, &Unwatched, &now));
    done?;
    Ok((planned, applied))
}

/// Makes a book of this many people.
fn book_of(file: &Path, people: usize) -> Result<Book, Box<dyn std::error::Error>> {
    let book = Book::open(file, &now()?)?;
    for part in 0..people.div_ceil(20_000) {
        let from = part * 20_000;
        import(&book, vcards(SEED, from..(from + 20_000).min(people)))?;
    }
    Ok(book)
}

/// The peak resident memory since `forget_peak`, in MB. NaN on other systems than Linux.
fn peak_megabytes() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) / 1024.0
}

/// The processor time of this thread in milliseconds. NaN on other systems than Linux.
fn on_processor() -> f64 {
    let said = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    let nanoseconds = said
        .split(' ')
        .next()
        .and_then(|ran| ran.parse::<f64>().ok());
    nanoseconds.unwrap_or(f64::NAN) / 1e6
}

fn forget_peak() {
    // If it cannot be written, only the figure of the memory is wrong.
    let _ignored = std::fs::write("/proc/self/clear_refs", "5");
}
