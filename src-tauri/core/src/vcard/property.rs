//! One property of a card. Its parts are decoded when they are asked for.

use std::borrow::Cow;
use std::ops::Range;

use encoding_rs::Encoding;

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
            Cow::Borrowed(head) => head::name(head).0.map(String::from_utf8_lossy),
            Cow::Owned(head) => head::name(&head)
                .0
                .map(|group| Cow::Owned(String::from_utf8_lossy(group).into_owned())),
        }
    }

    /// The name, TEL or FN, in the case in which it is written.
    pub fn name(&self) -> Cow<'a, str> {
        match self.head() {
            Cow::Borrowed(head) => String::from_utf8_lossy(head::name(head).1),
            Cow::Owned(head) => {
                Cow::Owned(String::from_utf8_lossy(head::name(&head).1).into_owned())
            }
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
        let unfolded = self.unfolded();
        let pieces = value::split(&unfolded, b';');
        if self.wrapping == Wrapping::Quoted && pieces.len() == 1 {
            // Some programs write the separators in quoted-printable too.
            return self.split_decoded(&unfolded, b';');
        }
        pieces.into_iter().map(|piece| self.plain(piece)).collect()
    }

    /// The value split at its commas, each part decoded and with escapes undone.
    pub fn list(&self) -> Vec<String> {
        let unfolded = self.unfolded();
        value::split(&unfolded, b',')
            .into_iter()
            .map(|piece| self.plain(piece))
            .collect()
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

    fn charset(&self) -> Option<&'static Encoding> {
        let head = self.head();
        head::segments(&head)
            .map(head::parts)
            .find_map(|(name, value)| {
                name.filter(|n| n.eq_ignore_ascii_case(b"CHARSET"))
                    .and_then(|_| charset::labelled(value))
            })
    }

    fn split_decoded(&self, unfolded: &[u8], separator: u8) -> Vec<String> {
        let decoded = self.piece(unfolded);
        let pieces = value::split(decoded.as_bytes(), separator);
        let whole =
            |piece| value::unescape(String::from_utf8_lossy(piece), self.version).into_owned();
        if pieces.len() < 3 {
            return vec![whole(decoded.as_bytes())];
        }
        pieces.into_iter().map(whole).collect()
    }

    fn piece<'b>(&self, piece: &'b [u8]) -> Cow<'b, str> {
        if self.wrapping == Wrapping::Quoted {
            charset::to_text(value::unquote(piece), self.charset())
        } else {
            String::from_utf8_lossy(piece)
        }
    }

    fn plain(&self, piece: &[u8]) -> String {
        value::unescape(self.piece(piece), self.version).into_owned()
    }
}

/// What follows `data:image/png;base64,`. A fold may stand inside that prefix.
fn data_payload(value: &[u8]) -> Option<&[u8]> {
    let start = value.iter().filter(|b| !b.is_ascii_whitespace()).take(5);
    if !start.map(u8::to_ascii_lowercase).eq(*b"data:") {
        return None;
    }
    let comma = value.iter().take(1024).position(|b| *b == b',')?;
    value.get(comma + 1..)
}

/// Whether the value starts like https: or file:. Base64 has no colon.
fn is_address(value: &[u8]) -> bool {
    value.iter().take(12).any(|b| *b == b':')
}
