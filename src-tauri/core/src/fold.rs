//! Folds text for search and comparison: "Jürgen", "jurgen" and "JURGEN" become equal. Pure.

/// Transliterates letters of every script to lower-case ASCII ("Søren" → "soren", "Łukasz" →
/// "lukasz"). The search index and its queries are folded with this, because SQLite's unicode61
/// tokenizer does not cover these letters.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let mut folded = any_ascii::any_ascii(text);
    folded.make_ascii_lowercase();
    folded
}

/// The folded words of a text: each run of characters other than letters and digits becomes one space.
pub fn fold_words(text: &str) -> String {
    let folded = fold(text);
    let mut words = String::with_capacity(folded.len());
    for word in folded.split(|c: char| !c.is_ascii_alphanumeric()) {
        if word.is_empty() {
            continue;
        }
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// The ASCII digits of a text.
pub fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn letters_of_many_scripts_fold_to_what_people_type() {
        for (written, typed) in [
            ("Jürgen", "jurgen"),
            ("Søren", "soren"),
            ("Łukasz", "lukasz"),
            ("Straße", "strasse"),
            ("Şahin", "sahin"),
            ("O’Brien", "o'brien"),
        ] {
            assert_eq!(fold(written), typed);
        }
        assert_eq!(
            fold_words("  Müller-Lüdenscheidt, Dr. "),
            "muller ludenscheidt dr"
        );
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(text in ".{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(once.is_ascii());
        }
    }
}
