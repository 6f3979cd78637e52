//! The words that ask for another day of a promise of mine, to be sent before its day.

use chrono::NaiveDate;
use serde::Serialize;

use super::add::read_due;
use super::{CommitmentId, commitment_rows};
use crate::book::Book;
use crate::days::Day;
use crate::details::{ContactPointId, contact_point_rows, mail_link, mail_of};
use crate::error::{Code, Error, Result};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::relationships::held_back;
use crate::typed_day::long;

/// A draft that tells about another day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Letter {
    /// The subject of a mail.
    pub subject: String,
    /// The text.
    pub text: String,
    /// Whom it is to that is left alone now, in sentences: it had better wait. `None` where nobody is.
    pub held: Option<String>,
    /// To whom it goes by mail: the preferred mail address of each person who has one.
    pub mails: Vec<ContactPointId>,
}

impl Book {
    /// The draft that tells whom a promise of mine is with about another day. `when` is the new day as typed; where
    /// it is empty or cannot be understood, the draft names none.
    ///
    /// # Errors
    /// `NotFound`; storage errors.
    pub fn commitment_letter(&self, id: CommitmentId, when: &str, now: &Moment) -> Result<Letter> {
        self.read(|tx| {
            let record = commitment_rows::get(tx, id)?;
            let people = commitment_rows::living_of(tx, id)?;
            let mut names = Vec::new();
            let mut mails = Vec::new();
            for person in &people {
                names.push(person_rows::get(tx, person.id)?.name.first().to_owned());
                mails.extend(mail_of(tx, person.id)?.map(|point| point.id));
            }
            let ids: Vec<_> = people.iter().map(|person| person.id).collect();
            let to = read_due(tx, "when", when, now).ok().flatten();
            let days = (record.due_on.map(Day::date), to.map(Day::date));
            Ok(Letter {
                subject: record.what.clone(),
                text: text(&names, &record.what, days, now.today()),
                held: held_back(tx, &ids, now)?,
                mails,
            })
        })
    }

    /// The mailto: address that opens this draft in the system's mail program.
    ///
    /// # Errors
    /// Like `commitment_letter`; `NoAppForLink` where nobody has a mail address.
    pub fn commitment_mail(&self, id: CommitmentId, when: &str, now: &Moment) -> Result<String> {
        let letter = self.commitment_letter(id, when, now)?;
        let link = self.read(|tx| {
            let points = letter
                .mails
                .iter()
                .map(|point| contact_point_rows::get(tx, *point))
                .collect::<Result<Vec<_>>>()?;
            Ok(mail_link(&points, &letter.subject, &letter.text))
        })?;
        link.ok_or_else(|| Error::new(Code::NoAppForLink, "There is no mail address to write to."))
    }
}

/// `days`: the day that was said, and the new one.
fn text(
    names: &[String],
    what: &str,
    days: (Option<NaiveDate>, Option<NaiveDate>),
    today: NaiveDate,
) -> String {
    let greeting = match names {
        [] => "Hello,".to_owned(),
        [one] => format!("Hi {one},"),
        [all @ .., last] => format!("Hi {} and {last},", all.join(", ")),
    };
    let about = what.trim_end_matches('.');
    let news = match days {
        (Some(said), Some(new)) => format!(
            "I said {}; I can do {}.",
            long(said, today),
            long(new, today)
        ),
        (Some(said), None) => format!("I said {}, and it will take me longer.", long(said, today)),
        (None, Some(new)) => format!("I can do {}.", long(new, today)),
        (None, None) => "It is taking me longer than I thought.".to_owned(),
    };
    format!("{greeting}\n\nI promised you: {about}. {news} Does that still help?\n")
}
