//! What stands in a phone field: the number, its extension, and whether that is all. Pure.

use crate::fold::fold;

/// A phone number taken apart, in ASCII.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PhoneText {
    /// "+" and digits, or digits alone.
    pub(super) number: String,
    /// Digits, '' for none.
    pub(super) extension: String,
    /// Whether the field holds this one number and nothing that might be a second one.
    pub(super) is_sure: bool,
}

/// Words and signs before an extension.
const EXTENSION: &[&str] = &[
    "extension",
    "extn",
    "ext",
    "durchwahl",
    "dw",
    "apparat",
    "app",
    "poste",
    "interno",
    "x",
    "#",
];
/// Words between two numbers.
const OR: &[&str] = &["or", "and", "oder", "und", "ou", "et", "o", "y", "e", "bzw"];
/// Toll-free area codes of the United States and Canada. Their numbers are often written in letters.
const FREE_CALLS: &[&str] = &["800", "833", "844", "855", "866", "877", "888"];
/// Longest number with its country code (E.164).
const LONGEST: usize = 15;
/// Where the zero in "+39 (0)6" is dialled: Italy, San Marino and the Vatican.
const ZERO_STAYS: &[&str] = &["39", "378", "379"];

impl PhoneText {
    pub(super) fn of(written: &str) -> Self {
        let text = ascii(written);
        let text = text.trim().strip_prefix("tel:").unwrap_or(text.trim());
        let (first, mut is_sure) = first_number(text);
        let (number, extension) = without_extension(&first);
        let number = match letters_as_digits(&number) {
            Some(mapped) => mapped,
            None => only_number(&number),
        };
        is_sure = is_sure && number.trim_start_matches('+').len() <= LONGEST;
        Self {
            number,
            extension,
            is_sure,
        }
    }

    pub(super) fn digits(&self) -> &str {
        self.number.trim_start_matches('+')
    }

    pub(super) fn is_international(&self) -> bool {
        self.number.starts_with('+')
    }
}

/// Digits and signs of every script as ASCII, without invisible characters; letters in lower case.
fn ascii(written: &str) -> String {
    let visible = |c: &char| !matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}');
    fold(&written.chars().filter(visible).collect::<String>())
}

/// The first of the numbers in a field, and whether it is the only one.
fn first_number(text: &str) -> (String, bool) {
    let parts = numbers_apart(text);
    let mut numbers = parts.iter().filter(|part| digits(part).len() >= 5);
    match (numbers.next(), numbers.next()) {
        (Some(first), Some(_)) => (first.clone(), false),
        _ if ends_otherwise(text) => (text.split('/').next().unwrap_or(text).to_owned(), false),
        _ => (text.to_owned(), true),
    }
}

/// The text cut where a second number may begin: "//", ";", "|", line ends, "or", and a slash or comma after
/// what is a number already. A slash after a few digits only parts an area code ("030/901820").
fn numbers_apart(text: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut words = text
        .split_inclusive([' ', '/', ';', '|', '\n', ',', '&'])
        .peekable();
    while let Some(piece) = words.next() {
        let word = piece.trim_end_matches([' ', '/', ';', '|', '\n', ',', '&']);
        let sign = piece.get(word.len()..).unwrap_or_default();
        let current = parts.last().map(String::as_str).unwrap_or_default();
        let so_far = digits(current).len() + digits(word).len();
        let long = so_far
            >= if current.trim_start().starts_with(['+']) || current.starts_with("00") {
                9
            } else {
                7
            };
        let parted = OR.contains(&word)
            || matches!(sign, ";" | "|" | "\n" | "&")
            || (matches!(sign, "/" | ",") && long);
        if let Some(current) = parts.last_mut() {
            if OR.contains(&word) {
                current.push(' ');
            } else {
                current.push_str(if parted { word } else { piece });
            }
        }
        if parted && words.peek().is_some() {
            parts.push(String::new());
        }
    }
    parts
}

/// "5550148/49": the end of a second number.
fn ends_otherwise(text: &str) -> bool {
    let Some((before, after)) = text.split_once('/') else {
        return false;
    };
    let long = if before.trim_start().starts_with(['+']) {
        9
    } else {
        7
    };
    digits(before).len() >= long && (1..5).contains(&digits(after).len())
}

