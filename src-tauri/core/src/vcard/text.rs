//! Converts a file's bytes to UTF-8.

use std::borrow::Cow;

use encoding_rs::{Encoding, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};
use memchr::{memchr, memchr_iter};

use super::charset::{Guess, labelled, mostly_utf8};
use super::head::{self, Wrapping};
use super::lines::{cut, is_blank};

/// A file's bytes converted to UTF-8, without byte order mark. Bytes, not `str`: some programs fold
/// lines in the middle of a character, so that the text may be invalid until it is unfolded.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    bytes: Cow<'a, [u8]>,
    charset: &'static str,
}

impl<'a> Text<'a> {
    /// Detects the charset and converts. Borrows the bytes if they are UTF-8 already.
    pub fn decode(bytes: &'a [u8]) -> Self {
        if let Some((wide, rest)) = utf16(bytes) {
            return Self::converted(rest, wide);
        }
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
        if std::str::from_utf8(bytes).is_ok() {
            return Self::in_escapes(bytes).unwrap_or(Self::as_it_is(bytes));
        }
        if physical_lines(bytes).all(|(start, line)| is_utf8(bytes, start, line)) {
            return Self::as_it_is(bytes);
        }
        let charset = file_charset(bytes);
        Self {
            bytes: Cow::Owned(convert(bytes, charset)),
            charset: charset.name(),
        }
    }

    fn as_it_is(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cow::Borrowed(bytes),
            charset: UTF_8.name(),
        }
    }

    fn converted(bytes: &'a [u8], from: &'static Encoding) -> Self {
        let text = from.decode_without_bom_handling(bytes).0;
        Self {
            bytes: Cow::Owned(text.into_owned().into_bytes()),
            charset: from.name(),
        }
    }

    /// Converts ISO-2022-JP, which is ASCII except for its escape sequences. `None` without them.
    fn in_escapes(bytes: &'a [u8]) -> Option<Self> {
        let escape = memchr(0x1B, bytes)?;
        if !matches!(cut(bytes, escape + 1..escape + 3), b"$B" | b"$@" | b"(J") {
            return None;
        }
        let text = ISO_2022_JP.decode_without_bom_handling_and_without_replacement(bytes)?;
        Some(Self {
            bytes: Cow::Owned(text.into_owned().into_bytes()),
            charset: ISO_2022_JP.name(),
        })
    }

    /// The bytes that all spans of cards and properties refer to.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The name of the charset that the file was read as (WHATWG name, such as "UTF-8").
    pub fn charset(&self) -> &'static str {
        self.charset
    }
}

/// Detects UTF-16 by its byte order mark, or without one by the zero bytes of its first two letters.
/// Returns the encoding and the bytes after the mark.
fn utf16(bytes: &[u8]) -> Option<(&'static Encoding, &[u8])> {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => Some((UTF_16LE, rest)),
        [0xFE, 0xFF, rest @ ..] => Some((UTF_16BE, rest)),
        [a, 0, b, 0, ..] if *a != 0 && *b != 0 => Some((UTF_16LE, bytes)),
        [0, a, 0, b, ..] if *a != 0 && *b != 0 => Some((UTF_16BE, bytes)),
        _ => None,
    }
}

/// The lines with their line breaks, and where each starts. Lines end at LF, or at CR in a file
/// without LF.
fn physical_lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let end = if memchr(b'\n', bytes).is_some() {
        b'\n'
    } else {
        b'\r'
    };
    let mut start = 0;
    memchr_iter(end, bytes)
        .map(|at| at + 1)
        .chain([bytes.len()])
        .filter_map(move |next| {
            let line = (start, cut(bytes, start..next));
            start = next;
            (!line.1.is_empty()).then_some(line)
        })
}

/// Whether the line at `start` is UTF-8. A character that a fold cuts in two counts as valid.
fn is_utf8(bytes: &[u8], start: usize, line: &[u8]) -> bool {
    let content = line.trim_ascii_end();
    let line_end = start + line.len();
    let skipped = match bytes.get(start.wrapping_sub(1)) {
        Some(b'\n' | b'\r')
            if line.first().is_some_and(|b| is_blank(*b)) && ends_cut(cut(bytes, 0..start)) =>
        {
            1 + content
                .iter()
                .skip(1)
                .take(3)
                .take_while(|b| is_continuation(**b))
                .count()
        }
        _ => 0,
    };
    match std::str::from_utf8(cut(content, skipped..content.len())) {
        Ok(_) => true,
        Err(error) => {
            let next = cut(bytes, line_end..line_end + 2);
            error.error_len().is_none()
                && matches!(next, [blank, after] if is_blank(*blank) && is_continuation(*after))
        }
    }
}

/// Whether the text before a line break ends inside a character.
fn ends_cut(before: &[u8]) -> bool {
    let content = before.trim_ascii_end();
    let tail = cut(content, content.len().saturating_sub(3)..content.len());
    let lead = tail.iter().position(|b| *b >= 0xC2).unwrap_or(tail.len());
    let tail = cut(tail, lead..tail.len());
    !tail.is_empty() && std::str::from_utf8(tail).is_err_and(|e| e.error_len().is_none())
}

