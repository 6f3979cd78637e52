//! An event of the sample: who was there, and how the user met one of them.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::events::{GuestWho, NewEvent, NewGuest, NewHowMet};

/// The event was so many days ago, and was written down a day later.
const HELD_DAYS_AGO: i64 = 75;

/// Who was there, what to remember of them, and whether the user met them there first.
const GUESTS: &[(&str, &str, bool)] = &[
    (
        "Rosalind Aydelott",
        "Writes about lab downtime. Asked how we measure drift.",
        true,
    ),
    (
        "Hannah Iwobi",
        "Wants the humidity protocol before the audit.",
        false,
    ),
    ("Gareth Pennlow", "Short hello between two panels.", false),
    ("Yuki Taniwaki", "Introduced me to Rosalind.", false),
];

impl Cast<'_> {
    /// Writes the event down.
    pub(super) fn have_been_there(&self) -> Result<()> {
        let then = ago(&self.now, HELD_DAYS_AGO - 1);
        let guest = |(name, line, met): &(&str, &str, bool)| {
            Ok(NewGuest {
                who: GuestWho::Known(self.id(name)?),
                line: (*line).to_owned(),
                met: *met,
                follow_up: false,
            })
        };
        let event = NewEvent {
            name: "Nordic Lab Days".to_owned(),
            place: "Gothenburg, Svenska Mässan".to_owned(),
            when: self.day(-HELD_DAYS_AGO),
            guests: GUESTS.iter().map(guest).collect::<Result<_>>()?,
            note: "Everybody talks about staffing, nobody about drift.".to_owned(),
        };
        self.book.event_add(&event, &then)?;
        let through_yuki = NewHowMet {
            at: event.name,
            when: String::new(),
            through: Some(self.id("Yuki Taniwaki")?),
        };
        self.book
            .how_met_set(self.id("Rosalind Aydelott")?, &through_yuki, &then)?;
        Ok(())
    }
}
