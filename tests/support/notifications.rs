//! A notification service for the tests: it records notifications and can press their buttons.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use zbus::blocking::{Connection, connection};
use zbus::message::{self, Message};
use zbus::zvariant::OwnedValue;

use crate::desk::Desk;
use crate::wait::{LONG, until};

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// A notification that was received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The id that the service assigned.
    pub id: u32,
    pub app: String,
    /// The id of the notification that it replaces; 0 for none.
    pub replaces: u32,
    pub summary: String,
    /// The text as markup: `<` is written `&lt;`.
    pub body: String,
    /// The key and label of each button.
    pub actions: Vec<(String, String)>,
}

impl Notice {
    /// The labels of the visible buttons.
    pub fn buttons(&self) -> Vec<&str> {
        let seen = self.actions.iter().filter(|(key, _)| key != "default");
        seen.map(|(_, label)| label.as_str()).collect()
    }

    /// The key of the button with this label.
    #[track_caller]
    pub fn key(&self, label: &str) -> String {
        let action = self.actions.iter().find(|(_, words)| words == label);
        let (key, _) = action.unwrap_or_else(|| panic!("no button “{label}”: {self:?}"));
        key.clone()
    }
}

/// Why a notification was closed. The numbers are those of the Desktop Notifications Specification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gone {
    Expired = 1,
    ByPerson = 2,
    ByKith = 3,
}

#[derive(Default)]
struct Board {
    came: Vec<Notice>,
    gone: Vec<(u32, Gone)>,
}

impl Board {
    fn is_up(&self, id: u32) -> bool {
        self.came.iter().any(|notice| notice.id == id)
            && !self.gone.iter().any(|(gone, _)| *gone == id)
    }
}

/// A running service. It leaves the bus when it is stopped or dropped.
pub struct Notifications {
    connection: Connection,
    board: Arc<Mutex<Board>>,
}

impl Desk {
    /// Starts a notification service in this desk's session.
    pub fn notifications(&self) -> Notifications {
        let board = Arc::<Mutex<Board>>::default();
        let service = Service(Arc::clone(&board));
        let started = connection::Builder::address(self.bus())
            .and_then(|builder| builder.serve_at(PATH, service)?.name(NAME)?.build());
        Notifications {
            connection: started.unwrap_or_else(|e| panic!("no notification service: {e}")),
            board,
        }
    }
}

impl Notifications {
    /// All notifications in the order in which they were received.
    pub fn all(&self) -> Vec<Notice> {
        locked(&self.board).came.clone()
    }

    /// The notifications that are shown now.
    pub fn up(&self) -> Vec<Notice> {
        let board = locked(&self.board);
        let up = board.came.iter().filter(|notice| board.is_up(notice.id));
        up.cloned().collect()
    }

    /// Why a notification was closed; `None` while it is shown.
    pub fn gone(&self, notice: &Notice) -> Option<Gone> {
        let board = locked(&self.board);
        let found = board.gone.iter().find(|(id, _)| *id == notice.id);
        found.map(|(_, why)| *why)
    }

    /// Waits until `count` notifications were received since the start. Panics if there are more.
    #[track_caller]
    pub fn wait_for(&self, count: usize) -> Vec<Notice> {
        until(&format!("{count} notifications"), LONG, || {
            (locked(&self.board).came.len() >= count).then_some(())
        });
        let all = self.all();
        assert_eq!(all.len(), count, "too many came: {all:#?}");
        all
    }

    /// Waits until `count` notifications were received and returns the last.
    #[track_caller]
    pub fn wait_for_last(&self, count: usize) -> Notice {
        let last = self.wait_for(count).pop();
        last.unwrap_or_else(|| panic!("none was waited for"))
    }

    /// Waits until Kith has withdrawn the notification.
    #[track_caller]
    pub fn wait_withdrawn(&self, notice: &Notice) {
        until(&format!("{notice:?} is withdrawn"), LONG, || {
            (self.gone(notice) == Some(Gone::ByKith)).then_some(())
        });
    }

