//! What is known of a person, a row each: how to reach them, where they work, dates, notes, tags.

pub(crate) mod affiliation_rows;
pub(crate) mod contact_point_rows;
pub(crate) mod date_rows;
pub(crate) mod note_rows;
pub(crate) mod organisation_rows;
pub(crate) mod tag_rows;
crate::store::id! {
    /// An organisation that people work for.
    OrganisationId
}

crate::store::id! {
    /// A person's mail, phone, address, link or chat.
    ContactPointId
}

crate::store::id! {
    /// Where a person works, as what, since and until.
    AffiliationId
}

crate::store::id! {
    /// A birthday, an anniversary or another date of a person.
    DateId
}

crate::store::id! {
    /// A note about a person.
    NoteId
}

crate::store::id! {
    /// A word that groups people.
    TagId
}
