//! The store when it fails: blocked, full, damaged, newer, older, wiped, killed, written by two tabs. Nothing typed is lost, nothing unreadable is overwritten.

use browser_tests::page::STORED;
use browser_tests::{Outcome, Setting, Visitor, visit, visit_and_kill, visit_with};

use crate::record::{GROUPS, NUMBER, TYPED};

const GARBAGE: &str = "{\"format\":\"ringfence-record\",\"v\":1,\"rev\":3,\"sum\":17,\"body\":\"half of a rec";

/// Puts a text where the record is kept.
pub(crate) async fn put(you: &Visitor, text: &str) -> Outcome {
    let put = "const opening = indexedDB.open('ringfence');
        opening.onsuccess = () => {
            const change = opening.result.transaction('record', 'readwrite');
            change.objectStore('record').put(arguments[0], 'record');
            change.oncomplete = () => { opening.result.close(); tell(true); };
        };";
    you.ask_later(put, vec![text.into()]).await?;
    Ok(())
}

/// Everything that any storage of the site holds.
pub(crate) async fn stored(you: &Visitor) -> Outcome<String> {
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

/// What the page says when the store has it.
pub(crate) const KEPT: &str = "Kept on this device.";
const OLDER: &str = include_str!("../../fixtures/saved/record-v1.json");

/// Offers a phone with this number and name.
pub(crate) async fn keep(you: &Visitor, number: &str, name: &str) -> Outcome {
    you.type_into("number", number).await?;
    you.type_into("nickname", name).await?;
    you.press("Keep this phone").await
}

#[test]
fn what_was_called_kept_outlives_a_killed_browser() -> Outcome {
    visit_and_kill(
        async |you| {
            you.open("/en/record/").await?;
            keep(you, TYPED, "Before the end").await?;
            you.sees(KEPT).await
        },
        async |you| {
            you.open("/en/record/").await?;
            you.sees("Before the end").await?;
            you.sees(GROUPS).await
        },
    )
}

#[test]
fn a_full_disk_keeps_nothing_says_so_and_loses_nothing() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        you.fill_the_disk(1).await?;
        keep(you, TYPED, "No room").await?;
        you.sees("Not kept: the storage of this browser is full.").await?;
        you.sees(GROUPS).await?;
        assert!(!you.sees_now(KEPT).await?);
        assert!(!stored(you).await?.contains(NUMBER));
        Ok(())
    })
}

#[test]
fn a_record_of_the_first_version_opens_and_its_bytes_stay_beside_the_new_ones() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        put(you, OLDER.trim_end()).await?;
        you.reload().await?;
        you.sees("Zoë’s blue phone").await?;
        keep(you, "868932036356090", "A new one").await?;
        you.sees("A new one").await?;
        you.sees(KEPT).await?;
        let kept = "const opening = indexedDB.open('ringfence');
            opening.onsuccess = () => {
                const store = opening.result.transaction('record').objectStore('record');
                const [record, backup] = [store.get('record'), store.get('backup-v1')];
                backup.onsuccess = () => { opening.result.close(); tell([record.result, backup.result]); };
            };";
        let kept = you.ask_later(kept, vec![]).await?;
        assert!(
            kept[0].as_str().is_some_and(|record| record.contains("\"v\":3") && record.contains("868932036356090"))
        );
        assert_eq!(kept[1].as_str(), Some(OLDER.trim_end()), "what the first version wrote");
        Ok(())
    })
}

#[test]
fn two_tabs_keep_a_phone_each_and_both_stay() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        you.open_in_new_tab("/en/record/").await?;
        you.sees("None yet.").await?;
        keep(you, "868932036356090", "From the second tab").await?;
        you.sees(KEPT).await?;
        you.return_to_first_tab().await?;
        // Told by the other tab, without a reload.
        you.sees("From the second tab").await?;
        keep(you, TYPED, "From the first tab").await?;
        you.sees("From the first tab").await?;
        you.sees("From the second tab").await?;
        you.reload().await?;
        you.sees("From the first tab").await?;
        you.sees("From the second tab").await
    })
}

#[test]
fn nothing_leaves_the_device_on_the_whole_journey_of_a_number() -> Outcome {
    visit(async |you, site| {
        you.open("/en/record/").await?;
        keep(you, TYPED, "On a journey").await?;
        you.sees(KEPT).await?;
        you.open("/en/record/copies/").await?;
        you.press("Save a plain file").await?;
        you.open("/en/record/register/").await?;
        you.sees(GROUPS).await?;
        you.open("/en/record/open/").await?;
        let copy = include_str!("../../fixtures/copies/copy-v1.json");
        you.unfold().await?;
        you.type_into("copy-text", copy.trim_end()).await?;
        you.press("Read this text").await?;
        you.sees("This is in the copy").await?;
        let requests = you.requests().await?;
        assert!(requests.len() > 20, "the log is not empty: {}", requests.len());
        for request in requests {
            let ours = request.address.starts_with(&site.page("/")) || request.address.starts_with("blob:");
            assert!(ours, "another host: {}", request.address);
            let digits: String = request.address.chars().filter(char::is_ascii_digit).collect();
            assert!(!digits.contains("3520990"), "a number in an address");
            assert_eq!(request.body, "", "something was sent");
        }
        Ok(())
    })
}

#[test]
fn what_is_deleted_in_one_tab_is_gone_from_the_other_and_stays_gone() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        keep(you, TYPED, "Soon gone").await?;
        you.sees(KEPT).await?;
        you.open_in_new_tab("/en/about/").await?;
        you.press("Delete everything kept here").await?;
        you.press("Delete everything").await?;
        you.sees("Everything is deleted.").await?;
        you.return_to_first_tab().await?;
        you.sees("None yet.").await?;
        you.sees_no_more("Soon gone").await?;
        you.reload().await?;
        you.sees("None yet.").await
    })
}
