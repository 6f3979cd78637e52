//! The first days of many people at once.

use chrono::NaiveDate;

use super::{Calendar, DayShare};

/// Somebody whose first day is looked for.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct First<Key> {
    /// Whom it is about.
    pub(crate) key: Key,
    /// Days between check-ins.
    pub(crate) cadence: u32,
    /// 1 (usual) to 3 (highest).
    pub(crate) importance: u8,
    /// The strength of the warmth, from 0.
    pub(crate) warmth: f64,
    /// The name in the form by which lists sort.
    pub(crate) sort_key: String,
}

/// A day that takes check-ins.
struct Place {
    day: NaiveDate,
    load: u32,
    share: DayShare,
}

impl Place {
    fn fill(&self) -> u32 {
        match self.share {
            DayShare::Half => self.load.saturating_mul(2),
            DayShare::Full | DayShare::None => self.load,
        }
    }
}

/// The days on which these people stand first: shortest rhythm first, then importance, then least warmth, then name,
/// each takes the least loaded day from `from` on within their rhythm, the earliest of equals. Where no working day
/// is within it, those after the days off. Nobody is placed where no working day comes.
pub(crate) fn spread<Key: Ord + Copy>(
    calendar: &mut Calendar<'_>,
    people: Vec<First<Key>>,
    from: NaiveDate,
) -> Vec<(Key, NaiveDate)> {
    let mut people = people;
    people.sort_by(|a, b| {
        let by_rhythm = a.cadence.cmp(&b.cadence);
        by_rhythm
            .then_with(|| b.importance.cmp(&a.importance))
            .then_with(|| a.warmth.total_cmp(&b.warmth))
            .then_with(|| a.sort_key.cmp(&b.sort_key))
            .then_with(|| a.key.cmp(&b.key))
    });
    let Some(first) = calendar.next_taking(from) else {
        return Vec::new();
    };
    let mut places = Places {
        taken: from,
        places: Vec::new(),
    };
    let placed = people.into_iter().filter_map(|person| {
        let cadence = i64::from(person.cadence.max(1));
        let last = day_after(from, cadence - 1)?;
        let last = if last < first {
            day_after(first, cadence - 1)?
        } else {
            last
        };
        let day = places.take(calendar, last)?;
        calendar.add(day);
        Some((person.key, day))
    });
    placed.collect()
}

fn day_after(day: NaiveDate, days: i64) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::TimeDelta::try_days(days)?)
}

/// The days that take check-ins, as far as they were asked for: looked at often.
struct Places {
    /// The next day to look at.
    taken: NaiveDate,
    places: Vec<Place>,
}

impl Places {
    /// Takes the least loaded day up to `last`.
    fn take(&mut self, calendar: &mut Calendar<'_>, last: NaiveDate) -> Option<NaiveDate> {
        while self.taken <= last {
            let day = calendar.day(self.taken);
            if let Some(share) = day.share {
                self.places.push(Place {
                    day: self.taken,
                    load: day.load,
                    share,
                });
            }
            self.taken = self.taken.succ_opt()?;
        }
        let known = self.places.partition_point(|place| place.day <= last);
        let places = self.places.iter_mut().take(known);
        let place = places.min_by_key(|place| (place.fill(), place.day))?;
        place.load = place.load.saturating_add(1);
        Some(place.day)
    }
}
