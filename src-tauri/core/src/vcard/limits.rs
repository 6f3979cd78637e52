//! Limits that keep a hostile file from using much time or memory.

/// The limits for one file. The default is what the app uses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes from BEGIN to END. Default: 24 MiB.
    pub card_bytes: usize,
    /// Most properties in one card. Default: 10,000.
    pub properties: usize,
    /// Most levels of cards within cards. Default: 8.
    pub nesting: usize,
    /// Most bytes of a photo property, encoded as it stands in the file. Default: 20 MiB.
    pub photo_bytes: usize,
}

impl Limits {
    /// No limits: for cards that were checked when they were imported.
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
