//! What the book says of a person, as properties of a card. Pure.

use crate::cards::Item;
use crate::details::{ContactKind, DateKind};
use crate::people::Name;
use crate::people::person_rows::PersonRecord;
use crate::vcard::contents::Address;
use crate::vcard::{NewProperty, NewValue, Version};

fn property(name: &str, value: NewValue) -> NewProperty {
    NewProperty {
        group: None,
        name: name.to_owned(),
        params: Vec::new(),
        value,
    }
}

fn text(name: &str, value: &str) -> NewProperty {
    property(name, NewValue::Text(value.to_owned()))
}

/// Properties that belong together: those of a bunch that is grouped share a group of their own.
pub(super) struct Bunch {
    pub(super) is_grouped: bool,
    pub(super) properties: Vec<NewProperty>,
}

impl From<NewProperty> for Bunch {
    fn from(property: NewProperty) -> Self {
        Self {
            is_grouped: false,
            properties: vec![property],
        }
    }
}

/// Everything, for a person who came from no card.
pub(super) fn whole(
    person: &PersonRecord,
    now: &[(i64, Item)],
    photo: Option<Vec<u8>>,
) -> Vec<NewProperty> {
    let mut all = vec![property(
        "UID",
        NewValue::Uri(format!("urn:uuid:{}", person.uuid)),
    )];
    let mut bunches = names(&person.name);
    if !person.nickname.is_empty() {
        bunches.extend(nickname(&person.nickname));
    }
    bunches.extend(items(now.iter().map(|(_, item)| item), Version::V40, false));
    bunches.extend(photo.map(|photo| self::photo(photo).into()));
    let mut groups = 0;
    for bunch in bunches {
        groups += usize::from(bunch.is_grouped);
        let group = bunch.is_grouped.then(|| format!("kith{groups}"));
        all.extend(bunch.properties.into_iter().map(|mut property| {
            property.group.clone_from(&group);
            property
        }));
    }
    all
}

pub(super) fn shown_name(name: &Name) -> NewProperty {
    text("FN", &name.display)
}

pub(super) fn name_parts(name: &Name) -> NewValue {
    let parts = [
        &name.family,
        &name.given,
        &name.additional,
        &name.prefix,
        &name.suffix,
    ];
    NewValue::Components(parts.map(Clone::clone).to_vec())
}

pub(super) fn names(name: &Name) -> Vec<Bunch> {
    vec![
        shown_name(name).into(),
        property("N", name_parts(name)).into(),
    ]
}

pub(super) fn nickname_list(nickname: &str) -> NewValue {
    NewValue::List(
        nickname
            .split(',')
            .map(|word| word.trim().to_owned())
            .filter(|word| !word.is_empty())
            .collect(),
    )
}

pub(super) fn nickname(nickname: &str) -> Vec<Bunch> {
    vec![property("NICKNAME", nickname_list(nickname)).into()]
}

pub(super) fn photo(data: Vec<u8>) -> NewProperty {
    property(
        "PHOTO",
        NewValue::Bytes {
            media_type: "image/jpeg".to_owned(),
            data,
        },
    )
}

pub(super) fn organisation(organisation: &str, department: &str) -> NewValue {
    let units = department.split(", ").filter(|unit| !unit.is_empty());
    NewValue::Components(
        std::iter::once(organisation)
            .chain(units)
            .map(str::to_owned)
            .collect(),
    )
}

pub(super) fn organisation_property(name: &str, department: &str) -> NewProperty {
    property("ORG", organisation(name, department))
}

pub(super) fn title(role: &str) -> NewProperty {
    text("TITLE", role)
}

