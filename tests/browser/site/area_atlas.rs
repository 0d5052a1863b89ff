//! Every ward in a table that sorts and filters, and on a map that follows the pointer and the keyboard.

use browser_tests::{Outcome, Visitor, visit};
use serde_json::Value;

/// The names in the table, first to last.
const NAMES: &str = "return [...document.querySelectorAll('.wards tbody th a')].map((name) => name.innerText)";

async fn names(you: &Visitor) -> Outcome<Vec<String>> {
    let found = you.ask(NAMES, vec![]).await?;
    let found = found.as_array().cloned().unwrap_or_default();
    Ok(found.iter().filter_map(Value::as_str).map(str::to_owned).collect())
}

async fn has_rows(you: &Visitor, count: usize) -> Outcome {
    let rows = "return document.querySelectorAll('.wards tbody tr').length === arguments[0]";
    you.until(&format!("{count} rows"), rows, vec![count.into()]).await?;
    Ok(())
}

#[test]
fn nothing_is_fetched_before_a_borough_is_chosen() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        let asked = you.requests().await?;
        assert!(!asked.iter().any(|request| request.address.contains("/areas/")), "{asked:?}");
        you.select("within", "33").await?;
        has_rows(you, 18).await?;
        you.sees("18 wards").await
    })
}

#[test]
fn the_wards_sort_filter_and_come_whole_on_request() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        you.select("within", "0").await?;
        has_rows(you, 50).await?;
        assert_eq!(names(you).await?.first().map(String::as_str), Some("Abbey"));
        let sort = ".wards th:nth-child(3) button";
        you.press_on(sort).await?;
        you.until("falling", "return document.querySelector('.wards [aria-sort=descending]')", vec![]).await?;
        assert_eq!(names(you).await?.first().map(String::as_str), Some("West End"));
        you.press("Show every row").await?;
        has_rows(you, 680).await?;
        you.type_into("named", "abbey r").await?;
        has_rows(you, 1).await?;
        assert_eq!(names(you).await?, ["Abbey Road"]);
        Ok(())
    })
}

#[test]
fn the_map_draws_every_ward_once_and_zooms_by_its_frame() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        you.select("within", "0").await?;
        let drawn = "return new Set([...document.querySelectorAll('.ward-map [data-area]')].map((path) => path.dataset.area)).size";
        you.until("680 areas", &format!("{drawn} === 680"), vec![]).await?;
        you.ask("window.first = document.querySelector('.ward-map [data-area]')", vec![]).await?;
        let frame = "return document.querySelector('.ward-map').getAttribute('viewBox')";
        let whole = you.ask(frame, vec![]).await?;
        you.select("within", "33").await?;
        has_rows(you, 18).await?;
        assert_ne!(you.ask(frame, vec![]).await?, whole);
        let same = "return window.first === document.querySelector('.ward-map [data-area]')";
        assert_eq!(you.ask(same, vec![]).await?, true, "the map is not drawn anew");
        assert_eq!(you.each(".ward-map text", "class").await?.len(), 18, "each ward carries the number of its level");
        Ok(())
    })
}

#[test]
fn the_keyboard_walks_the_table_and_the_map_follows() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        you.select("within", "33").await?;
        has_rows(you, 18).await?;
        you.tab_to(".wards tbody a").await?;
        you.sees("Abbey Road, Westminster:").await?;
        let marked = "return document.querySelector('.ward-map .here').getAttribute('d').length > 20";
        you.until("the ward marked on the map", marked, vec![]).await?;
        you.types("\n").await?;
        let focused =
            "return document.activeElement.id === 'answer' && document.activeElement.innerText === 'Abbey Road'";
        you.until("the answer, with the focus", focused, vec![]).await?;
        assert_eq!(you.place().await?, "/en/area/#E05013792", "the address names the ward that was chosen");
        Ok(())
    })
}
