//! What nobody has checked for half a year: menus move, numbers change, and an old step sends people astray.
//!
//! Old is not broken. The list is for whoever checks next, so what helps most stands first.

use std::cmp::Reverse;
use std::fmt;

use domain::date::Date;
use domain::weight::Weight;

use crate::Content;

/// A step or a helpline that was checked more than [`Date::FRESH_FOR`] days ago.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The name of the step, or the list and name of the helpline.
    pub name: String,
    /// How much the step saves; a helpline has no weight.
    pub weight: Option<Weight>,
    /// How many days ago it was checked.
    pub days: i64,
}

/// Everything with a date: how much there is, and what of it is stale.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Staleness {
    /// How many steps and helplines there are.
    pub total: usize,
    /// The stale ones: steps by weight, the heaviest first, then helplines; of the same weight the oldest first.
    pub stale: Vec<Stale>,
}

impl Staleness {
    /// What is stale on a day.
    pub fn of(content: &Content, today: Date) -> Self {
        let steps = content.guides().flat_map(|guide| &guide.steps);
        let steps = steps.map(|step| (step.id.to_string(), Some(step.weight), step.checked));
        let lines =
            content.helplines().iter().map(|line| (format!("{} {}", line.list.slug(), line.id), None, line.checked));
        let mut staleness = Self::default();
        for (name, weight, checked) in steps.chain(lines) {
            staleness.total += 1;
            if checked.is_stale(today) {
                staleness.stale.push(Stale { name, weight, days: checked.days_until(today) });
            }
        }
        staleness.stale.sort_by_key(|stale| (Reverse(stale.weight), Reverse(stale.days)));
        staleness
    }
}

impl fmt::Display for Staleness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (stale, total, days) = (self.stale.len(), self.total, Date::FRESH_FOR);
        write!(f, "{stale} of {total} steps and helplines were checked more than {days} days ago")?;
        for Stale { name, weight, days } in &self.stale {
            match weight {
                Some(weight) => write!(f, "\nweight {}  {days} days  {name}", weight.get())?,
                None => write!(f, "\nhelpline  {days} days  {name}")?,
            }
        }
        Ok(())
    }
}
