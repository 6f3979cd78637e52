//! From the start of the program to Today, drawn, in a book of 10,000 people; and the memory then. Beside it an
//! empty window.

use std::path::PathBuf;
use std::process::Stdio;
use std::time::Instant;

use kith_tests::{Desk, Drawn, Running, Screen, kith};

use super::{LIMIT, Measured, Outcome, ROUNDS, keep_close, memory, prepare, say_beside};

const PEOPLE: usize = 10_000;

pub fn run() -> Outcome {
    let empty = std::env::var_os("KITH_EMPTY_WINDOW").ok_or("KITH_EMPTY_WINDOW is not set")?;
    let (own, empty) = (kith(), PathBuf::from(empty));
    let desk = Desk::watched("start");
    keep_close(&prepare(&desk, PEOPLE)?)?;
    let screen = Screen::of(&desk);
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        theirs.push(start(&desk, &screen, &empty, false)?);
        ours.push(start(&desk, &screen, &own, true)?);
    }
    let counted = |all: &[(Drawn, f64)], of: fn(&(Drawn, f64)) -> f64| {
        all.iter().skip(1).map(of).collect::<Vec<_>>()
    };
    let beside =
        |what, unit, of| say_beside(what, unit, &counted(&ours, of), &counted(&theirs, of));
    beside("first pixel", "s", |(drawn, _)| drawn.first.as_secs_f64());
    beside("drawn as it stays (aim 1.35)", "s", |(drawn, _)| {
        drawn.whole.as_secs_f64()
    });
    beside("different pictures until then", "", |(drawn, _)| {
        drawn.pictures as f64
    });
    beside("memory, PSS (aim 1.25)", "MB", |(_, memory)| *memory);
    Ok(())
}

fn start(desk: &Desk, screen: &Screen, program: &PathBuf, quits: bool) -> Measured<(Drawn, f64)> {
    screen.wait_blank(LIMIT);
    let begun = Instant::now();
    let mut running = Running::start(program, |command| {
        desk.dress(command);
        command.stdout(Stdio::null()).stderr(Stdio::null());
    });
    let drawn = screen.wait(begun, LIMIT).ok_or("nothing was drawn")?;
    let memory = memory(running.id());
    if quits {
        desk.close_window();
        running.wait_ended(LIMIT);
    }
    Ok((drawn, memory))
}
