//! Random steps of a user through the public API.

use kith_core::Channel;
use kith_core::check_ins::{Snooze, SnoozeKey};
use kith_core::commitments::{
    CommitmentEdit, CommitmentEnd, NewCommitment, OwedBy, TalkCommitment,
};
use kith_core::details::{ContactKind, DateKind, DetailEdit, NewPerson};
use kith_core::exchanges::{Direction, ExchangeSort, NewExchange, TalkExchange};
use kith_core::interactions::StartedBy;
use kith_core::keeping_close::RelationshipEdit;
use kith_core::logging::{NewInteraction, TalkOutcome};
use kith_core::pages::PersonPage;
use kith_core::people::NameParts;
use kith_core::people_list::PeopleFilter;
use kith_core::relationships::{Category, KindListed, NewKind, Status, Workplace};
use kith_core::ties::{Closeness, NewTie, TieKind, TiePair};
use kith_core::topics::Stance;
use kith_core::{Book, Changes, Code, Done, Moment, OperationId, PersonId, Result};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::{
    random_attributes, random_bringing, random_events, random_introducing, random_loading,
    random_needing, random_reflecting,
};

/// What a step does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    AddPerson,
    SetSetting,
    TrashOne,
    TrashSeveral,
    Restore,
    EditSeveral,
    SetName,
    SetNameParts,
    SetNickname,
    SetContactPoint,
    RemoveContactPoint,
    MoveContactPoint,
    SetAffiliation,
    RemoveAffiliation,
    SetDate,
    RemoveDate,
    SetNote,
    RemoveNote,
    AddTag,
    RemoveTag,
    SetCategory,
    SetKind,
    SetPurpose,
    SetWorkplace,
    KeepClose,
    LetGo,
    LogAndAnswer,
    Log,
    MoveConversation,
    ChangeParticipants,
    DeleteConversation,
    Plan,
    Skip,
    SnoozeToDay,
    SnoozeByKey,
    EditCheckIn,
    CancelCheckIn,
    SetStatus,
    ChangeKinds,
    AddTie,
    EditTie,
    RemoveTie,
    DecideTies,
    Promise,
    MovePromise,
    EndPromise,
    OpenPromise,
    EditPromise,
    LogPromise,
    Give,
    EditGiven,
    BringBack,
    RemoveGiven,
    Settle,
    Unsettle,
    CountPromise,
    GiveTopic,
    MyTopic,
    TakeTopic,
    RenameTopic,
    SetNextLine,
    KeepShare,
    EditShare,
    MarkShare,
    RemoveShare,
    SetCommunication,
    LogOutcome,
    TurnAttempt,
    PlanLoad,
    DragCheckIn,
    SetBoundaries,
    SetConflict,
    SetNature,
    Introduce,
    StepIntroduction,
    EditIntroduction,
    RemoveIntroduction,
    AddEvent,
    EditEvent,
    RemoveEvent,
    SetHowMet,
    TakeFirstStep,
    Reflect,
    AnswerQuarter,
    WritePitch,
    EditPitch,
    RemovePitch,
    AddNeed,
    ChangeNeed,
    PeopleOfNeed,
    StepsOfNeed,
    TalksOfNeed,
    DefineAttribute,
    SetAttribute,
    RefusePair,
}

/// All actions with their weights: an action of weight 2 is chosen twice as often as one of weight 1.
const ACTIONS: &[(usize, Action)] = &[
    (5, Action::AddPerson),
    (1, Action::SetSetting),
    (1, Action::TrashOne),
    (1, Action::TrashSeveral),
    (2, Action::Restore),
    (3, Action::EditSeveral),
    (1, Action::SetName),
    (1, Action::SetNameParts),
    (1, Action::SetNickname),
    (3, Action::SetContactPoint),
    (1, Action::RemoveContactPoint),
    (1, Action::MoveContactPoint),
    (3, Action::SetAffiliation),
    (2, Action::RemoveAffiliation),
    (1, Action::SetDate),
    (1, Action::RemoveDate),
    (2, Action::SetNote),
    (1, Action::RemoveNote),
    (2, Action::AddTag),
    (1, Action::RemoveTag),
    (1, Action::SetCategory),
    (1, Action::SetKind),
    (1, Action::SetPurpose),
    (1, Action::SetWorkplace),
    (1, Action::KeepClose),
    (1, Action::LetGo),
    (1, Action::LogAndAnswer),
    (5, Action::Log),
    (1, Action::MoveConversation),
    (1, Action::ChangeParticipants),
    (1, Action::DeleteConversation),
    (3, Action::Plan),
    (2, Action::Skip),
    (1, Action::SnoozeToDay),
    (1, Action::SnoozeByKey),
    (1, Action::EditCheckIn),
    (1, Action::CancelCheckIn),
    (4, Action::SetStatus),
    (2, Action::ChangeKinds),
    (3, Action::AddTie),
    (1, Action::EditTie),
    (1, Action::RemoveTie),
    (1, Action::DecideTies),
    (4, Action::Promise),
    (2, Action::MovePromise),
    (2, Action::EndPromise),
    (1, Action::OpenPromise),
    (1, Action::EditPromise),
    (1, Action::LogPromise),
    (3, Action::Give),
    (1, Action::EditGiven),
    (1, Action::BringBack),
    (1, Action::RemoveGiven),
    (1, Action::Settle),
    (1, Action::Unsettle),
    (1, Action::CountPromise),
    (3, Action::GiveTopic),
    (2, Action::MyTopic),
    (2, Action::TakeTopic),
    (2, Action::RenameTopic),
    (2, Action::SetNextLine),
    (3, Action::KeepShare),
    (1, Action::EditShare),
    (2, Action::MarkShare),
    (1, Action::RemoveShare),
    (2, Action::SetCommunication),
    (3, Action::LogOutcome),
    (2, Action::TurnAttempt),
    (3, Action::PlanLoad),
    (2, Action::DragCheckIn),
    (2, Action::SetBoundaries),
    (2, Action::SetConflict),
    (1, Action::SetNature),
    (3, Action::Introduce),
    (6, Action::StepIntroduction),
    (1, Action::EditIntroduction),
    (1, Action::RemoveIntroduction),
    (4, Action::AddEvent),
    (3, Action::EditEvent),
    (1, Action::RemoveEvent),
    (3, Action::SetHowMet),
    (1, Action::TakeFirstStep),
    (3, Action::Reflect),
    (1, Action::AnswerQuarter),
    (1, Action::WritePitch),
    (1, Action::EditPitch),
    (1, Action::RemovePitch),
    (4, Action::AddNeed),
    (3, Action::ChangeNeed),
    (5, Action::PeopleOfNeed),
    (4, Action::StepsOfNeed),
    (1, Action::TalksOfNeed),
    (4, Action::DefineAttribute),
    (4, Action::SetAttribute),
    (1, Action::RefusePair),
];

