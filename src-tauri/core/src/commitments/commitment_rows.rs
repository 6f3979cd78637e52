//! Tables `commitments` and `commitment_people`: promises, and with whom they are.

use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::{CommitmentId, CommitmentState, Moves, OwedBy};
use crate::days::Day;
use crate::error::{Code, Error, Result};
use crate::ids::PersonId;
use crate::interactions::InteractionId;
use crate::moment::Moment;
use crate::people::PersonName;
use crate::people::person_rows::GONE;
use crate::relationships::relationship_rows::GOES_ON;
use crate::store::Tx;

/// A row of `commitments`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct CommitmentRecord {
    pub(crate) id: CommitmentId,
    pub(crate) owed_by: OwedBy,
    pub(crate) what: String,
    /// `None` for some day.
    pub(crate) due_on: Option<Day>,
    /// When it was promised.
    pub(crate) agreed_on: Day,
    /// When it was written down.
    pub(crate) noted_on: Day,
    /// From this day one of mine stands on Today; `None` where `due_on` is.
    pub(crate) stands_on: Option<Day>,
    pub(crate) moves: Moves,
    pub(crate) state: CommitmentState,
    pub(crate) closed_on: Option<Day>,
    pub(crate) why: String,
    /// The conversation in which it was promised.
    pub(crate) talk: Option<InteractionId>,
}

impl CommitmentRecord {
    /// The day on which the user last set its day: it never rings on that one.
    pub(crate) fn touched_on(&self) -> Day {
        self.moves.0.last().map_or(self.noted_on, |last| last.on)
    }
}

impl ToSql for Moves {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.to_string().into())
    }
}

impl FromSql for Moves {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        value.as_str()?.parse().map_err(FromSqlError::other)
    }
}

const COLUMNS: &str = "c.id, c.owed_by, c.what, c.due_on, c.agreed_on, c.noted_on, c.stands_on, c.moves, \
                       c.state, c.closed_on, c.why, c.interaction_id";

fn read(row: &Row<'_>) -> rusqlite::Result<CommitmentRecord> {
    Ok(CommitmentRecord {
        id: row.get(0)?,
        owed_by: row.get(1)?,
        what: row.get(2)?,
        due_on: row.get(3)?,
        agreed_on: row.get(4)?,
        noted_on: row.get(5)?,
        stands_on: row.get(6)?,
        moves: row.get(7)?,
        state: row.get(8)?,
        closed_on: row.get(9)?,
        why: row.get(10)?,
        talk: row.get(11)?,
    })
}

/// Inserts a promise and with whom it is; the id of `record` is not used.
pub(crate) fn insert(
    tx: &Tx<'_>,
    record: &CommitmentRecord,
    people: &[PersonId],
) -> Result<CommitmentId> {
    let id = CommitmentId(tx.insert(
        "INSERT INTO commitments (owed_by, what, due_on, agreed_on, noted_on, stands_on, moves, state, closed_on, \
           why, interaction_id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        (
            record.owed_by,
            &record.what,
            record.due_on,
            record.agreed_on,
            record.noted_on,
            record.stands_on,
            &record.moves,
            record.state,
            record.closed_on,
            &record.why,
            record.talk,
        ),
    )?);
    people.iter().try_for_each(|person| join(tx, id, *person))?;
    Ok(id)
}

fn join(tx: &Tx<'_>, id: CommitmentId, person: PersonId) -> Result<()> {
    tx.insert(
        "INSERT INTO commitment_people (commitment_id, person_id) VALUES (?1, ?2)",
        (id, person),
    )?;
    Ok(())
}

/// Replaces the row of a promise.
pub(crate) fn update(tx: &Tx<'_>, record: &CommitmentRecord) -> Result<()> {
    tx.execute(
        "UPDATE commitments SET owed_by = ?2, what = ?3, due_on = ?4, stands_on = ?5, moves = ?6, state = ?7, \
           closed_on = ?8, why = ?9 WHERE id = ?1",
        (
            record.id,
            record.owed_by,
            &record.what,
            record.due_on,
            record.stands_on,
            &record.moves,
            record.state,
            record.closed_on,
            &record.why,
        ),
    )?;
    Ok(())
}

