//! The tray icon. It is shown if the user wants Kith in the background and the desktop shows tray icons;
//! then closing the window hides it.
//!
//! It implements StatusNotifierItem on the session bus directly: libappindicator may be missing,
//! and then it aborts the process.

use tauri::{AppHandle, Runtime};

#[cfg(target_os = "linux")]
use item::{Handle, Item};

/// The tray icon, shown or not.
pub struct Tray<R: Runtime> {
    app: AppHandle<R>,
    wanted: bool,
    /// The shown icon, and the number of due check-ins in its text.
    #[cfg(target_os = "linux")]
    item: Option<(Handle<Item<R>>, u32)>,
}

#[cfg(target_os = "linux")]
impl<R: Runtime> Tray<R> {
    /// Without an icon yet.
    pub fn new(app: &AppHandle<R>) -> Self {
        Self {
            app: app.clone(),
            wanted: false,
            item: None,
        }
    }

    /// Whether the user wants an icon, even if the desktop shows none.
    pub fn is_wanted(&self) -> bool {
        self.wanted
    }

    /// Shows the icon with this number of due check-ins, or updates it; `None` removes it.
    pub fn suit(&mut self, due: Option<u32>) {
        self.wanted = due.is_some();
        match (due, self.item.take()) {
            (Some(due), Some((item, said))) => {
                if due != said {
                    item.update(|item| item.due = due);
                }
                self.item = Some((item, due));
            }
            (Some(due), None) => self.item = item::put(&self.app, due).map(|item| (item, due)),
            (None, Some((item, _))) => item::take(&self.app, &item),
            (None, None) => {}
        }
    }
}

#[cfg(not(target_os = "linux"))]
impl<R: Runtime> Tray<R> {
    /// Tray icons are not implemented for this system.
    pub fn new(app: &AppHandle<R>) -> Self {
        Self {
            app: app.clone(),
            wanted: false,
        }
    }

    /// Always false: `window::is_in_tray` is never set here.
    pub fn is_wanted(&self) -> bool {
        self.wanted && crate::window::is_in_tray(&self.app)
    }

    /// Only remembers whether an icon is wanted.
    pub fn suit(&mut self, due: Option<u32>) {
        self.wanted = due.is_some();
    }
}

#[cfg(target_os = "linux")]
mod item {
    pub use ksni::blocking::Handle;
    use ksni::blocking::TrayMethods;
    use ksni::menu::StandardItem;
    use ksni::{Category, Icon, MenuItem, OfflineReason, ToolTip};
    use tauri::{AppHandle, Runtime};

    use crate::reminders::held;
    use crate::wire::Route;
    use crate::{navigate, window};

    /// The icon as the session bus sees it.
    pub struct Item<R: Runtime> {
        app: AppHandle<R>,
        pub due: u32,
    }

    /// Shows the icon, if the desktop shows tray icons.
    pub fn put<R: Runtime>(app: &AppHandle<R>, due: u32) -> Option<Handle<Item<R>>> {
        if !held::of(app).bus.tray_host() {
            return None;
        }
        let item = Item {
            app: app.clone(),
            due,
        };
        let handle = item.spawn().ok()?;
        window::set_in_tray(app, true);
        Some(handle)
    }

    /// Removes the icon.
    pub fn take<R: Runtime>(app: &AppHandle<R>, item: &Handle<Item<R>>) {
        window::set_in_tray(app, false);
        item.shutdown().wait();
    }

    impl<R: Runtime> ksni::Tray for Item<R> {
        fn id(&self) -> String {
            "app.kith.Kith".into()
        }

        fn category(&self) -> Category {
            Category::ApplicationStatus
        }

        fn title(&self) -> String {
            "Kith".into()
        }

        fn tool_tip(&self) -> ToolTip {
            ToolTip {
                title: "Kith".into(),
                description: due_today(self.due),
                ..ToolTip::default()
            }
        }

        fn icon_pixmap(&self) -> Vec<Icon> {
            self.app
                .default_window_icon()
                .map(icon)
                .into_iter()
                .collect()
        }

        fn activate(&mut self, _: i32, _: i32) {
            window::show(&self.app);
        }

        fn menu(&self) -> Vec<MenuItem<Self>> {
            vec![
                entry("Open Kith", |item| window::show(&item.app)),
                entry(&due_today(self.due), |item| {
                    navigate::lead(&item.app, Route::Today);
                }),
                MenuItem::Separator,
                entry("Quit", |item| item.app.exit(0)),
            ]
        }

        fn watcher_online(&self) {
            window::set_in_tray(&self.app, true);
        }

        /// The desktop's panel ended. Returning true keeps the icon, for when the panel is back.
        fn watcher_offline(&self, _: OfflineReason) -> bool {
            window::set_in_tray(&self.app, false);
            true
        }
    }

    fn entry<R: Runtime>(label: &str, chosen: fn(&mut Item<R>)) -> MenuItem<Item<R>> {
        StandardItem {
            label: label.into(),
            activate: Box::new(chosen),
            ..StandardItem::default()
        }
        .into()
    }

    fn due_today(count: u32) -> String {
        match count {
            0 => "Nothing due today".into(),
            count => format!("{count} due today"),
        }
    }

    /// Converts from RGBA (Tauri) to ARGB (StatusNotifierItem).
    fn icon(image: &tauri::image::Image<'_>) -> Icon {
        let (pixels, _) = image.rgba().as_chunks::<4>();
        Icon {
            width: i32::try_from(image.width()).unwrap_or_default(),
            height: i32::try_from(image.height()).unwrap_or_default(),
            data: pixels
                .iter()
                .flat_map(|[r, g, b, a]| [*a, *r, *g, *b])
                .collect(),
        }
    }
}
