//! What the book knows for the parts of a draft. Private lines are never among it.

use chrono::NaiveDate;

use super::DraftPart;
use super::parts::DraftSource;
use crate::commitments::OwedBy;
use crate::commitments::commitment_rows;
use crate::days::Roughly;
use crate::details::affiliation_rows;
use crate::error::Result;
use crate::events::{event_rows, met_at};
use crate::exchanges::{Direction, exchange_rows};
use crate::facts::{FactKind, fact_rows};
use crate::ids::PersonId;
use crate::import::WhoIAm;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::openers::new_roles;
use crate::people::person_rows;
use crate::relationships::relationship_rows::is_left_alone;
use crate::settings;
use crate::shares::share_rows;
use crate::store::Tx;
use crate::ties::known_by_both;
use crate::topics::matches::matches_of;
use crate::topics::matching::TopicWords;
use crate::topics::{Stance, TopicLine, topic_rows};
use crate::typed_day::{from_today, short_date};

/// A talk of so many days ago is one that "it was good" to have.
const TALK_DAYS: i64 = 30;
/// An event of so many days ago is one that it was good to see somebody at.
const EVENT_DAYS: i64 = 30;
/// What was given so many days ago can be thanked for.
const GAVE_DAYS: i64 = 180;
/// Of so many exchanges, the newest ones, the one to thank for is looked for.
const EXCHANGES: u32 = 50;

/// What the book knows for a part.
pub(super) struct Known {
    pub(super) part: DraftPart,
    /// The part with which it is taken or left out: itself, unless it only tells more of another one.
    pub(super) with: DraftPart,
    /// The text that fills the part.
    pub(super) text: String,
    /// What it is, as a title; empty for names.
    pub(super) title: &'static str,
    /// What the book says.
    pub(super) words: String,
    /// The row that it is from.
    pub(super) from: Option<(DraftSource, i64)>,
}

impl Known {
    pub(super) fn of(part: DraftPart, text: String, title: &'static str, words: String) -> Self {
        Self {
            part,
            with: part,
            text,
            title,
            words,
            from: None,
        }
    }

    fn from(self, sort: DraftSource, item: i64) -> Self {
        Self {
            from: Some((sort, item)),
            ..self
        }
    }

    pub(super) fn told_with(self, with: DraftPart) -> Self {
        Self { with, ..self }
    }
}

/// What is known, each part at most once.
pub(super) fn known(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    known.extend(names(tx, person)?);
    known.extend(work(tx, person, now.today())?);
    known.extend(last_talk(tx, person, now.today())?);
    known.extend(met(tx, person, now)?);
    known.extend(in_common(tx, person, now)?);
    known.extend(topics(tx, person, now)?);
    known.extend(gave(tx, person, now.today())?);
    known.extend(to_share(tx, person)?);
    known.extend(promised(tx, person)?);
    Ok(known)
}

