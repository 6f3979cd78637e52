//! The words of a sentence, their places, and what stands between them.

use std::ops::Range;

use super::words::{COMMANDS, JOINTS, LENGTHS, PHRASES, POLITE, RHYTHMS, TOPIC_VERBS};

/// What stands after a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum After {
    /// Nothing but space.
    Nothing,
    Comma,
    /// ":", ";", "." between sentences, or a dash: a note may follow.
    Stop,
}

/// A word of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Its bytes in the sentence, without the punctuation around it.
    pub place: Range<usize>,
    /// In lower case.
    pub text: String,
    pub after: After,
}

/// Most words that are read; what follows is note.
pub(super) const MOST_WORDS: usize = 120;

/// The words of a text, at most [`MOST_WORDS`].
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut next = 0;
    for piece in text.split_inclusive(|c: char| c.is_whitespace() || c == ',') {
        let from = next;
        next += piece.len();
        let word = piece.trim_matches(|c: char| c.is_whitespace() || c == ',');
        let has_comma = piece.ends_with(',');
        if matches!(word, "" | "-" | "–" | "—" | "--") {
            if let Some(last) = tokens.last_mut() {
                last.after = match word {
                    "" if has_comma => After::Comma,
                    "" => last.after,
                    _ => After::Stop,
                };
            }
            continue;
        }
        let bare = word.trim_matches(is_around);
        let bare = if bare.is_empty() { word } else { bare };
        let start = from + piece.find(bare).unwrap_or_default();
        let tail = text
            .get(start + bare.len()..from + piece.len())
            .unwrap_or_default();
        let after = if tail.contains([':', ';', '.', '!', '?', '—', '…']) {
            After::Stop
        } else if has_comma {
            After::Comma
        } else {
            After::Nothing
        };
        tokens.push(Token {
            place: start..start + bare.len(),
            text: bare.to_lowercase().replace('’', "'"),
            after,
        });
        if tokens.len() == MOST_WORDS {
            break;
        }
    }
    tokens
}

/// Whether the character is no part of a word at its edge. "#" and "@" say what a word is.
fn is_around(c: char) -> bool {
    ".,;:!?()[]{}<>\"'“”‘’„«»…*_|—–".contains(c)
}

/// The length in words of the longest phrase of a table that stands at a place, and what it means. Within a phrase
/// there is no comma.
pub(super) fn longest<'p, T: 'p>(
    tokens: &[Token],
    table: impl IntoIterator<Item = &'p (&'p str, T)>,
) -> Option<(usize, &'p T)> {
    let first = tokens.first()?;
    let matching = table.into_iter().filter_map(|(phrase, meaning)| {
        let long = length_of(phrase, tokens, first)?;
        Some((long, meaning))
    });
    matching.max_by_key(|(long, _)| *long)
}

/// The number of words of a phrase if it stands at the beginning of the tokens.
pub(super) fn length_of(phrase: &str, tokens: &[Token], first: &Token) -> Option<usize> {
    if phrase.is_empty() {
        return Some(0);
    }
    if !phrase.starts_with(first.text.as_str()) {
        return None;
    }
    let mut long = 0;
    for word in phrase.split(' ') {
        let token = tokens.get(long)?;
        let is_broken = long > 0 && tokens.get(long - 1)?.after != After::Nothing;
        if token.text != word || is_broken {
            return None;
        }
        long += 1;
    }
    Some(long)
}

/// Whether a word stands in one of the tables: such a word is no unknown name.
pub(super) fn is_known_word(text: &str) -> bool {
    let first = |phrase: &str| phrase.split(' ').next() == Some(text);
    PHRASES
        .into_iter()
        .flatten()
        .any(|(phrase, _)| *phrase == text)
        || COMMANDS.iter().any(|(phrase, ..)| first(phrase))
        || TOPIC_VERBS.iter().any(|(phrase, _)| first(phrase))
        || POLITE.contains(&text)
        || JOINTS.contains(&text)
        || RHYTHMS.iter().any(|(phrase, _)| *phrase == text)
        || LENGTHS.iter().any(|(phrase, _)| first(phrase))
}
