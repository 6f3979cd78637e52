//! A property's head: group, name, parameters.

use std::borrow::Cow;

use super::property::Param;

/// How the value is wrapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    Plain,
    Quoted,
    Base64,
}

/// `item1.TEL` as ("item1", "TEL"). A comma ends the name too: `LABEL,TYPE=HOME`.
pub(super) fn name(head: &[u8]) -> (Option<&[u8]>, &[u8]) {
    let end = head
        .iter()
        .position(|b| matches!(b, b';' | b','))
        .unwrap_or(head.len());
    let name = head.get(..end).unwrap_or_default().trim_ascii();
    match name.iter().rposition(|b| *b == b'.') {
        Some(dot) => (name.get(..dot), name.get(dot + 1..).unwrap_or_default()),
        None => (None, name),
    }
}

/// The parameters as written, one `NAME=value` or bare `value` each.
pub(super) fn segments(head: &[u8]) -> impl Iterator<Item = &[u8]> {
    let start = head
        .iter()
        .position(|b| matches!(b, b';' | b','))
        .map_or(head.len(), |at| at + 1);
    split_outside_quotes(head.get(start..).unwrap_or_default(), b';')
}

/// The pieces between separators that stand outside double quotes.
fn split_outside_quotes(bytes: &[u8], separator: u8) -> impl Iterator<Item = &[u8]> {
    let mut quoted = false;
    bytes
        .split(move |b| {
            quoted ^= *b == b'"';
            *b == separator && !quoted
        })
        .filter(|piece| !piece.is_empty())
}

/// A segment's name and value; a bare one has no name.
pub(super) fn parts(segment: &[u8]) -> (Option<&[u8]>, &[u8]) {
    match segment.iter().position(|b| *b == b'=') {
        Some(equals) => (
            Some(segment.get(..equals).unwrap_or_default().trim_ascii()),
            segment.get(equals + 1..).unwrap_or_default().trim_ascii(),
        ),
        None => (None, segment.trim_ascii()),
    }
}

/// How the value is wrapped, from the parameters.
pub(super) fn wrapping(head: &[u8]) -> Wrapping {
    for segment in segments(head) {
        let (name, value) = parts(segment);
        if let Some(found) = segment_wrapping(name, value) {
            return found;
        }
    }
    Wrapping::Plain
}

/// What one parameter says about the wrapping.
pub(super) fn segment_wrapping(name: Option<&[u8]>, value: &[u8]) -> Option<Wrapping> {
    let value = unquoted(value);
    let is = |word: &str| value.eq_ignore_ascii_case(word.as_bytes());
    match name {
        Some(name) if !name.eq_ignore_ascii_case(b"ENCODING") => None,
        _ if is("QUOTED-PRINTABLE") => Some(Wrapping::Quoted),
        _ if is("BASE64") || is("B") => Some(Wrapping::Base64),
        Some(_) if is("Q") => Some(Wrapping::Quoted),
        _ if is("8BIT") || is("7BIT") => Some(Wrapping::Plain),
        _ => None,
    }
}

/// Without the double quotes around it.
fn unquoted(value: &[u8]) -> &[u8] {
    let value = value.strip_prefix(b"\"").unwrap_or(value);
    value.strip_suffix(b"\"").unwrap_or(value)
}

/// Parameters beyond this are not looked at.
const PARAMS: usize = 1000;

/// The parameters in plain terms: bare ones are TYPE or ENCODING, lists come one by one.
pub(super) fn params(head: &[u8]) -> Vec<Param<'_>> {
    let mut all = Vec::new();
    for segment in segments(head).take(PARAMS) {
        let (name, value) = parts(segment);
        let name = match name {
            Some(name) => String::from_utf8_lossy(name),
            None if segment_wrapping(None, value).is_some() => Cow::Borrowed("ENCODING"),
            None => Cow::Borrowed("TYPE"),
        };
        if value.is_empty() {
            all.push(Param {
                name,
                value: Cow::Borrowed(""),
            });
            continue;
        }
        let listed = name.eq_ignore_ascii_case("TYPE");
        for one in split_outside_quotes(value, b',').take(PARAMS) {
            for one in unquoted(one).split(|b| listed && *b == b',').take(PARAMS) {
                all.push(Param {
                    name: name.clone(),
                    value: uncaret(String::from_utf8_lossy(one)),
                });
            }
        }
    }
    all
}

/// RFC 6868: `^n`, `^'` and `^^` in parameter values.
fn uncaret(value: Cow<'_, str>) -> Cow<'_, str> {
    if !value.contains('^') {
        return value;
    }
    let mut plain = String::with_capacity(value.len());
    let mut chars = value.chars().peekable();
    while let Some(c) = chars.next() {
        let stands_for = match (c, chars.peek()) {
            ('^', Some('n' | 'N')) => '\n',
            ('^', Some('\'')) => '"',
            ('^', Some('^')) => '^',
            _ => {
                plain.push(c);
                continue;
            }
        };
        chars.next();
        plain.push(stands_for);
    }
    Cow::Owned(plain)
}
