//! Table `communication`: how people like to talk, a row a person.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::Communication;
use crate::channel::Channel;
use crate::columns::from_word;
use crate::error::Result;
use crate::ids::PersonId;
use crate::store::Tx;

/// Channels as one column keeps them: their words with spaces between.
struct Channels(Vec<Channel>);

impl ToSql for Channels {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let words = self.0.iter().map(|channel| match channel.to_sql()? {
            ToSqlOutput::Owned(rusqlite::types::Value::Text(word)) => Ok(word),
            _ => Ok(String::new()),
        });
        let words = words.collect::<rusqlite::Result<Vec<_>>>()?;
        Ok(words.join(" ").into())
    }
}

impl FromSql for Channels {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = std::str::from_utf8(value.as_bytes()?)
            .map_err(|error| FromSqlError::Other(Box::new(error)))?;
        let channel = |word: &str| from_word(ValueRef::Text(word.as_bytes()));
        text.split(' ')
            .filter(|word| !word.is_empty())
            .map(channel)
            .collect::<FromSqlResult<Vec<_>>>()
            .map(Self)
    }
}

/// `None` where nothing is said.
pub(crate) fn of_person(tx: &Tx<'_>, person: PersonId) -> Result<Option<Communication>> {
    tx.first(
        "SELECT channels, best_hours, dynamic, rapid, own_words FROM communication WHERE person_id = ?1",
        [person],
        |row| {
            Ok(Communication {
                channels: row.get::<_, Channels>(0)?.0,
                best_time: row.get(1)?,
                dynamic: row.get(2)?,
                rapid: row.get(3)?,
                own_words: row.get(4)?,
            })
        },
    )
}

pub(crate) fn put(tx: &Tx<'_>, person: PersonId, said: &Communication) -> Result<()> {
    tx.execute(
        "INSERT INTO communication (person_id, channels, best_hours, dynamic, rapid, own_words) \
         VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (person_id) DO UPDATE SET channels = ?2, \
         best_hours = ?3, dynamic = ?4, rapid = ?5, own_words = ?6",
        (
            person,
            Channels(said.channels.clone()),
            &said.best_time,
            said.dynamic,
            said.rapid,
            &said.own_words,
        ),
    )?;
    Ok(())
}

pub(crate) fn delete(tx: &Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("DELETE FROM communication WHERE person_id = ?1", [person])?;
    Ok(())
}
