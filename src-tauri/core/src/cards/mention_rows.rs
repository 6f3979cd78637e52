//! Table `card_mentions`: the people whom cards name, and which people of the book they are.

use std::collections::{HashMap, HashSet};

use rusqlite::{Connection, Params, Row};

use crate::cards::Mention;
use crate::error::Result;
use crate::fold::fold_words;
use crate::ids::PersonId;
use crate::people::PairScope;
use crate::store::{Tx, id_list};
use crate::vcard;

/// A card of a person names another person of the book.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mentioned {
    /// The person whose card it is.
    pub(crate) person: PersonId,
    /// The person it names.
    pub(crate) other: PersonId,
    /// The card's word for their relation in lower case; '' for none.
    pub(crate) relation: String,
}

/// With more names than this, the names of all people are read once instead of searching for each.
const MANY_NAMES: usize = 60;

/// Sets a person's mentions. Writes nothing if they have not changed.
pub(crate) fn replace(tx: &Tx<'_>, person: PersonId, mentions: &[Mention]) -> Result<()> {
    let before = tx.all(
        "SELECT folded_name, uid, relation FROM card_mentions WHERE person_id = ?1 ORDER BY id",
        [person],
        |row| {
            Ok(Mention {
                folded_name: row.get(0)?,
                uid: row.get(1)?,
                relation: row.get(2)?,
            })
        },
    )?;
    if before == mentions {
        return Ok(());
    }
    tx.execute("DELETE FROM card_mentions WHERE person_id = ?1", [person])?;
    for mention in mentions {
        tx.insert(
            "INSERT INTO card_mentions (person_id, folded_name, uid, relation) VALUES (?1, ?2, ?3, ?4)",
            (
                person,
                &mention.folded_name,
                &mention.uid,
                &mention.relation,
            ),
        )?;
    }
    Ok(())
}

/// Fills the table in the migration that creates it, from the stored cards. A card that cannot be read
/// is skipped.
pub(crate) fn read_kept_cards(connection: &Connection) -> rusqlite::Result<()> {
    let mut kept = connection.prepare(
        "SELECT s.person_id, b.bytes FROM source_cards s JOIN blobs b ON b.id = s.blob_id \
         ORDER BY s.person_id, s.is_primary DESC, s.id DESC",
    )?;
    let mut put = connection.prepare(
        "INSERT INTO card_mentions (person_id, folded_name, uid, relation) VALUES (?1, ?2, ?3, ?4)",
    )?;
    let mut keep = |person: PersonId, mentions: &mut Vec<Mention>| {
        for mention in mentions.drain(..) {
            put.execute((person, mention.folded_name, mention.uid, mention.relation))?;
        }
        Ok::<_, rusqlite::Error>(())
    };
    let (mut last, mut mentions) = (PersonId(0), Vec::new());
    let mut rows = kept.query([])?;
    while let Some(row) = rows.next()? {
        let person = row.get(0)?;
        if person != last {
            keep(last, &mut mentions)?;
            last = person;
        }
        if let Some(card) = row.get_ref(1)?.as_blob().ok().and_then(vcard::one) {
            Mention::add_to(&mut mentions, &card.contents());
        }
    }
    keep(last, &mut mentions)
}

