//! Writing a need down, correcting it, closing and removing it.

use super::goal_rows::{self, GoalRecord};
use super::parts::checked_part;
use super::{GoalEdit, GoalEnd, GoalId, GoalRow, GoalState, NewGoal, words};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{WhenPurpose, read_day_or_none};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::field_limits::{check_note, some_line};
use crate::find_words::{has_all, typed_words};
use crate::moment::Moment;
use crate::store::Tx;
use crate::store::changing::Changing;

/// Most parts of one need.
pub(super) const MOST_PARTS: usize = 100;

impl Book {
    /// Writes a need down, with its parts.
    ///
    /// # Errors
    /// `Invalid` at `title`, `why`, `by`, `parts` or "parts.0.what"; storage errors.
    pub fn goal_add(&self, goal: &NewGoal, now: &Moment) -> Result<Done<GoalId>> {
        self.change(OperationKind::AddGoal, now, |change| {
            let tx = &change.tx;
            let record = GoalRecord {
                id: GoalId(0),
                title: checked_title(&goal.title)?,
                why: checked_text("why", &goal.why)?,
                due_on: read_by(tx, "by", &goal.by, None, now)?,
                noted_on: now.today().into(),
                state: GoalState::Open,
                closed_on: None,
                outcome: String::new(),
            };
            if goal.parts.len() > MOST_PARTS {
                return Err(too_many_parts());
            }
            change.about(record.title.clone(), 1);
            let id = goal_rows::insert(tx, &record)?;
            for (at, part) in goal.parts.iter().enumerate() {
                let what = checked_part(&format!("parts.{at}.what"), &part.what)?;
                goal_rows::insert_part(tx, id, part.help, &what)?;
            }
            Ok(id)
        })
    }

    /// Corrects what a need is, why, by when, and how it turned out.
    ///
    /// # Errors
    /// Like `goal_add`; `Invalid` at `outcome`; `NotFound`.
    pub fn goal_edit(&self, id: GoalId, edit: &GoalEdit, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditGoal, now, |change| {
            let tx = &change.tx;
            let before = goal_rows::get(tx, id)?;
            let outcome = match before.state {
                GoalState::Open => String::new(),
                GoalState::Reached | GoalState::LetGo => checked_text("outcome", &edit.outcome)?,
            };
            let after = GoalRecord {
                title: checked_title(&edit.title)?,
                why: checked_text("why", &edit.why)?,
                due_on: read_by(tx, "by", &edit.by, before.due_on, now)?,
                outcome,
                ..before.clone()
            };
            change.about(after.title.clone(), 1);
            if after != before {
                goal_rows::update(tx, &after)?;
            }
            Ok(())
        })
    }

    /// Closes a need today. `outcome` says how it turned out; it may be empty.
    ///
    /// # Errors
    /// `Invalid` at `outcome`; `NotFound`; `Stale` if it is closed; storage errors.
    pub fn goal_close(
        &self,
        id: GoalId,
        end: GoalEnd,
        outcome: &str,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::CloseGoal, now, |change| {
            let record = GoalRecord {
                state: end.into(),
                closed_on: Some(now.today().into()),
                outcome: checked_text("outcome", outcome)?,
                ..goal_rows::get_open(&change.tx, id)?
            };
            change.about(record.title.clone(), 1);
            change.says(match end {
                GoalEnd::Reached => "reached",
                GoalEnd::LetGo => "let go",
            });
            goal_rows::update(&change.tx, &record)
        })
    }

    /// Opens a need again. How it turned out is forgotten.
    ///
    /// # Errors
    /// `NotFound`; `Stale` if it is open; storage errors.
    pub fn goal_reopen(&self, id: GoalId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::ReopenGoal, now, |change| {
            let before = goal_rows::get(&change.tx, id)?;
            if before.state == GoalState::Open {
                return Err(Error::new(Code::Stale, "This need is open already."));
            }
            change.about(before.title.clone(), 1);
            let after = GoalRecord {
                state: GoalState::Open,
                closed_on: None,
                outcome: String::new(),
                ..before
            };
            goal_rows::update(&change.tx, &after)
        })
    }

    /// Removes a need with all that is part of it.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn goal_remove(&self, id: GoalId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveGoal, now, |change| {
            about(change, id)?;
            goal_rows::delete(&change.tx, id)
        })
    }

    /// The needs of which title, why or a part have all the typed words, the open ones first; all without words.
    ///
    /// # Errors
    /// Storage errors.
    pub fn goals_find(&self, text: &str, limit: u32, now: &Moment) -> Result<Vec<GoalRow>> {
        let typed = typed_words(text);
        self.read(|tx| {
            let mut found = Vec::new();
            for record in goal_rows::all(tx)? {
                if found.len() >= limit as usize {
                    break;
                }
                let parts = match typed.is_empty() {
                    true => Vec::new(),
                    false => goal_rows::parts_of(tx, record.id)?,
                };
                let parts = parts.iter().map(|part| part.what.as_str());
                let texts = [record.title.as_str(), record.why.as_str()];
                let all: Vec<&str> = texts.into_iter().chain(parts).collect();
                if typed.is_empty() || has_all(&all.join(" "), &typed) {
                    found.push(GoalRow::of(&record, now));
                }
            }
            Ok(found)
        })
    }
}

impl GoalRow {
    /// A need in a line.
    pub(crate) fn of(record: &GoalRecord, now: &Moment) -> Self {
        Self {
            id: record.id,
            title: record.title.clone(),
            state: record.state,
            words: words::by_when(record, now.today()),
            outcome: record.outcome.clone(),
        }
    }
}

/// Names the operation after a goal.
pub(super) fn about(change: &Changing<'_>, id: GoalId) -> Result<GoalRecord> {
    let record = goal_rows::get(&change.tx, id)?;
    change.about(record.title.clone(), 1);
    Ok(record)
}

/// Like `about`, of one that must be open.
pub(super) fn about_open(change: &Changing<'_>, id: GoalId) -> Result<GoalRecord> {
    let record = goal_rows::get_open(&change.tx, id)?;
    change.about(record.title.clone(), 1);
    Ok(record)
}

pub(super) fn too_many_parts() -> Error {
    let message = format!("A need has {MOST_PARTS} parts at most. Two needs may be clearer.");
    Error::invalid("parts", message)
}

fn checked_title(title: &str) -> Result<String> {
    some_line("title", title, "Say what you need.")
}

fn checked_text(field: &str, text: &str) -> Result<String> {
    check_note(field, text)?;
    Ok(match is_blank(text) {
        true => String::new(),
        false => text.trim().to_owned(),
    })
}

/// The typed day; `None` where nothing was typed. The one that it has already may be over.
pub(super) fn read_by(
    tx: &Tx<'_>,
    field: &str,
    text: &str,
    before: Option<Day>,
    now: &Moment,
) -> Result<Option<Day>> {
    if before.is_some_and(|day| day.typed() == text.trim()) {
        return Ok(before);
    }
    read_day_or_none(tx, field, text, WhenPurpose::Commitment, now)
}
