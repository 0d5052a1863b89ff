//! What holds on every address: a sound page, alone with its reader, at every width.

use std::collections::BTreeSet;

use browser_tests::page::OVERFLOW;
use browser_tests::{Builds, Outcome, Visitor, visit};
use serde_json::json;

use crate::assert_sound;

/// A small phone, and WCAG 2.2 SC 1.4.10: a window of 1280 px at 400%.
pub(crate) const NARROW: [u32; 2] = [360, 320];

const HEAD: &str = "const count = (name) => document.querySelectorAll(name).length;
    const { lang, dir } = document.documentElement;
    const [{ responseStatus: status }] = performance.getEntriesByType('navigation');
    return { status, lang, dir, h1: count('h1'), main: count('main') }";

#[test]
fn every_address_is_a_sound_page() -> Outcome {
    visit(async |you, site| {
        let mut faults = Vec::new();
        let mut titles = BTreeSet::new();
        for route in site.routes()? {
            you.open(&route).await?;
            let head = you.ask(HEAD, vec![]).await?;
            if head != json!({ "status": 200, "lang": "en", "dir": "ltr", "h1": 1, "main": 1 }) {
                faults.push(format!("{route}: {head}"));
            }
            let title = you.ask("return document.title", vec![]).await?.to_string();
            if title.len() < 4 || !titles.insert(title.clone()) {
                faults.push(format!("{route}: no title of its own: {title}"));
            }
            if you.sees_now("One part of this page has not started").await? {
                faults.push(format!("{route}: says that it has not started, and it has"));
            }
            faults.extend(you.console().await?.into_iter().map(|said| format!("{route}: {said}")));
            faults.extend(strangers(you, site).await?.into_iter().map(|address| format!("{route} asked {address}")));
        }
        assert_sound(&faults);
        Ok(())
    })
}

/// Requests to anybody but the site itself.
async fn strangers(you: &Visitor, site: &Builds) -> Outcome<Vec<String>> {
    let home = site.page("/");
    let requests = you.requests().await?.into_iter().map(|request| request.address);
    Ok(requests.filter(|address| !address.starts_with(&home)).collect())
}

#[test]
fn no_page_is_wider_than_a_small_phone() -> Outcome {
    visit(async |you, site| {
        let mut faults = Vec::new();
        for route in site.routes()? {
            you.open(&route).await?;
            faults.extend(overflow(you, &route, &NARROW).await?);
        }
        assert_sound(&faults);
        Ok(())
    })
}

/// What is too wide on the open page with everything unfolded, at each of these widths.
pub(crate) async fn overflow(you: &Visitor, place: &str, widths: &[u32]) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    you.unfold().await?;
    for width in widths {
        you.show_at(*width).await?;
        let over = you.ask(OVERFLOW, vec![]).await?;
        if over != "" {
            faults.push(format!("{place} at {width} px: {over}"));
        }
    }
    Ok(faults)
}

#[test]
fn an_unknown_address_says_so_and_shows_the_way() -> Outcome {
    visit(async |you, _| {
        you.open("/en/nowhere/").await?;
        let head = you.ask(HEAD, vec![]).await?;
        assert_eq!(head, json!({ "status": 404, "lang": "en", "dir": "ltr", "h1": 1, "main": 1 }));
        you.press_on("main a[href='/en/stolen/']").await?;
        you.is_awake().await?;
        assert_eq!(you.place().await?, "/en/stolen/");
        Ok(())
    })
}

#[test]
fn the_root_leads_to_the_doors() -> Outcome {
    visit(async |you, _| {
        you.open("/").await?;
        you.sees("My phone was just taken").await?;
        assert_eq!(you.console().await?, [""; 0]);
        Ok(())
    })
}

/// What every answer must carry, and a part of its value. Source: facts/reliability.md 2.1.
const HEADERS: &[(&str, &str)] = &[
    ("content-security-policy", "default-src 'none'"),
    ("content-security-policy", "script-src 'self' 'wasm-unsafe-eval';"),
    ("content-security-policy", "style-src 'self';"),
    ("content-security-policy", "connect-src 'self';"),
    ("content-security-policy", "form-action 'none'"),
    ("content-security-policy", "frame-ancestors 'none'"),
    ("content-security-policy", "base-uri 'none'"),
    ("content-security-policy", "require-trusted-types-for 'script'"),
    ("strict-transport-security", "max-age=63072000"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "geolocation=()"),
];

#[test]
fn every_answer_carries_the_security_headers() -> Outcome {
    visit(async |you, _| {
        you.open("/en/stolen/").await?;
        let mut faults = Vec::new();
        let script = you.each("script[src]", "src").await?;
        let style = you.each("link[rel=stylesheet]", "href").await?;
        let others =
            ["/en/stolen/", "/en/record/", "/en/nowhere/", "/areas/areas.bin", "/sitemap.txt"].map(str::to_owned);
        for address in script.into_iter().chain(style).chain(others) {
            let fetch = "const answer = await fetch(arguments[0], { cache: 'reload' }); tell(Object.fromEntries(answer.headers))";
            let headers = you.ask_later(fetch, vec![address.clone().into()]).await?;
            let carries =
                |(name, part): &(&str, &str)| headers[name].as_str().is_some_and(|value| value.contains(part));
            let missing = HEADERS.iter().filter(|header| !carries(header));
            faults.extend(missing.map(|(name, part)| format!("{address}: {name} has no {part}")));
        }
        assert_sound(&faults);
        Ok(())
    })
}
