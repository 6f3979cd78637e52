//! Folds lines at 75 octets (RFC 6350, 3.2).

/// The most octets of a line, without its line break.
const WIDTH: usize = 75;

/// Writes a content line and its line break, folded but never inside a character.
pub(super) fn fold(out: &mut Vec<u8>, content: &[u8], end: &[u8]) {
    let mut rest = content;
    let mut width = WIDTH;
    while let Some((line, tail)) = rest
        .split_at_checked(cut(rest, width))
        .filter(|(_, tail)| !tail.is_empty())
    {
        out.extend_from_slice(line);
        out.extend_from_slice(end);
        out.push(b' ');
        rest = tail;
        width = WIDTH - 1;
    }
    out.extend_from_slice(rest);
    out.extend_from_slice(end);
}

/// Where to cut: at a character's start, and so that neither part is blank, because readers drop blank
/// lines.
fn cut(rest: &[u8], width: usize) -> usize {
    if rest.len() <= width {
        return rest.len();
    }
    let starts = |at: usize| rest.get(at).is_some_and(|b| b & 0xC0 != 0x80);
    let blank = |bytes: &[u8]| {
        bytes
            .iter()
            .all(|b| matches!(b, b' ' | b'\t' | b'\r' | b'\n'))
    };
    let mut at = (width.saturating_sub(3)..=width)
        .rev()
        .find(|at| starts(*at))
        .unwrap_or(width);
    while at < rest.len() && (!starts(at) || blank(rest.get(..at).unwrap_or_default())) {
        at += 1;
    }
    if blank(rest.get(at..).unwrap_or_default()) {
        rest.len()
    } else {
        at
    }
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
