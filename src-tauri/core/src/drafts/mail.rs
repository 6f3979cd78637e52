//! A draft in the system's mail program.

use serde::Serialize;

use super::shown::{names_without_mail, no_mail_words};
use crate::book::Book;
use crate::details::contact_point_rows::ContactPointRecord;
use crate::details::{mail_link, mail_of};
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;

/// Longest mailto: address that mail programs take as it is, in bytes: Windows hands on 2,083 characters.
const LONGEST_LINK: usize = 2_000;

/// What a mail program is asked to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MailText {
    /// The mailto: address.
    pub link: String,
    /// Whether the text was cut, because mail programs would cut it.
    pub cut: bool,
}

impl Book {
    /// The mailto: address that opens a text to somebody in the system's mail program. A text that is longer than such
    /// an address may be is cut after a word.
    ///
    /// # Errors
    /// `NoAppForLink` where the person has no mail address; `NotFound`; storage errors.
    pub fn draft_mail(&self, person: PersonId, subject: &str, text: &str) -> Result<MailText> {
        self.draft_mail_to(&[person], subject, text)
    }

    /// The same to several people at once. It greets all of them, so it goes to all or to nobody.
    ///
    /// # Errors
    /// `NoAppForLink` where one of them has no mail address; `NotFound`; storage errors.
    pub fn draft_mail_to(
        &self,
        people: &[PersonId],
        subject: &str,
        text: &str,
    ) -> Result<MailText> {
        let none = || Error::new(Code::NoAppForLink, "There is no mail address to write to.");
        let mails = self.read(|tx| {
            let without = names_without_mail(tx, people)?;
            if people.len() > 1 && !without.is_empty() {
                return Err(Error::new(Code::NoAppForLink, no_mail_words(&without)));
            }
            let mails = people.iter().map(|person| mail_of(tx, *person));
            mails.collect::<Result<Vec<_>>>()
        })?;
        let mails: Vec<ContactPointRecord> = mails.into_iter().flatten().collect();
        if mails.is_empty() {
            return Err(none());
        }
        let subject: String = subject.chars().take(200).collect();
        cut_link(&mails, &subject, text).ok_or_else(none)
    }
}

fn cut_link(mails: &[ContactPointRecord], subject: &str, text: &str) -> Option<MailText> {
    let link = |text: &str| mail_link(mails, subject, text);
    let whole = link(text)?;
    if whole.len() <= LONGEST_LINK {
        return Some(MailText {
            link: whole,
            cut: false,
        });
    }
    // The link of a longer text is longer, so the last word with which it fits is found by binary search.
    let ends: Vec<usize> = text
        .char_indices()
        .filter(|(_, c)| c.is_whitespace())
        .map(|(at, _)| at)
        .collect();
    let fits = |end: &usize| {
        let cut = text.get(..*end).and_then(link);
        cut.is_some_and(|link| link.len() <= LONGEST_LINK)
    };
    let last = ends.partition_point(fits).checked_sub(1);
    let end = last.and_then(|last| ends.get(last)).copied().unwrap_or(0);
    let link = link(text.get(..end)?.trim_end())?;
    Some(MailText { link, cut: true })
}
