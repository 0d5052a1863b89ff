//! `tools content --step NAME`: one step as people will read it, and where to change it.
//!
//! Whoever corrects a sentence sees the result in seconds, without building the site.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use content::Content;
use content::guide::Guide;
use content::markup::{Block, Inline, Markup};
use content::reading::{HARDEST_STEP, Measure, SHORTEST_STEP};
use content::step::Step;
use content::words::StepWords;
use domain::language::Language;

/// The step of a name, as text.
pub(super) fn show(root: &Path, content: &Content, name: &str) -> Result<String, String> {
    let id = name.parse().map_err(|_| format!("{name} is not the name of a step, such as iphone-sim-pin"))?;
    let found = content.guides().find_map(|guide| Some((guide, guide.step(&id)?)));
    let (guide, step) = found.ok_or_else(|| format!("no guide has a step {name}"))?;
    let said = content.words(Language::English).guide(guide.id);
    let words = said.steps.get(&id).ok_or_else(|| format!("step {name} has no words yet"))?;
    let measure = Measure::of_step(words, content.names());
    Ok([head(root, guide, step), text(words), facts(step, words), reading(measure)].join("\n"))
}

/// The name, and the lines on which the step starts in its two files.
fn head(root: &Path, guide: &Guide, step: &Step) -> String {
    let place = |file: String, start: String| {
        let text = fs::read_to_string(root.join(&file)).unwrap_or_default();
        let line = text.lines().position(|line| line.starts_with(&start)).map(|place| format!(":{}", place + 1));
        format!("src/content/{file}{}", line.unwrap_or_default())
    };
    let words = place(format!("words/en/guides/{}.toml", guide.id), format!("[step.{}]", step.id));
    let facts = place(format!("guides/{}.toml", guide.id), format!("id = \"{}\"", step.id));
    format!("{}\n  words: {words}\n  facts: {facts}\n", step.id)
}

fn text(words: &StepWords) -> String {
    let mut text = format!("{}\n\nWhy: {}\n", words.title, words.why);
    if !words.path.is_empty() {
        line(&mut text, "Where it is: ", &words.path.join(" > "));
    }
    words.how.iter().for_each(|how| text.push_str(&prose(how)));
    for (label, part) in [("How to check it: ", &words.check), ("What it costs you: ", &words.cost)] {
        if let Some(part) = part {
            line(&mut text, label, part);
        }
    }
    text
}

fn facts(step: &Step, words: &StepWords) -> String {
    let mut facts = String::new();
    for link in &step.links {
        let label = words.links.get(&link.id).unwrap_or(&link.id);
        line(&mut facts, "Link: ", &format!("{label} ({})", link.address));
    }
    for source in &step.sources {
        line(&mut facts, "Source: ", &format!("{}, seen {}", source.title, source.seen));
    }
    let minimum = step.minimum.as_ref().map(|minimum| format!("needs {minimum}, ")).unwrap_or_default();
    let (minutes, weight, status) = (step.minutes, step.weight.get(), step.status.slug());
    line(&mut facts, "Facts: ", &format!("{minimum}{minutes} minutes, weight {weight} of 5, status {status}"));
    line(&mut facts, "Checked: ", &step.checked.to_string());
    facts
}

fn reading(measure: Measure) -> String {
    let (words, grade) = (measure.words, measure.grade());
    if words < SHORTEST_STEP {
        format!("Reading: {words} words; judged together with the other short steps of its guide.")
    } else {
        format!("Reading: {words} words, grade {grade:.1}; {HARDEST_STEP:.0} at most.")
    }
}

fn line(text: &mut String, label: &str, rest: &str) {
    // Writing to a text cannot fail.
    let _ = writeln!(text, "{label}{rest}");
}

/// Paragraphs and lists as plain text.
fn prose(how: &Markup) -> String {
    let mut text = String::new();
    for block in how.blocks() {
        match block {
            Block::Paragraph(run) => line(&mut text, "", &run_of(run)),
            Block::List { ordered, items } => {
                for (place, item) in items.iter().enumerate() {
                    let sign = if *ordered { format!("  {}. ", place + 1) } else { "  - ".to_owned() };
                    line(&mut text, &sign, &run_of(item));
                }
            }
        }
    }
    text
}

fn run_of(run: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Link { text, address } => format!("{text} ({address})"),
        other => other.text().to_owned(),
    };
    run.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use content::load_from;

    use super::show;

    #[test]
    fn a_step_is_shown_as_people_read_it_with_the_places_to_change_it() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/content");
        let content = load_from(&root).expect("nothing is wrong with the sample");
        let expected = "iphone-sim-pin
  words: src/content/words/en/guides/iphone.toml:12
  facts: src/content/guides/iphone.toml:23

Lock the SIM

Why: Nobody else gets your codes.
Take your time:
  1. Find the code on the card.
  2. Type it, then a new one. See Apple (https://support.apple.com/en-gb/118228), or ring 150.

Source: A guide without an address, seen 2026-11-22
Facts: 4 minutes, weight 3 of 5, status general
Checked: 2026-05-01

Reading: 25 words; judged together with the other short steps of its guide.";
        assert_eq!(show(&root, &content, "iphone-sim-pin").as_deref(), Ok(expected));
        let first = show(&root, &content, "iphone-find-my").expect("the sample has the step");
        for line in ["Where it is: Settings > [your name] > Find My", "Link: Apple: Activation Lock (https://support"] {
            assert!(first.contains(line), "{line}\n{first}");
        }
        for (name, says) in [
            ("iphone-nowhere", "no guide has a step iphone-nowhere"),
            ("SIM PIN", "SIM PIN is not the name of a step, such as iphone-sim-pin"),
        ] {
            assert_eq!(show(&root, &content, name), Err(says.to_owned()));
        }
    }
}
