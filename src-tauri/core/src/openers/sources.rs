//! What the book knows that a talk can begin with, a source for each sort, in the order of the sorts.

use chrono::NaiveDate;

use super::new_role::new_roles;
use super::{Opener, OpenerSort};
use crate::check_ins::since_last;
use crate::commitments::commitment_rows::{self, CommitmentRecord};
use crate::commitments::{OwedBy, theirs_before};
use crate::date_reminders::{DateAhead, dates_ahead};
use crate::days::Day;
use crate::details::date_words;
use crate::error::Result;
use crate::exchanges::{Lean, balance_with, lent_and_not_back};
use crate::facts::{FactKind, fact_rows};
use crate::goals::{StepDoer, goal_rows, steps_of_both};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::next_lines::next_line_rows;
use crate::people::person_rows;
use crate::reminders::rules;
use crate::shares::share_rows;
use crate::store::Tx;
use crate::topics::matches::matches_of;
use crate::typed_day::{long, short};

/// Letters of a line that are shown.
const SHOWN: usize = 80;
/// Letters of a need's title before one of its steps.
const OF_TITLE: usize = 40;

/// Reads the candidates of a sort for a person, the best first.
pub(super) struct Source {
    pub(super) sort: OpenerSort,
    pub(super) read: fn(&Tx<'_>, PersonId, &Moment) -> Result<Vec<Opener>>,
}

/// All sources, in the order of their sorts.
pub(super) const SOURCES: &[Source] = &[
    Source {
        sort: OpenerSort::Date,
        read: dates,
    },
    Source {
        sort: OpenerSort::Promise,
        read: promises,
    },
    Source {
        sort: OpenerSort::Role,
        read: roles,
    },
    Source {
        sort: OpenerSort::Answer,
        read: answers,
    },
    Source {
        sort: OpenerSort::Match,
        read: matches,
    },
    Source {
        sort: OpenerSort::Lent,
        read: lent,
    },
    Source {
        sort: OpenerSort::NextTime,
        read: next_time,
    },
    Source {
        sort: OpenerSort::Share,
        read: shares,
    },
    Source {
        sort: OpenerSort::Goal,
        read: goals,
    },
    Source {
        sort: OpenerSort::LastTalk,
        read: last_talk,
    },
    Source {
        sort: OpenerSort::Interest,
        read: interests,
    },
    Source {
        sort: OpenerSort::Quiet,
        read: quiet,
    },
];

fn opener(sort: OpenerSort, item: i64, lead: &str, text: &str) -> Opener {
    Opener {
        sort,
        item,
        lead: lead.to_owned(),
        text: text.to_owned(),
    }
}

/// Dates of today and within their notice, the nearest first.
fn dates(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let today = now.today();
    let ahead = dates_ahead(tx, person, today)?;
    let openers = ahead.iter().map(|DateAhead { date, on }| {
        let words = date_words(date.kind, &date.label, date.date.year, *on);
        let lead = match (*on - today).num_days() {
            0 => "Today:".to_owned(),
            1 => "Tomorrow:".to_owned(),
            _ => format!("{}:", long(*on, today)),
        };
        opener(OpenerSort::Date, date.id.0, &lead, &words)
    });
    Ok(openers.collect())
}

/// Promises of mine from their notice on, the next day first.
fn promises(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let today = Day::from(now.today());
    let stands = |record: &&CommitmentRecord| record.stands_on.is_some_and(|on| on <= today);
    let open = commitment_rows::open_with(tx, person, OwedBy::Me)?;
    let openers = open.iter().filter(stands).map(|record| {
        let day = record.due_on.map(|due| day_words(due.date(), now.today()));
        let lead = format!("You promised for {}:", day.unwrap_or_default());
        opener(OpenerSort::Promise, record.id.0, &lead, &record.what)
    });
    Ok(openers.collect())
}

fn day_words(day: NaiveDate, today: NaiveDate) -> String {
    match (day - today).num_days() {
        0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        _ => short(day, today),
    }
}

/// Jobs that began in the last days.
fn roles(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let roles = new_roles(tx, person, now.today())?;
    let openers = roles.into_iter().map(|job| {
        let lead = format!("New since {}:", job.since);
        let text = match (job.role.as_str(), job.organisation.as_str()) {
            ("", organisation) => organisation.to_owned(),
            (role, "") => role.to_owned(),
            (role, organisation) => format!("{role}, {organisation}"),
        };
        opener(OpenerSort::Role, job.id.0, &lead, &text)
    });
    Ok(openers.collect())
}

/// Promises of theirs, three working days after their day, the oldest first.
fn answers(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let open = commitment_rows::open_with(tx, person, OwedBy::Them)?;
    if open.is_empty() {
        return Ok(Vec::new());
    }
    let before = Day::from(theirs_before(now.today(), &rules(tx, now)?));
    let passed = open
        .iter()
        .filter(|record| record.due_on.is_some_and(|due| due < before));
    let openers = passed.map(|record| {
        opener(
            OpenerSort::Answer,
            record.id.0,
            "Promised to you:",
            &record.what,
        )
    });
    Ok(openers.collect())
}

/// What they look for, and I or others offer. Where they gave much more lately, that is said too: a match is then a
/// moment to offer something.
fn matches(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let found = matches_of(tx, person, now)?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let balance = balance_with(tx, person, now.today())?;
    let lead = match balance.is_some_and(|balance| balance.lean == Lean::Theirs) {
        true => {
            let name = person_rows::get(tx, person)?.name;
            format!("{} has done more for you lately.", name.first())
        }
        false => String::new(),
    };
    let openers = found
        .iter()
        .map(|found| opener(OpenerSort::Match, found.line.0, &lead, &found.words));
    Ok(openers.collect())
}

/// Things lent or borrowed whose day to come back has passed, the oldest first.
fn lent(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let today = now.today();
    let lent = lent_and_not_back(tx, person, today)?;
    let openers = lent.iter().map(|lent| {
        let lead = format!("{}:", lent.until_words(today));
        opener(OpenerSort::Lent, lent.id.0, &lead, &lent.what)
    });
    Ok(openers.collect())
}

fn next_time(tx: &Tx<'_>, person: PersonId, _: &Moment) -> Result<Vec<Opener>> {
    let line = next_line_rows::of_person(tx, person)?;
    let openers =
        line.map(|line| opener(OpenerSort::NextTime, line.id.0, "Next time:", &line.text));
    Ok(openers.into_iter().collect())
}

fn shares(tx: &Tx<'_>, person: PersonId, _: &Moment) -> Result<Vec<Opener>> {
    let open = share_rows::open_of(tx, person)?;
    let openers = open
        .iter()
        .map(|share| opener(OpenerSort::Share, share.id.0, "To share:", &share.name()));
    Ok(openers.collect())
}

fn last_talk(tx: &Tx<'_>, person: PersonId, _: &Moment) -> Result<Vec<Opener>> {
    let last = interaction_rows::last_of(tx, person)?;
    let openers = last.and_then(|last| {
        let line = last
            .note
            .lines()
            .map(str::trim)
            .find(|line| !line.is_empty())?;
        let line = shortened(line, SHOWN);
        Some(opener(OpenerSort::LastTalk, last.id.0, "Last time:", &line))
    });
    Ok(openers.into_iter().collect())
}

/// Interests, without the private ones.
fn interests(tx: &Tx<'_>, person: PersonId, _: &Moment) -> Result<Vec<Opener>> {
    let facts = fact_rows::of_person(tx, person)?;
    let open = facts
        .iter()
        .filter(|fact| fact.kind == FactKind::Interest && !fact.private);
    let openers = open.map(|fact| opener(OpenerSort::Interest, fact.id.0, "Interest:", &fact.text));
    Ok(openers.collect())
}

/// What is to be done next in the needs that they share, by them or by me.
fn goals(tx: &Tx<'_>, person: PersonId, _: &Moment) -> Result<Vec<Opener>> {
    let mut openers = Vec::new();
    for goal in goal_rows::shared_with(tx, person)? {
        let steps = steps_of_both(tx, goal.id, person)?.into_iter();
        if let Some(step) = steps.into_iter().find(|step| step.done_on.is_none()) {
            let whose = match step.doer {
                StepDoer::Me => "yours",
                StepDoer::Them => "theirs",
            };
            let title = shortened(&goal.title, OF_TITLE);
            let lead = format!("Towards “{title}”, {whose}:");
            openers.push(opener(
                OpenerSort::Goal,
                step.id.0,
                &lead,
                &shortened(&step.what, SHOWN),
            ));
        }
    }
    Ok(openers)
}

fn quiet(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Opener>> {
    let today = now.today();
    let last = interaction_rows::last_of(tx, person)?.filter(|last| last.on.date() < today);
    let openers = last.map(|last| opener(OpenerSort::Quiet, 0, "", &since_last(&last, today)));
    Ok(openers.into_iter().collect())
}

/// The first `longest` letters of a line, with "…" where there are more.
pub(super) fn shortened(line: &str, longest: usize) -> String {
    if line.chars().count() <= longest {
        return line.to_owned();
    }
    let cut: String = line.chars().take(longest).collect();
    format!("{}…", cut.trim_end())
}
