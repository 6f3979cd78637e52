//! One card of several, for a person who came from several.

use super::own_version::{line_end, with_lines};
use super::rules_4::rule;
use crate::vcard::head::Wrapping;
use crate::vcard::lines::lines;
use crate::vcard::{Card, Param, Property, Version, one};

/// The first card with what only the others say. All must be of one version. Properties that two cards
/// share are written once; a group of another card gets a new name where the first has that name too.
pub fn unite(cards: &[Vec<u8>]) -> Vec<u8> {
    let Some((first, others)) = cards.split_first() else {
        return Vec::new();
    };
    let mut whole = first.clone();
    for other in others {
        let (Some(into), Some(from)) = (one(&whole), one(other)) else {
            whole.extend_from_slice(other);
            continue;
        };
        let lines = missing(&into, &from);
        if !lines.is_empty() {
            whole = with_lines(&whole, &lines);
        }
    }
    whole
}

/// The lines of those properties of `from` that `into` does not have.
fn missing(into: &Card<'_>, from: &Card<'_>) -> Vec<u8> {
    let end = line_end(into.raw);
    let mut groups = Groups::of(into);
    let mut out = Vec::new();
    let wanted: Vec<&Property<'_>> = from
        .properties
        .iter()
        .filter(|new| !new.is("VERSION") && !is_label(new) && !has(into, from, new))
        .collect();
    for property in &from.properties {
        let group = property.group().map(|group| group.into_owned());
        let names_wanted = is_label(property)
            && wanted.iter().any(|wanted| {
                let of = wanted.group();
                of.is_some() && of.as_deref() == group.as_deref()
            });
        let is_wanted = wanted.iter().any(|wanted| std::ptr::eq(*wanted, property));
        if !is_wanted && !names_wanted {
            continue;
        }
        let group = group.map(|group| groups.free(&group));
        write(&mut out, property, group.as_deref(), into, end);
    }
    out
}

/// Writes a property with another group, and in 4.0 as an extension where the card may have it only once.
fn write(
    out: &mut Vec<u8>,
    property: &Property<'_>,
    group: Option<&str>,
    into: &Card<'_>,
    end: &[u8],
) {
    let raw = property.raw();
    let name = property.name();
    let taken = into.version == Version::V40
        && rule(&name.to_ascii_uppercase()).is_some_and(|rule| rule.once)
        && into.properties.iter().any(|known| known.is(&name));
    let own = property.group().map_or(0, |group| group.len() + 1);
    let head_starts_plainly = raw
        .get(own..)
        .is_some_and(|rest| rest.starts_with(name.as_bytes()));
    let mut line = Vec::with_capacity(raw.len() + 8);
    if head_starts_plainly {
        if let Some(group) = group {
            line.extend_from_slice(group.as_bytes());
            line.push(b'.');
        }
        if taken {
            line.extend_from_slice(b"X-");
        }
        line.extend_from_slice(raw.get(own..).unwrap_or_default());
    } else {
        line.extend_from_slice(raw);
    }
    if property.wrapping == Wrapping::Quoted {
        // The soft break at the end of a card that was cut off would take the next line into the value.
        let text = line.trim_ascii_end();
        if text.ends_with(b"=") {
            line.truncate(text.len() - 1);
        }
    }
    for physical in lines(&line, property.breaks) {
        out.extend_from_slice(physical.of(&line));
        out.extend_from_slice(end);
    }
    if property.holds_binary() && into.version == Version::V21 {
        out.extend_from_slice(end);
    }
}

fn is_label(property: &Property<'_>) -> bool {
    property.is("X-ABLABEL") || property.is("X-ABADR")
}

/// Whether the card says the same: name, value, label, and at least the parameters.
fn has(into: &Card<'_>, from: &Card<'_>, new: &Property<'_>) -> bool {
    let name = new.name();
    let text = new.text();
    let label = label_of(from, new);
    let params = plain_params(new);
    into.properties.iter().any(|known| {
        known.is(&name) && known.text() == text && label_of(into, known) == label && {
            let has = plain_params(known);
            params.iter().all(|param| has.contains(param))
        }
    })
}

/// The parameters that say something of the value, in one case.
fn plain_params(property: &Property<'_>) -> Vec<(String, String)> {
    let of_encoding = |param: &Param<'_>| {
        ["ENCODING", "CHARSET"]
            .iter()
            .any(|known| param.name.eq_ignore_ascii_case(known))
    };
    let params = property.params();
    let said = params.iter().filter(|param| !of_encoding(param));
    said.map(|param| (param.name.to_uppercase(), param.value.to_uppercase()))
        .collect()
}

fn label_of(card: &Card<'_>, property: &Property<'_>) -> Option<String> {
    let group = property.group()?.to_ascii_lowercase();
    let labels = card.properties.iter().filter(|known| known.is("X-ABLABEL"));
    labels
        .filter(|label| {
            label
                .group()
                .is_some_and(|g| g.eq_ignore_ascii_case(&group))
        })
        .map(|label| label.text().into_owned())
        .next()
}

/// The names of groups, and those that took the place of a name that was there already.
struct Groups {
    taken: Vec<String>,
    renamed: Vec<(String, String)>,
}

impl Groups {
    fn of(card: &Card<'_>) -> Self {
        let groups = card.properties.iter().filter_map(Property::group);
        Self {
            taken: groups.map(|group| group.to_ascii_lowercase()).collect(),
            renamed: Vec::new(),
        }
    }

    /// The name for a group of the other card, the same for all its properties.
    fn free(&mut self, group: &str) -> String {
        let lower = group.to_ascii_lowercase();
        if let Some((_, name)) = self.renamed.iter().find(|(of, _)| *of == lower) {
            return name.clone();
        }
        let mut name = group.to_owned();
        let mut number = 0;
        while self.taken.contains(&name.to_ascii_lowercase()) {
            number += 1;
            name = format!("item{number}");
        }
        self.taken.push(name.to_ascii_lowercase());
        self.renamed.push((lower, name.clone()));
        name
    }
}
