//! What a sentence was read as, before it is known whom its names mean. Pure.

use std::ops::Range;

use serde::Serialize;

use super::names::Named;
use super::words::Command;
use crate::channel::Channel;
use crate::commitments::OwedBy;
use crate::exchanges::{Direction, ExchangeSort};
use crate::knowing::WhoAsked;
use crate::topics::Stance;
use crate::typed_day::TypedDay;

/// What a part of the sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(
    feature = "typescript",
    derive(ts_rs::TS),
    ts(rename = "SentencePartKind")
)]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// What to do: "log", "keep close".
    Deed,
    /// With whom.
    Who,
    /// By which channel, or what it was: "call", "coffee".
    How,
    /// When.
    When,
    /// How long, or how often.
    Length,
    /// Who began it.
    Starter,
    /// A tag, a topic, or the name of somebody new.
    Name,
    /// What is kept as note.
    Note,
}

/// What a sentence asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// A conversation that happened.
    Log,
    /// A check-in that is planned.
    Plan,
    /// One or the other; the likelier one first.
    Either {
        plan_first: bool,
    },
    Command(Command),
    /// A promise of the user's, or of those named.
    Promise(OwedBy),
    /// Something was given or received.
    Give(Giving),
    /// Something is needed.
    Need,
    /// What people offer, look for or know about.
    Topic(Stance),
    /// What the user does.
    MyTopic(Stance),
    /// Who does.
    Who(WhoAsked),
}

/// What a sentence says of something given or received, besides what it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Giving {
    pub direction: Direction,
    pub is_lent: bool,
    pub sort: ExchangeSort,
}

/// Who began a conversation.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Starter {
    #[default]
    NotSaid,
    Me,
    /// The first of those named.
    Them,
}

/// Whom a word like "her" may mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    /// "her", "he": one of them.
    One,
    /// "them", "they".
    All,
}

/// A day in the sentence, as it is read when logging and when planning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct When {
    /// The words of it, joined by spaces.
    pub text: String,
    pub past: Option<TypedDay>,
    pub future: Option<TypedDay>,
}

/// A sentence as it was read. Positions are those of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    pub deed: Deed,
    pub who: Vec<Named>,
    /// Those of the clause before are meant: "promised her the notes".
    pub they: Option<Pronoun>,
    /// What stands where a name should, and is nobody's.
    pub unknown: Vec<Range<usize>>,
    pub when: Option<When>,
    /// Of a thing lent, when it comes back.
    pub back_by: Option<When>,
    pub channel: Channel,
    pub title: &'static str,
    /// The verb as it was written, without "with" and the like: "follow up".
    pub verb: String,
    pub minutes: Option<u32>,
    pub starter: Starter,
    /// How often to be in touch, in days.
    pub cadence: Option<u32>,
    /// The kind of relationship, as a position in the list of kinds.
    pub kind: Option<usize>,
    /// The tag, the topic, the name of somebody new, or what was given.
    pub name: String,
    /// Topics, where the words of `name` may be several.
    pub topics: Vec<String>,
    /// An address of somebody new.
    pub email: String,
    /// Where somebody new works.
    pub organisation: String,
    pub note: String,
    /// What each part says, as bytes of the text; in order, not overlapping.
    pub parts: Vec<(Range<usize>, PartKind)>,
    /// Why it cannot be, such as a day that is not in the calendar.
    pub refusal: Option<String>,
    /// "call ben": it may be told or asked for.
    pub is_order: bool,
    /// The day was taken from the end of the note; the note may have meant it.
    pub took_from_note: bool,
    /// Nobody answered: "tried to call ben".
    pub is_attempt: bool,
}

impl Reading {
    pub(super) fn new(deed: Deed) -> Self {
        Self {
            deed,
            who: Vec::new(),
            they: None,
            unknown: Vec::new(),
            when: None,
            back_by: None,
            channel: Channel::NotSaid,
            title: "",
            verb: String::new(),
            minutes: None,
            starter: Starter::NotSaid,
            cadence: None,
            kind: None,
            name: String::new(),
            topics: Vec::new(),
            email: String::new(),
            organisation: String::new(),
            note: String::new(),
            parts: Vec::new(),
            refusal: None,
            is_order: false,
            took_from_note: false,
            is_attempt: false,
        }
    }
}
