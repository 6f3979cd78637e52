//! Where a person works, as what, since and until.

use super::affiliation_rows::{self, AffiliationRecord, NewAffiliation};
use super::edit::check_owner;
use super::{AffiliationId, organisation_rows};
use crate::blank::is_blank;
use crate::customs;
use crate::days::since_and_until;
use crate::error::{Error, Result};
use crate::field_limits::check_length;
use crate::ids::PersonId;
use crate::store::Tx;

/// `job` is organisation, role and department, `span` is since and until, '' where not known.
pub(super) fn put(
    tx: &Tx<'_>,
    person: PersonId,
    id: Option<AffiliationId>,
    job: [&str; 3],
    span: [&str; 2],
) -> Result<AffiliationId> {
    let [organisation, role, department] = job.map(str::trim);
    if is_blank(organisation) && is_blank(role) {
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
    let order = customs::date_time_forms(tx)?.order;
    let [since, until] = since_and_until(span, order)?;
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
            check_owner(affiliation_rows::owner(tx, id)?, person)?;
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

pub(super) fn remove(tx: &Tx<'_>, person: PersonId, id: AffiliationId) -> Result<()> {
    check_owner(affiliation_rows::owner(tx, id)?, person)?;
    affiliation_rows::delete(tx, id)
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
