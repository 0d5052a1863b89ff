//! The content loader, shown a small sound sample: what it reads, what it forgives, what it says of old names and old days.
//!
//! Its rules are in `content_rules.rs`, broken one at a time.

use content::address::Address;
use content::helpline::HelplineList;
use content::markup::{Block, Inline};
use content::stale::Staleness;
use content::{Complaint, survey};
use domain::change::Change;
use domain::guide::GuideId;
use domain::language::Language;
use domain::platform::Platform;
use domain::record::Record;
use domain::step::StepId;
use domain::tick::Tick;
use serde::Deserialize;
use tests::sample::{GUIDE, HELPLINES, Sample};

const IPHONE: GuideId = GuideId::Platform(Platform::Iphone);

#[test]
fn a_sound_sample_is_read_whole() {
    let content = Sample::default().load().expect("nothing is wrong with the sample");
    let guide = content.guide(IPHONE);
    let step = &guide.steps[0];
    assert_eq!(step.id.as_str(), "iphone-find-my");
    assert_eq!((step.weight.get(), step.minutes, step.minimum.as_deref()), (5, 2, Some("iOS 7")));
    assert_eq!(step.checked.to_string(), "2026-11-22");
    assert_eq!(step.sources[0].seen.to_string(), "2026-11-21");
    assert_eq!(content.official().owner(&step.links[0].address), Some("Apple"));
    assert_eq!(guide.retired[0].successor, step.id);
    let words = content.words(Language::English).guide(IPHONE);
    assert_eq!(words.steps[&step.id].path, ["Settings", "[your name]", "Find My"]);
    assert_eq!(words.steps[&step.id].links["help"], "Apple: Activation Lock");
    let how = words.steps[&guide.steps[1].id].how.as_ref().expect("the second step says how");
    assert_eq!(how.blocks()[0], Block::Paragraph(vec![Inline::Text("Take your time:".to_owned())]));
    let Block::List { ordered: true, items } = &how.blocks()[1] else { panic!("not a numbered list") };
    assert_eq!(items[1][1], Inline::Strong("a new one".to_owned()));
    assert_eq!(how.links().map(Address::as_str).collect::<Vec<_>>(), ["https://support.apple.com/en-gb/118228"]);
}

