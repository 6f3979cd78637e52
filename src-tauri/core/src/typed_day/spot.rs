//! Finds a date inside a sentence.

use std::ops::Range;

use chrono::NaiveDate;

use super::{Context, Lean, TypedDay, parse};
use crate::days::DateOrder;

/// The most words of a date ("on saturday the 14th of march 2027 in 12 months at 9 pm").
const MAX_WORDS: usize = 14;

/// The longest run of whole words that is a date, and its byte range in the text. Of several, the one
/// with most words, then most bytes, then the last.
pub(crate) fn spot(
    text: &str,
    today: NaiveDate,
    lean: Lean,
    order: DateOrder,
) -> Option<(Range<usize>, TypedDay)> {
    let words: Vec<(Range<usize>, String)> = words(text).collect();
    let names: Vec<&str> = words.iter().map(|(_, word)| word.as_str()).collect();
    for count in (1..=MAX_WORDS.min(names.len())).rev() {
        let best = names
            .windows(count)
            .zip(words.windows(count))
            .filter(|(run, _)| !is_a_figure(run))
            .filter_map(|(run, places)| {
                let found = parse(run, Context { today, lean, order })?;
                let (first, last) = (places.first()?, places.last()?);
                Some((first.0.start..last.0.end, found))
            })
            .max_by_key(|(place, _)| place.len());
        if best.is_some() {
            return best;
        }
    }
    None
}

/// Whether the run is a decimal number. In a sentence "2.4" is a number and "2.4." a date, although
/// `typed_day` reads both as dates.
fn is_a_figure(run: &[&str]) -> bool {
    let [word] = run else { return false };
    word.matches('.').count() == 1 && !word.ends_with('.')
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
