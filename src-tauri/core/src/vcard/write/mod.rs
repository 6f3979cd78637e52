//! Writes cards.

mod encode;
mod fold;
mod heads;
mod media;
mod own_version;
mod rules_4;
mod time_4;
mod unite;
mod value_4;
mod version_4;

pub use media::by_first_bytes;
pub use own_version::{rewrite, standalone};
pub use unite::unite;
pub use version_4::to_version_4;

use super::Version;

/// A change of one property of a card. A property without an edit keeps its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// The property is removed, and so is its group's label if no other property uses it.
    Drop,
    /// The value is replaced; name, group and the parameters that do not describe the value are kept.
    Replace(NewValue),
    /// The head changes, and the value if there is a new one. All other parameters are kept.
    Change {
        /// What changes in the head.
        head: HeadChange,
        /// The new value; without it the value keeps its bytes.
        value: Option<NewValue>,
    },
}

/// A change of a property's head.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HeadChange {
    /// Whether it is preferred from now on; `None` to leave that.
    pub preferred: Option<bool>,
    /// The words of TYPE that make its label, in place of those it has; `None` to leave them.
    pub types: Option<Vec<String>>,
    /// Its group; `None` to leave that.
    pub group: Option<String>,
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
