//! Logging, correcting and deleting a conversation, and what follows for those who took part.

use chrono::NaiveDate;

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::channel::Channel;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::CheckInRecord;
use crate::check_ins::{WhenPurpose, close_by_talk, next_of_rhythm, open_cadence, read_day};
use crate::days::{ClockTime, Day};
use crate::error::{Error, Result};
use crate::field_limits::check_note;
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::interactions::StartedBy;
use crate::interactions::interaction_rows;
use crate::interactions::interaction_rows::InteractionRecord;
use crate::logging::{InteractionPreview, Logged, NewInteraction, NextCheckIn};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::relationship_rows;
use crate::relationships::{Status, status_on};
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::{short, understood};

/// More people than this are no conversation.
const MOST_PEOPLE: usize = 200;
const MINUTES: std::ops::RangeInclusive<u32> = 1..=1440;

impl Book {
    /// Logs a conversation: closes what was due, and counts the next check-in from its day.
    ///
    /// # Errors
    /// `Invalid` at `people`, `when`, `minutes`, `startedBy` or `note`; `NotFound`; those of storage.
    pub fn interaction_log(&self, draft: &NewInteraction, now: &Moment) -> Result<Done<Logged>> {
        self.change(OperationKind::LogInteraction, now, |change| {
            about_participants(change, &draft.people)?;
            log(change, draft)
        })
    }

    /// Corrects a conversation.
    ///
    /// # Errors
    /// Like `interaction_log`.
    pub fn interaction_edit(
        &self,
        id: InteractionId,
        draft: &NewInteraction,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditInteraction, now, |change| {
            about_participants(change, &draft.people)?;
            let before = interaction_rows::get(&change.tx, id)?;
            let were = interaction_rows::participants(&change.tx, id)?;
            let took_part: Vec<PersonId> = were.iter().map(|(person, _)| *person).collect();
            let (mut record, starter) = read(&change.tx, draft, &took_part, now)?;
            if (record.on, record.at) == (before.on, before.at) {
                record.zone = before.zone;
            }
            if before == record && are_the_same(&were, draft, starter) && draft.closes.is_empty() {
                return Ok(());
            }
            interaction_rows::update(&change.tx, id, &record, &draft.people, starter)?;
            check_in_rows::reopen_no_longer_due(&change.tx, id, record.on, before.on)?;
            for person in took_part.iter().filter(|was| !draft.people.contains(was)) {
                check_in_rows::reopen_of(&change.tx, id, *person)?;
            }
            close_all(&change.tx, id, record.on, draft, now)
        })
    }

    /// Deletes a conversation: planned check-ins that it answered are open again.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn interaction_delete(&self, id: InteractionId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::DeleteInteraction, now, |change| {
            interaction_rows::get(&change.tx, id)?;
            let were = interaction_rows::participants(&change.tx, id)?;
            let were: Vec<PersonId> = were.into_iter().map(|(person, _)| person).collect();
            about_participants(change, &were)?;
            check_in_rows::reopen_planned(&change.tx, id)?;
            interaction_rows::delete(&change.tx, id)
        })
    }

    /// What logging this would do.
    ///
    /// # Errors
    /// Those of storage; a day that is not understood is no error but said.
    pub fn interaction_preview(
        &self,
        draft: &NewInteraction,
        now: &Moment,
    ) -> Result<InteractionPreview> {
        let read = match read_day("when", &draft.when, WhenPurpose::Talk, now) {
            Ok(read) => read,
            Err(error) => {
                return Ok(InteractionPreview {
                    problem: Some(error.message),
                    ..InteractionPreview::default()
                });
            }
        };
        let next = self.read(|tx| {
            let people = draft.people.iter();
            people
                .map(|person| next_after(tx, *person, read.day, draft, now))
                .collect::<Result<_>>()
        })?;
        Ok(InteractionPreview {
            understood: Some(understood(read.day, read.time, now.today())),
            problem: None,
            next,
        })
    }

    /// How the last conversation was held, to begin the next one with.
    ///
    /// # Errors
    /// Those of storage.
    pub fn last_channel(&self) -> Result<Channel> {
        Ok(self
            .read(interaction_rows::last_channel)?
            .unwrap_or(Channel::InPerson))
    }
}

fn about_participants(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Err(Error::invalid("people", "Say with whom."));
    }
    change.about_people(people)
}

