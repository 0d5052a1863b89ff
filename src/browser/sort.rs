//! Moves the rows of a table that already stand in the page.
//!
//! Their order changes in the document itself, so that reading aloud, tabbing and printing follow it.

use domain::effect::Sorting;

use super::page::document;

/// Puts the rows of a table's body in the order of their `data-row` names, and marks the column that decides.
pub(crate) fn rows(sorting: &Sorting) {
    let Some(table) = document().and_then(|document| document.get_element_by_id(sorting.table)) else { return };
    let Ok(Some(body)) = table.query_selector("tbody") else { return };
    for name in &sorting.order {
        if let Ok(Some(row)) = body.query_selector(&format!("[data-row=\"{name}\"]")) {
            let _ = body.append_child(&row);
        }
    }
    if let Ok(Some(sorted)) = table.query_selector("[aria-sort]") {
        let _ = sorted.remove_attribute("aria-sort");
    }
    if let Ok(Some(column)) = table.query_selector(&format!("[data-column=\"{}\"]", sorting.column)) {
        let _ = column.set_attribute("aria-sort", if sorting.descending { "descending" } else { "ascending" });
    }
}
