//! The data of a person as properties of a card. Pure.

use crate::cards::Item;
use crate::details::{ContactKind, DateKind};
use crate::people::Name;
use crate::people::person_rows::PersonRecord;
use crate::vcard::contents::Address;
use crate::vcard::{self, NewProperty, NewValue, Version};

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

/// Properties that belong together. If `is_grouped`, they are written with a common group name.
pub(super) struct PropertyGroup {
    pub(super) is_grouped: bool,
    pub(super) properties: Vec<NewProperty>,
}

impl From<NewProperty> for PropertyGroup {
    fn from(property: NewProperty) -> Self {
        Self {
            is_grouped: false,
            properties: vec![property],
        }
    }
}

/// All properties of a person without a card.
pub(super) fn whole(
    person: &PersonRecord,
    now: &[(i64, Item)],
    photo: Option<Vec<u8>>,
) -> Vec<NewProperty> {
    let mut all = vec![property(
        "UID",
        NewValue::Uri(format!("urn:uuid:{}", person.uuid)),
    )];
    let mut groups = names(&person.name);
    if !person.nickname.is_empty() {
        groups.extend(nickname(&person.nickname));
    }
    groups.extend(items(now.iter().map(|(_, item)| item), Version::V40, false));
    groups.extend(photo.map(|photo| self::photo(photo).into()));
    let mut named = 0;
    for group in groups {
        named += usize::from(group.is_grouped);
        let name = group.is_grouped.then(|| format!("kith{named}"));
        all.extend(group.properties.into_iter().map(|mut property| {
            property.group.clone_from(&name);
            property
        }));
    }
    all
}

