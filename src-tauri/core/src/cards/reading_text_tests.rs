use super::*;

const TEXT: &str = "f3,2 Qm9z\nk7 \"Mi\"\np9 12\nc6+12345 a81b\nc8+1 90Zk\nj4,5+8345 +a0f\n\
                    c9-12346 {\"is\":\"note\",\"body\":\"a\"}\nt10 B7dd\nd+2 0000";

#[test]
fn the_text_is_read_and_written_again() {
    let reading = Reading::parse(TEXT).unwrap();
    assert_eq!(reading.text().unwrap(), TEXT);
    assert_eq!(reading.photo(), Some(12));
    let rows: Vec<Option<i64>> = reading
        .0
        .iter()
        .filter_map(|line| match line.what {
            What::Item { row, .. } => Some(row),
            _ => None,
        })
        .collect();
    assert_eq!(
        rows,
        [Some(12345), Some(12346), Some(8345), Some(0), None, Some(2)]
    );
    assert_eq!(Reading::parse("").unwrap(), Reading::default());
    assert_eq!(Reading::parse("p1 -").unwrap().photo(), None);
}

#[test]
fn what_is_no_reading_is_refused() {
    for wrong in [
        "[]",
        "f3,2",
        "f3, Qm9z",
        "f3+1 Qm9z",
        "x3 Qm9z",
        "c6+ Qm9z",
        "c6+1x Qm9z",
        "c6 Qm9",
        "c6 {",
        "p1 Qm9z",
        "c-1+1 Qm9z",
        "f1 Qm9z\n\nf1 Qm9z",
    ] {
        assert!(Reading::parse(wrong).is_err(), "{wrong}");
    }
}
