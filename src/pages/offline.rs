//! What the site keeps for use without a connection: the state, a test, and everything else on request.
//!
//! No wasm: the page has to tell the truth where nothing but itself arrived. Its script shows one of the states below
//! (publish/offline/page.js), so every word stands here.

use content::Complaint;
use content::markup::Markup;
use leptos::prelude::*;
use publish::precache::Pack;
use serde::Deserialize;

use super::{Desk, Page};
use crate::parts::head::Head;
use crate::parts::markup::Prose;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    no_script: String,
    state: State,
    kept: Kept,
    test: Test,
    install: Install,
    what: What,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct State {
    title: String,
    checking: String,
    working: String,
    progress: String,
    ready: String,
    scarce: String,
    failed: String,
    blocked: String,
    none: String,
    removed: String,
    damaged: String,
    start: String,
    again: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    title: String,
    files: String,
    size: String,
    areas: String,
    reader: String,
    languages: String,
    all: String,
    more: String,
    everything: String,
    size_more: String,
    lost: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Test {
    title: String,
    text: String,
    button: String,
    tested: String,
    sound: String,
    flight: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Install {
    title: String,
    text: Markup,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct What {
    title: String,
    text: Markup,
    remove: String,
    remove_text: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("offline")?;
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: None,
        main: Box::new(move || {
            view! {
                <Head title=words.title lead=words.lead />
                <noscript><section class="band"><p class="notice">{words.no_script}</p></section></noscript>
                <div class="needs-script">
                    <Now words=words.state />
                    <Here words=words.kept />
                    <Try words=words.test />
                </div>
                <section class="band" aria-labelledby="install">
                    <h2 id="install">{words.install.title}</h2>
                    <Prose text=words.install.text />
                </section>
                <section class="band band-sheet" aria-labelledby="what">
                    <h2 id="what">{words.what.title}</h2>
                    <Prose text=words.what.text />
                    <div data-offline="ready" hidden>
                        <p>{words.what.remove_text}</p>
                        <p class="row"><Deed name="remove" label=words.what.remove quiet=true /></p>
                    </div>
                </section>
            }
            .into_any()
        }),
    })
}

/// The one state that is true.
#[component]
fn Now(words: State) -> impl IntoView {
    view! {
        <section class="band band-sheet" aria-labelledby="state">
            <h2 id="state">{words.title}</h2>
            <div role="status">
                <p data-offline="checking">{words.checking}</p>
                <p data-offline="working" hidden>{words.working}</p>
                <p class="notice notice-saved" data-offline="ready" hidden>{words.ready}</p>
                <p data-offline-also="damaged" hidden><strong>{words.damaged}</strong></p>
                <p class="notice" data-offline="scarce" hidden>{words.scarce}</p>
                <p class="notice" data-offline="failed" hidden>{words.failed}</p>
                <p class="notice" data-offline="blocked" hidden>{words.blocked}</p>
                <p class="notice" data-offline="none" hidden>{words.none}</p>
                <p class="notice" data-offline="removed" hidden>{words.removed}</p>
            </div>
            <div data-offline="working" hidden>
                <progress class="bar" data-offline-bar="" aria-label=words.progress.clone() max="1" value="0"></progress>
                <dl class="facts"><Fact label=words.progress number="done" of="of" /></dl>
            </div>
            <p class="row" data-offline="scarce" hidden><Deed name="start" label=words.start.clone() /></p>
            <p class="row" data-offline="removed" hidden><Deed name="start" label=words.start /></p>
            <p class="row" data-offline="failed" hidden><Deed name="start" label=words.again.clone() /></p>
            <p class="row" data-offline="blocked" hidden><Deed name="start" label=words.again /></p>
        </section>
    }
    .into_any()
}

/// What of the site is on this device, and what is not yet.
#[component]
fn Here(words: Kept) -> impl IntoView {
    let packs = [(Pack::Areas, words.areas), (Pack::Reader, words.reader), (Pack::Languages, words.languages)];
    let packs = packs.map(|(pack, label)| view! { <li data-offline-pack=pack.name() hidden>{label}</li> });
    view! {
        <section class="band" aria-labelledby="kept" data-offline="ready" hidden>
            <h2 id="kept">{words.title}</h2>
            <dl class="facts"><Fact label=words.files number="files" /><Fact label=words.size number="size" /></dl>
            <ul role="list">{packs.into_iter().collect_view()}</ul>
            <div role="status">
                <p data-offline-also="all" hidden>{words.all}</p>
                <p data-offline-also="lost" hidden>{words.lost}</p>
            </div>
            <div data-offline-also="more" hidden>
                <p>{words.more}</p>
                <dl class="facts"><Fact label=words.size_more number="more" /></dl>
                <p class="row"><Deed name="everything" label=words.everything /></p>
            </div>
        </section>
    }
    .into_any()
}

/// The test that a person starts before an event.
#[component]
fn Try(words: Test) -> impl IntoView {
    view! {
        <section class="band band-tint" aria-labelledby="test" data-offline="ready" hidden>
            <h2 id="test">{words.title}</h2>
            <p>{words.text}</p>
            <p class="row"><Deed name="test" label=words.button /></p>
            <div role="status">
                <div class="notice notice-saved" data-offline-also="sound" hidden>
                    <p>{words.sound}</p>
                    <dl class="facts"><Fact label=words.tested number="tested" /></dl>
                </div>
            </div>
            <p>{words.flight}</p>
        </section>
    }
    .into_any()
}

/// A figure that the script fills in, or two: so many of so many.
#[component]
fn Fact(label: String, number: &'static str, #[prop(optional)] of: Option<&'static str>) -> impl IntoView {
    let of = of.map(|of| view! { " / "<span data-offline-number=of></span> });
    view! { <div><dt>{label}</dt><dd><span data-offline-number=number></span>{of}</dd></div> }.into_any()
}

#[component]
fn Deed(name: &'static str, label: String, #[prop(optional)] quiet: bool) -> impl IntoView {
    let class = if quiet { "button button-quiet" } else { "button" };
    view! { <button type="button" class=class data-offline-do=name>{label}</button> }.into_any()
}
