//! What stands round every page: head, header, footer, and the note for when the script does not start.

use domain::guide::GuideId;
use domain::language::Language;
use domain::route::Route;
use leptos::prelude::*;
use publish::assets::{Assets, Script};
use publish::{headers, manifest};
use serde::Deserialize;

use crate::parts::drawing::Logo;
use crate::parts::offline::{self, NewVersion};

/// What the shell says.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    name: String,
    skip: String,
    menu: String,
    separator: String,
    nav: Nav,
    footer: Footer,
    offline: offline::Words,
    boot: Boot,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Nav {
    stolen: String,
    secure: String,
    record: String,
    area: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Footer {
    label: String,
    about: String,
    privacy: String,
    stall: String,
    wrong: String,
    independent: String,
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct Boot {
    title: String,
    text: String,
    again: String,
    no_script: String,
}

/// What a page tells its shell.
pub struct Frame {
    /// The page.
    pub route: Route,
    /// Its language.
    pub language: Language,
    /// Its title, without the site's name.
    pub title: String,
    /// One or two sentences for search engines and link previews.
    pub summary: String,
    /// The words of its islands, as JSON; none where it has no islands.
    pub data: Option<String>,
    /// Its script; none where it has no islands.
    pub script: Option<Script>,
    /// Where the styles are.
    pub assets: Assets,
}

/// A whole document.
#[component]
pub fn Shell(
    /// What the shell says.
    words: Words,
    /// What the page tells its shell.
    frame: Frame,
    /// What stands before everything else, first in the order of the keyboard.
    first: Option<AnyView>,
    /// What stands in `main`.
    children: Children,
) -> impl IntoView {
    let Frame { route, language, title, summary, data, script, assets } = frame;
    let title = format!("{title}{}{}", words.separator, words.name);
    let script =
        script.map(|script| view! { <script type="module" src=script.address integrity=script.integrity></script> });
    // A data block is not run. `<` is written as an escape, so that no word can end the block.
    let data =
        data.map(|json| view! { <script type="application/json" id="words">{json.replace('<', "\\u003c")}</script> });
    let has_islands = data.is_some();
    let has_script = script.is_some();
    // The page that must come first on a bad connection, the one after it, and the one that is never meant to be seen, need
    // no more.
    let small = matches!(route, Route::Stolen | Route::Left | Route::Missing);
    let more = (!small).then(|| view! { <link rel="stylesheet" href=assets.styles.more.clone() /> });
    let more_print =
        (!small).then(|| view! { <link rel="stylesheet" href=assets.styles.print_more.clone() media="print" /> });
    let in_area = route.address(language).starts_with(&Route::Area.address(language));
    let pages = if in_area { headers::Pages::Area } else { headers::Pages::Usual };
    view! {
        <!DOCTYPE html>
        <html lang=language.tag() dir=language.direction().attribute()>
            <head>
                <meta charset="utf-8" />
                <meta http-equiv="Content-Security-Policy" content=headers::meta_policy(pages) />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                <meta name="description" content=summary />
                <meta name="color-scheme" content="light dark" />
                <link rel="icon" href="/icons/icon.svg" type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icons/apple-touch-icon.png" />
                <link rel="manifest" href=manifest::address(language.tag()) />
                <link rel="stylesheet" href=assets.styles.screen.clone() />
                {more}
                <link rel="stylesheet" href=assets.styles.print.clone() media="print" />
                {more_print}
                {script}
            </head>
            <body class=format!("page-{}", route.name())>
                {first}
                <Header words=words.clone() route language />
                <main id="main" tabindex="-1">
                    {children()}
                    {has_islands.then(|| view! { <BootNote words=words.boot.clone() /> })}
                </main>
                {has_script.then(|| view! { <NewVersion words=words.offline.clone() /> })}
                <FooterPart words language />
                {data}
            </body>
        </html>
    }
}

#[component]
fn Header(words: Words, route: Route, language: Language) -> impl IntoView {
    let here = match route {
        Route::Guide(GuideId::Platform(_) | GuideId::Account(_))
        | Route::Rehearsal
        | Route::Return
        | Route::Differences => Route::Secure,
        Route::MoreSteps | Route::Numbers | Route::Found => Route::Stolen,
        Route::Copies | Route::Open | Route::WithoutPhone | Route::SecondHand | Route::Register => Route::Record,
        other => other,
    };
    let items = [
        (Route::Stolen, words.nav.stolen),
        (Route::Secure, words.nav.secure),
        (Route::Record, words.nav.record),
        (Route::Area, words.nav.area),
    ];
    let items = items.map(|(route, label)| {
        let current = (route == here).then_some("page");
        view! { <li><a href=route.address(language) aria-current=current>{label}</a></li> }
    });
    view! {
        <header class="top">
            <a class="skip" href="#main">{words.skip}</a>
            <a class="brand" href=Route::Home.address(language)><Logo />{words.name}</a>
            <nav class="menu" aria-label=words.menu>
                <ul role="list">{items.into_iter().collect_view()}</ul>
            </nav>
        </header>
    }
}

#[component]
fn FooterPart(words: Words, language: Language) -> impl IntoView {
    let about = Route::About.address(language);
    view! {
        <footer class="foot">
            <p><strong class="brand"><Logo />{words.name}</strong></p>
            <nav aria-label=words.footer.label>
                <ul role="list">
                    <li><a href=about.clone()>{words.footer.about}</a></li>
                    <li><a href=format!("{about}#privacy")>{words.footer.privacy}</a></li>
                    <li><a href=Route::Stall.address(language)>{words.footer.stall}</a></li>
                    <li><a href=Route::Offline.address(language)>{words.offline.link}</a></li>
                    <li><a href=format!("{about}#mistake")>{words.footer.wrong}</a></li>
                </ul>
            </nav>
            <p data-offline="ready" hidden>{words.offline.ready}</p>
            <p>{words.footer.independent}</p>
        </footer>
    }
}

/// Stands in every page with islands. It shows when the script says it failed, when it says nothing for eight seconds,
/// and, with other words, when scripts are off.
#[component]
fn BootNote(words: Boot) -> impl IntoView {
    view! {
        <div class="boot notice notice-problem">
            <p><strong>{words.title}</strong></p>
            <p>{words.text}</p>
            <p><a href="">{words.again}</a></p>
        </div>
        <noscript><p class="notice">{words.no_script}</p></noscript>
    }
}
