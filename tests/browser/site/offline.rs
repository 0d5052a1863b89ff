//! Offline use: everything opens with the server gone, and nothing that was altered or typed is kept.
//!
//! Issue 7, "Offline and updates"; facts/reliability.md 5, and rows 6, 10, 11 and 20 of the matrix of faults.

use std::fs;
use std::path::Path;

use browser_tests::copy::{files_like, remove, rewrite};
use browser_tests::{Copy, Outcome, Setting, Visitor, visit, visit_with};

use crate::assert_sound;
use crate::record::{NUMBER, TYPED};
use crate::store::KEPT;

pub(crate) const OFFLINE: &str = "/en/offline/";
pub(crate) const READY: &str = "Ready for offline. Every file the pages need is here";
const NOT_READY: &str = "Not ready for offline. Some files did not come";

/// Every address that the browser keeps for this origin, by cache.
const CACHED: &str = "const all = {};
    for (const name of await caches.keys())
        all[name] = (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.origin.length));
    tell(all)";

/// The caches of this origin, each with the addresses in it.
pub(crate) async fn cached(you: &Visitor) -> Outcome<Vec<(String, Vec<String>)>> {
    let told = you.ask_later(CACHED, vec![]).await?;
    let caches: std::collections::BTreeMap<String, Vec<String>> = serde_json::from_value(told)?;
    Ok(caches.into_iter().collect())
}

/// A walk on a copy of the site that a browser may keep; nothing of it is left in the browser.
pub(crate) fn on_a_copy(walk: impl AsyncFnOnce(&Visitor, &mut Copy, &[String]) -> Outcome) -> Outcome {
    visit(async |you, site| {
        let mut copy = Copy::of(&site.released, |_| Ok(()))?;
        you.forgets(&copy.page("/")).await?;
        you.spends_data().await?;
        let outcome = walk(you, &mut copy, &site.routes()?).await;
        you.close_other_tabs().await?;
        you.forgets(&copy.page("/")).await?;
        outcome
    })
}

/// Opens the page about offline use and waits until everything is there.
pub(crate) async fn becomes_ready(you: &Visitor, copy: &Copy) -> Outcome {
    you.open(&copy.page(OFFLINE)).await?;
    you.sees(READY).await
}

#[test]
fn with_the_server_gone_every_page_opens_and_the_walks_go_on() -> Outcome {
    on_a_copy(async |you, copy, routes| {
        becomes_ready(you, copy).await?;
        copy.stop();
        let mut faults = Vec::new();
        for route in routes {
            you.open(&copy.page(route)).await?;
            let heads = you.ask("return document.querySelectorAll('main h1').length", vec![]).await?;
            if heads != 1 || you.sees_now("One part of this page has not started").await? {
                faults.push(format!("{route} did not open"));
            }
        }
        assert_sound(&faults);

        you.open(&copy.page("/en/stolen/")).await?;
        you.choose("What kind of phone is it?", "iPhone").await?;
        you.sees("The steps are in your order now").await?;
        you.open(&copy.page("/en/record/")).await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees(KEPT).await?;
        // Another tab, and a page that is there only by another spelling.
        you.open_in_new_tab(&copy.page("/en/secure/iphone")).await?;
        assert_eq!(you.place().await?, "/en/secure/iphone/");
        you.open(&copy.page("/en/stolen/index.html?from=poster")).await?;
        assert_eq!(you.place().await?, "/en/stolen/");
        you.go(&copy.page("/en/nowhere/")).await?;
        you.sees("This page is not here").await
    })
}

