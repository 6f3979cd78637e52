//! The brief: what one wants to read before a talk with somebody, on one page.

use chrono::NaiveDate;
use serde::Serialize;

use crate::book::Book;
use crate::boundaries::{Conflict, active_conflicts, strip_of};
use crate::channel::Channel;
use crate::check_ins::{Source, check_in_rows, reason_after};
use crate::commitments::{Commitment, shown_open_with};
use crate::communication::{Communication, communication_rows};
use crate::date_reminders::{DateAhead, dates_within};
use crate::days::Roughly;
use crate::details::date_words;
use crate::error::Result;
use crate::exchanges::{Balance, Lean, balance_with, lent_and_not_back};
use crate::facts::{Fact, fact_rows};
use crate::goals::{GoalStep, goal_rows, shown_step, steps_of_both};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::natures::guidance_of;
use crate::next_lines::next_line_rows;
use crate::openers::{Opener, first_of};
use crate::people::PersonName;
use crate::people_list::{PersonRow, row_of};
use crate::pitches::{PitchForBrief, for_brief};
use crate::reflections::{Heard, heard_from};
use crate::shares::share_rows;
use crate::store::Tx;
use crate::ties::known_by_both;
use crate::topics::{Stance, topic_rows};
use crate::typed_day::long;

/// Dates of so many days ahead stand in the brief.
const SOON_DAYS: u64 = 30;
/// Most promises, and things to share: the brief is one page.
const MOST_LINES: usize = 8;
/// Most topics of a stance.
const MOST_TOPICS: usize = 12;
/// Most steps of a shared need.
const MOST_STEPS: usize = 5;
/// Most people whom both know that are named.
const MOST_NAMED: usize = 8;

/// What one wants to read before a talk.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Brief {
    /// With whom.
    pub person: PersonRow,
    /// What was heard last in a conversation with them; stays out of print unless asked for.
    pub heard: Option<Heard>,
    /// What to begin with; it tells of no private line.
    pub begin_with: Option<Opener>,
    /// The line for next time; may be empty.
    pub next_time: String,
    /// The last conversation.
    pub last: Option<LastTime>,
    /// The next talk that is planned by hand.
    pub planned: Option<PlannedTalk>,
    /// Open promises both ways, the next day first, those for some day last; at most eight.
    pub promises: Vec<Commitment>,
    /// How many there are.
    pub promises_total: u32,
    /// Things lent or borrowed that were to be back before today: "Lent until 13 March: the spare hygrometer".
    pub not_back: Vec<LentThing>,
    /// How give and take balances; `None` where too little is noted to tell.
    pub give_and_take: Option<Balance>,
    /// The pitches that are for them.
    pub pitches: Vec<PitchForBrief>,
    /// What is kept to share with them, by name; at most eight.
    pub to_share: Vec<String>,
    /// How many there are.
    pub to_share_total: u32,
    /// The open needs that they share.
    pub shared_goals: Vec<SharedGoal>,
    /// How they like to talk; `None` where it is not said.
    pub communication: Option<Communication>,
    /// Lines about the whole person; without the private ones, unless these were asked for.
    pub facts: Vec<Fact>,
    /// How many private lines there are.
    pub private_facts: u32,
    /// What they offer, look for and know about, a line each; nothing for what is empty.
    pub topics: Vec<BriefTopics>,
    /// The boundaries in one line: "Work only · not: the merger · until 16:00 (15:20 there)"; may be empty.
    pub boundaries: String,
    /// The same without topics that are off limits, for paper.
    pub boundaries_on_paper: String,
    /// Conflicts of interest that hold now.
    pub conflicts: Vec<Conflict>,
    /// A line of guidance from the nature of the relationship; may be empty.
    pub nature: String,
    /// Dates of the next 30 days: "Thursday 2 April: Birthday, 46".
    pub soon: Vec<String>,
    /// People whom both know, those who know them best first.
    pub both_know: Vec<PersonName>,
    /// How many there are.
    pub both_know_total: u32,
}

/// A talk that is planned by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlannedTalk {
    /// "Planned for today at 14:00".
    pub when: String,
    /// What it is about, in the user's words; may be empty.
    pub about: String,
}

/// Something that was to be back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LentThing {
    /// "Lent until 13 March", "Borrowed until 13 March".
    pub until: String,
    /// What, in the user's words.
    pub what: String,
}

/// The topics of one stance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BriefTopics {
    /// Whether they offer, look for or know about them.
    pub stance: Stance,
    /// The topics, at most twelve.
    pub topics: Vec<String>,
    /// How many more there are.
    pub more: u32,
}

/// A need that they share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SharedGoal {
    /// What is needed, in the user's words.
    pub title: String,
    /// What is open in it of both, the next day first, those for some day last; at most five.
    pub steps: Vec<GoalStep>,
}

/// The last conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LastTime {
    /// The day, or the words of a rough one: "Tuesday 27 January", "October 2026".
    pub when: String,
    /// How it was held.
    pub channel: Channel,
    /// The note; may be empty.
    pub note: String,
}

