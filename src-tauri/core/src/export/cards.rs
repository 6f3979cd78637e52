//! Exports people as vCards. Properties that were not changed in Kith keep the bytes of the imported card.

use std::collections::BTreeMap;
use std::io::Write;

use serde::{Deserialize, Serialize};

use super::edits::{Edits, SaidBefore};
use super::groups::Groups;
use super::properties;
use super::scalars::Scalars;
use crate::book::Book;
use crate::cards::{CardPerson, Current, item_rows, kept_card_rows, source_card_rows};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::store::{Tx, blobs};
use crate::vcard::{self, Card, Edit};

/// The version in which cards are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CardStyle {
    /// Each card in its own version; 4.0 for people without a card.
    AsItCame,
    /// All cards in version 4.0.
    #[serde(rename = "version_4")]
    Version4,
}

impl Book {
    /// Writes people as vCards, or everyone outside the trash if `ids` is absent, and then also the cards of
    /// groups, organisations and places. Returns the number of people. `stopped` is called before each
    /// person.
    ///
    /// # Errors
    /// `NotFound`; `Stopped` if `stopped` returns true; those of storage and of `out`. The caller must
    /// discard what was written before.
    pub fn write_cards(
        &self,
        ids: Option<&[PersonId]>,
        style: CardStyle,
        out: &mut dyn Write,
        stopped: &dyn Fn() -> bool,
    ) -> Result<u32> {
        self.read_long(|tx| {
            let everyone = match ids {
                Some(ids) => ids.to_vec(),
                None => person_rows::everyone(tx)?,
            };
            // With everybody go the cards of groups, which say who is in them.
            let mut groups = match ids {
                Some(_) => Groups::default(),
                None => Groups::read(tx)?,
            };
            for id in &everyone {
                if stopped() {
                    return Err(Error::new(Code::Stopped, "Stopped. No file was written."));
                }
                out.write_all(&card_of(tx, *id, style, &mut groups)?)?;
            }
            if ids.is_none() {
                for blob in kept_card_rows::all_blobs(tx)? {
                    let raw = blobs::bytes(tx, blob)?;
                    let card = vcard::one(&raw);
                    let edits = card.map(|card| groups.without_those_who_left(blob, &card));
                    out.write_all(&kept_card(&raw, style, &edits.unwrap_or_default()))?;
                }
            }
            u32::try_from(everyone.len()).map_err(|_| Error::internal("count"))
        })
    }
}

/// The card of a group, an organisation or a place.
fn kept_card(raw: &[u8], style: CardStyle, edits: &BTreeMap<usize, Edit>) -> Vec<u8> {
    match style {
        CardStyle::AsItCame => vcard::rewrite(raw, edits, &[]),
        CardStyle::Version4 => vcard::to_version_4(raw, edits, &[]),
    }
}

/// The card of a person: of several source cards the first, with what only the others have.
fn card_of(tx: &Tx<'_>, id: PersonId, style: CardStyle, groups: &mut Groups) -> Result<Vec<u8>> {
    let person = person_rows::get(tx, id)?;
    let now = item_rows::current(tx, id)?;
    let records = source_card_rows::of_person(tx, id)?;
    let tags_of_groups = groups.add(&person, &records, &now);
    if records.is_empty() {
        let photo = person
            .photo
            .map(|photo| blobs::bytes(tx, photo))
            .transpose()?;
        let new = vcard::write_new(&properties::whole(&person, &now, photo));
        return Ok(vcard::to_version_4(&new, &BTreeMap::new(), &[]));
    }
    let texts = records
        .iter()
        .map(|record| blobs::bytes(tx, record.blob))
        .collect::<Result<Vec<_>>>()?;
    let cards = texts
        .iter()
        .map(|raw| vcard::one(raw).ok_or_else(|| Error::internal("stored card")))
        .collect::<Result<Vec<Card<'_>>>>()?;
    let current = Current {
        name: &person.name,
        nickname: &person.nickname,
        items: &now,
    };
    let mut scalars = Scalars::default();
    let mut takens = Vec::new();
    for (record, card) in records.iter().zip(&cards) {
        let from_card = CardPerson::of(card, "");
        let taken = record.reading()?.taken(&from_card, current);
        scalars.add(&taken, &from_card);
        takens.push(taken);
    }
    let mut said_before = SaidBefore::new(scalars);
    let mut all: Vec<Edits<'_>> = cards.iter().map(Edits::of).collect();
    for (index, (edits, taken)) in all.iter_mut().zip(&takens).enumerate() {
        edits.items(taken, &now, &mut said_before);
        edits.scalars(tx, &person, &said_before.scalars, index)?;
    }
    said_before.tags_of_groups(&tags_of_groups);
    if let Some(first) = all.first_mut() {
        first.what_no_card_has(tx, &person, &now, &said_before)?;
    }
    let mixed = cards.windows(2).any(|pair| match pair {
        [one, other] => one.version != other.version,
        _ => false,
    });
    let as_4 = style == CardStyle::Version4 || mixed;
    let written: Vec<Vec<u8>> = texts
        .iter()
        .zip(&all)
        .map(|(raw, edits)| match as_4 {
            true => vcard::to_version_4(raw, &edits.edits, &edits.added),
            false => vcard::rewrite(raw, &edits.edits, &edits.added),
        })
        .collect();
    Ok(vcard::unite(&written))
}
