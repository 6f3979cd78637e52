//! What the page can ask for. A file a noun; each command converts, calls the core once, answers.

pub mod start;

include!("all.rs");

macro_rules! handler {
    ($($module:ident::$name:ident),* $(,)?) => { tauri::generate_handler![$($module::$name),*] };
}

macro_rules! names {
    ($($module:ident::$name:ident),* $(,)?) => { &[$(stringify!($name)),*] };
}

/// The names of all commands, as the capability must grant them.
pub const NAMES: &[&str] = all_commands!(names);

/// Answers the page's calls.
pub fn handler<R: tauri::Runtime>() -> impl Fn(tauri::ipc::Invoke<R>) -> bool + Send + Sync + 'static {
    all_commands!(handler)
}
