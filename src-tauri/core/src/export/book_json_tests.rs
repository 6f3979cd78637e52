use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;

use super::*;
use crate::store::open;

fn now() -> Moment {
    Moment {
        utc: "2026-11-21T09:30:00Z".parse().unwrap(),
        zone: chrono_tz::Europe::Lisbon,
    }
}

fn written(book: &Book) -> String {
    let mut out = Vec::new();
    book.write_json(&mut out).unwrap();
    String::from_utf8(out).unwrap()
}

/// A book with rows in every table. Made with SQL, so that every column has a value.
fn full_book(file: &Path, text: &str) {
    drop(Book::open(file, &now()).unwrap());
    let raw = Connection::open(file).unwrap();
    let stamp = "2026-11-20T08:00:00Z";
    let parts = serde_json::to_string(&crate::vcard::contents::Address::default()).unwrap();
    let hash = Sha256::digest(text.as_bytes()).to_vec();
    let rows: &[(&str, &[SqlValue])] = &[
        (
            "INSERT INTO blobs (id, sha256, bytes) VALUES (3, ?1, ?2)",
            &[hash.into(), text.as_bytes().to_vec().into()],
        ),
        (
            "INSERT INTO people (id, uuid, display_name, prefix, given, additional, family, suffix, nickname, sort_key, photo_blob, created_at) \
          VALUES (7, 'u7', ?1, '', ?1, '', '', '', '', 'a', 3, ?2), (9, 'u9', 'B', '', 'B', '', '', '', '', 'b', NULL, ?2)",
            &[text.to_owned().into(), stamp.to_owned().into()],
        ),
        (
            "UPDATE people SET trashed_at = ?1 WHERE id = 9",
            &[stamp.to_owned().into()],
        ),
        (
            "INSERT INTO organisations (id, name, folded_name) VALUES (4, ?1, 'o')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO affiliations (person_id, organisation_id, role, department, since, until, position) VALUES (7, 4, ?1, '', '2020', NULL, 0)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO contact_points (person_id, kind, value, normal, parts, label, preferred, position) VALUES (7, 'address', ?1, '', ?2, '', 1, 0)",
            &[text.to_owned().into(), parts.into()],
        ),
        (
            "INSERT INTO dates (person_id, kind, label, year, month, day, text, position) VALUES (7, 'birthday', '', NULL, 2, 29, ?1, 0)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO notes (person_id, body, created_on, edited_on) VALUES (7, ?1, '2026-11-20', '2026-11-20')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO tags (id, name, folded_name) VALUES (5, ?1, 't')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO person_tags (person_id, tag_id) VALUES (7, 5)",
            &[],
        ),
        (
            "INSERT INTO relationships (person_id, category, kind_id, purpose, workplace, kept_close_on, cadence_days, importance, status) \
          VALUES (7, 'internal', 2, ?1, 'remote', '2026-11-20', 14, 2, 'active')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO interactions (id, happened_on, happened_time, zone, channel, minutes, started_by_me, note) \
          VALUES (6, '2026-11-20', '09:30', 'Europe/Oslo', 'video', 30, 0, ?1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO interaction_people (interaction_id, person_id, started) VALUES (6, 7, 1)",
            &[],
        ),
        (
            "INSERT INTO check_ins (person_id, source, due_on, due_time, zone, chosen, reason, snoozed_on, snoozed_time, snoozed_zone, state, answered_on, interaction_id) \
          VALUES (7, 'planned', '2026-11-20', '09:30', 'Europe/Oslo', 1, ?1, NULL, NULL, NULL, 'done', '2026-11-20', 6)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO source_cards (person_id, blob_id, file_name, number, line, imported_at, uid, is_primary, reading) VALUES (7, 3, ?1, 1, 1, ?2, NULL, 1, 'f1 AAAA')",
            &[text.to_owned().into(), stamp.to_owned().into()],
        ),
        (
            "INSERT INTO kept_cards (blob_id, file_name, number, line, imported_at, uid, tag_id) VALUES (3, ?1, 1, 1, ?2, NULL, 5)",
            &[text.to_owned().into(), stamp.to_owned().into()],
        ),
        (
            "INSERT INTO ties (person_id, other_id, kind, closeness, since, until, source, note, noted_on) \
          VALUES (9, 7, 'reports_to', 'close', '2019-05', '2024', 'card', ?1, '2026-11-20')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO refused_ties (person_id, other_id) VALUES (7, 9)",
            &[],
        ),
        (
            "INSERT INTO card_mentions (person_id, folded_name, uid, relation) VALUES (7, 'b', NULL, ?1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO map_pins (person_id, x, y) VALUES (7, -1250, 800)",
            &[],
        ),
        (
            "INSERT INTO distinct_people (person_id, other_id) VALUES (7, 9)",
            &[],
        ),
        (
            "INSERT INTO commitments (owed_by, what, due_on, agreed_on, noted_on, stands_on, moves, state, closed_on, why, interaction_id) \
          VALUES ('me', ?1, '2026-11-27', '2026-11-20', '2026-11-20', '2026-11-26', '', 'kept', '2026-11-27', ?1, 6)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO exchanges (person_id, direction, what, sort, size, happened_on, happened_roughly, interaction_id, commitment_id, back_by, back_on) \
          VALUES (7, 'given', ?1, 'favour', 2, '2026-11-20', '2026-11', 6, 1, '2026-11-27', '2026-11-28')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO exchange_settlements (person_id, settled_on, up_to) VALUES (7, '2026-11-20', 0)",
            &[],
        ),
        (
            "INSERT INTO next_lines (person_id, body, noted_on) VALUES (7, ?1, '2026-11-20')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO shares (id, title, link, note, kept_on) VALUES (8, ?1, 'https://kith.example', ?1, '2026-11-20')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO share_people (share_id, person_id, shared_on) VALUES (8, 7, '2026-11-20')",
            &[],
        ),
        (
            "INSERT INTO opener_rests (person_id, sort, item, refused_on) VALUES (7, 'share', 8, '2026-11-20')",
            &[],
        ),
        (
            "INSERT INTO status_changes (person_id, status, reason, since_on, until_on, until_at, until_zone, changed_at) \
          VALUES (7, 'cooling_off', ?1, '2026-11-20', NULL, ?2, 'Europe/Oslo', ?2)",
            &[text.to_owned().into(), stamp.to_owned().into()],
        ),
        (
            "INSERT INTO boundaries (person_id, sharing, weekdays, opens_minute, closes_minute, zone) \
          VALUES (7, 'work_only', 31, 540, 960, 'Europe/Oslo')",
            &[],
        ),
        (
            "INSERT INTO conflicts (person_id, other_id, organisation_id, level, why, handling, how, declared_on, reviewed_on, until_on) \
          VALUES (7, NULL, 4, 'actual', ?1, 'managed', ?1, '2026-11-20', '2026-11-20', '2026-11-27')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO kind_boundaries (kind_id, sharing, channel, note) VALUES (2, 'openly', 'video', ?1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO natures (person_id, nature, influence, mutuality, openness, said_on) \
          VALUES (7, 'transactional', 3, NULL, 5, '2026-11-20')",
            &[],
        ),
        (
            "INSERT INTO introductions (person_id, other_id, third_id, by_whom, why, asks, began_on, made_on, outcome, outcome_on, thanked_on, rested_on, stands_on) \
          VALUES (7, 9, NULL, 'me', ?1, '[{\"at\":0,\"on\":\"2026-11-20\",\"answer\":\"not_now\",\"answeredOn\":\"2026-11-21\",\"words\":\"w\",\"againOn\":\"2027-01-20\"}]', '2026-11-20', '2026-11-27', ?1, '2026-11-28', '2026-11-28', '2026-11-28', NULL)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO refused_introductions (person_id, other_id, refused_on) VALUES (7, 9, '2026-11-20')",
            &[],
        ),
        (
            "INSERT INTO goals (id, title, why, due_on, noted_on, state, closed_on, outcome) \
          VALUES (3, ?1, ?1, '2026-12-24', '2026-11-20', 'reached', '2026-11-27', ?1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO goal_parts (id, goal_id, help, what) VALUES (2, 3, 'know_how', ?1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO goal_people (goal_id, person_id, shares, say, interest) VALUES (3, 7, 1, 5, NULL)",
            &[],
        ),
        (
            "INSERT INTO goal_helpers (part_id, person_id, role) VALUES (2, 7, 'may_oppose')",
            &[],
        ),
        (
            "INSERT INTO goal_steps (goal_id, doer, person_id, what, due_on, set_on, stands_on, done_on) \
          VALUES (3, 'me', 7, ?1, '2026-11-27', '2026-11-20', '2026-11-26', '2026-11-27')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO goal_talks (goal_id, interaction_id) VALUES (3, 6)",
            &[],
        ),
        (
            "INSERT INTO attributes (id, name, folded_name) VALUES (2, ?1, 'a')",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO attribute_choices (id, attribute_id, name, folded_name, position) VALUES (4, 2, ?1, 'c', 1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO person_attributes (person_id, attribute_id, choice_id) VALUES (7, 2, 4)",
            &[],
        ),
        (
            "INSERT INTO events (id, name, place, held_on, note) VALUES (5, ?1, ?1, '2026-11-20', ?1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO event_people (event_id, person_id, line, check_in_id) VALUES (5, 7, ?1, 1)",
            &[text.to_owned().into()],
        ),
        (
            "INSERT INTO how_met (person_id, event_id, since) VALUES (7, 5, NULL), (9, NULL, '2019-05')",
            &[],
        ),
        (
            "INSERT INTO met_through (person_id, through_id) VALUES (7, 9)",
            &[],
        ),
        (
            "INSERT INTO settings (key, value) VALUES ('theme', '\"dark\"')",
            &[],
        ),
    ];
    for (sql, values) in rows {
        raw.execute(sql, rusqlite::params_from_iter(values.iter()))
            .unwrap();
    }
    for table in whole_book::exported(nouns::ALL) {
        fill_if_empty(&raw, table, text);
    }
}

/// A row in a table that has none by hand: about the first person, with the first word that a column allows.
fn fill_if_empty(raw: &Connection, table: &str, text: &str) {
    let count = format!("SELECT count(*) FROM {table}");
    if raw
        .query_row(&count, [], |row| row.get::<_, i64>(0))
        .unwrap()
        > 0
    {
        return;
    }
    let schema = "SELECT sql FROM sqlite_schema WHERE name = ?1";
    let schema: String = raw.query_row(schema, [table], |row| row.get(0)).unwrap();
    let mut columns = raw
        .prepare("SELECT name, type = 'TEXT' FROM pragma_table_info(?1) WHERE name <> 'id'")
        .unwrap();
    let columns: Vec<(String, bool)> = columns
        .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(|column| column.unwrap())
        .collect();
    let value = |(name, is_text): &(String, bool)| -> SqlValue {
        let allowed = schema.split_once(&format!("({name} IN ('"));
        let word = allowed.and_then(|(_, words)| words.split('\'').next());
        match (word, is_text) {
            (Some(word), _) => word.to_owned().into(),
            (None, true) if name.ends_with("_on") => "2026-11-20".to_owned().into(),
            (None, true) if name.ends_with("_at") => now().stamp().to_string().into(),
            (None, true) => text.to_owned().into(),
            (None, false) if name == "person_id" => 7.into(),
            (None, false) => 1.into(),
        }
    };
    let values: Vec<SqlValue> = columns.iter().map(value).collect();
    let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
    let marks = vec!["?"; names.len()].join(", ");
    let insert = format!(
        "INSERT INTO {table} ({}) VALUES ({marks})",
        names.join(", ")
    );
    raw.execute(&insert, rusqlite::params_from_iter(values))
        .unwrap();
}

fn refusal(json: &str) -> Error {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.kith");
    let error = read_json(json.as_bytes(), &file, &now()).unwrap_err();
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert!(left.is_empty(), "left behind: {left:?}");
    error
}

fn sample() -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("book.kith");
    full_book(&file, "Zoë “Zo” Ødegård\n\u{1}\u{202e}<b>");
    written(&Book::open(&file, &now()).unwrap())
}

