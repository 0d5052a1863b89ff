//! How long a device may lie untouched before the page forgets what was typed into it.
//!
//! A borrowed device goes back to its owner, and a person who was just robbed may forget to clear it. The domain has no
//! clock: the browser says how long nobody touched the page.

use std::ops::Range;

/// From so many seconds on without a touch, the page warns: eight minutes.
pub const WARNING: u32 = 8 * 60;
/// From so many on, it forgets: ten minutes. Two minutes to answer are six times what WCAG 2.2 (2.2.1) asks for.
pub const END: u32 = 10 * 60;

/// What the page does about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Idle {
    /// Nobody watches the time: the device is the person's own.
    #[default]
    Unwatched,
    /// Somebody was here a short while ago, or there is nothing to forget.
    Watched,
    /// The page says that it will forget soon.
    Warned,
    /// It has forgotten, and says so until somebody begins anew.
    Over,
}

impl Idle {
    /// What follows from so many seconds without a touch, for a page that holds something.
    ///
    /// ```
    /// use domain::idle::Idle;
    /// assert_eq!(Idle::after(479), Idle::Watched);
    /// assert_eq!(Idle::after(480), Idle::Warned);
    /// assert_eq!(Idle::after(600), Idle::Over);
    /// ```
    pub const fn after(seconds: u32) -> Self {
        match seconds {
            ..WARNING => Self::Watched,
            WARNING..END => Self::Warned,
            END.. => Self::Over,
        }
    }
}

/// As long as the time without a touch, in seconds, lies in this range, nothing changes for a page that holds something;
/// with nothing to forget it only matters when somebody comes.
pub fn unchanged(seconds: u32, holds: bool) -> Range<u32> {
    match seconds {
        ..WARNING => 0..WARNING,
        WARNING..END if holds => WARNING..END,
        _ => WARNING..u32::MAX,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_moment_it_reports_is_always_in_the_range_that_follows() {
        for seconds in [0, 1, WARNING - 1, WARNING, WARNING + 1, END - 1, END, END + 1, 86_400, u32::MAX - 1] {
            for holds in [true, false] {
                // Otherwise the browser would answer at once, for ever.
                assert!(unchanged(seconds, holds).contains(&seconds), "{seconds} {holds}");
            }
        }
    }

    #[test]
    fn every_range_ends_where_something_else_follows() {
        for seconds in [0, WARNING] {
            let range = unchanged(seconds, true);
            assert_eq!(Idle::after(range.start), Idle::after(range.end - 1));
            assert_ne!(Idle::after(range.end), Idle::after(seconds));
        }
    }
}
