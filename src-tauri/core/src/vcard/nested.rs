//! A BEGIN inside a card: nested, or the next card of a file that forgot an END?

use super::lines::{Breaks, Line, Mark, blank, line_at, mark};

/// How many BEGIN and END lines are looked at before giving up on "nested".
const MARKS: usize = 64;

/// What a BEGIN inside a card is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Inner {
    /// A card inside this one: both have their END.
    Nested,
    /// The next card; this one has no END.
    Sibling,
    /// BEGIN upon BEGIN with nothing between.
    TooDeep,
}

/// Looks ahead from the inner BEGIN. If both cards close, it is nested. The look is short, so that
/// a file without a single END is still read in linear time.
pub(super) fn inner(bytes: &[u8], begin: Line, breaks: Breaks, nesting: usize) -> Inner {
    let (mut depth, mut marks, mut at) = (1_usize, 0, begin.start);
    let mut bare = true;
    while at < bytes.len() && marks < MARKS {
        let line = line_at(bytes, at, breaks);
        let content = line.of(bytes);
        at = line.next;
        match mark(content) {
            Some((Mark::Begin, _)) => depth += 1,
            Some((Mark::End, _)) => depth -= 1,
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
