//! Passing the arguments of a command, which the handler owns, to a method that may only borrow them.

use serde_json::{Map, Value};

use crate::wire::SomeSettings;

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
