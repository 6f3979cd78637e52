//! How a command's argument, which the page gave away, is passed to a method that may only borrow it.

use serde_json::{Map, Value};

use crate::wire::SomeSettings;

/// An argument that can be passed `As` the method wants it: small ones by value, all others borrowed, text
/// as `&str` and lists as slices. Which of them it is follows from the method's own signature.
pub trait Argument<'a, As> {
    /// The argument for one call.
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
