//! Adds a person for a card.

use super::apply::Applying;
use super::plan::Row;
use crate::cards::{CardItem, CardPerson, Taken, TakenValue, item_rows, mention_rows};
use crate::error::Result;
use crate::ids::{BlobId, PersonId};
use crate::people::person_rows;
use crate::photos;
use crate::store::blobs;
use crate::vcard::{Card, Limits};

impl Applying<'_> {
    pub(super) fn new_person(
        &mut self,
        row: &Row,
        card: &Card<'_>,
        from_card: &CardPerson,
    ) -> Result<PersonId> {
        let tx = &self.change.tx;
        let id = person_rows::insert(
            tx,
            &from_card.name,
            &from_card.nickname,
            self.change.now.stamp(),
        )?;
        let mut taken = scalars_taken(from_card);
        for (position, given) in from_card.items.iter().enumerate() {
            let item_row = item_rows::add(tx, id, &given.item, position, &self.change.now)?;
            taken.push(item_taken(given, Some(item_row)));
        }
        let photo = self.photo(card, from_card)?;
        if photo.is_some() {
            person_rows::set_photo(&self.change.tx, id, photo)?;
        }
        taken.extend(photo_taken(from_card, photo));
        self.keep_card(id, row, card, from_card, &taken, true)?;
        mention_rows::replace(&self.change.tx, id, &from_card.mentions)?;
        self.report.added += 1;
        Ok(id)
    }

    /// Stores the card's photo, shrunken. `None` if there is none or it cannot be decoded.
    pub(super) fn photo(
        &mut self,
        card: &Card<'_>,
        from_card: &CardPerson,
    ) -> Result<Option<BlobId>> {
        let Some(ordinal) = from_card.photo else {
            return Ok(None);
        };
        let shrunk = card
            .photo_bytes(ordinal, &Limits::default())
            .and_then(|bytes| photos::shrink(&bytes));
        match shrunk {
            Some(small) => blobs::keep(&self.change.tx, &small).map(Some),
            None => {
                self.report.photos_left_out += 1;
                Ok(None)
            }
        }
    }
}

pub(super) fn scalars_taken(from_card: &CardPerson) -> Vec<Taken> {
    let mut taken = Vec::new();
    // Also of a card without a name: so it is known whether the person was named since.
    taken.push(Taken {
        ordinals: from_card.name_ordinals.clone(),
        value: TakenValue::Name(from_card.name.clone()),
    });
    if !from_card.nickname_ordinals.is_empty() {
        taken.push(Taken {
            ordinals: from_card.nickname_ordinals.clone(),
            value: TakenValue::Nickname(from_card.nickname.clone()),
        });
    }
    taken
}

pub(super) fn photo_taken(from_card: &CardPerson, photo: Option<BlobId>) -> Option<Taken> {
    Some(Taken {
        ordinals: vec![from_card.photo?],
        value: TakenValue::Photo {
            blob: photo.map(|photo| photo.0),
        },
    })
}

pub(super) fn item_taken(given: &CardItem, row: Option<i64>) -> Taken {
    Taken {
        ordinals: given.ordinals.clone(),
        value: TakenValue::Item {
            item: given.item.clone(),
            row,
        },
    }
}
