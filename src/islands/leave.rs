//! The way out on a borrowed device, first on the page, and the warning before the page forgets by itself.
//!
//! Without a script it is a plain link. With one, everything typed is gone before the page is left, and Back brings nothing.

use domain::device::Device;
use domain::event::Event;
use domain::idle::Idle;
use domain::language::Language;
use domain::route::Route;
use leptos::prelude::*;

use crate::parts::said::spoken;
use crate::wire::Wire;

spoken! {
    /// What this island says.
    pub struct Words {
        label: String,
        note: String,
        leave: String,
        warning: String,
        stay: String,
        over: String,
    }
}

/// A bar with one link. On the person's own device it goes.
#[island]
pub fn Leave(
    /// The page's language, as its tag.
    language: String,
) -> impl IntoView {
    let wire = Wire::of_page();
    let words: Words = wire.words("leave");
    let language: Language = language.parse().unwrap_or(Language::English);
    leptos::prelude::Effect::new(move |_| wire.send(Event::GuardWoken));
    let own = wire.slice(|session| session.device == Some(Device::Mine));
    let idle = wire.slice(domain::session::Session::shown_idle);
    let (warning, over) = (words.warning.clone(), words.over.clone());
    let told = move || match idle.get() {
        Idle::Warned => warning.clone(),
        Idle::Over => over.clone(),
        Idle::Unwatched | Idle::Watched => String::new(),
    };
    let stay = words.stay.clone();
    // It answers by being pressed: the watch hears every touch of the page.
    let stay = move || {
        let stay = stay.clone();
        (idle.get() == Idle::Warned).then(|| view! { <button type="button" class="button">{stay}</button> })
    };
    let leave = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        wire.send(Event::LeaveAsked(language));
    };
    view! {
        <aside class="leave" aria-label=words.label hidden=move || own.get()>
            <span>{words.note}" "<strong role="alert">{told}</strong></span>
            {stay}
            <a class="button" href=Route::Left.address(language) target="_self" on:click=leave>{words.leave}</a>
        </aside>
    }
}
