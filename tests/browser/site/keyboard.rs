//! With the keyboard alone: every stop is reached, in the order of the page, is seen, and shows where the focus is.
//!
//! WCAG 2.2: 2.1.1 and 2.1.2 (no part without keys, no trap), 2.4.3 (order), 2.4.7 (focus seen), 2.4.11 (not hidden).

use std::collections::BTreeSet;

use browser_tests::{Outcome, Visitor, visit};
use serde::Deserialize;

use crate::assert_sound;
use crate::copies::come_with_a_phone;
use crate::record::TYPED;

/// A desk's window and a small phone's, in CSS pixels. On the phone there is least room beside what stays in place.
const WIDE: u32 = 1280;
const SMALL: u32 = 360;
/// More stops than any page has: who is still walking then is walking in a circle.
const MOST: usize = 600;

/// Puts the focus where it is when a page was just opened. Where a focused element was removed, the next one follows.
const BEGIN: &str = "const first = document.createElement('button');
    document.body.prepend(first);
    first.focus();
    first.remove();
    scrollTo(0, 0)";

/// Where a person can stop, by place among all elements. Of the answers to one question, one can.
const STOPS: &str = "const all = [...document.querySelectorAll('*')];
    const stops = all.filter((found) => found.matches('a[href], button, input, select, textarea, summary, [tabindex]')
        && found.tabIndex >= 0 && !found.disabled && found.checkVisibility({ visibilityProperty: true }));
    const others = (found) => [...document.querySelectorAll(`input[type=radio][name='${found.name}']`)];
    return stops.filter((found) => found.type !== 'radio'
            || found === (others(found).find((one) => one.checked) ?? others(found)[0]))
        .map((found) => all.indexOf(found))";

/// The stop that has the focus; nothing when the focus has left the page.
const HERE: &str = "const found = document.activeElement;
    if (!found || found === document.body || found === document.documentElement) return null;
    const place = [...document.querySelectorAll('*')].indexOf(found);
    const name = `${found.localName}#${found.id} ${found.textContent.replace(/\\s+/g, ' ').trim().slice(0, 40)}`;
    const labels = [...(found.labels ?? [])];
    const shows = (one) => {
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(one);
        return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && outlineColor !== 'rgba(0, 0, 0, 0)';
    };
    // The middle of one of its lines is in the window, and nothing lies over that.
    const inSight = (one) => [...one.getClientRects()].some((line) => {
        const [left, right, top, bottom] = [Math.max(line.left, 0), Math.min(line.right, innerWidth),
            Math.max(line.top, 0), Math.min(line.bottom, innerHeight)];
        return right > left && bottom > top
            && [0.5, 0.1, 0.9].some((part) => one.contains(
                document.elementFromPoint((left + right) / 2, top + (bottom - top) * part)));
    });
    return { place, name, seen: [found, ...labels].some(inSight), marked: [found, ...labels].some(shows) }";

/// One stop on the way.
#[derive(Deserialize)]
struct Stop {
    place: usize,
    name: String,
    seen: bool,
    marked: bool,
}

/// Walks through the open page from its beginning, and tells what is wrong on the way.
async fn walk(you: &Visitor, page: &str) -> Outcome<Vec<String>> {
    let mut missing: BTreeSet<usize> = serde_json::from_value(you.ask(STOPS, vec![]).await?)?;
    assert!(missing.len() > 4, "{page}: {} stops only", missing.len());
    you.ask(BEGIN, vec![]).await?;
    let (mut faults, mut last) = (Vec::new(), None);
    for _ in 0..MOST {
        you.press_tab().await?;
        let Some(Stop { place, name, seen, marked }) = serde_json::from_value(you.ask(HERE, vec![]).await?)? else {
            let left = missing.into_iter().map(|place| format!("{page}: element {place} is never reached"));
            return Ok(faults.into_iter().chain(left).collect());
        };
        let wrong = [
            (last.is_some_and(|last| place <= last), "comes after what stands below it"),
            (!seen, "is out of sight, or something lies over it"),
            (!marked, "does not show the focus"),
        ];
        faults.extend(wrong.into_iter().filter(|(is, _)| *is).map(|(_, what)| format!("{page}: {name} {what}")));
        missing.remove(&place);
        last = Some(place);
    }
    faults.push(format!("{page}: the way does not end"));
    Ok(faults)
}

/// The same in windows of these widths, with everything unfolded.
async fn walk_at(you: &Visitor, page: &str, widths: &[u32]) -> Outcome<Vec<String>> {
    let mut faults = Vec::new();
    you.unfold().await?;
    for width in widths.iter().copied() {
        you.show_at(width).await?;
        faults.extend(walk(you, &format!("{page} at {width} px")).await?);
    }
    Ok(faults)
}

#[test]
fn every_page_can_be_walked_through_with_the_keyboard() -> Outcome {
    visit(async |you, site| {
        let mut faults = Vec::new();
        for route in site.routes()? {
            you.open(&route).await?;
            faults.extend(walk_at(you, &route, &[SMALL]).await?);
        }
        assert_sound(&faults);
        Ok(())
    })
}

#[test]
fn the_record_and_its_copies_can_be_walked_through_when_they_are_full() -> Outcome {
    visit(async |you, _| {
        let mut faults = Vec::new();
        come_with_a_phone(you).await?;
        you.press("Show the codes").await?;
        you.press("Next code").await?;
        you.press("Save a plain file").await?;
        you.sees("Is the file off this phone now?").await?;
        faults.extend(walk_at(you, "the copies of a phone", &[WIDE, SMALL]).await?);

        you.show_at(WIDE).await?;
        you.open("/en/record/").await?;
        you.type_into("number", &TYPED.replace("-1", "-2")).await?;
        you.press("Keep this phone").await?;
        you.sees("This number is not checked.").await?;
        faults.extend(walk_at(you, "a doubtful number beside a kept one", &[WIDE, SMALL]).await?);
        assert_sound(&faults);
        Ok(())
    })
}

/// Two stops within one turn of the page: its answer to the first comes when the person is at the second.
#[test]
fn who_goes_on_at_once_is_not_fetched_back() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.unfold().await?;
        let hurry = "document.getElementById('by-hand').focus();
            const next = [...document.querySelectorAll('a[href]')].at(-1);
            next.focus();
            setTimeout(() => tell(document.activeElement === next), 300)";
        assert_eq!(you.ask_later(hurry, vec![]).await?, true, "the text by hand took the focus back");
        Ok(())
    })
}

#[test]
fn a_phone_is_kept_and_copied_without_a_mouse() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.tab_to("#number").await?;
        you.types(TYPED).await?;
        you.sees("15 digits. The check digit fits.").await?;
        you.tab_to("#nickname").await?;
        you.types("Without a mouse").await?;
        you.tab_to("button[type=submit]").await?;
        you.types(" ").await?;
        you.sees("Kept on this device.").await?;
        // From where the person is, not from the top of the page: the focus was not lost.
        you.tab_to("a.button[href*='copies']").await?;
        you.types("\n").await?;
        you.is_awake().await?;
        you.sees("No copy off this phone yet.").await?;
        assert_eq!(you.place().await?, "/en/record/copies/");
        Ok(())
    })
}
