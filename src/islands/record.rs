//! The living half of the Record walk: reader, form and list, in one island because they share it all.

use leptos::prelude::*;

use super::{number, phone_form, phone_list};
use crate::wire::Wire;

/// Reader, form and list.
#[island]
pub fn RecordBook() -> impl IntoView {
    let wire = Wire::of_page();
    let words: number::Words = wire.words("record");
    let title = words.title.clone();
    let said = StoredValue::new(words);
    let form = phone_form::form(wire, said);
    let list = phone_list::list(wire, said);
    view! {
        <section class="band band-sheet screen-only" aria-labelledby="read">
            <h2 id="read">{title}</h2>
            {form}
        </section>
        {list}
    }
}
