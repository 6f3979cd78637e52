//! The details that a person can have several of: contact points, jobs, dates, notes, tags.

use serde::{Deserialize, Serialize};

use crate::days::PartialDate;
use crate::details::{ContactKind, DateKind};
use crate::fold::{fold, name_key, tag_key};
use crate::letters::capital;

/// One detail of a person with the values of its row, whether it comes from a card or was typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Item {
    ContactPoint {
        kind: ContactKind,
        value: String,
        /// The normalised value for comparison, as in column `contact_points.normal`; '' if there is none.
        #[serde(skip)]
        normal: String,
        /// The components of a postal address, as JSON of `vcard::contents::Address`.
        #[serde(skip_serializing_if = "Option::is_none", default)]
        parts: Option<String>,
        label: String,
        preferred: bool,
    },
    Affiliation {
        organisation: String,
        department: String,
        role: String,
    },
    Date {
        kind: DateKind,
        label: String,
        year: Option<i32>,
        month: Option<u8>,
        day: Option<u8>,
        text: String,
    },
    Note {
        body: String,
    },
    Tag {
        name: String,
    },
}

/// Groups items that can be versions of each other: an old and a new work email have the same slot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot(String);

impl Item {
    /// A key for comparison. Items with equal keys have the same content, whatever their label or
    /// spelling.
    pub(crate) fn key(&self) -> String {
        match self {
            Self::ContactPoint {
                kind,
                value,
                normal,
                ..
            } => {
                let same = if normal.is_empty() {
                    fold(value.trim())
                } else {
                    normal.clone()
                };
                format!("{kind:?} {same}")
            }
            Self::Affiliation {
                organisation,
                department,
                role,
            } => ["job", organisation, department, role]
                .map(name_key)
                .join("\n"),
            Self::Date {
                kind,
                label,
                year,
                month,
                day,
                text,
            } => match (month, year) {
                (None, None) => format!("{kind:?} {} {text}", fold(label)),
                _ => format!("{kind:?} {} {year:?} {month:?} {day:?}", fold(label)),
            },
            Self::Note { body } => format!("note {}", body.trim()),
            Self::Tag { name } => format!("tag {}", tag_key(name)),
        }
    }

    /// Whether two items with equal keys also have the same spelling and label.
    pub(crate) fn is_worded_like(&self, other: &Self) -> bool {
        match (self, other) {
            (
                Self::ContactPoint {
                    value,
                    label,
                    preferred,
                    ..
                },
                Self::ContactPoint {
                    value: other,
                    label: named,
                    preferred: first,
                    ..
                },
            ) => (value, label, preferred) == (other, named, first),
            (
                Self::Affiliation {
                    organisation,
                    department,
                    role,
                },
                Self::Affiliation {
                    organisation: o,
                    department: d,
                    role: r,
                },
            ) => (organisation, department, role) == (o, d, r),
            (Self::Date { label, .. }, Self::Date { label: other, .. }) => label == other,
            // Tags are spelled as in the book already, and a note's key is its text.
            _ => true,
        }
    }

    /// Whether a person may have this item and another of the same slot: two work emails, but not two birthdays, and
    /// not one address twice.
    pub(crate) fn may_stand_beside(&self, other: &Self) -> bool {
        let several = matches!(
            self,
            Self::ContactPoint { .. } | Self::Affiliation { .. } | Self::Note { .. }
        );
        several && self.key() != other.key()
    }

    /// The slot; see [`Slot`].
    pub(crate) fn slot(&self) -> Slot {
        Slot(match self {
            Self::ContactPoint { kind, label, .. } => format!("{kind:?} {}", fold(label)),
            Self::Affiliation { organisation, .. } => format!("job {}", name_key(organisation)),
            Self::Date { kind, label, .. } => format!("{kind:?} {}", fold(label)),
            Self::Note { .. } => "note".to_owned(),
            // A tag is given or not: it has no versions, so its slot is its own.
            Self::Tag { name } => format!("tag {name}"),
        })
    }

    /// The name of the field: "Work email", "Birthday".
    pub(crate) fn title(&self) -> String {
        match self {
            Self::ContactPoint { kind, label, .. } => {
                let noun = match kind {
                    ContactKind::Email => "email",
                    ContactKind::Phone => "phone",
                    ContactKind::Address => "address",
                    ContactKind::Link => "link",
                    ContactKind::Chat => "chat",
                };
                labelled(label, noun)
            }
            Self::Affiliation { .. } => "Work".to_owned(),
            Self::Date { kind, label, .. } => match kind {
                _ if !label.is_empty() => label.clone(),
                DateKind::Birthday => "Birthday".to_owned(),
                DateKind::Anniversary => "Anniversary".to_owned(),
                DateKind::Other => "Date".to_owned(),
            },
            Self::Note { .. } => "Note".to_owned(),
            Self::Tag { .. } => "Tag".to_owned(),
        }
    }

    /// The value as the screen shows it.
    pub(crate) fn text(&self) -> String {
        match self {
            Self::ContactPoint { value, .. } => value.clone(),
            Self::Affiliation {
                organisation,
                department,
                role,
            } => [role, department, organisation]
                .into_iter()
                .filter(|part| !part.is_empty())
                .cloned()
                .collect::<Vec<_>>()
                .join(", "),
            Self::Date {
                year,
                month,
                day,
                text,
                ..
            } => {
                let date = PartialDate {
                    year: *year,
                    month: *month,
                    day: *day,
                };
                match date.iso() {
                    iso if iso.is_empty() => text.clone(),
                    iso => iso,
                }
            }
            Self::Note { body } => body.clone(),
            Self::Tag { name } => name.clone(),
        }
    }
}

fn labelled(label: &str, noun: &str) -> String {
    let (label, noun) = match (label, noun) {
        ("", noun) => ("", noun),
        // A label such as "Mobile" implies that it is a phone.
        (label, "phone")
            if !matches!(
                label.to_ascii_lowercase().as_str(),
                "work" | "home" | "other"
            ) =>
        {
            (label, "")
        }
        (label, noun) => (label, noun),
    };
    capital(format!("{label} {noun}").trim())
}
