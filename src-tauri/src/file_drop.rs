//! Files dropped on the window: the paths stay here, the page gets a token.

use std::path::PathBuf;

use tauri::{AppHandle, DragDropEvent, Runtime, WindowEvent};

use crate::wire::{Dragged, ImportToken};
use crate::{importing, tell_page};

/// Hears the window's drag and drop.
pub fn hear<R: Runtime>(app: &AppHandle<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    match event {
        DragDropEvent::Enter { paths, .. } => drag(app, !paths.is_empty()),
        DragDropEvent::Leave => drag(app, false),
        DragDropEvent::Drop { paths, .. } => {
            drag(app, false);
            if !paths.is_empty() {
                plan(app.clone(), paths.clone());
            }
        }
        _ => {}
    }
}

fn drag<R: Runtime>(app: &AppHandle<R>, over: bool) {
    tell_page::drag(app, &Dragged { over });
}

/// Leaving the sample may take a moment, and the window is not to wait for it.
fn plan<R: Runtime>(app: AppHandle<R>, paths: Vec<PathBuf>) {
    tauri::async_runtime::spawn_blocking(move || {
        let token = importing::begin_paths(&app, paths);
        tell_page::files_dropped(&app, &ImportToken { token });
    });
}