fn names(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Known>> {
    let name = person_rows::get(tx, person)?.name;
    let me = settings::get::<WhoIAm>(tx)?.names.into_iter().next();
    let of = |part, text: String| Known::of(part, text, "", String::new());
    let mut known = vec![of(DraftPart::FirstName, name.first().to_owned())];
    known.extend(me.map(|me| of(DraftPart::MyName, me)));
    Ok(known)
}

fn work(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Vec<Known>> {
    let mut known = Vec::new();
    let jobs = affiliation_rows::of_person(tx, person)?;
    let present = jobs.into_iter().find(|job| job.until.is_none());
    if let Some(job) = present.filter(|job| !job.organisation.is_empty()) {
        let words = job.organisation.clone();
        known.push(
            Known::of(DraftPart::Organisation, job.organisation, "Work", words)
                .from(DraftSource::Role, job.id.0),
        );
    }
    if let Some(role) = new_roles(tx, person, today)?
        .into_iter()
        .find(|role| !role.role.is_empty())
    {
        let words = format!("{} since {}", role.role, role.since);
        let text = match role.organisation.as_str() {
            "" => role.role,
            organisation => format!("{} at {organisation}", role.role),
        };
        known.push(
            Known::of(DraftPart::NewRole, text, "New role", words)
                .from(DraftSource::Role, role.id.0),
        );
        let since = Known::of(DraftPart::NewRoleSince, role.since, "", String::new());
        known.push(since.told_with(DraftPart::NewRole));
    }
    Ok(known)
}

/// What somebody does now: "Founder at Pelagic Sensing", "Pelagic Sensing"; `None` where it is not known.
pub(super) fn work_words(tx: &Tx<'_>, person: PersonId) -> Result<Option<String>> {
    let jobs = affiliation_rows::of_person(tx, person)?;
    let present = jobs.into_iter().find(|job| job.until.is_none());
    let words = present.map(|job| match (job.role.as_str(), job.organisation.as_str()) {
        ("", organisation) => organisation.to_owned(),
        (role, "") => role.to_owned(),
        (role, organisation) => format!("{role} at {organisation}"),
    });
    Ok(words.filter(|words| !words.is_empty()))
}

fn last_talk(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Option<Known>> {
    let Some(last) = interaction_rows::last_of(tx, person)? else {
        return Ok(None);
    };
    let days = (today - last.on.date()).num_days();
    let text = match (last.roughly, days) {
        (_, days) if !(0..=TALK_DAYS).contains(&days) => return Ok(None),
        (Some(Roughly::Within(span)), _) => format!("in {}", span.words()),
        (Some(Roughly::About), _) => return Ok(None),
        (_, 0..=1) => from_today(last.on.date(), today),
        _ => format!("on {}", short_date(last.on.date(), today)),
    };
    let words = format!("Your talk of {}", short_date(last.on.date(), today));
    let known = Known::of(DraftPart::LastTalk, text, "Your talk", words);
    Ok(Some(known.from(DraftSource::LastTalk, last.id.0)))
}

/// Where both met first, and where they last were.
fn met(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Known>> {
    let today = now.today();
    let mut known = Vec::new();
    if let Some(met) = met_at(tx, person, now)? {
        let part = DraftPart::WhereWeMet;
        let where_we_met = Known::of(part, met.name, "Where you met", met.words);
        known.push(where_we_met.from(DraftSource::Met, met.event.0));
    }
    let lately = event_rows::of_person(tx, person)?
        .into_iter()
        .find(|(event, _)| (0..=EVENT_DAYS).contains(&(today - event.on.date()).num_days()));
    if let Some((event, line)) = lately {
        let words = format!("{}, {}", event.name, short_date(event.on.date(), today));
        if !line.is_empty() {
            let text = in_sentence(line.trim_end_matches('.'));
            let noted = Known::of(DraftPart::NotedThere, text, "You noted there", line);
            known.push(noted.from(DraftSource::Event, event.id.0));
        }
        let last = Known::of(
            DraftPart::LastEvent,
            event.name,
            "Both of you were there",
            words,
        );
        known.push(last.from(DraftSource::Event, event.id.0));
    }
    Ok(known)
}

fn in_common(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Option<Known>> {
    let (both, _) = known_by_both(tx, person)?;
    for other in both {
        if !is_left_alone(tx, other.id, now)? {
            let words = format!("{} knows both of you", other.name);
            return Ok(Some(Known::of(
                DraftPart::InCommon,
                other.name,
                "In common",
                words,
            )));
        }
    }
    Ok(None)
}

/// What they look for, who has it, and what both care about.
fn topics(tx: &Tx<'_>, person: PersonId, now: &Moment) -> Result<Vec<Known>> {
    let mine = topic_rows::of(tx, None)?;
    let mut known = sought(tx, person, &mine, now)?;
    known.extend(shared_interest(tx, person, &mine)?);
    Ok(known)
}

/// What they look for, and who offers it: the user, or somebody else. `mine`: the topics of the user.
fn sought(tx: &Tx<'_>, person: PersonId, mine: &[TopicLine], now: &Moment) -> Result<Vec<Known>> {
    let mut theirs = topic_rows::of(tx, Some(person))?.into_iter();
    let matches = matches_of(tx, person, now)?;
    let first = matches.first();
    let looks_for = first.map(|found| (found.line, found.topic.clone()));
    let looks_for = looks_for.or_else(|| {
        let line = theirs.find(|line| line.stance == Stance::Seeks)?;
        Some((line.id, line.topic))
    });
    let Some((line, topic)) = looks_for else {
        return Ok(Vec::new());
    };
    let words = TopicWords::of(&topic);
    let looks_for = Known::of(
        DraftPart::LooksFor,
        in_sentence(&topic),
        "They look for",
        topic,
    );
    let mut known = vec![looks_for.from(DraftSource::Match, line.0)];
    let offered = mine
        .iter()
        .find(|mine| mine.stance == Stance::Offers && TopicWords::of(&mine.topic).matches(&words));
    known.extend(offered.map(|mine| {
        let text = in_sentence(&mine.topic);
        Known::of(DraftPart::IOffer, text, "You offer", mine.topic.clone())
    }));
    let other = first.and_then(|found| found.people.first());
    known.extend(other.map(|other| {
        let text = in_sentence(&other.topic);
        let words = format!("{}: {}", other.name, other.topic);
        Known::of(DraftPart::OthersOffer, text, "Somebody offers it", words)
    }));
    Ok(known)
}

/// An interest of theirs, in no private line, that is a topic of the user too.
fn shared_interest(tx: &Tx<'_>, person: PersonId, mine: &[TopicLine]) -> Result<Option<Known>> {
    let facts = fact_rows::of_person(tx, person)?.into_iter();
    let mut interests = facts.filter(|fact| fact.kind == FactKind::Interest && !fact.private);
    let shared = interests.find(|fact| {
        let words = TopicWords::of(&fact.text);
        mine.iter()
            .any(|mine| TopicWords::of(&mine.topic).matches(&words))
    });
    Ok(shared.map(|fact| {
        let text = in_sentence(&fact.text);
        Known::of(
            DraftPart::SharedInterest,
            text,
            "Shared interest",
            fact.text,
        )
        .from(DraftSource::Interest, fact.id.0)
    }))
}

fn gave(tx: &Tx<'_>, person: PersonId, today: NaiveDate) -> Result<Option<Known>> {
    let exchanges = exchange_rows::newest_of(tx, person, EXCHANGES)?;
    let given = exchanges.into_iter().find(|exchange| {
        exchange.direction == Direction::Received
            && (today - exchange.on.date()).num_days() <= GAVE_DAYS
    });
    Ok(given.map(|given| {
        let day = short_date(given.on.date(), today);
        let words = format!("{}, {day}", given.what);
        let text = in_sentence(&given.what);
        Known::of(DraftPart::Gave, text, "They gave", words).from(DraftSource::Lent, given.id.0)
    }))
}

fn to_share(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Known>> {
    let Some(share) = share_rows::open_of(tx, person)?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let name = share.name();
    let mut known = vec![
        Known::of(
            DraftPart::ToShare,
            in_sentence(&name),
            "Something to share",
            name,
        )
        .from(DraftSource::Share, share.id.0),
    ];
    if !share.link.is_empty() && !share.title.is_empty() {
        let link = Known::of(DraftPart::ToShareLink, share.link, "", String::new());
        known.push(link.told_with(DraftPart::ToShare));
    }
    Ok(known)
}

fn promised(tx: &Tx<'_>, person: PersonId) -> Result<Vec<Known>> {
    let sides = [
        (
            OwedBy::Me,
            DraftPart::IPromised,
            "You promised",
            DraftSource::Promise,
        ),
        (
            OwedBy::Them,
            DraftPart::TheyPromised,
            "They promised",
            DraftSource::Answer,
        ),
    ];
    let mut known = Vec::new();
    for (owed_by, part, title, sort) in sides {
        let open = commitment_rows::open_with(tx, person, owed_by)?;
        if let Some(promise) = open.into_iter().next() {
            let text = in_sentence(promise.what.trim_end_matches('.'));
            known.push(Known::of(part, text, title, promise.what.clone()).from(sort, promise.id.0));
        }
    }
    Ok(known)
}

/// Words with which a line begins that are small within a sentence.
const SMALL: &[&str] = &[
    "A", "An", "The", "Her", "His", "Their", "My", "Your", "Our", "Some", "Two", "Three", "Several",
];

/// A line as it stands within a sentence: "A speaker in Bergen" becomes "a speaker in Bergen". A word that may be a
/// name stays as it is.
fn in_sentence(line: &str) -> String {
    let line = line.trim();
    let first = line.split(' ').next().unwrap_or_default();
    match SMALL.contains(&first) {
        true => format!(
            "{}{}",
            first.to_lowercase(),
            line.get(first.len()..).unwrap_or_default()
        ),
        false => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::in_sentence;

    #[test]
    fn a_line_within_a_sentence() {
        for (line, words) in [
            ("A speaker in Bergen", "a speaker in Bergen"),
            ("Bergen", "Bergen"),
            (
                "An hour with her quality lead",
                "an hour with her quality lead",
            ),
            ("", ""),
        ] {
            assert_eq!(in_sentence(line), words);
        }
    }
}
