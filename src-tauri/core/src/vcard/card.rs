//! The version and the kind of a card, from its properties.

use super::head::{self, Wrapping};
use super::{Card, CardKind, Property, Version};

impl Card<'_> {
    /// Reads the values by the rules of this version.
    pub(super) fn set_version(&mut self, version: Version) {
        self.version = version;
        for property in &mut self.properties {
            property.version = version;
        }
    }
}

/// The version that VERSION names. Without a known VERSION: 2.1 if the card uses syntax that only 2.1
/// has, else 3.0.
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

/// Whether the property is quoted-printable or has a parameter without a name, which only 2.1 allows.
fn looks_old(property: &Property<'_>) -> bool {
    property.wrapping == Wrapping::Quoted
        || head::segments(&property.head()).any(|segment| head::parts(segment).0.is_none())
}

/// The kind from KIND, or from the extensions that were used before 4.0 defined KIND (Apple's
/// X-ADDRESSBOOKSERVER-KIND and X-KIND). Without any of them the card is an individual's.
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
