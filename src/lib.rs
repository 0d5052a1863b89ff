//! The wire: names the rooms of the app and wakes the islands of a prerendered page.
//!
//! The walls that the compiler keeps (`src/domain`, `src/content`, `src/publish`, `src/tools`, `src/xtask`) are packages of
//! their own; the rooms named here are modules. The map of all of them is in the README.

// A view is one nested type; erasing types would add the code of asynchronous hydration, which no island needs.
#![recursion_limit = "512"]

pub mod islands;
pub mod parts;
pub mod wire;

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(feature = "ssr")]
pub mod pages;

/// Called once by the page's script, before any island wakes: the session is there when the first island asks for it.
#[cfg(all(feature = "hydrate", target_arch = "wasm32"))]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
    let wire = wire::Wire::provide(domain::session::Session::default(), browser::page::words());
    browser::page::on_return(move || wire.send(domain::event::Event::Returned));
    // Before the fact of a borrowed device takes the fragment back.
    #[cfg(feature = "area")]
    browser::place::listen(move |event| wire.send(event));
    browser::borrowed::listen();
    #[cfg(not(feature = "stolen"))]
    browser::borrowed::on_departure(|| domain::device::Departure {
        new_tab: false,
        borrowed: browser::borrowed::is_borrowed(),
    });
    #[cfg(feature = "stolen")]
    {
        browser::borrowed::on_departure(move || wire.peek(domain::session::Session::departure));
        browser::idle::listen();
        browser::leave::on_leaving(move || wire.send(domain::event::Event::PageLeft));
    }
    #[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
    browser::tabs::on_change(move || wire.send(domain::event::Event::Returned));
    // The first view of an island must equal its prerendered HTML, so the world is read only after all have woken.
    leptos::task::spawn_local(async move {
        wire.send(domain::event::Event::Woken(browser::page::now()));
        #[cfg(feature = "stolen")]
        if browser::borrowed::is_borrowed() {
            wire.send(domain::event::Event::DeviceTold(domain::device::Device::SomeoneElses));
        }
    });
}
