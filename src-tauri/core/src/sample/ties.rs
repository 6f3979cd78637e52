//! Who knows whom in the sample, and what is left for its owner to decide.

use std::collections::HashSet;
use std::fs;

use chrono::Datelike;

use super::history::{Cast, ago};
use crate::error::Result;
use crate::import::{Plan, Source, Unwatched};
use crate::ties::Closeness::{self, Close, Colleague, Little, NotSure};
use crate::ties::TieKind::{self, ClientOf, Introduced, Knows, Mentors, ReportsTo, WorksWith};
use crate::ties::{NewTie, Pair, TiePair};

/// Noted so many days ago, all of them.
const NOTED: i64 = 40;

struct Known(
    &'static str,
    TieKind,
    &'static str,
    Closeness,
    /// Since so many years; 0: not said.
    i32,
    &'static str,
);

#[rustfmt::skip] // A line a tie.
const TIES: &[Known] = &[
    // The Forum, and whom its chair links.
    Known("Gareth Pennlow", Knows, "Samir Haddoun", Close, 3, "two years on the drafting group"),
    Known("Gareth Pennlow", Knows, "Nadia Ferreux", Close, 7, "she sits on his committee"),
    Known("Gareth Pennlow", Knows, "Yuki Taniwaki", Colleague, 5, ""),
    Known("Gareth Pennlow", WorksWith, "Helena Prokš", Colleague, 6, ""),
    Known("Gareth Pennlow", Knows, "Jonas Witterick", Little, 0, ""),
    Known("Gareth Pennlow", Knows, "Adaeze Umeh", Little, 0, ""),
    Known("Helena Prokš", WorksWith, "Kirsi Vaalamo", Close, 4, ""),
    Known("Helena Prokš", WorksWith, "Hugo Pereiral", Colleague, 0, ""),
    Known("Helena Prokš", WorksWith, "Dina Sharvit", Little, 0, ""),
    Known("Kirsi Vaalamo", WorksWith, "Dina Sharvit", Colleague, 0, ""),
    Known("Kirsi Vaalamo", Knows, "Samir Haddoun", Colleague, 2, "edits what the drafting group writes"),
    // Orrin Pharma.
    Known("Marta Iglesor", ReportsTo, "Nadia Ferreux", Colleague, 3, ""),
    Known("Amir Dastgheb", ReportsTo, "Nadia Ferreux", Colleague, 0, ""),
    Known("Adaeze Umeh", WorksWith, "Nadia Ferreux", Colleague, 6, ""),
    Known("Paolo Vettresi", WorksWith, "Adaeze Umeh", Colleague, 0, ""),
    Known("Amir Dastgheb", WorksWith, "Marta Iglesor", Close, 0, ""),
    Known("Nadia Ferreux", Mentors, "Hannah Iwobi", Little, 9, "Hannah was her student"),
    Known("Ravi Kulkarnet", Knows, "Adaeze Umeh", Little, 0, "audited her twice"),
    // Pelagic Sensing.
    Known("Maren Isaksby", ReportsTo, "Samir Haddoun", Colleague, 1, ""),
    Known("Liv Torgersen", ReportsTo, "Samir Haddoun", Colleague, 1, ""),
    Known("Niko Saarvel", ReportsTo, "Samir Haddoun", Colleague, 1, ""),
    Known("Maren Isaksby", WorksWith, "Niko Saarvel", Close, 1, ""),
    Known("Liv Torgersen", WorksWith, "Niko Saarvel", Colleague, 1, ""),
    Known("Samir Haddoun", Knows, "Yuki Taniwaki", Colleague, 0, ""),
    Known("Samir Haddoun", Knows, "Tomasz Wilczyn", Little, 0, ""),
    Known("Maren Isaksby", Knows, "Tomasz Wilczyn", Little, 0, "optics, mostly"),
    Known("Liv Torgersen", Knows, "Petra Holmqvar", Little, 0, "the humidity set"),
    // Corvane Optics and Veld Logistics.
    Known("Daniel Osterby", Knows, "Samir Haddoun", Colleague, 4, ""),
    Known("Daniel Osterby", Knows, "Amara Nwokedi", Colleague, 0, ""),
    Known("Birgit Lauenstein", WorksWith, "Daniel Osterby", Colleague, 0, ""),
    Known("Chen Aoling", WorksWith, "Theo Marangos", Colleague, 2, ""),
    Known("Chen Aoling", WorksWith, "Daniel Osterby", Little, 0, ""),
    Known("Maren Isaksby", ClientOf, "Birgit Lauenstein", Colleague, 0, "her first lens"),
    Known("Birgit Lauenstein", Knows, "Tomasz Wilczyn", Little, 0, ""),
    Known("Caspian Rook", ReportsTo, "Amara Nwokedi", Colleague, 0, ""),
    Known("Mirela Voinic", ReportsTo, "Amara Nwokedi", Close, 5, ""),
    Known("Caspian Rook", WorksWith, "Mirela Voinic", Little, 0, ""),
    Known("Mathis Corveau", Knows, "Caspian Rook", Little, 0, ""),
    // Tarn Biologics.
    Known("Hannah Iwobi", ReportsTo, "Ilse Varnholt", Colleague, 4, ""),
    Known("Rafael Montiqué", ReportsTo, "Ilse Varnholt", Colleague, 2, ""),
    Known("Mei Tanoura", WorksWith, "Hannah Iwobi", Close, 0, ""),
    Known("Judit Ferenc", WorksWith, "Hannah Iwobi", Colleague, 0, ""),
    Known("Judit Ferenc", WorksWith, "Rafael Montiqué", Little, 0, ""),
    Known("Owen Tadlock", WorksWith, "Rafael Montiqué", NotSure, 0, ""),
    Known("Ilse Varnholt", Knows, "Leonie Marchwald", Colleague, 0, "buy from the same people"),
    Known("Kofi Amenuvor", Knows, "Ilse Varnholt", Colleague, 3, "the yearly audit"),
    // St Alder Hospitals.
    Known("Noor Elbaz", WorksWith, "Elif Sarıkan", Colleague, 0, ""),
    Known("Noor Elbaz", WorksWith, "Gwen Castlereagh", Colleague, 0, ""),
    Known("Farid Belkacemi", WorksWith, "Elif Sarıkan", Little, 0, ""),
    Known("Gwen Castlereagh", WorksWith, "Leonie Marchwald", Colleague, 0, ""),
    Known("Sofia Lindqvern", Knows, "Leonie Marchwald", Colleague, 3, ""),
    Known("Elif Sarıkan", Knows, "Helena Prokš", Little, 0, ""),
    // Bench & Signal, and those who look on.
    Known("Sean Dunmorrow", ReportsTo, "Yuki Taniwaki", Colleague, 0, ""),
    Known("Iman Rostova", WorksWith, "Yuki Taniwaki", Close, 8, ""),
    Known("Iman Rostova", WorksWith, "Sean Dunmorrow", Little, 0, ""),
    Known("Yuki Taniwaki", Introduced, "Rosalind Aydelott", Little, 0, "at the Forum’s spring day"),
    Known("Uma Sethuraj", WorksWith, "Ravi Kulkarnet", Colleague, 0, ""),
    Known("Uma Sethuraj", Knows, "Kofi Amenuvor", Colleague, 0, "our last two audits"),
    Known("Bo Tennerud", Knows, "Anouk Delsarte", Little, 0, ""),
    // Northmere.
    Known("Ruth Castellane", ReportsTo, "Astrid Nygård", Close, 8, ""),
    Known("Joaquín Beltrame", ReportsTo, "Astrid Nygård", Colleague, 6, ""),
    Known("Ruth Castellane", WorksWith, "Joaquín Beltrame", Colleague, 6, ""),
    Known("Jonas Witterick", ReportsTo, "Ruth Castellane", Colleague, 0, ""),
    Known("Clara Whitlow", ReportsTo, "Ruth Castellane", Colleague, 0, ""),
    Known("Siddharth Velloor", ReportsTo, "Tomasz Wilczyn", Colleague, 2, ""),
    Known("Arjun Mehlwar", ReportsTo, "Siddharth Velloor", Colleague, 0, ""),
    Known("Lukas Brehmer", ReportsTo, "Kofi Amenuvor", Colleague, 0, ""),
    Known("Per Anderlund", WorksWith, "Kofi Amenuvor", Colleague, 0, ""),
    Known("Tomasz Wilczyn", WorksWith, "Kofi Amenuvor", Close, 5, ""),
    Known("Meenal Dasrath", WorksWith, "Sofia Lindqvern", Colleague, 2, ""),
    Known("Meenal Dasrath", WorksWith, "Petra Holmqvar", Close, 2, ""),
    Known("Meenal Dasrath", WorksWith, "Siddharth Velloor", Colleague, 0, ""),
    Known("Petra Holmqvar", WorksWith, "Siddharth Velloor", Colleague, 0, ""),
    Known("Petra Holmqvar", WorksWith, "Sofia Lindqvern", Little, 0, ""),
    Known("Sofia Lindqvern", WorksWith, "Siddharth Velloor", Little, 0, ""),
    Known("Tamsin Eversholt", WorksWith, "Joaquín Beltrame", Colleague, 0, ""),
    Known("Ingrid Solheim", WorksWith, "Anouk Delsarte", Close, 0, ""),
];

