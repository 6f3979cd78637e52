//! Decides what a BEGIN inside a card means: a nested card, or the next card after a missing END.

use super::lines::{Boundary, Breaks, Line, blank, boundary, line_at};

/// The look ahead stops after this many BEGIN and END lines; the answer is then `Sibling`.
const MAX_MARKS: usize = 64;

/// What a BEGIN inside a card is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inner {
    /// A card inside this one: both have an END.
    Nested,
    /// The next card; the current one has no END.
    Sibling,
    /// More BEGIN lines than the nesting limit, with only blank lines between them.
    TooDeep,
}

/// Looks ahead from the inner BEGIN; it is nested if both cards are closed. The look ahead is short, so
/// that a file without any END is still read in linear time.
pub(super) fn inner(bytes: &[u8], begin: Line, breaks: Breaks, nesting: usize) -> Inner {
    let (mut depth, mut marks, mut at) = (1_usize, 0, begin.start);
    let mut bare = true;
    while at < bytes.len() && marks < MAX_MARKS {
        let line = line_at(bytes, at, breaks);
        let content = line.of(bytes);
        at = line.next;
        match boundary(content) {
            Some((Boundary::Begin, _)) => depth += 1,
            Some((Boundary::End, _)) => depth -= 1,
            None => {
                bare &= blank(content);
                continue;
            }
        }
        marks += 1;
        if depth == 0 {
            return Inner::Nested;
        }
        if depth > nesting {
            return if bare { Inner::TooDeep } else { Inner::Sibling };
        }
    }
    Inner::Sibling
}
