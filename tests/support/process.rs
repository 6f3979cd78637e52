//! Runs programs that end with the test, however it ends.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use crate::wait::until;

/// A running program. Dropping it kills the program and everything it started.
pub struct Running {
    child: Child,
}

impl Running {
    /// Starts a program in its own process group. The system kills it if the test is killed.
    pub fn start(program: impl AsRef<Path>, prepare: impl FnOnce(&mut Command)) -> Self {
        let program = program.as_ref();
        let mut command = Command::new("setpriv");
        command
            .args(["--pdeathsig", "KILL", "--"])
            .arg(program)
            .stdin(Stdio::null());
        prepare(&mut command);
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        let child = command
            .spawn()
            .unwrap_or_else(|e| panic!("{} cannot be started: {e}", program.display()));
        Self { child }
    }

    pub fn id(&self) -> u32 {
        self.child.id()
    }

    /// The process that draws Kith's page, where this is Kith.
    pub fn page_process(&self) -> Option<u32> {
        let draws = |id: &u32| {
            let name = fs::read_to_string(format!("/proc/{id}/comm"));
            name.is_ok_and(|name| name.starts_with("WebKitWebProc"))
        };
        children(self.id()).into_iter().find(draws)
    }

    pub fn child(&mut self) -> &mut Child {
        &mut self.child
    }

    /// Waits until the program has ended by itself.
    pub fn wait_ended(&mut self, limit: Duration) {
        until("the program ends", limit, || self.ended());
    }

    pub fn ended(&mut self) -> Option<i32> {
        self.child
            .try_wait()
            .ok()
            .flatten()
            .map(|status| status.code().unwrap_or(-1))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        kill(&format!("-{}", self.child.id()));
        let _ = self.child.wait();
    }
}

/// Kills a process, or a process group if the id has a minus.
pub fn kill(id: &str) {
    let _ = Command::new("kill")
        .args(["-KILL", "--", id])
        .stderr(Stdio::null())
        .status();
}

/// The child processes of a process.
pub fn children(of: u32) -> Vec<u32> {
    let Ok(entries) = fs::read_dir("/proc") else {
        return Vec::new();
    };
    let ids = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    ids.filter(|id| parent(*id) == Some(of)).collect()
}

/// A process and all that it started, and what those started.
pub fn processes(of: u32) -> Vec<u32> {
    let mut all = vec![of];
    for id in children(of) {
        all.extend(processes(id));
    }
    all
}

fn parent(id: u32) -> Option<u32> {
    // "12 (name) S 1 …": the name may contain brackets and ends at the last one.
    let stat = fs::read_to_string(format!("/proc/{id}/stat")).ok()?;
    stat.rsplit_once(')')?
        .1
        .split_whitespace()
        .nth(1)?
        .parse()
        .ok()
}
