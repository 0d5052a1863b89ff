//! The events of the report: what was told, which part is shown, and the log of what was done.
//!
//! Nothing of it is ever kept. Where something new is shown, the focus goes there, so that nobody looks for it.

use std::ops::ControlFlow;

use super::Session;
use crate::asset::Asset;
use crate::device::Device;
use crate::draft::Draft;
use crate::drafting::Drafting;
use crate::effect::{Effect, File};
use crate::entry;
use crate::event::Event;
use crate::incident::Part;

/// Answers the events of the report.
pub(super) fn update(session: &mut Session, event: Event) -> ControlFlow<Vec<Effect>, Event> {
    let effects = match event {
        Event::Told(field, text) => {
            session.handed = None;
            session.draft.write(field, &text);
            Vec::new()
        }
        Event::Drafted(drafting) => {
            session.handed = None;
            match drafting {
                // On a device that may be somebody else's, nobody's record is looked at.
                Drafting::RecordAsked if session.device != Some(Device::Mine) => Vec::new(),
                Drafting::RecordAsked => {
                    session.kept = Asset::Coming;
                    vec![Effect::ReadPhones]
                }
                Drafting::KeptChosen(place) => {
                    take(session, place);
                    Vec::new()
                }
                drafting => draft(&mut session.draft, drafting),
            }
        }
        Event::ClockRead(now, clock) => {
            session.now = Some(now);
            session.draft.tell_time(clock, now.moment().map(|moment| moment.to_string()));
            Vec::new()
        }
        Event::ReportOpened(_) if !session.templates.is_wanted() => Vec::new(),
        Event::ReportOpened(language) => {
            session.templates = Asset::Coming;
            vec![Effect::ReadClock, Effect::Fetch(File::Report(language))]
        }
        Event::PhonesRead(outcome) => {
            session.kept = Asset::of(outcome);
            // Of one phone nobody needs to be asked which it is.
            if session.kept.here().is_some_and(|phones| phones.len() == 1) {
                take(session, 0);
            }
            Vec::new()
        }
        Event::ReportCleared => {
            session.handed = None;
            session.kept = Asset::Idle;
            session.draft.clear();
            Vec::new()
        }
        Event::Fetched(File::Report(_), outcome) => {
            session.templates = Asset::of(outcome);
            Vec::new()
        }
        other => return ControlFlow::Continue(other),
    };
    ControlFlow::Break(effects)
}

/// Fills the phone that is shown from a kept one.
fn take(session: &mut Session, place: usize) {
    if let Some(phone) = session.kept.here().and_then(|phones| phones.get(place)) {
        session.draft.take(phone);
    }
}

fn draft(draft: &mut Draft, drafting: Drafting) -> Vec<Effect> {
    match drafting {
        Drafting::PartShown(part) => {
            draft.show(part);
            vec![Effect::Focus(part.heading())]
        }
        Drafting::FieldSought(field) => {
            draft.seek(field);
            // The log has no field of its own before a line is opened.
            let part = draft.part();
            vec![if part == Part::Log { Effect::Focus(part.heading()) } else { Effect::FocusField(field) }]
        }
        Drafting::PhoneShown(phone) => {
            draft.show_phone(phone);
            Vec::new()
        }
        Drafting::PhoneAdded => {
            draft.add_phone();
            vec![Effect::Focus(Part::Phone.heading())]
        }
        Drafting::PhoneRemoved => {
            draft.remove_phone();
            vec![Effect::Focus(Part::Phone.heading())]
        }
        // They concern more than the draft, and were answered before.
        Drafting::RecordAsked | Drafting::KeptChosen(_) => Vec::new(),
        Drafting::EntryOpened => {
            draft.open_entry();
            vec![Effect::ReadClock, Effect::Focus(entry::Field::Act.id())]
        }
        Drafting::EntryTyped(field, typed) => {
            draft.write_entry(field, typed);
            Vec::new()
        }
        Drafting::NowAsked => vec![Effect::ReadClock],
        Drafting::EntryKept => {
            let kept = draft.keep_entry();
            vec![Effect::Focus(kept.err().map_or(Part::Log.heading(), entry::Field::id))]
        }
        Drafting::EntryClosed => {
            draft.close_entry();
            vec![Effect::Focus(Part::Log.heading())]
        }
        Drafting::SightingKept => {
            draft.keep_sighting();
            Vec::new()
        }
        Drafting::Struck(line) => {
            draft.strike(line);
            vec![Effect::Focus(Part::Log.heading())]
        }
    }
}
