//! What an edit of a person was, in words for the history. The values themselves are not in it.

use super::{ContactKind, DateKind, DetailEdit};

/// "phone added", "note removed", "tag choir".
pub(super) fn said(edit: &DetailEdit) -> String {
    match edit {
        DetailEdit::Name { .. } => "the name".to_owned(),
        DetailEdit::Nickname { .. } => "the nickname".to_owned(),
        DetailEdit::RemovePhoto => "photo removed".to_owned(),
        DetailEdit::ContactPoint { id, kind, .. } => put(contact(*kind), id.is_none()),
        DetailEdit::RemoveContactPoint { .. } => "a way to reach them removed".to_owned(),
        DetailEdit::MoveContactPoint { .. } => "order of the ways to reach them".to_owned(),
        DetailEdit::Affiliation { id, .. } => put("work", id.is_none()),
        DetailEdit::RemoveAffiliation { .. } => "work removed".to_owned(),
        DetailEdit::Date { id, kind, .. } => put(date(*kind), id.is_none()),
        DetailEdit::RemoveDate { .. } => "date removed".to_owned(),
        DetailEdit::DateNotice { .. } => "when to be told of dates".to_owned(),
        DetailEdit::Note { id, .. } => put("note", id.is_none()),
        DetailEdit::RemoveNote { .. } => "note removed".to_owned(),
        DetailEdit::AddTag { name } => format!("tag {}", name.trim()),
        DetailEdit::RemoveTag { .. } => "tag removed".to_owned(),
    }
}

fn put(what: &str, is_new: bool) -> String {
    format!("{what} {}", if is_new { "added" } else { "changed" })
}

const fn contact(kind: ContactKind) -> &'static str {
    match kind {
        ContactKind::Email => "email",
        ContactKind::Phone => "phone",
        ContactKind::Address => "address",
        ContactKind::Link => "link",
        ContactKind::Chat => "chat",
    }
}

const fn date(kind: DateKind) -> &'static str {
    match kind {
        DateKind::Birthday => "birthday",
        DateKind::Anniversary => "anniversary",
        DateKind::Other => "date",
    }
}
