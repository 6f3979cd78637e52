//! Which of those who were found for the words of a part are proposed, and in which order. Pure.

use crate::ids::PersonId;
use crate::knowing::WhoBy;

/// Most people who are proposed for one part.
pub(super) const MOST_PROPOSED: usize = 12;
/// Most words of a part that are looked for one by one.
const MOST_WORDS: usize = 6;
/// Shorter words say nothing by themselves.
const SHORTEST_WORD: usize = 4;

/// Words of a part that say nothing about whom it takes.
const EMPTY_WORDS: &[&str] = &[
    "about", "access", "also", "from", "good", "have", "help", "into", "know", "know-how", "knows",
    "need", "needs", "ours", "people", "person", "some", "somebody", "someone", "that", "their",
    "them", "they", "this", "with", "would", "your",
];

/// What is looked for: all of it, then each of its words that says something by itself.
pub(super) fn questions(what: &str) -> Vec<String> {
    let whole = what.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = whole
        .split(|letter: char| !letter.is_alphanumeric() && !matches!(letter, '-' | '\''))
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() >= SHORTEST_WORD)
        .filter(|word| !EMPTY_WORDS.contains(&word.as_str()));
    let mut all: Vec<String> = Vec::new();
    if !whole.is_empty() {
        all.push(whole.clone());
    }
    for word in words {
        if all.len() > MOST_WORDS {
            break;
        }
        if !all.iter().any(|known| known.to_lowercase() == word) {
            all.push(word);
        }
    }
    all
}

/// Somebody who was found for a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) person: PersonId,
    /// Which of the questions, from 0: the first is the whole part.
    pub(super) question: usize,
    pub(super) by: WhoBy,
    pub(super) words: String,
    /// Whether the user knows them; else they are reached through somebody.
    pub(super) known: bool,
}

/// Somebody who is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Proposed {
    pub(super) person: PersonId,
    pub(super) by: WhoBy,
    /// Each once, the strongest first.
    pub(super) reasons: Vec<String>,
}

/// Who is proposed, the likeliest first: who was found for the whole part, then for more of its words, then those whom
/// one knows, then by where it stands. `may` says whether somebody may be proposed at all.
pub(super) fn proposed(found: &[Found], may: impl Fn(PersonId) -> bool) -> Vec<Proposed> {
    let mut people: Vec<PersonId> = Vec::new();
    for one in found {
        if !people.contains(&one.person) && may(one.person) {
            people.push(one.person);
        }
    }
    let mut ranked: Vec<_> = people
        .into_iter()
        .filter_map(|person| {
            let mut own: Vec<&Found> = found.iter().filter(|one| one.person == person).collect();
            own.sort_by_key(|one| (one.question != 0, one.by));
            let best = own.first()?;
            let mut reasons: Vec<String> = Vec::new();
            for one in &own {
                if !reasons.contains(&one.words) {
                    reasons.push(one.words.clone());
                }
            }
            let is_whole = own.iter().any(|one| one.question == 0);
            let rank = (!is_whole, usize::MAX - own.len(), !best.known, best.by);
            let by = best.by;
            Some((
                rank,
                Proposed {
                    person,
                    by,
                    reasons,
                },
            ))
        })
        .collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    ranked.truncate(MOST_PROPOSED);
    ranked.into_iter().map(|(_, one)| one).collect()
}
