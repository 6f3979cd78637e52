//! Days that hold more than is comfortable: moving one check-in from them, or levelling all.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::load_rows::{self, MovableRecord};
use crate::check_ins::{CheckInId, MOST_APART, RINGS, check_in_rows, full_calendar, open_cadence};
use crate::counts::count32;
use crate::days::{Day, When};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::load::{Calendar, Colleagues, Leveled, Movable, level, reach_of, targets};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::{self, PersonRow};
use crate::reminders::{delivery_rows, rules};
use crate::store::Tx;
use crate::typed_day::{short, short_date};

/// So many are offered to be moved from a day.
const MOST_CHOICES: usize = 5;
/// So many of a day are looked at for those whom nothing moves.
const MOST_LOOKED_AT: u32 = 50;

/// What stands on a day, and what of it can be moved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MoveChoices {
    /// The day.
    pub day: Day,
    /// The day in words: "Wed 18 March".
    pub words: String,
    /// Whom to move, least important first, each to where there is most room; at most five.
    pub choices: Vec<MoveChoice>,
    /// Those whom Kith does not move: their day was set by hand, or they were put off to it.
    pub set_by_hand: Vec<String>,
    /// Whether somebody stays because no day within reach is less busy.
    pub no_room: bool,
}

/// Somebody whose check-in can move to a day with more room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct MoveChoice {
    /// The check-in.
    pub check_in: CheckInId,
    /// With whom it is.
    pub person: PersonRow,
    /// How far it may move: "every 30 days, may move 14 to 22 March".
    pub words: String,
    /// The day to which it moves.
    pub to: Day,
    /// That day in words: "Thu 19".
    pub to_words: String,
    /// How many check-ins that day has now.
    pub load: u32,
    /// How many it comfortably holds.
    pub room: u32,
}

/// What "Level" would do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct FullDays {
    /// How many check-ins would move.
    pub moves: u32,
    /// The first of them in words, such as "Kofi Amenuvor from Wed 18 to Thu 19 March"; at most five.
    pub first: Vec<String>,
    /// How many days hold more than is comfortable before it.
    pub over: u32,
    /// How many do after it.
    pub over_then: u32,
}

impl Book {
    /// Who stands on a day, and who of them can move where.
    ///
    /// # Errors
    /// `Invalid` at `day` if that is not a date; storage errors.
    pub fn move_choices(&self, day: &str, now: &Moment) -> Result<MoveChoices> {
        let day = read_day(day, "day")?;
        self.read(|tx| choices(tx, day, now))
    }

    /// Moves a check-in that Kith placed to another day within its reach. It stays one that Kith placed.
    ///
    /// # Errors
    /// `Invalid` at `on` if that is no date or not within reach; `Stale` if the check-in does not stand as it did;
    /// storage errors.
    pub fn check_in_place(&self, id: CheckInId, on: &str, now: &Moment) -> Result<Done<()>> {
        let on = read_day(on, "on")?;
        self.change(OperationKind::EditCheckIn, now, |change| {
            let tx = &change.tx;
            let items = load_rows::movable(tx, now)?;
            let item = items.into_iter().find(|item| item.id == id);
            let item = item.map(|item| movable_of(&item)).ok_or_else(stale)?;
            let person = check_in_rows::get(tx, id)?.person;
            let rules = rules(tx, now)?;
            let mut calendar = full_calendar(tx, &rules, now)?;
            if !targets(&mut calendar, &colleagues(tx)?, &item).contains(&on) {
                return Err(Error::invalid(
                    "on",
                    "That day has no more room than this one.",
                ));
            }
            change.about(person_rows::get(tx, person)?.name.display, 1);
            change.says(format!("to {}", short(on, now.today())));
            check_in_rows::set_placed(tx, id, on.into(), item.wished.into())
        })
    }

