//! The day on which a check-in of a rhythm stands: the settings of the load, and the days with their open check-ins.

use chrono::{Days, NaiveDate, TimeDelta};

use super::check_in_rows;
use super::load_rows;
use crate::cadence::LAST_DAY;
use crate::days::Day;
use crate::error::{Error, Result};
use crate::hours::Rules;
use crate::ids::PersonId;
use crate::load::{
    COMFORTABLE, Calendar, Capacity, DayShare, Wish, after_days_off, place, reach_of,
};
use crate::moment::Moment;
use crate::relationships::Category;
use crate::relationships::relationship_rows::{self, RelationshipRecord};
use crate::reminders::rules;
use crate::settings::{self, setting};
use crate::store::Tx;

setting! {
    /// How many check-ins a full working day comfortably holds.
    ComfortablePerDay: u32 = 3, "comfortablePerDay", Undoable, check_comfortable;
    /// How much of that each weekday takes, Monday first.
    WeekdayShares: [DayShare; 7] = [DayShare::Full; 7], "weekdayShares", Undoable;
    /// Whether Kith places check-ins of rhythms where there is room.
    LevelDays: bool = true, "levelDays", Undoable;
}

/// Organisations with more people than this have no days of their own: they would fill any span.
pub(crate) const MOST_APART: u32 = 100;

fn check_comfortable(comfortable: &u32) -> Result<()> {
    match COMFORTABLE.contains(comfortable) {
        true => Ok(()),
        false => Err(Error::invalid(
            "comfortablePerDay",
            "Choose between 1 and 50 a day.",
        )),
    }
}

/// How many check-ins a day can hold, by the settings.
pub(crate) fn capacity(tx: &Tx<'_>) -> Result<Capacity> {
    Ok(Capacity {
        comfortable: settings::get::<ComfortablePerDay>(tx)?,
        shares: settings::get::<WeekdayShares>(tx)?,
    })
}

/// What the place of a check-in depends on besides its wished day.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// With whom it is.
    pub(super) person: PersonId,
    /// Days between check-ins.
    pub(super) cadence: u32,
    /// Whether the wished day is that on which a pause ends, or a rest after several attempts.
    pub(super) ends_pause: bool,
    /// Whether it stands apart from those of the same organisation: not in the user's own.
    pub(super) stands_apart: bool,
}

impl Placed {
    pub(super) fn of(
        person: PersonId,
        record: &RelationshipRecord,
        wished: NaiveDate,
        ends_rest: bool,
    ) -> Self {
        Self {
            person,
            cadence: record.cadence_days.unwrap_or(1),
            ends_pause: ends_rest || record.paused_until.map(Day::date) == Some(wished),
            stands_apart: record.category == Category::External,
        }
    }
}

/// What places check-ins during one change. Nothing is read before it is needed.
pub(super) struct Placing<'t, 'c> {
    tx: &'t Tx<'c>,
    now: Moment,
    /// Whether many people are settled at once: then all days are read at once.
    many: bool,
    rules: Option<(Rules, Capacity, bool)>,
    /// The days of which the loads are known, and these loads.
    known: Option<(NaiveDate, NaiveDate)>,
    loads: std::collections::BTreeMap<NaiveDate, u32>,
}

impl<'t, 'c> Placing<'t, 'c> {
    pub(super) fn of(tx: &'t Tx<'c>, now: &Moment, people: usize) -> Self {
        Self {
            tx,
            now: *now,
            many: people > 1,
            rules: None,
            known: None,
            loads: std::collections::BTreeMap::new(),
        }
    }

    /// The day for a check-in that is wished for `wished`. `stands` is where an open one stands that moves.
    pub(super) fn day_for(
        &mut self,
        placed: Placed,
        wished: NaiveDate,
        stands: Option<NaiveDate>,
    ) -> Result<NaiveDate> {
        let today = self.now.today();
        let Placed {
            cadence,
            ends_pause,
            ..
        } = placed;
        if wished < today || wished >= LAST_DAY {
            return Ok(wished);
        }
        let (rules, capacity, levels) = match self.rules.take() {
            Some(read) => read,
            None => (
                rules(self.tx, &self.now)?,
                capacity(self.tx)?,
                settings::get::<LevelDays>(self.tx)?,
            ),
        };
        self.rules = Some((rules.clone(), capacity, levels));
        if !levels {
            return Ok(wished);
        }
        let reach = reach_of(cadence);
        let mut calendar = Calendar::new(&rules, capacity, today);
        // Where the wished day and all days within reach are off, the days after them are looked at.
        let from = wished - TimeDelta::days(i64::from(reach) + 2);
        let is_far = ends_pause
            || calendar
                .next_taking(from.max(today))
                .is_none_or(|next| next > plus(wished, reach));
        let until = match is_far {
            true => calendar
                .next_taking(wished)
                .map_or(wished, |next| plus(next, cadence)),
            false => plus(wished, reach),
        };
        self.know(from, until)?;
        for (day, load) in self.loads.range(from..=until) {
            calendar.set_load(*day, *load);
        }
        if let Some(stands) = stands {
            calendar.remove(stands);
        }
        if ends_pause {
            return Ok(after_days_off(&mut calendar, wished, cadence));
        }
        let apart = self.apart_from(placed, from, plus(wished, reach + 2))?;
        let wish = Wish {
            on: wished,
            cadence,
            apart_from: &apart,
        };
        Ok(place(&mut calendar, wish))
    }

