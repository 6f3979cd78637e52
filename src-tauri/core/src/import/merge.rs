//! Merges a card into a person who is in the book already.

use std::borrow::Cow;

use super::apply::{Applying, NAMES_IN_REPORT};
use super::compare::{Change, Compared, chosen_side, compare_with_person};
use super::new_person::{item_taken, photo_taken, scalars_taken};
use super::plan::Row;
use super::{Merged, Status, Take};
use crate::cards::source_card_rows::{self, SourceCardRecord};
use crate::cards::{CardPerson, Item, Mention, Outcome, Taken, item_rows, mention_rows};
use crate::details::contact_point_rows;
use crate::error::Result;
use crate::ids::{BlobId, PersonId};
use crate::people::person_rows;
use crate::store::blobs;
use crate::vcard::{self, Card};

impl Applying<'_> {
    pub(super) fn merge_into(
        &mut self,
        id: PersonId,
        row: &Row,
        card: &Card<'_>,
        from_card: &CardPerson,
    ) -> Result<PersonId> {
        let again = row.status == Status::Update;
        let compared = compare_with_person(&self.change.tx, id, card, from_card, again)?;
        let mut taken = scalars_taken(from_card);
        let same = compared
            .same
            .iter()
            .filter_map(|(new, row)| Some(item_taken(from_card.items.get(*new)?, *row)));
        taken.extend(same);
        let mut position = contact_point_rows::of_person(&self.change.tx, id)?.len();
        for field in &compared.differing {
            let take = chosen_side(field, &row.chosen);
            self.report.fields_changed += u32::from(take != Take::Kith && again);
            self.field(
                id,
                card,
                from_card,
                &field.change,
                take,
                &mut position,
                &mut taken,
            )?;
        }
        if compared.same_name_but_told(&from_card.name) {
            person_rows::set_name(&self.change.tx, id, &from_card.name)?;
        }
        taken.extend(photo_taken(
            from_card,
            self.photo_of_card(id, row, &compared)?,
        ));
        let is_primary = self.replace_card(&compared, again)?;
        self.keep_card(id, row, card, from_card, &taken, is_primary)?;
        mention_rows::replace(&self.change.tx, id, &self.mentions(id, from_card)?)?;
        self.count(row, &compared, id);
        Ok(id)
    }

    fn count(&mut self, row: &Row, compared: &Compared, id: PersonId) {
        if row.status == Status::Update {
            self.report.updated += u32::from(self.updated.insert(id));
            return;
        }
        self.report.merged_count += 1;
        if self.report.merged.len() < NAMES_IN_REPORT {
            let name = compared.person.name.display.clone();
            self.report.merged.push(Merged {
                id,
                name,
                from: row.name.to_string(),
            });
        }
    }

    /// Deletes the card that this one replaces, if it is imported again. Returns whether this card becomes
    /// the primary one; after a merge the first card stays primary.
    fn replace_card(&self, compared: &Compared, again: bool) -> Result<bool> {
        match &compared.replaces {
            Some(last) if again => {
                source_card_rows::delete(&self.change.tx, last.id)?;
                Ok(last.is_primary)
            }
            _ => Ok(source_card_rows::of_person(&self.change.tx, compared.person.id)?.is_empty()),
        }
    }

    /// The people whom a person's stored cards name. The card just imported is already stored.
    fn mentions(&self, id: PersonId, from_card: &CardPerson) -> Result<Vec<Mention>> {
        let tx = &self.change.tx;
        let cards = source_card_rows::of_person(tx, id)?;
        if cards.len() == 1 {
            return Ok(from_card.mentions.clone());
        }
        let mut mentions = Vec::new();
        for kept in cards {
            let bytes = blobs::bytes(tx, kept.blob)?;
            if let Some(card) = vcard::one(&bytes) {
                Mention::add_to(&mut mentions, &card.contents());
            }
        }
        Ok(mentions)
    }

    /// Applies the chosen side of one differing field.
    #[allow(
        clippy::too_many_arguments,
        reason = "one step of `merge_into`, split for reading"
    )]
    fn field(
        &mut self,
        id: PersonId,
        card: &Card<'_>,
        from_card: &CardPerson,
        change: &Change,
        take: Take,
        position: &mut usize,
        taken: &mut Vec<Taken>,
    ) -> Result<()> {
        let tx = &self.change.tx;
        let takes_file = take == Take::File;
        match change {
            Change::Name(name) if takes_file => person_rows::set_name(tx, id, name)?,
            Change::Nickname(nickname) if takes_file => {
                person_rows::set_nickname(tx, id, nickname)?
            }
            Change::Photo if takes_file => {
                if let Some(photo) = self.photo(card, from_card)? {
                    person_rows::set_photo(&self.change.tx, id, Some(photo))?;
                }
            }
            Change::Item(outcome) => {
                let (new, item_row) = self.item(id, from_card, outcome, take, position)?;
                if let Some(given) = new.and_then(|new| from_card.items.get(new)) {
                    taken.push(item_taken(given, item_row));
                }
            }
            Change::Name(_) | Change::Nickname(_) | Change::Photo => {}
        }
        Ok(())
    }

    /// Applies the chosen side of one item. Returns the item's index in the card and its row, if there are.
    fn item(
        &self,
        id: PersonId,
        from_card: &CardPerson,
        outcome: &Outcome,
        take: Take,
        position: &mut usize,
    ) -> Result<(Option<usize>, Option<i64>)> {
        let (tx, now) = (&self.change.tx, &self.change.now);
        let takes_file = take == Take::File;
        let of_file = |new: usize| from_card.items.get(new).map(|given| &given.item);
        Ok(match outcome {
            Outcome::Added { new, .. } => match of_file(*new).filter(|_| takes_file) {
                Some(item) => (Some(*new), Some(self.add_item(id, item, position)?)),
                None => (Some(*new), None),
            },
            // What Kith has stays as if it had been added by hand; the card has the new one.
            Outcome::Changed { new, .. } if take == Take::Both => match of_file(*new) {
                Some(item) => (Some(*new), Some(self.add_item(id, item, position)?)),
                None => (Some(*new), None),
            },
            Outcome::Changed { new, row, .. } => {
                if let Some(item) = of_file(*new).filter(|_| takes_file) {
                    item_rows::change(tx, id, *row, item, now)?;
                }
                (Some(*new), Some(*row))
            }
            Outcome::Missing { row, kith } => {
                if takes_file {
                    item_rows::remove(tx, id, *row, kith)?;
                }
                (None, None)
            }
            Outcome::Same { new, row } => (Some(*new), *row),
        })
    }

    /// Adds an item after the person's others. Returns its row.
    fn add_item(&self, id: PersonId, item: &Item, position: &mut usize) -> Result<i64> {
        *position += 1;
        let item = self.without_second_preference(id, item)?;
        item_rows::add(&self.change.tx, id, &item, *position, &self.change.now)
    }

    /// The item as it is added. The person prefers what they preferred before, so of one kind no second contact
    /// point becomes preferred.
    fn without_second_preference<'i>(&self, id: PersonId, item: &'i Item) -> Result<Cow<'i, Item>> {
        let Item::ContactPoint {
            kind,
            preferred: true,
            ..
        } = item
        else {
            return Ok(Cow::Borrowed(item));
        };
        let points = contact_point_rows::of_person(&self.change.tx, id)?;
        if !points
            .iter()
            .any(|point| point.preferred && point.kind == *kind)
        {
            return Ok(Cow::Borrowed(item));
        }
        let mut item = item.clone();
        if let Item::ContactPoint { preferred, .. } = &mut item {
            *preferred = false;
        }
        Ok(Cow::Owned(item))
    }

    /// The photo that was taken from the card, now or at its last import.
    fn photo_of_card(
        &self,
        id: PersonId,
        row: &Row,
        compared: &Compared,
    ) -> Result<Option<BlobId>> {
        let from_file = compared.differing.iter().any(|field| {
            matches!(field.change, Change::Photo) && chosen_side(field, &row.chosen) == Take::File
        });
        if from_file {
            return Ok(person_rows::get(&self.change.tx, id)?.photo);
        }
        let last = compared.replaces.as_ref();
        let last = last.map(SourceCardRecord::reading).transpose()?;
        let photo = last.and_then(|last| last.photo());
        Ok(photo.map(BlobId))
    }
}
