//! "met ana at nordic lab days": besides a talk, it may be an event at which one met people.

use super::lines::{Line, Lines, in_capitals};
use super::{Intent, phrasing};
use crate::channel::Channel;
use crate::error::Result;
use crate::events::{EventSaid, event_meant};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;

/// Words before the name of a place that everybody has: "the office" is no event.
const BEFORE: [&str; 9] = ["the", "a", "an", "my", "his", "her", "their", "our", "your"];

/// Adds the line that writes the event down: before the talk where the book knows the event, else behind it.
pub(super) fn with_event(tx: &Tx<'_>, text: &str, mut lines: Lines, now: &Moment) -> Result<Lines> {
    if lines.question.is_some() || lines.refusal.is_some() || !tells_of_meeting(text) {
        return Ok(lines);
    }
    let Some(first) = lines.lines.first() else {
        return Ok(lines);
    };
    let Intent::Log { talk } = &first.intent else {
        return Ok(lines);
    };
    let is_meeting = talk.channel == Channel::InPerson && talk.title.is_empty() && !talk.attempt;
    let Some(place) = place_of(&talk.note).filter(|_| is_meeting && !talk.people.is_empty()) else {
        return Ok(lines);
    };
    let Some(meant) = event_meant(tx, &in_capitals(place), &talk.when, now)? else {
        return Ok(lines);
    };
    if !meant.is_known && !is_name(place) {
        return Ok(lines);
    }
    let names = talk
        .people
        .iter()
        .map(|id| Ok(person_rows::get(tx, *id)?.name.display))
        .collect::<Result<Vec<String>>>()?;
    let names = phrasing::together(&names);
    let line = Line {
        intent: Intent::Event {
            said: EventSaid {
                name: meant.name.clone(),
                when: talk.when.clone(),
                people: talk.people.clone(),
            },
        },
        words: format!("Met {names} at {}", meant.name),
        details: meant.details,
        done: format!("Wrote down that you met {names} at {}", meant.name),
        people: first.people.clone(),
        parts: first.parts.clone(),
    };
    lines.lines.insert(usize::from(!meant.is_known), line);
    Ok(lines)
}

fn tells_of_meeting(text: &str) -> bool {
    let words = text.split_whitespace().take(2);
    let mut words = words.map(str::to_lowercase);
    words.any(|word| word == "met")
}

/// The place of a note that says nothing else: "at nordic lab days".
fn place_of(note: &str) -> Option<&str> {
    let place = note.strip_prefix("at ")?.trim();
    let is_one = !place.is_empty() && !place.contains(['.', ',', ';', ':', '\n', '“', '”']);
    is_one.then_some(place)
}

/// Whether a place may be the name of an event: it has two words, besides one that points to a place one knows.
fn is_name(place: &str) -> bool {
    let mut words: Vec<&str> = place.split_whitespace().collect();
    if words
        .first()
        .is_some_and(|word| BEFORE.contains(&word.to_lowercase().as_str()))
    {
        words.remove(0);
    }
    (2..=8).contains(&words.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_name_of_an_event_where_it_may_be_one() {
        for (note, place) in [
            ("at nordic lab days", Some("nordic lab days")),
            ("at the office", Some("the office")),
            ("at the fair. She knows Ben", None),
            ("about the grant", None),
            ("at ", None),
        ] {
            assert_eq!(place_of(note), place, "{note}");
        }
        assert!(is_name("nordic lab days") && is_name("the autumn fair"));
        assert!(!is_name("the office") && !is_name("lunch") && !is_name("a"));
        assert!(tells_of_meeting("I met ana") && !tells_of_meeting("metal"));
    }
}
