//! Promises of the sample, mine and theirs: open ones, a moved one, and a year of those that ended.

use super::history::{Cast, ago};
use crate::commitments::CommitmentEnd::{self, Broken, Dropped, Kept};
use crate::commitments::NewCommitment;
use crate::commitments::OwedBy::{self, Me, Them};
use crate::error::Result;

/// A promise; all days are counted from today, negative ones are past.
struct Promise {
    with: &'static [&'static str],
    owed_by: OwedBy,
    what: &'static str,
    /// Made so many days ago.
    made: i64,
    /// For that day, where it has one.
    due: Option<i64>,
    /// Moved so many days ago to a day, and whether it was agreed.
    moved: Option<(i64, i64, bool)>,
    /// Ended so many days ago, how, and a line about it.
    ended: Option<(i64, CommitmentEnd, &'static str)>,
}

const OPEN: Promise = Promise {
    with: &[],
    owed_by: Me,
    what: "",
    made: 0,
    due: None,
    moved: None,
    ended: None,
};

const PROMISES: &[Promise] = &[
    Promise {
        with: &["Samir Haddoun"],
        what: "Introduce Samir to the Corvane optics team",
        made: 9,
        due: Some(-2),
        ..OPEN
    },
    Promise {
        with: &["Leonie Marchwald"],
        what: "Send the draft service agreement",
        made: 6,
        due: Some(0),
        ..OPEN
    },
    Promise {
        with: &["Samir Haddoun", "Gareth Pennlow"],
        what: "A summary of what the three of us settled",
        made: 26,
        due: Some(-1),
        moved: Some((4, 5, true)),
        ..OPEN
    },
    Promise {
        with: &["Maren Isaksby"],
        what: "Lend her the book on field cameras",
        made: 30,
        ..OPEN
    },
    Promise {
        with: &["Samir Haddoun"],
        owed_by: Them,
        what: "A name at Orrin who runs stability testing",
        made: 9,
        due: Some(6),
        ..OPEN
    },
    Promise {
        with: &["Gareth Pennlow"],
        owed_by: Them,
        what: "Comments on the humidity protocol",
        made: 20,
        due: Some(-6),
        ..OPEN
    },
    Promise {
        with: &["Samir Haddoun"],
        owed_by: Them,
        what: "Two candidates for the optics role",
        made: 20,
        due: Some(-5),
        ended: Some((6, Kept, "")),
        ..OPEN
    },
    Promise {
        with: &["Samir Haddoun"],
        what: "Notes on drift in humid labs",
        made: 30,
        due: Some(-18),
        moved: Some((20, -11, true)),
        ended: Some((12, Kept, "")),
        ..OPEN
    },
    Promise {
        with: &["Samir Haddoun"],
        what: "A second reading of the spin-out plan",
        made: 50,
        due: Some(-37),
        ended: Some((36, Broken, "Too close to the grant panel; told him so.")),
        ..OPEN
    },
    Promise {
        with: &["Samir Haddoun"],
        what: "The grant template Ruth used",
        made: 70,
        due: Some(-61),
        ended: Some((61, Kept, "")),
        ..OPEN
    },
    Promise {
        with: &["Ilse Varnholt"],
        what: "Pictures of the new benches",
        made: 50,
        due: Some(-43),
        ended: Some((42, Kept, "")),
        ..OPEN
    },
    Promise {
        with: &["Gareth Pennlow"],
        what: "Ask Solveig about the funding call",
        made: 90,
        due: Some(-80),
        ended: Some((82, Kept, "")),
        ..OPEN
    },
    Promise {
        with: &["Leonie Marchwald"],
        what: "A shorter list of suppliers",
        made: 60,
        due: Some(-45),
        ended: Some((50, Dropped, "")),
        ..OPEN
    },
];

impl Cast<'_> {
    /// Makes all promises, each on its day, and what became of them.
    pub(super) fn promise(&self) -> Result<()> {
        PROMISES.iter().try_for_each(|promise| self.make(promise))
    }

    fn make(&self, promise: &Promise) -> Result<()> {
        let people = promise.with.iter().map(|name| self.id(name));
        let new = NewCommitment {
            owed_by: promise.owed_by,
            what: promise.what.to_owned(),
            people: people.collect::<Result<_>>()?,
            when: promise.due.map_or(String::new(), |due| self.day(due)),
        };
        let then = ago(&self.now, promise.made);
        let id = self.book.commitment_add(&new, &then)?.value;
        if let Some((moved, to, agreed)) = promise.moved {
            let then = ago(&self.now, moved);
            self.book
                .commitment_move(id, &self.day(to), agreed, &then)?;
        }
        if let Some((ended, end, why)) = promise.ended {
            let then = ago(&self.now, ended);
            self.book.commitment_end(id, end, why, &then)?;
        }
        Ok(())
    }
}
