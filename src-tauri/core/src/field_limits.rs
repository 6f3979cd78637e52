//! How much a line, a field and a note can hold.

use crate::blank::is_blank;
use crate::error::{Error, Result};

/// Longest line, in characters: what fits under a name and can be read at a glance.
const LONGEST_LINE: usize = 200;
/// Longest text of one field, in bytes: a card's own cap is far above what a page can show.
const LONGEST_FIELD: usize = 64 * 1024;
/// Longest note, in bytes.
const LONGEST_NOTE: usize = 1024 * 1024;

/// One line without space around it and breaks in it; empty where nothing of it can be seen.
///
/// # Errors
/// `Invalid` at the field where the line has more than 200 characters.
pub(crate) fn one_line(field: &str, text: &str) -> Result<String> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() > LONGEST_LINE {
        return Err(Error::invalid(
            field,
            "One line holds 200 letters at most. The rest fits in a note.",
        ));
    }
    Ok(if is_blank(&line) { String::new() } else { line })
}

/// Like `one_line`, of which something must be seen. `blank`: what is said otherwise, "Say what you need."
///
/// # Errors
/// `Invalid` at the field where the line is blank or too long.
pub(crate) fn some_line(field: &str, text: &str, blank: &str) -> Result<String> {
    let line = one_line(field, text)?;
    match line.is_empty() {
        true => Err(Error::invalid(field, blank)),
        false => Ok(line),
    }
}

/// # Errors
/// `Invalid` at the field where the text is too long to keep.
pub(crate) fn check_length(field: &str, value: &str) -> Result<()> {
    if value.len() > LONGEST_FIELD {
        return Err(Error::invalid(
            field,
            "This is too long to keep: 64,000 letters at most.",
        ));
    }
    Ok(())
}

/// # Errors
/// `Invalid` at the field where the note is too long to keep.
pub(crate) fn check_note(field: &str, body: &str) -> Result<()> {
    if body.len() > LONGEST_NOTE {
        return Err(Error::invalid(
            field,
            "This note is too long to keep: a million letters at most.",
        ));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_one_line_of_two_hundred_characters_at_most() {
        assert_eq!(one_line("what", " two\n lines ").unwrap(), "two lines");
        assert_eq!(one_line("what", " \u{200b} ").unwrap(), "");
        let longest = "ø".repeat(200);
        assert_eq!(one_line("what", &longest).unwrap(), longest);
        let error = one_line("what", &"ø".repeat(201)).unwrap_err();
        assert_eq!(error.field.as_deref(), Some("what"));
        assert_eq!(some_line("what", " x ", "Say it.").unwrap(), "x");
        let error = some_line("what", " \u{200b} ", "Say it.").unwrap_err();
        assert_eq!(error.field.as_deref(), Some("what"));
        assert_eq!(error.message, "Say it.");
    }
}
