//! Telling the page which place to show.

use std::sync::Mutex;

use tauri::{AppHandle, Manager, Runtime};

use crate::mutex::locked;
use crate::wire::Route;
use crate::{tell_page, window};

/// The place to show first, kept until the page is loaded.
#[derive(Default)]
pub struct PendingRoute(Mutex<PageState>);

#[derive(Default)]
struct PageState {
    page_listens: bool,
    route: Option<Route>,
}

/// Makes the page show a place: in the answer to its command `start` or, if that was
/// answered already, by an event.
pub fn go<R: Runtime>(app: &AppHandle<R>, route: Route) {
    let pending = app.state::<PendingRoute>();
    let mut next = locked(&pending.0);
    if next.page_listens {
        drop(next);
        tell_page::navigate(app, &route);
    } else {
        next.route = Some(route);
    }
}

/// Brings the window to the front and shows a place.
pub fn lead<R: Runtime>(app: &AppHandle<R>, route: Route) {
    window::show(app);
    go(app, route);
}

/// Marks the page as loaded. Returns the place where it is to begin, if there is one.
pub fn page_loaded<R: Runtime>(app: &AppHandle<R>) -> Option<Route> {
    let pending = app.state::<PendingRoute>();
    let mut next = locked(&pending.0);
    next.page_listens = true;
    next.route.take()
}