    /// Moves the check-in of a person that stands on a day to another day, as set by hand.
    ///
    /// # Errors
    /// `Invalid` at `to` if that is no date or not after today; `Stale` if nothing stands there any more; storage
    /// errors.
    pub fn check_in_drag(
        &self,
        person: PersonId,
        from: &str,
        to: &str,
        now: &Moment,
    ) -> Result<Done<()>> {
        let (from, to) = (read_day(from, "from")?, read_day(to, "to")?);
        if to < now.today() {
            return Err(Error::invalid("to", "That day has passed."));
        }
        self.change(OperationKind::EditCheckIn, now, |change| {
            let tx = &change.tx;
            // The days show when something rings: a pause or the hours of a day may have moved it.
            let mut record = None;
            for one in check_in_rows::open_of(tx, person)? {
                if record.is_none() && shown_on(tx, one.id, from, now)? {
                    record = Some(one);
                }
            }
            let record = record.ok_or_else(stale)?;
            change.about(person_rows::get(tx, person)?.name.display, 1);
            change.says(format!("to {}", short(to, now.today())));
            let when = When {
                on: to.into(),
                ..record.when
            };
            check_in_rows::set_when(tx, record.id, when, true)
        })
    }

    /// What "Level" would do.
    ///
    /// # Errors
    /// Storage errors.
    pub fn level_plan(&self, now: &Moment) -> Result<FullDays> {
        self.read(|tx| {
            let rules = rules(tx, now)?;
            let mut calendar = full_calendar(tx, &rules, now)?;
            let (plan, before, after) = leveled(tx, &mut calendar, now)?;
            let first = plan.iter().take(MOST_CHOICES).map(|(one, person)| {
                let name = person_rows::get(tx, *person)?.name.display;
                let (from, to) = (short(one.from, now.today()), short(one.to, now.today()));
                Ok(format!("{name} from {from} to {to}"))
            });
            Ok(FullDays {
                moves: count32(plan.len()),
                first: first.collect::<Result<_>>()?,
                over: before,
                over_then: after,
            })
        })
    }

    /// Levels the days: moves check-ins from days that hold too many, in one undo step. Returns how many moved.
    ///
    /// # Errors
    /// Storage errors.
    pub fn level_take(&self, now: &Moment) -> Result<Done<u32>> {
        self.change(OperationKind::LevelDays, now, |change| {
            let tx = &change.tx;
            let rules = rules(tx, now)?;
            let mut calendar = full_calendar(tx, &rules, now)?;
            let (plan, ..) = leveled(tx, &mut calendar, now)?;
            let people: Vec<PersonId> = plan.iter().map(|(_, person)| *person).collect();
            if !people.is_empty() {
                change.about_people(&people)?;
            }
            for (one, person) in &plan {
                let wished = open_cadence(tx, *person)?
                    .filter(|open| open.id == one.key)
                    .map(|open| open.wished.unwrap_or(open.when.on))
                    .ok_or_else(stale)?;
                check_in_rows::set_placed(tx, one.key, one.to.into(), wished)?;
            }
            Ok(count32(plan.len()))
        })
    }
}

fn stale() -> Error {
    Error::new(
        Code::Stale,
        "This check-in stands elsewhere by now. Nothing was changed.",
    )
}

/// Whether the days of Today show a check-in on a day; what is past due stands on the present one.
fn shown_on(tx: &Tx<'_>, id: CheckInId, on: NaiveDate, now: &Moment) -> Result<bool> {
    let row = delivery_rows::get(tx, RINGS.word, id.0)?;
    Ok(row.is_some_and(|row| {
        let day = row.day.date();
        row.stands && (day == on || (on == now.today() && day <= on))
    }))
}

fn read_day(text: &str, field: &str) -> Result<NaiveDate> {
    text.parse()
        .map_err(|_| Error::invalid(field, "This is not a date."))
}

fn movable_of(record: &MovableRecord) -> Movable<CheckInId> {
    Movable {
        key: record.id,
        on: record.on.date(),
        wished: record.wished.date(),
        cadence: record.cadence,
        importance: record.importance,
    }
}

