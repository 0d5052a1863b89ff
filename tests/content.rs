//! The content loader, shown a small sound sample and then the same sample with one thing wrong at a time.
//!
//! Content is changed by people who do not program: each mistake must be found, and said with its file and line.

use std::fs;
use std::path::{Path, PathBuf};

use content::address::Address;
use content::helpline::HelplineList;
use content::markup::{Block, Inline};
use content::{Complaint, Content, load_from, reading, survey};
use domain::guide::GuideId;
use domain::language::Language;
use domain::platform::Platform;
use serde::Deserialize;

const IPHONE: GuideId = GuideId::Platform(Platform::Iphone);
const GUIDE: &str = "guides/iphone.toml";
const WORDS: &str = "words/en/guides/iphone.toml";
const HOME: &str = "words/en/home.toml";
const HELPLINES: &str = "helplines.toml";
const HELPLINE_WORDS: &str = "words/en/helplines.toml";

/// A copy of the sound sample that a test may break; gone when the test ends.
struct Sample(PathBuf);

impl Sample {
    fn new() -> Self {
        static NEXT: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let copy = std::env::temp_dir().join(format!("ringfence-content-{}-{number}", std::process::id()));
        copy_folder(&Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/content"), &copy);
        Self(copy)
    }

    /// The sample with one text in one file replaced; an empty `from` makes a new file.
    fn with(file: &str, from: &str, to: &str) -> Self {
        let sample = Self::new();
        let path = sample.0.join(file);
        let text = if from.is_empty() { String::new() } else { fs::read_to_string(&path).expect(file) };
        assert!(text.contains(from), "{file} has no {from:?} to break");
        fs::create_dir_all(path.parent().expect("a file has a folder")).expect("the folder can be made");
        fs::write(path, text.replacen(from, to, 1)).expect("the sample can be written");
        sample
    }

    fn load(&self) -> Result<Content, Vec<Complaint>> {
        load_from(&self.0)
    }

    /// Everything wrong but the guides that the small sample leaves out.
    fn complaints(&self) -> Vec<String> {
        let complaints = self.load().err().unwrap_or_default();
        complaints.iter().map(ToString::to_string).collect()
    }
}

impl Drop for Sample {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("the copy can be removed");
    }
}

fn copy_folder(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the copy can be made");
    for entry in fs::read_dir(from).expect("the sample can be read") {
        let path = entry.expect("the sample can be read").path();
        let copy = to.join(path.file_name().expect("an entry has a name"));
        if path.is_dir() {
            copy_folder(&path, &copy);
        } else {
            fs::copy(&path, copy).map(|_| ()).expect("a file can be copied");
        }
    }
}

#[test]
fn a_sound_sample_is_read_whole() {
    let content = Sample::new().load().expect("nothing is wrong with the sample");
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
    let content = Sample::new().load().expect("nothing is wrong with the sample");
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
    let content = Sample::new().load().expect("nothing is wrong with the sample");
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
    let sample = Sample::new();
    let (_, complaints) = survey(&sample.0, Language::RELEASED);
    assert!(complaints.iter().all(Complaint::is_gap));
    assert_eq!(complaints.len(), GuideId::all().count() - 1);
    assert_eq!(complaints[0].to_string(), "guides/apple.toml: the guide apple has no file yet");
    assert!(sample.load().is_ok());
}

#[test]
fn the_stolen_guide_describes_every_step_of_the_plan() {
    let guide = fs::read_to_string(Sample::new().0.join(GUIDE)).expect("the sample has a guide");
    let sample = Sample::with("guides/stolen.toml", "", &guide.replace("iphone-", "call-"));
    let (_, complaints) = survey(&sample.0, Language::RELEASED);
    let said: Vec<String> = complaints.iter().map(ToString::to_string).collect();
    for step in domain::plan::steps::ALL {
        let expected = format!("guides/stolen.toml: the plan has a step {step} that the guide does not describe");
        assert!(said.contains(&expected), "{step}");
    }
}

/// Breaks the sample in one place, and expects exactly these complaints, a line each.
fn check(file: &str, from: &str, to: &str, says: &str) {
    assert_eq!(Sample::with(file, from, to).complaints().join("\n"), says, "after {from:?} became {to:?}");
}

