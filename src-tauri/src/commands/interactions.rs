//! Conversations: logged, corrected, deleted, and read.

use kith_core::Channel;
use kith_core::interactions::{
    InteractionPreview, LogUnderstood, Logged, NewInteraction, Timeline,
};
use kith_core::{Done, InteractionId, PersonId, Result};
use tauri::{AppHandle, Runtime};

use super::{change, read};
use crate::clock::now;

/// What logging this would do.
#[tauri::command]
pub async fn interaction_preview<R: Runtime>(
    app: AppHandle<R>,
    draft: NewInteraction,
) -> Result<InteractionPreview> {
    read(app, move |book| book.interaction_preview(&draft, &now())).await
}

/// Logs a conversation.
#[tauri::command]
pub async fn interaction_log<R: Runtime>(
    app: AppHandle<R>,
    draft: NewInteraction,
) -> Result<Done<Logged>> {
    change(app, move |book, now| book.interaction_log(&draft, now)).await
}

/// Corrects a conversation.
#[tauri::command]
pub async fn interaction_edit<R: Runtime>(
    app: AppHandle<R>,
    id: InteractionId,
    draft: NewInteraction,
) -> Result<Done<()>> {
    change(app, move |book, now| book.interaction_edit(id, &draft, now)).await
}

/// Deletes a conversation.
#[tauri::command]
pub async fn interaction_delete<R: Runtime>(
    app: AppHandle<R>,
    id: InteractionId,
) -> Result<Done<()>> {
    change(app, move |book, now| book.interaction_delete(id, now)).await
}

/// What happened with a person.
#[tauri::command]
pub async fn timeline<R: Runtime>(
    app: AppHandle<R>,
    person: PersonId,
    offset: u32,
    limit: u32,
) -> Result<Timeline> {
    read(app, move |book| book.timeline(person, offset, limit)).await
}

/// How the last conversation was held.
#[tauri::command]
pub async fn last_channel<R: Runtime>(app: AppHandle<R>) -> Result<Channel> {
    read(app, |book| book.last_channel()).await
}

/// What a sentence would log.
#[tauri::command]
pub async fn log_understood<R: Runtime>(
    app: AppHandle<R>,
    text: String,
) -> Result<Option<LogUnderstood>> {
    read(app, move |book| book.log_understood(&text, &now())).await
}