#[test]
fn every_table_comes_back_equal_and_can_be_found() {
    let folder = tempfile::tempdir().unwrap();
    let json = sample();
    for table in whole_book::exported(nouns::ALL).chain(["blobs"]) {
        assert!(
            json.contains(&format!("\"{table}\":[\n{{\"id\"")),
            "{table} has no row"
        );
    }
    let file = folder.path().join("new.kith");
    assert_eq!(read_json(json.as_bytes(), &file, &now()).unwrap(), 1);
    let book = Book::open(&file, &now()).unwrap();
    assert_eq!(written(&book), json);
    let found = book
        .people_find("odegar", &Default::default(), 9, &now())
        .unwrap();
    assert_eq!(found.rows.len(), 1);
    assert!(open::check(&file).is_ok());
}

#[test]
fn a_book_is_replaced_and_the_old_one_becomes_a_backup() {
    let folder = tempfile::tempdir().unwrap();
    let (file, json) = (
        folder.path().join("book.kith"),
        folder.path().join("b.json"),
    );
    drop(Book::open(&file, &now()).unwrap());
    fs::write(&json, sample()).unwrap();
    let back = replace_from_json(&file, &json, &now()).unwrap();
    assert_eq!((back.people, back.aside), (1, None));
    let backups = backups::list(&file, &now()).unwrap();
    assert_eq!(backups.len(), 1);
    let book = Book::open(&file, &now()).unwrap();
    assert_eq!(written(&book), sample());
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_left_behind() {
    let json = sample();
    let version = format!("\"version\":{}", open::SCHEMA_VERSION);
    let swap = |from: &str, to: &str| {
        assert!(json.contains(from), "{from}");
        refusal(&json.replacen(from, to, 1))
    };
    for (from, to, says) in [
        ("kith-book", "kith-bok", "not a book"),
        (&version, "\"version\":99", "newer Kith"),
        (&version, "\"version\":0", "not a book"),
        (&version, "\"version\":\"1\"", "not a book"),
        ("\"kinds\"", "\"kimds\"", "“kimds” is not known"),
        ("\"organisations\":[", "\"tags\":[", "tags twice"),
        (
            "\"uuid\":\"u9\"",
            "\"uuid\":\"u7\"",
            "people, row 2: it says again",
        ),
        (
            "\"id\":9,\"uuid",
            "\"id\":7,\"uuid",
            "people, row 2: its id is used twice",
        ),
        (
            "\"uuid\":\"u7\"",
            "\"uuid\":7",
            "people, row 1: “uuid” is not a text",
        ),
        ("\"uuid\":\"u7\",", "", "people, row 1: “uuid” is missing"),
        (
            "\"uuid\":\"u7\"",
            "\"uuid\":null",
            "people, row 1: “uuid” is not a text",
        ),
        (
            "\"uuid\":",
            "\"more\":1,\"uuid\":",
            "people, row 1: “more” is not known",
        ),
        (
            "\"importance\":2",
            "\"importance\":2.5",
            "“importance” is not a whole number",
        ),
        ("\"importance\":2", "\"importance\":9", "does not know"),
        (
            "\"month\":2",
            "\"month\":300",
            "people, id 7 cannot be read",
        ),
        (
            "\"photo_blob\":3",
            "\"photo_blob\":33",
            "people, id 7: it refers to something in blobs",
        ),
        (
            "\"organisation_id\":4",
            "\"organisation_id\":44",
            "affiliations, id 1: it refers to something in organisations",
        ),
        ("\"sha256\":\"", "\"sha256\":\"0", "are not those of"),
        ("\"bytes\":\"", "\"bytes\":\"*", "not base64"),
        (
            "\"edited_on\":\"2026-11-20\"",
            "\"edited_on\":\"2026-11-31\"",
            "notes, row 1: “edited_on” is not a time",
        ),
        (
            "2026-11-20T08:00:00Z",
            "yesterday",
            "“created_at” is not a time",
        ),
        (
            "\"since\":\"2019-05\"",
            "\"since\":\"May\"",
            "ties, row 1: “since” is not a time",
        ),
        (
            "\"happened_time\":\"09:30\"",
            "\"happened_time\":\"24:30\"",
            "“happened_time” is not a time",
        ),
        (
            "\"zone\":\"Europe/Oslo\"",
            "\"zone\":\"Europe/Osslo\"",
            "“zone” is not a time",
        ),
        ("\\\"dark\\\"", "{", "settings cannot be read"),
    ] {
        let error = swap(from, to);
        assert!(error.message.contains(says), "{to}: {}", error.message);
        assert_eq!(error.code, Code::Invalid, "{to}");
    }
    let whole = json.trim_end();
    for cut in [0, 1, 30, whole.len() / 2, whole.len() - 1] {
        let cut = whole.floor_char_boundary(cut);
        assert_eq!(refusal(&whole[..cut]).code, Code::FileUnreadable, "{cut}");
    }
    for (not_json, code) in [
        ("BEGIN:VCARD", Code::FileUnreadable),
        ("[]", Code::Invalid),
        ("{}", Code::Invalid),
        ("7", Code::Invalid),
    ] {
        assert_eq!(refusal(not_json).code, code, "{not_json}");
    }
    assert_eq!(refusal(&format!("{json} x")).code, Code::FileUnreadable);
    assert!(
        refusal("{\"format\":\"kith-book\",\"version\":1}")
            .message
            .contains("has no tags")
    );
}

#[test]
fn a_file_that_is_there_is_not_written_over() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("new.kith");
    fs::write(&file, b"mine").unwrap();
    let error = read_json(sample().as_bytes(), &file, &now()).unwrap_err();
    assert_eq!(error.code, Code::NotWritable);
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_in_any_table_comes_back_equal(text in "\\PC{0,20}|[\\x00-\\x1f\"\\\\]{1,8}") {
        let folder = tempfile::tempdir().unwrap();
        let (file, new) = (folder.path().join("book.kith"), folder.path().join("new.kith"));
        full_book(&file, &text);
        let json = written(&Book::open(&file, &now()).unwrap());
        read_json(json.as_bytes(), &new, &now()).unwrap();
        prop_assert_eq!(written(&Book::open(&new, &now()).unwrap()), json);
    }

    #[test]
    fn no_damage_makes_it_panic_or_leave_half_a_book(at in 0.0..1.0_f64, byte in any::<u8>()) {
        let mut json = sample().into_bytes();
        let at = (at * json.len() as f64) as usize;
        json[at] = byte;
        let folder = tempfile::tempdir().unwrap();
        let new = folder.path().join("new.kith");
        if read_json(&json[..], &new, &now()).is_err() {
            prop_assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
    }
}
