//! People opened in a book of 10,000: until the list is drawn, and the processor time of all of Kith's processes from
//! then on. A window that nobody touches has nothing to do.

use std::time::{Duration, Instant};

use kith_tests::{App, Desk, processes};

use super::{LIMIT, Measured, Outcome, ROUNDS, keep_close, median, prepare, processor_seconds};

const PEOPLE: usize = 10_000;
/// How long the window is watched once the list is drawn.
const WATCHED: Duration = Duration::from_secs(3);
/// How often.
const EVERY: Duration = Duration::from_millis(100);
/// Where less than this part of a processor is used, Kith counts as idle.
const IDLE: f64 = 0.05;

pub fn run() -> Outcome {
    let desk = Desk::watched("people");
    keep_close(&prepare(&desk, PEOPLE)?)?;
    let (mut opened, mut used, mut idle) = (vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        let app = desk.start(&[]);
        app.sees("Today");
        settle(&app)?;
        let begun = Instant::now();
        app.press("Control+2");
        app.wait_within(LIMIT, "the list is drawn", &mut || {
            !app.css(".lp [role=option]").is_empty()
        });
        opened.push(begun.elapsed().as_secs_f64());
        let (spent, last) = watch(&app)?;
        used.push(spent);
        idle.push(last);
        app.quit();
    }
    let counted = |all: &[f64]| median(all.iter().skip(1).copied().collect());
    println!("  {PEOPLE} people");
    println!(
        "  until the list can be read      {:>9.2} s",
        counted(&opened)
    );
    println!(
        "  processor in the 3 s after it   {:>9.2} s",
        counted(&used)
    );
    println!(
        "  idle after it (aim 0.3)         {:>9.2} s",
        counted(&idle)
    );
    Ok(())
}

/// Waits until nothing is done any more, so that what Today does is not counted.
fn settle(app: &App<'_>) -> Outcome {
    let mut before = used(app)?;
    let mut quiet = 0;
    app.wait_within(LIMIT, "Kith is idle", &mut || {
        std::thread::sleep(EVERY);
        let now = used(app).unwrap_or(before);
        quiet = if now - before < 0.15 * EVERY.as_secs_f64() {
            quiet + 1
        } else {
            0
        };
        before = now;
        quiet >= 5
    });
    Ok(())
}

/// The processor seconds of all processes while the window is watched, and after how many of its seconds nothing but
/// a clock's tick or a caret was left to do.
fn watch(app: &App<'_>) -> Measured<(f64, f64)> {
    let (begun, from) = (Instant::now(), used(app)?);
    let mut seen = vec![(0.0, 0.0)];
    while begun.elapsed() < WATCHED {
        // What is measured is work within a time, so this waits for no condition.
        std::thread::sleep(EVERY);
        seen.push((begun.elapsed().as_secs_f64(), used(app)? - from));
    }
    let (end, all) = seen.last().copied().unwrap_or_default();
    let idle = seen
        .iter()
        .find(|(at, spent)| all - spent <= IDLE * (end - at));
    Ok((all, idle.map_or(end, |(at, _)| *at)))
}

fn used(app: &App<'_>) -> Measured<f64> {
    let kith = app.process().ok_or("Kith does not run")?;
    Ok(processes(kith).into_iter().map(processor_seconds).sum())
}
