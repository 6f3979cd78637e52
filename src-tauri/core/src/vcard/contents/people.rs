//! Other people whom a card names.

use super::Related;

/// The kind of relation that a property's name states, such as X-SPOUSE. `name` is in capitals.
pub(super) fn kind_of(name: &[u8]) -> Option<&'static str> {
    let name = name
        .strip_prefix(b"X-EVOLUTION-")
        .or_else(|| name.strip_prefix(b"X-MS-"))
        .unwrap_or(name);
    let name = name.strip_prefix(b"X-KADDRESSBOOK-").unwrap_or(name);
    Some(match name.strip_prefix(b"X-").unwrap_or(name) {
        b"SPOUSE" | b"SPOUSENAME" => "spouse",
        b"MANAGER" | b"MANAGERSNAME" => "manager",
        b"ASSISTANT" | b"ASSISTANTSNAME" => "assistant",
        b"CHILD" | b"CHILDREN" => "child",
        _ => return None,
    })
}

/// The person named in `value`: a UID if it starts with urn:, else a name. `None` if it is empty.
pub(super) fn related(value: &str, kind: Option<String>) -> Option<Related> {
    let value = value.trim();
    if value.is_empty() {
        return None;
    }
    let is_uid = value.len() > 4
        && value
            .get(..4)
            .is_some_and(|head| head.eq_ignore_ascii_case("urn:"));
    let (text, uid) = if is_uid {
        (None, Some(value.to_owned()))
    } else {
        (Some(value.to_owned()), None)
    };
    Some(Related {
        text,
        uid,
        kind: kind.map(|k| k.to_lowercase()),
    })
}

/// The relation for one of Android's numbers, 1 to 14 (`ContactsContract.CommonDataKinds.Relation`).
pub(super) fn android_relation(number: &str) -> Option<&'static str> {
    const KINDS: [&str; 14] = [
        "assistant",
        "brother",
        "child",
        "partner",
        "father",
        "friend",
        "manager",
        "mother",
        "parent",
        "partner",
        "referred by",
        "relative",
        "sister",
        "spouse",
    ];
    KINDS
        .get(number.trim().parse::<usize>().ok()?.checked_sub(1)?)
        .copied()
}

/// The TYPE of RELATED in 4.0 (RFC 6350, 6.6.6) for one of Apple's labels.
pub(super) fn related_type(label: &str) -> Option<&'static str> {
    Some(match label.to_lowercase().as_str() {
        "spouse" | "wife" | "husband" => "spouse",
        "partner" => "sweetheart",
        "child" | "son" | "daughter" => "child",
        "parent" | "mother" | "father" => "parent",
        "brother" | "sister" | "sibling" => "sibling",
        "friend" => "friend",
        "assistant" => "agent",
        "relative" => "kin",
        "colleague" | "manager" => "co-worker",
        _ => return None,
    })
}
