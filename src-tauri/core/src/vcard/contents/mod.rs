//! What a person's page can use of a card. For showing and matching, never for writing back.

use serde::{Deserialize, Serialize};

/// A value and where in the card it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T> {
    /// Index into [`super::Card::properties`].
    pub ordinal: usize,
    /// The value.
    pub value: T,
    /// "Work", "Mobile", or what its owner called it.
    pub label: Option<String>,
    /// The card says to prefer this one.
    pub preferred: bool,
}

/// The parts of a name.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Name {
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Middle names.
    pub additional: String,
    /// Titles before the name.
    pub prefix: String,
    /// Titles after the name.
    pub suffix: String,
}

/// The parts of a postal address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Post office box.
    pub po_box: String,
    /// Flat, floor, building.
    pub extended: String,
    /// Street and number.
    pub street: String,
    /// Town.
    pub locality: String,
    /// State, county.
    pub region: String,
    /// Postcode.
    pub postal_code: String,
    /// Country.
    pub country: String,
}

/// What a date is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateKind {
    /// A birthday.
    Birthday,
    /// A wedding or another anniversary.
    Anniversary,
    /// Any other; the field's label says which.
    Other,
}

/// A date as far as it is sure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// What it is about.
    pub kind: DateKind,
    /// The year, if given.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// As the card has it.
    pub raw: String,
}

/// Where a picture is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Photo {
    /// In the card: [`super::Card::photo_bytes`] decodes it.
    Inline,
    /// Somewhere else; never fetched.
    Url(String),
}

/// Somebody the card names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The name, if it is one.
    pub text: Option<String>,
    /// The UID of that person's card, if it is one.
    pub uid: Option<String>,
    /// "spouse", "friend", "colleague" … in vCard 4.0's words, or the card's own.
    pub kind: Option<String>,
}

/// A card in plain terms.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// FN.
    pub formatted_name: Option<Field<String>>,
    /// N.
    pub name: Option<Field<Name>>,
    /// How the name sounds, for sorting and reading aloud.
    pub phonetic: Option<Field<Name>>,
    /// NICKNAME.
    pub nicknames: Vec<Field<String>>,
    /// EMAIL.
    pub emails: Vec<Field<String>>,
    /// TEL, as written.
    pub phones: Vec<Field<String>>,
    /// ADR.
    pub addresses: Vec<Field<Address>>,
    /// URL and social profiles.
    pub links: Vec<Field<String>>,
    /// IMPP and its forerunners; the label says which service.
    pub chats: Vec<Field<String>>,
    /// ORG: the organisation, then its units.
    pub organisations: Vec<Field<Vec<String>>>,
    /// TITLE.
    pub titles: Vec<Field<String>>,
    /// ROLE.
    pub roles: Vec<Field<String>>,
    /// Birthday, anniversaries and others.
    pub dates: Vec<Field<Date>>,
    /// NOTE.
    pub notes: Vec<Field<String>>,
    /// CATEGORIES.
    pub categories: Vec<Field<Vec<String>>>,
    /// PHOTO.
    pub photo: Option<Field<Photo>>,
    /// RELATED and its forerunners.
    pub related: Vec<Field<Related>>,
    /// UID.
    pub uid: Option<Field<String>>,
    /// Of a group: the UIDs (or mailto:) of its members.
    pub members: Vec<Field<String>>,
}

mod clean;
mod dates;
mod labels;
mod people;
mod read;

use super::{Card, Limits, Property};

/// The date in a property, for writing it in another version.
pub(super) fn date_of(property: &Property<'_>) -> Date {
    let omitted = property
        .param("X-APPLE-OMIT-YEAR")
        .and_then(|year| year.parse().ok());
    dates::read(DateKind::Other, &property.text(), omitted)
}

/// 4.0's word for the tie that a property's label names.
pub(super) fn related_type(card: &Card<'_>, property: &Property<'_>) -> Option<&'static str> {
    people::related_type(labels::GroupLabels::of(card).get(property)?)
}

impl Card<'_> {
    /// What a person's page can use of it.
    pub fn contents(&self) -> Contents {
        read::read(self)
    }

    /// The picture of this property, decoded; `None` if it is none, or larger than the limit.
    pub fn photo_bytes(&self, ordinal: usize, limits: &Limits) -> Option<Vec<u8>> {
        let property = self.properties.get(ordinal)?;
        if property.raw().len() > limits.photo_bytes {
            return None;
        }
        property.bytes()
    }
}

impl Name {
    /// In the order in which one says it.
    pub fn spoken(&self) -> String {
        let parts = [
            &self.prefix,
            &self.given,
            &self.additional,
            &self.family,
            &self.suffix,
        ];
        let parts: Vec<&str> = parts
            .into_iter()
            .map(String::as_str)
            .filter(|p| !p.is_empty())
            .collect();
        parts.join(" ")
    }
}

impl Contents {
    /// The best name there is: FN, else N put together, else nickname, organisation, mail, phone.
    pub fn display_name(&self) -> Option<String> {
        let first = |fields: &[Field<String>]| fields.first().map(|f| f.value.clone());
        self.formatted_name
            .as_ref()
            .map(|f| f.value.clone())
            .or_else(|| self.name.as_ref().map(|f| f.value.spoken()))
            .or_else(|| first(&self.nicknames))
            .or_else(|| {
                self.organisations
                    .first()
                    .and_then(|f| f.value.first().cloned())
            })
            .or_else(|| first(&self.emails))
            .or_else(|| first(&self.phones))
            .or_else(|| first(&self.chats))
    }
}
