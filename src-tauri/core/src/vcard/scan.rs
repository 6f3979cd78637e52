//! Finds the properties of one card, from BEGIN to its END. Nothing is decoded here.

use super::card::{kind, version};
use super::head::{self, Wrapping};
use super::lines::{
    Boundary, Breaks, Colon, Line, blank, boundary, cut, has_params, is_blank, line_at,
    looks_like_head, trim_end,
};
use super::nested::{Inner, inner};
use super::{
    Card, CardKind, CardOrUnreadable, Limits, Property, Unreadable, UnreadableReason, Version,
};

/// The result of one scan, and where the next scan starts.
pub(super) struct Scanned<'a> {
    /// `None` for an envelope: a card that holds nothing but other cards.
    pub found: Option<CardOrUnreadable<'a>>,
    /// Where the card starts.
    pub start: usize,
    /// The version of the card, which cards inside it have too if they name none.
    pub version: Version,
    /// The cards inside the card.
    pub nested: Vec<NestedCard>,
    pub next: usize,
    pub next_line: u32,
}

/// A card inside another one: its bytes, and the line it starts on.
#[derive(Debug, Clone)]
pub(super) struct NestedCard {
    pub span: std::ops::Range<usize>,
    pub line: u32,
}

/// A property whose last line is not yet known.
struct Open {
    start: usize,
    line: u32,
    colon: Colon,
    wrapping: Wrapping,
    /// Its last physical line.
    last: Line,
    /// Whether blank lines stand between `last` and the current line.
    blank_since: bool,
    folded: bool,
    agent: bool,
}

