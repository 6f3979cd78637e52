//! One property of a card. Its parts are decoded when they are asked for.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::Encoding;

use super::charset::lossy_str;
use super::head::{self, Wrapping};
use super::lines::{Breaks, cut, trim_start};
use super::{Version, charset, lines, value};

/// One value of a parameter. `TYPE=a,b` gives two of them; a bare `HOME` gives one named TYPE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param<'a> {
    /// TYPE, PREF, LANGUAGE …, as written.
    pub name: Cow<'a, str>,
    /// The value, without quotes and with `^` escapes (RFC 6868) undone.
    pub value: Cow<'a, str>,
}

/// One property: its bytes and the positions of its parts.
#[derive(Debug, Clone)]
pub struct Property<'a> {
    pub(super) raw: &'a [u8],
    pub(super) start: usize,
    pub(super) line: u32,
    /// Index of the colon in `raw`.
    pub(super) colon: usize,
    /// Index in `raw` where the value ends, before the line break.
    pub(super) end: usize,
    /// Whether it spans more than one physical line.
    pub(super) folded: bool,
    pub(super) breaks: Breaks,
    pub(super) wrapping: Wrapping,
    pub(super) version: Version,
}

impl<'a> Property<'a> {
    /// The line it starts on, counted from 1.
    pub fn line(&self) -> u32 {
        self.line
    }

    /// Its byte range in [`super::Text::bytes`].
    pub fn span(&self) -> Range<usize> {
        self.start..self.start + self.raw.len()
    }

