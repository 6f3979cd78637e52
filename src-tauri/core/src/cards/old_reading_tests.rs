//! A book as schema version 11 kept it, made from one of today, and brought up to date again.

use rusqlite::Connection;

use super::*;
use crate::book::Book;
use crate::cards::{Current, TakenValue, item_rows, source_card_rows};
use crate::export::CardStyle;
use crate::import::{Plan, Source, Unwatched};
use crate::moment::Moment;
use crate::people::person_rows;
use crate::store::whole_book;

fn minute(n: i64) -> Moment {
    let start: chrono::DateTime<chrono::Utc> = "2026-11-21T09:00:00Z".parse().unwrap();
    Moment {
        utc: start + chrono::Duration::minutes(n),
        zone: chrono_tz::Europe::Lisbon,
    }
}

/// Cards of several programs; every third one has a photo, and every fourth one was read otherwise by an earlier
/// Kith.
fn cards(count: usize) -> String {
    let photo = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    let card = |n: usize| {
        let photo = match n % 3 {
            0 => format!("PHOTO;ENCODING=b;TYPE=PNG:{photo}\r\n"),
            _ => String::new(),
        };
        format!(
            "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Okafor{n};Mira;;;\r\nFN:Mira Okafor{n}\r\nNICKNAME:Mi{n}\r\n\
             ORG:Corvane {n};Lab\r\nTITLE:Founder\r\nitem1.EMAIL;type=INTERNET;type=pref:mira{n}@corvane.example\r\n\
             item1.X-ABLabel:_$!<Work>!$_\r\nTEL;type=CELL:+999 000 555 0{n:03}\r\n\
             ADR;type=HOME:;;Quay {n};Tarn;;0148;Norway\r\n\
             BDAY:1980-02-28\r\nNOTE:Met at fair {n}\\nand later\r\nCATEGORIES:Fair {n},Board\r\n{photo}X-KEEP:me {n}\r\n\
             UID:uid-{n}\r\nEND:VCARD\r\n"
        )
    };
    (0..count).map(card).collect()
}

fn import(book: &Book, cards: String, now: &Moment) {
    let mut plan = Plan::make(book, "cards", &[Source::Text(cards)], &Unwatched).unwrap();
    plan.apply(book, &Unwatched, now).unwrap();
}

fn exported(book: &Book, style: CardStyle) -> String {
    let mut out = Vec::new();
    book.write_cards(None, style, &mut out, &|| false).unwrap();
    String::from_utf8(out).unwrap()
}

