//! Reminders: looks at the wall clock, claims what is due, shows it, and hears the answers.
//!
//! The core's state machine is the truth; this only carries. Nothing is claimed while nobody can show
//! it, so that it comes when somebody can; Today lists it all the while.

#[cfg(target_os = "linux")]
mod bus;
#[cfg(not(target_os = "linux"))]
#[path = "other_systems.rs"]
mod bus;
pub mod held;
mod round;
pub mod run;
pub mod screen;
pub mod show;
#[cfg(target_os = "linux")]
mod wake;
mod words;
