//! The parts of a template that are filled from the book, by the words that stand for them. Pure.

use serde::{Deserialize, Serialize};

/// A part of a template that is filled from the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DraftPart {
    /// Their first name.
    FirstName,
    /// The user's name.
    MyName,
    /// Where they work now.
    Organisation,
    /// A role that began lately.
    NewRole,
    /// Since when: "1 March".
    NewRoleSince,
    /// When both last talked: "yesterday", "on 9 March".
    LastTalk,
    /// Somebody whom both know.
    InCommon,
    /// An interest of theirs that the user offers, looks for or knows about too.
    SharedInterest,
    /// What they look for.
    LooksFor,
    /// What the user offers of it.
    IOffer,
    /// What somebody else offers of it.
    OthersOffer,
    /// What they gave last.
    Gave,
    /// Something kept to share with them.
    ToShare,
    /// The link of it.
    ToShareLink,
    /// What the user promised them and has not kept yet.
    IPromised,
    /// What they promised the user.
    TheyPromised,
    /// What they do: "Founder at Pelagic Sensing".
    TheirWork,
    /// Of an introduction, the other person: who they meet, or whom the user wants to meet.
    OtherName,
    /// The first name of the other person.
    OtherFirstName,
    /// What the other person does.
    OtherWork,
    /// Why they are introduced.
    IntroductionWhy,
    /// On a way with two between, who stands between them and the other person.
    Between,
    /// Whom they ask: who stands between, or the other person.
    AskedByThem,
    /// Whom the user wants to meet, as they say it to whom they ask: "you", or the other person.
    MeetWhom,
    /// The event at which both met first.
    WhereWeMet,
    /// The last event at which they were, of the last weeks.
    LastEvent,
    /// What the user noted about them at that event.
    NotedThere,
    /// When the user asked about an introduction: "On 1 March".
    AskedOn,
}

/// The place on a person's page that a part is from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DraftSource {
    /// A job.
    Role,
    /// The last talk.
    LastTalk,
    /// What they look for.
    Match,
    /// An interest.
    Interest,
    /// An entry of give and take.
    Lent,
    /// A thing to share.
    Share,
    /// A promise of mine.
    Promise,
    /// A promise of theirs.
    Answer,
    /// How both met.
    Met,
    /// An event.
    Event,
}

/// Each part and the words for it in a template: as a list, and as a `match` that no part is missing from.
macro_rules! words {
    ($($part:ident: $words:literal,)+) => {
        pub(super) const WORDS: &[(DraftPart, &str)] = &[$((DraftPart::$part, $words)),+];

        impl DraftPart {
            const fn words(self) -> &'static str {
                match self {
                    $(Self::$part => $words,)+
                }
            }
        }
    };
}

words! {
    FirstName: "first name",
    MyName: "my name",
    Organisation: "organisation",
    NewRole: "new role",
    NewRoleSince: "since when",
    LastTalk: "when we talked",
    InCommon: "whom we both know",
    SharedInterest: "shared interest",
    LooksFor: "what they look for",
    IOffer: "what I offer",
    OthersOffer: "what somebody I know offers",
    Gave: "what they gave",
    ToShare: "something to share",
    ToShareLink: "its link",
    IPromised: "what I promised",
    TheyPromised: "what they promised",
    TheirWork: "what they do",
    OtherName: "the other person",
    OtherFirstName: "the other’s first name",
    OtherWork: "what the other does",
    IntroductionWhy: "why",
    Between: "who is between",
    AskedByThem: "whom they ask",
    MeetWhom: "whom I want to meet",
    WhereWeMet: "where we met",
    LastEvent: "where we last met",
    NotedThere: "what I noted there",
    AskedOn: "when I asked",
}

impl DraftPart {
    fn named(words: &str) -> Option<Self> {
        let words = words.trim();
        let mut parts = WORDS.iter().map(|(part, _)| *part);
        parts.find(|part| part.words().eq_ignore_ascii_case(words))
    }
}

/// A stretch of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Stretch {
    Text(String),
    Part(DraftPart),
}

/// What is wrong with a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum NoTemplate {
    /// In braces stands what is no part.
    Unknown(String),
    /// A brace stands alone.
    Brace,
}

/// The stretches of a template, in which parts stand in braces: "Dear {first name},".
pub(super) fn stretches(template: &str) -> Result<Vec<Stretch>, NoTemplate> {
    let mut found = Vec::new();
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        let (text, after) = rest.split_at(at);
        let Some(inside) = after.strip_prefix('{') else {
            return Err(NoTemplate::Brace);
        };
        let (name, after) = inside.split_once('}').ok_or(NoTemplate::Brace)?;
        if name.contains('{') {
            return Err(NoTemplate::Brace);
        }
        let part = DraftPart::named(name).ok_or_else(|| NoTemplate::Unknown(name.to_owned()))?;
        if !text.is_empty() {
            found.push(Stretch::Text(text.to_owned()));
        }
        found.push(Stretch::Part(part));
        rest = after;
    }
    if !rest.is_empty() {
        found.push(Stretch::Text(rest.to_owned()));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_stand_in_braces() {
        assert_eq!(
            stretches("Dear {first name}, hello").unwrap(),
            [
                Stretch::Text("Dear ".to_owned()),
                Stretch::Part(DraftPart::FirstName),
                Stretch::Text(", hello".to_owned()),
            ]
        );
        assert_eq!(
            stretches("{ First Name }").unwrap(),
            [Stretch::Part(DraftPart::FirstName)]
        );
        assert_eq!(stretches("").unwrap(), []);
    }

    #[test]
    fn what_is_no_part_is_named() {
        let unknown = NoTemplate::Unknown("last name".to_owned());
        assert_eq!(stretches("Dear {last name},"), Err(unknown));
        for alone in [
            "Dear {first name",
            "Dear } you",
            "{{first name}}",
            "{a {first name}",
        ] {
            assert_eq!(stretches(alone), Err(NoTemplate::Brace), "{alone}");
        }
    }

    #[test]
    fn every_part_has_words_of_its_own() {
        for (part, _) in WORDS {
            assert_eq!(DraftPart::named(part.words()), Some(*part));
        }
    }
}
