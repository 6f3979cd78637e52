//! What can go wrong, in plain words that are safe to show: no message names a path, and only those about
//! a tie name people, the two it is between and who stands in its way.

use serde::Serialize;

/// What the page branches on; texts are only shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Code {
    /// A value cannot be taken as it is; `field` names where.
    Invalid,
    /// What was asked for is no longer there.
    NotFound,
    /// What was seen has changed since.
    Stale,
    /// Another Kith has the book open.
    BookInUse,
    /// The book was written by a newer Kith.
    BookNewer,
    /// The book's file cannot be read as a book.
    BookDamaged,
    /// The book's file is not there, and there is a sign that it was.
    BookMissing,
    /// The open book's file was taken away, replaced or written over.
    BookLost,
    /// A row of the book holds what Kith never writes; the message says which.
    RowUnreadable,
    /// No room left on the disk.
    DiskFull,
    /// The file or folder cannot be written.
    NotWritable,
    /// A file is not there any more.
    FileMissing,
    /// A file cannot be read.
    FileUnreadable,
    /// A file is larger than Kith reads.
    FileTooLarge,
    /// A file holds no card.
    NoCards,
    /// Stopped by the person.
    Stopped,
    /// There is nothing to undo or redo.
    NothingToUndo,
    /// No program of the system opens this.
    NoAppForLink,
    /// A fault of Kith's own.
    Internal,
}

/// An error as the page gets it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "typescript", ts(rename = "KithError"))]
pub struct Error {
    /// What to branch on.
    pub code: Code,
    /// What happened and what did not, in plain words.
    pub message: String,
    /// The field that the message is about.
    pub field: Option<String>,
}

/// Core's results.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// An error with a code and words for it.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Self {
            code,
            message: message.into(),
            field: None,
        }
    }

    /// A value that cannot be taken, at a field.
    pub fn invalid(field: &str, message: impl Into<String>) -> Self {
        Self {
            field: Some(field.to_owned()),
            ..Self::new(Code::Invalid, message)
        }
    }

    /// `what` ("This person") is not in the book.
    pub fn not_found(what: &str) -> Self {
        Self::new(Code::NotFound, format!("{what} is no longer in the book."))
    }

    /// A row that cannot be read; `which` is its table, id and column: "check_ins, id 12 (due_on)".
    pub(crate) fn row_unreadable(which: Option<&str>) -> Self {
        let which = which.map_or(String::new(), |which| format!(": {which}"));
        Self::new(
            Code::RowUnreadable,
            format!("A row of the book cannot be read{which}. Nothing was changed."),
        )
    }

    /// What was read, or nothing where a row cannot be read: for what is told besides, and must keep nothing else back.
    pub(crate) fn or_unreadable<T>(read: Result<T>) -> Result<Option<T>> {
        match read {
            Ok(value) => Ok(Some(value)),
            Err(error) if error.code == Code::RowUnreadable => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Bytes of the book are not as they were written.
    pub(crate) fn damaged() -> Self {
        Self::new(
            Code::BookDamaged,
            "The book\u{2019}s file is damaged and cannot be read. It was left as it is.",
        )
    }

    /// A fault of our own; `what` must not hold personal data.
    pub fn internal(what: &str) -> Self {
        Self::new(
            Code::Internal,
            format!("Something went wrong inside Kith ({what}). Nothing was changed."),
        )
    }
}

/// The column at which a value could not be read, where the error is one of that sort.
pub(crate) fn column_of(error: &rusqlite::Error) -> Option<usize> {
    use rusqlite::Error as E;
    match error {
        E::FromSqlConversionFailure(at, ..)
        | E::IntegralValueOutOfRange(at, _)
        | E::InvalidColumnType(at, ..)
        | E::Utf8Error(at, _) => Some(*at),
        _ => None,
    }
}

/// Whether a value was to be written that is of another type than its column.
fn has_wrong_type(error: &rusqlite::Error) -> bool {
    let code = error.sqlite_error().map(|code| code.extended_code);
    code == Some(rusqlite::ffi::SQLITE_CONSTRAINT_DATATYPE)
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Error {}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode;
        match error.sqlite_error_code() {
            Some(ErrorCode::DiskFull) => Self::new(
                Code::DiskFull,
                "There is no room left on the disk. Nothing was changed.",
            ),
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::new(
                Code::NotWritable,
                "The book cannot be written to. Nothing was changed.",
            ),
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::new(
                Code::BookInUse,
                "Another program is using the book. Nothing was changed.",
            ),
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Self::new(
                Code::BookDamaged,
                "The book's file is damaged and cannot be read.",
            ),
            Some(ErrorCode::SystemIoFailure | ErrorCode::CannotOpen) => Self::new(
                Code::NotWritable,
                "The disk did not take the change. Nothing was changed.",
            ),
            // Tables are STRICT and Kith writes typed values: only overwritten bytes are of a type that a column refuses.
            Some(ErrorCode::ConstraintViolation) if has_wrong_type(&error) => Self::damaged(),
            _ if error == rusqlite::Error::QueryReturnedNoRows => Self::not_found("This"),
            _ if column_of(&error).is_some() => Self::row_unreadable(None),
            // SQLite's own texts name tables and columns, never values.
            _ => Self::internal(&match error.sqlite_error() {
                Some(code) => format!("storage {}", code.extended_code),
                None => "storage".to_owned(),
            }),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::NotFound => Self::new(Code::FileMissing, "The file is not there any more."),
            ErrorKind::PermissionDenied => {
                Self::new(Code::FileUnreadable, "Kith may not open this file.")
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
                Self::new(Code::DiskFull, "There is no room left on the disk.")
            }
            ErrorKind::ReadOnlyFilesystem => {
                Self::new(Code::NotWritable, "This place cannot be written to.")
            }
            _ => Self::new(
                Code::FileUnreadable,
                "The file could not be read or written.",
            ),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(_: serde_json::Error) -> Self {
        Self::internal("json")
    }
}
