//! The walk through a file, a card at a time.

use super::lines::{Breaks, Line, Mark, blank, cut, line_at, mark};
use super::scan::Scan;
use super::{Card, Found, Limits, Reason, Text, Unreadable};

/// The cards of a text, one at a time.
#[derive(Debug, Clone)]
pub struct Cards<'a> {
    bytes: &'a [u8],
    limits: Limits,
    at: usize,
    line: u32,
    /// A BEGIN was met.
    met: bool,
}

/// The cards of a text, one at a time and in constant memory. An empty text has none.
pub fn cards<'a>(text: &'a Text<'_>, limits: &Limits) -> Cards<'a> {
    Cards::new(text.bytes(), *limits)
}

/// The one card in these bytes, which were read before: a stored source card.
pub fn one(raw: &[u8]) -> Option<Card<'_>> {
    Cards::new(raw, Limits::NONE).find_map(|found| match found {
        Found::Card(card) => Some(card),
        Found::Unreadable(_) => None,
    })
}

impl<'a> Cards<'a> {
    fn new(bytes: &'a [u8], limits: Limits) -> Self {
        Self {
            bytes,
            limits,
            at: 0,
            line: 1,
            met: false,
        }
    }

    /// The next BEGIN line; what stands before it is passed over.
    fn begin(&mut self) -> Option<Line> {
        while self.at < self.bytes.len() {
            let line = line_at(self.bytes, self.at, Breaks::Usual);
            if let Some((Mark::Begin, _)) = mark(line.of(self.bytes)) {
                return Some(line);
            }
            self.at = line.next;
            self.line = self.line.saturating_add(1);
        }
        None
    }

    /// Said once, of a file with text but no card.
    fn no_card(&mut self) -> Option<Found<'a>> {
        if std::mem::replace(&mut self.met, true)
            || cut(self.bytes, 0..self.bytes.len())
                .split(|b| *b == b'\n')
                .all(blank)
        {
            return None;
        }
        let span = 0..self.bytes.len();
        Some(Found::Unreadable(Unreadable {
            line: 1,
            span,
            reason: Reason::NoCard,
        }))
    }
}

impl<'a> Iterator for Cards<'a> {
    type Item = Found<'a>;

    fn next(&mut self) -> Option<Found<'a>> {
        let Some(begin) = self.begin() else {
            return self.no_card();
        };
        self.met = true;
        let scanned = Scan::new(self.bytes, begin, self.line, self.limits).run();
        self.at = scanned.next;
        self.line = scanned.next_line;
        Some(scanned.found)
    }
}
