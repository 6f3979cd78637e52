//! Editing people, one field or several people at a time.

use crate::book::Book;
use crate::change::{Done, OperationKind};
use crate::check_ins::{WhenPurpose, read_day};
use crate::days::{Day, PartialDate, since_and_until};
use crate::details::affiliation_rows::{AffiliationRecord, NewAffiliation};
use crate::details::contact_point_rows::NewContactPoint;
use crate::details::date_rows::NewDate;
use crate::details::{AffiliationId, ContactPointId, DateId, NoteId};
use crate::details::{ContactKind, DateKind, PersonEdit, phones};
use crate::details::{
    affiliation_rows, contact_point_rows, date_rows, note_rows, organisation_rows, tag_rows,
};
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::field_limits::check_note;
use crate::fold::fold;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::Name;
use crate::people::person_rows;
use crate::relationships::{self, Status};
use crate::settings;
use crate::store::Tx;
use crate::store::changing::Changing;

impl Book {
    /// Edits one person; returns the id of a new row where the edit made one.
    ///
    /// # Errors
    /// `Invalid` with the field; `NotFound`; those of storage.
    pub fn person_edit(
        &self,
        id: PersonId,
        edit: &PersonEdit,
        now: &Moment,
    ) -> Result<Done<Option<i64>>> {
        self.change(OperationKind::EditPerson, now, |change| {
            change.about_people(&[id])?;
            apply(change, id, edit)
        })
    }

    /// The same edit for several people, in one undo step.
    ///
    /// # Errors
    /// Like `person_edit`; the first error takes all back.
    pub fn people_edit(
        &self,
        ids: &[PersonId],
        edit: &PersonEdit,
        now: &Moment,
    ) -> Result<Done<()>> {
        self.change(OperationKind::EditPeople, now, |change| {
            change.about_people(ids)?;
            for id in ids {
                apply(change, *id, edit)?;
            }
            Ok(())
        })
    }
}

/// One edit within a change; the id of a new row where it made one.
fn apply(change: &Changing<'_>, id: PersonId, edit: &PersonEdit) -> Result<Option<i64>> {
    let tx = &change.tx;
    match edit {
        PersonEdit::Name { display, parts } => rename(tx, id, display, parts.as_ref())?,
        PersonEdit::Nickname { value } => {
            check_length("nickname", value)?;
            person_rows::set_nickname(tx, id, value.trim())?;
        }
        PersonEdit::ContactPoint {
            id: point,
            kind,
            value,
            label,
            preferred,
        } => {
            return put_contact_point(tx, id, *point, *kind, value, label, *preferred)
                .map(|id| Some(id.0));
        }
        PersonEdit::RemoveContactPoint { id: point } => {
            owned(contact_point_rows::get(tx, *point)?.person, id)?;
            contact_point_rows::delete(tx, *point)?;
        }
        PersonEdit::MoveContactPoint { id: point, to } => move_contact_point(tx, id, *point, *to)?,
        PersonEdit::Affiliation {
            id: row,
            organisation,
            role,
            department,
            since,
            until,
        } => {
            return put_affiliation(tx, id, *row, organisation, role, department, [since, until])
                .map(|id| Some(id.0));
        }
        PersonEdit::RemoveAffiliation { id: row } => {
            owned(affiliation_rows::owner(tx, *row)?, id)?;
            affiliation_rows::delete(tx, *row)?;
        }
        PersonEdit::Date {
            id: row,
            kind,
            label,
            text,
        } => {
            return put_date(tx, id, *row, *kind, label, text).map(|id| Some(id.0));
        }
        PersonEdit::RemoveDate { id: row } => {
            owned(date_rows::owner(tx, *row)?, id)?;
            date_rows::delete(tx, *row)?;
        }
        PersonEdit::Note { id: row, body } => {
            return put_note(tx, id, *row, body, &change.now).map(|id| Some(id.0));
        }
        PersonEdit::RemoveNote { id: row } => {
            owned(note_rows::owner(tx, *row)?, id)?;
            note_rows::delete(tx, *row)?;
        }
        PersonEdit::AddTag { name } => {
            let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
            if name.is_empty() {
                return Err(Error::invalid("tag", "A tag needs a word."));
            }
            check_length("tag", &name)?;
            tag_rows::give(tx, id, tag_rows::named(tx, &name)?)?;
        }
        PersonEdit::RemoveTag { id: tag } => tag_rows::take(tx, id, *tag)?,
        PersonEdit::RemovePhoto => person_rows::set_photo(tx, id, None)?,
        PersonEdit::Category { value } => relationships::set_category(tx, id, *value)?,
        PersonEdit::Kind { id: kind } => relationships::set_kind(tx, id, *kind)?,
        PersonEdit::Purpose { value } => {
            check_length("purpose", value)?;
            relationships::set_purpose(tx, id, value)?;
        }
        PersonEdit::Workplace { value } => relationships::set_workplace(tx, id, *value)?,
        PersonEdit::KeepClose {
            kind,
            cadence_days,
            importance,
        } => {
            relationships::keep_close(tx, id, *kind, *cadence_days, *importance, &change.now)?;
        }
        PersonEdit::DoNotAsk { value } => {
            relationships::set_do_not_ask(tx, id, *value)?;
        }
        PersonEdit::LetGo => relationships::let_go(tx, id)?,
        PersonEdit::Status { value, until } => {
            let until = match value {
                Status::Paused => {
                    Some(read_day("until", until, WhenPurpose::CheckIn, &change.now)?.day)
                }
                _ => None,
            };
            relationships::set_status(tx, id, *value, until, &change.now)?;
        }
    }
    Ok(None)
}

