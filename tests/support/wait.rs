//! Waiting for something, and no longer than it takes.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// How long anything may take before a test gives up, on a busy machine.
pub const LONG: Duration = Duration::from_secs(20);

/// Asks again until there is an answer; panics with `what` when there is none in time.
#[track_caller]
pub fn until<T>(what: &str, within: Duration, mut ask: impl FnMut() -> Option<T>) -> T {
    let start = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(
            start.elapsed() < within,
            "waited {} s in vain: {what}",
            within.as_secs()
        );
        sleep(Duration::from_millis(25));
    }
}
