//! What some people of the sample, and its user, offer, look for and know about.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::topics::Stance::{self, Knows, Offers, Seeks};

/// How many days ago it was entered.
const ENTERED_DAYS_AGO: i64 = 35;

/// Name ('' for the user), how they stand to it, and the topic.
const TOPICS: &[(&str, Stance, &str)] = &[
    ("Samir Haddoun", Offers, "optics"),
    ("Samir Haddoun", Offers, "grant writing"),
    ("Samir Haddoun", Seeks, "a pilot lab"),
    ("Elif Sarıkan", Offers, "humidity"),
    ("Hannah Iwobi", Offers, "humidity"),
    ("Hannah Iwobi", Offers, "pilot lab"),
    ("Gareth Pennlow", Offers, "committee work"),
    ("Gareth Pennlow", Seeks, "a humidity reviewer"),
    ("Gareth Pennlow", Seeks, "speakers for autumn"),
    ("Tomasz Wilczyn", Knows, "optics"),
    ("Daniel Osterby", Knows, "lens supply"),
    ("", Offers, "drift data"),
    ("", Seeks, "a second source of optics"),
];

impl Cast<'_> {
    /// Adds them.
    pub(super) fn have_topics(&self) -> Result<()> {
        let then = ago(&self.now, ENTERED_DAYS_AGO);
        for (name, stance, topic) in TOPICS {
            let person = match *name {
                "" => None,
                name => Some(self.id(name)?),
            };
            self.book.topic_add(person, *stance, topic, &then)?;
        }
        Ok(())
    }
}
