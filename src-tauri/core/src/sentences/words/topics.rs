//! Verbs of topics.

use crate::knowing::WhoAsked;
use crate::topics::Stance;

/// A verb of topics, and whether "I" stands in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::sentences) struct TopicVerb {
    pub stance: Stance,
    pub is_mine: bool,
}

const fn theirs(stance: Stance) -> TopicVerb {
    TopicVerb {
        stance,
        is_mine: false,
    }
}

const fn mine(stance: Stance) -> TopicVerb {
    TopicVerb {
        stance,
        is_mine: true,
    }
}

/// What is said of people, and of oneself; the longest one counts, and the topic follows.
pub(in crate::sentences) const TOPIC_VERBS: &[(&str, TopicVerb)] = &[
    ("knows about", theirs(Stance::Knows)),
    ("know about", theirs(Stance::Knows)),
    ("knows a lot about", theirs(Stance::Knows)),
    ("know a lot about", theirs(Stance::Knows)),
    ("knows all about", theirs(Stance::Knows)),
    ("is an expert in", theirs(Stance::Knows)),
    ("is an expert on", theirs(Stance::Knows)),
    ("is expert in", theirs(Stance::Knows)),
    ("offers", theirs(Stance::Offers)),
    ("offer", theirs(Stance::Offers)),
    ("can offer", theirs(Stance::Offers)),
    ("is offering", theirs(Stance::Offers)),
    ("are offering", theirs(Stance::Offers)),
    ("seeks", theirs(Stance::Seeks)),
    ("seek", theirs(Stance::Seeks)),
    ("is seeking", theirs(Stance::Seeks)),
    ("are seeking", theirs(Stance::Seeks)),
    ("looks for", theirs(Stance::Seeks)),
    ("look for", theirs(Stance::Seeks)),
    ("is looking for", theirs(Stance::Seeks)),
    ("are looking for", theirs(Stance::Seeks)),
    ("i know about", mine(Stance::Knows)),
    ("i know a lot about", mine(Stance::Knows)),
    ("i offer", mine(Stance::Offers)),
    ("i can offer", mine(Stance::Offers)),
    ("i seek", mine(Stance::Seeks)),
    ("i look for", mine(Stance::Seeks)),
    ("i am seeking", mine(Stance::Seeks)),
    ("i'm seeking", mine(Stance::Seeks)),
    ("i am looking for", mine(Stance::Seeks)),
    ("i'm looking for", mine(Stance::Seeks)),
];

/// What is asked of everybody; the topic follows.
pub(in crate::sentences) const WHO_VERBS: &[(&str, WhoAsked)] = &[
    ("who knows about", WhoAsked::Knows),
    ("who knows", WhoAsked::Knows),
    ("who knows of", WhoAsked::Knows),
    ("who is good at", WhoAsked::Knows),
    ("who knows a lot about", WhoAsked::Knows),
    ("who knows something about", WhoAsked::Knows),
    ("who knows anything about", WhoAsked::Knows),
    ("who do i know who knows about", WhoAsked::Knows),
    ("who do i know that knows about", WhoAsked::Knows),
    ("who can help with", WhoAsked::Knows),
    ("who could help with", WhoAsked::Knows),
    ("who can help me with", WhoAsked::Knows),
    ("who is an expert in", WhoAsked::Knows),
    ("who is an expert on", WhoAsked::Knows),
    ("who offers", WhoAsked::Knows),
    ("who can offer", WhoAsked::Knows),
    ("who seeks", WhoAsked::Seeks),
    ("who is seeking", WhoAsked::Seeks),
    ("who looks for", WhoAsked::Seeks),
    ("who is looking for", WhoAsked::Seeks),
];