/// One action. The numbers choose among the people and rows of the book at that time (modulo their
/// number), so that any step fits any book.
#[derive(Clone, Debug)]
pub struct Step {
    action: Action,
    pub who: usize,
    pub pick: usize,
    pub word: String,
}

const WORDS: &[&str] = &[
    "Zoë",
    "Łukasz Wilczyn",
    "O’Brien",
    "Pelagic Sensing",
    "pelagic  sensing",
    "Straße 7",
    "+1 202 555 0148",
    "(202) 555-0123",
    "mira@tarn.example",
    "https://tarn.example",
    "14 August 1985",
    "29 February",
    "forum",
    "Forum",
    "optics",
    "\u{202e}evil<b>",
    "\"quoted\\\" \u{1}",
    "نص",
    "漢字 かな",
    "😀",
    "",
];

pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let word = prop_oneof![
        9 => prop::sample::select(WORDS).prop_map(str::to_owned),
        1 => "\\PC{1,12}",
    ];
    let actions = ACTIONS
        .iter()
        .flat_map(|(weight, action)| std::iter::repeat_n(*action, *weight));
    let action = prop::sample::select(actions.collect::<Vec<_>>());
    let step = (action, 0..9_usize, 0..9_usize, word).prop_map(|(action, who, pick, word)| Step {
        action,
        who,
        pick,
        word,
    });
    prop::collection::vec(step, 1..=most)
}

/// The changes and the operation of a step; `None` if there was nothing to do.
pub type Taken = Option<(Changes, Option<OperationId>)>;

