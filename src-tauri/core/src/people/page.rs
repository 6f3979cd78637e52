//! All that is known of one person, read at once.

use super::{
    Affiliation, CameFrom, ContactKind, ContactPoint, OrganisationFound, PersonDate, PersonPage,
    TagCount, avatar_colour, headline, initials,
};
use crate::book::{Book, must};
use crate::cards::SourceCardId;
use crate::cards::source_card_rows;
use crate::details::contact_point_rows::ContactPointRecord;
use crate::details::{ContactPointId, OrganisationId};
use crate::details::{
    affiliation_rows, contact_point_rows, date_rows, note_rows, organisation_rows, tag_rows,
};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::interactions::interaction_rows;
use crate::moment::Moment;
use crate::people::{list_rows, person_rows};
use crate::store::{Tx, blobs};
use crate::{check_ins, relationships, reminders};

impl Book {
    /// The person page.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn person_page(&self, id: PersonId, now: &Moment) -> Result<PersonPage> {
        self.read(|tx| read_page(tx, id, now))
    }

    /// What the system is to open for a contact point: a mailto:, tel:, http: or https: address, nothing else.
    ///
    /// # Errors
    /// `NotFound`, or `NoAppForLink` for what is none of these.
    pub fn contact_link(&self, id: ContactPointId) -> Result<String> {
        let point = self.read(|tx| contact_point_rows::get(tx, id))?;
        link(&point).ok_or_else(|| {
            Error::new(
                Code::NoAppForLink,
                "Kith opens only mail, phone and web addresses.",
            )
        })
    }

    /// A source card's text as it came.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn card_text(&self, card: SourceCardId) -> Result<String> {
        let bytes = self.read(|tx| blobs::bytes(tx, source_card_rows::get(tx, card)?.blob))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// A photo by the hash that a row or page named.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn photo(&self, hash: &str) -> Result<Vec<u8>> {
        self.read(|tx| list_rows::photo(tx, hash))?
            .ok_or_else(|| Error::not_found("This photo"))
    }

    /// Every tag, with how many people have it.
    ///
    /// # Errors
    /// Those of storage.
    pub fn tags_list(&self) -> Result<Vec<TagCount>> {
        self.read(tag_rows::counted)
    }

    /// Up to eight organisations that begin like the text.
    ///
    /// # Errors
    /// Those of storage.
    pub fn organisations_complete(&self, text: &str) -> Result<Vec<String>> {
        self.read(|tx| organisation_rows::starting(tx, text, 8))
    }

    /// Organisations where somebody works now whose name, or a word of it, begins like the text: at most
    /// `limit`, those that begin like it first, then the largest.
    ///
    /// # Errors
    /// Those of storage.
    pub fn organisations_find(&self, text: &str, limit: u32) -> Result<Vec<OrganisationFound>> {
        self.read(|tx| organisation_rows::find(tx, text, limit.min(100)))
    }

    /// One organisation.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn organisation(&self, id: OrganisationId) -> Result<OrganisationFound> {
        self.read(|tx| organisation_rows::found(tx, id))
    }
}

fn read_page(tx: &Tx<'_>, id: PersonId, now: &Moment) -> Result<PersonPage> {
    let person = person_rows::get(tx, id)?;
    let local_date =
        |stamp: &str| must(now.local_of(stamp), "stamp").map(|at| at.date().to_string());
    let worked = affiliation_rows::of_person(tx, id)?;
    let came_from = source_card_rows::of_person(tx, id)?
        .into_iter()
        .map(|card| {
            Ok(CameFrom {
                card: card.id,
                file: card.file_name,
                number: card.number,
                line: card.line,
                imported_on: local_date(&card.imported_at)?,
            })
        })
        .collect::<Result<_>>()?;
    Ok(PersonPage {
        id,
        nickname: person.nickname,
        initials: initials(&person.name.display),
        colour: avatar_colour(id),
        photo: list_rows::photo_hash(tx, id)?,
        headline: headline(&worked),
        relationship: relationships::page_of(tx, id, now.today())?,
        contact_points: contact_point_rows::of_person(tx, id)?
            .into_iter()
            .map(shown)
            .collect(),
        affiliations: worked.into_iter().map(worked_at).collect(),
        dates: date_rows::of_person(tx, id)?
            .into_iter()
            .map(dated)
            .collect(),
        notes: note_rows::of_person(tx, id)?,
        tags: tag_rows::of_person(tx, id)?,
        came_from,
        trashed_on: person.trashed_at.as_deref().map(local_date).transpose()?,
        warmth: relationships::warmth_shown(tx, id, now.today())?,
        check_ins: check_ins::shown_of(tx, id, &reminders::rules(tx, now)?, now)?,
        talks: interaction_rows::count_of(tx, id)?,
        name: person.name,
    })
}

fn worked_at(row: affiliation_rows::AffiliationRecord) -> Affiliation {
    Affiliation {
        id: row.id,
        organisation: row.organisation,
        role: row.role,
        department: row.department,
        since: row.since,
        until: row.until,
    }
}

fn dated(row: date_rows::DateRecord) -> PersonDate {
    PersonDate {
        id: row.id,
        kind: row.kind,
        label: row.label,
        year: row.date.year,
        month: row.date.month,
        day: row.date.day,
        text: row.text,
    }
}

fn shown(point: ContactPointRecord) -> ContactPoint {
    ContactPoint {
        opens: link(&point).is_some(),
        id: point.id,
        kind: point.kind,
        value: point.value,
        label: point.label,
        preferred: point.preferred,
    }
}

/// Only these four schemes ever reach the system; everything odd in the value is percent-encoded.
fn link(point: &ContactPointRecord) -> Option<String> {
    let value = point.value.trim();
    match point.kind {
        ContactKind::Email => {
            let address = value.strip_prefix("mailto:").unwrap_or(value);
            address
                .contains('@')
                .then(|| format!("mailto:{}", encode(address, "@+")))
        }
        ContactKind::Phone => {
            let number: String = value
                .chars()
                .filter(|c| c.is_ascii_digit() || *c == '+')
                .collect();
            (!number.is_empty()).then(|| format!("tel:{number}"))
        }
        ContactKind::Link => {
            let lower = value.to_ascii_lowercase();
            let with_scheme = if lower.starts_with("http://") || lower.starts_with("https://") {
                value.to_owned()
            } else if !lower.contains(':')
                && lower.contains('.')
                && !lower.contains(char::is_whitespace)
            {
                format!("https://{value}")
            } else {
                return None;
            };
            Some(encode(&with_scheme, ":/?#[]@!$&'()*+,;=%"))
        }
        ContactKind::Address | ContactKind::Chat => None,
    }
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

    fn opened(kind: ContactKind, value: &str) -> Option<String> {
        link(&ContactPointRecord {
            id: ContactPointId(1),
            person: PersonId(1),
            kind,
            value: value.into(),
            normal: String::new(),
            parts: None,
            label: String::new(),
            preferred: false,
        })
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
