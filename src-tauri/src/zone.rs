//! The system's time zone.

use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::time::SystemTime;

use chrono_tz::{TZ_VARIANTS, Tz};

use crate::mutex::locked;

const LOCAL: &str = "/etc/localtime";
const ZONES: &str = "/usr/share/zoneinfo";

/// The zone named by `TZ`, otherwise that of the system, otherwise UTC.
pub fn zone() -> Tz {
    let named = std::env::var("TZ")
        .ok()
        .and_then(|name| name.trim_start_matches(':').parse().ok());
    let system = || {
        iana_time_zone::get_timezone()
            .ok()
            .and_then(|name| name.parse().ok())
    };
    named
        .or_else(system)
        .or_else(of_local_file)
        .unwrap_or(Tz::UTC)
}

/// The zone whose rules `/etc/localtime` holds, where that is a file of its own and not a link that tells a name. It
/// is compared again only when it has changed.
fn of_local_file() -> Option<Tz> {
    static LAST: Mutex<Option<(SystemTime, Option<Tz>)>> = Mutex::new(None);
    let local = Path::new(LOCAL);
    let written = fs::metadata(local).and_then(|data| data.modified()).ok()?;
    let mut last = locked(&LAST);
    match *last {
        Some((then, zone)) if then == written => zone,
        _ => {
            let zone = with_rules_of(local, Path::new(ZONES));
            *last = Some((written, zone));
            zone
        }
    }
}

/// A zone that has the same rules as this file, of the folder with all of them. Zones of the same rules differ only in
/// name; one of a place comes before one that is only an offset or an old name.
fn with_rules_of(local: &Path, zones: &Path) -> Option<Tz> {
    let rules = fs::read(local).ok()?;
    let same = |zone: &&Tz| {
        let file = zones.join(zone.name());
        let is_as_long = fs::metadata(&file).is_ok_and(|data| data.len() == rules.len() as u64);
        is_as_long && fs::read(&file).is_ok_and(|other| other == rules)
    };
    let (places, others): (Vec<Tz>, Vec<Tz>) = TZ_VARIANTS
        .iter()
        .copied()
        .partition(|zone| zone.name().contains('/') && !zone.name().starts_with("Etc/"));
    places.iter().chain(&others).find(same).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_file_of_rules_tells_its_zone() {
        let folder = tempfile::tempdir().unwrap();
        let zones = folder.path().join("zoneinfo");
        for (name, rules) in [
            ("Africa/Abidjan", "GMT"),
            ("Europe/Oslo", "CET-1CEST"),
            ("CET", "CET-1CEST"),
            ("Etc/UTC", "UTC"),
        ] {
            let file = zones.join(name);
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, rules).unwrap();
        }
        let local = folder.path().join("localtime");
        for (rules, zone) in [
            ("CET-1CEST", Some(Tz::Europe__Oslo)),
            ("UTC", Some(Tz::Etc__UTC)),
            ("CET-2CEST", None),
        ] {
            fs::write(&local, rules).unwrap();
            assert_eq!(with_rules_of(&local, &zones), zone, "{rules}");
        }
        assert_eq!(with_rules_of(&folder.path().join("none"), &zones), None);
    }
}
