//! What the site really says: complete, in step with its structure, easy to read, and translatable to the last word.
//!
//! `cargo run -q -p tools -- content --check` prints the same complaints while you write.

use content::markup::{Inline, Markup};
use content::tone::{Fault, Tone};
use content::words::{GuideWords, StepWords};
use content::{Content, folder, pseudo, reading, survey};
use domain::language::Language;
use tests::sample::{Sample, WORDS};

fn content() -> Content {
    survey(folder(), Language::RELEASED).0
}

fn listed<T: ToString>(problems: &[T]) -> String {
    problems.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn nothing_is_missing_and_nothing_is_wrong() {
    let (_, complaints) = survey(folder(), Language::RELEASED);
    assert!(complaints.is_empty(), "\n{}", listed(&complaints));
}

#[test]
fn the_guides_are_easy_to_read() {
    let offenders = reading::offenders(&content());
    assert!(offenders.is_empty(), "\n{}", listed(&offenders));
}

#[test]
fn words_that_are_hard_to_read_are_found() {
    let offenders = |why: &str| {
        let content = Sample::with(WORDS, "A thief cannot sell it.", why).load().expect("hard words are still words");
        reading::offenders(&content).iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(offenders("A thief cannot sell it."), [""; 0]);
    assert_eq!(offenders(&("a ".repeat(24) + "b.")), [""; 0], "25 words");
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
    let named = "Authenticator iPhone Authenticator. ".repeat(12);
    assert!(!offenders(&named).is_empty(), "a long word that is no name");
    let content = Sample::with("names.toml", "\"iPhone\"", "\"iPhone\", \"Authenticator\"");
    content.write(WORDS, &content.read(WORDS).replacen("A thief cannot sell it.", &named, 1));
    let content = content.load().expect("hard words are still words");
    assert!(reading::offenders(&content).is_empty(), "names are on the list of names");
}

#[test]
fn the_lists_of_words_that_are_not_used_find_each_of_theirs() {
    let tone = Tone::read(folder(), Language::English).expect("English has its lists");
    for fault in [Fault::Blame, Fault::Idiom, Fault::Fear] {
        assert!(tone.phrases().filter(|(_, why)| *why == fault).count() >= 20, "{fault}");
    }
    for (phrase, fault) in tone.phrases() {
        let found = tone.faults(&format!("One, {}: two.", phrase.to_uppercase()));
        assert!(found.contains(&(phrase, fault)), "{phrase}");
    }
}

#[test]
fn every_word_of_the_guides_changes_with_the_language() {
    let content = content();
    for language in Language::PSEUDO {
        for guide in content.guides() {
            for text in texts(content.words(*language).guide(guide.id)) {
                let left = pseudo::leftovers(&text, content.names());
                assert!(left.is_empty(), "{language} {}: {left:?} in {text}", guide.id);
            }
        }
    }
}

#[test]
fn the_long_language_is_longer_and_keeps_the_structure() {
    let content = content();
    for guide in content.guides() {
        let english = content.words(Language::English).guide(guide.id);
        let long = content.words(Language::PseudoLong).guide(guide.id);
        for (id, step) in &english.steps {
            let (short, long) = (&step.why, &long.steps[id].why);
            assert!(long.chars().count() * 5 >= short.chars().count() * 7, "{id}: {long}");
            let links = |language| {
                let words = &content.words(language).guide(guide.id).steps[id];
                words.how.iter().flat_map(Markup::links).cloned().collect::<Vec<_>>()
            };
            assert_eq!(links(Language::English), links(Language::PseudoLong), "{id}");
            assert_eq!(links(Language::English), links(Language::PseudoRightToLeft), "{id}");
        }
    }
}

/// Every text of a guide but the codes in it, which are the same in every language.
fn texts(guide: &GuideWords) -> Vec<String> {
    let head = [&guide.title, &guide.summary].map(String::clone);
    head.into_iter().chain(guide.steps.values().flat_map(step_texts)).collect()
}

fn step_texts(step: &StepWords) -> Vec<String> {
    let plain = [Some(&step.title), Some(&step.why), step.check.as_ref(), step.cost.as_ref()].into_iter().flatten();
    let labels = step.path.iter().chain(step.links.values());
    let how = step.how.iter().flat_map(Markup::runs).flatten().filter(|inline| !matches!(inline, Inline::Code(_)));
    plain.chain(labels).cloned().chain(how.map(|inline| inline.text().to_owned())).collect()
}
