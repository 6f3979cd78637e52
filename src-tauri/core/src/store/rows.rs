//! How core's types stand in columns.

use rusqlite::ToSql;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSqlOutput, ValueRef};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::StrDeserializer;

use crate::ids::*;

macro_rules! id_columns {
    ($($name:ident),+) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                i64::column_result(value).map($name)
            }
        }
    )+};
}

id_columns!(
    PersonId,
    OrganisationId,
    ContactPointId,
    AffiliationId,
    DateId,
    NoteId,
    TagId,
    TieId,
    KindId,
    SourceCardId,
    BlobId,
    InteractionId,
    CheckInId,
    OperationId
);

/// An enum whose serde name is its column value.
macro_rules! word_columns {
    ($($name:ty),+ $(,)?) => {$(
        impl ToSql for $name {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                let word = serde_json::to_value(self)
                    .map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
                Ok(ToSqlOutput::from(word.as_str().unwrap_or_default().to_owned()))
            }
        }

        impl FromSql for $name {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                let word: StrDeserializer<'_, serde::de::value::Error> =
                    value.as_str()?.into_deserializer();
                <$name>::deserialize(word).map_err(|error| FromSqlError::Other(Box::new(error)))
            }
        }
    )+};
}

word_columns!(
    crate::change::OperationKind,
    crate::people::ContactKind,
    crate::people::DateKind,
    crate::relationships::Category,
    crate::relationships::Colour,
    crate::relationships::Status,
    crate::relationships::Workplace,
    crate::warmth::Channel,
    crate::check_ins::Source,
    crate::check_ins::State,
    crate::ties::TieKind,
    crate::ties::Closeness,
    crate::ties::TieSource,
);
