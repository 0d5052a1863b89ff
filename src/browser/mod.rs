//! The only room that touches the browser: one `perform`, no rules.
//!
//! Every power has a file of its own; what may be asked is `domain::effect::Effect`, and nothing else.

mod arrange;
mod clipboard;
mod download;
mod fetch;
pub(crate) mod page;
mod store;

use domain::effect::Effect;
use domain::event::Event;

/// Does what the domain asks and answers with what came of it, where anything can.
pub(crate) async fn perform(effect: Effect) -> Option<Event> {
    match effect {
        Effect::Load => Some(Event::Loaded(store::load().await)),
        Effect::Keep(change) => Some(store::keep(change).await),
        Effect::Erase => Some(Event::Erased(store::erase().await)),
        Effect::Copy(text) => Some(Event::Copied(clipboard::copy(&text.0).await)),
        Effect::Save { name, text } => Some(Event::Saved(download::save(name, &text.0))),
        Effect::Print => {
            page::print().await;
            Some(Event::Printed)
        }
        Effect::Arrange(places) => {
            arrange::steps(&places);
            None
        }
        Effect::Gather(language) => Some(Event::Gathered(arrange::gather(language).await)),
        Effect::Sort(sorting) => {
            arrange::rows(&sorting);
            None
        }
        Effect::Focus(id) => {
            page::focus(id).await;
            None
        }
        Effect::Pause(stroke) => {
            page::pause().await;
            Some(Event::Paused(stroke))
        }
        Effect::Fetch(file) => Some(Event::Fetched(file, fetch::bytes(file).await)),
    }
}
