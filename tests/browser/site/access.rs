//! Everybody can use it: axe-core finds nothing, on any page, in light and in dark, nor in the states a walk leads through.

use browser_tests::{Outcome, axe, visit};

use crate::assert_sound;
use crate::shell::{NARROW, overflow};

#[test]
fn axe_finds_nothing_on_any_page() -> Outcome {
    visit(async |you, site| {
        let mut faults = Vec::new();
        for route in site.routes()? {
            you.open(&route).await?;
            faults.extend(axe::findings(you).await?.into_iter().map(|found| format!("{route}: {found}")));
        }
        assert_sound(&faults);
        Ok(())
    })
}

#[test]
fn the_states_of_the_walks_are_for_everybody() -> Outcome {
    visit(async |you, _| {
        let mut faults = Vec::new();
        // In both themes, then at the widths of a small phone.
        let look = async |faults: &mut Vec<String>, place: &str| -> Outcome {
            faults.extend(axe::findings(you).await?.into_iter().map(|found| format!("{place}: {found}")));
            faults.extend(overflow(you, place, &NARROW).await?);
            you.show_at(1280).await
        };

        you.open("/en/record/").await?;
        you.type_into("number", "352099001761481").await?;
        you.press("Keep this phone").await?;
        you.sees("Kept on this device").await?;
        you.type_into("number", "352099001761482").await?;
        you.press("Keep this phone").await?;
        you.sees("This number is not checked").await?;
        look(&mut faults, "a kept phone and a doubtful one").await?;

        you.open("/en/record/copies/").await?;
        you.sees("No copy off this phone yet.").await?;
        you.press("Lock and save").await?;
        you.sees("Type a passphrase first").await?;
        you.press("Show the codes").await?;
        you.press("Next code").await?;
        you.unfold().await?;
        look(&mut faults, "the ways off the phone").await?;
        you.open("/en/record/register/").await?;
        you.sees("Your numbers, ready to copy").await?;
        look(&mut faults, "numbers for the register").await?;

        you.open("/en/stolen/").await?;
        you.choose("Was it locked?", "Unlocked").await?;
        you.sees("The steps are in your order now").await?;
        you.press("Write the report").await?;
        you.sees("Your texts").await?;
        look(&mut faults, "the open report").await?;

        you.open("/en/area/").await?;
        you.type_into("place", "Westm").await?;
        you.until("a suggestion", "return document.querySelector('[aria-label=\"Places with this name\"]')", vec![])
            .await?;
        look(&mut faults, "suggestions").await?;
        you.empty("place").await?;
        you.type_into("place", "Westminster").await?;
        you.press("Show this place").await?;
        you.sees("were recorded").await?;
        look(&mut faults, "the level of an area").await?;

        you.open("/en/stall/").await?;
        you.press("Show one wrong digit").await?;
        you.sees("A digit does not fit").await?;
        look(&mut faults, "the practice phone").await?;

        assert_sound(&faults);
        Ok(())
    })
}
