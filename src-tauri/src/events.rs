//! The only emitter: everything that the page hears without asking.

use kith_core::{Changes, Error};
use tauri::{AppHandle, Emitter, Runtime};

use crate::wire::{Dragged, ImportFailed, ImportProgress, ImportToken, Route};

/// A committed change; once for each.
pub fn changed<R: Runtime>(app: &AppHandle<R>, changes: &Changes) {
    if *changes != Changes::default() {
        emit(app, "changed", changes);
    }
}

/// Files hover over the window, or no longer do.
pub fn drag<R: Runtime>(app: &AppHandle<R>, over: bool) {
    emit(app, "drag", Dragged { over });
}

/// Files came from outside, and their plan is being made.
pub fn files_dropped<R: Runtime>(app: &AppHandle<R>, token: &str) {
    emit(
        app,
        "files-dropped",
        ImportToken {
            token: token.to_owned(),
        },
    );
}

/// How far a plan or an import is.
pub fn import_progress<R: Runtime>(app: &AppHandle<R>, progress: &ImportProgress) {
    emit(app, "import-progress", progress);
}

/// A plan can be looked at.
pub fn import_ready<R: Runtime>(app: &AppHandle<R>, token: &str) {
    emit(
        app,
        "import-ready",
        ImportToken {
            token: token.to_owned(),
        },
    );
}

/// A plan could not be made.
pub fn import_failed<R: Runtime>(app: &AppHandle<R>, token: &str, error: Error) {
    emit(
        app,
        "import-failed",
        ImportFailed {
            token: token.to_owned(),
            error,
        },
    );
}

/// Somewhere else to go.
pub fn navigate<R: Runtime>(app: &AppHandle<R>, route: &Route) {
    emit(app, "navigate", route);
}

fn emit<R: Runtime>(app: &AppHandle<R>, event: &str, payload: impl serde::Serialize + Clone) {
    // Fails only where the window has gone, and then nobody listens.
    let _ = app.emit(event, payload);
}
