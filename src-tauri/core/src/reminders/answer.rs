//! What the buttons of a notification do.

use super::sources::{source_of, tells};
use super::{ReminderKey, deliver, rules};
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::error::Result;
use crate::hours::Snoozed;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::store::Tx;
use crate::store::changing::Changing;
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
            // What rang with it and asks for no answer has none.
            asked.retain(|one| one.sort.buttons.is_some());
            if answer == ReminderAnswer::Snooze {
                asked.retain(|one| one.sort.put_off.is_some());
            }
            if let Some(first) = asked.first() {
                change.about(first.name.clone(), 1);
            }
            let until = Snoozed::next_morning(now.utc, &rules(&change.tx, now)?);
            for one in &asked {
                let items: Vec<i64> = one.keys.iter().map(|key| key.item).collect();
                match answer {
                    ReminderAnswer::Done => one.done(change, &items)?,
                    ReminderAnswer::Snooze => {
                        if let Some((put_off, person)) = one.sort.put_off.zip(one.person) {
                            put_off(change, person, &items, &until)?;
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

/// Keys of one sort and one person, or about nobody, that are open to be answered.
struct Asked {
    sort: &'static ReminderSource,
    person: Option<PersonId>,
    /// Whom or what the first of them names.
    name: String,
    keys: Vec<ReminderKey>,
}

impl Asked {
    fn done(&self, change: &Changing<'_>, items: &[i64]) -> Result<()> {
        let Some(person) = self.person else {
            let mut about_nobody = self.sort.about_nobody.iter();
            return about_nobody.try_for_each(|about| {
                items
                    .iter()
                    .try_for_each(|item| (about.done)(change, *item))
            });
        };
        for tells in tells(&change.tx).filter(|_| self.sort.tells_of_person) {
            (tells.answered)(change, person)?;
        }
        (self.sort.done)(change, person, items)
    }
}

fn asked(tx: &Tx<'_>, keys: &[ReminderKey]) -> Result<Vec<Asked>> {
    let mut asked: Vec<Asked> = Vec::new();
    for key in keys {
        let Some(sort) = source_of(tx, &key.sort) else {
            continue;
        };
        let Some(row) = deliver::answerable(tx, key)? else {
            continue;
        };
        let same = asked
            .iter_mut()
            .find(|one| one.person == row.person && one.sort.word == sort.word);
        match same {
            Some(one) if one.keys.contains(key) => {}
            Some(one) => one.keys.push(key.clone()),
            None => asked.push(Asked {
                sort,
                person: row.person,
                name: deliver::name_of_row(tx, sort, &row)?,
                keys: vec![key.clone()],
            }),
        }
    }
    Ok(asked)
}
