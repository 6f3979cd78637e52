//! Systems that show notifications themselves; the tray is not known there yet.

use crate::wire::Notifications;

/// Nothing to hold.
#[derive(Default)]
pub struct Bus;

/// Whether notifications can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(dead_code, reason = "the shape is that of Linux")]
pub enum Server {
    /// The system shows them.
    Answers,
    /// Never here.
    Sleeps,
    /// Never here.
    Missing,
    /// Never here.
    NoBus,
}

impl Server {
    /// What the page is told.
    pub fn told(self) -> Notifications {
        Notifications::Ready
    }
}

impl Bus {
    /// Whether notifications can be shown right now.
    pub fn server(&self) -> Server {
        Server::Answers
    }

    /// Nobody sleeps.
    pub fn wake_server(&self) -> bool {
        true
    }

    /// Nobody needs one.
    pub fn is_there(&self) -> bool {
        true
    }

    /// Whether markup in a body is read.
    pub fn reads_markup(&self) -> bool {
        false
    }

    /// Whether somebody shows tray icons.
    pub fn tray_host(&self) -> bool {
        false
    }
}
