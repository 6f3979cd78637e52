//! The changes of a card since it was imported, as edits of its properties.

use std::collections::{BTreeMap, HashMap};

use super::properties::{self, PropertyGroup};
use super::scalars::Scalars;
use crate::cards::{Item, Taken, TakenValue};
use crate::details::ContactKind;
use crate::error::Result;
use crate::people::person_rows::PersonRecord;
use crate::store::Tx;
use crate::vcard::{Card, Edit, HeadChange, NewProperty, NewValue};

/// What a person's earlier cards say already, so that later ones do not say it again.
pub(super) struct SaidBefore {
    pub(super) scalars: Scalars,
    /// For the rows that came from a card, by the kind of item and their id: whether they were changed since.
    rows: HashMap<(std::mem::Discriminant<Item>, i64), bool>,
}

impl SaidBefore {
    pub(super) fn new(scalars: Scalars) -> Self {
        Self {
            scalars,
            rows: HashMap::new(),
        }
    }

    /// These tags need not be written: a group's own card says them.
    pub(super) fn tags_of_groups(&mut self, tags: &[i64]) {
        let kind = std::mem::discriminant(&Item::Tag {
            name: String::new(),
        });
        for tag in tags {
            self.rows.entry((kind, *tag)).or_insert(false);
        }
    }
}

/// The changes of one card of a person.
pub(super) struct Edits<'a> {
    pub(super) card: &'a Card<'a>,
    /// The changed properties, by ordinal.
    pub(super) edits: BTreeMap<usize, Edit>,
    pub(super) added: Vec<NewProperty>,
    /// The number of the last group name that was tried.
    groups: usize,
}

impl<'a> Edits<'a> {
    pub(super) fn of(card: &'a Card<'a>) -> Self {
        Self {
            card,
            edits: BTreeMap::new(),
            added: Vec::new(),
            groups: 0,
        }
    }
}

