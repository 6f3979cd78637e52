//! Values made fit for one line of a page.

use std::borrow::Cow;

/// One line: trimmed, runs of white space (line ends too) made one space.
pub(super) fn one_line(text: &str) -> String {
    let plain = text.trim();
    if !plain.bytes().any(|b| b.is_ascii_control()) && !plain.contains("  ") {
        return plain.to_owned();
    }
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: line ends made one kind, trimmed at both ends.
pub(super) fn many_lines(text: Cow<'_, str>) -> String {
    let plain = text.trim();
    if plain.contains('\r') {
        return plain.replace("\r\n", "\n").replace('\r', "\n");
    }
    plain.to_owned()
}

/// A mail address: without mailto:, and without the name around `<…>`.
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

/// A phone number as written, without tel:.
pub(super) fn phone(text: &str) -> String {
    let first = text.trim().lines().next().unwrap_or_default();
    one_line(without_scheme(first, "tel:"))
}

/// Without that scheme, whatever its case.
fn without_scheme<'a>(text: &'a str, scheme: &str) -> &'a str {
    match text.get(..scheme.len()) {
        Some(head) if head.eq_ignore_ascii_case(scheme) => {
            text.get(scheme.len()..).unwrap_or_default()
        }
        _ => text,
    }
}
