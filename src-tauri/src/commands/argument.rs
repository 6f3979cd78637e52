//! The arguments of a command: read from what the page sent, and passed to a method that may only borrow
//! them.

use kith_core::{Code, Error, Result};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use tauri::ipc::InvokeBody;

use crate::wire::SomeSettings;

/// What the page sent with a command.
pub enum Arguments {
    /// Named arguments, as a JSON object.
    Named(Value),
    /// Bytes instead of arguments.
    Bytes(Vec<u8>),
}

impl From<&InvokeBody> for Arguments {
    fn from(body: &InvokeBody) -> Self {
        match body {
            InvokeBody::Json(named) => Self::Named(named.clone()),
            InvokeBody::Raw(bytes) => Self::Bytes(bytes.clone()),
        }
    }
}

impl Arguments {
    /// The argument of this name in Rust. One that is missing counts as null.
    ///
    /// # Errors
    /// `Invalid` if it does not fit its type; the message names no value.
    pub fn get<T: FromArguments>(&self, name: &str) -> Result<T> {
        T::from_arguments(self, name)
    }
}

/// A type that an argument can have.
pub trait FromArguments: Sized {
    /// Reads the argument of this name.
    ///
    /// # Errors
    /// Like `Arguments::get`.
    fn from_arguments(arguments: &Arguments, name: &str) -> Result<Self>;
}

impl<T: DeserializeOwned> FromArguments for T {
    fn from_arguments(arguments: &Arguments, name: &str) -> Result<Self> {
        let value = match arguments {
            Arguments::Named(named) => named.get(camel_case(name)),
            Arguments::Bytes(_) => None,
        };
        T::deserialize(value.unwrap_or(&Value::Null)).map_err(|_| {
            let words =
                format!("The window sent something else than “{name}”. Nothing was changed.");
            Error::new(Code::Invalid, words)
        })
    }
}

/// The name in camel case, as the page has it: `cadence_days` becomes `cadenceDays`.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let mut text = words.next().unwrap_or_default().to_owned();
    for word in words {
        let mut letters = word.chars();
        text.extend(letters.next().map(|first| first.to_ascii_uppercase()));
        text.push_str(letters.as_str());
    }
    text
}

/// An argument that can be passed as the type `As` of the method's parameter: `Copy` types by
/// value, all others by reference, `String` as `&str` and `Vec` as a slice. The compiler infers
/// `As` from the signature of the method.
pub trait Argument<'a, As> {
    /// The argument as the parameter's type.
    fn pass(&'a self) -> As;
}

impl<'a, T: Copy> Argument<'a, T> for T {
    fn pass(&'a self) -> T {
        *self
    }
}

impl<'a, T> Argument<'a, &'a T> for T {
    fn pass(&'a self) -> &'a T {
        self
    }
}

impl<'a> Argument<'a, &'a str> for String {
    fn pass(&'a self) -> &'a str {
        self
    }
}

impl<'a> Argument<'a, Option<&'a str>> for Option<String> {
    fn pass(&'a self) -> Option<&'a str> {
        self.as_deref()
    }
}

impl<'a, T> Argument<'a, &'a [T]> for Vec<T> {
    fn pass(&'a self) -> &'a [T] {
        self
    }
}

impl<'a, T> Argument<'a, Option<&'a [T]>> for Option<Vec<T>> {
    fn pass(&'a self) -> Option<&'a [T]> {
        self.as_deref()
    }
}

impl<'a> Argument<'a, &'a Map<String, Value>> for SomeSettings {
    fn pass(&'a self) -> &'a Map<String, Value> {
        &self.0
    }
}
