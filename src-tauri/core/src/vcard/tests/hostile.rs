//! Hostile files: reading each must end soon, with the right reason. Nothing is timed: code that takes
//! quadratic time would make these tests run for hours.

use crate::vcard::{CardOrUnreadable, Limits, Text, UnreadableReason, cards};

/// The number of readable cards, and the reasons of the unreadable ones.
fn outcome(bytes: &[u8]) -> (usize, Vec<UnreadableReason>) {
    let text = Text::decode(bytes);
    let (mut read, mut reasons) = (0, Vec::new());
    for found in cards(&text, &Limits::default()) {
        match found {
            CardOrUnreadable::Card(card) => {
                card.contents();
                read += 1;
            }
            CardOrUnreadable::Unreadable(bad) => reasons.push(bad.reason),
        }
    }
    (read, reasons)
}

fn framed(inside: &[u8], times: usize) -> Vec<u8> {
    [
        b"BEGIN:VCARD\r\nFN:x\r\n",
        inside.repeat(times).as_slice(),
        b"END:VCARD\r\n",
    ]
    .concat()
}

#[test]
fn garbage_of_all_kinds() {
    for piece in [
        &b"\0"[..],
        b"\xFF",
        b"\xE9\n",
        b"a:b\n",
        b"=\r\n",
        b"\xC3\r\n ",
        b"\"",
        b";,:",
        b"END:VCARD\n",
    ] {
        let (read, reasons) = outcome(&piece.repeat((4 << 20) / piece.len()));
        assert_eq!(
            (read, reasons.as_slice()),
            (0, &[UnreadableReason::NoCard][..]),
            "{piece:?}"
        );
    }
    assert_eq!(outcome(&b"\r\r\n".repeat(1 << 20)), (0, vec![]));
}

#[test]
fn garbage_inside_a_card() {
    for piece in [
        &b"\r"[..],
        b"\rA",
        b"\n ",
        b" \r\n",
        b"A;B=\"\r\n ",
        b"=\r\n",
        b"\xFF",
        b"x\n",
        b"\n\n#",
    ] {
        let (read, reasons) = outcome(&framed(piece, (4 << 20) / piece.len()));
        assert_eq!(read + reasons.len(), 1, "{piece:?} {reasons:?}");
    }
}

#[test]
fn two_hundred_thousand_begins() {
    let begins = b"BEGIN:VCARD\r\n".repeat(200_000);
    assert_eq!(outcome(&begins), (0, vec![UnreadableReason::TooDeep]));
    let closed = [begins, b"END:VCARD\r\n".repeat(200_000)].concat();
    assert_eq!(outcome(&closed), (0, vec![UnreadableReason::TooDeep]));
    let agents = [
        b"BEGIN:VCARD\r\nAGENT:\r\n".repeat(200_000),
        b"END:VCARD\r\n".repeat(200_000),
    ]
    .concat();
    assert_eq!(outcome(&agents), (0, vec![UnreadableReason::TooDeep]));
}

#[test]
fn no_card_has_its_end() {
    let (read, reasons) = outcome(&b"BEGIN:VCARD\nFN:x\n".repeat(50_000));
    assert_eq!((read, reasons.len()), (50_000, 0));
    let half = b"BEGIN:VCARD\nFN:x\nBEGIN:VCARD\nFN:y\nEND:VCARD\n".repeat(20_000);
    assert_eq!(outcome(&half), (40_000, vec![]));
}

#[test]
fn too_many_properties_and_the_card_after() {
    let many = framed(b"TEL:1\r\n", 200_000);
    assert_eq!(
        outcome(&[many, framed(b"", 0)].concat()),
        (1, vec![UnreadableReason::TooManyProperties])
    );
    assert_eq!(outcome(&framed(b"TEL:1\r\n", 9_999)), (1, vec![]));
    assert_eq!(
        outcome(&framed(b"TEL:1\r\n", 10_000)),
        (0, vec![UnreadableReason::TooManyProperties])
    );
}

#[test]
fn large_photos_and_larger_cards() {
    let photo = |size: usize| {
        let line = [
            b"PHOTO;ENCODING=b:".as_slice(),
            &b"QUJD".repeat(size / 4),
            b"\r\n",
        ]
        .concat();
        framed(&line, 1)
    };
    let bytes = photo(21 << 20);
    let text = Text::decode(&bytes);
    let Some(CardOrUnreadable::Card(card)) = cards(&text, &Limits::default()).next() else {
        panic!("no card")
    };
    let ordinal = card.contents().photo.unwrap().ordinal;
    assert_eq!(card.photo_bytes(ordinal, &Limits::default()), None);
    assert!(card.photo_bytes(ordinal, &Limits::NONE).is_some());
    assert_eq!(
        outcome(&[photo(25 << 20), photo(4)].concat()),
        (1, vec![UnreadableReason::TooLarge])
    );
}

#[test]
fn a_value_of_nothing_but_separators() {
    for head in [
        "ORG:",
        "N:",
        "CATEGORIES:",
        "ADR;QUOTED-PRINTABLE:",
        "TEL;TYPE=",
        "TEL;A=\"",
    ] {
        for separator in [";", ",", "\\;", "=3B", "^"] {
            let line = format!("{head}{}\r\n", separator.repeat(500_000));
            let (read, reasons) = outcome(&framed(line.as_bytes(), 1));
            assert_eq!((read, reasons.len()), (1, 0), "{head} {separator}");
        }
    }
}

#[test]
fn other_charsets_at_length() {
    let line = "FN;CHARSET=SHIFT_JIS:予表ソ十\r\n";
    let (bytes, _, _) = encoding_rs::SHIFT_JIS.encode(line);
    assert_eq!(outcome(&framed(&bytes, 9_000)), (1, vec![]));
    let long = [b"NOTE:".as_slice(), &b"\xFC".repeat(4 << 20), b"\r\n"].concat();
    let bytes = framed(&long, 1);
    let text = Text::decode(&bytes);
    assert!(std::str::from_utf8(text.bytes()).is_ok());
}
