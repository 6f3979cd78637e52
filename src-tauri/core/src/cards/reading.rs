//! What was taken from a card, as it is kept: by fingerprints of the values, which the card says itself.

use super::fingerprint::{Fingerprint, Fingerprinted};
use super::{CardPerson, Item, Taken, TakenValue};
use crate::details::{ContactKind, DateKind};
use crate::people::Name;

/// What was taken from a card.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading(pub(super) Vec<Line>);

/// A person as they are in the book now.
#[derive(Clone, Copy)]
pub(crate) struct Current<'p> {
    pub(crate) name: &'p Name,
    pub(crate) nickname: &'p str,
    /// The items with the ids of their rows.
    pub(crate) items: &'p [(i64, Item)],
}

/// A value that was taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// The properties it was read from.
    pub(super) ordinals: Vec<usize>,
    pub(super) what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    Name(Value<Name>),
    Nickname(Value<String>),
    /// The id of the blob, if the photo could be read.
    Photo(Option<i64>),
    Item {
        kind: Kind,
        row: Option<i64>,
        value: Value<Item>,
    },
}

/// How a value is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value<T> {
    /// The card says it.
    InCard(Fingerprint),
    /// The card does not say it any more as it is read now.
    Whole(T),
}

/// The kinds of items. Rows of one kind are in one table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    ContactPoint,
    Job,
    Date,
    Note,
    Tag,
}

impl Kind {
    fn of(item: &Item) -> Self {
        match item {
            Item::ContactPoint { .. } => Self::ContactPoint,
            Item::Affiliation { .. } => Self::Job,
            Item::Date { .. } => Self::Date,
            Item::Note { .. } => Self::Note,
            Item::Tag { .. } => Self::Tag,
        }
    }

    /// An item that says nothing, for a value that is nowhere any more.
    fn empty_item(self, like: Option<&Item>) -> Item {
        match (self, like) {
            (Self::ContactPoint, Some(Item::ContactPoint { kind, .. })) => {
                empty_contact_point(*kind)
            }
            (Self::ContactPoint, _) => empty_contact_point(ContactKind::Link),
            (Self::Job, _) => Item::Affiliation {
                organisation: String::new(),
                department: String::new(),
                role: String::new(),
            },
            (Self::Date, like) => Item::Date {
                kind: match like {
                    Some(Item::Date { kind, .. }) => *kind,
                    _ => DateKind::Other,
                },
                label: String::new(),
                year: None,
                month: None,
                day: None,
                text: String::new(),
            },
            (Self::Note, _) => Item::Note {
                body: String::new(),
            },
            (Self::Tag, _) => Item::Tag {
                name: String::new(),
            },
        }
    }
}

fn empty_contact_point(kind: ContactKind) -> Item {
    Item::ContactPoint {
        kind,
        value: String::new(),
        normal: String::new(),
        parts: None,
        label: String::new(),
        preferred: false,
    }
}

impl Reading {
    /// What to keep of `taken`, beside the card that says `card`.
    pub(crate) fn of(taken: &[Taken], card: &CardPerson) -> Self {
        let line = |Taken { ordinals, value }: &Taken| Line {
            ordinals: ordinals.clone(),
            what: match value {
                TakenValue::Name(name) => What::Name(Value::of(name, name == &card.name)),
                TakenValue::Nickname(nickname) => {
                    What::Nickname(Value::of(nickname, nickname == &card.nickname))
                }
                TakenValue::Photo { blob } => What::Photo(*blob),
                TakenValue::Item { item, row } => What::Item {
                    kind: Kind::of(item),
                    row: *row,
                    value: Value::of(item, says(card, ordinals, item)),
                },
            },
        };
        Self(taken.iter().map(line).collect())
    }

