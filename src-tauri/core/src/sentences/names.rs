//! Whom the words of a sentence may name. Pure.

use std::collections::HashSet;
use std::ops::Range;

use super::tokens::{After, Token, is_known_word};
use super::words::NICKNAMES;
use crate::find_words::{index_words, typed_words};
use crate::fold::fold;
use crate::ids::PersonId;

/// Somebody whom a sentence may name.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub id: PersonId,
    pub name: String,
    /// For each word of the name, the forms in which it may be typed.
    words: Vec<HashSet<String>>,
    /// The forms of the nickname that the user wrote, and of those that are usual for the given name.
    nicknames: HashSet<String>,
    /// Whether the user keeps them close.
    pub kept_close: bool,
}

/// People who are meant by the same words, likeliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Named {
    /// First and last word in the sentence, half-open.
    pub from: usize,
    pub to: usize,
    /// Positions in the list of known people; not empty.
    pub people: Vec<usize>,
    /// Whether the first of `people` is likelier than the others.
    pub is_sure: bool,
    /// Whether only the beginning of a name was typed.
    pub is_beginning: bool,
}

/// How well words match a name; smaller is better.
type Quality = u8;
const WHOLE: Quality = 0;
const GIVEN: Quality = 1;
const PART: Quality = 2;
const NICKNAME: Quality = 3;
const START: Quality = 4;

/// The longest name that is matched, in words.
const MOST_NAME_WORDS: usize = 6;
/// The shortest beginning of a name that is taken for it, in characters.
const SHORTEST_START: usize = 3;

impl Known {
    pub(super) fn new(id: PersonId, name: &str, nickname: &str, kept_close: bool) -> Self {
        let words: Vec<HashSet<String>> = name.split_whitespace().map(forms).collect();
        let mut nicknames: HashSet<String> = nickname.split_whitespace().flat_map(forms).collect();
        let given = words.first();
        let usual = NICKNAMES
            .iter()
            .filter(|(full, _)| given.is_some_and(|given| given.contains(*full)));
        nicknames.extend(usual.flat_map(|(_, short)| short.iter().map(|name| (*name).to_owned())));
        Self {
            id,
            name: name.to_owned(),
            words,
            nicknames,
            kept_close,
        }
    }

    /// How well typed words match the name as a whole. `reversed`: the family name may come first.
    fn quality(&self, typed: &[HashSet<String>], reversed: bool) -> Option<Quality> {
        let [first, rest @ ..] = typed else {
            return None;
        };
        let meets = |own: &HashSet<String>, typed: &HashSet<String>| !own.is_disjoint(typed);
        let mut own = self.words.iter().enumerate();
        let begins = own.find(|(_, own)| meets(own, first)).map(|(at, _)| at);
        if let Some(at) = begins {
            let mut own = self.words.iter().skip(at + 1);
            let follows = rest.iter().all(|typed| own.any(|own| meets(own, typed)));
            if follows {
                return Some(match (at, typed.len() == self.words.len()) {
                    (_, true) => WHOLE,
                    (0, _) => GIVEN,
                    _ => PART,
                });
            }
            // "rossi maria": the family name first.
            if reversed
                && typed.len() == self.words.len()
                && typed
                    .iter()
                    .all(|typed| self.words.iter().any(|own| meets(own, typed)))
            {
                return Some(WHOLE);
            }
        }
        if meets(&self.nicknames, first) {
            let mut own = self.words.iter();
            let follows = rest.iter().all(|typed| own.any(|own| meets(own, typed)));
            return follows.then_some(NICKNAME);
        }
        let begin = first.iter().any(|typed| {
            typed.len() >= SHORTEST_START
                && self
                    .words
                    .iter()
                    .flatten()
                    .any(|own| own.starts_with(typed.as_str()))
        });
        (rest.is_empty() && begin).then_some(START)
    }

    /// Whether a word is one of the name, but neither what they are called nor the beginning of one.
    pub(super) fn is_family_name(&self, typed: &str) -> bool {
        let typed = forms(bare(typed));
        let meets = |own: &HashSet<String>| !own.is_disjoint(&typed);
        self.words.len() > 1
            && self.words.iter().skip(1).any(meets)
            && !self.words.first().is_some_and(meets)
            && !meets(&self.nicknames)
    }

    /// Whether all typed words are words of the name.
    pub(super) fn has_words(&self, typed: &str) -> bool {
        typed.split_whitespace().all(|word| {
            let typed = forms(bare(word));
            self.words.iter().any(|own| !own.is_disjoint(&typed))
        })
    }

    /// Whether each typed word is one of the name or a slip for one, and one of them is a slip.
    pub(super) fn is_near(&self, typed: &[String]) -> bool {
        let is_own = |word: &String| {
            let typed = forms(word);
            self.words.iter().any(|own| !own.is_disjoint(&typed))
        };
        typed.iter().any(|word| !is_own(word))
            && typed.iter().all(|word| is_own(word) || self.is_like(word))
    }

