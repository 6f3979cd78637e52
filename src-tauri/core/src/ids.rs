//! Ids that the mechanisms know. Every other noun defines its own with `id!`.

use crate::columns::id;

id! {
    /// A person in the book.
    PersonId
}

id! {
    /// Raw bytes kept under their hash.
    BlobId
}

id! {
    /// One user-visible change, which Undo takes back as a whole.
    OperationId
}
