//! Finds the person that a card may describe. A shared mail address or phone number with a similar name is
//! a strong match, a name alone a weak one. A name alone never leads to a merge by default.

use std::collections::HashMap;

use super::MatchReason;
use crate::cards::{CardPerson, source_card_rows};
use crate::details::ContactKind;
use crate::details::contact_point_rows;
use crate::error::Result;
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::store::Tx;

/// Names with at least this likeness are similar (Jaro–Winkler of folded, sorted words). Because John and
/// Joan score 0.95, a strong match needs a shared address too.
const SIMILAR: f64 = 0.85;

/// Whom a card may describe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Target {
    /// A person in the book.
    Person(PersonId),
    /// The person of an earlier card in the plan, by the index of its row.
    Row(u32),
}

/// A possible match of a card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) target: Target,
    pub(super) why: MatchReason,
    /// The other's name.
    pub(super) with: String,
    /// The shared address; '' for a name or a UID.
    pub(super) detail: String,
    pub(super) certainty: Certainty,
}

/// How certain a match is, least certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Only the name is equal, or a UID is equal but the name is not similar.
    Weak,
    /// A shared address or UID and a similar name.
    Strong,
    /// The card was imported before: the same UID, and the same name or a shared address.
    Same,
}

/// The cards of the plan before the current one, indexed by what a later card could share with them.
#[derive(Default)]
pub(super) struct EarlierCards {
    by_address: HashMap<String, u32>,
    by_uid: HashMap<String, u32>,
    by_name: HashMap<String, u32>,
    names: HashMap<u32, String>,
}

impl EarlierCards {
    pub(super) fn add(&mut self, index: u32, card: &CardPerson) {
        for kind in [ContactKind::Email, ContactKind::Phone] {
            for normal in card.normals(kind) {
                self.by_address.entry(normal.to_owned()).or_insert(index);
            }
        }
        if let Some(uid) = &card.uid {
            self.by_uid.entry(uid.clone()).or_insert(index);
        }
        self.by_name.entry(card.name.sort_key()).or_insert(index);
        self.names.insert(index, card.name.display.clone());
    }

    fn found(&self, index: Option<&u32>) -> Option<(Target, String)> {
        let index = *index?;
        Some((Target::Row(index), self.names.get(&index)?.clone()))
    }
}

/// Looks up matches in the book and among the earlier cards of the plan.
pub(super) struct MatchFinder<'a, 'c> {
    pub(super) tx: &'a Tx<'c>,
    pub(super) earlier: &'a EarlierCards,
}

impl MatchFinder<'_, '_> {
    /// The most certain match of a card, if there is one.
    pub(super) fn find(&self, card: &CardPerson) -> Result<Option<Match>> {
        if let Some(found) = self
            .by_uid(card)?
            .filter(|found| found.certainty == Certainty::Same)
        {
            return Ok(Some(found));
        }
        if let Some(found) = self.by_address(card)? {
            return Ok(Some(found));
        }
        if let Some(found) = self.by_uid(card)? {
            return Ok(Some(found));
        }
        self.by_name(card)
    }

    /// A match by UID. Some programs give two people the same UID, so the match is `Same` only with the same
    /// name or a shared address.
    fn by_uid(&self, card: &CardPerson) -> Result<Option<Match>> {
        let Some(uid) = &card.uid else {
            return Ok(None);
        };
        let mut found = self.named(source_card_rows::people_of_uid(self.tx, uid)?)?;
        let in_book = !found.is_empty();
        found.extend(
            self.earlier
                .found(self.earlier.by_uid.get(uid))
                .filter(|_| !in_book),
        );
        let Some((likeness, target, with)) = most_alike(found, card) else {
            return Ok(None);
        };
        let certainty = match target {
            Target::Person(person)
                if is_the_name(&with, card) || self.shares_address(person, card)? =>
            {
                Certainty::Same
            }
            _ => strength(likeness),
        };
        Ok(Some(Match {
            target,
            why: MatchReason::SameUid,
            with,
            detail: String::new(),
            certainty,
        }))
    }

    fn shares_address(&self, person: PersonId, card: &CardPerson) -> Result<bool> {
        for kind in [ContactKind::Email, ContactKind::Phone] {
            for normal in card.normals(kind) {
                if contact_point_rows::people_of_normal(self.tx, kind, normal)?.contains(&person) {
                    return Ok(true);
                }
            }
        }
        Ok(false)
    }

