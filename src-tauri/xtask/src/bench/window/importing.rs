//! The import of 10,000 cards in the window, from the button to the report, and the processor time of Kith's own
//! process. Beside it GNOME's address book (evolution-data-server), where it is installed, taking the same file.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use kith_tests::cards::vcards;
use kith_tests::{Desk, Running, until};

use super::{LIMIT, Measured, Outcome, ROUNDS, median, prepare, processor_seconds, say_beside};

const CARDS: usize = 10_000;
/// How many people the book has before.
const PEOPLE: usize = 200;
/// The seed of the cards. Another one than that of the people in the book.
const SEED: u64 = 7;
/// Where distributions keep the two programs of evolution-data-server.
const PEER: [&str; 2] = [
    "/usr/libexec/evolution-source-registry",
    "/usr/libexec/evolution-addressbook-factory",
];
const PEER_SCRIPT: &str = include_str!("peer.py");

pub fn run() -> Outcome {
    let cards = vcards(SEED, PEOPLE..PEOPLE + CARDS);
    println!("  {:.1} MB, {CARDS} cards", cards.len() as f64 / 1e6);
    let peer = PEER.iter().all(|program| Path::new(program).is_file());
    let (mut ours, mut processor, mut theirs, mut log) = (vec![], vec![], vec![], vec![]);
    for _ in 0..ROUNDS {
        let (took, on_processor, beside) = import(&cards)?;
        ours.push(took);
        processor.push(on_processor);
        log.push(beside);
        if peer {
            theirs.push(import_into_peer(&cards)?);
        }
    }
    let counted = |all: &[f64]| all.iter().skip(1).copied().collect::<Vec<_>>();
    if peer {
        say_beside(
            "in the window (aim 0.8)",
            "s",
            &counted(&ours),
            &counted(&theirs),
        );
    } else {
        println!("  evolution-data-server is not installed, so there is nothing beside it");
        println!(
            "  in the window                   {:>9.2} s",
            median(counted(&ours))
        );
    }
    println!(
        "  Kith's own process (aim 2)      {:>9.2} s",
        median(counted(&processor))
    );
    println!(
        "  beside the file, 5 s later      {:>9.2} MB",
        median(counted(&log))
    );
    Ok(())
}

/// Seconds from the button to the report, processor seconds of Kith's process meanwhile, and the MB of the log beside
/// the book five seconds later.
fn import(cards: &str) -> Measured<(f64, f64, f64)> {
    let desk = Desk::watched("import");
    drop(prepare(&desk, PEOPLE)?);
    let file = desk.file("cards.vcf", cards);
    let app = desk.start(&[&file]);
    app.find("button", "Import 10,000");
    let process = app.process().ok_or("Kith does not run")?;
    app.ask(
        "const button = [...document.querySelectorAll('button')].find((each) => each.innerText.startsWith('Import 10,000')); \
         button.addEventListener('click', () => { window.begun = performance.now(); }, { capture: true }); \
         new MutationObserver((_, all) => { if (document.querySelector('.repo h1')) { \
           window.took = performance.now() - window.begun; all.disconnect(); } }) \
           .observe(document.body, { childList: true, subtree: true })",
        &[],
    );
    let before = processor_seconds(process);
    app.click("button", "Import 10,000");
    let took = until("the report", LIMIT, || {
        app.ask("return window.took ?? null", &[]).as_f64()
    });
    let on_processor = processor_seconds(process) - before;
    // What is measured is the time of the log's own emptying, so this waits for no condition.
    std::thread::sleep(Duration::from_secs(5));
    let log = desk.data().join("book.kith-wal");
    let log = std::fs::metadata(log).map_or(0, |log| log.len());
    app.quit();
    Ok((took / 1000.0, on_processor, log as f64 / 1e6))
}

/// Seconds in which GNOME's address book takes the cards.
fn import_into_peer(cards: &str) -> Measured<f64> {
    let desk = Desk::new("peer");
    let file = desk.file("cards.vcf", cards);
    let script = desk.file("peer.py", PEER_SCRIPT);
    let _running = PEER.map(|program| {
        Running::start(program, |command| {
            desk.dress(command);
            command.stdout(Stdio::null()).stderr(Stdio::null());
        })
    });
    // The distribution's own Python has the bindings.
    let out = desk
        .tool("/usr/bin/python3")
        .arg(&script)
        .arg(&file)
        .output()?;
    let said = String::from_utf8_lossy(&out.stdout);
    let seconds = said.trim().parse();
    seconds.map_err(|_| {
        format!(
            "the peer said: {said} {}",
            String::from_utf8_lossy(&out.stderr)
        )
        .into()
    })
}
