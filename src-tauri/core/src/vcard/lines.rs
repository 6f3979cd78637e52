//! Physical lines, with any line break that programs write: LF, CRLF, CRCRLF, CR.

use std::ops::Range;

use memchr::{memchr, memchr2};

/// One physical line: `start..end` is its content, `next` is where the following line starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    pub start: usize,
    pub end: usize,
    pub next: usize,
}

/// What ends a line of a card. Decided by the line break after the card's BEGIN.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Breaks {
    /// LF, CRLF, CRCRLF; a CR without LF only where the text after it starts like a property.
    Usual,
    /// Every CR ends a line, as on old Macs.
    EveryCr,
}

/// The bytes of a range, cut at the end of `bytes`. Empty where the range starts beyond it.
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
        // A run of CRs is handled at once: one CR at a time would take quadratic time.
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

/// The length of the line break that `rest` starts with, where every CR ends a line.
fn cr_length(rest: &[u8]) -> usize {
    match rest {
        [b'\r', b'\r', b'\n'] => 3,
        [b'\r', b'\n', ..] => 2,
        _ => 1,
    }
}

impl Line {
    /// The line's content, without its line break. `bytes` are those that the line was found in.
    pub(super) fn of<'a>(&self, bytes: &'a [u8]) -> &'a [u8] {
        cut(bytes, self.start..self.end)
    }

    /// What ends the lines of the card that this BEGIN line starts.
    pub(super) fn breaks(&self, bytes: &[u8]) -> Breaks {
        match cut(bytes, self.end..self.next) {
            [b'\r', .., b'\n'] | [b'\n'] | [] => Breaks::Usual,
            _ => Breaks::EveryCr,
        }
    }
}

/// Iterates over the lines of `bytes`.
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

/// Whether the line holds only spaces, tabs and carriage returns.
pub(super) fn blank(line: &[u8]) -> bool {
    line.iter().all(|b| is_blank(*b) || *b == b'\r')
}

/// Whether `rest` starts like a property: `FN:` or `item1.TEL;`. Looks at 80 bytes at most.
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

/// The lines that enclose a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Boundary {
    Begin,
    End,
}

/// Recognises BEGIN:VCARD and END:VCARD in any case and spacing. The number is how many bytes of the
/// line the boundary takes. `END:VCARDBEGIN:VCARD` is an END; the caller reads the rest as another line.
pub(super) fn boundary(line: &[u8]) -> Option<(Boundary, usize)> {
    let mut rest = line;
    while let [b' ' | b'\t', tail @ ..] | [0xEF, 0xBB, 0xBF, tail @ ..] = rest {
        rest = tail;
    }
    let (boundary, rest) = match rest.first()? {
        b'B' | b'b' => (Boundary::Begin, strip(rest, b"BEGIN")?),
        b'E' | b'e' => (Boundary::End, strip(rest, b"END")?),
        _ => return None,
    };
    let rest = strip(trim_start(rest), b":")?;
    let rest = strip(trim_start(rest), b"VCARD")?;
    let ends = rest.first().is_none_or(|b| !b.is_ascii_graphic());
    let glued = boundary == Boundary::End && strip(rest, b"BEGIN").is_some();
    (ends || glued).then_some((boundary, line.len() - rest.len()))
}

/// What follows `word` in `bytes`, ignoring case; `None` where `bytes` do not start with it.
fn strip<'a>(bytes: &'a [u8], word: &[u8]) -> Option<&'a [u8]> {
    let (head, rest) = bytes.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// Removes spaces and tabs at the start.
pub(super) fn trim_start(bytes: &[u8]) -> &[u8] {
    let blanks = bytes.iter().take_while(|b| is_blank(**b)).count();
    cut(bytes, blanks..bytes.len())
}

/// Removes spaces, tabs and carriage returns at the end.
pub(super) fn trim_end(bytes: &[u8]) -> &[u8] {
    let kept = bytes
        .iter()
        .rposition(|b| !is_blank(*b) && *b != b'\r')
        .map_or(0, |last| last + 1);
    cut(bytes, 0..kept)
}

/// The search for the colon between a property's head and its value.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Colon {
    /// The first colon outside quotes.
    pub found: Option<usize>,
    /// The first colon inside quotes: used if the quote is never closed.
    pub in_quotes: Option<usize>,
    /// Whether the searched text ends inside a quote.
    pub quoted: bool,
}

impl Colon {
    /// Searches the next stretch of the head. `offset` is its position in the text.
    pub(super) fn search(&mut self, stretch: &[u8], offset: usize) {
        let mut at = 0;
        while let Some(found) = memchr2(b':', b'"', stretch.get(at..).unwrap_or_default()) {
            at += found;
            if stretch.get(at) == Some(&b'"') {
                self.quoted = !self.quoted;
            } else if self.quoted {
                self.in_quotes.get_or_insert(offset + at);
            } else {
                self.found = Some(offset + at);
                return;
            }
            at += 1;
        }
    }
}

/// Whether a head has parameters.
pub(super) fn has_params(head: &[u8]) -> bool {
    memchr(b';', head).is_some() || memchr(b',', head).is_some()
}
