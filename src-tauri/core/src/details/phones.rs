//! Phone numbers: the form in which two spellings of one number are equal, and what is dialled. Pure.

use rlibphonenumber::{NumberLengthType, PhoneNumber, PhoneNumberFormat, Region};

use super::phone_text::PhoneText;

/// The form of `normal`. A book whose phones were compared in another one is brought up to date when it is opened.
pub(crate) const FORM: u32 = 2;

/// E.164 ("+12025550148") where the number says its country or `country` (ISO 3166, '' for not known)
/// does; otherwise its digits; '' where it has fewer than five. Of two numbers in one field the first one's.
pub fn normal(written: &str, country: &str) -> String {
    let text = PhoneText::of(written);
    if text.digits().len() < 5 {
        return String::new();
    }
    match parsed(&text, country) {
        Some(number) if text.is_international() || has_full_length(&number) => e164(&number),
        _ => text.number,
    }
}

/// The tel: address of a number, with its extension. `None` where it is not sure which number is meant.
pub fn dialled(written: &str, country: &str) -> Option<String> {
    let text = PhoneText::of(written);
    if text.digits().len() < 2 || !text.is_sure {
        return None;
    }
    let number = match parsed(&text, country) {
        // A number of the own country that the library does not know may be one of the office: as it is written.
        Some(number) if text.is_international() || number.is_valid() => e164(&number),
        _ => text.number.clone(),
    };
    Some(match text.extension.as_str() {
        "" => format!("tel:{number}"),
        extension => format!("tel:{number};ext={extension}"),
    })
}

fn parsed(text: &PhoneText, country: &str) -> Option<PhoneNumber> {
    let region = country.parse::<Region>().ok();
    if !text.is_international() && region.is_none() {
        return None;
    }
    PhoneNumber::parse(&text.number, region).ok()
}

fn has_full_length(number: &PhoneNumber) -> bool {
    matches!(
        number.is_possible_with_reason(),
        Ok(NumberLengthType::IsPossible)
    )
}

fn e164(number: &PhoneNumber) -> String {
    number.format_as(PhoneNumberFormat::E164).into_owned()
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
            "+1 202 555 0148 x7",
            "\u{202a}+1 202 555 0148\u{202c}",
            "＋１ ２０２ ５５５ ０１４８",
            "+١ ٢٠٢ ٥٥٥ ٠١٤٨",
            "+۱ ۲۰۲ ۵۵۵ ۰۱۴۸",
        ] {
            assert_eq!(normal(written, ""), "+12025550148", "{written}");
        }
        assert_eq!(normal("(202) 456-1414", "US"), "+12024561414");
        assert_eq!(normal("(202) 555-0148", "US"), "+12025550148");
        assert_eq!(normal("030 901820", "DE"), "+4930901820");
        assert_eq!(normal("030/901820", "DE"), "+4930901820");
    }

    #[test]
    fn a_german_number_is_the_same_with_and_without_its_zero() {
        for written in [
            "0172 555 0148",
            "+49 172 5550148",
            "0049 172 5550148",
            "+49 (0)172 555 0148",
            "0049 (0) 172 5550148",
            "+49(0)1725550148",
            "０１７２ ５５５ ０１４８",
            "0172/5550148 (privat)",
            "Mobil: 0172 5550148",
        ] {
            assert_eq!(normal(written, "DE"), "+491725550148", "{written}");
        }
        // In Italy the zero belongs to the number.
        assert_eq!(normal("+39 (0)6 698 12345", ""), "+390669812345");
        assert_eq!(normal("+44 (0)20 2555 0148", ""), "+442025550148");
    }

    #[test]
    fn letters_stand_for_digits() {
        assert_eq!(normal("1-800-KITH-NOW", "US"), "+18005484669");
        assert_eq!(normal("1-800-KITH-NOW", ""), "+18005484669");
        assert_eq!(normal("1-800-KITH-NOW", "DE"), "+18005484669");
        assert_eq!(dialled("1-800-KITH-NOW", "").unwrap(), "tel:+18005484669");
    }

    #[test]
    fn what_is_dialled_has_its_extension_and_no_needless_zero() {
        for (written, country, address) in [
            ("+44 (0)20 2555 0148 ext. 7", "", "tel:+442025550148;ext=7"),
            ("+1 202 555 0148 x12", "", "tel:+12025550148;ext=12"),
            ("+1 202 555 0148,,7#", "", "tel:+12025550148;ext=7"),
            ("0172 5550148", "DE", "tel:+491725550148"),
            ("0172 5550148", "", "tel:01725550148"),
            ("4711", "DE", "tel:4711"),
            ("112", "DE", "tel:112"),
            ("(202) 456-1414", "US", "tel:+12024561414"),
        ] {
            assert_eq!(
                dialled(written, country).as_deref(),
                Some(address),
                "{written}"
            );
        }
        for unsure in [
            "0172 555 0148 // 0173 555 0149",
            "0172 5550148 / 0173 5550149",
            "0172 5550148 or 0173 5550149",
            "0172 5550148; 0173 5550149",
            "0172 5550148 0173 5550149",
            "5550148/49",
            "call me",
            "",
        ] {
            assert_eq!(dialled(unsure, "DE"), None, "{unsure}");
        }
        assert_eq!(
            normal("0172 555 0148 // 0173 555 0149", "DE"),
            "+491725550148"
        );
    }

    #[test]
    fn a_national_number_without_a_country_keeps_its_digits() {
        assert_eq!(normal("(202) 555-0148", ""), "2025550148");
        assert_eq!(normal("112", "DE"), "");
        assert_eq!(normal("call me", "US"), "");
    }
}
