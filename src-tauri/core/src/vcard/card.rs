//! What a card says of itself as a whole.

use super::head::{self, Wrapping};
use super::{CardKind, Property, Version};

/// VERSION; where it is missing or unheard of, what the card looks like.
pub(super) fn version(properties: &[Property<'_>]) -> Version {
    let said = properties
        .iter()
        .find(|p| p.is("VERSION"))
        .map(Property::raw_value);
    match said.and_then(|value| value.trim_ascii().first()) {
        Some(b'2') => Version::V21,
        Some(b'3') => Version::V30,
        Some(b'4') => Version::V40,
        _ if properties.iter().any(looks_old) => Version::V21,
        _ => Version::V30,
    }
}

/// Quoted-printable or a bare parameter: only 2.1 has them.
fn looks_old(property: &Property<'_>) -> bool {
    property.wrapping == Wrapping::Quoted
        || head::segments(&property.head()).any(|segment| head::parts(segment).0.is_none())
}

/// KIND, or what Apple wrote before there was one.
pub(super) fn kind(properties: &[Property<'_>]) -> CardKind {
    let said = properties.iter().find(|p| {
        matches!(p.raw.first(), Some(b'K' | b'k' | b'X' | b'x'))
            && (p.is("KIND") || p.is("X-ADDRESSBOOKSERVER-KIND") || p.is("X-KIND"))
    });
    let Some(said) = said else {
        return CardKind::Individual;
    };
    match said.text().trim().to_ascii_lowercase().as_str() {
        "individual" | "" => CardKind::Individual,
        "group" => CardKind::Group,
        "org" | "organization" | "organisation" => CardKind::Organisation,
        "location" => CardKind::Location,
        _ => CardKind::Other,
    }
}
