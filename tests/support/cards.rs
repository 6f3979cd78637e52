//! Generates cards of invented people from a seed, as mixed as in real address books: vCard 2.1, 3.0 and
//! 4.0, folds, quoted-printable, photos. The tests and `cargo xtask bench` import them.

use std::fmt::Write;
use std::ops::Range;

/// The small picture that some cards carry.
const PHOTO: &[u8] = include_bytes!("../../icons/32x32.png");

const GIVEN: [&str; 20] = [
    "Mira", "Tovin", "Élodie", "Jarek", "Søra", "Nuri", "Okke", "Iben", "Dariya", "Ferran",
    "Lioba", "Tamsin", "Üwe", "Ansel", "Brida", "Caspar", "Edda", "Huwel", "Ilka", "Joris",
];
const MIDDLE: [&str; 13] = [
    "", " A.", " B.", " C.", " D.", " E.", " F.", " G.", " H.", " K.", " L.", " M.", " N.",
];
const STEM: [&str; 37] = [
    "Varn", "Haddo", "Wilc", "Oster", "Marchw", "Castel", "Penn", "Tani", "Mont", "Aydel", "Velm",
    "Drenk", "Holm", "Isak", "Bryn", "Calv", "Dorn", "Esk", "Falk", "Grev", "Hask", "Ingl", "Jost",
    "Kerr", "Lund", "Mörk", "Nord", "Ørs", "Pell", "Quar", "Rask", "Selw", "Thorn", "Ulf", "Vint",
    "Wess", "Yar",
];
const ENDING: [&str; 17] = [
    "holt", "by", "mann", "ström", "lin", "low", "waki", "ary", "enko", "quist", "dahl", "berg",
    "sen", "mere", "ford", "ley", "wick",
];
const FIRM: [&str; 11] = [
    "Tarn",
    "Pelagic",
    "Corvane",
    "Northmere",
    "Veld",
    "Orrin",
    "Calder",
    "Fenwick",
    "Innova",
    "Alder",
    "Bench",
];
const TRADE: [&str; 7] = [
    "Biologics",
    "Sensing",
    "Optics",
    "Logistics",
    "Pharma",
    "Audit",
    "Hospitals",
];
const ROLE: [&str; 9] = [
    "Founder",
    "Head of Quality",
    "Lab Manager",
    "Principal Engineer",
    "Buyer",
    "Editor",
    "Legal Counsel",
    "Regional Manager",
    "Größenmesser",
];

