//! The one open import plan. Its rows stay here; the page holds a token and asks for windows of them.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use kith_core::import::Plan;
use kith_core::{Code, Error, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::mutex::locked;

/// The plan that the page looks at; a newer one takes its place.
#[derive(Default)]
pub struct Imports(Mutex<Option<Open>>);

struct Open {
    token: String,
    stop: Arc<AtomicBool>,
    at: At,
}

/// How far a plan is.
pub enum At {
    /// A thread is reading, comparing or importing.
    Working,
    /// The page looks at it.
    Ready(Box<Plan>),
    /// No plan came of it.
    Failed(Error),
}

/// The imports of a running Kith.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Imports> {
    app.state()
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

    /// Begins a plan in the place of the one before; answers what its work looks at to be stopped.
    pub fn open(&self, token: &str) -> Arc<AtomicBool> {
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
    pub fn put(&self, token: &str, at: At) {
        if let Ok(open) = named(&mut locked(&self.0), token) {
            open.at = at;
        }
    }

    /// Takes a plan that is ready, to work on it.
    pub fn take(&self, token: &str) -> Result<(Box<Plan>, Arc<AtomicBool>)> {
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
