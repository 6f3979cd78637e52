//! Check-ins: planned, moved, put off, left out.

use kith_core::check_ins::{Snooze, SnoozeOption, WhenPreview, WhenPurpose};
use kith_core::{CheckInId, Done, PersonId, Result};
use tauri::{AppHandle, Runtime};

use super::{change, read};
use crate::clock::now;

/// What is understood of a typed day.
#[tauri::command]
pub async fn when_preview<R: Runtime>(
    app: AppHandle<R>,
    text: String,
    purpose: WhenPurpose,
) -> Result<WhenPreview> {
    read(app, move |book| book.when_preview(&text, purpose, &now())).await
}

/// When a rhythm would bring the next check-in.
#[tauri::command]
pub async fn next_due_preview<R: Runtime>(
    app: AppHandle<R>,
    person: PersonId,
    cadence_days: u32,
) -> Result<String> {
    read(app, move |book| {
        book.next_due_preview(person, cadence_days, &now())
    })
    .await
}

/// Plans a check-in.
#[tauri::command]
pub async fn check_in_plan<R: Runtime>(
    app: AppHandle<R>,
    person: PersonId,
    when: String,
    reason: String,
) -> Result<Done<CheckInId>> {
    change(app, move |book, now| {
        book.check_in_plan(person, &when, &reason, now)
    })
    .await
}

/// Moves a check-in.
#[tauri::command]
pub async fn check_in_edit<R: Runtime>(
    app: AppHandle<R>,
    id: CheckInId,
    when: String,
    reason: String,
) -> Result<Done<()>> {
    change(app, move |book, now| {
        book.check_in_edit(id, &when, &reason, now)
    })
    .await
}

/// Takes a planned check-in away.
#[tauri::command]
pub async fn check_in_cancel<R: Runtime>(app: AppHandle<R>, id: CheckInId) -> Result<Done<()>> {
    change(app, move |book, now| book.check_in_cancel(id, now)).await
}

/// Leaves check-ins out this time.
#[tauri::command]
pub async fn check_in_skip<R: Runtime>(app: AppHandle<R>, ids: Vec<CheckInId>) -> Result<Done<()>> {
    change(app, move |book, now| book.check_in_skip(&ids, now)).await
}

/// Puts check-ins off.
#[tauri::command]
pub async fn check_in_snooze<R: Runtime>(
    app: AppHandle<R>,
    ids: Vec<CheckInId>,
    until: Snooze,
) -> Result<Done<()>> {
    change(app, move |book, now| {
        book.check_in_snooze(&ids, &until, now)
    })
    .await
}

/// Until when putting off makes sense now.
#[tauri::command]
pub async fn snooze_options<R: Runtime>(app: AppHandle<R>) -> Result<Vec<SnoozeOption>> {
    read(app, |book| book.snooze_options(&now())).await
}
