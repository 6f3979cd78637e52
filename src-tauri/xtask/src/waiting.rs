//! Package managers work one at a time: whoever comes second is told so and fails at once. Here it waits.

use std::io::{BufRead, BufReader};
use std::process::{Command, ExitStatus, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::steps::{Outcome, say, shown};

/// What apt-get, pacman and zypper print where another one is at work. dnf waits by itself.
const TAKEN: [&str; 4] = [
    "Could not get lock",
    "Unable to acquire the dpkg frontend lock",
    "unable to lock database",
    "System management is locked",
];
/// Between two tries.
const PAUSE: Duration = Duration::from_secs(2);

/// Runs a package manager to its end, with its output shown. Where another one is at work, it is tried again until
/// that one has ended or this much time is over.
pub fn when_free(command: &mut Command, within: Duration) -> Outcome {
    let begun = Instant::now();
    let mut told = false;
    loop {
        let (status, taken) = heard_errors(command)?;
        if status.success() {
            return Ok(());
        }
        if !taken || begun.elapsed() >= within {
            return Err(format!("{} ended with {status}", shown(command)));
        }
        if !told {
            say("Another program is installing packages. Waiting until it has ended.");
            told = true;
        }
        sleep(PAUSE.min(within));
    }
}

/// Runs it once. The second value is whether it says that another one is at work.
fn heard_errors(command: &mut Command) -> Outcome<(ExitStatus, bool)> {
    // The words above are those of these locales.
    let mut child = command
        .env("LC_ALL", "C")
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|e| format!("{} cannot be started: {e}", shown(command)))?;
    let mut taken = false;
    if let Some(errors) = child.stderr.take() {
        for bytes in BufReader::new(errors).split(b'\n') {
            let Ok(bytes) = bytes else { break };
            let line = String::from_utf8_lossy(&bytes);
            taken |= TAKEN.iter().any(|words| line.contains(words));
            eprintln!("{line}");
        }
    }
    let status = child.wait().map_err(|e| e.to_string())?;
    Ok((status, taken))
}

#[cfg(all(test, unix))]
#[allow(clippy::unwrap_used)] // A test may panic.
mod tests {
    use super::*;

    const MINUTE: Duration = Duration::from_secs(60);

    fn script(words: &str, folder: &std::path::Path) -> Command {
        let mut command = Command::new("sh");
        command.args(["-c", words]).current_dir(folder);
        command
    }

    fn folder(name: &str) -> std::path::PathBuf {
        let own = format!("kith-xtask-{name}-{}", std::process::id());
        let folder = std::env::temp_dir().join(own);
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_lock_that_another_program_has_is_waited_for() {
        let folder = folder("lock");
        let second = "test -e tried && exit 0; touch tried; echo 'E: Could not get lock /var/lib/apt/lists/lock.' >&2; exit 100";
        assert_eq!(when_free(&mut script(second, &folder), MINUTE), Ok(()));
        let always = "echo 'E: Could not get lock /var/lib/dpkg/lock-frontend.' >&2; exit 100";
        assert!(when_free(&mut script(always, &folder), Duration::ZERO).is_err());
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn every_other_failure_is_told_at_once() {
        let folder = folder("failure");
        let tries = "echo x >> tries; echo 'E: Unable to locate package' >&2; exit 100";
        assert!(when_free(&mut script(tries, &folder), MINUTE).is_err());
        let tried = std::fs::read_to_string(folder.join("tries")).unwrap();
        assert_eq!(tried.lines().count(), 1);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
