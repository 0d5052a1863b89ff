//! Everybody can use it: axe-core finds nothing, on any page, in light and in dark, in the states a walk leads through.

use browser_tests::{Outcome, Theme, Visitor, axe, visit};

use crate::assert_sound;

/// What axe finds on the open page in both themes.
async fn in_both_themes(you: &Visitor, place: &str) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    for theme in [Theme::Light, Theme::Dark] {
        you.show_as(theme).await?;
        faults.extend(axe::findings(you).await?.into_iter().map(|found| format!("{place}, {theme:?}: {found}")));
    }
    Ok(faults)
}

#[test]
fn axe_finds_nothing_on_any_page() -> Outcome {
    visit(async |you, site| {
        let mut faults = Vec::new();
        for route in site.routes()? {
            you.open(&route).await?;
            faults.extend(in_both_themes(you, &route).await?);
        }
        assert_sound(&faults);
        Ok(())
    })
}

#[test]
fn axe_finds_nothing_in_the_states_of_the_walks() -> Outcome {
    visit(async |you, _| {
        let mut faults = Vec::new();

        you.open("/en/record/").await?;
        you.type_into("number", "352099001761481").await?;
        you.press("Keep this phone").await?;
        you.sees("Kept on this device").await?;
        you.type_into("number", "352099001761482").await?;
        you.press("Keep this phone").await?;
        you.sees("This number is not checked").await?;
        faults.extend(in_both_themes(you, "a kept phone and a doubtful one").await?);

        you.open("/en/stolen/").await?;
        you.choose("Was it locked?", "Unlocked").await?;
        you.sees("The steps are in your order now").await?;
        you.press("Write the report").await?;
        you.sees("Your texts").await?;
        faults.extend(in_both_themes(you, "the open report").await?);

        you.open("/en/area/").await?;
        you.type_into("place", "Westm").await?;
        you.until("a suggestion", "return document.querySelector('[aria-label=\"Places with this name\"]')", vec![])
            .await?;
        faults.extend(in_both_themes(you, "suggestions").await?);
        you.empty("place").await?;
        you.type_into("place", "Westminster").await?;
        you.press("Show this place").await?;
        you.sees("were recorded").await?;
        faults.extend(in_both_themes(you, "the level of an area").await?);

        you.open("/en/stall/").await?;
        you.press("Show one wrong digit").await?;
        you.sees("A digit does not fit").await?;
        faults.extend(in_both_themes(you, "the practice phone").await?);

        assert_sound(&faults);
        Ok(())
    })
}
