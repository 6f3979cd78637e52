//! A second start hands its paths to the running Kith and ends.
//!
//! It writes a file to `starts` in the data folder. The running Kith is notified by the system, or polls the
//! folder, and deletes the files that it takes; the deletion is its answer. This needs no session bus and is
//! no new attack surface: whoever can write there could change the book as well, and a start can only show
//! the window and open an import preview.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, io, thread};

/// How often the second start checks for the answer.
const ASK_EVERY: Duration = Duration::from_millis(100);
/// How often the running Kith polls, if the system cannot notify it.
const POLL_EVERY: Duration = Duration::from_millis(300);
const ANSWER_WITHIN: Duration = Duration::from_secs(4);
/// Older files are ignored: their start has given up waiting.
const STALE_AFTER: Duration = Duration::from_secs(60);
/// Only this many bytes of a file are read.
const MAX_BYTES: u64 = 1 << 20;

/// Asks the running Kith to show itself and, if there are paths, to preview their import. Returns
/// `false` if it does not answer.
pub fn hand_over(folder: &Path, paths: &[PathBuf]) -> io::Result<bool> {
    let starts = folder.join("starts");
    crate::place::create_private(&starts)?;
    let name = uuid::Uuid::new_v4().simple().to_string();
    let written = starts.join(format!("{name}.writing"));
    let start = starts.join(format!("{name}.start"));
    let mut file = fs::File::options()
        .create_new(true)
        .write(true)
        .open(&written)?;
    file.write_all(&encode(paths))?;
    drop(file);
    fs::rename(&written, &start)?;
    for _ in 0..ANSWER_WITHIN.as_millis() / ASK_EVERY.as_millis() {
        thread::sleep(ASK_EVERY);
        if !start.exists() {
            return Ok(true);
        }
    }
    // If the file is gone now, it was taken at the last moment.
    Ok(fs::remove_file(&start).is_err())
}

/// Calls `heard` with the paths of each later start, from a thread that runs as long as the process. While
/// `is_first` is false, another Kith holds the lock, and files are left for it.
pub fn listen(
    folder: &Path,
    is_first: impl Fn() -> bool + Send + 'static,
    heard: impl Fn(Vec<PathBuf>) + Send + 'static,
) {
    let starts = folder.join("starts");
    thread::spawn(move || {
        // If the folder cannot be created, no start can write there either.
        let _ = crate::place::create_private(&starts);
        let watch = Watch::on(&starts);
        loop {
            if is_first() {
                take_all(&starts).into_iter().for_each(&heard);
            }
            watch.wait();
        }
    });
}

/// Waits until a file appears in the folder, with inotify.
#[cfg(target_os = "linux")]
struct Watch(Option<std::os::fd::OwnedFd>);

#[cfg(target_os = "linux")]
impl Watch {
    fn on(folder: &Path) -> Self {
        use rustix::fs::inotify::{CreateFlags, WatchFlags, add_watch, init};
        let watch = init(CreateFlags::CLOEXEC | CreateFlags::NONBLOCK).ok();
        Self(watch.filter(|watch| add_watch(watch, folder, WatchFlags::MOVED_TO).is_ok()))
    }

    /// Returns after two seconds at the latest: the folder may have been replaced by another.
    fn wait(&self) {
        use rustix::event::{PollFd, PollFlags, Timespec, poll};
        let Some(watch) = &self.0 else {
            return thread::sleep(POLL_EVERY);
        };
        let pause = Timespec {
            tv_sec: 2,
            tv_nsec: 0,
        };
        let _ = poll(&mut [PollFd::new(watch, PollFlags::IN)], Some(&pause));
        // Reads the events to clear them. What happened is found by looking into the folder.
        let _ = rustix::io::read(watch, &mut [0_u8; 4096]);
    }
}

/// Waits for the next poll.
#[cfg(not(target_os = "linux"))]
struct Watch;

#[cfg(not(target_os = "linux"))]
impl Watch {
    fn on(_: &Path) -> Self {
        Self
    }

    fn wait(&self) {
        thread::sleep(POLL_EVERY);
    }
}

/// Takes and deletes all files of later starts. Returns their paths.
fn take_all(starts: &Path) -> Vec<Vec<PathBuf>> {
    let Ok(entries) = fs::read_dir(starts) else {
        return Vec::new();
    };
    let found = entries.flatten().map(|entry| entry.path());
    let found = found.filter(|path| path.extension().is_some_and(|end| end == "start"));
    found
        .filter_map(|path| take(&path).ok().flatten())
        .collect()
}

fn take(path: &Path) -> io::Result<Option<Vec<PathBuf>>> {
    let about = fs::symlink_metadata(path)?;
    let age = about.modified()?.elapsed().unwrap_or_default();
    let mut bytes = Vec::new();
    if about.is_file() {
        fs::File::open(path)?
            .take(MAX_BYTES)
            .read_to_end(&mut bytes)?;
    }
    fs::remove_file(path)?;
    Ok((about.is_file() && age < STALE_AFTER).then(|| decode(&bytes)))
}

/// The paths with a NUL byte after each, which paths cannot contain.
fn encode(paths: &[PathBuf]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for path in paths {
        bytes.extend_from_slice(path.as_os_str().as_encoded_bytes());
        bytes.push(0);
    }
    bytes
}

fn decode(bytes: &[u8]) -> Vec<PathBuf> {
    let parts = bytes
        .split(|byte| *byte == 0)
        .filter(|part| !part.is_empty());
    parts
        .map(|part| PathBuf::from(text(part)))
        .filter(|path| path.is_absolute())
        .collect()
}

#[cfg(unix)]
fn text(bytes: &[u8]) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec())
}

#[cfg(not(unix))]
fn text(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;
    use std::time::SystemTime;

    #[test]
    fn the_first_hears_the_second() {
        let folder = tempfile::tempdir().unwrap();
        let (sender, heard) = mpsc::channel();
        listen(
            folder.path(),
            || true,
            move |paths| sender.send(paths).unwrap(),
        );
        let paths = vec![
            PathBuf::from("/home/me/Anna Möller.vcf"),
            PathBuf::from("/home/me/b.vcf"),
        ];
        assert!(hand_over(folder.path(), &paths).unwrap());
        assert_eq!(heard.recv_timeout(Duration::from_secs(2)).unwrap(), paths);
        assert!(hand_over(folder.path(), &[]).unwrap());
        assert!(
            heard
                .recv_timeout(Duration::from_secs(2))
                .unwrap()
                .is_empty()
        );
    }

    #[test]
    fn nobody_there_is_said_and_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        assert!(!hand_over(folder.path(), &[]).unwrap());
        assert_eq!(
            fs::read_dir(folder.path().join("starts")).unwrap().count(),
            0
        );
    }

    #[test]
    fn stale_starts_and_relative_paths_are_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let stale = folder.path().join("old.start");
        fs::write(&stale, "/etc/passwd\0").unwrap();
        let long_ago = SystemTime::now() - Duration::from_secs(3_600);
        fs::File::options()
            .write(true)
            .open(&stale)
            .unwrap()
            .set_modified(long_ago)
            .unwrap();
        assert!(take_all(folder.path()).is_empty());
        assert!(!stale.exists());
        assert!(decode(b"relative.vcf\0\0").is_empty());
    }
}
