//! How a closed list is written: its variants and their stable names side by side.
//!
//! Scripts, saved drafts and content files know each value by its name. Written once, the list of all values, the name,
//! the parser and serde cannot drift apart.

use std::fmt;

/// A name that is not in the list it was looked up in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unlisted;

impl fmt::Display for Unlisted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a name in this list")
    }
}

/// Declares an enum with `ALL`, `slug`, `Display`, `FromStr` and serde from one table of variants and names.
macro_rules! closed_list {
    ($(#[$about:meta])* $list:ident { $($(#[$what:meta])* $variant:ident = $slug:literal,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        pub enum $list {
            $($(#[$what])* #[serde(rename = $slug)] $variant,)+
        }

        impl $list {
            /// Every value, in the order in which people meet them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The stable name, used in content, saved drafts and on the command line.
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$variant => $slug),+ }
            }
        }

        impl std::fmt::Display for $list {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.slug())
            }
        }

        impl std::str::FromStr for $list {
            type Err = $crate::closed::Unlisted;

            fn from_str(slug: &str) -> Result<Self, Self::Err> {
                Self::ALL.iter().copied().find(|value| value.slug() == slug).ok_or($crate::closed::Unlisted)
            }
        }
    };
}

pub(crate) use closed_list;
