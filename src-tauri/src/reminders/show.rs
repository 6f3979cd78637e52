//! Notifications through Tauri's plugin: put up, taken down, and what the person does with them.

use kith_core::PersonId;
use kith_core::reminders::{Buttons, ReminderKey};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tauri::plugin::Plugin;
use tauri::{AppHandle, RunEvent, Runtime};
use tauri_plugin_notification::{Action, ActionPerformed, ActionType, NotificationExt};

use super::words::Notice;

/// The buttons of a notification about one person, about one promise, and of one that can only be opened.
const ONE: &str = "one-person";
const PROMISE: &str = "one-promise";
const STEP: &str = "one-step";
const OPEN: &str = "open";
const ABOUT: &str = "about";

/// What a notification is about; it comes back with every press of a button.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The opening of the book that it belongs to.
    pub opening: u64,
    /// Whose page it leads to.
    pub person: Option<PersonId>,
    /// What its buttons answer; nothing where it is a summary of several.
    pub keys: Vec<ReminderKey>,
}

/// What the person did with a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Press {
    /// A click on it, or Open.
    Open,
    /// Done, or Kept.
    Done,
    /// Snooze.
    Snooze,
    /// Another day.
    AnotherDay,
}

/// The plugin for Rust alone: its script for the page would take the place of the page's own
/// `Notification` and ask for what no page of Kith is granted.
pub struct ShellOnly<P>(pub P);

impl<R: Runtime, P: Plugin<R>> Plugin<R> for ShellOnly<P> {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    fn initialize(
        &mut self,
        app: &AppHandle<R>,
        config: Value,
    ) -> Result<(), Box<dyn std::error::Error>> {
        self.0.initialize(app, config)
    }

    fn on_event(&mut self, app: &AppHandle<R>, event: &RunEvent) {
        self.0.on_event(app, event);
    }
}

/// Names the buttons and hears them; the plugin leaves them away until somebody does.
pub fn prepare<R: Runtime>(
    app: &AppHandle<R>,
    pressed: impl Fn(Press, About) + Send + Sync + 'static,
) {
    let open = || Action::builder("open", "Open").build();
    let buttons = vec![
        open(),
        Action::builder("done", "Done").build(),
        Action::builder("snooze", "Snooze").build(),
    ];
    let promise = vec![
        open(),
        Action::builder("done", "Kept").build(),
        Action::builder("another_day", "Another day").build(),
    ];
    let step = vec![
        open(),
        Action::builder("done", "Done").build(),
        Action::builder("another_day", "Another day").build(),
    ];
    let types = [
        (ONE, buttons),
        (PROMISE, promise),
        (STEP, step),
        (OPEN, vec![open()]),
    ];
    let types = types.map(|(id, buttons)| ActionType::builder(id).actions(buttons).build());
    let notification = app.notification();
    // Neither fails on a desktop.
    let _ = notification.register_action_types(types.into());
    let _ = notification.on_action(move |performed| {
        if let Some((press, about)) = press(performed) {
            pressed(press, about);
        }
    });
}

fn press(performed: &ActionPerformed) -> Option<(Press, About)> {
    let press = match performed.action_id() {
        "tap" | "open" => Press::Open,
        "done" => Press::Done,
        "snooze" => Press::Snooze,
        "another_day" => Press::AnotherDay,
        _ => return None,
    };
    let about = performed.notification()?.extra().get(ABOUT)?;
    Some((press, serde_json::from_value(about.clone()).ok()?))
}

/// Shows a notification under an id of Kith's own. `gone` is called when the system says that it is
/// gone, which only Linux does.
pub fn put_up<R: Runtime>(
    app: &AppHandle<R>,
    id: i32,
    opening: u64,
    notice: &Notice,
    gone: impl FnOnce() + Send + 'static,
) {
    let is_about_one = notice.person.is_some() || notice.buttons.is_some();
    let about = About {
        opening,
        person: notice.person,
        keys: match is_about_one {
            true => notice.keys.clone(),
            false => Vec::new(),
        },
    };
    let mut builder = app
        .notification()
        .builder()
        .id(id)
        .title(&notice.title)
        .body(&notice.body)
        .extra(ABOUT, about);
    let buttons = match notice.buttons {
        Some(Buttons::DoneSnooze) => Some(ONE),
        Some(Buttons::KeptAnotherDay) => Some(PROMISE),
        Some(Buttons::DoneAnotherDay) => Some(STEP),
        None => (!notice.keys.is_empty()).then_some(OPEN),
    };
    if let Some(buttons) = buttons {
        builder = builder.action_type_id(buttons);
    }
    #[cfg(target_os = "linux")]
    let builder = builder.on_close(gone);
    #[cfg(not(target_os = "linux"))]
    drop(gone);
    if builder.show().is_err() {
        eprintln!("kith: a notification could not be shown");
    }
}

/// Takes notifications down; on systems other than Linux they stay until the person closes them.
pub fn take_down<R: Runtime>(app: &AppHandle<R>, ids: Vec<i32>) {
    let _ = app.notification().remove_active(ids);
}

/// Takes all of them down: nobody would hear their buttons any more.
pub fn take_all_down<R: Runtime>(app: &AppHandle<R>) {
    let _ = app.notification().remove_all_active();
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn performed(action: &str, extra: Value) -> ActionPerformed {
        let notification = json!({ "id": 7, "extra": extra });
        serde_json::from_value(
            json!({ "actionId": action, "inputValue": null, "notification": notification }),
        )
        .unwrap()
    }

    #[test]
    fn a_press_comes_back_with_what_it_is_about() {
        let about = About {
            opening: 2,
            person: Some(PersonId(5)),
            keys: vec![ReminderKey {
                sort: "check_in".into(),
                item: 9,
                due: "2026-03-10T08:30:00Z".parse().unwrap(),
            }],
        };
        let extra = json!({ ABOUT: about });
        for (action, meant) in [
            ("tap", Press::Open),
            ("open", Press::Open),
            ("done", Press::Done),
            ("snooze", Press::Snooze),
            ("another_day", Press::AnotherDay),
        ] {
            let heard = press(&performed(action, extra.clone()));
            assert_eq!(heard, Some((meant, about.clone())));
        }
        assert_eq!(press(&performed("burn", extra)), None);
        assert_eq!(press(&performed("done", json!({}))), None);
    }
}
