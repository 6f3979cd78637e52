//! The one window: made hidden, shown once there is something to see, in the colours of the theme.

use std::sync::atomic::{AtomicBool, Ordering};

use kith_core::pages::{Settings, Theme};
use tauri::utils::config::Color;
use tauri::webview::PageLoadEvent;
use tauri::{AppHandle, Manager, Runtime, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_window_state::StateFlags;

use crate::{place, state};

/// The window's label, which the capability names.
pub const MAIN: &str = "main";
/// `--paper` of the page, so that nothing flashes before the page draws.
const LIGHT: Color = Color(0xfd, 0xfd, 0xfc, 0xff);
const DARK: Color = Color(0x16, 0x1a, 0x17, 0xff);

/// What is remembered of the window from one start to the next; not whether it was shown.
pub const REMEMBERED: StateFlags = StateFlags::SIZE
    .union(StateFlags::POSITION)
    .union(StateFlags::MAXIMIZED);

/// Whether the window is to be seen.
#[derive(Default)]
pub struct Shown {
    quiet: AtomicBool,
    in_tray: AtomicBool,
}

impl Shown {
    /// `hidden`: the session started Kith, and nobody asked for the window yet.
    pub fn begin(hidden: bool) -> Self {
        Self {
            quiet: AtomicBool::new(hidden),
            in_tray: AtomicBool::new(false),
        }
    }
}

fn shown<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Shown> {
    app.state()
}

/// Whether the window stays away although its page is ready.
pub fn is_quiet<R: Runtime>(app: &AppHandle<R>) -> bool {
    shown(app).quiet.load(Ordering::Relaxed)
}

/// Whether a tray icon leads to a hidden window.
pub fn is_in_tray<R: Runtime>(app: &AppHandle<R>) -> bool {
    shown(app).in_tray.load(Ordering::Relaxed)
}

/// The tray icon came or went.
#[cfg(target_os = "linux")]
pub fn set_in_tray<R: Runtime>(app: &AppHandle<R>, there: bool) {
    shown(app).in_tray.store(there, Ordering::Relaxed);
}

/// Makes the window; `heard` hears its events.
pub fn create<R: Runtime>(
    app: &AppHandle<R>,
    settings: &Settings,
    heard: impl Fn(&AppHandle<R>, &WindowEvent) + Send + 'static,
) -> tauri::Result<()> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN);
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    let own = state::of(app).folder().join("webview");
    let window = WebviewWindowBuilder::from_config(app, config)?;
    // A folder that cannot be written must not keep the window from saying so.
    let window = match place::make(&own) {
        Ok(()) => window.data_directory(own),
        Err(_) => window.incognito(true),
    };
    let window = window
        .on_navigation(is_own)
        // The page asks for its first data and is shown then; a page that cannot is shown as well.
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                ready(window.app_handle());
            }
        })
        .build()?;
    let handle = app.clone();
    window.on_window_event(move |event: &WindowEvent| {
        close(&handle, event);
        heard(&handle, event);
    });
    suit_window(&window, settings);
    Ok(())
}

/// Kith's own page and nothing else is ever loaded.
fn is_own(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// Closing hides the window while a tray icon leads back to it; else Kith ends.
fn close<R: Runtime>(app: &AppHandle<R>, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event
        && is_in_tray(app)
    {
        api.prevent_close();
        on_window(app, |window| {
            let _ = window.hide();
        });
    }
}

/// There is something to see: shows the window, unless Kith was started to stay away.
pub fn ready<R: Runtime>(app: &AppHandle<R>) {
    if !is_quiet(app) {
        show(app);
    }
}

/// Started to stay away, but nothing would lead to a hidden window.
pub fn minimise<R: Runtime>(app: &AppHandle<R>) {
    on_window(app, |window| {
        let _ = window.minimize();
        let _ = window.show();
    });
}

/// Shows the window and brings it to the front.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    shown(app).quiet.store(false, Ordering::Relaxed);
    on_window(app, |window| {
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    });
}

/// Fits theme and text size to the settings.
pub fn suit<R: Runtime>(app: &AppHandle<R>, settings: &Settings) {
    let settings = settings.clone();
    on_window(app, move |window| suit_window(window, &settings));
}

fn suit_window<R: Runtime>(window: &WebviewWindow<R>, settings: &Settings) {
    let theme = match settings.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    let _ = window.set_theme(theme);
    let shown = theme.or_else(|| window.theme().ok());
    let colour = if shown == Some(tauri::Theme::Dark) {
        DARK
    } else {
        LIGHT
    };
    let _ = window.set_background_color(Some(colour));
    let _ = window.set_zoom(settings.text_scale);
}

/// Window calls belong on the thread that draws; where there is no window any more, nothing is done.
fn on_window<R: Runtime>(app: &AppHandle<R>, act: impl FnOnce(&WebviewWindow<R>) + Send + 'static) {
    let handle = app.clone();
    let _ = app.run_on_main_thread(move || {
        if let Some(window) = handle.get_webview_window(MAIN) {
            act(&window);
        }
    });
}
