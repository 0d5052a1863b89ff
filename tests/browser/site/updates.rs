//! A new version of the site, and none: it waits for a press, costs nothing that was typed, fails without harm, and can be
//! taken back.
//!
//! Issue 7, "Offline and updates"; facts/reliability.md 5, and rows 15 to 18 of the matrix of faults.

use std::cell::RefCell;
use std::fs;
use std::path::Path;
use std::time::Duration;

use browser_tests::copy::{files_like, remove, rewrite};
use browser_tests::{Copy, Outcome, Trouble, axe, visit_and_kill};
use tests::source::root;

use crate::assert_sound;
use crate::offline::{OFFLINE, READY, becomes_ready, cached, on_a_copy};
use crate::record::{NUMBER, TYPED};
use crate::shell::{NARROW, overflow};
use crate::store::KEPT;

const NEW: &str = "A new version of this site is ready.";
const USE: &str = "Use the new version";

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
    let copy = Copy::of(Path::new(&site), |_| Ok(()))?;
    let page = |path: &str| copy.page(path);
    let pages = ["/en/stolen/", "/en/about/", "/en/secure/iphone/", "/en/record/", OFFLINE].map(page);
    let copy = RefCell::new(copy);
    visit_and_kill(
        async |you| {
            you.spends_data().await?;
            you.open(&pages[4]).await?;
            you.sees(READY).await?;
            copy.borrow().change(|folder| {
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
            for page in &pages {
                you.open(page).await?;
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
            tokio::time::sleep(Duration::from_millis(100)).await;
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
fn what_is_said_about_it_is_for_everybody() -> Outcome {
    on_a_copy(async |you, copy, _| {
        becomes_ready(you, copy).await?;
        let mut faults = axe::findings(you).await?;
        faults.extend(overflow(you, "ready", &NARROW).await?);
        you.show_at(1280).await?;
        copy.change(release)?;
        you.open(&copy.page("/en/record/")).await?;
        you.type_into("number", TYPED).await?;
        you.press(USE).await?;
        you.sees("You typed or chose something on this page.").await?;
        faults.extend(axe::findings(you).await?);
        faults.extend(overflow(you, "a new version", &NARROW).await?);
        assert_sound(&faults);
        Ok(())
    })
}
