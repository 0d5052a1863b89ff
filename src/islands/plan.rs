//! The plan of the Secure walk: a person picks phones and accounts, and the page lays their steps in order.
//!
//! The steps themselves stay HTML: they are brought over from the guides' own pages, and stand in lists beside this.

pub mod harms;
pub mod take;

use domain::choice::Choice;
use domain::coach::Catalogue;
use domain::event::Event;
use domain::guide::GuideId;
use domain::language::Language;
use domain::store::Store;
use leptos::prelude::*;

use crate::parts::said::{Table, spoken};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the choice says.
    pub struct ChoiceWords {
        title: String,
        phones: String,
        accounts: String,
        go: String,
        not_kept: String,
        /// The names of the guides, by their slugs: the page fills them in.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub names: Table,
    }
}

spoken! {
    /// What stands over the first steps.
    pub struct HeadWords {
        title: String,
        count: String,
        all: String,
        off: String,
        failed: String,
        again: String,
    }
}

spoken! {
    /// What stands under the first steps, once they are answered.
    pub struct NextWords {
        done: String,
        go: String,
    }
}

/// Which phones and accounts. Open until something was chosen before this visit.
#[island]
pub fn PlanChoice(
    /// Every step that can be chosen.
    catalogue: Catalogue,
    /// The page's language.
    language: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: ChoiceWords = wire.words("choice");
    let language: Language = language.parse().unwrap_or(Language::English);
    let record = wire.slice(|session| session.record.clone());
    let known = wire.slice(|session| session.store != Store::default());
    let open = RwSignal::new(true);
    let woken = StoredValue::new(false);
    // Told once the page is awake: the first view is the one the page was written with.
    Effect::new(move || {
        if !woken.get_value() {
            woken.set_value(true);
            wire.send(Event::PlanWoken(language, catalogue.clone()));
        }
    });
    Effect::new(move |before: Option<bool>| {
        let known = known.get();
        if known && before == Some(false) {
            open.set(record.with(|record| record.chosen().next().is_none()));
        }
        known
    });
    let names = words.names.clone();
    let summary = move || {
        let chosen: Vec<String> =
            record.with(|record| record.chosen().filter_map(|choice| names.get(choice.slug()).cloned()).collect());
        chosen.join(", ")
    };
    let group = |legend: String, phones: bool| {
        let choices = Choice::all().filter(move |choice| matches!(choice, Choice::Platform(_)) == phones);
        let choices = choices.map(|choice| {
            let toggle = move |_| {
                let chosen = record.with(|record| record.is_chosen(choice.guide()));
                wire.send(Event::Chosen(choice, !chosen));
            };
            view! {
                <label class="choice">
                    <input
                        type="checkbox" name="choice" value=choice.slug()
                        prop:checked=move || record.with(|record| record.is_chosen(GuideId::from(choice)))
                        on:change=toggle
                    />
                    <span>{words.names.get(choice.slug()).cloned()}</span>
                </label>
            }
        });
        let choices = choices.collect_view();
        view! {
            <fieldset class="choices">
                <legend>{legend}</legend>
                <div class="choices-list">{choices}</div>
            </fieldset>
        }
    };
    let (phones, accounts) = (group(words.phones, true), group(words.accounts, false));
    let refused = wire.slice(|session| matches!(session.store, Store::Refused(_)));
    let not_kept = words.not_kept;
    view! {
        <details class="chooser" open=move || open.get()>
            <summary><strong>{words.title}</strong>" "<span class="soft">{summary}</span></summary>
            <div class="stack">
                {phones}
                {accounts}
                <p class="hint" role="status">
                    {move || if refused.get() { not_kept.clone() } else { String::new() }}
                </p>
                <p hidden=move || record.with(|record| record.chosen().next().is_none())>
                    <a class="button" href="#plan">{words.go}</a>
                </p>
            </div>
        </details>
    }
}

/// How many steps are left, and whether their texts are here; nothing before something is chosen.
#[island]
pub fn PlanHead() -> impl IntoView {
    let wire = Wire::of_page();
    let words: HeadWords = wire.words("plan");
    let chosen = wire.slice(|session| session.record.chosen().next().is_some());
    let tally = wire.slice(|session| session.coaching.catalogue.tally(&session.record));
    let failed = wire.slice(|session| session.coaching.has_failed());
    let (all, off, count) = (words.all, words.off, words.count);
    let sentence = move || {
        let tally = tally.get();
        match (tally.open, tally.put_off) {
            (0, 0) => all.clone(),
            (0, _) => off.clone(),
            (open, _) => fill(&count, &[("count", &open.to_string()), ("minutes", &tally.minutes.to_string())]),
        }
    };
    let (failed_text, again) = (words.failed, words.again);
    let trouble = move || {
        failed.get().then(|| {
            let ask = move |_| wire.send(Event::GuidesAskedAgain);
            view! {
                <div class="notice">
                    <p>{failed_text.clone()}</p>
                    <p><button type="button" class="button button-quiet" on:click=ask>{again.clone()}</button></p>
                </div>
            }
        })
    };
    view! {
        <section class="band plan-head" aria-labelledby="plan" hidden=move || !chosen.get()>
            <h2 id="plan" tabindex="-1">{words.title}</h2>
            <p role="status">{sentence}</p>
            {trouble}
        </section>
    }
}

/// The way to the next three, once those that are shown are answered.
#[island]
pub fn PlanNext() -> impl IntoView {
    let wire = Wire::of_page();
    let words: NextWords = wire.words("next");
    let ready = wire.slice(|session| {
        let (catalogue, record) = (&session.coaching.catalogue, &session.record);
        catalogue.are_answered(record, &session.coaching.shown) && catalogue.tally(record).open > 0
    });
    let button = move || {
        ready.get().then(|| {
            let ask = move |_| wire.send(Event::NextAsked);
            let (done, go) = (words.done.clone(), words.go.clone());
            view! {
                <div class="band plan-next">
                    <p>{done}</p>
                    <p><button type="button" class="button" on:click=ask>{go}</button></p>
                </div>
            }
        })
    };
    view! { <div>{button}</div> }
}