/// The worker of the site, with the browser round it played: what it asks for, how long it waits, what it deletes.
const PLAYED: &str = "const [worker] = arguments;
    const asked = [], waits = [], deleted = [], heard = {};
    let open = 0, most = 0;
    const answers = [];
    const fetch = (address, { signal }) => new Promise((done, failed) => {
        if (signal.aborted) { failed(new Error('stopped')); return; }
        asked.push(address);
        open += 1;
        most = Math.max(most, open);
        const end = () => { open -= 1; };
        signal.addEventListener('abort', () => { end(); failed(new Error('stopped')); });
        answers.push(() => { end(); done(new Response('')); });
    });
    const cache = { put: async () => {}, keys: async () => [] };
    const caches = { keys: async () => [], has: async () => false, open: async () => cache, match: async () => undefined,
        delete: async (name) => { deleted.push(name); } };
    const setTimeout = (run, after) => { waits.push({ run, after, asked: asked.length }); return waits.length; };
    const addEventListener = (name, hear) => { heard[name] = hear; };
    const clients = { matchAll: async () => [] };
    new Function('fetch', 'caches', 'setTimeout', 'clearTimeout', 'addEventListener', 'clients', worker)(
        fetch, caches, setTimeout, () => {}, addEventListener, clients);
    const calm = () => new Promise((done) => window.setTimeout(done, 50));
    let outcome = 'open';
    heard.install({ waitUntil: (work) => work.then(() => { outcome = 'kept'; }, () => { outcome = 'given up'; }) });
    await calm();
    const first = asked.slice();
    answers[1]();
    await calm();
    const next = asked.length;
    const times = waits.map(({ after }) => after);
    waits[2].run();
    await calm();
    tell({ first, next, most, times, open, outcome, deleted: deleted.length, later: asked.length })";

#[test]
fn four_files_come_at_a_time_and_one_that_hangs_ends_it_for_all() -> Outcome {
    visit(async |you, site| {
        // A page without a policy, which would refuse to play a script.
        you.go("about:blank").await?;
        let worker = fs::read_to_string(site.released.join("sw.js"))?;
        let told = you.ask_later(PLAYED, vec![worker.into()]).await?;
        assert_eq!(told["first"].as_array().map(Vec::len), Some(4), "{told}");
        assert_eq!(told["first"][0], "/en/stolen/");
        assert_eq!((&told["next"], &told["most"]), (&5.into(), &4.into()), "one that came makes room for one more");
        assert_eq!(
            told["times"],
            serde_json::json!([30_000, 30_000, 30_000, 30_000, 30_000]),
            "each from its own start"
        );
        assert_eq!((&told["outcome"], &told["open"]), (&"given up".into(), &0.into()), "{told}");
        assert_eq!((&told["deleted"], &told["later"]), (&1.into(), &5.into()), "{told}");
        Ok(())
    })
}

#[test]
fn no_part_of_an_address_but_its_path_is_asked_for_or_kept() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        you.open(&copy.page("/en/record/?number=352099001761481")).await?;
        let travelled = "const [{ transferSize, workerStart }] = performance.getEntriesByType('navigation');
            return workerStart > 0 && transferSize === 0";
        assert_eq!(you.ask(travelled, vec![]).await?, true, "the page came from the host");
        // The same without any host to come from.
        copy.stop();
        you.open(&copy.page("/en/stolen/?q=352099001761481")).await?;
        you.type_into("number", TYPED).await.ok();
        let cached = format!("{:?}", cached(you).await?);
        assert!(!cached.contains('?') && !cached.contains(NUMBER), "{cached}");
        Ok(())
    })
}

#[test]
fn a_file_that_is_not_as_it_was_made_leaves_nothing_half_kept() -> Outcome {
    on_a_copy(async |you, copy, _| {
        // What the sign-in page of a Wi-Fi does: the right address, a good answer, other bytes.
        let words = |folder: &Path| folder.join("words/en.txt");
        let mut good = Vec::new();
        copy.change(|folder| {
            rewrite(&words(folder), |bytes| good = std::mem::replace(bytes, b"<p>Sign in to our Wi-Fi</p>".to_vec()))
        })?;
        you.open(&copy.page(OFFLINE)).await?;
        you.sees(NOT_READY).await?;
        assert!(!you.sees_now("Ready for offline.").await?);
        assert_eq!(cached(you).await?, []);
        assert_eq!(you.ask("return navigator.serviceWorker.controller", vec![]).await?, serde_json::Value::Null);
        // The site works as before, and becomes ready as soon as the file is.
        you.open(&copy.page("/en/stolen/")).await?;
        copy.change(|folder| rewrite(&words(folder), |bytes| *bytes = good))?;
        you.open(&copy.page(OFFLINE)).await?;
        you.sees(READY).await
    })
}

#[test]
fn a_file_that_is_missing_or_cut_leaves_nothing_half_kept() -> Outcome {
    on_a_copy(async |you, copy, _| {
        copy.change(|folder| files_like(folder, "print-more-", ".css")?.iter().try_for_each(|file| remove(file)))?;
        you.open(&copy.page(OFFLINE)).await?;
        you.sees(NOT_READY).await?;
        assert_eq!(cached(you).await?, []);
        Ok(())
    })
}

