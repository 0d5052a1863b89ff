//! `tools content`: every guide and step with its sources, as one JSON object; `--check` says what is wrong with them,
//! `--step` shows one as people read it, `--stale` lists what was checked long ago.
//!
//! People who write content ask the last three; scripts and the project's measures read the JSON.

mod step;

use std::time::{SystemTime, UNIX_EPOCH};

use content::guide::Guide;
use content::source::Source;
use content::stale::Staleness;
use content::step::Step;
use content::{Content, folder, load, reading, survey};
use domain::date::Date;
use domain::guide::GuideId;
use domain::language::Language;
use domain::route::Route;
use serde_json::{Value, json};
use tools::lines::print_one;

use crate::Outcome;

pub(crate) fn run(arguments: &[String]) -> Outcome {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        [] => print(),
        ["--check"] => check(),
        ["--step", name] => show(name),
        ["--stale"] => stale(today()?),
        ["--stale", date] => stale(date.parse().map_err(|_| format!("{date} is not a day written YYYY-MM-DD"))?),
        _ => Err("content takes nothing, --check, --step NAME, or --stale with or without YYYY-MM-DD".to_owned()),
    }
}

fn print() -> Outcome {
    let content = load().map_err(|complaints| listed(&complaints))?;
    print_one(whole(&content).to_string())
}

fn check() -> Outcome {
    let (content, complaints) = survey(folder(), Language::RELEASED);
    let offenders = reading::offenders(&content);
    if complaints.is_empty() && offenders.is_empty() {
        return print_one("The content is in order.");
    }
    let lines = [listed(&complaints), listed(&offenders)].join("\n");
    Err(format!("{}\n{} to put right", lines.trim(), complaints.len() + offenders.len()))
}

/// One step, and what is wrong with the content, so that a half-written step can be looked at too.
fn show(name: &str) -> Outcome {
    let (content, complaints) = survey(folder(), Language::RELEASED);
    let shown = step::show(folder(), &content, name);
    if let Ok(text) = &shown {
        print_one(text)?;
    }
    match (shown, complaints.is_empty()) {
        (Ok(_), true) => Ok(()),
        (Ok(_), false) => Err(format!("\n{}", listed(&complaints))),
        (Err(why), _) => Err([why, listed(&complaints)].join("\n").trim().to_owned()),
    }
}

fn stale(today: Date) -> Outcome {
    let content = load().map_err(|complaints| listed(&complaints))?;
    print_one(Staleness::of(&content, today).to_string())
}

/// The day by this machine's clock, in the zone of Greenwich: a day more or less does not matter in half a year.
fn today() -> Result<Date, String> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let days = since.and_then(|time| i64::try_from(time.as_secs() / 86_400).ok());
    days.and_then(Date::since_1970)
        .ok_or_else(|| "this machine's clock is wrong: set it, then run this again".to_owned())
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
