//! One property of a card, decoded on demand.

use std::borrow::Cow;

use super::Version;

/// One parameter value; `TYPE=a,b` and a bare `HOME` come as so many of TYPE.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Param<'a> {
    /// TYPE, PREF, LANGUAGE …, as written.
    pub name: Cow<'a, str>,
    /// The value, quotes and `^` escapes undone.
    pub value: Cow<'a, str>,
}

/// One property: its bytes, and where its parts lie.
#[derive(Debug, Clone)]
pub struct Property<'a> {
    raw: &'a [u8],
    start: usize,
    line: u32,
    version: Version,
}

impl<'a> Property<'a> {
    /// The line it starts on, from 1.
    pub fn line(&self) -> u32 {
        self.line
    }
    /// Its bytes in the text.
    pub fn span(&self) -> std::ops::Range<usize> {
        self.start..self.start + self.raw.len()
    }
    /// Its bytes, folds and line end included.
    pub fn raw(&self) -> &'a [u8] {
        self.raw
    }
    /// "item1" of `item1.TEL`.
    pub fn group(&self) -> Option<Cow<'a, str>> {
        None
    }
    /// TEL, FN …, as written.
    pub fn name(&self) -> Cow<'a, str> {
        Cow::Borrowed("")
    }
    /// Its parameters.
    pub fn params(&self) -> Vec<Param<'a>> {
        Vec::new()
    }
    /// The values of TYPE, lower case.
    pub fn types(&self) -> Vec<String> {
        Vec::new()
    }
    /// The value unfolded, quoted-printable and charset undone, escapes still in place.
    pub fn decoded(&self) -> Cow<'a, str> {
        Cow::Borrowed("")
    }
    /// The value as text, escapes undone.
    pub fn text(&self) -> Cow<'a, str> {
        let _ = self.version;
        Cow::Borrowed("")
    }
    /// The value split at its semicolons, escapes undone.
    pub fn components(&self) -> Vec<String> {
        Vec::new()
    }
    /// The value split at its commas, escapes undone.
    pub fn list(&self) -> Vec<String> {
        Vec::new()
    }
}
