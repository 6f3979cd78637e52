//! The media types of pictures, sounds and keys.

use super::rules_4::is_media_type;
use crate::vcard::Property;

/// The media type: from MEDIATYPE, a data: address, the first bytes, or TYPE, in this order. `name` is in
/// capitals.
pub(super) fn media_type(name: &str, old: &Property<'_>, data: &[u8]) -> String {
    let said = old
        .param("MEDIATYPE")
        .map(std::borrow::Cow::into_owned)
        .or_else(|| of_data_address(old))
        .filter(|said| is_media_type(said));
    if let Some(media_type) = said.or_else(|| by_first_bytes(data).map(str::to_owned)) {
        return media_type;
    }
    let kind = old
        .types()
        .into_iter()
        .find(|t| !matches!(t.as_str(), "home" | "work" | "pref"));
    let named = match (name, kind.as_deref()) {
        (_, Some("jpg")) => "image/jpeg".to_owned(),
        ("PHOTO" | "LOGO", Some(kind)) => format!("image/{kind}"),
        ("SOUND", Some(kind)) => format!("audio/{kind}"),
        ("KEY", Some("pgp")) => "application/pgp-keys".to_owned(),
        ("KEY", Some("x509")) => "application/pkix-cert".to_owned(),
        _ => String::new(),
    };
    if is_media_type(&named) {
        named
    } else {
        "application/octet-stream".to_owned()
    }
}

/// The media type of a picture, from its file signature.
pub fn by_first_bytes(data: &[u8]) -> Option<&'static str> {
    let webp = data.starts_with(b"RIFF") && data.get(8..12) == Some(b"WEBP");
    match data {
        [0xFF, 0xD8, 0xFF, ..] => Some("image/jpeg"),
        [0x89, b'P', b'N', b'G', ..] => Some("image/png"),
        [b'G', b'I', b'F', b'8', ..] => Some("image/gif"),
        _ => webp.then_some("image/webp"),
    }
}

/// The media type that a data: address names, also where its separators are escaped.
fn of_data_address(old: &Property<'_>) -> Option<String> {
    let value = old.raw_value().trim_ascii_start();
    let start = String::from_utf8_lossy(value.get(..value.len().min(80))?).into_owned();
    let inside = start
        .get(..5)
        .filter(|s| s.eq_ignore_ascii_case("data:"))
        .and(start.get(5..))?;
    let end = inside.find([';', ',', '\\'])?;
    inside.get(..end).map(str::to_owned)
}
