//! The openers of a person as the page, Today and reminders show them.

use super::choose::choose;
use super::sources::{SOURCES, shortened};
use super::{Opener, OpenerSort, opener_rows};
use crate::book::Book;
use crate::boundaries::{boundary_rows, excluded_with_me, off_limits_in};
use crate::date_reminders::DATE_REMINDER;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::next_lines::next_line_rows;
use crate::relationships::relationship_rows::is_left_alone;
use crate::store::Tx;
use crate::store::noun::Tells;

/// How many a person's page shows on demand.
const MOST: usize = 3;
/// Letters of the opener and of the last note in a reminder, which is to hold both and the line for next time.
const OF_LINE: usize = 80;

/// What a reminder does not tell as its opener: it is told besides it.
const SAID_BESIDES: [OpenerSort; 4] = [
    OpenerSort::Promise,
    OpenerSort::NextTime,
    OpenerSort::LastTalk,
    OpenerSort::Quiet,
];

/// What notifications of check-ins tell besides why they are due.
pub(super) static TELLS: Tells = Tells {
    words,
    answered: super::marks::note_talk,
};

impl Book {
    /// Lines to begin a talk with a person, at most three, the best first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn openers_of(&self, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
        self.read(|tx| of_person(tx, person, MOST, now))
    }
}

/// The first opener of a person, for where it is said anyway how long it has been quiet: that alone is none.
pub(crate) fn first_of(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<Opener>> {
    let first = of_person(tx, person, 1, now)?.into_iter().next();
    Ok(first.filter(|opener| opener.sort != OpenerSort::Quiet))
}

/// The first `most` openers of a person. Nobody who is left alone has any, nor with whom a conflict of interest excludes
/// it; none names what is off limits.
pub(super) fn of_person(
    tx: &Tx<'_>,
    person: PersonId,
    most: usize,
    now: &Moment,
) -> Result<Vec<Opener>> {
    if is_left_alone(tx, person, now)? || excluded_with_me(tx, person, now)? {
        return Ok(Vec::new());
    }
    let off_limits = boundary_rows::off_limits_of(tx, person)?;
    let is_allowed = |opener: &Opener| off_limits_in(&opener.words(), &off_limits).is_empty();
    let marks = opener_rows::marks_of(tx, person)?;
    let sources = SOURCES.iter().map(|source| {
        let read = || -> Result<Vec<Opener>> {
            let openers = (source.read)(tx, person, now)?;
            Ok(openers.into_iter().filter(is_allowed).collect())
        };
        (source.sort, read)
    });
    choose(sources, &marks, now.today(), most)
}

/// The opener, the line for next time, and the beginning of the last note.
fn words(tx: &Tx<'_>, person: PersonId, rung: &[&str], now: &Moment) -> Result<Vec<String>> {
    if is_left_alone(tx, person, now)? {
        return Ok(Vec::new());
    }
    // A promise has reminders of its own, and a reminder says anyway how long it has been quiet.
    let first = of_person(tx, person, SOURCES.len(), now)?
        .into_iter()
        .find(|opener| {
            let is_said = SAID_BESIDES.contains(&opener.sort)
                || (opener.sort == OpenerSort::Date && rung.contains(&DATE_REMINDER));
            !is_said
        });
    let off_limits = boundary_rows::off_limits_of(tx, person)?;
    let next = next_line_rows::of_person(tx, person)?;
    let last = interaction_rows::last_of(tx, person)?;
    let note = last.map_or(String::new(), |last| {
        let words: Vec<&str> = last.note.split_whitespace().collect();
        shortened(&words.join(" "), OF_LINE)
    });
    let lines = [
        first.map(|opener| shortened(&opener.words(), OF_LINE)),
        next.map(|line| format!("Next time: {}", line.text)),
        (!note.is_empty()).then(|| format!("Last time: {note}")),
    ];
    let lines = lines.into_iter().flatten();
    Ok(lines
        .filter(|line: &String| off_limits_in(line, &off_limits).is_empty())
        .collect())
}
