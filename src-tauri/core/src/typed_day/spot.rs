//! Finds dates inside a sentence.

use std::ops::Range;

use super::words::{Word, word};
use super::{Context, TypedDay, parse};

/// The most words of a date ("on saturday the 14th of march 2027 in 12 months at 9 pm").
const MAX_WORDS: usize = 14;

/// A sentence whose words were looked up once, so that each place of it can be asked for a date.
pub(crate) struct Spotter {
    words: Vec<(Range<usize>, String)>,
}

impl Spotter {
    /// Looks up the words of a text.
    pub(crate) fn of(text: &str) -> Self {
        Self {
            words: words(text).collect(),
        }
    }

    /// The longest date that begins at byte `from` of the text, ends by byte `to` and consists of whole words.
    pub(crate) fn longest_at(
        &self,
        from: usize,
        to: usize,
        at: Context<'_>,
    ) -> Option<(Range<usize>, TypedDay)> {
        let first = self
            .words
            .iter()
            .position(|(place, _)| place.start == from)?;
        let run = self.words.get(first..)?;
        let run: Vec<&(Range<usize>, String)> = run
            .iter()
            .take(MAX_WORDS)
            .take_while(|(place, _)| place.end <= to)
            .collect();
        let meanings: Vec<Word<'_>> = run.iter().map(|(_, text)| word(text)).collect();
        (1..=meanings.len()).rev().find_map(|count| {
            let (words, places) = (meanings.get(..count)?, run.get(..count)?);
            if is_a_figure(places.first()?.1.as_str(), count) {
                return None;
            }
            if is_of_something(words, self.words.get(..first)?) {
                return None;
            }
            let next = self.words.get(first + count).filter(|(next, _)| {
                places
                    .last()
                    .is_some_and(|last| next.start == last.0.end + 1)
            });
            if next.is_some_and(|(_, next)| is_first_half(words, next)) {
                return None;
            }
            let read = parse(words, at)?;
            Some((from..places.last()?.0.end, read))
        })
    }
}

/// The longest run of whole words that is a date, and its byte range in the text. Of several, the one
/// with most words, then most bytes, then the last.
#[cfg(test)]
pub(crate) fn spot(text: &str, at: Context<'_>) -> Option<(Range<usize>, TypedDay)> {
    let spotter = Spotter::of(text);
    let found = spotter.words.iter().filter_map(|(place, _)| {
        let found = spotter.longest_at(place.start, text.len(), at)?;
        let count = words(text.get(found.0.clone())?).count();
        Some((count, found.0.len(), found))
    });
    found
        .max_by_key(|(count, long, _)| (*count, *long))
        .map(|(.., found)| found)
}

/// Words before "the summer" that make it a time.
const OVER: [&str; 5] = ["in", "over", "during", "since", "of"];
const ARTICLES: [&str; 9] = ["the", "a", "an", "my", "your", "his", "her", "their", "our"];

/// Whether a month or a season only says which thing is meant: "the spring fair", "his march budget". `before`: the
/// words before it.
fn is_of_something(words: &[Word<'_>], before: &[(Range<usize>, String)]) -> bool {
    let mut before = before.iter().rev().map(|(_, text)| text.as_str());
    let is_over = |word: Option<&str>| word.is_some_and(|word| OVER.contains(&word));
    match words {
        [Word::The, Word::Month(_) | Word::Season(_)] => !is_over(before.next()),
        [Word::About, Word::The, Word::Month(_) | Word::Season(_)] => true,
        [Word::Month(_) | Word::Season(_)] => {
            let has_article = before.next().is_some_and(|word| ARTICLES.contains(&word));
            has_article && !is_over(before.next())
        }
        _ => false,
    }
}

/// Words that may follow a day; others make one thing with it: "the summer house", "the friday club".
const GO_ON: [&str; 22] = [
    "i", "we", "he", "she", "they", "it", "and", "or", "but", "with", "about", "at", "in", "on",
    "to", "for", "from", "over", "by", "of", "before", "after",
];

/// Whether "the" and a season, month or weekday are the first half of a thing's name, by the word that follows. A word
/// that is itself of a day, "the friday before", is none.
fn is_first_half(words: &[Word<'_>], next: &str) -> bool {
    let is_one = matches!(
        words,
        [
            ..,
            Word::The,
            Word::Month(_) | Word::Season(_) | Word::Weekday(_)
        ]
    );
    is_one && matches!(word(next), Word::Other(_)) && !GO_ON.contains(&next)
}

/// Whether it is a decimal number alone. In a sentence "2.4" is a number and "2.4." a date, although
/// `typed_day` reads both as dates.
fn is_a_figure(word: &str, count: usize) -> bool {
    count == 1 && word.matches('.').count() == 1 && !word.ends_with('.')
}

/// The words in lower case without the punctuation around them, and their byte ranges. The final dot
/// of "3.3." is kept, because it distinguishes a date from a decimal number.
pub(super) fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    let mut next = 0;
    let pieces = text.split_inclusive(|c: char| c.is_whitespace() || c == ',');
    pieces.filter_map(move |piece| {
        let from = next;
        next += piece.len();
        let start = from + piece.len() - piece.trim_start_matches(is_around).len();
        let word = piece.trim_matches(is_around);
        let after = text.get(start + word.len()..)?;
        let dotted = word.contains('.') && after.starts_with('.');
        let place = start..start + word.len() + usize::from(dotted);
        let word = text.get(place.clone())?.to_lowercase();
        (!word.is_empty()).then_some((place, word))
    })
}

/// Whether the character is removed around words. A minus is not, so that "-5 days ago" is no date.
fn is_around(c: char) -> bool {
    c.is_whitespace() || ".,;:!?()[]\"'“”‘’„«»…".contains(c)
}