/// Replaces with whom a promise is. Whoever stays keeps their row, so that the undo log stays short.
pub(crate) fn set_people(tx: &Tx<'_>, id: CommitmentId, people: &[PersonId]) -> Result<()> {
    let before = people_of(tx, id)?;
    for person in before.iter().filter(|person| !people.contains(person)) {
        tx.execute(
            "DELETE FROM commitment_people WHERE commitment_id = ?1 AND person_id = ?2",
            (id, person),
        )?;
    }
    for person in people.iter().filter(|person| !before.contains(person)) {
        join(tx, id, *person)?;
    }
    Ok(())
}

/// The promises made in a conversation were agreed on its day.
pub(crate) fn agree_on(tx: &Tx<'_>, talk: InteractionId, on: Day) -> Result<()> {
    tx.execute(
        "UPDATE commitments SET agreed_on = ?2 WHERE interaction_id = ?1 AND agreed_on <> ?2",
        (talk, on),
    )?;
    Ok(())
}

/// The promises made in a conversation no longer name it, before it is deleted.
pub(crate) fn forget_talk(tx: &Tx<'_>, talk: InteractionId) -> Result<()> {
    tx.execute(
        "UPDATE commitments SET interaction_id = NULL WHERE interaction_id = ?1",
        [talk],
    )?;
    Ok(())
}

/// # Errors
/// `NotFound`.
pub(crate) fn get(tx: &Tx<'_>, id: CommitmentId) -> Result<CommitmentRecord> {
    tx.first(
        &format!("SELECT {COLUMNS} FROM commitments c WHERE c.id = ?1"),
        [id],
        read,
    )?
    .ok_or_else(|| Error::not_found("This promise"))
}

/// The promise, if it is open.
///
/// # Errors
/// `NotFound`; `Stale` where it was kept, broken or dropped already.
pub(crate) fn get_open(tx: &Tx<'_>, id: CommitmentId) -> Result<CommitmentRecord> {
    let record = get(tx, id)?;
    if record.state == CommitmentState::Open {
        return Ok(record);
    }
    Err(Error::new(
        Code::Stale,
        "This promise is no longer open. Nothing was changed.",
    ))
}

/// With whom a promise is, the trash included, in the order in which they were named.
pub(crate) fn people_of(tx: &Tx<'_>, id: CommitmentId) -> Result<Vec<PersonId>> {
    tx.all(
        "SELECT person_id FROM commitment_people WHERE commitment_id = ?1 ORDER BY id",
        [id],
        |row| row.get(0),
    )
}

/// Like `people_of`, with their names and without those in the trash.
pub(crate) fn names_of(tx: &Tx<'_>, id: CommitmentId) -> Result<Vec<PersonName>> {
    named(tx, id, "p.trashed_at IS NULL")
}

/// Like `names_of`, without those who died.
pub(crate) fn living_of(tx: &Tx<'_>, id: CommitmentId) -> Result<Vec<PersonName>> {
    named(tx, id, "p.trashed_at IS NULL AND p.died_on IS NULL")
}

fn named(tx: &Tx<'_>, id: CommitmentId, which: &str) -> Result<Vec<PersonName>> {
    tx.all(
        &format!(
            "SELECT p.id, p.display_name FROM commitment_people w JOIN people p ON p.id = w.person_id \
             WHERE w.commitment_id = ?1 AND {which} ORDER BY w.id"
        ),
        [id],
        |row| {
            Ok(PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}

/// All promises with a person: open ones by their day, those for some day last; the others by how they ended, the
/// last first.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Vec<CommitmentRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM commitment_people w CROSS JOIN commitments c ON c.id = w.commitment_id \
             WHERE w.person_id = ?1 ORDER BY c.closed_on DESC, c.due_on IS NULL, c.due_on, c.id"
        ),
        [person],
        read,
    )
}

