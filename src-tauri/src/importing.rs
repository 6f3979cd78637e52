//! Making an import plan, and importing it.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kith_core::import::{ImportObserver, ImportReport, Plan, Source, Stage};
use kith_core::{Code, Done, Error, Result};
use tauri::{AppHandle, Runtime};

use crate::clock::{self, Pace};
use crate::imports::{self, PlanState};
use crate::mutex::locked;
use crate::wire::{ImportFailed, ImportProgress, ImportToken};
use crate::{reopening, state, tell_page};

/// How often the page is told about progress.
const TELL_EVERY: Duration = Duration::from_millis(80);

/// Starts making a plan from files and folders. Returns its token.
pub fn begin_paths<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) -> String {
    begin(app, paths.into_iter().map(Source::Path).collect())
}

/// Starts making a plan. Returns its token; an event tells the page when the plan is ready.
pub fn begin<R: Runtime>(app: &AppHandle<R>, sources: Vec<Source>) -> String {
    reopening::leave_sample(app);
    let token = uuid::Uuid::new_v4().simple().to_string();
    let watcher = Watcher::new(app, &token, imports::of(app).open(&token));
    tauri::async_runtime::spawn_blocking(move || {
        let Watcher { app, token, .. } = &watcher;
        let (state, imports) = (state::of(app), imports::of(app));
        let made = catch_panic(|| state.with(|book| Plan::make(book, token, &sources, &watcher)));
        match made {
            Ok(plan) => {
                imports.put(token, PlanState::Ready(Box::new(plan)));
                let token = token.clone();
                tell_page::import_ready(app, &ImportToken { token });
            }
            Err(error) => {
                imports.put(token, PlanState::Failed(error.clone()));
                let token = token.clone();
                tell_page::import_failed(app, &ImportFailed { token, error });
            }
        }
    });
    token
}

/// Imports what the user decided. Cards whose person was changed meanwhile stay in
/// the plan, to be decided again.
pub fn apply<R: Runtime>(app: &AppHandle<R>, token: &str) -> Result<Done<ImportReport>> {
    let (state, imports) = (state::of(app), imports::of(app));
    let (mut plan, stop) = imports.take(token)?;
    let watcher = Watcher::new(app, token, stop);
    let begun = clock::Stopwatch::start();
    let applied = catch_panic(|| state.with(|book| plan.apply(book, &watcher, &clock::now())));
    let state_after = match &applied {
        Err(error) if error.code == Code::Internal => PlanState::Failed(error.clone()),
        _ => PlanState::Ready(plan),
    };
    imports.put(token, state_after);
    let mut done = applied?;
    done.value.seconds = begun.seconds();
    Ok(done)
}

/// Turns a panic into an error, so that the page does not wait forever.
fn catch_panic<T>(job: impl FnOnce() -> Result<T>) -> Result<T> {
    let ended = catch_unwind(AssertUnwindSafe(job));
    ended.unwrap_or_else(|_| Err(Error::internal("import")))
}

/// Tells the page about progress, and the work when it should stop.
struct Watcher<R: Runtime> {
    app: AppHandle<R>,
    token: String,
    stop: Arc<AtomicBool>,
    pace: Mutex<Pace>,
}

impl<R: Runtime> Watcher<R> {
    fn new(app: &AppHandle<R>, token: &str, stop: Arc<AtomicBool>) -> Self {
        let pace = Mutex::new(Pace::of(TELL_EVERY));
        Self {
            app: app.clone(),
            token: token.to_owned(),
            stop,
            pace,
        }
    }
}

impl<R: Runtime> ImportObserver for Watcher<R> {
    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }

    fn progress(&self, stage: Stage, done: u64, total: u64) {
        if done == total || locked(&self.pace).is_due() {
            let token = self.token.clone();
            tell_page::import_progress(
                &self.app,
                &ImportProgress {
                    token,
                    stage,
                    done,
                    total,
                },
            );
        }
    }
}
