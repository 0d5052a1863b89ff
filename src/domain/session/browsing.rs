//! What stands round the answer of the Area walk: its months, the table and the map of all wards, and where the device is.
//!
//! A postcode never reaches the address bar; an address names a ward by its code.

use super::Session;
use crate::asset::Asset;
use crate::atlas::Turn;
use crate::effect::Effect;
use crate::enquiry::Answer;
use crate::gazetteer::AreaId;
use crate::lookup::{ANSWER, ROWS};
use crate::place::AreaCode;
use crate::whereabouts::{Fix, NoFix, Whereabouts};

impl Session {
    /// The area of the answer; of an outcode, the borough that holds most of it.
    pub fn answered_area(&self) -> Option<AreaId> {
        match self.lookup.answer()? {
            Answer::Area(id) | Answer::Outcode(_, id) => Some(id),
            Answer::NeedsPostcodes | Answer::Unknown(_) => None,
        }
    }

    /// Whether an area is a ward: boroughs have other tables.
    pub fn is_ward(&self, id: AreaId) -> bool {
        self.lookup.gazetteer().is_some_and(|gazetteer| id.place() >= gazetteer.boroughs())
    }

    /// These effects, and the months of the answer where they are not here.
    pub(super) fn with_months(&mut self, mut effects: Vec<Effect>) -> Vec<Effect> {
        if let Some(id) = self.answered_area() {
            let ward = self.is_ward(id);
            effects.extend(self.almanac.need(ward));
        }
        effects
    }

    /// Answers with this area, chosen by name, on the map or by the device's place.
    pub(super) fn show(&mut self, id: AreaId) -> Vec<Effect> {
        let effects = self.lookup.choose(id);
        self.with_months(effects)
    }

    /// Answers with the area whose code stands in the address; anything else there is no business of this page.
    pub(super) fn named(&mut self, code: &str) -> Vec<Effect> {
        let Ok(code) = code.parse::<AreaCode>() else { return Vec::new() };
        self.named = Some(code);
        if self.lookup.gazetteer().is_some() { self.figures_arrived() } else { self.lookup.fetch() }
    }

    /// The figures are here: whatever waited for them goes on.
    pub(super) fn figures_arrived(&mut self) -> Vec<Effect> {
        let named = self.named.take().and_then(|code| self.lookup.gazetteer()?.find(code));
        let mut effects = match named {
            Some(id) => {
                let mut effects = self.show(id);
                effects.push(Effect::Focus(ANSWER));
                effects
            }
            None => self.lookup.fetch(),
        };
        if self.atlas.is_open() || matches!(self.whereabouts, Whereabouts::Waiting(_)) {
            effects.extend(self.lookup.fetch_outlines());
        }
        effects
    }

    /// Does something with the table or the map.
    pub(super) fn turn(&mut self, turn: Turn) -> Vec<Effect> {
        // What was pressed is drawn anew with the table: the focus goes back to it.
        let effects = match &turn {
            Turn::Within(_) => self.fetch_map(),
            Turn::By(column) => vec![Effect::Focus(column.slug())],
            Turn::All => vec![Effect::Focus(ROWS)],
            Turn::Named(_) | Turn::Pointed(_) => Vec::new(),
        };
        self.atlas.turn(turn);
        effects
    }

    /// Asks the device where it is, and fetches the map on which the answer will be found.
    pub(super) fn locate(&mut self) -> Vec<Effect> {
        self.whereabouts = Whereabouts::Waiting(None);
        let mut effects = self.fetch_map();
        effects.push(Effect::Locate);
        effects
    }

    fn fetch_map(&mut self) -> Vec<Effect> {
        let mut effects = self.lookup.fetch();
        effects.extend(self.lookup.fetch_outlines());
        effects
    }

    /// Takes what the device said.
    pub(super) fn located(&mut self, outcome: Result<Fix, NoFix>) -> Vec<Effect> {
        self.whereabouts = match outcome {
            Ok(fix) => Whereabouts::Waiting(Some(fix)),
            Err(why) => Whereabouts::Failed(why),
        };
        self.placed()
    }

    /// Finds the area once both the position and the map are here.
    pub(super) fn placed(&mut self) -> Vec<Effect> {
        let Whereabouts::Waiting(Some(fix)) = self.whereabouts else { return Vec::new() };
        self.whereabouts = match self.lookup.outlines() {
            Asset::Here(outlines) => fix.on(outlines),
            Asset::Failed(_) => Whereabouts::NoMap,
            _ if self.lookup.trouble().is_some() => Whereabouts::NoMap,
            _ => return Vec::new(),
        };
        let Whereabouts::In(id) = self.whereabouts else { return Vec::new() };
        let mut effects = self.show(id);
        effects.push(Effect::Focus(ANSWER));
        effects
    }
}
