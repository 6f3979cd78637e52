//! Writes cards.

mod as_version_4;
mod encode;
mod fold;
mod heads;
mod own_version;
mod version_4;

pub use own_version::rewrite;
pub use version_4::to_version_4;

use super::Version;

/// A change of one property of a card. A property without an edit keeps its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The property is removed, and so is its group's label if no other property uses it.
    Drop,
    /// The value is replaced; name, group and the parameters that do not describe the value are kept.
    Replace(NewValue),
}

/// A value to write, not escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// Free text.
    Text(String),
    /// Parts in a fixed order: N, ADR, ORG.
    Components(Vec<String>),
    /// Several values in one property: NICKNAME, CATEGORIES.
    List(Vec<String>),
    /// A date with or without its year.
    Date {
        /// The year.
        year: Option<i32>,
        /// The month, 1–12.
        month: Option<u8>,
        /// The day of the month.
        day: Option<u8>,
    },
    /// A URI such as https:, mailto: or urn:uuid:.
    Uri(String),
    /// A picture or other binary value.
    Bytes {
        /// The media type, such as image/jpeg.
        media_type: String,
        /// The bytes, not encoded.
        data: Vec<u8>,
    },
}

/// A property to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProperty {
    /// The group, such as "item1", that connects it with its label.
    pub group: Option<String>,
    /// The name, such as TEL.
    pub name: String,
    /// Names and values of the parameters, in order.
    pub params: Vec<(String, String)>,
    /// The value, not escaped.
    pub value: NewValue,
}

/// Writes a new card in version 4.0.
pub fn write_new(properties: &[NewProperty]) -> Vec<u8> {
    let mut out = b"BEGIN:VCARD\r\nVERSION:4.0\r\n".to_vec();
    for new in properties {
        encode::property(
            &mut out,
            &heads::new(new, Version::V40),
            &new.value,
            Version::V40,
            b"\r\n",
        );
    }
    out.extend_from_slice(b"END:VCARD\r\n");
    out
}
