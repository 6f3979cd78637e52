//! "met ana at nordic lab days": besides a talk, it may be an event at which one met people.

use super::Intent;
use super::lines::{Line, Lines, in_capitals};
use crate::channel::Channel;
use crate::error::Result;
use crate::events::{EventSaid, GuestWho, event_meant};
use crate::ids::PersonId;
use crate::letters::{listed, sentence};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::Tx;

/// Words before the name of a place that everybody has: "the office" is no event.
const BEFORE: [&str; 9] = ["the", "a", "an", "my", "his", "her", "their", "our", "your"];

/// Somebody whom the user met at an event.
pub(super) enum Met {
    /// A person of the book, and their name.
    Known(PersonId, String),
    /// The name of somebody new, who is added.
    New(String),
}

impl Met {
    fn name(&self) -> &str {
        match self {
            Self::Known(_, name) | Self::New(name) => name,
        }
    }

    fn guest(&self) -> GuestWho {
        match self {
            Self::Known(id, _) => GuestWho::Known(*id),
            Self::New(name) => GuestWho::New(name.clone()),
        }
    }
}

/// Adds the line that writes the event down: before the talk where the book knows the event, else behind it.
pub(super) fn with_event(tx: &Tx<'_>, text: &str, mut lines: Lines, now: &Moment) -> Result<Lines> {
    if lines.question.is_some() || lines.refusal.is_some() {
        return Ok(lines);
    }
    let Some(first) = lines.lines.first() else {
        return Ok(lines);
    };
    let Intent::Log { talk } = &first.intent else {
        return Ok(lines);
    };
    let people = talk.people.iter().map(|id| {
        let name = person_rows::get(tx, *id)?.name.display;
        Ok(Met::Known(*id, name))
    });
    let people = people.collect::<Result<Vec<Met>>>()?;
    if let Some((line, is_known)) = event_line(tx, text, first, &people, now)? {
        lines.lines.insert(usize::from(!is_known), line);
    }
    Ok(lines)
}

/// The line that writes down that these people were met at the event of a talk, and whether the book knows the event;
/// `None` where the talk tells of none. `talk`: the line that logs it.
pub(super) fn event_line(
    tx: &Tx<'_>,
    text: &str,
    talk: &Line,
    people: &[Met],
    now: &Moment,
) -> Result<Option<(Line, bool)>> {
    let line = talk;
    let (Intent::Log { talk }
    | Intent::Add {
        talk: Some(talk), ..
    }) = &line.intent
    else {
        return Ok(None);
    };
    let is_meeting = talk.channel == Channel::InPerson && talk.title.is_empty() && !talk.attempt;
    let is_meeting = is_meeting && tells_of_meeting(text) && !people.is_empty();
    let Some(place) = place_of(&talk.note).filter(|_| is_meeting) else {
        return Ok(None);
    };
    let Some(meant) = event_meant(tx, &in_capitals(place), &talk.when, now)? else {
        return Ok(None);
    };
    if !meant.is_known && !is_name(place) {
        return Ok(None);
    }
    let names: Vec<String> = people.iter().map(|met| met.name().to_owned()).collect();
    let names = listed(&names);
    let new = people.iter().filter(|met| matches!(met, Met::New(_)));
    let new: Vec<String> = new.map(|met| met.name().to_owned()).collect();
    let added = match new.is_empty() {
        true => String::new(),
        false => format!("{} ", sentence(format!("Adds {}", listed(&new)))),
    };
    let line = Line {
        intent: Intent::Event {
            said: EventSaid {
                name: meant.name.clone(),
                when: talk.when.clone(),
                people: people.iter().map(Met::guest).collect(),
            },
        },
        words: format!("Met {names} at {}", meant.name),
        details: format!("{added}{}", meant.details),
        done: format!("Wrote down that you met {names} at {}", meant.name),
        people: line.people.clone(),
        parts: line.parts.clone(),
    };
    Ok(Some((line, meant.is_known)))
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
