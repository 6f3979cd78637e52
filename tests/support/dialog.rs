//! The system's own file dialogs, answered by real keys.

use std::path::Path;
use std::process::Stdio;

use crate::desk::{Desk, class};
use crate::wait::{LONG, until};

impl Desk {
    /// Waits for the file dialog, types a path and confirms.
    pub fn answer_dialog(&self, path: &Path) {
        let dialog = until("the file dialog is on the screen", LONG, || self.dialog());
        self.xdotool(&["windowactivate", "--sync", &dialog]);
        // A slash opens the line for a path; what a save dialog proposes is replaced.
        self.xdotool(&["key", "ctrl+a"]);
        self.xdotool(&["type", "--delay", "15", &path.to_string_lossy()]);
        self.xdotool(&["key", "Return"]);
        until("the file dialog closes", LONG, || {
            self.dialog().is_none().then_some(())
        });
    }

    /// A window of Kith's that is not the one window.
    fn dialog(&self) -> Option<String> {
        let found = self
            .tool("xdotool")
            .args(["search", "--onlyvisible", "--class", &class()])
            .stderr(Stdio::null())
            .output()
            .ok()?;
        let ids = String::from_utf8_lossy(&found.stdout).into_owned();
        ids.lines()
            .find(|id| {
                self.name_of(id)
                    .is_some_and(|name| !name.is_empty() && name != "Kith")
            })
            .map(String::from)
    }

    fn name_of(&self, window: &str) -> Option<String> {
        let named = self
            .tool("xdotool")
            .args(["getwindowname", window])
            .stderr(Stdio::null())
            .output()
            .ok()?;
        Some(String::from_utf8_lossy(&named.stdout).trim().to_owned())
    }

    pub(crate) fn xdotool(&self, arguments: &[&str]) {
        let status = self.tool("xdotool").args(arguments).status();
        assert!(status.is_ok_and(|s| s.success()), "xdotool {arguments:?}");
    }
}
