//! A card read as a person.

use super::{Item, Mention};
use crate::details::{ContactKind, DateKind, contact_normal};
use crate::fold::fold;
use crate::people::Name;
use crate::vcard::contents::{self, Address, Field};
use crate::vcard::{Card, Contents};

/// Longest text taken into a field; the rest stays in the card.
const LONGEST: usize = 64 * 1024;

/// An item and the properties that said it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    pub(crate) ordinals: Vec<usize>,
    pub(crate) item: Item,
}

/// What a card says of a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CardPerson {
    pub(crate) name: Name,
    /// FN and N, those that are there.
    pub(crate) name_ordinals: Vec<usize>,
    pub(crate) nickname: String,
    pub(crate) nickname_ordinals: Vec<usize>,
    pub(crate) photo: Option<usize>,
    pub(crate) items: Vec<Given>,
    pub(crate) uid: Option<String>,
    pub(crate) mentions: Vec<Mention>,
}

impl CardPerson {
    /// `country` (ISO 3166, '' for not known) completes phone numbers without one.
    pub(crate) fn of(card: &Card<'_>, country: &str) -> Self {
        let group = |ordinal: usize| {
            let property = card.properties.get(ordinal)?;
            property.group().map(|group| group.to_ascii_lowercase())
        };
        Self::from_contents(card.contents(), country, group)
    }

    fn from_contents(
        contents: Contents,
        country: &str,
        group: impl Fn(usize) -> Option<String>,
    ) -> Self {
        let display = contents.display_name().unwrap_or_default();
        let display = display.split_whitespace().collect::<Vec<_>>().join(" ");
        let name_ordinals = contents
            .formatted_name
            .iter()
            .map(|f| f.ordinal)
            .chain(contents.name.iter().map(|f| f.ordinal))
            .collect();
        let name = match contents.name.as_ref().map(|field| &field.value) {
            Some(parts) => Name {
                display: cut(if display.is_empty() {
                    "No name"
                } else {
                    &display
                }),
                prefix: cut(&parts.prefix),
                given: cut(&parts.given),
                additional: cut(&parts.additional),
                family: cut(&parts.family),
                suffix: cut(&parts.suffix),
            },
            None => Name::said(&cut(if display.is_empty() {
                "No name"
            } else {
                &display
            })),
        };
        let mut nicknames: Vec<&str> = Vec::new();
        for field in &contents.nicknames {
            if !nicknames.contains(&field.value.as_str()) {
                nicknames.push(&field.value);
            }
        }
        let mut nickname_ordinals: Vec<usize> =
            contents.nicknames.iter().map(|f| f.ordinal).collect();
        nickname_ordinals.dedup();
        Self {
            name,
            name_ordinals,
            nickname: cut(&nicknames.join(", ")),
            nickname_ordinals,
            photo: contents
                .photo
                .as_ref()
                .filter(|field| field.value == contents::Photo::Inline)
                .map(|field| field.ordinal),
            uid: contents
                .uid
                .as_ref()
                .map(|field| cut(field.value.trim()))
                .filter(|uid| !uid.is_empty()),
            mentions: Mention::all_of(&contents),
            items: items(contents, country, &group),
        }
    }

    /// Of this kind, the values that two writings share.
    pub(crate) fn normals(&self, of: ContactKind) -> impl Iterator<Item = &str> {
        self.items
            .iter()
            .filter_map(move |given| match &given.item {
                Item::ContactPoint { kind, normal, .. } if *kind == of && !normal.is_empty() => {
                    Some(normal.as_str())
                }
                _ => None,
            })
    }

    /// "Role, organisation" for a row.
    pub(crate) fn subtitle(&self) -> String {
        let job = self.items.iter().find_map(|given| match &given.item {
            Item::Affiliation {
                organisation, role, ..
            } => Some((role.as_str(), organisation.as_str())),
            _ => None,
        });
        match job {
            Some((role, organisation)) if !role.is_empty() && !organisation.is_empty() => {
                format!("{role}, {organisation}")
            }
            Some((role, organisation)) => format!("{role}{organisation}"),
            None => self
                .items
                .first()
                .map(|given| given.item.text())
                .unwrap_or_default(),
        }
    }
}

