//! Decodes values: folds, quoted-printable, base64, escapes.

use std::borrow::Cow;

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use memchr::{memchr, memchr2};

use super::Version;
use super::lines::{Breaks, blank, cut, is_blank, lines, trim_end};

/// Removes the folds of a value that is not quoted-printable. A continuation line without indent stays
/// a separate line of the value; one that starts with # is a comment and is dropped.
pub(super) fn unfold(value: &[u8], breaks: Breaks, version: Version) -> Vec<u8> {
    let mut whole = Vec::with_capacity(value.len());
    let mut length = 0;
    for (index, line) in lines(value, breaks).enumerate() {
        let content = line.of(value);
        match content.first() {
            _ if index == 0 => whole.extend_from_slice(content),
            _ if blank(content) => continue,
            Some(b' ' | b'\t') => {
                let keeps = version == Version::V21 && folded_at_a_space(length);
                whole.extend_from_slice(cut(content, usize::from(!keeps)..content.len()));
            }
            Some(b'#') => {}
            _ => {
                whole.push(b'\n');
                whole.extend_from_slice(content);
            }
        }
        length = content.len();
    }
    whole
}

/// Whether a 2.1 line of this many bytes was folded at a space that belongs to the text, as 2.1
/// demands. Lines of 70 to 76 bytes come from programs that fold like 3.0 and add the space.
fn folded_at_a_space(length: usize) -> bool {
    !(70..=76).contains(&length)
}

/// Removes the soft breaks and folds of a quoted-printable value.
pub(super) fn unfold_quoted(value: &[u8], breaks: Breaks) -> Vec<u8> {
    let indent = indented_throughout(value, breaks);
    let mut whole = Vec::with_capacity(value.len());
    let mut soft = true;
    for (index, line) in lines(value, breaks).enumerate() {
        let content = line.of(value);
        if index > 0 && blank(content) {
            continue;
        }
        let starts_blank = content.first().is_some_and(|b| is_blank(*b));
        let content = if index > 0 && starts_blank && (indent || !soft) {
            cut(content, 1..content.len())
        } else {
            content
        };
        if !soft && !starts_blank {
            if content.first() == Some(&b'#') {
                continue;
            }
            whole.push(b'\n');
        }
        let trimmed = trim_end(content);
        soft = trimmed.ends_with(b"=");
        whole.extend_from_slice(trimmed.strip_suffix(b"=").unwrap_or(content));
    }
    whole
}

/// Whether every line after the first starts with a blank: then the blank belongs to the fold, not to
/// the text.
fn indented_throughout(value: &[u8], breaks: Breaks) -> bool {
    lines(value, breaks)
        .skip(1)
        .map(|line| line.of(value))
        .filter(|content| !blank(content))
        .all(|content| content.first().is_some_and(|b| is_blank(*b)))
}

/// Decodes quoted-printable: `=C3=A4` gives two bytes. An equals sign without two hex digits is kept.
pub(super) fn unquote(value: &[u8]) -> Cow<'_, [u8]> {
    if memchr(b'=', value).is_none() {
        return Cow::Borrowed(value);
    }
    Cow::Owned(unquote_with(value, &[]))
}

/// The same, with another byte than the code says for some codes (two hex digits in capitals).
pub(super) fn unquote_with(value: &[u8], instead: &[([u8; 2], u8)]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some(at) = memchr(b'=', rest) {
        plain.extend_from_slice(cut(rest, 0..at));
        let code = cut(rest, at + 1..at + 3);
        match (
            code.first().and_then(|b| hex(*b)),
            code.get(1).and_then(|b| hex(*b)),
        ) {
            (Some(high), Some(low)) => {
                let other = instead
                    .iter()
                    .find(|(known, _)| known.eq_ignore_ascii_case(code));
                plain.push(other.map_or(high << 4 | low, |(_, byte)| *byte));
                rest = cut(rest, at + 3..rest.len());
            }
            _ => {
                plain.push(b'=');
                rest = cut(rest, at + 1..rest.len());
            }
        }
    }
    plain.extend_from_slice(rest);
    plain
}

fn hex(digit: u8) -> Option<u8> {
    char::from(digit)
        .to_digit(16)
        .and_then(|d| u8::try_from(d).ok())
}

/// Decodes base64, also with spaces, folds, no padding or the URL alphabet. `None` where nothing can
/// be decoded.
pub(super) fn base64(value: &[u8]) -> Option<Vec<u8>> {
    const ENGINE: GeneralPurpose = GeneralPurpose::new(
        &STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_padding_mode(DecodePaddingMode::Indifferent)
            .with_decode_allow_trailing_bits(true),
    );
    let mut clean = Vec::with_capacity(value.len());
    for byte in value {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'+' | b'/' => clean.push(*byte),
            b'-' => clean.push(b'+'),
            b'_' => clean.push(b'/'),
            b'=' => break,
            _ => {}
        }
    }
    if clean.len() % 4 == 1 {
        clean.pop();
    }
    ENGINE.decode(&clean).ok().filter(|bytes| !bytes.is_empty())
}

/// Undoes backslash escapes. A backslash that escapes nothing is kept. In 2.1 `\n` is not an escape:
/// there `C:\new` is literal.
pub(super) fn unescape(text: Cow<'_, str>, version: Version) -> Cow<'_, str> {
    let Some(first) = memchr(b'\\', text.as_bytes()) else {
        return text;
    };
    let mut plain = String::with_capacity(text.len());
    plain.push_str(text.get(..first).unwrap_or_default());
    let mut chars = text.get(first..).unwrap_or_default().chars().peekable();
    while let Some(c) = chars.next() {
        let escaped = match (c, chars.peek()) {
            ('\\', Some(next @ ('\\' | ';' | ',' | ':' | '\n'))) => *next,
            ('\\', Some('n' | 'N')) if version != Version::V21 => '\n',
            ('\\', Some('"')) if version != Version::V21 => '"',
            _ => {
                plain.push(c);
                continue;
            }
        };
        chars.next();
        plain.push(escaped);
    }
    Cow::Owned(plain)
}

/// A value is split into at most this many pieces; the last piece then holds the rest. Real cards
/// have far fewer.
const MAX_PIECES: usize = 2000;

/// Splits at the separators that no backslash escapes.
pub(super) fn split(value: &[u8], separator: u8) -> Vec<&[u8]> {
    let (mut pieces, mut start, mut at) = (Vec::new(), 0, 0);
    while let Some(found) = memchr2(separator, b'\\', cut(value, at..value.len())) {
        at += found;
        if value.get(at) == Some(&b'\\') {
            at = (at + 2).min(value.len());
            continue;
        }
        pieces.push(cut(value, start..at));
        at += 1;
        start = at;
        if pieces.len() + 1 == MAX_PIECES {
            break;
        }
    }
    pieces.push(cut(value, start..value.len()));
    pieces
}
