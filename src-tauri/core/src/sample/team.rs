//! The colleagues of the sample's owner.

use super::people::{NORTHMERE, Sketch, When, on, plain};
use crate::relationships::Workplace::{InHouse, Remote};

pub(super) const TEAM: &[Sketch] = &[
    Sketch {
        years: 12,
        close: Some((None, 3)),
        workplace: Some(InHouse),
        purpose: "Agree early on what matters this quarter.",
        birthday: on(33, 50),
        notes: &[(15, "Reads the first page only. Put the question there.")],
        ..plain(
            "Ruth Castellane",
            "Chief Commercial Officer",
            NORTHMERE,
            "ruth.castellane@northmere.example",
            "+1 202 555 0101",
            "Manager",
        )
    },
    Sketch {
        years: 2,
        close: Some((None, 2)),
        workplace: Some(InHouse),
        tags: &["team"],
        birthday: on(1, 34),
        notes: &[(6, "Would like to lead the next pilot on her own.")],
        ..plain(
            "Meenal Dasrath",
            "Product Manager",
            NORTHMERE,
            "meenal.dasrath@northmere.example",
            "+1 202 555 0102",
            "Direct report",
        )
    },
    Sketch {
        department: "Platform",
        years: 3,
        close: Some((None, 2)),
        workplace: Some(Remote),
        tags: &["team"],
        notes: &[(13, "Off on Fridays until summer.")],
        ..plain(
            "Petra Holmqvar",
            "Data Engineer",
            NORTHMERE,
            "petra.holmqvar@northmere.example",
            "+1 202 555 0103",
            "Direct report",
        )
    },
    Sketch {
        years: 6,
        full_in: Some(4),
        close: Some((None, 2)),
        workplace: Some(InHouse),
        purpose: "Tell me what breaks before a client does.",
        tags: &["forum"],
        notes: &[(24, "Walks at noon; the best time to ask him anything.")],
        ..plain(
            "Tomasz Wilczyn",
            "Principal Engineer",
            NORTHMERE,
            "tomasz.wilczyn@northmere.example",
            "+1 202 555 0104",
            "Peer",
        )
    },
    Sketch {
        years: 5,
        close: Some((None, 2)),
        workplace: Some(InHouse),
        birthday: Some(When {
            in_days: 12,
            age: None,
        }),
        ..plain(
            "Kofi Amenuvor",
            "Head of Quality",
            NORTHMERE,
            "kofi.amenuvor@northmere.example",
            "+1 202 555 0105",
            "Peer",
        )
    },
    Sketch {
        workplace: Some(Remote),
        tags: &["team"],
        ..plain(
            "Siddharth Velloor",
            "Firmware Lead",
            NORTHMERE,
            "siddharth.velloor@northmere.example",
            "+1 202 555 0106",
            "Peer",
        )
    },
    Sketch {
        years: 4,
        workplace: Some(InHouse),
        notes: &[(88, "Contracts go out faster when the annex is attached.")],
        ..plain(
            "Tamsin Eversholt",
            "Legal Counsel",
            NORTHMERE,
            "tamsin.eversholt@northmere.example",
            "+1 202 555 0107",
            "Peer",
        )
    },
    Sketch {
        years: 6,
        workplace: Some(InHouse),
        ..plain(
            "Joaquín Beltrame",
            "Finance Director",
            NORTHMERE,
            "joaquin.beltrame@northmere.example",
            "+1 202 555 0108",
            "Senior leader",
        )
    },
    Sketch {
        years: 3,
        close: Some((None, 2)),
        workplace: Some(Remote),
        tags: &["team"],
        birthday: on(2, 38),
        ..plain(
            "Sofia Lindqvern",
            "Partner Manager",
            NORTHMERE,
            "sofia.lindqvern@northmere.example",
            "+1 202 555 0109",
            "Direct report",
        )
    },
];
