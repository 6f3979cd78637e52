//! Drags files from another window onto Kith's with the real pointer.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;

use crate::desk::Desk;
use crate::process::Running;
use crate::wait::{LONG, until};

/// The position of the other window on the screen, left of Kith's.
const SOURCE: (i32, i32) = (60, 60);
const STEPS: i32 = 12;

/// A drag of files over Kith's window that are not dropped yet.
pub struct Held<'a> {
    desk: &'a Desk,
    source: Running,
    lines: BufReader<std::process::ChildStdout>,
    over: (i32, i32),
}

impl Desk {
    /// Drags files over the middle of Kith's window and holds them there.
    pub fn drag_files(&self, files: &[&Path]) -> Held<'_> {
        let mut source = Running::start(drag_source(), |command| {
            self.dress(command);
            command.args(files).stdout(Stdio::piped());
        });
        let out = source
            .child()
            .stdout
            .take()
            .unwrap_or_else(|| unreachable!("it is piped"));
        let mut held = Held {
            desk: self,
            source,
            lines: BufReader::new(out),
            over: self.middle_of_kith(),
        };
        held.hear("ready");
        let (x, y) = held.over;
        self.xdotool(&[
            "mousemove",
            "--sync",
            &SOURCE.0.to_string(),
            &SOURCE.1.to_string(),
        ]);
        self.xdotool(&["mousedown", "1"]);
        for step in 1..=STEPS {
            let at = |from: i32, to: i32| (from + (to - from) * step / STEPS).to_string();
            self.xdotool(&["mousemove", "--sync", &at(SOURCE.0, x), &at(SOURCE.1, y)]);
        }
        held.hear("dragging");
        // Another move is needed after the drag has begun.
        held.nudge();
        held
    }

    fn middle_of_kith(&self) -> (i32, i32) {
        until("Kith's window is on the screen", LONG, || {
            let window = self.kith_windows().into_iter().next()?;
            let text = self.xdotool_says(&["getwindowgeometry", "--shell", &window])?;
            let number = |name: &str| {
                text.lines()
                    .find_map(|line| line.strip_prefix(name)?.parse::<i32>().ok())
            };
            let (x, y, width, height) = (
                number("X=")?,
                number("Y=")?,
                number("WIDTH=")?,
                number("HEIGHT=")?,
            );
            (width > 100).then_some((x + width / 2, y + height / 2))
        })
    }
}

impl Held<'_> {
    /// Moves the pointer a little, as a hand does: Kith is told of the files only when the pointer moves.
    pub fn nudge(&mut self) {
        let (x, y) = self.over;
        self.over = if x % 2 == 0 {
            (x + 5, y + 3)
        } else {
            (x - 5, y - 3)
        };
        let (x, y) = self.over;
        self.desk
            .xdotool(&["mousemove", "--sync", &x.to_string(), &y.to_string()]);
    }

    /// Drops the files and waits until Kith has taken them.
    pub fn release(mut self) {
        self.desk.xdotool(&["mouseup", "1"]);
        self.hear("end");
    }

    fn hear(&mut self, word: &str) {
        let mut line = String::new();
        while line.trim() != word {
            line.clear();
            let read = self.lines.read_line(&mut line).unwrap_or(0);
            assert!(
                read > 0,
                "the drag source ended ({:?}) before “{word}”",
                self.source.ended()
            );
        }
    }
}

fn drag_source() -> PathBuf {
    let own = std::env::current_exe().unwrap_or_default();
    own.ancestors()
        .nth(2)
        .map(|folder| folder.join("drag-source"))
        .unwrap_or_default()
}
