//! Boundaries of the sample, and the nature of some of its relationships.

use super::history::{Cast, ago};
use crate::boundaries::{
    Boundaries, ConflictLevel, ConflictWith, Handling, NewConflict, Sharing, TheirHours,
};
use crate::error::Result;
use crate::natures::{Nature, NatureKind};

/// The nature of whose relationship was said how many days ago; influence, mutuality and openness.
const NATURES: &[(&str, i64, NatureKind, [u8; 3])] = &[
    ("Tomasz Wilczyn", 190, NatureKind::Transactional, [2, 3, 2]),
    (
        "Tomasz Wilczyn",
        26,
        NatureKind::MutuallyDependent,
        [3, 4, 3],
    ),
    (
        "Meenal Dasrath",
        55,
        NatureKind::Transformational,
        [4, 3, 4],
    ),
    (
        "Samir Haddoun",
        80,
        NatureKind::MutuallyDependent,
        [4, 4, 4],
    ),
];

impl Cast<'_> {
    /// Says boundaries, declares a conflict of interest and says natures.
    pub(super) fn say_boundaries(&self) -> Result<()> {
        let then = ago(&self.now, 55);
        let meenal = Boundaries {
            sharing: Some(Sharing::SomeOfMe),
            off_limits: vec!["her visa".to_owned(), "the reorganisation".to_owned()],
            hours: Some(TheirHours {
                weekdays: vec![0, 1, 2, 3, 4],
                from: 9 * 60 + 30,
                to: 18 * 60,
            }),
            zone: "Asia/Kolkata".to_owned(),
        };
        let meenal_id = self.id("Meenal Dasrath")?;
        self.book.boundaries_set(meenal_id, &meenal, &then)?;
        let daniel = self.id("Daniel Osterby")?;
        let work_only = Boundaries {
            sharing: Some(Sharing::WorkOnly),
            off_limits: vec!["the merger".to_owned()],
            ..Boundaries::default()
        };
        self.book.boundaries_set(daniel, &work_only, &then)?;
        let tender = NewConflict {
            with: ConflictWith::Me,
            level: ConflictLevel::Actual,
            why: "You decide on the optics tender, and Daniel is bidding".to_owned(),
            handling: Handling::Managed,
            how: "Ruth signs off what you propose".to_owned(),
            until: self.day(112),
        };
        self.book.conflict_add(daniel, &tender, &then)?;
        for (name, days, nature, [influence, mutuality, openness]) in NATURES {
            let said = Nature {
                nature: Some(*nature),
                influence: Some(*influence),
                mutuality: Some(*mutuality),
                openness: Some(*openness),
            };
            self.book
                .nature_set(self.id(name)?, &said, &ago(&self.now, *days))?;
        }
        Ok(())
    }
}
