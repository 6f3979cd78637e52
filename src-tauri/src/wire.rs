//! The shapes between the page and the shell that the core does not know.

use serde::Serialize;

/// The answer to `start`.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Start {
    /// Kith's version.
    pub version: String,
}
