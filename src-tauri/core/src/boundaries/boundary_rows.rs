//! Tables `boundaries`, `off_limits` and `no_conflicts`.

use super::{Boundaries, KindBoundary, Sharing, TheirHours};
use crate::columns::Zone;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// What is said of the boundaries with a person.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Boundaries> {
    let said = tx.first(
        "SELECT sharing, weekdays, opens_minute, closes_minute, zone FROM boundaries WHERE person_id = ?1",
        [person],
        |row| {
            let sharing: Option<Sharing> = row.get(0)?;
            let (days, from, to): (Option<u8>, Option<u16>, Option<u16>) =
                (row.get(1)?, row.get(2)?, row.get(3)?);
            let hours = days.zip(from).zip(to);
            let hours = hours.map(|((days, from), to)| TheirHours {
                weekdays: (0..7).filter(|day| days & (1 << day) != 0).collect(),
                from,
                to,
            });
            let zone: Option<Zone> = row.get(4)?;
            Ok(Boundaries {
                sharing,
                off_limits: Vec::new(),
                hours,
                zone: zone.map_or_else(String::new, |zone| zone.0.name().to_owned()),
            })
        },
    )?;
    Ok(Boundaries {
        off_limits: off_limits_of(tx, person)?,
        ..said.unwrap_or_default()
    })
}

/// Topics to leave alone with a person.
pub(crate) fn off_limits_of(tx: &Tx<'_>, person: PersonId) -> Result<Vec<String>> {
    tx.all(
        "SELECT topic FROM off_limits WHERE person_id = ?1 ORDER BY id",
        [person],
        |row| row.get(0),
    )
}

pub(crate) fn put(tx: &Tx<'_>, person: PersonId, said: &Boundaries) -> Result<()> {
    let rest = Boundaries {
        off_limits: Vec::new(),
        ..said.clone()
    };
    if rest == Boundaries::default() {
        tx.execute("DELETE FROM boundaries WHERE person_id = ?1", [person])?;
    } else {
        let hours = said.hours.as_ref();
        let days = hours.map(|hours| hours.weekdays.iter().fold(0_u8, |all, day| all | 1 << day));
        tx.execute(
            "INSERT INTO boundaries (person_id, sharing, weekdays, opens_minute, closes_minute, zone) \
             VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (person_id) DO UPDATE SET sharing = ?2, weekdays = ?3, \
             opens_minute = ?4, closes_minute = ?5, zone = ?6",
            (
                person,
                said.sharing,
                days,
                hours.map(|hours| hours.from),
                hours.map(|hours| hours.to),
                Some(&said.zone).filter(|zone| !zone.is_empty()),
            ),
        )?;
    }
    if off_limits_of(tx, person)? != said.off_limits {
        tx.execute("DELETE FROM off_limits WHERE person_id = ?1", [person])?;
        for topic in &said.off_limits {
            tx.insert(
                "INSERT INTO off_limits (person_id, topic) VALUES (?1, ?2)",
                (person, topic),
            )?;
        }
    }
    Ok(())
}

/// Whether the user said that there is no conflict with a person.
pub(crate) fn is_no_conflict(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let said = tx.first(
        "SELECT 1 FROM no_conflicts WHERE person_id = ?1",
        [person],
        |_| Ok(()),
    )?;
    Ok(said.is_some())
}

pub(crate) fn say_no_conflict(tx: &Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute(
        "INSERT INTO no_conflicts (person_id) VALUES (?1) ON CONFLICT DO NOTHING",
        [person],
    )?;
    Ok(())
}

/// Whether the kind of a relationship makes a conflict likely: somebody above or below the user, or a vendor.
pub(crate) fn has_likely_kind(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let likely = tx.first(
        "SELECT 1 FROM relationships r JOIN kinds k ON k.id = r.kind_id \
         WHERE r.person_id = ?1 AND (k.line IS NOT NULL OR k.colour = 'vendor')",
        [person],
        |_| Ok(()),
    )?;
    Ok(likely.is_some())
}

/// What usually holds with people of each kind, in the order of the kinds.
pub(crate) fn by_kind(tx: &Tx<'_>) -> Result<Vec<KindBoundary>> {
    tx.all(
        "SELECT k.id, k.name, b.sharing, b.channel, coalesce(b.note, '') FROM kinds k \
         LEFT JOIN kind_boundaries b ON b.kind_id = k.id ORDER BY k.position, k.id",
        [],
        read_by_kind,
    )
}

/// What usually holds with people of a person's kind.
pub(crate) fn of_kind_of(tx: &Tx<'_>, person: PersonId) -> Result<Option<KindBoundary>> {
    tx.first(
        "SELECT k.id, k.name, b.sharing, b.channel, b.note FROM relationships r JOIN kinds k ON k.id = r.kind_id \
         JOIN kind_boundaries b ON b.kind_id = k.id WHERE r.person_id = ?1",
        [person],
        read_by_kind,
    )
}

fn read_by_kind(row: &rusqlite::Row<'_>) -> rusqlite::Result<KindBoundary> {
    Ok(KindBoundary {
        kind: row.get(0)?,
        name: row.get(1)?,
        sharing: row.get(2)?,
        channel: row.get(3)?,
        note: row.get(4)?,
    })
}

pub(crate) fn put_by_kind(tx: &Tx<'_>, said: &KindBoundary) -> Result<()> {
    tx.execute(
        "INSERT INTO kind_boundaries (kind_id, sharing, channel, note) VALUES (?1, ?2, ?3, ?4) \
         ON CONFLICT (kind_id) DO UPDATE SET sharing = ?2, channel = ?3, note = ?4",
        (said.kind, said.sharing, said.channel, &said.note),
    )?;
    Ok(())
}

/// Whether it is said by which channels somebody likes to talk.
pub(crate) fn has_channels(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let said = tx.first(
        "SELECT 1 FROM communication WHERE person_id = ?1 AND channels <> ''",
        [person],
        |_| Ok(()),
    )?;
    Ok(said.is_some())
}
