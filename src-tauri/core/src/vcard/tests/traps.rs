//! One fixture for each known difficulty of real cards, and what must be read from it.

use super::{fixture, show};
use crate::vcard::{CardOrUnreadable, Limits, Text, Version, cards, one};

fn reads(expected: &[(&str, &str)]) {
    for (name, text) in expected {
        assert_eq!(show::file(&fixture(name)), *text, "{name}");
    }
}

#[test]
fn the_file() {
    reads(&[
        ("utf-8-byte-order-mark", "FN Ada Holm | N Holm/Ada"),
        ("utf-16-outlook", "FN Zoë Dąb | N Dąb/Zoë"),
        ("utf-16-no-mark", "FN Zoë Dąb | TEL +48 600 100 200"),
        ("cr-only-old-mac", "FN Ada Holm | TEL +45 12 | NOTE onetwo"),
        (
            "crcrlf-twice-converted",
            "FN Ada Holm | TEL +45 12 | NOTE one two",
        ),
        (
            "lone-cr-inside-note",
            "FN Ada Holm | TEL +45 12 | NOTE first⏎second line",
        ),
        ("mail-text-before-begin", "FN Ada Holm"),
        ("begin-spaced", "FN Ada Holm"),
        ("end-missing-at-the-end", "FN Ada Holm | TEL +45 12"),
        (
            "end-missing-in-the-middle",
            "FN Ada Holm + FN Bo Lind + FN Cy Moe",
        ),
        ("end-glued-to-begin", "FN Ada Holm + FN Bo Lind"),
        (
            "many-cards",
            "FN Person 0 + FN Person 1 + FN Person 2 + FN Person 3 + FN Person 4",
        ),
        ("no-version", "N Holm/Ada | TEL <Mobile> +45 12"),
        ("version-last", "FN Ada Holm | Birthday 1985-4-12"),
        ("no-name-at-all", "EMAIL ada@example.org | TEL +45 12"),
        ("no-card", "line 1: there is no contact card in this file"),
        (
            "nothing-between",
            "line 1: there is nothing between BEGIN and END + FN Bo Lind",
        ),
        ("byte-order-mark-between-cards", "FN Ada Holm + FN Bo Lind"),
        (
            "begin-missing",
            "FN Mira Lund | N Lund/Mira | TEL +1 202 555 0132 + FN Olav Berg | N Berg/Olav",
        ),
        (
            "base64-text",
            "FN Joléne Roux | N Roux/Joléne | NOTE line 1⏎line 2",
        ),
    ]);
}

#[test]
fn charsets() {
    reads(&[
        (
            "cp1252-no-label",
            "FN Jörg Weiß | N Weiß/Jörg | ADR //Große Gasse 1/Köln///",
        ),
        (
            "cp1250-no-label-polish",
            "FN Łucja Wójcik-Żądło | ADR //Świętokrzyska 5/Łódź/// | NOTE Źródło wiadomości, święto w październiku, łąka i gęś",
        ),
        ("cp1255-hebrew-few-letters", "FN דנה לוי | TEL +972 12"),
        ("iso-8859-2-labelled", "FN Jiří Růžička | TEL +420 12"),
        ("label-on-one-property-only", "FN Μαρία | N Ιωάννου/Μαρία"),
        ("label-unknown", "FN Jörg Weiß"),
        (
            "shift-jis-phone",
            "FN 予表 ソ十 | N 予表/ソ十 | SOUNDS ｿｼﾞｭｳ ﾖﾋｮｳ",
        ),
        (
            "gbk-no-label",
            "FN 欧阳明华 | N 欧阳/明华 | ORG 北京技术有限公司 | NOTE 他是我们的客户，去年在上海认识的。",
        ),
        ("quoted-printable-no-charset", "FN Jörg | NICK Jörgi"),
        ("utf-8-and-cp1252-mixed", "FN Zoë Dąb | NOTE Straße"),
        ("quoted-printable-in-cp1251", "FN Анна"),
    ]);
}

#[test]
fn folding() {
    reads(&[
        (
            "fold-inside-parameters",
            "EMAIL <Work> ada@example.org | TEL <Work> +45 12",
        ),
        ("fold-inside-a-character", "FN Zoë Dąb"),
        (
            "soft-break-plain",
            "FN Ada Holm | TEL +45 12 | NOTE one⏎TEL: two⏎three",
        ),
        ("soft-break-and-blank-line", "FN Ada Holm | NOTE one two"),
        ("soft-break-and-indent", "FN Ada Holm | NOTE one two three"),
        ("soft-break-and-fold", "FN Ada Holm | NOTE one two three"),
        ("soft-break-dangling", "TEL +45 12 | NOTE one"),
        ("base64-unindented", "FN Ada Holm | PHOTO inline"),
        ("base64-indented", "FN Ada Holm | PHOTO inline"),
        ("base64-blank-line-after", "FN Ada Holm | PHOTO inline"),
        (
            "lines-without-a-colon",
            "FN Ada Holm | ADR <Home> //c/o Berg⏎Tower 2⏎Main Street 1/Oslo//0150/Norway | NOTE one⏎two",
        ),
    ]);
}

