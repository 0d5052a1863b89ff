//! No sentence lives in code: in a language that nobody speaks, every page and every island shows only that language.
//!
//! The same pages are 40% longer, or run from right to left, and keep their layout.

use browser_tests::{Builds, Outcome, Visitor, visit};
use content::names::Names;
use content::pseudo;
use domain::gazetteer::Gazetteer;
use domain::language::Language;
use domain::route::Route;
use serde_json::json;

use crate::assert_sound;
use crate::shell::overflow;

/// The width in CSS pixels at which longer words must still fit.
const SMALL_PHONE: u32 = 360;

/// All that a page says, seen or spoken, a line for each piece, but what a person types as it stands.
const SPOKEN: &str = "const typed = 'code, script, style';
    const lines = [document.title, document.querySelector('meta[name=description]').content];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
        const around = walk.currentNode.parentElement;
        // While scripts are on, what is said without them is one text, tags and all.
        const data = walk.currentNode.data;
        if (around.localName === 'noscript') lines.push(...data.split(/<[^>]*>/));
        else if (!around.closest(typed)) lines.push(data);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        for (const found of document.querySelectorAll(`[${name}]`)) lines.push(found.getAttribute(name));
    }
    for (const field of document.querySelectorAll('textarea')) lines.push(field.value);
    return lines.map((line) => line.trim()).filter((line) => line)";

/// What stands as it is in every language: names, the titles of sources, and the names of places.
fn names(site: &Builds) -> Names {
    let content = content::load().unwrap_or_else(|complaints| panic!("{complaints:?}"));
    let sources = content.guides().flat_map(|guide| &guide.steps).flat_map(|step| &step.sources);
    let sources = sources.chain(content.helplines().iter().flat_map(|row| &row.sources));
    let sources: Vec<String> = sources.map(|source| source.title.clone()).collect();
    let table = site.released.join("areas/areas.bin");
    let table = std::fs::read(&table).unwrap_or_else(|error| panic!("{}: {error}", table.display()));
    let places = Gazetteer::parse(&table).unwrap_or_else(|damage| panic!("{damage:?}"));
    let series = places.series().iter().map(|series| series.source.to_string());
    let places = places.areas().map(|(_, area)| area.name.to_string());
    let cards = Language::PSEUDO.iter().map(|language| Route::Stolen.address(*language));
    let whole = cards.clone().map(|path| site.page(&path));
    content.names().clone().with(sources).with(series).with(places).with(cards).with(whole)
}

/// What is wrong with the open page as a page of this language.
async fn faults(you: &Visitor, names: &Names, language: Language, place: &str) -> Outcome<Vec<String>> {
    let mut faults = overflow(you, place, &[SMALL_PHONE]).await?;
    let root = you.ask("const { lang, dir } = document.documentElement; return { lang, dir }", vec![]).await?;
    if root != json!({ "lang": language.tag(), "dir": language.direction().attribute() }) {
        faults.push(format!("{place}: {root}"));
    }
    let lines: Vec<String> = serde_json::from_value(you.ask(SPOKEN, vec![]).await?)?;
    for line in lines {
        let left = pseudo::leftovers(&line, names);
        if !left.is_empty() {
            faults.push(format!("{place}: {left:?} in {line:?}"));
        }
    }
    Ok(faults)
}

fn every_page(language: Language) -> Outcome {
    visit(async |you, site| {
        let names = names(site);
        let mut wrong = Vec::new();
        for route in site.routes()? {
            let route = route.replacen("/en/", &format!("/{}/", language.tag()), 1);
            you.open(&route).await?;
            wrong.extend(faults(you, &names, language, &route).await?);
        }
        assert_sound(&wrong);
        Ok(())
    })
}

#[test]
fn every_page_is_translated_and_has_room_for_longer_words() -> Outcome {
    every_page(Language::PseudoLong)
}

#[test]
fn every_page_is_translated_and_runs_from_right_to_left() -> Outcome {
    every_page(Language::PseudoRightToLeft)
}

/// Leads the islands through what they can say, and looks at each.
fn every_island(language: Language) -> Outcome {
    visit(async |you, site| {
        let names = names(site);
        let tag = language.tag();
        let mut wrong = Vec::new();

        you.open(&format!("/{tag}/record/")).await?;
        for number in ["352099001761481", "352099001761482", "000000000000000", "35209900176148", "352099", "?"] {
            you.empty("number").await?;
            you.type_into("number", number).await?;
            you.leave("number").await?;
            you.press_on("form:has(#number) [type=submit]").await?;
            wrong.extend(faults(you, &names, language, &format!("{tag}, the number {number}")).await?);
        }

        you.open(&format!("/{tag}/stolen/")).await?;
        you.unfold().await?;
        you.press_on("label:has([name=state][value=unlocked])").await?;
        you.press_on("label:has([name=kind][value=robbed])").await?;
        you.press_on("section[aria-labelledby=report] button").await?;
        you.until("the report", "return document.getElementById('for-police')", vec![]).await?;
        wrong.extend(faults(you, &names, language, &format!("{tag}, the report")).await?);

        you.open(&format!("/{tag}/area/")).await?;
        for place in ["999 999", "SW1A 9ZZ", "M1 1AE"] {
            you.empty("place").await?;
            you.type_into("place", place).await?;
            you.press_on("form:has(#place) [type=submit]").await?;
            wrong.extend(faults(you, &names, language, &format!("{tag}, the place {place}")).await?);
        }

        you.open(&format!("/{tag}/stall/")).await?;
        for number in ["490154203237518", "490154203237517", "4901"] {
            you.empty("practice").await?;
            you.type_into("practice", number).await?;
            wrong.extend(faults(you, &names, language, &format!("{tag}, practising {number}")).await?);
        }

        assert_sound(&wrong);
        Ok(())
    })
}

#[test]
fn every_island_is_translated_and_has_room_for_longer_words() -> Outcome {
    every_island(Language::PseudoLong)
}

#[test]
fn every_island_is_translated_and_runs_from_right_to_left() -> Outcome {
    every_island(Language::PseudoRightToLeft)
}
