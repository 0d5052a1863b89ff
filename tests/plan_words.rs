//! What the stolen walk's steps say and where they lead, held against every plan.
//!
//! The order is tested in `plan.rs`; here, that each step has words and that the first link opens without a code.

use content::guide::Guide;
use content::markup::{Inline, Markup};
use content::step::Step;
use domain::guide::{GuideId, Topic};
use domain::language::Language;
use domain::plan::{Plan, Planned, plan, steps};
use domain::step::StepId;
use domain::triage::{Answers, Make, Place, Safe};

const STOLEN: GuideId = GuideId::Topic(Topic::Stolen);

/// The addresses a plan leads to, in its order.
fn addresses<'a>(stolen: &'a Guide, plan: &Plan) -> Vec<(&'a StepId, &'a str)> {
    let step = |planned: &Planned| stolen.step(&planned.id).expect("the guide has every step");
    let links = |step: &'a Step| step.links.iter().map(move |link| (&step.id, link.address.as_str()));
    plan.steps().iter().map(step).flat_map(links).collect()
}

#[test]
fn the_guide_has_every_step_in_the_order_without_scripts() {
    let content = content::load().expect("the content is sound");
    let written: Vec<&StepId> = content.guide(STOLEN).steps.iter().map(|step| &step.id).collect();
    assert_eq!(written, steps::ALL.iter().collect::<Vec<_>>());
}

#[test]
fn the_first_page_opened_is_the_one_that_asks_for_no_code() {
    let content = content::load().expect("the content is sound");
    for answers in Answers::every().filter(|answers| answers.safe != Safe::No) {
        let links = addresses(content.guide(STOLEN), &plan(&answers));
        let place = |wanted: &str| links.iter().position(|(_, address)| *address == wanted);
        let (apple, lock) = (place("https://icloud.com/find"), place("https://android.com/lock"));
        match answers.make {
            Make::Iphone => assert_eq!((apple, lock), (Some(0), None), "{answers:?}"),
            Make::Pixel | Make::OtherAndroid | Make::Samsung => {
                assert_eq!(lock, Some(0), "{answers:?}");
                assert!(place("https://android.com/find").is_some_and(|find| find > 0), "{answers:?}");
            }
            Make::Huawei => assert_eq!(place("https://cloud.huawei.com"), Some(0), "{answers:?}"),
            Make::Simple => assert_eq!((apple, lock), (None, None), "{answers:?}"),
            Make::Unknown => assert_eq!((apple, lock), (Some(0), Some(1)), "{answers:?}"),
        }
        let own = place("https://samsungfind.samsung.com");
        assert_eq!(own.is_some(), answers.make == Make::Samsung, "{answers:?}");
    }
}

#[test]
fn rail_plans_hold_the_number_that_takes_texts() {
    let content = content::load().expect("the content is sound");
    for answers in Answers::every().filter(|answers| answers.place == Place::Rail) {
        let links = addresses(content.guide(STOLEN), &plan(&answers));
        assert!(links.contains(&(&steps::POLICE_RAIL, "sms:61016")), "{answers:?}");
    }
}

#[test]
fn nobody_is_sent_to_report_fraud_for_the_theft() {
    let content = content::load().expect("the content is sound");
    for step in &content.guide(STOLEN).steps {
        let fraud = step.links.iter().any(|link| link.address.host() == Some("www.reportfraud.police.uk"));
        assert!(!fraud || step.id == steps::WATCH_SCAMS, "{}", step.id);
    }
}

#[test]
fn the_page_stands_alone_without_scripts() {
    let content = content::load().expect("the content is sound");
    let words = &content.words(Language::English).guide(STOLEN).steps;
    let default = plan(&Answers::default());
    let shown: usize = default
        .steps()
        .iter()
        .map(|step| {
            let said = &words[&step.id];
            let runs = said.how.iter().flat_map(Markup::runs).flatten().map(Inline::text);
            let texts = [said.title.as_str(), &said.why].into_iter().chain(said.cost.as_deref()).chain(runs);
            texts.map(|text| text.chars().count()).sum::<usize>()
        })
        .sum();
    assert!(shown >= 6_300, "{shown} characters");
    assert!(words.values().all(|said| said.cost.is_some()), "each step says what it costs to undo");
}
