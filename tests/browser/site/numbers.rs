//! The page of numbers: a name is found by typing some of it, and by the list alone where scripts are off.

use browser_tests::{Outcome, Setting, Visitor, visit, visit_with};

const NUMBERS: &str = "/en/stolen/numbers/";

/// The names that stand in the list now.
async fn names(you: &Visitor) -> Outcome<Vec<String>> {
    let shown = "return [...document.querySelectorAll('#names li')].filter((one) => one.checkVisibility())
        .map((one) => one.textContent.trim())";
    Ok(serde_json::from_value(you.ask(shown, vec![]).await?)?)
}

async fn find(you: &Visitor, typed: &str) -> Outcome<Vec<String>> {
    you.empty("find").await?;
    you.type_into("find", typed).await?;
    names(you).await
}

#[test]
fn a_name_is_found_however_it_is_spaced_and_enter_goes_there() -> Outcome {
    visit(async |you, _| {
        you.go(NUMBERS).await?;
        you.until("the field", "return document.getElementById('find').checkVisibility()", vec![]).await?;
        let networks = names(you).await?;
        assert!(networks.len() > 20 && !networks.contains(&"159".to_owned()), "{networks:?}");
        assert_eq!(find(you, "GIFF gaff").await?, ["giffgaff"]);
        you.sees("This one fits.").await?;
        you.types("\n").await?;
        you.until("the row", "return location.hash === '#network-giffgaff'", vec![]).await?;

        // A bank stands at the number that it shares.
        let banks = find(you, "barclay").await?;
        assert!(banks.contains(&"Barclays".to_owned()), "{banks:?}");
        assert!(find(you, "no such name").await?.is_empty());
        you.sees("No name here fits.").await?;
        you.types("\n").await?;
        assert_eq!(you.place().await?, format!("{NUMBERS}#network-giffgaff"), "there is nowhere to go");
        assert_eq!(find(you, "").await?, networks);
        assert!(!you.sees_now("These fit.").await?);
        assert_eq!(you.console().await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn without_scripts_the_list_of_networks_stands_and_no_field_that_does_nothing() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go(NUMBERS).await?;
        you.sees("giffgaff").await?;
        assert!(!you.sees_now("Type the name on your bill").await?);
        Ok(())
    })
}
