//! Paths in the repository.

use std::env;
use std::path::{Path, PathBuf};

/// The root folder of the repository.
pub fn root() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here)
}

/// The page's folder.
pub fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// The app that `run` starts and the tests drive.
pub fn app() -> PathBuf {
    target()
        .join("debug")
        .join(format!("kith{}", env::consts::EXE_SUFFIX))
}
