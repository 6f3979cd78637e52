//! The ties among the people of the sample, and the proposed ties that are left undecided.

use std::collections::HashSet;
use std::fs;

use chrono::Datelike;

use super::history::{Cast, ago};
use crate::error::Result;
use crate::import::{Plan, Source, Unwatched};
use crate::ties::Closeness::{self, Close, Colleague, Little, NotSure};
use crate::ties::TieKind::{
    self, ClientOf, Influences, Introduced, Knows, Mentors, ReportsTo, WorksWith,
};
use crate::ties::{NewTie, Pair, TiePair};

/// How many days ago all ties were entered.
const ENTERED_DAYS_AGO: i64 = 40;

/// A tie: one person, the kind, the other person, closeness, years, and a note.
struct SampleTie(
    &'static str,
    TieKind,
    &'static str,
    Closeness,
    /// For how many years; 0 for unknown.
    i32,
    &'static str,
);

#[rustfmt::skip] // A line a tie.
const TIES: &[SampleTie] = &[
    // The Forum, and the people whom its chair connects.
    SampleTie("Gareth Pennlow", Knows, "Samir Haddoun", Close, 3, "two years on the drafting group"),
    SampleTie("Gareth Pennlow", Knows, "Nadia Ferreux", Close, 7, "she sits on his committee"),
    SampleTie("Gareth Pennlow", Knows, "Yuki Taniwaki", Colleague, 5, ""),
    SampleTie("Gareth Pennlow", WorksWith, "Helena Prokš", Colleague, 6, ""),
    SampleTie("Gareth Pennlow", Knows, "Jonas Witterick", Little, 0, ""),
    SampleTie("Gareth Pennlow", Knows, "Adaeze Umeh", Little, 0, ""),
    SampleTie("Helena Prokš", WorksWith, "Kirsi Vaalamo", Close, 4, ""),
    SampleTie("Helena Prokš", WorksWith, "Hugo Pereiral", Colleague, 0, ""),
    SampleTie("Helena Prokš", WorksWith, "Dina Sharvit", Little, 0, ""),
    SampleTie("Kirsi Vaalamo", WorksWith, "Dina Sharvit", Colleague, 0, ""),
    SampleTie("Kirsi Vaalamo", Knows, "Samir Haddoun", Colleague, 2, "edits what the drafting group writes"),
    // Orrin Pharma.
    SampleTie("Marta Iglesor", ReportsTo, "Nadia Ferreux", Colleague, 3, ""),
    SampleTie("Amir Dastgheb", ReportsTo, "Nadia Ferreux", Colleague, 0, ""),
    SampleTie("Adaeze Umeh", WorksWith, "Nadia Ferreux", Colleague, 6, ""),
    SampleTie("Paolo Vettresi", WorksWith, "Adaeze Umeh", Colleague, 0, ""),
    SampleTie("Amir Dastgheb", WorksWith, "Marta Iglesor", Close, 0, ""),
    SampleTie("Nadia Ferreux", Mentors, "Hannah Iwobi", Little, 9, "Hannah was her student"),
    SampleTie("Ravi Kulkarnet", Knows, "Adaeze Umeh", Little, 0, "audited her twice"),
    // Pelagic Sensing.
    SampleTie("Maren Isaksby", ReportsTo, "Samir Haddoun", Colleague, 1, ""),
    SampleTie("Liv Torgersen", ReportsTo, "Samir Haddoun", Colleague, 1, ""),
    SampleTie("Niko Saarvel", ReportsTo, "Samir Haddoun", Colleague, 1, ""),
    SampleTie("Maren Isaksby", WorksWith, "Niko Saarvel", Close, 1, ""),
    SampleTie("Liv Torgersen", WorksWith, "Niko Saarvel", Colleague, 1, ""),
    SampleTie("Samir Haddoun", Knows, "Yuki Taniwaki", Colleague, 0, ""),
    SampleTie("Samir Haddoun", Knows, "Tomasz Wilczyn", Little, 0, ""),
    SampleTie("Maren Isaksby", Knows, "Tomasz Wilczyn", Little, 0, "optics, mostly"),
    SampleTie("Liv Torgersen", Knows, "Petra Holmqvar", Little, 0, "the humidity set"),
    // Corvane Optics and Veld Logistics.
    SampleTie("Daniel Osterby", Knows, "Samir Haddoun", Colleague, 4, ""),
    SampleTie("Daniel Osterby", Knows, "Amara Nwokedi", Colleague, 0, ""),
    SampleTie("Birgit Lauenstein", WorksWith, "Daniel Osterby", Colleague, 0, ""),
    SampleTie("Chen Aoling", WorksWith, "Theo Marangos", Colleague, 2, ""),
    SampleTie("Chen Aoling", WorksWith, "Daniel Osterby", Little, 0, ""),
    SampleTie("Maren Isaksby", ClientOf, "Birgit Lauenstein", Colleague, 0, "her first lens"),
    SampleTie("Birgit Lauenstein", Knows, "Tomasz Wilczyn", Little, 0, ""),
    SampleTie("Caspian Rook", ReportsTo, "Amara Nwokedi", Colleague, 0, ""),
    SampleTie("Mirela Voinic", ReportsTo, "Amara Nwokedi", Close, 5, ""),
    SampleTie("Caspian Rook", WorksWith, "Mirela Voinic", Little, 0, ""),
    SampleTie("Mathis Corveau", Knows, "Caspian Rook", Little, 0, ""),
    // Tarn Biologics.
    SampleTie("Hannah Iwobi", ReportsTo, "Ilse Varnholt", Colleague, 4, ""),
    SampleTie("Rafael Montiqué", ReportsTo, "Ilse Varnholt", Colleague, 2, ""),
    SampleTie("Mei Tanoura", WorksWith, "Hannah Iwobi", Close, 0, ""),
    SampleTie("Judit Ferenc", WorksWith, "Hannah Iwobi", Colleague, 0, ""),
    SampleTie("Judit Ferenc", WorksWith, "Rafael Montiqué", Little, 0, ""),
    SampleTie("Owen Tadlock", WorksWith, "Rafael Montiqué", NotSure, 0, ""),
    SampleTie("Ilse Varnholt", Knows, "Leonie Marchwald", Colleague, 0, "buy from the same people"),
    SampleTie("Kofi Amenuvor", Knows, "Ilse Varnholt", Colleague, 3, "the yearly audit"),
    // St Alder Hospitals.
    SampleTie("Noor Elbaz", WorksWith, "Elif Sarıkan", Colleague, 0, ""),
    SampleTie("Noor Elbaz", WorksWith, "Gwen Castlereagh", Colleague, 0, ""),
    SampleTie("Farid Belkacemi", WorksWith, "Elif Sarıkan", Little, 0, ""),
    SampleTie("Gwen Castlereagh", WorksWith, "Leonie Marchwald", Colleague, 0, ""),
    SampleTie("Sofia Lindqvern", Knows, "Leonie Marchwald", Colleague, 3, ""),
    SampleTie("Elif Sarıkan", Knows, "Helena Prokš", Little, 0, ""),
    // Bench & Signal and others.
    SampleTie("Sean Dunmorrow", ReportsTo, "Yuki Taniwaki", Colleague, 0, ""),
    SampleTie("Iman Rostova", WorksWith, "Yuki Taniwaki", Close, 8, ""),
    SampleTie("Iman Rostova", WorksWith, "Sean Dunmorrow", Little, 0, ""),
    SampleTie("Yuki Taniwaki", Introduced, "Rosalind Aydelott", Little, 0, "at the Forum’s spring day"),
    SampleTie("Uma Sethuraj", WorksWith, "Ravi Kulkarnet", Colleague, 0, ""),
    SampleTie("Uma Sethuraj", Knows, "Kofi Amenuvor", Colleague, 0, "our last two audits"),
    SampleTie("Bo Tennerud", Knows, "Anouk Delsarte", Little, 0, ""),
    // Northmere.
    SampleTie("Ruth Castellane", ReportsTo, "Astrid Nygård", Close, 8, ""),
    SampleTie("Joaquín Beltrame", ReportsTo, "Astrid Nygård", Colleague, 6, ""),
    SampleTie("Ruth Castellane", WorksWith, "Joaquín Beltrame", Colleague, 6, ""),
    SampleTie("Ruth Castellane", Influences, "Joaquín Beltrame", Close, 0, ""),
    SampleTie("Samir Haddoun", Influences, "Nadia Ferreux", Little, 0, ""),
    SampleTie("Jonas Witterick", ReportsTo, "Ruth Castellane", Colleague, 0, ""),
    SampleTie("Clara Whitlow", ReportsTo, "Ruth Castellane", Colleague, 0, ""),
    SampleTie("Siddharth Velloor", ReportsTo, "Tomasz Wilczyn", Colleague, 2, ""),
    SampleTie("Arjun Mehlwar", ReportsTo, "Siddharth Velloor", Colleague, 0, ""),
    SampleTie("Lukas Brehmer", ReportsTo, "Kofi Amenuvor", Colleague, 0, ""),
    SampleTie("Per Anderlund", WorksWith, "Kofi Amenuvor", Colleague, 0, ""),
    SampleTie("Tomasz Wilczyn", WorksWith, "Kofi Amenuvor", Close, 5, ""),
    SampleTie("Meenal Dasrath", WorksWith, "Sofia Lindqvern", Colleague, 2, ""),
    SampleTie("Meenal Dasrath", WorksWith, "Petra Holmqvar", Close, 2, ""),
    SampleTie("Meenal Dasrath", WorksWith, "Siddharth Velloor", Colleague, 0, ""),
    SampleTie("Petra Holmqvar", WorksWith, "Siddharth Velloor", Colleague, 0, ""),
    SampleTie("Petra Holmqvar", WorksWith, "Sofia Lindqvern", Little, 0, ""),
    SampleTie("Sofia Lindqvern", WorksWith, "Siddharth Velloor", Little, 0, ""),
    SampleTie("Tamsin Eversholt", WorksWith, "Joaquín Beltrame", Colleague, 0, ""),
    SampleTie("Ingrid Solheim", WorksWith, "Anouk Delsarte", Close, 0, ""),
];

