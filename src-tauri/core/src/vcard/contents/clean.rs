//! Normalises values for display: white space, line breaks, mailto: and tel:.

use std::borrow::Cow;

use memchr::memchr;

/// The text on one line: trimmed, each run of white space and line breaks replaced by one space.
pub(super) fn one_line(text: &str) -> String {
    let plain = text.trim();
    let mut after_space = false;
    let mut is_odd = |b: u8| {
        let is_second = after_space && b == b' ';
        after_space = b == b' ';
        is_second || b.is_ascii_control()
    };
    // Nearly every value is one line already.
    if !plain.bytes().any(&mut is_odd) {
        return plain.to_owned();
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text trimmed, with CRLF and CR replaced by LF.
pub(super) fn many_lines(text: Cow<'_, str>) -> String {
    let plain = text.trim();
    if memchr(b'\r', plain.as_bytes()).is_some() {
        return plain.replace("\r\n", "\n").replace('\r', "\n");
    }
    plain.to_owned()
}

/// The mail address in the text: without mailto:, and of `Ada <ada@example.org>` the part in brackets.
pub(super) fn email(text: &str) -> String {
    let plain = without_scheme(text.trim(), "mailto:");
    if let (Some(open), Some(close)) = (plain.rfind('<'), plain.rfind('>'))
        && let Some(inner) = plain.get(open + 1..close)
        && inner.contains('@')
    {
        return one_line(inner);
    }
    one_line(plain)
}

/// The first line of a phone number, as written but without tel:.
pub(super) fn phone(text: &str) -> String {
    let first = text.trim().lines().next().unwrap_or_default();
    one_line(without_scheme(first, "tel:"))
}

/// Removes this scheme from the start, ignoring case.
fn without_scheme<'a>(text: &'a str, scheme: &str) -> &'a str {
    match text.get(..scheme.len()) {
        Some(head) if head.eq_ignore_ascii_case(scheme) => {
            text.get(scheme.len()..).unwrap_or_default()
        }
        _ => text,
    }
}
