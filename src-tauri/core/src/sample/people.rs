//! The people of the sample. All are invented: phone numbers are from the range reserved for fiction,
//! mail addresses end in .example.

use crate::details::ContactKind;
use crate::details::ContactKind::{Address, Chat, Link};
use crate::relationships::Workplace::{self, Remote};

/// A birthday: in how many days it is, and the age reached then, if known.
#[derive(Clone, Copy)]
pub(super) struct When {
    pub(super) in_days: i64,
    pub(super) age: Option<i32>,
}

/// A person with all the details that the sample gives them.
pub(super) struct Sketch {
    pub(super) name: &'static str,
    pub(super) role: &'static str,
    pub(super) organisation: &'static str,
    pub(super) department: &'static str,
    /// How many years they have had their job.
    pub(super) years: i32,
    /// In how many days these years are complete; `None` for a job without a start date.
    pub(super) full_in: Option<i64>,
    pub(super) email: &'static str,
    pub(super) phone: &'static str,
    pub(super) also: &'static [(ContactKind, &'static str, &'static str)],
    /// The name of the kind of relationship.
    pub(super) kind: &'static str,
    /// If kept close: the cadence in days (`None` for the kind's own) and the importance, 1–3.
    pub(super) close: Option<(Option<u32>, u8)>,
    /// For how many days they have been kept close.
    pub(super) close_for: i64,
    pub(super) workplace: Option<Workplace>,
    pub(super) purpose: &'static str,
    pub(super) tags: &'static [&'static str],
    pub(super) birthday: Option<When>,
    /// Notes: how many days old, and the text.
    pub(super) notes: &'static [(i64, &'static str)],
}

pub(super) const fn plain(
    name: &'static str,
    role: &'static str,
    organisation: &'static str,
    email: &'static str,
    phone: &'static str,
    kind: &'static str,
) -> Sketch {
    Sketch {
        name,
        role,
        organisation,
        department: "",
        years: 2,
        full_in: None,
        email,
        phone,
        also: &[],
        kind,
        close: None,
        close_for: 330,
        workplace: None,
        purpose: "",
        tags: &[],
        birthday: None,
        notes: &[],
    }
}

/// A birthday.
pub(super) const fn on(in_days: i64, age: i32) -> Option<When> {
    Some(When {
        in_days,
        age: Some(age),
    })
}

pub(super) const NORTHMERE: &str = "Northmere";
pub(super) const TARN: &str = "Tarn Biologics";
pub(super) const ST_ALDER: &str = "St Alder Hospitals";
pub(super) const ORRIN: &str = "Orrin Pharma";
pub(super) const FORUM: &str = "Open Metrology Forum";
pub(super) const PELAGIC: &str = "Pelagic Sensing";
pub(super) const CORVANE: &str = "Corvane Optics";
pub(super) const VELD: &str = "Veld Logistics";
pub(super) const BENCH: &str = "Bench & Signal";