    /// Its bytes, folds and the last line break included.
    pub fn raw(&self) -> &'a [u8] {
        self.raw
    }

    /// The group: "item1" of `item1.TEL`.
    pub fn group(&self) -> Option<Cow<'a, str>> {
        match self.head() {
            Cow::Borrowed(head) => head::name(head).0.map(lossy_str),
            Cow::Owned(head) => head::name(&head)
                .0
                .map(|group| Cow::Owned(lossy_str(group).into_owned())),
        }
    }

    /// The name, TEL or FN, in the case in which it is written.
    pub fn name(&self) -> Cow<'a, str> {
        match self.head() {
            Cow::Borrowed(head) => lossy_str(head::name(head).1),
            Cow::Owned(head) => Cow::Owned(lossy_str(head::name(&head).1).into_owned()),
        }
    }

    /// Whether the property has this name, ignoring case.
    pub fn is(&self, name: &str) -> bool {
        head::name(&self.head())
            .1
            .eq_ignore_ascii_case(name.as_bytes())
    }

    /// The name in capitals, written into the caller's buffer and cut at its length.
    pub(super) fn upper_name<'b>(&self, buffer: &'b mut [u8]) -> &'b [u8] {
        let head = self.head();
        let name = head::name(&head).1;
        let length = name.len().min(buffer.len());
        let Some(upper) = buffer.get_mut(..length) else {
            return &[];
        };
        upper.copy_from_slice(cut(name, 0..length));
        upper.make_ascii_uppercase();
        upper
    }

    /// The parameters, one item a value.
    pub fn params(&self) -> Vec<Param<'a>> {
        match self.head() {
            Cow::Borrowed(head) if !lines::has_params(head) => Vec::new(),
            Cow::Borrowed(head) => head::params(head),
            Cow::Owned(head) => head::params(&head)
                .into_iter()
                .map(|p| Param {
                    name: Cow::Owned(p.name.into_owned()),
                    value: Cow::Owned(p.value.into_owned()),
                })
                .collect(),
        }
    }

    /// The first value of the parameter with this name, ignoring case.
    pub fn param(&self, name: &str) -> Option<Cow<'a, str>> {
        self.params()
            .into_iter()
            .find(|p| p.name.eq_ignore_ascii_case(name))
            .map(|p| p.value)
    }

    /// The values of TYPE in lower case.
    pub fn types(&self) -> Vec<String> {
        self.params()
            .into_iter()
            .filter(|p| p.name.eq_ignore_ascii_case("TYPE"))
            .map(|p| p.value.to_lowercase())
            .collect()
    }

    /// The value's bytes as they stand in the file, folds included.
    pub fn raw_value(&self) -> &'a [u8] {
        cut(self.raw, self.colon + 1..self.end)
    }

    /// The value's bytes without folds, still escaped and encoded.
    pub fn unfolded(&self) -> Cow<'a, [u8]> {
        let value = self.raw_value();
        match self.wrapping {
            Wrapping::Quoted if self.folded || value.trim_ascii_end().ends_with(b"=") => {
                Cow::Owned(value::unfold_quoted(value, self.breaks))
            }
            _ if self.folded => Cow::Owned(value::unfold(value, self.breaks, self.version)),
            _ => Cow::Borrowed(value),
        }
    }

    /// The value unfolded and decoded from quoted-printable and its charset. Escapes are kept.
    pub fn decoded(&self) -> Cow<'a, str> {
        if let Some(text) = self.base64_text() {
            return Cow::Owned(text);
        }
        let unfolded = self.unfolded();
        if self.wrapping != Wrapping::Quoted {
            return charset::lossy(unfolded);
        }
        match unfolded {
            Cow::Borrowed(bytes) => charset::to_text(value::unquote(bytes), self.charset()),
            Cow::Owned(bytes) => Cow::Owned(self.piece(&bytes).into_owned()),
        }
    }

    /// The value decoded, with escapes undone.
    pub fn text(&self) -> Cow<'a, str> {
        value::unescape(self.decoded(), self.version)
    }

    /// The value split at its semicolons, each part decoded and with escapes undone.
    pub fn components(&self) -> Vec<String> {
        self.pieces(b';')
    }

    /// The value split at its commas, each part decoded and with escapes undone.
    pub fn list(&self) -> Vec<String> {
        self.pieces(b',')
    }

    /// The decoded bytes, if the value is base64 or a data: address; `None` otherwise or if it is invalid.
    pub fn bytes(&self) -> Option<Vec<u8>> {
        let value = self.raw_value();
        match data_payload(value) {
            Some(payload) => value::base64(payload),
            None if self.wrapping == Wrapping::Base64 => value::base64(value),
            None => None,
        }
    }

    /// Whether [`Self::bytes`] has something to decode. Looks only at the start of the value.
    pub fn is_inline(&self) -> bool {
        let value = trim_start(self.raw_value());
        match data_payload(value) {
            Some(payload) => !payload.is_empty(),
            None => self.wrapping == Wrapping::Base64 && !value.is_empty() && !is_address(value),
        }
    }

    /// Group, name and parameters, unfolded.
    pub(super) fn head(&self) -> Cow<'a, [u8]> {
        let head = cut(self.raw, 0..self.colon);
        if self.folded && memchr::memchr2(b'\n', b'\r', head).is_some() {
            return Cow::Owned(value::unfold(head, self.breaks, Version::V30));
        }
        Cow::Borrowed(head)
    }

    /// Whether the value is a data: address.
    pub(super) fn is_data_address(&self) -> bool {
        data_payload(self.raw_value()).is_some()
    }

    /// Whether the value is base64 of something else than text.
    pub(super) fn holds_binary(&self) -> bool {
        self.wrapping == Wrapping::Base64 && self.base64_text().is_none()
    }

    /// Whether the head says that the value is UTF-8.
    pub(super) fn is_labelled_utf8(&self) -> bool {
        self.charset() == Some(encoding_rs::UTF_8)
    }

    fn charset(&self) -> Option<&'static Encoding> {
        let head = self.head();
        head::segments(&head)
            .map(head::parts)
            .find_map(|(name, value)| {
                name.filter(|n| n.eq_ignore_ascii_case(b"CHARSET"))
                    .and_then(|_| charset::labelled(value))
            })
    }

    /// The value split at a separator, each part decoded and with escapes undone.
    fn pieces(&self, separator: u8) -> Vec<String> {
        let unescaped = |piece: &[u8]| value::unescape(lossy_str(piece), self.version).into_owned();
        if self.wrapping == Wrapping::Quoted {
            return self.quoted_pieces(separator);
        }
        let whole = match self.base64_text() {
            Some(text) => Cow::Owned(text.into_bytes()),
            None => self.unfolded(),
        };
        value::split(&whole, separator)
            .into_iter()
            .map(unescaped)
            .collect()
    }

    /// The same for quoted-printable. The charset is decoded before the value is split: in Shift_JIS and
    /// others a byte that looks like a backslash may be the second half of a character.
    fn quoted_pieces(&self, separator: u8) -> Vec<String> {
        let unfolded = self.unfolded();
        let charset = self.charset();
        let has_two_byte_characters =
            charset.is_some_and(|c| c != encoding_rs::UTF_8 && !c.is_single_byte());
        let marked = Marked::of(&unfolded, has_two_byte_characters);
        let text = charset::to_text(Cow::Borrowed(&marked.bytes), charset);
        let plain = |piece: &[u8]| {
            let piece = marked.restored(&lossy_str(piece));
            value::unescape(Cow::Owned(piece), self.version).into_owned()
        };
        let pieces = value::split(text.as_bytes(), separator);
        if pieces.len() > 1 || separator != b';' {
            return pieces.into_iter().map(plain).collect();
        }
        // Some programs write the separators in quoted-printable too.
        let whole = marked.restored(&text);
        let pieces = value::split(whole.as_bytes(), separator);
        if pieces.len() < 3 {
            return vec![plain(text.as_bytes())];
        }
        pieces
            .into_iter()
            .map(|piece| value::unescape(lossy_str(piece), self.version).into_owned())
            .collect()
    }

    /// The text of a value in base64, which any property may have; `None` if it is not text.
    fn base64_text(&self) -> Option<String> {
        if self.wrapping != Wrapping::Base64 || data_payload(self.raw_value()).is_some() {
            return None;
        }
        let bytes = value::base64(self.raw_value())?;
        let is_text = !bytes
            .iter()
            .any(|b| b.is_ascii_control() && !matches!(b, b'\n' | b'\r' | b'\t'));
        is_text.then(|| charset::to_text(Cow::Owned(bytes), self.charset()).into_owned())
    }

    fn piece<'b>(&self, piece: &'b [u8]) -> Cow<'b, str> {
        charset::to_text(value::unquote(piece), self.charset())
    }
}