/// Makes a step.
pub fn take(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let everyone = book.people_ids(&PeopleFilter::default(), now)?;
    let Some(&who) = everyone.get(step.who % everyone.len().max(1)) else {
        return add(book, step, now).map(said);
    };
    let several: Vec<PersonId> = everyone
        .iter()
        .copied()
        .skip(step.who % 2)
        .step_by(1 + step.pick)
        .collect();
    match step.action {
        Action::AddPerson => add(book, step, now).map(said),
        Action::SetSetting => set(book, step, now).map(said),
        Action::TrashOne => book.people_trash(&[who], now).map(said),
        Action::TrashSeveral if !several.is_empty() => book.people_trash(&several, now).map(said),
        Action::Restore => {
            let trash: Vec<PersonId> = book
                .trash_list(now)?
                .into_iter()
                .map(|gone| gone.row.id)
                .collect();
            let back = trash
                .get(step.pick % trash.len().max(1)..)
                .unwrap_or_default();
            if back.is_empty() {
                Ok(None)
            } else {
                book.people_restore(back, now).map(said)
            }
        }
        Action::EditSeveral if !several.is_empty() => {
            let kinds = book.kinds_list()?;
            let edit = for_several(step, &kinds);
            edit.of(book, &several, now)
        }
        Action::LogAndAnswer | Action::Log => log(book, step, who, &several, now),
        Action::MoveConversation | Action::ChangeParticipants => {
            correct(book, step, who, &several, now)
        }
        Action::DeleteConversation => match nth(&book.timeline(who, 0, 9)?.talks, step.pick) {
            Some(talk) => book.interaction_delete(talk.id, now).map(said),
            None => Ok(None),
        },
        Action::Plan => {
            let when = AHEAD[(step.who + step.pick) % AHEAD.len()];
            book.check_in_plan(who, when, &step.word, now).map(said)
        }
        Action::Skip
        | Action::SnoozeToDay
        | Action::SnoozeByKey
        | Action::EditCheckIn
        | Action::CancelCheckIn => answer(book, step, who, now),
        Action::SetStatus => status(book, step, who, now),
        Action::ChangeKinds => kinds(book, step, now),
        Action::AddTie | Action::EditTie | Action::RemoveTie | Action::DecideTies => {
            ties(book, step, who, &everyone, now)
        }
        Action::Promise
        | Action::MovePromise
        | Action::EndPromise
        | Action::OpenPromise
        | Action::EditPromise
        | Action::LogPromise => promises(book, step, who, &several, now),
        Action::Give
        | Action::EditGiven
        | Action::BringBack
        | Action::RemoveGiven
        | Action::Settle
        | Action::Unsettle
        | Action::CountPromise => match give_and_take(book, step, who, now) {
            // There was nothing to settle, to bring back or to count.
            Err(error) if error.code == Code::Stale => Ok(None),
            taken => taken,
        },
        Action::GiveTopic | Action::MyTopic | Action::TakeTopic | Action::RenameTopic => {
            topics(book, step, who, now)
        }
        Action::SetNextLine => {
            let line = book.next_line_set(&[who], &step.word, now);
            line.map(said)
        }
        Action::KeepShare => random_bringing::keep(book, step, who, &several, now),
        Action::EditShare => random_bringing::edit(book, step, who, &several, now),
        Action::MarkShare => random_bringing::mark(book, step, who, now),
        Action::RemoveShare => random_bringing::remove(book, step, who, now),
        Action::SetCommunication => random_bringing::communicate(book, step, who, now),
        Action::LogOutcome => {
            let draft = talk(step, who, &several);
            random_bringing::log(book, step, &draft, now)
        }
        Action::PlanLoad => random_loading::plan(book, step, now),
        Action::DragCheckIn => random_loading::drag(book, step, now),
        Action::SetBoundaries => random_loading::bound(book, step, who, now),
        Action::SetConflict => random_loading::conflict(book, step, who, &everyone, now),
        Action::SetNature => random_loading::nature(book, step, who, now),
        Action::Introduce => random_introducing::begin(book, step, who, &everyone, now),
        Action::StepIntroduction => random_introducing::step(book, step, who, now),
        Action::EditIntroduction => random_introducing::edit(book, step, who, now),
        Action::RemoveIntroduction => random_introducing::remove(book, step, who, now),
        Action::TurnAttempt => random_bringing::turn_attempt(book, step, who, now),
        Action::AddEvent => random_events::add(book, step, who, &several, now),
        Action::EditEvent => random_events::edit(book, step, who, &several, now),
        Action::RemoveEvent => random_events::remove(book, step, now),
        Action::SetHowMet => random_events::how_met(book, step, who, &several, now),
        Action::TakeFirstStep => random_events::first_step(book, step, who, now),
        Action::Reflect => random_reflecting::reflect(book, step, who, now),
        Action::AnswerQuarter => random_reflecting::answer_quarter(book, step, now),
        Action::WritePitch => random_reflecting::write_pitch(book, step, &several, now),
        Action::EditPitch => random_reflecting::edit_pitch(book, step, &several, now),
        Action::RemovePitch => random_reflecting::remove_pitch(book, step, now),
        Action::AddNeed => random_needing::add(book, step, now),
        Action::ChangeNeed => random_needing::change(book, step, now),
        Action::PeopleOfNeed => random_needing::people(book, step, who, &several, now),
        Action::StepsOfNeed => random_needing::steps(book, step, who, now),
        Action::TalksOfNeed => random_needing::talks(book, step, now),
        Action::DefineAttribute => random_attributes::define(book, step, now),
        Action::SetAttribute => random_attributes::set(book, step, &several, now),
        Action::RefusePair => random_attributes::pair(book, step, &several, now),
        _ => {
            let (page, kinds) = (book.person_page(who, now)?, book.kinds_list()?);
            match for_one(step, &page, &kinds) {
                Some(edit) => edit.of(book, &[who], now),
                None => Ok(None),
            }
        }
    }
}

/// Days as they are typed for a conversation. Some are in the future and some are invalid.
const BEHIND: &[&str] = &[
    "today",
    "yesterday",
    "3 days ago",
    "last friday 9:00",
    "two weeks ago",
    "1 september 2026",
    "tomorrow",
    "someday",
];
/// Days as they are typed for a check-in. Some are in the past and some are invalid.
pub const AHEAD: &[&str] = &[
    "today",
    "tomorrow",
    "friday 14:00",
    "saturday",
    "in 3 weeks 22:30",
    "28 march 2027 1:30",
    "yesterday",
    "someday",
];

pub fn nth<T>(some: &[T], pick: usize) -> Option<&T> {
    some.get(pick % some.len().max(1))
}

fn talk(step: &Step, who: PersonId, several: &[PersonId]) -> NewInteraction {
    let mut people = vec![who];
    if step.pick.is_multiple_of(2) {
        people.extend(several.iter().filter(|id| **id != who));
    }
    NewInteraction {
        attempt: step.who == 7,
        started_by: match step.pick % 3 {
            0 => StartedBy::Me,
            1 => StartedBy::Person { id: who },
            _ => StartedBy::NotSaid,
        },
        people,
        when: BEHIND[(step.who + step.pick) % BEHIND.len()].into(),
        channel: Channel::ALL[step.who % 8],
        title: String::new(),
        minutes: (step.pick > 4).then_some(30),
        note: step.word.clone(),
        closes: Vec::new(),
    }
}

