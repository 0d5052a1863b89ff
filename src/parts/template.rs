//! Sentences with places to fill: `{done} of {count}`.
//!
//! The order of words differs between languages, so a sentence is filled, never glued together.

/// Puts values in the place of their names. A name that is not given stays visible, so that a test finds it.
///
/// ```
/// use ringfence::parts::template::fill;
/// assert_eq!(fill("{done} of {count}", &[("done", "2"), ("count", "9")]), "2 of 9");
/// ```
pub fn fill(sentence: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(sentence.len() + 16);
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let value = after
            .split_once('}')
            .and_then(|(name, tail)| values.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value, tail)));
        if let Some((value, tail)) = value {
            filled.push_str(value);
            rest = tail;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// A whole number with a comma between groups of three, as British readers expect.
///
/// ```
/// assert_eq!(ringfence::parts::template::grouped(21_442), "21,442");
/// ```
pub fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A rate or a ratio with one decimal below ten, and none from ten on: more would claim more than is known.
///
/// ```
/// use ringfence::parts::template::decimal;
/// assert_eq!((decimal(26), decimal(311)), ("2.6".to_owned(), "31".to_owned()));
/// ```
///
/// `tenths` is the number times ten: writing out a float would add its whole machinery to the wasm.
pub fn decimal(tenths: u32) -> String {
    if tenths < 100 { format!("{}.{}", tenths / 10, tenths % 10) } else { grouped(tenths.saturating_add(5) / 10) }
}

#[cfg(test)]
mod tests {
    use super::fill;

    #[test]
    fn a_value_is_never_filled_again() {
        assert_eq!(fill("{a} {b}", &[("a", "{b}"), ("b", "2")]), "{b} 2");
    }

    #[test]
    fn an_unknown_name_stays_visible() {
        assert_eq!(fill("{a} {", &[]), "{a} {");
    }
}
