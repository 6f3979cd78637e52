//! Writes one property of an older card in version 4.0.

use super::encode;
use super::fold::fold;
use super::heads::param;
use super::{NewValue, heads};
use crate::vcard::contents::related_type;
use crate::vcard::head::Wrapping;
use crate::vcard::{Card, Property, Version, one};

/// Writes the property in version 4.0; `value` replaces its own value.
pub(super) fn write_as_version_4(
    out: &mut Vec<u8>,
    card: &Card<'_>,
    old: &Property<'_>,
    value: Option<&NewValue>,
    end: &[u8],
) {
    let mut upper = [0; 40];
    let name = old.upper_name(&mut upper);
    let converted = value.is_none().then(|| convert(name, old)).flatten();
    let value = value.or(converted.as_ref());
    let head = head(name, card, old, value);
    match value {
        Some(value) => encode::property(out, &head, value, Version::V40, end),
        None => {
            let mut line = head;
            line.push(b':');
            line.extend_from_slice(escaped_already(old).as_bytes());
            fold(out, &line, end);
        }
    }
}

/// The value still escaped. 3.0 and 4.0 escape in the same way, so it needs no conversion.
fn escaped_already(old: &Property<'_>) -> String {
    old.decoded()
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

/// The value in its 4.0 form, where that differs from the form in the card's version.
fn convert(name: &[u8], old: &Property<'_>) -> Option<NewValue> {
    let text = || old.text().into_owned();
    match name {
        _ if old.is_inline() => {
            let data = old.bytes()?;
            Some(NewValue::Bytes {
                media_type: media_type(name, old, &data),
                data,
            })
        }
        b"AGENT" if one(old.raw_value()).is_some() => Some(NewValue::Text(
            String::from_utf8_lossy(old.raw_value()).trim().to_owned(),
        )),
        b"BDAY" | b"ANNIVERSARY" | b"DEATHDATE" => date(old),
        b"GEO" => match old.components().as_slice() {
            [latitude, longitude] => Some(NewValue::Uri(format!(
                "geo:{},{}",
                latitude.trim(),
                longitude.trim()
            ))),
            _ => Some(NewValue::Uri(text())),
        },
        b"X-ABRELATEDNAMES" => Some(NewValue::Text(text())),
        _ if old.version != Version::V21 && old.wrapping != Wrapping::Quoted => None,
        b"URL" | b"IMPP" | b"UID" | b"SOURCE" | b"FBURL" | b"CALURI" | b"CALADRURI" | b"PHOTO"
        | b"LOGO" | b"KEY" | b"X-SOCIALPROFILE" => Some(NewValue::Uri(text())),
        b"CATEGORIES" | b"NICKNAME" => Some(NewValue::List(old.list())),
        b"FN" | b"NOTE" | b"LABEL" | b"TITLE" | b"ROLE" | b"EMAIL" | b"TEL" => {
            Some(NewValue::Text(text()))
        }
        _ => Some(NewValue::Components(old.components())),
    }
}

/// The date in 4.0's form if it could be read and has no time. Otherwise `None`, which keeps its text
/// (2.1: the text is escaped anew).
fn date(old: &Property<'_>) -> Option<NewValue> {
    let date = crate::vcard::contents::date_of(old);
    let timed = date.raw.contains(['T', ':']);
    if timed || (date.month.is_none() && date.year.is_none()) {
        return (old.version == Version::V21).then_some(NewValue::Text(date.raw));
    }
    Some(NewValue::Date {
        year: date.year,
        month: date.month,
        day: date.day,
    })
}

/// The head in 4.0: without ENCODING and CHARSET, bare parameters named, and TYPE=pref as PREF=1.
fn head(name: &[u8], card: &Card<'_>, old: &Property<'_>, value: Option<&NewValue>) -> Vec<u8> {
    let mut head = Vec::new();
    let (group, own) = (old.group(), old.name());
    let name = match name {
        b"X-ABRELATEDNAMES" => "RELATED",
        b"X-ADDRESSBOOKSERVER-KIND" => "KIND",
        b"X-ADDRESSBOOKSERVER-MEMBER" => "MEMBER",
        b"" => "X-UNNAMED",
        _ => &own,
    };
    heads::start(&mut head, group.as_deref(), name);
    if name == "RELATED"
        && let Some(kind) = related_type(card, old)
    {
        param(&mut head, "TYPE", kind, Version::V40);
    }
    let media = matches!(value, Some(NewValue::Bytes { .. }));
    for given in old.params() {
        let is = |known: &str| given.name.eq_ignore_ascii_case(known);
        let type_is = |known: &str| is("TYPE") && given.value.eq_ignore_ascii_case(known);
        if is("ENCODING") || is("CHARSET") || (media && (is("TYPE") || is("VALUE"))) {
            continue;
        }
        if is("X-APPLE-OMIT-YEAR") || (is("VALUE") && heads::replaces_value(&given.value, value)) {
            continue;
        }
        if type_is("pref") {
            param(&mut head, "PREF", "1", Version::V40);
        } else {
            param(&mut head, &given.name, &given.value, Version::V40);
        }
    }
    head
}

/// The media type: from MEDIATYPE, a data: address, the first bytes, or TYPE, in this order.
fn media_type(name: &[u8], old: &Property<'_>, data: &[u8]) -> String {
    let said = old
        .param("MEDIATYPE")
        .map(std::borrow::Cow::into_owned)
        .or_else(|| of_data_address(old));
    if let Some(media_type) = said.or_else(|| by_first_bytes(data).map(str::to_owned)) {
        return media_type;
    }
    let kind = old
        .types()
        .into_iter()
        .find(|t| !matches!(t.as_str(), "home" | "work" | "pref"));
    match (name, kind.as_deref()) {
        (_, Some("jpg")) => "image/jpeg".to_owned(),
        (b"PHOTO" | b"LOGO", Some(kind)) => format!("image/{kind}"),
        (b"SOUND", Some(kind)) => format!("audio/{kind}"),
        (b"KEY", Some("pgp")) => "application/pgp-keys".to_owned(),
        (b"KEY", Some("x509")) => "application/pkix-cert".to_owned(),
        _ => "application/octet-stream".to_owned(),
    }
}

/// The media type of a picture, from its file signature.
fn by_first_bytes(data: &[u8]) -> Option<&'static str> {
    let webp = data.starts_with(b"RIFF") && data.get(8..12) == Some(b"WEBP");
    match data {
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        _ => webp.then_some("image/webp"),
    }
}

/// The media type that a data: address names.
fn of_data_address(old: &Property<'_>) -> Option<String> {
    let value = old.raw_value().trim_ascii_start();
    let start = String::from_utf8_lossy(value.get(..value.len().min(80))?).into_owned();
    let inside = start
        .get(..5)
        .filter(|s| s.eq_ignore_ascii_case("data:"))
        .and(start.get(5..))?;
    let end = inside.find([';', ','])?;
    inside
        .get(..end)
        .filter(|t| t.contains('/'))
        .map(str::to_owned)
}
