//! Files dropped on the window. Their paths stay here, the page gets a token.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use kith_core::import::Source;
use kith_core::shares;
use tauri::{AppHandle, DragDropEvent, Manager, Runtime, Url, WebviewWindow, WindowEvent};

use crate::mutex::locked;
use crate::wire::{Dragged, ImportToken, LinkRefused};
use crate::{importing, place, tell_page};

/// The addresses of what is dragged, as the other program gave them. The event has them as paths in UTF-8
/// only, where another name and another place than this computer cannot be told.
#[derive(Default)]
pub struct Dragging(Mutex<Vec<String>>);

/// Hears what the window's events do not tell of a drag.
#[cfg(target_os = "linux")]
pub fn listen<R: Runtime>(window: &WebviewWindow<R>) {
    use gtk::prelude::WidgetExt;
    let app = window.app_handle().clone();
    let _ = window.with_webview(move |webview| {
        let view = webview.inner();
        view.connect_drag_data_received(move |_, _, _, _, data, _, _| {
            let addresses = data.uris().iter().map(ToString::to_string).collect();
            *locked(&app.state::<Dragging>().0) = addresses;
        });
    });
}

#[cfg(not(target_os = "linux"))]
pub fn listen<R: Runtime>(_: &WebviewWindow<R>) {}

/// Hears the window's drag and drop.
pub fn hear<R: Runtime>(app: &AppHandle<R>, event: &WindowEvent) {
    let WindowEvent::DragDrop(event) = event else {
        return;
    };
    match event {
        DragDropEvent::Enter { paths, .. } => drag(app, !paths.is_empty()),
        DragDropEvent::Leave => drag(app, false),
        DragDropEvent::Drop { paths, .. } => {
            drag(app, false);
            let addresses = std::mem::take(&mut *locked(&app.state::<Dragging>().0));
            match paths.as_slice() {
                [] => {}
                [path] if is_link(path) => keep_link(app.clone(), path.clone()),
                paths => plan(app.clone(), addresses, paths.to_vec()),
            }
        }
        _ => {}
    }
}

fn drag<R: Runtime>(app: &AppHandle<R>, over: bool) {
    tell_page::drag(app, &Dragged { over });
}

fn is_link(path: &Path) -> bool {
    shares::is_link_file(&place::name(path)) && path.is_file()
}

/// Reads one file that holds a link, no further than it can be one, and tells the page.
fn keep_link<R: Runtime>(app: AppHandle<R>, path: PathBuf) {
    tauri::async_runtime::spawn_blocking(move || {
        let read = File::open(&path).and_then(|file| {
            let mut bytes = Vec::new();
            file.take(shares::LARGEST_LINK_FILE + 1)
                .read_to_end(&mut bytes)?;
            Ok(bytes)
        });
        let link = match read {
            Ok(bytes) => shares::read_link_file(&place::name(&path), &bytes),
            Err(error) => Err(error.into()),
        };
        match link {
            Ok(link) => tell_page::link_dropped(&app, &link),
            Err(error) => tell_page::link_refused(
                &app,
                &LinkRefused {
                    message: error.message,
                },
            ),
        }
    });
}

/// Leaving the sample may take a moment, and the window is not to wait for it.
fn plan<R: Runtime>(app: AppHandle<R>, addresses: Vec<String>, paths: Vec<PathBuf>) {
    tauri::async_runtime::spawn_blocking(move || {
        let sources = if addresses.is_empty() {
            paths.into_iter().map(Source::Path).collect()
        } else {
            addresses.iter().map(|address| source(address)).collect()
        };
        let token = importing::begin(&app, sources);
        tell_page::files_dropped(&app, &ImportToken { token });
    });
}

/// What an address leads to.
fn source(address: &str) -> Source {
    if let Some(path) = place::path_at(address) {
        return Source::Path(path);
    }
    match mounted(address) {
        Some(path) => Source::Path(path),
        None => Source::Elsewhere(last_part(address)),
    }
}

/// Where the desktop shows a place of the network as a folder.
#[cfg(target_os = "linux")]
fn mounted(address: &str) -> Option<PathBuf> {
    use gtk::gio::prelude::FileExt;
    gtk::gio::File::for_uri(address).path()
}

#[cfg(not(target_os = "linux"))]
fn mounted(_: &str) -> Option<PathBuf> {
    None
}

/// The name of a file at an address, for the screen.
fn last_part(address: &str) -> String {
    let named = Url::parse(address).ok().and_then(|url| {
        let mut parts = url.path_segments()?;
        let last = parts.rfind(|part| !part.is_empty())?;
        // Only `to_file_path` takes percent signs back.
        let file = Url::parse(&format!("file:///{last}")).ok()?;
        Some(place::name(&file.to_file_path().ok()?))
    });
    named.unwrap_or_else(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_elsewhere_is_named_by_its_last_part() {
        for (address, name) in [
            ("smb://server/share/Jos%C3%A9.vcf", "Jos\u{e9}.vcf"),
            ("imap://mail.example/INBOX/7/", "7"),
            ("https://example.com", "https://example.com"),
        ] {
            assert_eq!(last_part(address), name);
        }
    }
}
