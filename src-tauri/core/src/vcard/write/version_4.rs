//! Writes any card in version 4.0, with every property, strictly by RFC 6350.

use std::collections::{BTreeMap, BTreeSet};

use super::fold::fold;
use super::heads::{param, start};
use super::own_version::rewrite;
use super::rules_4::{Rule, allows, fits, is_extension, rule};
use super::value_4::{escaped, written, written_freely};
use super::{Edit, NewProperty, write_new};
use crate::vcard::contents::{Contents, related_type};
use crate::vcard::lines::cut;
use crate::vcard::{Card, Property, Version, labels_of_addresses, one};

const END: &[u8] = b"\r\n";

/// The card in version 4.0 with these changes. Every property is kept: one that 4.0 does not have, or whose
/// value has no form in 4.0, gets a name that begins with X-. A card without FN gets one, as 4.0 demands.
/// `edits` is keyed by ordinal.
pub fn to_version_4(raw: &[u8], edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
    let own = rewrite(raw, edits, added);
    let Some(card) = one(&own) else {
        // What is no card by itself, such as a cut off one within another, would become one without a name.
        return match added {
            [] => Vec::new(),
            added => write_new(added),
        };
    };
    let mut out = converted(&card);
    for inner in &card.nested {
        out.extend(to_version_4(
            cut(&own, inner.clone()),
            &BTreeMap::new(),
            &[],
        ));
    }
    out
}

/// One line of a card in 4.0, its value escaped.
struct Line {
    group: Option<String>,
    name: String,
    params: Vec<(String, String)>,
    value: String,
}

fn converted(card: &Card<'_>) -> Vec<u8> {
    let contents = card.contents();
    let properties = card.properties.iter();
    let mut lines: Vec<Line> = properties.map(|old| line_of(card, old)).collect();
    let moved = labels_into_addresses(card, &mut lines);
    let mut properties = card.properties.iter().enumerate();
    lines.retain(|_| {
        let property = properties.next();
        property.is_none_or(|(at, old)| !old.is("VERSION") && !moved.contains(&at))
    });
    sort_string_into_name(&mut lines);
    once_each(&mut lines);
    members_of_groups_only(&mut lines);
    lines.extend(missing_name(&lines, &contents));
    let mut out = b"BEGIN:VCARD\r\nVERSION:4.0\r\n".to_vec();
    for line in &lines {
        write(&mut out, line);
    }
    out.extend_from_slice(b"END:VCARD\r\n");
    out
}

fn write(out: &mut Vec<u8>, line: &Line) {
    let mut whole = Vec::new();
    start(&mut whole, line.group.as_deref(), &line.name);
    for (name, value) in &line.params {
        param(&mut whole, name, value, Version::V40);
    }
    whole.push(b':');
    whole.extend_from_slice(line.value.as_bytes());
    fold(out, &whole, END);
}

/// The name in 4.0 of a property that 4.0 knows under another name. `name` is in capitals.
fn name_in_4(name: &str) -> &str {
    match name {
        "X-ABRELATEDNAMES" => "RELATED",
        "X-ADDRESSBOOKSERVER-KIND" => "KIND",
        "X-ADDRESSBOOKSERVER-MEMBER" => "MEMBER",
        name => name,
    }
}

fn line_of(card: &Card<'_>, old: &Property<'_>) -> Line {
    let own = old.name().into_owned();
    let upper = own.to_ascii_uppercase();
    let name = name_in_4(&upper);
    let found = rule(name).and_then(|rule| Some((rule, written(name, rule.form, old)?)));
    let (rule, value, name) = match found {
        Some((rule, value)) if name == upper => (Some(rule), value, own),
        Some((rule, value)) => (Some(rule), value, name.to_owned()),
        None => (None, written_freely(&upper, old), extension(&own)),
    };
    let mut params = Params::default();
    if name == "RELATED"
        && let Some(kind) = related_type(card, old)
    {
        params.add("TYPE", kind, rule);
    }
    for given in old.params() {
        params.take(&given.name, &given.value, rule, value.is_media);
    }
    if let Some(kind) = value.kind {
        params.0.push(("VALUE".to_owned(), kind.to_owned()));
    }
    Line {
        group: old.group().map(std::borrow::Cow::into_owned),
        name,
        params: params.0,
        value: value.text,
    }
}

/// The name as one that anybody may use. "LABEL", "AGENT" and others are no longer properties of 4.0.
fn extension(name: &str) -> String {
    if is_extension(name) {
        return name.to_owned();
    }
    let name = if name.is_empty() { "UNNAMED" } else { name };
    format!("X-{name}")
}

/// The parameters of a line, in order.
#[derive(Default)]
struct Params(Vec<(String, String)>);

