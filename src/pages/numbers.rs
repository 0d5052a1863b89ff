//! Whom to ring after a theft, and what to say: networks, banks, police, support, all of it static.
//!
//! A shaken person knows the name on their bill and nothing else. So the names stand in one list in alphabetical order, and all
//! of it is in the HTML: it needs no script, and the browser's own search finds every row.

use std::collections::BTreeMap;

use content::Complaint;
use content::helpline::{Helpline, HelplineList, Masts};
use domain::route::Route;
use leptos::either::Either;
use leptos::prelude::*;
use serde::Deserialize;

use super::{Desk, Page};
use crate::parts::head::{Back, Head};
use crate::parts::helpline::{HelplineItem, Labels, StatusWords, anchor};
use crate::parts::icon::{Icon, Sign};
use crate::parts::markup::Prose;
use crate::parts::urgent::{self, Urgent};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    back: String,
    say: String,
    ask: String,
    danger: urgent::Words,
    index: Index,
    masts: MastsWords,
    status: StatusWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Index {
    lists: String,
    network: String,
    find: String,
    many: String,
    one: String,
    none: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MastsWords {
    title: String,
    text: String,
    unknown: String,
}

pub(super) fn page(desk: Desk<'_>) -> Result<Page, Complaint> {
    let words: Words = desk.words("numbers")?;
    let labels = Labels {
        said: desk.words("helplines")?,
        status: words.status,
        step: desk.words("step")?,
        calendar: desk.words("calendar")?,
    };
    let rows: Vec<Helpline> = desk.site.content.helplines().iter().cloned().collect();
    let stolen = desk.address(Route::Stolen);
    Ok(Page {
        title: labels.said.title.to_string(),
        summary: labels.said.summary.to_string(),
        words: None,
        main: Box::new(move || {
            let (lists, networks) = (lists(&labels, words.index.lists.clone()), index(&rows, &labels, words.index));
            let masts = masts(&rows, &words.masts);
            let list = |list, label: &str| section(&rows, list, label, &labels);
            view! {
                <Urgent words=words.danger />
                <Head
                    title=labels.said.title.to_string()
                    lead=labels.said.summary.to_string()
                    back=Back { label: words.back, address: stolen }
                />
                <div class="band names">{lists}{networks}</div>
                {list(HelplineList::Network, &words.say)}
                {masts}
                {list(HelplineList::Bank, &words.say)}
                {list(HelplineList::Police, &words.ask)}
                {list(HelplineList::Support, &words.say)}
            }
            .into_any()
        }),
    })
}

/// One list under its heading: what to know, what to say, and its rows.
fn section(rows: &[Helpline], list: HelplineList, say: &str, labels: &Labels) -> impl IntoView + use<> {
    let words = labels.said.section(list).cloned();
    let ground = match list {
        HelplineList::Network | HelplineList::Police => "band",
        HelplineList::Bank | HelplineList::Support => "band band-sheet",
    };
    let items = rows.iter().filter(|row| row.list == list);
    let items = items.map(|row| view! { <HelplineItem row=row.clone() labels=labels.clone() /> }).collect_view();
    let say = say.to_owned();
    words.map(|words| {
        let say = words.say.map(|text| view! { <div class="sheet measure"><h3>{say}</h3><Prose text /></div> });
        view! {
            <section class=ground aria-labelledby=list.slug()>
                <h2 id=list.slug()>{words.title.to_string()}</h2>
                <div class="measure"><Prose text=words.intro /></div>
                {say}
                <ul class="ways" role="list">{items}</ul>
            </section>
        }
    })
}

/// The four lists, as links down to them.
fn lists(labels: &Labels, title: String) -> impl IntoView + use<> {
    let items = HelplineList::ALL.iter().filter_map(|list| {
        let name = labels.said.section(*list)?.title.to_string();
        Some(view! { <li><a href=format!("#{}", list.slug())>{name}<Icon sign=Sign::Down /></a></li> })
    });
    let items = items.collect_view();
    view! { <nav aria-label=title><ul class="ledger ledger-columns" role="list">{items}</ul></nav> }
}

/// The id of the list of names.
const NAMES: &str = "names";

/// The names of the networks, as links down to their rows. All other names of the page stand there too, hidden, for the field
/// that finds one; a bank is found by its own name, at the number that many banks share.
fn index(rows: &[Helpline], labels: &Labels, words: Index) -> impl IntoView + use<> {
    let named = rows.iter().flat_map(|row| {
        let own = labels.said.name(row).to_owned();
        std::iter::once(own).chain(row.members.iter().cloned()).map(move |name| (name, row))
    });
    let named = named.map(|(name, row)| (name.to_lowercase(), (name, anchor(row), row.list != HelplineList::Network)));
    let sorted: BTreeMap<String, (String, String, bool)> = named.collect();
    let items = sorted.into_values().map(|(name, place, other)| {
        view! { <li hidden=other><a href=format!("#{place}")>{name}<Icon sign=Sign::Down /></a></li> }
    });
    let items = items.collect_view();
    let said = [("many", words.many), ("one", words.one), ("none", words.none)];
    let said = said.map(|(state, text)| view! { <span data-found=state hidden>{text}</span> }).collect_view();
    view! {
        <nav aria-label=words.network.clone()>
            <h2>{words.network.clone()}</h2>
            <div class="field" data-finder=NAMES hidden>
                <label for="find">{words.find}</label>
                <input class="input" id="find" type="search" autocomplete="off" spellcheck="false" aria-controls=NAMES />
                <p class="hint" role="status">{said}</p>
            </div>
            <ul class="ledger ledger-columns" id=NAMES role="list">{items}</ul>
        </nav>
    }
}

/// Which name runs on whose masts, the four that have some first.
fn masts(rows: &[Helpline], words: &MastsWords) -> impl IntoView + use<> {
    let of = |masts: Option<Masts>| {
        let names = rows.iter().filter(|row| row.list == HelplineList::Network && row.runs_on == masts);
        let links = names.enumerate().map(|(place, row)| {
            let link = view! { <a href=format!("#{}", anchor(row))>{row.name.clone()}</a> };
            if place > 0 { Either::Left(view! { ", " {link} }) } else { Either::Right(link) }
        });
        links.collect_view()
    };
    let known = [Masts::Ee, Masts::O2, Masts::Vodafone, Masts::Three];
    let known = known.map(|masts| view! { <dt>{masts.name()}</dt><dd>{of(Some(masts))}</dd> }.into_any());
    view! {
        <section class="band band-tint" aria-labelledby="masts">
            <h2 id="masts">{words.title.clone()}</h2>
            <p>{words.text.clone()}</p>
            <dl class="pairs">{known.into_iter().collect_view()}<dt>{words.unknown.clone()}</dt><dd>{of(None)}</dd></dl>
        </section>
    }
}
