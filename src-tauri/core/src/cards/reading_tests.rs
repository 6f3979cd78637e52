use proptest::prelude::*;

use super::*;
use crate::cards::CardItem;
use crate::vcard;

/// Few texts, so that values of one card are often equal, or those of another.
fn text() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "", "a", "b", "ä\n", "{", "\"", "+1 555", "-", "x y", "\u{2028}",
    ])
    .prop_map(str::to_owned)
}

pub(in crate::cards) fn name() -> impl Strategy<Value = Name> {
    (text(), text(), text(), any::<bool>()).prop_map(|(display, given, family, guessed)| Name {
        display,
        given,
        family,
        guessed,
        ..Name::default()
    })
}

pub(in crate::cards) fn item() -> impl Strategy<Value = Item> {
    let kind = prop::sample::select(vec![ContactKind::Phone, ContactKind::Chat]);
    let born = prop::sample::select(vec![DateKind::Birthday, DateKind::Other]);
    let day = prop::option::of(0..3_u8);
    prop_oneof![
        (
            kind,
            text(),
            text(),
            any::<bool>(),
            prop::option::of(text())
        )
            .prop_map(
                |(kind, value, label, preferred, parts)| Item::ContactPoint {
                    kind,
                    value,
                    normal: String::new(),
                    parts,
                    label,
                    preferred,
                }
            ),
        (text(), text(), text()).prop_map(|(organisation, department, role)| Item::Affiliation {
            organisation,
            department,
            role,
        }),
        (
            born,
            text(),
            prop::option::of(-1..2_i32),
            day.clone(),
            day,
            text()
        )
            .prop_map(|(kind, label, year, month, day, text)| Item::Date {
                kind,
                label,
                year,
                month,
                day,
                text,
            }),
        text().prop_map(|body| Item::Note { body }),
        text().prop_map(|name| Item::Tag { name }),
    ]
}

fn ordinals() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..3_usize, 0..3)
}

fn taken() -> impl Strategy<Value = Vec<Taken>> {
    let row = prop::option::of(prop_oneof![0..3_i64, any::<i64>()]);
    let value = prop_oneof![
        name().prop_map(TakenValue::Name),
        text().prop_map(TakenValue::Nickname),
        row.clone().prop_map(|blob| TakenValue::Photo { blob }),
        (item(), row).prop_map(|(item, row)| TakenValue::Item { item, row }),
    ];
    let one = (ordinals(), value).prop_map(|(ordinals, value)| Taken { ordinals, value });
    prop::collection::vec(one, 0..6)
}

fn card() -> impl Strategy<Value = CardPerson> {
    let given = (ordinals(), item()).prop_map(|(ordinals, item)| CardItem { ordinals, item });
    (name(), text(), prop::collection::vec(given, 0..6)).prop_map(|(name, nickname, items)| {
        CardPerson {
            name,
            nickname,
            items,
            ..CardPerson::default()
        }
    })
}

/// Without what follows from other values.
fn plain(taken: &[Taken]) -> Vec<Taken> {
    let mut taken = taken.to_vec();
    for taken in &mut taken {
        if let TakenValue::Item {
            item: Item::ContactPoint { normal, parts, .. },
            ..
        } = &mut taken.value
        {
            normal.clear();
            *parts = None;
        }
    }
    taken
}

proptest! {
    /// Whatever was taken, whatever the card says of it now, and whatever became of the person: what is kept
    /// gives back what was taken, and so does its text.
    #[test]
    fn what_was_taken_comes_back(
        was in taken(),
        says in card(),
        now in card(),
        rows in prop::collection::vec(0..3_i64, 6),
    ) {
        let items: Vec<(i64, Item)> = rows.into_iter().zip(now.items.into_iter().map(|given| given.item)).collect();
        let current = Current { name: &now.name, nickname: &now.nickname, items: &items };
        let reading = Reading::of(&was, &says);
        prop_assert_eq!(plain(&reading.taken(&says, current)), plain(&was));
        let text = reading.text().unwrap();
        let again = Reading::parse(&text).unwrap();
        prop_assert_eq!(&again.text().unwrap(), &text);
        prop_assert_eq!(again, reading);
    }
}

const CARD: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Okafor;Mira;;;\r\nFN:Mira Okafor\r\nNICKNAME:Mi\r\n\
                    EMAIL;TYPE=WORK:mira@corvane.example\r\nORG:Corvane\r\nTITLE:Founder\r\n\
                    CATEGORIES:Fair,Board\r\nEND:VCARD\r\n";

fn person(card: &str) -> CardPerson {
    CardPerson::of(&vcard::one(card.as_bytes()).unwrap(), "")
}