impl Params {
    /// Takes a parameter of the old property over, in 4.0's words.
    fn take(&mut self, name: &str, value: &str, rule: Option<&Rule>, is_media: bool) {
        let is = |known: &str| name.eq_ignore_ascii_case(known);
        let media_type =
            is("TYPE") && !matches!(value.to_lowercase().as_str(), "home" | "work" | "pref");
        let of_value = ["ENCODING", "CHARSET", "VALUE", "X-APPLE-OMIT-YEAR"];
        if of_value.iter().any(|known| is(known)) || (is_media && (media_type || is("MEDIATYPE"))) {
            return;
        }
        match (is("TYPE") && value.eq_ignore_ascii_case("pref"), value) {
            (true, _) => self.add("PREF", "1", rule),
            (false, "") if is("PREF") => self.add("PREF", "1", rule),
            _ => self.add(name, value, rule),
        }
    }

    /// Adds a parameter; as X- where the property may not have it. Only TYPE may stand twice.
    fn add(&mut self, name: &str, value: &str, rule: Option<&Rule>) {
        let value: String = value
            .chars()
            .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
            .collect();
        let name = if allows(rule, name) && fits(name, &value) {
            name.to_owned()
        } else {
            extension(name)
        };
        let known = self
            .0
            .iter_mut()
            .find(|(known, _)| known.eq_ignore_ascii_case(&name));
        match known {
            Some((_, has)) if *has == value => {}
            Some(_) if name.eq_ignore_ascii_case("PREF") => {}
            Some((_, has)) if !name.eq_ignore_ascii_case("TYPE") => {
                has.push(',');
                has.push_str(&value);
            }
            _ => self.0.push((name, value)),
        }
    }
}

/// LABEL, the address as it is written on a letter, is a parameter of ADR in 4.0. One that belongs to no
/// address stays a property of its own. `lines` has a line for each property of the card. Returns the ordinals of
/// those LABELs that are in an address now.
fn labels_into_addresses(card: &Card<'_>, lines: &mut [Line]) -> BTreeSet<usize> {
    let mut moved = BTreeSet::new();
    for (address, label) in labels_of_addresses(card) {
        let Some(text) = lines.get(label).map(|line| unescaped(&line.value)) else {
            continue;
        };
        if let Some(line) = lines.get_mut(address)
            && line.name.eq_ignore_ascii_case("ADR")
        {
            line.params.push(("LABEL".to_owned(), text));
            moved.insert(label);
        }
    }
    moved
}

fn unescaped(value: &str) -> String {
    crate::vcard::value::unescape(value.into(), Version::V40).into_owned()
}

/// SORT-STRING is the parameter SORT-AS of N in 4.0.
fn sort_string_into_name(lines: &mut Vec<Line>) {
    let Some(at) = lines
        .iter()
        .position(|line| line.name.eq_ignore_ascii_case("X-SORT-STRING"))
    else {
        return;
    };
    let sorts = |line: &Line| {
        line.params
            .iter()
            .any(|(name, _)| name.eq_ignore_ascii_case("SORT-AS"))
    };
    let name = lines
        .iter()
        .position(|line| line.name.eq_ignore_ascii_case("N") && !sorts(line));
    let Some(name) = name else { return };
    let text = lines.get(at).map(|line| unescaped(&line.value));
    if let (Some(text), Some(line)) = (text, lines.get_mut(name)) {
        line.params.push(("SORT-AS".to_owned(), text));
        lines.remove(at);
    }
}

/// What a card may have once stays the first time, and becomes an extension after that. Alternatives of one
/// value (ALTID) count once.
fn once_each(lines: &mut [Line]) {
    let mut seen: BTreeMap<String, Option<String>> = BTreeMap::new();
    for line in lines {
        let upper = line.name.to_ascii_uppercase();
        if !rule(&upper).is_some_and(|rule| rule.once) {
            continue;
        }
        let alternative = line
            .params
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case("ALTID"))
            .map(|(_, value)| value.clone());
        match seen.get(&upper) {
            None => {
                seen.insert(upper, alternative);
            }
            Some(first) if first.is_some() && *first == alternative => {}
            Some(_) => line.name = extension(&upper),
        }
    }
}

/// Only a card of KIND:group may have members.
fn members_of_groups_only(lines: &mut [Line]) {
    let is_group = lines.iter().any(|line| {
        line.name.eq_ignore_ascii_case("KIND") && line.value.eq_ignore_ascii_case("group")
    });
    for line in lines.iter_mut().filter(|_| !is_group) {
        if line.name.eq_ignore_ascii_case("MEMBER") {
            line.name = "X-MEMBER".to_owned();
        }
    }
}

/// The FN of a card that has none: what the card has of a name or address, else nothing.
fn missing_name(lines: &[Line], contents: &Contents) -> Option<Line> {
    let named = lines
        .iter()
        .any(|line| line.name.eq_ignore_ascii_case("FN"));
    let name = contents.display_name();
    if named && (contents.formatted_name.is_some() || name.is_none()) {
        return None;
    }
    Some(Line {
        group: None,
        name: "FN".to_owned(),
        params: Vec::new(),
        value: escaped(&name.unwrap_or_default()),
    })
}
