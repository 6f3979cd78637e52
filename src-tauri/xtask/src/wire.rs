//! The page's types, printed by the shell from the Rust ones.

use std::fs;
use std::path::PathBuf;

use crate::app::{ALL, cargo};
use crate::place::ui;
use crate::steps::{Outcome, run, say};

fn file() -> PathBuf {
    ui().join("src/host/wire.gen.ts")
}

fn printed() -> Outcome<Vec<u8>> {
    run(cargo("run")
        .arg("--quiet")
        .args(ALL)
        .args(["--example", "wire"]))
}

/// Writes ui/src/host/wire.gen.ts.
pub fn write() -> Outcome {
    let types = printed()?;
    if fs::read(file()).is_ok_and(|then| then == types) {
        say("ui/src/host/wire.gen.ts is as it should be.");
        return Ok(());
    }
    fs::write(file(), types).map_err(|e| format!("{} cannot be written: {e}", file().display()))?;
    say("ui/src/host/wire.gen.ts is written anew.");
    Ok(())
}

/// Fails when the page's types are not those that Rust has now.
pub fn drift() -> Outcome {
    if fs::read(file()).is_ok_and(|then| Ok(then) == printed()) {
        return Ok(());
    }
    Err("ui/src/host/wire.gen.ts is not what the Rust types say. Type: cargo xtask wire".into())
}
