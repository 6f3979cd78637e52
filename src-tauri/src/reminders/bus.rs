//! Who answers on the session bus: for notifications, and for tray icons.
//!
//! The notification plugin says Ok before it sends, so whether a notification can be shown at all is
//! asked here first. Nothing is asked of a service that does not run yet, except to start.

use std::sync::Mutex;
use std::time::Duration;

use zbus::blocking::Connection;
use zbus::blocking::connection::Builder;
use zbus::zvariant::OwnedValue;
use zbus::{Error, Message};

use crate::mutex::locked;
use crate::wire::Notifications;

const BUS: Name = Name {
    service: "org.freedesktop.DBus",
    path: "/org/freedesktop/DBus",
    interface: "org.freedesktop.DBus",
};
const SERVER: Name = Name {
    service: "org.freedesktop.Notifications",
    path: "/org/freedesktop/Notifications",
    interface: "org.freedesktop.Notifications",
};
const WATCHER: Name = Name {
    service: "org.kde.StatusNotifierWatcher",
    path: "/StatusNotifierWatcher",
    interface: "org.freedesktop.DBus.Properties",
};
/// Whoever takes longer is not there.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

struct Name {
    service: &'static str,
    path: &'static str,
    interface: &'static str,
}

/// The session bus; one connection, made again where it was lost.
#[derive(Default)]
pub struct Bus(Mutex<Option<Connection>>);

/// Whether notifications can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// It answered just now.
    Answers,
    /// It would be started by the bus.
    Sleeps,
    /// There is none.
    Missing,
    /// There is no session bus.
    NoBus,
}

impl Server {
    /// What the page is told.
    pub fn told(self) -> Notifications {
        match self {
            Self::Answers | Self::Sleeps => Notifications::Ready,
            Self::Missing => Notifications::NoService,
            Self::NoBus => Notifications::NoBus,
        }
    }
}

impl Bus {
    /// Whether notifications can be shown right now.
    pub fn server(&self) -> Server {
        let Some(connection) = self.connection() else {
            return Server::NoBus;
        };
        let owned = call(&connection, &BUS, "NameHasOwner", &(SERVER.service,))
            .and_then(|answer| answer.body().deserialize::<bool>());
        match owned {
            Ok(true) if answers(&connection) => Server::Answers,
            Ok(true) => Server::Missing,
            Ok(false) if can_start(&connection) => Server::Sleeps,
            Ok(false) => Server::Missing,
            Err(_) => {
                *locked(&self.0) = None;
                Server::NoBus
            }
        }
    }

    /// Starts a server that sleeps; whether it answers then.
    pub fn wake_server(&self) -> bool {
        self.connection().is_some_and(|connection| {
            let started = call(
                &connection,
                &BUS,
                "StartServiceByName",
                &(SERVER.service, 0_u32),
            );
            started.is_ok() && answers(&connection)
        })
    }

    /// Whether the server reads markup in a body; yes where it does not say.
    pub fn reads_markup(&self) -> bool {
        let said = self.connection().and_then(|connection| {
            let answer = call(&connection, &SERVER, "GetCapabilities", &()).ok()?;
            answer.body().deserialize::<Vec<String>>().ok()
        });
        said.is_none_or(|all| all.iter().any(|one| one == "body-markup"))
    }

    /// Whether somebody shows tray icons.
    pub fn tray_host(&self) -> bool {
        let registered = self.connection().and_then(|connection| {
            let owned = call(&connection, &BUS, "NameHasOwner", &(WATCHER.service,)).ok()?;
            if !owned.body().deserialize::<bool>().ok()? {
                return None;
            }
            let what = (WATCHER.service, "IsStatusNotifierHostRegistered");
            let answer = call(&connection, &WATCHER, "Get", &what).ok()?;
            let value: OwnedValue = answer.body().deserialize().ok()?;
            bool::try_from(value).ok()
        });
        registered.unwrap_or_default()
    }

    /// Whether there is a session bus.
    pub fn is_there(&self) -> bool {
        self.connection().is_some()
    }

    fn connection(&self) -> Option<Connection> {
        let mut held = locked(&self.0);
        if held.is_none() {
            let made = Builder::session().map(|builder| builder.method_timeout(ANSWER_WITHIN));
            *held = made.and_then(Builder::build).ok();
        }
        held.clone()
    }
}

/// A server that refuses the question has answered it.
fn answers(connection: &Connection) -> bool {
    match call(connection, &SERVER, "GetServerInformation", &()) {
        Ok(_) => true,
        Err(Error::MethodError(name, ..)) => ![
            "org.freedesktop.DBus.Error.ServiceUnknown",
            "org.freedesktop.DBus.Error.NameHasNoOwner",
            "org.freedesktop.DBus.Error.NoReply",
        ]
        .contains(&name.as_str()),
        Err(_) => false,
    }
}

fn can_start(connection: &Connection) -> bool {
    let names = call(connection, &BUS, "ListActivatableNames", &())
        .and_then(|answer| answer.body().deserialize::<Vec<String>>());
    names.is_ok_and(|names| names.iter().any(|name| name == SERVER.service))
}

fn call(
    connection: &Connection,
    to: &Name,
    method: &str,
    body: &(impl serde::Serialize + zbus::zvariant::DynamicType),
) -> zbus::Result<Message> {
    connection.call_method(Some(to.service), to.path, Some(to.interface), method, body)
}
