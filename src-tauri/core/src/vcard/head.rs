//! A property's head, the part before the colon: group, name, parameters.

use std::borrow::Cow;

use memchr::memchr;

use super::charset::lossy_str;
use super::property::Param;

/// The transfer encoding of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrapping {
    Plain,
    Quoted,
    Base64,
}

/// Group and name: `item1.TEL;TYPE=home` gives ("item1", "TEL"). A comma ends the name too, because
/// some programs write `LABEL,TYPE=HOME`.
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
    split_outside_quotes(after_name(head), b';').flat_map(at_commas)
}

/// Whether a quote of the parameters is not closed, so that nothing written after it is a parameter.
pub(super) fn has_open_quote(head: &[u8]) -> bool {
    after_name(head).iter().filter(|b| **b == b'"').count() % 2 == 1
}

/// What follows the name.
fn after_name(head: &[u8]) -> &[u8] {
    let start = head
        .iter()
        .position(|b| matches!(b, b';' | b','))
        .map_or(head.len(), |at| at + 1);
    head.get(start..).unwrap_or_default()
}

/// Splits where a comma stands between two parameters, as the examples of 2.1 write it:
/// `HOME,ENCODING=QUOTED-PRINTABLE`, `PREF=1,TYPE=HOME`. Commas within a list of values stay.
fn at_commas(segment: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(segment);
    std::iter::from_fn(move || {
        let whole = rest.take()?;
        let Some(comma) = comma_before_param(whole) else {
            return Some(whole);
        };
        rest = whole.get(comma + 1..);
        whole.get(..comma)
    })
}

/// The first comma outside quotes that a parameter or the name of a transfer encoding follows.
fn comma_before_param(segment: &[u8]) -> Option<usize> {
    const NAMES: [&[u8]; 6] = [
        b"TYPE",
        b"VALUE",
        b"ENCODING",
        b"CHARSET",
        b"LANGUAGE",
        b"PREF",
    ];
    memchr(b',', segment)?;
    let mut quoted = false;
    segment.iter().enumerate().find_map(|(at, byte)| {
        quoted ^= *byte == b'"';
        if *byte != b',' || quoted {
            return None;
        }
        let after = segment.get(at + 1..).unwrap_or_default();
        let word = after.split(|b| *b == b',').next().unwrap_or_default();
        let is_param = match parts(word) {
            (Some(name), _) => NAMES.iter().any(|known| name.eq_ignore_ascii_case(known)),
            (None, value) => segment_wrapping(None, value)
                .is_some_and(|found| found != Wrapping::Plain && value.len() > 1),
        };
        is_param.then_some(at)
    })
}

/// Splits at the separators outside double quotes. Empty pieces are dropped.
fn split_outside_quotes(bytes: &[u8], separator: u8) -> impl Iterator<Item = &[u8]> {
    let mut quoted = false;
    bytes
        .split(move |b| {
            quoted ^= *b == b'"';
            *b == separator && !quoted
        })
        .filter(|piece| !piece.is_empty())
}

/// A segment's name and value; a bare segment has no name.
pub(super) fn parts(segment: &[u8]) -> (Option<&[u8]>, &[u8]) {
    match segment.iter().position(|b| *b == b'=') {
        Some(equals) => (
            Some(segment.get(..equals).unwrap_or_default().trim_ascii()),
            segment.get(equals + 1..).unwrap_or_default().trim_ascii(),
        ),
        None => (None, segment.trim_ascii()),
    }
}

/// The transfer encoding that the parameters name; `Plain` where they name none.
pub(super) fn wrapping(head: &[u8]) -> Wrapping {
    for segment in segments(head) {
        let (name, value) = parts(segment);
        if let Some(found) = segment_wrapping(name, value) {
            return found;
        }
    }
    Wrapping::Plain
}

/// The transfer encoding that one parameter names, if it names one.
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

/// Removes the double quotes around a value.
fn unquoted(value: &[u8]) -> &[u8] {
    let value = value.strip_prefix(b"\"").unwrap_or(value);
    value.strip_suffix(b"\"").unwrap_or(value)
}

/// Parameters after this many, and values of one parameter after this many, are ignored.
const MAX_PARAMS: usize = 1000;

/// The parameters, one item a value: a bare parameter gets the name TYPE or ENCODING, and
/// `TYPE=a,b` gives two items.
pub(super) fn params(head: &[u8]) -> Vec<Param<'_>> {
    let mut all = Vec::new();
    for segment in segments(head).take(MAX_PARAMS) {
        let (name, value) = parts(segment);
        let name = match name {
            Some(name) => lossy_str(name),
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
        for one in split_outside_quotes(value, b',').take(MAX_PARAMS) {
            for one in unquoted(one)
                .split(|b| listed && *b == b',')
                .take(MAX_PARAMS)
            {
                all.push(Param {
                    name: name.clone(),
                    value: uncaret(lossy_str(one)),
                });
            }
        }
    }
    all
}

/// Undoes the escapes of RFC 6868 in a parameter value: `^n`, `^'` and `^^`.
fn uncaret(value: Cow<'_, str>) -> Cow<'_, str> {
    if memchr(b'^', value.as_bytes()).is_none() {
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