/// Logs within a change.
fn log(change: &Changing<'_>, draft: &NewInteraction) -> Result<Logged> {
    let (tx, now) = (&change.tx, &change.now);
    let (record, starter) = read(tx, draft, &[], now)?;
    let id = interaction_rows::insert(tx, &record, &draft.people, starter)?;
    close_all(tx, id, record.on, draft, now)?;
    let next = draft.people.iter();
    let next = next
        .map(|person| {
            let last = interaction_rows::last_on(tx, *person)?;
            let last = last.map(Day::date);
            let open = open_cadence(tx, *person)?;
            let next = next_of(tx, *person, open.as_ref(), last, now)?;
            named_next(tx, *person, next, now)
        })
        .collect::<Result<_>>()?;
    Ok(Logged { id, next })
}

fn close_all(
    tx: &Tx<'_>,
    id: InteractionId,
    on: Day,
    draft: &NewInteraction,
    now: &Moment,
) -> Result<()> {
    draft
        .people
        .iter()
        .try_for_each(|person| close_by_talk(tx, *person, id, on, &draft.closes, now))
}

/// In whatever order they are named.
fn are_the_same(
    were: &[(PersonId, bool)],
    draft: &NewInteraction,
    starter: Option<PersonId>,
) -> bool {
    were.len() == draft.people.len()
        && were.iter().all(|(person, started)| {
            draft.people.contains(person) && *started == (starter == Some(*person))
        })
}

/// Checks a draft; the person who began, where it was one of them. Whoever `took_part` already may be in
/// the trash by now.
fn read(
    tx: &Tx<'_>,
    draft: &NewInteraction,
    took_part: &[PersonId],
    now: &Moment,
) -> Result<(InteractionRecord, Option<PersonId>)> {
    if draft.people.len() > MOST_PEOPLE {
        return Err(Error::invalid(
            "people",
            "That is more than 200 people. Log it with those you really talked to.",
        ));
    }
    let mut seen = std::collections::HashSet::new();
    for person in &draft.people {
        let trashed = person_rows::get(tx, *person)?.trashed_at.is_some();
        if trashed && !took_part.contains(person) {
            return Err(Error::invalid(
                "people",
                "Somebody named here is in the trash. Bring them back first.",
            ));
        }
        if !seen.insert(*person) {
            return Err(Error::invalid("people", "Somebody is named twice."));
        }
    }
    if draft
        .minutes
        .is_some_and(|minutes| !MINUTES.contains(&minutes))
    {
        return Err(Error::invalid(
            "minutes",
            "A conversation takes from one minute to a day, which is 1,440.",
        ));
    }
    let starter = match draft.started_by {
        StartedBy::Person { id } if draft.people.contains(&id) => Some(id),
        StartedBy::Person { .. } => {
            return Err(Error::invalid(
                "startedBy",
                "Whoever started it must have taken part.",
            ));
        }
        StartedBy::Me | StartedBy::NotSaid => None,
    };
    check_note("note", &draft.note)?;
    let read = read_day("when", &draft.when, WhenPurpose::Talk, now)?;
    let record = InteractionRecord {
        on: read.day.into(),
        at: read.time.map(ClockTime::from),
        zone: now.zone,
        channel: draft.channel,
        minutes: draft.minutes,
        started_by_me: draft.started_by == StartedBy::Me,
        note: draft.note.trim().to_owned(),
    };
    Ok((record, starter))
}

/// When a person would be next after a conversation on that day.
fn next_after(
    tx: &Tx<'_>,
    person: PersonId,
    day: NaiveDate,
    draft: &NewInteraction,
    now: &Moment,
) -> Result<NextCheckIn> {
    let last = interaction_rows::last_on(tx, person)?;
    let last = last.map(Day::date);
    let is_newest = last.is_none_or(|last| day >= last);
    // The conversation closes what is due by its day; the newest one moves the day that was chosen.
    let open = open_cadence(tx, person)?
        .filter(|open| !is_newest && open.when.on > day && !draft.closes.contains(&open.id));
    let next = next_of(tx, person, open.as_ref(), last.max(Some(day)), now)?;
    named_next(tx, person, next, now)
}

/// The next check-in of the rhythm, while the relationship is active.
fn next_of(
    tx: &Tx<'_>,
    person: PersonId,
    open: Option<&CheckInRecord>,
    last: Option<NaiveDate>,
    now: &Moment,
) -> Result<Option<NaiveDate>> {
    let mine = relationship_rows::of_person(tx, person)?;
    let mine = mine.filter(|mine| status_on(mine, now.today()) == Status::Active);
    Ok(mine.and_then(|mine| next_of_rhythm(&mine, open, last)))
}

fn named_next(
    tx: &Tx<'_>,
    person: PersonId,
    on: Option<NaiveDate>,
    now: &Moment,
) -> Result<NextCheckIn> {
    Ok(NextCheckIn {
        id: person,
        name: person_rows::get(tx, person)?.name.display,
        on: on.map(|day| short(day, now.today())),
    })
}
