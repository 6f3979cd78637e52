//! The first days of many people who are kept close at once.

use crate::check_ins::{
    LevelDays, full_calendar, open_cadence, put_placed, settle_people, wished_by_rhythm,
};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::load::{First, spread};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::people_list::strength_of;
use crate::relationships::relationship_rows;
use crate::reminders::rules;
use crate::settings;
use crate::store::Tx;
use crate::store::changing::Changing;

/// Whether the check-in of a person's rhythm is still ahead: where a shorter rhythm would make it due at once, it is
/// spread like a first one.
pub(super) fn is_ahead(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<bool> {
    let open = open_cadence(tx, person)?;
    Ok(open.is_some_and(|open| !open.chosen && open.when.on.date() > now.today()))
}

/// Spreads the first check-ins of people who are newly kept close in this change, or whose rhythm became another: shortest rhythm first, each on the
/// least loaded working day within their rhythm. Whoever's rhythm still runs since the last conversation keeps their
/// day, and so does a day set by hand; a single person gets the usual one.
pub(crate) fn spread_first_days(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    let (tx, today) = (&change.tx, change.now.today());
    if people.len() < 2 || !settings::get::<LevelDays>(tx)? {
        return Ok(());
    }
    let (mut firsts, mut others) = (Vec::new(), Vec::new());
    for person in people {
        let is_chosen = open_cadence(tx, *person)?.is_some_and(|open| open.chosen);
        let Some(record) = relationship_rows::of_person(tx, *person)?.filter(|_| !is_chosen) else {
            others.push(*person);
            continue;
        };
        let last = interaction_rows::last_on(tx, *person)?.map(Day::date);
        let wished = wished_by_rhythm(tx, *person, &record, last)?;
        let Some((wished, cadence)) = wished.zip(record.cadence_days) else {
            continue;
        };
        // A pause is placed when it ends.
        let runs_on = last.is_some() && wished > today;
        if runs_on
            || record
                .paused_until
                .is_some_and(|until| until.date() > today)
        {
            others.push(*person);
            continue;
        }
        let first = First {
            key: *person,
            cadence,
            importance: record.importance,
            warmth: strength_of(tx, *person, Some(cadence), today)?,
            sort_key: person_rows::get(tx, *person)?.name.sort_key(),
        };
        firsts.push((first, wished));
    }
    if firsts.len() < 2 {
        return Ok(());
    }
    let Some(tomorrow) = today.succ_opt() else {
        return Ok(());
    };
    // Their days are taken before the first ones are looked for.
    settle_people(change, &others)?;
    let rules = rules(tx, &change.now)?;
    let mut calendar = full_calendar(tx, &rules, &change.now)?;
    let wishes: std::collections::HashMap<PersonId, _> = firsts
        .iter()
        .map(|(first, wished)| (first.key, *wished))
        .collect();
    let firsts = firsts.into_iter().map(|(first, _)| first).collect();
    for (person, on) in spread(&mut calendar, firsts, tomorrow) {
        let wished = wishes.get(&person).copied().unwrap_or(on);
        put_placed(tx, person, on, wished)?;
    }
    Ok(())
}