    fn by_address(&self, card: &CardPerson) -> Result<Option<Match>> {
        for (kind, why) in [
            (ContactKind::Email, MatchReason::SameEmail),
            (ContactKind::Phone, MatchReason::SamePhone),
        ] {
            for normal in card.normals(kind) {
                let mut found =
                    self.named(contact_point_rows::people_of_normal(self.tx, kind, normal)?)?;
                found.extend(self.earlier.found(self.earlier.by_address.get(normal)));
                let best = most_alike(found, card).filter(|(likeness, ..)| *likeness >= SIMILAR);
                if let Some((_, target, with)) = best {
                    return Ok(Some(Match {
                        target,
                        why,
                        with,
                        detail: normal.to_owned(),
                        certainty: Certainty::Strong,
                    }));
                }
            }
        }
        Ok(None)
    }

    fn by_name(&self, card: &CardPerson) -> Result<Option<Match>> {
        let key = card.name.sort_key();
        let mut found = self.named(person_rows::named(self.tx, &key)?)?;
        found.extend(self.earlier.found(self.earlier.by_name.get(&key)));
        Ok(found.into_iter().next().map(|(target, with)| Match {
            target,
            why: MatchReason::SameName,
            with,
            detail: String::new(),
            certainty: Certainty::Weak,
        }))
    }

    fn named(&self, ids: Vec<PersonId>) -> Result<Vec<(Target, String)>> {
        let mut named = Vec::new();
        for id in ids {
            if let Some(person) = person_rows::find(self.tx, id)? {
                named.push((Target::Person(id), person.name.display));
            }
        }
        Ok(named)
    }
}

/// The candidate whose name is most like the card's, with the likeness; the first of equal ones.
fn most_alike(found: Vec<(Target, String)>, card: &CardPerson) -> Option<(f64, Target, String)> {
    let mut best: Option<(f64, Target, String)> = None;
    for (target, with) in found {
        let likeness = likeness(&with, &card.name.display);
        if best.as_ref().is_none_or(|(most, ..)| likeness > *most) {
            best = Some((likeness, target, with));
        }
    }
    best
}

/// Whether a name is the card's, apart from order and initials.
fn is_the_name(with: &str, card: &CardPerson) -> bool {
    let (one, other) = (sorted_words(with), sorted_words(&card.name.display));
    one == other || stands_for(&one, &other) || stands_for(&other, &one)
}

fn strength(likeness: f64) -> Certainty {
    if likeness >= SIMILAR {
        Certainty::Strong
    } else {
        Certainty::Weak
    }
}

/// The likeness of two names, 0–1, of their folded and sorted words. Initials count as the words they may
/// stand for.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (sorted_words(one), sorted_words(other));
    if one.is_empty() || other.is_empty() {
        return 0.0;
    }
    if stands_for(&one, &other) || stands_for(&other, &one) {
        return 0.95;
    }
    strsim::jaro_winkler(&one.join(" "), &other.join(" "))
}

fn sorted_words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = fold_words(name)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    words.sort_unstable();
    words
}

/// Whether `short` can be a short form of `long`, as "L. Marchwald" of "Leonie Marchwald" or "Samir
/// Haddoun" of "Samir Karim Haddoun": each of at least two words is a word of the other or the initial
/// of one, and at least one is a whole word.
fn stands_for(short: &[String], long: &[String]) -> bool {
    let mut left: Vec<&String> = long.iter().collect();
    let mut whole = 0;
    let mut by_length: Vec<&String> = short.iter().collect();
    by_length.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in by_length {
        let at = left
            .iter()
            .position(|other| *other == word)
            .inspect(|_| whole += usize::from(word.len() > 1))
            .or_else(|| {
                left.iter()
                    .position(|other| word.len() == 1 && other.starts_with(word.as_str()))
            });
        let Some(at) = at else { return false };
        left.swap_remove(at);
    }
    whole > 0 && short.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn alike_names_are_told_from_others() {
        for (one, other) in [
            ("L. Marchwald", "Leonie Marchwald"),
            ("Haddoun, Samir", "Samir Haddoun"),
            ("Jürgen Köhler", "Jurgen Kohler"),
            ("Tomas Wilczyn", "Tomasz Wilczyn"),
            ("Samir Haddoun", "Samir Karim Haddoun"),
        ] {
            assert!(
                likeness(one, other) >= SIMILAR,
                "{one} ~ {other}: {}",
                likeness(one, other)
            );
        }
        for (one, other) in [
            ("Reception", "Samir Haddoun"),
            ("Bo Tenerud", "Ida Tenerud"),
            ("", "Samir"),
        ] {
            assert!(
                likeness(one, other) < SIMILAR,
                "{one} ~ {other}: {}",
                likeness(one, other)
            );
        }
    }
}
