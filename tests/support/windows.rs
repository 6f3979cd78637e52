//! Kith's windows on the screen, and file dialogs of the system, which are answered with real keys.

use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::desk::{Desk, binary};
use crate::wait::{LONG, until};

impl Desk {
    /// Waits for the file dialog, types a path and confirms.
    pub fn answer_dialog(&self, path: &Path) {
        let dialog = until("the file dialog is on the screen", LONG, || self.dialog());
        self.xdotool(&["windowactivate", "--sync", &dialog]);
        // A slash opens the field for a path, after a moment that cannot be observed from outside.
        self.xdotool(&["key", "slash"]);
        std::thread::sleep(Duration::from_millis(500));
        self.xdotool(&["key", "ctrl+a"]);
        self.xdotool(&["type", "--delay", "15", &path.to_string_lossy()]);
        self.xdotool(&["key", "Return"]);
        until("the file dialog closes", LONG, || {
            self.dialog().is_none().then_some(())
        });
    }

    /// The visible windows with Kith's name.
    pub fn kith_windows(&self) -> Vec<String> {
        self.named(|name| name == "Kith")
    }

    /// How many colours Kith's window has; 0 where there is none.
    pub fn colours(&self) -> u32 {
        let Some(window) = self.kith_windows().pop() else {
            return 0;
        };
        let counted = self
            .tool("import")
            .args(["-window", &window, "-format", "%k", "info:"])
            .output();
        let said = counted.map(|counted| counted.stdout).unwrap_or_default();
        String::from_utf8_lossy(&said).trim().parse().unwrap_or(0)
    }

    /// Saves a picture of Kith's window, where no driver is there to ask.
    pub fn picture_of_window(&self, name: &str) {
        if let Some(window) = self.kith_windows().pop() {
            let _ = self
                .tool("import")
                .args(["-window", &window])
                .arg(self.picture(name))
                .status();
        }
    }

    /// Closes Kith's window as a user does.
    pub fn close_window(&self) {
        let window = until("Kith's window is on the screen", LONG, || {
            self.kith_windows().pop()
        });
        // A window that has just opened may not have the keyboard focus yet, so the key is pressed again.
        until("the window is gone", LONG, || {
            self.xdotool_says(&["windowactivate", &window]);
            self.xdotool(&["key", "alt+F4"]);
            let pressed = Instant::now();
            while pressed.elapsed() < Duration::from_secs(1) {
                if self.kith_windows().is_empty() {
                    return Some(());
                }
            }
            None
        });
    }

    /// Waits until Kith's only window is visible.
    #[track_caller]
    pub fn wait_window(&self) {
        until("Kith's window is on the screen", LONG, || {
            (self.kith_windows().len() == 1).then_some(())
        });
    }

    /// Raises Kith's window from the list of a panel. Hidden windows are not in that list.
    #[track_caller]
    pub fn raise_minimised(&self) {
        let title = ["search", "--name", "^Kith$"];
        until("the minimised window comes up", LONG, || {
            for window in self.xdotool_says(&title)?.lines() {
                self.xdotool_says(&["windowactivate", window]);
            }
            (!self.kith_windows().is_empty()).then_some(())
        });
    }

    /// A window of Kith's other than the main window.
    fn dialog(&self) -> Option<String> {
        self.named(|name| !name.is_empty() && name != "Kith" && !name.starts_with("kith"))
            .pop()
    }

    /// The visible windows of Kith's process whose name satisfies `so`.
    fn named(&self, so: impl Fn(&str) -> bool) -> Vec<String> {
        let file = binary()
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let class = format!("^{}$", file.unwrap_or_default());
        let all = self.xdotool_says(&["search", "--onlyvisible", "--class", &class]);
        let name = |id: &str| self.xdotool_says(&["getwindowname", id]);
        let ids = all.unwrap_or_default();
        ids.lines()
            .filter(|id| name(id).is_some_and(|name| so(name.trim())))
            .map(String::from)
            .collect()
    }

    pub(crate) fn xdotool(&self, arguments: &[&str]) {
        let status = self.tool("xdotool").args(arguments).status();
        assert!(status.is_ok_and(|s| s.success()), "xdotool {arguments:?}");
    }

    pub(crate) fn xdotool_says(&self, arguments: &[&str]) -> Option<String> {
        let out = self
            .tool("xdotool")
            .args(arguments)
            .stderr(Stdio::null())
            .output()
            .ok()?;
        Some(String::from_utf8_lossy(&out.stdout).into_owned())
    }
}
