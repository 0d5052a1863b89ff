//! The ways off the phone: what each is good for and who can read it, with its button where scripts run.
//!
//! The explanation stands in the HTML once; each way's island brings only what there is to press.

use content::Complaint;
use content::markup::Markup;
use domain::effect::File;
use domain::route::Route;
use leptos::prelude::*;
use serde::Deserialize;

use super::record::card_words;
use super::{Desk, Page, island_words};
use crate::islands::copies::{self, CopiesSoFar, NoCopy, PasswordsCopy, PlainCopy, SendCopy};
use crate::islands::locked_copy::{self, LockedCopy};
use crate::islands::paper_copy::{self, PaperCards, PrintCopy};
use crate::islands::second_device::{self, SecondDevice};
use crate::islands::{copy_answer, copy_status};
use crate::parts::card;
use crate::parts::head::{Back, Head};
use crate::parts::icon::{Icon, Sign};
use crate::parts::markup::Prose;
use crate::parts::no_script::{self, NoScript};
use crate::parts::said::spoken;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    summary: String,
    lead: String,
    back: String,
    no_script: no_script::Words,
    ways: Ways,
    opener: Leading,
    register: Leading,
    browser: Browser,
    island: Islands,
}

spoken! {
    /// What the islands of this page say: each takes its own part from the page's table.
    struct Islands {
        so_far: copies::SoFarWords,
        answer: copy_answer::Words,
        print: paper_copy::Words,
        file: copies::FileWords,
        passwords: copies::PasswordsWords,
        send: copies::SendWords,
        decline: copies::DeclineWords,
        locked: locked_copy::Words,
        second: second_device::Words,
        #[serde(default)]
        status: copy_status::Words,
        #[serde(default)]
        card: card::Words,
        #[serde(default)]
        record_page: String,
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Leading {
    title: String,
    text: String,
    go: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Browser {
    title: String,
    text: Markup,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ways {
    title: String,
    who: String,
    print: Way,
    locked: Way,
    second: Way,
    file: Way,
    passwords: Way,
    send: Way,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Way {
    title: String,
    good: String,
    exposes: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let mut words: Words = desk.words("copies")?;
    let (record, register) = (desk.address(Route::Record), desk.address(Route::Register));
    words.island.card = card_words(desk)?;
    words.island.status = desk.words("copy_status")?;
    words.island.second.address = desk.full_address(Route::Open);
    words.island.record_page.clone_from(&record);
    let language = desk.language.tag().to_owned();
    let (ways, opener) = (words.ways, words.opener);
    Ok(Page {
        title: words.title.clone(),
        summary: words.summary,
        words: island_words(&[("copies", &words.island)]),
        main: Box::new(move || {
            view! {
                <Head
                    title=words.title
                    lead=words.lead
                    back=Back { label: words.back, address: record }
                    class="head screen-only"
                >
                    <div class="needs-script stack"><CopiesSoFar /></div>
                </Head>
                <NoScript words=words.no_script />
                <section class="band band-sheet screen-only" aria-labelledby="ways">
                    <h2 id="ways">{ways.title}</h2>
                    <ul class="ways" role="list">
                        <Choice sign=Sign::Print way=ways.print who=ways.who.clone()><div class="way-do needs-script"><PrintCopy /></div></Choice>
                        <Choice sign=Sign::Lock way=ways.locked who=ways.who.clone()>
                            <div class="way-do needs-script"><LockedCopy language /></div>
                            <details>
                                <summary>{opener.title}</summary>
                                <div class="stack">
                                    <p>{opener.text}</p>
                                    <p>
                                        <a class="button button-quiet" href=File::Opener.address() download="">
                                            <Icon sign=Sign::Save />" "{opener.go}
                                        </a>
                                    </p>
                                </div>
                            </details>
                        </Choice>
                        <Choice sign=Sign::Code way=ways.second who=ways.who.clone()><div class="way-do needs-script"><SecondDevice /></div></Choice>
                        <Choice sign=Sign::Save way=ways.file who=ways.who.clone()><div class="way-do needs-script"><PlainCopy /></div></Choice>
                        <Choice sign=Sign::Key way=ways.passwords who=ways.who.clone()><div class="way-do needs-script"><PasswordsCopy /></div></Choice>
                        <Choice sign=Sign::Send way=ways.send who=ways.who><div class="way-do needs-script"><SendCopy /></div></Choice>
                    </ul>
                </section>
                <section class="band screen-only" aria-labelledby="browser">
                    <h2 id="browser">{words.browser.title}</h2>
                    <Prose text=words.browser.text />
                    <div class="needs-script"><NoCopy /></div>
                </section>
                <section class="band band-tint screen-only" aria-labelledby="register">
                    <h2 id="register">{words.register.title}</h2>
                    <p>{words.register.text}</p>
                    <p><a class="button button-quiet" href=register>{words.register.go}" "<Icon sign=Sign::Go /></a></p>
                </section>
                <PaperCards />
            }
            .into_any()
        }),
    })
}

/// One way: what it is good for, who can read it, and what there is to press.
#[component]
fn Choice(sign: Sign, way: Way, who: String, children: Children) -> impl IntoView {
    view! {
        <li class="way">
            <h3><Icon sign />" "{way.title}</h3>
            <p>{way.good}</p>
            <p><strong>{who}</strong>" "{way.exposes}</p>
            {children()}
        </li>
    }
}
