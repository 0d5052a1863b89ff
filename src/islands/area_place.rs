//! Where the device is, for who asks: a button, and a sentence for everything that can come of it.
//!
//! The position is looked up on the map that is here. It is not kept and not sent.

use domain::session::Session;
use domain::whereabouts::{NoFix, Whereabouts};

use super::area_beside::link;
use super::area_search;
use crate::parts::said::{Table, spoken};
use crate::parts::sketch::{Part, Sketch, part};
use crate::wire::Wire;

spoken! {
    /// What is said of the device's place.
    pub struct Words {
        pub(super) ask: String,
        /// By what came of it.
        said: Table,
    }
}

/// What came of pressing the button, as a number: 0 before.
fn stage(session: &Session) -> u32 {
    match &session.whereabouts {
        Whereabouts::Unasked => 0,
        Whereabouts::Waiting(_) => 1,
        Whereabouts::In(_) => 2,
        Whereabouts::Among(_) => 3,
        Whereabouts::Outside => 4,
        Whereabouts::TooRough => 5,
        Whereabouts::NoMap => 6,
        Whereabouts::Failed(NoFix::Refused) => 7,
        Whereabouts::Failed(NoFix::Unavailable) => 8,
        Whereabouts::Failed(NoFix::Slow) => 9,
        Whereabouts::Failed(NoFix::Missing) => 10,
    }
}

/// What came of pressing the button, in words.
pub(super) fn told(wire: Wire, words: &area_search::Words) -> Part {
    let said = words.place.said.clone();
    part(wire, stage, move |session| {
        let sentence = said.get(&stage(session).to_string())?.clone();
        let areas = match &session.whereabouts {
            Whereabouts::Among(areas) => areas.as_slice(),
            _ => &[],
        };
        let gazetteer = session.lookup.gazetteer();
        let links = areas.iter().filter_map(|id| gazetteer?.get(*id));
        let links = Sketch::html("ul").hold_all(links.map(|area| Sketch::html("li").hold(link(area))));
        let list = (!areas.is_empty()).then_some(links);
        Some(Sketch::html("div").hold(Sketch::html("p").say(sentence)).hold_all(list))
    })
}