fn owned(owner: PersonId, id: PersonId) -> Result<()> {
    if owner == id {
        Ok(())
    } else {
        Err(Error::not_found("This"))
    }
}

fn rename(
    tx: &Tx<'_>,
    id: PersonId,
    display: &str,
    parts: Option<&super::NameParts>,
) -> Result<()> {
    let display = display.trim();
    if display.is_empty() {
        return Err(Error::invalid("name", "A person needs a name."));
    }
    check_length("name", display)?;
    let name = match parts {
        Some(parts) => Name::with_parts(display, parts.clone()),
        None => person_rows::get(tx, id)?.name.renamed(display),
    };
    person_rows::set_name(tx, id, &name)
}

/// What two writings of one address share; '' where nothing does.
pub(crate) fn contact_normal(kind: ContactKind, value: &str, country: &str) -> String {
    match kind {
        ContactKind::Email => fold(value.trim().trim_start_matches("mailto:")),
        ContactKind::Phone => phones::normal(value, country),
        ContactKind::Address | ContactKind::Link | ContactKind::Chat => String::new(),
    }
}

pub(super) fn put_contact_point(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<ContactPointId>,
    kind: ContactKind,
    value: &str,
    label: &str,
    preferred: bool,
) -> Result<ContactPointId> {
    let value = value.trim();
    if value.is_empty() {
        return Err(Error::invalid("value", "There is nothing to keep yet."));
    }
    check_length("value", value)?;
    check_length("label", label)?;
    let country = settings::country(tx)?;
    let normal = contact_normal(kind, value, &country);
    let before = id.map(|id| contact_point_rows::get(tx, id)).transpose()?;
    // A postal address keeps its components until its text is changed.
    let parts = before
        .as_ref()
        .filter(|before| before.value == value)
        .and_then(|before| before.parts.as_deref());
    let point = NewContactPoint {
        kind,
        value,
        normal: &normal,
        parts,
        label: label.trim(),
        preferred,
    };
    let id = match &before {
        Some(before) => {
            owned(before.person, person)?;
            contact_point_rows::update(tx, before.id, &point)?;
            before.id
        }
        None => contact_point_rows::insert(
            tx,
            person,
            &point,
            contact_point_rows::of_person(tx, person)?.len(),
        )?,
    };
    if preferred {
        contact_point_rows::prefer_only(tx, person, kind, id)?;
    }
    Ok(id)
}

