//! How a year runs in London: which months usually bring more thefts than others, and which fewer.
//!
//! A single ward's months are too few to show it; all of London's are not.

use crate::period::Month;

/// Each month's share of an average day, in thousandths, January first: 1,150 is 15% more than the year's average.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Season([u16; 12]);

/// The months in which people stayed at home: no pattern is learnt from a year that touches them.
const AT_HOME: (Month, Month) = (Month::CONNECT.before(48), Month::CONNECT.before(27));

impl Season {
    /// Twelve thousandths, each between a half and twice the average; else none.
    pub fn from_permille(shares: &[u32]) -> Option<Self> {
        let mut season = [0; 12];
        if shares.len() != season.len() || !shares.iter().all(|share| (500..=2000).contains(share)) {
            return None;
        }
        for (month, share) in season.iter_mut().zip(shares) {
            *month = u16::try_from(*share).ok()?;
        }
        Some(Self(season))
    }

    /// The pattern in a run of months without a gap: each month's count a day beside that of the year around it (half of
    /// the month six before, eleven whole months, half of the month six after), averaged over the years. Years that touch
    /// the months at home, or both sides of [`Month::CONNECT`], teach nothing. None when a month of the year has no such year.
    pub fn of(counts: &[(Month, u32)]) -> Option<Self> {
        let mut seen = [(0.0, 0.0); 12];
        for around in counts.windows(13) {
            let [first @ .., last] = around else { continue };
            let (Some(first), Some(middle)) = (first.first(), around.get(6)) else { continue };
            let home = first.0 <= AT_HOME.1 && last.0 >= AT_HOME.0;
            let across = first.0 < Month::CONNECT && last.0 >= Month::CONNECT;
            if home || across {
                continue;
            }
            let year = around.iter().skip(1).take(11).map(|one| a_day(*one)).sum::<f64>();
            let average = (year + f64::midpoint(a_day(*first), a_day(*last))) / 12.0;
            if let Some((sum, years)) = seen.get_mut(usize::from(middle.0.of_year() - 1)) {
                *sum += a_day(*middle) / average;
                *years += 1.0;
            }
        }
        let shares: Vec<f64> = seen.iter().map(|(sum, years)| sum / years).collect();
        let whole: f64 = shares.iter().sum();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "checked against 500 to 2,000 next"
        )]
        let permille: Vec<u32> = shares.iter().map(|share| (share / whole * 12_000.0).round() as u32).collect();
        Self::from_permille(&permille)
    }

    /// The thousandths, January first.
    pub const fn permille(&self) -> &[u16; 12] {
        &self.0
    }

    /// The month of the year with the most, 1 to 12, and how many per cent more than average.
    pub fn most(&self) -> (u16, u16) {
        let (month, share) = self.extreme(|one, two| one > two);
        (month, (share.saturating_sub(1000) + 5) / 10)
    }

    /// The month of the year with the fewest, 1 to 12, and how many per cent fewer than average.
    pub fn fewest(&self) -> (u16, u16) {
        let (month, share) = self.extreme(|one, two| one < two);
        (month, (1000_u16.saturating_sub(share) + 5) / 10)
    }

    fn extreme(&self, beats: impl Fn(u16, u16) -> bool) -> (u16, u16) {
        (2..)
            .zip(self.0.iter().skip(1))
            .fold((1, self.0[0]), |best, (month, share)| if beats(*share, best.1) { (month, *share) } else { best })
    }
}

fn a_day((month, count): (Month, u32)) -> f64 {
    f64::from(count) / f64::from(month.days())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn months(from: Month, count: u16, each: impl Fn(Month) -> u32) -> Vec<(Month, u32)> {
        (0..count).map(|at| from.after(at)).map(|month| (month, each(month))).collect()
    }

    #[test]
    fn the_same_every_day_is_no_pattern_whatever_the_months_lengths() {
        let even = months(Month::CONNECT, 48, |month| u32::from(month.days()) * 50);
        assert_eq!(Season::of(&even).map(|season| *season.permille()), Some([1000; 12]));
    }

    #[test]
    fn a_rise_over_the_years_is_not_taken_for_a_pattern() {
        let rising = months(Month::CONNECT, 60, |month| u32::from(month.days()) * (1000 + 10 * month.number()));
        let season = Season::of(&rising).expect("years enough");
        assert!(season.permille().iter().all(|share| (998..=1002).contains(share)), "{season:?}");
    }

    #[test]
    fn november_is_found() {
        let busy = |month: Month| u32::from(month.days()) * if month.of_year() == 11 { 1_300 } else { 1_000 };
        let season = Season::of(&months(Month::CONNECT, 60, busy)).expect("years enough");
        assert_eq!(season.most(), (11, 27));
        assert_eq!(season.fewest().1, 2);
    }

    #[test]
    fn the_months_at_home_and_the_new_system_teach_nothing() {
        let home = months(Month::CONNECT.before(50), 26, |_| 900);
        assert_eq!(Season::of(&home), None, "every year touches 2020 or 2021");
        let across = months(Month::CONNECT.before(11), 18, |_| 900);
        assert_eq!(Season::of(&across), None, "every year lies on both sides of March 2024");
        assert_eq!(AT_HOME.0.to_string(), "2020-03");
        assert_eq!(AT_HOME.1.to_string(), "2021-12");
    }

    #[test]
    fn shares_out_of_range_are_refused() {
        assert!(Season::from_permille(&[1000; 12]).is_some());
        assert_eq!(Season::from_permille(&[1000; 11]), None);
        assert_eq!(
            Season::from_permille(&[499, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000, 1000]),
            None
        );
    }
}