/// The cards with numbers in `range`, of the endless sequence of this seed. UID, mail and phone depend on
/// the number, names too, so that ranges without common numbers are different people.
pub fn vcards(seed: u64, range: Range<usize>) -> String {
    let mut text = String::new();
    for n in range {
        let mut dice = Dice(seed ^ (n as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let who = Who::of(n, &mut dice);
        let _always = match dice.roll(10) {
            0 | 1 => who.v21(&mut text, &mut dice),
            2..=6 => who.v30(&mut text, &mut dice),
            _ => who.v40(&mut text, &mut dice),
        };
    }
    text
}

/// SplitMix64: pseudorandom numbers that are the same on every machine.
pub struct Dice(pub u64);

impl Dice {
    /// A number below `sides`.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % sides.max(1) as u64).unwrap_or_default()
    }

    fn of(&mut self, words: &[&'static str]) -> &'static str {
        let at = self.roll(words.len());
        words.get(at).copied().unwrap_or_default()
    }
}

struct Who {
    n: usize,
    given: String,
    family: String,
    mail: String,
    phone: String,
    firm: String,
    role: &'static str,
}

impl Who {
    fn of(n: usize, dice: &mut Dice) -> Self {
        // Goes through all 20 × 13 × 37 × 17 combinations before one repeats.
        let mixed = n.wrapping_mul(48_271) % (20 * 13 * 37 * 17);
        let pick = |words: &[&'static str], at: usize| {
            words.get(at % words.len()).copied().unwrap_or_default()
        };
        let given = format!("{}{}", pick(&GIVEN, mixed), pick(&MIDDLE, mixed / 20));
        let family = format!(
            "{}{}",
            pick(&STEM, mixed / 260),
            pick(&ENDING, mixed / 9_620)
        );
        let firm = format!("{} {}", dice.of(&FIRM), dice.of(&TRADE));
        Self {
            n,
            mail: format!(
                "{}.{n}@{}.example",
                pick(&GIVEN_ASCII, mixed),
                firm.to_lowercase().replace(' ', "-")
            ),
            // A country code that is not assigned.
            phone: format!("+999 {:03} 555 {:04}", n / 10_000, n % 10_000),
            given,
            family,
            firm,
            role: dice.of(&ROLE),
        }
    }

    fn note(&self, dice: &mut Dice) -> String {
        let firm = &self.firm;
        let what = [
            "trains for a swim",
            "restores boats",
            "collects letters",
            "walks at noon",
            "keeps bees",
        ];
        format!(
            "Met at the {} of {firm}. {} and answers short mails the same day.",
            dice.of(&["forum", "fair", "audit", "opening"]),
            dice.of(&what)
        )
    }

    fn v21(&self, out: &mut String, dice: &mut Dice) -> std::fmt::Result {
        let Self {
            n,
            given,
            family,
            mail,
            phone,
            firm,
            role,
        } = self;
        write!(out, "BEGIN:VCARD\r\nVERSION:2.1\r\n")?;
        write!(
            out,
            "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{};{}\r\n",
            quoted(family),
            quoted(given)
        )?;
        write!(
            out,
            "FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{}\r\n",
            quoted(&format!("{given} {family}"))
        )?;
        write!(
            out,
            "TEL;CELL;PREF:{phone}\r\nEMAIL;INTERNET;WORK:{mail}\r\nORG:{firm}\r\n"
        )?;
        write!(
            out,
            "TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:{}\r\n",
            quoted(role)
        )?;
        if dice.roll(3) == 0 {
            let note = quoted(&self.note(dice)).replace("20and", "20=\r\nand");
            write!(out, "NOTE;ENCODING=QUOTED-PRINTABLE:{note}\r\n")?;
        }
        if dice.roll(40) == 0 {
            write!(
                out,
                "PHOTO;PNG;ENCODING=BASE64:\r\n {}\r\n\r\n",
                base64(PHOTO)
            )?;
        }
        write!(out, "X-PHONE-ID:{n}\r\nEND:VCARD\r\n")
    }

    fn v30(&self, out: &mut String, dice: &mut Dice) -> std::fmt::Result {
        let Self {
            n,
            given,
            family,
            mail,
            phone,
            firm,
            role,
        } = self;
        write!(
            out,
            "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Kith//Cards 1//EN\r\n"
        )?;
        write!(out, "N:{family};{given};;;\r\nFN:{given} {family}\r\n")?;
        write!(out, "ORG:{firm};Department {}\r\nTITLE:{role}\r\n", n % 7)?;
        write!(
            out,
            "item1.EMAIL;type=INTERNET;type=pref:{mail}\r\nitem1.X-ABLabel:_$!<Work>!$_\r\n"
        )?;
        write!(out, "TEL;type=CELL;type=VOICE:{phone}\r\n")?;
        if dice.roll(3) == 0 {
            write!(
                out,
                "{}",
                folded(&format!("NOTE:{}", self.note(dice).replace(". ", ".\\n")))
            )?;
        }
        if dice.roll(4) == 0 {
            write!(
                out,
                "BDAY;VALUE=date:19{:02}-{:02}-{:02}\r\n",
                40 + n % 60,
                1 + n % 12,
                1 + n % 28
            )?;
            write!(
                out,
                "ADR;type=HOME:;;{} Cooper’s Yard;Alderwick;;{:05};\r\n",
                n % 90,
                n % 99_999
            )?;
        }
        if dice.roll(40) == 0 {
            write!(
                out,
                "{}",
                folded(&format!("PHOTO;ENCODING=b;TYPE=PNG:{}", base64(PHOTO)))
            )?;
        }
        write!(out, "UID:{n:08}-kith-cards\r\nEND:VCARD\r\n")
    }

    fn v40(&self, out: &mut String, dice: &mut Dice) -> std::fmt::Result {
        let Self {
            n,
            given,
            family,
            mail,
            phone,
            firm,
            role,
        } = self;
        write!(
            out,
            "BEGIN:VCARD\r\nVERSION:4.0\r\nUID:urn:uuid:00000000-0000-4000-8000-{n:012}\r\n"
        )?;
        write!(
            out,
            "FN:{given} {family}\r\nN:{family};{given};;;\r\nORG:{firm}\r\nTITLE:{role}\r\n"
        )?;
        write!(out, "EMAIL;TYPE=work;PREF=1:{mail}\r\n")?;
        write!(
            out,
            "TEL;VALUE=uri;TYPE=\"cell,voice\":tel:{}\r\n",
            phone.replace(' ', "-")
        )?;
        write!(
            out,
            "URL:https://{}/{n}\r\n",
            mail.rsplit('@').next().unwrap_or_default()
        )?;
        if dice.roll(3) == 0 {
            write!(out, "{}", folded(&format!("NOTE:{}", self.note(dice))))?;
            write!(
                out,
                "BDAY:--{:02}{:02}\r\nCATEGORIES:fair,group{}\r\n",
                1 + n % 12,
                1 + n % 28,
                n % 5
            )?;
        }
        write!(out, "REV:20261101T120000Z\r\nEND:VCARD\r\n")
    }
}

const GIVEN_ASCII: [&str; 20] = [
    "mira", "tovin", "elodie", "jarek", "sora", "nuri", "okke", "iben", "dariya", "ferran",
    "lioba", "tamsin", "uwe", "ansel", "brida", "caspar", "edda", "huwel", "ilka", "joris",
];

fn quoted(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        let _always = match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' => write!(out, "{}", char::from(byte)),
            _ => write!(out, "={byte:02X}"),
        };
    }
    out
}

/// Folds a line after 75 bytes, never inside a character.
fn folded(line: &str) -> String {
    let (mut out, mut width) = (String::with_capacity(line.len() + line.len() / 30 + 2), 0);
    for letter in line.chars() {
        if width + letter.len_utf8() > 75 {
            out.push_str("\r\n ");
            width = 1;
        }
        width += letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
    out
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for at in 0..4 {
            let letter = LETTERS
                .get((bits >> (18 - 6 * at)) as usize & 63)
                .copied()
                .unwrap_or(b'=');
            out.push(if at > three.len() {
                '='
            } else {
                char::from(letter)
            });
        }
    }
    out
}
