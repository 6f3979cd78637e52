//! The first days of many people who are kept close at once.

use crate::check_ins::{
    LevelDays, full_calendar, open_cadence, put_placed, settle_people, wished_by_rhythm,
};
use crate::days::Day;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::load::{First, reach_of, spread};
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

/// Whether the check-in of a person's rhythm was spread: it stands further from the day that the rhythm wishes than
/// Kith places one otherwise. With another rhythm it is spread again, or all who were spread would meet on one day.
pub(crate) fn is_spread(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let Some(open) = open_cadence(tx, person)?.filter(|open| !open.chosen) else {
        return Ok(false);
    };
    let record = relationship_rows::of_person(tx, person)?;
    let cadence = record.and_then(|record| record.cadence_days);
    Ok(open.wished.zip(cadence).is_some_and(|(wished, cadence)| {
        let apart = (open.when.on.date() - wished.date()).num_days().abs();
        apart > i64::from(reach_of(cadence))
    }))
}

/// Spreads people whose check-ins were spread and whose rhythm became another in this change. Whoever is due by the
/// new rhythm too stays where they are.
pub(crate) fn spread_again(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    spread_those(change, people, false)
}

/// Spreads the first check-ins of people who are newly kept close in this change, or whose rhythm became another: shortest rhythm first, each on the
/// least loaded working day within their rhythm. Whoever's rhythm still runs since the last conversation keeps their
/// day, and so does a day set by hand; a single person gets the usual one.
pub(crate) fn spread_first_days(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    spread_those(change, people, true)
}

fn spread_those(change: &Changing<'_>, people: &[PersonId], are_first: bool) -> Result<()> {
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
        let stays = match are_first {
            true => last.is_some() && wished > today,
            false => wished <= today,
        };
        if stays
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
    for (first, _) in &firsts {
        // They leave the day where they stand.
        if let Some(open) = open_cadence(tx, first.key)? {
            let on = open.snoozed.unwrap_or(open.when).on.date();
            calendar.remove(on.max(today));
        }
    }
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
