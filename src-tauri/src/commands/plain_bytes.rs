//! Bytes that go between page and shell without being encoded as JSON.

use kith_core::{Code, Error, Result};
use tauri::ipc::{InvokeResponseBody, IpcResponse};
use ts_rs::{Config, TS};

use super::argument::{Arguments, FromArguments};

/// Bytes that a command returns; an `ArrayBuffer` on the page.
pub struct Bytes(pub Vec<u8>);

/// Bytes that the page sends instead of named arguments, at most `MAX_BYTES`; a `Uint8Array` there.
pub struct PlainBytes(pub Vec<u8>);

/// More than any picture of the map.
const MAX_BYTES: usize = 64 << 20;

impl IpcResponse for Bytes {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

impl FromArguments for PlainBytes {
    fn from_arguments(arguments: &Arguments, _: &str) -> Result<Self> {
        match arguments {
            Arguments::Bytes(bytes) if bytes.len() > MAX_BYTES => Err(Error::new(
                Code::FileTooLarge,
                "This picture is larger than 64 MB. Nothing was saved.",
            )),
            Arguments::Bytes(bytes) => Ok(Self(bytes.clone())),
            Arguments::Named(_) => Err(Error::new(
                Code::Invalid,
                "This is not a picture that Kith saves. Nothing was saved.",
            )),
        }
    }
}

/// Gives a type the name of a TypeScript type that is built in.
macro_rules! named_in_typescript {
    ($type:ty, $name:literal) => {
        impl TS for $type {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &Config) -> String {
                $name.to_owned()
            }

            fn inline(_: &Config) -> String {
                $name.to_owned()
            }
        }
    };
}

named_in_typescript!(Bytes, "ArrayBuffer");
named_in_typescript!(PlainBytes, "Uint8Array");
