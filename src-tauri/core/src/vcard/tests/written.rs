//! Writing: changes are written, everything else keeps its bytes.

use std::collections::BTreeMap;

use super::{fixture, fixtures, show};
use crate::vcard::{
    CardOrUnreadable, Edit, HeadChange, Limits, NewProperty, NewValue, Text, Version, cards, one,
    rewrite, standalone, to_version_4, unite, write_new,
};

fn text(text: &str) -> NewValue {
    NewValue::Text(text.to_owned())
}

fn new(name: &str, params: &[(&str, &str)], value: NewValue) -> NewProperty {
    let params = params
        .iter()
        .map(|(n, v)| ((*n).to_owned(), (*v).to_owned()))
        .collect();
    NewProperty {
        group: None,
        name: name.to_owned(),
        params,
        value,
    }
}

fn rewritten(raw: &[u8], edits: &[(usize, Edit)], added: &[NewProperty]) -> String {
    String::from_utf8(rewrite(raw, &edits.iter().cloned().collect(), added)).unwrap()
}

#[test]
fn nothing_changed_is_byte_for_byte() {
    for (name, bytes) in fixtures() {
        let text = Text::decode(&bytes);
        for found in cards(&text, &Limits::default()) {
            let CardOrUnreadable::Card(card) = found else {
                continue;
            };
            let back = rewrite(card.raw, &BTreeMap::new(), &[]);
            let labelled = card.version == Version::V21 && !card.raw.is_ascii();
            let mended = name.contains("end-") || name.contains("begin-missing") || labelled;
            assert!(
                back == card.raw || (mended && back.len() > card.raw.len()),
                "{name}"
            );
            let plain = String::from_utf8_lossy(&back)
                .replace(";CHARSET=UTF-8:", ":")
                .replace("BEGIN:VCARD\r\n", "");
            let raw = String::from_utf8_lossy(card.raw)
                .replace(";CHARSET=UTF-8:", ":")
                .replace("BEGIN:VCARD\r\n", "");
            assert!(plain.starts_with(raw.trim_end()), "{name}");
        }
    }
}

/// A quote in the name opens nothing, and one in the parameters that is not closed takes in what follows.
#[test]
fn a_charset_is_written_only_where_it_is_read() {
    for head in ["\"\\,\"BEGIN", "NOTE;\"a", "\"NOTE;x=\"y"] {
        let card = format!("BEGIN:VCARD\r\nVERSION:2.1\r\n{head}:€\r\nEND:VCARD\r\n");
        let once = rewritten(card.as_bytes(), &[], &[]);
        assert_eq!(rewritten(once.as_bytes(), &[], &[]), once, "{head}");
    }
}

#[test]
fn a_missing_end_is_mended() {
    assert_eq!(
        rewritten(b"BEGIN:VCARD\nFN:A", &[], &[]),
        "BEGIN:VCARD\nFN:A\nEND:VCARD\n"
    );
    assert_eq!(
        rewritten(b"BEGIN:VCARD\r\nFN:A\r\nEND:VCARD", &[], &[]),
        "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n"
    );
    let cut_off = b"BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:a=C3=\n";
    assert_eq!(
        rewritten(cut_off, &[], &[]),
        "BEGIN:VCARD\nNOTE;QUOTED-PRINTABLE:a=C3\nEND:VCARD\n"
    );
}

#[test]
fn a_changed_value_keeps_group_parameters_and_neighbours() {
    let raw = b"BEGIN:VCARD\nVERSION:3.0\nFN: Ada \nitem1.TEL;type=CELL;x=\"a;b\":1\nitem1.X-ABLabel:Boat\nEND:VCARD\n";
    assert_eq!(
        rewritten(
            raw,
            &[(2, Edit::Replace(text("+45 12, 13")))],
            &[new("NOTE", &[], text("a;b\nc"))]
        ),
        "BEGIN:VCARD\nVERSION:3.0\nFN: Ada \nitem1.TEL;type=CELL;x=\"a;b\":+45 12\\, 13\nitem1.X-ABLabel:Boat\n\
         NOTE:a\\;b\\nc\nEND:VCARD\n"
    );
    let gone = "BEGIN:VCARD\nVERSION:3.0\nFN: Ada \nEND:VCARD\n";
    assert_eq!(rewritten(raw, &[(2, Edit::Drop)], &[]), gone);
}