/// Mentions by UID, where exactly one person outside the trash has a card with that UID. A UID that two
/// people share is ignored, also if only one of them is in `scope`. For [`PairScope::Among`] the mentioned
/// people may be outside the scope.
pub(crate) fn by_uid(tx: &Tx<'_>, scope: PairScope<'_>) -> Result<Vec<Mentioned>> {
    let with = match scope {
        PairScope::Everybody => String::new(),
        PairScope::Among(people) => format!("AND m.person_id IN ({})", id_list(people)),
        PairScope::Of(people) => {
            let ids = id_list(people);
            format!(
                "AND (m.person_id IN ({ids}) OR m.uid IN ( \
                   SELECT iif(uid LIKE 'urn:uuid:%', substr(uid, 10), uid) FROM source_cards \
                   WHERE person_id IN ({ids}) AND uid IS NOT NULL))"
            )
        }
    };
    // Cards write the UID with or without "urn:uuid:".
    let joined = |uid: &str| {
        format!(
            "SELECT m.id, m.person_id, m.relation, s.person_id AS other FROM card_mentions m \
             JOIN source_cards s ON s.uid = {uid} WHERE m.uid IS NOT NULL {with}"
        )
    };
    tx.all(
        &format!(
            "SELECT found.person_id, min(other), relation FROM ({} UNION {}) found \
             JOIN people p ON p.id = found.person_id AND p.trashed_at IS NULL \
             JOIN people o ON o.id = found.other AND o.trashed_at IS NULL \
             GROUP BY found.id HAVING count(DISTINCT other) = 1 ORDER BY found.id",
            joined("m.uid"),
            joined("'urn:uuid:' || m.uid"),
        ),
        [],
        read,
    )
}

fn read(row: &Row<'_>) -> rusqlite::Result<Mentioned> {
    Ok(Mentioned {
        person: row.get(0)?,
        other: row.get(1)?,
        relation: row.get(2)?,
    })
}

/// Mentions by name, where exactly one person outside the trash has that name.
pub(crate) fn by_name(tx: &Tx<'_>, scope: PairScope<'_>) -> Result<Vec<Mentioned>> {
    let named = match scope {
        PairScope::Everybody => mentions_by_name(tx, "true", [])?,
        PairScope::Of(people) => {
            let mut named = on_cards_of(tx, people)?;
            for name in names_of(tx, people)? {
                named.append(&mut mentions_by_name(tx, "m.folded_name = ?1", [name])?);
            }
            // In the order of their ids, as for `Everybody`: callers keep the first mention of a pair.
            named.sort_unstable();
            named.dedup();
            named
        }
        PairScope::Among(people) => {
            let names = names_of(tx, people)?;
            let mut named = on_cards_of(tx, people)?;
            named.retain(|naming| names.contains(&naming.name));
            named
        }
    };
    let wanted: HashSet<&str> = named.iter().map(|naming| naming.name.as_str()).collect();
    let called = people_called(tx, &wanted)?;
    let mentioned = named.iter().filter_map(|naming| {
        let other = called.get(naming.name.as_str()).copied().flatten()?;
        Some(Mentioned {
            person: naming.person,
            other,
            relation: naming.relation.clone(),
        })
    });
    Ok(mentioned.collect())
}

/// A row that names somebody by name. Sorts by id.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct MentionByName {
    id: i64,
    person: PersonId,
    name: String,
    relation: String,
}

fn mentions_by_name(
    tx: &Tx<'_>,
    condition: &str,
    values: impl Params,
) -> Result<Vec<MentionByName>> {
    tx.all(
        &format!(
            "SELECT m.id, m.person_id, m.folded_name, m.relation FROM card_mentions m \
             JOIN people p ON p.id = m.person_id AND p.trashed_at IS NULL \
             WHERE m.folded_name <> '' AND {condition} ORDER BY m.id"
        ),
        values,
        |row| {
            Ok(MentionByName {
                id: row.get(0)?,
                person: row.get(1)?,
                name: row.get(2)?,
                relation: row.get(3)?,
            })
        },
    )
}

fn on_cards_of(tx: &Tx<'_>, people: &[PersonId]) -> Result<Vec<MentionByName>> {
    mentions_by_name(tx, &format!("m.person_id IN ({})", id_list(people)), [])
}

/// The folded names of these people.
fn names_of(tx: &Tx<'_>, people: &[PersonId]) -> Result<HashSet<String>> {
    let names = tx.all(
        &format!(
            "SELECT display_name FROM people WHERE trashed_at IS NULL AND id IN ({})",
            id_list(people)
        ),
        [],
        |row| Ok(fold_words(row.get_ref(0)?.as_str()?)),
    )?;
    Ok(names.into_iter().collect())
}

