//! A run of whole calendar months.
//!
//! Crime figures are published by month; a figure without its months means nothing.

use std::fmt;
use std::str::FromStr;

/// A calendar month, counted from January 2000.
///
/// ```
/// use domain::period::Month;
/// let month: Month = "2026-06".parse().unwrap();
/// assert_eq!(month.after(1).to_string(), "2026-07");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Month(u16);

/// Whole months from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    from: Month,
    to: Month,
}

/// Not a month written `YYYY-MM`, from 2000 on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAMonth;

impl Month {
    /// The first month the Metropolitan Police counted by its CONNECT system, which places offences differently:
    /// no change across it means anything (London Datastore, notes to dataset exy3m).
    pub const CONNECT: Self = Self(24 * 12 + 2);

    /// The month with this number, January 2000 being 0; none after December 2255.
    pub const fn from_number(number: u32) -> Option<Self> {
        if number < 256 * 12 { Some(Self((number & 0xffff) as u16)) } else { None }
    }

    /// How many months after January 2000.
    pub const fn number(self) -> u32 {
        self.0 as u32
    }

    /// The calendar year.
    pub const fn year(self) -> u16 {
        2000 + self.0 / 12
    }

    /// The month of the year, 1 to 12.
    pub const fn of_year(self) -> u16 {
        self.0 % 12 + 1
    }

    /// How many days it has.
    pub const fn days(self) -> u16 {
        match self.of_year() {
            2 if self.year().is_multiple_of(4)
                && (!self.year().is_multiple_of(100) || self.year().is_multiple_of(400)) =>
            {
                29
            }
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// The month so many months later.
    #[must_use]
    pub const fn after(self, months: u16) -> Self {
        Self(self.0.saturating_add(months))
    }

    /// The month so many months earlier, January 2000 at the earliest.
    #[must_use]
    pub const fn before(self, months: u16) -> Self {
        Self(self.0.saturating_sub(months))
    }
}

impl Period {
    /// The months from the first to the last; none when the last comes before the first.
    pub fn new(from: Month, to: Month) -> Option<Self> {
        (from <= to).then_some(Self { from, to })
    }

    /// The twelve months that end with this one.
    pub const fn year_to(last: Month) -> Self {
        Self { from: last.before(11), to: last }
    }

    /// The first month.
    pub const fn from(&self) -> Month {
        self.from
    }

    /// The last month.
    pub const fn to(&self) -> Month {
        self.to
    }

    /// The same number of months, directly before.
    #[must_use]
    pub const fn preceding(&self) -> Self {
        let months = self.to.0 - self.from.0 + 1;
        Self { from: self.from.before(months), to: self.to.before(months) }
    }

    /// Every month in order.
    pub fn months(self) -> impl Iterator<Item = Month> {
        (self.from.0..=self.to.0).map(Month)
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, month) = text.split_once('-').ok_or(NotAMonth)?;
        let number = |digits: &str, length: usize| {
            (digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit()))
                .then(|| digits.parse::<u32>().ok())
                .flatten()
                .ok_or(NotAMonth)
        };
        let (year, month) = (number(year, 4)?, number(month, 2)?);
        let years = year.checked_sub(2000).ok_or(NotAMonth)?;
        if (1..=12).contains(&month) {
            Self::from_number(years * 12 + month - 1).ok_or(NotAMonth)
        } else {
            Err(NotAMonth)
        }
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.of_year())
    }
}

impl fmt::Display for NotAMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a month written YYYY-MM")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_read_and_written_the_same_way() {
        for text in ["2000-01", "2024-03", "2026-12", "2255-12"] {
            assert_eq!(text.parse::<Month>().map(|month| month.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "2024", "2024-3", "2024-00", "2024-13", "1999-12", "2256-01", "+024-01", "2024-03-01"] {
            assert_eq!(text.parse::<Month>(), Err(NotAMonth), "{text}");
        }
        assert_eq!("2024-03".parse(), Ok(Month::CONNECT));
        let days = |text: &str| text.parse().map(Month::days);
        assert_eq!(
            [days("2024-02"), days("2025-02"), days("2100-02"), days("2000-02")],
            [Ok(29), Ok(28), Ok(28), Ok(29)]
        );
        assert_eq!([days("2024-04"), days("2024-07"), days("2024-12")], [Ok(30), Ok(31), Ok(31)]);
    }

    #[test]
    fn a_year_has_twelve_months_and_follows_the_one_before() {
        let last = Month::CONNECT.after(23);
        let year = Period::year_to(last);
        assert_eq!((year.from().to_string().as_str(), year.to().to_string().as_str()), ("2025-03", "2026-02"));
        assert_eq!(year.months().count(), 12);
        assert_eq!(year.preceding(), Period::year_to(year.from().before(1)));
        assert_eq!(Period::new(last, last.before(1)), None);
    }
}
