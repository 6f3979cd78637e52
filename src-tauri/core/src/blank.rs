//! Text that shows nothing. Pure.

/// Whether nothing of a text can be seen: it is empty, or has spaces, controls and invisible characters only.
pub(crate) fn is_blank(text: &str) -> bool {
    text.chars().all(is_invisible)
}

/// White space, control characters, and what Unicode says to leave undrawn (Default_Ignorable_Code_Point, other
/// format characters, and the blank Braille cell).
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invisible_characters_alone_are_blank() {
        for text in [
            "",
            " ",
            "\u{200b}",
            "\u{feff}\u{2060} ",
            "\u{3164}",
            "\u{202e}\u{202c}",
            "\u{2800}",
            "\u{ad}",
        ] {
            assert!(is_blank(text), "{text:?}");
        }
        for text in ["a", "\u{200b}a", "…", "王", "👩\u{200d}🚀", "-"] {
            assert!(!is_blank(text), "{text:?}");
        }
    }
}
