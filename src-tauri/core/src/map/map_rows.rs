//! The queries of the map, each for all people at once; tables `map_pins` and `map_places`.

use std::collections::HashMap;

use crate::channel::Channel;
use crate::days::Day;
use crate::details::Tag;
use crate::details::{OrganisationId, TagId};
use crate::error::Result;
use crate::ids::PersonId;
use crate::map::network::ReportingLine;
use crate::relationships::KindId;
use crate::relationships::{Category, Colour, StoredStatus};
use crate::store::Tx;

crate::columns::column!(ReportingLine);

/// A person outside the trash.
#[derive(Clone, Debug)]
pub(crate) struct PersonOnMap {
    pub(crate) id: PersonId,
    pub(crate) name: String,
    pub(crate) given: String,
    sort_key: String,
    pub(crate) died: bool,
}

/// My relationship to a person, as it is stored.
#[derive(Clone, Debug)]
pub(crate) struct MineOnMap {
    pub(crate) category: Category,
    pub(crate) kind: Option<KindId>,
    pub(crate) kept_close: bool,
    pub(crate) cadence_days: Option<u32>,
    pub(crate) stored: StoredStatus,
    pub(crate) do_not_ask: bool,
}

/// A kind of relationship.
#[derive(Clone, Debug)]
pub(crate) struct KindOnMap {
    pub(crate) id: KindId,
    pub(crate) name: String,
    pub(crate) colour: Colour,
    pub(crate) line: Option<ReportingLine>,
}

/// All people outside the trash and the archive, in the order of names. Sorted here, not by SQL: reading the table in
/// the order of its index takes three times as long, because its pages are scattered over the file.
pub(crate) fn people(tx: &Tx<'_>) -> Result<Vec<PersonOnMap>> {
    let mut people = tx.all(
        "SELECT id, display_name, given, sort_key, died_on IS NOT NULL FROM people NOT INDEXED \
         WHERE trashed_at IS NULL AND archived_on IS NULL",
        [],
        |row| {
            Ok(PersonOnMap {
                id: row.get(0)?,
                name: row.get(1)?,
                given: row.get(2)?,
                sort_key: row.get(3)?,
                died: row.get(4)?,
            })
        },
    )?;
    people.sort_unstable_by(|a, b| (&a.sort_key, a.id).cmp(&(&b.sort_key, b.id)));
    Ok(people)
}

/// All relationships, also those to people in the trash.
pub(crate) fn declared(tx: &Tx<'_>) -> Result<HashMap<PersonId, MineOnMap>> {
    let declared = tx.all(
        "SELECT person_id, category, kind_id, kept_close_on IS NOT NULL, cadence_days, status, paused_until, \
           do_not_ask, cooling_until_at, status_before_cooling FROM relationships",
        [],
        |row| {
            let mine = MineOnMap {
                category: row.get(1)?,
                kind: row.get(2)?,
                kept_close: row.get(3)?,
                cadence_days: row.get(4)?,
                stored: StoredStatus {
                    status: row.get(5)?,
                    paused_until: row.get(6)?,
                    cooling_until: row.get(8)?,
                    before_cooling: row.get(9)?,
                    ..StoredStatus::NOTHING
                },
                do_not_ask: row.get(7)?,
            };
            Ok((row.get(0)?, mine))
        },
    )?;
    Ok(declared.into_iter().collect())
}

/// All kinds in their order.
pub(crate) fn kinds(tx: &Tx<'_>) -> Result<Vec<KindOnMap>> {
    tx.all(
        "SELECT id, name, colour, line FROM kinds ORDER BY position, id",
        [],
        |row| {
            Ok(KindOnMap {
                id: row.get(0)?,
                name: row.get(1)?,
                colour: row.get(2)?,
                line: row.get(3)?,
            })
        },
    )
}

