//! Writes any card in version 4.0, with every property.

use std::collections::BTreeMap;

use super::as_version_4::write_as_version_4;
use super::encode::property;
use super::own_version::{lost_labels, rewrite};
use super::{Edit, NewProperty, NewValue, heads, write_new};
use crate::vcard::{Card, Version, one};

const END: &[u8] = b"\r\n";

/// The card in version 4.0 with these changes. Every property is kept; a card without FN gets one, as
/// 4.0 demands. `edits` is keyed by ordinal.
pub fn to_version_4(raw: &[u8], edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
    let Some(card) = one(raw) else {
        return write_new(added);
    };
    let whole = if card.version == Version::V40 {
        rewrite(raw, edits, added)
    } else {
        converted(&card, edits, added)
    };
    match nameless(&whole) {
        Some(name) => {
            let name = NewProperty {
                group: None,
                name: "FN".to_owned(),
                params: Vec::new(),
                value: NewValue::Text(name),
            };
            rewrite(&whole, &BTreeMap::new(), &[name])
        }
        None => whole,
    }
}

fn converted(card: &Card<'_>, edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
    let lost = lost_labels(card, edits);
    let mut out = b"BEGIN:VCARD\r\nVERSION:4.0\r\n".to_vec();
    for (ordinal, old) in card
        .properties
        .iter()
        .enumerate()
        .filter(|(_, old)| !old.is("VERSION"))
    {
        match edits.get(&ordinal) {
            Some(Edit::Drop) => {}
            None if lost.contains(&ordinal) => {}
            edit => {
                let value = match edit {
                    Some(Edit::Replace(value)) => Some(value),
                    _ => None,
                };
                write_as_version_4(&mut out, card, old, value, END);
            }
        }
    }
    for new in added {
        property(
            &mut out,
            &heads::new(new, Version::V40),
            &new.value,
            Version::V40,
            END,
        );
    }
    out.extend_from_slice(b"END:VCARD\r\n");
    out
}

/// The FN to add to a card without one; `None` if it has one.
fn nameless(whole: &[u8]) -> Option<String> {
    let contents = one(whole)?.contents();
    if contents.formatted_name.is_some() {
        return None;
    }
    Some(
        contents
            .display_name()
            .unwrap_or_else(|| "Unnamed".to_owned()),
    )
}
