//! A tray for the tests: it accepts an icon as a desktop's panel does, and chooses from its menu.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use zbus::blocking::{Connection, Proxy, connection};
use zbus::message::Header;
use zbus::zvariant::{OwnedObjectPath, OwnedValue, Value};

use crate::desk::Desk;
use crate::wait::{LONG, until};

const NAME: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// The bus name and object path of each icon.
type Icons = Arc<Mutex<Vec<(String, String)>>>;

/// An item of a menu: its id, its properties and its children.
type Line = (i32, HashMap<String, OwnedValue>, Vec<OwnedValue>);

/// A running tray.
pub struct Tray {
    connection: Connection,
    icons: Icons,
}

impl Desk {
    /// Starts a tray in this desk's session.
    pub fn tray(&self) -> Tray {
        let icons = Icons::default();
        let watcher = Watcher(Arc::clone(&icons));
        let started = connection::Builder::address(self.bus())
            .and_then(|builder| builder.serve_at(PATH, watcher)?.name(NAME)?.build());
        Tray {
            connection: started.unwrap_or_else(|e| panic!("no tray: {e}")),
            icons,
        }
    }
}

impl Tray {
    /// Whether the tray has an icon whose program is still running.
    pub fn has_icon(&self) -> bool {
        self.icon().is_some()
    }

    /// Waits for an icon.
    #[track_caller]
    pub fn wait_icon(&self) {
        until("an icon in the tray", LONG, || {
            self.has_icon().then_some(())
        });
    }

    /// Clicks on the icon.
    #[track_caller]
    pub fn click(&self) {
        let clicked = self.with_icon(|icon| icon.call_method("Activate", &(0_i32, 0_i32)));
        clicked.unwrap_or_else(|e| panic!("a click on the icon: {e}"));
    }

    /// The labels of the icon's menu.
    #[track_caller]
    pub fn menu(&self) -> Vec<String> {
        self.lines().into_iter().map(|(_, words)| words).collect()
    }

    /// Chooses the item with this label from the icon's menu.
    #[track_caller]
    pub fn choose(&self, words: &str) {
        let lines = self.lines();
        let line = lines.iter().find(|(_, label)| label == words);
        let (number, _) = line.unwrap_or_else(|| panic!("no “{words}” in the menu: {lines:?}"));
        let event = (*number, "clicked", Value::from(0_i32), 0_u32);
        let sent = self.with_menu(|menu| menu.call_method("Event", &event).map(drop));
        sent.unwrap_or_else(|e| panic!("{words}: {e}"));
    }

    /// The id and label of each item, without separators.
    #[track_caller]
    fn lines(&self) -> Vec<(i32, String)> {
        let asked = (0_i32, -1_i32, Vec::<&str>::new());
        let (_, root): (u32, Line) = self
            .with_menu(|menu| menu.call("GetLayout", &asked))
            .unwrap_or_else(|e| panic!("the icon's menu: {e}"));
        let below = root.2.into_iter();
        let lines = below.filter_map(|line| Line::try_from(line).ok());
        lines
            .filter_map(|(number, mut properties, _)| {
                let label = String::try_from(properties.remove("label")?).ok()?;
                Some((number, label.replace('_', "")))
            })
            .collect()
    }

    fn with_menu<T>(&self, ask: impl FnOnce(&Proxy<'_>) -> zbus::Result<T>) -> zbus::Result<T> {
        self.with_icon(|icon| {
            let path: OwnedObjectPath = icon.get_property("Menu")?;
            let name = icon.destination().to_owned();
            let menu = Proxy::new(&self.connection, name, path, "com.canonical.dbusmenu")?;
            ask(&menu)
        })
    }

    fn with_icon<T>(&self, ask: impl FnOnce(&Proxy<'_>) -> zbus::Result<T>) -> zbus::Result<T> {
        let (name, path) = self.icon().ok_or(zbus::Error::InterfaceNotFound)?;
        let interface = "org.kde.StatusNotifierItem";
        ask(&Proxy::new(&self.connection, name, path, interface)?)
    }

    fn icon(&self) -> Option<(String, String)> {
        let bus = zbus::blocking::fdo::DBusProxy::new(&self.connection).ok()?;
        let icons = self.icons.lock().unwrap_or_else(PoisonError::into_inner);
        let mut there = icons.iter().filter(|(name, _)| {
            let name = name.as_str().try_into();
            name.is_ok_and(|name| bus.name_has_owner(name).unwrap_or_default())
        });
        there.next_back().cloned()
    }
}

/// The object with which icons register.
struct Watcher(Icons);

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    /// `item` is a bus name, or an object path at the caller's bus name.
    fn register_status_notifier_item(&self, item: String, #[zbus(header)] header: Header<'_>) {
        let caller = header.sender().map(ToString::to_string).unwrap_or_default();
        let icon = if item.starts_with('/') {
            (caller, item)
        } else {
            (item, "/StatusNotifierItem".to_owned())
        };
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(icon);
    }

    fn register_status_notifier_host(&self, _host: String) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        let icons = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        icons
            .iter()
            .map(|(name, path)| format!("{name}{path}"))
            .collect()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }
}
