//! All boundaries with a person in one line.

use super::their_hours::{TheirWeek, hours_words, minute_words};
use super::{Boundaries, Sharing, boundary_rows};
use crate::channel::Channel;
use crate::customs::date_time_forms;
use crate::days::HourClock;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;

/// "Work only · not: the merger · until 16:00 (15:20 there)"; empty where nothing is said. The topics only
/// `with_topics`.
pub(crate) fn strip_of(
    tx: &Tx<'_>,
    person: PersonId,
    with_topics: bool,
    now: &Moment,
) -> Result<String> {
    let mut said = boundary_rows::of_person(tx, person)?;
    if !with_topics {
        said.off_limits.clear();
    }
    let by_kind = boundary_rows::of_kind_of(tx, person)?;
    if let Some(by_kind) = &by_kind {
        said.sharing = said.sharing.or(by_kind.sharing);
    }
    let strip = strip(&said, date_time_forms(tx)?.clock, now);
    let has_channels = boundary_rows::has_channels(tx, person)?;
    let usual = by_kind.into_iter().flat_map(|by_kind| {
        let channel = by_kind.channel.filter(|_| !has_channels);
        [
            channel.map(channel_words).unwrap_or_default().to_owned(),
            by_kind.note,
        ]
    });
    let parts: Vec<String> = [strip]
        .into_iter()
        .chain(usual)
        .filter(|part| !part.is_empty())
        .collect();
    Ok(parts.join(" · "))
}

const fn channel_words(channel: Channel) -> &'static str {
    match channel {
        Channel::InPerson => "in person",
        Channel::Video => "by video",
        Channel::Phone => "by phone",
        Channel::Email => "by mail",
        Channel::Chat => "by chat",
        Channel::Text => "by text message",
        Channel::Social => "on social media",
        Channel::NotSaid => "",
    }
}

/// Like `strip_of`, of what was read.
pub(super) fn strip(said: &Boundaries, clock: HourClock, now: &Moment) -> String {
    let sharing = said.sharing.map(|sharing| match sharing {
        Sharing::WorkOnly => "Work only".to_owned(),
        Sharing::SomeOfMe => "Some of me".to_owned(),
        Sharing::Openly => "Openly".to_owned(),
    });
    let not = (!said.off_limits.is_empty()).then(|| format!("not: {}", said.off_limits.join(", ")));
    let week = TheirWeek::of(said.hours.clone(), &said.zone, now);
    let hours = week.map(|week| {
        let there = week
            .is_elsewhere
            .then(|| format!("{} there", clock.time_words(week.time_at(now.utc))));
        let hours = week
            .hours
            .as_ref()
            .map(|hours| match week.is_within(now.utc) {
                Some(true) => format!("until {}", minute_words(hours.to, clock)),
                _ => hours_words(hours, clock),
            });
        match (hours, there) {
            (Some(hours), Some(there)) => format!("{hours} ({there})"),
            (hours, there) => hours.or(there).unwrap_or_default(),
        }
    });
    let parts: Vec<String> = [sharing, not, hours]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::boundaries::TheirHours;

    #[test]
    fn one_line_says_all_of_it() {
        let now = Moment {
            utc: "2026-03-10T09:50:00Z".parse().unwrap(),
            zone: chrono_tz::Europe::Oslo,
        };
        let mut said = Boundaries {
            sharing: Some(Sharing::WorkOnly),
            off_limits: vec!["the merger".into()],
            hours: Some(TheirHours {
                weekdays: vec![0, 1, 2, 3, 4],
                from: 540,
                to: 960,
            }),
            zone: "Asia/Kolkata".into(),
        };
        let words = |said: &Boundaries| strip(said, HourClock::TwentyFour, &now);
        assert_eq!(
            words(&said),
            "Work only · not: the merger · until 16:00 (15:20 there)"
        );
        said.zone = "Asia/Tokyo".into();
        assert_eq!(
            words(&said),
            "Work only · not: the merger · Mon–Fri, 09:00–16:00 (18:50 there)"
        );
        said.hours = None;
        assert_eq!(words(&said), "Work only · not: the merger · 18:50 there");
        assert_eq!(words(&Boundaries::default()), "");
    }
}