#[test]
fn version_2_1() {
    reads(&[
        (
            "bare-types",
            "FN Ada Holm | EMAIL ada@example.org | TEL <Work fax>* +45 12 | TEL <Mobile> +45 13",
        ),
        (
            "literal-backslashes",
            "FN Ada Holm | N Ho;lm/Ada\\ | NOTE C:\\new\\temp",
        ),
        (
            "agent-nested",
            "FN Ada Holm | TEL +45 12 | KNOWS <Assistant> Sam Aide as assistant",
        ),
        (
            "agent-escaped",
            "FN Ada Holm | TEL +45 12 | KNOWS <Assistant> Sam Aide as assistant",
        ),
        (
            "agent-on-the-same-line",
            "FN Ada Holm | TEL +45 12 | KNOWS <Assistant> Sam Aide as assistant",
        ),
        (
            "card-inside-card",
            "Group N Outer | TEL 1 + N Inner + N Other",
        ),
        (
            "list-of-cards",
            "Group FN Rowing Club | MEMBER Entry 1 | MEMBER Entry 2 + N Lund/Mira | TEL +1-202-555-0131 | UID Entry 1 + N Berg/Olav | NOTE C:\\new | UID Entry 2",
        ),
        (
            "encoding-after-a-comma",
            "N Lund/Mira | TEL <Home>* +1 202 555 0135 | NOTE <Work> Floor 4⏎9 Dock Street",
        ),
        ("shift-jis-quoted-backslash", "N 十/予 | ORG ソニ;A/能"),
        (
            "quoted-separator",
            "N Holm; Berg/Ada | ORG Fjord;Nord/Sales",
        ),
        ("quoted-separators-all", "N Holm/Ada"),
    ]);
}

#[test]
fn values() {
    reads(&[
        (
            "unescaped-separators",
            "FN Holm, Ada; Dr. | N Holm/Ada | NOTE a, b; c",
        ),
        (
            "google-escaped-colon",
            "FN Ada Holm | LINK <PROFILE> http://example.org/a,b",
        ),
        (
            "organisation-units",
            "FN Ada Holm | ORG Fjord, Inc./North/Sales | TITLE Head | ROLE Leads",
        ),
        ("note-newlines", "FN Ada Holm | NOTE one⏎two⏎three, four"),
        (
            "name-and-type-with-a-comma",
            "FN Ada Holm | TEL <Home> +45 12",
        ),
        (
            "carets-in-parameters",
            "FN Ada Holm | ADR //Main Street 1/Oslo///",
        ),
        (
            "spaces-in-property-names",
            "FN Ada Holm | TEL <Home> +45 12",
        ),
        (
            "mail-with-a-name-around",
            "FN Ada Holm | EMAIL ada@example.org | EMAIL bo@example.org | TEL +45-12;ext=3",
        ),
        ("photo-data-address", "FN Ada Holm | PHOTO inline"),
        (
            "photo-elsewhere",
            "FN Ada Holm | PHOTO https://example.org/ada.png",
        ),
    ]);
}

#[test]
fn labels_and_ties() {
    reads(&[
        (
            "pref-order",
            "FN* Sooner | EMAIL* b@example.org | EMAIL* a@example.org | TEL +1 202 555 0136",
        ),
        (
            "rfc-9554",
            "FN Inés Ruiz Vega | N Ruiz Vega/Inés | LINK <Mastodon> https://example.org/@ines",
        ),
        (
            "apple-labels",
            "FN Ada Holm | TEL <Cabin> +45 12 | ADR <Home> //Main Street 1/Oslo//0150/Norway | LINK <Home page> https://example.org | KNOWS <Spouse> Kim Holm as spouse",
        ),
        (
            "apple-omitted-year",
            "FN Ada Holm | Birthday ?-4-12 | Anniversary <Anniversary>* 2009-6-20 | Other <First day> 2001-1-2",
        ),
        (
            "evolution",
            "FN Ada Holm | CHAT <AIM> adah | Anniversary 2009-6-20 | KNOWS <Spouse> Kim Holm as spouse | KNOWS <Manager> Liv Dahl as manager",
        ),
        (
            "related-4",
            "FN Ada Holm | KNOWS <Friend> urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6 as friend | KNOWS <Co-worker> Liv Dahl as co-worker",
        ),
        (
            "social-and-chat",
            "FN Ada Holm | LINK <Twitter> https://example.org/adah | CHAT <Skype> ada.holm | CHAT <Jabber> ada@example.org",
        ),
        (
            "android-custom",
            "N Holm/Ada | NICK Addie | Anniversary 2009-6-20 | KNOWS <Spouse> Kim Holm as spouse",
        ),
        (
            "kept-as-they-are",
            "FN Ada Holm | SOUNDS Ay-da | TAGS Friends/Work",
        ),
    ]);
}