fn log(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let mut draft = talk(step, who, several);
    if step.action == Action::LogAndAnswer {
        let open = book.person_page(who, now)?.check_ins;
        draft.closes = open.iter().map(|one| one.id).collect();
    }
    let preview = book.interaction_preview(&draft, now)?;
    let done = book.interaction_log(&draft, now)?;
    assert_eq!(preview.next, done.value.next, "{step:?}");
    Ok(said(done))
}

fn correct(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let talks = book.timeline(who, 0, 9)?.talks;
    let Some(old) = nth(&talks, step.pick) else {
        return Ok(None);
    };
    let mut draft = talk(step, who, several);
    if step.action == Action::MoveConversation {
        draft.people = old.people.iter().map(|person| person.id).collect();
        draft.started_by = old.started_by;
    } else {
        draft.when = old.on.to_string();
    }
    book.interaction_edit(old.id, &draft, now).map(said)
}

fn answer(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let open = book.person_page(who, now)?.check_ins;
    let Some(one) = nth(&open, step.pick) else {
        return Ok(None);
    };
    let when = AHEAD[step.who % AHEAD.len()];
    let keys = [
        SnoozeKey::LaterToday,
        SnoozeKey::Tomorrow,
        SnoozeKey::NextWeek,
        SnoozeKey::InAMonth,
    ];
    match step.action {
        Action::Skip => book.check_in_skip(&[one.id], now).map(said),
        Action::SnoozeToDay => {
            let when = when.to_owned();
            book.check_in_snooze(&[one.id], &Snooze::On { when }, now)
                .map(said)
        }
        Action::SnoozeByKey => {
            let key = keys[step.who % keys.len()];
            book.check_in_snooze(&[one.id], &Snooze::Until { key }, now)
                .map(said)
        }
        Action::EditCheckIn => book.check_in_edit(one.id, when, &step.word, now).map(said),
        _ => book.check_in_cancel(one.id, now).map(said),
    }
}

fn status(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let value = [
        Status::Active,
        Status::Paused,
        Status::Dormant,
        Status::Paused,
        Status::Ended,
        Status::CoolingOff,
        Status::Archived,
        Status::Died,
    ][step.pick % 8];
    let edit = RelationshipEdit::Status {
        value,
        until: AHEAD[step.who % AHEAD.len()].to_owned(),
        on: String::new(),
        reason: step.word.clone(),
    };
    book.relationship_edit(&[who], &edit, now).map(said)
}

/// Edits or adds a kind. Names are kept, because duplicate names are tested elsewhere.
fn kinds(book: &Book, step: &Step, now: &Moment) -> Result<Taken> {
    let known = book.kinds_list()?;
    let kind = &known[step.who % known.len()];
    let mut new = NewKind {
        name: kind.name.clone(),
        category: [Category::Internal, Category::External][step.pick % 2],
        colour: kind.colour,
        cadence_days: 10 + 7 * u32::try_from(step.pick).unwrap(),
    };
    match step.pick {
        0..=3 => book.kind_edit(kind.id, &new, now).map(said),
        4..=6 => book.kind_rhythm_for_all(kind.id, now).map(said),
        _ => {
            new.name = format!("Kind {}", known.len());
            book.kind_add(&new, now).map(said)
        }
    }
}