    /// What was taken, with its values: from the card as it is read now, or from the person as they are now
    /// where that is still what was read.
    ///
    /// A value that was changed in Kith, of a property that is read differently by now, is taken to have been
    /// what the card says today.
    pub(crate) fn taken(&self, card: &CardPerson, now: Current<'_>) -> Vec<Taken> {
        let taken = |Line { ordinals, what }: &Line| Taken {
            ordinals: ordinals.clone(),
            value: match what {
                What::Name(value) => TakenValue::Name(value.among([&card.name, now.name])),
                What::Nickname(value) => {
                    let now = now.nickname.to_owned();
                    TakenValue::Nickname(value.among([&card.nickname, &now]))
                }
                What::Photo(blob) => TakenValue::Photo { blob: *blob },
                What::Item { kind, row, value } => TakenValue::Item {
                    item: match value {
                        Value::Whole(item) => item.clone(),
                        Value::InCard(fingerprint) => {
                            item_that_was_read(card, now, *kind, ordinals, *row, *fingerprint)
                        }
                    },
                    row: *row,
                },
            },
        };
        self.0.iter().map(taken).collect()
    }

    /// The blob of the photo that was taken.
    pub(crate) fn photo(&self) -> Option<i64> {
        self.0.iter().find_map(|line| match line.what {
            What::Photo(blob) => blob,
            _ => None,
        })
    }
}

impl<T: Clone + Fingerprinted> Value<T> {
    fn of(value: &T, is_in_card: bool) -> Self {
        match is_in_card {
            true => Self::InCard(value.fingerprint()),
            false => Self::Whole(value.clone()),
        }
    }

    /// The one of these values that was read; the first if it was none of them.
    fn among(&self, [first, other]: [&T; 2]) -> T {
        match self {
            Self::Whole(value) => value.clone(),
            Self::InCard(fingerprint)
                if first.fingerprint() != *fingerprint && other.fingerprint() == *fingerprint =>
            {
                other.clone()
            }
            Self::InCard(_) => first.clone(),
        }
    }
}

/// The item that was read from these properties and went to this row.
fn item_that_was_read(
    card: &CardPerson,
    now: Current<'_>,
    kind: Kind,
    ordinals: &[usize],
    row: Option<i64>,
    fingerprint: Fingerprint,
) -> Item {
    let current = now
        .items
        .iter()
        .find(|(id, item)| Some(*id) == row && Kind::of(item) == kind);
    let current = current.map(|(_, item)| item);
    // A tag is given or not: what is in its row was never another one.
    let unchanged = current.filter(|item| kind == Kind::Tag || item.fingerprint() == fingerprint);
    let same_place = || {
        card.items
            .iter()
            .find(|given| given.ordinals == ordinals && Kind::of(&given.item) == kind)
    };
    in_card(card, kind, ordinals, fingerprint)
        .or(unchanged)
        .or_else(|| same_place().map(|given| &given.item))
        .cloned()
        .unwrap_or_else(|| kind.empty_item(current))
}

/// The item with this fingerprint that the card says with these properties.
fn in_card<'c>(
    card: &'c CardPerson,
    kind: Kind,
    ordinals: &[usize],
    fingerprint: Fingerprint,
) -> Option<&'c Item> {
    let mut items = card
        .items
        .iter()
        .filter(|given| given.ordinals == ordinals)
        .map(|given| &given.item);
    items.find(|item| Kind::of(item) == kind && item.fingerprint() == fingerprint)
}

/// Whether the card says this item with these properties. `normal` and `parts` of a contact point follow from its
/// value.
fn says(card: &CardPerson, ordinals: &[usize], item: &Item) -> bool {
    let is_said = |said: &Item| match (said, item) {
        (
            Item::ContactPoint {
                kind,
                value,
                label,
                preferred,
                ..
            },
            Item::ContactPoint {
                kind: k,
                value: v,
                label: l,
                preferred: p,
                ..
            },
        ) => (kind, value, label, preferred) == (k, v, l, p),
        _ => said == item,
    };
    let mut items = card.items.iter();
    items.any(|given| given.ordinals == ordinals && is_said(&given.item))
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod tests;
