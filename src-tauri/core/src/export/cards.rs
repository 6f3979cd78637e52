//! Exports people as vCards. Properties that were not changed in Kith keep the bytes of the imported card.

use std::collections::BTreeMap;
use std::io::Write;

use serde::{Deserialize, Serialize};

use super::properties::{self, PropertyGroup};
use crate::book::Book;
use crate::cards::source_card_rows;
use crate::cards::{Item, Taken, TakenValue, item_rows};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::people::person_rows::PersonRecord;
use crate::store::{Tx, blobs};
use crate::vcard::{self, Card, Edit, NewProperty, NewValue};

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
    /// Writes people as vCards, or everyone outside the trash if `ids` is absent. Returns their number.
    /// `stopped` is called before each person.
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
            for id in &everyone {
                if stopped() {
                    return Err(Error::new(Code::Stopped, "Stopped. No file was written."));
                }
                out.write_all(&card_of(tx, *id, style)?)?;
            }
            u32::try_from(everyone.len()).map_err(|_| Error::internal("count"))
        })
    }
}

/// The card of a person.
fn card_of(tx: &Tx<'_>, id: PersonId, style: CardStyle) -> Result<Vec<u8>> {
    let person = person_rows::get(tx, id)?;
    let now = item_rows::current(tx, id)?;
    let Some(primary) = source_card_rows::of_person(tx, id)?.into_iter().next() else {
        let photo = person
            .photo
            .map(|photo| blobs::bytes(tx, photo))
            .transpose()?;
        return Ok(vcard::write_new(&properties::whole(&person, &now, photo)));
    };
    let raw = blobs::bytes(tx, primary.blob)?;
    let card = vcard::one(&raw).ok_or_else(|| Error::internal("stored card"))?;
    let mut edits = Edits {
        card: &card,
        edits: BTreeMap::new(),
        added: Vec::new(),
        groups: 0,
    };
    let taken = primary.taken()?;
    edits.scalars(tx, &person, &taken)?;
    edits.items(&taken, &now);
    let Edits { edits, added, .. } = edits;
    Ok(match style {
        CardStyle::AsItCame => vcard::rewrite(&raw, &edits, &added),
        CardStyle::Version4 => vcard::to_version_4(&raw, &edits, &added),
    })
}

/// The changes of a card since it was imported.
struct Edits<'a> {
    card: &'a Card<'a>,
    /// The changed properties, by ordinal.
    edits: BTreeMap<usize, Edit>,
    added: Vec<NewProperty>,
    /// The number of the last group name that was tried.
    groups: usize,
}