/// Conditions that every book must satisfy. Each query counts the rows that break its condition.
const WRONG: &[(&str, &str)] = &[
    (
        "an introduction was made only after all said yes, and is told of only once made",
        "SELECT count(*) FROM introductions i WHERE (i.outcome_on IS NOT NULL AND i.made_on IS NULL) \
           OR (i.made_on IS NOT NULL AND (SELECT count(DISTINCT json_extract(a.value, '$.at')) FROM json_each(i.asks) a \
             WHERE json_extract(a.value, '$.answer') = 'yes') <> 2 + (i.third_id IS NOT NULL))",
    ),
    (
        "an introduction that rests before it was made does not stand on Today",
        "SELECT count(*) FROM introductions WHERE stands_on IS NOT NULL AND rested_on IS NOT NULL",
    ),
    (
        "whoever is kept close and goes on has one open check-in of the rhythm, and nobody else",
        "SELECT count(*) FROM people p LEFT JOIN relationships r ON r.person_id = p.id WHERE \
           (SELECT count(*) FROM check_ins c WHERE c.person_id = p.id AND c.source = 'cadence' AND c.state = 'open') \
           <> coalesce(r.kept_close_on IS NOT NULL AND r.cadence_days IS NOT NULL \
              AND p.died_on IS NULL AND p.archived_on IS NULL \
              AND iif(r.status = 'cooling_off' AND r.cooling_until_at IS NOT NULL, \
                coalesce(r.status_before_cooling, 'active'), r.status) IN ('active', 'paused'), 0)",
    ),
    (
        "a way back stands only while one cools off",
        "SELECT count(*) FROM check_ins c LEFT JOIN relationships r ON r.person_id = c.person_id \
           WHERE c.source = 'coming_back' AND c.state = 'open' AND r.status IS NOT 'cooling_off'",
    ),
    (
        "the next day of a relationship is that check-in's",
        "SELECT count(*) FROM relationships r WHERE r.next_due_on IS NOT \
           (SELECT c.due_on FROM check_ins c WHERE c.person_id = r.person_id AND c.source = 'cadence' AND c.state = 'open')",
    ),
    (
        "the last contact is the newest talk",
        "SELECT count(*) FROM relationships r WHERE r.last_contact_on IS NOT \
           (SELECT max(i.happened_on) FROM interactions i JOIN interaction_people p ON p.interaction_id = i.id \
            WHERE p.person_id = r.person_id AND i.attempt = 0)",
    ),
    (
        "somebody took part in each talk",
        "SELECT count(*) FROM interactions i WHERE NOT EXISTS (SELECT 1 FROM interaction_people p \
           WHERE p.interaction_id = i.id)",
    ),
    (
        "one is open exactly while nothing answered it",
        "SELECT count(*) FROM check_ins WHERE (state = 'open') <> (answered_on IS NULL) \
           OR (state = 'open' AND interaction_id IS NOT NULL)",
    ),
    (
        "what stands on Today is open and of somebody outside the trash",
        "SELECT count(*) FROM delivery d LEFT JOIN check_ins c ON d.sort = 'check_in' AND c.id = d.item \
           LEFT JOIN people p ON p.id = c.person_id \
           WHERE d.stands = 1 AND d.sort = 'check_in' \
             AND (c.state IS NOT 'open' OR p.trashed_at IS NOT NULL OR d.person_id <> c.person_id)",
    ),
    (
        "what was put off or cools off waits, and nothing else",
        "SELECT count(*) FROM delivery d JOIN check_ins c ON d.sort = 'check_in' AND c.id = d.item \
           LEFT JOIN relationships r ON r.person_id = c.person_id \
           WHERE d.stands = 1 AND d.waits <> (c.snoozed_on IS NOT NULL \
             OR coalesce(r.status = 'cooling_off' AND r.cooling_until_at IS NOT NULL, 0))",
    ),
    (
        "two people have one tie that is not over, and one of who sways whom",
        "SELECT count(*) FROM (SELECT 1 FROM ties WHERE until IS NULL \
           GROUP BY min(person_id, other_id), max(person_id, other_id), kind = 'influences' HAVING count(*) > 1)",
    ),
    (
        "nobody reports to themselves, over however many others",
        "WITH RECURSIVE up (low, high) AS ( \
           SELECT person_id, other_id FROM ties WHERE kind = 'reports_to' AND until IS NULL \
           UNION SELECT up.low, t.other_id FROM up JOIN ties t ON t.person_id = up.high \
             WHERE t.kind = 'reports_to' AND t.until IS NULL) \
         SELECT count(*) FROM up WHERE low = high",
    ),
    (
        "who is tied was not refused",
        "SELECT count(*) FROM refused_ties r JOIN ties t ON t.until IS NULL \
           AND ((t.person_id = r.person_id AND t.other_id = r.other_id) \
             OR (t.person_id = r.other_id AND t.other_id = r.person_id))",
    ),
    (
        "a promise is with somebody",
        "SELECT count(*) FROM commitments c WHERE NOT EXISTS (\
           SELECT 1 FROM commitment_people w WHERE w.commitment_id = c.id)",
    ),
    (
        "every reminder of a promise is of an open one of mine, with its first who is there",
        "SELECT count(*) FROM delivery d JOIN commitments c ON c.id = d.item \
           WHERE d.stands = 1 AND d.sort LIKE 'promise%' AND (c.owed_by <> 'me' OR c.state <> 'open' \
             OR d.person_id <> (SELECT w.person_id FROM commitment_people w \
               JOIN people p ON p.id = w.person_id WHERE w.commitment_id = c.id AND p.trashed_at IS NULL \
                 AND p.died_on IS NULL ORDER BY w.id LIMIT 1))",
    ),
    (
        "every promise of mine that rings has its reminder",
        "SELECT count(*) FROM commitments c WHERE c.owed_by = 'me' AND c.state = 'open' AND c.due_on IS NOT NULL \
           AND EXISTS (SELECT 1 FROM commitment_people w JOIN people p ON p.id = w.person_id \
             WHERE w.commitment_id = c.id AND p.trashed_at IS NULL AND p.died_on IS NULL) \
           AND NOT EXISTS (SELECT 1 FROM delivery d WHERE d.sort = 'promise' AND d.item = c.id AND d.stands = 1)",
    ),
    (
        "a topic has one spelling",
        "SELECT count(*) FROM (SELECT 1 FROM topics t JOIN topic_lines l ON l.topic_id = t.id \
           GROUP BY t.key HAVING count(DISTINCT t.id) > 1)",
    ),
    (
        "whoever was met at an event was there",
        "SELECT count(*) FROM how_met h WHERE h.event_id IS NOT NULL AND NOT EXISTS (\
           SELECT 1 FROM event_people g WHERE g.event_id = h.event_id AND g.person_id = h.person_id)",
    ),
    (
        "how one met somebody says something, and nobody is met through themselves",
        "SELECT (SELECT count(*) FROM how_met WHERE event_id IS NULL AND since IS NULL) \
           + (SELECT count(*) FROM met_through WHERE through_id = person_id)",
    ),
    (
        "a follow-up is a planned check-in with whom one met",
        "SELECT count(*) FROM event_people g JOIN check_ins c ON c.id = g.check_in_id \
           WHERE c.person_id <> g.person_id OR c.source <> 'planned'",
    ),
    (
        "whoever stands at a part of a need has to do with it, and nobody else",
        "SELECT (SELECT count(*) FROM goal_helpers h JOIN goal_parts t ON t.id = h.part_id WHERE NOT EXISTS (\
             SELECT 1 FROM goal_people w WHERE w.goal_id = t.goal_id AND w.person_id = h.person_id)) \
           + (SELECT count(*) FROM goal_people w WHERE w.shares = 0 AND NOT EXISTS (\
             SELECT 1 FROM goal_helpers h JOIN goal_parts t ON t.id = h.part_id \
             WHERE t.goal_id = w.goal_id AND h.person_id = w.person_id))",
    ),
    (
        "every reference leads somewhere",
        "SELECT count(*) FROM pragma_foreign_key_check",
    ),
];