/// Within the cap, at a letter's border, and without what is no letter but turns others around or rings
/// a bell: control characters, and marks that override the direction of writing. The card keeps them.
fn cut(text: &str) -> String {
    let end = (0..=LONGEST.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let text = text.get(..end.unwrap_or(0)).unwrap_or_default();
    let unseen = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(unseen) {
        return text.replace(unseen, "");
    }
    text.to_owned()
}

fn items(
    contents: Contents,
    country: &str,
    group: &impl Fn(usize) -> Option<String>,
) -> Vec<Given> {
    let jobs = jobs(&contents, group);
    let mut items = Vec::new();
    let mut point = |kind: ContactKind, field: Field<String>, parts: Option<String>| {
        let value = cut(field.value.trim());
        if value.is_empty() {
            return;
        }
        items.push(Given {
            ordinals: vec![field.ordinal],
            item: Item::ContactPoint {
                normal: contact_normal(kind, &value, country),
                kind,
                value,
                parts,
                label: cut(&field.label.unwrap_or_default()),
                preferred: field.preferred,
            },
        });
    };
    for field in contents.emails {
        point(ContactKind::Email, field, None);
    }
    for field in contents.phones {
        point(ContactKind::Phone, field, None);
    }
    for field in contents.addresses {
        let parts = serde_json::to_string(&field.value).ok();
        let Field {
            ordinal,
            value,
            label,
            preferred,
        } = field;
        point(
            ContactKind::Address,
            Field {
                ordinal,
                value: lines(&value),
                label,
                preferred,
            },
            parts,
        );
    }
    for field in contents.links {
        point(ContactKind::Link, field, None);
    }
    for field in contents.chats {
        point(ContactKind::Chat, field, None);
    }
    one_preferred(&mut items);
    items.extend(jobs);
    for field in contents.dates {
        let contents::Date {
            kind,
            year,
            month,
            day,
            raw,
        } = field.value;
        let kind = match kind {
            contents::DateKind::Birthday => DateKind::Birthday,
            contents::DateKind::Anniversary => DateKind::Anniversary,
            contents::DateKind::Other => DateKind::Other,
        };
        let label = cut(&field.label.unwrap_or_default());
        items.push(Given {
            ordinals: vec![field.ordinal],
            item: Item::Date {
                kind,
                label,
                year,
                month,
                day,
                text: cut(&raw),
            },
        });
    }
    for field in contents
        .notes
        .into_iter()
        .filter(|field| !field.value.trim().is_empty())
    {
        let body = field.value.trim_end().to_owned();
        items.push(Given {
            ordinals: vec![field.ordinal],
            item: Item::Note { body },
        });
    }
    let mut tags: Vec<String> = Vec::new();
    for field in contents.categories {
        for name in field.value {
            let name = cut(&name.split_whitespace().collect::<Vec<_>>().join(" "));
            if !name.is_empty() && !tags.contains(&fold(&name)) {
                tags.push(fold(&name));
                items.push(Given {
                    ordinals: vec![field.ordinal],
                    item: Item::Tag { name },
                });
            }
        }
    }
    items
}

/// Many cards mark everything as preferred, which says nothing: the first of each kind is.
fn one_preferred(items: &mut [Given]) {
    let mut seen = Vec::new();
    for given in items {
        if let Item::ContactPoint {
            kind, preferred, ..
        } = &mut given.item
            && *preferred
        {
            if seen.contains(kind) {
                *preferred = false;
            }
            seen.push(*kind);
        }
    }
}

/// ORG, and the TITLE (or, where there is none, the ROLE) of the same group; those without a group belong
/// together by their place.
fn jobs(contents: &Contents, group: &impl Fn(usize) -> Option<String>) -> Vec<Given> {
    let roles = if contents.titles.is_empty() {
        &contents.roles
    } else {
        &contents.titles
    };
    let (mut bound, mut loose): (Vec<_>, Vec<_>) = roles.iter().partition(|role| {
        let of = group(role.ordinal);
        of.is_some()
            && contents
                .organisations
                .iter()
                .any(|org| group(org.ordinal) == of)
    });
    loose.reverse();
    let mut jobs = Vec::new();
    for organisation in &contents.organisations {
        let of = group(organisation.ordinal);
        let same = bound
            .iter()
            .position(|role| of.is_some() && group(role.ordinal) == of);
        let role = match same {
            Some(at) => Some(bound.remove(at)),
            // A group without a role of its own is a job without a role, or just somebody's label.
            None if of.is_none() || !of.is_some_and(|of| of.starts_with("kith")) => loose.pop(),
            None => None,
        };
        jobs.extend(job(Some(organisation), role));
    }
    loose.reverse();
    jobs.extend(
        loose
            .into_iter()
            .chain(bound)
            .filter_map(|role| job(None, Some(role))),
    );
    jobs
}

fn job(organisation: Option<&Field<Vec<String>>>, role: Option<&Field<String>>) -> Option<Given> {
    let units = organisation
        .map(|field| field.value.as_slice())
        .unwrap_or_default();
    let (name, department) = match units.split_first() {
        Some((name, rest)) => (cut(name.trim()), cut(rest.join(", ").trim())),
        None => (String::new(), String::new()),
    };
    let role_text = cut(role.map(|field| field.value.trim()).unwrap_or_default());
    if name.is_empty() && role_text.is_empty() {
        return None;
    }
    let ordinals = organisation
        .map(|f| f.ordinal)
        .into_iter()
        .chain(role.map(|f| f.ordinal));
    Some(Given {
        ordinals: ordinals.collect(),
        item: Item::Affiliation {
            organisation: name,
            department,
            role: role_text,
        },
    })
}

/// A postal address as people write it.
fn lines(address: &Address) -> String {
    let town = [&address.postal_code, &address.locality]
        .map(|part| part.trim())
        .join(" ");
    [
        address.po_box.trim(),
        address.extended.trim(),
        address.street.trim(),
        town.trim(),
        address.region.trim(),
        address.country.trim(),
    ]
    .into_iter()
    .filter(|line| !line.is_empty())
    .collect::<Vec<_>>()
    .join("\n")
}
