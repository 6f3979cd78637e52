//! `cargo xtask …`: the commands of the repository.

mod app;
mod icons;
mod licences;
mod open;
mod package;
mod packages;
mod page;
mod place;
mod stamp;
mod steps;
mod suite;
mod system;
mod tally;
mod waiting;
mod wire;

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

use steps::{Outcome, say};

const HELP: &str = "\
cargo xtask run [FILE…]        install what is missing, build, open the window (and import the files)
cargo xtask test               install what is missing, then every check and test
cargo xtask test PART [NAME]   one part: lint, core, page, ipc or desktop; NAME picks tests
cargo xtask package            the deb and the rpm, checked, in target/release/bundle
cargo xtask wire               write ui/src/host/wire.gen.ts from the Rust types
cargo xtask licences           write the parts of others that Settings → About lists
cargo xtask pictures           take the README's pictures anew, from the real window with the sample's people
cargo xtask icons              draw every icon in icons/ from icons/kith.svg
cargo xtask vcards [--write DIR] [--write-4 DIR] FILE…   what Kith reads in vCards or folders of them, a JSON line a file
cargo xtask metrics EDGES.csv [--me NAME] [--path-to NAME]   a network's figures as JSON
cargo xtask bench [NAME]       how quick things are, with data made for it
cargo xtask bench start|frames|window   the same of the real window: its start, the map's frames, an import";

/// The benches that drive the real window.
const WINDOW_BENCHES: [&str; 4] = ["start", "frames", "people", "window"];

fn main() -> ExitCode {
    let words: Vec<OsString> = env::args_os().skip(1).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(words) => {
            if !words.is_empty() {
                eprintln!("\n{words}");
            }
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[OsString]) -> Outcome {
    let Some((command, rest)) = words.split_first() else {
        say(HELP);
        return Ok(());
    };
    let command = command.to_string_lossy();
    match command.as_ref() {
        "run" => open::open(rest),
        "test" => suite::test(
            &rest
                .iter()
                .map(|w| w.to_string_lossy().into_owned())
                .collect::<Vec<_>>(),
        ),
        "package" => package::make(),
        "wire" => wire::write(),
        "licences" => page::packages().and_then(|()| licences::write()),
        "icons" => icons::make(),
        "pictures" => suite::prepare().and_then(|()| app::pictures()),
        "bench" => match WINDOW_BENCHES
            .iter()
            .find(|name| rest.first().is_some_and(|word| word == **name))
        {
            Some(name) => suite::prepare().and_then(|()| app::bench_window(name)),
            None => app::tool(&command, rest),
        },
        "vcards" | "metrics" => app::tool(&command, rest),
        "help" | "--help" | "-h" => {
            say(HELP);
            Ok(())
        }
        other => Err(format!("There is no command {other}. These are:\n\n{HELP}")),
    }
}
