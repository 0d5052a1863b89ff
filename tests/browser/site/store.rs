//! The store when it fails: blocked, damaged, newer, wiped. Nothing typed is lost, nothing unreadable is overwritten.

use browser_tests::page::STORED;
use browser_tests::{Outcome, Setting, Visitor, visit, visit_with};

use crate::record::{GROUPS, NUMBER, TYPED};

const GARBAGE: &str = "{\"format\":\"ringfence-record\",\"v\":1,\"rev\":3,\"sum\":17,\"body\":\"half of a rec";

/// Puts a text where the record is kept.
async fn put(you: &Visitor, text: &str) -> Outcome {
    let put = "const opening = indexedDB.open('ringfence');
        opening.onsuccess = () => {
            const change = opening.result.transaction('record', 'readwrite');
            change.objectStore('record').put(arguments[0], 'record');
            change.oncomplete = () => { opening.result.close(); tell(true); };
        };";
    you.ask_later(put, vec![text.into()]).await?;
    Ok(())
}

async fn stored(you: &Visitor) -> Outcome<String> {
    Ok(you.ask_later(STORED, vec![]).await?.as_str().unwrap_or_default().to_owned())
}

#[test]
fn a_browser_that_keeps_nothing_says_so_and_loses_nothing() -> Outcome {
    visit_with(Setting::NoSiteData, async |you, _| {
        you.open("/en/record/").await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees("This browser keeps nothing for this site.").await?;
        you.sees(GROUPS).await?;
        assert!(!you.sees_now("Kept on this device").await?);
        // No other page knows of the phone, so it is taken away from here.
        you.press("Copy as text").await?;
        you.sees("Copied. Paste it where you can reach it without this phone.").await?;
        assert!(you.prints().await?.contains(NUMBER));
        Ok(())
    })
}

#[test]
fn a_damaged_record_is_put_aside_and_offered_as_a_file() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        put(you, GARBAGE).await?;
        you.reload().await?;
        you.sees("The record in this browser is damaged and could not be read.").await?;
        you.press("Save the damaged record").await?;
        assert_eq!(you.saved("ringfence-damaged.txt").await?, GARBAGE);

        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees("Kept on this device").await?;
        let stored = stored(you).await?;
        assert!(stored.contains("half of a rec") && stored.contains(NUMBER), "{stored}");
        Ok(())
    })
}

#[test]
fn a_record_of_a_newer_version_is_left_alone() -> Outcome {
    visit(async |you, _| {
        let newer = "{\"format\":\"ringfence-record\",\"v\":99,\"more\":\"than we know\"}";
        you.open("/en/record/").await?;
        put(you, newer).await?;
        you.reload().await?;
        you.sees("A newer version of this site keeps a record here.").await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees(GROUPS).await?;
        let stored = stored(you).await?;
        assert!(stored.contains("than we know") && !stored.contains(NUMBER), "{stored}");
        Ok(())
    })
}

#[test]
fn deleting_everything_leaves_nothing() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees("Kept on this device").await?;
        you.open("/en/about/").await?;
        you.press("Delete everything kept here").await?;
        you.press("Delete everything").await?;
        you.sees("Everything is deleted.").await?;
        let stored = stored(you).await?;
        assert!(!stored.contains(NUMBER), "{stored}");
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        Ok(())
    })
}
