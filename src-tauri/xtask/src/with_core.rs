//! The commands that go through core itself: the same code as the app.

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().skip(1).collect();
    let Some((command, _rest)) = words.split_first() else {
        return ExitCode::FAILURE;
    };
    eprintln!("There is no command {} yet.", command.to_string_lossy());
    ExitCode::FAILURE
}
