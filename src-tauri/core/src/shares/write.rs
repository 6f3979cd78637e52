//! Keeping things to share, correcting and removing them, and saying that they were shared.

use std::cmp::Reverse;

use super::share_rows::{self, ShareRecord};
use super::{NewShare, OpenShare, Share, ShareId};
use crate::blank::is_blank;
use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::days::Day;
use crate::details::web_link;
use crate::error::{Code, Error, Result};
use crate::field_limits::one_line;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::check_people;
use crate::store::Tx;
use crate::typed_day::short_date;

/// Longest link, in characters: what browsers take.
const LONGEST_LINK: usize = 2000;

impl Book {
    /// The things kept to share with a person: those not shared yet first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn shares_of(&self, person: PersonId, now: &Moment) -> Result<Vec<Share>> {
        let words = |day: Day| short_date(day.date(), now.today());
        self.read(|tx| {
            let records = share_rows::of_person(tx, person)?.into_iter();
            records
                .map(|(record, shared_on)| {
                    Ok(Share {
                        id: record.id,
                        name: record.name(),
                        people: share_rows::names_of(tx, record.id)?,
                        kept: words(record.kept_on),
                        shared: shared_on.map_or(String::new(), words),
                        shared_on,
                        title: record.title,
                        link: record.link,
                        note: record.note,
                    })
                })
                .collect()
        })
    }

    /// The things that were kept to share with any of these people and not shared with them yet, the last kept first.
    ///
    /// # Errors
    /// Storage errors.
    pub fn shares_open_with(&self, people: &[PersonId]) -> Result<Vec<OpenShare>> {
        self.read(|tx| {
            let mut records: Vec<ShareRecord> = Vec::new();
            for person in people {
                for record in share_rows::open_of(tx, *person)? {
                    if !records.iter().any(|known| known.id == record.id) {
                        records.push(record);
                    }
                }
            }
            records.sort_by_key(|record| Reverse((record.kept_on, record.id)));
            let open = records.into_iter().map(|record| OpenShare {
                id: record.id,
                name: record.name(),
            });
            Ok(open.collect())
        })
    }

    /// Keeps a thing to share.
    ///
    /// # Errors
    /// `Invalid` at `title`, `link`, `note` or `people`; `NotFound`; storage errors.
    pub fn share_add(&self, share: &NewShare, now: &Moment) -> Result<Done<ShareId>> {
        self.change(OperationKind::AddShare, now, |change| {
            let tx = &change.tx;
            let record = checked(share, now.today().into())?;
            check_whom(tx, &share.people, &[])?;
            change.about_people(&share.people)?;
            share_rows::insert(tx, &record, &share.people)
        })
    }

    /// Corrects a thing and for whom it is. Whoever is in the trash stays with it.
    ///
    /// # Errors
    /// Like `share_add`.
    pub fn share_edit(&self, id: ShareId, share: &NewShare, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::EditShare, now, |change| {
            let tx = &change.tx;
            let before = share_rows::get(tx, id)?;
            let with = share_rows::people_of(tx, id)?;
            let after = ShareRecord {
                id,
                ..checked(share, before.kept_on)?
            };
            check_whom(tx, &share.people, &with)?;
            change.about_people(&share.people)?;
            if after != before {
                share_rows::update(tx, &after)?;
            }
            let shown = share_rows::names_of(tx, id)?;
            let hidden = with
                .iter()
                .filter(|person| !shown.iter().any(|one| one.id == **person))
                .filter(|person| !share.people.contains(person));
            let people: Vec<_> = share.people.iter().chain(hidden).copied().collect();
            share_rows::set_people(tx, id, &people)
        })
    }

    /// Removes a thing for everybody it was kept for.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn share_remove(&self, id: ShareId, now: &Moment) -> Result<Done<()>> {
        self.change(OperationKind::RemoveShare, now, |change| {
            share_rows::get(&change.tx, id)?;
            change.about_people(&share_rows::people_of(&change.tx, id)?)?;
            share_rows::delete(&change.tx, id)
        })
    }

    /// Says that a thing was shared with a person today, or that it was not shared after all.
    ///
    /// # Errors
    /// `NotFound`, also if it is not kept for them; storage errors.
    pub fn share_mark(
        &self,
        id: ShareId,
        person: PersonId,
        shared: bool,
        now: &Moment,
    ) -> Result<Done<()>> {
        let kind = match shared {
            true => OperationKind::MarkShared,
            false => OperationKind::UnmarkShared,
        };
        self.change(kind, now, |change| {
            let tx = &change.tx;
            share_rows::get(tx, id)?;
            if !share_rows::people_of(tx, id)?.contains(&person) {
                return Err(Error::not_found("This thing to share"));
            }
            change.about_people(&[person])?;
            match shared {
                true => share_rows::set_shared(tx, id, person, Some(now.today().into())),
                false => share_rows::set_shared(tx, id, person, None),
            }
        })
    }

    /// What the system is to open for a thing: an http: or https: address.
    ///
    /// # Errors
    /// `NotFound`; `NoAppForLink` if it has none.
    pub fn share_link(&self, id: ShareId) -> Result<String> {
        let record = self.read(|tx| share_rows::get(tx, id))?;
        web_link(&record.link).ok_or_else(|| {
            Error::new(
                Code::NoAppForLink,
                "This has no web address that could be opened.",
            )
        })
    }
}

