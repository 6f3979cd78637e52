//! The handlers of all commands, made from their table.

use kith_core::*;
use tauri::{AppHandle, Runtime};

use super::argument::Argument;
use super::plain_bytes::{Bytes, PlainBytes};
use super::work::{aside, change, read};
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

        /// Answers the page's calls.
        pub fn handler<R: Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![$($($name),*),*]
        }
    };
}

/// One handler: its arguments come from the page, in the order of its function or of the book's method.
macro_rules! handle {
    (own $noun:ident $name:ident($($argument:ident: $type:ty),*) [] $answer:ty) => {
        #[tauri::command]
        async fn $name<R: Runtime>(app: AppHandle<R>, $($argument: $type),*) -> Result<$answer> {
            aside(move || super::$noun::$name(&app, $($argument),*)).await
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
