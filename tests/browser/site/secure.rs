//! Secure: from the doors to a guide, ticks that are kept, a ring that counts only what the phone has.

use browser_tests::{Outcome, Visitor, visit};
use domain::guide::GuideId;
use domain::platform::Platform;

/// The steps of a guide, in the order of its page.
async fn steps(you: &Visitor) -> Outcome<Vec<String>> {
    let steps = you.each("main [data-step]", "data-step").await?;
    assert!(steps.len() > 4, "{steps:?}");
    Ok(steps)
}

/// Answers one step.
async fn answer(you: &Visitor, step: &str, value: &str) -> Outcome {
    you.press_on(&format!("[data-step='{step}'] label:has([value='{value}'])")).await
}

#[test]
fn from_the_doors_to_a_guide_by_its_links() -> Outcome {
    visit(async |you, _| {
        for (name, platform) in [("iPhone", Platform::Iphone), ("Samsung Galaxy", Platform::Samsung)] {
            you.open("/en/").await?;
            you.press("I have my phone").await?;
            assert_eq!(you.place().await?, "/en/secure/");
            you.press(name).await?;
            assert_eq!(you.place().await?, format!("/en/secure/{}/", platform.slug()));
            let content = content::load().unwrap_or_else(|complaints| panic!("{complaints:?}"));
            let written = content.guide(GuideId::Platform(platform)).steps.iter().map(|step| step.id.to_string());
            assert_eq!(steps(you).await?, written.collect::<Vec<_>>());
        }
        Ok(())
    })
}

#[test]
fn ticks_close_the_ring_and_are_kept() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/iphone/").await?;
        let steps = steps(you).await?;
        let count = steps.len();
        you.sees(&format!("{count} steps")).await?;
        for step in steps.iter().take(3) {
            answer(you, step, "done").await?;
        }
        you.sees(&format!("3 of {count} done")).await?;
        you.reload().await?;
        you.sees(&format!("3 of {count} done")).await?;

        answer(you, &steps[3], "away").await?;
        you.sees(&format!("3 of {} done", count - 1)).await?;
        answer(you, &steps[0], "later").await?;
        you.sees(&format!("2 of {} done", count - 1)).await?;

        you.open("/en/secure/").await?;
        you.sees(&format!("2 of {} done", count - 1)).await?;
        Ok(())
    })
}

#[test]
fn all_done_closes_the_ring() -> Outcome {
    visit(async |you, _| {
        you.open("/en/secure/simple/").await?;
        let steps = you.each("main [data-step]", "data-step").await?;
        for step in &steps {
            answer(you, step, "done").await?;
        }
        you.sees(&format!("All {} done", steps.len())).await?;
        let closed = you.each("main [stroke-dasharray]", "stroke-dasharray").await?;
        assert!(closed.contains(&"100 100".to_owned()), "{closed:?}");
        Ok(())
    })
}
