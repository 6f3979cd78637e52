//! What reminders depend on outside the book: the desktop, the session, the clock.

use kith_core::{Book, Result};
use tauri::{AppHandle, Runtime};

use super::aside;
use crate::wire::RemindersState;
use crate::{autostart, clock, reminders, state};

/// How things stand for reminders, asked of the system just now.
#[tauri::command]
pub async fn reminders_state<R: Runtime>(app: AppHandle<R>) -> Result<RemindersState> {
    aside(move || {
        let kith = state::of(&app);
        let now = clock::now();
        let last = kith.with(Book::reminders_last_shown).unwrap_or_default();
        Ok(RemindersState {
            notifications: kith.reminders.bus.server().told(),
            tray: kith.reminders.bus.tray_host(),
            autostart: autostart::is_on(),
            zone: now.zone.name().into(),
            local_time: now.local().format("%H:%M").to_string(),
            last_shown: last
                .and_then(|stamp| now.local_of(&stamp))
                .map(|shown| shown.format("%Y-%m-%d %H:%M").to_string()),
        })
    })
    .await
}

/// Starts Kith with the session, or no longer.
#[tauri::command]
pub async fn autostart_set(on: bool) -> Result<()> {
    aside(move || autostart::set(on)).await
}

/// Shows a notification, to see that it comes.
#[tauri::command]
pub async fn reminder_test<R: Runtime>(app: AppHandle<R>) -> Result<()> {
    aside(move || reminders::test(&app)).await
}
