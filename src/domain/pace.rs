//! A year's count as a rhythm people can picture: about two a week.
//!
//! Rounded on purpose; the count itself always stands beside it.

/// How often something was recorded, on average.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// So many a day.
    Day(u32),
    /// So many a week.
    Week(u32),
    /// So many a month.
    Month(u32),
    /// Less often than once a month.
    Rare,
    /// Not once.
    Never,
}

impl Pace {
    /// The rhythm of a count of twelve months.
    ///
    /// ```
    /// use domain::pace::Pace;
    /// assert_eq!(Pace::of_year(59), Pace::Week(1));
    /// assert_eq!(Pace::of_year(21_442), Pace::Day(59));
    /// ```
    pub const fn of_year(count: u32) -> Self {
        match count {
            0 => Self::Never,
            1..=11 => Self::Rare,
            12..=45 => Self::Month(nearest(count, 12)),
            46..=547 => Self::Week(nearest(count, 52)),
            _ => Self::Day(nearest(count, 365)),
        }
    }
}

const fn nearest(count: u32, parts: u32) -> u32 {
    count.saturating_add(parts / 2) / parts
}

#[cfg(test)]
mod tests {
    use super::Pace;

    #[test]
    fn each_rhythm_begins_where_it_reads_naturally() {
        for (count, pace) in [
            (0, Pace::Never),
            (11, Pace::Rare),
            (12, Pace::Month(1)),
            (45, Pace::Month(4)),
            (46, Pace::Week(1)),
            (547, Pace::Week(11)),
            (548, Pace::Day(2)),
            (u32::MAX, Pace::Day(11_767_033)),
        ] {
            assert_eq!(Pace::of_year(count), pace, "{count}");
        }
    }
}
