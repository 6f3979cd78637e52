//! The English names of the months, for typed dates and dates in cards. Pure.

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The month (1–12) that "March", "mar" or "Sept." names: at least three letters, in any case.
pub(crate) fn month_named(word: &str) -> Option<u8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let named = |month: &&str| word.len() >= 3 && month.starts_with(&word);
    let at = MONTHS.iter().position(named)?;
    u8::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::month_named;

    #[test]
    fn three_letters_name_a_month() {
        let words = ["mar", "March", "SEPT.", "sep", "ma", "marcha", "", "."];
        assert_eq!(
            words.map(month_named),
            [Some(3), Some(3), Some(9), Some(9), None, None, None, None]
        );
    }
}
