//! Notifications on the screen: put up, tried out, and taken down when Kith ends.

use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use kith_core::{Code, Error, Result};
use tauri::{AppHandle, Runtime};

use super::bus::Server;
use super::held::{self, Up};
use super::show;
use super::words::{self, Notice};
use crate::mutex::locked;

/// No server is waited for longer when Kith ends.
const LEAVE_WITHIN: Duration = Duration::from_millis(500);

/// Puts a notification up, and remembers it until it goes.
pub fn put_up<R: Runtime>(app: &AppHandle<R>, opening: u64, notice: &Notice) {
    let reminders = held::of(app);
    let id = reminders.next.fetch_add(1, Ordering::Relaxed);
    let up = Up {
        opening,
        keys: notice.keys.clone(),
        asked: 0,
    };
    if !up.keys.is_empty() {
        locked(&reminders.up).insert(id, up);
    }
    let closed = app.clone();
    show::put_up(app, id, opening, notice, move || {
        locked(&held::of(&closed).up).remove(&id);
    });
}

/// Kith ends: its notifications go too, since nobody would hear their buttons.
pub fn end<R: Runtime>(app: &AppHandle<R>) {
    let (sender, done) = mpsc::channel();
    let app = app.clone();
    thread::spawn(move || {
        show::take_all_down(&app);
        let _ = sender.send(());
    });
    let _ = done.recv_timeout(LEAVE_WITHIN);
}

/// Tells whoever does not see the window that no reminder comes any more.
pub fn say_damaged<R: Runtime>(app: &AppHandle<R>) {
    if is_ready(app) {
        put_up(app, 0, &words::damaged());
    }
}

fn is_ready<R: Runtime>(app: &AppHandle<R>) -> bool {
    let bus = &held::of(app).bus;
    match bus.server() {
        Server::Answers => true,
        Server::Sleeps => bus.wake_server(),
        Server::Missing | Server::NoBus => false,
    }
}

/// Shows a notification for the person to see whether notifications come.
pub fn test<R: Runtime>(app: &AppHandle<R>) -> Result<()> {
    if !is_ready(app) {
        return Err(Error::new(
            Code::NotFound,
            "This desktop shows no notifications just now. What is due is on Today.",
        ));
    }
    put_up(app, 0, &words::trial());
    Ok(())
}