impl Edits<'_> {
    fn is(&self, ordinal: usize, name: &str) -> bool {
        self.card
            .properties
            .get(ordinal)
            .is_some_and(|property| property.is(name))
    }

    fn drop_all(&mut self, ordinals: &[usize]) {
        for ordinal in ordinals {
            self.edits.insert(*ordinal, Edit::Drop);
        }
    }

    fn replace(&mut self, ordinal: usize, value: NewValue) {
        self.edits.insert(ordinal, Edit::Replace(value));
    }

    fn add(&mut self, new: Vec<PropertyGroup>) {
        for group in new {
            let name = group.is_grouped.then(|| self.free_group());
            self.added
                .extend(group.properties.into_iter().map(|mut property| {
                    property.group.clone_from(&name);
                    property
                }));
        }
    }

    /// The name of a group that the card does not have.
    fn free_group(&mut self) -> String {
        loop {
            self.groups += 1;
            let name = format!("kith{}", self.groups);
            let taken = self.card.properties.iter().any(|property| {
                property
                    .group()
                    .is_some_and(|group| group.eq_ignore_ascii_case(&name))
            });
            if !taken {
                return name;
            }
        }
    }

    /// Whether the card has an organisation, title or role.
    fn has_job(&self) -> bool {
        (0..self.card.properties.len())
            .any(|at| self.is(at, "ORG") || self.is(at, "TITLE") || self.is(at, "ROLE"))
    }

    /// Compares name, nickname and photo with those taken from the card.
    fn scalars(&mut self, tx: &Tx<'_>, person: &PersonRecord, taken: &[Taken]) -> Result<()> {
        let mut named = false;
        for taken in taken {
            match &taken.value {
                TakenValue::Name(was) => {
                    named = true;
                    if *was != person.name {
                        self.name(person, &taken.ordinals, *was.display != person.name.display);
                    }
                }
                TakenValue::Nickname(was) if *was != person.nickname => {
                    self.nickname(person, &taken.ordinals)
                }
                TakenValue::Photo { blob } if person.photo.map(|photo| photo.0) != *blob => {
                    match person.photo {
                        None => self.drop_all(&taken.ordinals),
                        Some(photo) => {
                            let data = blobs::bytes(tx, photo)?;
                            let media_type = "image/jpeg".to_owned();
                            if let Some(ordinal) = taken.ordinals.first() {
                                self.replace(*ordinal, NewValue::Bytes { media_type, data });
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        if !named {
            self.add(properties::names(&person.name));
        }
        if !person.nickname.is_empty()
            && !taken
                .iter()
                .any(|taken| matches!(taken.value, TakenValue::Nickname(_)))
        {
            self.add(properties::nickname(&person.nickname));
        }
        let has_photo = taken
            .iter()
            .any(|taken| matches!(taken.value, TakenValue::Photo { .. }));
        if let Some(photo) = person.photo.filter(|_| !has_photo) {
            self.add(vec![properties::photo(blobs::bytes(tx, photo)?).into()]);
        }
        Ok(())
    }

    /// Replaces the name. `display_changed` is whether the display name changed, not only its parts.
    fn name(&mut self, person: &PersonRecord, ordinals: &[usize], display_changed: bool) {
        for ordinal in ordinals {
            if self.is(*ordinal, "N") {
                self.replace(*ordinal, properties::name_parts(&person.name));
            } else if display_changed {
                self.replace(*ordinal, NewValue::Text(person.name.display.clone()));
            }
        }
        if display_changed && !ordinals.iter().any(|ordinal| self.is(*ordinal, "FN")) {
            self.add(vec![properties::display_name(&person.name).into()]);
        }
    }

    fn nickname(&mut self, person: &PersonRecord, ordinals: &[usize]) {
        self.drop_all(ordinals);
        if let (false, Some(first)) = (person.nickname.is_empty(), ordinals.first()) {
            self.replace(*first, properties::nickname_list(&person.nickname));
        }
    }

    /// Compares the items taken from the card with those of now, given with the ids of their rows.
    fn items(&mut self, taken: &[Taken], now: &[(i64, Item)]) {
        let mut from_card = Vec::new();
        let mut tags: BTreeMap<usize, (Vec<String>, bool)> = BTreeMap::new();
        for (ordinals, was, row) in items_of(taken) {
            let current = row.and_then(|row| {
                now.iter()
                    .position(|(id, item)| *id == row && same_kind(item, was))
            });
            if let Some(at) = current {
                from_card.push(at);
            }
            let current = current.and_then(|at| now.get(at)).map(|(_, item)| item);
            match (was, ordinals.first()) {
                (Item::Tag { name }, Some(ordinal)) => {
                    let (kept, all) = tags.entry(*ordinal).or_insert((Vec::new(), true));
                    match current {
                        Some(_) => kept.push(name.clone()),
                        None => *all = false,
                    }
                }
                _ => self.item(ordinals, was, current),
            }
        }
        for (ordinal, (kept, all)) in tags {
            match (all, kept.is_empty()) {
                (true, _) => {}
                (false, true) => self.drop_all(&[ordinal]),
                (false, false) => self.replace(ordinal, NewValue::List(kept)),
            }
        }
        let new = now
            .iter()
            .enumerate()
            .filter(|(at, _)| !from_card.contains(at))
            .map(|(_, (_, item))| item);
        let version = self.card.version;
        self.add(properties::items(new, version, self.has_job()));
    }

    /// Writes the change of one item; `current` is `None` if it was deleted.
    fn item(&mut self, ordinals: &[usize], was: &Item, current: Option<&Item>) {
        let Some(current) = current else {
            self.drop_all(ordinals);
            return;
        };
        match (was, current) {
            (
                Item::Affiliation {
                    organisation: old,
                    department: old_part,
                    role: old_role,
                },
                Item::Affiliation {
                    organisation,
                    department,
                    role,
                },
            ) => {
                self.job(
                    ordinals,
                    (old, old_part) != (organisation, department),
                    old_role != role,
                    current,
                );
            }
            _ if same_value(was, current) && same_label(was, current) => {}
            // Label and preference stand in the property's head, so a new property replaces the old one.
            _ if !same_label(was, current) => {
                self.drop_all(ordinals);
                let version = self.card.version;
                self.add(properties::items([current].into_iter(), version, true));
            }
            _ => {
                if let (Some(ordinal), Some(value)) = (ordinals.first(), properties::value(current))
                {
                    self.replace(*ordinal, value);
                }
            }
        }
    }

    /// Writes the change of a job. ORG and TITLE (or ROLE) hold it together; only the changed ones are
    /// written.
    fn job(&mut self, ordinals: &[usize], moved: bool, retitled: bool, current: &Item) {
        let Item::Affiliation {
            organisation,
            department,
            role,
        } = current
        else {
            return;
        };
        let at = ordinals
            .iter()
            .copied()
            .find(|ordinal| self.is(*ordinal, "ORG"));
        match at.filter(|_| moved) {
            Some(ordinal) if organisation.is_empty() => self.drop_all(&[ordinal]),
            Some(ordinal) => {
                self.replace(ordinal, properties::organisation(organisation, department))
            }
            None if moved && at.is_none() && !organisation.is_empty() => {
                self.add(vec![
                    properties::organisation_property(organisation, department).into(),
                ]);
            }
            None => {}
        }
        let titled = ordinals
            .iter()
            .copied()
            .find(|ordinal| !self.is(*ordinal, "ORG"));
        match titled.filter(|_| retitled) {
            Some(ordinal) if role.is_empty() => self.drop_all(&[ordinal]),
            Some(ordinal) => self.replace(ordinal, NewValue::Text(role.clone())),
            None if retitled && titled.is_none() && !role.is_empty() => {
                self.add(vec![properties::title(role).into()])
            }
            None => {}
        }
    }
}

fn items_of(taken: &[Taken]) -> impl Iterator<Item = (&[usize], &Item, Option<i64>)> {
    taken.iter().filter_map(|taken| match &taken.value {
        TakenValue::Item { item, row } => Some((taken.ordinals.as_slice(), item, *row)),
        _ => None,
    })
}

fn same_kind(one: &Item, other: &Item) -> bool {
    std::mem::discriminant(one) == std::mem::discriminant(other)
}

fn same_value(was: &Item, current: &Item) -> bool {
    match (was, current) {
        (
            Item::ContactPoint { kind, value, .. },
            Item::ContactPoint {
                kind: now,
                value: other,
                ..
            },
        ) => kind == now && value == other,
        (
            Item::Date {
                year,
                month,
                day,
                text,
                ..
            },
            Item::Date {
                year: y,
                month: m,
                day: d,
                text: t,
                ..
            },
        ) => (year, month, day, text) == (y, m, d, t),
        (Item::Note { body }, Item::Note { body: other }) => body == other,
        _ => was == current,
    }
}

/// Whether kind, label and preference are equal.
fn same_label(was: &Item, current: &Item) -> bool {
    match (was, current) {
        (
            Item::ContactPoint {
                kind,
                label,
                preferred,
                ..
            },
            Item::ContactPoint {
                kind: now,
                label: other,
                preferred: first,
                ..
            },
        ) => (kind, label, preferred) == (now, other, first),
        (
            Item::Date { kind, label, .. },
            Item::Date {
                kind: now,
                label: other,
                ..
            },
        ) => (kind, label) == (now, other),
        _ => true,
    }
}