pub(super) struct Scan<'a> {
    bytes: &'a [u8],
    limits: Limits,
    breaks: Breaks,
    start: usize,
    first_line: u32,
    at: usize,
    line: u32,
    properties: Vec<Property<'a>>,
    open: Option<Open>,
    /// How many nested cards are open at the current line.
    depth: usize,
    nested: Vec<NestedCard>,
    /// Start and line of the nested card that is open, unless it is an AGENT's.
    nested_from: Option<(usize, u32)>,
    fault: Option<UnreadableReason>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(bytes: &'a [u8], begin: Line, line: u32, limits: Limits) -> Self {
        Self {
            bytes,
            limits,
            breaks: begin.breaks(bytes),
            start: begin.start,
            first_line: line,
            at: begin.next,
            line: line.saturating_add(1),
            properties: Vec::new(),
            open: None,
            depth: 0,
            nested: Vec::new(),
            nested_from: None,
            fault: None,
        }
    }

    /// A scan of a card whose BEGIN is missing: `first` is the line of its first property.
    pub(super) fn without_begin(bytes: &'a [u8], first: Line, line: u32, limits: Limits) -> Self {
        Self {
            at: first.start,
            line,
            ..Self::new(bytes, first, line, limits)
        }
    }

    /// Scans to END, to the next card's BEGIN where END is missing, or to the end of the file.
    pub(super) fn run(mut self) -> Scanned<'a> {
        while self.at < self.bytes.len() {
            let line = line_at(self.bytes, self.at, self.breaks);
            if let Some(end) = self.take(line) {
                return self.finish(end);
            }
            self.at = line.next;
            self.line = self.line.saturating_add(1);
            if self.at - self.start > self.limits.card_bytes {
                self.give_up(UnreadableReason::TooLarge);
            }
        }
        let end = Line {
            start: self.at,
            end: self.at,
            next: self.at,
        };
        self.finish(end)
    }

    /// Handles one physical line. Returns it if the card ends with it.
    fn take(&mut self, line: Line) -> Option<Line> {
        let content = line.of(self.bytes);
        if self.depth > 0 {
            self.take_nested(line, content);
            return None;
        }
        if blank(content) {
            if let Some(open) = &mut self.open {
                open.blank_since = true;
            }
            return None;
        }
        let folds = content.first().is_some_and(|b| is_blank(*b));
        if (folds && self.open.is_some()) || self.goes_on(content) {
            self.extend(line);
            return None;
        }
        match boundary(content) {
            Some((Boundary::End, length)) => Some(self.end(line, length)),
            Some((Boundary::Begin, _)) => self.begin_inside(line),
            None => {
                self.take_head(line, content);
                None
            }
        }
    }

    /// The END line. Where a BEGIN follows on the same line, only the part before that.
    fn end(&mut self, line: Line, length: usize) -> Line {
        let end = line.start + length;
        if boundary(cut(self.bytes, end..line.end)).is_some() {
            return Line {
                start: line.start,
                end,
                next: end,
            };
        }
        self.line = self.line.saturating_add(1);
        line
    }

    /// Handles a BEGIN within a card: a nested card, or the next card where END is missing.
    fn begin_inside(&mut self, line: Line) -> Option<Line> {
        let agent = self
            .open
            .as_ref()
            .is_some_and(|open| open.agent && self.empty_value(open));
        let inner = if agent {
            Inner::Nested
        } else {
            inner(self.bytes, line, self.breaks, self.limits.nesting)
        };
        match inner {
            Inner::Sibling => {
                return Some(Line {
                    next: line.start,
                    ..line
                });
            }
            Inner::TooDeep => self.give_up(UnreadableReason::TooDeep),
            Inner::Nested if agent => self.extend(line),
            Inner::Nested => {
                self.close();
                self.nested_from = Some((line.start, self.line));
            }
        }
        self.depth = 1;
        None
    }

    fn take_nested(&mut self, line: Line, content: &[u8]) {
        match boundary(content) {
            Some((Boundary::Begin, _)) => self.depth += 1,
            Some((Boundary::End, _)) => self.depth -= 1,
            None => {}
        }
        if self.depth > self.limits.nesting {
            self.give_up(UnreadableReason::TooDeep);
        }
        if self.open.is_some() {
            self.extend(line);
        }
        if self.depth == 0 {
            self.close();
            if let Some((start, first_line)) = self.nested_from.take() {
                self.nested.push(NestedCard {
                    span: start..line.next,
                    line: first_line,
                });
            }
        }
    }

    /// Whether the line continues a quoted-printable value: the line before ends with a soft break, and
    /// this line does not start a property.
    fn goes_on(&self, content: &[u8]) -> bool {
        let Some(open) = self
            .open
            .as_ref()
            .filter(|open| open.wrapping == Wrapping::Quoted)
        else {
            return false;
        };
        let last = trim_end(open.last.of(self.bytes));
        last.ends_with(b"=")
            && boundary(content).is_none()
            && !(dangling(last, open.blank_since) && known_head(content))
    }

    /// Handles a line without indent: it starts a property, or belongs to the one before if it has no
    /// colon.
    fn take_head(&mut self, line: Line, content: &[u8]) {
        let mut colon = Colon::default();
        colon.search(content, line.start);
        let next_folds = self.bytes.get(line.next).is_some_and(|b| is_blank(*b));
        let unfinished =
            colon.found.is_none() && next_folds && (colon.quoted || looks_like_head(content));
        if colon.found.is_none() && !unfinished {
            colon.found = colon.in_quotes;
        }
        if colon.found.is_none() && !unfinished {
            return if self.open.is_some() {
                self.extend(line)
            };
        }
        self.close();
        self.open = Some(Open {
            start: line.start,
            line: self.line,
            colon,
            wrapping: Wrapping::Plain,
            last: line,
            blank_since: false,
            folded: false,
            agent: false,
        });
        self.read_head();
    }

    /// Reads from a head whose colon was found what the scan needs: transfer encoding, and whether it is
    /// an AGENT with a nested card.
    fn read_head(&mut self) {
        let Some(open) = &mut self.open else { return };
        let Some(colon) = open.colon.found else {
            return;
        };
        let head = cut(self.bytes, open.start..colon);
        if has_params(head) {
            open.wrapping = head::wrapping(&unfolded(head));
        }
        open.agent = head::name(head).1.eq_ignore_ascii_case(b"AGENT");
        if open.agent
            && matches!(
                boundary(cut(self.bytes, colon + 1..open.last.end)),
                Some((Boundary::Begin, _))
            )
        {
            self.depth = 1;
        }
    }

    fn extend(&mut self, line: Line) {
        let Some(open) = &mut self.open else { return };
        open.last = line;
        open.blank_since = false;
        open.folded = true;
        if open.colon.found.is_none() {
            open.colon.search(line.of(self.bytes), line.start);
            self.read_head();
        }
    }

    fn empty_value(&self, open: &Open) -> bool {
        open.colon
            .found
            .is_some_and(|colon| blank(cut(self.bytes, colon + 1..open.last.end)))
    }

    fn close(&mut self) {
        let Some(open) = self.open.take() else { return };
        if self.fault.is_some() {
            return;
        }
        if self.properties.len() >= self.limits.properties {
            return self.give_up(UnreadableReason::TooManyProperties);
        }
        let colon = open
            .colon
            .found
            .or(open.colon.in_quotes)
            .unwrap_or(open.last.end);
        self.properties.push(Property {
            raw: cut(self.bytes, open.start..open.last.next),
            start: open.start,
            line: open.line,
            colon: colon - open.start,
            end: open.last.end - open.start,
            folded: open.folded,
            breaks: self.breaks,
            wrapping: open.wrapping,
            version: Version::V30,
        });
    }

    /// Marks the card as unreadable. The scan goes on to the card's end but keeps no properties.
    fn give_up(&mut self, reason: UnreadableReason) {
        self.fault.get_or_insert(reason);
        self.properties = Vec::new();
        self.open = None;
        self.nested = Vec::new();
        self.nested_from = None;
    }

    fn finish(mut self, end: Line) -> Scanned<'a> {
        self.close();
        let (next, next_line) = (end.next, self.line);
        let (start, span) = (self.start, self.start..next);
        let bare = self.properties.iter().all(|p| p.is("VERSION"));
        let reason = self.fault.or(bare.then_some(UnreadableReason::Empty));
        let nested = std::mem::take(&mut self.nested);
        let version = version(&self.properties);
        let found = match reason {
            Some(UnreadableReason::Empty) if !nested.is_empty() => None,
            Some(reason) => Some(CardOrUnreadable::Unreadable(Unreadable {
                line: self.first_line,
                span,
                reason,
            })),
            None => Some(CardOrUnreadable::Card(self.card(span, &nested))),
        };
        Scanned {
            found,
            start,
            version,
            nested,
            next,
            next_line,
        }
    }

    fn card(self, span: std::ops::Range<usize>, nested: &[NestedCard]) -> Card<'a> {
        let mut card = Card {
            version: Version::V30,
            inherits_version: !self.properties.iter().any(|p| p.is("VERSION")),
            inside: None,
            nested: nested.iter().map(|inner| inner.span.clone()).collect(),
            kind: CardKind::Individual,
            line: self.first_line,
            raw: cut(self.bytes, span.clone()),
            span,
            properties: self.properties,
        };
        card.set_version(version(&card.properties));
        card.kind = match kind(&card.properties) {
            // vCard Grouping (2.1): a card that holds cards is a list of them.
            CardKind::Individual if !nested.is_empty() => CardKind::Group,
            kind => kind,
        };
        card
    }
}

