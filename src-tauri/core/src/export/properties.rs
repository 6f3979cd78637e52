//! What the book says of a person, as properties of a card. Pure.

use crate::cards::Item;
use crate::people::{ContactKind, DateKind, Name};
use crate::store::people::PersonRecord;
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
    all.extend(names(&person.name));
    if !person.nickname.is_empty() {
        all.extend(nickname(&person.nickname));
    }
    let mut labelled = 0;
    for mut new in items(now.iter().map(|(_, item)| item), Version::V40) {
        if new.group.is_some() {
            new.group = Some(format!("kith{}", labelled / 2 + 1));
            labelled += 1;
        }
        all.push(new);
    }
    all.extend(photo.map(self::photo));
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

pub(super) fn names(name: &Name) -> Vec<NewProperty> {
    vec![shown_name(name), property("N", name_parts(name))]
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

pub(super) fn nickname(nickname: &str) -> Vec<NewProperty> {
    vec![property("NICKNAME", nickname_list(nickname))]
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

/// Items as properties; a label that is no word of the standard's comes in a group of its own.
pub(super) fn items<'a>(
    items: impl Iterator<Item = &'a Item>,
    version: Version,
) -> Vec<NewProperty> {
    let (mut all, mut tags) = (Vec::new(), Vec::new());
    for item in items {
        match item {
            Item::ContactPoint {
                label, preferred, ..
            } => all.extend(contact_point(item, label, *preferred, version)),
            Item::Affiliation {
                organisation,
                department,
                role,
            } => {
                if !organisation.is_empty() {
                    all.push(organisation_property(organisation, department));
                }
                if !role.is_empty() {
                    all.push(title(role));
                }
            }
            Item::Date { kind, label, .. } => all.extend(date(item, *kind, label)),
            Item::Note { body } => all.push(text("NOTE", body)),
            Item::Tag { name } => tags.push(name.clone()),
        }
    }
    if !tags.is_empty() {
        all.push(property("CATEGORIES", NewValue::List(tags)));
    }
    all
}

fn contact_point(item: &Item, label: &str, preferred: bool, version: Version) -> Vec<NewProperty> {
    let (Item::ContactPoint { kind, .. }, Some(value)) = (item, value(item)) else {
        return Vec::new();
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
    } else if !label.is_empty() {
        new.group = Some(String::new());
    }
    if preferred {
        new.params.push(match version {
            Version::V40 => ("PREF".to_owned(), "1".to_owned()),
            Version::V21 | Version::V30 => ("TYPE".to_owned(), "pref".to_owned()),
        });
    }
    with_label(new, label)
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

fn with_label(new: NewProperty, label: &str) -> Vec<NewProperty> {
    let Some(group) = new.group.clone() else {
        return vec![new];
    };
    let named = NewProperty {
        group: Some(group),
        ..text("X-ABLABEL", label)
    };
    vec![new, named]
}

fn date(item: &Item, kind: DateKind, label: &str) -> Vec<NewProperty> {
    let Some(value) = value(item) else {
        return Vec::new();
    };
    let name = match kind {
        DateKind::Birthday => "BDAY",
        DateKind::Anniversary => "ANNIVERSARY",
        DateKind::Other => "X-ABDATE",
    };
    let mut new = property(name, value);
    if !label.is_empty() {
        new.group = Some(String::new());
    }
    with_label(new, label)
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
