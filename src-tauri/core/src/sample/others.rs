//! The people of the sample who are not kept close.

use super::people::{BENCH, CORVANE, FORUM, NORTHMERE, ORRIN, PELAGIC, ST_ALDER, TARN, VELD};
use crate::fold::fold;

/// A person with few details.
pub(super) struct Other {
    pub(super) name: &'static str,
    pub(super) role: &'static str,
    pub(super) organisation: &'static str,
    /// The last two digits of the phone number.
    phone: &'static str,
    pub(super) kind: &'static str,
}

impl Other {
    pub(super) fn phone(&self) -> String {
        format!("+1 202 555 01{}", self.phone)
    }

    pub(super) fn email(&self) -> String {
        let at = match self.organisation {
            "" => "own",
            ST_ALDER => "stalder",
            FORUM => "forum",
            named => named.split(' ').next().unwrap_or(named),
        };
        format!("{}@{}.example", fold(self.name).replace(' ', "."), fold(at))
    }
}

const fn other(
    name: &'static str,
    role: &'static str,
    organisation: &'static str,
    phone: &'static str,
    kind: &'static str,
) -> Other {
    Other {
        name,
        role,
        organisation,
        phone,
        kind,
    }
}

const PEER: &str = "Peer";
const INDUSTRY: &str = "Industry contact";
const CLIENT: &str = "Client";
const VENDOR: &str = "Vendor";
/// No kind: the person has no relationship, and nobody knows them.
const NO_KIND: &str = "";

#[rustfmt::skip] // A line a person.
pub(super) const OTHERS: &[Other] = &[
    other("Astrid Nygård", "Chief Executive", NORTHMERE, "50", "Senior leader"),
    other("Per Anderlund", "Workshop Lead", NORTHMERE, "51", PEER),
    other("Ingrid Solheim", "Office Manager", NORTHMERE, "52", PEER),
    other("Lukas Brehmer", "Test Engineer", NORTHMERE, "53", PEER),
    other("Clara Whitlow", "Marketing Lead", NORTHMERE, "54", PEER),
    other("Arjun Mehlwar", "Firmware Engineer", NORTHMERE, "55", PEER),
    other("Mathis Corveau", "Field Engineer", NORTHMERE, "56", PEER),
    other("Anouk Delsarte", "People Partner", NORTHMERE, "57", PEER),
    other("Jonas Witterick", "Sales Manager", NORTHMERE, "58", PEER),
    other("Mei Tanoura", "Analyst", TARN, "60", CLIENT),
    other("Judit Ferenc", "Validation Lead", TARN, "61", CLIENT),
    other("Owen Tadlock", "Facilities", TARN, "62", CLIENT),
    other("Noor Elbaz", "Nurse Manager", ST_ALDER, "63", CLIENT),
    other("Gwen Castlereagh", "Chief Pharmacist", ST_ALDER, "64", CLIENT),
    other("Farid Belkacemi", "Network Lead", ST_ALDER, "65", CLIENT),
    other("Marta Iglesor", "Stability Scientist", ORRIN, "66", INDUSTRY),
    other("Paolo Vettresi", "Buyer", ORRIN, "67", INDUSTRY),
    other("Adaeze Umeh", "Quality Director", ORRIN, "68", INDUSTRY),
    other("Amir Dastgheb", "Lab Manager", ORRIN, "69", INDUSTRY),
    other("Helena Prokš", "Secretary", FORUM, "70", INDUSTRY),
    other("Kirsi Vaalamo", "Drafting Editor", FORUM, "71", INDUSTRY),
    other("Hugo Pereiral", "Treasurer", FORUM, "72", INDUSTRY),
    other("Dina Sharvit", "Committee Member", FORUM, "73", INDUSTRY),
    other("Liv Torgersen", "Data Scientist", PELAGIC, "74", INDUSTRY),
    other("Niko Saarvel", "Electronics Engineer", PELAGIC, "75", INDUSTRY),
    other("Birgit Lauenstein", "Optical Designer", CORVANE, "76", VENDOR),
    other("Chen Aoling", "Account Manager", CORVANE, "77", VENDOR),
    other("Caspian Rook", "Field Engineer", VELD, "78", VENDOR),
    other("Mirela Voinic", "Dispatcher", VELD, "79", VENDOR),
    other("Sean Dunmorrow", "Reporter", BENCH, "80", INDUSTRY),
    other("Iman Rostova", "Art Director", BENCH, "81", INDUSTRY),
    other("Wanda Kreuzlin", "Partner", "Fenwick Grey", "82", NO_KIND),
    other("Ravi Kulkarnet", "Auditor", "Calder Audit", "83", INDUSTRY),
    other("Bo Tennerud", "Recruiter", "", "84", "Recruiter"),
];
