//! The one open import plan. Its rows stay here; the page holds a token and asks for windows of them.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use kith_core::import::{ImportObserver, ImportReport, Plan, Source, Stage};
use kith_core::{Code, Done, Error, Result};
use tauri::{AppHandle, Runtime};

use crate::clock::{self, Pace};
use crate::events;
use crate::state::{self, locked};
use crate::wire::ImportProgress;

/// The plan that the page looks at; a newer one takes its place.
#[derive(Default)]
pub struct Imports(Mutex<Option<Open>>);

struct Open {
    token: String,
    stop: Arc<AtomicBool>,
    at: At,
}

enum At {
    /// A thread is reading, comparing or importing.
    Working,
    /// The page looks at it.
    Ready(Box<Plan>),
    /// No plan came of it.
    Failed(Error),
}

/// How often the page hears how far it is.
const TELL_EVERY: Duration = Duration::from_millis(80);

/// Begins a plan of files and folders.
pub fn begin_paths<R: Runtime>(app: &AppHandle<R>, paths: Vec<PathBuf>) -> String {
    begin(app, paths.into_iter().map(Source::Path).collect())
}

/// Begins a plan and answers its token; the page hears when it is ready.
pub fn begin<R: Runtime>(app: &AppHandle<R>, sources: Vec<Source>) -> String {
    state::leave_sample(app);
    let token = uuid::Uuid::new_v4().simple().to_string();
    let watcher = Watcher::new(app, &token, state::of(app).imports.open(&token));
    tauri::async_runtime::spawn_blocking(move || {
        let Watcher { app, token, .. } = &watcher;
        let state = state::of(app);
        let made = whole(|| state.with(|book| Plan::make(book, token, &sources, &watcher)));
        match made {
            Ok(plan) => {
                state.imports.put(token, At::Ready(Box::new(plan)));
                events::import_ready(app, token);
            }
            Err(error) => {
                state.imports.put(token, At::Failed(error.clone()));
                events::import_failed(app, token, error);
            }
        }
    });
    token
}

/// Imports what is decided. What changed meanwhile stays in the plan, to be decided anew.
pub fn apply<R: Runtime>(app: &AppHandle<R>, token: &str) -> Result<Done<ImportReport>> {
    let state = state::of(app);
    let (mut plan, stop) = state.imports.take(token)?;
    let watcher = Watcher::new(app, token, stop);
    let begun = clock::Stopwatch::start();
    let applied = whole(|| state.with(|book| plan.apply(book, &watcher, &clock::now())));
    let at = match &applied {
        Err(error) if error.code == Code::Internal => At::Failed(error.clone()),
        _ => At::Ready(plan),
    };
    state.imports.put(token, at);
    let mut done = applied?;
    done.value.seconds = begun.seconds();
    Ok(done)
}

/// A fault of Kith's own must not leave the page waiting for ever.
fn whole<T>(job: impl FnOnce() -> Result<T>) -> Result<T> {
    let ended = catch_unwind(AssertUnwindSafe(job));
    ended.unwrap_or_else(|_| Err(Error::internal("import")))
}

/// Tells the page how far a long work is, and the work that it was stopped.
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
            events::import_progress(
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

impl Imports {
    /// Calls `job` with the plan, where it is ready; `None` while a thread works on it.
    pub fn with<T>(
        &self,
        token: &str,
        job: impl FnOnce(&mut Plan) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut open = locked(&self.0);
        match &mut named(&mut open, token)?.at {
            At::Working => Ok(None),
            At::Ready(plan) => job(plan).map(Some),
            At::Failed(error) => Err(error.clone()),
        }
    }

    /// Like `with`, for what needs the plan now.
    pub fn look<T>(&self, token: &str, job: impl FnOnce(&mut Plan) -> Result<T>) -> Result<T> {
        self.with(token, job)?.ok_or_else(busy)
    }

    /// Stops what a thread does for this token.
    pub fn stop(&self, token: &str) -> Result<()> {
        named(&mut locked(&self.0), token)?
            .stop
            .store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Lets a plan go; one that is gone already is no error.
    pub fn cancel(&self, token: &str) {
        let mut open = locked(&self.0);
        if named(&mut open, token).is_ok() {
            close(&mut open);
        }
    }

    /// Lets whatever is open go.
    pub fn drop_all(&self) {
        close(&mut locked(&self.0));
    }

    fn open(&self, token: &str) -> Arc<AtomicBool> {
        let mut open = locked(&self.0);
        close(&mut open);
        let stop = Arc::new(AtomicBool::new(false));
        *open = Some(Open {
            token: token.to_owned(),
            stop: Arc::clone(&stop),
            at: At::Working,
        });
        stop
    }

    /// Puts back what a thread made, unless another plan was begun meanwhile.
    fn put(&self, token: &str, at: At) {
        if let Ok(open) = named(&mut locked(&self.0), token) {
            open.at = at;
        }
    }

    fn take(&self, token: &str) -> Result<(Box<Plan>, Arc<AtomicBool>)> {
        let mut open = locked(&self.0);
        let open = named(&mut open, token)?;
        match std::mem::replace(&mut open.at, At::Working) {
            At::Ready(plan) => {
                open.stop = Arc::default();
                Ok((plan, Arc::clone(&open.stop)))
            }
            At::Working => Err(busy()),
            At::Failed(error) => {
                open.at = At::Failed(error.clone());
                Err(error)
            }
        }
    }
}

fn named<'o>(open: &'o mut Option<Open>, token: &str) -> Result<&'o mut Open> {
    let found = open.as_mut().filter(|open| open.token == token);
    found.ok_or_else(|| {
        Error::new(
            Code::Stale,
            "This import is no longer open. Nothing was imported.",
        )
    })
}

fn busy() -> Error {
    Error::new(Code::Stale, "This import is still being worked on.")
}

fn close(open: &mut Option<Open>) {
    if let Some(closed) = open.take() {
        closed.stop.store(true, Ordering::Relaxed);
    }
}
