//! How lines say what is done. Pure.

use crate::channel::Channel;
use crate::letters::capital;

/// "Log lunch with Ana, and promise Ana: …": words of lines that are done together.
pub(super) fn one_after_another(words: &[String]) -> String {
    const VERBS: [&str; 5] = ["Log ", "Promise ", "Write ", "Note ", "Next "];
    let within = |words: &String| {
        let is_verb = VERBS.iter().any(|verb| words.starts_with(verb));
        let mut letters = words.chars();
        match letters.next() {
            Some(first) if is_verb => format!("{}{}", first.to_lowercase(), letters.as_str()),
            _ => words.clone(),
        }
    };
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first, middle @ .., last] => {
            let mut all = vec![first.clone()];
            all.extend(middle.iter().map(within));
            format!("{}, and {}", all.join(", "), within(last))
        }
    }
}

/// "a phone call"; a title says it better.
pub(super) fn talk(channel: Channel, title: &str) -> String {
    match (title, channel) {
        ("A bite to eat", _) => "a bite to eat".to_owned(),
        (
            "Coffee" | "Lunch" | "Dinner" | "Breakfast" | "Brunch" | "Supper" | "Tea" | "Drinks"
            | "Beer" | "Wine",
            _,
        ) => title.to_lowercase(),
        (title, _) if !title.is_empty() => {
            let title = title.to_lowercase();
            let article =
                if title.starts_with(['a', 'e', 'i', 'o', 'u']) && !title.starts_with("one") {
                    "an"
                } else {
                    "a"
                };
            format!("{article} {title}")
        }
        (_, Channel::InPerson) => "a meeting".to_owned(),
        (_, Channel::Video) => "a video call".to_owned(),
        (_, Channel::Phone) => "a phone call".to_owned(),
        (_, Channel::Email) => "an email".to_owned(),
        (_, Channel::Chat) => "a chat".to_owned(),
        (_, Channel::Text) => "a text message".to_owned(),
        (_, Channel::Social) => "a message on social media".to_owned(),
        (_, Channel::NotSaid) => "a conversation".to_owned(),
    }
}

/// The channel where the title does not say it: "in person".
pub(super) fn channel(channel: Channel) -> Option<&'static str> {
    match channel {
        Channel::InPerson => Some("in person"),
        Channel::Video => Some("by video"),
        Channel::Phone => Some("by phone"),
        Channel::Email => Some("by email"),
        Channel::Chat => Some("by chat"),
        Channel::Text => Some("by text message"),
        Channel::Social => Some("on social media"),
        Channel::NotSaid => None,
    }
}

/// "tried to reach Ben by phone".
pub(super) fn attempt(by: Channel, names: &str) -> String {
    match channel(by) {
        Some(how) => format!("tried to reach {names} {how}"),
        None => format!("tried to reach {names}"),
    }
}

/// What a planned check-in is for: "Lunch", "Call about the grant".
pub(super) fn reason(channel: Channel, title: &str, verb: &str, note: &str) -> String {
    let what = match channel {
        _ if !title.is_empty() => title,
        Channel::InPerson => "Meet",
        Channel::Video => "Video call",
        Channel::Phone => "Call",
        Channel::Email => "Email",
        Channel::Chat => "Chat",
        Channel::Text => "Text message",
        Channel::Social => "Message on social media",
        Channel::NotSaid => verb,
    };
    let what = capital(what);
    let what = what.as_str();
    let goes_on = ["about ", "re ", "regarding ", "to ", "because "]
        .iter()
        .any(|word| note.starts_with(word));
    match (what, note) {
        ("", note) => capital(note),
        (what, "") => what.to_owned(),
        (what, note) if goes_on => format!("{what} {note}"),
        (what, note) => format!("{what}: {note}"),
    }
}

/// "20 minutes", "1 hour 15 minutes".
pub(super) fn length(minutes: u32) -> String {
    let unit = |count: u32, one: &str| match count {
        1 => format!("1 {one}"),
        _ => format!("{count} {one}s"),
    };
    match (minutes / 60, minutes % 60) {
        (0, rest) => unit(rest, "minute"),
        (hours, 0) => unit(hours, "hour"),
        (hours, rest) => format!("{} {}", unit(hours, "hour"), unit(rest, "minute")),
    }
}

/// "every 30 days", "every week".
pub(super) fn rhythm(days: u32) -> String {
    match days {
        1 => "every day".to_owned(),
        7 => "every week".to_owned(),
        _ if days.is_multiple_of(7) && days < 70 => format!("every {} weeks", days / 7),
        _ => format!("every {days} days"),
    }
}

/// The first word of a name.
pub(super) fn first(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}
