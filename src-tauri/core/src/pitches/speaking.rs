//! How long a text takes to say. Pure.
//!
//! Words are those of Unicode (UAX #29). Where a script does not part words by spaces, characters are counted: a
//! Japanese newsreader says about 300 characters in a minute, when an English speaker says about 140 words; so a
//! character counts 140/300 of a word. Thai, Lao, Khmer and Burmese have words of about five letters.

use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation;

/// A word is so many parts; the other counts are told in them.
const WORD: u64 = 300;
/// A character of Chinese, Japanese or of a Korean text in Chinese characters.
const CHARACTER: u64 = 140;
/// A letter of a script of South-East Asia without spaces between words.
const LETTER: u64 = 60;

/// Fewer seconds are a little short.
const SHORTEST: u32 = 30;
/// More seconds are a little long.
const LONGEST: u32 = 60;

/// How long a text takes to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SpeakingTime {
    /// In seconds.
    pub seconds: u32,
    /// Words, of scripts that part them.
    pub words: u32,
    /// Characters, of scripts that do not.
    pub characters: u32,
    /// Whether it is comfortable: 30 to 60 seconds.
    pub fit: SpeakingFit,
}

/// Whether a text takes a comfortable time to say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SpeakingFit {
    /// There is nothing to say.
    Empty,
    /// Less than 30 seconds.
    Short,
    /// 30 to 60 seconds.
    Comfortable,
    /// More than 60 seconds.
    Long,
}

/// How long a text takes at so many words a minute.
pub(crate) fn speaking_time(text: &str, words_a_minute: u32) -> SpeakingTime {
    let (mut words, mut characters, mut letters) = (0_u64, 0_u64, 0_u64);
    for word in text.unicode_words() {
        let mut has_other = false;
        for letter in word.chars() {
            match letter {
                _ if is_character(letter) => characters += 1,
                _ if is_unparted_letter(letter) => letters += 1,
                _ => has_other |= letter.is_alphanumeric(),
            }
        }
        words += u64::from(has_other);
    }
    let parts = words * WORD + characters * CHARACTER + letters * LETTER;
    let a_minute = u64::from(words_a_minute.max(1)) * WORD;
    // Rounded up: what is said takes at least a second.
    let seconds = u32::try_from((parts * 60).div_ceil(a_minute)).unwrap_or(u32::MAX);
    SpeakingTime {
        seconds,
        words: u32::try_from(words).unwrap_or(u32::MAX),
        characters: u32::try_from(characters + letters).unwrap_or(u32::MAX),
        fit: match seconds {
            0 => SpeakingFit::Empty,
            some if some < SHORTEST => SpeakingFit::Short,
            some if some > LONGEST => SpeakingFit::Long,
            _ => SpeakingFit::Comfortable,
        },
    }
}

/// Kana and Chinese characters.
fn is_character(letter: char) -> bool {
    matches!(letter,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Letters and vowel signs of Thai, Lao, Burmese and Khmer.
fn is_unparted_letter(letter: char) -> bool {
    let of_these = matches!(letter,
        '\u{0e01}'..='\u{0eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}');
    of_these && letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_those_of_the_language() {
        let at = |text: &str| {
            let time = speaking_time(text, 140);
            (time.seconds, time.words, time.characters)
        };
        assert_eq!(at(""), (0, 0, 0));
        assert_eq!(at(" … — !"), (0, 0, 0));
        assert_eq!(at("one"), (1, 1, 0));
        // Hyphens part words, apostrophes and decimal points do not.
        assert_eq!(at("We don't wait a half-hour for 3.5 samples."), (4, 9, 0));
        assert_eq!(speaking_time(&"word ".repeat(140), 140).seconds, 60);
        assert_eq!(speaking_time(&"слово ".repeat(70), 140).seconds, 30);
        // Three hundred characters a minute.
        assert_eq!(at(&"湿度が".repeat(100)), (60, 0, 300));
        assert_eq!(at("センサー"), (1, 0, 4));
        assert_eq!(at(&"Kith は静かです。".repeat(10)), (15, 10, 50));
        assert_eq!(at(&"ภาษา".repeat(175)), (60, 0, 700));
    }

    #[test]
    fn half_a_minute_to_a_minute_is_comfortable() {
        let fit = |words: usize| speaking_time(&"word ".repeat(words), 140).fit;
        assert_eq!(fit(0), SpeakingFit::Empty);
        assert_eq!(fit(67), SpeakingFit::Short);
        assert_eq!(fit(70), SpeakingFit::Comfortable);
        assert_eq!(fit(140), SpeakingFit::Comfortable);
        assert_eq!(fit(141), SpeakingFit::Long);
    }

    proptest! {
        #[test]
        fn it_grows_with_the_text(
            first in "([a-zé'.,: \u{3041}-\u{3046}\u{30a2}-\u{30a6}\u{4e00}-\u{4e05}\u{0e01}-\u{0e05}0-9-]|\\PC){0,40}",
            more in "([a-zé'.,: \u{3041}-\u{3046}\u{30a2}-\u{30a6}\u{4e00}-\u{4e05}\u{0e01}-\u{0e05}0-9-]|\\PC){0,40}",
            pace in 60_u32..300,
        ) {
            let before = speaking_time(&first, pace);
            let after = speaking_time(&format!("{first}{more}"), pace);
            prop_assert!(after.seconds >= before.seconds, "{first:?} {more:?}");
            prop_assert!(after.words >= before.words);
            let apart = speaking_time(&format!("{first} word"), pace);
            prop_assert_eq!(apart.words, before.words + 1);
            // Whoever speaks faster needs no longer.
            prop_assert!(speaking_time(&first, pace + 1).seconds <= before.seconds);
        }
    }
}
