//! The window. It is created hidden, shown when the page is ready, and coloured by the theme.

#[cfg(target_os = "linux")]
use std::cell::RefCell;
use std::sync::atomic::{AtomicBool, Ordering};
#[cfg(target_os = "linux")]
use std::time::Duration;

use kith_core::Book;
use kith_core::pages::{Settings, Theme};
use tauri::utils::config::Color;
use tauri::{AppHandle, Manager, Runtime, Url, WebviewWindow, WebviewWindowBuilder, WindowEvent};
use tauri_plugin_window_state::StateFlags;

#[cfg(target_os = "linux")]
use crate::clock::Pace;
use crate::{place, state};

/// The label of the window, as the capability names it.
pub const MAIN: &str = "main";
/// The colour `--paper` of the page's theme, so that nothing flashes before the page is drawn.
const LIGHT: Color = Color(0xfd, 0xfd, 0xfc, 0xff);
const DARK: Color = Color(0x16, 0x1a, 0x17, 0xff);

/// What is restored at the next start. Visibility is not, since it depends on how Kith is started.
pub const REMEMBERED: StateFlags = StateFlags::SIZE
    .union(StateFlags::POSITION)
    .union(StateFlags::MAXIMIZED);

#[cfg(target_os = "linux")]
const RELOAD_PAUSE: Duration = Duration::from_secs(5);

/// Whether the window is to be seen.
#[derive(Default)]
pub struct Shown {
    quiet: AtomicBool,
    in_tray: AtomicBool,
    /// It was shown once: a page that begins anew does not bring a hidden window back.
    was: AtomicBool,
}

impl Shown {
    /// `hidden` means that the session started Kith and the user has not asked for the window yet.
    pub fn begin(hidden: bool) -> Self {
        Self {
            quiet: AtomicBool::new(hidden),
            in_tray: AtomicBool::new(false),
            was: AtomicBool::new(false),
        }
    }
}

fn shown<R: Runtime>(app: &AppHandle<R>) -> tauri::State<'_, Shown> {
    app.state()
}

/// Whether the window stays hidden although its page is ready.
pub fn is_quiet<R: Runtime>(app: &AppHandle<R>) -> bool {
    shown(app).quiet.load(Ordering::Relaxed)
}

/// Whether there is a tray icon that can show a hidden window.
pub fn is_in_tray<R: Runtime>(app: &AppHandle<R>) -> bool {
    shown(app).in_tray.load(Ordering::Relaxed)
}

/// Records whether there is a tray icon.
#[cfg(target_os = "linux")]
pub fn set_in_tray<R: Runtime>(app: &AppHandle<R>, there: bool) {
    shown(app).in_tray.store(there, Ordering::Relaxed);
    if !there {
        come_back(app);
    }
}

/// Without a tray icon nothing would lead to a hidden window.
fn come_back<R: Runtime>(app: &AppHandle<R>) {
    let handle = app.clone();
    on_window(app, move |window| {
        if window.is_visible().unwrap_or(true) {
            return;
        }
        if is_quiet(&handle) {
            minimise(&handle);
        } else if shown(&handle).was.load(Ordering::Relaxed) {
            show(&handle);
        }
    });
}

/// Creates the window. `heard` is called with its events.
pub fn create<R: Runtime>(
    app: &AppHandle<R>,
    heard: impl Fn(&AppHandle<R>, &WindowEvent) + Send + 'static,
) -> tauri::Result<WebviewWindow<R>> {
    let config = app
        .config()
        .app
        .windows
        .iter()
        .find(|window| window.label == MAIN);
    let config = config.ok_or(tauri::Error::WindowNotFound)?;
    let own = state::of(app).folder().join("webview");
    let window = WebviewWindowBuilder::from_config(app, config)?;
    // If the folder cannot be created, the window must still open, so that the page can say why.
    let window = match place::create_private(&own) {
        Ok(()) => window.data_directory(own),
        Err(_) => window.incognito(true),
    };
    let window = window.on_navigation(is_own).build()?;
    let handle = app.clone();
    window.on_window_event(move |event: &WindowEvent| {
        close(&handle, event);
        heard(&handle, event);
    });
    reload_when_its_process_ends(&window);
    if state::of(app).has_opened() {
        ready(app);
    } else {
        // This thread draws the window, and loads the page meanwhile.
        let waits = app.clone();
        std::thread::spawn(move || ready(&waits));
    }
    Ok(window)
}

