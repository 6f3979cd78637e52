//! What takes long and shows its progress: the page can stop it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tauri::{AppHandle, Manager, Runtime};

use crate::clock::Pace;
use crate::mutex::locked;
use crate::tell_page;
use crate::wire::{Slow, SlowProgress};

/// How often the page is told about progress.
const TELL_EVERY: Duration = Duration::from_millis(80);

/// What is running.
#[derive(Default)]
pub struct Running(Mutex<Vec<(Slow, Arc<AtomicBool>)>>);

/// Work that is running. It ends with this value.
pub struct Work<R: Runtime> {
    app: AppHandle<R>,
    what: Slow,
    stop: Arc<AtomicBool>,
    pace: Mutex<Pace>,
}

/// Begins work that the page can stop.
pub fn begin<R: Runtime>(app: &AppHandle<R>, what: Slow) -> Work<R> {
    let stop = Arc::new(AtomicBool::new(false));
    locked(&app.state::<Running>().0).push((what, Arc::clone(&stop)));
    let mut pace = Pace::of(TELL_EVERY);
    // What is done at once shows no progress.
    pace.is_due();
    Work {
        app: app.clone(),
        what,
        stop,
        pace: Mutex::new(pace),
    }
}

/// Stops all work of this kind. No error where none is running: it may just have ended.
pub fn stop<R: Runtime>(app: &AppHandle<R>, what: Slow) {
    let running = app.state::<Running>();
    for (_, stop) in locked(&running.0).iter().filter(|(of, _)| *of == what) {
        stop.store(true, Ordering::Relaxed);
    }
}

impl<R: Runtime> Work<R> {
    /// Tells the page how much is done of how much, now and then. Returns whether to go on.
    pub fn goes_on(&self, done: u64, total: u64) -> bool {
        if locked(&self.pace).is_due() {
            let what = self.what;
            tell_page::slow_progress(&self.app, &SlowProgress { what, done, total });
        }
        !self.stop.load(Ordering::Relaxed)
    }
}

impl<R: Runtime> Drop for Work<R> {
    fn drop(&mut self) {
        let running = self.app.state::<Running>();
        locked(&running.0).retain(|(_, stop)| !Arc::ptr_eq(stop, &self.stop));
    }
}
