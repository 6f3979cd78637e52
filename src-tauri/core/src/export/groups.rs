//! Whom the kept cards of groups list.

use std::collections::{HashMap, HashSet};

use crate::cards::source_card_rows::SourceCardRecord;
use crate::cards::{Item, kept_card_rows};
use crate::details::ContactKind;
use crate::error::Result;
use crate::import::member_key;
use crate::store::{Tx, blobs};
use crate::vcard;

/// The members that the card of each group names, by the id of the group's tag.
#[derive(Default)]
pub(super) struct Groups(HashMap<i64, HashSet<String>>);

impl Groups {
    pub(super) fn read(tx: &Tx<'_>) -> Result<Self> {
        let mut groups = Self::default();
        for (tag, blob) in kept_card_rows::with_tags(tx)? {
            let bytes = blobs::bytes(tx, blob)?;
            let Some(card) = vcard::one(&bytes) else {
                continue;
            };
            let members = card.contents().members;
            let keys = members.iter().map(|member| member_key(&member.value));
            groups.0.entry(tag.0).or_default().extend(keys);
        }
        Ok(groups)
    }

    /// The tags that a group's own card says of a person, so that theirs need not say them.
    pub(super) fn listing(&self, cards: &[SourceCardRecord], now: &[(i64, Item)]) -> Vec<i64> {
        let uids = cards.iter().filter_map(|card| card.uid.as_deref());
        let mails = now.iter().filter_map(|(_, item)| match item {
            Item::ContactPoint {
                kind: ContactKind::Email,
                normal,
                ..
            } => Some(normal.as_str()),
            _ => None,
        });
        let keys: HashSet<String> = uids
            .map(member_key)
            .chain(mails.map(str::to_owned))
            .collect();
        let lists = |(tag, members): (&i64, &HashSet<String>)| {
            (!members.is_disjoint(&keys)).then_some(*tag)
        };
        self.0.iter().filter_map(lists).collect()
    }
}
