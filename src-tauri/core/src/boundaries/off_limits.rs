//! Topics to leave alone, looked for in a text as folded whole words. Pure.

use std::ops::Range;

use crate::fold::{fold, fold_words};

/// Words before a topic that do not belong to it: "the merger".
const BEFORE: [&str; 9] = ["the", "a", "an", "my", "his", "her", "their", "our", "your"];

/// Those of the topics that a text has: all their words, whole and in their order, in whatever case and with or
/// without accents.
pub(crate) fn off_limits_in<'t>(text: &str, topics: &'t [String]) -> Vec<&'t str> {
    let text = format!(" {} ", fold_words(text));
    let has = |topic: &&String| {
        let words = fold_words(topic);
        let bare = bare(&words);
        !bare.is_empty() && text.contains(&format!(" {bare} "))
    };
    topics.iter().filter(has).map(String::as_str).collect()
}

/// The folded words of a topic without an article before them.
fn bare(words: &str) -> &str {
    BEFORE
        .iter()
        .find_map(|word| words.strip_prefix(word)?.strip_prefix(' '))
        .unwrap_or(words)
}

/// Where the topics stand in a text, each wherever it does: its bytes, and the topic.
pub(crate) fn off_limits_at<'t>(text: &str, topics: &'t [String]) -> Vec<(Range<usize>, &'t str)> {
    let words = folded_words_at(text);
    let mut found = Vec::new();
    for topic in topics {
        let folded = fold_words(topic);
        let bare: Vec<&str> = bare(&folded).split(' ').collect();
        if bare == [""] {
            continue;
        }
        for stretch in words.windows(bare.len()) {
            let is_topic = stretch.iter().map(|(word, _)| word).eq(bare.iter());
            if let (true, [(_, first), ..], [.., (_, last)]) = (is_topic, stretch, stretch) {
                found.push((first.start..last.end, topic.as_str()));
            }
        }
    }
    found.sort_by_key(|(at, _)| at.start);
    found
}

/// The words of `fold_words`, each with the bytes of the text that it is folded from.
fn folded_words_at(text: &str) -> Vec<(String, Range<usize>)> {
    let mut words: Vec<(String, Range<usize>)> = Vec::new();
    let mut goes_on = false;
    for (at, letter) in text.char_indices() {
        let end = at + letter.len_utf8();
        for sign in fold(letter.encode_utf8(&mut [0; 4])).chars() {
            let is_of_word = sign.is_ascii_alphanumeric();
            match words.last_mut() {
                Some((word, range)) if is_of_word && goes_on => {
                    word.push(sign);
                    range.end = end;
                }
                _ if is_of_word => words.push((sign.to_string(), at..end)),
                _ => {}
            }
            goes_on = is_of_word;
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn whole_words_are_found_in_any_case_and_no_parts_of_words() {
        let topics = ["the merger", "Her visa", "pay round", "Zoë"].map(str::to_owned);
        let found = |text| off_limits_in(text, &topics);
        assert_eq!(found("We spoke of the MERGER, at length."), ["the merger"]);
        assert_eq!(found("Mergers are common; submerger"), [] as [&str; 0]);
        assert_eq!(found("zoe asked about visa"), ["Her visa", "Zoë"]);
        assert_eq!(found("round by round, the pay"), [] as [&str; 0]);
        assert_eq!(found("after the pay round"), ["pay round"]);
        assert_eq!(found(""), [] as [&str; 0]);
    }

    proptest! {
        #[test]
        fn a_topic_is_found_wherever_it_stands(topic in "[a-z]{3,9}( [a-z]{2,6})?", before in "[a-z ]{0,20}",
            after in "[a-z ]{0,20}") {
            let text = format!("{before} {}, {after}", topic.to_uppercase());
            prop_assert_eq!(off_limits_in(&text, std::slice::from_ref(&topic)), [topic.as_str()]);
        }

        /// The places are those of the topics that are found, whatever the text, and hold their words.
        #[test]
        fn the_places_are_those_of_the_topics_found(text in "([a-cé ½北.]{0,6}|the merger|Zoë){0,6}",
            topics in proptest::collection::vec("[a-c é北]{0,3}|Her merger|zoe|½", 0..4)) {
            let places = off_limits_at(&text, &topics);
            for topic in &topics {
                let is_found = off_limits_in(&text, &topics).contains(&topic.as_str());
                let is_placed = places.iter().any(|(_, placed)| placed == topic);
                prop_assert_eq!(is_found, is_placed, "{} in {}", topic, text);
            }
            for (at, topic) in places {
                let place = [text.get(at.clone()).unwrap().to_owned()];
                prop_assert!(fold_words(&place[0]).contains(bare(&fold_words(topic))), "{} at {:?}", topic, at);
            }
        }
    }
}
