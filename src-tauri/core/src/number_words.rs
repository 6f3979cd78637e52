//! Numbers in words. Pure.

const NUMBERS: [&str; 13] = [
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A number in words up to twelve, else in digits: "three", "14".
pub(crate) fn number(count: usize) -> String {
    let word = NUMBERS.get(count).map(|word| (*word).to_owned());
    word.unwrap_or_else(|| count.to_string())
}