/// The head without folds.
fn unfolded(head: &[u8]) -> std::borrow::Cow<'_, [u8]> {
    if memchr::memchr2(b'\r', b'\n', head).is_none() {
        return std::borrow::Cow::Borrowed(head);
    }
    std::borrow::Cow::Owned(super::value::unfold(head, Breaks::EveryCr, Version::V30))
}

/// Whether the `=` at the end of the line `last` is probably no soft break: blank lines follow it, or
/// the line is shorter than programs break lines and the `=` follows no encoded line break.
fn dangling(last: &[u8], blank_since: bool) -> bool {
    blank_since || (last.len() < 60 && !last.ends_with(b"=0A=") && !last.ends_with(b"=0D="))
}

/// The property names of vCard 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).
const STANDARD_NAMES: &str = "ADR AGENT ANNIVERSARY BDAY CALADRURI CALURI CATEGORIES CLASS EMAIL \
    FBURL FN GENDER GEO IMPP KEY KIND LABEL LANG LOGO MAILER N NICKNAME NOTE ORG PHOTO PRODID REV ROLE \
    SOUND TEL TITLE UID URL VERSION";

/// Whether the line starts with a standard property name or one that begins with X-.
pub(super) fn known_head(content: &[u8]) -> bool {
    if !looks_like_head(content) {
        return false;
    }
    let end = content
        .iter()
        .position(|b| matches!(b, b':' | b';'))
        .unwrap_or(content.len());
    let (_, name) = head::name(cut(content, 0..end));
    name.starts_with(b"X-")
        || STANDARD_NAMES
            .split(' ')
            .any(|known| known.as_bytes() == name)
}
