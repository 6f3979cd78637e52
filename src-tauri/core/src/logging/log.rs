//! Logging, correcting and deleting conversations, and updating the check-ins of those who took part.

use chrono::NaiveDate;

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::channel::Channel;
use crate::check_ins::check_in_rows;
use crate::check_ins::check_in_rows::CheckInRecord;
use crate::check_ins::{
    DayForms, NextOfRhythm, WhenPurpose, attempts_since, close_by_talk, next_of_rhythm,
    open_cadence, read_day,
};
use crate::commitments;
use crate::days::{ClockTime, Day, Roughly};
use crate::details::NewPerson;
use crate::details::add::insert;
use crate::error::{Error, Result};
use crate::exchanges;
use crate::field_limits::{check_length, check_note};
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::interactions::StartedBy;
use crate::interactions::interaction_rows;
use crate::interactions::interaction_rows::InteractionRecord;
use crate::logging::{InteractionPreview, Logged, NewInteraction, NextCheckIn};
use crate::moment::Moment;
use crate::next_lines;
use crate::openers;
use crate::people::add::name_of_new;
use crate::people::{check_people, person_rows};
use crate::reflections;
use crate::relationships::relationship_rows;
use crate::relationships::{Status, status_on};
use crate::store::Tx;
use crate::store::changing::Changing;
use crate::typed_day::understood;

const MINUTES: std::ops::RangeInclusive<u32> = 1..=1440;

impl Book {
    /// Logs a conversation, or an attempt at one. It closes the check-ins that were due by its day, and the next
    /// check-in is counted from it. `interaction_log_with` also saves what came of it.
    ///
    /// # Errors
    /// `Invalid` at `people`, `when`, `minutes`, `startedBy` or `note`; `NotFound`; storage errors.
    pub fn interaction_log(&self, draft: &NewInteraction, now: &Moment) -> Result<Done<Logged>> {
        self.change(OperationKind::LogInteraction, now, |change| {
            about_participants(change, &draft.people)?;
            log(change, draft)
        })
    }

    /// Adds a person, and logs a conversation with them and the participants of the draft, in one undo step.
    ///
    /// # Errors
    /// Those of `person_add` and `interaction_log`.
    pub fn person_add_with_talk(
        &self,
        person: &NewPerson,
        draft: &NewInteraction,
        now: &Moment,
    ) -> Result<Done<PersonId>> {
        let name = name_of_new("name", &person.name)?;
        self.change(OperationKind::AddPerson, now, |change| {
            change.about(&name.display, 1);
            let id = insert(change, &name, person)?;
            let mut people = vec![id];
            people.extend(&draft.people);
            let draft = NewInteraction {
                people,
                ..draft.clone()
            };
            log(change, &draft)?;
            Ok(id)
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
            let participants = interaction_rows::participants(&change.tx, id)?;
            let took_part: Vec<PersonId> = participants.iter().map(|(person, _)| *person).collect();
            let (mut record, starter) = checked_record(&change.tx, draft, &took_part, now)?;
            let is_same_span = matches!(before.roughly, Some(Roughly::Within(_)))
                && record.roughly == before.roughly;
            if is_same_span {
                // A span that was not over yet counted up to the day on which it was logged.
                record.on = before.on;
            }
            if (record.on, record.at) == (before.on, before.at) {
                record.zone = before.zone;
            }
            if before == record
                && has_same_participants(&participants, draft, starter)
                && draft.closes.is_empty()
            {
                return Ok(());
            }
            if record.attempt && !before.attempt {
                check_nothing_came_of(&change.tx, id)?;
            }
            interaction_rows::update(&change.tx, id, &record, &draft.people, starter)?;
            let talked_before = |person: &PersonId| !before.attempt && took_part.contains(person);
            for person in draft.people.iter().filter(|one| !talked_before(one)) {
                if !record.attempt {
                    next_lines::note_talk(&change.tx, *person, record.on)?;
                }
            }
            commitments::note_talk_is_on(&change.tx, id, record.on)?;
            exchanges::note_talk_is_on(&change.tx, id, &before, &record)?;
            check_in_rows::reopen_no_longer_due(&change.tx, id, record.on, before.on)?;
            for person in took_part.iter().filter(|was| !draft.people.contains(was)) {
                check_in_rows::reopen_of(&change.tx, id, *person)?;
            }
            close_all(&change.tx, id, record.on, draft, now)
        })
    }

