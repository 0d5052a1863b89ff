//! Days and months as people read them.
//!
//! The form is a sentence of the language; the machine's form stands beside it in the HTML.

use domain::date::Date;
use leptos::prelude::*;
use serde::Deserialize;

use crate::parts::said::Table;
use crate::parts::template::fill;

/// How a language writes days and months.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    months: [String; 12],
    day: String,
    month: String,
}

impl Words {
    /// A day, such as "22 November 2026".
    pub fn day(&self, date: Date) -> String {
        let text = date.to_string();
        let mut parts = text.split('-');
        let (year, month, day) = (parts.next(), parts.next(), parts.next());
        let day = day.unwrap_or_default().trim_start_matches('0');
        fill(&self.day, &[("day", day), ("month", self.name(month)), ("year", year.unwrap_or_default())])
    }

    /// A month from its `YYYY-MM` form, such as "June 2026".
    pub fn month(&self, text: &str) -> String {
        let mut parts = text.split('-');
        let (year, month) = (parts.next(), parts.next());
        fill(&self.month, &[("month", self.name(month)), ("year", year.unwrap_or_default())])
    }

    /// The names of the months by their number, for islands.
    pub fn names(&self) -> Table {
        (1..).zip(&self.months).map(|(number, name): (u8, _)| (number.to_string(), name.clone())).collect()
    }

    /// How a month is written, for islands.
    pub fn month_form(&self) -> String {
        self.month.clone()
    }

    /// How a day is written, for islands.
    pub fn day_form(&self) -> String {
        self.day.clone()
    }

    fn name(&self, month: Option<&str>) -> &str {
        let number: usize = month.and_then(|month| month.parse().ok()).unwrap_or_default();
        number.checked_sub(1).and_then(|place| self.months.get(place)).map_or("", String::as_str)
    }
}

/// A day in the HTML, for people and for machines.
#[component]
pub fn Day(
    /// The day.
    date: Date,
    /// How the language writes it.
    words: Words,
) -> impl IntoView {
    view! { <time datetime=date.to_string()>{words.day(date)}</time> }
}
