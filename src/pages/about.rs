//! Who is behind this, where the facts come from, what is kept, and how to report a mistake.

use content::Complaint;
use content::markup::Markup;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::erase::{self, Erase};
use crate::parts::head::Head;
use crate::parts::markup::Prose;
use crate::parts::template::fill;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    who_title: String,
    who: Markup,
    made_title: String,
    made: Markup,
    areas_title: String,
    areas: Markup,
    privacy_title: String,
    privacy: Markup,
    stored_title: String,
    stored: Markup,
    delete_title: String,
    delete: Markup,
    unverified_title: String,
    unverified: Markup,
    sources_title: String,
    sources: Markup,
    mistake_title: String,
    mistake_contact: String,
    mistake_no_contact: String,
    attribution: Attribution,
    erase: erase::Words,
}

/// The wording that licences ask for; only of what ships.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Attribution {
    met: String,
    police_uk: String,
    ons: String,
    postcodes: String,
    words: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("about")?;
    let mistake = match &desk.site.publisher.contact {
        Some(contact) => fill(&words.mistake_contact, &[("contact", contact)]),
        None => words.mistake_no_contact,
    };
    let Attribution { met, police_uk, ons, postcodes, words: passphrases } = words.attribution;
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary.clone(),
        words: island_words(&[("erase", &words.erase)]),
        main: Box::new(move || {
            let lines = [met, police_uk, ons, postcodes, passphrases].map(|line| view! { <li>{line}</li> });
            view! {
                <Head title=words.title lead=words.summary />
                <Part id="who" title=words.who_title text=words.who />
                <Part id="privacy" title=words.privacy_title text=words.privacy />
                <Part id="stored" title=words.stored_title text=words.stored />
                <section class="band band-sheet" aria-labelledby="delete">
                    <h2 id="delete">{words.delete_title}</h2>
                    <Prose text=words.delete />
                    <div class="needs-script"><Erase /></div>
                </section>
                <Part id="made" title=words.made_title text=words.made />
                <Part id="areas" title=words.areas_title text=words.areas />
                <Part id="unverified" title=words.unverified_title text=words.unverified />
                <section class="band" aria-labelledby="sources">
                    <h2 id="sources">{words.sources_title}</h2>
                    <Prose text=words.sources />
                    <ul>{lines.into_iter().collect_view()}</ul>
                </section>
                <section class="band band-sheet" aria-labelledby="mistake">
                    <h2 id="mistake">{words.mistake_title}</h2>
                    <p>{mistake}</p>
                </section>
            }
            .into_any()
        }),
    })
}

#[component]
fn Part(id: &'static str, title: String, text: Markup) -> impl IntoView {
    view! {
        <section class="band" aria-labelledby=id>
            <h2 id=id>{title}</h2>
            <Prose text />
        </section>
    }
    .into_any()
}
