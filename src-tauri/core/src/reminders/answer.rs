//! What the buttons of a notification do.

use super::sources::{name_of, source_of, tells};
use super::{ReminderKey, deliver, rules};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::hours::Snoozed;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;
use crate::store::reminder_source::ReminderSource;

/// What a notification's button says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReminderAnswer {
    /// It is done: of a check-in, we talked today.
    Done,
    /// Not now: the next working morning. What cannot be put off stays as it is.
    Snooze,
}

impl Book {
    /// What a button of a notification does, once, to everything that rang with it. Answers with the keys
    /// that it was taken for; `None` where each was answered already, moved to another day, or never was.
    ///
    /// # Errors
    /// Those of storage.
    pub fn reminder_answer(
        &self,
        keys: &[ReminderKey],
        answer: ReminderAnswer,
        now: &Moment,
    ) -> Result<Option<Done<Vec<ReminderKey>>>> {
        let done = self.change(OperationKind::Answer, now, |change| {
            let mut asked = asked(&change.tx, keys)?;
            if answer == ReminderAnswer::Snooze {
                asked.retain(|one| one.sort.put_off.is_some());
            }
            if let Some(first) = asked.first() {
                let name = name_of(&change.tx, first.person)?;
                change.about(name.unwrap_or_default(), 1);
            }
            let until = Snoozed::next_morning(now.utc, &rules(&change.tx, now)?);
            for one in &asked {
                let items: Vec<i64> = one.keys.iter().map(|key| key.item).collect();
                match answer {
                    ReminderAnswer::Done => {
                        for tells in tells(&change.tx).filter(|_| one.sort.tells_of_person) {
                            (tells.answered)(change, one.person)?;
                        }
                        (one.sort.done)(change, one.person, &items)?;
                    }
                    ReminderAnswer::Snooze => {
                        if let Some(put_off) = one.sort.put_off {
                            put_off(change, one.person, &items, &until)?;
                        }
                    }
                }
            }
            let taken = asked.into_iter().flat_map(|one| one.keys);
            Ok(taken.collect::<Vec<_>>())
        })?;
        Ok((!done.value.is_empty()).then_some(done))
    }
}

/// Keys of one sort and one person that are open to be answered.
struct Asked {
    sort: &'static ReminderSource,
    person: PersonId,
    keys: Vec<ReminderKey>,
}

fn asked(tx: &Tx<'_>, keys: &[ReminderKey]) -> Result<Vec<Asked>> {
    let mut asked: Vec<Asked> = Vec::new();
    for key in keys {
        let Some(sort) = source_of(tx, &key.sort) else {
            continue;
        };
        let Some(person) = deliver::answerable(tx, key)? else {
            continue;
        };
        let same = asked
            .iter_mut()
            .find(|one| one.person == person && one.sort.word == sort.word);
        match same {
            Some(one) if one.keys.contains(key) => {}
            Some(one) => one.keys.push(key.clone()),
            None => asked.push(Asked {
                sort,
                person,
                keys: vec![key.clone()],
            }),
        }
    }
    Ok(asked)
}
