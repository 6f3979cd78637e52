//! Writes the heads of properties: group, name and parameters.

use super::{NewProperty, NewValue};
use crate::vcard::head::{name, parts, segment_wrapping, segments};
use crate::vcard::{Property, Version};

/// The head of a new property.
pub(super) fn new(property: &NewProperty, version: Version) -> Vec<u8> {
    let mut head = Vec::new();
    start(&mut head, property.group.as_deref(), &property.name);
    for (name, value) in &property.params {
        param(&mut head, name, value, version);
    }
    head
}

/// Most bytes of a group and of a name: both fit on a line of 75 octets together.
const MAX_GROUP: usize = 20;
const MAX_NAME: usize = 48;

/// Writes group and name, `item1.TEL`, with invalid characters replaced.
pub(super) fn start(head: &mut Vec<u8>, group: Option<&str>, name: &str) {
    if let Some(group) = group {
        head.extend(word(group).bytes().take(MAX_GROUP));
        head.push(b'.');
    }
    head.extend(word(name).bytes().take(MAX_NAME));
}

/// The text as a valid name: letters, digits, - and _, starting with a letter.
fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let word: String = text
        .chars()
        .map(|c| if plain(c) { c } else { '-' })
        .collect();
    if word.starts_with(|c: char| c.is_ascii_alphabetic()) {
        word
    } else {
        format!("X{word}")
    }
}

/// Writes `;NAME=value`; in 2.1 a TYPE is written as a bare value.
pub(super) fn param(head: &mut Vec<u8>, name: &str, value: &str, version: Version) {
    let bare = version == Version::V21 && name.eq_ignore_ascii_case("TYPE") && word(value) == value;
    head.push(b';');
    if !bare {
        head.extend_from_slice(word(name).as_bytes());
        head.push(b'=');
    }
    head.extend_from_slice(quoted(value).as_bytes());
}

/// The parameter value in double quotes where it needs them. Characters that cannot be quoted are
/// escaped with carets (RFC 6868).
fn quoted(value: &str) -> String {
    let plain = value
        .replace('^', "^^")
        .replace('"', "^'")
        .replace("\r\n", "^n")
        .replace(['\n', '\r'], "^n");
    let plain: String = plain
        .chars()
        .filter(|c| !c.is_control() || *c == '\t')
        .collect();
    if plain.contains([':', ';', ',', '=']) || plain != plain.trim() {
        format!("\"{plain}\"")
    } else {
        plain
    }
}

/// The head of a property whose value is replaced, without the parameters that describe the old value.
pub(super) fn kept(property: &Property<'_>, value: &NewValue) -> Vec<u8> {
    let head = property.head();
    let mut kept = Vec::with_capacity(head.len());
    let (group, name) = name(&head);
    if let Some(group) = group {
        kept.extend_from_slice(group);
        kept.push(b'.');
    }
    kept.extend_from_slice(name);
    for segment in segments(&head).filter(|segment| !describes_value(segment, value)) {
        kept.push(b';');
        kept.extend_from_slice(segment);
    }
    kept
}

/// Whether a parameter describes the old value: its encoding, charset or type.
fn describes_value(segment: &[u8], value: &NewValue) -> bool {
    let (name, text) = parts(segment);
    let Some(name) = name else {
        return segment_wrapping(None, text).is_some() || is_media(text, value);
    };
    let is = |known: &str| name.eq_ignore_ascii_case(known.as_bytes());
    if is("VALUE") {
        return replaces_value(&String::from_utf8_lossy(text), Some(value));
    }
    is("ENCODING")
        || is("CHARSET")
        || is("X-APPLE-OMIT-YEAR")
        || is("MEDIATYPE")
        || (is("TYPE") && is_media(text, value))
}

/// Whether the type that VALUE names does not fit the new value. Without a new value it fits.
pub(super) fn replaces_value(named: &str, value: Option<&NewValue>) -> bool {
    match value {
        None => false,
        Some(NewValue::Text(_) | NewValue::Components(_) | NewValue::List(_)) => {
            !named.eq_ignore_ascii_case("text")
        }
        Some(NewValue::Date { .. }) => !named.eq_ignore_ascii_case("date"),
        Some(NewValue::Uri(_) | NewValue::Bytes { .. }) => true,
    }
}

/// Whether the word names a picture format, which does not describe a new picture.
fn is_media(word: &[u8], value: &NewValue) -> bool {
    const KINDS: [&str; 8] = ["JPEG", "JPG", "PNG", "GIF", "BMP", "WEBP", "TIFF", "HEIC"];
    matches!(value, NewValue::Bytes { .. } | NewValue::Uri(_))
        && KINDS
            .iter()
            .any(|kind| word.eq_ignore_ascii_case(kind.as_bytes()))
}
