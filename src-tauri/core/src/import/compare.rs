//! A card beside the person it may go into: what differs, and whose value is taken.

use std::collections::{BTreeMap, HashSet};

use super::{Difference, Take};
use crate::cards::source_card_rows;
use crate::cards::source_card_rows::SourceCardRecord;
use crate::cards::{CardPerson, Item, Outcome, Side, Taken, TakenValue, compare, item_rows};
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::person_rows::PersonRecord;
use crate::people::{Name, person_rows};
use crate::store::{Tx, blobs};
use crate::vcard::{self, Card};

/// Something that differs, and what taking the file's side does.
#[derive(Clone, Debug)]
pub(super) struct Differing {
    pub(super) shown: Difference,
    pub(super) change: Change,
}

/// What taking the file's side does.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Name(Name),
    Nickname(String),
    Photo,
    Item(Outcome),
}

/// A card beside a person.
pub(super) struct Compared {
    pub(super) person: PersonRecord,
    /// The card of the last import that this one takes the place of.
    pub(super) replaces: Option<SourceCardRecord>,
    pub(super) differing: Vec<Differing>,
    /// The items that are the same, and their rows.
    pub(super) same: Vec<(usize, Option<i64>)>,
}

impl Compared {
    /// Fields that change as it stands.
    pub(super) fn changes(&self, chosen: &BTreeMap<String, Take>) -> u32 {
        let taken = self
            .differing
            .iter()
            .filter(|field| take(field, chosen) == Take::File);
        u32::try_from(taken.count()).unwrap_or(u32::MAX)
    }

    /// Whether the card says something else than the last time that Kith keeps but does not show. A new
    /// stamp of the same program alone is nothing new.
    pub(super) fn rest_differs(&self, tx: &Tx<'_>, card: &Card<'_>) -> Result<bool> {
        let Some(last) = &self.replaces else {
            return Ok(false);
        };
        let bytes = blobs::bytes(tx, last.blob)?;
        let before = vcard::one(&bytes);
        Ok(before.is_none_or(|before| lines(&before) != lines(card)))
    }

    pub(super) fn has_conflict(&self) -> bool {
        self.differing.iter().any(|field| field.shown.conflict)
    }
}

/// What a card says, in no order, but for when and by what it was written.
fn lines<'c>(card: &Card<'c>) -> Vec<&'c [u8]> {
    let said = card
        .properties
        .iter()
        .filter(|property| !property.is("REV") && !property.is("PRODID"));
    let mut lines: Vec<&[u8]> = said
        .map(|property| property.raw().trim_ascii_end())
        .collect();
    lines.sort_unstable();
    lines
}

/// Whose value is taken: as chosen, else as the rule has it.
pub(super) fn take(field: &Differing, chosen: &BTreeMap<String, Take>) -> Take {
    chosen
        .get(&field.shown.key)
        .copied()
        .unwrap_or(field.shown.take)
}

/// `again`: the card is one of this person's, come again (three-way); otherwise the two are united.
pub(super) fn beside(
    tx: &Tx<'_>,
    id: PersonId,
    card: &Card<'_>,
    says: &CardPerson,
    again: bool,
) -> Result<Compared> {
    let person = person_rows::get(tx, id)?;
    let replaces = if again {
        last_card(tx, id, says)?
    } else {
        None
    };
    let taken = replaces
        .as_ref()
        .map(|last| Taken::list(&last.reading))
        .transpose()?
        .unwrap_or_default();
    let now = item_rows::current(tx, id)?;
    let last: Vec<(Item, Option<i64>)> = taken
        .iter()
        .filter_map(|taken| match &taken.value {
            TakenValue::Item { item, row } => Some((item.clone(), *row)),
            _ => None,
        })
        .collect();
    let last = with_normals(last, &now);
    let file: Vec<&Item> = says.items.iter().map(|given| &given.item).collect();
    let (mut differing, mut same) = (Vec::new(), Vec::new());
    differing.extend(name(&person.name, says, &taken, again));
    differing.extend(nickname(&person.nickname, says, &taken));
    differing.extend(photo(tx, &person, card, says, replaces.as_ref(), &taken)?);
    for (at, outcome) in compare(&last, &now, &file).into_iter().enumerate() {
        match outcome {
            Outcome::Same { new, row } => same.push((new, row)),
            outcome => differing.push(item(at, outcome, says)),
        }
    }
    Ok(Compared {
        person,
        replaces,
        differing,
        same,
    })
}