/// The present jobs of all people, for each person in the order of their page.
pub(crate) fn works(tx: &Tx<'_>) -> Result<Vec<(PersonId, OrganisationId)>> {
    tx.all(
        "SELECT person_id, organisation_id FROM affiliations \
         WHERE until IS NULL AND organisation_id IS NOT NULL ORDER BY person_id, position, id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// The organisations where somebody outside the trash works now, by name.
pub(crate) fn organisations(tx: &Tx<'_>) -> Result<Vec<(OrganisationId, String)>> {
    tx.all(
        "SELECT id, name FROM organisations WHERE id IN \
           (SELECT a.organisation_id FROM affiliations a JOIN people p ON p.id = a.person_id \
            WHERE a.until IS NULL AND p.trashed_at IS NULL) \
         ORDER BY folded_name, id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// All tags by name.
pub(crate) fn tags(tx: &Tx<'_>) -> Result<Vec<Tag>> {
    tx.all(
        "SELECT id, name FROM tags ORDER BY folded_name",
        [],
        |row| {
            Ok(Tag {
                id: row.get(0)?,
                name: row.get(1)?,
            })
        },
    )
}

/// The tags of all people.
pub(crate) fn tagged(tx: &Tx<'_>) -> Result<Vec<(PersonId, TagId)>> {
    tx.all(
        "SELECT person_id, tag_id FROM person_tags ORDER BY person_id, tag_id",
        [],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )
}

/// Calls `take` with each conversation of each person: who, the local day, the channel. In no order. A
/// callback, because a list of a million conversations would need much memory.
pub(crate) fn each_talk(tx: &Tx<'_>, mut take: impl FnMut(PersonId, Day, Channel)) -> Result<()> {
    // In the order of row ids, so that both tables are read sequentially.
    tx.each(
        "SELECT p.person_id, i.happened_on, i.channel FROM interaction_people p NOT INDEXED \
         CROSS JOIN interactions i ON i.id = p.interaction_id WHERE i.attempt = 0",
        [],
        |row| {
            take(row.get(0)?, row.get(1)?, row.get(2)?);
            Ok(())
        },
    )
}

/// A place in hundredths of a pixel.
pub(crate) type Hundredths = [i64; 2];

/// The places of all pinned people.
pub(crate) fn pins(tx: &Tx<'_>) -> Result<Vec<(PersonId, Hundredths)>> {
    tx.all(
        "SELECT person_id, x, y FROM map_pins ORDER BY id",
        [],
        |row| Ok((row.get(0)?, [row.get(1)?, row.get(2)?])),
    )
}

/// How many people outside the trash are pinned, and whether this one is.
pub(crate) fn count_pins(tx: &Tx<'_>, person: PersonId) -> Result<(u32, bool)> {
    let counted = tx.first(
        "SELECT count(*), coalesce(max(m.person_id = ?1), 0) FROM map_pins m \
         JOIN people p ON p.id = m.person_id WHERE p.trashed_at IS NULL",
        [person],
        |row| Ok((row.get(0)?, row.get(1)?)),
    )?;
    Ok(counted.unwrap_or((0, false)))
}

/// Pins a person. Writes nothing if they are pinned at that place.
pub(crate) fn pin(tx: &Tx<'_>, person: PersonId, [x, y]: Hundredths) -> Result<()> {
    tx.execute(
        "INSERT INTO map_pins (person_id, x, y) VALUES (?1, ?2, ?3) \
         ON CONFLICT (person_id) DO UPDATE SET x = excluded.x, y = excluded.y \
           WHERE x <> excluded.x OR y <> excluded.y",
        (person, x, y),
    )?;
    Ok(())
}

/// Removes a pin. Returns whether the person was pinned.
pub(crate) fn unpin(tx: &Tx<'_>, person: PersonId) -> Result<bool> {
    let gone = tx.execute("DELETE FROM map_pins WHERE person_id = ?1", [person])?;
    Ok(gone > 0)
}

/// The stored places of the views around me. Older books have a row for each view: there the usual one, "two",
/// comes before the others.
pub(crate) fn places(tx: &Tx<'_>) -> Result<HashMap<PersonId, Hundredths>> {
    let kept = tx.all(
        "SELECT places FROM map_places ORDER BY view = 'two' DESC, view = 'one' DESC",
        [],
        |row| row.get::<_, Vec<u8>>(0),
    )?;
    let mut places = HashMap::new();
    for (person, at) in kept.iter().flat_map(|bytes| unpacked(bytes)) {
        places.entry(person).or_insert(at);
    }
    Ok(places)
}

/// Stores the places of the views around me, as one row for all of them.
pub(crate) fn store(tx: &Tx<'_>, places: &HashMap<PersonId, Hundredths>) -> Result<()> {
    forget(tx)?;
    tx.execute(
        "INSERT INTO map_places (view, places) VALUES ('two', ?1)",
        [packed(places)],
    )?;
    Ok(())
}

/// Deletes the stored places.
pub(crate) fn forget(tx: &Tx<'_>) -> Result<()> {
    tx.execute("DELETE FROM map_places", [])?;
    Ok(())
}

/// The places as bytes: for each person the id, x and y as little-endian `i64`, sorted by id.
fn packed(places: &HashMap<PersonId, Hundredths>) -> Vec<u8> {
    let mut places: Vec<_> = places.iter().collect();
    places.sort_unstable();
    let numbers = places
        .into_iter()
        .flat_map(|(person, [x, y])| [person.0, *x, *y]);
    numbers.flat_map(i64::to_le_bytes).collect()
}

fn unpacked(bytes: &[u8]) -> HashMap<PersonId, Hundredths> {
    let (numbers, _) = bytes.as_chunks::<8>();
    let (places, _) = numbers.as_chunks::<3>();
    let number = |bytes: &[u8; 8]| i64::from_le_bytes(*bytes);
    let place = |[person, x, y]: &[[u8; 8]; 3]| (PersonId(number(person)), [number(x), number(y)]);
    places.iter().map(place).collect()
}
