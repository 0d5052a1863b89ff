//! Two tabs change the same line of one phone: the page shows both values, and the person says which one stays.
//!
//! The later press must not win by being later: nobody would know what was lost.

use browser_tests::{Outcome, Visitor, visit};
use serde_json::json;

use crate::record::keep;

/// Changes the network of the only phone in this tab, and leaves the rest as it is.
async fn change_network(you: &Visitor, network: &str) -> Outcome {
    you.unfold().await?;
    you.empty("network").await?;
    you.type_into("network", network).await?;
    you.press("Keep the changes").await
}

/// One tab keeps O2 while another one, which began before, wants Three. The first tab is left in front, and asks.
async fn clash(you: &Visitor) -> Outcome {
    you.open("/en/record/").await?;
    keep(you, "Blue phone").await?;
    you.press("Change Blue phone").await?;
    you.open_in_new_tab("/en/record/").await?;
    you.press("Change Blue phone").await?;
    change_network(you, "O2").await?;
    you.sees("O2").await?;
    you.return_to_first_tab().await?;
    change_network(you, "Three").await?;
    you.sees("Another page of this site changed the same line.").await?;
    you.until("the focus on the question", "return document.activeElement?.id === 'clash'", vec![]).await?;
    assert_eq!(you.text("#clash dl").await?, "Kept now O2 You typed Three");
    assert_eq!(you.reads("network").await?, "Three", "what was typed still stands in its field");
    Ok(())
}

/// What the record says of the network, after a reload.
async fn kept_network(you: &Visitor) -> Outcome<String> {
    you.reload().await?;
    you.press("Change Blue phone").await?;
    you.reads("network").await
}

#[test]
fn what_was_typed_here_stays_when_the_person_says_so() -> Outcome {
    visit(async |you, _| {
        clash(you).await?;
        you.press("Keep what I typed").await?;
        you.sees_no_more("Another page of this site changed the same line.").await?;
        assert_eq!(kept_network(you).await?, "Three");
        Ok(())
    })
}

#[test]
fn what_the_other_page_kept_stays_when_the_person_says_so() -> Outcome {
    visit(async |you, _| {
        clash(you).await?;
        you.press("Leave it as it is now").await?;
        you.sees_no_more("Another page of this site changed the same line.").await?;
        assert_eq!(kept_network(you).await?, "O2");
        Ok(())
    })
}

#[test]
fn a_tab_that_is_closed_before_the_answer_changes_nothing() -> Outcome {
    visit(async |you, _| {
        clash(you).await?;
        assert_eq!(kept_network(you).await?, "O2");
        let many = you.ask("return document.querySelectorAll('.kept > li').length", vec![]).await?;
        assert_eq!(many, json!(1), "and there is still one phone");
        Ok(())
    })
}
