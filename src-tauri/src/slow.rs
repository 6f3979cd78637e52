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

impl Running {
    fn begin(&self, what: Slow) -> Arc<AtomicBool> {
        let stop = Arc::new(AtomicBool::new(false));
        locked(&self.0).push((what, Arc::clone(&stop)));
        stop
    }

    fn stop(&self, what: Slow) {
        for (_, stop) in locked(&self.0).iter().filter(|(of, _)| *of == what) {
            stop.store(true, Ordering::Relaxed);
        }
    }

    fn ended(&self, ended: &Arc<AtomicBool>) {
        locked(&self.0).retain(|(_, stop)| !Arc::ptr_eq(stop, ended));
    }
}

/// Work that is running. It ends with this value.
pub struct Work<R: Runtime> {
    app: AppHandle<R>,
    what: Slow,
    stop: Arc<AtomicBool>,
    pace: Mutex<Pace>,
}

/// Begins work that the page can stop.
pub fn begin<R: Runtime>(app: &AppHandle<R>, what: Slow) -> Work<R> {
    let stop = app.state::<Running>().begin(what);
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
    app.state::<Running>().stop(what);
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
        self.app.state::<Running>().ended(&self.stop);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_work_of_a_kind_is_stopped_and_no_other() {
        let running = Running::default();
        let structures = [Slow::Structure, Slow::Structure].map(|what| running.begin(what));
        let export = running.begin(Slow::NetworkExport);
        running.stop(Slow::Structure);
        let is_stopped = |stop: &Arc<AtomicBool>| stop.load(Ordering::Relaxed);
        assert!(structures.iter().all(is_stopped));
        assert!(!is_stopped(&export));
        // What ended is not kept, and what begins anew is not stopped by it.
        structures.iter().for_each(|ended| running.ended(ended));
        assert_eq!(locked(&running.0).len(), 1);
        assert!(!is_stopped(&running.begin(Slow::Structure)));
    }
}
