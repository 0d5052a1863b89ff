//! What is in an open copy and what it would change, said before anything does.
//!
//! What a stranger may have written in a file is shown as text and as nothing else; numbers are shown with most digits hidden,
//! because a screen has onlookers.

use domain::copying::Opening;
use domain::detail::Detail;
use domain::event::Event;
use domain::kept_number::KeptNumber;
use domain::merge::{self, Preview};
use domain::moment::Moment;
use domain::phone::Phone;
use domain::record::Record;
use leptos::prelude::*;

use super::{Said, Stage};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What is said of an open copy.
    pub(super) struct Words {
        made: String,
        phones: String,
        new: String,
        same: String,
        differing: String,
        ticks: String,
        chosen: String,
        stays: String,
        all_here: String,
        full: String,
        merge: String,
        bring: String,
        replace: String,
        sure: String,
        replace_yes: String,
    }
}

/// An open copy, as far as it is shown.
#[derive(Clone)]
struct Seen {
    preview: Preview,
    made: Option<Moment>,
    phones: Vec<Phone>,
}

/// The copy, what it would change, and what to do with it.
pub(super) fn section(wire: Wire, said: Said) -> impl IntoView + use<> {
    let (words, close) = said.with_value(|words| (words.preview.clone(), words.close.clone()));
    let stage = wire.slice(Stage::of);
    let seen = wire.slice(|session| match &session.copying.opening {
        Opening::Open(copy) => Some(Seen {
            preview: merge::preview(&session.record, &copy.record),
            made: copy.made,
            phones: copy.record.phones().map(|(_, phone)| phone.clone()).collect(),
        }),
        _ => None,
    });
    let contents = move || seen.get().map(|seen| contents(&seen, said));
    let bare = wire.slice(|session| session.record.is_empty());
    // Where all of it is here already, adding it would do nothing.
    let adds = move || seen.get().is_some_and(|seen| seen.preview.fits() && !seen.preview.is_all_here());
    let (merge, bring) = (words.merge, words.bring);
    let add = move || if bare.get() { bring.clone() } else { merge.clone() };
    // Replacing takes away, so it takes a second press.
    let asked = RwSignal::new(false);
    leptos::prelude::Effect::new(move |_| {
        if stage.get() != Stage::Open {
            asked.set(false);
        }
    });
    let ask = move |_| asked.update(|asked| *asked = !*asked);
    view! {
        <div class="stack" hidden=move || stage.get() != Stage::Open>
            {contents}
            <p class="row">
                <button
                    type="button" class="button" hidden=move || !adds() on:click=move |_| wire.send(Event::MergeAsked)
                >
                    {add}
                </button>
                <button
                    type="button" class="button button-quiet" hidden=move || bare.get()
                    aria-expanded=move || if asked.get() { "true" } else { "false" } aria-controls="replace" on:click=ask
                >
                    {words.replace}
                </button>
                <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::CopyClosed)>
                    {close}
                </button>
            </p>
            <div class="notice" id="replace" hidden=move || !asked.get() || bare.get()>
                <p>{words.sure}</p>
                <p>
                    <button type="button" class="button button-quiet" on:click=move |_| wire.send(Event::ReplaceAsked)>
                        {words.replace_yes}
                    </button>
                </p>
            </div>
        </div>
    }
}

fn contents(seen: &Seen, said: Said) -> impl IntoView + use<> {
    let Seen { preview, made, phones } = seen;
    said.with_value(|words| {
        let text = &words.preview;
        let counts = [
            (&text.phones, preview.phones),
            (&text.new, preview.new),
            (&text.same, preview.same),
            (&text.differing, preview.differing),
            (&text.ticks, preview.ticks),
            (&text.chosen, preview.chosen),
        ];
        // How many phones there are is said even of none.
        let counts = counts.into_iter().enumerate().filter(|(place, (_, count))| *place == 0 || *count > 0);
        let counts = counts.map(|(_, (label, count))| view! { <dt>{label.clone()}</dt><dd>{count}</dd> });
        let counts: Vec<_> = counts.collect();
        // A clock that told no day of our time is not worth repeating.
        let made = made.filter(|made| *made != Moment::FIRST).map(|made| {
            view! { <dt>{text.made.clone()}</dt><dd>{day(made, words)}</dd> }
        });
        let names = phones.iter().map(|phone| view! { <li>{name(phone, words)}{numbers(phone)}</li> });
        let names: Vec<_> = names.collect();
        let outcome = if preview.is_all_here() {
            text.all_here.clone()
        } else if preview.fits() {
            text.stays.clone()
        } else {
            let (total, most) = (preview.total.to_string(), Record::MOST_PHONES.to_string());
            fill(&text.full, &[("total", &total), ("most", &most)])
        };
        view! {
            <dl class="pairs">{made}{counts}</dl>
            <ul>{names}</ul>
            <p>{outcome}</p>
        }
    })
}

/// What its owner calls it. The direction of its letters ends with it.
fn name(phone: &Phone, words: &super::Words) -> impl IntoView + use<> {
    let typed = [Detail::Nickname, Detail::Model].map(|detail| phone.detail(detail));
    let name = typed.into_iter().find(|text| !text.is_empty()).unwrap_or(&words.unnamed).to_owned();
    view! { <strong><bdi>{name}</bdi></strong> }
}

fn numbers(phone: &Phone) -> impl IntoView + use<> {
    let numbers = phone.numbers().iter().map(|number| view! { " "<bdi dir="ltr">{masked(number)}</bdi> });
    numbers.collect_view()
}

/// Enough of a number to know it by: its first eight digits and its last.
fn masked(number: &KeptNumber) -> String {
    match number {
        KeptNumber::Checked(imei) => imei.masked().to_string(),
        KeptNumber::Unchecked(unchecked) => {
            let text = unchecked.as_str();
            let last = text.len().saturating_sub(1);
            [text.get(..8), Some(" •••••• "), text.get(last..)].into_iter().flatten().collect()
        }
    }
}

/// A day as the language writes it.
fn day(made: Moment, words: &super::Words) -> String {
    let (year, month, day) = made.day();
    let month = words.months.get(&month.to_string()).cloned().unwrap_or_default();
    fill(&words.day, &[("day", &day.to_string()), ("month", &month), ("year", &year.to_string())])
}
