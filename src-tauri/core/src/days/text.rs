//! The text form that a value has in a column, in JSON and in the page's types.

/// A text that is not of the form in which Kith keeps such a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAsKept(
    /// What the text should be: "a day", "a time of day".
    pub &'static str,
);

impl std::fmt::Display for NotAsKept {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "not {}", self.0)
    }
}

impl std::error::Error for NotAsKept {}

/// Serializes a type by its `Display` and reads it by its `FromStr`: in JSON it is a string, and a
/// `string` in TypeScript.
macro_rules! text_form {
    ($name:ident) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(
                &self,
                serializer: S,
            ) -> std::result::Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> std::result::Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        #[cfg(feature = "typescript")]
        impl ts_rs::TS for $name {
            type WithoutGenerics = Self;
            type OptionInnerType = Self;

            fn name(_: &ts_rs::Config) -> String {
                "string".to_owned()
            }

            fn inline(config: &ts_rs::Config) -> String {
                Self::name(config)
            }
        }
    };
}

pub(crate) use text_form;

/// The number that `text` is, of exactly `digits` ASCII digits.
pub(super) fn number(text: Option<&str>, digits: usize) -> Option<u32> {
    let text = text?;
    let all_digits = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    all_digits.then(|| text.parse().ok())?
}
