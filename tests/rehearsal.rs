//! The rehearsal cannot fire: it leads to lists, never to a page or a number that acts, and every try says where to stop.
//!
//! People who tested a tool of another country by using it locked their own phones. What is written here must not repeat it.

use content::Content;
use content::markup::Markup;
use content::step::Step;
use content::words::StepWords;
use domain::guide::{GuideId, Topic};
use domain::language::Language;

const REHEARSAL: GuideId = GuideId::Topic(Topic::Rehearsal);

/// The pages that show a list of devices to their owner. What one can press there stays a press away.
const LISTS: [&str; 5] = [
    "https://icloud.com/find",
    "https://android.com/find",
    "https://samsungfind.samsung.com",
    "https://i.mi.com",
    "https://cloud.huawei.com",
];

fn content() -> Content {
    content::load().expect("the content is sound")
}

/// Every address that a step's links and text lead to.
fn addresses<'a>(step: &'a Step, words: &'a StepWords) -> Vec<&'a str> {
    let inline = words.how.iter().flat_map(Markup::links);
    step.links.iter().map(|link| &link.address).chain(inline).map(content::address::Address::as_str).collect()
}

fn bold(words: &StepWords) -> String {
    let runs = words.how.iter().flat_map(Markup::runs).flatten();
    runs.filter_map(|inline| match inline {
        content::markup::Inline::Strong(text) => Some(text.to_lowercase()),
        _ => None,
    })
    .collect()
}

#[test]
fn no_step_leads_to_anything_that_acts() {
    let content = content();
    for step in &content.guide(REHEARSAL).steps {
        let words = &content.words(Language::English).guide(REHEARSAL).steps[&step.id];
        for address in addresses(step, words) {
            assert!(LISTS.contains(&address), "{}: {address}", step.id);
        }
    }
}

#[test]
fn a_try_that_opens_a_page_or_rings_says_in_bold_where_to_stop() {
    let content = content();
    let (mut opened, mut rung) = (0, 0);
    for step in &content.guide(REHEARSAL).steps {
        let words = &content.words(Language::English).guide(REHEARSAL).steps[&step.id];
        if !addresses(step, words).is_empty() {
            opened += 1;
            assert!(bold(words).contains("stop"), "{}", step.id);
        } else if words.title.starts_with("Ring") {
            rung += 1;
            assert!(bold(words).contains("hang up"), "{}", step.id);
        }
    }
    assert_eq!((opened, rung), (LISTS.len(), 1));
}

#[test]
fn what_a_try_shows_can_be_seen_and_mended() {
    let content = content();
    let steps = &content.guide(REHEARSAL).steps;
    for step in steps {
        let words = &content.words(Language::English).guide(REHEARSAL).steps[&step.id];
        assert!(words.check.is_some(), "{} does not say what to see", step.id);
        for other in &step.see {
            let guide = content.guide_of(other).expect("the check of the content refuses other names");
            assert_ne!(guide.id, REHEARSAL, "{} is mended by {other}", step.id);
        }
    }
    let unmended: Vec<&str> = steps.iter().filter(|step| step.see.is_empty()).map(|step| step.id.as_str()).collect();
    assert_eq!(unmended, ["rehearsal-close-leave"]);
}