/// The open promises with a person that have a day, the next day first.
pub(crate) fn open_with(
    tx: &Tx<'_>,
    person: PersonId,
    owed_by: OwedBy,
) -> Result<Vec<CommitmentRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM commitment_people w CROSS JOIN commitments c ON c.id = w.commitment_id \
             WHERE w.person_id = ?1 AND c.owed_by = ?2 AND c.state = 'open' AND c.due_on IS NOT NULL \
             ORDER BY c.due_on, c.id"
        ),
        (person, owed_by),
        read,
    )
}

/// SQL: somebody of the promise `c` is not in the trash and lives.
const IS_WITH_SOMEBODY: &str = "EXISTS (SELECT 1 FROM commitment_people w JOIN people p ON p.id = w.person_id \
                                WHERE w.commitment_id = c.id AND p.trashed_at IS NULL AND p.died_on IS NULL)";

/// The first `limit` open promises of mine that stand on Today on `day`, and how many do.
pub(crate) fn mine_standing(
    tx: &Tx<'_>,
    day: Day,
    limit: u32,
) -> Result<(Vec<CommitmentRecord>, u32)> {
    let which = "c.stands_on <= ?2";
    let records = tx.all(
        &format!(
            "SELECT {COLUMNS} FROM commitments c WHERE c.owed_by = ?1 AND c.state = 'open' AND {which} \
             AND {IS_WITH_SOMEBODY} ORDER BY c.due_on, c.id LIMIT ?3"
        ),
        (OwedBy::Me, day, limit),
        read,
    )?;
    Ok((records, count_open(tx, OwedBy::Me, which, day)?))
}

/// The first `limit` open promises of theirs for a day before `before`, and how many there are; those of whom only
/// people are left who are left alone are not told.
pub(crate) fn theirs_standing(
    tx: &Tx<'_>,
    before: Day,
    limit: u32,
    now: &Moment,
) -> Result<(Vec<CommitmentRecord>, u32)> {
    let due = "c.owed_by = 'them' AND c.state = 'open' AND c.due_on < ?3";
    // As `Status::is_left_alone`.
    let is_told = format!(
        "EXISTS (\
           SELECT 1 FROM commitment_people w JOIN people p ON p.id = w.person_id \
           LEFT JOIN relationships r ON r.person_id = p.id \
           WHERE w.commitment_id = c.id AND p.trashed_at IS NULL AND p.died_on IS NULL AND p.archived_on IS NULL \
             AND (r.status IS NULL OR (r.status <> 'ended' AND {GOES_ON})))"
    );
    let (today, stamp) = (Day::from(now.today()), now.stamp());
    let records = tx.all(
        &format!(
            "SELECT {COLUMNS} FROM commitments c WHERE {due} AND {is_told} ORDER BY c.due_on, c.id LIMIT ?4"
        ),
        (today, stamp, before, limit),
        read,
    )?;
    let count = tx.first(
        &format!("SELECT count(*) FROM commitments c WHERE {due} AND {is_told}"),
        (today, stamp, before),
        |row| row.get(0),
    )?;
    Ok((records, count.unwrap_or(0)))
}

/// How many open promises satisfy a condition on their day (`?2`).
fn count_open(tx: &Tx<'_>, owed_by: OwedBy, which: &str, day: Day) -> Result<u32> {
    let open = format!("c.owed_by = ?1 AND c.state = 'open' AND {which}");
    let count = tx.first(
        // Few are with nobody who is there: subtracting them is faster than looking at the people of each.
        &format!(
            "SELECT (SELECT count(*) FROM commitments c WHERE {open}) - \
               (SELECT count(DISTINCT c.id) FROM ({GONE}) gone \
                CROSS JOIN commitment_people w ON w.person_id = gone.id \
                CROSS JOIN commitments c ON c.id = w.commitment_id WHERE {open} AND NOT {IS_WITH_SOMEBODY})"
        ),
        (owed_by, day),
        |row| row.get(0),
    )?;
    Ok(count.unwrap_or(0))
}