/// The person with each of these folded names; `None` for a name that several people have.
fn people_called<'n>(
    tx: &Tx<'_>,
    wanted: &HashSet<&'n str>,
) -> Result<HashMap<&'n str, Option<PersonId>>> {
    let mut called: HashMap<&'n str, Option<PersonId>> = HashMap::new();
    let mut add = |(id, display): (PersonId, String)| {
        if let Some(name) = wanted.get(fold_words(&display).as_str()) {
            called
                .entry(name)
                .and_modify(|one| *one = None)
                .or_insert(Some(id));
        }
    };
    if wanted.len() > MANY_NAMES {
        tx.all(
            "SELECT id, display_name FROM people WHERE trashed_at IS NULL",
            [],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .for_each(add);
        return Ok(called);
    }
    for name in wanted {
        let words: Vec<String> = name.split(' ').map(|word| format!("\"{word}\"")).collect();
        tx.all(
            "SELECT p.id, p.display_name FROM person_find f JOIN people p ON p.id = f.rowid \
             WHERE f.person_find MATCH ?1 AND p.trashed_at IS NULL",
            [format!("name : ({})", words.join(" AND "))],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?
        .into_iter()
        .for_each(&mut add);
    }
    Ok(called)
}

#[cfg(test)]
mod tests {
    use crate::store::open;

    #[test]
    fn a_book_from_before_reads_the_cards_it_keeps_and_skips_those_it_cannot() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("book.kith");
        let old = open::fresh(&file, 2).unwrap();
        let card = |named: &str| {
            format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Theo\r\n{named}\r\nEND:VCARD\r\n")
        };
        let cards: [(i64, Vec<u8>); 5] = [
            (1, card("RELATED;TYPE=friend;VALUE=text:Ana Brook").into()),
            (2, b"\xff\x00no card at all".to_vec()),
            (2, card("X-MANAGER:Dana Fox").into()),
            (
                1,
                card("RELATED:urn:uuid:0a\r\nRELATED;TYPE=friend;VALUE=text:ana brook").into(),
            ),
            (2, Vec::new()),
        ];
        for person in [1, 2] {
            old.execute(
                "INSERT INTO people (id, uuid, display_name, prefix, given, additional, family, suffix, nickname, \
                 sort_key, created_at) VALUES (?1, ?1, 'P', '', '', '', '', '', '', 'p', '2026-01-01T00:00:00Z')",
                [person],
            )
            .unwrap();
        }
        for (at, (person, bytes)) in (1_i64..).zip(&cards) {
            let hash = at.to_string().into_bytes();
            old.execute(
                "INSERT INTO blobs (id, sha256, bytes) VALUES (?1, ?2, ?3)",
                (at, hash, bytes),
            )
            .unwrap();
            old.execute(
                "INSERT INTO source_cards (person_id, blob_id, file_name, number, line, imported_at, is_primary, reading) \
                 VALUES (?1, ?2, 'a.vcf', 1, 1, '2026-01-01T00:00:00Z', ?3, '[]')",
                (person, at, at < 3),
            )
            .unwrap();
        }
        drop(old);
        let (book, _) = open::writer(&file, crate::nouns::ALL).unwrap();
        let mut read = book
            .prepare("SELECT person_id, folded_name, uid, relation FROM card_mentions ORDER BY id")
            .unwrap();
        let rows = read.query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        });
        let rows: Vec<(i64, String, Option<String>, String)> =
            rows.unwrap().map(|row| row.unwrap()).collect();
        let friend = (1, "ana brook".to_owned(), None, "friend".to_owned());
        let by_uid = (1, String::new(), Some("0a".to_owned()), String::new());
        let boss = (2, "dana fox".to_owned(), None, "manager".to_owned());
        assert_eq!(rows, [friend, by_uid, boss]);
    }
}
