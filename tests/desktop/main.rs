//! The real window: the built binary, a real pointer, real keys.
#![cfg(target_os = "linux")]

mod first_launch;
