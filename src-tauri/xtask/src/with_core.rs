//! The commands that use core, the same code as the app.

mod bench;
mod metrics;
#[cfg(all(feature = "window", target_os = "linux"))]
mod pictures;
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
        #[cfg(all(feature = "window", target_os = "linux"))]
        "pictures" => match rest.first() {
            Some(folder) => pictures::run(folder.as_ref()),
            None => Err("Into which folder?".into()),
        },
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
