//! Cards to bytes.

mod as_it_came;
mod carry;
mod encode;
mod fold;
mod heads;
mod version_4;

pub use as_it_came::rewrite;
pub use version_4::to_version_4;

use super::Version;

/// What becomes of one property of a card. A property without an edit keeps its very bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Edit {
    /// It goes, and with it a label that nothing else in its group uses.
    Drop,
    /// Its value changes; name, group and parameters stay.
    Replace(NewValue),
}

/// A value to be written, not yet escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewValue {
    /// Free text.
    Text(String),
    /// Parts with a place each: N, ADR, ORG.
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
    /// An address such as https:, mailto: or urn:uuid:.
    Uri(String),
    /// A picture or another thing of bytes.
    Bytes {
        /// Its media type, as image/jpeg.
        media_type: String,
        /// The thing itself.
        data: Vec<u8>,
    },
}

/// A property to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProperty {
    /// "item1", to tie it to its label.
    pub group: Option<String>,
    /// TEL, EMAIL …
    pub name: String,
    /// TYPE and others, in order.
    pub params: Vec<(String, String)>,
    /// The value.
    pub value: NewValue,
}

/// A new card, version 4.0.
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
