//! How typed values stand in columns: ids as numbers, enums as words, days and times as their text.

/// An id of its own type, so that a person's id cannot be taken for a tag's.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }

        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                i64::column_result(value).map($name)
            }
        }
    };
}

/// Stores an enum in a text column: its serde name is the column's value.
macro_rules! column {
    ($($name:ty),+ $(,)?) => {$(
        impl rusqlite::ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                $crate::columns::word_of(self)
            }
        }

        impl rusqlite::types::FromSql for $name {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                $crate::columns::from_word(value)
            }
        }
    )+};
}

pub(crate) use {column, id};

use chrono_tz::Tz;
use rusqlite::Row;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, Type, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::IntoDeserializer;
use serde::de::value::{Error as NoSuchWord, StrDeserializer};

use crate::days::{ClockTime, Day, NotAsKept, PartialDate, Roughly, Stamp, When};

/// The word of an enum's value, for `column!`.
pub(crate) fn word_of(value: &impl Serialize) -> rusqlite::Result<ToSqlOutput<'static>> {
    let word = serde_json::to_value(value)
        .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    match word {
        serde_json::Value::String(word) => Ok(word.into()),
        other => Err(rusqlite::Error::ToSqlConversionFailure(
            format!("{other} is no word").into(),
        )),
    }
}

/// The enum's value of a word, for `column!`.
pub(crate) fn from_word<T: DeserializeOwned>(value: ValueRef<'_>) -> FromSqlResult<T> {
    let word: StrDeserializer<'_, NoSuchWord> = value.as_str()?.into_deserializer();
    T::deserialize(word).map_err(|error| FromSqlError::Other(Box::new(error)))
}

/// Stores a value in a text column by its `Display` and reads it by its `FromStr`.
macro_rules! text_column {
    ($($name:ty),+ $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(self.to_string().into())
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(FromSqlError::other)
            }
        }
    )+};
}

text_column!(ClockTime, Day, Roughly, Stamp);

impl ToSql for PartialDate {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.iso().into())
    }
}

/// Since and until have a year.
impl FromSql for PartialDate {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let date: Self = value.as_str()?.parse().map_err(FromSqlError::other)?;
        match date.year {
            Some(_) => Ok(date),
            None => Err(FromSqlError::other(NotAsKept("a date with its year"))),
        }
    }
}

/// A time zone as a column keeps it: by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Zone(pub(crate) Tz);

impl ToSql for Zone {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.name().into())
    }
}

impl FromSql for Zone {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let zone = value.as_str()?.parse();
        zone.map(Self)
            .map_err(|_| FromSqlError::other(NotAsKept("a time zone")))
    }
}

/// A JSON text that says a `T`, as it is stored.
pub(crate) struct JsonOf<T> {
    /// The text.
    pub(crate) text: String,
    says: std::marker::PhantomData<T>,
}

impl<T: DeserializeOwned> FromSql for JsonOf<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let text = value.as_str()?;
        serde_json::from_str::<T>(text).map_err(FromSqlError::other)?;
        Ok(Self {
            text: text.to_owned(),
            says: std::marker::PhantomData,
        })
    }
}

/// A day with its time and the time's zone, of three columns: the last two are empty together.
pub(crate) fn when(
    row: &Row<'_>,
    on: Day,
    [time_at, zone_at]: [usize; 2],
) -> rusqlite::Result<When> {
    let (time, zone): (Option<ClockTime>, Option<Zone>) = (row.get(time_at)?, row.get(zone_at)?);
    let at = match (time, zone) {
        (None, None) => None,
        (Some(time), Some(Zone(zone))) => Some((time, zone)),
        (Some(_), None) => return Err(unreadable(time_at, NotAsKept("a time with its zone"))),
        (None, Some(_)) => return Err(unreadable(zone_at, NotAsKept("a zone of a time"))),
    };
    Ok(When { on, at })
}

/// A value that its column keeps as JSON text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Json<T>(pub(crate) T);

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?)
            .map(Self)
            .map_err(FromSqlError::other)
    }
}

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0);
        text.map(ToSqlOutput::from)
            .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
    }
}

/// The error of a value that has the column's type and still cannot be read.
fn unreadable(at: usize, why: NotAsKept) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(at, Type::Text, Box::new(why))
}
