//! Lines about the whole person, for some people of the sample.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::facts::FactKind::{self, Cause, Family, Interest, Other};
use crate::facts::NewFact;

/// How many days ago the lines were entered.
const ENTERED_DAYS_AGO: i64 = 40;

/// Name, kind and text; the last says whether the line is private.
const FACTS: &[(&str, FactKind, &str, bool)] = &[
    (
        "Samir Haddoun",
        Interest,
        "Rows on the fjord before work",
        false,
    ),
    (
        "Samir Haddoun",
        Family,
        "Twins who started school in August",
        true,
    ),
    ("Maren Isaksby", Interest, "Repairs old cameras", false),
    (
        "Ilse Varnholt",
        Cause,
        "Mentors girls who want to study physics",
        false,
    ),
    (
        "Leonie Marchwald",
        Other,
        "Prefers to be called in the morning",
        false,
    ),
];

impl Cast<'_> {
    /// Adds the lines.
    pub(super) fn know_whole_people(&self) -> Result<()> {
        let then = ago(&self.now, ENTERED_DAYS_AGO);
        for (name, kind, text, private) in FACTS {
            let fact = NewFact {
                kind: *kind,
                text: (*text).to_owned(),
                private: *private,
            };
            self.book.fact_add(self.id(name)?, &fact, &then)?;
        }
        Ok(())
    }
}
