//! One type for each kind of id, so that a person's id cannot be taken for a tag's.

use serde::{Deserialize, Serialize};

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )+};
}

ids! {
    /// A person in the book.
    PersonId,
    /// An organisation that people work for.
    OrganisationId,
    /// A person's mail, phone, address, link or chat.
    ContactPointId,
    /// Where a person works, as what, since and until.
    AffiliationId,
    /// A birthday, an anniversary or another date of a person.
    DateId,
    /// A note about a person.
    NoteId,
    /// A word that groups people.
    TagId,
    /// A tie between two people.
    TieId,
    /// A kind of relationship: peer, client, mentor …
    KindId,
    /// A vCard that a person came from.
    SourceCardId,
    /// Raw bytes kept under their hash.
    BlobId,
    /// A contact that happened.
    InteractionId,
    /// A planned contact.
    CheckInId,
    /// One user-visible change, which Undo takes back as a whole.
    OperationId,
}
