//! One thing that can be said of a person more than once: a mail, a job, a date, a note, a tag.

use serde::{Deserialize, Serialize};

use crate::details::{ContactKind, DateKind};
use crate::fold::{fold, fold_words};
use crate::people::PartialDate;

/// An item as a row keeps it, whether a card or a person said it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub(crate) enum Item {
    ContactPoint {
        kind: ContactKind,
        value: String,
        /// See `contact_points.normal`.
        #[serde(skip)]
        normal: String,
        /// A postal address's components, as JSON of `vcard::contents::Address`.
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

/// Where an item stands: two items of one slot are versions of the same thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Slot(String);

impl Item {
    /// Equal keys: the same thing is said, whatever its label or spelling.
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
                .map(fold_words)
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
            Self::Tag { name } => format!("tag {}", fold(name)),
        }
    }

    /// Whether the same thing is also said in the same words and under the same label.
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
            // A tag's spelling is the book's; a note's key is its text.
            _ => true,
        }
    }

    pub(crate) fn slot(&self) -> Slot {
        Slot(match self {
            Self::ContactPoint { kind, label, .. } => format!("{kind:?} {}", fold(label)),
            Self::Affiliation { organisation, .. } => format!("job {}", fold_words(organisation)),
            Self::Date { kind, label, .. } => format!("{kind:?} {}", fold(label)),
            Self::Note { .. } => "note".to_owned(),
            // A tag is there or not; it has no versions.
            Self::Tag { name } => format!("tag {name}"),
        })
    }

    /// What the field is called: "Work email", "Birthday".
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

    /// The value as it is shown.
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
        // "Mobile" says that it is a phone.
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
    let title = format!("{label} {noun}").trim().to_owned();
    let mut letters = title.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => title,
    }
}