/// The reading keeps no `normal`; a value that still stands in the book has the book's.
fn with_normals(
    mut last: Vec<(Item, Option<i64>)>,
    now: &[(i64, Item)],
) -> Vec<(Item, Option<i64>)> {
    for (item, row) in &mut last {
        if let Item::ContactPoint {
            kind,
            value,
            normal,
            ..
        } = item
        {
            let own = now.iter().find_map(|(id, current)| match current {
                Item::ContactPoint {
                    value: other,
                    normal,
                    ..
                } if Some(*id) == *row && value == other => Some(normal.clone()),
                _ => None,
            });
            // Phones of the last import that were edited since: E.164 where they say their country.
            *normal = own.unwrap_or_else(|| crate::details::contact_normal(*kind, value, ""));
        }
    }
    last
}

/// Of the person's cards with this UID the one most like it, else the primary one.
fn last_card(tx: &Tx<'_>, id: PersonId, says: &CardPerson) -> Result<Option<SourceCardRecord>> {
    let mut cards = source_card_rows::of_person(tx, id)?;
    let keys: HashSet<String> = says.items.iter().map(|given| given.item.key()).collect();
    let mut best: Option<(usize, usize)> = None;
    for (at, card) in cards.iter().enumerate() {
        if card.uid.is_none() || card.uid != says.uid {
            continue;
        }
        let shared = Taken::list(&card.reading)?
            .iter()
            .filter(|taken| is_among(taken, &keys))
            .count();
        // Of equals the first: the primary card.
        if best.is_none_or(|(_, most)| shared > most) {
            best = Some((at, shared));
        }
    }
    match best {
        Some((at, _)) => Ok(Some(cards.swap_remove(at))),
        None => Ok(cards.into_iter().next()),
    }
}

fn is_among(taken: &Taken, keys: &HashSet<String>) -> bool {
    match &taken.value {
        TakenValue::Item {
            item: Item::ContactPoint { kind, value, .. },
            ..
        } => {
            let normal = crate::details::contact_normal(*kind, value, "");
            keys.iter()
                .any(|key| !normal.is_empty() && key.ends_with(&normal))
        }
        TakenValue::Item { item, .. } => keys.contains(&item.key()),
        _ => false,
    }
}

fn side(side: Side) -> Take {
    match side {
        Side::Kith => Take::Kith,
        Side::File => Take::File,
    }
}

fn shown(value: &str) -> Option<String> {
    (!value.is_empty()).then(|| value.to_owned())
}

/// One value that both have at most once. `None`: nothing differs that the person should see.
fn scalar(last: Option<&str>, kith: &str, file: &str) -> Option<(Take, bool)> {
    match last {
        _ if file.is_empty() || file == kith => None,
        Some(last) if file == last => None,
        Some(last) if kith == last => Some((Take::File, false)),
        Some(_) => Some((Take::Kith, true)),
        None if kith.is_empty() => Some((Take::File, false)),
        None => Some((Take::Kith, false)),
    }
}