#[test]
fn a_mistake_in_the_structure_is_found() {
    let field = "expected one of `id`, `defends`, `weight`, `minutes`, `minimum`, `default`, `status`, `checked`, `see`, \
                 `link`, `source`";
    check(GUIDE, "minutes = 2", "minuts = 2", &format!("guides/iphone.toml:7: unknown field `minuts`, {field}"));
    check(GUIDE, "weight = 5", "weight = 6", "guides/iphone.toml:6: a weight is a number from 1 to 5");
    check(
        GUIDE,
        "checked = 2026-11-22",
        "checked = 2026-11-22T10:00:00",
        "guides/iphone.toml:11: not a day of the calendar written YYYY-MM-DD",
    );
    check(GUIDE, "checked = 2026-05-01\n", "", "guides/iphone.toml:23: iphone-sim-pin has no checked date");
    check(
        GUIDE,
        "[[step.source]]\ntitle = \"A guide without an address\"\nseen = 2026-11-22\n",
        "",
        "guides/iphone.toml:23: iphone-sim-pin has no source",
    );
    check(
        GUIDE,
        "id = \"iphone-find-me\"",
        "id = \"iphone-sim-pin\"",
        "guides/iphone.toml:35: iphone-sim-pin is named twice; a name stands for one thing",
    );
    check(
        GUIDE,
        "successor = \"iphone-find-my\"",
        "",
        "guides/iphone.toml:35: retired step iphone-find-me has no successor among the steps",
    );
    check(
        GUIDE,
        "successor = \"iphone-find-my\"",
        "successor = \"iphone-find-me\"",
        "guides/iphone.toml: retired step iphone-find-me has no successor among the steps",
    );
    for other in ["iphone-find-me", "iphone-nowhere"] {
        let see = format!("checked = 2026-05-01\nsee = [\"iphone-find-my\", \"{other}\"]");
        let says = format!("guides/iphone.toml: iphone-sim-pin sends people to {other}, and no guide has such a step");
        check(GUIDE, "checked = 2026-05-01", &see, &says);
    }
    check("guides/toaster.toml", "", "", "guides/toaster.toml: nothing on the site has the name of this file");
}

#[test]
fn a_step_is_named_after_its_guide() {
    let sample = Sample::with(GUIDE, "id = \"iphone-sim-pin\"", "id = \"pixel-sim-pin\"");
    let words = sample.0.join(WORDS);
    let text = fs::read_to_string(&words).expect("the sample has words");
    fs::write(words, text.replace("iphone-sim-pin", "pixel-sim-pin")).expect("the words can be written");
    let says = "guides/iphone.toml:23: the name of step pixel-sim-pin does not start with its guide's name";
    assert_eq!(sample.complaints(), [says]);
}

#[test]
fn a_link_goes_to_an_official_page_or_number() {
    let address = "https://support.apple.com/en-gb/108794";
    for (to, says) in [
        ("http://support.apple.com/", "an address starts with https://, tel: or sms:"),
        ("https://apple.com.example.net/", "its host is not in official.toml"),
        ("https://help.ee.co.uk/", "its host is not in official.toml"),
        ("tel:0800", "the number of a tel: or sms: link is + and 8 to 15 digits, or a short code of 3 to 6"),
    ] {
        check(GUIDE, address, to, &format!("guides/iphone.toml:15: {to}: {says}"));
    }
    let link = "https://support.apple.com/en-gb/118228";
    let says = "words/en/guides/iphone.toml:19: https://apple.example/: its host is not in official.toml";
    check(WORDS, link, "https://apple.example/", says);
    let says = "words/en/home.toml:1: https://apple.example: its host is not in official.toml";
    check(HOME, "Three doors", "See https://apple.example.", says);
}

#[test]
fn words_and_structure_belong_together() {
    let words = "[step.iphone-sim-pin]\ntitle = \"Lock the SIM\"";
    check(
        WORDS,
        words,
        &words.replace("sim-pin", "sim-lock"),
        "words/en/guides/iphone.toml: step iphone-sim-pin has no words\nwords/en/guides/iphone.toml:12: there is no step \
         iphone-sim-lock, but there are words for it",
    );
    let label = "link.help = \"Apple: Activation Lock\"";
    let unlabelled = "words/en/guides/iphone.toml:4: link help of step iphone-find-my has no label";
    check(WORDS, label, "", unlabelled);
    let unlinked = "words/en/guides/iphone.toml:4: step iphone-find-my has no link map, but a label for it";
    check(WORDS, label, &format!("{label}\nlink.map = \"Map\""), unlinked);
    check(
        WORDS,
        "path = [\"Settings\", \"[your name]\", \"Find My\"]",
        "",
        "words/en/guides/iphone.toml:4: step iphone-find-my has neither a path nor a how: it says nothing to do",
    );
    check(
        WORDS,
        "check = \"You see",
        "cheque = \"You see",
        "words/en/guides/iphone.toml:8: unknown field `cheque`, expected one of `title`, `why`, `path`, `how`, `check`, \
         `cost`, `link`",
    );
    check(
        "words/en/guides/toaster.toml",
        "",
        "",
        "words/en/guides/toaster.toml: nothing on the site has the name of this file",
    );
    check("words/fr/home.toml", "", "", "words/fr: no language of the site has the tag that this folder has");
    let sample = Sample::new();
    fs::remove_file(sample.0.join(WORDS)).expect("the words can be removed");
    let (_, complaints) = survey(&sample.0, Language::RELEASED);
    assert!(complaints.iter().any(|one| one.to_string() == "words/en: the guide iphone has no words yet"));
}