/// The number and its extension. Pauses belong to the call: what follows them is dialled later.
fn without_extension(text: &str) -> (String, String) {
    let lower: Vec<char> = text.chars().collect();
    let starts = |at: usize, sign: &str| {
        let sign: Vec<char> = sign.chars().collect();
        lower.get(at..at + sign.len()) == Some(sign.as_slice())
    };
    let mut seen = 0;
    for at in 0..lower.len() {
        let Some(c) = lower.get(at) else { break };
        if c.is_ascii_digit() {
            seen += 1;
            continue;
        }
        let is_word_start = at == 0
            || lower
                .get(at - 1)
                .is_some_and(|before| !before.is_ascii_alphabetic());
        let pause = matches!(c, ',' | ';' | 'p' | 'w') && is_alone(&lower, at);
        let word = EXTENSION
            .iter()
            .find(|sign| is_word_start && starts(at, sign));
        let after = |from: usize| {
            digits(
                &lower
                    .get(from..)
                    .unwrap_or_default()
                    .iter()
                    .collect::<String>(),
            )
        };
        if seen >= 3
            && (pause || word.is_some_and(|word| is_followed_by_digits(&lower, at + word.len())))
        {
            let number = lower.get(..at).unwrap_or_default().iter().collect();
            let extension = after(at);
            return (
                number,
                if extension.len() <= 7 {
                    extension
                } else {
                    String::new()
                },
            );
        }
    }
    (text.to_owned(), String::new())
}

/// Whether no letter stands beside the sign.
fn is_alone(text: &[char], at: usize) -> bool {
    let is_letter = |at: Option<usize>| {
        at.and_then(|at| text.get(at))
            .is_some_and(char::is_ascii_alphabetic)
    };
    !is_letter(at.checked_sub(1)) && !is_letter(Some(at + 1))
}

/// Whether a digit comes next, after dots, colons and spaces.
fn is_followed_by_digits(text: &[char], at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    let next = rest.iter().find(|c| !matches!(c, '.' | ':' | ' ' | '-'));
    next.is_some_and(char::is_ascii_digit)
}

/// "1-800-kith-now" in digits, with the country code of North America; `None` where letters are no digits.
fn letters_as_digits(number: &str) -> Option<String> {
    let letters = number.chars().filter(char::is_ascii_alphabetic).count();
    let begin = number.find(|c: char| c.is_ascii_digit() || c == '+')?;
    let number = number.get(begin..)?;
    let inside = number.chars().filter(char::is_ascii_alphabetic).count();
    if letters < 3 || inside != letters || number.contains(|c: char| !is_of_number(c)) {
        return None;
    }
    let mapped: String = number.chars().filter_map(key_of).collect();
    let national = mapped
        .strip_prefix('1')
        .filter(|rest| rest.len() >= 10)
        .unwrap_or(&mapped);
    let is_free = FREE_CALLS.iter().any(|code| national.starts_with(code)) && national.len() >= 10;
    if number.starts_with('+') {
        Some(format!("+{mapped}"))
    } else if is_free {
        Some(format!("+1{}", national.get(..10).unwrap_or(national)))
    } else {
        // Words beside a number are a remark, unless the whole has the length of a number.
        ((7..=LONGEST).contains(&mapped.len()) && !number.contains(' ')).then_some(mapped)
    }
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.' | ' ' | '(' | ')' | '/')
}

/// The digit on whose key a letter stands.
fn key_of(c: char) -> Option<char> {
    Some(match c {
        '0'..='9' => c,
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        'w'..='z' => '9',
        _ => return None,
    })
}

/// "+" and digits, without the zero in "+49 (0)172"; 00 before a country code is written as "+".
fn only_number(text: &str) -> String {
    let begin = text.find(|c: char| c.is_ascii_digit() || c == '+');
    let text = begin.and_then(|at| text.get(at..)).unwrap_or_default();
    let international =
        text.starts_with('+') || (text.starts_with("00") && digits(text).len() >= 9);
    if !international {
        return digits(text);
    }
    let rest = text.strip_prefix("00").unwrap_or(text);
    let Some((country, number)) = rest.split_once("(0)") else {
        return format!("+{}", digits(rest));
    };
    let country = digits(country);
    let zero = if ZERO_STAYS.contains(&country.as_str()) {
        "0"
    } else {
        ""
    };
    format!("+{country}{zero}{}", digits(number))
}

fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
