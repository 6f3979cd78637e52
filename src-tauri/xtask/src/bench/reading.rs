//! Bench of reading cards, from bytes to contents, on one processor core.

use std::hint::black_box;

use kith_core::vcard::{self, CardOrUnreadable, Limits, Text};

use kith_tests::cards::vcards;

use super::{Outcome, timed};

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
