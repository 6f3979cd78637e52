//! The computer wakes from sleep. Timers do not count the time asleep, so this is heard from logind;
//! where there is no system bus, the next tick finds out.

use zbus::MatchRule;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;

/// Calls `woke` each time, for as long as the process lives.
pub fn hear(woke: impl Fn() + Send + 'static) {
    std::thread::spawn(move || {
        // Fails where there is no system bus.
        let _ = listen(woke);
    });
}

fn listen(woke: impl Fn()) -> zbus::Result<()> {
    let connection = Connection::system()?;
    let rule = MatchRule::builder()
        .msg_type(Type::Signal)
        .interface("org.freedesktop.login1.Manager")?
        .member("PrepareForSleep")?
        .build();
    for signal in MessageIterator::for_match_rule(rule, &connection, None)? {
        let about_to_sleep: bool = signal?.body().deserialize()?;
        if !about_to_sleep {
            woke();
        }
    }
    Ok(())
}
