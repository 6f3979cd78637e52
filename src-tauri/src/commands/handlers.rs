//! The handlers of all commands, generated from the table.

use kith_core::*;
use tauri::ipc::Invoke;
use tauri::{AppHandle, Manager, Runtime};

use super::argument::Argument;
use super::plain_bytes::{Bytes, PlainBytes};
use super::work::{change, read, run_blocking};
use crate::clock;
use crate::state::State;
use crate::wire::*;

/// The header with the number of the opening that the page shows (`ui/src/host/tauri.ts`).
const OPENING: &str = "kith-opening";

/// The function with which Tauri answers the page's commands. A command that was sent for a book that is no
/// longer open is refused: it would change rows of another book that have the same ids.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    let answer = table();
    move |invoke| {
        if is_of_another_book(&invoke) {
            invoke.resolver.reject(Error::new(
                Code::Stale,
                "Another book is open now. Nothing was changed.",
            ));
            return true;
        }
        answer(invoke)
    }
}

fn is_of_another_book<R: Runtime>(invoke: &Invoke<R>) -> bool {
    let said = invoke.message.headers().get(OPENING);
    let opening = said.and_then(|said| said.to_str().ok()?.parse().ok());
    let app = invoke.message.webview_ref().app_handle();
    match (opening, app.try_state::<State>()) {
        (Some(opening), Some(state)) => !state.is_opening(opening),
        _ => false,
    }
}

macro_rules! handlers {
    ($($noun:ident { $(
        $(#[doc = $doc:literal])*
        $kind:ident $name:ident($($argument:ident: $type:ty),* $(,)?) $($now:ident)? -> $answer:ty
            $(, stale($($word:ident),*))?;
    )* })*) => {
        $($(
            handle!($kind $noun $name($($argument: $type),*) [$($now)?] $answer);
        )*)*

        fn table<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($($name),*),*]
        }
    };
}

/// The handler of one command. It passes its arguments in the order of the
/// function or of the method of `Book`.
macro_rules! handle {
    (own $noun:ident $name:ident($($argument:ident: $type:ty),*) [] $answer:ty) => {
        #[tauri::command]
        async fn $name<R: Runtime>(app: AppHandle<R>, $($argument: $type),*) -> Result<$answer> {
            run_blocking(move || super::$noun::$name(&app, $($argument),*)).await
        }
    };
    (change $noun:ident $name:ident($($argument:ident: $type:ty),*) [$($now:ident)?] $answer:ty) => {
        #[tauri::command]
        async fn $name<R: Runtime>(app: AppHandle<R>, $($argument: $type),*) -> Result<Done<$answer>> {
            change(app, move |book| book.$name($($argument.pass(),)* $(&clock::$now())?)).await
        }
    };
    ($read:ident $noun:ident $name:ident($($argument:ident: $type:ty),*) [$($now:ident)?] $answer:ty) => {
        #[tauri::command]
        async fn $name<R: Runtime>(app: AppHandle<R>, $($argument: $type),*) -> Result<$answer> {
            read(app, move |book| book.$name($($argument.pass(),)* $(&clock::$now())?)).await
        }
    };
}

all_commands!(handlers);
