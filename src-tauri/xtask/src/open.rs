//! `cargo xtask run`: builds the app in a fresh clone and opens its window.

use std::ffi::OsString;
use std::process::Command;

use crate::steps::{Outcome, head, through};
use crate::system::{Need, ensure, screen};
use crate::{app, page, place};

/// Opens the window, with files to import if there are any.
pub fn open(files: &[OsString]) -> Outcome {
    // Before the minutes that a first build takes.
    screen()?;
    page::node()?;
    ensure(&[Need::Window])?;
    page::build()?;
    app::build()?;
    head("Kith");
    through(Command::new(place::app()).args(files))
}
