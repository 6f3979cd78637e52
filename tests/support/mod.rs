//! Support for the tests: a separate desktop with a screen, and Kith running on it.

#[cfg(all(feature = "desktop", target_os = "linux"))]
mod app;
pub mod cards;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod clock;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod desk;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod driver;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod http;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod keyboard;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod notifications;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod pointer;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod process;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod screen;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod tray;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod wait;
#[cfg(all(feature = "desktop", target_os = "linux"))]
mod windows;

#[cfg(all(feature = "desktop", target_os = "linux"))]
pub use {
    app::App,
    clock::Clock,
    desk::{Desk, binary as kith},
    driver::Element,
    notifications::{Gone, Notice, Notifications},
    pointer::Held,
    process::{Running, kill, processes},
    screen::{Drawn, Screen},
    tray::Tray,
    wait::LONG,
    wait::until,
};
