//! The plan that levels the days: which check-ins move from days that hold too many.

use std::collections::BTreeMap;
use std::hash::Hash;

use chrono::{Days, NaiveDate};

use super::place::{days_within, reach_of};
use super::{Calendar, Colleagues, DayShare};

/// A check-in that Kith may move: of a rhythm, not set by hand, not put off, and after today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Movable<Key> {
    /// Which check-in.
    pub(crate) key: Key,
    /// Where it stands.
    pub(crate) on: NaiveDate,
    /// The day that its rhythm wished.
    pub(crate) wished: NaiveDate,
    /// Days between check-ins.
    pub(crate) cadence: u32,
    /// 1 (usual) to 3 (highest).
    pub(crate) importance: u8,
}

/// A check-in and the day to which it moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Leveled<Key> {
    /// Which check-in.
    pub(crate) key: Key,
    /// Where it stands.
    pub(crate) from: NaiveDate,
    /// Where it moves to.
    pub(crate) to: NaiveDate,
}

impl<Key> Movable<Key> {
    /// The day from which its reach counts: the wished one. Where the first days of many were spread it stands far
    /// from that, and its own day counts.
    fn middle(&self) -> NaiveDate {
        let reach = i64::from(reach_of(self.cadence));
        match (self.on - self.wished).num_days().abs() <= reach {
            true => self.wished,
            false => self.on,
        }
    }

    /// The last day to which it may move.
    fn last(&self) -> NaiveDate {
        let reach = Days::new(reach_of(self.cadence).into());
        let last = self.wished.checked_add_days(reach);
        last.unwrap_or(self.wished).max(self.on)
    }
}

/// The days to which one may move so that the calendar is more level than before, the best first: those with room that
/// are apart from others of the organisation, then the least loaded, then the nearest to the wished day, then the
/// earlier.
pub(crate) fn targets<Key: Eq + Hash>(
    calendar: &mut Calendar<'_>,
    colleagues: &Colleagues<Key>,
    item: &Movable<Key>,
) -> Vec<NaiveDate> {
    let middle = item.middle();
    let days = days_within(calendar, middle, reach_of(item.cadence));
    let last = item.last();
    let better = days
        .into_iter()
        .filter(|day| *day <= last && is_better(calendar, item.on, *day));
    let mut better: Vec<_> = better.collect();
    better.sort_by_key(|day| {
        (
            calendar.is_full(*day) || colleagues.is_near(&item.key, item.on, *day),
            calendar.day(*day).fill(),
            (*day - middle).num_days().abs(),
            *day,
        )
    });
    better
}

/// Whether the squares of the loads, each by what its day takes, add up to less when one check-in moves: then no
/// move can be taken back by another, and the day moved to is not busier than the one it leaves.
fn is_better(calendar: &mut Calendar<'_>, from: NaiveDate, to: NaiveDate) -> bool {
    if from == to {
        return false;
    }
    let weight = |share| if share == DayShare::Half { 2_u64 } else { 1 };
    let (from, to) = (calendar.day(from), calendar.day(to));
    match (from.share, to.share) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some(leaves), Some(takes)) => {
            (u64::from(to.load) * 2 + 1) * weight(takes)
                < (u64::from(from.load) * 2).saturating_sub(1) * weight(leaves)
        }
    }
}

/// Whether a day holds more than is comfortable, or holds something though nothing is placed there.
fn is_over(calendar: &mut Calendar<'_>, day: NaiveDate) -> bool {
    calendar.load(day) > calendar.room(day)
}

/// Which check-ins move where, so that days that hold too many hold less. Each is within its reach; nothing moves to
/// today or before, to a day off, or to a day that is busier for it. Taken again, nothing moves.
pub(crate) fn level<Key: Ord + Copy + Hash>(
    calendar: &mut Calendar<'_>,
    colleagues: &mut Colleagues<Key>,
    items: &[Movable<Key>],
) -> Vec<Leveled<Key>> {
    let mut by_day: BTreeMap<NaiveDate, Vec<Movable<Key>>> = BTreeMap::new();
    for item in items.iter().filter(|item| item.on > calendar.today) {
        by_day.entry(item.on).or_default().push(*item);
    }
    let began: BTreeMap<Key, NaiveDate> = items.iter().map(|item| (item.key, item.on)).collect();
    // Each move makes the sum of squares less: there is an end.
    while pass(calendar, colleagues, &mut by_day) {}
    let mut moved: Vec<Leveled<Key>> = by_day
        .into_values()
        .flatten()
        .filter_map(|item| {
            let from = *began.get(&item.key)?;
            (from != item.on).then_some(Leveled {
                key: item.key,
                from,
                to: item.on,
            })
        })
        .collect();
    moved.sort_by_key(|one| (one.from, one.to, one.key));
    moved
}

/// Looks at each day once; returns whether anything moved.
fn pass<Key: Ord + Copy + Hash>(
    calendar: &mut Calendar<'_>,
    colleagues: &mut Colleagues<Key>,
    by_day: &mut BTreeMap<NaiveDate, Vec<Movable<Key>>>,
) -> bool {
    let mut moved = false;
    let days: Vec<NaiveDate> = by_day.keys().copied().collect();
    for day in days {
        if !is_over(calendar, day) {
            continue;
        }
        let mut there = by_day.remove(&day).unwrap_or_default();
        there.sort_by_key(|item| (item.importance, item.key));
        let mut stay = Vec::new();
        for item in there {
            let to = match is_over(calendar, day) {
                true => targets(calendar, colleagues, &item).first().copied(),
                false => None,
            };
            let Some(to) = to else {
                stay.push(item);
                continue;
            };
            moved = true;
            colleagues.moved(&item.key, day, to);
            calendar.remove(day);
            calendar.add(to);
            by_day
                .entry(to)
                .or_default()
                .push(Movable { on: to, ..item });
        }
        if !stay.is_empty() {
            by_day.entry(day).or_default().extend(stay);
        }
    }
    moved
}