/// A tie that ended last year: two people, and how many years ago it began.
const ENDED: (&str, &str, i32) = ("Pavel Drenko", "Amara Nwokedi", 5);

/// The proposed ties that are left undecided.
const UNDECIDED: &[(&str, &str)] = &[
    ("Theo Marangos", "Daniel Osterby"),
    ("Rafael Montiqué", "Hannah Iwobi"),
    ("Sabine Orleth", "Leonie Marchwald"),
    ("Elif Sarıkan", "Leonie Marchwald"),
    ("Clara Whitlow", "Sofia Lindqvern"),
    ("Marta Iglesor", "Hannah Iwobi"),
];

/// A card of Theo's, whose X-MANAGER makes Kith propose a tie.
const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Theo Marangos\r\nN:Marangos;Theo;;;\r\n\
    ORG:Corvane Optics\r\nTITLE:Sales Director\r\nEMAIL:theo.marangos@corvane.example\r\n\
    TEL:+1 202 555 0131\r\nX-MANAGER:Daniel Osterby\r\nEND:VCARD\r\n";

impl Cast<'_> {
    /// Makes all ties, and leaves some proposed.
    pub(super) fn tie(&self) -> Result<()> {
        self.import_card()?;
        let then = ago(&self.now, ENTERED_DAYS_AGO);
        let year = self.now.today().year();
        for SampleTie(person, kind, other, closeness, years, note) in TIES {
            let tie = NewTie {
                person: self.id(person)?.into(),
                other: self.id(other)?.into(),
                kind: *kind,
                closeness: *closeness,
                since: match years {
                    0 => String::new(),
                    years => (year - years).to_string(),
                },
                until: String::new(),
                note: (*note).to_owned(),
            };
            self.book.tie_add(&tie, &then)?;
        }
        let (person, other, years) = ENDED;
        let over = NewTie {
            person: self.id(person)?.into(),
            other: self.id(other)?.into(),
            kind: ReportsTo,
            closeness: Colleague,
            since: (year - years).to_string(),
            until: (year - 1).to_string(),
            note: String::new(),
        };
        self.book.tie_add(&over, &then)?;
        self.refuse_the_rest()
    }

    /// Declines all other proposed ties.
    fn refuse_the_rest(&self) -> Result<()> {
        let open: HashSet<Pair> = UNDECIDED
            .iter()
            .map(|(one, two)| Ok(Pair::of(self.id(one)?, self.id(two)?)))
            .collect::<Result<_>>()?;
        let proposed = self.book.ties_proposed(1000, &self.now)?.ties;
        let pairs = proposed.iter().map(|tie| TiePair {
            person: tie.person.id,
            other: tie.other.id,
        });
        let no: Vec<TiePair> = pairs
            .filter(|pair| !open.contains(&Pair::from(*pair)))
            .collect();
        self.book.ties_decide(&[], &no, &self.now)?;
        Ok(())
    }

    fn import_card(&self) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("Theo Marangos.vcf");
        fs::write(&file, CARD)?;
        let mut plan = Plan::make(
            self.book,
            "Theo Marangos.vcf",
            &[Source::Path(file)],
            &Unwatched,
        )?;
        plan.apply(self.book, &Unwatched, &ago(&self.now, ENTERED_DAYS_AGO))?;
        Ok(())
    }
}