/// Decoded quoted-printable in which control characters stand for the separators and backslashes that
/// were written as codes, `=3B`. They belong to the text and do not separate.
struct Marked {
    bytes: Vec<u8>,
    /// Pairs of control character and the character it stands for.
    marks: Vec<(char, char)>,
}

impl Marked {
    /// In a charset of two-byte characters the second byte may be a backslash, so `=5C` is no mark there.
    fn of(unfolded: &[u8], has_two_byte_characters: bool) -> Self {
        let plain = value::unquote(unfolded);
        let mut free = (1..0x1B_u8).filter(|b| !b"\t\n\r".contains(b) && !plain.contains(b));
        let mut marks = Vec::new();
        let mut codes = Vec::new();
        for (code, stands_for) in [(b"3B", ';'), (b"2C", ','), (b"5C", '\\')] {
            if (stands_for != '\\' || !has_two_byte_characters)
                && let Some(mark) = free.next()
            {
                marks.push((char::from(mark), stands_for));
                codes.push((*code, mark));
            }
        }
        Self {
            bytes: value::unquote_with(unfolded, &codes),
            marks,
        }
    }

    fn restored(&self, piece: &str) -> String {
        let stands_for = |c: char| {
            let mark = self.marks.iter().find(|(mark, _)| *mark == c);
            mark.map_or(c, |(_, stands_for)| *stands_for)
        };
        piece.chars().map(stands_for).collect()
    }
}

/// What follows `data:image/png;base64,`. A fold may stand inside that prefix, and its separators may be
/// escaped.
fn data_payload(value: &[u8]) -> Option<&[u8]> {
    let start = value.iter().filter(|b| !b.is_ascii_whitespace()).take(5);
    if !start.map(u8::to_ascii_lowercase).eq(*b"data:") {
        return None;
    }
    let comma = value.iter().take(1024).position(|b| *b == b',')?;
    let prefix: Vec<u8> = cut(value, 0..comma)
        .iter()
        .filter(|b| !b.is_ascii_whitespace() && **b != b'\\')
        .map(u8::to_ascii_lowercase)
        .collect();
    prefix
        .ends_with(b";base64")
        .then(|| value.get(comma + 1..))?
}

/// Whether the value starts like https: or file:. Base64 has no colon.
fn is_address(value: &[u8]) -> bool {
    value.iter().take(12).any(|b| *b == b':')
}
