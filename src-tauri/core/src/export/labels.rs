//! What an edit does to labels: the words of TYPE, the label of a group, the LABEL of an address, and the scheme of
//! a chat address, which names its service.

use super::edits::Edits;
use super::properties::{self, chat_scheme};
use crate::cards::Item;
use crate::details::ContactKind;
use crate::vcard::{self, HeadChange, NewValue};

impl Edits<'_> {
    /// A new chat address with the scheme of the old one: `xmpp:` is not shown, and not lost.
    pub(super) fn with_old_scheme(
        &self,
        ordinal: usize,
        was: &Item,
        current: &Item,
    ) -> Option<NewValue> {
        let (
            Item::ContactPoint {
                kind: ContactKind::Chat,
                value: old,
                ..
            },
            Item::ContactPoint { value: new, .. },
        ) = (was, current)
        else {
            return None;
        };
        let property = self.card.properties.get(ordinal)?;
        let text = property.text().trim().to_owned();
        match text.strip_suffix(old.as_str())? {
            _ if new.contains(':') => None,
            // The property itself names the service, as X-SKYPE does.
            "" if !property.is("IMPP") => Some(NewValue::Text(new.clone())),
            "" => None,
            scheme => Some(NewValue::Uri(format!("{scheme}{new}"))),
        }
    }

    /// The URI of a chat address whose label no longer names its service: with the scheme that it had in the
    /// card, else with that of its earlier label. `None` for anything else.
    pub(super) fn chat_without_service(
        &self,
        ordinal: usize,
        was: &Item,
        current: &Item,
    ) -> Option<String> {
        let (
            Item::ContactPoint {
                value: old,
                label: service,
                ..
            },
            Item::ContactPoint {
                kind,
                value: new,
                label,
                ..
            },
        ) = (was, current)
        else {
            return None;
        };
        if *kind != ContactKind::Chat || new.contains(':') || chat_scheme(label).is_some() {
            return None;
        }
        let text = self.card.properties.get(ordinal)?.text().trim().to_owned();
        let scheme = match text.strip_suffix(old.as_str())? {
            "" => format!("{}:", chat_scheme(service)?),
            scheme => scheme.to_owned(),
        };
        Some(format!("{scheme}{new}"))
    }

    /// Sets another label: in the words of TYPE if they can say it, else as the label of a group. `false`
    /// where other properties share the group, whose label it would change too.
    pub(super) fn relabel(
        &mut self,
        ordinal: usize,
        label: &str,
        has_types: bool,
        head: &mut HeadChange,
    ) -> bool {
        let types = properties::types_of(label).filter(|_| has_types);
        let group = self.card.properties.get(ordinal).and_then(|p| p.group());
        let group = group.map(|group| group.to_ascii_lowercase());
        let of_group = |at: &usize| {
            let property = self.card.properties.get(*at);
            let own = property
                .and_then(|p| p.group())
                .map(|g| g.to_ascii_lowercase());
            own.is_some() && own == group
        };
        let same: Vec<usize> = (0..self.card.properties.len()).filter(of_group).collect();
        let named = same.iter().copied().find(|at| self.is(*at, "X-ABLABEL"));
        let others = same
            .iter()
            .any(|at| *at != ordinal && !self.is(*at, "X-ABLABEL") && !self.is(*at, "X-ABADR"));
        let is_untyped = types.is_none();
        match (types, named) {
            _ if others && (named.is_some() || is_untyped) => return false,
            (Some(types), _) => {
                head.types = Some(types);
                self.drop_all(named.as_slice());
            }
            (None, Some(named)) if label.is_empty() => self.drop_all(&[named]),
            (None, Some(named)) => self.replace(named, NewValue::Text(label.to_owned())),
            (None, None) if label.is_empty() => return false,
            (None, None) => {
                head.types = has_types.then(Vec::new);
                let own = self.card.properties.get(ordinal).and_then(|p| p.group());
                let group = match own {
                    Some(group) => group.into_owned(),
                    None => self.free_group(),
                };
                head.group = Some(group.clone());
                let mut named = properties::label(label);
                named.group = Some(group);
                self.added.push(named);
            }
        }
        true
    }

    /// The LABEL of 2.1 and 3.0 that says this address as it stands on a letter.
    pub(super) fn label_of_address(&self, ordinal: usize) -> Option<usize> {
        let mut labels = vcard::labels_of_addresses(self.card).into_iter();
        labels.find_map(|(address, label)| (address == ordinal).then_some(label))
    }
}