/// Items as properties. A label that is no word of the standard's comes in a group with its property; so
/// do organisation and title of a job that is not the only one (`has_job`: the card has one already), or
/// nobody could tell which belong together.
pub(super) fn items<'a>(
    items: impl Iterator<Item = &'a Item>,
    version: Version,
    mut has_job: bool,
) -> Vec<Bunch> {
    let (mut all, mut tags) = (Vec::new(), Vec::new());
    for item in items {
        match item {
            Item::ContactPoint {
                label, preferred, ..
            } => {
                all.extend(contact_point(item, label, *preferred, version));
            }
            Item::Affiliation {
                organisation,
                department,
                role,
            } => {
                let mut properties = Vec::new();
                if !organisation.is_empty() {
                    properties.push(organisation_property(organisation, department));
                }
                if !role.is_empty() {
                    properties.push(title(role));
                }
                all.push(Bunch {
                    is_grouped: has_job,
                    properties,
                });
                has_job = true;
            }
            Item::Date { kind, label, .. } => all.extend(date(item, *kind, label)),
            Item::Note { body } => all.push(text("NOTE", body).into()),
            Item::Tag { name } => tags.push(name.clone()),
        }
    }
    if !tags.is_empty() {
        all.push(property("CATEGORIES", NewValue::List(tags)).into());
    }
    all
}

fn contact_point(item: &Item, label: &str, preferred: bool, version: Version) -> Option<Bunch> {
    let (Item::ContactPoint { kind, .. }, Some(value)) = (item, value(item)) else {
        return None;
    };
    let name = match kind {
        ContactKind::Email => "EMAIL",
        ContactKind::Phone => "TEL",
        ContactKind::Address => "ADR",
        ContactKind::Link => "URL",
        ContactKind::Chat => "IMPP",
    };
    let mut new = property(name, value);
    let types: Vec<&str> = label.split(' ').filter_map(type_of).collect();
    if !types.is_empty() && types.len() == label.split(' ').count() {
        new.params.extend(
            types
                .into_iter()
                .map(|word| ("TYPE".to_owned(), word.to_owned())),
        );
    }
    let is_named = new.params.is_empty() && !label.is_empty();
    if preferred {
        new.params.push(match version {
            Version::V40 => ("PREF".to_owned(), "1".to_owned()),
            Version::V21 | Version::V30 => ("TYPE".to_owned(), "pref".to_owned()),
        });
    }
    Some(with_label(new, if is_named { label } else { "" }))
}

/// The standard's word for a label.
fn type_of(label: &str) -> Option<&'static str> {
    Some(match label.to_ascii_lowercase().as_str() {
        "work" => "work",
        "home" => "home",
        "mobile" => "cell",
        "fax" => "fax",
        "pager" => "pager",
        _ => return None,
    })
}

/// The property and, where it has one, its label, bound together.
fn with_label(new: NewProperty, label: &str) -> Bunch {
    let mut bunch = Bunch::from(new);
    if !label.is_empty() {
        bunch.is_grouped = true;
        bunch.properties.push(text("X-ABLABEL", label));
    }
    bunch
}

fn date(item: &Item, kind: DateKind, label: &str) -> Option<Bunch> {
    let name = match kind {
        DateKind::Birthday => "BDAY",
        DateKind::Anniversary => "ANNIVERSARY",
        DateKind::Other => "X-ABDATE",
    };
    Some(with_label(property(name, value(item)?), label))
}

/// The value of an item that is one property.
pub(super) fn value(item: &Item) -> Option<NewValue> {
    Some(match item {
        Item::ContactPoint {
            kind, value, parts, ..
        } => match kind {
            ContactKind::Address => address(value, parts.as_deref()),
            ContactKind::Link => NewValue::Uri(value.clone()),
            ContactKind::Chat if value.contains(':') => NewValue::Uri(value.clone()),
            ContactKind::Email | ContactKind::Phone | ContactKind::Chat => {
                NewValue::Text(value.clone())
            }
        },
        Item::Date {
            year,
            month,
            day,
            text,
            ..
        } => match (year, month) {
            (None, None) => NewValue::Text(text.clone()),
            _ => NewValue::Date {
                year: *year,
                month: *month,
                day: *day,
            },
        },
        Item::Note { body } => NewValue::Text(body.clone()),
        Item::Affiliation { .. } | Item::Tag { .. } => return None,
    })
}

/// Components where nobody has edited the address; else all of it stands as the street.
fn address(value: &str, parts: Option<&str>) -> NewValue {
    let parts = parts.and_then(|parts| serde_json::from_str::<Address>(parts).ok());
    NewValue::Components(match parts {
        Some(a) => vec![
            a.po_box,
            a.extended,
            a.street,
            a.locality,
            a.region,
            a.postal_code,
            a.country,
        ],
        None => ["", "", value, "", "", "", ""].map(str::to_owned).to_vec(),
    })
}
