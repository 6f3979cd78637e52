//! What the system is asked to open for a contact point.

use super::contact_point_rows::{self, ContactPointRecord};
use super::{ContactKind, ContactPointId, contact_points::country, phones};
use crate::book::Book;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::store::Tx;

impl Book {
    /// What the system is to open for a contact point: a mailto:, tel:, http: or https: address, nothing else.
    ///
    /// # Errors
    /// `NotFound`, or `NoAppForLink` for what is none of these.
    pub fn contact_link(&self, id: ContactPointId) -> Result<String> {
        let link = self.read(|tx| {
            let point = contact_point_rows::get(tx, id)?;
            Ok(link_of(&point, &country(tx)?))
        })?;
        link.ok_or_else(|| {
            Error::new(
                Code::NoAppForLink,
                "Kith opens only mail, phone and web addresses.",
            )
        })
    }
}

/// Only these four schemes ever reach the system; everything odd in the value is percent-encoded.
/// A phone number goes out in its international form, with its extension, where it is sure which one is meant.
pub(crate) fn link_of(point: &ContactPointRecord, country: &str) -> Option<String> {
    let value = point.value.trim();
    match point.kind {
        ContactKind::Email => {
            let address = value.strip_prefix("mailto:").unwrap_or(value);
            address
                .contains('@')
                .then(|| format!("mailto:{}", encode(address, "@+")))
        }
        ContactKind::Phone => phones::dialled(value, country),
        ContactKind::Link => web_link(value),
        ContactKind::Address | ContactKind::Chat => None,
    }
}

/// A web address as it is opened: with http or https, and everything odd in it percent-encoded. `None` for what is none,
/// for one without a host, and for addresses of other schemes.
pub(crate) fn web_link(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let has_host = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        !host.is_empty() && !host.contains(char::is_whitespace)
    };
    let rest = lower
        .strip_prefix("http://")
        .or_else(|| lower.strip_prefix("https://"));
    let with_scheme = if rest.is_some_and(has_host) {
        text.to_owned()
    } else if rest.is_some() {
        return None;
    } else if !lower.contains(':') && lower.contains('.') && !lower.contains(char::is_whitespace) {
        format!("https://{text}")
    } else {
        return None;
    };
    Some(encode(&with_scheme, ":/?#[]@!$&'()*+,;=%"))
}

/// The address that begins a mail to these mail addresses with a subject and a text; other contact points are left
/// out. `None` if none is left.
pub(crate) fn mail_link(
    points: &[ContactPointRecord],
    subject: &str,
    text: &str,
) -> Option<String> {
    let mails = points
        .iter()
        .filter(|point| point.kind == ContactKind::Email)
        .filter_map(|point| link_of(point, ""));
    let address = mails.reduce(|all, more| {
        let more = more.strip_prefix("mailto:").unwrap_or(&more);
        format!("{all},{more}")
    })?;
    let (subject, text) = (encode(subject, ""), encode(&text.replace('\n', "\r\n"), ""));
    Some(format!("{address}?subject={subject}&body={text}"))
}

/// The preferred mail address of a person, else the first.
pub(crate) fn mail_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<ContactPointRecord>> {
    let points = contact_point_rows::of_person(tx, person)?;
    let mut mails: Vec<ContactPointRecord> = points
        .into_iter()
        .filter(|point| mail_link(std::slice::from_ref(point), "", "").is_some())
        .collect();
    mails.sort_by_key(|point| !point.preferred);
    Ok(mails.into_iter().next())
}

fn encode(text: &str, allowed: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let c = char::from(byte);
        if byte.is_ascii_alphanumeric()
            || "-._~".contains(c)
            || (byte.is_ascii() && allowed.contains(c))
        {
            encoded.push(c);
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::PersonId;

    fn opened(kind: ContactKind, value: &str) -> Option<String> {
        let point = ContactPointRecord {
            id: ContactPointId(1),
            person: PersonId(1),
            kind,
            value: value.into(),
            normal: String::new(),
            parts: None,
            label: String::new(),
            preferred: false,
        };
        link_of(&point, "")
    }

    #[test]
    fn a_mail_begins_with_its_subject_and_its_text_and_nothing_else() {
        let point = |value: &str| ContactPointRecord {
            id: ContactPointId(1),
            person: PersonId(1),
            kind: ContactKind::Email,
            value: value.into(),
            normal: String::new(),
            parts: None,
            label: String::new(),
            preferred: false,
        };
        let link = mail_link(
            &[point("ana@x.example?bcc=b@y"), point("ben@x.example")],
            "R&D?cc=c@z",
            "Hi Ana,\n50 %",
        );
        assert_eq!(
            link.as_deref(),
            Some(
                "mailto:ana@x.example%3Fbcc%3Db@y,ben@x.example?subject=R%26D%3Fcc%3Dc%40z&body=Hi%20Ana%2C%0D%0A50%20%25"
            )
        );
        assert_eq!(mail_link(&[point("no address")], "", ""), None);
    }

    #[test]
    fn only_mail_phone_and_web_addresses_are_opened() {
        assert_eq!(
            opened(ContactKind::Email, "a b@x.example").as_deref(),
            Some("mailto:a%20b@x.example")
        );
        assert_eq!(
            opened(ContactKind::Email, "a@x.example?bcc=b@y").as_deref(),
            Some("mailto:a@x.example%3Fbcc%3Db@y")
        );
        assert_eq!(
            opened(ContactKind::Phone, "+1 (202) 555-0148").as_deref(),
            Some("tel:+12025550148")
        );
        let two = "0172 555 0148 // 0173 555 0149";
        assert_eq!(opened(ContactKind::Phone, two), None);
        assert_eq!(
            opened(ContactKind::Link, "kith.example/a").as_deref(),
            Some("https://kith.example/a")
        );
        assert_eq!(
            opened(ContactKind::Link, "HTTP://kith.example").as_deref(),
            Some("HTTP://kith.example")
        );
        for refused in [
            "javascript:alert(1)",
            "file:///etc/passwd",
            "data:text/html,x",
            "smb://x.example/y",
            "mailto:x@y",
            "x y.example",
        ] {
            assert_eq!(opened(ContactKind::Link, refused), None, "{refused}");
        }
        assert_eq!(opened(ContactKind::Chat, "https://x.example"), None);
    }
}
