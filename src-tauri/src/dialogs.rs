//! The system's file dialogs. Paths come from them and never from the page.

use std::path::PathBuf;

use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

/// The type of file that a dialog offers.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// The label, such as "vCards".
    pub name: &'static str,
    /// File extensions, without the dot.
    pub endings: &'static [&'static str],
}

/// vCards.
pub const CARDS: Kind = Kind {
    name: "vCards",
    endings: &["vcf", "vcard"],
};
/// An export of a whole book.
pub const BOOK: Kind = Kind {
    name: "Kith book as JSON",
    endings: &["json"],
};

/// A network for other programs.
pub const GRAPHML: Kind = Kind {
    name: "GraphML",
    endings: &["graphml"],
};

/// A bitmap of the map.
pub const PNG: Kind = Kind {
    name: "PNG picture",
    endings: &["png"],
};
/// A vector graphic of the map.
pub const SVG: Kind = Kind {
    name: "SVG picture",
    endings: &["svg"],
};

/// Lets the user choose one or several files to read.
pub fn files<R: Runtime>(app: &AppHandle<R>, title: &str, kind: Kind) -> Option<Vec<PathBuf>> {
    let chosen = of_kind(app, title, kind)
        .add_filter("All files", &["*"])
        .blocking_pick_files();
    chosen.map(paths)
}

/// Lets the user choose one file to read.
pub fn file<R: Runtime>(app: &AppHandle<R>, title: &str, kind: Kind) -> Option<PathBuf> {
    of_kind(app, title, kind)
        .blocking_pick_file()?
        .into_path()
        .ok()
}

/// Lets the user choose folders to read.
pub fn folders<R: Runtime>(app: &AppHandle<R>, title: &str) -> Option<Vec<PathBuf>> {
    over_window(app, title).blocking_pick_folders().map(paths)
}

/// Lets the user choose one folder to write to.
pub fn folder<R: Runtime>(app: &AppHandle<R>, title: &str) -> Option<PathBuf> {
    over_window(app, title)
        .set_can_create_directories(true)
        .blocking_pick_folder()?
        .into_path()
        .ok()
}

/// Lets the user choose a file to write. If the name has no extension, that of the kind is appended.
pub fn new_file<R: Runtime>(
    app: &AppHandle<R>,
    title: &str,
    kind: Kind,
    name: &str,
) -> Option<PathBuf> {
    let chosen = of_kind(app, title, kind)
        .set_file_name(name)
        .blocking_save_file()?;
    let path = chosen.into_path().ok()?;
    match (path.extension(), kind.endings.first()) {
        (None, Some(ending)) => Some(path.with_extension(ending)),
        _ => Some(path),
    }
}

fn of_kind<R: Runtime>(app: &AppHandle<R>, title: &str, kind: Kind) -> FileDialogBuilder<R> {
    over_window(app, title).add_filter(kind.name, kind.endings)
}

fn over_window<R: Runtime>(app: &AppHandle<R>, title: &str) -> FileDialogBuilder<R> {
    let dialog = app.dialog().file().set_title(title);
    match app.get_webview_window(crate::window::MAIN) {
        Some(window) => dialog.set_parent(&window),
        None => dialog,
    }
}

fn paths(chosen: Vec<FilePath>) -> Vec<PathBuf> {
    chosen
        .into_iter()
        .filter_map(|path| path.into_path().ok())
        .collect()
}
