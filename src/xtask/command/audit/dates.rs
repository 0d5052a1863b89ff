//! Which steps were last checked too long ago: menus move, numbers change, and an old step sends people astray.
//! Old is not broken: the list is for whoever checks them next.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::Value;

use super::Finding;
use crate::failure::Failure;

/// Half a year: two big releases of a phone's system apart.
const DAYS: i64 = 180;

/// Lists the steps in the answer of `tools content` that were checked more than 180 days before `now`.
pub(super) fn audit(content: &str, now: SystemTime) -> Result<Finding, Failure> {
    let unreadable = |what: &str| Failure::new(format!("`tools content` does not say {what}."));
    let content: Value = serde_json::from_str(content).map_err(|_| unreadable("anything that can be read"))?;
    let guides = content.get("guides").and_then(Value::as_array).ok_or_else(|| unreadable("its guides"))?;
    let today = now.duration_since(UNIX_EPOCH).ok().and_then(|time| i64::try_from(time.as_secs() / 86_400).ok());
    let today = today.ok_or_else(|| Failure::new("this machine's clock is wrong: set it, then run this again."))?;
    let mut steps = 0;
    let mut old = Vec::new();
    for step in guides.iter().filter_map(|guide| guide.get("steps")?.as_array()).flatten() {
        let id = step.get("id").and_then(Value::as_str).ok_or_else(|| unreadable("the id of a step"))?;
        let checked = step.get("checked").and_then(Value::as_str);
        let day = checked.and_then(day_of).ok_or_else(|| unreadable(&format!("when {id} was checked")))?;
        steps += 1;
        if today - day > DAYS {
            old.push(format!("{} days  {id}", today - day));
        }
    }
    if steps == 0 {
        return Err(unreadable("any step"));
    }
    let mut table = vec![format!("{} of {steps} steps were checked more than {DAYS} days ago", old.len())];
    table.append(&mut old);
    Ok(Finding { table, broken: 0 })
}

/// The day of a date `YYYY-MM-DD`, counted from 1970-01-01 in the Gregorian calendar.
fn day_of(date: &str) -> Option<i64> {
    let mut numbers = date.split('-').map(|number| number.parse::<i64>().ok());
    let (year, month, day) = (numbers.next()??, numbers.next()??, numbers.next()??);
    if numbers.next().is_some()
        || !(1970..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=31).contains(&day)
    {
        return None;
    }
    // Years from March, so that a leap day is the last day of its year: 153 days are five months from there.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 1;
    Some(days - 719_468)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::{audit, day_of};

    #[test]
    fn a_date_is_its_day_from_1970() {
        let cases = [
            ("1970-01-01", Some(0)),
            ("1970-12-31", Some(364)),
            ("2000-02-29", Some(11_016)),
            ("2000-03-01", Some(11_017)),
            ("2026-11-22", Some(20_779)),
            ("2026-13-01", None),
            ("2026-11", None),
            ("22-11-2026", None),
            ("2026-11-22-1", None),
            ("", None),
        ];
        for (date, expected) in cases {
            assert_eq!(day_of(date), expected, "{date:?}");
        }
    }

    #[test]
    fn a_step_is_old_from_the_181st_day() {
        let content = r#"{"guides":[{"steps":[{"id":"lock-iphone","checked":"2026-01-01"}]}]}"#;
        let checked = day_of("2026-01-01").and_then(|day| u64::try_from(day).ok()).expect("a day after 1970");
        let table = |days: u64| {
            let now = UNIX_EPOCH + Duration::from_secs((checked + days) * 86_400);
            audit(content, now).map(|finding| finding.table).unwrap_or_default()
        };
        assert_eq!(table(180), ["0 of 1 steps were checked more than 180 days ago"]);
        assert_eq!(table(181), ["1 of 1 steps were checked more than 180 days ago", "181 days  lock-iphone"]);
    }

    #[test]
    fn content_that_does_not_date_its_steps_is_refused() {
        for content in ["", "{}", r#"{"guides":[]}"#, r#"{"guides":[{"steps":[{"id":"a","checked":"soon"}]}]}"#] {
            assert!(audit(content, UNIX_EPOCH).is_err(), "{content}");
        }
    }
}
