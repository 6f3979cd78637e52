//! What a walk through a file finds.

use std::fmt;
use std::ops::Range;

use super::Property;

/// The next thing in the file.
#[derive(Debug, Clone)]
pub enum Found<'a> {
    /// A card, whole.
    Card(Card<'a>),
    /// A stretch that could not be taken as a card, and why.
    Unreadable(Unreadable),
}

/// A stretch of the file that is not a usable card.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unreadable {
    /// The line it starts on, from 1.
    pub line: u32,
    /// Where it lies in the text.
    pub span: Range<usize>,
    /// Why.
    pub reason: Reason,
}

/// Why a stretch of a file is not a usable card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// BEGIN and END with nothing between.
    Empty,
    /// The file has text but no card.
    NoCard,
    /// Larger than a card may be.
    TooLarge,
    /// More properties than a card may have.
    TooManyProperties,
    /// Cards within cards within cards.
    TooDeep,
}

impl fmt::Display for Reason {
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

/// The dialect a card is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Version {
    /// 2.1, of 1996: quoted-printable, bare parameters.
    V21,
    /// 3.0, RFC 2426.
    V30,
    /// 4.0, RFC 6350.
    V40,
}

/// What a card stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CardKind {
    /// A person.
    Individual,
    /// A list of people: becomes a tag.
    Group,
    /// A firm or another body.
    Organisation,
    /// A place.
    Location,
    /// An application, a device, something unheard of.
    Other,
}

/// One card, its properties found but not yet decoded.
#[derive(Debug, Clone)]
pub struct Card<'a> {
    /// The dialect; where VERSION is missing, the one it looks like.
    pub version: Version,
    /// What it stands for.
    pub kind: CardKind,
    /// The line of BEGIN, from 1.
    pub line: u32,
    /// Where it lies in the text.
    pub span: Range<usize>,
    /// Its bytes, from BEGIN up to and with END and its line's end.
    pub raw: &'a [u8],
    /// All but BEGIN, END and the inside of a nested card; a property's ordinal is its index here.
    pub properties: Vec<Property<'a>>,
}