pub(super) fn display_name(name: &Name) -> NewProperty {
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

/// The parts of a name in place of those that N has. RFC 9554 gives a second surname and a generation a
/// part of their own, which they keep.
pub(super) fn name_parts_over(name: &Name, old: &[String]) -> NewValue {
    let NewValue::Components(mut parts) = name_parts(name) else {
        return name_parts(name);
    };
    for (own, of) in [(5, 0), (6, 4)] {
        let word = old.get(own).map(|word| word.trim()).unwrap_or_default();
        let in_both = old
            .get(of)
            .is_some_and(|part| part.split([' ', ',']).any(|w| w == word));
        let (extra, rest) = match parts.get(of).and_then(|part| part.strip_suffix(word)) {
            Some(rest) if !word.is_empty() => (word.to_owned(), rest.trim_end().to_owned()),
            _ => (String::new(), String::new()),
        };
        if let (false, false, Some(part)) = (extra.is_empty(), in_both, parts.get_mut(of)) {
            *part = rest;
        }
        parts.push(extra);
    }
    while parts.len() > 5 && parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    if parts.len() == 6 {
        parts.push(String::new());
    }
    NewValue::Components(parts)
}

/// FN, and N where the parts are known.
pub(super) fn names(name: &Name) -> Vec<PropertyGroup> {
    let mut names = vec![display_name(name).into()];
    if !name.guessed {
        names.push(parts_of_name(name).into());
    }
    names
}

/// N.
pub(super) fn parts_of_name(name: &Name) -> NewProperty {
    property("N", name_parts(name))
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

pub(super) fn nickname(nickname: &str) -> Vec<PropertyGroup> {
    vec![property("NICKNAME", nickname_list(nickname)).into()]
}

pub(super) fn photo(data: Vec<u8>) -> NewProperty {
    property("PHOTO", picture(data))
}

/// A picture with the media type that its first bytes tell.
pub(super) fn picture(data: Vec<u8>) -> NewValue {
    let media_type = vcard::by_first_bytes(&data).unwrap_or("image/jpeg");
    NewValue::Bytes {
        media_type: media_type.to_owned(),
        data,
    }
}

/// The parts of ORG. `known` are the units that the card has: their commas belong to them.
pub(super) fn organisation(organisation: &str, department: &str, known: &[String]) -> NewValue {
    let mut parts = vec![organisation.to_owned()];
    let mut rest = department;
    while !rest.is_empty() {
        let unit = known.iter().map(String::as_str).find(|unit| {
            let after = rest.strip_prefix(unit);
            !unit.is_empty() && after.is_some_and(|a| a.is_empty() || a.starts_with(", "))
        });
        let unit = unit.unwrap_or_else(|| rest.split(", ").next().unwrap_or(rest));
        if !unit.is_empty() {
            parts.push(unit.to_owned());
        }
        let after = rest.get(unit.len()..).unwrap_or_default();
        rest = after.strip_prefix(", ").unwrap_or(after);
    }
    NewValue::Components(parts)
}

pub(super) fn organisation_property(name: &str, department: &str) -> NewProperty {
    property("ORG", organisation(name, department, &[]))
}

pub(super) fn title(role: &str) -> NewProperty {
    text("TITLE", role)
}

/// Items as properties. A label that is not a standard TYPE is written in a group with its property. So
/// are organisation and title of a second job (`has_job`: the card has one already), because otherwise
/// readers could not tell which belong together.
pub(super) fn items<'a>(
    items: impl Iterator<Item = &'a Item>,
    version: Version,
    mut has_job: bool,
) -> Vec<PropertyGroup> {
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
                all.push(PropertyGroup {
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

fn contact_point(
    item: &Item,
    label: &str,
    preferred: bool,
    version: Version,
) -> Option<PropertyGroup> {
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
    let types = types_of(label).unwrap_or_default();
    new.params
        .extend(types.into_iter().map(|word| ("TYPE".to_owned(), word)));
    let is_named = new.params.is_empty() && !label.is_empty();
    if preferred {
        new.params.push(match version {
            Version::V40 => ("PREF".to_owned(), "1".to_owned()),
            Version::V21 | Version::V30 => ("TYPE".to_owned(), "pref".to_owned()),
        });
    }
    Some(with_label(new, if is_named { label } else { "" }))
}

/// The words of TYPE that say a label; `None` for a label that they cannot say.
pub(super) fn types_of(label: &str) -> Option<Vec<String>> {
    let words = label.split(' ').filter(|word| !word.is_empty());
    words.map(|word| type_of(word).map(str::to_owned)).collect()
}

/// The TYPE for a word of a label.
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

/// The label of a group.
pub(super) fn label(label: &str) -> NewProperty {
    text("X-ABLABEL", label)
}

/// A property together with its label, if it has one.
fn with_label(new: NewProperty, label: &str) -> PropertyGroup {
    let mut group = PropertyGroup::from(new);
    if !label.is_empty() {
        group.is_grouped = true;
        group.properties.push(self::label(label));
    }
    group
}

fn date(item: &Item, kind: DateKind, label: &str) -> Option<PropertyGroup> {
    let name = match kind {
        DateKind::Birthday => "BDAY",
        DateKind::Anniversary => "ANNIVERSARY",
        DateKind::Other => "X-ABDATE",
    };
    Some(with_label(property(name, value(item)?), label))
}

/// The value of an item that is written as one property; `None` for jobs and tags.
pub(super) fn value(item: &Item) -> Option<NewValue> {
    Some(match item {
        Item::ContactPoint {
            kind,
            value,
            parts,
            label,
            ..
        } => match kind {
            ContactKind::Address => address(value, parts.as_deref()),
            ContactKind::Link => NewValue::Uri(value.clone()),
            ContactKind::Chat if value.contains(':') => NewValue::Uri(value.clone()),
            ContactKind::Chat if chat_scheme(label).is_some() => NewValue::Uri(format!(
                "{}:{value}",
                chat_scheme(label).unwrap_or_default()
            )),
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

/// The scheme of a chat address, for the label that names its service.
pub(super) fn chat_scheme(label: &str) -> Option<&'static str> {
    Some(match label.to_ascii_lowercase().as_str() {
        "xmpp" | "jabber" | "google talk" => "xmpp",
        "skype" => "skype",
        "sip" => "sip",
        "aim" => "aim",
        "icq" => "icq",
        "msn" => "msnim",
        "yahoo" => "ymsgr",
        "irc" => "irc",
        "matrix" => "matrix",
        _ => return None,
    })
}

/// The components of an address; if it was edited and has none, the whole text as the street. That they can
/// be read was checked with their row.
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
