//! Bench of reading cards, from bytes to contents, on one processor core. Beside it libebook, GNOME's reader, where it is
//! installed with its binding for the distribution's own Python: from bytes to properties.

use std::hint::black_box;
use std::process::Command;

use kith_core::vcard::{self, CardOrUnreadable, Limits, Text};

use kith_tests::cards::vcards;

use super::{Outcome, timed};

const PEER_SCRIPT: &str = include_str!("peer.py");

pub fn run() -> Outcome {
    let text = vcards(1, 0..60_000);
    let megabytes = text.len() as f64 / 1e6;
    let mut best = f64::MAX;
    for _ in 0..5 {
        let (read, took) = timed(|| {
            let text = Text::decode(text.as_bytes());
            let mut read = 0_u64;
            for found in vcard::cards(&text, &Limits::default()) {
                if let CardOrUnreadable::Card(card) = found {
                    read += 1;
                    black_box(card.contents());
                }
            }
            read
        });
        if read != 60_000 {
            return Err(format!("{read} cards read of 60,000").into());
        }
        best = best.min(took.as_secs_f64());
    }
    match peer(&text) {
        Some(theirs) => println!(
            "  libebook's {:.0} MB/s beside it (aim 2) {:>7.2} ×",
            megabytes / theirs,
            theirs / best
        ),
        None => println!("  libebook is not installed, so it is not beside it"),
    }
    let (lines, plain) = timed(|| black_box(text.lines().count()));
    println!(
        "  {megabytes:.0} MB of mixed cards        {:>9.0} MB/s  (aim 90)",
        megabytes / best
    );
    println!(
        "  beside counting its {lines} lines {:>9.1} ×",
        best / plain.as_secs_f64()
    );
    Ok(())
}

/// Seconds in which libebook reads the cards.
fn peer(cards: &str) -> Option<f64> {
    let folder = tempfile::tempdir().ok()?;
    let (script, file) = (
        folder.path().join("peer.py"),
        folder.path().join("cards.vcf"),
    );
    std::fs::write(&script, PEER_SCRIPT).ok()?;
    std::fs::write(&file, cards).ok()?;
    let said = Command::new("/usr/bin/python3")
        .arg(script)
        .arg(file)
        .output()
        .ok()?;
    String::from_utf8(said.stdout).ok()?.trim().parse().ok()
}
