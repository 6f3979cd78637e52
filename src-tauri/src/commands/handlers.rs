//! The handlers of all commands, generated from the table.
//!
//! They are plain functions behind one dispatch. With `#[tauri::command]` each of them was a future of its own
//! type, and the compiler spent most of the shell's build on a hundred copies of Tauri's machinery.

use kith_core::*;
use tauri::ipc::{Invoke, InvokeMessage, InvokeResponseBody, IpcResponse};
use tauri::{AppHandle, Manager, Runtime};

use super::argument::{Argument, Arguments};
use super::plain_bytes::PlainBytes;
use super::work::{change, read};
use crate::state::State;
use crate::wire::*;
use crate::{clock, standing};

/// Answers one command.
type Handler<R> = fn(&AppHandle<R>, &Arguments) -> Result<InvokeResponseBody>;

/// The function with which Tauri answers the page's commands. Each is answered on a thread other than the
/// main one, which draws the window.
pub fn handler<R: Runtime>() -> impl Fn(Invoke<R>) -> bool + Send + Sync + 'static {
    |Invoke {
         message, resolver, ..
     }| {
        let Some(answer) = handler_of::<R>(message.command()) else {
            return false;
        };
        if is_of_another_book(&message) {
            resolver.reject(Error::new(
                Code::Stale,
                "Another book is open now. Nothing was changed.",
            ));
            return true;
        }
        let app = message.webview_ref().app_handle().clone();
        let arguments = Arguments::from(message.payload());
        tauri::async_runtime::spawn(async move {
            let job =
                move || answer(&app, &arguments).inspect_err(|error| standing::after(&app, error));
            match tauri::async_runtime::spawn_blocking(job).await {
                Ok(Ok(body)) => resolver.resolve(body),
                Ok(Err(error)) => resolver.reject(error),
                Err(_) => resolver.reject(Error::internal("a task ended early")),
            }
        });
        true
    }
}

/// The header with the number of the opening that the page shows (`ui/src/host/tauri.ts`).
const OPENING: &str = "kith-opening";

/// Whether a command was sent for a book that is no longer open: it would change rows of another book that
/// have the same ids.
fn is_of_another_book<R: Runtime>(message: &InvokeMessage<R>) -> bool {
    let said = message.headers().get(OPENING);
    let opening = said.and_then(|said| said.to_str().ok()?.parse().ok());
    match (
        opening,
        message.webview_ref().app_handle().try_state::<State>(),
    ) {
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
            handle!($kind $noun $name($($argument: $type),*) [$($now)?]);
        )*)*

        fn handler_of<R: Runtime>(command: &str) -> Option<Handler<R>> {
            match command {
                $($(stringify!($name) => Some($name::<R>),)*)*
                _ => None,
            }
        }
    };
}

/// The handler of one command. It passes its arguments in the order of the
/// function or of the method of `Book`.
macro_rules! handle {
    (@book $through:ident $name:ident($($argument:ident: $type:ty),*) [$($now:ident)?]) => {
        fn $name<R: Runtime>(
            app: &AppHandle<R>,
            _arguments: &Arguments,
        ) -> Result<InvokeResponseBody> {
            $(let $argument: $type = _arguments.get(stringify!($argument))?;)*
            body($through(app, |book| book.$name($($argument.pass(),)* $(&clock::$now())?))?)
        }
    };
    (own $noun:ident $name:ident($($argument:ident: $type:ty),*) []) => {
        fn $name<R: Runtime>(
            app: &AppHandle<R>,
            _arguments: &Arguments,
        ) -> Result<InvokeResponseBody> {
            $(let $argument: $type = _arguments.get(stringify!($argument))?;)*
            body(super::$noun::$name(app, $($argument),*)?)
        }
    };
    (change $noun:ident $name:ident($($argument:ident: $type:ty),*) [$($now:ident)?]) => {
        handle!(@book change $name($($argument: $type),*) [$($now)?]);
    };
    ($read:ident $noun:ident $name:ident($($argument:ident: $type:ty),*) [$($now:ident)?]) => {
        handle!(@book read $name($($argument: $type),*) [$($now)?]);
    };
}

/// The answer as it goes to the page.
fn body(answer: impl IpcResponse) -> Result<InvokeResponseBody> {
    answer
        .body()
        .map_err(|_| Error::internal("an answer could not be written"))
}

all_commands!(handlers);
