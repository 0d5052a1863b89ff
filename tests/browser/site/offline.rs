//! Offline use: everything opens with the server gone, nothing that was altered is kept, and nobody loses what they typed.
//!
//! Issue 7, "Offline and updates"; facts/reliability.md 5, and rows 6, 10 to 18 and 20 of the matrix of faults.

use std::fs;
use std::path::Path;

use browser_tests::copy::{files_like, remove, rewrite};
use browser_tests::{Copy, Outcome, Setting, Trouble, Visitor, visit, visit_and_kill, visit_with};
use tests::source::root;

use crate::assert_sound;
use crate::record::{NUMBER, TYPED};
use crate::store::KEPT;

const OFFLINE: &str = "/en/offline/";
const READY: &str = "Ready for offline. Every file the pages need is here";
const NOT_READY: &str = "Not ready for offline. Some files did not come";
const NEW: &str = "A new version of this site is ready.";
const USE: &str = "Use the new version";

/// Every address that the browser keeps for this origin, by cache.
const CACHED: &str = "const all = {};
    for (const name of await caches.keys())
        all[name] = (await (await caches.open(name)).keys()).map(({ url }) => url.slice(location.origin.length));
    tell(all)";

/// The caches of this origin, each with the addresses in it.
async fn cached(you: &Visitor) -> Outcome<Vec<(String, Vec<String>)>> {
    let told = you.ask_later(CACHED, vec![]).await?;
    let caches: std::collections::BTreeMap<String, Vec<String>> = serde_json::from_value(told)?;
    Ok(caches.into_iter().collect())
}

/// A walk on a copy of the site that a browser may keep; nothing of it is left in the browser.
fn on_a_copy(walk: impl AsyncFnOnce(&Visitor, &mut Copy, &[String]) -> Outcome) -> Outcome {
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
async fn becomes_ready(you: &Visitor, copy: &Copy) -> Outcome {
    you.open(&copy.page(OFFLINE)).await?;
    you.sees(READY).await
}

/// Another release of the site in this folder: the page of offline use says one thing more.
fn release(folder: &Path) -> Outcome {
    rewrite(&folder.join("en/about/index.html"), |html| {
        let text =
            String::from_utf8_lossy(html).replacen("</main>", "<p>A sentence of the next release.</p></main>", 1);
        *html = text.into_bytes();
    })?;
    publish::offline::write(folder, "en").map_err(|problem| Trouble::new(problem.to_string()))
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
fn a_new_version_waits_for_a_press_and_takes_nothing_that_was_typed() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        let before = cached(you).await?;
        copy.change(|folder| {
            release(folder)?;
            // What did not change is taken over from the old version: it is not even there to be fetched.
            files_like(folder, "app-", ".wasm")?.iter().try_for_each(|file| remove(file))
        })?;
        you.open(&copy.page("/en/record/")).await?;
        you.type_into("number", TYPED).await?;
        you.sees(NEW).await?;
        you.press(USE).await?;
        you.sees("You typed or chose something on this page.").await?;
        assert_eq!(you.reads("number").await?, TYPED);

        // Another page that is open may hold something too.
        you.open_in_new_tab(&copy.page("/en/about/")).await?;
        assert!(!you.sees_now("A sentence of the next release.").await?, "the old version goes on until then");
        you.press(USE).await?;
        you.sees("This site is open in another tab.").await?;
        you.close_other_tabs().await?;
        assert_eq!(you.reads("number").await?, TYPED);

        you.press("I am done, load it now").await?;
        you.until("a page that was loaded anew", "return document.querySelector('#number')?.value === ''", vec![])
            .await?;
        you.is_awake().await?;
        let after = cached(you).await?;
        let names = |caches: &[(String, Vec<String>)]| caches.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(after.len(), 1, "{:?}", names(&after));
        assert_ne!(names(&after), names(&before));
        you.open(&copy.page("/en/about/")).await?;
        you.sees("A sentence of the next release.").await?;
        assert!(!you.sees_now(NEW).await?);
        Ok(())
    })
}

#[test]
fn a_version_with_a_fault_is_left_at_once_where_nothing_is_lost_by_it() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        copy.change(|folder| {
            release(folder)?;
            // The next number, in the two files that carry it.
            for (file, old, new) in
                [("sw.js", "BUILD = '1-", "BUILD = '2-"), ("version.json", "\"min_build\":1", "\"min_build\":2")]
            {
                let change =
                    |bytes: &mut Vec<u8>| *bytes = String::from_utf8_lossy(bytes).replace(old, new).into_bytes();
                rewrite(&folder.join(file), change)?;
            }
            Ok(())
        })?;
        you.open(&copy.page("/en/about/")).await?;
        you.sees("A sentence of the next release.").await
    })
}

