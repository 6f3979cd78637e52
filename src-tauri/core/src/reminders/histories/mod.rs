//! Random histories of a person, a computer and a clock, for whatever reminds: the machine alone
//! or a whole book. What rings in them: check-ins, promises with their notice, and something that only these histories
//! know. The same
//! seed gives the same history as long as the answers are the same.

mod book;
mod clocks;
mod life;
mod made_up;
mod memory;
mod oracle;

use std::ops::AddAssign;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use chrono_tz::Tz;

pub(crate) use memory::{Broken, Memory};
pub(crate) use oracle::{Fault, Wrong};

use crate::hours::{Rules, WorkingHours};
use crate::moment::Moment;
use life::History;

/// What rings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Sort {
    /// Done is a talk, which closes all of that person that are due; somebody kept close has a next one.
    CheckIn,
    /// Any number of a person; each is done by itself.
    MadeUp,
    /// A promise on its day; it cannot be put off.
    Promise,
    /// The notice of the promise of the same number. Once the day itself has rung, it is no longer told.
    Notice,
}

/// Something that rings. All sorts have the same numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Id {
    pub(crate) sort: Sort,
    pub(crate) item: i64,
}

impl Id {
    /// The notice of a promise, or the promise of a notice.
    fn twin(self) -> Option<Id> {
        let sort = match self.sort {
            Sort::Promise => Sort::Notice,
            Sort::Notice => Sort::Promise,
            Sort::CheckIn | Sort::MadeUp => return None,
        };
        Some(Id { sort, ..self })
    }

    /// Whether Snooze is of use.
    fn can_wait(self) -> bool {
        self.twin().is_none()
    }
}

/// A person, numbered from 0 as they come up.
pub(crate) type Who = usize;

/// A day, and a time with its zone.
pub(crate) type When = (NaiveDate, Option<(NaiveTime, Tz)>);

/// Claimed, to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Ring {
    pub(crate) id: Id,
    pub(crate) due: DateTime<Utc>,
}

/// What one notification stands for.
pub(crate) type Notification = Vec<Ring>;

/// What became of an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    /// For which it took effect.
    pub(crate) taken: Vec<Id>,
    /// The next check-in of somebody kept close, and its day.
    pub(crate) next: Option<(Id, NaiveDate)>,
}

/// Whatever reminds. Ids of a sort are never used again. Whoever calls keeps to open items in
/// `snooze_until`, `edit`, `pause` and `end`, and to people who are there in `make_up` and `trash`.
pub(crate) trait Reminding {
    /// Sets hours and days off; the first thing that happens in every history.
    fn set_hours(&mut self, now: &Moment, hours: &WorkingHours, off: &[(NaiveDate, NaiveDate)]);
    /// Plans a check-in with somebody new.
    fn plan(&mut self, now: &Moment, who: Who, when: When) -> Id;
    /// Keeps somebody new close: the check-in is a rhythm after today.
    fn keep_close(&mut self, now: &Moment, who: Who, cadence: u32) -> Id;
    /// Makes something up about somebody, known or new.
    fn make_up(&mut self, now: &Moment, who: Who, when: When) -> Id;
    /// Writes down a promise for a day to somebody, known or new.
    fn promise(&mut self, now: &Moment, who: Who, due: NaiveDate) -> Id;
    /// One tick: notices the moment's zone, claims what is due and gives what is to be shown.
    fn tick(&mut self, now: &Moment) -> Vec<Notification>;
    /// Done, on a notification that was shown for these rings.
    fn done(&mut self, now: &Moment, rings: &[Ring]) -> Answer;
    /// Done, on the page.
    fn done_on_page(&mut self, now: &Moment, id: Id) -> Answer;
    /// Skip of a check-in, from the page.
    fn skip(&mut self, now: &Moment, id: Id) -> Answer;
    /// Snooze on a notification, until the next working morning; for which it was taken.
    fn snooze(&mut self, now: &Moment, rings: &[Ring]) -> Vec<Id>;
    /// Snooze from the page.
    fn snooze_until(&mut self, now: &Moment, id: Id, when: When);
    /// Moves it to another day or time, a promise to another day; a snooze is over with it.
    fn edit(&mut self, now: &Moment, id: Id, when: When);
    /// Pauses the relationship of a check-in: no check-in of it before that day.
    fn pause(&mut self, now: &Moment, id: Id, until: NaiveDate);
    /// Lets it cool with the person of a check-in until an instant, in whole minutes; the check-in with which one comes
    /// back.
    fn cool(&mut self, now: &Moment, id: Id, until: DateTime<Utc>) -> Id;
    /// Says the hours of the person of a check-in, and their zone.
    fn say_hours(&mut self, now: &Moment, id: Id, theirs: &Rules);
    /// Ends the relationship of a check-in.
    fn end(&mut self, now: &Moment, id: Id);
    /// Removes the person.
    fn trash(&mut self, now: &Moment, who: Who);
    /// The app starts anew after it was quit or killed.
    fn restart(&mut self, now: &Moment);
    /// What stands on Today.
    fn on_today(&mut self, now: &Moment) -> Vec<Id>;
    /// How many talks all answers together have logged.
    fn talks(&mut self) -> usize;
}

/// What happened in histories, so that a test knows that something did.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Tally {
    pub(crate) shown: usize,
    /// Notifications of several items, and of both sorts.
    pub(crate) together: usize,
    pub(crate) both: usize,
    pub(crate) summaries: usize,
    pub(crate) taken: usize,
    pub(crate) refused: usize,
    pub(crate) snoozed: usize,
    pub(crate) restarts: usize,
    pub(crate) kills: usize,
    pub(crate) zones: usize,
    pub(crate) back: usize,
    pub(crate) cooled: usize,
    pub(crate) theirs: usize,
    pub(crate) ticks: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, more: Self) {
        self.shown += more.shown;
        self.together += more.together;
        self.both += more.both;
        self.summaries += more.summaries;
        self.taken += more.taken;
        self.refused += more.refused;
        self.snoozed += more.snoozed;
        self.restarts += more.restarts;
        self.kills += more.kills;
        self.zones += more.zones;
        self.back += more.back;
        self.cooled += more.cooled;
        self.theirs += more.theirs;
        self.ticks += more.ticks;
    }
}

/// Lives one history. What went wrong comes with the way there, for which it is lived once more.
pub(crate) fn live<R: Reminding>(
    seed: u64,
    mut new: impl FnMut() -> R,
) -> Result<Tally, (Wrong, String)> {
    History::begin(seed, &mut new(), None)
        .live()
        .map_err(|fault| {
            let mut trail = Vec::new();
            let _same = History::begin(seed, &mut new(), Some(&mut trail)).live();
            let way = trail.join("\n");
            let Fault { wrong, id } = fault;
            (
                wrong,
                format!("seed {seed}: {id:?}: {wrong:?} after\n{way}"),
            )
        })
}

/// splitmix64: the same numbers everywhere.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// From `low` to `high`, both possible.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + i64::try_from(self.next() % u64::try_from(high - low + 1).unwrap()).unwrap()
    }

    fn percent(&mut self, chance: i64) -> bool {
        self.between(1, 100) <= chance
    }

    fn of<T: Copy>(&mut self, some: &[T]) -> Option<T> {
        let last = i64::try_from(some.len()).unwrap() - 1;
        (last >= 0).then(|| some[usize::try_from(self.between(0, last)).unwrap()])
    }
}
