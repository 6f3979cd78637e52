//! Iterates over the cards of a file.

use super::lines::{Breaks, Line, Mark, blank, cut, line_at, mark};
use super::scan::Scan;
use super::{Card, CardOrUnreadable, Limits, Text, Unreadable, UnreadableReason};

/// Iterator over the cards of a text, made by [`cards()`].
#[derive(Debug, Clone)]
pub struct Cards<'a> {
    bytes: &'a [u8],
    limits: Limits,
    at: usize,
    line: u32,
    /// Whether an item was returned already: only then a file without BEGIN needs no `NoCard`.
    returned_any: bool,
}

/// The cards of a text in file order, in constant memory. A text of white space has none; other text
/// without any card gives one [`UnreadableReason::NoCard`].
pub fn cards<'a>(text: &'a Text<'_>, limits: &Limits) -> Cards<'a> {
    Cards::new(text.bytes(), *limits)
}

/// The first card in the bytes of a stored source card, without limits: they were checked when the
/// card was imported. `None` where the bytes hold no readable card.
pub fn one(raw: &[u8]) -> Option<Card<'_>> {
    Cards::new(raw, Limits::NONE).find_map(|found| match found {
        CardOrUnreadable::Card(card) => Some(card),
        CardOrUnreadable::Unreadable(_) => None,
    })
}

impl<'a> Cards<'a> {
    fn new(bytes: &'a [u8], limits: Limits) -> Self {
        Self {
            bytes,
            limits,
            at: 0,
            line: 1,
            returned_any: false,
        }
    }

    /// The next BEGIN line. Lines before it are skipped.
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

    /// `NoCard` for the whole text, once, if it has text but no BEGIN line.
    fn no_card(&mut self) -> Option<CardOrUnreadable<'a>> {
        if std::mem::replace(&mut self.returned_any, true)
            || cut(self.bytes, 0..self.bytes.len())
                .split(|b| *b == b'\n')
                .all(blank)
        {
            return None;
        }
        let span = 0..self.bytes.len();
        Some(CardOrUnreadable::Unreadable(Unreadable {
            line: 1,
            span,
            reason: UnreadableReason::NoCard,
        }))
    }
}

impl<'a> Iterator for Cards<'a> {
    type Item = CardOrUnreadable<'a>;

    fn next(&mut self) -> Option<CardOrUnreadable<'a>> {
        let Some(begin) = self.begin() else {
            return self.no_card();
        };
        self.returned_any = true;
        let scanned = Scan::new(self.bytes, begin, self.line, self.limits).run();
        self.at = scanned.next;
        self.line = scanned.next_line;
        Some(scanned.found)
    }
}
