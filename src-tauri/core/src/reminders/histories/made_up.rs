//! A noun that only histories know: something about a person, for a day, and done by itself. It stands
//! beside check-ins to prove that reminders know neither.

use std::sync::LazyLock;

use super::When;
use crate::columns::{Zone, when};
use crate::days::{ClockTime, Day};
use crate::error::Result;
use crate::hours::Plan;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::nouns;
use crate::store::Tx;
use crate::store::noun::{Noun, Nouns, Table};
use crate::store::reminder_source::{Buttons, Called, ReminderSource};

/// The nouns of a book in which something made up rings too.
pub(super) fn all_nouns() -> Nouns {
    static ALL: LazyLock<Vec<&Noun>> =
        LazyLock::new(|| nouns::ALL.iter().copied().chain([&MADE_UP]).collect());
    &ALL
}

static MADE_UP: Noun = Noun {
    tables: &[Table::undoable("made_up")],
    rings: &[&RINGS],
    ..Noun::BARE
};

pub(super) static RINGS: ReminderSource = ReminderSource {
    word: "made_up",
    called: Called {
        one: "Something made up",
        several: "made-up things",
    },
    buttons: Some(Buttons::DoneSnooze),
    covered_by: None,
    tells_of_person: false,
    along: |_, _| Ok(Vec::new()),
    people: |tx| {
        let sql = "SELECT DISTINCT person_id FROM made_up WHERE open = 1";
        tx.all(sql, [], |row| row.get(0))
    },
    plans,
    comes_again: false,
    settings: &[],
    words: |_, item, _| Ok(format!("Made up {item}")),
    about_nobody: None,
    done: |change, _, items| items.iter().try_for_each(|item| close(&change.tx, *item)),
    put_off: Some(|change, _, items, until| {
        let until = (until.on, until.at);
        items
            .iter()
            .try_for_each(|item| put_off(&change.tx, *item, until))
    }),
};

/// No migration knows it: made before the book is opened with `all_nouns`.
pub(super) fn make_table(tx: &Tx<'_>) -> Result<()> {
    tx.execute(
        "CREATE TABLE made_up (id INTEGER PRIMARY KEY AUTOINCREMENT, \
           person_id INTEGER NOT NULL REFERENCES people (id) ON DELETE CASCADE, open INTEGER NOT NULL, \
           on_day TEXT NOT NULL, at_time TEXT, zone TEXT, put_off_on TEXT, put_off_time TEXT, put_off_zone TEXT) STRICT",
        [],
    )?;
    Ok(())
}

fn columns((on, at): When) -> (Day, Option<ClockTime>, Option<Zone>) {
    let zone = at.map(|(_, zone)| Zone(zone));
    (on.into(), at.map(|(time, _)| time.into()), zone)
}

pub(super) fn insert(tx: &Tx<'_>, person: PersonId, when: When) -> Result<i64> {
    let (on, at, zone) = columns(when);
    tx.insert(
        "INSERT INTO made_up (person_id, open, on_day, at_time, zone) VALUES (?1, 1, ?2, ?3, ?4)",
        (person, on, at, zone),
    )
}

pub(super) fn edit(tx: &Tx<'_>, item: i64, when: When) -> Result<()> {
    let (on, at, zone) = columns(when);
    tx.execute(
        "UPDATE made_up SET on_day = ?2, at_time = ?3, zone = ?4, \
           put_off_on = NULL, put_off_time = NULL, put_off_zone = NULL WHERE id = ?1",
        (item, on, at, zone),
    )?;
    Ok(())
}

pub(super) fn put_off(tx: &Tx<'_>, item: i64, until: When) -> Result<()> {
    let (on, at, zone) = columns(until);
    tx.execute(
        "UPDATE made_up SET put_off_on = ?2, put_off_time = ?3, put_off_zone = ?4 WHERE id = ?1",
        (item, on, at, zone),
    )?;
    Ok(())
}

pub(super) fn close(tx: &Tx<'_>, item: i64) -> Result<()> {
    tx.execute("UPDATE made_up SET open = 0 WHERE id = ?1", [item])?;
    Ok(())
}

pub(super) fn is_open(tx: &Tx<'_>, item: i64) -> Result<bool> {
    let sql = "SELECT open FROM made_up WHERE id = ?1";
    Ok(tx.first(sql, [item], |row| row.get(0))?.unwrap_or(false))
}

fn plans(tx: &Tx<'_>, person: PersonId, _: &Moment) -> Result<Vec<(i64, Plan)>> {
    tx.all(
        "SELECT id, on_day, at_time, zone, put_off_on, put_off_time, put_off_zone FROM made_up \
         WHERE person_id = ?1 AND open = 1",
        [person],
        |row| {
            let planned = when(row, row.get(1)?, [2, 3])?;
            let put_off: Option<Day> = row.get(4)?;
            let put_off = put_off.map(|on| when(row, on, [5, 6])).transpose()?;
            let plan = Plan::of(planned, put_off, None);
            Ok((row.get(0)?, plan))
        },
    )
}