/// Checks that the book satisfies all of `WRONG`.
pub fn is_sound(book: &Book) {
    let file = rusqlite::Connection::open(book.file()).unwrap();
    for (what, sql) in WRONG {
        let wrong: u32 = file.query_row(sql, [], |row| row.get(0)).unwrap();
        assert_eq!(wrong, 0, "{what}");
    }
}

/// For each check-in, the day from which it is on Today, and when its reminder is due.
pub fn rings(book: &Book) -> Vec<(i64, String, Option<String>)> {
    let file = rusqlite::Connection::open(book.file()).unwrap();
    let sql =
        "SELECT item, day, rings FROM delivery WHERE stands = 1 AND sort = 'check_in' ORDER BY 1";
    let mut statement = file.prepare(sql).unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
    rows.unwrap().collect::<rusqlite::Result<_>>().unwrap()
}

/// Days as they are typed for a promise. Some are in the past and some are invalid.
const PROMISED: &[&str] = &[
    "",
    "today",
    "by friday",
    "sunday",
    "in 3 weeks",
    "yesterday",
    "someday",
];

/// Writes a promise down, alone or with a conversation, or does something to one there is.
fn promises(
    book: &Book,
    step: &Step,
    who: PersonId,
    several: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let when = PROMISED[(step.who + step.pick) % PROMISED.len()];
    let owed_by = match step.pick % 3 {
        0 => OwedBy::Them,
        _ => OwedBy::Me,
    };
    let with = if step.pick.is_multiple_of(2) || several.is_empty() {
        vec![who]
    } else {
        several.to_vec()
    };
    if step.action == Action::Promise {
        let new = NewCommitment {
            owed_by,
            what: step.word.clone(),
            people: with,
            when: when.to_owned(),
        };
        return book.commitment_add(&new, now).map(said);
    }
    if step.action == Action::LogPromise {
        let came = TalkCommitment {
            owed_by,
            what: step.word.clone(),
            people: Vec::new(),
            when: when.to_owned(),
        };
        let draft = talk(step, who, several);
        let outcome = TalkOutcome {
            promises: vec![came],
            exchanges: vec![TalkExchange {
                direction: Direction::Received,
                what: step.word.clone(),
                sort: ExchangeSort::Time,
                size: None,
                people: Vec::new(),
            }],
            ..TalkOutcome::default()
        };
        return book
            .interaction_log_with(&draft, &outcome, &[], None, now)
            .map(said);
    }
    let of = book.commitments_of(who, now)?;
    let end = [
        CommitmentEnd::Kept,
        CommitmentEnd::Broken,
        CommitmentEnd::Dropped,
    ];
    let some = match step.action {
        Action::OpenPromise => &of.past,
        _ => &of.open,
    };
    let Some(promise) = nth(some, step.pick) else {
        return Ok(None);
    };
    let id = promise.id;
    match step.action {
        Action::MovePromise => book
            .commitment_move(id, when, step.who.is_multiple_of(2), now)
            .map(said),
        Action::EndPromise => book
            .commitment_end(id, end[step.who % 3], &step.word, now)
            .map(said),
        Action::OpenPromise => book.commitment_reopen(id, now).map(said),
        _ => {
            let edit = CommitmentEdit {
                owed_by,
                what: step.word.clone(),
                people: with,
            };
            book.commitment_edit(id, &edit, now).map(said)
        }
    }
}

/// Writes down what was given, or does something to what is written down.
fn give_and_take(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let given = NewExchange {
        direction: if step.pick.is_multiple_of(3) {
            Direction::Received
        } else {
            Direction::Given
        },
        what: step.word.clone(),
        sort: ExchangeSort::Favour,
        size: None,
        when: ["today", "2 weeks ago", "October 2025", "tomorrow"][step.pick % 4].to_owned(),
        back_by: ["", "next friday"][step.who % 2].to_owned(),
    };
    match step.action {
        Action::Give => return book.exchange_add(who, &given, now).map(said),
        Action::Settle => return book.exchanges_settle(who, now).map(said),
        Action::Unsettle => return book.exchanges_unsettle(who, now).map(said),
        Action::CountPromise => {
            let past = book.commitments_of(who, now)?.past;
            return match nth(&past, step.pick) {
                Some(promise) => book.commitment_count_as_given(promise.id, now).map(said),
                None => Ok(None),
            };
        }
        _ => {}
    }
    let entries = book.exchanges_of(who, 100, now)?.entries;
    let Some(entry) = nth(&entries, step.pick) else {
        return Ok(None);
    };
    match step.action {
        Action::EditGiven => book.exchange_edit(entry.id, &given, now).map(said),
        Action::BringBack => book.exchange_back(entry.id, now).map(said),
        _ => book.exchange_remove(entry.id, now).map(said),
    }
}

