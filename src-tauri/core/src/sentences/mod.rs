//! Sentences of the quick search: "had lunch with ana on friday", "snooze samir until monday". One grammar reads them;
//! its words stand in `words`.
//!
//! `grammar` knows what can stand at each word of a sentence, `talk` reads contact, `commands` the rest, both into a
//! `Reading`; `lines` says in full what can be done about it. All this is pure. `understand` brings the names from the
//! book, and `act` does what was chosen, in one undo step.

mod act;
mod commands;
mod doing_several;
mod giving;
mod grammar;
mod known;
mod lengths;
mod lines;
mod meeting_at;
mod names;
mod needing;
mod phrasing;
mod promising;
mod reading;
mod several;
mod talk;
#[cfg(test)]
mod tests;
mod tokens;
mod topics;
mod understand;
mod whom;
mod words;

use serde::{Deserialize, Serialize};

use crate::commitments::NewCommitment;
use crate::details::NewPerson;
use crate::drafts::DraftSort;
use crate::events::EventSaid;
use crate::exchanges::NewExchange;
use crate::goals::NewGoal;
use crate::ids::PersonId;
use crate::knowing::WhoAsked;
use crate::logging::{NewInteraction, NextCheckIn};
use crate::people_list::PersonRow;
use crate::relationships::KindId;
use crate::topics::Stance;

pub use reading::PartKind;

/// What a sentence asks for. All days in it are written so that they mean the same on every later day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(
    tag = "type",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum Intent {
    /// Logs a conversation.
    Log {
        /// The conversation.
        talk: NewInteraction,
    },
    /// Plans a check-in with each of these people.
    Plan {
        /// The people.
        people: Vec<PersonId>,
        /// The day.
        when: String,
        /// What for; may be empty.
        reason: String,
    },
    /// Puts off what is due, or else the next check-in, with each of these people.
    Snooze {
        /// The people.
        people: Vec<PersonId>,
        /// The day.
        when: String,
    },
    /// Keeps people close. Without kind and cadence, those that hold already or those of the kind.
    KeepClose {
        /// The people.
        people: Vec<PersonId>,
        /// Days between check-ins.
        cadence_days: Option<u32>,
        /// The kind of relationship.
        kind: Option<KindId>,
    },
    /// Pauses relationships.
    Pause {
        /// The people.
        people: Vec<PersonId>,
        /// The day until which.
        until: String,
    },
    /// Lets it cool with people until a moment.
    CoolOff {
        /// The people.
        people: Vec<PersonId>,
        /// The day and time.
        until: String,
    },
    /// Takes people out of the lists.
    Archive {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Lets relationships rest.
    Rest {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Takes relationships up again.
    TakeUp {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Ends relationships: their purpose is over.
    End {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Keeps people close no longer.
    LetGo {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Gives people a tag.
    Tag {
        /// The people.
        people: Vec<PersonId>,
        /// The name of the tag.
        name: String,
    },
    /// Takes a tag from people.
    Untag {
        /// The people.
        people: Vec<PersonId>,
        /// The name of the tag.
        name: String,
    },
    /// Writes down what was given to each of these people, or received from them.
    Give {
        /// The people.
        people: Vec<PersonId>,
        /// What it was.
        exchange: NewExchange,
    },
    /// Writes down that people were met at an event.
    Event {
        /// The event and the people.
        said: EventSaid,
    },
    /// Writes down a promise.
    Promise {
        /// The promise.
        promise: NewCommitment,
    },
    /// Says what people offer, look for or know about.
    Topic {
        /// The people.
        people: Vec<PersonId>,
        /// How they stand to it.
        stance: Stance,
        /// The topic.
        topic: String,
    },
    /// Writes a need down.
    Need {
        /// The need.
        goal: NewGoal,
    },
    /// Says what the user offers, looks for or knows about.
    MyTopic {
        /// How the user stands to it.
        stance: Stance,
        /// The topic.
        topic: String,
    },
    /// Shows who knows about a topic, or looks for it.
    Who {
        /// What is asked.
        asked: WhoAsked,
        /// The topic.
        topic: String,
    },
    /// Writes the line for next time with people.
    NextTime {
        /// The people.
        people: Vec<PersonId>,
        /// The line.
        text: String,
    },
    /// Moves people to the trash.
    Trash {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Adds a person, and logs a conversation with them if there is one; the new person joins its participants.
    Add {
        /// The person.
        person: NewPerson,
        /// The conversation.
        talk: Option<NewInteraction>,
    },
    /// Brings people back from the trash.
    Restore {
        /// The people.
        people: Vec<PersonId>,
    },
    /// Does several things in one undo step: talks, promises, gifts, topics and lines for next time.
    Several {
        /// Who is new, and is added before. In `all`, the first of them has the id -1, the second -2.
        new: Vec<NewPerson>,
        /// What is done, in order. Promises with those who took part in a talk before them were made in it.
        all: Vec<Intent>,
    },
    /// Opens a person's page.
    Open {
        /// The person.
        person: PersonId,
    },
    /// Finds a way in to a person.
    Way {
        /// The person.
        person: PersonId,
    },
    /// Shows a person on the map.
    Map {
        /// The person.
        person: PersonId,
    },
    /// Shows what to read before a talk with a person.
    Brief {
        /// The person.
        person: PersonId,
    },
    /// Begins a draft to a person.
    Draft {
        /// The person.
        person: PersonId,
        /// What it is for.
        sort: DraftSort,
    },
    /// Begins an introduction of two people.
    Introduce {
        /// The two.
        people: Vec<PersonId>,
    },
    /// Adds whom a person knows.
    Tie {
        /// The person.
        person: PersonId,
    },
    /// Opens the dialog that plans a check-in with a person.
    PlanDialog {
        /// The person.
        person: PersonId,
    },
}

/// A part of a sentence, and what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentencePart {
    /// Where it begins, in characters (not bytes).
    pub from: usize,
    /// Where it ends, itself not part of it.
    pub to: usize,
    /// What it says.
    pub kind: PartKind,
}

/// Something that a sentence may mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentenceLine {
    /// What is done.
    pub intent: Intent,
    /// It in full words: "Log a phone call with Samir Haddad".
    pub words: String,
    /// The rest of it: "Yesterday, Tuesday 24 November, 20 minutes. Note: “about the grant”". May be empty.
    pub details: String,
    /// What is said once it is done: "Logged a phone call with Samir Haddad".
    pub done: String,
    /// Whom it is about.
    pub people: Vec<PersonRow>,
    /// The parts of the text that were understood, in order.
    pub parts: Vec<SentencePart>,
}

/// A sentence as understood. Nothing is saved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Sentence {
    /// What is asked, where the text has more than one meaning: "Which Ana?". The lines are the answers.
    pub question: Option<String>,
    /// Why it cannot be done as it stands, as a sentence for the screen. The lines are other ways on.
    pub refusal: Option<String>,
    /// Whether the text is only a name that nobody has. What else has these words is likelier than adding them.
    pub is_new_name: bool,
    /// What it may mean, likeliest first.
    pub lines: Vec<SentenceLine>,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SentenceDone {
    /// The person that was added.
    pub added: Option<PersonId>,
    /// The next check-in with each participant of a conversation that was logged.
    pub next: Vec<NextCheckIn>,
}
