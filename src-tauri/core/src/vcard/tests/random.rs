//! Random input: nothing panics, nothing is lost, what is written is read back.

use std::collections::BTreeMap;

use proptest::prelude::*;

use crate::vcard::{
    CardOrUnreadable, Edit, Limits, NewProperty, NewValue, Property, Text, Version, cards, one,
    rewrite, standalone, to_version_4, write_new,
};

/// Pieces that random files are made of.
fn piece() -> impl Strategy<Value = Vec<u8>> {
    let known: Vec<&'static [u8]> = vec![
        b"BEGIN:VCARD",
        b"END:VCARD",
        b"VERSION:2.1",
        b"VERSION:3.0",
        b"VERSION:4.0",
        b"\r\n",
        b"\n",
        b"\r",
        b"\r\r\n",
        b" ",
        b"\t",
        b":",
        b";",
        b",",
        b"\"",
        b"=",
        b"=\r\n",
        b"=0D=0A",
        b"=C3=A4",
        b"\\",
        b"\\n",
        b"\\,",
        b"FN:Ada",
        b"N:A;B",
        b"item1.",
        b"TEL",
        b";TYPE=home",
        b";ENCODING=QUOTED-PRINTABLE",
        b";ENCODING=b",
        b";CHARSET=SHIFT_JIS",
        b"AGENT:",
        b"X-ABLabel:Boat",
        b"PHOTO",
        b"BDAY:--0412",
        b"\xC3\xA4",
        b"\xC3",
        b"\xA4",
        b"\xFF",
        b"\x83\x5C",
        b"\x00",
        b"\xEF\xBB\xBF",
        b"#",
        b"a",
        b".",
    ];
    prop_oneof![4 => proptest::sample::select(known).prop_map(<[u8]>::to_vec), 1 => proptest::collection::vec(any::<u8>(), 0..6)]
}

fn file() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        proptest::collection::vec(piece(), 0..80).prop_map(|p| p.concat()),
        proptest::collection::vec(piece(), 0..60).prop_map(|p| [
            b"BEGIN:VCARD\r\n".to_vec(),
            p.concat()
        ]
        .concat()),
        proptest::collection::vec(any::<u8>(), 0..300),
    ]
}

/// Text with the characters that the versions escape differently.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~]{0,200}",
        "[a\\\\;,:=\n#\" ]{0,40}",
        "(?s)[a-zäöß日本 \\\\;,\n]{0,120}",
        " {0,90}x? {0,90}",
    ]
}

fn new_value() -> impl Strategy<Value = NewValue> {
    prop_oneof![
        value().prop_map(NewValue::Text),
        proptest::collection::vec(value(), 2..7).prop_map(NewValue::Components),
        proptest::collection::vec(value(), 1..4).prop_map(NewValue::List),
        "[a-z]{3,5}:[!-~]{1,90}".prop_map(NewValue::Uri),
        proptest::collection::vec(any::<u8>(), 1..200).prop_map(|data| NewValue::Bytes {
            media_type: "image/png".to_owned(),
            data
        }),
    ]
}

fn new_property() -> impl Strategy<Value = NewProperty> {
    let name = proptest::sample::select(vec!["NOTE", "X-ONE", "TEL", "ADR", "PHOTO", "URL"]);
    let param = ("LABEL|X-P|LANGUAGE", "[ -~äö\n]{0,20}");
    (
        proptest::option::of("[a-z]{1,5}[0-9]"),
        name,
        proptest::collection::vec(param, 0..3),
        new_value(),
    )
        .prop_map(|(group, name, params, value)| NewProperty {
            group,
            name: name.to_owned(),
            params,
            value,
        })
}

/// Whether the property reads back as the value that was written.
fn reads_as(property: &Property<'_>, written: &NewValue) -> bool {
    let lines = |s: &str| s.replace("\r\n", "\n").replace('\r', "\n");
    match written {
        NewValue::Text(text) => lines(&property.text()) == lines(text),
        NewValue::Uri(uri) => property.raw_value().is_empty() || property.decoded() == uri.as_str(),
        NewValue::Components(parts) => property
            .components()
            .iter()
            .map(|p| lines(p))
            .eq(parts.iter().map(|p| lines(p))),
        NewValue::List(parts) => property
            .list()
            .iter()
            .map(|p| lines(p))
            .eq(parts.iter().map(|p| lines(p))),
        NewValue::Bytes { data, .. } => property.bytes().as_ref() == Some(data),
        NewValue::Date { .. } => true,
    }
}

