//! Topics to leave alone, looked for in a text as folded whole words. Pure.

use crate::fold::fold_words;

/// Words before a topic that do not belong to it: "the merger".
const BEFORE: [&str; 9] = ["the", "a", "an", "my", "his", "her", "their", "our", "your"];

/// Those of the topics that a text has: all their words, whole and in their order, in whatever case and with or
/// without accents.
pub(crate) fn off_limits_in<'t>(text: &str, topics: &'t [String]) -> Vec<&'t str> {
    let text = format!(" {} ", fold_words(text));
    let has = |topic: &&String| {
        let words = fold_words(topic);
        let bare = BEFORE
            .iter()
            .find_map(|word| words.strip_prefix(&format!("{word} ")))
            .unwrap_or(&words);
        !bare.is_empty() && text.contains(&format!(" {bare} "))
    };
    topics.iter().filter(has).map(String::as_str).collect()
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
    }
}
