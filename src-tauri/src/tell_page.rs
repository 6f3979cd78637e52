//! The only emitter: everything that the page hears without asking.

use kith_core::Changes;
use tauri::{AppHandle, Emitter, Runtime};

use crate::wire::{Dragged, ImportFailed, ImportProgress, ImportToken, Route};

/// Everything that is told: the function that tells it, its name for the page, what it carries.
macro_rules! all_told {
    ($with:ident) => {
        $with! {
            /// A change of the book was committed.
            changed "changed" Changes;
            /// Files hover over the window, or no longer do.
            drag "drag" Dragged;
            /// Files came from outside, and their plan is being made.
            files_dropped "files-dropped" ImportToken;
            /// How far a plan or an import is.
            import_progress "import-progress" ImportProgress;
            /// A plan can be looked at.
            import_ready "import-ready" ImportToken;
            /// A plan could not be made.
            import_failed "import-failed" ImportFailed;
            /// The page is to show another place.
            navigate "navigate" Route;
        }
    };
}

macro_rules! tellers {
    ($($(#[doc = $doc:literal])* $name:ident $event:literal $payload:ty;)*) => {
        $(
            $(#[doc = $doc])*
            pub fn $name<R: Runtime>(app: &AppHandle<R>, payload: &$payload) {
                emit(app, $event, payload);
            }
        )*
    };
}

all_told!(tellers);
pub(crate) use all_told;

/// Tells of a change that touched anything at all.
pub fn changed_unless_nothing<R: Runtime>(app: &AppHandle<R>, changes: &Changes) {
    if *changes != Changes::default() {
        changed(app, changes);
    }
}

fn emit<R: Runtime>(app: &AppHandle<R>, event: &str, payload: &(impl serde::Serialize + Clone)) {
    // Fails only where the window has gone, and then nobody listens.
    let _ = app.emit(event, payload);
}
