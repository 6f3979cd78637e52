//! Numbers in words. Pure.

use crate::letters::capital;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_none_where_no_noun_follows() {
        assert_eq!([0, 3, 99].map(number_alone), ["none", "three", "99"]);
        assert_eq!(number(0), "no");
    }
}
