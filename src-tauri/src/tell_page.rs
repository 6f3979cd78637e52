//! The only module that sends events to the page.

use kith_core::{Changes, shares};
use tauri::{AppHandle, Emitter, Runtime};

use crate::wire::{
    BookOpened, Dragged, ImportFailed, ImportProgress, ImportToken, LinkRefused, Route,
    SlowProgress,
};

/// All events: the function that sends it, its name on the wire, the type of its payload.
macro_rules! all_events {
    ($with:ident) => {
        $with! {
            /// A change of the book was committed.
            changed "changed" Changes;
            /// Another book was opened, or the book was closed.
            book_opened "book-opened" BookOpened;
            /// Files are dragged over the window, or no longer.
            drag "drag" Dragged;
            /// Files were dropped on the window, and their import plan is being made.
            files_dropped "files-dropped" ImportToken;
            /// A file that holds a link was dropped on the window.
            link_dropped "link-dropped" shares::LinkFile;
            /// A file was dropped that should hold a link, and holds none that can be kept.
            link_refused "link-refused" LinkRefused;
            /// The progress of making a plan or importing.
            import_progress "import-progress" ImportProgress;
            /// An import plan is ready.
            import_ready "import-ready" ImportToken;
            /// An import plan could not be made.
            import_failed "import-failed" ImportFailed;
            /// The progress of work that takes long and can be stopped.
            slow_progress "slow-progress" SlowProgress;
            /// The page should show a place.
            navigate "navigate" Route;
        }
    };
}

macro_rules! emitters {
    ($($(#[doc = $doc:literal])* $name:ident $event:literal $payload:ty;)*) => {
        $(
            $(#[doc = $doc])*
            pub fn $name<R: Runtime>(app: &AppHandle<R>, payload: &$payload) {
                emit(app, $event, payload);
            }
        )*
    };
}

all_events!(emitters);
pub(crate) use all_events;

/// Sends `changed`, unless the change touched nothing.
pub fn changed_unless_nothing<R: Runtime>(app: &AppHandle<R>, changes: &Changes) {
    if *changes != Changes::default() {
        changed(app, changes);
    }
}

fn emit<R: Runtime>(app: &AppHandle<R>, event: &str, payload: &(impl serde::Serialize + Clone)) {
    // This fails only if the window is closed; then there is nobody to tell.
    let _ = app.emit(event, payload);
}
