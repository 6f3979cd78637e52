//! The values of a card that a person's page shows. For display and matching, never for writing back.

use serde::{Deserialize, Serialize};

use crate::blank::is_blank;

/// A value and the property of the card that it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field<T> {
    /// Index into [`super::Card::properties`].
    pub ordinal: usize,
    /// The value.
    pub value: T,
    /// "Work", "Mobile", or a label that the card's author wrote.
    pub label: Option<String>,
    /// How much the card prefers it: 1 (also TYPE=pref) is most, 100 least. `None` if it says nothing.
    pub preference: Option<u8>,
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

/// What a date stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DateKind {
    /// A birthday.
    Birthday,
    /// A wedding or another anniversary.
    Anniversary,
    /// Any other date; the field's label says which.
    Other,
}

/// A date with the parts that could be read unambiguously.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// What the date stands for.
    pub kind: DateKind,
    /// The year, if given.
    pub year: Option<i32>,
    /// The month, 1–12.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// The text of the card, trimmed.
    pub raw: String,
}

/// Where a picture is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Photo {
    /// In the card: [`super::Card::photo_bytes`] decodes it.
    Inline,
    /// At this address. Kith never fetches it.
    Url(String),
}

/// Another person whom the card names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// The name, if it is one.
    pub text: Option<String>,
    /// The UID of that person's card, if it is one.
    pub uid: Option<String>,
    /// The relation in lower case: "spouse", "friend", "colleague" (RFC 6350, 6.6.6) or the card's own
    /// word.
    pub kind: Option<String>,
}

/// The values of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contents {
    /// The name to show, from FN: the preferred one, else the first.
    pub formatted_name: Option<Field<String>>,
    /// The parts of the name, from N.
    pub name: Option<Field<Name>>,
    /// The pronunciation of the name.
    pub phonetic: Option<Field<Name>>,
    /// Nicknames, from NICKNAME.
    pub nicknames: Vec<Field<String>>,
    /// Mail addresses, from EMAIL.
    pub emails: Vec<Field<String>>,
    /// Phone numbers as written, from TEL.
    pub phones: Vec<Field<String>>,
    /// Postal addresses, from ADR.
    pub addresses: Vec<Field<Address>>,
    /// Web addresses, from URL, SOCIALPROFILE (RFC 9554) and X-SOCIALPROFILE.
    pub links: Vec<Field<String>>,
    /// Chat addresses, from IMPP and older extensions such as X-SKYPE. The label names the service.
    pub chats: Vec<Field<String>>,
    /// Organisations, from ORG: the name, then its units.
    pub organisations: Vec<Field<Vec<String>>>,
    /// Job titles, from TITLE.
    pub titles: Vec<Field<String>>,
    /// Roles, from ROLE.
    pub roles: Vec<Field<String>>,
    /// Dates, from BDAY, ANNIVERSARY, X-ABDATE and others.
    pub dates: Vec<Field<Date>>,
    /// Notes, from NOTE.
    pub notes: Vec<Field<String>>,
    /// Tags, from CATEGORIES; one field for each property.
    pub categories: Vec<Field<Vec<String>>>,
    /// The photo, from PHOTO: the preferred one, else the first.
    pub photo: Option<Field<Photo>>,
    /// Other people, from RELATED, AGENT and extensions such as X-SPOUSE.
    pub related: Vec<Field<Related>>,
    /// The card's identifier, from UID.
    pub uid: Option<Field<String>>,
    /// For a group: the UIDs or mailto: addresses of its members.
    pub members: Vec<Field<String>>,
}

mod clean;
mod dates;
mod extract;
mod labels;
mod people;

use super::{Card, Limits, Property};

/// The date in a property, used to write it in another version.
pub(super) fn date_of(property: &Property<'_>) -> Date {
    let omitted = property
        .param("X-APPLE-OMIT-YEAR")
        .and_then(|year| year.parse().ok());
    dates::parse(DateKind::Other, &property.text(), omitted)
}

/// Whether a word of TYPE makes the label, as "home" does and "voice" does not.
pub(super) fn is_label_type(word: &str) -> bool {
    labels::is_shown(word)
}

/// The TYPE of RELATED in 4.0 for the label of a property's group.
pub(super) fn related_type(card: &Card<'_>, property: &Property<'_>) -> Option<&'static str> {
    people::related_type(labels::GroupLabels::of(card).get(property)?)
}

impl<T> Field<T> {
    /// Whether the card prefers this field to another of its kind. Of equal ones none is preferred.
    fn is_preferred_to(&self, other: &Self) -> bool {
        let rank = |field: &Self| field.preference.unwrap_or(u8::MAX);
        rank(self) < rank(other)
    }
}

/// The index of the field that the card prefers: the lowest PREF, of equal ones the first. `None` where
/// it prefers none.
pub fn preferred<T>(fields: &[Field<T>]) -> Option<usize> {
    let ranked = fields
        .iter()
        .enumerate()
        .filter_map(|(at, field)| Some((field.preference?, at)));
    ranked.min().map(|(_, at)| at)
}

impl Card<'_> {
    /// Extracts the values that a person's page shows.
    pub fn contents(&self) -> Contents {
        extract::extract(self)
    }

    /// The decoded picture of the property with this ordinal. `None` if the property has none, or is
    /// larger than [`Limits::photo_bytes`].
    pub fn photo_bytes(&self, ordinal: usize, limits: &Limits) -> Option<Vec<u8>> {
        let property = self.properties.get(ordinal)?;
        if property.raw().len() > limits.photo_bytes {
            return None;
        }
        property.bytes()
    }
}

impl Name {
    /// The parts in speaking order: prefix, given, middle, family, suffix.
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
    /// The name to show: FN, else the parts of N, else nickname, organisation, mail, phone or chat
    /// address. `None` where the card has none of these.
    pub fn display_name(&self) -> Option<String> {
        let seen = |value: &String| !is_blank(value);
        let first = |fields: &[Field<String>]| fields.first().map(|f| f.value.clone()).filter(seen);
        self.formatted_name
            .as_ref()
            .map(|f| f.value.clone())
            .filter(seen)
            .or_else(|| self.name.as_ref().map(|f| f.value.spoken()).filter(seen))
            .or_else(|| first(&self.nicknames))
            .or_else(|| {
                self.organisations
                    .first()
                    .and_then(|f| f.value.first().cloned())
                    .filter(seen)
            })
            .or_else(|| first(&self.emails))
            .or_else(|| first(&self.phones))
            .or_else(|| first(&self.chats))
    }
}
