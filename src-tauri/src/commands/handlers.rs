//! The handlers of all commands, generated from the table.

use kith_core::*;
use tauri::{AppHandle, Runtime};

use super::argument::Argument;
use super::plain_bytes::{Bytes, PlainBytes};
use super::work::{change, read, run_blocking};
use crate::clock;
use crate::wire::*;

macro_rules! handlers {
    ($($noun:ident { $(
        $(#[doc = $doc:literal])*
        $kind:ident $name:ident($($argument:ident: $type:ty),* $(,)?) $($now:ident)? -> $answer:ty
            $(, stale($($word:ident),*))?;
    )* })*) => {
        $($(
            handle!($kind $noun $name($($argument: $type),*) [$($now)?] $answer);
        )*)*

        /// The function with which Tauri answers the page's commands.
        pub fn handler<R: Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
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
