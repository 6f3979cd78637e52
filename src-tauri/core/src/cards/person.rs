//! Reads a card as a person.

use super::{Item, Mention};
use crate::days::PartialDate;
use crate::details::{ContactKind, DateKind, contact_normal};
use crate::fold::tag_key;
use crate::people::{NO_NAME, Name};
use crate::vcard::contents::{self, Address, Field};
use crate::vcard::{Card, Contents};

/// The most bytes of a text that are taken into a field. The card keeps the rest.
const MAX_BYTES: usize = 64 * 1024;

/// An item and the ordinals of the properties it was read from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CardItem {
    pub(crate) ordinals: Vec<usize>,
    pub(crate) item: Item,
}

/// The person that a card describes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct CardPerson {
    pub(crate) name: Name,
    /// The ordinals of FN and N, as far as the card has them.
    pub(crate) name_ordinals: Vec<usize>,
    pub(crate) nickname: String,
    pub(crate) nickname_ordinals: Vec<usize>,
    pub(crate) photo: Option<usize>,
    pub(crate) items: Vec<CardItem>,
    pub(crate) uid: Option<String>,
    pub(crate) mentions: Vec<Mention>,
}

impl CardPerson {
    /// Reads a card. `country` (two letters of ISO 3166, '' if unknown) completes phone numbers without
    /// country code.
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
                    NO_NAME
                } else {
                    &display
                }),
                prefix: cut(&parts.prefix),
                given: cut(&parts.given),
                additional: cut(&parts.additional),
                family: cut(&parts.family),
                suffix: cut(&parts.suffix),
                guessed: false,
            },
            None => Name::said(&cut(if display.is_empty() {
                NO_NAME
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

    /// The normalised values of the contact points of this kind, for comparison.
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

    /// The birthdays; most cards have none or one.
    pub(crate) fn birthdays(&self) -> impl Iterator<Item = PartialDate> {
        self.items.iter().filter_map(|given| match &given.item {
            Item::Date {
                kind: DateKind::Birthday,
                year,
                month,
                day,
                ..
            } => Some(PartialDate {
                year: *year,
                month: *month,
                day: *day,
            }),
            _ => None,
        })
    }

    /// Whether the card gives a name, and not only something else to be called by.
    pub(crate) fn is_named(&self) -> bool {
        !self.name_ordinals.is_empty() && self.name.is_given()
    }

    /// The second line of a row in a list: "Role, organisation", or the first item.
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

/// Cuts a text to `MAX_BYTES` at a character boundary. Also removes control characters, and characters
/// that override the direction of writing. The card keeps them.
fn cut(text: &str) -> String {
    let end = (0..=MAX_BYTES.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at));
    let text = text.get(..end.unwrap_or(0)).unwrap_or_default();
    let removed = |c: char| {
        (c.is_control() && !matches!(c, '\n' | '\t'))
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    if text.contains(removed) {
        return text.replace(removed, "");
    }
    text.to_owned()
}

/// The items of a card in the order in which they are stored: contact points, jobs, dates, notes, tags.
fn items(
    contents: Contents,
    country: &str,
    group: &impl Fn(usize) -> Option<String>,
) -> Vec<CardItem> {
    let jobs = jobs(&contents, group);
    let mut items = Vec::new();
    for (kind, fields) in [
        (ContactKind::Email, contents.emails),
        (ContactKind::Phone, contents.phones),
    ] {
        items.extend(contact_points(kind, fields, country));
    }
    let preferred = contents::preferred(&contents.addresses);
    let addresses = contents.addresses.into_iter().enumerate();
    items
        .extend(addresses.filter_map(|(at, field)| address(field, Some(at) == preferred, country)));
    for (kind, fields) in [
        (ContactKind::Link, contents.links),
        (ContactKind::Chat, contents.chats),
    ] {
        items.extend(contact_points(kind, fields, country));
    }
    items.extend(jobs);
    items.extend(contents.dates.into_iter().map(date));
    items.extend(contents.notes.into_iter().filter_map(note));
    items.extend(tags(contents.categories));
    items
}

/// The contact points of one kind. At most one is preferred, though many cards mark several.
fn contact_points(
    kind: ContactKind,
    fields: Vec<Field<String>>,
    country: &str,
) -> impl Iterator<Item = CardItem> {
    let preferred = contents::preferred(&fields);
    let fields = fields.into_iter().enumerate();
    fields.filter_map(move |(at, field)| {
        contact_point(kind, field, Some(at) == preferred, None, country)
    })
}

fn contact_point(
    kind: ContactKind,
    field: Field<String>,
    is_preferred: bool,
    parts: Option<String>,
    country: &str,
) -> Option<CardItem> {
    let value = cut(field.value.trim());
    (!value.is_empty()).then(|| CardItem {
        ordinals: vec![field.ordinal],
        item: Item::ContactPoint {
            normal: contact_normal(kind, &value, country),
            kind,
            value,
            parts,
            label: cut(&field.label.unwrap_or_default()),
            preferred: is_preferred,
        },
    })
}

fn address(field: Field<Address>, is_preferred: bool, country: &str) -> Option<CardItem> {
    let parts = serde_json::to_string(&field.value).ok();
    let field = Field {
        ordinal: field.ordinal,
        value: lines(&field.value),
        label: field.label,
        preference: field.preference,
    };
    contact_point(ContactKind::Address, field, is_preferred, parts, country)
}

fn date(field: Field<contents::Date>) -> CardItem {
    let date = field.value;
    let kind = match date.kind {
        contents::DateKind::Birthday => DateKind::Birthday,
        contents::DateKind::Anniversary => DateKind::Anniversary,
        contents::DateKind::Other => DateKind::Other,
    };
    CardItem {
        ordinals: vec![field.ordinal],
        item: Item::Date {
            kind,
            label: cut(&field.label.unwrap_or_default()),
            year: date.year,
            month: date.month,
            day: date.day,
            text: cut(&date.raw),
        },
    }
}

fn note(field: Field<String>) -> Option<CardItem> {
    (!field.value.trim().is_empty()).then(|| CardItem {
        ordinals: vec![field.ordinal],
        item: Item::Note {
            body: field.value.trim_end().to_owned(),
        },
    })
}

/// The tags, each once: names that differ only in case or accents are the same tag.
fn tags(categories: Vec<Field<Vec<String>>>) -> Vec<CardItem> {
    let mut folded: Vec<String> = Vec::new();
    let mut tags = Vec::new();
    for field in categories {
        for name in field.value {
            let name = cut(&name.split_whitespace().collect::<Vec<_>>().join(" "));
            let key = tag_key(&name);
            if !name.is_empty() && !folded.contains(&key) {
                folded.push(key);
                tags.push(CardItem {
                    ordinals: vec![field.ordinal],
                    item: Item::Tag { name },
                });
            }
        }
    }
    tags
}

/// The jobs: each ORG with a TITLE (or, in a card without TITLE, a ROLE) of the same group. Those without
/// a common group are paired in their order.
fn jobs(contents: &Contents, group: &impl Fn(usize) -> Option<String>) -> Vec<CardItem> {
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
            // A group without a role is either a label from another program, or a job without a role that Kith
            // exported. Kith names its groups kith….
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

fn job(
    organisation: Option<&Field<Vec<String>>>,
    role: Option<&Field<String>>,
) -> Option<CardItem> {
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
    Some(CardItem {
        ordinals: ordinals.collect(),
        item: Item::Affiliation {
            organisation: name,
            department,
            role: role_text,
        },
    })
}

/// A postal address in lines for display.
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
