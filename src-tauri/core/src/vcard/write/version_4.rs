//! Any card as version 4.0: every property carried over.

use std::collections::BTreeMap;

use super::as_it_came::{lost_labels, rewrite};
use super::carry::carry;
use super::encode::property;
use super::{Edit, NewProperty, NewValue, heads, write_new};
use crate::vcard::{Card, Version, one};

const END: &[u8] = b"\r\n";

/// The card in version 4.0 with these changes: every property carried over, a name guaranteed.
pub fn to_version_4(raw: &[u8], edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
    let Some(card) = one(raw) else {
        return write_new(added);
    };
    let whole = if card.version == Version::V40 {
        rewrite(raw, edits, added)
    } else {
        carried(&card, edits, added)
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

fn carried(card: &Card<'_>, edits: &BTreeMap<usize, Edit>, added: &[NewProperty]) -> Vec<u8> {
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
                carry(&mut out, card, old, value, END);
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

/// The name to give to a card without one.
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
