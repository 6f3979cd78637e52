//! What fails in the background is said in the window and in Settings, until it works again.

use std::collections::BTreeMap;
use std::sync::Mutex;

use kith_core::{Changes, Code, Result};
use tauri::{AppHandle, Manager, Runtime};

use crate::mutex::locked;
use crate::wire::{Trouble, TroubleWith};
use crate::{clock, tell_page};

/// What fails at present.
#[derive(Default)]
pub struct Troubles(Mutex<BTreeMap<TroubleWith, Trouble>>);

/// What the page shows.
pub fn now<R: Runtime>(app: &AppHandle<R>) -> Vec<Trouble> {
    let troubles = app.state::<Troubles>();
    locked(&troubles.0).values().cloned().collect()
}

/// How it went this time. That the book is damaged has its own screen.
pub fn went<R: Runtime, T>(app: &AppHandle<R>, with: TroubleWith, result: &Result<T>) {
    let failed = result
        .as_ref()
        .err()
        .filter(|error| error.code != Code::BookDamaged);
    if let Some(error) = failed {
        eprintln!("kith: {with:?} failed ({:?})", error.code);
    }
    let troubles = app.state::<Troubles>();
    let mut all = locked(&troubles.0);
    let known = all.get(&with).map(|trouble| &trouble.message);
    if known == failed.map(|error| &error.message) {
        return;
    }
    match failed {
        Some(error) => {
            let since = clock::now().local_text();
            let message = error.message.clone();
            all.insert(
                with,
                Trouble {
                    with,
                    message,
                    since,
                },
            );
        }
        None => {
            all.remove(&with);
        }
    }
    drop(all);
    let changes = Changes {
        tables: vec!["troubles".to_owned()],
        ..Changes::default()
    };
    tell_page::changed(app, &changes);
}
