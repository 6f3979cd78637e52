//! The real window: the built binary, a real pointer, real keys.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // A test may panic.

mod cards;
mod dialogs;
mod dropping;
mod editing;
mod finding;
mod first_launch;
mod hostile_cards;
mod keyboard;
mod looks;
mod second_start;
