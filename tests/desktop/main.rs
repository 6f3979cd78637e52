//! Tests of the built app in a real window, with a real pointer and real keys.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // A test may panic.

mod accessible;
mod answering;
mod background;
mod bringing;
mod cards;
mod damage;
mod dialogs;
mod dropping;
mod editing;
mod finding;
mod first_launch;
mod hostile_cards;
mod keyboard;
mod layouts;
mod logging;
mod looks;
mod lost;
mod many;
mod mapping;
mod promises;
mod reminding;
mod second_start;
mod seed;
mod today;
mod week;
