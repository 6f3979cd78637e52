//! Fills a template: what is not known takes its whole sentence away. Pure.

use std::collections::HashMap;

use unicode_segmentation::UnicodeSegmentation;

use super::parts::{DraftPart, Stretch};

/// Stands for a part while sentences are told apart; no text of a template holds it.
const STANDS_FOR_PART: char = '\u{fffc}';

/// A piece of a filled text: words of the template, or of a part.
pub(super) type Piece = (Option<DraftPart>, String);

/// What a template becomes with these values. A sentence with a part that has none is left out, and a line of which
/// no sentence is left; of several empty lines one stays. Texts of parts stand on one line each.
pub(super) fn fill(template: &[Stretch], values: &HashMap<DraftPart, String>) -> Vec<Piece> {
    let (text, parts) = with_stand_ins(template);
    let mut parts = parts.into_iter();
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for line in text.lines() {
        let mut pieces = Vec::new();
        let mut left_out = false;
        for sentence in line.split_sentence_bounds() {
            let count = sentence.matches(STANDS_FOR_PART).count();
            let of_sentence: Vec<DraftPart> = parts.by_ref().take(count).collect();
            match of_sentence.iter().all(|part| values.contains_key(part)) {
                true => put_sentence(&mut pieces, sentence, &of_sentence, values),
                false => left_out = true,
            }
        }
        trim_end(&mut pieces);
        let is_empty = pieces.is_empty();
        let follows_empty = lines.last().is_none_or(Vec::is_empty);
        if !(is_empty && (left_out || follows_empty)) {
            lines.push(pieces);
        }
    }
    while lines.last().is_some_and(Vec::is_empty) {
        lines.pop();
    }
    joined(lines)
}

/// The template with a stand-in for each part, and the parts in their order.
fn with_stand_ins(template: &[Stretch]) -> (String, Vec<DraftPart>) {
    let mut text = String::new();
    let mut parts = Vec::new();
    for stretch in template {
        match stretch {
            Stretch::Text(words) => text.push_str(&words.replace(STANDS_FOR_PART, "")),
            Stretch::Part(part) => {
                text.push(STANDS_FOR_PART);
                parts.push(*part);
            }
        }
    }
    (text, parts)
}

fn put_sentence(
    pieces: &mut Vec<Piece>,
    sentence: &str,
    parts: &[DraftPart],
    values: &HashMap<DraftPart, String>,
) {
    let mut parts = parts.iter();
    for (at, words) in sentence.split(STANDS_FOR_PART).enumerate() {
        if at > 0
            && let Some(part) = parts.next()
        {
            let value = values.get(part).map_or("", String::as_str);
            pieces.push((Some(*part), one_line(value)));
        }
        push_words(pieces, words);
    }
}

/// Words after words are one piece.
fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some((None, last)) => last.push_str(words),
        _ => pieces.push((None, words.to_owned())),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn trim_end(pieces: &mut Vec<Piece>) {
    while let Some((None, last)) = pieces.last_mut() {
        last.truncate(last.trim_end().len());
        if !last.is_empty() {
            break;
        }
        pieces.pop();
    }
}

fn joined(lines: Vec<Vec<Piece>>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, line) in lines.into_iter().enumerate() {
        if at > 0 {
            push_words(&mut pieces, "\n");
        }
        for (part, words) in line {
            match part {
                Some(_) => pieces.push((part, words)),
                None => push_words(&mut pieces, &words),
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::parts::{WORDS, stretches};
    use super::super::usual::usual;
    use super::*;
    use crate::drafts::DraftSort;

    fn text(template: &str, values: &[(DraftPart, &str)]) -> String {
        let values = values
            .iter()
            .map(|(part, value)| (*part, (*value).to_owned()));
        let pieces = fill(&stretches(template).unwrap(), &values.collect());
        pieces.into_iter().map(|(_, words)| words).collect()
    }

    const NAMED: (DraftPart, &str) = (DraftPart::FirstName, "Ilse");

    #[test]
    fn a_part_that_is_not_known_takes_its_sentence_away() {
        let template = "Dear {first name},\n\nIt was good to talk {when we talked}. We both know {whom we both know}. \
                        Shall we stay in touch?";
        assert_eq!(
            text(template, &[NAMED]),
            "Dear Ilse,\n\nShall we stay in touch?"
        );
        assert_eq!(
            text(template, &[NAMED, (DraftPart::LastTalk, "yesterday")]),
            "Dear Ilse,\n\nIt was good to talk yesterday. Shall we stay in touch?"
        );
    }

    #[test]
    fn a_line_of_which_nothing_is_left_goes_with_its_break() {
        let template =
            "Dear {first name},\n\nCongratulations, {new role}.\n\nAll the best\n{my name}\n";
        assert_eq!(text(template, &[NAMED]), "Dear Ilse,\n\nAll the best");
    }

    #[test]
    fn what_is_filled_in_is_no_template_and_ends_no_sentence() {
        let template = "I kept {something to share} for you. Bye.";
        let value = (DraftPart::ToShare, "What is drift? {my name}. A\nstory <b>");
        assert_eq!(
            text(template, &[value]),
            "I kept What is drift? {my name}. A story <b> for you. Bye."
        );
    }

    #[test]
    fn sentences_end_as_the_language_has_it() {
        let value = (DraftPart::FirstName, "佐藤");
        assert_eq!(
            text("{first name}さん。{new role}ですね。お元気で。", &[value]),
            "佐藤さん。お元気で。"
        );
    }

    #[test]
    fn usual_templates_hold_without_anything_known() {
        for sort in DraftSort::ALL {
            let (_, body) = usual(sort);
            let filled = text(body, &[NAMED]);
            assert!(filled.contains("Ilse"), "{filled}");
            assert!(filled.len() > 20, "{sort:?}: {filled}");
        }
    }

    proptest! {
        /// No text shows a brace or half a sentence, whatever is known.
        #[test]
        fn no_brace_and_no_hole_is_ever_shown(sort in 0_usize..DraftSort::ALL.len(), known in proptest::collection::vec(any::<bool>(), WORDS.len())) {
            let sort = DraftSort::ALL[sort];
            let known = WORDS.iter().zip(known).filter(|(_, known)| *known);
            let values: HashMap<DraftPart, String> = known.map(|((part, _), _)| (*part, "Something".to_owned())).collect();
            for template in [usual(sort).0, usual(sort).1] {
                let template = stretches(template).unwrap();
                let pieces = fill(&template, &values);
                let words: String = pieces.iter().map(|(_, words)| words.as_str()).collect();
                prop_assert!(!words.contains(['{', '}', STANDS_FOR_PART]), "{words}");
                prop_assert!(!words.contains("\n\n\n") && words == words.trim(), "{words:?}");
                for (part, words) in &pieces {
                    prop_assert!(part.is_none_or(|part| values.get(&part) == Some(words)));
                }
                let wanted = |part: &DraftPart| values.contains_key(part);
                let all_known = template.iter().all(|one| match one { Stretch::Part(part) => wanted(part), Stretch::Text(_) => true });
                if all_known {
                    let parts = template.iter().filter(|one| matches!(one, Stretch::Part(_))).count();
                    prop_assert_eq!(pieces.iter().filter(|(part, _)| part.is_some()).count(), parts);
                }
            }
        }
    }
}
