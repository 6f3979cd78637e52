//! Runs other programs and prints what is done.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::process::{Command, Stdio};

/// The result of a step. The error is a message for the person who typed the command.
pub type Outcome<T = ()> = Result<T, String>;

pub fn say(words: &str) {
    println!("{words}");
}

/// Prints a heading before a step that takes long.
pub fn head(words: &str) {
    let (on, off) = if io::stdout().is_terminal() {
        ("\x1b[1m", "\x1b[0m")
    } else {
        ("", "")
    };
    println!("\n{on}== {words}{off}");
    let _ = io::stdout().flush();
}

/// Runs a program to its end. Its output is shown.
pub fn through(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|e| cannot_start(command, &e))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", shown(command)))
    }
}

/// Runs a program to its end without showing its output, and returns the output.
pub fn run(command: &mut Command) -> Outcome<Vec<u8>> {
    let out = command
        .stdin(Stdio::null())
        .output()
        .map_err(|e| cannot_start(command, &e))?;
    if out.status.success() {
        return Ok(out.stdout);
    }
    let words = String::from_utf8_lossy(&out.stderr);
    Err(format!(
        "{} ended with {}\n{}",
        shown(command),
        out.status,
        words.trim_end()
    ))
}

/// Runs a program to its end, shows its output and calls `line` with each line of it.
pub fn heard(command: &mut Command, mut line: impl FnMut(&str)) -> Outcome {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|e| cannot_start(command, &e))?;
    if let Some(out) = child.stdout.take() {
        for bytes in BufReader::new(out).split(b'\n') {
            let Ok(bytes) = bytes else { break };
            let text = String::from_utf8_lossy(&bytes);
            println!("{text}");
            line(&text);
        }
    }
    let status = child.wait().map_err(|e| e.to_string())?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", shown(command)))
    }
}

/// Whether the program exists.
pub fn there(program: &str) -> bool {
    let probe = Command::new(program)
        .arg("--version")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    probe.is_ok()
}

/// The command as one types it.
pub fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words
        .map(OsStr::to_string_lossy)
        .collect::<Vec<_>>()
        .join(" ")
}

fn cannot_start(command: &Command, error: &io::Error) -> String {
    format!(
        "{} cannot be started: {error}",
        command.get_program().to_string_lossy()
    )
}
