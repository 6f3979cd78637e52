//! Phone numbers: what two writings of one number share. Pure.

use rlibphonenumber::{PhoneNumber, PhoneNumberFormat, Region};

use crate::fold::digits;

/// E.164 ("+12025550148") where the number says its country or `country` (ISO 3166, '' for not known)
/// does; otherwise its digits; '' where it has fewer than five.
pub fn normal(written: &str, country: &str) -> String {
    let number = before_extension(written);
    let bare = digits(number);
    if bare.len() < 5 {
        return String::new();
    }
    let trimmed = number.trim_start();
    // An international number needs no table of countries.
    if let Some(rest) = trimmed
        .strip_prefix('+')
        .or_else(|| trimmed.strip_prefix("00"))
    {
        return format!("+{}", digits(rest));
    }
    if country.is_empty() {
        return bare;
    }
    match PhoneNumber::parse(number, country.parse::<Region>().ok()) {
        Ok(parsed) if parsed.is_valid() => parsed.format_as(PhoneNumberFormat::E164).into_owned(),
        _ => bare,
    }
}

/// Pauses and extensions belong to the call, not to the number.
fn before_extension(written: &str) -> &str {
    let written = written.strip_prefix("tel:").unwrap_or(written);
    let end = written
        .char_indices()
        .skip(1)
        .find(|(_, c)| matches!(c, ',' | ';' | 'x' | 'X' | 'p' | 'w' | 'e' | '#'))
        .map_or(written.len(), |(at, _)| at);
    written.get(..end).unwrap_or(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_number_has_one_normal_however_it_is_written() {
        for written in [
            "+1 202 555 0148",
            "+1 (202) 555-0148",
            "0012025550148",
            "tel:+1-202-555-0148",
            "+12025550148,,7",
            "+1 202 555 0148 ext. 7",
        ] {
            assert_eq!(normal(written, ""), "+12025550148", "{written}");
        }
        assert_eq!(normal("(202) 456-1414", "US"), "+12024561414");
        assert_eq!(normal("030 901820", "DE"), "+4930901820");
    }

    #[test]
    fn a_national_number_without_a_country_keeps_its_digits() {
        assert_eq!(normal("(202) 555-0148", ""), "2025550148");
        assert_eq!(normal("112", "DE"), "");
        assert_eq!(normal("call me", "US"), "");
    }
}
