//! Compares a card with the person it would change: what differs, and which side is taken.

use std::collections::{BTreeMap, HashSet};

use super::{Difference, Take};
use crate::cards::source_card_rows;
use crate::cards::source_card_rows::SourceCardRecord;
use crate::cards::{
    CardPerson, Current, Item, Outcome, Side, Taken, TakenValue, compare, item_rows,
};
use crate::counts::count32;
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::person_rows::PersonRecord;
use crate::people::{Name, person_rows};
use crate::store::{Tx, blobs};
use crate::vcard::{self, Card};

/// A field that differs, as the preview shows it, and the change if the file's side is taken.
#[derive(Clone, Debug)]
pub(super) struct Differing {
    pub(super) shown: Difference,
    pub(super) change: Change,
}

/// The change if the file's side is taken.
#[derive(Clone, Debug)]
pub(super) enum Change {
    Name(Name),
    Nickname(String),
    Photo,
    Item(Outcome),
}

/// The comparison of a card with a person.
pub(super) struct Compared {
    pub(super) person: PersonRecord,
    /// The card of the last import that this one replaces; `None` for a merge.
    pub(super) replaces: Option<SourceCardRecord>,
    pub(super) differing: Vec<Differing>,
    /// The items of the card that are equal, as their indexes and the ids of their rows.
    pub(super) same: Vec<(usize, Option<i64>)>,
}

impl Compared {
    /// The number of fields that change with the user's choices.
    pub(super) fn changes(&self, chosen: &BTreeMap<String, Take>) -> u32 {
        let taken = self
            .differing
            .iter()
            .filter(|field| chosen_side(field, chosen) != Take::Kith);
        count32(taken.count())
    }

    /// Whether the card differs from that of the last import in properties that Kith does not show. REV and
    /// PRODID are ignored.
    pub(super) fn hidden_differs(&self, tx: &Tx<'_>, card: &Card<'_>) -> Result<bool> {
        let Some(last) = &self.replaces else {
            return Ok(false);
        };
        let bytes = blobs::bytes(tx, last.blob)?;
        let before = vcard::one(&bytes);
        Ok(before.is_none_or(|before| lines(&before) != lines(card)))
    }

    /// Whether the card tells the parts of the name that the person has, which were only guessed so far.
    pub(super) fn same_name_but_told(&self, in_file: &Name) -> bool {
        let in_kith = &self.person.name;
        let chosen = |field: &Differing| matches!(field.change, Change::Name(_));
        in_kith.guessed
            && !in_file.guessed
            && in_kith.display == in_file.display
            && !self.differing.iter().any(chosen)
    }

    /// Whether a person can have both values of the difference with this key.
    pub(super) fn can_be_both(&self, key: &str) -> bool {
        let mut shown = self.differing.iter().map(|field| &field.shown);
        shown.any(|shown| shown.key == key && shown.can_be_both)
    }

    pub(super) fn has_conflict(&self) -> bool {
        self.differing.iter().any(|field| field.shown.conflict)
    }
}

/// The properties of a card, sorted, without REV and PRODID.
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

/// The side that is taken: the user's choice, else the default.
pub(super) fn chosen_side(field: &Differing, chosen: &BTreeMap<String, Take>) -> Take {
    chosen
        .get(&field.shown.key)
        .copied()
        .unwrap_or(field.shown.take)
}

/// Compares a card with a person. `again`: the card is one of this person's that is imported again, so
/// the comparison is three-way; otherwise it is to be merged.
pub(super) fn compare_with_person(
    tx: &Tx<'_>,
    id: PersonId,
    card: &Card<'_>,
    from_card: &CardPerson,
    again: bool,
) -> Result<Compared> {
    let person = person_rows::get(tx, id)?;
    let now = item_rows::current(tx, id)?;
    let current = Current {
        name: &person.name,
        nickname: &person.nickname,
        items: &now,
    };
    let replaces = if again {
        last_card(tx, id, from_card, current)?
    } else {
        None
    };
    let taken = replaces.as_ref().map(|last| last.taken(tx, current));
    let taken = taken.transpose()?.unwrap_or_default();
    let last: Vec<(Item, Option<i64>)> = taken
        .iter()
        .filter_map(|taken| match &taken.value {
            TakenValue::Item { item, row } => Some((item.clone(), *row)),
            _ => None,
        })
        .collect();
    let last = with_normals(last, &now);
    let file: Vec<&Item> = from_card.items.iter().map(|given| &given.item).collect();
    let (mut differing, mut same) = (Vec::new(), Vec::new());
    differing.extend(name(&person.name, from_card, &taken, again));
    differing.extend(nickname(&person.nickname, from_card, &taken));
    differing.extend(photo(
        tx,
        &person,
        card,
        from_card,
        replaces.as_ref(),
        &taken,
    )?);
    for (at, outcome) in compare(&last, &now, &file).into_iter().enumerate() {
        match outcome {
            Outcome::Same { new, row } => same.push((new, row)),
            outcome => differing.push(item(at, outcome, from_card)),
        }
    }
    Ok(Compared {
        person,
        replaces,
        differing,
        same,
    })
}

