//! A number in the groups in which people compare it with a screen or a box.
//!
//! It reads left to right in every language.

use domain::kept_number::KeptNumber;
use leptos::prelude::*;

/// A number in the groups in which people compare it.
#[component]
pub fn Groups(
    /// The number.
    number: KeptNumber,
) -> impl IntoView {
    let groups: Vec<String> = match &number {
        KeptNumber::Checked(imei) => imei.groups().map(str::to_owned).to_vec(),
        KeptNumber::Unchecked(unchecked) => {
            let text = unchecked.as_str();
            [text.get(..2), text.get(2..8), text.get(8..14), text.get(14..)]
                .into_iter()
                .flatten()
                .filter(|group| !group.is_empty())
                .map(str::to_owned)
                .collect()
        }
    };
    let groups = groups.into_iter().map(|group| view! { <span>{group}</span>" " }).collect_view();
    view! { <bdi class="number" dir="ltr">{groups}</bdi> }
}
