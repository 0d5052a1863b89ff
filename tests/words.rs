//! What the site really says: complete, in step with its structure, easy to read, and translatable to the last word.
//!
//! `cargo run -q -p tools -- content --check` prints the same complaints while you write.

use content::markup::{Inline, Markup};
use content::words::{GuideWords, StepWords};
use content::{Content, folder, pseudo, reading, survey};
use domain::language::Language;

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
