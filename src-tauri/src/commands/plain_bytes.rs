//! Bytes between page and shell that are not written as JSON.

use kith_core::{Code, Error};
use tauri::Runtime;
use tauri::ipc::{
    CommandArg, CommandItem, InvokeBody, InvokeError, InvokeResponseBody, IpcResponse,
};
use ts_rs::{Config, TS};

/// Bytes that a command answers; an `ArrayBuffer` for the page.
pub struct Bytes(pub Vec<u8>);

/// Bytes that the page sends instead of named arguments, at most `LARGEST`; a `Uint8Array` there.
pub struct PlainBytes(pub Vec<u8>);

/// Larger than any picture that the map draws, in bytes.
const LARGEST: usize = 64 << 20;

impl IpcResponse for Bytes {
    fn body(self) -> tauri::Result<InvokeResponseBody> {
        Ok(InvokeResponseBody::Raw(self.0))
    }
}

impl<'de, R: Runtime> CommandArg<'de, R> for PlainBytes {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        match command.message.payload() {
            InvokeBody::Raw(bytes) if bytes.len() > LARGEST => Err(Error::new(
                Code::FileTooLarge,
                "This picture is larger than 64 MB. Nothing was saved.",
            )
            .into()),
            InvokeBody::Raw(bytes) => Ok(Self(bytes.clone())),
            InvokeBody::Json(_) => Err(Error::new(
                Code::Invalid,
                "This is not a picture that Kith saves. Nothing was saved.",
            )
            .into()),
        }
    }
}

/// A type of the page's own that no Rust type declares.
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
