//! When two topics match: what somebody looks for, and what somebody offers. Pure.

use std::collections::HashSet;

use crate::blank::is_blank;
use crate::fold::{fold_words, name_key, tag_key};

/// Words of fewer letters, such as "a" and "for", tell nothing.
const MIN_LETTERS: usize = 4;

/// The key under which a topic is one topic in every spelling. A name of which nothing folds, such as a new emoji, is
/// its own key.
pub(crate) fn topic_key(name: &str) -> String {
    match tag_key(name) {
        folded if is_blank(&folded) => name.to_owned(),
        folded => folded,
    }
}

/// A topic by its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TopicWords {
    /// All of it, in any spelling the same.
    key: String,
    /// Its words of four letters and more, in any spelling the same.
    words: HashSet<String>,
}

impl TopicWords {
    pub(crate) fn of(topic: &str) -> Self {
        let parts = topic.split(|c: char| !c.is_alphanumeric());
        let words = parts.filter(|word| fold_words(word).chars().count() >= MIN_LETTERS);
        Self {
            key: topic_key(topic),
            words: words.map(name_key).collect(),
        }
    }

    /// Whether two topics match: they are the same, or every word of the shorter one stands in the longer one. Only
    /// words of four letters and more count.
    pub(crate) fn matches(&self, other: &Self) -> bool {
        if self.key == other.key {
            return true;
        }
        let (short, long) = match self.words.len() <= other.words.len() {
            true => (self, other),
            false => (other, self),
        };
        !short.words.is_empty() && short.words.is_subset(&long.words)
    }

    /// Whether a topic of this name and key matches. Of most names one word is enough to say no: the others are not
    /// compared, and of few the words are collected.
    pub(crate) fn matches_name(&self, name: &str, key: &str) -> bool {
        if self.key == key {
            return true;
        }
        let may_hold_all =
            !self.words.is_empty() && self.folded_words().all(|word| key.contains(word));
        (may_hold_all || self.may_hold(name)) && Self::of(name).matches(self)
    }

    /// Whether every word of a name of four letters and more is one of these.
    fn may_hold(&self, name: &str) -> bool {
        let parts = name.split(|c: char| !c.is_alphanumeric());
        let mut words = parts.filter(|word| word.len() >= MIN_LETTERS);
        words.all(|word| {
            let is_short = fold_words(word).chars().count() < MIN_LETTERS;
            is_short || self.words.contains(&name_key(word))
        })
    }

    /// The folded words by which what matches can be looked up: the key of each topic that matches this one, and is
    /// not the same, has one of them.
    pub(crate) fn folded_words(&self) -> impl Iterator<Item = &str> {
        let words = self.words.iter();
        words.filter_map(|word| word.split(' ').next())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn matches(one: &str, other: &str) -> bool {
        TopicWords::of(one).matches(&TopicWords::of(other))
    }

    #[test]
    fn topics_match_that_are_the_same_or_one_of_which_stands_in_the_other() {
        for (one, other) in [
            ("a humidity reviewer", "humidity"),
            ("Optics", "optics"),
            ("a speaker in Bergen", "Bergen speaker"),
            ("an optics engineer", "Optics"),
            ("AI", "ai"),
            ("C++", "c++"),
            ("🙂", "🙂"),
            ("Gärten", "garten"),
            ("光学", "光学"),
        ] {
            assert!(matches(one, other), "{one} and {other}");
        }
    }

    #[test]
    fn topics_do_not_match_for_a_short_word_or_part_of_a_word() {
        for (one, other) in [
            ("AI", "AI for labs"),
            ("help for a lab", "a way in for us"),
            ("optic", "optics"),
            ("C", "C++"),
            ("speaker in Bergen", "speaker in Oslo"),
            ("🙂", "🙃"),
            ("北京", "背景"),
        ] {
            assert!(!matches(one, other), "{one} and {other}");
        }
    }

    proptest! {
        #[test]
        fn matching_has_no_order_and_knows_no_capitals(one in "[a-zäé ]{0,24}", other in "[a-zäé ]{0,24}") {
            prop_assert!(matches(&one, &one));
            prop_assert_eq!(matches(&one, &other), matches(&other, &one));
            prop_assert_eq!(matches(&one, &other), matches(&one.to_uppercase(), &other));
        }

        #[test]
        fn more_words_around_a_topic_still_match_it(one in "[a-z]{4,9}( [a-z]{4,9}){0,2}", more in "[a-z ]{0,20}") {
            let both = format!("{one} {more}");
            prop_assert!(matches(&one, &both));
        }

        #[test]
        fn a_name_matches_by_its_key_as_its_words_do(one in "[a-cäßé😀 ]{0,14}", other in "[a-cäßé😀 ]{0,14}") {
            let asked = TopicWords::of(&one);
            let matched = TopicWords::of(&other).matches(&asked);
            prop_assert_eq!(asked.matches_name(&other, &topic_key(&other)), matched);
        }

        #[test]
        fn whatever_matches_shares_a_word(one in "[a-e ]{0,14}", other in "[a-e ]{0,14}") {
            let (one, other) = (TopicWords::of(&one), TopicWords::of(&other));
            if one.matches(&other) && one.key != other.key {
                prop_assert!(one.folded_words().any(|word| other.key.contains(word)));
            }
        }
    }
}
