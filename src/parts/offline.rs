//! What every page says about offline use: that it is ready, and that a new version of the site waits.
//!
//! All of it stands in the page, hidden; the page's script (publish/offline/page.js) shows what is true.

use leptos::prelude::*;
use serde::Deserialize;

/// What it says.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    label: String,
    /// The link to the page about offline use.
    pub link: String,
    /// Every file is here, and was checked.
    pub ready: String,
    update: String,
    must: String,
    r#use: String,
    typed: String,
    anyway: String,
    others: String,
}

/// Shows when a new version waits. The press never costs what somebody typed: it is asked about, and another open page is
/// left alone.
#[component]
pub fn NewVersion(
    /// What it says.
    words: Words,
) -> impl IntoView {
    view! {
        <section class="band" aria-label=words.label data-offline-also="update" hidden>
            <div class="notice" role="status">
                <p>{words.update}</p>
                <p data-offline-also="must" hidden><strong>{words.must}</strong></p>
                <p data-offline-also="typed" hidden>{words.typed}</p>
                <p data-offline-also="others" hidden>{words.others}</p>
                <p class="row">
                    <button type="button" class="button" data-offline-do="use">{words.r#use}</button>
                    <button type="button" class="button button-quiet" data-offline-do="anyway" data-offline-also="typed" hidden>
                        {words.anyway}
                    </button>
                </p>
            </div>
        </section>
    }
    .into_any()
}
