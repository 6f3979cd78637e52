//! Waits for conditions.

use std::thread::sleep;
use std::time::{Duration, Instant};

/// The time after which a test gives up waiting. Long enough for a busy machine.
pub const LONG: Duration = Duration::from_secs(20);

/// Calls `ask` until it returns a value. Panics with `what` if it does not in time.
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
