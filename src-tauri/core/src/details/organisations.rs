//! Organisations that people work for, found by their names.

use super::{OrganisationFound, OrganisationId, organisation_rows};
use crate::book::Book;
use crate::error::Result;

impl Book {
    /// Up to eight organisations that begin like the text.
    ///
    /// # Errors
    /// Those of storage.
    pub fn organisations_complete(&self, text: &str) -> Result<Vec<String>> {
        self.read(|tx| organisation_rows::starting(tx, text, 8))
    }

    /// Organisations where somebody works now whose name, or a word of it, begins like the text: at most
    /// `limit`, those that begin like it first, then the largest.
    ///
    /// # Errors
    /// Those of storage.
    pub fn organisations_find(&self, text: &str, limit: u32) -> Result<Vec<OrganisationFound>> {
        self.read(|tx| organisation_rows::find(tx, text, limit.min(100)))
    }

    /// One organisation.
    ///
    /// # Errors
    /// `NotFound`; those of storage.
    pub fn organisation(&self, id: OrganisationId) -> Result<OrganisationFound> {
        self.read(|tx| organisation_rows::found(tx, id))
    }
}
