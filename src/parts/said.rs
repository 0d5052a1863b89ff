//! The words of a page's islands: one flat table in the page, typed structs in the code.
//!
//! Natively a struct is read from content with every key checked. In the browser it is filled from the flat table by
//! plain look-ups: a derived reader for each struct would weigh more than all the words.

use std::collections::BTreeMap;

/// Words by their dotted keys, such as `tick.done`.
pub type Said = BTreeMap<String, String>;

/// Words by the name of what they are for, such as a reason or an answer.
pub type Table = BTreeMap<String, String>;

/// Something that is filled from the flat table.
pub trait Spoken: Sized {
    /// What stands under a key. What is missing is empty: the same build wrote the table.
    fn hear(said: &Said, key: &str) -> Self;
    /// Puts itself into the table.
    #[cfg(feature = "ssr")]
    fn say(&self, said: &mut Said, key: &str);
}

impl Spoken for String {
    fn hear(said: &Said, key: &str) -> Self {
        said.get(key).cloned().unwrap_or_default()
    }

    #[cfg(feature = "ssr")]
    fn say(&self, said: &mut Said, key: &str) {
        said.insert(key.to_owned(), self.clone());
    }
}

impl<T: Spoken> Spoken for BTreeMap<String, T> {
    fn hear(said: &Said, key: &str) -> Self {
        let inside = join(key, "");
        let names = said.keys().filter_map(|name| name.strip_prefix(&inside)?.split('.').next());
        // One by one: collecting would sort first, and each kind of table would bring a sort of its own into the wasm.
        let mut table = Self::new();
        for name in names {
            if !table.contains_key(name) {
                table.insert(name.to_owned(), T::hear(said, &join(key, name)));
            }
        }
        table
    }

    #[cfg(feature = "ssr")]
    fn say(&self, said: &mut Said, key: &str) {
        for (name, inner) in self {
            inner.say(said, &join(key, name));
        }
    }
}

/// The key of something inside something.
pub fn join(outer: &str, inner: &str) -> String {
    if outer.is_empty() { inner.to_owned() } else { [outer, ".", inner].concat() }
}

/// What stands under a key inside another. Never inlined: every word of every island is heard through it.
#[inline(never)]
pub fn inner<T: Spoken>(said: &Said, outer: &str, key: &str) -> T {
    T::hear(said, &join(outer, key))
}

/// Declares a struct of words: every field a `String`, another such struct, or a map of either.
macro_rules! spoken {
    ($(#[$about:meta])* $vis:vis struct $name:ident { $($(#[$what:meta])* $seen:vis $field:ident: $kind:ty,)+ }) => {
        $(#[$about])*
        #[derive(Clone, Default)]
        #[cfg_attr(feature = "ssr", derive(serde::Deserialize))]
        #[cfg_attr(feature = "ssr", serde(deny_unknown_fields))]
        $vis struct $name { $($(#[$what])* $seen $field: $kind,)+ }

        impl $crate::parts::said::Spoken for $name {
            fn hear(said: &$crate::parts::said::Said, key: &str) -> Self {
                Self {
                    $($field: $crate::parts::said::inner(said, key, stringify!($field)),)+
                }
            }

            #[cfg(feature = "ssr")]
            fn say(&self, said: &mut $crate::parts::said::Said, key: &str) {
                $($crate::parts::said::Spoken::say(&self.$field, said, &$crate::parts::said::join(key, stringify!($field)));)+
            }
        }
    };
}

pub(crate) use spoken;

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use super::*;

    spoken! {
        struct Inner { name: String, reason: Table, }
    }
    spoken! {
        struct Outer { title: String, inner: Inner, }
    }

    #[test]
    fn what_is_said_is_heard() {
        let reason: Table = [("ok".to_owned(), "Good".to_owned())].into();
        let outer = Outer { title: "T".into(), inner: Inner { name: "N".into(), reason } };
        let mut said = Said::new();
        outer.say(&mut said, "page");
        assert_eq!(said.get("page.inner.reason.ok").map(String::as_str), Some("Good"));
        let heard = Outer::hear(&said, "page");
        assert_eq!((heard.title, heard.inner.name), (outer.title, outer.inner.name));
        assert_eq!(heard.inner.reason, outer.inner.reason);
    }

    #[test]
    fn a_table_does_not_hear_its_neighbours() {
        let said: Said = [("a.b".to_owned(), "1".to_owned()), ("ab.c".to_owned(), "2".to_owned())].into();
        assert_eq!(Table::hear(&said, "a").len(), 1);
    }
}