impl Book {
    /// What one wants to read before a talk with somebody. `with_private`: private lines too, asked for each time.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn brief(&self, person: PersonId, with_private: bool, now: &Moment) -> Result<Brief> {
        self.read(|tx| read_brief(tx, person, with_private, now))
    }
}

fn read_brief(tx: &Tx<'_>, person: PersonId, with_private: bool, now: &Moment) -> Result<Brief> {
    let (private, open): (Vec<Fact>, Vec<Fact>) = fact_rows::of_person(tx, person)?
        .into_iter()
        .partition(|fact| fact.private);
    let private_facts = count(private.len());
    let (mut both_know, both_know_total) = known_by_both(tx, person)?;
    both_know.truncate(MOST_NAMED);
    let mut promises = shown_open_with(tx, person, now)?;
    let promises_total = count(promises.len());
    promises.truncate(MOST_LINES);
    let to_share = share_rows::open_of(tx, person)?;
    Ok(Brief {
        person: row_of(tx, person, now)?,
        heard: heard_from(tx, person, now.today())?,
        begin_with: first_of(tx, person, now)?,
        next_time: next_line_rows::of_person(tx, person)?
            .map(|line| line.text)
            .unwrap_or_default(),
        last: last_time(tx, person, now.today())?,
        planned: planned(tx, person, now)?,
        promises,
        promises_total,
        not_back: not_back(tx, person, now.today())?,
        give_and_take: balance_with(tx, person, now.today())?
            .filter(|balance| balance.lean != Lean::NotEnough),
        pitches: for_brief(tx, person)?,
        to_share_total: count(to_share.len()),
        to_share: to_share
            .iter()
            .take(MOST_LINES)
            .map(|share| share.name())
            .collect(),
        shared_goals: shared_goals(tx, person, now)?,
        communication: communication_rows::of_person(tx, person)?,
        facts: match with_private {
            true => open.into_iter().chain(private).collect(),
            false => open,
        },
        private_facts,
        topics: topics(tx, person)?,
        boundaries: strip_of(tx, person, true, now)?,
        boundaries_on_paper: strip_of(tx, person, with_private, now)?,
        conflicts: active_conflicts(tx, person, now)?,
        nature: guidance_of(tx, person)?,
        soon: soon(tx, person, now)?,
        both_know,
        both_know_total,
    })
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// The next talk that is planned by hand.
fn planned(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<PlannedTalk>> {
    let open = check_in_rows::open_of(tx, person)?;
    let Some(next) = open.iter().find(|one| one.source == Source::Planned) else {
        return Ok(None);
    };
    Ok(Some(PlannedTalk {
        when: reason_after(tx, next, None, now)?.head,
        about: next.reason.clone(),
    }))
}

fn not_back(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Vec<LentThing>> {
    let lent = lent_and_not_back(tx, person, today)?.into_iter();
    let things = lent.take(MOST_LINES).map(|lent| LentThing {
        until: lent.until_words(today),
        what: lent.what,
    });
    Ok(things.collect())
}

/// What they offer, look for and know about, in this order.
fn topics(tx: &Tx<'_>, person: PersonId) -> Result<Vec<BriefTopics>> {
    let lines = topic_rows::of(tx, Some(person))?;
    let of_stance = |stance| {
        let all = lines.iter().filter(move |line| line.stance == stance);
        let more = all.clone().count().saturating_sub(MOST_TOPICS);
        BriefTopics {
            stance,
            topics: all
                .take(MOST_TOPICS)
                .map(|line| line.topic.clone())
                .collect(),
            more: count(more),
        }
    };
    let all = [Stance::Offers, Stance::Seeks, Stance::Knows].map(of_stance);
    Ok(all
        .into_iter()
        .filter(|one| !one.topics.is_empty())
        .collect())
}

fn last_time(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Option<LastTime>> {
    let last = interaction_rows::last_of(tx, person)?;
    Ok(last.map(|last| LastTime {
        when: match last.roughly {
            Some(Roughly::Within(span)) => span.words(),
            _ => long(last.on.date(), today),
        },
        channel: last.channel,
        note: last.note,
    }))
}

/// Dates of the next days, the nearest first.
fn soon(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<String>> {
    let coming = dates_within(tx, person, now, SOON_DAYS)?.into_iter();
    let words = coming.map(|DateAhead { date, on }| {
        let what = date_words(date.kind, &date.label, date.date.year, on);
        format!("{}: {what}", long(on, now.today()))
    });
    Ok(words.collect())
}

/// The open needs that they share, each with what is to be done next.
fn shared_goals(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<SharedGoal>> {
    let mut shared = Vec::new();
    for goal in goal_rows::shared_with(tx, person)? {
        let steps = steps_of_both(tx, goal.id, person)?.into_iter();
        let steps = steps.filter(|step| step.done_on.is_none()).take(MOST_STEPS);
        shared.push(SharedGoal {
            title: goal.title,
            steps: steps
                .map(|step| shown_step(tx, step, now))
                .collect::<Result<_>>()?,
        });
    }
    Ok(shared)
}
