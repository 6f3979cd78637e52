//! The sources of reminders, as the nouns of a book declare them.

use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;
use crate::store::noun::Tells;
use crate::store::reminder_source::ReminderSource;

/// Every source, in the order of the nouns: one notification tells of several in this order too.
pub(super) fn sources<'a>(
    tx: &'a Tx<'_>,
) -> impl Iterator<Item = &'static ReminderSource> + use<'a> {
    tx.schema()
        .nouns
        .iter()
        .flat_map(|noun| noun.rings.iter().copied())
}

/// What nouns tell of a person in notifications.
pub(super) fn tells<'a>(tx: &'a Tx<'_>) -> impl Iterator<Item = &'static Tells> + use<'a> {
    tx.schema().nouns.iter().filter_map(|noun| noun.tells)
}

/// The source of that word; `None` where no noun declares it.
pub(super) fn source_of(tx: &Tx<'_>, word: &str) -> Option<&'static ReminderSource> {
    sources(tx).find(|source| source.word == word)
}

/// A person's name; `None` in the trash, or where there is nobody of that id: then nothing rings.
pub(super) fn name_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<String>> {
    let mut nouns = tx.schema().nouns.iter();
    match nouns.find_map(|noun| noun.name_of_person) {
        Some(name_of) => name_of(tx, person),
        None => Ok(None),
    }
}

/// Texts as one line of sentences, each said once; the last full stop is left out.
pub(crate) fn sentences<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut said: Vec<&str> = Vec::new();
    for text in texts.into_iter().map(str::trim_end) {
        if !text.is_empty() && !said.contains(&text) {
            said.push(text);
        }
    }
    let mut line = String::new();
    for text in said {
        if !line.is_empty() {
            let ended = line.ends_with(['.', '!', '?', '…', ':']);
            line.push_str(if ended { " " } else { ". " });
        }
        line.push_str(text);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn every_text_is_a_sentence_of_its_own() {
        let why = "Planned for Friday at 20:00, 3 days ago";
        let all = "Ask about Bergen. Planned for Friday at 20:00, 3 days ago";
        assert_eq!(sentences(["Ask about Bergen", why]), all);
        assert_eq!(sentences(["Ask about Bergen. ", why]), all);
        assert_eq!(sentences(["Why?", "Due today"]), "Why? Due today");
        assert_eq!(sentences(["", "Due today"]), "Due today");
        assert_eq!(sentences(["Due today", "Due today"]), "Due today");
        assert_eq!(sentences([]), "");
    }
}
