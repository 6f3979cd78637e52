//! Reminding for as long as Kith runs, and what the person answers.

use std::thread;

use kith_core::reminders::{ReminderAnswer, ReminderKey};
use kith_core::{CommitmentId, GoalId, GoalStepId};
use tauri::{AppHandle, Runtime};

use super::held;
use super::round::Round;
use super::show::{self, About, Press};
use crate::wire::Route;
use crate::{clock, committed, navigate, standing, state, window};

/// Reminds for as long as the process lives.
pub fn keep<R: Runtime>(app: &AppHandle<R>) {
    let pressed = app.clone();
    show::prepare(app, move |press, about| {
        let app = pressed.clone();
        tauri::async_runtime::spawn_blocking(move || answer(&app, press, &about));
    });
    #[cfg(target_os = "linux")]
    {
        let woken = app.clone();
        super::wake::hear(move || held::poke(&woken));
    }
    let app = app.clone();
    thread::spawn(move || {
        let mut round = Round::new(&app);
        let mut idle = false;
        loop {
            standing::look(&app, idle);
            let soon = round.go();
            idle = !held::of(&app).rest(soon);
        }
    });
}

/// What the person did with a notification. An answer that comes too late changes nothing.
fn answer<R: Runtime>(app: &AppHandle<R>, press: Press, about: &About) {
    let said = match press {
        Press::Open => return lead(app, about, None),
        Press::AnotherDay => return another_day(app, about),
        Press::Done => ReminderAnswer::Done,
        Press::Snooze => ReminderAnswer::Snooze,
    };
    let answered = state::of(app).with_opening(about.opening, |book| {
        book.reminder_answer(&about.keys, said, &clock::now())
    });
    match answered.map(Option::flatten) {
        Ok(Some(done)) => committed::announce(app, &done.changes),
        Ok(None) => held::poke(app),
        // The person thinks that it is answered, and has to see that it is not.
        Err(error) => {
            eprintln!("kith: an answer was not kept ({:?})", error.code);
            lead(app, about, None);
        }
    }
}

/// A promise gets another day on the person's page, a step on that of its need.
fn another_day<R: Runtime>(app: &AppHandle<R>, about: &About) {
    let step = about.keys.first().and_then(step_of);
    match need_of(app, about) {
        Some(id) => navigate::lead(app, Route::Need { id, step }),
        None => lead(app, about, about.keys.first().and_then(promise_of)),
    }
}

/// The need whose step a reminder is about. What cannot be read leads elsewhere.
fn need_of<R: Runtime>(app: &AppHandle<R>, about: &About) -> Option<GoalId> {
    let step = about.keys.first().and_then(step_of)?;
    let asked = state::of(app).with_opening(about.opening, |book| book.goal_of_step(step));
    asked.ok().flatten()
}

/// The step that a reminder is about.
fn step_of(key: &ReminderKey) -> Option<GoalStepId> {
    key.sort.starts_with("step").then_some(GoalStepId(key.item))
}

/// The promise that a reminder with the button Another day is about.
fn promise_of(key: &ReminderKey) -> Option<CommitmentId> {
    key.sort
        .starts_with("promise")
        .then_some(CommitmentId(key.item))
}

/// The window comes forward, on the person where it is still the same book, and of a step with nobody on its need.
/// `promise` is to get another day. A planned talk leads to what to read before it.
fn lead<R: Runtime>(app: &AppHandle<R>, about: &About, promise: Option<CommitmentId>) {
    let same = state::of(app).opening() == Some(about.opening);
    let brief = same && promise.is_none() && is_planned(app, about);
    let route = |id| Route::Person { id, promise, brief };
    match about.person {
        Some(id) if same => navigate::lead(app, route(id)),
        None if same => navigate::lead(
            app,
            need_of(app, about).map_or(Route::Today, |id| Route::Need { id, step: None }),
        ),
        _ => window::show(app),
    }
}

/// Whether one of its check-ins was planned by hand. What cannot be read leads to the page alone.
fn is_planned<R: Runtime>(app: &AppHandle<R>, about: &About) -> bool {
    let asked =
        state::of(app).with_opening(about.opening, |book| book.reminder_is_planned(&about.keys));
    asked.ok().flatten().unwrap_or(false)
}