#[test]
fn not_people() {
    reads(&[
        (
            "group-4",
            "Group FN Choir | MEMBER urn:uuid:1 | MEMBER mailto:ada@example.org",
        ),
        ("group-apple", "Group FN Choir | MEMBER urn:uuid:1"),
        (
            "organisation",
            "Organisation FN Fjord Inc. | ORG Fjord Inc.",
        ),
        ("location", "Location FN The cabin"),
    ]);
}

#[test]
fn dates_show_what_is_sure() {
    let expected = [
        "FN --0412 | Birthday ?-4-12",
        "FN --04-16 | Birthday ?-4-16",
        "FN 1985-04 | Birthday 1985-4-?",
        "FN 19850412T231000Z | Birthday 1985-4-12",
        "FN Tue, 22 Dec 2009 | Birthday 2009-12-22",
        "FN 70-7-14 | Birthday ?-7-14",
        "FN 0000-00-00 | Birthday ?-?-?",
        "FN 1985 | Birthday 1985-?-?",
        "FN 12.4.1985 | Birthday 1985-4-12",
        "FN 3/4/1985 | Birthday ?-?-?",
        "FN 25/12/1985 | Birthday 1985-12-25",
        "FN circa 1800 | Birthday ?-?-?",
        "FN ---12 | Birthday ?-?-12",
        "FN 1985-02-30 | Birthday ?-?-?",
        "FN 19850412 | Birthday 1985-4-12",
        "FN 4501-01-01 | Birthday ?-?-?",
    ];
    assert_eq!(
        show::file(&fixture("dates-of-all-kinds")),
        expected.join(" + ")
    );
}

#[test]
fn dates_keep_their_text() {
    let bytes = fixture("dates-of-all-kinds");
    let text = Text::decode(&bytes);
    for found in cards(&text, &Limits::default()) {
        let CardOrUnreadable::Card(card) = found else {
            panic!("a card is unreadable")
        };
        let contents = card.contents();
        assert_eq!(
            contents.dates[0].value.raw,
            contents.formatted_name.unwrap().value
        );
    }
}

#[test]
fn photos_decode_to_the_same_bytes() {
    for name in [
        "base64-unindented",
        "base64-indented",
        "base64-blank-line-after",
        "photo-data-address",
    ] {
        let bytes = fixture(name);
        let card = one(&bytes).unwrap();
        let photo = card.contents().photo.unwrap();
        let picture = card.photo_bytes(photo.ordinal, &Limits::default()).unwrap();
        assert_eq!((picture.len(), &picture[1..4]), (70, &b"PNG"[..]), "{name}");
        let small = Limits {
            photo_bytes: 50,
            ..Limits::default()
        };
        assert_eq!(card.photo_bytes(photo.ordinal, &small), None, "{name}");
    }
}

#[test]
fn parameters_lose_quotes_and_carets() {
    let bytes = fixture("carets-in-parameters");
    let card = one(&bytes).unwrap();
    assert_eq!(
        card.properties[2].param("label").unwrap(),
        "Main \"Tower\"\nOslo ^1"
    );
    let bytes = fixture("fold-inside-parameters");
    assert_eq!(
        one(&bytes).unwrap().properties[1].types(),
        ["work", "voice"]
    );
}

#[test]
fn a_card_without_version_is_what_it_looks_like() {
    assert_eq!(one(&fixture("no-version")).unwrap().version, Version::V21);
    assert_eq!(
        one(b"BEGIN:VCARD\nFN;TYPE=x:A\nEND:VCARD").unwrap().version,
        Version::V30
    );
}

#[test]
fn lines_and_spans_point_into_the_text() {
    let bytes = fixture("end-missing-in-the-middle");
    let text = Text::decode(&bytes);
    let begun: Vec<(u32, usize)> = cards(&text, &Limits::default())
        .map(|found| match found {
            CardOrUnreadable::Card(card) => (card.line, card.span.start),
            CardOrUnreadable::Unreadable(bad) => (bad.line, bad.span.start),
        })
        .collect();
    for (line, start) in begun {
        let before = bytes[..start].iter().filter(|b| **b == b'\n').count();
        assert_eq!(u32::try_from(before).unwrap() + 1, line);
        assert!(bytes[start..].starts_with(b"BEGIN"));
    }
}

#[test]
fn the_charset_is_told() {
    let told = |name: &str| Text::decode(&fixture(name)).charset();
    assert_eq!(told("utf-16-outlook"), "UTF-16LE");
    assert_eq!(told("shift-jis-phone"), "Shift_JIS");
    assert_eq!(told("label-on-one-property-only"), "windows-1253");
    assert_eq!(told("fold-inside-a-character"), "UTF-8");
}

#[test]
fn a_nameless_card_shows_what_it_has() {
    let name = |bytes: &[u8]| one(bytes).unwrap().contents().display_name();
    assert_eq!(
        name(&fixture("no-name-at-all")).as_deref(),
        Some("ada@example.org")
    );
    assert_eq!(name(&fixture("no-version")).as_deref(), Some("Ada Holm"));
    assert_eq!(name(b"BEGIN:VCARD\nX-A:1\nEND:VCARD"), None);
}
