//! `tools plan --all`: the plan for every combination of triage answers, one JSON object a line.
//!
//! The order comes from `domain::plan`, the links from the content, so the lines show what a victim would be shown.

use std::collections::HashMap;

use domain::guide::{GuideId, Topic};
use domain::plan::{Need, Planned, When, plan};
use domain::step::StepId;
use domain::triage::Answers;
use serde::Serialize;
use tools::lines;

use crate::Outcome;

/// The addresses a step links to, in order.
type Links = HashMap<StepId, Vec<String>>;

#[derive(Serialize)]
struct Line<'a> {
    answers: Answers,
    steps: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    id: &'a StepId,
    when: When,
    needs: &'a [Need],
    links: &'a [String],
}

pub(crate) fn run(arguments: &[String]) -> Outcome {
    if arguments != ["--all"] {
        return Err("usage: tools plan --all".to_owned());
    }
    let links = links()?;
    lines::print(Answers::every().map(|answers| {
        let plan = plan(&answers);
        let steps = plan.steps().iter().map(|step| row(step, &links)).collect::<Result<_, _>>()?;
        serde_json::to_string(&Line { answers, steps }).map_err(|error| error.to_string())
    }))
}

fn row<'a>(step: &'a Planned, links: &'a Links) -> Result<Row<'a>, String> {
    let links = links.get(&step.id).ok_or_else(|| format!("the guide `stolen` has no step `{}`", step.id))?;
    Ok(Row { id: &step.id, when: step.when, needs: &step.needs, links })
}

fn links() -> Result<Links, String> {
    let content = content::load().map_err(|complaints| {
        let lines: Vec<String> = complaints.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })?;
    let stolen = content.guide(GuideId::Topic(Topic::Stolen));
    let addresses = |step: &content::step::Step| step.links.iter().map(|link| link.address.to_string()).collect();
    Ok(stolen.steps.iter().map(|step| (step.id.clone(), addresses(step))).collect())
}
