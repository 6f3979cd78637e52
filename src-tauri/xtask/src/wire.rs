//! The page's TypeScript types, which the shell prints from the Rust types.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::app::{ALL, cargo};
use crate::place::{target, ui};
use crate::steps::{Outcome, run, say, through};

fn file() -> PathBuf {
    ui().join("src/host/wire.gen.ts")
}

fn printed() -> Outcome<Vec<u8>> {
    // The shell's build wants the folder of the built page to be there; an empty one is enough for the types.
    let page = ui().join("dist");
    fs::create_dir_all(&page).map_err(|e| format!("{} cannot be made: {e}", page.display()))?;
    through(
        cargo("build")
            .arg("--quiet")
            .args(ALL)
            .args(["--example", "wire"]),
    )?;
    let name = format!("wire{}", std::env::consts::EXE_SUFFIX);
    run(&mut Command::new(
        target().join("debug/examples").join(name),
    ))
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

/// Fails if the page's types differ from the Rust types.
pub fn drift() -> Outcome {
    let types = printed()?;
    if fs::read(file()).is_ok_and(|then| then == types) {
        return Ok(());
    }
    Err("ui/src/host/wire.gen.ts is not what the Rust types say. Type: cargo xtask wire".into())
}
