//! Any value of the notation, with every name as often as it was written.
//!
//! A struct that serde fills forgets what was odd about a file; this keeps it, so that a page can say what is wrong.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

/// One value. Numbers that are not whole and positive are all alike: no file of ours has one.
pub(crate) enum Value {
    Whole(u64),
    Text(String),
    List(Vec<Value>),
    Fields(Vec<(String, Value)>),
    /// Null, true, false, and all other numbers.
    Other,
}

impl Value {
    /// A name stands twice in some pair of brackets.
    pub(crate) fn has_a_name_twice(&self) -> bool {
        match self {
            Self::Whole(_) | Self::Text(_) | Self::Other => false,
            Self::List(values) => values.iter().any(Self::has_a_name_twice),
            Self::Fields(fields) => {
                let mut seen = BTreeSet::new();
                fields.iter().any(|(name, value)| !seen.insert(name) || value.has_a_name_twice())
            }
        }
    }

    /// How many values lie directly inside this one.
    pub(crate) fn count(&self) -> usize {
        match self {
            Self::Whole(_) | Self::Text(_) | Self::Other => 0,
            Self::List(values) => values.len(),
            Self::Fields(fields) => fields.len(),
        }
    }

    /// The value of this name.
    pub(crate) fn field(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Fields(fields) => fields.iter().find(|(known, _)| known == name).map(|(_, value)| value),
            _ => None,
        }
    }
}

impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Value, E> {
        Ok(Value::Whole(number))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value, E> {
        Ok(Value::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Value, E> {
        Ok(Value::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Value, E> {
        Ok(Value::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        let mut values = Vec::new();
        while let Some(value) = list.next_element()? {
            values.push(value);
        }
        Ok(Value::List(values))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Value::Fields(fields))
    }
}
