//! Writes the heads of properties: group, name and parameters.

use super::{HeadChange, NewProperty, NewValue};
use crate::vcard::contents::is_label_type;
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

/// Most bytes of a group, and of group and name together. With the colon or semicolon after them they fit on
/// a line of 75 octets: a name that goes on in a fold is not known as the start of a property.
const MAX_GROUP: usize = 20;
const MAX_START: usize = 74;

/// Writes group and name, `item1.TEL`, with invalid characters replaced.
pub(super) fn start(head: &mut Vec<u8>, group: Option<&str>, name: &str) {
    let from = head.len();
    if let Some(group) = group {
        head.extend(word(group).bytes().take(MAX_GROUP));
        head.push(b'.');
    }
    let room = MAX_START - (head.len() - from);
    head.extend(word(name).bytes().take(room));
}

/// The text as a valid name: letters, digits and -, starting with a letter.
fn word(text: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
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
    with_segments(&property.head(), None, |segment| {
        !describes_value(segment, value)
    })
}

/// A head without its CHARSET.
pub(super) fn without_charset(head: &[u8]) -> Vec<u8> {
    with_segments(head, None, |segment| {
        !parts(segment)
            .0
            .is_some_and(|name| name.eq_ignore_ascii_case(b"CHARSET"))
    })
}

/// Group, name and those parameters that `keeps` keeps. `group` takes the place of the old one.
fn with_segments(head: &[u8], group: Option<&str>, keeps: impl Fn(&[u8]) -> bool) -> Vec<u8> {
    let mut kept = Vec::with_capacity(head.len());
    let (old_group, name) = name(head);
    if let Some(group) = group.map(str::as_bytes).or(old_group) {
        kept.extend_from_slice(group);
        kept.push(b'.');
    }
    kept.extend_from_slice(name);
    for segment in segments(head).filter(|segment| keeps(segment)) {
        kept.push(b';');
        kept.extend_from_slice(segment);
    }
    kept
}

/// The head of a property with these changes. All other parameters are kept as they are written.
pub(super) fn changed(
    property: &Property<'_>,
    value: Option<&NewValue>,
    change: &HeadChange,
    version: Version,
) -> Vec<u8> {
    let head = property.head();
    let mut out = with_segments(&head, change.group.as_deref(), |_| false);
    let old = segments(&head)
        .filter(|segment| !value.is_some_and(|value| describes_value(segment, value)));
    for segment in old.filter_map(|segment| without_old(segment, change)) {
        out.push(b';');
        out.extend_from_slice(&segment);
    }
    for word in change.types.iter().flatten() {
        param(&mut out, "TYPE", word, version);
    }
    if change.preferred == Some(true) {
        match version {
            Version::V40 => param(&mut out, "PREF", "1", version),
            Version::V30 => param(&mut out, "TYPE", "pref", version),
            Version::V21 => param(&mut out, "TYPE", "PREF", version),
        }
    }
    out
}

/// The parameter without the words that a change replaces; `None` if nothing of it is left.
fn without_old(segment: &[u8], change: &HeadChange) -> Option<Vec<u8>> {
    let (name, text) = parts(segment);
    let is = |known: &[u8]| name.is_some_and(|name| name.eq_ignore_ascii_case(known));
    if is(b"PREF") {
        return change.preferred.is_none().then(|| segment.to_vec());
    }
    if name.is_some() && !is(b"TYPE") {
        return Some(segment.to_vec());
    }
    let stays = |word: &&[u8]| {
        let word = String::from_utf8_lossy(word).trim_matches('"').to_owned();
        let is_pref = word.eq_ignore_ascii_case("pref");
        let is_label = name.is_some() || segment_wrapping(None, word.as_bytes()).is_none();
        let pref_goes = is_pref && change.preferred.is_some();
        let label_goes = change.types.is_some() && is_label && is_label_type(&word);
        !pref_goes && !label_goes
    };
    let words: Vec<&[u8]> = text.split(|b| *b == b',').collect();
    let kept: Vec<&[u8]> = words.iter().copied().filter(|word| stays(word)).collect();
    if kept.len() == words.len() {
        return Some(segment.to_vec());
    }
    if kept.is_empty() {
        return None;
    }
    let mut whole = match name {
        Some(name) => [name, b"="].concat(),
        None => Vec::new(),
    };
    // A list in double quotes may have lost one of them with a word.
    let kept = kept.join(&b","[..]);
    whole.extend(kept.iter().filter(|b| **b != b'"'));
    Some(whole)
}

/// Parameters that say the value once more in other words, or how it sorts (RFC 6350, RFC 9554).
const SAYS_VALUE: [&str; 7] = ["LABEL", "GEO", "TZ", "CC", "SORT-AS", "JSCOMPS", "DERIVED"];

/// Whether a parameter describes the old value: its encoding, charset or type, or what it says.
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
        || SAYS_VALUE.iter().any(|known| is(known))
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