fn move_contact_point(tx: &Tx<'_>, person: PersonId, id: ContactPointId, to: usize) -> Result<()> {
    let moved = contact_point_rows::get(tx, id)?;
    owned(moved.person, person)?;
    let kind = moved.kind;
    let all = contact_point_rows::of_person(tx, person)?;
    let (same, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|point| point.kind == kind);
    let mut order: Vec<ContactPointId> = same
        .into_iter()
        .map(|point| point.id)
        .filter(|other| *other != id)
        .collect();
    order.insert(to.min(order.len()), id);
    order.extend(others.into_iter().map(|point| point.id));
    contact_point_rows::order(tx, &order)
}

/// `span` is since and until, '' where not known.
pub(super) fn put_affiliation(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<AffiliationId>,
    organisation: &str,
    role: &str,
    department: &str,
    span: [&str; 2],
) -> Result<AffiliationId> {
    let (organisation, role, department) = (organisation.trim(), role.trim(), department.trim());
    if organisation.is_empty() && role.is_empty() {
        return Err(Error::invalid(
            "organisation",
            "Say where they work, or as what.",
        ));
    }
    for (field, value) in [
        ("organisation", organisation),
        ("role", role),
        ("department", department),
    ] {
        check_length(field, value)?;
    }
    let [since, until] = since_and_until(span)?;
    let affiliation = NewAffiliation {
        organisation: (!organisation.is_empty())
            .then(|| organisation_rows::named(tx, organisation))
            .transpose()?,
        role,
        department,
        since,
        until,
    };
    match id {
        Some(id) => {
            owned(affiliation_rows::owner(tx, id)?, person)?;
            affiliation_rows::update(tx, id, &affiliation)?;
            Ok(id)
        }
        None => affiliation_rows::insert(
            tx,
            person,
            &affiliation,
            affiliation_rows::of_person(tx, person)?.len(),
        ),
    }
}

fn put_date(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<DateId>,
    kind: DateKind,
    label: &str,
    text: &str,
) -> Result<DateId> {
    let date = PartialDate::typed(text)
        .ok_or_else(|| Error::invalid("text", "Write it like 14 August or 14 August 1985."))?;
    check_length("label", label)?;
    let date = NewDate {
        kind,
        label: label.trim(),
        date,
        text: text.trim(),
    };
    match id {
        Some(id) => {
            owned(date_rows::owner(tx, id)?, person)?;
            date_rows::update(tx, id, &date)?;
            Ok(id)
        }
        None => date_rows::insert(tx, person, &date, date_rows::of_person(tx, person)?.len()),
    }
}

fn put_note(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<NoteId>,
    body: &str,
    now: &Moment,
) -> Result<NoteId> {
    let body = body.trim_end();
    if body.trim().is_empty() {
        return Err(Error::invalid("body", "There is nothing to keep yet."));
    }
    check_note("body", body)?;
    let today = Day::from(now.today());
    match id {
        Some(id) => {
            owned(note_rows::owner(tx, id)?, person)?;
            note_rows::update(tx, id, body, today)?;
            Ok(id)
        }
        None => note_rows::insert(tx, person, body, today),
    }
}

/// "Founder, Pelagic Sensing", of the first affiliation; '' where there is none.
pub(crate) fn headline(affiliations: &[AffiliationRecord]) -> String {
    let Some(first) = affiliations.first() else {
        return String::new();
    };
    match (first.role.as_str(), first.organisation.as_str()) {
        ("", organisation) => organisation.to_owned(),
        (role, "") => role.to_owned(),
        (role, organisation) => format!("{role}, {organisation}"),
    }
}
