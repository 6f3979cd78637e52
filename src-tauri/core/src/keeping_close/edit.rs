//! Editing the relationships to one or several people.

use std::collections::HashSet;

use super::spread::{is_ahead, is_spread, spread_again, spread_first_days};
use super::status::{StatusEdit, set_status};
use super::{GroupEdit, RelationshipEdit, change, words};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{DayForms, WhenPurpose, choose_next, read_day};
use crate::days::Day;
use crate::error::Result;
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::relationship_rows::{self, RelationshipRecord};
use crate::store::Tx;
use crate::store::changing::Changing;

impl Book {
    /// Makes the same edit to the relationship to each of these people, in one undo step.
    ///
    /// # Errors
    /// `Invalid` with the field; `NotFound`; storage errors. After an error nothing is changed.
    pub fn relationship_edit(
        &self,
        people: &[PersonId],
        edit: &RelationshipEdit,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.each_relationship_edited(&[(people, edit)], now)
    }

    /// Edits the relationships to several groups of people, each group with its own edit, in one undo step.
    ///
    /// # Errors
    /// `Invalid` with the field; `NotFound`; storage errors. After an error nothing is changed.
    pub fn relationships_edit(&self, groups: &[GroupEdit], now: &Moment) -> Result<Done<()>> {
        let groups: Vec<_> = groups
            .iter()
            .map(|group| (group.ids.as_slice(), &group.edit))
            .collect();
        self.each_relationship_edited(&groups, now)
    }

    fn each_relationship_edited(
        &self,
        groups: &[(&[PersonId], &RelationshipEdit)],
        now: &Moment,
    ) -> Result<Done<()>> {
        let people: Vec<PersonId> = groups
            .iter()
            .flat_map(|(ids, _)| ids.iter().copied())
            .collect();
        // One person may get two edits at once: the rhythm and its latest day.
        let mut seen = HashSet::new();
        let people: Vec<PersonId> = people
            .into_iter()
            .filter(|person| seen.insert(*person))
            .collect();
        let kind = match people.as_slice() {
            [_] => OperationKind::EditPerson,
            _ => OperationKind::EditPeople,
        };
        self.change(kind, now, |change| {
            change.about_people(&people)?;
            let (mut begin, mut again) = (Vec::new(), Vec::new());
            for (ids, edit) in groups {
                for person in *ids {
                    let before = relationship_rows::of_person(&change.tx, *person)?;
                    let was_ahead = is_ahead(&change.tx, *person, now)?;
                    let was_spread = is_spread(&change.tx, *person)?;
                    apply(change, *person, edit)?;
                    let after = relationship_rows::of_person(&change.tx, *person)?;
                    words::changes(&change.tx, before.as_ref(), after.as_ref(), now.today())?
                        .into_iter()
                        .for_each(|what| change.says(what));
                    let is_close = |record: &RelationshipRecord| record.kept_close_on.is_some();
                    let was_close = before.as_ref().is_some_and(is_close);
                    let cadence =
                        |record: &RelationshipRecord| record.kept_close_on.and(record.cadence_days);
                    let [old, new] = [&before, &after].map(|one| one.as_ref().and_then(cadence));
                    let is_faster = was_ahead && old > new;
                    if was_spread && !is_faster && old != new && new.is_some() {
                        again.push(*person);
                    }
                    if (!was_close || is_faster) && after.as_ref().is_some_and(is_close) {
                        begin.push(*person);
                    }
                }
            }
            spread_again(change, &again)?;
            spread_first_days(change, &begin)
        })
    }
}

/// Makes the edit for one person, within a change.
fn apply(changing: &Changing<'_>, person: PersonId, edit: &RelationshipEdit) -> Result<()> {
    let (tx, now) = (&changing.tx, &changing.now);
    person_rows::get(tx, person)?;
    match edit {
        RelationshipEdit::Category { value } => change::set_category(tx, person, *value),
        RelationshipEdit::Kind { id } => change::set_kind(tx, person, *id),
        RelationshipEdit::Purpose { value } => {
            check_length("purpose", value)?;
            change::set_purpose(tx, person, value)
        }
        RelationshipEdit::Workplace { value } => change::set_workplace(tx, person, *value),
        RelationshipEdit::KeepClose {
            kind,
            cadence_days,
            importance,
            next,
        } => {
            change::keep_close(tx, person, *kind, *cadence_days, *importance, now)?;
            match next.trim() {
                "" => Ok(()),
                next => choose_next(tx, person, next, now),
            }
        }
        RelationshipEdit::Latest { days } => change::set_latest(tx, person, *days),
        RelationshipEdit::LetGo => change::let_go(tx, person),
        RelationshipEdit::Status {
            value,
            until,
            on,
            reason,
        } => set_status(
            changing,
            person,
            &StatusEdit {
                value: *value,
                until,
                on,
                reason,
            },
        ),
        RelationshipEdit::PurposeEnds { on } => {
            change::set_purpose_end(tx, person, purpose_end(tx, on, now)?)
        }
        RelationshipEdit::Remember { value } => person_rows::set_remembered(tx, person, *value),
        RelationshipEdit::DoNotAsk { value } => change::set_do_not_ask(tx, person, *value),
    }
}

/// The typed day on which a purpose is expected to be over.
fn purpose_end(tx: &Tx<'_>, typed: &str, now: &Moment) -> Result<Option<Day>> {
    match typed.trim() {
        "" => Ok(None),
        typed => {
            let forms = DayForms::of(tx, now)?;
            let read = read_day("on", typed, WhenPurpose::CheckIn, &forms, now)?;
            Ok(Some(read.day.into()))
        }
    }
}
