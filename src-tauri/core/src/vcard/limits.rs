//! The caps that keep a hostile file from costing more than a refusal.

/// What one file may ask of us. The default is what the app uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes from BEGIN to END.
    pub card_bytes: usize,
    /// Properties in one card.
    pub properties: usize,
    /// Cards within cards.
    pub nesting: usize,
    /// A photo as it stands in the file, still encoded.
    pub photo_bytes: usize,
}

impl Limits {
    /// No caps: for cards that were already let in.
    pub const NONE: Self = Self {
        card_bytes: usize::MAX,
        properties: usize::MAX,
        nesting: usize::MAX,
        photo_bytes: usize::MAX,
    };
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            card_bytes: 24 << 20,
            properties: 10_000,
            nesting: 8,
            photo_bytes: 20 << 20,
        }
    }
}
