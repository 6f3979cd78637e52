//! How much one field and one note can hold.

use crate::error::{Error, Result};

/// Longest text of one field, in bytes: a card's own cap is far above what a page can show.
const LONGEST_FIELD: usize = 64 * 1024;
/// Longest note, in bytes.
const LONGEST_NOTE: usize = 1024 * 1024;

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