/// Gives, takes or renames a topic.
fn topics(book: &Book, step: &Step, who: PersonId, now: &Moment) -> Result<Taken> {
    let stance = [Stance::Offers, Stance::Seeks, Stance::Knows][step.pick % 3];
    let whose = match step.action {
        Action::MyTopic => None,
        Action::TakeTopic if step.who.is_multiple_of(3) => None,
        _ => Some(who),
    };
    match step.action {
        Action::TakeTopic => match nth(&book.topics_of(whose)?, step.pick) {
            Some(line) => book.topic_remove(line.id, now).map(said),
            None => Ok(None),
        },
        Action::RenameTopic => match nth(&book.topics_find("", 9)?.rows, step.pick) {
            Some(row) => book.topic_rename(&row.topic, &step.word, now).map(said),
            None => Ok(None),
        },
        _ => book.topic_add(whose, stance, &step.word, now).map(said),
    }
}

/// Adds, edits or removes a tie, or decides on proposed ties.
fn ties(
    book: &Book,
    step: &Step,
    who: PersonId,
    everyone: &[PersonId],
    now: &Moment,
) -> Result<Taken> {
    let other = everyone[(step.who + step.pick) % everyone.len()];
    let knows = book.ties_of(who, now)?;
    let known = nth(&knows.ties, step.pick).or(nth(&knows.over, step.pick));
    let draft = tie(step, who, other);
    match (step.action, known) {
        (Action::AddTie, _) => book.tie_add(&draft, now).map(said),
        (Action::EditTie, Some(known)) => {
            let turned = tie(step, known.with.id, who);
            book.tie_edit(known.id, &turned, now).map(said)
        }
        (Action::RemoveTie, Some(known)) => book.tie_remove(known.id, now).map(said),
        _ => {
            let all = book.ties_proposed(20, now)?.ties;
            let pairs = all.iter().map(|one| TiePair {
                person: one.other.id,
                other: one.person.id,
            });
            let pairs: Vec<TiePair> = pairs.collect();
            let (yes, no) = pairs.split_at(step.pick.min(pairs.len()));
            book.ties_decide(yes, no, now).map(said)
        }
    }
}

fn tie(step: &Step, person: PersonId, other: PersonId) -> NewTie {
    let kinds = [
        TieKind::ReportsTo,
        TieKind::Knows,
        TieKind::ReportsTo,
        TieKind::WorksWith,
        TieKind::Introduced,
        TieKind::Mentors,
        TieKind::ClientOf,
        TieKind::Influences,
    ];
    let close = [Closeness::Close, Closeness::Little, Closeness::NotSure];
    NewTie {
        person: person.into(),
        other: other.into(),
        kind: kinds[step.pick % kinds.len()],
        closeness: close[step.who % close.len()],
        since: ["", "2019", "May 2020", "never"][step.who % 4].into(),
        until: ["", "", "", "2024", "2019"][step.pick % 5].into(),
        note: step.word.clone(),
    }
}

pub fn said<T>(done: Done<T>) -> Taken {
    Some((done.changes, done.operation))
}

fn add(book: &Book, step: &Step, now: &Moment) -> Result<Done<PersonId>> {
    let person = NewPerson {
        name: if step.word.is_empty() {
            "Mira Okafor".into()
        } else {
            step.word.clone()
        },
        email: if step.pick.is_multiple_of(2) {
            format!("p{}@tarn.example", step.pick)
        } else {
            String::new()
        },
        phone: if step.pick.is_multiple_of(3) {
            format!("+1 202 555 01{:02}", step.who)
        } else {
            String::new()
        },
        organisation: WORDS[step.pick % 6].to_owned(),
        role: WORDS[step.who % 4].to_owned(),
    };
    book.person_add(&person, now)
}

fn set(book: &Book, step: &Step, now: &Moment) -> Result<Done<kith_core::pages::Settings>> {
    let (key, value): (&str, Value) = match step.pick {
        0 => ("theme", json!("dark")),
        1 => ("theme", json!("light")),
        2 => ("textScale", json!(1.25)),
        3 => ("country", json!("US")),
        4 => ("country", json!("PT")),
        5 => (
            "me",
            json!({ "names": [step.word], "emails": [], "phones": [] }),
        ),
        6 => (
            "workingHours",
            json!({ "days": [null, { "from": 60 * step.who, "to": 720 }, null, { "from": 0, "to": 1440 }, null, null, null] }),
        ),
        7 if step.who < 5 => ("sidebar", json!("rail")),
        7 => ("theme", json!("plaid")),
        _ => ("nosuch", json!(1)),
    };
    book.settings_set(&Map::from_iter([(key.to_owned(), value)]), now)
}

/// An edit of either sort.
enum Edit {
    Detail(DetailEdit),
    Relationship(RelationshipEdit),
}

impl From<DetailEdit> for Edit {
    fn from(edit: DetailEdit) -> Self {
        Self::Detail(edit)
    }
}