    /// Presses the button with this label. The notification is then closed, as most services do.
    #[track_caller]
    pub fn press(&self, notice: &Notice, label: &str) {
        self.answer(notice.id, &notice.key(label));
        self.end(notice, Gone::ByPerson);
    }

    /// Clicks on the notification, not on a button.
    #[track_caller]
    pub fn click(&self, notice: &Notice) {
        let offered = notice.actions.iter().any(|(key, _)| key == "default");
        assert!(offered, "a click would tell Kith nothing: {notice:?}");
        self.answer(notice.id, "default");
        self.end(notice, Gone::ByPerson);
    }

    /// Closes the notification without an answer: the user dismisses it, or it expires.
    #[track_caller]
    pub fn end(&self, notice: &Notice, why: Gone) {
        if put_away(&self.board, notice.id, why) {
            self.send(
                signal("NotificationClosed").and_then(|to| to.build(&(notice.id, why as u32))),
            );
        }
    }

    /// Reports that a button was pressed, even if there is no such notification or button.
    #[track_caller]
    pub fn answer(&self, id: u32, key: &str) {
        self.send(signal("ActionInvoked").and_then(|to| to.build(&(id, key))));
    }

    /// Leaves the bus. Notifications that are shown vanish without a signal.
    pub fn stop(self) {}

    #[track_caller]
    fn send(&self, message: zbus::Result<Message>) {
        let sent = message.and_then(|message| self.connection.send(&message));
        sent.unwrap_or_else(|e| panic!("no signal could be sent: {e}"));
    }
}

impl Drop for Notifications {
    fn drop(&mut self) {
        let _ = self.connection.release_name(NAME);
        let _ = self.connection.clone().close();
    }
}

fn signal(name: &str) -> zbus::Result<message::Builder<'_>> {
    Message::signal(PATH, NAME, name)
}

/// The object on the bus.
struct Service(Arc<Mutex<Board>>);

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Service {
    #[allow(clippy::too_many_arguments)] // The specification defines them.
    fn notify(
        &self,
        app: String,
        replaces: u32,
        _icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        _hints: std::collections::HashMap<String, OwnedValue>,
        _milliseconds: i32,
    ) -> u32 {
        let mut board = locked(&self.0);
        let next = u32::try_from(board.came.len()).unwrap_or(u32::MAX) + 1;
        let id = if board.is_up(replaces) {
            replaces
        } else {
            next
        };
        let pairs = actions.chunks_exact(2);
        board.came.push(Notice {
            id,
            app,
            replaces,
            summary,
            body,
            actions: pairs
                .filter_map(|pair| Some((pair.first()?.clone(), pair.get(1)?.clone())))
                .collect(),
        });
        id
    }

    async fn close_notification(
        &self,
        id: u32,
        #[zbus(connection)] connection: &zbus::Connection,
    ) -> zbus::fdo::Result<()> {
        if put_away(&self.0, id, Gone::ByKith) {
            let body = (id, Gone::ByKith as u32);
            connection
                .emit_signal(None::<&str>, PATH, NAME, "NotificationClosed", &body)
                .await?;
        }
        Ok(())
    }

    fn get_capabilities(&self) -> Vec<&str> {
        vec!["actions", "body", "body-markup", "persistence"]
    }

    fn get_server_information(&self) -> (&str, &str, &str, &str) {
        ("Tests", "Kith", "1", "1.2")
    }
}

/// Closes a notification. Returns `false` if it is not shown.
fn put_away(board: &Mutex<Board>, id: u32, why: Gone) -> bool {
    let mut board = locked(board);
    let up = board.is_up(id);
    if up {
        board.gone.push((id, why));
    }
    up
}

fn locked(board: &Mutex<Board>) -> MutexGuard<'_, Board> {
    board.lock().unwrap_or_else(PoisonError::into_inner)
}