fn old_card(version: &str) -> Vec<u8> {
    let body = "FN:Ada\r\nitem1.TEL;TYPE=home:1\r\nitem1.X-ABLabel:Boat\r\nNOTE:one\r\n  two\r\nX-A:b;c\r\nADR:;;x;;;;\r\n";
    format!("BEGIN:VCARD\r\nVERSION:{version}\r\n{body}END:VCARD\r\n").into_bytes()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_file_is_read_without_loss(bytes in file()) {
        let text = Text::decode(&bytes);
        let mut at = 0;
        for found in cards(&text, &Limits::default()) {
            let span = match &found {
                CardOrUnreadable::Card(card) => card.span.clone(),
                CardOrUnreadable::Unreadable(bad) => bad.span.clone(),
            };
            prop_assert!(span.end > span.start && span.end <= text.bytes().len());
            // A card inside another one comes after it.
            prop_assert!(span.start >= at || span.end <= at);
            at = at.max(span.end);
            let CardOrUnreadable::Card(card) = found else { continue };
            prop_assert_eq!(card.raw, &text.bytes()[span.clone()]);
            let mut inside = span.start;
            for property in &card.properties {
                prop_assert!(property.span().start >= inside && property.span().end <= span.end);
                prop_assert_eq!(property.raw(), &text.bytes()[property.span()]);
                inside = property.span().end;
            }
            let contents = card.contents();
            let _ = (contents.display_name(), card.properties.iter().map(Property::bytes).count());
        }
    }

    #[test]
    fn any_card_is_written_as_it_came(bytes in file()) {
        let text = Text::decode(&bytes);
        for found in cards(&text, &Limits::default()) {
            let CardOrUnreadable::Card(card) = found else { continue };
            let back = standalone(&card).into_owned();
            let again = one(&back).unwrap();
            let raws = |properties: &[Property<'_>]| properties.iter().map(|p| p.raw().trim_ascii_end().to_vec()).collect::<Vec<_>>();
            let cut_off = card.raw.trim_ascii_end().ends_with(b"=");
            let begins = card.raw.trim_ascii_start().get(..5).is_some_and(|b| b.eq_ignore_ascii_case(b"BEGIN"));
            let labelled = card.version == Version::V21 && !card.raw.is_ascii();
            let mended = cut_off || !begins || labelled || !card.nested.is_empty() || card.inside.is_some();
            prop_assert!(back.starts_with(card.raw) || mended || !card.raw.ends_with(b"\n"));
            let agent = card.properties.last().is_some_and(|p| p.is("AGENT"));
            prop_assert!(mended || agent || raws(&again.properties) == raws(&card.properties));
            let named = usize::from(card.inside.is_some() && !card.properties.iter().any(|p| p.is("VERSION")));
            prop_assert_eq!(again.properties.len(), card.properties.len() + named);
            if named == 0 {
                prop_assert_eq!(again.contents(), card.contents());
            }
            prop_assert_eq!(&rewrite(&back, &BTreeMap::new(), &[]), &back);
            let four = to_version_4(card.raw, &BTreeMap::new(), &[]);
            prop_assert!(one(&four).is_some());
            let faults = super::strict::faults(&four);
            prop_assert!(faults.is_empty(), "{:?}\n{}", faults, String::from_utf8_lossy(&four));
        }
    }

    #[test]
    fn edits_are_read_back_and_the_rest_is_untouched(
        version in proptest::sample::select(vec!["2.1", "3.0", "4.0"]),
        edits in proptest::collection::btree_map(1usize..7, proptest::option::of(new_value()), 0..4),
        added in proptest::collection::vec(new_property(), 0..3),
    ) {
        let raw = old_card(version);
        let old = one(&raw).unwrap();
        let edits: BTreeMap<usize, Edit> =
            edits.into_iter().map(|(o, v)| (o, v.map_or(Edit::Drop, Edit::Replace))).collect();
        let back = rewrite(&raw, &edits, &added);
        let card = one(&back).unwrap();
        let mut properties = card.properties.iter();
        for (ordinal, property) in old.properties.iter().enumerate() {
            let label_goes = ordinal == 3 && matches!(edits.get(&2), Some(Edit::Drop));
            match edits.get(&ordinal) {
                Some(Edit::Drop) => {}
                None if label_goes => {}
                None => prop_assert_eq!(properties.next().unwrap().raw(), property.raw()),
                Some(Edit::Change { .. }) => unreachable!("not made above"),
                Some(Edit::Replace(value)) => {
                    let new = properties.next().unwrap();
                    prop_assert!(new.is(&property.name()) && new.group() == property.group());
                    prop_assert!(reads_as(new, value), "{}", String::from_utf8_lossy(&back));
                }
            }
        }
        for new in &added {
            let read = properties.next().unwrap();
            prop_assert!(reads_as(read, &new.value), "{}", String::from_utf8_lossy(&back));
            prop_assert!(read.group().as_deref() == new.group.as_deref());
        }
        prop_assert!(properties.next().is_none());
    }

    #[test]
    fn new_cards_are_read_back(properties in proptest::collection::vec(new_property(), 1..6)) {
        let bytes = write_new(&properties);
        let card = one(&bytes).unwrap();
        prop_assert_eq!(card.properties.len(), properties.len() + 1);
        for (new, read) in properties.iter().zip(&card.properties[1..]) {
            prop_assert!(read.is(&new.name) && reads_as(read, &new.value), "{}", String::from_utf8_lossy(&bytes));
            let read: Vec<String> = read.params().iter().filter(|p| p.name != "VALUE").map(|p| p.value.to_string()).collect();
            let given: Vec<String> = new.params.iter().map(|(_, v)| v.clone()).collect();
            prop_assert_eq!(read, given, "{}", String::from_utf8_lossy(&bytes));
        }
    }
}
