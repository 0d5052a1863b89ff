//! Moves the steps that already stand in the page between its lists.
//!
//! The words stay where they are, in the HTML; only their order changes, in the document itself, so that reading aloud,
//! tabbing and printing follow it.

use domain::event::FetchError;
use domain::language::Language;
use domain::plan::When;
use domain::route::Route;
use domain::step::StepId;
use leptos::web_sys::{self, DomParser, Element, SupportedType};

use wasm_bindgen::JsCast as _;

use super::fetch;
use super::page::document;

/// Puts every named step at the end of its list, in the order given; steps that are not named go to the last list.
pub(crate) fn steps(places: &[(StepId, When)]) {
    let Some(document) = document() else { return };
    let found = |id: &str| document.query_selector(&format!("[data-step=\"{id}\"]")).ok().flatten();
    let list = |name: &str| document.query_selector(&format!("[data-list=\"{name}\"]")).ok().flatten();
    if let (Some(other), Ok(all)) = (list("other"), document.query_selector_all("[data-list] > [data-step]")) {
        let all: Vec<web_sys::Node> = (0..all.length()).filter_map(|place| all.item(place)).collect();
        for step in all {
            let _ = other.append_child(&step);
        }
    }
    for (step, when) in places {
        if let (Some(step), Some(list)) = (found(step.as_str()), list(when.slug())) {
            let _ = list.append_child(&step);
        }
    }
    hide_empty_lists(&document);
}

/// Brings the steps of the page "more steps" into the last list of this one. They are parsed by the browser as a document
/// of their own, in which nothing runs, and only the steps are taken over.
pub(crate) async fn gather(language: Language) -> Result<(), FetchError> {
    let html = fetch::text(&Route::MoreSteps.address(language)).await?;
    let parser = DomParser::new().map_err(|_| FetchError::Unreachable)?;
    // Head and footer stay behind: the page's own Trusted Types policy refuses what could load or run something.
    let main = html.find("<main").zip(html.find("</main>")).and_then(|(from, to)| html.get(from..to));
    let main = main.ok_or(FetchError::Missing)?;
    let page = parser.parse_from_string(main, SupportedType::TextHtml).map_err(|_| FetchError::Missing)?;
    let document = document().ok_or(FetchError::Unreachable)?;
    let list = document.query_selector("[data-list=\"other\"]").ok().flatten().ok_or(FetchError::Missing)?;
    let steps = page.query_selector_all("[data-list=\"other\"] > [data-step]").map_err(|_| FetchError::Missing)?;
    for step in (0..steps.length()).filter_map(|place| steps.item(place)) {
        if let Ok(step) = document.adopt_node(&step) {
            let _ = list.append_child(&step);
        }
    }
    Ok(())
}

/// A list with nothing in it is hidden together with its heading.
fn hide_empty_lists(document: &web_sys::Document) {
    let Ok(lists) = document.query_selector_all("[data-list]") else { return };
    for list in (0..lists.length()).filter_map(|place| lists.item(place)) {
        let Ok(list) = list.dyn_into::<Element>() else { continue };
        let Ok(Some(section)) = list.closest("section") else { continue };
        let _ = if list.child_element_count() == 0 {
            section.set_attribute("hidden", "")
        } else {
            section.remove_attribute("hidden")
        };
    }
}