#[test]
fn a_label_stays_while_something_uses_it() {
    let raw = b"BEGIN:VCARD\nFN:A\na.TEL:1\na.EMAIL:x@example.org\na.X-ABLabel:Boat\nEND:VCARD\n";
    assert!(rewritten(raw, &[(1, Edit::Drop)], &[]).contains("Boat"));
    assert!(!rewritten(raw, &[(1, Edit::Drop), (2, Edit::Drop)], &[]).contains("Boat"));
}

#[test]
fn version_2_1_gets_quoted_printable() {
    let raw = b"BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=ISO-8859-1;QUOTED-PRINTABLE:J=F6rg\r\nEND:VCARD\r\n";
    let back = rewritten(
        raw,
        &[(1, Edit::Replace(text("Zoë")))],
        &[new("TEL", &[("TYPE", "WORK")], text("1"))],
    );
    assert!(
        back.contains("\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Zo=C3=AB\r\nTEL;WORK:1\r\n"),
        "{back}"
    );
    let photo = NewValue::Bytes {
        media_type: "image/jpeg".to_owned(),
        data: vec![7; 90],
    };
    let back = rewritten(
        raw,
        &[],
        &[new("PHOTO", &[], photo), new("NOTE", &[], text("after"))],
    );
    assert_eq!(
        one(back.as_bytes()).unwrap().properties[2].bytes().unwrap(),
        vec![7; 90]
    );
    assert!(
        back.contains("=\r\n\r\nNOTE:after") || back.contains("\r\n\r\nNOTE:after"),
        "{back}"
    );
}

#[test]
fn lines_are_folded_between_characters() {
    let long = "Дорогая, ".repeat(40);
    let back = String::from_utf8(write_new(&[new("NOTE", &[], text(&long))])).unwrap();
    assert!(back.lines().all(|line| line.len() <= 75));
    assert!(
        back.split("\r\n")
            .all(|line| !line.trim_start_matches(' ').is_empty() || line.is_empty())
    );
    assert_eq!(one(back.as_bytes()).unwrap().properties[1].text(), long);
}

#[test]
fn dates_are_written_for_each_version() {
    let date = NewValue::Date {
        year: None,
        month: Some(4),
        day: Some(12),
    };
    let three = rewritten(
        b"BEGIN:VCARD\nVERSION:3.0\nFN:A\nEND:VCARD\n",
        &[],
        &[new("BDAY", &[], date.clone())],
    );
    assert!(three.contains("BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12\n"));
    let four = String::from_utf8(write_new(&[new("BDAY", &[], date)])).unwrap();
    assert!(four.contains("BDAY:--0412\r\n"));
    let raw =
        b"BEGIN:VCARD\nVERSION:3.0\nBDAY;VALUE=text;X-APPLE-OMIT-YEAR=1604:1604-01-02\nEND:VCARD\n";
    let known = NewValue::Date {
        year: Some(1985),
        month: Some(4),
        day: Some(12),
    };
    assert!(rewritten(raw, &[(1, Edit::Replace(known))], &[]).contains("\nBDAY:1985-04-12\n"));
}

#[test]
fn a_new_card_reads_back() {
    let components = NewValue::Components(
        ["Holm; Berg", "Ada\\", "", "Dr., h.c."]
            .map(str::to_owned)
            .to_vec(),
    );
    let list = NewValue::List(["a,b", "c;d", "e\\"].map(str::to_owned).to_vec());
    let card = write_new(&[
        new("FN", &[], text("Ada, \"Addie\"\nHolm")),
        new("N", &[], components),
        new(
            "TEL",
            &[("TYPE", "work"), ("LABEL", "a \"b\"\n:c;^")],
            NewValue::Uri("tel:+45-12".to_owned()),
        ),
        new("CATEGORIES", &[], list),
        new("RELATED", &[("TYPE", "friend")], text("Kim")),
    ]);
    let card = one(&card).unwrap();
    assert_eq!(card.version, Version::V40);
    assert_eq!(card.properties[1].text(), "Ada, \"Addie\"\nHolm");
    assert_eq!(
        card.properties[2].components(),
        ["Holm; Berg", "Ada\\", "", "Dr., h.c."]
    );
    assert_eq!(card.properties[3].param("LABEL").unwrap(), "a \"b\"\n:c;^");
    assert_eq!(card.properties[4].list(), ["a,b", "c;d", "e\\"]);
    assert!(show::contents(&card.contents()).contains("TEL <Work> +45-12"));
    assert!(show::contents(&card.contents()).contains("KNOWS <Friend> Kim as friend"));
}