fn name(kith: &Name, says: &CardPerson, taken: &[Taken], again: bool) -> Option<Differing> {
    let last = taken.iter().find_map(|taken| match &taken.value {
        TakenValue::Name(name) => Some(name),
        _ => None,
    });
    let whole = |name: &Name| serde_json::to_string(name).unwrap_or_default();
    // Between two cards of one person only what is shown counts; the parts follow it.
    let text = |name: &Name| {
        if again {
            whole(name)
        } else {
            name.display.clone()
        }
    };
    let (take, conflict) = scalar(last.map(text).as_deref(), &text(kith), &text(&says.name))?;
    let words = |name: &Name, other: &Name| match name.display == other.display {
        false => name.display.clone(),
        true => [
            &name.prefix,
            &name.given,
            &name.additional,
            &name.family,
            &name.suffix,
        ]
        .into_iter()
        .filter(|part| !part.is_empty())
        .cloned()
        .collect::<Vec<_>>()
        .join(" · "),
    };
    Some(Differing {
        shown: Difference {
            key: "name".to_owned(),
            label: "Name".to_owned(),
            in_kith: shown(&words(kith, &says.name)),
            in_file: shown(&words(&says.name, kith)),
            take,
            conflict,
        },
        change: Change::Name(says.name.clone()),
    })
}

fn nickname(kith: &str, says: &CardPerson, taken: &[Taken]) -> Option<Differing> {
    let last = taken.iter().find_map(|taken| match &taken.value {
        TakenValue::Nickname(nickname) => Some(nickname.as_str()),
        _ => None,
    });
    let (take, conflict) = scalar(last, kith, &says.nickname)?;
    Some(Differing {
        shown: Difference {
            key: "nickname".to_owned(),
            label: "Nickname".to_owned(),
            in_kith: shown(kith),
            in_file: shown(&says.nickname),
            take,
            conflict,
        },
        change: Change::Nickname(says.nickname.clone()),
    })
}

/// Photos are compared as the cards have them: what is shown is only a small picture of it.
fn photo(
    tx: &Tx<'_>,
    person: &PersonRecord,
    card: &Card<'_>,
    says: &CardPerson,
    last: Option<&SourceCardRecord>,
    taken: &[Taken],
) -> Result<Option<Differing>> {
    let Some(new) = says.photo.and_then(|ordinal| card.properties.get(ordinal)) else {
        return Ok(None);
    };
    let before = taken.iter().find_map(|taken| match taken.value {
        TakenValue::Photo { blob } => Some((taken.ordinals.first().copied(), blob)),
        _ => None,
    });
    let kith = person.photo.map(|blob| blob.0);
    let (take, conflict) = match (before, last) {
        (Some((Some(ordinal), blob)), Some(last)) => {
            let bytes = blobs::bytes(tx, last.blob)?;
            let old = vcard::one(&bytes);
            if old
                .as_ref()
                .and_then(|old| old.properties.get(ordinal))
                .is_some_and(|old| old.raw() == new.raw())
            {
                return Ok(None);
            }
            if kith == blob {
                (Take::File, false)
            } else {
                (Take::Kith, true)
            }
        }
        _ if kith.is_none() => (Take::File, false),
        _ => (Take::Kith, false),
    };
    Ok(Some(Differing {
        shown: Difference {
            key: "photo".to_owned(),
            label: "Photo".to_owned(),
            in_kith: kith.map(|_| "the photo you have".to_owned()),
            in_file: Some("the photo in the file".to_owned()),
            take,
            conflict,
        },
        change: Change::Photo,
    }))
}

fn item(at: usize, outcome: Outcome, says: &CardPerson) -> Differing {
    let of_file = |new: usize| says.items.get(new).map(|given| &given.item);
    let (kith, file) = match &outcome {
        Outcome::Added { new, .. } => (None, of_file(*new)),
        Outcome::Changed { new, kith, .. } => (Some(kith), of_file(*new)),
        Outcome::Missing { kith, .. } => (Some(kith), None),
        Outcome::Same { .. } => (None, None),
    };
    // The same value under another label: the labels are what differs.
    let text = |item: &Item| match (kith, file) {
        (Some(one), Some(other)) if one.text() == other.text() => {
            format!("{}: {}", item.title(), item.text())
        }
        _ => item.text(),
    };
    Differing {
        shown: Difference {
            key: format!("item:{at}"),
            label: file.or(kith).map(Item::title).unwrap_or_default(),
            in_kith: kith.map(text),
            in_file: file.map(text),
            take: side(outcome.default_side()),
            conflict: outcome.is_conflict(),
        },
        change: Change::Item(outcome),
    }
}