/// All values of a card, in rows from 1.
fn all_of(card: &CardPerson) -> Vec<Taken> {
    let items = (1..).zip(&card.items).map(|(row, given)| Taken {
        ordinals: given.ordinals.clone(),
        value: TakenValue::Item {
            item: given.item.clone(),
            row: Some(row),
        },
    });
    let name = Taken {
        ordinals: card.name_ordinals.clone(),
        value: TakenValue::Name(card.name.clone()),
    };
    let nickname = Taken {
        ordinals: card.nickname_ordinals.clone(),
        value: TakenValue::Nickname(card.nickname.clone()),
    };
    [name, nickname].into_iter().chain(items).collect()
}

fn rows_of(card: &CardPerson) -> Vec<(i64, Item)> {
    (1..)
        .zip(card.items.iter().map(|given| given.item.clone()))
        .collect()
}

fn current<'p>(card: &'p CardPerson, items: &'p [(i64, Item)]) -> Current<'p> {
    Current {
        name: &card.name,
        nickname: &card.nickname,
        items,
    }
}

#[test]
fn what_a_card_says_is_kept_without_its_values() {
    let card = person(CARD);
    let reading = Reading::of(&all_of(&card), &card);
    let text = reading.text().unwrap();
    for value in ["Mira", "corvane", "Founder", "Fair"] {
        assert!(!text.contains(value), "{text}");
    }
    assert!(text.len() < 80, "{text}");
    assert_eq!(reading.taken(&card, current(&card, &[])), all_of(&card));
}

/// As a later Kith may read the properties of a card.
fn read_otherwise(mut card: CardPerson) -> CardPerson {
    card.name.given = "M.".into();
    card.nickname = "Mimi".into();
    for given in &mut card.items {
        match &mut given.item {
            Item::ContactPoint { label, .. } => *label = "Office".into(),
            Item::Affiliation { role, .. } => *role = "Founder, CEO".into(),
            _ => {}
        }
    }
    card
}

#[test]
fn a_card_that_is_read_otherwise_by_now_was_what_the_person_still_is() {
    let card = person(CARD);
    let reading = Reading::of(&all_of(&card), &card);
    let otherwise = read_otherwise(card.clone());
    let items = rows_of(&card);
    assert_eq!(
        reading.taken(&otherwise, current(&card, &items)),
        all_of(&card)
    );
}

#[test]
fn a_value_that_was_changed_and_is_read_otherwise_was_what_the_card_says() {
    let card = person(CARD);
    let reading = Reading::of(&all_of(&card), &card);
    let otherwise = read_otherwise(card);
    let mut edited = person(CARD);
    edited.name.display = "Mira B".into();
    edited.nickname = "B".into();
    let items: Vec<(i64, Item)> = rows_of(&edited)
        .into_iter()
        .map(|(row, _)| {
            (
                row,
                Item::Note {
                    body: "another table".into(),
                },
            )
        })
        .collect();
    let was = reading.taken(&otherwise, current(&edited, &items));
    assert_eq!(was, all_of(&otherwise));
}

#[test]
fn a_value_that_is_nowhere_any_more_keeps_its_place_and_kind() {
    let card = person(CARD);
    let reading = Reading::of(&all_of(&card), &card);
    let mail = Item::ContactPoint {
        kind: ContactKind::Email,
        value: "mira@home.example".into(),
        normal: String::new(),
        parts: None,
        label: String::new(),
        preferred: false,
    };
    let items = [(1, mail)];
    let was = reading.taken(
        &CardPerson::default(),
        current(&CardPerson::default(), &items),
    );
    assert_eq!(was.len(), 6);
    let places = |taken: &[Taken]| {
        taken
            .iter()
            .map(|taken| taken.ordinals.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(places(&was), places(&all_of(&card)));
    let TakenValue::Item { item, row: Some(1) } = &was[2].value else {
        panic!("{:?}", was[2]);
    };
    assert!(
        matches!(item, Item::ContactPoint { kind: ContactKind::Email, value, .. } if value.is_empty())
    );
}

#[test]
fn a_tag_that_a_person_still_has_is_known_by_its_row() {
    let card = person(CARD);
    let reading = Reading::of(&all_of(&card), &card);
    let items = [(
        3,
        Item::Tag {
            name: "FAIR".into(),
        },
    )];
    let was = reading.taken(&CardPerson::default(), current(&card, &items));
    let names = was.iter().filter_map(|taken| match &taken.value {
        TakenValue::Item {
            item: Item::Tag { name },
            ..
        } => Some(name.as_str()),
        _ => None,
    });
    assert_eq!(names.collect::<Vec<_>>(), ["FAIR", ""]);
}
