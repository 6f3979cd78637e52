//! What of a text had better not be sent to somebody: words of private lines about them, and topics that are off
//! limits with them.

use std::collections::HashSet;

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

use super::DraftSort;
use super::usual::usual;
use crate::book::Book;
use crate::boundaries::{boundary_rows, off_limits_at};
use crate::error::{Error, Result};
use crate::facts::fact_rows;
use crate::fold::name_key;
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::store::Tx;

/// Shorter words of a private line tell nothing of it.
const MIN_LETTERS: usize = 5;
/// Longer texts are not looked through.
const LONGEST: usize = 50_000;

/// Why words of a text are marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MarkSort {
    /// They may tell of a private line.
    Private,
    /// They are a topic that is off limits.
    OffLimits,
}

/// Words of a text that tell of something private, or are off limits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DraftMark {
    /// The first position, in UTF-16 code units, as the page counts them.
    pub from: usize,
    /// The position after the last.
    pub to: usize,
    /// Why they are marked.
    pub sort: MarkSort,
    /// It in words: "Private: Her father is in care", "Off limits with Ilse: the merger".
    pub why: String,
}

impl Book {
    /// The words of a text to somebody that tell of a private line about them or are off limits with them, in their
    /// order.
    ///
    /// # Errors
    /// `Invalid` for a text of more than 50,000 characters; storage errors.
    pub fn draft_marks(&self, person: PersonId, text: &str) -> Result<Vec<DraftMark>> {
        if text.chars().count() > LONGEST {
            return Err(Error::invalid(
                "text",
                "A draft holds 50,000 characters at most.",
            ));
        }
        self.read(|tx| marks(tx, person, text))
    }
}

pub(super) fn marks(tx: &Tx<'_>, person: PersonId, text: &str) -> Result<Vec<DraftMark>> {
    let facts = fact_rows::of_person(tx, person)?;
    let common = common_words();
    let private: Vec<(HashSet<String>, String)> = facts
        .iter()
        .filter(|fact| fact.private)
        .map(|fact| (telling_words(&fact.text, &common), fact.text.clone()))
        .collect();
    let mut marks = found(text, &private);
    let topics = boundary_rows::off_limits_of(tx, person)?;
    if !topics.is_empty() {
        let name = person_rows::get(tx, person)?.name;
        marks.extend(off_limits(text, &topics, name.first()));
        marks.sort_by_key(|mark| (mark.from, mark.to));
    }
    Ok(marks)
}

fn off_limits(text: &str, topics: &[String], name: &str) -> Vec<DraftMark> {
    let units = |end: usize| {
        text.get(..end)
            .map_or(0, |text| text.encode_utf16().count())
    };
    let found = off_limits_at(text, topics).into_iter();
    found
        .map(|(at, topic)| DraftMark {
            from: units(at.start),
            to: units(at.end),
            sort: MarkSort::OffLimits,
            why: format!("Off limits with {name}: {topic}"),
        })
        .collect()
}

/// Words of the usual templates tell nothing, in whichever line they stand.
fn common_words() -> HashSet<String> {
    DraftSort::ALL
        .iter()
        .flat_map(|sort| <[&str; 2]>::from(usual(*sort)))
        .flat_map(str::unicode_words)
        .map(name_key)
        .collect()
}

/// The words of a line that tell of it: those long enough, or all where none is.
fn telling_words(line: &str, common: &HashSet<String>) -> HashSet<String> {
    let words: HashSet<String> = line.unicode_words().map(name_key).collect();
    let long = words
        .iter()
        .filter(|word| word.chars().count() >= MIN_LETTERS && !common.contains(*word));
    match long.clone().next() {
        Some(_) => long.cloned().collect(),
        None => words,
    }
}

fn found(text: &str, private: &[(HashSet<String>, String)]) -> Vec<DraftMark> {
    let mut marks = Vec::new();
    if private.is_empty() {
        return marks;
    }
    let mut at = 0;
    for word in text.split_word_bounds() {
        let to = at + word.encode_utf16().count();
        let key = name_key(word);
        let line = private.iter().find(|(words, _)| words.contains(&key));
        if let Some((_, line)) = line.filter(|_| word.chars().any(char::is_alphanumeric)) {
            marks.push(DraftMark {
                from: at,
                to,
                sort: MarkSort::Private,
                why: format!("Private: {line}"),
            });
        }
        at = to;
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str, lines: &[&str]) -> Vec<String> {
        let common = common_words();
        let private: Vec<_> = lines
            .iter()
            .map(|line| (telling_words(line, &common), (*line).to_owned()))
            .collect();
        let units: Vec<u16> = text.encode_utf16().collect();
        found(text, &private)
            .iter()
            .map(|mark| String::from_utf16(&units[mark.from..mark.to]).unwrap())
            .collect()
    }

    #[test]
    fn words_of_a_private_line_are_marked_in_any_spelling() {
        let lines = ["Her father is in care", "Zürich"];
        assert_eq!(
            marked("Dear Ilse 🙂, how is your FATHER? In Zurich?", &lines),
            ["FATHER", "Zurich"]
        );
        assert!(marked("I would be glad to hear how it is going.", &lines).is_empty());
    }

    #[test]
    fn a_line_of_short_words_is_marked_by_all_of_them() {
        assert_eq!(marked("He is on IV.", &["on IV"]), ["on", "IV"]);
    }

    #[test]
    fn topics_off_limits_are_marked_whole_where_they_stand() {
        let text = "🙂 About the pay ROUND, and pay. Mergers?";
        let marks = off_limits(
            text,
            &["the pay round".to_owned(), "merger".to_owned()],
            "Ilse",
        );
        let [mark] = &marks[..] else {
            panic!("{marks:?}")
        };
        let units: Vec<u16> = text.encode_utf16().collect();
        let words = String::from_utf16(&units[mark.from..mark.to]).unwrap();
        assert_eq!(
            (words.as_str(), mark.sort),
            ("pay ROUND", MarkSort::OffLimits)
        );
        assert_eq!(mark.why, "Off limits with Ilse: the pay round");
    }

    #[test]
    fn nothing_private_marks_nothing() {
        assert!(marked("father", &[]).is_empty());
    }
}
