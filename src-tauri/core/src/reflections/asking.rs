//! Whether Kith asks for a reflection. It asks after each conversation; after three that were skipped in a row, once a
//! week, until the user reflects on one.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::reflection_rows::{self, TalkRecord};
use crate::book::Book;
use crate::days::Day;
use crate::error::Result;
use crate::interactions::{InteractionId, interaction_rows};
use crate::moment::Moment;
use crate::settings::{self, setting};
use crate::store::Tx;

/// After so many skips in a row …
const SKIPS: u32 = 3;
/// … Kith asks again only so many days after the last one.
const WEEK: u64 = 7;
/// A conversation that is older is no longer asked about.
const FRESH_DAYS: u64 = 7;

/// What became of the questions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Skipped {
    /// How many were skipped in a row.
    in_row: u32,
    /// The last conversation that was skipped; none that was logged before it is asked about.
    talk: Option<InteractionId>,
    /// When it was skipped.
    on: Option<Day>,
}

setting! {
    /// The reflections that were skipped.
    ReflectionsSkipped: Skipped = Skipped::default(), "reflectionsSkipped", Remembered;
}

impl Skipped {
    /// Whether Kith asks on this day.
    fn lets_ask(self, today: NaiveDate) -> bool {
        let again = self
            .on
            .and_then(|on| on.date().checked_add_days(Days::new(WEEK)));
        self.in_row < SKIPS || again.is_none_or(|again| again <= today)
    }

    /// After another one was skipped.
    fn with(self, talk: InteractionId, today: NaiveDate) -> Self {
        match self.talk == Some(talk) {
            true => self,
            false => Self {
                in_row: self.in_row.saturating_add(1),
                talk: Some(talk),
                on: Some(today.into()),
            },
        }
    }
}

impl Book {
    /// Leaves out the reflection on a conversation: Kith does not ask for it again, and after three in a row it asks
    /// once a week.
    ///
    /// # Errors
    /// `NotFound` where the conversation is gone; storage errors.
    pub fn reflection_skip(&self, talk: InteractionId, now: &Moment) -> Result<()> {
        self.change_for_good(|tx| {
            interaction_rows::get(tx, talk)?;
            let skipped = settings::get::<ReflectionsSkipped>(tx)?.with(talk, now.today());
            settings::set::<ReflectionsSkipped>(tx, &serde_json::to_value(skipped)?)
        })
    }
}

/// Notes that the user reflected on a conversation: skips are counted anew.
pub(super) fn note_answer(tx: &Tx<'_>) -> Result<()> {
    let skipped = settings::get::<ReflectionsSkipped>(tx)?;
    if skipped.in_row == 0 {
        return Ok(());
    }
    let anew = Skipped {
        in_row: 0,
        ..skipped
    };
    settings::set::<ReflectionsSkipped>(tx, &serde_json::to_value(anew)?)
}

/// The conversation that Kith asks about: the last one of the last week that is not reflected on and was not skipped.
pub(super) fn asked_about(tx: &Tx<'_>, now: &Moment) -> Result<Option<TalkRecord>> {
    let skipped = settings::get::<ReflectionsSkipped>(tx)?;
    let today = now.today();
    if !skipped.lets_ask(today) {
        return Ok(None);
    }
    let since = today.checked_sub_days(Days::new(FRESH_DAYS));
    reflection_rows::last_without(tx, since.unwrap_or(today).into(), skipped.talk)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn after_three_skips_it_asks_once_a_week() {
        let mut skipped = Skipped::default();
        for talk in 1..=2 {
            skipped = skipped.with(InteractionId(talk), day("2026-03-10"));
            assert!(skipped.lets_ask(day("2026-03-10")));
        }
        // The same one again is no further skip.
        skipped = skipped.with(InteractionId(2), day("2026-03-10"));
        assert!(skipped.lets_ask(day("2026-03-10")));
        skipped = skipped.with(InteractionId(3), day("2026-03-10"));
        assert!(!skipped.lets_ask(day("2026-03-10")));
        assert!(!skipped.lets_ask(day("2026-03-16")));
        assert!(skipped.lets_ask(day("2026-03-17")));
        skipped = skipped.with(InteractionId(4), day("2026-03-17"));
        assert!(!skipped.lets_ask(day("2026-03-23")));
        assert!(skipped.lets_ask(day("2026-03-24")));
    }
}
