//! A strict checker of vCard 4.0 by RFC 6350, written apart from the code that writes, and the cards that
//! must pass it.

use std::collections::BTreeMap;

use super::fixtures;
use crate::vcard::{
    CardOrUnreadable, Limits, NewProperty, NewValue, Text, cards, to_version_4, write_new,
};

/// The faults of a file of cards in 4.0, each with its line.
pub(super) fn faults(file: &[u8]) -> Vec<String> {
    let mut faults = Vec::new();
    let Ok(text) = std::str::from_utf8(file) else {
        return vec!["not UTF-8".to_owned()];
    };
    if !text.is_empty() && !text.ends_with("\r\n") {
        faults.push("the last line has no CRLF".to_owned());
    }
    if text.replace("\r\n", "").contains(['\r', '\n']) {
        faults.push("a line break that is no CRLF".to_owned());
    }
    for line in text.split("\r\n").filter(|line| line.len() > 75) {
        faults.push(format!("a line of {} octets: {line:.40}", line.len()));
    }
    let unfolded = text.replace("\r\n ", "").replace("\r\n\t", "");
    let mut card: Option<Vec<Line<'_>>> = None;
    for line in unfolded.split_terminator("\r\n") {
        match (line, &mut card) {
            ("BEGIN:VCARD", None) => card = Some(Vec::new()),
            ("END:VCARD", Some(_)) => of_card(&card.take().unwrap_or_default(), &mut faults),
            (line, Some(lines)) => match Line::of(line) {
                Ok(line) => lines.push(line),
                Err(why) => faults.push(format!("{why}: {line:.80}")),
            },
            (line, None) => faults.push(format!("outside a card: {line:.40}")),
        }
    }
    if card.is_some() {
        faults.push("no END".to_owned());
    }
    faults
}

struct Line<'a> {
    name: String,
    params: Vec<(String, String)>,
    value: &'a str,
}

impl<'a> Line<'a> {
    fn of(line: &'a str) -> Result<Self, String> {
        if line.chars().any(|c| c.is_ascii_control() && c != '\t') {
            return Err("a control character".to_owned());
        }
        let mut quoted = false;
        let colon = line
            .char_indices()
            .find(|(_, c)| {
                quoted ^= *c == '"';
                *c == ':' && !quoted
            })
            .ok_or("no colon")?
            .0;
        let (head, value) = (&line[..colon], &line[colon + 1..]);
        let mut pieces = split(head, ';');
        let full = pieces.remove(0);
        let name = match full.split_once('.') {
            Some((group, name)) if is_token(group) => name,
            Some(_) => return Err("a group with odd characters".to_owned()),
            None => full,
        };
        if !is_token(name) {
            return Err("a name with odd characters".to_owned());
        }
        let params = pieces
            .into_iter()
            .map(param)
            .collect::<Result<Vec<_>, String>>()?;
        Ok(Self {
            name: name.to_ascii_uppercase(),
            params,
            value,
        })
    }

    fn param(&self, name: &str) -> Option<&str> {
        let found = self.params.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }
}

fn split(text: &str, separator: char) -> Vec<&str> {
    let mut quoted = false;
    text.split(|c| {
        quoted ^= c == '"';
        c == separator && !quoted
    })
    .collect()
}

fn param(piece: &str) -> Result<(String, String), String> {
    let (name, value) = piece
        .split_once('=')
        .ok_or_else(|| format!("a parameter without a name, {piece}"))?;
    if !is_token(name) {
        return Err(format!("a parameter named {name}"));
    }
    for one in split(value, ',') {
        let inner = one.strip_prefix('"').and_then(|v| v.strip_suffix('"'));
        let plain = inner.unwrap_or(one);
        let safe = inner.is_some() || !plain.contains([':', ';']);
        if !safe || plain.contains('"') {
            return Err(format!("a parameter value that needs quotes, {piece}"));
        }
    }
    Ok((name.to_ascii_uppercase(), value.replace('"', "")))
}

