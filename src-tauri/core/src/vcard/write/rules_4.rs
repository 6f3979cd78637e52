//! What RFC 6350 and its registered extensions say of each property of 4.0.

/// The form of a property's value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    /// Texts separated by commas.
    List,
    /// This many parts separated by semicolons, each of them a list.
    Parts(usize),
    /// Any number of parts separated by semicolons.
    Units,
    Uri,
    /// A URI, or a text with VALUE=text.
    UriOrText,
    /// A text, or a URI with VALUE=uri.
    TextOrUri,
    Date,
    Timestamp,
    Language,
    Gender,
    Place,
    Zone,
    /// A word such as "group".
    Word,
    /// A number and a URI: CLIENTPIDMAP.
    NumberAndUri,
}

/// What is allowed of a property.
pub(super) struct Rule {
    name: &'static str,
    pub(super) form: Form,
    /// The parameters it may have, besides those of [`EXTRA`] and X-.
    params: &'static [&'static str],
    /// Whether a card has it at most once.
    pub(super) once: bool,
}

const COMMON: [&str; 4] = ["ALTID", "PID", "PREF", "TYPE"];
const TEXT: [&str; 5] = ["ALTID", "PID", "PREF", "TYPE", "LANGUAGE"];
const URI: [&str; 5] = ["ALTID", "PID", "PREF", "TYPE", "MEDIATYPE"];
const BOTH: [&str; 6] = ["ALTID", "PID", "PREF", "TYPE", "LANGUAGE", "MEDIATYPE"];

