//! Encodes a value for a version: escapes, quoted-printable, base64.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::NewValue;
use super::fold::{fold, soft_break};
use crate::vcard::Version;

/// An escaped value, and the parameters it needs.
struct Encoded {
    params: Vec<String>,
    value: String,
    /// Whether `value` is to be written as quoted-printable.
    quoted: bool,
    /// Whether a blank line follows, as 2.1 demands after base64.
    blank_after: bool,
}

impl Encoded {
    fn plain(value: String) -> Self {
        Self {
            params: Vec::new(),
            value,
            quoted: false,
            blank_after: false,
        }
    }

    fn with(value: String, param: &str) -> Self {
        Self {
            params: vec![param.to_owned()],
            ..Self::plain(value)
        }
    }
}

/// Writes `head:value` folded, with the parameters that the value needs. `end` is the line break.
pub(super) fn property(
    out: &mut Vec<u8>,
    head: &[u8],
    value: &NewValue,
    version: Version,
    end: &[u8],
) {
    let encoded = encode(value, name(head), version);
    let mut line = head.to_vec();
    for param in &encoded.params {
        line.push(b';');
        line.extend_from_slice(param.as_bytes());
    }
    line.push(b':');
    if encoded.quoted {
        out.extend_from_slice(&line);
        return soft_break(out, encoded.value.as_bytes(), line.len(), end);
    }
    line.extend_from_slice(encoded.value.as_bytes());
    if version == Version::V21 && !encoded.blank_after {
        out.extend_from_slice(&line);
        return out.extend_from_slice(end);
    }
    fold(out, &line, end);
    if encoded.blank_after {
        out.extend_from_slice(end);
    }
}

/// The name in capitals: TEL of `item1.TEL;TYPE=work`.
fn name(head: &[u8]) -> String {
    String::from_utf8_lossy(crate::vcard::head::name(head).1).to_ascii_uppercase()
}

fn encode(value: &NewValue, name: String, version: Version) -> Encoded {
    let separated = |parts: &[String], separator: &str| {
        let parts: Vec<String> = parts
            .iter()
            .map(|part| escape(part, version, separator))
            .collect();
        parts.join(separator)
    };
    match value {
        NewValue::Text(text) => {
            let encoded = quoted_if_needed(escape(text, version, ""), version);
            let uri_by_default = version == Version::V40 && matches!(name.as_str(), "RELATED");
            if uri_by_default {
                Encoded::with(encoded.value, "VALUE=text")
            } else {
                encoded
            }
        }
        NewValue::Components(parts) => quoted_if_needed(separated(parts, ";"), version),
        NewValue::List(parts) => quoted_if_needed(separated(parts, ","), version),
        NewValue::Date { year, month, day } => dated(*year, *month, *day, version),
        NewValue::Uri(uri) => uri_value(uri, &name, version),
        NewValue::Bytes { media_type, data } => bytes(media_type, data, version),
    }
}

/// Escapes as the version demands. In 2.1 that is the separator, and a backslash only where it would
/// be read as an escape.
pub(super) fn escape(text: &str, version: Version, separator: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let ambiguous = chars
            .peek()
            .is_none_or(|next| matches!(next, '\\' | ';' | ',' | ':' | '\n'));
        match (c, version) {
            ('\\', Version::V21) if !ambiguous => escaped.push('\\'),
            ('\\', _) => escaped.push_str("\\\\"),
            ('\n', Version::V30 | Version::V40) => escaped.push_str("\\n"),
            (';' | ',', Version::V30 | Version::V40) => escaped.extend(['\\', c]),
            (c, Version::V21) if separator.starts_with(c) => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

/// Makes the value quoted-printable if 2.1 needs it: 2.1 allows plain ASCII on one line only.
fn quoted_if_needed(value: String, version: Version) -> Encoded {
    let printable = value.bytes().all(|b| matches!(b, b' '..=b'~' | b'\t'));
    if version != Version::V21 || (printable && value.len() < 60) {
        return Encoded::plain(value);
    }
    let charset = (!value.is_ascii()).then(|| "CHARSET=UTF-8".to_owned());
    let params = charset
        .into_iter()
        .chain(["ENCODING=QUOTED-PRINTABLE".to_owned()])
        .collect();
    Encoded {
        params,
        value: value.replace('\n', "\r\n"),
        quoted: true,
        blank_after: false,
    }
}

fn dated(year: Option<i32>, month: Option<u8>, day: Option<u8>, version: Version) -> Encoded {
    let text = date(year, month, day, version);
    // Apple and Google write this. 3.0 has no form such as --0412.
    match (year, month, day) {
        (None, Some(_), Some(_)) if version != Version::V40 => {
            Encoded::with(text, "X-APPLE-OMIT-YEAR=1604")
        }
        _ => Encoded::plain(text),
    }
}

/// A date as the version writes it: 1985-04-12, in 4.0 19850412.
pub(super) fn date(
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    version: Version,
) -> String {
    match (year, month, day) {
        (Some(y), Some(m), Some(d)) if version == Version::V40 => format!("{y:04}{m:02}{d:02}"),
        (Some(y), Some(m), Some(d)) => format!("{y:04}-{m:02}-{d:02}"),
        (None, Some(m), Some(d)) if version == Version::V40 => format!("--{m:02}{d:02}"),
        (None, Some(m), Some(d)) => format!("1604-{m:02}-{d:02}"),
        (Some(y), Some(m), None) => format!("{y:04}-{m:02}"),
        (Some(y), None, _) => format!("{y:04}"),
        (None, Some(m), None) => format!("--{m:02}"),
        (None, None, Some(d)) => format!("---{d:02}"),
        (None, None, None) => String::new(),
    }
}

fn uri_value(uri: &str, name: &str, version: Version) -> Encoded {
    let uri: String = uri.chars().filter(|c| !c.is_control()).collect();
    let binary = matches!(name, "PHOTO" | "LOGO" | "SOUND" | "KEY");
    match version {
        Version::V21 if binary => Encoded::with(uri, "VALUE=URL"),
        Version::V30 if binary => Encoded::with(uri, "VALUE=uri"),
        Version::V40 if matches!(name, "TEL" | "BDAY" | "ANNIVERSARY") => {
            Encoded::with(uri, "VALUE=uri")
        }
        _ => Encoded::plain(uri),
    }
}

fn bytes(media_type: &str, data: &[u8], version: Version) -> Encoded {
    let coded = STANDARD.encode(data);
    let kind = media_type
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_uppercase();
    match version {
        Version::V40 => Encoded::plain(format!("data:{media_type};base64,{coded}")),
        Version::V30 => Encoded {
            params: vec!["ENCODING=b".to_owned(), format!("TYPE={kind}")],
            ..Encoded::plain(coded)
        },
        Version::V21 => Encoded {
            params: vec!["ENCODING=BASE64".to_owned(), kind],
            blank_after: true,
            ..Encoded::plain(coded)
        },
    }
}
