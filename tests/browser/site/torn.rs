//! A tab that is closed while it writes: all of a change is kept or none of it, and never half.
//!
//! Row 26 of the matrix of faults, facts/reliability.md 6.

use browser_tests::{Outcome, Trouble, Visitor, visit};
use domain::change::Change;
use domain::detail::Detail;
use domain::phone::Phone;
use domain::record::Record;
use domain::saved;
use tests::given::{phone, record};
use tests::notation::Json;

use crate::plenty::imei;
use crate::store::put;

/// So many phones lie there before: the text that is written is long enough to be cut somewhere.
const BEFORE: usize = 20;
/// When the tab is told to close, in milliseconds after the press: from before it, in small steps over the time in which the
/// word is on its way and the store works, to long after.
const MOMENTS: [i64; 27] =
    [-140, -20, -10, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 20, 40, 1500];

fn described(place: usize) -> Phone {
    let notes = format!("{place} {}", "long notes ".repeat(40));
    phone(&[&imei(place)], &[(Detail::Nickname, &format!("Phone {place}")), (Detail::Notes, &notes)])
}

/// The record in the store, through the gate that the site uses: its form, its version and its checksum.
async fn opened(you: &Visitor) -> Outcome<Record> {
    let read = "const opening = indexedDB.open('ringfence');
        opening.onsuccess = () => {
            const reading = opening.result.transaction('record').objectStore('record').getAll();
            reading.onsuccess = () => { opening.result.close(); tell(reading.result); };
        };";
    let texts: Vec<String> = serde_json::from_value(you.ask_later(read, vec![]).await?)?;
    let [text] =
        texts.try_into().map_err(|all: Vec<String>| Trouble::new(format!("{} texts in the store", all.len())))?;
    let opened = saved::open::<Json>(&text).map_err(|why| Trouble::new(format!("half a record: {why:?}: {text}")))?;
    Ok(opened.record)
}

#[test]
fn a_tab_closed_in_the_middle_of_keeping_leaves_all_or_nothing() -> Outcome {
    visit(async |you, _| {
        let mut expected = record((0..BEFORE).map(described).map(Change::Add));
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        put(you, &saved::seal::<Json>(&expected, 1).unwrap_or_default()).await?;
        you.reload().await?;
        you.sees("Phone 19").await?;

        let mut kept = Vec::new();
        for (place, after) in (BEFORE..).zip(MOMENTS) {
            you.open_in_new_tab("/en/record/").await?;
            you.sees("Phone 19").await?;
            you.pick("number", &imei(place)).await?;
            you.press_and_close("Keep this phone", after).await?;
            // What the closed tab still had on its way may land a little later.
            tokio::time::sleep(std::time::Duration::from_millis(150)).await;
            let now = opened(you).await?;
            if now != expected {
                let _ = expected.apply(Change::Add(phone(&[&imei(place)], &[])));
                assert_eq!(now, expected, "closed {after} ms after the press: neither the old record nor the new one");
                kept.push(after);
            }
        }
        println!("kept when closed so many milliseconds after the press: {kept:?}, of {MOMENTS:?}");
        assert!(!kept.contains(&MOMENTS[0]), "closed before the press, and kept: the moments say nothing");
        assert!(kept.contains(&MOMENTS[MOMENTS.len() - 1]), "what had all the time was not kept");
        you.reload().await?;
        let shown = you.each(".kept > li", "class").await?.len();
        assert_eq!(shown, expected.phones().count());
        assert_eq!(you.console().await?, [""; 0]);
        Ok(())
    })
}