fn is_continuation(byte: u8) -> bool {
    byte & 0xC0 == 0x80
}

/// The CHARSET parameter of a property.
struct Label {
    encoding: &'static Encoding,
    /// Whether the charset applies to bytes inside quoted-printable, not to those in the file.
    quoted: bool,
    /// The byte range of the parameter's value in the line.
    word: std::ops::Range<usize>,
}

fn label(line: &[u8]) -> Option<Label> {
    let head = cut(line, 0..memchr(b':', line)?);
    memchr(b';', head)?;
    head::segments(head)
        .map(|s| (s, head::parts(s)))
        .find_map(|(segment, (name, value))| {
            name.filter(|n| n.eq_ignore_ascii_case(b"CHARSET"))?;
            let encoding = labelled(value)?;
            let end = segment.as_ptr().addr() - line.as_ptr().addr() + segment.len();
            let quoted = head::wrapping(head) == Wrapping::Quoted;
            Some(Label {
                encoding,
                quoted,
                word: end - value.len()..end,
            })
        })
}

/// The charset of the lines that are not UTF-8: the first CHARSET parameter on such a line, else one
/// on another line, else a guess.
fn file_charset(bytes: &[u8]) -> &'static Encoding {
    let mut guess = Guess::new();
    let mut elsewhere = None;
    for (start, line) in physical_lines(bytes) {
        let label = label(line).filter(|l| l.encoding != UTF_8);
        if label.is_none() && guess.is_full() {
            continue;
        }
        if is_utf8(bytes, start, line) {
            elsewhere = elsewhere.or(label.map(|l| l.encoding));
            continue;
        }
        if let Some(label) = label {
            return label.encoding;
        }
        if !guess.is_full() && !mostly_utf8(line) {
            guess.feed(line);
        }
    }
    elsewhere.unwrap_or_else(|| guess.finish())
}

/// Converts line by line into UTF-8. The CHARSET of a property takes precedence over the file's
/// charset. A line that is UTF-8 is kept, unless it is also valid in the multi-byte charset it names.
fn convert(bytes: &[u8], charset: &'static Encoding) -> Vec<u8> {
    let mut whole = Vec::with_capacity(bytes.len() + bytes.len() / 8);
    let mut own = None;
    for (start, line) in physical_lines(bytes) {
        let mut body = line;
        if !line.first().is_some_and(|b| is_blank(*b)) {
            own = None;
            if let Some(label) = label(line).filter(|l| !l.quoted && l.encoding != UTF_8) {
                own = Some(label.encoding);
                whole.extend_from_slice(cut(line, 0..label.word.start));
                whole.extend_from_slice(b"UTF-8");
                body = cut(line, label.word.end..line.len());
            }
        }
        if body.is_ascii()
            || (is_utf8(bytes, start, line) && !own.is_some_and(|e| decodes(body, e)))
        {
            whole.extend_from_slice(body);
        } else {
            convert_line(&mut whole, body, own.unwrap_or(charset), charset);
        }
    }
    whole
}

/// Whether the bytes are valid in this multi-byte charset. Every byte is valid in most single-byte
/// charsets, so for these the answer is no.
fn decodes(body: &[u8], encoding: &'static Encoding) -> bool {
    !encoding.is_single_byte()
        && encoding
            .decode_without_bom_handling_and_without_replacement(body)
            .is_some()
}

/// A line longer than this is converted in chunks, so that memory holds no second copy of it.
const LONG_LINE: usize = 1 << 20;

fn convert_line(
    whole: &mut Vec<u8>,
    body: &[u8],
    own: &'static Encoding,
    charset: &'static Encoding,
) {
    if body.len() > LONG_LINE {
        return convert_long(whole, body, own);
    }
    let single = own.is_single_byte();
    if !(single && mostly_utf8(body)) {
        for encoding in [own, charset] {
            if let Some(text) = encoding.decode_without_bom_handling_and_without_replacement(body) {
                whole.extend_from_slice(text.as_bytes());
                return;
            }
        }
    }
    // The line mixes two charsets: keep what is UTF-8 and convert only the invalid bytes.
    let stray = if single {
        own
    } else {
        encoding_rs::WINDOWS_1252
    };
    for chunk in body.utf8_chunks() {
        whole.extend_from_slice(chunk.valid().as_bytes());
        whole.extend_from_slice(
            stray
                .decode_without_bom_handling(chunk.invalid())
                .0
                .as_bytes(),
        );
    }
}

fn convert_long(whole: &mut Vec<u8>, body: &[u8], own: &'static Encoding) {
    let mut decoder = own.new_decoder_without_bom_handling();
    let mut chunks = body.chunks(64 << 10).peekable();
    while let Some(chunk) = chunks.next() {
        let room = decoder
            .max_utf8_buffer_length(chunk.len())
            .unwrap_or(chunk.len() * 4);
        let mut text = String::with_capacity(room);
        let _ = decoder.decode_to_string(chunk, &mut text, chunks.peek().is_none());
        whole.extend_from_slice(text.as_bytes());
    }
}
