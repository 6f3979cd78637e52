//! Iterates over the cards of a file.

use std::collections::VecDeque;

use super::lines::{Boundary, Breaks, blank, boundary, cut, line_at};
use super::scan::{NestedCard, Scan, Scanned, known_head};
use super::{Card, CardOrUnreadable, Limits, Text, Unreadable, UnreadableReason, Version};

/// Iterator over the cards of a text, made by [`cards()`].
#[derive(Debug, Clone)]
pub struct Cards<'a> {
    bytes: &'a [u8],
    limits: Limits,
    at: usize,
    line: u32,
    /// Whether an item was returned already: only then a file without BEGIN needs no `NoCard`.
    returned_any: bool,
    /// Cards that stand in a card that was returned, and are still to be returned.
    waiting: VecDeque<Waiting>,
}

/// A card inside another one.
#[derive(Debug, Clone)]
struct Waiting {
    card: NestedCard,
    /// Where the outer card starts.
    inside: usize,
    /// The version of the outer card.
    version: Version,
}

/// Whether a text may hold cards: it has the word VCARD in it, or a line that begins like a name. A picture or a letter
/// has neither, and is not read as one long unreadable card.
pub fn may_hold_cards(text: &Text<'_>) -> bool {
    let bytes = text.bytes();
    let is_word = |some: &[u8]| some.eq_ignore_ascii_case(b"VCARD");
    let starts: [&[u8]; 4] = [b"FN:", b"FN;", b"N:", b"N;"];
    let is_name = |line: &[u8]| {
        let line = line.trim_ascii_start();
        starts.iter().any(|start| {
            line.get(..start.len())
                .is_some_and(|own| own.eq_ignore_ascii_case(start))
        })
    };
    bytes.windows(5).any(is_word)
        || bytes
            .split(|byte| matches!(byte, b'\n' | b'\r'))
            .any(is_name)
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
            waiting: VecDeque::new(),
        }
    }

    /// The scan of the next card: from its BEGIN line, or from its first property if BEGIN is missing.
    /// Lines before it are skipped.
    fn next_scan(&mut self) -> Option<Scan<'a>> {
        let mut first = None;
        while self.at < self.bytes.len() {
            let line = line_at(self.bytes, self.at, Breaks::Usual);
            match boundary(line.of(self.bytes)) {
                Some((Boundary::Begin, _)) => {
                    return Some(Scan::new(self.bytes, line, self.line, self.limits));
                }
                Some((Boundary::End, _)) => {
                    if let Some((first, number)) = first {
                        return Some(Scan::without_begin(self.bytes, first, number, self.limits));
                    }
                }
                None if known_head(line.of(self.bytes)) => {
                    first.get_or_insert((line, self.line));
                }
                None => {}
            }
            self.at = line.next;
            self.line = self.line.saturating_add(1);
        }
        None
    }

    /// What a scan found. The cards inside it are returned after it.
    fn take(&mut self, scanned: Scanned<'a>) -> Option<CardOrUnreadable<'a>> {
        let start = scanned.start;
        let waiting = scanned.nested.into_iter().map(|card| Waiting {
            card,
            inside: start,
            version: scanned.version,
        });
        self.waiting.extend(waiting);
        scanned.found
    }

    /// The next card that stands in one that was returned.
    fn next_inside(&mut self) -> Option<CardOrUnreadable<'a>> {
        loop {
            let next = self.waiting.pop_front()?;
            let begin = line_at(self.bytes, next.card.span.start, Breaks::Usual);
            let scanned = Scan::new(self.bytes, begin, next.card.line, self.limits).run();
            let mut found = self.take(scanned);
            if let Some(CardOrUnreadable::Card(card)) = &mut found {
                card.inside = Some(next.inside);
                if card.inherits_version {
                    card.set_version(next.version);
                }
            }
            if found.is_some() {
                return found;
            }
        }
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

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(found) = self.next_inside() {
                return Some(found);
            }
            let Some(scan) = self.next_scan() else {
                return self.no_card();
            };
            self.returned_any = true;
            let scanned = scan.run();
            self.at = scanned.next;
            self.line = scanned.next_line;
            if let Some(found) = self.take(scanned) {
                return Some(found);
            }
        }
    }
}