/// Converting to 4.0 keeps all that a page shows, and every property.
#[test]
fn version_4_says_the_same() {
    for (name, bytes) in fixtures() {
        let text = Text::decode(&bytes);
        for found in cards(&text, &Limits::default()) {
            let CardOrUnreadable::Card(card) = found else {
                continue;
            };
            let bytes = to_version_4(&standalone(&card), &BTreeMap::new(), &[]);
            let four = one(&bytes).unwrap();
            let shown = |s: String| {
                // An address of the web without its scheme gets one: 4.0 wants a URI.
                s.replace("<iPhone>", "")
                    .replace("LINK www.", "LINK http://www.")
                    .split(" | ")
                    .filter(|p| !p.starts_with("FN"))
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            };
            assert_eq!(
                shown(show::contents(&four.contents())),
                shown(show::contents(&card.contents())),
                "{name}"
            );
            assert_eq!(four.version, Version::V40, "{name}");
            // In 4.0 the text of a letter and what sorts are parameters.
            let kept = |properties: &[crate::vcard::Property<'_>]| {
                let other = [
                    "VERSION",
                    "FN",
                    "LABEL",
                    "X-LABEL",
                    "SORT-STRING",
                    "X-SORT-STRING",
                ];
                properties
                    .iter()
                    .filter(|p| !other.iter().any(|name| p.is(name)))
                    .count()
            };
            assert_eq!(kept(&four.properties), kept(&card.properties), "{name}");
            // 4.0 wants an FN; that of a card without a name is empty.
            assert!(four.properties.iter().any(|p| p.is("FN")), "{name}");
        }
    }
}

#[test]
fn version_4_in_its_own_words() {
    let raw = fixture("apple-labels");
    let four = String::from_utf8(to_version_4(&raw, &BTreeMap::new(), &[])).unwrap();
    assert!(
        four.contains(
            "item2.RELATED;TYPE=spouse;VALUE=text:Kim Holm\r\nitem2.X-ABLabel:_$!<Spouse>!$_\r\n"
        ),
        "{four}"
    );
    let raw = b"BEGIN:VCARD\nVERSION:2.1\nN;QUOTED-PRINTABLE:H=C3=B6lm;Ada\nTEL;WORK;PREF:1\nPHOTO;BASE64;GIF:AAAA\n\nGEO:1.5;2.5\nBDAY:1985-04-12\nEND:VCARD\n";
    assert_eq!(
        String::from_utf8(to_version_4(raw, &BTreeMap::from([(5, Edit::Drop)]), &[])).unwrap(),
        "BEGIN:VCARD\r\nVERSION:4.0\r\nN:Hölm;Ada;;;\r\nTEL;TYPE=WORK;PREF=1:1\r\nPHOTO:data:image/gif;base64,AAAA\r\n\
         GEO:geo:1.5,2.5\r\nFN:Ada Hölm\r\nEND:VCARD\r\n"
    );
}

/// A name of an extension tells one property from another only as a whole.
#[test]
fn long_names_stay_whole() {
    let name = format!("X-{}", "4D6F74".repeat(12));
    let raw = format!("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\n{name};X=1:Mother\r\nEND:VCARD\r\n");
    let four = to_version_4(raw.as_bytes(), &BTreeMap::new(), &[]);
    let card = one(&four).unwrap();
    let last = card.properties.last().unwrap();
    assert_eq!(
        (last.name().as_ref(), last.text().as_ref()),
        (name.as_str(), "Mother")
    );
    assert!(super::strict::faults(&four).is_empty());
}

