//! Logging several conversations in one step, as after an import: when one last talked with each.

use super::log::{about_participants, log};
use super::{Logged, NewInteraction};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::PersonId;
use crate::moment::Moment;

impl Book {
    /// Logs several conversations, at least one, in one undo step.
    ///
    /// # Errors
    /// Like `interaction_log`. The field begins with the position of the conversation, from 0: "2.when". After an error
    /// nothing is logged.
    pub fn interactions_log(
        &self,
        drafts: &[NewInteraction],
        now: &Moment,
    ) -> Result<Done<Vec<Logged>>> {
        let mut people: Vec<PersonId> = Vec::new();
        for person in drafts.iter().flat_map(|draft| &draft.people) {
            if !people.contains(person) {
                people.push(*person);
            }
        }
        self.change(OperationKind::LogInteraction, now, |change| {
            about_participants(change, &people)?;
            let drafts = drafts.iter().enumerate();
            let logged =
                drafts.map(|(at, draft)| log(change, draft).map_err(|error| at_draft(at, error)));
            logged.collect()
        })
    }
}

fn at_draft(at: usize, error: Error) -> Error {
    let field = error.field.as_ref().map(|field| format!("{at}.{field}"));
    Error { field, ..error }
}
