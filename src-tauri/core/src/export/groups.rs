//! The kept cards of groups: whom they list, and who of those left.

use std::collections::{BTreeMap, HashSet};

use crate::cards::source_card_rows::{self, SourceCardRecord};
use crate::cards::{Item, item_rows, kept_card_rows};
use crate::days::Stamp;
use crate::details::ContactKind;
use crate::error::Result;
use crate::ids::BlobId;
use crate::import::member_key;
use crate::people::person_rows::{self, PersonRecord};
use crate::store::{Tx, blobs};
use crate::vcard::{self, Card, Edit, NewValue};

/// A group whose members got its name as a tag.
struct Group {
    card: BlobId,
    tag: i64,
    imported_at: Stamp,
    /// The members that its card lists, by their [`member_key`].
    listed: HashSet<String>,
    /// Those of them who have the tag.
    present: HashSet<String>,
    /// Those of them who are in the book and no longer have the tag, or are in the trash.
    left: HashSet<String>,
}

/// The groups of the book.
#[derive(Default)]
pub(super) struct Groups(Vec<Group>);

impl Groups {
    pub(super) fn read(tx: &Tx<'_>) -> Result<Self> {
        let mut groups = Vec::new();
        for (tag, card, imported_at) in kept_card_rows::with_tags(tx)? {
            let bytes = blobs::bytes(tx, card)?;
            let members = vcard::one(&bytes).map(|card| card.contents().members);
            let members = members.into_iter().flatten();
            groups.push(Group {
                card,
                tag: tag.0,
                imported_at,
                listed: members.map(|member| member_key(&member.value)).collect(),
                present: HashSet::new(),
                left: HashSet::new(),
            });
        }
        let mut groups = Self(groups);
        groups.add_trash(tx)?;
        Ok(groups)
    }

    /// Whoever is in the trash is in no group.
    fn add_trash(&mut self, tx: &Tx<'_>) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        for (id, _) in person_rows::trashed(tx)? {
            let keys = keys(
                &source_card_rows::of_person(tx, id)?,
                &item_rows::current(tx, id)?,
            );
            for group in &mut self.0 {
                group.left.extend(keys.intersection(&group.listed).cloned());
            }
        }
        Ok(())
    }

    /// Looks in which groups a person is, given with their cards and items. Returns the tags that a group's own
    /// card says of them, so that theirs need not say them.
    pub(super) fn add(
        &mut self,
        person: &PersonRecord,
        cards: &[SourceCardRecord],
        now: &[(i64, Item)],
    ) -> Vec<i64> {
        let keys = keys(cards, now);
        let mut tags = Vec::new();
        for group in &mut self.0 {
            let listed: Vec<String> = keys.intersection(&group.listed).cloned().collect();
            let has_tag = now
                .iter()
                .any(|(id, item)| *id == group.tag && matches!(item, Item::Tag { .. }));
            if listed.is_empty() {
                continue;
            }
            if has_tag {
                group.present.extend(listed);
                tags.push(group.tag);
            } else if person.created_at <= group.imported_at {
                // Whoever came after the group never got its tag, and is still its member.
                group.left.extend(listed);
            }
        }
        tags
    }

    /// The edits of a group's card that take those from it who left; none for another card.
    pub(super) fn without_those_who_left(
        &self,
        blob: BlobId,
        card: &Card<'_>,
    ) -> BTreeMap<usize, Edit> {
        let Some(group) = self.0.iter().find(|group| group.card == blob) else {
            return BTreeMap::new();
        };
        let stays = |member: &str| {
            let key = member_key(member);
            !group.left.contains(&key) || group.present.contains(&key)
        };
        let mut edits = BTreeMap::new();
        for member in card.contents().members {
            if stays(&member.value) {
                continue;
            }
            let property = card.properties.get(member.ordinal);
            let edit = match property.filter(|property| property.is("X-DL")) {
                Some(list) => {
                    let mut members = list.components();
                    members.retain(|member| stays(member));
                    Edit::Replace(NewValue::Components(members))
                }
                None => Edit::Drop,
            };
            edits.insert(member.ordinal, edit);
        }
        edits
    }
}

/// By what a group's card may name a person: the UIDs of their cards, and their mail addresses.
fn keys(cards: &[SourceCardRecord], now: &[(i64, Item)]) -> HashSet<String> {
    let uids = cards.iter().filter_map(|card| card.uid.as_deref());
    let mails = now.iter().filter_map(|(_, item)| match item {
        Item::ContactPoint {
            kind: ContactKind::Email,
            normal,
            ..
        } => Some(normal.clone()),
        _ => None,
    });
    uids.map(member_key).chain(mails).collect()
}
