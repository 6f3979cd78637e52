//! What is said before an introduction is begun, and before somebody is asked. It is said once; what one does by hand
//! is obeyed.

use crate::boundaries::{excluded_pair, excluded_with_me};
use crate::customs::date_time_forms;
use crate::days::Day;
use crate::details::organisation_rows;
use crate::error::Result;
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::introductions::limits::{Asked, Limit, limit, needs_word_first};
use crate::introductions::{Introducer, introduction_rows};
use crate::letters::sentence;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::relationship_rows::{self, stored_status};
use crate::store::Tx;
use crate::ties::tie_rows;
use crate::typed_day::{from_today, short_date};

/// What speaks against introducing these people at all: how it stands with them, conflicts of interest, and that they
/// know each other.
pub(super) fn against(
    tx: &Tx<'_>,
    by: Introducer,
    people: &[PersonId],
    now: &Moment,
) -> Result<Vec<String>> {
    let mut lines = Vec::new();
    let clock = date_time_forms(tx)?.clock;
    for (at, person) in people.iter().enumerate() {
        let name = person_rows::get(tx, *person)?.name.display;
        let status = stored_status(tx, *person)?;
        if status.at(now).is_left_alone() {
            lines.extend(status.sentence(&name, clock, now));
        }
        if excluded_with_me(tx, *person, now)? {
            lines.push(sentence(format!(
                "You have a conflict of interest with {name}"
            )));
        }
        let is_bridge = by == Introducer::Them && at + 1 < people.len();
        if is_bridge && asks_nothing_of(tx, *person)? {
            lines.push(sentence(format!("You asked Kith not to ask {name}")));
        }
    }
    for (at, one) in people.iter().enumerate() {
        for other in people.iter().skip(at + 1) {
            if excluded_pair(tx, (*one, *other), now)? {
                let (one, other) = (person_rows::get(tx, *one)?, person_rows::get(tx, *other)?);
                lines.push(sentence(format!(
                    "There is a conflict of interest between {} and {}",
                    one.name.display, other.name.display
                )));
            }
        }
    }
    if let (Introducer::Me, [one, other]) = (by, people)
        && tie_rows::open_between(tx, *one, *other, None)?.is_some()
    {
        lines.push("They know each other already.".to_owned());
    }
    Ok(lines)
}

/// Whether the user does not want to ask a person for introductions.
pub(super) fn asks_nothing_of(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let mine = relationship_rows::of_person(tx, person)?;
    Ok(mine.is_some_and(|mine| mine.do_not_ask))
}

/// What speaks against asking a person today. `for_me`: for an introduction of the user.
pub(super) fn limit_of(
    tx: &Tx<'_>,
    person: PersonId,
    for_me: bool,
    now: &Moment,
) -> Result<Option<Limit>> {
    let organisations = introduction_rows::organisations(tx, person)?;
    let asked = introduction_rows::asked(tx, Some((person, &organisations)))?;
    Ok(limit(&asked, person, &organisations, for_me, now.today()))
}

/// What to know before asking a person: how often one asked lately, and that a word comes first. `asked`: all questions
/// of the book, where they were read for many people at once.
pub(super) fn before_asking(
    tx: &Tx<'_>,
    person: PersonId,
    for_me: bool,
    asked: Option<&[Asked]>,
    now: &Moment,
) -> Result<Vec<String>> {
    let today = now.today();
    let name = person_rows::get(tx, person)?.name;
    let limit = match asked {
        Some(asked) => {
            let organisations = introduction_rows::organisations(tx, person)?;
            limit(asked, person, &organisations, for_me, today)
        }
        None => limit_of(tx, person, for_me, now)?,
    };
    let mut lines = Vec::new();
    if let Some(limit) = limit {
        lines.push(limit_words(tx, limit, name.first(), now)?);
    }
    if for_me {
        lines.extend(word_first(tx, person, name.first(), now)?);
    }
    Ok(lines)
}

/// "You asked Ana on 3 March. From 31 May on it is a new favour."
fn limit_words(tx: &Tx<'_>, limit: Limit, name: &str, now: &Moment) -> Result<String> {
    let day = |day: Day| short_date(day.date(), now.today());
    Ok(match limit {
        Limit::Bridge { on, from } => format!(
            "You asked {name} on {}. From {} on it is a new favour.",
            day(on),
            day(from)
        ),
        Limit::Lately {
            organisation,
            on,
            from,
        } => format!(
            "You asked at {} on {}. From {} on it is a week apart.",
            organisation_rows::name(tx, organisation)?,
            day(on),
            day(from)
        ),
        Limit::Open { organisation } => format!(
            "Two questions at {} are open. Their answers may come first.",
            organisation_rows::name(tx, organisation)?
        ),
    })
}

/// Whether a word comes before a question: "You last talked with Ana 8 months ago. A word first?"
fn word_first(tx: &Tx<'_>, person: PersonId, name: &str, now: &Moment) -> Result<Option<String>> {
    let today = now.today();
    let last = interaction_rows::last_on(tx, person)?;
    let rhythm = relationship_rows::of_person(tx, person)?.and_then(|mine| mine.cadence_days);
    Ok(needs_word_first(last, rhythm, today).then(|| match last {
        Some(last) => format!(
            "You last talked with {name} {}. A word first?",
            from_today(last.date(), today)
        ),
        None => format!("You have not talked with {name} yet. A word first?"),
    }))
}