    /// The check-in that stood on a day stands on another now.
    pub(super) fn moved(&mut self, from: Option<NaiveDate>, to: NaiveDate) {
        let Some((first, last)) = self.known else {
            return;
        };
        if let Some(load) = from.and_then(|from| self.loads.get_mut(&from)) {
            *load = load.saturating_sub(1);
        }
        if (first..=last).contains(&to) {
            *self.loads.entry(to).or_default() += 1;
        }
    }

    /// Reads the loads of a range of days, if they are not known.
    fn know(&mut self, from: NaiveDate, until: NaiveDate) -> Result<()> {
        if self
            .known
            .is_some_and(|(first, last)| first <= from && until <= last)
        {
            return Ok(());
        }
        let (from, until) = match self.many {
            true => (from.min(self.now.today() - TimeDelta::days(9)), LAST_DAY),
            false => (from, until),
        };
        self.loads = load_rows::loads(self.tx, from.into(), until.into(), self.now.today().into())?;
        self.known = Some((from, until));
        Ok(())
    }

    /// The days from `from` to `until` on which others of the person's organisations have a check-in. Those in the
    /// user's own organisation need not stand apart.
    fn apart_from(
        &self,
        placed: Placed,
        from: NaiveDate,
        until: NaiveDate,
    ) -> Result<Vec<NaiveDate>> {
        if !placed.stands_apart {
            return Ok(Vec::new());
        }
        let mut days = Vec::new();
        for organisation in load_rows::organisations_of(self.tx, placed.person)? {
            if load_rows::has_more_than(self.tx, organisation, MOST_APART)? {
                continue;
            }
            let others = load_rows::days_of_others(self.tx, organisation, placed.person)?;
            let others = others.into_iter().map(Day::date);
            days.extend(others.filter(|day| (from..=until).contains(day)));
        }
        Ok(days)
    }
}

fn plus(day: NaiveDate, days: u32) -> NaiveDate {
    let later = day.checked_add_days(Days::new(days.into()));
    later.map_or(LAST_DAY, |later| later.min(LAST_DAY))
}

/// A calendar of all days from today on with their open check-ins; what is past due counts today.
///
/// # Errors
/// Storage errors.
pub(crate) fn full_calendar<'r>(
    tx: &Tx<'_>,
    rules: &'r Rules,
    now: &Moment,
) -> Result<Calendar<'r>> {
    let today = now.today();
    let mut calendar = Calendar::new(rules, capacity(tx)?, today);
    let loads = load_rows::loads(tx, today.into(), LAST_DAY.into(), today.into())?;
    for (day, load) in loads {
        calendar.set_load(day, load);
    }
    Ok(calendar)
}

/// Puts a person's open check-in of the rhythm, or a new one, on a day that Kith chose for it. `wished` is the day
/// that the rhythm wishes.
///
/// # Errors
/// Storage errors.
pub(crate) fn put_placed(
    tx: &Tx<'_>,
    person: PersonId,
    on: NaiveDate,
    wished: NaiveDate,
) -> Result<()> {
    match super::open_cadence(tx, person)? {
        Some(open) => check_in_rows::set_placed(tx, open.id, on.into(), wished.into()),
        None => check_in_rows::insert_placed(tx, person, on.into(), wished.into(), false),
    }
}

/// Places the check-ins of rhythms anew that stand on days that are no working days any more, after the hours or the
/// days off were changed. What was set by hand or put off stays.
///
/// # Errors
/// Storage errors.
pub(crate) fn leave_days_off(tx: &Tx<'_>, now: &Moment) -> Result<()> {
    if !settings::get::<LevelDays>(tx)? {
        return Ok(());
    }
    let rules = rules(tx, now)?;
    let mut off = load_rows::movable(tx, now)?;
    off.retain(|record| !rules.is_working_day(record.on.date()));
    off.sort_by_key(|record| (record.on, record.id));
    let mut placing = Placing::of(tx, now, off.len());
    for record in off {
        let Some(relationship) = relationship_rows::of_person(tx, record.person)? else {
            continue;
        };
        let (stands, wished) = (record.on.date(), record.wished.date());
        // Whoever was spread stands far from the wished day.
        let apart = (stands - wished).num_days().abs();
        let is_near = apart <= i64::from(reach_of(record.cadence)) && wished > now.today();
        let wish = if is_near { wished } else { stands };
        let placed = Placed::of(record.person, &relationship, wish, false);
        let on = placing.day_for(placed, wish, Some(stands))?;
        if on != stands {
            check_in_rows::set_placed(tx, record.id, on.into(), record.wished)?;
            placing.moved(Some(stands), on);
        }
    }
    Ok(())
}
