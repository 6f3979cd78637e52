//! Seeded cards of invented people: mixed 2.1, 3.0 and 4.0, as address books really export them.

use std::fmt::Write;

/// SplitMix64: the same seed gives the same cards on every machine.
pub struct Seeded(pub u64);

impl Seeded {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let at = self.below(from.len() as u64);
        usize::try_from(at)
            .ok()
            .and_then(|at| from.get(at))
            .copied()
            .unwrap_or_default()
    }
}

const SYLLABLES: [&str; 24] = [
    "an", "bel", "cor", "dan", "el", "fre", "gar", "hil", "is", "jo", "ka", "lin", "mar", "nor",
    "ol", "pel", "ros", "sam", "tor", "ul", "var", "wil", "yuk", "zor",
];
const GIVEN: [&str; 16] = [
    "Ana", "Jürgen", "Søren", "Łukasz", "Ilse", "Samir", "Meenal", "Yuki", "Daniel", "Leonie",
    "Tomasz", "Amara", "Gareth", "Nadia", "Rosalind", "Kofi",
];
const ROLES: [&str; 8] = [
    "Engineer",
    "Director of Laboratories",
    "Buyer",
    "Founder",
    "Analyst",
    "Head of Quality",
    "Editor",
    "Grant Adviser",
];
const ORGANISATIONS: [&str; 12] = [
    "Northmere",
    "Tarn Biologics",
    "Corvane Optics",
    "Pelagic Sensing",
    "Veld Logistics",
    "St Alder Hospitals",
    "Orrin Pharma",
    "Bench & Signal",
    "Innova North",
    "Fenwick Grey",
    "Open Metrology Forum",
    "Museum of Instruments",
];

fn family(seeded: &mut Seeded) -> String {
    let mut name = String::new();
    for _ in 0..3 {
        name.push_str(seeded.pick(&SYLLABLES));
    }
    let mut letters = name.chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

/// Card number `n`: its UID, mail and phone are its own.
pub fn card(seeded: &mut Seeded, n: u64) -> String {
    let (given, family) = (seeded.pick(&GIVEN), family(seeded));
    let (role, organisation) = (seeded.pick(&ROLES), seeded.pick(&ORGANISATIONS));
    let mail = format!(
        "p{n}.{}@{}.example",
        family.to_lowercase(),
        seeded.pick(&SYLLABLES)
    );
    let phone = format!("+1 202 {:03} {:04}", 200 + n / 10_000 % 700, n % 10_000);
    let mut text = String::new();
    let written = match seeded.below(3) {
        0 => write_21(&mut text, given, &family, role, organisation, &mail, &phone),
        1 => write_30(
            &mut text,
            seeded,
            given,
            &family,
            role,
            organisation,
            &mail,
            &phone,
            n,
        ),
        _ => write_40(
            &mut text,
            given,
            &family,
            role,
            organisation,
            &mail,
            &phone,
            n,
        ),
    };
    debug_assert!(written.is_ok());
    text
}

fn quoted(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b' '..=b'<' | b'>'..=b'~' => char::from(byte).to_string(),
            byte => format!("={byte:02X}"),
        })
        .collect()
}

fn write_21(
    out: &mut String,
    given: &str,
    family: &str,
    role: &str,
    organisation: &str,
    mail: &str,
    phone: &str,
) -> std::fmt::Result {
    let name = quoted(&format!("{given} {family}"));
    write!(out, "BEGIN:VCARD\r\nVERSION:2.1\r\n")?;
    write!(
        out,
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{};{}\r\n",
        quoted(family),
        quoted(given)
    )?;
    write!(out, "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{name}\r\n")?;
    write!(
        out,
        "TEL;CELL;PREF:{phone}\r\nEMAIL;INTERNET;WORK:{mail}\r\n"
    )?;
    write!(
        out,
        "ORG:{organisation};Research\r\nTITLE:{role}\r\nBDAY:19800412\r\n"
    )?;
    write!(
        out,
        "NOTE;ENCODING=QUOTED-PRINTABLE:Met at the forum=0D=0Aand again in=\r\n spring\r\nEND:VCARD\r\n"
    )
}

#[allow(clippy::too_many_arguments, reason = "the parts of a card")]
fn write_30(
    out: &mut String,
    seeded: &mut Seeded,
    given: &str,
    family: &str,
    role: &str,
    organisation: &str,
    mail: &str,
    phone: &str,
    n: u64,
) -> std::fmt::Result {
    write!(
        out,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Example Corp.//Example Phone 9.1//EN\r\n"
    )?;
    write!(
        out,
        "N:{family};{given};;;\r\nFN:{given} {family}\r\nORG:{organisation};Sales\r\nTITLE:{role}\r\n"
    )?;
    write!(
        out,
        "EMAIL;type=INTERNET;type=WORK;type=pref:{mail}\r\nTEL;type=CELL;type=VOICE:{phone}\r\n"
    )?;
    write!(
        out,
        "item1.ADR;type=HOME:;;Storgata {n};Tromsø;;9008;Norway\r\nitem1.X-ABLabel:_$!<Home>!$_\r\n"
    )?;
    write!(
        out,
        "BDAY:1985-08-14\r\nNOTE:Trusts people who show unfinished work\\, and\\n answers short mails the sam\r\n e day.\r\n"
    )?;
    if seeded.below(4) == 0 {
        out.push_str("PHOTO;ENCODING=b;TYPE=JPEG:");
        for line in 0..24 {
            out.push_str(if line == 0 {
                "/9j/4AAQSkZJRgABAQAAAQABAAD"
            } else {
                "\r\n "
            });
            for _ in 0..9 {
                write!(out, "{:08x}", seeded.next() & 0xFFFF_FFFF)?;
            }
        }
        out.push_str("\r\n");
    }
    write!(
        out,
        "UID:{n:08x}-kith-bench\r\nCATEGORIES:forum,{}\r\nREV:2026-03-01T09:00:00Z\r\nEND:VCARD\r\n",
        seeded.pick(&SYLLABLES)
    )
}

#[allow(clippy::too_many_arguments, reason = "the parts of a card")]
fn write_40(
    out: &mut String,
    given: &str,
    family: &str,
    role: &str,
    organisation: &str,
    mail: &str,
    phone: &str,
    n: u64,
) -> std::fmt::Result {
    write!(
        out,
        "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:{n:08x}-0000-4000-8000-000000000000\r\nKIND:individual\r\n"
    )?;
    write!(
        out,
        "FN:{given} {family}\r\nN:{family};{given};;;\r\nORG:{organisation}\r\nROLE:{role}\r\n"
    )?;
    write!(
        out,
        "EMAIL;PREF=1;TYPE=work:{mail}\r\nTEL;VALUE=uri;TYPE=\"cell,voice\":tel:{}\r\n",
        phone.replace(' ', "-")
    )?;
    write!(
        out,
        "URL:https://{organisation}.example/{n}\r\nBDAY:--0412\r\nX-SOCIALPROFILE;TYPE=mastodon:https://social.example/@p{n}\r\nEND:VCARD\r\n"
    )
}

/// So many cards in one file.
pub fn cards(seed: u64, count: u64) -> String {
    let mut seeded = Seeded(seed);
    (0..count).map(|n| card(&mut seeded, n)).collect()
}
