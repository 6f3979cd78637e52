//! The case of the first letter of a text. Pure.

/// The text with its first letter in upper case: "two people" becomes "Two people".
pub(crate) fn capital(text: &str) -> String {
    change_first(text, |first| first.to_uppercase().collect())
}

/// The text with its first letter in lower case.
pub(crate) fn small(text: &str) -> String {
    change_first(text, |first| first.to_lowercase().collect())
}

/// The text as a sentence: with a full stop, unless it ends with one, as after "Iben B.".
pub(crate) fn sentence(text: impl Into<String>) -> String {
    let mut text = text.into();
    if !text.ends_with('.') {
        text.push('.');
    }
    text
}

/// Names in a sentence: "A", "A and B", "A, B and C"; empty for nobody.
pub(crate) fn listed<T: AsRef<str>>(names: &[T]) -> String {
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match names.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(change).unwrap_or_default();
    first + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_with_one_stop() {
        assert_eq!(sentence("Only Iben"), "Only Iben.");
        assert_eq!(sentence("Only Iben B."), "Only Iben B.");
        assert_eq!(sentence(String::new()), ".");
    }

    #[test]
    fn lists_end_in_and() {
        let names = ["A", "B", "C"];
        let upto = |count: usize| listed(&names[..count]);
        assert_eq!([0, 1, 2, 3].map(upto), ["", "A", "A and B", "A, B and C"]);
    }

    #[test]
    fn only_the_first_letter_changes() {
        assert_eq!(capital("élan vital"), "Élan vital");
        assert_eq!(small("Two People"), "two People");
        assert_eq!(capital("ßa"), "SSa");
        assert_eq!((capital(""), small("")), (String::new(), String::new()));
    }
}