#[test]
fn an_update_that_fails_leaves_the_old_version_whole_and_is_silent() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        let before = cached(you).await?;
        let update = "const registration = await navigator.serviceWorker.getRegistration();
            tell(await registration.update().then(() => 'taken', () => 'refused'))";
        // A sign-in page in the place of the worker, no worker at all, and a release of which one file is other than it says.
        copy.change(|folder| rewrite(&folder.join("sw.js"), |bytes| *bytes = b"<p>Sign in</p>".to_vec()))?;
        assert_eq!(you.ask_later(update, vec![]).await?, "refused");
        copy.change(|folder| remove(&folder.join("sw.js")))?;
        assert_eq!(you.ask_later(update, vec![]).await?, "refused");
        copy.change(|folder| {
            release(folder)?;
            rewrite(&folder.join("en/about/index.html"), |html| html.extend_from_slice(b"\n"))
        })?;
        you.console().await?;
        let failed = "const registration = await navigator.serviceWorker.getRegistration();
            registration.addEventListener('updatefound', () => {
                const worker = registration.installing;
                worker.addEventListener('statechange', () => tell(worker.state));
            });
            await registration.update()";
        assert_eq!(you.ask_later(failed, vec![]).await?, "redundant");
        assert_eq!(cached(you).await?, before);
        assert_eq!(you.console().await?, [""; 0]);
        copy.stop();
        you.open(&copy.page("/en/about/")).await?;
        assert!(!you.sees_now(NEW).await?);
        Ok(())
    })
}

#[test]
fn a_browser_that_is_killed_in_an_update_has_a_whole_version_afterwards() -> Outcome {
    let site = std::env::var_os("RINGFENCE_DIST").ok_or_else(|| Trouble::new("RINGFENCE_DIST is not set"))?;
    let copy = std::cell::RefCell::new(Copy::of(Path::new(&site), |_| Ok(()))?);
    visit_and_kill(
        async |you| {
            let copy = copy.borrow();
            you.spends_data().await?;
            becomes_ready(you, &copy).await?;
            copy.change(|folder| {
                // Every guide is another, so that there is something to be in the middle of.
                for entry in fs::read_dir(folder.join("en/secure"))? {
                    let page = entry?.path().join("index.html");
                    if page.exists() {
                        rewrite(&page, |html| html.extend_from_slice(b"\n<!-- next -->"))?;
                    }
                }
                release(folder)
            })?;
            let begun = "const registration = await navigator.serviceWorker.getRegistration();
                registration.addEventListener('updatefound', () => setTimeout(() => tell(true), 60));
                registration.update()";
            you.ask_later(begun, vec![]).await.map(drop)
        },
        async |you| {
            copy.borrow_mut().stop();
            let copy = copy.borrow();
            for page in ["/en/stolen/", "/en/about/", "/en/secure/iphone/", "/en/record/", OFFLINE] {
                you.open(&copy.page(page)).await?;
            }
            you.sees(READY).await
        },
    )
}

#[test]
fn the_kill_switch_takes_the_site_off_and_leaves_the_record() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        you.open(&copy.page("/en/record/")).await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees(KEPT).await?;
        copy.change(|folder| {
            let off = fs::read(root().join("src/publish/offline/off.js"))?;
            rewrite(&folder.join("sw.js"), |bytes| *bytes = off)
        })?;
        you.open(&copy.page("/en/secure/")).await?;
        let gone =
            "const [names, known] = await Promise.all([caches.keys(), navigator.serviceWorker.getRegistrations()]);
            tell(names.length + known.filter(({ active }) => active?.state === 'activated').length)";
        for look in 0.. {
            if you.ask_later(gone, vec![]).await.is_ok_and(|left| left == 0) {
                break;
            }
            assert!(look < 100, "something is left: {:?}", cached(you).await?);
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
        }
        you.open(&copy.page("/en/record/")).await?;
        you.sees(KEPT).await.ok();
        assert!(crate::store::stored(you).await?.contains(NUMBER), "the record is gone");
        copy.stop();
        assert!(you.go(&copy.page("/en/about/")).await.is_err(), "something still answers");
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
