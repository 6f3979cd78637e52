//! How settings are stored. Each noun declares its own settings. Most are undoable; the state of the window
//! (filters, the sidebar) is stored in a table of its own and is no step of Undo.

pub(crate) mod setting_rows;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Error, Result};
use crate::store::Tx;
use crate::store::noun::{Noun, Table};

/// The noun of the tables of settings and of the state of the window.
pub(crate) const NOUN: Noun = Noun {
    tables: &[Table::undoable("settings"), Table::aside("remembered")],
    ..Noun::BARE
};

/// Where a setting is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoredIn {
    /// In table `settings`: changing it is a step of Undo.
    Undoable,
    /// In table `remembered`: it is not.
    Remembered,
}

/// A setting: its key, its type, and which values are valid.
pub(crate) trait Setting {
    /// The key in the book and on the wire, such as "workingHours".
    const KEY: &'static str;
    /// The type of the value.
    type Value: Serialize + DeserializeOwned;
    /// Where it is stored.
    const STORED_IN: StoredIn;

    /// The default, which applies until something is set.
    fn default_value() -> Self::Value;

    /// Refuses invalid values.
    ///
    /// # Errors
    /// `Invalid` with the field and a message to show.
    fn check(_value: &Self::Value) -> Result<()> {
        Ok(())
    }
}

/// The value of a setting, or the default if nothing was set. The default also stands in for a value that does
/// not fit its type: an error would leave the window without the settings with which it starts, and every
/// change without the working hours.
///
/// # Errors
/// `Internal` if the stored text is not JSON; storage errors.
pub(crate) fn get<S: Setting>(tx: &Tx<'_>) -> Result<S::Value> {
    // Some remembered settings were undoable once: until they are set again, the value is in `settings`.
    let remembered = match S::STORED_IN {
        StoredIn::Remembered => setting_rows::remembered(tx, S::KEY)?,
        StoredIn::Undoable => None,
    };
    let Some(text) =
        remembered.map_or_else(|| setting_rows::get(tx, S::KEY), |text| Ok(Some(text)))?
    else {
        return Ok(S::default_value());
    };
    let value: Value = serde_json::from_str(&text)?;
    Ok(serde_json::from_value(value).unwrap_or_else(|_| S::default_value()))
}

/// Checks and stores a value.
///
/// # Errors
/// `Invalid` with the field; storage errors.
pub(crate) fn set<S: Setting>(tx: &Tx<'_>, value: &Value) -> Result<()> {
    let read = S::Value::deserialize(value)
        .map_err(|_| Error::invalid(S::KEY, "This cannot be set so."))?;
    S::check(&read)?;
    match S::STORED_IN {
        StoredIn::Undoable => setting_rows::put(tx, S::KEY, &value.to_string()),
        StoredIn::Remembered => setting_rows::remember(tx, S::KEY, &value.to_string()),
    }
}

/// Whether all stored values are valid JSON.
pub(crate) fn are_readable(tx: &Tx<'_>) -> Result<bool> {
    let all = setting_rows::all(tx)?;
    let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    Ok(all.iter().all(|(_, value)| is_json(value)))
}

/// A value of table `remembered`, as JSON text.
pub(crate) fn remembered(tx: &Tx<'_>, key: &str) -> Result<Option<String>> {
    setting_rows::remembered(tx, key)
}

/// Stores a value in table `remembered`, as JSON text. It need not belong to a declared setting.
pub(crate) fn remember(tx: &Tx<'_>, key: &str, value: &str) -> Result<()> {
    setting_rows::remember(tx, key, value)
}

/// Declares settings: `Name: Type = default, "key", Undoable;` or `Remembered`, with a check
/// function if a value can be invalid.
macro_rules! setting {
    ($(
        $(#[$doc:meta])*
        $name:ident: $value:ty = $default:expr, $key:literal, $stored_in:ident $(, $check:expr)?;
    )+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub(crate) enum $name {}

        impl $crate::settings::Setting for $name {
            const KEY: &'static str = $key;
            type Value = $value;
            const STORED_IN: $crate::settings::StoredIn = $crate::settings::StoredIn::$stored_in;

            fn default_value() -> $value {
                $default
            }

            $(fn check(value: &$value) -> $crate::error::Result<()> {
                $check(value)
            })?
        }
    )+};
}

pub(crate) use setting;
