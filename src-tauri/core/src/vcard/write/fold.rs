//! Folds lines at 75 octets (RFC 6350, 3.2).

use std::ops::Range;

use crate::vcard::lines::cut;

/// The most octets of a line, without its line break.
const WIDTH: usize = 75;

/// Writes a content line and its line break, folded but never inside a character. Readers drop blank lines, so
/// no part is blank, and know a property by its name and the sign after it, so these stay on one line. Only a run
/// of more blanks than fit on a line makes a longer one.
pub(super) fn fold(out: &mut Vec<u8>, content: &[u8], end: &[u8]) {
    let last = content.iter().rposition(|b| !is_blank(*b)).unwrap_or(0);
    let name_end = content.iter().position(|b| matches!(b, b':' | b';'));
    let name_end = name_end.unwrap_or(0);
    let mut from = 0;
    let mut width = WIDTH;
    while let Some(at) = next_fold(content, from, width, name_end..last + 1) {
        out.extend_from_slice(cut(content, from..at));
        out.extend_from_slice(end);
        out.push(b' ');
        from = at;
        width = WIDTH - 1;
    }
    out.extend_from_slice(cut(content, from..content.len()));
    out.extend_from_slice(end);
}

/// Where the line that starts at `from` is folded: the last place at which it fits, else the first after that.
/// `None` if it need not be or cannot be. `within` begins where the name ends, and ends after the last byte that is
/// not blank.
fn next_fold(content: &[u8], from: usize, width: usize, within: Range<usize>) -> Option<usize> {
    if content.len() - from <= width {
        return None;
    }
    let rest = cut(content, from..content.len());
    let first = from + rest.iter().position(|b| !is_blank(*b))?;
    let first = first.max(within.start);
    let starts_character = |at: usize| content.get(at).is_some_and(|b| b & 0xC0 != 0x80);
    let can_fold = |at: &usize| *at > first && *at < within.end && starts_character(*at);
    let fits = (from + 1..=from + width).rev().find(can_fold);
    fits.or_else(|| (from + width + 1..within.end).find(can_fold))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n')
}

/// Writes a value as quoted-printable with soft breaks, and its line break. `used` is the head's
/// length in bytes. No line after the first starts with a blank, letter or digit, so that no reader
/// takes it for a fold or a property.
pub(super) fn soft_break(out: &mut Vec<u8>, value: &[u8], used: usize, end: &[u8]) {
    let mut column = used;
    for (index, byte) in value.iter().enumerate() {
        let last = index + 1 == value.len();
        let breaks = column >= WIDTH - 3;
        if breaks {
            out.push(b'=');
            out.extend_from_slice(end);
            column = 0;
        }
        let blank = *byte == b' ';
        let misread = (breaks && (byte.is_ascii_alphanumeric() || blank)) || (last && blank);
        let plain = matches!(byte, b' '..=b'~') && *byte != b'=' && !misread;
        if plain {
            out.push(*byte);
            column += 1;
        } else {
            out.extend_from_slice(format!("={byte:02X}").as_bytes());
            column += 3;
        }
    }
    out.extend_from_slice(end);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(content: &str) -> String {
        let mut out = Vec::new();
        fold(&mut out, content.as_bytes(), b"\r\n");
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn a_blank_that_does_not_fit_takes_a_character_with_it() {
        let content = format!("{}b ", "a".repeat(74));
        assert_eq!(folded(&content), format!("{}\r\n b \r\n", "a".repeat(74)));
    }

    #[test]
    fn the_name_stays_with_the_sign_after_it() {
        let content = format!("item1.X-ABLABEL:{}", " ".repeat(80));
        assert_eq!(folded(&content), content + "\r\n");
    }

    #[test]
    fn a_million_blanks_are_folded_at_once() {
        let content = format!("NOTE:{}a{}", " ".repeat(1_000_000), " ".repeat(1_000_000));
        assert_eq!(folded(&content).replace("\r\n ", ""), content + "\r\n");
    }

    proptest! {
        #[test]
        fn lines_fit_and_make_the_whole(content in "X:((a|é|€|𝄞){1,3} {0,20}){0,40}") {
            let folded = folded(&content);
            for line in folded.split("\r\n") {
                prop_assert!(line.len() <= WIDTH, "{line}");
            }
            prop_assert!(folded.split("\r\n ").all(|line| !line.trim().is_empty()));
            prop_assert_eq!(folded.replace("\r\n ", ""), content + "\r\n");
        }
    }
}
