//! Physical lines, however the program that wrote the file ended them.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// One physical line: `start..end` is its content, `next` is where the one after it starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub start: usize,
    pub end: usize,
    pub next: usize,
}

/// What ends a line, decided card by card from the end of its BEGIN line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// LF, CRLF, CRCRLF; a lone CR only where a property plainly starts after it.
    Usual,
    /// Every CR: old Macs.
    EveryCr,
}

/// The bytes of a range, as far as there are any.
pub(super) fn cut(bytes: &[u8], range: Range<usize>) -> &[u8] {
    bytes
        .get(range.start..range.end.min(bytes.len()))
        .unwrap_or_default()
}

/// The line that starts at `start`.
pub(super) fn line_at(bytes: &[u8], start: usize, breaks: Breaks) -> Line {
    let mut from = start;
    loop {
        let rest = bytes.get(from..).unwrap_or_default();
        let Some(found) = memchr2(b'\r', b'\n', rest) else {
            let end = bytes.len();
            return Line {
                start,
                end,
                next: end,
            };
        };
        let end = from + found;
        if breaks == Breaks::EveryCr {
            let next = end + cr_length(cut(bytes, end..end + 3));
            return Line { start, end, next };
        }
        // A run of CRs is taken whole: looked at one by one it would cost the square of its length.
        let run = rest.iter().skip(found).take_while(|b| **b == b'\r').count();
        let after = end + run;
        if bytes.get(after) == Some(&b'\n') {
            return Line {
                start,
                end,
                next: after + 1,
            };
        }
        if after == bytes.len() || looks_like_head(cut(bytes, after..bytes.len())) {
            return Line {
                start,
                end,
                next: after,
            };
        }
        from = after;
    }
}

/// The length of a line's end where every CR is one.
fn cr_length(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\r', b'\n'] => 3,
        [b'\r', b'\n', ..] => 2,
        _ => 1,
    }
}

impl Line {
    /// Its content.
    pub(super) fn of<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        cut(bytes, self.start..self.end)
    }

    /// How a card whose BEGIN line this is ends its lines.
    pub(super) fn breaks(&self, bytes: &[u8]) -> Breaks {
        match cut(bytes, self.end..self.next) {
            [b'\r', .., b'\n'] | [b'\n'] | [] => Breaks::Usual,
            _ => Breaks::EveryCr,
        }
    }
}

/// The lines of a stretch, one after the other.
pub(super) fn lines(bytes: &[u8], breaks: Breaks) -> impl Iterator<Item = Line> {
    let mut at = 0;
    std::iter::from_fn(move || {
        (at < bytes.len()).then(|| {
            let line = line_at(bytes, at, breaks);
            at = line.next;
            line
        })
    })
}

/// A space or a tab.
pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Nothing but spaces, tabs and carriage returns.
pub(super) fn blank(line: &[u8]) -> bool {
    line.iter().all(|b| is_blank(*b) || *b == b'\r')
}

/// Starts like `FN:` or `item1.TEL;`. Looks at no more than a few dozen bytes.
pub(super) fn looks_like_head(rest: &[u8]) -> bool {
    let word = rest
        .iter()
        .take(80)
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_'))
        .count();
    word > 0
        && rest.first().is_some_and(u8::is_ascii_alphabetic)
        && matches!(rest.get(word), Some(b':' | b';'))
}

/// The frame of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Begin,
    End,
}

/// BEGIN:VCARD or END:VCARD, in any case and spacing, and how many bytes of the line it takes.
/// `END:VCARDBEGIN:VCARD` is an END; the rest of the line is then read as a line of its own.
pub(super) fn mark(line: &[u8]) -> Option<(Mark, usize)> {
    let mut rest = line;
    while let [b' ' | b'\t', tail @ ..] | [0xEF, 0xBB, 0xBF, tail @ ..] = rest {
        rest = tail;
    }
    let (mark, rest) = match rest.first()? {
        b'B' | b'b' => (Mark::Begin, strip(rest, b"BEGIN")?),
        b'E' | b'e' => (Mark::End, strip(rest, b"END")?),
        _ => return None,
    };
    let rest = strip(trim_start(rest), b":")?;
    let rest = strip(trim_start(rest), b"VCARD")?;
    let ends = rest.first().is_none_or(|b| !b.is_ascii_graphic());
    let glued = mark == Mark::End && strip(rest, b"BEGIN").is_some();
    (ends || glued).then_some((mark, line.len() - rest.len()))
}

/// What follows `word`, whatever its case.
fn strip<'a>(bytes: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let (head, rest) = bytes.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// Without the spaces and tabs at its start.
pub(super) fn trim_start(bytes: &[u8]) -> &[u8] {
    let blanks = bytes.iter().take_while(|b| is_blank(**b)).count();
    cut(bytes, blanks..bytes.len())
}

/// Without the spaces, tabs and carriage returns at its end.
pub(super) fn trim_end(bytes: &[u8]) -> &[u8] {
    let kept = bytes
        .iter()
        .rposition(|b| !is_blank(*b) && *b != b'\r')
        .map_or(0, |last| last + 1);
    cut(bytes, 0..kept)
}

/// Where a property's name and parameters end.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Colon {
    /// The first colon outside quotes.
    pub found: Option<usize>,
    /// The first colon at all: for a quote that never closes.
    pub spare: Option<usize>,
    /// Inside a quote at the end of what was searched.
    pub quoted: bool,
}

impl Colon {
    /// Searches one more stretch, which starts at `offset`.
    pub(super) fn search(&mut self, stretch: &[u8], offset: usize) {
        let mut at = 0;
        while let Some(found) = memchr2(b':', b'"', stretch.get(at..).unwrap_or_default()) {
            at += found;
            if stretch.get(at) == Some(&b'"') {
                self.quoted = !self.quoted;
            } else if self.quoted {
                self.spare.get_or_insert(offset + at);
            } else {
                self.found = Some(offset + at);
                return;
            }
            at += 1;
        }
    }
}

/// Whether a head has parameters at all.
pub(super) fn has_params(head: &[u8]) -> bool {
    memchr(b';', head).is_some() || memchr(b',', head).is_some()
}
