//! The open import plan. The plan stays in the shell; the page has its token and requests ranges of rows.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use kith_core::import::Plan;
use kith_core::{Code, Error, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::mutex::locked;

/// The plan that the page shows. A new one replaces it.
#[derive(Default)]
pub struct Imports(Mutex<Option<Open>>);

struct Open {
    token: String,
    stop: Arc<AtomicBool>,
    state: PlanState,
}

/// The state of a plan.
pub enum PlanState {
    /// A thread is reading, comparing or importing.
    Working,
    /// The plan is complete, and the page can show it.
    Ready(Box<Plan>),
    /// The plan could not be made.
    Failed(Error),
}

/// The imports of the running app.
pub fn of<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Imports> {
    app.state()
}

impl Imports {
    /// Calls `job` with the plan if it is ready; `None` while a thread works on it.
    pub fn with<T>(
        &self,
        token: &str,
        job: impl FnOnce(&mut Plan) -> Result<T>,
    ) -> Result<Option<T>> {
        let mut open = locked(&self.0);
        match &mut open_plan(&mut open, token)?.state {
            PlanState::Working => Ok(None),
            PlanState::Ready(plan) => job(plan).map(Some),
            PlanState::Failed(error) => Err(error.clone()),
        }
    }

    /// Like `with`, but an error while a thread works on the plan.
    pub fn with_ready<T>(
        &self,
        token: &str,
        job: impl FnOnce(&mut Plan) -> Result<T>,
    ) -> Result<T> {
        self.with(token, job)?.ok_or_else(busy)
    }

    /// Stops the thread that works on the plan.
    pub fn stop(&self, token: &str) -> Result<()> {
        open_plan(&mut locked(&self.0), token)?
            .stop
            .store(true, Ordering::Relaxed);
        Ok(())
    }

    /// Drops a plan. No error if it is gone already.
    pub fn cancel(&self, token: &str) {
        let mut open = locked(&self.0);
        if open_plan(&mut open, token).is_ok() {
            close(&mut open);
        }
    }

    /// Drops the open plan, whichever it is.
    pub fn drop_all(&self) {
        close(&mut locked(&self.0));
    }

    /// Starts a plan, which replaces the one before. Returns the flag that tells its thread to stop.
    pub fn open(&self, token: &str) -> Arc<AtomicBool> {
        let mut open = locked(&self.0);
        close(&mut open);
        let stop = Arc::new(AtomicBool::new(false));
        *open = Some(Open {
            token: token.to_owned(),
            stop: Arc::clone(&stop),
            state: PlanState::Working,
        });
        stop
    }

    /// Stores the result of a thread, unless another plan has been started.
    pub fn put(&self, token: &str, state: PlanState) {
        if let Ok(open) = open_plan(&mut locked(&self.0), token) {
            open.state = state;
        }
    }

    /// Takes a plan that is ready, to work on it.
    pub fn take(&self, token: &str) -> Result<(Box<Plan>, Arc<AtomicBool>)> {
        let mut open = locked(&self.0);
        let open = open_plan(&mut open, token)?;
        match std::mem::replace(&mut open.state, PlanState::Working) {
            PlanState::Ready(plan) => {
                open.stop = Arc::default();
                Ok((plan, Arc::clone(&open.stop)))
            }
            PlanState::Working => Err(busy()),
            PlanState::Failed(error) => {
                open.state = PlanState::Failed(error.clone());
                Err(error)
            }
        }
    }
}

fn open_plan<'o>(open: &'o mut Option<Open>, token: &str) -> Result<&'o mut Open> {
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
