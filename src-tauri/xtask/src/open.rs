//! `cargo xtask run`: from a fresh clone to an open window.

use std::ffi::OsString;
use std::process::Command;

use crate::steps::{Outcome, head, through};
use crate::system::{Need, ensure, screen};
use crate::{app, page, place};

/// Opens the window, with the files to import if any are named.
pub fn open(files: &[OsString]) -> Outcome {
    page::node()?;
    ensure(&[Need::Window])?;
    page::build()?;
    app::build()?;
    screen()?;
    head("Kith");
    through(Command::new(place::app()).args(files))
}
