//! Reading a number from a picture of the box label or of the screen.
//!
//! The picture stays on the device; what is found is offered, and the person picks.

use domain::event::Event;
use domain::form::Field;
use domain::imei::Imei;
use domain::kept_number::KeptNumber;
use domain::picture::{Picture, PictureError, Sighting};
use leptos::prelude::*;

use super::number::Said;
use crate::parts::groups::Groups;
use crate::parts::icon::{Icon, Sign};
use crate::parts::said::spoken;
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What is said about pictures.
    pub struct Words {
        title: String,
        hint: String,
        label: String,
        searching: String,
        looks: String,
        found: String,
        once: String,
        take: String,
        nothing: String,
        not_a_picture: String,
        too_large: String,
        unavailable: String,
    }
}

/// The field of the picture.
const FIELD: &str = "picture";

/// The field for a picture, and what was found in it.
pub(super) fn picture(wire: Wire, said: Said) -> impl IntoView + use<> {
    let words = said.with_value(|words| words.picture.clone());
    let picked = move |_| wire.send(Event::PicturePicked(FIELD));
    let picture = wire.slice(|session| session.picture.clone());
    let status = move || said.with_value(|words| sentence(&picture.get(), &words.picture));
    let found = move || match picture.get() {
        Picture::Searched(sightings) => sightings.into_iter().map(|one| sighting(wire, one, said)).collect_view(),
        _ => Vec::new(),
    };
    view! {
        <details class="why">
            <summary><Icon sign=Sign::Picture />" "{words.title}</summary>
            <div class="stack">
                <p class="hint" id="picture-hint">{words.hint}</p>
                <label for=FIELD>{words.label}</label>
                <input class="input" type="file" id=FIELD accept="image/*" aria-describedby="picture-hint" on:change=picked />
                <p role="status">{status}</p>
                <ul class="stack" role="list">{found}</ul>
            </div>
        </details>
    }
}

fn sentence(picture: &Picture, words: &Words) -> String {
    match picture {
        Picture::None => String::new(),
        Picture::Searching { most: 0, .. } => words.searching.clone(),
        Picture::Searching { done, most } => {
            fill(&words.looks, &[("done", &done.to_string()), ("most", &most.to_string())])
        }
        Picture::Searched(found) if found.is_empty() => words.nothing.clone(),
        Picture::Searched(_) => words.found.clone(),
        Picture::Failed(PictureError::NotAPicture) => words.not_a_picture.clone(),
        Picture::Failed(PictureError::TooLarge) => words.too_large.clone(),
        Picture::Failed(PictureError::Unavailable) => words.unavailable.clone(),
    }
}

/// One number that was seen: read back in groups, with a press to take it.
fn sighting(wire: Wire, sighting: Sighting, said: Said) -> impl IntoView + use<> {
    let Sighting { imei, agreed } = sighting;
    let words = said.with_value(|words| words.picture.clone());
    let once = (!agreed).then(|| view! { <p class="hint">{words.once}</p> });
    view! {
        <li>
            <Groups number=KeptNumber::Checked(imei) />
            {once}
            <p>
                <button type="button" class="button button-quiet" on:click=move |_| take(wire, imei)>
                    {words.take}<span class="unseen">" "{imei.as_str().to_owned()}</span>
                </button>
            </p>
        </li>
    }
}

/// Puts a number into the field, after what stands there: the number of the other SIM may be one of them.
fn take(wire: Wire, imei: Imei) {
    let typed = wire.peek(|session| session.form.text(Field::Number).trim_end().to_owned());
    let text = if typed.is_empty() { imei.as_str().to_owned() } else { [&typed, "\n", imei.as_str()].concat() };
    wire.send(Event::FormTyped(Field::Number, text));
}
