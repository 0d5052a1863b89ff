//! `tools content`: every guide and step with its sources, as one JSON object; `--check` says what is wrong with them.
//!
//! People who write content run the check; scripts and the project's measures read the JSON.

use content::guide::Guide;
use content::source::Source;
use content::step::Step;
use content::{Content, folder, load, reading, survey};
use domain::guide::GuideId;
use domain::language::Language;
use domain::route::Route;
use serde_json::{Value, json};

use crate::Outcome;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    match arguments.first().map(String::as_str) {
        None => print(),
        Some("--check") => check(),
        Some(other) => Err(format!("content takes nothing or --check, not {other}")),
    }
}

fn print() -> Outcome {
    let content = load().map_err(|complaints| listed(&complaints))?;
    println!("{}", whole(&content));
    Ok(())
}

fn check() -> Outcome {
    let (content, complaints) = survey(folder(), Language::RELEASED);
    let offenders = reading::offenders(&content);
    if complaints.is_empty() && offenders.is_empty() {
        println!("The content is in order.");
        return Ok(());
    }
    let lines = [listed(&complaints), listed(&offenders)].join("\n");
    Err(format!("{}\n{} to put right", lines.trim(), complaints.len() + offenders.len()))
}

fn listed<T: ToString>(problems: &[T]) -> String {
    problems.iter().map(T::to_string).collect::<Vec<_>>().join("\n")
}

fn whole(content: &Content) -> Value {
    let languages: Vec<&str> = Language::RELEASED.iter().map(|language| language.tag()).collect();
    let routes: Vec<String> =
        Language::RELEASED.iter().flat_map(|language| Route::all().map(|route| route.address(*language))).collect();
    let guides: Vec<Value> = content.guides().map(|guide| of_guide(content, guide)).collect();
    json!({ "languages": languages, "routes": routes, "guides": guides })
}

fn of_guide(content: &Content, guide: &Guide) -> Value {
    let title = &content.words(Language::English).guide(guide.id).title;
    let steps: Vec<Value> = guide.steps.iter().map(|step| of_step(guide.id, step)).collect();
    json!({ "id": guide.id.slug(), "kind": guide.id.kind(), "title": title, "steps": steps })
}

fn of_step(guide: GuideId, step: &Step) -> Value {
    let platform = match guide {
        GuideId::Platform(platform) => Some(platform.slug()),
        GuideId::Account(_) | GuideId::Topic(_) => None,
    };
    let sources: Vec<Value> = step.sources.iter().map(of_source).collect();
    json!({
        "id": step.id.as_str(),
        "platform": platform,
        "sources": sources,
        "checked": step.checked.to_string(),
        "status": step.status.slug(),
    })
}

fn of_source(source: &Source) -> Value {
    json!({
        "title": source.title,
        "address": source.address.as_ref().map(content::address::Address::as_str),
        "seen": source.seen.to_string(),
    })
}
