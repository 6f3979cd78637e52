//! What reading a file gives: cards, and stretches that are no usable card.

use std::fmt;
use std::ops::Range;

use super::Property;

/// One item of a file.
#[derive(Debug, Clone)]
pub enum CardOrUnreadable<'a> {
    /// A complete card.
    Card(Card<'a>),
    /// A stretch that is not a usable card.
    Unreadable(Unreadable),
}

/// A stretch of the file that is not a usable card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line it starts on, counted from 1.
    pub line: u32,
    /// Its byte range in [`super::Text::bytes`].
    pub span: Range<usize>,
    /// Why it is not usable.
    pub reason: UnreadableReason,
}

/// Why a stretch of a file is not a usable card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnreadableReason {
    /// BEGIN and END with nothing between.
    Empty,
    /// The file has text but no card.
    NoCard,
    /// Larger than [`super::Limits::card_bytes`].
    TooLarge,
    /// More properties than [`super::Limits::properties`].
    TooManyProperties,
    /// More nested cards than [`super::Limits::nesting`].
    TooDeep,
}

impl fmt::Display for UnreadableReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "there is nothing between BEGIN and END",
            Self::NoCard => "there is no contact card in this file",
            Self::TooLarge => "this card is too large",
            Self::TooManyProperties => "this card has too many lines to be a person",
            Self::TooDeep => "too many cards inside one another",
        })
    }
}

/// The version of the vCard format that a card is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    /// 2.1 of 1996 (versit): quoted-printable values, parameters without a name.
    V21,
    /// 3.0, RFC 2426.
    V30,
    /// 4.0, RFC 6350.
    V40,
}

/// What a card describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardKind {
    /// A person.
    Individual,
    /// A list of people. Import makes a tag of it.
    Group,
    /// A company or another organisation.
    Organisation,
    /// A place.
    Location,
    /// An application, a device or an unknown kind.
    Other,
}

/// One card, its properties found but not yet decoded.
#[derive(Debug, Clone)]
pub struct Card<'a> {
    /// The version; where VERSION is missing, inferred from the syntax.
    pub version: Version,
    /// What the card describes.
    pub kind: CardKind,
    /// The line of BEGIN, counted from 1.
    pub line: u32,
    /// Its byte range in [`super::Text::bytes`].
    pub span: Range<usize>,
    /// Whether the version was inferred or inherited, because the card has no VERSION that says it.
    pub(super) inherits_version: bool,
    /// Where the card starts that this one stands in, in [`super::Text::bytes`]. `None` for most cards.
    pub inside: Option<usize>,
    /// The byte ranges of the cards that stand in this one, an AGENT's aside. The iterator gives them too.
    pub nested: Vec<Range<usize>>,
    /// Its bytes, from BEGIN to END, the line break after END included.
    pub raw: &'a [u8],
    /// All properties except BEGIN, END and those of nested cards. A property's ordinal is its index here.
    pub properties: Vec<Property<'a>>,
}