#[test]
fn who_saves_data_is_asked_first() -> Outcome {
    visit(async |you, _| {
        you.open(OFFLINE).await?;
        you.sees("Nothing is kept yet.").await?;
        let known = "tell((await navigator.serviceWorker.getRegistrations()).length)";
        assert_eq!(you.ask_later(known, vec![]).await?, 0);
        assert_eq!(cached(you).await?, []);
        you.press("Keep the pages on this device").await?;
        you.sees(READY).await
    })
}

#[test]
fn large_parts_come_when_they_are_used_or_asked_for() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        let areas =
            async |you: &Visitor| -> Outcome<bool> { Ok(format!("{:?}", cached(you).await?).contains("/areas/")) };
        let look_up = async |you: &Visitor, page: &str| -> Outcome {
            you.open(page).await?;
            you.empty("place").await?;
            you.type_into("place", "EC2V 7HH").await?;
            you.press("Show this place").await?;
            you.sees("City of London").await
        };
        // On a borrowed device nothing tells what was looked at.
        you.open(&copy.page("/en/")).await?;
        look_up(you, &copy.page("/en/area/#borrowed")).await?;
        assert!(!areas(you).await?, "a table was kept on a borrowed device");
        you.open(&copy.page("/en/")).await?;
        look_up(you, &copy.page("/en/area/")).await?;
        assert!(areas(you).await?, "a table that was used is not kept");

        you.open(&copy.page(OFFLINE)).await?;
        you.press("Make everything available offline").await?;
        you.sees("Everything is here.").await?;
        for part in ["The area figures are here too.", "The picture reader is here too."] {
            you.sees(part).await?;
        }
        copy.stop();
        look_up(you, &copy.page("/en/area/")).await
    })
}

#[test]
fn the_test_finds_what_changed_on_the_device_and_mends_it() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        you.press("Test it now").await?;
        you.sees("The test passed.").await?;
        let spoil = "const [name] = await caches.keys();
            await (await caches.open(name)).put('/en/about/', new Response('spoiled'));
            tell(true)";
        you.ask_later(spoil, vec![]).await?;
        you.reload().await?;
        you.sees(READY).await?;
        copy.stop();
        you.press("Test it now").await?;
        you.sees("A file was missing or changed").await?;
        you.sees(NOT_READY).await?;
        copy.come_back()?;
        you.open(&copy.page(OFFLINE)).await?;
        you.press("Try again").await?;
        you.sees(READY).await?;
        you.open(&copy.page("/en/about/")).await?;
        you.sees("Who we are").await
    })
}

#[test]
fn a_browser_without_workers_says_so_and_works() -> Outcome {
    visit(async |you, _| {
        you.open_in_new_tab_after("delete Navigator.prototype.serviceWorker", OFFLINE).await?;
        you.sees("This browser cannot keep the site for offline use.").await?;
        you.open("/en/stolen/").await?;
        you.sees("Do these now").await?;
        assert_eq!(you.console().await?, [""; 0]);
        Ok(())
    })?;
    visit_with(Setting::NoSiteData, async |you, _| {
        you.spends_data().await?;
        you.open(OFFLINE).await?;
        you.sees("This browser did not let the site keep its pages.").await
    })?;
    visit_with(Setting::NoScripts, async |you, _| {
        you.go(OFFLINE).await?;
        you.sees("Then this site needs a connection.").await
    })
}

#[test]
fn the_site_can_be_installed_in_its_own_words() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        assert_eq!(you.cannot_install().await?, "");
        let look = "const link = document.querySelector('link[rel=manifest]').href;
            const answer = await fetch(link);
            const manifest = await answer.json();
            const pictures = [...manifest.icons, ...manifest.screenshots].map(({ src }) => src);
            const pages = [manifest.start_url, ...manifest.shortcuts.map(({ url }) => url)];
            const states = await Promise.all([...pictures, ...pages].map(async (address) => (await fetch(address)).status));
            tell({ type: answer.headers.get('content-type'), states, pages })";
        let told = you.ask_later(look, vec![]).await?;
        assert_eq!(told["type"], "application/manifest+json");
        assert_eq!(told["pages"][1], "/en/stolen/");
        let states = told["states"].as_array().cloned().unwrap_or_default();
        assert!(states.len() > 10 && states.iter().all(|state| state == 200), "{told}");
        Ok(())
    })
}
