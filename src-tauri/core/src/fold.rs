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

/// The key under which a name is one name: its folded words. Words of other scripts that are spelled alike
/// in Latin letters, as 北京 and 背景 are, stay different.
pub fn name_key(name: &str) -> String {
    match fold_words(name) {
        // Signs only: there is nothing to fold.
        folded if folded.is_empty() => name.to_owned(),
        folded => with_letters_of_other_scripts(folded, name),
    }
}

/// The key under which a tag is one tag: its folded text, in which signs count ("C" and "C++" are two). Words of
/// other scripts stay different as in [`name_key`].
pub fn tag_key(name: &str) -> String {
    with_letters_of_other_scripts(fold(name), name)
}

/// Puts behind a folded name those of its letters that Latin ones do not tell apart.
fn with_letters_of_other_scripts(folded: String, name: &str) -> String {
    // Of Greek and Cyrillic, the letters without ancient accents stand before Armenian ones.
    let is_greek_with_accents = |c: char| matches!(c, '\u{1f00}'..='\u{1fff}');
    let is_of_other_script =
        |c: char| c.is_alphabetic() && c > '\u{530}' && !is_latin(c) && !is_greek_with_accents(c);
    let letters: String = name.chars().filter(|c| is_of_other_script(*c)).collect();
    match letters.is_empty() {
        true => folded,
        false => format!("{folded} {letters}"),
    }
}

/// Whether the character is of the blocks of Latin letters, with accents or without: ASCII, Latin-1 to Latin
/// Extended-B, their additions, and full-width letters.
pub fn is_latin(c: char) -> bool {
    let is_addition =
        matches!(c, '\u{1e00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}');
    let is_full_width = matches!(c, '\u{ff21}'..='\u{ff5a}');
    c <= '\u{24f}' || is_addition || is_full_width
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

    #[test]
    fn names_are_one_in_another_spelling_but_not_in_other_characters() {
        assert_eq!(name_key("ACME, Inc."), name_key("Acme Inc"));
        assert_eq!(name_key("Dąb"), name_key("DAB"));
        assert_ne!(name_key("北京"), name_key("背景"));
        assert_ne!(name_key("王伟"), name_key("汪伟"));
        assert_eq!(name_key("!!"), "!!");
    }

    #[test]
    fn signs_count_in_tags() {
        assert_ne!(tag_key("C++"), tag_key("C"));
        assert_eq!(tag_key("Dąb"), tag_key("DAB"));
        assert_ne!(tag_key("北京"), tag_key("背景"));
        assert_eq!(tag_key("北京"), "beijing 北京");
        assert_eq!(tag_key("!!"), "!!");
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