fn is_token(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Property, value types (the first is the one without VALUE), parameters, at most once.
type Known = (&'static str, &'static str, &'static str, bool);

/// RFC 6350, 6.1 to 6.9.
const KNOWN: &[Known] = &[
    ("SOURCE", "uri", "PID PREF ALTID MEDIATYPE", false),
    ("KIND", "word", "", true),
    ("XML", "text", "ALTID", false),
    ("FN", "text", "TYPE LANGUAGE ALTID PID PREF", false),
    ("N", "parts5", "SORT-AS LANGUAGE ALTID", true),
    ("NICKNAME", "list", "TYPE LANGUAGE ALTID PID PREF", false),
    ("PHOTO", "uri", "ALTID TYPE MEDIATYPE PREF PID", false),
    ("BDAY", "date text", "LANGUAGE ALTID CALSCALE", true),
    ("ANNIVERSARY", "date text", "ALTID CALSCALE", true),
    ("GENDER", "gender", "", true),
    (
        "ADR",
        "parts7",
        "LABEL LANGUAGE GEO TZ ALTID PID PREF TYPE",
        false,
    ),
    ("TEL", "text uri", "TYPE PID PREF ALTID MEDIATYPE", false),
    ("EMAIL", "text", "PID PREF TYPE ALTID", false),
    ("IMPP", "uri", "PID PREF TYPE MEDIATYPE ALTID", false),
    ("LANG", "language", "PID PREF ALTID TYPE", false),
    (
        "TZ",
        "text uri utc-offset",
        "ALTID PID PREF TYPE MEDIATYPE",
        false,
    ),
    ("GEO", "geo", "PID PREF TYPE MEDIATYPE ALTID", false),
    ("TITLE", "text", "LANGUAGE PID PREF ALTID TYPE", false),
    ("ROLE", "text", "LANGUAGE PID PREF ALTID TYPE", false),
    (
        "LOGO",
        "uri",
        "LANGUAGE PID PREF TYPE MEDIATYPE ALTID",
        false,
    ),
    (
        "ORG",
        "parts",
        "SORT-AS LANGUAGE PID PREF ALTID TYPE",
        false,
    ),
    ("MEMBER", "uri", "PID PREF ALTID MEDIATYPE", false),
    (
        "RELATED",
        "uri text",
        "MEDIATYPE LANGUAGE PID PREF ALTID TYPE",
        false,
    ),
    ("CATEGORIES", "list", "PID PREF TYPE ALTID", false),
    ("NOTE", "text", "LANGUAGE PID PREF TYPE ALTID", false),
    ("PRODID", "text", "", true),
    ("REV", "timestamp", "", true),
    (
        "SOUND",
        "uri",
        "LANGUAGE PID PREF TYPE MEDIATYPE ALTID",
        false,
    ),
    ("UID", "uri text", "", true),
    ("CLIENTPIDMAP", "any", "", false),
    ("URL", "uri", "PID PREF TYPE MEDIATYPE ALTID", false),
    ("KEY", "uri text", "PID PREF ALTID TYPE MEDIATYPE", false),
    ("FBURL", "uri", "PID PREF TYPE MEDIATYPE ALTID", false),
    ("CALADRURI", "uri", "PID PREF TYPE MEDIATYPE ALTID", false),
    ("CALURI", "uri", "PID PREF TYPE MEDIATYPE ALTID", false),
    // RFC 6474, 6715, 8605 and 9554.
    ("BIRTHPLACE", "text uri", "LANGUAGE ALTID", true),
    ("DEATHPLACE", "text uri", "LANGUAGE ALTID", true),
    ("DEATHDATE", "date text", "LANGUAGE ALTID CALSCALE", true),
    ("EXPERTISE", "text", "TYPE LANGUAGE ALTID PID PREF", false),
    ("HOBBY", "text", "TYPE LANGUAGE ALTID PID PREF", false),
    ("INTEREST", "text", "TYPE LANGUAGE ALTID PID PREF", false),
    (
        "ORG-DIRECTORY",
        "uri",
        "PID PREF TYPE MEDIATYPE ALTID",
        false,
    ),
    ("CONTACT-URI", "uri", "PID PREF TYPE MEDIATYPE ALTID", false),
    ("CREATED", "timestamp", "", true),
    ("GRAMGENDER", "word", "LANGUAGE", false),
    ("LANGUAGE", "language", "", true),
    ("PRONOUNS", "text", "LANGUAGE PREF TYPE ALTID PID", false),
    (
        "SOCIALPROFILE",
        "uri text",
        "PID PREF TYPE ALTID MEDIATYPE LANGUAGE",
        false,
    ),
    ("JSPROP", "text", "", false),
];

/// Parameters of later RFCs (6715, 9554, 9555).
const LATER: &str = "LEVEL INDEX AUTHOR AUTHOR-NAME CREATED DERIVED PHONETIC PROP-ID SCRIPT SERVICE-TYPE \
    USERNAME JSPTR JSCOMPS CC";
/// Parameters of RFC 6350, which extensions may have.
const ALL: &str = "LANGUAGE PREF ALTID PID TYPE MEDIATYPE CALSCALE SORT-AS GEO TZ LABEL";

fn of_card(lines: &[Line<'_>], faults: &mut Vec<String>) {
    let count = |name: &str| lines.iter().filter(|line| line.name == name).count();
    match lines.first() {
        Some(first)
            if first.name == "VERSION" && first.value == "4.0" && first.params.is_empty() => {}
        _ => faults.push("VERSION:4.0 is not the first property".to_owned()),
    }
    if count("VERSION") != 1 {
        faults.push("not one VERSION".to_owned());
    }
    if count("FN") == 0 {
        faults.push("no FN".to_owned());
    }
    let is_group = lines
        .iter()
        .any(|line| line.name == "KIND" && line.value.eq_ignore_ascii_case("group"));
    if count("MEMBER") > 0 && !is_group {
        faults.push("MEMBER in a card that is no group".to_owned());
    }
    for (name, _, _, once) in KNOWN {
        let all: Vec<_> = lines.iter().filter(|line| line.name == *name).collect();
        let alternatives = all.iter().all(|line| {
            line.param("ALTID").is_some() && line.param("ALTID") == all[0].param("ALTID")
        });
        if *once && all.len() > 1 && !alternatives {
            faults.push(format!("{} times {name}", all.len()));
        }
    }
    for line in lines.iter().filter(|line| line.name != "VERSION") {
        if let Err(why) = of_line(line) {
            faults.push(format!("{}: {why}: {:.80}", line.name, line.value));
        }
    }
}

fn of_line(line: &Line<'_>) -> Result<(), String> {
    let known = KNOWN.iter().find(|(name, ..)| *name == line.name);
    let Some((_, types, params, _)) = known else {
        if !line.name.starts_with("X-") {
            return Err("an unknown property".to_owned());
        }
        params_fit(line, ALL)?;
        return match line.param("VALUE") {
            Some("uri") => value_fits("uri", line.value),
            None | Some("text") => value_fits("free", line.value),
            Some(other) => Err(format!("VALUE={other} of an extension")),
        };
    };
    params_fit(line, params)?;
    let named = line.param("VALUE");
    let mut types = types.split(' ');
    let kind = match named {
        None => types.next(),
        Some("date-and-or-time") => types.find(|kind| *kind == "date"),
        Some(named) => types.find(|kind| *kind == named),
    };
    let kind = kind.ok_or_else(|| format!("VALUE={}", named.unwrap_or_default()))?;
    value_fits(kind, line.value)
}

fn params_fit(line: &Line<'_>, allowed: &str) -> Result<(), String> {
    for (at, (name, value)) in line.params.iter().enumerate() {
        let is_allowed = allowed
            .split(' ')
            .chain(LATER.split(' '))
            .any(|known| known == name);
        if !is_allowed && !name.starts_with("X-") && name != "VALUE" {
            return Err(format!("the parameter {name}"));
        }
        if name != "TYPE" && line.params[..at].iter().any(|(known, _)| known == name) {
            return Err(format!("the parameter {name} twice"));
        }
        let fits = match name.as_str() {
            "PREF" => value.parse::<u8>().is_ok_and(|n| (1..=100).contains(&n)),
            "TYPE" => value.split(',').all(is_token),
            "LANGUAGE" | "CALSCALE" => is_token(value),
            "MEDIATYPE" => value.contains('/'),
            "GEO" => value.starts_with("geo:"),
            "PID" => value.split(',').all(|one| {
                one.split('.').count() <= 2
                    && one
                        .split('.')
                        .all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
            }),
            _ => true,
        };
        if !fits {
            return Err(format!("{name}={value}"));
        }
    }
    Ok(())
}

fn value_fits(kind: &str, value: &str) -> Result<(), String> {
    let fits = match kind {
        "text" => only_escaped(value, "\\,;n"),
        "list" => only_escaped(value, "\\,;n"),
        "free" => escapes_are_known(value),
        "parts5" => escapes_are_known(value) && matches!(parts(value), 5 | 7),
        "parts7" => escapes_are_known(value) && matches!(parts(value), 7 | 18),
        "parts" => escapes_are_known(value),
        "uri" => is_uri(value),
        "geo" => value.starts_with("geo:") && is_uri(value),
        "word" | "language" => is_token(value),
        "utc-offset" => is_offset(value),
        "timestamp" => value.split_once('T').is_some_and(|(date, time)| {
            is_digits(date, 8) && time.len() >= 6 && is_digits(&time[..6], 6) && is_zone(&time[6..])
        }),
        "date" => is_date(value),
        "gender" => {
            let sex = value.split(';').next().unwrap_or_default();
            parts(value) <= 2 && (sex.is_empty() || matches!(sex, "M" | "F" | "O" | "N" | "U"))
        }
        _ => true,
    };
    fits.then_some(()).ok_or_else(|| format!("no {kind}"))
}

/// Whether every backslash escapes something known. In a text a comma and a semicolon are escaped.
fn only_escaped(value: &str, known: &str) -> bool {
    let is_list_or_text = |c: char| c == ';';
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && !chars.next().is_some_and(|c| known.contains(c)) {
            return false;
        }
        if is_list_or_text(c) {
            return false;
        }
    }
    true
}

fn escapes_are_known(value: &str) -> bool {
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        if c == '\\' && !chars.next().is_some_and(|c| "\\,;n".contains(c)) {
            return false;
        }
    }
    true
}

fn parts(value: &str) -> usize {
    value
        .replace("\\\\", "")
        .replace("\\;", "")
        .matches(';')
        .count()
        + 1
}

/// A URI by RFC 3986: a scheme, and only characters that a URI may have.
fn is_uri(value: &str) -> bool {
    let Some((scheme, rest)) = value.split_once(':') else {
        return false;
    };
    let named = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b));
    named
        && !rest.is_empty()
        && rest
            .bytes()
            .all(|b| b.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&b))
}

