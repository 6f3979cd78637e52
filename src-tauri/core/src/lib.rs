//! Kith without a window.
//!
//! `Book` is the whole file and the only opener of transactions. The noun folders hold what a
//! person can do; `vcard`, `fold` and their like are pure; `store` is the only SQL.
#![warn(missing_docs)]

pub mod vcard;
