//! Cards as text, for comparison.

use crate::vcard::contents::{Contents, Field, Photo};
use crate::vcard::{CardKind, CardOrUnreadable, Limits, Text, cards};

/// All cards and unreadable stretches of a file.
pub(super) fn file(bytes: &[u8]) -> String {
    let text = Text::decode(bytes);
    let found = cards(&text, &Limits::default()).map(|found| match found {
        CardOrUnreadable::Card(card) => {
            let kind = if card.kind == CardKind::Individual {
                String::new()
            } else {
                format!("{:?} ", card.kind)
            };
            format!("{kind}{}", contents(&card.contents()))
        }
        CardOrUnreadable::Unreadable(bad) => format!("line {}: {}", bad.line, bad.reason),
    });
    found.collect::<Vec<_>>().join(" + ")
}

/// The contents as one line: `FN Ada | TEL <Mobile>* +45 12`. The label is in brackets; a star marks a
/// preferred field.
pub(super) fn contents(c: &Contents) -> String {
    let mut all = Vec::new();
    let texts = |all: &mut Vec<String>, name: &str, fields: &[Field<String>]| {
        all.extend(fields.iter().map(|f| field(name, f, &f.value)));
    };
    texts(&mut all, "FN", c.formatted_name.as_slice());
    for f in c.name.iter() {
        let n = &f.value;
        let parts = [&n.family, &n.given, &n.additional, &n.prefix, &n.suffix].map(String::as_str);
        all.push(field("N", f, parts.join("/").trim_end_matches('/')));
    }
    all.extend(
        c.phonetic
            .iter()
            .map(|f| field("SOUNDS", f, &f.value.spoken())),
    );
    texts(&mut all, "NICK", &c.nicknames);
    texts(&mut all, "EMAIL", &c.emails);
    texts(&mut all, "TEL", &c.phones);
    for f in &c.addresses {
        let a = &f.value;
        let parts = [
            &a.po_box,
            &a.extended,
            &a.street,
            &a.locality,
            &a.region,
            &a.postal_code,
            &a.country,
        ];
        all.push(field("ADR", f, &parts.map(String::as_str).join("/")));
    }
    texts(&mut all, "LINK", &c.links);
    texts(&mut all, "CHAT", &c.chats);
    all.extend(
        c.organisations
            .iter()
            .map(|f| field("ORG", f, &f.value.join("/"))),
    );
    texts(&mut all, "TITLE", &c.titles);
    texts(&mut all, "ROLE", &c.roles);
    for f in &c.dates {
        let d = &f.value;
        let part = |p: Option<u8>| p.map_or("?".to_owned(), |p| p.to_string());
        let year = d.year.map_or("?".to_owned(), |y| y.to_string());
        all.push(field(
            &format!("{:?}", d.kind),
            f,
            &format!("{year}-{}-{}", part(d.month), part(d.day)),
        ));
    }
    texts(&mut all, "NOTE", &c.notes);
    all.extend(
        c.categories
            .iter()
            .map(|f| field("TAGS", f, &f.value.join("/"))),
    );
    all.extend(c.photo.iter().map(|f| match &f.value {
        Photo::Inline => field("PHOTO", f, "inline"),
        Photo::Url(url) => field("PHOTO", f, url),
    }));
    for f in &c.related {
        let r = &f.value;
        let who = r.text.as_ref().or(r.uid.as_ref()).unwrap();
        all.push(field(
            "KNOWS",
            f,
            &format!("{who} as {}", r.kind.as_deref().unwrap_or("?")),
        ));
    }
    texts(&mut all, "UID", c.uid.as_slice());
    texts(&mut all, "MEMBER", &c.members);
    all.join(" | ")
}

fn field<T>(name: &str, field: &Field<T>, value: &str) -> String {
    let star = if field.preference.is_some() { "*" } else { "" };
    let label = field
        .label
        .as_ref()
        .map(|l| format!(" <{l}>"))
        .unwrap_or_default();
    format!("{name}{label}{star} {}", value.replace('\n', "⏎"))
}
