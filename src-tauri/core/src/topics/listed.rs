//! The topics in use: for completion, and for the list in which they are renamed.

use super::{Stance, TopicId, TopicListed, TopicsFound, topic_rows};
use crate::book::Book;
use crate::counts::count32;
use crate::error::Result;
use crate::find_words::{Ways, has_all, typed_words};
use crate::fold::fold;
use crate::store::Tx;

/// The most names that say who offers a topic.
const MOST_NAMED: u32 = 2;

impl Book {
    /// The topics in use that have the typed words, those first that begin with the text; without text all, by name.
    /// At most `limit` (1–1000) are listed.
    ///
    /// # Errors
    /// Storage errors.
    pub fn topics_find(&self, text: &str, limit: u32) -> Result<TopicsFound> {
        let limit = limit.clamp(1, 1_000) as usize;
        let typed = typed_words(text);
        self.read(|tx| {
            let all = topic_rows::with_words(tx, &[], None)?.into_iter();
            let all = all.map(|topic| (topic.id, topic.name)).collect();
            let mut found = fitting(all, text, &typed);
            let total = count32(found.len());
            found.truncate(limit);
            let rows = found.into_iter().map(|(id, topic)| listed(tx, id, topic));
            Ok(TopicsFound {
                rows: rows.collect::<Result<_>>()?,
                total,
            })
        })
    }
}

/// Those with the typed words, the ones that begin with the text first.
fn fitting(all: Vec<(TopicId, String)>, text: &str, typed: &[Ways]) -> Vec<(TopicId, String)> {
    let start = fold(text.trim());
    let begins = |name: &str| fold(name).starts_with(&start);
    let has = all
        .into_iter()
        .filter(|(_, name)| begins(name) || (!typed.is_empty() && has_all(name, typed)));
    let (mut first, others): (Vec<_>, Vec<_>) = has.partition(|(_, name)| begins(name));
    first.extend(others);
    first
}

fn listed(tx: &Tx<'_>, id: TopicId, topic: String) -> Result<TopicListed> {
    let people = topic_rows::count(tx, id)?;
    let mine = topic_rows::my_stances(tx, id)?;
    let offering = topic_rows::people(tx, id, Stance::Offers, None, MOST_NAMED + 1)?;
    let names: Vec<&str> = offering.iter().map(|person| person.name.as_str()).collect();
    let words = match (mine.contains(&Stance::Offers), names.as_slice()) {
        (true, []) => "you offer it".to_owned(),
        (false, [one]) => format!("{one} offers it"),
        (false, [one, other]) => format!("{one}, {other} offer it"),
        _ if people == 0 => "yours".to_owned(),
        _ if people == 1 => "1 person".to_owned(),
        _ => format!("{people} people"),
    };
    Ok(TopicListed {
        topic,
        people,
        mine: !mine.is_empty(),
        words,
    })
}
