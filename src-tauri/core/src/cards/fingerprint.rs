//! A few bytes by which a value is known again. Pure.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use sha2::{Digest, Sha256};

use super::Item;
use crate::details::{ContactKind, DateKind};
use crate::people::Name;

/// Between the fields of a value. Texts from cards have no control characters.
const BETWEEN: &str = "\u{1f}";

/// The first 24 bits of the SHA-256 of a value's fields: enough to tell whether it is the value that was read,
/// since other values that are asked about are its own earlier or later versions. As text, four characters of
/// base64.
///
/// Books keep fingerprints, so what goes into one never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Fingerprint([u8; 3]);

impl Fingerprint {
    fn of(fields: &[&str]) -> Self {
        let hash = Sha256::digest(fields.join(BETWEEN));
        let mut first = [0; 3];
        first.iter_mut().zip(hash).for_each(|(to, from)| *to = from);
        Self(first)
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&STANDARD_NO_PAD.encode(self.0))
    }
}

impl FromStr for Fingerprint {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let bytes = STANDARD_NO_PAD.decode(text).map_err(|_| ())?;
        Ok(Self(bytes.try_into().map_err(|_| ())?))
    }
}

/// A value that a card says.
pub(super) trait Fingerprinted {
    fn fingerprint(&self) -> Fingerprint;
}

impl Fingerprinted for Name {
    fn fingerprint(&self) -> Fingerprint {
        let Self {
            display,
            prefix,
            given,
            additional,
            family,
            suffix,
            guessed,
        } = self;
        Fingerprint::of(&[
            display,
            prefix,
            given,
            additional,
            family,
            suffix,
            yes(*guessed),
        ])
    }
}

impl Fingerprinted for String {
    fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&[self])
    }
}

impl Fingerprinted for Item {
    /// Of all that a card can say of it. `normal` and `parts` of a contact point follow from its value.
    fn fingerprint(&self) -> Fingerprint {
        match self {
            Self::ContactPoint {
                kind,
                value,
                label,
                preferred,
                normal: _,
                parts: _,
            } => {
                let kind = match kind {
                    ContactKind::Email => "email",
                    ContactKind::Phone => "phone",
                    ContactKind::Address => "address",
                    ContactKind::Link => "link",
                    ContactKind::Chat => "chat",
                };
                Fingerprint::of(&[kind, value, label, yes(*preferred)])
            }
            Self::Affiliation {
                organisation,
                department,
                role,
            } => Fingerprint::of(&[organisation, department, role]),
            Self::Date {
                kind,
                label,
                year,
                month,
                day,
                text,
            } => {
                let kind = match kind {
                    DateKind::Birthday => "birthday",
                    DateKind::Anniversary => "anniversary",
                    DateKind::Other => "other",
                };
                let number =
                    |part: Option<i32>| part.map(|part| part.to_string()).unwrap_or_default();
                let (year, month, day) = (
                    number(*year),
                    number(month.map(i32::from)),
                    number(day.map(i32::from)),
                );
                Fingerprint::of(&[kind, label, &year, &month, &day, text])
            }
            Self::Note { body } => Fingerprint::of(&[body]),
            Self::Tag { name } => Fingerprint::of(&[name]),
        }
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "1" } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A book of today must still be read by the Kith of next year.
    #[test]
    fn fingerprints_are_what_they_were() {
        let phone = Item::ContactPoint {
            kind: ContactKind::Phone,
            value: "+999 000 555 0148".into(),
            normal: "+9990005550148".into(),
            parts: None,
            label: "Mobile".into(),
            preferred: true,
        };
        let job = Item::Affiliation {
            organisation: "Corvane".into(),
            department: String::new(),
            role: "Founder".into(),
        };
        let born = Item::Date {
            kind: DateKind::Birthday,
            label: String::new(),
            year: None,
            month: Some(2),
            day: Some(29),
            text: "--0229".into(),
        };
        let note = Item::Note {
            body: "Met\nthere".into(),
        };
        let items = [
            phone,
            job,
            born,
            note,
            Item::Tag {
                name: "Fair".into(),
            },
        ];
        let items = items.map(|item| item.fingerprint().to_string());
        let name = Name::said("Mira Okafor").fingerprint().to_string();
        assert_eq!(
            (name.as_str(), items.join(" ").as_str()),
            ("hCMM", "UzPN Uhwe EugP EWpF 97Ga")
        );
    }

    #[test]
    fn a_field_does_not_run_into_the_next() {
        let job = |organisation: &str, department: &str| Item::Affiliation {
            organisation: organisation.into(),
            department: department.into(),
            role: String::new(),
        };
        assert_ne!(job("AB", "C").fingerprint(), job("A", "BC").fingerprint());
        assert_ne!(job("A", "").fingerprint(), job("", "A").fingerprint());
    }

    #[test]
    fn it_is_four_characters_and_comes_back() {
        let print = "Mira".to_owned().fingerprint();
        assert_eq!(print.to_string().len(), 4);
        assert_eq!(print.to_string().parse(), Ok(print));
        for wrong in ["", "abc", "abcde", "ab d", "ab=="] {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }
}
