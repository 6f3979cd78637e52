//! The words of sentences in English, as data: another language is another table. The words of days and times are
//! those of `typed_day`.

mod clauses;
mod commands;
mod giving;
mod nicknames;
mod phrases;
mod topics;
mod verbs;

use crate::channel::Channel;
use crate::drafts::DraftSort;

pub(super) use clauses::{
    AGREED, ARTICLES, DOES_FOR, FEASTS, I_WILL, NO_DOING, OBJECTS, SAID, SUBJECTS, SUBJECTS_WILL,
    WILL,
};
pub(super) use commands::COMMANDS;
pub(super) use giving::{BACK_BY, DUE_BY, OF_WHAT, SORTS};
pub(super) use nicknames::NICKNAMES;
pub(super) use topics::{TOPIC_VERBS, WHO_VERBS};

/// What a phrase means in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phrase {
    /// A verb of contact.
    Verb(Verb),
    /// A word for a contact: "call", "coffee". The title is '' where the channel says it all.
    Noun(Channel, &'static str),
    /// "by phone", "over lunch".
    Way(Channel, &'static str),
    /// "had", "grabbed", "got": a noun of contact follows.
    Have(Tense),
    /// "heard from", "got an email from": the other side began it.
    Received(Channel),
    /// "log".
    Log,
    /// "note", "add": what follows says what.
    PutDown,
    /// "didn't", "cancel", "when did": nothing happened, or it is only asked for.
    Denies,
    /// "tried to": I did not reach them. What others tried is no attempt of mine.
    Tried,
    /// "no answer": neither.
    NoAnswer,
    /// "plan", "remind me to", "I need to".
    Plan,
    /// "I", "we".
    I,
    /// "me", "us".
    Me,
    /// "she", "they".
    They,
    /// "with", "to": a name follows.
    With,
    And,
    /// "about": a note follows.
    About,
    /// "a new person called".
    NewPerson,
    /// Says nothing by itself: "the", "quick".
    Filler,
}

/// A verb of contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Verb {
    pub channel: Channel,
    pub tense: Tense,
    /// Whether its subject began the contact: "called", but not "met".
    pub is_directed: bool,
}

/// Whether something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    /// "call": it may have happened or be to come.
    Base,
}

/// What a command does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Command {
    Open,
    Way,
    Map,
    Brief,
    Draft(DraftSort),
    Tie,
    Introduce,
    Snooze,
    Pause,
    CoolOff,
    Archive,
    Rest,
    TakeUp,
    End,
    LetGo,
    KeepClose,
    Tag,
    Untag,
    NextTime,
    Trash,
    Add,
}

/// Phrases of one or more words, each in lower case; at a place of a sentence the longest one counts.
pub(super) const PHRASES: [&[(&str, Phrase)]; 2] = [verbs::VERBS, phrases::OTHERS];

/// Words before a command that change nothing.
pub(super) const POLITE: &[&str] = &[
    "please",
    "pls",
    "kith",
    "hey",
    "hi",
    "ok",
    "okay",
    "can you",
    "could you",
    "would you",
    "will you",
    "let me",
];

/// Words that join parts of a sentence: no name begins or goes on with one.
pub(super) const JOINTS: &[&str] = &[
    "at", "in", "on", "for", "by", "of", "from", "who", "whom", "that", "which", "is", "was",
    "are", "were", "be", "has", "than", "then", "as", "if", "when", "while", "where", "what",
    "how", "why", "not", "no", "but", "or", "into", "near", "via", "per", "after", "before",
    "during", "since", "until", "it", "this", "these", "those", "his", "her", "their", "him",
    "them", "you", "your", "up", "down", "out", "off", "over", "back", "every", "all", "any",
];

