//! Moves the steps that already stand in the page between its lists, and brings steps over from other pages.
//!
//! The words stay where they are, in the HTML; only their order changes, in the document itself, so that reading aloud,
//! tabbing and printing follow it.

#[cfg(feature = "secure")]
use domain::choice::Choice;
use domain::event::FetchError;
use domain::language::Language;
use domain::route::Route;
use domain::step::StepId;
use leptos::web_sys::{self, Document, DomParser, Element, Node, NodeList, SupportedType};
use wasm_bindgen::JsCast as _;

use super::fetch;
use super::page::document;

/// Where steps wait that have no other place.
const OTHER: &str = "other";

/// Puts every named step into its list, in the order given; steps that are not named go to the last list. What stands in
/// its place already is left alone: an element that is moved loses the focus.
pub(crate) fn steps(places: &[(StepId, &'static str)]) {
    let Some(document) = document() else { return };
    let Ok(all) = document.query_selector_all("[data-list] > [data-step]") else { return };
    let named = |step: &Element| places.iter().any(|(id, _)| step.id() == id.as_str());
    if let Some(other) = list(&document, OTHER) {
        for step in elements(&all).filter(|step| !named(step) && step.parent_element().as_ref() != Some(&other)) {
            let _ = other.append_child(&step);
        }
    }
    let mut laid: Vec<(&str, Element)> = Vec::new();
    for (id, name) in places {
        let Some(list) = list(&document, name) else { continue };
        let Some(step) = elements(&all).find(|step| step.id() == id.as_str()) else { continue };
        let before = laid.iter().rev().find(|(known, _)| known == name).map(|(_, step)| step);
        let place = before.map_or_else(|| list.first_element_child(), Element::next_element_sibling);
        if place.as_ref() != Some(&step) {
            let _ = list.insert_before(&step, place.as_ref().map(AsRef::as_ref));
        }
        laid.push((*name, step));
    }
    hide_empty_lists(&document);
}

/// Brings the steps of the page "more steps" into the last list of this one.
#[cfg(feature = "stolen")]
pub(crate) async fn gather(language: Language) -> Result<(), FetchError> {
    take_over(Route::MoreSteps, language, "[data-list=\"other\"] > [data-step]").await.map(|_| ())
}

/// Brings the steps of a guide into the last list of this page, and wakes what is alive in them.
#[cfg(feature = "secure")]
pub(crate) async fn bring(choice: Choice, language: Language) -> Result<(), FetchError> {
    for step in take_over(Route::Guide(choice.guide()), language, "[data-step]").await? {
        super::page::wake(&step);
    }
    Ok(())
}

/// Takes the steps of another page over into the last list of this one; those that stand here already stay. The page is
/// parsed by the browser as a document of its own, in which nothing runs, and only its steps are taken.
async fn take_over(page: Route, language: Language, which: &str) -> Result<Vec<Element>, FetchError> {
    let html = fetch::text(&page.address(language)).await?;
    let parser = DomParser::new().map_err(|_| FetchError::Unreachable)?;
    // Head and footer stay behind: the page's own Trusted Types policy refuses what could load or run something.
    let main = html.find("<main").zip(html.find("</main>")).and_then(|(from, to)| html.get(from..to));
    let main = main.ok_or(FetchError::Missing)?;
    let page = parser.parse_from_string(main, SupportedType::TextHtml).map_err(|_| FetchError::Missing)?;
    let document = document().ok_or(FetchError::Unreachable)?;
    let list = list(&document, OTHER).ok_or(FetchError::Missing)?;
    let steps = page.query_selector_all(which).map_err(|_| FetchError::Missing)?;
    let mut taken = Vec::new();
    for step in elements(&steps).filter(|step| document.get_element_by_id(&step.id()).is_none()) {
        if document.adopt_node(&step).is_ok() && list.append_child(&step).is_ok() {
            taken.push(step);
        }
    }
    Ok(taken)
}

fn list(document: &Document, name: &str) -> Option<Element> {
    document.query_selector(&format!("[data-list=\"{name}\"]")).ok().flatten()
}

fn elements(nodes: &NodeList) -> impl Iterator<Item = Element> {
    (0..nodes.length()).filter_map(|place| nodes.item(place).and_then(|node: Node| node.dyn_into().ok()))
}

/// A list with nothing in it is hidden together with its heading.
fn hide_empty_lists(document: &web_sys::Document) {
    let Ok(lists) = document.query_selector_all("[data-list]") else { return };
    for list in elements(&lists) {
        let Ok(Some(section)) = list.closest("section") else { continue };
        let _ = if list.child_element_count() == 0 {
            section.set_attribute("hidden", "")
        } else {
            section.remove_attribute("hidden")
        };
    }
}
