//! The icon in the tray: there while the person wants Kith in the background and somebody shows tray
//! icons. While it is there, closing the window hides it.
//!
//! It speaks StatusNotifierItem on the session bus itself: libappindicator may be missing, and ends
//! the program then.

use tauri::{AppHandle, Runtime};

#[cfg(target_os = "linux")]
use item::{Handle, Item};

/// The icon, or its absence.
pub struct Tray<R: Runtime> {
    app: AppHandle<R>,
    wanted: bool,
    /// The icon and how many it says are due.
    #[cfg(target_os = "linux")]
    item: Option<(Handle<Item<R>>, u32)>,
}

#[cfg(target_os = "linux")]
impl<R: Runtime> Tray<R> {
    /// No icon yet.
    pub fn new(app: &AppHandle<R>) -> Self {
        Self {
            app: app.clone(),
            wanted: false,
            item: None,
        }
    }

    /// Whether it would be there, if somebody showed it.
    pub fn is_wanted(&self) -> bool {
        self.wanted
    }

    /// Makes it as the person wants it: with so many due today, or not at all.
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
    /// Kith knows no tray on this system yet.
    pub fn new(app: &AppHandle<R>) -> Self {
        Self {
            app: app.clone(),
            wanted: false,
        }
    }

    /// Nobody would show it.
    pub fn is_wanted(&self) -> bool {
        self.wanted && crate::window::is_in_tray(&self.app)
    }

    /// Nothing to show.
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

    /// What the bus is told.
    pub struct Item<R: Runtime> {
        app: AppHandle<R>,
        pub due: u32,
    }

    /// Shows the icon, where somebody shows tray icons.
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

    /// Takes the icon away.
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

        /// The panel went; the icon is there again when it comes back.
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

    /// Tauri has red, green, blue, alpha; the bus wants alpha first.
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
