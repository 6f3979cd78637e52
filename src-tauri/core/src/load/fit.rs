//! What all rhythms ask of a working day, and which to lengthen so that they fit.

use super::{Capacity, DayShare};
use crate::hours::Rules;

/// The steps to which a rhythm is lengthened, in days.
const STEPS: [u32; 8] = [14, 21, 30, 45, 60, 90, 120, 180];

/// The rhythm of somebody kept close.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rhythm<Key> {
    /// Whose.
    pub(crate) key: Key,
    /// Days between check-ins.
    pub(crate) cadence: u32,
    /// 1 (usual) to 3 (highest).
    pub(crate) importance: u8,
    /// The strength of the warmth, from 0.
    pub(crate) warmth: f64,
}

/// What rhythms ask, against what is comfortable.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sums {
    /// Check-ins a full working day: those of a week, by the working days of a week, of which a half one counts half.
    pub(crate) asked: f64,
    /// How many are comfortable.
    pub(crate) comfortable: f64,
    /// Working days a week; a half one counts half. 0 where there is none.
    pub(crate) working_days: f64,
}

impl Sums {
    /// Whether what is asked is comfortable, as near as it is said: to a tenth.
    pub(crate) fn fits(&self) -> bool {
        self.asked <= self.comfortable + 1e-9
    }

    /// How many more with a cadence there is room for.
    pub(crate) fn room_for(&self, cadence: u32) -> u32 {
        let free = (self.comfortable - self.asked) * self.working_days / 7.0;
        let people = (free * f64::from(cadence) + 1e-9).floor();
        people.clamp(0.0, f64::from(u32::MAX)) as u32
    }
}

/// What rhythms with these cadences ask of a working day.
pub(crate) fn sums(cadences: impl Iterator<Item = u32>, capacity: Capacity, rules: &Rules) -> Sums {
    let working_days = working_days(capacity, rules);
    let a_day: f64 = cadences.map(a_day).sum();
    Sums {
        asked: match working_days > 0.0 {
            true => a_day * 7.0 / working_days,
            false => 0.0,
        },
        comfortable: f64::from(capacity.comfortable),
        working_days,
    }
}

/// How many check-ins a calendar day a cadence makes.
fn a_day(cadence: u32) -> f64 {
    1.0 / f64::from(cadence.max(1))
}

fn working_days(capacity: Capacity, rules: &Rules) -> f64 {
    let weekdays = rules.hours.days.iter().zip(capacity.shares);
    let shares = weekdays.map(|(hours, share)| match (hours, share) {
        (None, _) | (_, DayShare::None) => 0.0,
        (Some(_), DayShare::Half) => 0.5,
        (Some(_), DayShare::Full) => 1.0,
    });
    shares.sum()
}

/// A rhythm to lengthen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lengthened<Key> {
    /// Whose.
    pub(crate) key: Key,
    /// The cadence now.
    pub(crate) from: u32,
    /// The longer one.
    pub(crate) to: u32,
}

/// Which rhythms to lengthen until they fit: least important first, then coldest, one step each before anyone takes
/// two. Nothing where they fit, where no day is a working day, or where all are as long as the last step.
pub(crate) fn lengthen<Key: Ord + Copy>(
    rhythms: &[Rhythm<Key>],
    capacity: Capacity,
    rules: &Rules,
) -> Vec<Lengthened<Key>> {
    let mut order: Vec<(Rhythm<Key>, u32)> = rhythms
        .iter()
        .map(|rhythm| (*rhythm, rhythm.cadence))
        .collect();
    order.sort_by(|(a, _), (b, _)| {
        let by_importance = a.importance.cmp(&b.importance);
        by_importance
            .then_with(|| a.warmth.total_cmp(&b.warmth))
            .then_with(|| a.key.cmp(&b.key))
    });
    let now = sums(rhythms.iter().map(|rhythm| rhythm.cadence), capacity, rules);
    let limit = now.comfortable * now.working_days / 7.0;
    let mut a_day_now: f64 = rhythms.iter().map(|rhythm| a_day(rhythm.cadence)).sum();
    if now.working_days > 0.0 {
        for _ in 0..STEPS.len() {
            for (_, cadence) in &mut order {
                if a_day_now <= limit + 1e-9 {
                    break;
                }
                let Some(longer) = STEPS.into_iter().find(|step| step > cadence) else {
                    continue;
                };
                a_day_now += a_day(longer) - a_day(*cadence);
                *cadence = longer;
            }
        }
    }
    let longer = order.into_iter().filter_map(|(rhythm, to)| {
        (to != rhythm.cadence).then_some(Lengthened {
            key: rhythm.key,
            from: rhythm.cadence,
            to,
        })
    });
    longer.collect()
}
