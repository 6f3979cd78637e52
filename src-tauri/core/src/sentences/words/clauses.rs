//! Words of promises and gifts, and of clauses that go on with those named before.

use crate::sentences::reading::Pronoun;

/// Words that begin a thing: what stands before them is no part of it. "promise rosalind kerr the draft".
pub(in crate::sentences) const ARTICLES: &[&str] = &[
    "the", "a", "an", "my", "our", "some", "his", "her", "their", "your", "another", "two",
    "three", "four", "five", "six", "ten", "more", "that", "this", "these", "those",
];

/// Whom "her" and the like mean, behind a verb.
pub(in crate::sentences) const OBJECTS: &[(&str, Pronoun)] = &[
    ("her", Pronoun::One),
    ("him", Pronoun::One),
    ("them", Pronoun::All),
    ("they", Pronoun::All),
];

/// Whom "she" and the like mean, before a verb; with "will" and "would" in them.
pub(in crate::sentences) const SUBJECTS: &[(&str, Pronoun)] = &[
    ("he", Pronoun::One),
    ("she", Pronoun::One),
    ("they", Pronoun::All),
];

/// "she'll" is "she will".
pub(in crate::sentences) const SUBJECTS_WILL: &[(&str, Pronoun)] = &[
    ("he'll", Pronoun::One),
    ("she'll", Pronoun::One),
    ("they'll", Pronoun::All),
    ("he'd", Pronoun::One),
    ("she'd", Pronoun::One),
    ("they'd", Pronoun::All),
];

/// What says that somebody will do something.
pub(in crate::sentences) const WILL: &[&str] = &["will", "is going to", "are going to"];

/// The same of the user.
pub(in crate::sentences) const I_WILL: &[&str] = &[
    "i'll",
    "i will",
    "i'd",
    "i would",
    "i am going to",
    "i'm going to",
    "we'll",
    "we will",
    "we'd",
    "we would",
    "will",
];

/// What somebody says before "he would": "said", "told me that".
pub(in crate::sentences) const SAID: &[&str] = &[
    "said",
    "says",
    "told me",
    "told us",
    "agreed",
    "confirmed",
    "promised",
    "promises",
    "promised me",
    "promised us",
    "said that",
    "says that",
    "told me that",
    "told us that",
    "agreed that",
    "confirmed that",
    "promised that",
    "promised me that",
    "promised us that",
];

/// What is as much as a promise; "to" and what they do follows.
pub(in crate::sentences) const AGREED: &[&str] = &[
    "agreed to",
    "has agreed to",
    "have agreed to",
    "offered to",
    "has offered to",
    "promised to",
    "promises to",
    "has promised to",
    "promised me to",
    "promised us to",
];

/// Verbs of what one does for somebody else: "i'll send ana the notes". Verbs of contact plan a check-in.
pub(in crate::sentences) const DOES_FOR: &[&str] = &[
    "send",
    "give",
    "bring",
    "get",
    "share",
    "forward",
    "prepare",
    "draft",
    "review",
    "show",
    "find",
    "lend",
    "introduce",
    "finish",
    "deliver",
    "read",
    "return",
    "order",
    "buy",
    "print",
    "translate",
    "check",
    "fix",
    "make",
    "pass",
    "hand",
    "pay",
    "look",
    "let",
    "help",
    "write up",
    "put",
    "do",
];

/// What is no doing of theirs: "she will be in berlin".
pub(in crate::sentences) const NO_DOING: &[&str] = &[
    "be", "have", "like", "love", "not", "never", "rather", "probably", "need", "want", "prefer",
    "think", "know", "see", "hear", "move", "leave", "stay", "miss", "become",
];

/// Words that are day words and yet no day by which something can be: a day was meant.
pub(in crate::sentences) const FEASTS: &[&str] = &[
    "easter",
    "whitsun",
    "pentecost",
    "ramadan",
    "eid",
    "passover",
    "diwali",
    "thanksgiving",
    "carnival",
    "holidays",
    "term",
    "semester",
    "vacation",
    "eventually",
    "sometime",
    "later",
    "eom",
    "eod",
    "eow",
];
