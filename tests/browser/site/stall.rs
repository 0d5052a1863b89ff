//! Stall: a practice phone that is marked as one, and that keeps nothing.

use browser_tests::page::STORED;
use browser_tests::{Outcome, visit};

#[test]
fn the_practice_phone_is_marked_and_keeps_nothing() -> Outcome {
    visit(async |you, _| {
        you.open("/en/stall/").await?;
        you.press("Show a good number").await?;
        you.sees("15 digits. The check digit fits.").await?;
        you.sees("SAMPLE").await?;
        you.press("Show one wrong digit").await?;
        you.sees("A digit does not fit. Read it again, slowly.").await?;
        you.empty("practice").await?;
        you.type_into("practice", "352099001761481").await?;
        you.sees("35 209900 176148 1").await?;
        assert!(!you.sees_now("Keep this phone").await?, "there is nothing to keep it with");

        let stored = you.ask_later(STORED, vec![]).await?;
        let stored = stored.as_str().unwrap_or_default();
        for needle in ["352099001761481", "490154203237518"] {
            assert!(!stored.contains(needle), "{stored}");
        }

        you.press("Start again for the next person").await?;
        you.sees_no_more("35 209900 176148 1").await?;
        assert_eq!(you.reads("practice").await?, "");
        Ok(())
    })
}