/// Things were shared in a conversation on day `on` in which `people` took part: with those of them for whom they were
/// kept and with whom they were not shared yet.
///
/// # Errors
/// `NotFound` if one is gone or is for none of them; storage errors.
pub(crate) fn in_talk(tx: &Tx<'_>, on: Day, people: &[PersonId], shared: &[ShareId]) -> Result<()> {
    for id in shared {
        share_rows::get(tx, *id)?;
        let waiting = share_rows::waiting_for(tx, *id)?;
        let with: Vec<_> = people.iter().filter(|id| waiting.contains(id)).collect();
        if with.is_empty() {
            return Err(Error::not_found("This thing to share"));
        }
        let mut with = with.into_iter();
        with.try_for_each(|person| share_rows::set_shared(tx, *id, *person, Some(on)))?;
    }
    Ok(())
}

/// What was entered, as a row without id. A title that is a web address alone is the link.
fn checked(share: &NewShare, kept_on: Day) -> Result<ShareRecord> {
    let is_link_alone = is_blank(&share.link) && is_written_as_link(share.title.trim());
    let (title, link) = if is_link_alone {
        ("", share.title.as_str())
    } else {
        (share.title.as_str(), share.link.as_str())
    };
    let field = if is_link_alone { "title" } else { "link" };
    let record = ShareRecord {
        id: ShareId(0),
        title: one_line("title", title)?,
        link: checked_link(field, link)?,
        note: one_line("note", &share.note)?,
        kept_on,
    };
    if record.title.is_empty() && record.link.is_empty() {
        let words = "Say what to share, or paste a link.";
        return Err(Error::invalid("title", words));
    }
    Ok(record)
}

/// "https://…", "javascript:…", "www.…": one word that is meant as an address, whatever its scheme.
fn is_written_as_link(text: &str) -> bool {
    let scheme = text.split_once(':').map(|(scheme, _)| scheme);
    let has_scheme = scheme.is_some_and(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    });
    let is_one_word = !text.contains(char::is_whitespace);
    is_one_word && (has_scheme || text.to_ascii_lowercase().starts_with("www."))
}

/// A web address with its scheme; empty where nothing was entered.
fn checked_link(field: &str, text: &str) -> Result<String> {
    if is_blank(text) {
        return Ok(String::new());
    }
    let words = "Kith keeps web addresses only, such as https://example.org.";
    let link = web_link(text).ok_or_else(|| Error::invalid(field, words))?;
    if link.chars().count() > LONGEST_LINK {
        let words =
            "This address is longer than 2,000 letters. A shorter one leads there too, perhaps.";
        return Err(Error::invalid(field, words));
    }
    Ok(link)
}

/// Refuses a thing for nobody, and what no entry may name.
fn check_whom(tx: &Tx<'_>, people: &[PersonId], before: &[PersonId]) -> Result<()> {
    if people.is_empty() {
        return Err(Error::invalid("people", "Say for whom."));
    }
    check_people(tx, people, before)
}