    /// Whether a word is a slip for one of the name: a letter more, fewer, other, or two that changed places; in words
    /// of six letters and more two of these.
    pub(super) fn is_like(&self, typed: &str) -> bool {
        let typed = forms(typed);
        self.words.iter().flatten().any(|own| {
            typed.iter().any(|typed| {
                let short = own.len().min(typed.len());
                let most = match short {
                    ..=2 => 0,
                    3..=5 => 1,
                    _ => 2,
                };
                most > 0 && own != typed && is_near(own.as_bytes(), typed.as_bytes(), most)
            })
        })
    }
}

/// The folded forms under which a word is found: "O'Brien" is "obrien" too, "Jürgen" "juergen".
pub(super) fn forms(word: &str) -> HashSet<String> {
    let mut forms: HashSet<String> = index_words(word).split(' ').map(str::to_owned).collect();
    for way in typed_words(word).into_iter().flatten() {
        forms.insert(way.concat());
    }
    forms.insert(
        fold(word)
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect(),
    );
    forms.remove("");
    forms
}

/// Whether two words are at most `most` (1 or 2) steps apart: a letter more, fewer or other, or two neighbours that
/// changed places (optimal string alignment distance).
fn is_near(a: &[u8], b: &[u8], most: usize) -> bool {
    if a.len().abs_diff(b.len()) > most || a.len() > 40 {
        return false;
    }
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, other) in b.iter().enumerate() {
            let at = |row: &[usize], at: usize| row.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut steps = (at(&last, j) + usize::from(letter != other))
                .min(at(&last, j + 1) + 1)
                .min(at(&row, j) + 1);
            let swapped =
                i > 0 && j > 0 && a.get(i - 1) == Some(other) && b.get(j - 1) == Some(letter);
            if swapped {
                steps = steps.min(at(&before, j - 1) + 1);
            }
            row.push(steps);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().is_some_and(|steps| *steps <= most)
}

/// All names of a sentence, by the word at which they begin: of each the longest one.
pub(super) fn named(
    tokens: &[Token],
    people: &[Known],
    meant: &[(Range<usize>, PersonId)],
) -> Vec<Option<Named>> {
    let typed: Vec<HashSet<String>> = tokens
        .iter()
        .map(|token| forms(bare(&token.text)))
        .collect();
    (0..tokens.len())
        .map(|from| {
            if let Some((place, id)) = meant.iter().find(|(place, _)| place.start == from) {
                let person = people.iter().position(|known| known.id == *id)?;
                return Some(Named {
                    from,
                    to: place.end,
                    people: vec![person],
                    is_sure: true,
                    is_beginning: false,
                });
            }
            named_at(from, tokens, &typed, people)
        })
        .collect()
}

/// "@ana" and "ana's" name Ana.
fn bare(text: &str) -> &str {
    let text = text.strip_prefix('@').unwrap_or(text);
    text.strip_suffix("'s").unwrap_or(text)
}

fn named_at(
    from: usize,
    tokens: &[Token],
    typed: &[HashSet<String>],
    people: &[Known],
) -> Option<Named> {
    let rest = tokens.get(from..)?;
    // No name goes on after a comma or a stop.
    let most = rest.iter().position(|token| token.after != After::Nothing);
    let most = most.map_or(rest.len(), |at| at + 1).min(MOST_NAME_WORDS);
    let first = rest.first()?;
    // "call bob call tomorrow": the first word is none of the name.
    let reversed = !is_known_word(&first.text);
    let mut longest = None;
    for count in 1..=most {
        let words = typed.get(from..from + count)?;
        let all = people.iter().enumerate().filter_map(|(at, known)| {
            let quality = known.quality(words, reversed)?;
            Some((quality, !known.kept_close, at))
        });
        let mut found: Vec<(Quality, bool, usize)> = all.collect();
        if found.is_empty() {
            break;
        }
        found.sort_unstable();
        longest = Some((count, found));
    }
    let (count, found) = longest?;
    // "ben's assistant" is not Ben.
    let last = rest.get(count - 1)?;
    if last.text.ends_with("'s") && last.after == After::Nothing && rest.len() > count {
        return None;
    }
    let (best, second) = (found.first().copied()?, found.get(1).copied());
    let is_sure = second.is_none_or(|(quality, away, _)| {
        let (first_quality, first_away, _) = best;
        // A whole name, or the one of this first name whom the user keeps close.
        (first_quality == WHOLE && quality != WHOLE)
            || (!first_away && away && quality >= first_quality)
            || (first_quality <= GIVEN && quality > PART)
    });
    let same = |(quality, ..): &&(Quality, bool, usize)| *quality <= best.0.max(PART);
    Some(Named {
        from,
        to: from + count,
        people: found.iter().take_while(same).map(|(.., at)| *at).collect(),
        is_sure,
        is_beginning: best.0 == START,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_are_near_and_other_names_are_not() {
        let samir = Known::new(PersonId(1), "Samir Haddad", "", false);
        for slip in [
            "samri", "sammir", "smir", "samur", "hadad", "haddda", "hdadad",
        ] {
            assert!(samir.is_like(slip), "{slip}");
        }
        for other in ["samir", "samirastr", "ana", "sa", "omar", "hazard"] {
            assert!(!samir.is_like(other), "{other}");
        }
    }
}
