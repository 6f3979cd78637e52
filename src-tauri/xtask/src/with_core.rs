//! The commands that use core, the same code as the app.

mod bench;
mod metrics;
mod vcards;

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((command, rest)) = words.split_first() else {
        return ExitCode::FAILURE;
    };
    let outcome = match command.to_string_lossy().as_ref() {
        "vcards" => vcards::run(rest),
        "bench" => bench::run(rest),
        "metrics" => metrics::run(rest),
        other => Err(format!("There is no command {other}.").into()),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}
