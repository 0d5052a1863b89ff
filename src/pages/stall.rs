//! For a community officer at a folding table: a practice phone, a short talk, and what to print.

use content::Complaint;
use content::markup::Markup;
use domain::guide::GuideId;
use domain::platform::Platform;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page, island_words};
use crate::islands::practice::{self, Practice};
use crate::parts::head::Head;
use crate::parts::icon::{Icon, Sign};
use crate::parts::markup::Prose;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    talk: Talk,
    practice: PracticeWords,
    prints: Prints,
    rules: Rules,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Talk {
    title: String,
    card: Vec<Card>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Card {
    title: String,
    text: Markup,
}

#[derive(Deserialize)]
struct PracticeWords {
    title: String,
    #[serde(flatten)]
    island: practice::Words,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Prints {
    title: String,
    text: String,
    stolen: String,
    iphone: String,
    samsung: String,
    pixel: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    title: String,
    text: Markup,
    no_script: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("stall")?;
    let guide = |platform| desk.address(Route::Guide(GuideId::Platform(platform)));
    let prints = [
        (desk.address(Route::Stolen), words.prints.stolen),
        (guide(Platform::Iphone), words.prints.iphone),
        (guide(Platform::Samsung), words.prints.samsung),
        (guide(Platform::Pixel), words.prints.pixel),
    ];
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[("practice", &words.practice.island)]),
        main: Box::new(move || {
            let cards = words.talk.card.into_iter().map(|card| {
                view! { <li class="step"><h3>{card.title}</h3><Prose text=card.text /></li> }
            });
            let cards = cards.collect_view();
            let prints = prints.map(|(address, label)| {
                view! { <li><a class="tile" href=address><strong>{label}</strong><Icon sign=Sign::Go /></a></li> }
            });
            view! {
                <Head title=words.title lead=words.lead />
                <section class="band band-sheet" aria-labelledby="practice-phone">
                    <h2 id="practice-phone">{words.practice.title}</h2>
                    <noscript><p class="notice">{words.rules.no_script}</p></noscript>
                    <div class="needs-script"><Practice /></div>
                </section>
                <section class="band" aria-labelledby="talk">
                    <h2 id="talk">{words.talk.title}</h2>
                    <ol class="steps" role="list">{cards}</ol>
                </section>
                <section class="band band-sheet" aria-labelledby="prints">
                    <h2 id="prints">{words.prints.title}</h2>
                    <p>{words.prints.text}</p>
                    <ul class="tiles" role="list">{prints.into_iter().collect_view()}</ul>
                </section>
                <section class="band" aria-labelledby="rules">
                    <h2 id="rules">{words.rules.title}</h2>
                    <Prose text=words.rules.text />
                </section>
            }
            .into_any()
        }),
    })
}