/// Fills in `normal` of contact points, which is not stored with what was taken from a card. A value that
/// is still in the book gets the book's.
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
            // A phone of the last import that was edited since gets one only if it has a country code.
            *normal = own.unwrap_or_else(|| crate::details::contact_normal(*kind, value, ""));
        }
    }
    last
}

/// The card that this one replaces: of the person's cards with the same UID the most similar, else the
/// primary card.
fn last_card(
    tx: &Tx<'_>,
    id: PersonId,
    from_card: &CardPerson,
    current: Current<'_>,
) -> Result<Option<SourceCardRecord>> {
    let mut cards = source_card_rows::of_person(tx, id)?;
    let has_same_uid = |card: &SourceCardRecord| card.uid.is_some() && card.uid == from_card.uid;
    let same: Vec<usize> = (0..cards.len())
        .filter(|at| cards.get(*at).is_some_and(has_same_uid))
        .collect();
    let at = match same.as_slice() {
        [] => 0,
        [only] => *only,
        several => most_similar(tx, &cards, several, from_card, current)?,
    };
    Ok((at < cards.len()).then(|| cards.swap_remove(at)))
}

/// Which of a person's cards at these indexes is most similar to a card. Of equally similar ones the first,
/// which is the primary card.
fn most_similar(
    tx: &Tx<'_>,
    cards: &[SourceCardRecord],
    among: &[usize],
    from_card: &CardPerson,
    current: Current<'_>,
) -> Result<usize> {
    let items = from_card.items.iter();
    let keys: HashSet<String> = items.map(|given| given.item.key()).collect();
    let mut best: Option<(usize, usize)> = None;
    for at in among {
        let taken = cards.get(*at).map(|card| card.taken(tx, current));
        let taken = taken.transpose()?.unwrap_or_default();
        let shared = taken.iter().filter(|taken| is_among(taken, &keys)).count();
        if best.is_none_or(|(_, most)| shared > most) {
            best = Some((*at, shared));
        }
    }
    Ok(best.map_or(0, |(at, _)| at))
}

/// Whether a value that was taken from a card is one of the items with these keys.
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

/// Compares a value that exists at most once (name, nickname): the side to take, and whether both sides
/// changed it. `None` if there is nothing to show.
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

fn name(kith: &Name, from_card: &CardPerson, taken: &[Taken], again: bool) -> Option<Differing> {
    let last = taken.iter().find_map(|taken| match &taken.value {
        TakenValue::Name(name) => Some(name),
        _ => None,
    });
    let whole =
        |name: &Name| serde_json::to_string(&(&name.display, name.parts())).unwrap_or_default();
    // For a merge only the display name is compared; the parts follow it.
    let text = |name: &Name| {
        if again {
            whole(name)
        } else {
            name.display.clone()
        }
    };
    let (take, conflict) = scalar(
        last.map(text).as_deref(),
        &text(kith),
        &text(&from_card.name),
    )?;
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
            in_kith: shown(&words(kith, &from_card.name)),
            in_file: shown(&words(&from_card.name, kith)),
            take,
            conflict,
            can_be_both: false,
        },
        change: Change::Name(from_card.name.clone()),
    })
}

fn nickname(kith: &str, from_card: &CardPerson, taken: &[Taken]) -> Option<Differing> {
    let last = taken.iter().find_map(|taken| match &taken.value {
        TakenValue::Nickname(nickname) => Some(nickname.as_str()),
        _ => None,
    });
    let (take, conflict) = scalar(last, kith, &from_card.nickname)?;
    Some(Differing {
        shown: Difference {
            key: "nickname".to_owned(),
            label: "Nickname".to_owned(),
            in_kith: shown(kith),
            in_file: shown(&from_card.nickname),
            take,
            conflict,
            can_be_both: false,
        },
        change: Change::Nickname(from_card.nickname.clone()),
    })
}

/// Compares photos by the bytes in the two cards, because the stored photo is only a shrunken copy.
fn photo(
    tx: &Tx<'_>,
    person: &PersonRecord,
    card: &Card<'_>,
    from_card: &CardPerson,
    last: Option<&SourceCardRecord>,
    taken: &[Taken],
) -> Result<Option<Differing>> {
    let Some(new) = from_card
        .photo
        .and_then(|ordinal| card.properties.get(ordinal))
    else {
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
            can_be_both: false,
        },
        change: Change::Photo,
    }))
}

fn item(at: usize, outcome: Outcome, from_card: &CardPerson) -> Differing {
    let of_file = |new: usize| from_card.items.get(new).map(|given| &given.item);
    let (kith, file) = match &outcome {
        Outcome::Added { new, .. } => (None, of_file(*new)),
        Outcome::Changed { new, kith, .. } => (Some(kith), of_file(*new)),
        Outcome::Missing { kith, .. } => (Some(kith), None),
        Outcome::Same { .. } => (None, None),
    };
    // If the values are equal, the labels differ: show both.
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
            can_be_both: matches!((kith, file), (Some(one), Some(other)) if one.may_stand_beside(other)),
        },
        change: Change::Item(outcome),
    }
}
