//! What every proved number shares: it is written and read as its text, and `Debug` hides it.
//!
//! Written once, so that no identifier forgets the gate when it is read back or shows itself in a log.

/// Gives a type with `as_str` and a `FromStr` gate its text forms: `TryFrom<String>` through the gate, `Into<String>` and
/// `Display` as they are, and a `Debug` of the name alone.
macro_rules! proved_text {
    ($noun:ident, $refusal:ident) => {
        impl TryFrom<String> for $noun {
            type Error = $refusal;

            fn try_from(text: String) -> Result<Self, $refusal> {
                text.parse()
            }
        }

        impl From<$noun> for String {
            fn from(proved: $noun) -> Self {
                proved.as_str().to_owned()
            }
        }

        impl std::fmt::Display for $noun {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::fmt::Debug for $noun {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(concat!(stringify!($noun), "(..)"))
            }
        }
    };
}

pub(crate) use proved_text;
