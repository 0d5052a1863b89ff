//! The store when it is silent: it never answers, or another tab holds it. The page gives up in words, and goes on.
//!
//! Row 23 of the matrix of faults, facts/reliability.md 6.

use browser_tests::{Outcome, Visitor, visit};

use crate::record::{GROUPS, NUMBER, TYPED};
use crate::store::{KEPT, keep, stored};

const NEWER: &str = "A newer version of this site keeps a record here. Load the page again to use it.";
const DELAYED: &str = "Not kept yet. The browser's storage has not answered so far.";
const BLOCKED: &str = "This browser keeps nothing for this site.";
/// A page that leaves the store alone.
const ELSEWHERE: &str = "/en/stolen/";
const OTHER: &str = "868932036356090";

/// Every wish to open a database is heard and never answered.
const NEVER: &str = "IDBFactory.prototype.open = function () {
        window.asked = (window.asked ?? 0) + 1;
        return {};
    }";

/// Makes the database and is never done with it: whoever opens it meanwhile has to wait.
const HOLD: &str = "const opening = indexedDB.open('ringfence', 1);
    opening.onupgradeneeded = () => {
        const store = opening.result.createObjectStore('record');
        const again = () => { store.get('nothing').onsuccess = again; };
        again();
        tell(true);
    };";

/// Begins a change and is never done with it until the page is told to let go: the store is open, and does not finish.
const BUSY: &str = "const opening = indexedDB.open('ringfence', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('record');
    opening.onsuccess = () => {
        const change = opening.result.transaction('record', 'readwrite');
        const again = () => { if (!window.letGo) change.objectStore('record').get('nothing').onsuccess = again; };
        again();
        change.oncomplete = () => opening.result.close();
        tell(true);
    };";

/// Opens the database as a later version of this site would, and tells whether anybody stood in the way.
const UPGRADE: &str = "const opening = indexedDB.open('ringfence', 2);
    opening.onblocked = () => tell('blocked');
    opening.onsuccess = () => { opening.result.close(); tell('done'); };";

/// The phone is on the page, and can be taken away from it.
async fn is_only_on_the_page(you: &Visitor) -> Outcome {
    you.until("the phone in the list", "return document.querySelector('.kept li')", vec![]).await?;
    assert!(you.text(".kept").await?.contains(GROUPS));
    assert!(!you.sees_now(KEPT).await?, "nothing was kept");
    assert_eq!(you.reads("number").await?, "", "the form is ready for the next phone");
    you.press("Copy as text").await?;
    you.sees("Copied. Paste it where you can reach it without this phone.").await?;
    assert!(you.prints().await?.contains(NUMBER));
    Ok(())
}

#[test]
fn a_store_that_never_answers_is_given_up_and_the_page_goes_on() -> Outcome {
    visit(async |you, _| {
        you.open_in_new_tab_after(NEVER, "/en/record/").await?;
        you.type_into("number", TYPED).await?;
        you.sees("15 digits. The check digit fits.").await?;
        assert!(!you.sees_now(BLOCKED).await?, "it is given some time first");
        you.sees(BLOCKED).await?;
        you.press("Keep this phone").await?;
        you.sees("Keeping it.").await?;
        you.type_into("nickname", "Typed while it hangs").await?;
        you.sees(BLOCKED).await?;
        assert!(you.text(".kept").await?.contains(GROUPS), "what was offered is in the list");
        assert_eq!(you.reads("nickname").await?, "Typed while it hangs");
        you.press("Empty the form").await?;
        is_only_on_the_page(you).await?;
        let asked = you.ask("return window.asked", vec![]).await?.as_u64();
        assert_eq!(asked, Some(2), "once to look, once to keep, and not again by itself");

        you.open("/en/record/copies/").await?;
        you.sees("This browser keeps nothing for this site, so this page cannot see your phones.").await?;
        you.open("/en/record/open/").await?;
        you.press("Paste a text or a scanned code").await?;
        you.pick("copy-text", include_str!("../../fixtures/copies/copy-v1.json").trim_end()).await?;
        you.press("Read this text").await?;
        you.sees("This is in the copy").await
    })
}

#[test]
fn another_tab_that_holds_the_store_is_waited_for_only_so_long() -> Outcome {
    visit(async |you, _| {
        you.open_in_new_tab(ELSEWHERE).await?;
        you.ask_later(HOLD, vec![]).await?;
        you.return_to_first_tab().await?;
        you.open("/en/record/").await?;
        you.sees(BLOCKED).await?;
        keep(you, TYPED, "While it was held").await?;
        is_only_on_the_page(you).await?;

        you.close_other_tabs().await?;
        // With the next phone, the one that waited is kept too.
        keep(you, OTHER, "When it was free").await?;
        you.sees(KEPT).await?;
        you.sees_no_more(BLOCKED).await?;
        you.reload().await?;
        you.sees("While it was held").await?;
        you.sees("When it was free").await
    })
}

#[test]
fn a_later_version_is_not_held_up_and_nothing_typed_is_lost_to_it() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        keep(you, TYPED, "Before the later version").await?;
        you.sees(KEPT).await?;
        you.open_in_new_tab(ELSEWHERE).await?;
        assert_eq!(you.ask_later(UPGRADE, vec![]).await?, "done", "an open page stands in nobody's way");
        you.return_to_first_tab().await?;
        keep(you, OTHER, "After the later version").await?;
        you.sees(NEWER).await?;
        assert!(!you.sees_now(BLOCKED).await?, "this browser keeps things, only not for this version");
        is_only_on_the_page(you).await?;
        you.sees("After the later version").await?;
        let stored = stored(you).await?;
        assert!(stored.contains(NUMBER) && !stored.contains(OTHER), "{stored}");
        Ok(())
    })
}

#[test]
fn a_change_that_is_never_done_is_said_to_be_not_kept_and_stays_to_be_copied() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        you.ask_later(BUSY, vec![]).await?;
        keep(you, TYPED, "While it hangs").await?;
        you.sees("Keeping it.").await?;
        assert!(!you.sees_now(DELAYED).await?, "it is given some time first");
        assert!(!you.sees_now("None yet.").await?, "nobody knows yet");
        you.sees(DELAYED).await?;
        assert!(!you.sees_now("Keeping it.").await? && !you.sees_now(KEPT).await?);
        assert_eq!(you.reads("number").await?, TYPED, "it can be copied by hand");
        assert_eq!(you.reads("nickname").await?, "While it hangs");

        you.ask("window.letGo = true", vec![]).await?;
        you.sees(KEPT).await?;
        you.sees_no_more(DELAYED).await?;
        assert!(you.text(".kept").await?.contains(GROUPS));
        assert_eq!(you.reads("number").await?, "", "the form is ready for the next phone");
        // What was answered in time is never said to be late.
        tokio::time::sleep(std::time::Duration::from_secs(6)).await;
        assert!(!you.sees_now(DELAYED).await? && you.sees_now(KEPT).await?);
        Ok(())
    })
}

#[test]
fn a_list_that_was_not_read_yet_does_not_say_that_it_is_empty() -> Outcome {
    visit(async |you, _| {
        you.open_in_new_tab(ELSEWHERE).await?;
        you.ask_later(BUSY, vec![]).await?;
        you.return_to_first_tab().await?;
        you.open("/en/record/").await?;
        you.sees("Looking for the phones you keep.").await?;
        assert!(!you.sees_now("None yet.").await?);
        you.close_other_tabs().await?;
        you.sees("None yet.").await?;
        you.sees_no_more("Looking for the phones you keep.").await
    })
}
