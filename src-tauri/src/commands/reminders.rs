//! Commands for what reminders depend on outside the book: the desktop, the session, the clock.

use kith_core::Result;
use tauri::{AppHandle, Runtime};

use crate::reminders::{held, screen};
use crate::wire::RemindersState;
use crate::{autostart, clock, state};

pub fn reminders_state<R: Runtime>(app: &AppHandle<R>) -> Result<RemindersState> {
    let kith = state::of(app);
    let now = clock::now();
    let bus = &held::of(app).bus;
    let last = kith
        .with(|book| book.reminders_last_shown(&now))
        .unwrap_or_default();
    Ok(RemindersState {
        notifications: bus.server().told(),
        tray: bus.tray_host(),
        autostart: autostart::is_on(),
        zone: now.zone.name().into(),
        local_time: now.local().time().into(),
        last_shown: last.map(|stamp| now.local_text_of(stamp)),
    })
}

pub fn autostart_set<R: Runtime>(_: &AppHandle<R>, on: bool) -> Result<()> {
    autostart::set(on)
}

pub fn reminder_test<R: Runtime>(app: &AppHandle<R>) -> Result<()> {
    screen::test(app)
}
