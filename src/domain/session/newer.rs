//! The events of the newer months: a press, what the browser found, and the outline that has to be here first.
//!
//! The rules are those of `crate::newer`; here they meet the tables of the page.

use super::Session;
use crate::effect::Effect;
use crate::gazetteer::AreaId;
use crate::newer::{self, News, Task};

impl Session {
    /// Takes what happened.
    pub(super) fn heard(&mut self, news: News) -> Vec<Effect> {
        let tasks = match news {
            News::Asked(id) => return self.asked_for_newer(id),
            News::Stopped => {
                let mut all = effects(self.newer.stop());
                if !all.is_empty() {
                    // The button that stops goes away, and the focus with it.
                    all.push(Effect::Focus(newer::BUTTON));
                }
                return all;
            }
            News::Recalled(code, months) => self.newer.recalled(code, months),
            News::Replied(call, outcome) => self.newer.replied(call, &outcome),
            News::Waited(call) => self.newer.waited(call),
        };
        effects(tasks)
    }

    /// The outlines arrived, or did not, or were here before.
    pub(super) fn outlined(&mut self) -> Vec<Effect> {
        let Some(id) = self.newer.wants_outline() else { return Vec::new() };
        let outlines = self.lookup.outlines();
        if let Some(outlines) = outlines.here() {
            effects(self.newer.outlined(outlines.largest(id).unwrap_or_default()))
        } else if outlines.is_wanted() {
            effects(self.newer.outlined(Vec::new()))
        } else {
            Vec::new()
        }
    }

    fn asked_for_newer(&mut self, id: AreaId) -> Vec<Effect> {
        let Some(area) = self.lookup.area(id) else { return Vec::new() };
        let mut all = effects(self.newer.begin(id, area.code, area.figures.period.to()));
        all.extend(self.lookup.fetch_outlines());
        all.extend(self.outlined());
        all
    }
}

fn effects(tasks: Vec<Task>) -> Vec<Effect> {
    tasks.into_iter().map(Effect::Newer).collect()
}