#[test]
fn only_the_subset_of_markdown_passes() {
    for (to, says) in [
        ("<b>a new one</b>", "there is HTML in the text"),
        ("*a new one*", "only **strong** may be used, and no line breaks inside a paragraph"),
        ("![a](https://apple.com/a.png)", "a text has no pictures"),
        ("**[a](https://apple.com/)**", "a link is written [words](address)"),
        ("<https://apple.com/>", "a link is written [words](address)"),
        ("[a](javascript:alert(1))", "an address starts with https://, tel: or sms:"),
        ("\n    - one\n", "strong words, links and list items hold plain words only, and lists do not nest"),
        ("\n\n# Heading\n", "a text has no headings"),
        ("\n\n> quoted\n", "only paragraphs and lists may be used; a line must not start with four spaces"),
        ("\n\n| a |\n|---|\n| b |\n", "only paragraphs and lists may be used; a line must not start with four spaces"),
    ] {
        check(WORDS, "**a new one**", to, &format!("words/en/guides/iphone.toml:15: {says}"));
    }
    let says = "words/en/guides/iphone.toml:6: this text is shown as it stands and must have no markup";
    check(WORDS, "A thief cannot sell it.", "A thief **cannot** sell it.", says);
    check(WORDS, "A thief cannot sell it.", " ", "words/en/guides/iphone.toml:6: the text is empty");
}

#[test]
fn helplines_keep_their_rules() {
    check(
        HELPLINES,
        "+44 7953 966150",
        "07953 966150",
        "helplines.toml:8: a phone number starts with + and the country, unless it has 3 to 6 digits",
    );
    check(
        HELPLINES,
        "status = \"secondary\"",
        "status = \"general\"",
        "helplines.toml:17: 159: a row with status general carries no number",
    );
    check(HELPLINES, "another_phone = \"159\"", "", "helplines.toml:17: 159: a row carries a number or web");
    check(
        HELPLINES,
        "another_phone = \"159\"",
        "own_phone = \"159\"",
        "helplines.toml:17: 159: only networks have own_phone",
    );
    check(HELPLINES, "https://ee.co.uk/help", "tel:999", "helplines.toml:2: ee: web is an https:// page");
    check(
        HELPLINE_WORDS,
        "[network.ee]",
        "[network.o2]",
        "words/en/helplines.toml: ee: it has hours in the words exactly when the row's hours are office\n\
         words/en/helplines.toml:35: o2: there are words for it, but no row",
    );
    let named = "words/en/helplines.toml:38: 159: it has its name either in the row or in the words";
    check(HELPLINE_WORDS, "name = \"Banks on this code\"", "", named);
    check(
        HELPLINE_WORDS,
        "chat = \"A chat.\"\n",
        "",
        "words/en/helplines.toml:11: hours: one of the hours has no words",
    );
}

#[test]
fn words_that_are_hard_to_read_are_found() {
    let offenders = |why: &str| {
        let content = Sample::with(WORDS, "A thief cannot sell it.", why).load().expect("hard words are still words");
        reading::offenders(&content).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(offenders("A thief cannot sell it."), [""; 0]);
    let long = "a ".repeat(25) + "b.";
    let says = format!("iphone-find-my: a sentence of 26 words, 25 at most: {long}");
    assert_eq!(offenders(&long), [says]);
    let hard = "Unauthorised individuals experience considerable difficulty. ".repeat(6);
    let said = offenders(&hard);
    assert_eq!(said.len(), 2, "{said:?}");
    assert!(said[0].starts_with("iphone-find-my: grade ") && said[0].ends_with(", 8 at most"), "{said:?}");
    assert!(said[1].starts_with("all guides together: grade ") && said[1].ends_with(", 6 at most"), "{said:?}");
    let short = "Unauthorised individuals experience considerable difficulty. ".repeat(3);
    let said = offenders(&short);
    assert!(said[0].starts_with("iphone: its short steps together: grade "), "{said:?}");
}

#[test]
fn a_second_language_says_the_same_things() {
    // A pseudo-language's folder stands in for a translation: the check does not ask which language it is.
    let languages = [Language::English, Language::PseudoLong];
    let sample = Sample::new();
    copy_folder(&sample.0.join("words/en"), &sample.0.join("words/en-XA"));
    let complaints = |text: &str| {
        fs::write(sample.0.join("words/en-XA/home.toml"), text).expect("the translation can be written");
        let (_, mut complaints) = survey(&sample.0, &languages);
        complaints.retain(|complaint| !complaint.is_gap());
        complaints.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(complaints("title = 'Drei'\nleft = 'Noch {count}'\n"), [""; 0]);
    assert_eq!(
        complaints("title = 'Drei'\nleft = 'Noch {zahl}'\n"),
        [
            "words/en-XA/home.toml:2: left: {count} stands in one language only",
            "words/en-XA/home.toml:2: left: {zahl} stands in one language only"
        ]
    );
    assert_eq!(complaints("title = 'Drei'\n"), ["words/en-XA/home.toml: left is not translated"]);
    assert_eq!(
        complaints("title = 'Drei'\nleft = '{count}'\nmore = 'Mehr'\n"),
        ["words/en-XA/home.toml:3: more stands in this language only"]
    );
    fs::remove_file(sample.0.join("words/en-XA/home.toml")).expect("the translation can be removed");
    let (_, complaints) = survey(&sample.0, &languages);
    assert!(complaints.iter().any(|one| one.to_string() == "words/en-XA: the page home is not translated"));
}