/// Where those of one organisation stand.
fn colleagues(tx: &Tx<'_>) -> Result<Colleagues<CheckInId>> {
    Ok(Colleagues::of(load_rows::of_organisations(tx)?, MOST_APART))
}

type Moves = Vec<(Leveled<CheckInId>, PersonId)>;

/// The moves that level the calendar, and how many days are over before and after them.
fn leveled(tx: &Tx<'_>, calendar: &mut Calendar<'_>, now: &Moment) -> Result<(Moves, u32, u32)> {
    let records = load_rows::movable(tx, now)?;
    let people: std::collections::HashMap<CheckInId, PersonId> = records
        .iter()
        .map(|record| (record.id, record.person))
        .collect();
    let items: Vec<_> = records.iter().map(movable_of).collect();
    let before = calendar.days_over();
    let plan = level(calendar, &mut colleagues(tx)?, &items);
    let after = calendar.days_over();
    let plan = plan
        .into_iter()
        .filter_map(|one| Some((one, *people.get(&one.key)?)))
        .collect();
    Ok((plan, before, after))
}

fn choices(tx: &Tx<'_>, day: NaiveDate, now: &Moment) -> Result<MoveChoices> {
    let today = now.today();
    let rules = rules(tx, now)?;
    let mut calendar = full_calendar(tx, &rules, now)?;
    let records = load_rows::movable(tx, now)?;
    let mut there: Vec<_> = records
        .into_iter()
        .filter(|record| record.on.date() == day)
        .collect();
    there.sort_by_key(|record| (record.importance, record.id));
    let (mut choices, mut no_room) = (Vec::new(), false);
    let colleagues = colleagues(tx)?;
    for record in &there {
        if choices.len() == MOST_CHOICES {
            break;
        }
        let item = movable_of(record);
        match targets(&mut calendar, &colleagues, &item).first() {
            Some(to) => choices.push(choice(tx, &mut calendar, record, *to, now)?),
            None => no_room = true,
        }
    }
    let moving: std::collections::HashSet<PersonId> =
        there.iter().map(|record| record.person).collect();
    let everybody = load_rows::people_on(tx, day.into(), MOST_LOOKED_AT)?;
    let by_hand = everybody
        .into_iter()
        .filter(|person| !moving.contains(person));
    let set_by_hand = by_hand
        .take(MOST_CHOICES)
        .map(|person| Ok(person_rows::get(tx, person)?.name.display));
    Ok(MoveChoices {
        day: day.into(),
        words: short(day, today),
        choices,
        set_by_hand: set_by_hand.collect::<Result<_>>()?,
        no_room,
    })
}

fn choice(
    tx: &Tx<'_>,
    calendar: &mut Calendar<'_>,
    record: &MovableRecord,
    to: NaiveDate,
    now: &Moment,
) -> Result<MoveChoice> {
    let reach = chrono::Days::new(reach_of(record.cadence).into());
    let wished = record.wished.date();
    let first = wished.checked_sub_days(reach).unwrap_or(wished);
    let last = wished.checked_add_days(reach).unwrap_or(wished);
    let tomorrow = now.today().succ_opt().unwrap_or(first);
    let first = first.max(tomorrow);
    let first_words = match first.month() == last.month() {
        true => first.day().to_string(),
        false => short_date(first, now.today()),
    };
    let every = match record.cadence {
        1 => "every day".to_owned(),
        days => format!("every {days} days"),
    };
    Ok(MoveChoice {
        check_in: record.id,
        person: people_list::row_of(tx, record.person, now)?,
        words: format!(
            "{every}, may move {first_words} to {}",
            short_date(last, now.today())
        ),
        to: to.into(),
        to_words: to.format("%a %-d").to_string(),
        load: calendar.load(to),
        room: calendar.room(to),
    })
}