#[test]
fn helplines_have_routes_and_words() {
    let content = Sample::default().load().expect("nothing is wrong with the sample");
    let words = content.words(Language::English).helplines().expect("the sample has words for helplines");
    let network = content.helplines().of(HelplineList::Network).next().expect("the sample has a network");
    let bank = content.helplines().of(HelplineList::Bank).next().expect("the sample has a bank");
    assert_eq!(network.another_phone.as_ref().map(ToString::to_string).as_deref(), Some("07953 966150"));
    assert_eq!((words.name(network), words.name(bank)), ("EE", "Banks on this code"));
    assert_eq!((words.hours(network), words.hours(bank)), (Some("8 am to 8 pm."), Some("Not known.")));
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HomeWords {
    title: String,
    left: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ShorterHome {
    #[serde(rename = "title")]
    _title: String,
}

#[test]
fn a_page_takes_exactly_the_words_it_declares() {
    let content = Sample::default().load().expect("nothing is wrong with the sample");
    let english = content.words(Language::English);
    assert_eq!(english.pages().collect::<Vec<_>>(), ["helplines", "home"]);
    let home: HomeWords = english.page("home").expect("the page has its words");
    assert_eq!((home.title.as_str(), home.left.as_str()), ("Three doors", "{count} steps left"));
    let unasked = english.page::<ShorterHome>("home").expect_err("a key is left over").to_string();
    assert_eq!(unasked, "words/en/home.toml:2: unknown field `left`, expected `title`");
    let absent = english.page::<HomeWords>("hall").expect_err("there is no such page").to_string();
    assert_eq!(absent, "words/en: the page hall is not translated");
    let long: HomeWords = content.words(Language::PseudoLong).page("home").expect("the page has pseudo words");
    assert!(long.left.contains("{count}") && long.left.starts_with('['), "{}", long.left);
}

#[test]
fn what_is_not_written_yet_is_listed_and_forgiven() {
    let sample = Sample::default();
    let (_, complaints) = survey(sample.folder(), Language::RELEASED);
    assert!(complaints.iter().all(Complaint::is_gap));
    assert_eq!(complaints.len(), GuideId::all().count() - 1);
    assert_eq!(complaints[0].to_string(), "guides/apple.toml: the guide apple has no file yet");
    assert!(sample.load().is_ok());
}

#[test]
fn the_stolen_guide_describes_every_step_of_the_plan() {
    let guide = Sample::default().read(GUIDE);
    let sample = Sample::with("guides/stolen.toml", "", &guide.replace("iphone-", "call-"));
    let (_, complaints) = survey(sample.folder(), Language::RELEASED);
    let said: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    for step in domain::plan::steps::ALL {
        let expected = format!("guides/stolen.toml: the plan has a step {step} that the guide does not describe");
        assert!(said.contains(&expected), "{step}");
    }
}

/// The sample with these retirements, each an old name and what took its place.
fn retiring(pairs: &[(&str, &str)]) -> Sample {
    let entry = |(id, successor): &(&str, &str)| format!("[[retired]]\nid = \"{id}\"\nsuccessor = \"{successor}\"\n");
    let (sample, entries) = (Sample::default(), pairs.iter().map(entry).collect::<String>());
    let guide = sample.read(GUIDE);
    let (steps, _) = guide.split_once("[[retired]]").expect("the sample retires a name");
    sample.write(GUIDE, &format!("{steps}{entries}"));
    sample
}

#[test]
fn a_step_answers_to_the_names_whose_place_it_took() {
    for (retired, names) in [
        (&[][..], "iphone-find-my"),
        (&[("iphone-b", "iphone-find-my")][..], "iphone-find-my iphone-b"),
        // A chain, in whatever order the file has it.
        (&[("iphone-a", "iphone-b"), ("iphone-b", "iphone-find-my")], "iphone-find-my iphone-b iphone-a"),
        (&[("iphone-b", "iphone-find-my"), ("iphone-a", "iphone-b")], "iphone-find-my iphone-b iphone-a"),
        // Two steps that became one; the latest names stand before those they followed.
        (
            &[("iphone-a", "iphone-b"), ("iphone-b", "iphone-find-my"), ("iphone-c", "iphone-find-my")],
            "iphone-find-my iphone-b iphone-c iphone-a",
        ),
        // A name may go over to another step, and from then on to that one alone.
        (&[("iphone-b", "iphone-sim-pin")], "iphone-find-my"),
    ] {
        let content = retiring(retired).load().expect("every name leads to a step");
        let step = &content.guide(IPHONE).steps[0].id;
        assert_eq!(content.names_of(step).to_string(), names, "{retired:?}");
    }
}

#[test]
fn a_tick_under_a_retired_name_shows_and_a_new_one_wins() {
    let content =
        retiring(&[("iphone-a", "iphone-b"), ("iphone-b", "iphone-find-my")]).load().expect("a chain is sound");
    let names = content.names_of(&content.guide(IPHONE).steps[0].id);
    let mut record = Record::default();
    let mut mark =
        |step: &StepId, tick| record.apply(Change::Mark(step.clone(), Some(tick))).map(|()| names.tick(&record));
    assert_eq!(mark(&StepId::new("iphone-a"), Tick::Done), Ok(Some(Tick::Done)));
    assert_eq!(mark(names.now(), Tick::NotNow), Ok(Some(Tick::NotNow)));
    assert_eq!(record.tick(&StepId::new("iphone-a")), Some(Tick::Done), "nothing that was kept is taken away");
}

#[test]
fn what_nobody_checked_for_half_a_year_is_listed_by_effect_and_then_by_age() {
    let stale = |today: &str, sample: &Sample| {
        let content = sample.load().expect("dates break no rule");
        let staleness = Staleness::of(&content, today.parse().expect(today));
        staleness.to_string().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let sample = Sample::default();
    let count = |count| format!("{count} of 4 steps and helplines were checked more than 180 days ago");
    assert_eq!(stale("2026-10-28", &sample), [count(0)], "180 days after the older step");
    assert_eq!(stale("2026-10-29", &sample), [count(1), "weight 3  181 days  iphone-sim-pin".to_owned()]);
    assert_eq!(stale("2020-01-01", &sample), [count(0)], "a clock that is wrong makes nothing old");
    let sample = Sample::with(HELPLINES, "checked = 2026-11-22", "checked = 2026-11-21");
    let expected = ["weight 5  181 days  iphone-find-my", "weight 3  386 days  iphone-sim-pin"];
    let lines = ["helpline  182 days  network ee", "helpline  181 days  bank 159"];
    let listed = stale("2027-05-22", &sample);
    assert_eq!(
        (&listed[0], &listed[1..3], &listed[3..]),
        (&count(4), &expected.map(str::to_owned)[..], &lines.map(str::to_owned)[..])
    );
}

#[test]
fn a_source_that_is_not_official_is_named_and_not_linked() {
    let other = "https://apple.example/guide";
    let content = Sample::with(GUIDE, "https://support.apple.com/guide/security", other)
        .load()
        .expect("a source may be anywhere");
    let source = &content.guide(IPHONE).steps[0].sources[0];
    assert_eq!((source.address.as_ref().map(Address::as_str), source.link()), (Some(other), None));
    let content = Sample::default().load().expect("nothing is wrong with the sample");
    let source = &content.guide(IPHONE).steps[0].sources[0];
    assert_eq!(source.link().map(Address::as_str), Some("https://support.apple.com/guide/security"));
}
