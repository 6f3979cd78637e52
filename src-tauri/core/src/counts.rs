//! Counts as the page has them. Pure.

/// How many, as the page counts; the most there is where that is more.
pub(crate) fn count32(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}
