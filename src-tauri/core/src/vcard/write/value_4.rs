//! Values in the forms of 4.0.

use super::encode::{date, escape};
use super::media::media_type;
use super::rules_4::{Form, is_word};
use super::time_4::{basic_date_time, timestamp, utc_offset};
use crate::vcard::head::Wrapping;
use crate::vcard::{Property, Version, contents, one, value};

/// A value as 4.0 writes it, escaped, and the VALUE parameter that it needs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Written {
    pub(super) text: String,
    pub(super) kind: Option<&'static str>,
    /// Whether it holds the bytes of a picture or the like, with their type.
    pub(super) is_media: bool,
}

impl Written {
    fn plain(text: String) -> Self {
        Self {
            text,
            kind: None,
            is_media: false,
        }
    }

    fn of_kind(text: String, kind: &'static str) -> Self {
        Self {
            kind: Some(kind),
            ..Self::plain(text)
        }
    }
}

/// The value in this form; `None` where it does not fit.
pub(super) fn written(name: &str, form: Form, old: &Property<'_>) -> Option<Written> {
    if matches!(form, Form::Uri | Form::UriOrText) && holds_bytes(old) {
        return media(name, old);
    }
    let text = || escaped(&old.text());
    match form {
        Form::Text => Some(Written::plain(text())),
        Form::List => Some(Written::plain(joined(&old.list(), ","))),
        Form::Parts(count) => Some(Written::plain(parts(old, count))),
        Form::Units => Some(Written::plain(joined(&old.components(), ";"))),
        Form::Uri => uri(name, &old.text()).map(Written::plain),
        Form::UriOrText => Some(uri_or_text(old)),
        Form::TextOrUri => Some(text_or_uri(old)),
        Form::Date => Some(date_of(old)),
        Form::Timestamp => timestamp(old.text().trim()).map(Written::plain),
        Form::Language => Some(old.text().trim().to_owned())
            .filter(|tag| is_word(tag))
            .map(Written::plain),
        Form::Gender => gender(old),
        Form::Place => place(old).map(Written::plain),
        Form::Zone => Some(zone(old)),
        Form::Word => Some(old.text().trim().to_owned())
            .filter(|word| is_word(word))
            .map(Written::plain),
        Form::NumberAndUri => number_and_uri(old),
    }
}

/// The value of an extension. Its form is not known, so separators stay as they are.
pub(super) fn written_freely(name: &str, old: &Property<'_>) -> Written {
    if let Some(media) = holds_bytes(old).then(|| media(name, old)).flatten() {
        return Written {
            kind: Some("uri"),
            ..media
        };
    }
    if old.is("AGENT") && one(old.raw_value()).is_some() {
        return Written::plain(escaped(String::from_utf8_lossy(old.raw_value()).trim()));
    }
    let said_uri = old
        .param("VALUE")
        .is_some_and(|kind| kind.eq_ignore_ascii_case("uri") || kind.eq_ignore_ascii_case("url"));
    match said_uri.then(|| any_uri(&old.text())).flatten() {
        Some(uri) => Written::of_kind(uri, "uri"),
        None => Written::plain(with_known_escapes(&old.decoded(), old.version)),
    }
}

/// Whether the value is bytes and not a text: a data: address, or base64 that is no text.
fn holds_bytes(old: &Property<'_>) -> bool {
    let is_data = old.is_data_address();
    old.is_inline() && (is_data || old.holds_binary())
}

fn media(name: &str, old: &Property<'_>) -> Option<Written> {
    use base64::Engine;
    let data = old.bytes()?;
    let coded = base64::engine::general_purpose::STANDARD.encode(&data);
    let kind = media_type(name, old, &data);
    Some(Written {
        text: format!("data:{kind};base64,{coded}"),
        kind: None,
        is_media: true,
    })
}

/// Escapes a text. Control characters other than tabs and line breaks cannot be written.
pub(super) fn escaped(text: &str) -> String {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
        .collect();
    escape(&plain, Version::V40, "")
}

fn joined(parts: &[String], separator: &str) -> String {
    let parts: Vec<String> = parts.iter().map(|part| escaped(part)).collect();
    parts.join(separator)
}

/// Exactly this many parts. Commas separate values within a part in 3.0 and 4.0, and belong to the text in
/// 2.1.
fn parts(old: &Property<'_>, count: usize) -> String {
    let mut parts: Vec<String> = if old.version == Version::V21 || old.wrapping != Wrapping::Plain {
        old.components().iter().map(|part| escaped(part)).collect()
    } else {
        let unfolded = old.unfolded();
        let list = |part: &[u8]| {
            let values: Vec<String> = value::split(part, b',')
                .into_iter()
                .map(|one| {
                    let one = String::from_utf8_lossy(one);
                    escaped(&value::unescape(one, old.version))
                })
                .collect();
            values.join(",")
        };
        value::split(&unfolded, b';')
            .into_iter()
            .map(list)
            .collect()
    };
    // RFC 9554 allows two more parts in N and eleven more in ADR.
    let most = if count == 5 { 7 } else { 18 };
    if parts.len() > most || (parts.len() > count && old.version != Version::V40) {
        let rest: Vec<String> = parts
            .drain(count..)
            .filter(|part| !part.is_empty())
            .collect();
        if let (Some(last), false) = (parts.last_mut(), rest.is_empty()) {
            let whole: Vec<&str> = std::iter::once(last.as_str())
                .chain(rest.iter().map(String::as_str))
                .filter(|part| !part.is_empty())
                .collect();
            *last = whole.join(",");
        }
    }
    let fill = count.saturating_sub(parts.len());
    parts.extend(std::iter::repeat_n(String::new(), fill));
    parts.join(";")
}

