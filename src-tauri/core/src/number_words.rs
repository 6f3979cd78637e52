//! Numbers in words. Pure.

use crate::letters::{capital, listed};

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A number in words up to twelve, else in digits: "three", "14".
pub(crate) fn number(count: usize) -> String {
    let word = NUMBERS.get(count).map(|word| (*word).to_owned());
    word.unwrap_or_else(|| count.to_string())
}

/// Like `number` where nothing follows that is counted: "you have three", "you have none".
pub(crate) fn number_alone(count: usize) -> String {
    match count {
        0 => "none".to_owned(),
        some => number(some),
    }
}

/// Like `number`, at the beginning of a sentence: "Three", "14".
pub(crate) fn capital_number(count: usize) -> String {
    capital(&number(count))
}

/// Names in a sentence, at most so many of them: "A, B and C", "A, B, C and two more".
pub(crate) fn listed_at_most<T: AsRef<str>>(names: &[T], most: usize) -> String {
    match names.split_at_checked(most) {
        Some((named, more @ [_, ..])) => {
            let named: Vec<&str> = named.iter().map(AsRef::as_ref).collect();
            format!("{} and {} more", named.join(", "), number(more.len()))
        }
        _ => listed(names),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_many_names_the_rest_is_counted() {
        let names = ["A", "B", "C", "D", "E"];
        let upto = |count: usize| listed_at_most(&names[..count], 3);
        assert_eq!(
            [0, 1, 3, 4, 5].map(upto),
            [
                "",
                "A",
                "A, B and C",
                "A, B, C and one more",
                "A, B, C and two more"
            ]
        );
    }

    #[test]
    fn nothing_is_none_where_no_noun_follows() {
        assert_eq!([0, 3, 99].map(number_alone), ["none", "three", "99"]);
        assert_eq!(number(0), "no");
    }
}