#[test]
fn odd_names_survive_version_4() {
    for raw in [
        &b"BEGIN:VCARD\r\n\xef\xbb\xbf\r=0D\r\x80\r\x00=0D=0A #\x00\x84;##item1.\x80>;VERSION:2.1"[..],
        b"BEGIN:VCARD\r\n;\x80 #\x9e\xc3\xa4\x80\x82 \x82\x80 #\xc3\xa4;\x80\ritem1.\r\x82 item1. ;item1. BEGIN:VCARD",
        b"BEGIN:VCARD\r\nb:1\nitem1. BEGIN:VCARD\nEND:VCARD",
        b"BEGIN:VCARD\r\nb:1\na.END:VCARD\nc:2\nEND:VCARD",
    ] {
        let text = Text::decode(raw);
        let Some(CardOrUnreadable::Card(card)) = cards(&text, &Limits::default()).next() else { panic!() };
        let four = to_version_4(card.raw, &BTreeMap::new(), &[]);
        let shown = String::from_utf8_lossy(&four).into_owned();
        assert!(one(&four).is_some_and(|c| c.properties.len() >= card.properties.len()), "{shown:?}");
    }
}

/// Lines of one card may have different line breaks, and its last value may be folded.
#[test]
fn lines_of_another_card_stand_between_the_last_property_and_end() {
    let first = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nNOTE:one\n  two\nEND:VCARD\r\n".to_vec();
    let second = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nTEL:1\r\nEND:VCARD\r\n".to_vec();
    let whole = String::from_utf8(unite(&[first, second])).unwrap();
    assert_eq!(
        whole,
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nNOTE:one\n  two\nTEL:1\r\nEND:VCARD\r\n"
    );
}

#[test]
fn a_value_that_was_cut_off_does_not_take_in_the_lines_of_another_card() {
    let card = |note: &str| {
        format!(
            "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ana\r\nNOTE;ENCODING=QUOTED-PRINTABLE:{note}\r\nEND:VCARD\r\n"
        )
    };
    for cut_off in ["a=", "a=\r\nb="] {
        let third = "BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Ana\r\nTEL:1\r\nEND:VCARD\r\n";
        let cards = [card(cut_off), card("c="), third.to_owned()].map(String::into_bytes);
        let whole = unite(&cards);
        let read = one(&whole).unwrap();
        let notes: Vec<_> = read
            .properties
            .iter()
            .filter(|p| p.is("NOTE"))
            .map(|p| p.text())
            .collect();
        assert_eq!(notes.len(), 2, "{}", String::from_utf8_lossy(&whole));
        assert!(
            read.properties.iter().any(|p| p.is("TEL")),
            "{}",
            String::from_utf8_lossy(&whole)
        );
    }
}

#[test]
fn another_label_in_2_1_says_the_charset_too() {
    let card = |head: &str| {
        format!("BEGIN:VCARD\r\nVERSION:2.1\r\n{head}:Storgata 1 Tromsø\r\nEND:VCARD\r\n")
    };
    let change = Edit::Change {
        head: HeadChange {
            types: Some(vec!["home".to_owned()]),
            ..HeadChange::default()
        },
        value: None,
    };
    for head in [
        "LABEL;WORK",
        "LABEL;CHARSET=ISO-8859-1;WORK",
        "LABEL;WORK;CHARSET=UTF-8",
    ] {
        let out = rewritten(card(head).as_bytes(), &[(1, change.clone())], &[]);
        assert_eq!(out.matches("CHARSET=UTF-8").count(), 1, "{out}");
        assert!(
            !out.contains("8859") && out.to_uppercase().contains(";HOME"),
            "{out}"
        );
        assert_eq!(
            one(out.as_bytes()).unwrap().properties[1].text(),
            "Storgata 1 Tromsø"
        );
    }
}

/// Found by random bytes: within the card stands one that is none by itself.
#[test]
fn a_card_within_another_that_is_none_by_itself_becomes_none_in_version_4() {
    let raw = b"BEGIN:VCARD\r\nFN:AdaBEGIN:VCARD\r\nBEGIN:VCARD\r\nEND:VCARD\x00\r\nEND:VCARD\r\n";
    let text = Text::decode(raw);
    for found in cards(&text, &Limits::default()) {
        let CardOrUnreadable::Card(card) = found else {
            continue;
        };
        let four = to_version_4(card.raw, &BTreeMap::new(), &[]);
        let faults = super::strict::faults(&four);
        assert!(faults.is_empty(), "{faults:?}");
    }
}