/// The system may end the page's process, where memory is short above all; its last picture would stay for ever.
/// What was being typed is in the book, and the page reads it again.
#[cfg(target_os = "linux")]
fn reload_when_its_process_ends<R: Runtime>(window: &WebviewWindow<R>) {
    use webkit2gtk::WebViewExt;
    let _ = window.with_webview(|webview| {
        let pace = RefCell::new(Pace::of(RELOAD_PAUSE));
        webview
            .inner()
            .connect_web_process_terminated(move |view, _| {
                if pace.borrow_mut().is_due() {
                    return view.reload();
                }
                // One that ends again at once would keep the computer busy.
                let view = view.clone();
                gtk::glib::timeout_add_local_once(RELOAD_PAUSE, move || view.reload());
            });
    });
}

/// On macOS Tauri does so by itself; on Windows nothing tells of it.
#[cfg(not(target_os = "linux"))]
fn reload_when_its_process_ends<R: Runtime>(_: &WebviewWindow<R>) {}

/// Kith's own page and nothing else is ever loaded.
fn is_own(url: &Url) -> bool {
    url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost")
}

/// When the user closes the window: hides it if there is a tray icon that can
/// show it, otherwise lets Kith end.
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

/// The window gets the looks of the book's settings and is shown, unless Kith was started hidden. Waits for the
/// book.
pub fn ready<R: Runtime>(app: &AppHandle<R>) {
    if shown(app).was.load(Ordering::Relaxed) {
        return;
    }
    let settings = state::of(app).with(Book::settings).unwrap_or_default();
    apply_settings(app, &settings);
    if !is_quiet(app) {
        show(app);
    }
}

/// Shows the window minimised: Kith was started hidden, but there is no tray icon that could show it.
pub fn minimise<R: Runtime>(app: &AppHandle<R>) {
    on_window(app, |window| {
        let _ = window.minimize();
        let _ = window.show();
    });
}

/// Shows the window and brings it to the front.
pub fn show<R: Runtime>(app: &AppHandle<R>) {
    shown(app).quiet.store(false, Ordering::Relaxed);
    shown(app).was.store(true, Ordering::Relaxed);
    on_window(app, |window| {
        let _ = window.show();
        let _ = window.unminimize();
        let _ = window.set_focus();
    });
}

/// Applies theme and text size of the settings.
pub fn apply_settings<R: Runtime>(app: &AppHandle<R>, settings: &Settings) {
    let settings = settings.clone();
    on_window(app, move |window| apply_settings_to(window, &settings));
}

fn apply_settings_to<R: Runtime>(window: &WebviewWindow<R>, settings: &Settings) {
    let theme = match settings.theme {
        Theme::System => None,
        Theme::Light => Some(tauri::Theme::Light),
        Theme::Dark => Some(tauri::Theme::Dark),
    };
    let _ = window.set_theme(theme);
    let shown = theme.or_else(|| named_theme(std::env::var("GTK_THEME").ok().as_deref()));
    let shown = shown.or_else(|| window.theme().ok());
    let colour = if shown == Some(tauri::Theme::Dark) {
        DARK
    } else {
        LIGHT
    };
    let _ = window.set_background_color(Some(colour));
    let _ = window.set_zoom(settings.text_scale);
}

/// The theme that GTK was told to use ("Adwaita:dark", "Arc-Dark"), as WebKit reads it too; `None` if none was told.
fn named_theme(told: Option<&str>) -> Option<tauri::Theme> {
    let told = told.filter(|told| !told.is_empty())?.to_lowercase();
    let dark = told.ends_with(":dark") || told.ends_with("-dark");
    Some(if dark {
        tauri::Theme::Dark
    } else {
        tauri::Theme::Light
    })
}

/// Calls `act` on the main thread, where window calls must be made; does nothing if the window is closed.
fn on_window<R: Runtime>(app: &AppHandle<R>, act: impl FnOnce(&WebviewWindow<R>) + Send + 'static) {
    let handle = app.clone();
    let _ = app.run_on_main_thread(move || {
        if let Some(window) = handle.get_webview_window(MAIN) {
            act(&window);
        }
    });
}