/// Words that can only mean a day. "mon", "sat" and "sun" are left out: they are names and other words too.
pub(super) const DAYS: &[&str] = &[
    "today",
    "yesterday",
    "yday",
    "tomorrow",
    "tmrw",
    "tmr",
    "tonight",
    "monday",
    "tuesday",
    "tue",
    "tues",
    "wednesday",
    "weds",
    "thursday",
    "thu",
    "thur",
    "thurs",
    "friday",
    "fri",
    "saturday",
    "sunday",
];

/// Times that are also the first word of something else: "the christmas party".
pub(super) const OCCASIONS: &[&str] = &[
    "christmas",
    "xmas",
    "easter",
    "halloween",
    "weekend",
    "summer",
    "spring",
];

/// Words that mean a time at the end of a sentence, and something else inside it.
pub(super) const PARTS_OF_DAY: &[&str] = &[
    "now",
    "second",
    "first",
    "morning",
    "evening",
    "night",
    "afternoon",
];

/// Words between the names of a command and what follows.
pub(super) const UNTIL: &[&str] = &["until", "till", "til", "to", "for", "by"];
pub(super) const AS: &[&str] = &["as", "with", "as a", "as an", ":"];

/// How often, of one phrase: in days.
pub(super) const RHYTHMS: &[(&str, u32)] = &[
    ("daily", 1),
    ("weekly", 7),
    ("biweekly", 14),
    ("bi-weekly", 14),
    ("fortnightly", 14),
    ("monthly", 30),
    ("bimonthly", 60),
    ("quarterly", 90),
    ("half-yearly", 182),
    ("yearly", 365),
    ("annually", 365),
    ("once a day", 1),
    ("once a week", 7),
    ("once a month", 30),
    ("once a quarter", 90),
    ("once a year", 365),
    ("twice a week", 3),
    ("twice a month", 15),
    ("twice a year", 182),
    ("every day", 1),
    ("every other day", 2),
    ("every week", 7),
    ("every other week", 14),
    ("every second week", 14),
    ("every fortnight", 14),
    ("every month", 30),
    ("every other month", 60),
    ("every second month", 60),
    ("every quarter", 90),
    ("every half year", 182),
    ("every year", 365),
    ("each week", 7),
    ("each month", 30),
    ("each quarter", 90),
    ("each year", 365),
];

/// Days of "every monday".
pub(super) const WEEKDAYS: &[&str] = &[
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "weekday",
];

/// Units of a rhythm ("every 3 weeks") or a span ("for 3 weeks"), in days.
pub(super) const UNITS: &[(&str, u32)] = &[
    ("day", 1),
    ("days", 1),
    ("week", 7),
    ("weeks", 7),
    ("wk", 7),
    ("wks", 7),
    ("fortnight", 14),
    ("fortnights", 14),
    ("month", 30),
    ("months", 30),
    ("quarter", 90),
    ("quarters", 90),
    ("year", 365),
    ("years", 365),
];

/// Counts in words.
pub(super) const COUNTS: &[(&str, u32)] = &[
    ("a", 1),
    ("an", 1),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("forty-five", 45),
    ("fifty", 50),
    ("sixty", 60),
    ("ninety", 90),
];

/// Lengths of one phrase, in minutes.
pub(super) const LENGTHS: &[(&str, u32)] = &[
    ("half an hour", 30),
    ("half hour", 30),
    ("a half hour", 30),
    ("a half-hour", 30),
    ("half-hour", 30),
    ("a quarter of an hour", 15),
    ("quarter of an hour", 15),
    ("three quarters of an hour", 45),
    ("an hour and a half", 90),
    ("one and a half hours", 90),
    ("an hour and a quarter", 75),
    ("a couple of hours", 120),
    ("a couple of minutes", 2),
    ("a few minutes", 5),
    ("a minute", 1),
    ("all day", 480),
];

pub(super) const MINUTES: &[&str] = &["m", "min", "mins", "minute", "minutes"];
pub(super) const HOURS: &[&str] = &["h", "hr", "hrs", "hour", "hours"];