fn is_digits(text: &str, length: usize) -> bool {
    text.len() == length && text.bytes().all(|b| b.is_ascii_digit())
}

fn is_offset(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']);
    digits.is_some_and(|d| is_digits(d, 2) || is_digits(d, 4))
}

fn is_zone(text: &str) -> bool {
    text.is_empty() || text == "Z" || is_offset(text)
}

/// A date, a time or both (4.3.4).
fn is_date(text: &str) -> bool {
    let (date, time) = match text.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (text, None),
    };
    let day = |text: &str| {
        is_digits(text, 8)
            || text.strip_prefix("---").is_some_and(|d| is_digits(d, 2))
            || text.strip_prefix("--").is_some_and(|d| is_digits(d, 4))
    };
    let shorter = |text: &str| {
        is_digits(text, 4)
            || text.strip_prefix("--").is_some_and(|d| is_digits(d, 2))
            || (text.len() == 7
                && is_digits(&text[..4], 4)
                && &text[4..5] == "-"
                && is_digits(&text[5..], 2))
    };
    match time {
        None => day(date) || shorter(date),
        Some(time) => {
            let at = time.find(['Z', '+', '-']).unwrap_or(time.len());
            let clock = &time[..at];
            let known = is_digits(clock, 2) || is_digits(clock, 4) || is_digits(clock, 6);
            (date.is_empty() || day(date)) && known && is_zone(&time[at..])
        }
    }
}