fn json(book: &Book) -> String {
    let mut out = Vec::new();
    book.write_json(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// All that was taken from cards, by the id of its row.
fn all_taken(book: &Book) -> Vec<(i64, Vec<Taken>)> {
    let taken = book.read(|tx| {
        let mut all = Vec::new();
        for id in whole_book::everyone(tx)? {
            let person = person_rows::get(tx, id)?;
            let items = item_rows::current(tx, id)?;
            let current = Current {
                name: &person.name,
                nickname: &person.nickname,
                items: &items,
            };
            for record in source_card_rows::of_person(tx, id)? {
                all.push((record.id.0, record.taken(tx, current)?));
            }
        }
        Ok(all)
    });
    taken.unwrap()
}

/// What Kith of version 11 would have in the file.
fn age(file: &std::path::Path, taken: &[(i64, Vec<Taken>)], plain: &[(i64, Vec<u8>)]) {
    let old = Connection::open(file).unwrap();
    for (id, bytes) in plain {
        let sql = "UPDATE blobs SET bytes = ?2, form = 'plain' WHERE id = ?1";
        old.execute(sql, (id, bytes)).unwrap();
    }
    for (id, taken) in taken {
        let reading = serde_json::to_string(taken).unwrap();
        let sql = "UPDATE source_cards SET reading = ?2 WHERE id = ?1";
        old.execute(sql, (id, &reading)).unwrap();
        let sql = "UPDATE undo_log SET old = json_set(old, '$.reading', ?2) \
                   WHERE table_name = 'source_cards' AND row_id = ?1 AND old IS NOT NULL";
        old.execute(sql, (id, &reading)).unwrap();
    }
    old.execute_batch("ALTER TABLE blobs DROP COLUMN form; PRAGMA user_version = 11")
        .unwrap();
    for sql in later_migrations_taken_back() {
        old.execute_batch(&sql).unwrap();
    }
}

/// What takes away the tables, indexes and columns that came after version 12.
fn later_migrations_taken_back() -> Vec<String> {
    let later = crate::store::open::MIGRATIONS.iter().skip(12);
    let lines: Vec<&str> = later.flat_map(|sql| sql.lines()).collect();
    let word = |line: &str, at: usize| line.split_whitespace().nth(at).map(str::to_owned);
    let of_line = |line: &&str| match line {
        // The table of before, built anew: its rows are the same.
        anew if anew.contains("_new ") => None,
        index if index.starts_with("CREATE INDEX ") => {
            Some(format!("DROP INDEX IF EXISTS {}", word(index, 2)?))
        }
        table if table.starts_with("CREATE TABLE ") => {
            Some(format!("DROP TABLE {}", word(table, 2)?))
        }
        index if index.starts_with("CREATE INDEX ") => {
            Some(format!("DROP INDEX {}", word(index, 2)?))
        }
        column if column.starts_with("ALTER TABLE ") && column.contains(" ADD COLUMN ") => {
            Some(format!(
                "ALTER TABLE {} DROP COLUMN {}",
                word(column, 2)?,
                word(column, 5)?
            ))
        }
        _ => None,
    };
    let mut taken_back: Vec<String> = lines.iter().filter_map(of_line).collect();
    taken_back.reverse();
    taken_back
}

fn blobs_of(book: &Book) -> Vec<(i64, Vec<u8>)> {
    let bytes = book.read(|tx| {
        let ids = tx.all("SELECT id FROM blobs", [], |row| row.get::<_, i64>(0))?;
        ids.into_iter()
            .map(|id| Ok((id, blobs::bytes(tx, BlobId(id))?)))
            .collect()
    });
    bytes.unwrap()
}

#[test]
fn a_book_of_before_is_the_same_book_afterwards() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.kith");
    let book = Book::open(&file, &minute(0)).unwrap();
    import(&book, cards(40), &minute(1));
    // Edited since: names, values, labels, and what is gone.
    book.change_for_good(|tx| {
        for sql in [
            "UPDATE people SET display_name = 'Someone else', nickname = '' WHERE id % 5 = 0",
            "UPDATE contact_points SET value = 'new@home.example', normal = 'new@home.example' WHERE id % 7 = 0",
            "UPDATE contact_points SET label = 'Car' WHERE id % 11 = 0",
            "DELETE FROM notes WHERE id % 3 = 0",
            "DELETE FROM person_tags WHERE id % 4 = 0",
            "UPDATE affiliations SET role = 'Chair' WHERE id % 6 = 0",
        ] {
            tx.execute(sql, [])?;
        }
        Ok(())
    })
    .unwrap();
    let mut taken = all_taken(&book);
    // What an earlier Kith read otherwise, of what nobody edited and of what somebody did.
    for (id, taken) in &mut taken {
        for taken in taken.iter_mut().filter(|_| *id % 4 == 0) {
            match &mut taken.value {
                TakenValue::Name(name) => name.additional = "by an older Kith".to_owned(),
                TakenValue::Item {
                    item: crate::cards::Item::ContactPoint { label, .. },
                    ..
                } => {
                    *label = "by an older Kith".to_owned();
                }
                _ => {}
            }
        }
    }
    // The same cards again, one of them changed: their rows are replaced, and Undo has the rows before.
    let again = cards(40).replace("TITLE:Founder", "TITLE:Chair");
    import(&book, again, &minute(2));
    let last = book.read(crate::store::operations::newest).unwrap();
    let after_again = (json(&book), exported(&book, CardStyle::AsItCame));
    let mut both = taken.clone();
    both.extend(all_taken(&book));
    let plain = blobs_of(&book);
    drop(book);
    age(&file, &both, &plain);

    let book = Book::open(&file, &minute(3)).unwrap();
    assert_eq!(json(&book), after_again.0);
    assert_eq!(exported(&book, CardStyle::AsItCame), after_again.1);
    assert_eq!(blobs_of(&book), plain);
    assert_eq!(book.read(crate::store::operations::newest).unwrap(), last);
    book.whole_check().unwrap().run().unwrap();
    // Undo brings back the rows of the first import, with all that was taken then.
    book.undo(&minute(4)).unwrap();
    let mut undone = all_taken(&book);
    let mut expected = taken;
    for all in [&mut undone, &mut expected] {
        all.sort_by_key(|(id, _)| *id);
        for taken in all.iter_mut().flat_map(|(_, taken)| taken) {
            if let TakenValue::Item {
                item: crate::cards::Item::ContactPoint { normal, parts, .. },
                ..
            } = &mut taken.value
            {
                normal.clear();
                *parts = None;
            }
        }
    }
    assert_eq!(undone, expected);
}

#[test]
fn damaged_rows_do_not_keep_the_book_shut() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.kith");
    let book = Book::open(&file, &minute(0)).unwrap();
    import(&book, cards(4), &minute(1));
    let (taken, plain) = (all_taken(&book), blobs_of(&book));
    drop(book);
    age(&file, &taken, &plain);
    let by_hand = Connection::open(&file).unwrap();
    by_hand
        .execute_batch(
            "UPDATE source_cards SET reading = CAST(x'ff' AS TEXT) WHERE id = 1;
             UPDATE undo_log SET old = 'no JSON' WHERE id = (SELECT max(id) FROM undo_log);
             INSERT INTO undo_log (operation_id, table_name, row_id, old)
             SELECT id, 'source_cards', 2, '{' FROM operations LIMIT 1;",
        )
        .unwrap();
    drop(by_hand);
    let book = Book::open(&file, &minute(2)).unwrap();
    let third = book.read(|tx| source_card_rows::of_person(tx, crate::ids::PersonId(3)));
    assert_eq!(third.unwrap().len(), 1);
}

#[test]
fn a_reading_without_its_card_keeps_all_values() {
    let name =
        r#"{"display":"Mira","prefix":"","given":"Mira","additional":"","family":"","suffix":""}"#;
    let json = format!(
        r#"[{{"ordinals":[2],"name":{name}}},
            {{"ordinals":[5],"item":{{"item":{{"is":"note","body":"Met"}},"row":7}}}},
            {{"ordinals":[6],"photo":{{"blob":null}}}}]"#
    );
    let text = shortened(&json, Some(b"no card")).unwrap();
    let kept = format!("f2 {name}\nn5+7 {{\"is\":\"note\",\"body\":\"Met\"}}\np6 -");
    assert_eq!(text, kept);
    assert!(shortened("{}", None).is_err());
}
