//! How often one asks for introductions, and when a word comes first. Pure.

use chrono::{Days, Months, NaiveDate};

use crate::days::Day;
use crate::details::OrganisationId;
use crate::ids::PersonId;

/// Questions to one person about introducing the user are so many days apart.
pub(crate) const BRIDGE_DAYS: u64 = 60;
/// Questions to one organisation are so many days apart.
pub(crate) const ORGANISATION_DAYS: u64 = 7;
/// So many questions to one organisation are open at most.
pub(crate) const ORGANISATION_OPEN: usize = 2;
/// Whoever was not talked with for so many months gets a word first.
const WORD_FIRST_MONTHS: u32 = 18;

/// A question that the user asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Asked {
    pub(crate) person: PersonId,
    /// Where the person works now; empty for colleagues of the user.
    pub(crate) organisations: Vec<OrganisationId>,
    pub(crate) on: Day,
    /// Whether there is no answer yet.
    pub(crate) is_open: bool,
    /// Whether it asked for an introduction of the user.
    pub(crate) for_me: bool,
}

/// Why one had better not ask now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Limit {
    /// The person was asked for an introduction lately.
    Bridge { on: Day, from: Day },
    /// Somebody of the organisation was asked in the last days.
    Lately {
        organisation: OrganisationId,
        on: Day,
        from: Day,
    },
    /// Two questions to the organisation are open.
    Open { organisation: OrganisationId },
}

/// What speaks against asking a person of these organisations today: that they were asked lately, else what was asked
/// at an organisation of theirs. `for_me`: for an introduction of the user.
pub(crate) fn limit(
    asked: &[Asked],
    person: PersonId,
    organisations: &[OrganisationId],
    for_me: bool,
    today: NaiveDate,
) -> Option<Limit> {
    let bridge = asked
        .iter()
        .filter(|ask| for_me && ask.for_me && ask.person == person)
        .map(|ask| (ask.on, ask.on.plus(BRIDGE_DAYS)))
        .max();
    let bridge = bridge.filter(|(_, from)| *from > today);
    let bridge = bridge.map(|(on, from)| Limit::Bridge { on, from });
    bridge.or_else(|| {
        let mut all = organisations.iter();
        all.find_map(|organisation| at_organisation(asked, *organisation, today))
    })
}

fn at_organisation(
    asked: &[Asked],
    organisation: OrganisationId,
    today: NaiveDate,
) -> Option<Limit> {
    let there = || {
        let all = asked.iter();
        all.filter(|ask| ask.organisations.contains(&organisation))
    };
    if there().filter(|ask| ask.is_open).count() >= ORGANISATION_OPEN {
        return Some(Limit::Open { organisation });
    }
    let on = there().map(|ask| ask.on).max()?;
    let from = on.plus(ORGANISATION_DAYS);
    (from > today).then_some(Limit::Lately {
        organisation,
        on,
        from,
    })
}

/// Whether a word comes before a question: they have not been talked with for 18 months, or twice their rhythm.
pub(crate) fn needs_word_first(last: Option<Day>, rhythm: Option<u32>, today: NaiveDate) -> bool {
    let Some(last) = last.map(Day::date) else {
        return true;
    };
    let long = last.checked_add_months(Months::new(WORD_FIRST_MONTHS));
    let twice = rhythm.map(|days| u64::from(days) * 2);
    let twice = twice.and_then(|days| last.checked_add_days(Days::new(days)));
    [long, twice].into_iter().flatten().any(|end| end < today)
}
