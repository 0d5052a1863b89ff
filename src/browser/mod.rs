//! The only room that touches the browser: one `perform`, no rules.
//!
//! Every power has a file of its own; what may be asked is `domain::effect::Effect`, and nothing else.

#[cfg(any(feature = "stolen", feature = "secure"))]
mod arrange;
pub(crate) mod borrowed;
mod clipboard;
#[cfg(feature = "copies")]
mod copies;
#[cfg(any(feature = "record", feature = "copies", feature = "secure", feature = "stolen", feature = "area"))]
mod database;
mod download;
#[cfg(any(feature = "stolen", feature = "area", feature = "copies", feature = "secure"))]
mod fetch;
#[cfg(any(feature = "record", feature = "copies"))]
mod file;
#[cfg(feature = "stolen")]
pub(crate) mod idle;
#[cfg(any(feature = "record", feature = "copies", feature = "secure", feature = "stolen"))]
mod json;
#[cfg(feature = "area")]
mod kept_months;
#[cfg(feature = "stolen")]
pub(crate) mod leave;
#[cfg(feature = "copies")]
mod lock;
pub(crate) mod page;
#[cfg(any(feature = "record", feature = "copies"))]
mod picture;
#[cfg(feature = "area")]
pub(crate) mod place;
#[cfg(feature = "area")]
mod police;
#[cfg(any(feature = "record", feature = "copies", feature = "secure", feature = "stolen"))]
mod record;
#[cfg(feature = "area")]
mod sort;
#[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
mod store;
#[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
pub(crate) mod tabs;

use domain::effect::Effect;
use domain::event::Event;

/// Does what the domain asks and answers with what came of it, where anything can.
/// `tell` hears what happens on the way.
#[cfg_attr(
    not(any(feature = "record", feature = "copies")),
    expect(unused_variables, reason = "only the pages of the record tell how far a change or a picture is")
)]
pub(crate) async fn perform(effect: Effect, tell: impl Fn(Event) + 'static) -> Option<Event> {
    match effect {
        #[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
        Effect::Load => Some(Event::Loaded(record::load().await)),
        #[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
        Effect::Keep(change) => {
            // Only these pages say more than "keeping it".
            #[cfg(any(feature = "record", feature = "copies"))]
            let _delay = store::when_delayed(move || tell(Event::KeepDelayed));
            Some(store::keep(change).await)
        }
        #[cfg(any(feature = "record", feature = "copies", feature = "secure"))]
        Effect::Erase => Some(Event::Erased(store::erase().await)),
        Effect::Copy(text) => Some(Event::Copied(clipboard::copy(&text.0).await)),
        Effect::Save { name, text } => Some(Event::Saved(download::save(name, &text.0))),
        Effect::Print => {
            page::print().await;
            Some(Event::Printed)
        }
        #[cfg(any(feature = "stolen", feature = "secure"))]
        Effect::Arrange(places) => {
            arrange::steps(&places);
            None
        }
        #[cfg(feature = "stolen")]
        Effect::Gather(language) => Some(Event::Gathered(arrange::gather(language).await)),
        #[cfg(feature = "secure")]
        Effect::Bring(choice, language) => Some(Event::GuideBrought(choice, arrange::bring(choice, language).await)),
        #[cfg(feature = "area")]
        Effect::Sort(sorting) => {
            sort::rows(&sorting);
            None
        }
        Effect::Focus(id) => {
            page::focus(id).await;
            None
        }
        #[cfg(feature = "stolen")]
        Effect::FocusField(field) => {
            page::focus(&["tell-", field.slug()].concat()).await;
            None
        }
        #[cfg(feature = "stolen")]
        Effect::ReadPhones => Some(Event::PhonesRead(record::phones().await)),
        #[cfg(feature = "stolen")]
        Effect::ReadClock => Some(Event::ClockRead(page::now(), page::clock())),
        #[cfg(any(feature = "record", feature = "copies"))]
        Effect::Select(id) => {
            page::select(id).await;
            None
        }
        Effect::Pause(stroke) => {
            page::pause().await;
            Some(Event::Paused(stroke))
        }
        #[cfg(any(feature = "stolen", feature = "area"))]
        Effect::Fetch(file) => Some(Event::Fetched(file, fetch::bytes(file).await)),
        #[cfg(feature = "area")]
        Effect::Newer(task) => police::perform(task).await.map(Event::Newer),
        #[cfg(feature = "copies")]
        Effect::SaveCopy(record, made) => Some(Event::Saved(copies::save(&record, made))),
        #[cfg(feature = "copies")]
        Effect::SaveLocked(record, made, passphrase) => {
            Some(Event::Locked(copies::save_locked(&record, made, &passphrase).await))
        }
        #[cfg(feature = "copies")]
        Effect::DrawWords(language) => Some(Event::WordsDrawn(copies::draw(language).await)),
        #[cfg(feature = "copies")]
        Effect::ReadFile(field) => Some(Event::Imported(copies::import(field).await)),
        #[cfg(feature = "copies")]
        Effect::ReadCode(field) => Some(Event::Imported(copies::code(field).await)),
        #[cfg(feature = "copies")]
        Effect::ReadText(text) => Some(Event::Imported(copies::offered(text.0.as_bytes()))),
        #[cfg(feature = "copies")]
        Effect::Unlock(file, passphrase) => Some(Event::Unlocked(copies::unlock(&file, &passphrase).await)),
        #[cfg(feature = "area")]
        Effect::Locate => Some(Event::Located(place::locate().await)),
        #[cfg(any(feature = "copies", feature = "area"))]
        Effect::Share(text) => Some(Event::Shared(clipboard::share(&text.0).await)),
        #[cfg(feature = "stolen")]
        Effect::Watch(range) => Some(Event::Untouched(idle::outside(range).await)),
        #[cfg(feature = "stolen")]
        Effect::Clear => {
            leave::clear();
            None
        }
        #[cfg(feature = "stolen")]
        Effect::Leave(language) => {
            leave::leave(language);
            None
        }
        #[cfg(feature = "record")]
        Effect::ReadPicture(field) => {
            let told = move |done, most| tell(Event::PictureLooked(done, most));
            Some(Event::PictureRead(picture::numbers(field, told).await))
        }
        // No part of this bundle asks for anything else.
        #[cfg(not(all(
            feature = "stolen",
            feature = "area",
            feature = "record",
            feature = "copies",
            feature = "secure"
        )))]
        _ => None,
    }
}