impl Edits<'_> {
    pub(super) fn is(&self, ordinal: usize, name: &str) -> bool {
        self.card
            .properties
            .get(ordinal)
            .is_some_and(|property| property.is(name))
    }

    pub(super) fn drop_all(&mut self, ordinals: &[usize]) {
        for ordinal in ordinals {
            self.edits.insert(*ordinal, Edit::Drop);
        }
    }

    pub(super) fn replace(&mut self, ordinal: usize, value: NewValue) {
        self.edits.insert(ordinal, Edit::Replace(value));
    }

    pub(super) fn add(&mut self, new: Vec<PropertyGroup>) {
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
    pub(super) fn free_group(&mut self) -> String {
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

    /// Adds what the book has of the person and none of the cards.
    pub(super) fn what_no_card_has(
        &mut self,
        tx: &Tx<'_>,
        person: &PersonRecord,
        now: &[(i64, Item)],
        said_before: &SaidBefore,
    ) -> Result<()> {
        self.new_scalars(tx, person, &said_before.scalars)?;
        let new = now
            .iter()
            .filter(|(row, item)| {
                !said_before
                    .rows
                    .contains_key(&(std::mem::discriminant(item), *row))
            })
            .map(|(_, item)| item);
        let version = self.card.version;
        self.add(properties::items(new, version, self.has_job()));
        Ok(())
    }

    /// Compares the items taken from the card with those of now, given with the ids of their rows.
    pub(super) fn items(
        &mut self,
        taken: &[Taken],
        now: &[(i64, Item)],
        said_before: &mut SaidBefore,
    ) {
        let mut tags: BTreeMap<usize, (Vec<String>, bool)> = BTreeMap::new();
        for (ordinals, was, row) in items_of(taken) {
            let kind = std::mem::discriminant(was);
            let current = row.and_then(|row| {
                now.iter()
                    .find(|(id, item)| *id == row && std::mem::discriminant(item) == kind)
                    .map(|(_, item)| item)
            });
            if let (Item::Tag { name }, Some(ordinal)) = (was, ordinals.first()) {
                let (kept, all) = tags.entry(*ordinal).or_insert((Vec::new(), true));
                match current {
                    Some(_) => kept.push(name.clone()),
                    None => *all = false,
                }
                said_before
                    .rows
                    .extend(row.map(|row| ((kind, row), current.is_none())));
                continue;
            }
            let known = row.and_then(|row| said_before.rows.get(&(kind, row)).copied());
            let changed =
                known.unwrap_or_else(|| current.is_none_or(|now| !is_as_it_was(was, now)));
            said_before
                .rows
                .extend(row.map(|row| ((kind, row), changed)));
            match (known, current) {
                _ if !changed => {}
                // An earlier card was taken from the same row, and is written with its present value.
                (Some(_), _) | (None, None) => self.remove(ordinals),
                (None, Some(current)) => self.item(ordinals, was, current),
            }
        }
        for (ordinal, (kept, all)) in tags {
            match (all, kept.is_empty()) {
                (true, _) => {}
                (false, true) => self.drop_all(&[ordinal]),
                (false, false) => self.replace(ordinal, NewValue::List(kept)),
            }
        }
    }

    /// Removes an item, with the LABEL of an address.
    fn remove(&mut self, ordinals: &[usize]) {
        let label = ordinals.first().and_then(|at| self.label_of_address(*at));
        self.drop_all(ordinals);
        self.drop_all(label.as_slice());
    }

    /// Writes the change of one item.
    fn item(&mut self, ordinals: &[usize], was: &Item, current: &Item) {
        let Some(ordinal) = ordinals.first().copied() else {
            return;
        };
        match (was, current) {
            (Item::Affiliation { .. }, Item::Affiliation { .. }) => {
                self.job(ordinals, was, current)
            }
            (
                Item::ContactPoint {
                    kind,
                    label,
                    preferred,
                    ..
                },
                Item::ContactPoint {
                    kind: now,
                    label: named,
                    preferred: prefers,
                    ..
                },
            ) if kind == now => {
                let mut head = HeadChange {
                    preferred: (preferred != prefers).then_some(*prefers),
                    ..HeadChange::default()
                };
                if label != named
                    && !self.relabel(ordinal, named, *kind != ContactKind::Chat, &mut head)
                {
                    return self.write_anew(ordinals, was, current);
                }
                self.contact_point(ordinal, was, current, head);
            }
            (
                Item::Date { kind, label, .. },
                Item::Date {
                    kind: now,
                    label: named,
                    ..
                },
            ) if kind == now => {
                let mut head = HeadChange::default();
                if label != named && !self.relabel(ordinal, named, false, &mut head) {
                    return self.write_anew(ordinals, was, current);
                }
                let value = (!same_value(was, current))
                    .then(|| properties::value(current))
                    .flatten();
                self.edits.insert(ordinal, Edit::Change { head, value });
            }
            _ if same_value(was, current) => {}
            (Item::Note { .. }, Item::Note { .. }) => {
                if let Some(value) = properties::value(current) {
                    self.replace(ordinal, value);
                }
            }
            _ => self.write_anew(ordinals, was, current),
        }
    }

    /// Replaces the properties by new ones, where their head cannot say what changed.
    fn write_anew(&mut self, ordinals: &[usize], was: &Item, current: &Item) {
        self.remove(ordinals);
        let version = self.card.version;
        let mut new = properties::items([current].into_iter(), version, true);
        let chat = new
            .first_mut()
            .and_then(|group| group.properties.first_mut());
        let uri = ordinals
            .first()
            .and_then(|ordinal| self.chat_without_service(*ordinal, was, current));
        if let (Some(chat), Some(uri)) = (chat, uri) {
            chat.value = NewValue::Uri(uri);
        }
        self.add(new);
    }

    fn contact_point(&mut self, ordinal: usize, was: &Item, current: &Item, head: HeadChange) {
        let mut value = None;
        if !same_value(was, current) {
            value = self
                .with_old_scheme(ordinal, was, current)
                .or_else(|| properties::value(current));
        }
        // A LABEL is the old address as text: it goes when the address changes, and has the same types.
        if let Some(label) = self.label_of_address(ordinal) {
            match (&value, &head.types) {
                (Some(_), _) => self.drop_all(&[label]),
                (None, Some(_)) => {
                    let head = HeadChange {
                        types: head.types.clone(),
                        ..HeadChange::default()
                    };
                    self.edits.insert(label, Edit::Change { head, value: None });
                }
                (None, None) => {}
            }
        }
        self.edits.insert(ordinal, Edit::Change { head, value });
    }
}

fn items_of(taken: &[Taken]) -> impl Iterator<Item = (&[usize], &Item, Option<i64>)> {
    taken.iter().filter_map(|taken| match &taken.value {
        TakenValue::Item { item, row } => Some((taken.ordinals.as_slice(), item, *row)),
        _ => None,
    })
}

/// Whether the two are one organisation, in whatever spelling. The book has one spelling for all.
pub(super) fn same_organisation(one: &str, other: &str) -> bool {
    crate::fold::name_key(one) == crate::fold::name_key(other)
}

/// Whether nothing of an item that a card can say was changed.
fn is_as_it_was(was: &Item, current: &Item) -> bool {
    let is_job = matches!(was, Item::Affiliation { .. });
    same_value(was, current) && (is_job || was.is_worded_like(current))
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
                kind,
                year,
                month,
                day,
                text,
                ..
            },
            Item::Date {
                kind: k,
                year: y,
                month: m,
                day: d,
                text: t,
                ..
            },
        ) => (kind, year, month, day, text) == (k, y, m, d, t),
        (
            Item::Affiliation {
                organisation,
                department,
                role,
            },
            Item::Affiliation {
                organisation: o,
                department: d,
                role: r,
            },
        ) => same_organisation(organisation, o) && (department, role) == (d, r),
        _ => was == current,
    }
}
