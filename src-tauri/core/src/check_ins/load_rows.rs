//! Queries that count the open check-ins of days.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::CheckInId;
use crate::days::Day;
use crate::details::OrganisationId;
use crate::error::Result;
use crate::ids::PersonId;
use crate::moment::Moment;
use crate::people::person_rows::GONE;
use crate::relationships::relationship_rows::GOES_ON;
use crate::store::Tx;

/// The day on which an open check-in stands now; as in the index `check_ins_by_day`.
const STANDS_ON: &str = "coalesce(c.snoozed_on, c.due_on)";

/// SQL: `id` of those with whom nothing rings, whatever is planned; some twice.
fn never_ring() -> String {
    format!(
        "{GONE} UNION ALL \
         SELECT person_id FROM relationships INDEXED BY relationships_ended WHERE status = 'ended'"
    )
}

/// Number of open check-ins of each day from `from` to `until` that has any. What is past due counts today as well as
/// on its own day. Check-ins that never ring do not count: with people in the trash, who died, are archived or ended.
pub(crate) fn loads(
    tx: &Tx<'_>,
    from: Day,
    until: Day,
    today: Day,
) -> Result<BTreeMap<NaiveDate, u32>> {
    let mut loads: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    let all = tx.all(
        &format!(
            "SELECT {STANDS_ON}, count(*) FROM check_ins c WHERE c.state = 'open' \
             AND {STANDS_ON} BETWEEN ?1 AND ?2 GROUP BY 1"
        ),
        (from, until),
        |row| Ok((row.get::<_, Day>(0)?, row.get::<_, u32>(1)?)),
    )?;
    loads.extend(all.into_iter().map(|(day, count)| (day.date(), count)));
    if from <= today && today <= until {
        let past = tx.first(
            &format!(
                "SELECT count(*) FROM check_ins c WHERE c.state = 'open' AND {STANDS_ON} < ?1"
            ),
            [today],
            |row| row.get::<_, u32>(0),
        )?;
        *loads.entry(today.date()).or_default() += past.unwrap_or(0);
    }
    // There are few of them: subtracting is faster than looking everybody up.
    let never = tx.all(
        &format!(
            "SELECT {STANDS_ON} FROM (SELECT DISTINCT id FROM ({})) n \
             CROSS JOIN check_ins c ON c.person_id = n.id WHERE c.state = 'open'",
            never_ring()
        ),
        [],
        |row| row.get::<_, Day>(0),
    )?;
    for day in never {
        let counted = [Some(day), (day < today).then_some(today)];
        for day in counted.into_iter().flatten() {
            if let Some(load) = loads.get_mut(&day.date()) {
                *load = load.saturating_sub(1);
            }
        }
    }
    Ok(loads)
}

/// The organisations in which a person works now.
pub(super) fn organisations_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<OrganisationId>> {
    tx.all(
        "SELECT DISTINCT organisation_id FROM affiliations \
         WHERE person_id = ?1 AND until IS NULL AND organisation_id IS NOT NULL",
        [person],
        |row| row.get(0),
    )
}

/// Whether more than `limit` people were ever in an organisation.
pub(super) fn has_more_than(tx: &Tx<'_>, organisation: OrganisationId, limit: u32) -> Result<bool> {
    let one = tx.first(
        "SELECT 1 FROM affiliations WHERE organisation_id = ?1 LIMIT 1 OFFSET ?2",
        (organisation, limit),
        |_| Ok(()),
    )?;
    Ok(one.is_some())
}

/// The days on which others of an organisation have an open check-in of their rhythm.
pub(super) fn days_of_others(
    tx: &Tx<'_>,
    organisation: OrganisationId,
    person: PersonId,
) -> Result<Vec<Day>> {
    tx.all(
        &format!(
            "SELECT {STANDS_ON} FROM affiliations a \
             JOIN people p ON p.id = a.person_id AND p.trashed_at IS NULL \
             CROSS JOIN check_ins c ON c.person_id = a.person_id AND c.state = 'open' AND c.source = 'cadence' \
             WHERE a.organisation_id = ?1 AND a.person_id <> ?2 AND a.until IS NULL"
        ),
        (organisation, person),
        |row| row.get(0),
    )
}

/// The open check-ins of rhythms with people who work somewhere now, each with the organisation and its day; one of
/// somebody who works at two stands twice. Without those whose relationship is internal: one's own organisation.
pub(crate) fn of_organisations(tx: &Tx<'_>) -> Result<Vec<(CheckInId, i64, NaiveDate)>> {
    tx.all(
        &format!(
            "SELECT DISTINCT c.id, a.organisation_id, {STANDS_ON} FROM check_ins c \
             JOIN relationships r ON r.person_id = c.person_id AND r.category = 'external' \
             JOIN affiliations a ON a.person_id = c.person_id AND a.until IS NULL AND a.organisation_id IS NOT NULL \
             WHERE c.state = 'open' AND c.source = 'cadence'"
        ),
        [],
        |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, Day>(2)?.date())),
    )
}

/// An open check-in of a rhythm that stands after today and was not set by hand.
pub(crate) struct MovableRecord {
    pub(crate) id: CheckInId,
    pub(crate) person: PersonId,
    pub(crate) on: Day,
    pub(crate) wished: Day,
    pub(crate) cadence: u32,
    pub(crate) importance: u8,
}

/// All check-ins that Kith may move: of a rhythm, not set by hand, not put off, after today. Without people in the
/// trash, those who are paused and those with whom one cools off: theirs stand where that ends.
pub(crate) fn movable(tx: &Tx<'_>, now: &Moment) -> Result<Vec<MovableRecord>> {
    tx.all(
        &format!(
            "SELECT c.id, c.person_id, c.due_on, coalesce(c.wished_on, c.due_on), r.cadence_days, r.importance \
             FROM check_ins c JOIN relationships r ON r.person_id = c.person_id \
             JOIN people p ON p.id = c.person_id AND p.trashed_at IS NULL \
             WHERE c.state = 'open' AND c.source = 'cadence' AND c.chosen = 0 AND c.snoozed_on IS NULL \
               AND c.due_on > ?1 AND r.cadence_days IS NOT NULL AND {GOES_ON}"
        ),
        (Day::from(now.today()), now.stamp()),
        |row| {
            Ok(MovableRecord {
                id: row.get(0)?,
                person: row.get(1)?,
                on: row.get(2)?,
                wished: row.get(3)?,
                cadence: row.get(4)?,
                importance: row.get(5)?,
            })
        },
    )
}

/// People with an open check-in that counts as load of a day, by name; at most `limit`.
pub(crate) fn people_on(tx: &Tx<'_>, day: Day, limit: u32) -> Result<Vec<PersonId>> {
    tx.all(
        &format!(
            "SELECT DISTINCT p.id FROM check_ins c JOIN people p ON p.id = c.person_id \
             WHERE c.state = 'open' AND {STANDS_ON} = ?1 AND p.id NOT IN ({}) \
             ORDER BY p.sort_key, p.id LIMIT ?2",
            never_ring()
        ),
        (day, limit),
        |row| row.get(0),
    )
}
