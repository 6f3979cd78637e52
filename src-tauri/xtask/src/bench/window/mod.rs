//! Benches of the real window, in release mode, under software rendering: what a person waits for.

mod frames;
mod importing;
mod people;
mod starting;

use std::fs;
use std::time::Duration;

use kith_core::keeping_close::RelationshipEdit;
use kith_core::people_list::PeopleFilter;
use kith_core::{Book, Moment};
use kith_tests::{Desk, processes};
use serde_json::json;

use super::{Bench, Outcome, book_of};

/// The names of these benches. They need the built app, so `cargo xtask bench` runs them only where one is named.
pub const BENCHES: [(&str, Bench); 4] = [
    ("start", starting::run),
    ("frames", frames::run),
    ("people", people::run),
    ("window", importing::run),
];

/// How often each side is measured, in turns. The first round only warms the caches and is not counted.
const ROUNDS: usize = 8;
/// Longer than anything takes here.
const LIMIT: Duration = Duration::from_secs(60);

type Measured<T> = Result<T, Box<dyn std::error::Error>>;

/// This instant. The app of a release build takes no other clock.
fn now() -> Measured<Moment> {
    Ok(Moment {
        utc: std::time::SystemTime::now().into(),
        zone: "Europe/Oslo".parse()?,
    })
}

/// Writes the desk's book, with so many people.
fn prepare(desk: &Desk, people: usize) -> Measured<Book> {
    let book = book_of(&desk.data().join("book.kith"), people)?;
    let onboarded = [("onboarded".to_owned(), json!(true))]
        .into_iter()
        .collect();
    book.settings_set(&onboarded, &now()?)?;
    Ok(book)
}

/// Keeps 300 people close since 45 days, with a rhythm of 30, so that all of them are due.
fn keep_close(book: &Book) -> Outcome {
    let now = now()?;
    let then = Moment {
        utc: now.utc - Duration::from_secs(45 * 86_400),
        zone: now.zone,
    };
    let some = book.people_window(&PeopleFilter::default(), 0, 300, &then)?;
    let ids: Vec<_> = some.iter().map(|row| row.id).collect();
    let kinds = book.kinds_list()?;
    let keep = RelationshipEdit::KeepClose {
        kind: kinds.first().ok_or("no kind")?.id,
        cadence_days: Some(30),
        importance: 1,
        next: String::new(),
    };
    book.relationship_edit(&ids, &keep, &then)?;
    Ok(())
}

/// The memory of a process and all that it started, in MB: PSS, which counts shared pages in parts.
fn memory(process: u32) -> f64 {
    let kilobytes = processes(process).into_iter().filter_map(|id| {
        let said = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).ok()?;
        let line = said.lines().find_map(|line| line.strip_prefix("Pss:"))?;
        line.trim()
            .trim_end_matches(" kB")
            .trim()
            .parse::<f64>()
            .ok()
    });
    kilobytes.sum::<f64>() / 1024.0
}

/// The processor time that a process has used, also in threads that have ended, in seconds.
fn processor_seconds(process: u32) -> f64 {
    /// Linux counts it in hundredths of a second on every architecture that Kith runs on.
    const TICKS: f64 = 100.0;
    // "12 (name) S 1 …": the name may contain brackets and ends at the last one. The 12th and 13th field after it are
    // the time in the program and in the kernel.
    let said = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let fields = said.rsplit_once(')').map_or("", |(_, fields)| fields);
    let spent = fields.split_whitespace().skip(11).take(2);
    spent
        .filter_map(|field| field.parse::<f64>().ok())
        .sum::<f64>()
        / TICKS
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Prints two medians and the median of the ratios of each round.
fn say_beside(what: &str, unit: &str, own: &[f64], other: &[f64]) {
    let ratios = own.iter().zip(other).map(|(own, other)| own / other);
    let ratio = median(ratios.collect());
    let (own, other) = (median(own.to_vec()), median(other.to_vec()));
    println!("  {what:<31} {own:>9.2} {unit} to {other:.2} {unit}: {ratio:.2} ×");
}
