//! Finds the person that a card may describe. A shared mail address or phone number with a similar name is
//! a likely match, a name alone a weak one. Only the same name with a shared address and no sign against it
//! is certain enough for a merge that nobody was asked about.

use std::collections::HashMap;

use super::MatchReason;
use super::SignAgainst;
use super::sameness::{Identity, same_name, sign_against, sorted_words};
use crate::cards::{CardPerson, source_card_rows};
use crate::days::PartialDate;
use crate::details::{ContactKind, DateKind};
use crate::details::{contact_point_rows, date_rows};
use crate::error::Result;
use crate::ids::PersonId;
use crate::people::person_rows;
use crate::store::Tx;

/// Names with at least this likeness are similar (Jaro–Winkler of folded, sorted words). Because John and
/// Joan score 0.95, a likely match needs a shared address too.
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
    /// What speaks against it.
    pub(super) against: Option<SignAgainst>,
    pub(super) certainty: Certainty,
}

/// How certain a match is, least certain first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Certainty {
    /// Only the name is equal, or only the UID, or something speaks against it.
    Weak,
    /// A shared address or UID and a similar name.
    Likely,
    /// A shared address and the same name.
    Certain,
    /// The card was imported before: the same UID, and the same name or a shared address.
    Same,
}

/// Of cards that share something, the most that are compared with a later one.
const COMPARED: usize = 20;

/// The cards of the plan before the current one, indexed by what a later card could share with them.
#[derive(Default)]
pub(super) struct EarlierCards {
    by_address: HashMap<String, Vec<u32>>,
    by_uid: HashMap<String, Vec<u32>>,
    by_name: HashMap<String, Vec<u32>>,
    cards: HashMap<u32, Identity>,
}

impl EarlierCards {
    pub(super) fn add(&mut self, index: u32, card: &CardPerson) {
        let mut put = |by: fn(&mut Self) -> &mut HashMap<String, Vec<u32>>, key: &str| {
            let rows = by(self).entry(key.to_owned()).or_default();
            if rows.len() < COMPARED && !rows.contains(&index) {
                rows.push(index);
            }
        };
        for kind in [ContactKind::Email, ContactKind::Phone] {
            for normal in card.normals(kind) {
                put(|earlier| &mut earlier.by_address, normal);
            }
        }
        if let Some(uid) = &card.uid {
            put(|earlier| &mut earlier.by_uid, uid);
        }
        put(|earlier| &mut earlier.by_name, &card.name.sort_key());
        self.cards.insert(index, of_card(card));
    }

    fn found<'a>(&'a self, rows: Option<&'a Vec<u32>>) -> impl Iterator<Item = Candidate> + 'a {
        rows.into_iter().flatten().filter_map(|index| {
            Some(Candidate {
                target: Target::Row(*index),
                identity: self.cards.get(index)?.clone(),
            })
        })
    }
}

/// Whom a card could describe, before they are compared.
struct Candidate {
    target: Target,
    identity: Identity,
}

/// A candidate compared with a card.
struct Compared {
    target: Target,
    with: Identity,
    likeness: f64,
    against: Option<SignAgainst>,
}

fn of_card(card: &CardPerson) -> Identity {
    Identity {
        name: card.name.clone(),
        birthdays: card.birthdays().collect(),
        named: card.is_named(),
    }
}

/// Finds matches in the book and among the earlier cards of the plan.
pub(super) struct MatchFinder<'a, 'c> {
    pub(super) tx: &'a Tx<'c>,
    pub(super) earlier: &'a EarlierCards,
}

impl MatchFinder<'_, '_> {
    /// The most certain match of a card, if there is one.
    pub(super) fn find(&self, card: &CardPerson) -> Result<Option<Match>> {
        let own = of_card(card);
        let by_uid = self.by_uid(card, &own)?;
        if let Some(found) = by_uid
            .as_ref()
            .filter(|found| found.certainty == Certainty::Same)
        {
            return Ok(Some(found.clone()));
        }
        if let Some(found) = self.by_address(card, &own)? {
            return Ok(Some(found));
        }
        match by_uid {
            Some(found) => Ok(Some(found)),
            None => self.by_name(card, &own),
        }
    }

