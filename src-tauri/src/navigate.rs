//! Where the page is to go.

use std::sync::Mutex;

use tauri::{AppHandle, Manager, Runtime};

use crate::mutex::locked;
use crate::wire::Route;
use crate::{tell_page, window};

/// The next place, until the page is there to be told.
#[derive(Default)]
pub struct Way(Mutex<Next>);

#[derive(Default)]
struct Next {
    page_listens: bool,
    place: Option<Route>,
}

/// Shows a place: with the answer to the page's first question or, where it was asked already, by telling
/// the page.
pub fn go<R: Runtime>(app: &AppHandle<R>, route: Route) {
    let way = app.state::<Way>();
    let mut next = locked(&way.0);
    if next.page_listens {
        drop(next);
        tell_page::navigate(app, &route);
    } else {
        next.place = Some(route);
    }
}

/// Brings the window forward and shows a place.
pub fn lead<R: Runtime>(app: &AppHandle<R>, route: Route) {
    window::show(app);
    go(app, route);
}

/// The page listens from now on; answers where it is to begin.
pub fn arrive<R: Runtime>(app: &AppHandle<R>) -> Option<Route> {
    let way = app.state::<Way>();
    let mut next = locked(&way.0);
    next.page_listens = true;
    next.place.take()
}