/// A URI. A web address without its scheme gets one.
fn uri(name: &str, text: &str) -> Option<String> {
    let text = text.trim();
    let host = text.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.')
        && host
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
    any_uri(text).or_else(|| (name == "URL" && is_host).then(|| encoded(&format!("http://{text}"))))
}

/// The text as a URI, if it begins with a scheme.
fn any_uri(text: &str) -> Option<String> {
    let text = text.trim();
    let (scheme, rest) = text.split_once(':')?;
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    // "example.org:80" is a host with a port, "C:\x" a path.
    let port = !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit());
    let is_host = scheme.contains('.') && port;
    (named && scheme.len() > 1 && !rest.is_empty() && !is_host).then(|| encoded(text))
}

/// Writes characters that a URI cannot have as %XX.
fn encoded(text: &str) -> String {
    use std::fmt::Write;
    let mut uri = String::with_capacity(text.len());
    for byte in text.bytes() {
        let plain = byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte);
        if plain {
            uri.push(char::from(byte));
        } else if !byte.is_ascii_control() {
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}

fn uri_or_text(old: &Property<'_>) -> Written {
    let text = old.text();
    let said = old.param("VALUE");
    let is_text = said.is_some_and(|kind| kind.eq_ignore_ascii_case("text"));
    match any_uri(&text).filter(|_| !is_text && !text.trim().contains(' ')) {
        Some(uri) => Written::plain(uri),
        None => Written::of_kind(escaped(&text), "text"),
    }
}

fn text_or_uri(old: &Property<'_>) -> Written {
    let text = old.text();
    let said = old.param("VALUE");
    let is_uri = said.is_some_and(|kind| kind.eq_ignore_ascii_case("uri"));
    match any_uri(&text).filter(|_| is_uri) {
        Some(uri) => Written::of_kind(uri, "uri"),
        None => Written::plain(escaped(&text)),
    }
}

/// A date in basic format where all of it could be read; otherwise its text.
fn date_of(old: &Property<'_>) -> Written {
    let read = contents::date_of(old);
    let said = old.param("VALUE");
    let as_text = || Written::of_kind(escaped(&read.raw), "text");
    if said.is_some_and(|kind| kind.eq_ignore_ascii_case("text")) {
        return as_text();
    }
    if let Some(text) = basic_date_time(&read.raw) {
        return Written::plain(text);
    }
    let without_year = read.raw.starts_with("--") || old.param("X-APPLE-OMIT-YEAR").is_some();
    let whole = read.year.is_some() || (without_year && (read.month.or(read.day)).is_some());
    let timed = read.raw.contains(':');
    let odd_year = read
        .year
        .is_some_and(|_| read.month.is_none() && read.day.is_some());
    if !whole || timed || odd_year {
        return as_text();
    }
    Written::plain(date(read.year, read.month, read.day, Version::V40))
}

fn gender(old: &Property<'_>) -> Option<Written> {
    let parts = old.components();
    let letter = parts.first().map(|part| part.trim().to_ascii_uppercase())?;
    let known = letter.is_empty() || matches!(letter.as_str(), "M" | "F" | "O" | "N" | "U");
    (known && parts.len() <= 2).then(|| Written::plain(joined(&parts, ";")))
}

/// A place as geo: address, from `37.24;-17.87`, from the comma that some programs write, or from one.
fn place(old: &Property<'_>) -> Option<String> {
    let text = old.text();
    let text = text.trim();
    if text
        .get(..4)
        .is_some_and(|start| start.eq_ignore_ascii_case("geo:"))
    {
        return any_uri(text);
    }
    let (latitude, longitude) = text.split_once([';', ','])?;
    let number = |text: &str| {
        let text = text.trim().to_owned();
        let plain = text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'-' | b'+'));
        (plain && text.parse::<f64>().is_ok()).then(|| text.trim_start_matches('+').to_owned())
    };
    Some(format!("geo:{},{}", number(latitude)?, number(longitude)?))
}

fn zone(old: &Property<'_>) -> Written {
    let text = old.text();
    let said = old.param("VALUE").unwrap_or_default();
    if said.eq_ignore_ascii_case("utc-offset")
        && let Some(offset) = utc_offset(text.trim())
    {
        return Written::of_kind(offset, "utc-offset");
    }
    match any_uri(&text).filter(|_| said.eq_ignore_ascii_case("uri")) {
        Some(uri) => Written::of_kind(uri, "uri"),
        None => Written::plain(escaped(&text)),
    }
}

fn number_and_uri(old: &Property<'_>) -> Option<Written> {
    let text = old.text();
    let (number, uri) = text.trim().split_once(';')?;
    let digits = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
    let uri = any_uri(uri).filter(|_| digits)?;
    Some(Written::plain(format!("{number};{uri}")))
}

/// Keeps the escapes that 4.0 has and undoes others, such as `\:`. A backslash that escapes nothing is
/// doubled.
fn with_known_escapes(decoded: &str, version: Version) -> String {
    let decoded = decoded.replace("\r\n", "\n").replace('\r', "\n");
    let mut text = String::with_capacity(decoded.len());
    let mut chars = decoded.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        match (c, next) {
            ('\n', _) => text.push_str("\\n"),
            ('\\', Some(escaped @ ('\\' | ';' | ','))) => {
                text.extend(['\\', escaped]);
                chars.next();
            }
            ('\\', Some('n' | 'N')) if version != Version::V21 => {
                text.push_str("\\n");
                chars.next();
            }
            ('\\', Some(plain @ (':' | '"'))) if plain == ':' || version != Version::V21 => {
                text.push(plain);
                chars.next();
            }
            ('\\', _) => text.push_str("\\\\"),
            (c, _) if c.is_control() && c != '\t' => {}
            (c, _) => text.push(c),
        }
    }
    text
}