/// Open promises of mine for `day` that do not stand on Today yet on day `today`: the first by name of those whom each
/// is with, which, and what.
pub(crate) fn mine_coming(
    tx: &Tx<'_>,
    day: Day,
    today: Day,
    limit: usize,
) -> Result<Vec<(PersonName, CommitmentId, String)>> {
    tx.all(
        "SELECT p.id, p.display_name, c.id, c.what FROM commitments c JOIN people p ON p.id = \
           (SELECT q.id FROM commitment_people w JOIN people q ON q.id = w.person_id \
            WHERE w.commitment_id = c.id AND q.trashed_at IS NULL AND q.died_on IS NULL \
            ORDER BY q.sort_key, q.id LIMIT 1) \
         WHERE c.owed_by = 'me' AND c.state = 'open' AND c.due_on = ?1 AND c.stands_on > ?2 \
         ORDER BY c.id LIMIT ?3",
        (day, today, i64::try_from(limit).unwrap_or(i64::MAX)),
        |row| {
            let person = PersonName {
                id: row.get(0)?,
                name: row.get(1)?,
            };
            Ok((person, row.get(2)?, row.get(3)?))
        },
    )
}

/// How many open promises of mine are for `day` or a day before it.
pub(crate) fn count_due(tx: &Tx<'_>, day: Day) -> Result<u32> {
    count_open(tx, OwedBy::Me, "c.due_on <= ?2", day)
}

/// Whether the book has any promise.
pub(crate) fn has_any(tx: &Tx<'_>) -> Result<bool> {
    let one = tx.first("SELECT 1 FROM commitments LIMIT 1", [], |_| Ok(()))?;
    Ok(one.is_some())
}

/// Promises of mine that were kept or broken within these days, the last first.
pub(crate) fn mine_ended_within(
    tx: &Tx<'_>,
    first: Day,
    last: Day,
) -> Result<Vec<CommitmentRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM commitments c WHERE c.owed_by = 'me' AND c.state IN ('kept', 'broken') \
             AND c.closed_on BETWEEN ?1 AND ?2 ORDER BY c.closed_on DESC, c.id DESC"
        ),
        (first, last),
        read,
    )
}

/// SQL: an open promise `c` of mine that has a day.
const RINGS: &str = "c.owed_by = 'me' AND c.state = 'open' AND c.due_on IS NOT NULL";

/// The people who have promises of mine that ring.
pub(crate) fn people_with_rings(tx: &Tx<'_>) -> Result<Vec<PersonId>> {
    tx.all(
        &format!(
            "SELECT DISTINCT w.person_id FROM commitments c JOIN commitment_people w ON w.commitment_id = c.id \
             WHERE {RINGS}"
        ),
        [],
        |row| row.get(0),
    )
}

/// The promises of mine that ring with a person: of those with several people, the ones of which they are the
/// first who is not in the trash and lives.
pub(crate) fn ringing_with(tx: &Tx<'_>, person: PersonId) -> Result<Vec<CommitmentRecord>> {
    tx.all(
        &format!(
            "SELECT {COLUMNS} FROM commitment_people w CROSS JOIN commitments c ON c.id = w.commitment_id \
             WHERE w.person_id = ?1 AND {RINGS} AND NOT EXISTS (\
               SELECT 1 FROM commitment_people e JOIN people p ON p.id = e.person_id \
               WHERE e.commitment_id = c.id AND e.id < w.id AND p.trashed_at IS NULL AND p.died_on IS NULL) ORDER BY c.id"
        ),
        [person],
        read,
    )
}

/// Others with whom a person shares a promise of mine that rings.
pub(crate) fn others_with_rings(tx: &Tx<'_>, person: PersonId) -> Result<Vec<PersonId>> {
    tx.all(
        &format!(
            "SELECT DISTINCT o.person_id FROM commitment_people w CROSS JOIN commitments c ON c.id = w.commitment_id \
             CROSS JOIN commitment_people o ON o.commitment_id = c.id \
             WHERE w.person_id = ?1 AND o.person_id <> ?1 AND {RINGS}"
        ),
        [person],
        |row| row.get(0),
    )
}

/// Whether any came of a conversation.
pub(crate) fn is_of_talk(tx: &Tx<'_>, talk: InteractionId) -> Result<bool> {
    let sql = "SELECT 1 FROM commitments WHERE interaction_id = ?1 LIMIT 1";
    Ok(tx.first(sql, [talk], |_| Ok(()))?.is_some())
}
