//! Files dropped on the window: the paths stay here, the page gets a token.

use std::path::PathBuf;

use tauri::{AppHandle, DragDropEvent, Runtime, WindowEvent};

use crate::imports;

/// Hears the window's drag and drop.
pub fn hear<R: Runtime>(app: &AppHandle<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    match event {
        DragDropEvent::Enter { paths, .. } => crate::events::drag(app, !paths.is_empty()),
        DragDropEvent::Leave => crate::events::drag(app, false),
        DragDropEvent::Drop { paths, .. } => {
            crate::events::drag(app, false);
            if !paths.is_empty() {
                plan(app.clone(), paths.clone());
            }
        }
        _ => {}
    }
}

/// Leaving the sample may take a moment, and the window is not to wait for it.
fn plan<R: Runtime>(app: AppHandle<R>, paths: Vec<PathBuf>) {
    tauri::async_runtime::spawn_blocking(move || {
        let token = imports::begin_paths(&app, paths);
        crate::events::files_dropped(&app, &token);
    });
}
