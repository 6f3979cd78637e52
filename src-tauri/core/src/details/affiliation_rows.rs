//! Table `affiliations`: where a person works, as what, since and until.

use crate::days::PartialDate;
use crate::details::{AffiliationId, OrganisationId};
use crate::error::{Error, Result};
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::store::{Tx, id_list};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct NewAffiliation<'a> {
    pub(crate) organisation: Option<OrganisationId>,
    pub(crate) role: &'a str,
    pub(crate) department: &'a str,
    pub(crate) since: Option<PartialDate>,
    pub(crate) until: Option<PartialDate>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct AffiliationRecord {
    pub(crate) id: AffiliationId,
    pub(crate) organisation: String,
    pub(crate) role: String,
    pub(crate) department: String,
    pub(crate) since: Option<PartialDate>,
    pub(crate) until: Option<PartialDate>,
}

pub(crate) fn insert(
    tx: &Tx<'_>,
    person: PersonId,
    affiliation: &NewAffiliation<'_>,
    position: usize,
) -> Result<AffiliationId> {
    tx.insert(
        "INSERT INTO affiliations (person_id, organisation_id, role, department, since, until, position) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        (
            person,
            affiliation.organisation,
            affiliation.role,
            affiliation.department,
            affiliation.since,
            affiliation.until,
            position,
        ),
    )
    .map(AffiliationId)
}

pub(crate) fn update(
    tx: &Tx<'_>,
    id: AffiliationId,
    affiliation: &NewAffiliation<'_>,
) -> Result<()> {
    tx.execute(
        "UPDATE affiliations SET organisation_id = ?2, role = ?3, department = ?4, since = ?5, until = ?6 WHERE id = ?1",
        (
            id,
            affiliation.organisation,
            affiliation.role,
            affiliation.department,
            affiliation.since,
            affiliation.until,
        ),
    )?;
    Ok(())
}

pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<AffiliationRecord>> {
    tx.all(
        "SELECT a.id, coalesce(o.name, ''), a.role, a.department, a.since, a.until \
         FROM affiliations a LEFT JOIN organisations o ON o.id = a.organisation_id \
         WHERE a.person_id = ?1 ORDER BY a.until IS NOT NULL, a.position, a.id",
        [person],
        |row| {
            Ok(AffiliationRecord {
                id: row.get(0)?,
                organisation: row.get(1)?,
                role: row.get(2)?,
                department: row.get(3)?,
                since: row.get(4)?,
                until: row.get(5)?,
            })
        },
    )
}

/// Whose affiliation this is.
///
/// # Errors
/// `NotFound`.
pub(crate) fn owner(tx: &Tx<'_>, id: AffiliationId) -> Result<PersonId> {
    tx.first(
        "SELECT person_id FROM affiliations WHERE id = ?1",
        [id],
        |row| row.get(0),
    )?
    .ok_or_else(|| Error::not_found("This"))
}

pub(crate) fn delete(tx: &Tx<'_>, id: AffiliationId) -> Result<()> {
    tx.execute("DELETE FROM affiliations WHERE id = ?1", [id])?;
    Ok(())
}

/// Changes what somebody does and where; since and until stay.
pub(crate) fn update_job(tx: &Tx<'_>, id: AffiliationId, job: &NewAffiliation<'_>) -> Result<()> {
    tx.execute(
        "UPDATE affiliations SET organisation_id = ?2, role = ?3, department = ?4 WHERE id = ?1",
        (id, job.organisation, job.role, job.department),
    )?;
    Ok(())
}

/// Where somebody outside the trash works now.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct PresentJob {
    pub(crate) organisation: OrganisationId,
    /// As `fold_words` has it, '' for none.
    pub(crate) department: String,
    pub(crate) person: PersonId,
}

/// Who works where now, by organisation and department: everywhere, or where one of `people` does.
pub(crate) fn present(tx: &Tx<'_>, people: Option<&[PersonId]>) -> Result<Vec<PresentJob>> {
    let there = match people.map(id_list) {
        Some(ids) => format!(
            "AND a.organisation_id IN (SELECT organisation_id FROM affiliations \
             WHERE person_id IN ({ids}) AND until IS NULL)"
        ),
        None => String::new(),
    };
    let mut jobs = tx.all(
        &format!(
            "SELECT a.organisation_id, a.department, a.person_id FROM affiliations a \
             JOIN people p ON p.id = a.person_id AND p.trashed_at IS NULL \
             WHERE a.organisation_id IS NOT NULL AND a.until IS NULL {there}"
        ),
        [],
        |row| {
            let department = row.get_ref(1)?.as_str()?;
            Ok(PresentJob {
                organisation: row.get(0)?,
                department: fold_words(department),
                person: row.get(2)?,
            })
        },
    )?;
    jobs.sort_unstable();
    Ok(jobs)
}
