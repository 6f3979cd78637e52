//! The label of a field, as the page shows it.

use std::borrow::Cow;

use crate::vcard::{Card, Param, Property};

/// The labels of groups: `item1.X-ABLabel:Cabin` is the label of every property in the group item1.
pub(super) struct GroupLabels<'a>(Vec<(Cow<'a, str>, String)>);

impl<'a> GroupLabels<'a> {
    pub(super) fn of(card: &Card<'a>) -> Self {
        let labels = card
            .properties
            .iter()
            .filter(|p| p.raw().contains(&b'.') && p.is("X-ABLABEL"));
        Self(
            labels
                .filter_map(|p| Some((p.group()?, unwrap(p.text().trim()).to_owned())))
                .filter(|(_, label)| !label.is_empty())
                .collect(),
        )
    }

    /// The label of the property's group.
    pub(super) fn get(&self, property: &Property<'_>) -> Option<&str> {
        if self.0.is_empty() {
            return None;
        }
        let group = property.group()?;
        self.0
            .iter()
            .find(|(g, _)| g.eq_ignore_ascii_case(&group))
            .map(|(_, label)| label.as_str())
    }
}

/// Unwraps Apple's built-in labels, written `_$!<Spouse>!$_`.
fn unwrap(label: &str) -> &str {
    match label
        .strip_prefix("_$!<")
        .and_then(|l| l.strip_suffix(">!$_"))
    {
        Some("HomePage") => "Home page",
        Some("HomeFAX") => "Home fax",
        Some("WorkFAX") => "Work fax",
        Some(own) => own,
        None => label,
    }
}

/// Words of TYPE that are never shown as a label.
const HIDDEN_TYPES: [&str; 32] = [
    "pref",
    "voice",
    "msg",
    "internet",
    "x400",
    "postal",
    "parcel",
    "dom",
    "intl",
    "text",
    "video",
    "textphone",
    "pcs",
    "bbs",
    "modem",
    "isdn",
    "uri",
    "url",
    "jpeg",
    "png",
    "gif",
    "date",
    "iphone-pref",
    "smtp",
    "tlx",
    "email",
    "tel",
    "adr",
    "org",
    "preferred",
    "home_preferred",
    "x-irmc-n",
];

/// The label from the TYPE parameters: "Work", "Mobile", "Home fax", or the first unknown word.
pub(super) fn from_types(params: &[Param<'_>]) -> Option<String> {
    let mut custom = None;
    let mut seen = Seen::default();
    for param in params
        .iter()
        .filter(|p| p.name.eq_ignore_ascii_case("TYPE") || p.name.eq_ignore_ascii_case("X-TYPE"))
    {
        let word = param.value.trim();
        if !seen.note(word) && is_shown(word) {
            custom = custom.or_else(|| capital(word));
        }
    }
    seen.label().or(custom)
}

/// Whether the word of TYPE is shown as a label.
pub(super) fn is_shown(word: &str) -> bool {
    !HIDDEN_TYPES.iter().any(|n| word.eq_ignore_ascii_case(n))
}

/// The words of TYPE that have a label of Kith's own.
#[derive(Default)]
struct Seen {
    home: bool,
    work: bool,
    device: Option<&'static str>,
    other: bool,
}

impl Seen {
    fn note(&mut self, word: &str) -> bool {
        let is = |known: &str| word.eq_ignore_ascii_case(known);
        let device = if is("cell") || is("mobile") {
            "mobile"
        } else if is("iphone") {
            "iPhone"
        } else if is("fax") || is("facsimile") {
            "fax"
        } else if is("pager") {
            "pager"
        } else if is("main") {
            "main"
        } else if is("car") {
            "car"
        } else {
            self.home |= is("home");
            self.work |= is("work") || is("business");
            self.other |= is("other");
            return is("home") || is("work") || is("business") || is("other");
        };
        if self.device != Some("fax") {
            self.device = Some(device);
        }
        true
    }

    fn label(&self) -> Option<String> {
        let place = match (self.work, self.home) {
            (true, _) => Some("Work"),
            (_, true) => Some("Home"),
            _ => None,
        };
        match (place, self.device) {
            (Some("Home"), Some("mobile")) => Some("Mobile".to_owned()),
            (Some(place), Some(device)) => Some(format!("{place} {device}")),
            (Some(place), None) => Some(place.to_owned()),
            (None, Some("iPhone")) => Some("iPhone".to_owned()),
            (None, Some(device)) => capital(device),
            (None, None) => self.other.then(|| "Other".to_owned()),
        }
    }
}

/// A word for display: `X-FISHING` becomes "Fishing". A word in mixed case is kept.
pub(super) fn capital(word: &str) -> Option<String> {
    let word = word
        .strip_prefix("X-")
        .or_else(|| word.strip_prefix("x-"))
        .unwrap_or(word);
    let mixed = word.chars().any(char::is_lowercase) && word.chars().any(char::is_uppercase);
    if mixed {
        return Some(word.to_owned());
    }
    let mut chars = word.chars();
    let first = chars.next()?;
    Some(
        first
            .to_uppercase()
            .chain(chars.flat_map(char::to_lowercase))
            .collect(),
    )
}

/// How much the parameters prefer the property: 1 for TYPE=PREF and a bare PREF, else the number of PREF.
/// `None` where they say nothing.
pub(super) fn preference(params: &[Param<'_>]) -> Option<u8> {
    let said = params.iter().filter_map(|p| {
        if p.name.eq_ignore_ascii_case("TYPE") {
            return p.value.eq_ignore_ascii_case("pref").then_some(1);
        }
        if !p.name.eq_ignore_ascii_case("PREF") {
            return None;
        }
        match p.value.trim() {
            "" => Some(1),
            number => number.parse::<u8>().ok().filter(|n| (1..=100).contains(n)),
        }
    });
    said.min()
}
