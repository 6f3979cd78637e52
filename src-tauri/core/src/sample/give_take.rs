//! What was given and received in the sample, with a thing lent.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::exchanges::Direction::{self, Given, Received};
use crate::exchanges::ExchangeSort::{
    self, Favour, Feedback, Information, Introduction, KnowHow, Referral, Time,
};
use crate::exchanges::NewExchange;

/// Name, direction, what, sort, size, so many days ago; of a thing lent in how many days it is to come back.
type Entry = (
    &'static str,
    Direction,
    &'static str,
    ExchangeSort,
    u8,
    i64,
    Option<i64>,
);

const SAMIR: &str = "Samir Haddoun";
const GARETH: &str = "Gareth Pennlow";
const ELIF: &str = "Elif Sarıkan";

const ENTRIES: &[Entry] = &[
    (
        SAMIR,
        Received,
        "Comments on the drift paper",
        Feedback,
        1,
        110,
        None,
    ),
    (
        SAMIR,
        Given,
        "Introduction to Tomasz",
        Introduction,
        3,
        98,
        None,
    ),
    (
        SAMIR,
        Received,
        "Introduction to the Forum drafting group",
        Introduction,
        3,
        24,
        None,
    ),
    (
        SAMIR,
        Given,
        "An hour on pricing for the spin-out",
        Time,
        2,
        9,
        None,
    ),
    (
        SAMIR,
        Received,
        "Two candidates for the optics role",
        Referral,
        2,
        6,
        None,
    ),
    (
        GARETH,
        Received,
        "An afternoon on how the committee works",
        Time,
        3,
        88,
        None,
    ),
    (
        GARETH,
        Given,
        "Slides on sensor drift",
        Information,
        2,
        39,
        None,
    ),
    (
        GARETH,
        Received,
        "Read the protocol twice",
        Feedback,
        2,
        29,
        None,
    ),
    (
        GARETH,
        Received,
        "Put my name forward for the drafting group",
        Referral,
        3,
        12,
        None,
    ),
    (
        ELIF,
        Given,
        "Early word on the firmware date",
        Information,
        1,
        20,
        None,
    ),
    (
        ELIF,
        Received,
        "An hour with the ward team",
        Time,
        2,
        12,
        None,
    ),
    (
        "Ilse Varnholt",
        Given,
        "The lock-in amplifier",
        Favour,
        1,
        40,
        Some(-4),
    ),
    (
        "Ilse Varnholt",
        Received,
        "The humidity logs of her old lab",
        KnowHow,
        2,
        70,
        None,
    ),
];

impl Cast<'_> {
    /// Writes all down, each on its day, and counts a kept promise as given.
    pub(super) fn give_and_take(&self) -> Result<()> {
        for (name, direction, what, sort, size, days_ago, back) in ENTRIES {
            let then = ago(&self.now, *days_ago);
            let exchange = NewExchange {
                direction: *direction,
                what: (*what).to_owned(),
                sort: *sort,
                size: Some(*size),
                when: self.day(-*days_ago),
                back_by: back.map_or(String::new(), |back| self.day(back)),
            };
            self.book.exchange_add(self.id(name)?, &exchange, &then)?;
        }
        let promises = self.book.commitments_of(self.id(SAMIR)?, &self.now)?.past;
        let template = promises
            .iter()
            .find(|promise| promise.what.starts_with("The grant template"));
        if let Some(template) = template {
            self.book
                .commitment_count_as_given(template.id, &self.now)?;
        }
        Ok(())
    }
}
