//! What stands under an answer: sending it on, a second place, what it stands beside, and its months.
//!
//! It is made once for each place; what arrives later comes into its own part, so that nothing a person unfolded shuts again.

use domain::effect::Document;
use domain::event::Event;
use domain::gazetteer::AreaId;
use domain::lookup::KEEP;
use domain::session::{Handed, Session};

use super::{area_beside, area_search};
use crate::parts::said::spoken;
use crate::parts::sketch::{Part, Sketch, part};
use crate::parts::template::fill;
use crate::wire::Wire;

spoken! {
    /// What the buttons say.
    pub struct Words {
        ask: String,
        text: String,
        done: String,
        keep: String,
        kept: String,
        forget: String,
        /// The page, put in by the page.
        #[cfg_attr(feature = "ssr", serde(default))]
        pub(crate) address: String,
    }
}

/// The area of the answer, the one beside it, and whether the address was copied, as one number.
fn mark(session: &Session) -> u32 {
    let number = |id: Option<AreaId>| id.and_then(|id| u32::try_from(id.place() + 1).ok()).unwrap_or_default();
    let copied = u32::from(session.handed == Some(Handed::Copied));
    (number(session.answered_area()) << 16) + (number(session.beside) << 1) + copied
}

/// What stands under the answer before its months; nothing where there is no answer.
pub(super) fn around(wire: Wire, words: &area_search::Words) -> Part {
    let words = words.clone();
    part(wire, mark, move |session| {
        let id = session.answered_area()?;
        let said = &words.share;
        let area = session.lookup.area(id)?;
        let address = [&said.address, "#", &area.code.to_string()].concat();
        let text = fill(&said.text, &[("name", &area.name), ("address", &address)]);
        let kept = session.beside.and_then(|id| session.lookup.area(id));
        let keeps = kept.is_none();
        let quiet = || Sketch::html("button").with("type", "button").with("class", "button button-quiet");
        let share = quiet().say(said.ask.clone());
        let share = share.on_press(move || wire.send(Event::AreaShared(Document(text.clone()))));
        let keep = quiet().with("id", KEEP).say(if keeps { said.keep.clone() } else { said.forget.clone() });
        let keep = keep.on_press(move || wire.send(Event::AreaKept(keeps)));
        let told = match kept {
            _ if session.handed == Some(Handed::Copied) => said.done.clone(),
            Some(kept) => fill(&said.kept, &[("name", &kept.name)]),
            None => String::new(),
        };
        let buttons = Sketch::html("div").with("class", "row screen-only").hold(share).hold(keep);
        Some(
            Sketch::html("div")
                .with("class", "stack around")
                .hold(buttons)
                .hold(Sketch::html("p").with("class", "hint").with("role", "status").say(told))
                .hold_all(area_beside::two(session, id, &words))
                .hold_all(area_beside::rates(session, id, &words)),
        )
    })
}