const fn many(name: &'static str, form: Form, params: &'static [&'static str]) -> Rule {
    Rule {
        name,
        form,
        params,
        once: false,
    }
}

const fn once(name: &'static str, form: Form, params: &'static [&'static str]) -> Rule {
    Rule {
        name,
        form,
        params,
        once: true,
    }
}

const RULES: [Rule; 49] = [
    many("FN", Form::Text, &TEXT),
    once("N", Form::Parts(5), &["SORT-AS", "LANGUAGE", "ALTID"]),
    many("NICKNAME", Form::List, &TEXT),
    many("PHOTO", Form::Uri, &URI),
    once("BDAY", Form::Date, &["ALTID", "CALSCALE", "LANGUAGE"]),
    once("ANNIVERSARY", Form::Date, &["ALTID", "CALSCALE"]),
    once("GENDER", Form::Gender, &[]),
    many(
        "ADR",
        Form::Parts(7),
        &[
            "ALTID", "PID", "PREF", "TYPE", "LANGUAGE", "LABEL", "GEO", "TZ",
        ],
    ),
    many("TEL", Form::TextOrUri, &URI),
    many("EMAIL", Form::Text, &COMMON),
    many("IMPP", Form::Uri, &URI),
    many("LANG", Form::Language, &COMMON),
    many("TZ", Form::Zone, &URI),
    many("GEO", Form::Place, &URI),
    many("TITLE", Form::Text, &TEXT),
    many("ROLE", Form::Text, &TEXT),
    many("LOGO", Form::Uri, &BOTH),
    many(
        "ORG",
        Form::Units,
        &["ALTID", "PID", "PREF", "TYPE", "LANGUAGE", "SORT-AS"],
    ),
    many("MEMBER", Form::Uri, &["ALTID", "PID", "PREF", "MEDIATYPE"]),
    many("RELATED", Form::UriOrText, &BOTH),
    many("CATEGORIES", Form::List, &COMMON),
    many("NOTE", Form::Text, &TEXT),
    once("PRODID", Form::Text, &[]),
    once("REV", Form::Timestamp, &[]),
    many("SOUND", Form::Uri, &BOTH),
    once("UID", Form::UriOrText, &[]),
    once("KIND", Form::Word, &[]),
    many("XML", Form::Text, &["ALTID"]),
    many("CLIENTPIDMAP", Form::NumberAndUri, &[]),
    many("URL", Form::Uri, &URI),
    many("KEY", Form::UriOrText, &URI),
    many("FBURL", Form::Uri, &URI),
    many("CALADRURI", Form::Uri, &URI),
    many("CALURI", Form::Uri, &URI),
    many("SOURCE", Form::Uri, &["ALTID", "PID", "PREF", "MEDIATYPE"]),
    // RFC 6474.
    once("BIRTHPLACE", Form::TextOrUri, &["ALTID", "LANGUAGE"]),
    once("DEATHPLACE", Form::TextOrUri, &["ALTID", "LANGUAGE"]),
    once("DEATHDATE", Form::Date, &["ALTID", "CALSCALE", "LANGUAGE"]),
    // RFC 6715.
    many("EXPERTISE", Form::Text, &TEXT),
    many("HOBBY", Form::Text, &TEXT),
    many("INTEREST", Form::Text, &TEXT),
    many("ORG-DIRECTORY", Form::Uri, &URI),
    // RFC 8605.
    many("CONTACT-URI", Form::Uri, &URI),
    // RFC 9554.
    once("CREATED", Form::Timestamp, &[]),
    many("GRAMGENDER", Form::Word, &["LANGUAGE"]),
    once("LANGUAGE", Form::Language, &[]),
    many("PRONOUNS", Form::Text, &TEXT),
    many("SOCIALPROFILE", Form::UriOrText, &BOTH),
    // RFC 9555.
    many("JSPROP", Form::Text, &[]),
];

/// Registered parameters of later RFCs, which any property may have.
const EXTRA: [&str; 14] = [
    "LEVEL",
    "INDEX",
    "AUTHOR",
    "AUTHOR-NAME",
    "CREATED",
    "DERIVED",
    "PHONETIC",
    "PROP-ID",
    "SCRIPT",
    "SERVICE-TYPE",
    "USERNAME",
    "JSPTR",
    "JSCOMPS",
    "CC",
];

/// All parameters of RFC 6350: an extension property may have any of them.
const ALL: [&str; 12] = [
    "ALTID",
    "PID",
    "PREF",
    "TYPE",
    "LANGUAGE",
    "MEDIATYPE",
    "CALSCALE",
    "SORT-AS",
    "GEO",
    "TZ",
    "LABEL",
    "VALUE",
];

/// The rule of a property; `None` for an extension and for one that 4.0 does not have. `name` is in
/// capitals.
pub(super) fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}

/// Whether the property may have a parameter. Without a rule it is an extension.
pub(super) fn allows(rule: Option<&Rule>, param: &str) -> bool {
    let is = |known: &&str| known.eq_ignore_ascii_case(param);
    let own = rule.map_or(&ALL[..], |rule| rule.params);
    own.iter().any(is) || EXTRA.iter().any(is) || is_extension(param)
}

/// Whether the name is one that anybody may use: X-….
pub(super) fn is_extension(name: &str) -> bool {
    name.get(..2)
        .is_some_and(|start| start.eq_ignore_ascii_case("X-"))
}

/// Whether the value is one that the parameter may have.
pub(super) fn fits(param: &str, value: &str) -> bool {
    let is = |known: &str| param.eq_ignore_ascii_case(known);
    if is("PREF") {
        return value.parse::<u8>().is_ok_and(|n| (1..=100).contains(&n));
    }
    if is("PID") {
        let number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        return value.split('.').count() <= 2 && value.split('.').all(number);
    }
    if is("MEDIATYPE") {
        return value.split(';').next().is_some_and(is_media_type);
    }
    if is("GEO") {
        return value.to_ascii_lowercase().starts_with("geo:");
    }
    !(is("TYPE") || is("LANGUAGE") || is("CALSCALE")) || is_word(value)
}

/// Whether the text is one word of letters, digits and -, as a language or a TYPE is.
pub(super) fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
}

/// Whether the text is like `image/png`.
pub(super) fn is_media_type(text: &str) -> bool {
    let name = |part: &str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"!#$&.+-^_".contains(&b);
        !part.is_empty() && part.bytes().all(plain)
    };
    matches!(text.trim().split_once('/'), Some((kind, sub)) if name(kind) && name(sub))
}