/// Over since last year: who, to whom, since so many years.
const OVER: (&str, &str, i32) = ("Pavel Drenko", "Amara Nwokedi", 5);

/// What Kith proposes and nobody has decided on.
const OPEN: &[(&str, &str)] = &[
    ("Theo Marangos", "Daniel Osterby"),
    ("Rafael Montiqué", "Hannah Iwobi"),
    ("Sabine Orleth", "Leonie Marchwald"),
    ("Elif Sarıkan", "Leonie Marchwald"),
    ("Clara Whitlow", "Sofia Lindqvern"),
    ("Marta Iglesor", "Hannah Iwobi"),
];

/// What Theo once sent.
const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Theo Marangos\r\nN:Marangos;Theo;;;\r\n\
    ORG:Corvane Optics\r\nTITLE:Sales Director\r\nEMAIL:theo.marangos@corvane.example\r\n\
    TEL:+1 202 555 0131\r\nX-MANAGER:Daniel Osterby\r\nEND:VCARD\r\n";

impl Cast<'_> {
    /// Ties everybody, and leaves some proposed.
    pub(super) fn tie(&self) -> Result<()> {
        self.import_card()?;
        let then = ago(&self.now, NOTED);
        let year = self.now.today().year();
        for Known(person, kind, other, closeness, years, note) in TIES {
            let tie = NewTie {
                person: self.id(person)?,
                other: self.id(other)?,
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
        let (person, other, years) = OVER;
        let over = NewTie {
            person: self.id(person)?,
            other: self.id(other)?,
            kind: ReportsTo,
            closeness: Colleague,
            since: (year - years).to_string(),
            until: (year - 1).to_string(),
            note: String::new(),
        };
        self.book.tie_add(&over, &then)?;
        self.refuse_the_rest()
    }

    /// All the other small houses and talks: their owner has said no.
    fn refuse_the_rest(&self) -> Result<()> {
        let open: HashSet<Pair> = OPEN
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
        plan.apply(self.book, &Unwatched, &ago(&self.now, NOTED))?;
        Ok(())
    }
}
