//! Lines for next time, and things kept to share, of the sample.

use super::history::{Cast, ago};
use crate::error::Result;
use crate::shares::NewShare;

/// Name, days ago, and the line.
const NEXT_TIME: &[(&str, i64, &str)] = &[
    (
        "Ilse Varnholt",
        1,
        "Ask how the move to the new Bergen labs went",
    ),
    (
        "Meenal Dasrath",
        2,
        "Ask what she would like less of this quarter",
    ),
];

struct Kept {
    with: &'static [&'static str],
    title: &'static str,
    link: &'static str,
    note: &'static str,
    /// Kept so many days ago, and shared with the first of them so many days ago.
    kept: i64,
    shared: Option<i64>,
}

const KEPT: &[Kept] = &[
    Kept {
        with: &["Ilse Varnholt", "Rafael Montiqué"],
        title: "Moving a lab without losing a week",
        link: "https://bench-and-signal.example/moving-a-lab",
        note: "The part about humidity in the first month",
        kept: 8,
        shared: None,
    },
    Kept {
        with: &["Yuki Taniwaki"],
        title: "An article on calibration drift",
        link: "https://bench-and-signal.example/drift",
        note: "",
        kept: 11,
        shared: None,
    },
    Kept {
        with: &["Samir Haddoun"],
        title: "The grant calendar of Innova North",
        link: "https://innova-north.example/calls",
        note: "",
        kept: 40,
        shared: Some(30),
    },
];

impl Cast<'_> {
    /// Writes the lines and keeps the things, after all talks.
    pub(super) fn keep_to_share(&self) -> Result<()> {
        for (name, days_ago, line) in NEXT_TIME {
            let then = ago(&self.now, *days_ago);
            self.book.next_line_set(&[self.id(name)?], line, &then)?;
        }
        for kept in KEPT {
            let people = kept.with.iter().map(|name| self.id(name));
            let new = NewShare {
                title: kept.title.to_owned(),
                link: kept.link.to_owned(),
                note: kept.note.to_owned(),
                people: people.collect::<Result<_>>()?,
            };
            let id = self.book.share_add(&new, &ago(&self.now, kept.kept))?.value;
            if let (Some(shared), Some(first)) = (kept.shared, new.people.first()) {
                let then = ago(&self.now, shared);
                self.book.share_mark(id, *first, true, &then)?;
            }
        }
        Ok(())
    }
}