    /// Deletes a conversation. Check-ins planned by hand that it answered are reopened.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn interaction_delete(&self, id: InteractionId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::DeleteInteraction, now, |change| {
            interaction_rows::get(&change.tx, id)?;
            let participants = interaction_rows::participants(&change.tx, id)?;
            let people: Vec<PersonId> =
                participants.into_iter().map(|(person, _)| person).collect();
            about_participants(change, &people)?;
            check_in_rows::reopen_planned(&change.tx, id)?;
            commitments::note_talk_is_gone(&change.tx, id)?;
            exchanges::note_talk_is_gone(&change.tx, id)?;
            interaction_rows::delete(&change.tx, id)
        })
    }

    /// What logging this conversation would do. A day that cannot be taken is no error: see
    /// `InteractionPreview::problem`.
    ///
    /// # Errors
    /// Storage errors.
    pub fn interaction_preview(
        &self,
        draft: &NewInteraction,
        now: &Moment,
    ) -> Result<InteractionPreview> {
        let forms = self.read(|tx| DayForms::of(tx, now))?;
        let read = match read_day("when", &draft.when, WhenPurpose::Talk, &forms, now) {
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
            understood: Some(understood(read, now.today(), forms.written.clock)),
            problem: None,
            next,
        })
    }

    /// The channel of the conversation that was logged last, as the default for the next
    /// one; `InPerson` if there is none.
    ///
    /// # Errors
    /// Storage errors.
    pub fn last_channel(&self) -> Result<Channel> {
        Ok(self
            .read(interaction_rows::last_channel)?
            .unwrap_or(Channel::InPerson))
    }
}

pub(super) fn about_participants(change: &Changing<'_>, people: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Err(Error::invalid("people", "Say with whom."));
    }
    change.about_people(people)
}

/// Logs a conversation within a change.
pub(crate) fn log(change: &Changing<'_>, draft: &NewInteraction) -> Result<Logged> {
    let (tx, now) = (&change.tx, &change.now);
    let (record, starter) = checked_record(tx, draft, &[], now)?;
    for person in draft.people.iter().filter(|_| !record.attempt) {
        let last = interaction_rows::last_on(tx, *person)?;
        if last.is_none_or(|last| last <= record.on) {
            openers::note_talk(change, *person)?;
        }
        next_lines::note_talk(tx, *person, record.on)?;
    }
    let id = interaction_rows::insert(tx, &record, &draft.people, starter)?;
    close_all(tx, id, record.on, draft, now)?;
    let next = draft.people.iter();
    let next = next
        .map(|person| {
            let last = interaction_rows::last_on(tx, *person)?;
            let last = last.map(Day::date);
            let open = open_cadence(tx, *person)?;
            let attempts = attempts_since(tx, *person, last)?;
            let next = next_of(tx, *person, open.as_ref(), last, &attempts, now)?;
            next_check_in(tx, *person, next)
        })
        .collect::<Result<_>>()?;
    Ok(Logged { id, next })
}

/// Closes the check-ins that the conversation `id` on day `on` answers, for each participant.
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

/// Whether participants and starter are those of the draft; the order does not matter.
fn has_same_participants(
    before: &[(PersonId, bool)],
    draft: &NewInteraction,
    starter: Option<PersonId>,
) -> bool {
    before.len() == draft.people.len()
        && before.iter().all(|(person, started)| {
            draft.people.contains(person) && *started == (starter == Some(*person))
        })
}

/// Checks a draft. Returns its row and the participant who started it, if one did. People in `took_part` took
/// part before the edit, so they are accepted even if they are in the trash by now.
fn checked_record(
    tx: &Tx<'_>,
    draft: &NewInteraction,
    took_part: &[PersonId],
    now: &Moment,
) -> Result<(InteractionRecord, Option<PersonId>)> {
    check_people(tx, &draft.people, took_part)?;
    if draft
        .minutes
        .is_some_and(|minutes| !MINUTES.contains(&minutes))
    {
        return Err(Error::invalid(
            "minutes",
            "A conversation takes from one minute to a day, which is 1,440.",
        ));
    }
    let starter = starter_of(draft)?;
    check_note("note", &draft.note)?;
    check_length("title", &draft.title)?;
    let forms = DayForms::of(tx, now)?;
    let read = read_day("when", &draft.when, WhenPurpose::Talk, &forms, now)?;
    let record = InteractionRecord {
        on: read.day.into(),
        at: read.time.map(ClockTime::from),
        roughly: read.roughly,
        title: draft.title.trim().to_owned(),
        zone: now.zone,
        channel: draft.channel,
        minutes: draft.minutes,
        started_by_me: draft.started_by == StartedBy::Me,
        note: draft.note.trim().to_owned(),
        attempt: draft.attempt,
    };
    Ok((record, starter))
}