#[test]
fn every_fixture_is_strict_in_version_4() {
    for (name, bytes) in fixtures() {
        let text = Text::decode(&bytes);
        for found in cards(&text, &Limits::default()) {
            let CardOrUnreadable::Card(card) = found else {
                continue;
            };
            let four = to_version_4(card.raw, &BTreeMap::new(), &[]);
            assert_eq!(
                faults(&four),
                [""; 0],
                "{name}\n{}",
                String::from_utf8_lossy(&four)
            );
            if !card.nested.is_empty() {
                continue;
            }
            let again = to_version_4(&four, &BTreeMap::new(), &[]);
            assert_eq!(
                String::from_utf8_lossy(&again),
                String::from_utf8_lossy(&four),
                "{name}"
            );
        }
    }
}

#[test]
fn the_checker_finds_faults() {
    let of = |line: &str| {
        faults(format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\n{line}\r\nEND:VCARD\r\n").as_bytes())
    };
    for wrong in [
        "LABEL:x",
        "N:a;b",
        "UID:plain",
        "URL:http\\://example.org",
        "NOTE:a\\:b",
        "BDAY:1985-04-12",
        "BDAY:circa 1800",
        "REV:2001-02-03T04:05:06Z",
        "EMAIL;LANGUAGE=en:a@example.org",
        "TEL;HOME:1",
        "TEL;PREF=0:1",
        "TEL;TYPE=my phone:1",
        "GEO:1;2",
        "MEMBER:urn:uuid:1",
        "FN;X=a\"b:c",
        "N:a;b;;;\r\nN:c;d;;;",
        "PHOTO;ENCODING=b:AAAA",
    ] {
        assert!(!of(wrong).is_empty(), "{wrong}");
    }
    for right in [
        "N:a,b;c;;;",
        "UID;VALUE=text:plain",
        "BDAY;VALUE=text:circa 1800",
        "BDAY:--0412",
        "BDAY:19870927T083000-0600",
        "ADR;LABEL=\"a:b\";TYPE=home,work:;;x;;;;",
        "item1.X-A;X-B=c:d;e,f",
    ] {
        assert_eq!(of(right), [""; 0], "{right}");
    }
}

#[test]
fn a_new_card_is_strict() {
    let new = |name: &str, value: NewValue| NewProperty {
        group: None,
        name: name.to_owned(),
        params: vec![("TYPE".to_owned(), "work".to_owned())],
        value,
    };
    let card = write_new(&[
        NewProperty {
            params: Vec::new(),
            ..new("FN", NewValue::Text("A; B\nC".to_owned()))
        },
        new("IMPP", NewValue::Text("no scheme".to_owned())),
        new("URL", NewValue::Uri("example.org/a b".to_owned())),
        new("X-ABDATE", NewValue::Text("October".to_owned())),
    ]);
    assert_eq!(faults(&to_version_4(&card, &BTreeMap::new(), &[])), [""; 0]);
}

/// `KITH_CARDS_4=FOLDER cargo test -p kith-core -- --ignored --nocapture files_of_a_folder` checks what
/// `cargo xtask vcards --write-4` wrote.
#[test]
#[ignore = "checks files of a folder that KITH_CARDS_4 names"]
fn files_of_a_folder() {
    let folder = std::env::var_os("KITH_CARDS_4").unwrap();
    let mut bad = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let found = faults(&std::fs::read(&path).unwrap());
        bad += usize::from(!found.is_empty());
        for fault in found {
            println!("{}: {fault}", path.display());
        }
    }
    assert_eq!(bad, 0);
}
