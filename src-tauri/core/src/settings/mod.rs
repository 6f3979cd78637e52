//! How a setting is kept. Each noun declares its own; a read parses one key. Most settings are undoable;
//! the window's memory (filters, the sidebar) is kept beside them and is no step of Undo.

pub(crate) mod setting_rows;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::noun::{Noun, Table};

/// Settings, and what the window remembers.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("settings"), Table::aside("remembered")],
    ..Noun::BARE
};

/// Where a setting is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// Among the settings: setting it is a step of Undo.
    Undoable,
    /// In the window's memory: it is not.
    Remembered,
}

/// One setting: its name on the wire, its value, and what the value can be.
pub(crate) trait Setting {
    /// Its key in the book and on the wire, "workingHours".
    const KEY: &'static str;
    /// What it holds.
    type Value: Serialize + DeserializeOwned;
    /// Where it is kept.
    const KEPT: Kept;

    /// What holds where nothing was set.
    fn usual() -> Self::Value;

    /// # Errors
    /// `Invalid` with the field, in plain words.
    fn check(_value: &Self::Value) -> Result<()> {
        Ok(())
    }
}

/// The value of a setting; the usual one where nothing was set, or something that this Kith cannot read.
///
/// # Errors
/// `BookDamaged` where the value is no JSON; those of storage.
pub(crate) fn get<S: Setting>(tx: &Tx<'_>) -> Result<S::Value> {
    let Some(text) = setting_rows::get(tx, S::KEY)? else {
        return Ok(S::usual());
    };
    let value: Value = serde_json::from_str(&text)?;
    Ok(serde_json::from_value(value).unwrap_or_else(|_| S::usual()))
}

/// Checks a value and keeps it.
///
/// # Errors
/// `Invalid` with the field; those of storage.
pub(crate) fn set<S: Setting>(tx: &Tx<'_>, value: &Value) -> Result<()> {
    let read = S::Value::deserialize(value)
        .map_err(|_| Error::invalid(S::KEY, "This cannot be set so."))?;
    S::check(&read)?;
    match S::KEPT {
        Kept::Undoable => setting_rows::put(tx, S::KEY, &value.to_string()),
        Kept::Remembered => setting_rows::remember(tx, S::KEY, &value.to_string()),
    }
}

/// Whether every value that is kept is JSON.
pub(crate) fn are_readable(tx: &Tx<'_>) -> Result<bool> {
    let all = setting_rows::all(tx)?;
    let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    Ok(all.iter().all(|(_, value)| is_json(value)))
}

/// What is kept beside the settings, as JSON text.
pub(crate) fn remembered(tx: &Tx<'_>, key: &str) -> Result<Option<String>> {
    setting_rows::remembered(tx, key)
}

/// Keeps something beside the settings, as JSON text: no setting, and no step of Undo.
pub(crate) fn remember(tx: &Tx<'_>, key: &str, value: &str) -> Result<()> {
    setting_rows::remember(tx, key, value)
}

/// Declares settings: `Name: Value = usual, "key", Kept::…;`, with a check where a value can be wrong.
macro_rules! setting {
    ($(
        $(#[$doc:meta])*
        $name:ident: $value:ty = $usual:expr, $key:literal, $kept:ident $(, $check:expr)?;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum $name {}

        impl $crate::settings::Setting for $name {
            const KEY: &'static str = $key;
            type Value = $value;
            const KEPT: $crate::settings::Kept = $crate::settings::Kept::$kept;

            fn usual() -> $value {
                $usual
            }

            $(fn check(value: &$value) -> $crate::error::Result<()> {
                $check(value)
            })?
        }
    )+};
}

pub(crate) use setting;
