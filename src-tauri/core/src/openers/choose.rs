//! Which openers are shown, and in which order. Pure.

use chrono::NaiveDate;

use super::{Opener, OpenerSort};
use crate::days::Day;

/// Days that an opener rests after "not this".
const REST: i64 = 14;

/// What is remembered of the openers of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// The sort that stood first at the last talk.
    pub(crate) last: Option<OpenerSort>,
    /// What was answered with "not this", and when.
    pub(crate) refused: Vec<(OpenerSort, i64, Day)>,
}

impl Marks {
    /// Whether openers of a sort are not shown now: what stood first at the last talk does not come again. Dates and
    /// promises always do, and the line for next time: that of the last talk went with it, so this one is new.
    pub(crate) fn hide(&self, sort: OpenerSort) -> bool {
        let always = matches!(
            sort,
            OpenerSort::Date | OpenerSort::Promise | OpenerSort::NextTime
        );
        !always && self.last == Some(sort)
    }

    /// Whether an opener rests. A refusal on a day to come says that the clock was wrong, and counts for nothing.
    fn rest(&self, opener: &Opener, today: NaiveDate) -> bool {
        self.refused.iter().any(|(sort, item, on)| {
            let days = (today - on.date()).num_days();
            (*sort, *item) == (opener.sort, opener.item) && (0..REST).contains(&days)
        })
    }
}

/// The first `most` openers: at most one of each sort, in the order of the sorts; of a sort the first that does not
/// rest. `sources` are in that order; each is read only if it is needed.
///
/// # Errors
/// Those of a source.
pub(crate) fn choose<E, R>(
    sources: impl IntoIterator<Item = (OpenerSort, R)>,
    marks: &Marks,
    today: NaiveDate,
    most: usize,
) -> Result<Vec<Opener>, E>
where
    R: FnOnce() -> Result<Vec<Opener>, E>,
{
    let mut chosen = Vec::new();
    for (sort, read) in sources {
        if chosen.len() >= most {
            break;
        }
        if marks.hide(sort) {
            continue;
        }
        let awake = read()?
            .into_iter()
            .find(|opener| !marks.rest(opener, today));
        chosen.extend(awake);
    }
    Ok(chosen)
}
