//! Renaming a topic. Where there is one of the new name, the two become one.

use super::edit::checked;
use super::matching::topic_key;
use super::{TopicLineId, TopicRenamed, topic_rows};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::{Error, Result};
use crate::ids::OperationId;
use crate::moment::Moment;
use crate::store::{Tx, undo_log};

impl Book {
    /// Gives a topic another name, with everybody who offers, seeks or knows about it. Where a topic of that name is
    /// in use, the two become that one.
    ///
    /// # Errors
    /// `Invalid` at `to`; `NotFound` where nobody has the topic; storage errors.
    pub fn topic_rename(&self, from: &str, to: &str, now: &Moment) -> Result<Done<TopicRenamed>> {
        let to = checked("to", to)?;
        self.change(OperationKind::RenameTopic, now, |change| {
            let tx = &change.tx;
            let before = topic_rows::in_use(tx, from)?;
            if before.is_empty() {
                return Err(Error::not_found("This topic"));
            }
            let is_respelled = topic_key(from) == topic_key(&to);
            let other = topic_rows::in_use(tx, &to)?;
            let joined = !is_respelled && !other.is_empty();
            let after = match other.first().filter(|_| joined) {
                Some(other) => *other,
                None => topic_rows::spelled(tx, &to)?,
            };
            for row in before.into_iter().filter(|row| *row != after) {
                topic_rows::hand_over(tx, row, after)?;
            }
            change.about(from, 0);
            Ok(TopicRenamed { joined })
        })
    }
}

/// Refuses to take back an operation after which a topic would have two spellings.
///
/// # Errors
/// `Invalid`.
pub(super) fn check_one_spelling(tx: &Tx<'_>, undone: OperationId) -> Result<()> {
    for id in undo_log::rows_touched(tx, undone, "topic_lines")? {
        if topic_rows::has_other_spelling(tx, TopicLineId(id))? {
            let words = "This topic is spelled otherwise by now. Nothing was changed.";
            return Err(Error::invalid("topic", words));
        }
    }
    Ok(())
}
