//! Finding areas by name as a person types it.
//!
//! Case, punctuation, "and" and "&", "saint" and "st" make no difference; a borough's name may follow a ward's.

use crate::gazetteer::{AreaId, Gazetteer};

/// The names of a gazetteer, folded once, so that a keystroke costs only comparisons.
#[derive(Clone, Debug)]
pub struct NameIndex {
    entries: Vec<Name>,
}

#[derive(Clone, Debug)]
struct Name {
    id: AreaId,
    own: String,
    /// The borough's name, for a ward.
    around: String,
}

/// How well a name fits, best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Whole,
    Beginning,
    Words,
    Inside,
}

/// Lower-case words with single spaces between them.
pub(crate) fn fold(text: &str) -> String {
    let mut folded = String::new();
    let spaced: String = text
        .chars()
        .filter(|letter| !matches!(letter, '\'' | '\u{2019}' | '.'))
        .flat_map(char::to_lowercase)
        .map(|letter| if letter.is_alphanumeric() || letter == '&' { letter } else { ' ' })
        .collect::<String>()
        .replace('&', " and ");
    for word in spaced.split_whitespace() {
        if !folded.is_empty() {
            folded.push(' ');
        }
        folded.push_str(if word == "saint" { "st" } else { word });
    }
    folded
}

impl NameIndex {
    /// Folds every name of a gazetteer.
    pub fn new(gazetteer: &Gazetteer) -> Self {
        let around = |id: AreaId| {
            let ward = gazetteer.get(id).filter(|_| id.place() >= gazetteer.boroughs());
            ward.and_then(|area| gazetteer.borough_of(area)).map_or_else(String::new, |borough| fold(&borough.name))
        };
        let entries =
            gazetteer.areas().map(|(id, area)| Name { id, own: fold(&area.name), around: around(id) }).collect();
        Self { entries }
    }

    /// The areas that fit what was typed so far, best first, boroughs before wards, at most so many.
    pub fn find(&self, typed: &str, most: usize) -> Vec<AreaId> {
        let typed = fold(typed);
        if typed.is_empty() {
            return Vec::new();
        }
        let mut fits: Vec<(Fit, AreaId)> =
            self.entries.iter().filter_map(|name| Some((name.fit(&typed)?, name.id))).collect();
        fits.sort_unstable();
        fits.into_iter().map(|(_, id)| id).take(most).collect()
    }

    /// The areas whose whole name this is; a borough's name alone means the borough, not a ward of the same name.
    pub fn exactly(&self, typed: &str) -> Vec<AreaId> {
        let typed = fold(typed);
        self.entries.iter().filter(|name| name.own == typed).map(|name| name.id).collect()
    }
}

impl Name {
    fn fit(&self, typed: &str) -> Option<Fit> {
        let known = |word: &str| self.own.split(' ').chain(self.around.split(' ')).any(|part| part.starts_with(word));
        if self.own == typed {
            Some(Fit::Whole)
        } else if self.own.starts_with(typed) {
            Some(Fit::Beginning)
        } else if typed.split(' ').all(known) && typed.split(' ').any(|w| self.own.split(' ').any(|p| p.starts_with(w)))
        {
            Some(Fit::Words)
        } else if self.own.contains(typed) && typed.chars().count() > 2 {
            Some(Fit::Inside)
        } else {
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_to_plain_words() {
        for (name, folded) in [
            ("Blackwall & Cubitt Town", "blackwall and cubitt town"),
            ("St. James\u{2019}s", "st jamess"),
            ("Saint  James's", "st jamess"),
            ("Lea-Bridge", "lea bridge"),
            (" - ", ""),
        ] {
            assert_eq!(fold(name), folded);
        }
    }
}