impl From<RelationshipEdit> for Edit {
    fn from(edit: RelationshipEdit) -> Self {
        Self::Relationship(edit)
    }
}

impl Edit {
    fn of(&self, book: &Book, people: &[PersonId], now: &Moment) -> Result<Taken> {
        match (self, people) {
            (Self::Relationship(edit), _) => book.relationship_edit(people, edit, now).map(said),
            (Self::Detail(edit), [one]) => book.person_edit(*one, edit, now).map(said),
            (Self::Detail(edit), _) => book.people_edit(people, edit, now).map(said),
        }
    }
}

fn for_several(step: &Step, kinds: &[KindListed]) -> Edit {
    let kind = kinds[step.who % kinds.len()].id;
    match step.pick {
        0..=2 => DetailEdit::AddTag {
            name: step.word.clone(),
        }
        .into(),
        3 | 4 => RelationshipEdit::Kind { id: Some(kind) }.into(),
        5 => RelationshipEdit::Category { value: None }.into(),
        6 => RelationshipEdit::LetGo.into(),
        _ => RelationshipEdit::KeepClose {
            kind,
            cadence_days: None,
            importance: 1,
            next: String::new(),
        }
        .into(),
    }
}

/// An edit of one person; `None` if the person has no row that it could change.
fn for_one(step: &Step, page: &PersonPage, kinds: &[KindListed]) -> Option<Edit> {
    let word = step.word.clone();
    let pick = step.pick;
    let nth = |n: usize| pick % n.max(1);
    let some = !pick.is_multiple_of(3);
    let point = page.contact_points.get(nth(page.contact_points.len()));
    let work = page.affiliations.get(nth(page.affiliations.len()));
    let date = page.dates.get(nth(page.dates.len()));
    let note = page.notes.get(nth(page.notes.len()));
    let kind = kinds[pick % kinds.len()].id;
    let contact_kinds = [
        ContactKind::Email,
        ContactKind::Phone,
        ContactKind::Address,
        ContactKind::Link,
        ContactKind::Chat,
    ];
    Some(match step.action {
        Action::SetName => DetailEdit::Name {
            display: word,
            parts: None,
        }
        .into(),
        Action::SetNameParts => DetailEdit::Name {
            display: word.clone(),
            parts: Some(NameParts {
                family: word,
                given: "Al".into(),
                ..NameParts::default()
            }),
        }
        .into(),
        Action::SetNickname => DetailEdit::Nickname { value: word }.into(),
        Action::SetContactPoint => DetailEdit::ContactPoint {
            id: point.filter(|_| some).map(|point| point.id),
            kind: point
                .filter(|_| some)
                .map_or(contact_kinds[pick % 5], |point| point.kind),
            value: word,
            label: "Work".into(),
            preferred: pick.is_multiple_of(2),
        }
        .into(),
        Action::RemoveContactPoint => DetailEdit::RemoveContactPoint { id: point?.id }.into(),
        Action::MoveContactPoint => DetailEdit::MoveContactPoint {
            id: point?.id,
            to: step.who,
        }
        .into(),
        Action::SetAffiliation => DetailEdit::Affiliation {
            id: work.filter(|_| some).map(|work| work.id),
            organisation: word,
            role: WORDS[step.who].into(),
            department: String::new(),
            since: if some { "2020".into() } else { String::new() },
            until: if pick > 5 {
                "May 2024".into()
            } else {
                String::new()
            },
        }
        .into(),
        Action::RemoveAffiliation => DetailEdit::RemoveAffiliation { id: work?.id }.into(),
        Action::SetDate => DetailEdit::Date {
            id: date.filter(|_| some).map(|date| date.id),
            kind: [DateKind::Birthday, DateKind::Anniversary, DateKind::Other][pick % 3],
            label: String::new(),
            text: WORDS[10 + pick % 2].into(),
        }
        .into(),
        Action::RemoveDate => DetailEdit::RemoveDate { id: date?.id }.into(),
        Action::SetNote => DetailEdit::Note {
            id: note.filter(|_| some).map(|note| note.id),
            body: word,
        }
        .into(),
        Action::RemoveNote => DetailEdit::RemoveNote { id: note?.id }.into(),
        Action::AddTag => DetailEdit::AddTag { name: word }.into(),
        Action::RemoveTag => DetailEdit::RemoveTag {
            id: page.tags.get(nth(page.tags.len()))?.id,
        }
        .into(),
        Action::SetCategory => RelationshipEdit::Category {
            value: [None, Some(Category::Internal), Some(Category::External)][pick % 3],
        }
        .into(),
        Action::SetKind => RelationshipEdit::Kind {
            id: some.then_some(kind),
        }
        .into(),
        Action::SetPurpose => RelationshipEdit::Purpose { value: word }.into(),
        Action::SetWorkplace => RelationshipEdit::Workplace {
            value: [None, Some(Workplace::InHouse), Some(Workplace::Remote)][pick % 3],
        }
        .into(),
        Action::KeepClose => RelationshipEdit::KeepClose {
            kind,
            cadence_days: some.then_some(17),
            importance: 2,
            next: String::new(),
        }
        .into(),
        Action::LetGo if some => RelationshipEdit::LetGo.into(),
        _ => DetailEdit::RemovePhoto.into(),
    })
}