    /// A match by UID. Some programs give two people the same UID, so the match is `Same` only with the same
    /// name, or with a shared address where nothing speaks against it.
    fn by_uid(&self, card: &CardPerson, own: &Identity) -> Result<Option<Match>> {
        let Some(uid) = &card.uid else {
            return Ok(None);
        };
        let mut found = self.in_book(source_card_rows::people_of_uid(self.tx, uid)?)?;
        if found.is_empty() {
            found.extend(self.earlier.found(self.earlier.by_uid.get(uid)));
        }
        let Some(best) = most_alike(found, own) else {
            return Ok(None);
        };
        let certainty = match best.target {
            Target::Person(person) if self.is_known(person, &best, card, own)? => Certainty::Same,
            _ if best.against.is_none() && best.likeness >= SIMILAR => Certainty::Likely,
            _ => Certainty::Weak,
        };
        Ok(Some(best.matched(MatchReason::SameUid, "", certainty)))
    }

    /// Whether a person who has a card with this card's UID is the one that it describes.
    fn is_known(
        &self,
        person: PersonId,
        best: &Compared,
        card: &CardPerson,
        own: &Identity,
    ) -> Result<bool> {
        match best.against {
            // With UID and name the same, another birthday is a correction.
            None | Some(SignAgainst::Birthday) if is_the_name(&best.with, own) => Ok(true),
            None => self.shares_address(person, card),
            Some(_) => Ok(false),
        }
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

    /// The most alike of all who share an address with the card.
    fn by_address(&self, card: &CardPerson, own: &Identity) -> Result<Option<Match>> {
        let mut best: Option<(Compared, MatchReason, &str)> = None;
        for (kind, why) in [
            (ContactKind::Email, MatchReason::SameEmail),
            (ContactKind::Phone, MatchReason::SamePhone),
        ] {
            for normal in card.normals(kind) {
                let people = contact_point_rows::people_of_normal(self.tx, kind, normal)?;
                let mut found = self.in_book(people)?;
                found.extend(self.earlier.found(self.earlier.by_address.get(normal)));
                let Some(alike) = most_alike(found, own).filter(|alike| alike.likeness >= SIMILAR)
                else {
                    continue;
                };
                if best.as_ref().is_none_or(|(best, ..)| alike.beats(best)) {
                    best = Some((alike, why, normal));
                }
            }
        }
        Ok(best.map(|(best, why, detail)| {
            let certainty = match best.against {
                Some(_) => Certainty::Weak,
                None if same_name(&best.with, own) => Certainty::Certain,
                None => Certainty::Likely,
            };
            best.matched(why, detail, certainty)
        }))
    }

    fn by_name(&self, card: &CardPerson, own: &Identity) -> Result<Option<Match>> {
        if !own.named {
            return Ok(None);
        }
        let key = card.name.sort_key();
        let mut found = self.in_book(person_rows::named(self.tx, &key)?)?;
        found.extend(self.earlier.found(self.earlier.by_name.get(&key)));
        let best = most_alike(found, own);
        Ok(best.map(|best| best.matched(MatchReason::SameName, "", Certainty::Weak)))
    }

    fn in_book(&self, ids: Vec<PersonId>) -> Result<Vec<Candidate>> {
        let mut people = Vec::new();
        for id in ids {
            let Some(person) = person_rows::find(self.tx, id)? else {
                continue;
            };
            let dates = date_rows::of_person(self.tx, id)?.into_iter();
            let birthdays: Vec<PartialDate> = dates
                .filter(|date| date.kind == DateKind::Birthday)
                .map(|date| date.date)
                .collect();
            people.push(Candidate {
                target: Target::Person(id),
                identity: Identity {
                    named: person.name.is_given(),
                    name: person.name,
                    birthdays,
                },
            });
        }
        Ok(people)
    }
}

impl Compared {
    /// Whether this match is better than the other: a match with nothing against it is, then the one most alike.
    fn beats(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.against.is_none(), one.likeness);
        of(self) > of(other)
    }

    fn matched(self, why: MatchReason, detail: &str, certainty: Certainty) -> Match {
        Match {
            target: self.target,
            why,
            with: self.with.name.display,
            detail: detail.to_owned(),
            against: self.against,
            certainty,
        }
    }
}

/// The best match of the candidates; the first of equal ones.
fn most_alike(found: Vec<Candidate>, own: &Identity) -> Option<Compared> {
    let mut best: Option<Compared> = None;
    for candidate in found {
        let compared = Compared {
            target: candidate.target,
            likeness: likeness(&candidate.identity.name.display, &own.name.display),
            against: sign_against(&candidate.identity, own),
            with: candidate.identity,
        };
        if best.as_ref().is_none_or(|best| compared.beats(best)) {
            best = Some(compared);
        }
    }
    best
}

/// Whether a name is the card's, apart from order and initials.
fn is_the_name(with: &Identity, own: &Identity) -> bool {
    let one = sorted_words(&with.name.display);
    let other = sorted_words(&own.name.display);
    one == other || stands_for(&one, &other) || stands_for(&other, &one)
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
