//! A column's heading that sorts its table, first one way, then the other.

use domain::effect::Sorting;
use domain::event::Event;
use leptos::prelude::*;

use crate::wire::Wire;

/// The id of the table of boroughs.
pub const BOROUGHS: &str = "boroughs";
/// The columns of that table: a name that travels in a page comes back as one of these.
pub const COLUMNS: [&str; 4] = ["borough", "level", "count", "rate"];

/// The heading of one column.
#[island]
pub fn Sort(
    /// What the heading says.
    label: String,
    /// The column's name.
    column: String,
    /// The names of the rows, lowest first, one after the other.
    rows: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let descending = RwSignal::new(column != "borough");
    let column = COLUMNS.into_iter().find(|known| *known == column).unwrap_or_default();
    let sort = move |_| {
        let mut order: Vec<String> = rows.split(' ').map(str::to_owned).collect();
        if descending.get_untracked() {
            order.reverse();
        }
        let sorting = Sorting { table: BOROUGHS, column, descending: descending.get_untracked(), order };
        wire.send(Event::SortAsked(sorting));
        descending.update(|descending| *descending = !*descending);
    };
    view! { <button type="button" class="sort" on:click=sort>{label}</button> }
}