/// The participant who started the conversation, if one did.
fn starter_of(draft: &NewInteraction) -> Result<Option<PersonId>> {
    match draft.started_by {
        StartedBy::Person { id } if draft.people.contains(&id) => Ok(Some(id)),
        StartedBy::Person { .. } => Err(Error::invalid(
            "startedBy",
            "Whoever started it must have taken part.",
        )),
        StartedBy::Me | StartedBy::NotSaid => Ok(None),
    }
}

/// The next check-in with a person after a conversation on day `day`.
fn next_after(
    tx: &Tx<'_>,
    person: PersonId,
    day: NaiveDate,
    draft: &NewInteraction,
    now: &Moment,
) -> Result<NextCheckIn> {
    let last = interaction_rows::last_on(tx, person)?;
    let last = last.map(Day::date);
    if draft.attempt {
        return next_after_attempt(tx, person, day, last, draft, now);
    }
    let is_newest = last.is_none_or(|last| day >= last);
    // If the conversation is the newest, the check-in of the cadence is counted from it, whatever day was
    // chosen. If it is older, an open check-in stays, unless the conversation closes it.
    let open = open_cadence(tx, person)?
        .filter(|open| !is_newest && open.when.on > day && !draft.closes.contains(&open.id));
    let last = last.max(Some(day));
    let attempts = attempts_since(tx, person, last)?;
    let next = next_of(tx, person, open.as_ref(), last, &attempts, now)?;
    next_check_in(tx, person, next)
}

/// The next check-in with a person after an attempt on day `day` that is not logged yet.
fn next_after_attempt(
    tx: &Tx<'_>,
    person: PersonId,
    day: NaiveDate,
    last: Option<NaiveDate>,
    draft: &NewInteraction,
    now: &Moment,
) -> Result<NextCheckIn> {
    let mut attempts = attempts_since(tx, person, last)?;
    if last.is_none_or(|last| day > last) {
        attempts.push(day);
        attempts.sort_unstable();
    }
    let open = open_cadence(tx, person)?
        .filter(|open| open.when.on > day && !draft.closes.contains(&open.id));
    let next = next_of(tx, person, open.as_ref(), last, &attempts, now)?;
    next_check_in(tx, person, next)
}

/// The next check-in of the cadence; `None` if the relationship is not active.
fn next_of(
    tx: &Tx<'_>,
    person: PersonId,
    open: Option<&CheckInRecord>,
    last: Option<NaiveDate>,
    attempts: &[NaiveDate],
    now: &Moment,
) -> Result<Option<NextOfRhythm>> {
    let relationship = relationship_rows::of_person(tx, person)?;
    let relationship =
        relationship.filter(|relationship| status_on(relationship, now) == Status::Active);
    match relationship {
        Some(relationship) => next_of_rhythm(tx, person, &relationship, open, last, attempts, now),
        None => Ok(None),
    }
}

/// Refuses to call a conversation an attempt of which a promise or something given came.
fn check_nothing_came_of(tx: &Tx<'_>, id: InteractionId) -> Result<()> {
    if commitments::came_of(tx, id)? || exchanges::came_of(tx, id)? {
        let words = "Something was promised or given in it, so somebody answered.";
        return Err(Error::invalid("attempt", words));
    }
    if reflections::is_reflected_on(tx, id)? {
        let words = "You reflected on it, so somebody answered.";
        return Err(Error::invalid("attempt", words));
    }
    Ok(())
}

fn next_check_in(tx: &Tx<'_>, person: PersonId, next: Option<NextOfRhythm>) -> Result<NextCheckIn> {
    Ok(NextCheckIn {
        id: person,
        name: person_rows::get(tx, person)?.name.display,
        on: next.as_ref().map(|next| next.on.into()),
        rests: next.and_then(|next| next.rests),
    })
}