/// The people at other organisations.
pub(super) const OUTSIDE: &[Sketch] = &[
    Sketch {
        years: 3,
        also: &[
            (Link, "https://pelagic.example/team", "Work"),
            (Chat, "matrix:u/samir:pelagic.example", "Matrix"),
        ],
        close: Some((Some(30), 3)),
        workplace: Some(Remote),
        purpose: "An open benchmark for drift, and somebody to think out loud with.",
        tags: &["forum", "optics"],
        birthday: on(4, 45),
        notes: &[
            (41, "Prefers to think out loud, then decides by mail."),
            (
                20,
                "Trained as a marine engineer, came to sensing through buoys.\nRestoring a 1962 sailing boat.",
            ),
            (
                9,
                "Do not pitch him; bring a problem. Trusts people who show unfinished work.",
            ),
        ],
        ..plain(
            "Samir Haddoun",
            "Founder",
            PELAGIC,
            "samir@pelagic.example",
            "+1 202 555 0148",
            "Industry contact",
        )
    },
    Sketch {
        years: 1,
        tags: &["optics"],
        workplace: Some(Remote),
        notes: &[(
            9,
            "Left a post in Tromsø for the spin-out. Wants to hear how we test in humid labs.",
        )],
        ..plain(
            "Maren Isaksby",
            "Optics Engineer",
            PELAGIC,
            "maren@pelagic.example",
            "+1 202 555 0149",
            "Industry contact",
        )
    },
    Sketch {
        department: "Laboratories",
        years: 6,
        close: Some((None, 3)),
        workplace: Some(Remote),
        purpose: "The renewal in spring, and an honest word on what annoys her labs.",
        tags: &["renewal"],
        birthday: on(19, 52),
        notes: &[
            (75, "Answers short mails the same day and long ones never."),
            (
                34,
                "Asked for numbers from two other labs before she decides.",
            ),
        ],
        ..plain(
            "Ilse Varnholt",
            "Director of Laboratories",
            TARN,
            "ilse.varnholt@tarn.example",
            "+1 202 555 0110",
            "Client",
        )
    },
    Sketch {
        department: "Laboratories",
        years: 4,
        close: Some((Some(45), 2)),
        workplace: Some(Remote),
        tags: &["renewal"],
        notes: &[(
            28,
            "Moves house this month. Send the samples to the lab, not to her.",
        )],
        ..plain(
            "Hannah Iwobi",
            "Head of Assay Development",
            TARN,
            "hannah.iwobi@tarn.example",
            "+1 202 555 0111",
            "Client",
        )
    },
    Sketch {
        department: "Laboratories",
        years: 2,
        also: &[(Address, "4 Cooper’s Yard\nAlderwick", "Work")],
        ..plain(
            "Rafael Montiqué",
            "Lab Manager",
            TARN,
            "rafael.montique@tarn.example",
            "+1 202 555 0112",
            "Client",
        )
    },
    Sketch {
        department: "Procurement",
        years: 5,
        close: Some((None, 2)),
        workplace: Some(Remote),
        tags: &["tender"],
        notes: &[(
            52,
            "The tender opens in March. She may not talk about it; ask about her choir.",
        )],
        ..plain(
            "Leonie Marchwald",
            "Procurement Lead",
            ST_ALDER,
            "leonie.marchwald@stalder.example",
            "+1 202 555 0120",
            "Client",
        )
    },
    Sketch {
        department: "Procurement",
        tags: &["tender"],
        ..plain(
            "Sabine Orleth",
            "Buyer",
            ST_ALDER,
            "sabine.orleth@stalder.example",
            "+1 202 555 0121",
            "Client",
        )
    },
    Sketch {
        department: "Clinical engineering",
        years: 8,
        birthday: Some(When {
            in_days: 61,
            age: None,
        }),
        notes: &[(110, "Knows every device in the house by its noise.")],
        ..plain(
            "Elif Sarıkan",
            "Clinical Engineer",
            ST_ALDER,
            "elif.sarikan@stalder.example",
            "+1 202 555 0122",
            "Industry contact",
        )
    },
    Sketch {
        years: 7,
        close: Some((Some(45), 1)),
        workplace: Some(Remote),
        tags: &["optics"],
        notes: &[(66, "Lead times are better by phone than by mail.")],
        ..plain(
            "Daniel Osterby",
            "Supply Lead",
            CORVANE,
            "daniel.osterby@corvane.example",
            "+1 202 555 0130",
            "Vendor",
        )
    },
    Sketch {
        years: 10,
        close: Some((None, 2)),
        workplace: Some(Remote),
        tags: &["optics"],
        ..plain(
            "Theo Marangos",
            "Sales Director",
            CORVANE,
            "theo.marangos@corvane.example",
            "+1 202 555 0131",
            "Vendor",
        )
    },
    Sketch {
        close: Some((None, 1)),
        tags: &["forum"],
        years: 11,
        notes: &[(
            37,
            "Met through Samir. Collects letters about bad units; send him one.",
        )],
        ..plain(
            "Gareth Pennlow",
            "Committee Chair",
            FORUM,
            "gareth@pennlow.example",
            "+1 202 555 0140",
            "Mentor",
        )
    },
    Sketch {
        close: Some((Some(30), 1)),
        tags: &["forum"],
        also: &[(Link, "https://taniwaki.example", "")],
        notes: &[(
            58,
            "Looks for pieces of 800 words, plainly written, with one figure.",
        )],
        ..plain(
            "Yuki Taniwaki",
            "Editor",
            BENCH,
            "yuki@taniwaki.example",
            "+1 202 555 0141",
            "Industry contact",
        )
    },
    Sketch {
        years: 4,
        close: Some((None, 1)),
        workplace: Some(Remote),
        birthday: Some(When {
            in_days: 10,
            age: None,
        }),
        notes: &[(81, "Call in the morning, she is on the road from eleven.")],
        ..plain(
            "Amara Nwokedi",
            "Regional Manager",
            VELD,
            "amara.nwokedi@veld.example",
            "+1 202 555 0132",
            "Vendor",
        )
    },
    Sketch {
        years: 7,
        close: Some((None, 1)),
        workplace: Some(Remote),
        ..plain(
            "Pavel Drenko",
            "Site Manager",
            VELD,
            "pavel.drenko@veld.example",
            "+1 202 555 0133",
            "Vendor",
        )
    },
    Sketch {
        years: 2,
        close: Some((None, 3)),
        close_for: 30,
        purpose: "A lab at Orrin that runs the pilot for ninety days.",
        tags: &["pilot"],
        notes: &[(
            30,
            "Sits on Gareth’s committee. Hannah was her student.\nNever met; come with a protocol, not with slides.",
        )],
        ..plain(
            "Nadia Ferreux",
            "VP Research",
            ORRIN,
            "nadia.ferreux@orrin.example",
            "+1 202 555 0142",
            "Client",
        )
    },
    Sketch {
        years: 5,
        close: Some((None, 1)),
        tags: &["forum"],
        ..plain(
            "Rosalind Aydelott",
            "Analyst",
            "Fenwick Grey",
            "rosalind@fenwick.example",
            "+1 202 555 0143",
            "Industry contact",
        )
    },
    Sketch {
        years: 9,
        close: Some((None, 1)),
        ..plain(
            "Uma Sethuraj",
            "Quality Auditor",
            "Calder Audit",
            "uma.sethuraj@calder.example",
            "+1 202 555 0144",
            "Industry contact",
        )
    },
];
