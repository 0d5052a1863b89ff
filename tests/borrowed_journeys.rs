//! Whole journeys on a borrowed device, without a browser: the question whose it is, the idle time, and the way out.
//!
//! What was typed is forgotten on every way off the page; whose device it is decides, and "not said" means borrowed.

use std::ops::Range;

use domain::device::{Departure, Device};
use domain::effect::Effect;
use domain::event::{Event, FetchError};
use domain::idle::{END, Idle, WARNING};
use domain::incident::Field;
use domain::language::Language;
use domain::plan::{When, plan};
use domain::session::Session;
use domain::triage::{Answers, Make};
use tests::journey::{Journey, given};

const NEEDLE: &str = "Corner of Lamb Street";

/// The devices on which nothing stays.
const BORROWED: [Option<Device>; 3] = [None, Some(Device::SomeoneElses), Some(Device::Public)];

/// A page that woke on this device.
fn on(device: Option<Device>) -> Journey {
    let page = given().when(Event::GuardWoken).then([Effect::Watch(0..WARNING)]);
    match device {
        Some(device) => page.when(Event::DeviceTold(device)).then([]),
        None => page,
    }
}

/// A person who answered something, and has the report open with something in it.
fn busy(device: Option<Device>) -> Journey {
    on(device)
        .when(Event::Answered(Answers { make: Make::Iphone, ..Answers::default() }))
        .when(Event::ReportOpened(Language::English))
        .when(Event::Told(Field::Where, NEEDLE.to_owned()))
        .and(|page| assert!(format!("{:?}", page.draft.incident().answer(Field::Where)).len() > 4))
}

/// Nothing of the person is left in the page.
#[track_caller]
fn is_forgotten(page: &Session) {
    let empty = Session {
        now: page.now,
        device: page.device,
        idle: page.idle,
        steps: page.steps.clone(),
        ..Session::default()
    };
    assert_eq!(page, &empty);
}

#[track_caller]
fn is_remembered(page: &Session) {
    assert_eq!(page.draft.incident().answer(Field::Where).map(ToString::to_string).as_deref(), Some(NEEDLE));
}

#[test]
fn the_page_warns_at_eight_minutes_and_forgets_at_ten() {
    // Seconds without a touch, what the page says then, how long that holds, and whether it still remembers.
    let cases: [(u32, Idle, Range<u32>, bool); 6] = [
        (0, Idle::Watched, 0..WARNING, true),
        (WARNING - 1, Idle::Watched, 0..WARNING, true),
        (WARNING, Idle::Warned, WARNING..END, true),
        (END - 1, Idle::Warned, WARNING..END, true),
        (END, Idle::Over, WARNING..u32::MAX, false),
        // A device that slept.
        (86_400, Idle::Over, WARNING..u32::MAX, false),
    ];
    assert_eq!((WARNING, END), (480, 600));
    for device in BORROWED {
        for (seconds, said, until, remembers) in cases.clone() {
            let page = busy(device).when(Event::Untouched(seconds));
            let watch = Effect::Watch(until);
            let page = if remembers { page.then([watch]) } else { page.then([Effect::Clear, watch]) };
            page.and(|page| {
                assert_eq!(page.shown_idle(), said, "{device:?} after {seconds}");
                if remembers { is_remembered(page) } else { is_forgotten(page) }
            });
        }
    }
}

#[test]
fn a_touch_after_the_warning_takes_it_back() {
    busy(None)
        .when(Event::Untouched(WARNING))
        .when(Event::Untouched(0))
        .then([Effect::Watch(0..WARNING)])
        .and(|page| {
            assert_eq!(page.shown_idle(), Idle::Watched);
            is_remembered(page);
        })
        .when(Event::Untouched(WARNING))
        .and(|page| assert_eq!(page.shown_idle(), Idle::Warned, "and it warns again"));
}

#[test]
fn a_page_that_forgot_says_so_until_somebody_begins_anew() {
    busy(None)
        .when(Event::Untouched(END))
        .when(Event::Untouched(0))
        .then([Effect::Watch(0..WARNING)])
        .and(|page| assert_eq!(page.shown_idle(), Idle::Over, "whoever comes back has to read it"))
        .when(Event::Answered(Answers { make: Make::Pixel, ..Answers::default() }))
        .and(|page| assert_ne!(page.shown_idle(), Idle::Over))
        .when(Event::Untouched(WARNING))
        .and(|page| assert_eq!(page.shown_idle(), Idle::Warned));
}

#[test]
fn a_page_with_nothing_to_forget_warns_of_nothing() {
    for seconds in [WARNING, END] {
        on(None)
            .when(Event::Untouched(seconds))
            .then([Effect::Watch(WARNING..u32::MAX)])
            .and(|page| assert_eq!(page.shown_idle(), Idle::Watched));
    }
}

#[test]
fn on_their_own_device_nobody_is_watched() {
    let mine = Some(Device::Mine);
    busy(mine)
        .when(Event::Untouched(END))
        .then([])
        .and(is_remembered)
        .and(|page| assert_eq!(page.shown_idle(), Idle::Unwatched))
        .when(Event::PageLeft)
        .then([])
        .and(is_remembered)
        // It was somebody else's after all.
        .when(Event::DeviceTold(Device::SomeoneElses))
        .then([Effect::Watch(0..WARNING)])
        .when(Event::DeviceTold(Device::Public))
        .then([])
        .when(Event::Untouched(END))
        .and(is_forgotten);
}

#[test]
fn whatever_way_the_page_is_left_nothing_stays_on_a_borrowed_device() {
    for device in BORROWED {
        busy(device).when(Event::PageLeft).then([Effect::Clear]).and(is_forgotten);
        busy(device)
            .when(Event::LeaveAsked(Language::English))
            .then([Effect::Clear, Effect::Leave(Language::English)])
            .and(is_forgotten);
    }
    busy(Some(Device::Mine)).when(Event::LeaveAsked(Language::English)).and(is_forgotten);
}

#[test]
fn the_steps_go_back_to_their_first_order() {
    let places: Vec<_> =
        plan(&Answers::default()).steps().iter().map(|step| (step.id.clone(), step.when.slug())).collect();
    assert!(places.iter().any(|(_, list)| *list == When::Now.slug()));
    on(None)
        .when(Event::Gathered(Ok(())))
        .when(Event::Answered(Answers { make: Make::Simple, ..Answers::default() }))
        .when(Event::PageLeft)
        .then([Effect::Clear, Effect::Arrange(places)])
        .and(|page| assert!(page.steps.here().is_some(), "they need not be fetched again"));
    on(None).when(Event::Gathered(Err(FetchError::Unreachable))).when(Event::PageLeft).then([Effect::Clear]);
}

#[test]
fn links_leave_the_page_standing_and_carry_one_fact() {
    let plain = Departure::default();
    let kept = Departure { new_tab: true, borrowed: false };
    let borrowed = Departure { new_tab: true, borrowed: true };
    for (device, before, after) in [
        (None, plain, kept),
        (Some(Device::Mine), plain, kept),
        (Some(Device::SomeoneElses), borrowed, borrowed),
        (Some(Device::Public), borrowed, borrowed),
    ] {
        on(device).and(|page| assert_eq!(page.departure(), before, "{device:?}"));
        busy(device).and(|page| assert_eq!(page.departure(), after, "{device:?}, with a report"));
    }
}
