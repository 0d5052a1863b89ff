//! The browser says no: to a camera, a printer, a download, the clipboard, the share menu, its small stores.
//! Another way is always said, and nothing counts as done.
//!
//! Rows 22, 59 and 61 to 64 of the matrix of faults, facts/reliability.md 6.

use browser_tests::{Outcome, Visitor, visit};

use crate::copies::{ONLY_HERE, come_with_a_phone};
use crate::open::Folder;
use crate::record::{GROUPS, NUMBER, TYPED, keep};
use crate::store::put;

const NOT_SENT: &str = "Nothing was sent.";
const RECORD: &str = "/en/record/";

/// The kept phone as text, where nothing but the page itself is needed to take it.
async fn by_hand(you: &Visitor) -> Outcome {
    you.press("Copy it by hand").await?;
    let text = selected(you).await?;
    assert!(text.contains(NUMBER), "{text}");
    Ok(())
}

/// The text that the focus is in, once all of it is selected: one press of the keyboard, or one of a menu, copies it.
async fn selected(you: &Visitor) -> Outcome<String> {
    let all = "const { selectionStart, selectionEnd, value } = document.activeElement;
        return selectionStart === 0 && selectionEnd === value?.length && value";
    let text = you.until("a text that is selected", all, vec![]).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

/// Row 22.
#[test]
fn without_the_small_stores_every_page_is_as_it_is() -> Outcome {
    visit(async |you, site| {
        let none = "for (const name of ['localStorage', 'sessionStorage']) {
            Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError'); } });
        }
        Object.defineProperty(document, 'cookie', { get: () => '', set() { throw new Error('no'); } });";
        you.open_in_new_tab_after(none, RECORD).await?;
        keep(you, "Kept without them").await?;
        for route in site.routes()? {
            you.open(&route).await?;
            assert_eq!(you.console().await?, [""; 0], "{route}");
        }
        you.open(RECORD).await?;
        you.sees("Kept without them").await
    })
}

/// Row 59: there is no camera to refuse, because the page asks for none. The system's own picker takes the picture.
#[test]
fn no_camera_is_asked_for_and_every_picture_that_does_not_help_is_named() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("camera")?;
        let watch = "window.cameras = 0;
            for (const name of ['getUserMedia', 'enumerateDevices']) {
                MediaDevices.prototype[name] = () => {
                    window.cameras += 1;
                    return Promise.reject(new DOMException('no', 'NotAllowedError'));
                };
            }";
        you.forbid("camera").await?;
        you.open_in_new_tab_after(watch, RECORD).await?;
        you.type_into("number", "3520990").await?;
        you.press("Read it from a picture").await?;
        you.sees("The picture stays on this device.").await?;
        assert_eq!(you.each("#picture", "accept").await?, ["image/*"]);
        assert_eq!(you.each("#picture[capture]", "id").await?, [""; 0], "a picture that is there already will do");

        // The picker is closed, and nothing was chosen.
        let closed = "document.getElementById('picture').dispatchEvent(new Event('cancel', { bubbles: true }))";
        you.ask(closed, vec![]).await?;
        let blank = "const canvas = document.createElement('canvas');
            [canvas.width, canvas.height] = [400, 300];
            canvas.getContext('2d').fillRect(0, 0, 400, 300);
            tell([...new Uint8Array(await (await new Promise((made) => canvas.toBlob(made))).arrayBuffer())])";
        let blank: Vec<u8> = serde_json::from_value(you.ask_later(blank, vec![]).await?)?;
        let cases = [
            (folder.with("blank.png", blank)?, "No number found."),
            (folder.with("words.heic", "not a picture")?, "This browser cannot open that file as a picture."),
            (folder.with("empty.jpg", "")?, "This browser cannot open that file as a picture."),
            (folder.sparse("huge.jpg", 65 << 20)?, "That picture is too large to search here."),
        ];
        for (picture, sentence) in cases {
            you.type_into("picture", &picture.display().to_string()).await?;
            you.sees(sentence).await?;
            assert_eq!(you.reads("number").await?, "3520990", "{sentence}: what was typed stays");
        }
        you.type_into("number", "01761481").await?;
        you.sees("15 digits. The check digit fits.").await?;
        assert_eq!(you.ask("return window.cameras", vec![]).await?, 0);
        Ok(())
    })
}

/// Row 61: the dialogue is closed without printing, or the browser has none.
#[test]
fn paper_that_did_not_come_counts_for_nothing_and_loses_nothing() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        let printers =
            ["window.print = () => {}", "window.print = undefined", "window.print = () => { throw new Error('no'); }"];
        for printer in printers {
            you.ask(printer, vec![]).await?;
            you.press("Print the cards").await?;
            you.sees("Did it print?").await?;
            you.press("No, not yet").await?;
            you.sees_no_more("Did it print?").await?;
            you.sees("Then it does not count yet.").await?;
            you.until("the focus there", "return document.activeElement.id === 'printed'", vec![]).await?;
            assert!(you.sees_now(ONLY_HERE).await?, "{printer}: nothing left the phone");
        }
        by_hand(you).await?;
        you.open(RECORD).await?;
        you.sees(GROUPS).await
    })
}

/// Row 61: half a sheet, without colours.
#[test]
fn a_card_fits_half_a_sheet_and_reads_in_grey() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        let (sheets, text) = you.prints_on(148.0, 210.0).await?;
        assert!(text.contains(NUMBER) && text.contains("Bluephone"), "{text}");
        assert_eq!(sheets, 1, "one card, one sheet");
        you.show_as(browser_tests::Theme::Print).await?;
        let grey = "document.documentElement.style.setProperty('filter', 'grayscale(1) contrast(0.6)')";
        you.ask(grey, vec![]).await?;
        assert!(you.reads_code(".paper-cards .qr").await?.contains(NUMBER));
        Ok(())
    })
}

/// Row 62.
#[test]
fn a_download_that_never_comes_leaves_a_text_to_copy() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        // As in the browsers inside other apps: the press does nothing, and nobody is told.
        you.ask("HTMLAnchorElement.prototype.click = () => {}", vec![]).await?;
        you.press("Save a plain file").await?;
        you.sees("Is the file off this phone now?").await?;
        you.press("No, not yet").await?;
        you.sees_no_more("Is the file off this phone now?").await?;
        you.type_into("passphrase", "cosy otter maps").await?;
        you.press("Lock and save").await?;
        you.sees("Is the file off this phone now, and the passphrase on paper?").await?;
        you.press("No, not yet").await?;
        assert!(you.sees_now(ONLY_HERE).await?);
        // A browser that says no is heard.
        you.ask("URL.createObjectURL = () => { throw new Error('no'); }", vec![]).await?;
        you.press("Save a plain file").await?;
        you.sees("The browser did not save it. Try another way.").await?;
        assert!(!you.sees_now("Is the file off this phone now?").await?);
        by_hand(you).await?;
        assert!(you.sees_now(ONLY_HERE).await?);
        Ok(())
    })
}

/// Row 62: a record that cannot be read is no less the person's own.
#[test]
fn a_damaged_record_can_be_taken_away_where_nothing_downloads() -> Outcome {
    visit(async |you, _| {
        let damaged = "{\"format\":\"ringfence-record\",\"v\":1,\"sum\":17,\"body\":\"half of a <b>rec";
        you.open(RECORD).await?;
        put(you, damaged).await?;
        you.reload().await?;
        you.ask("HTMLAnchorElement.prototype.click = () => {}", vec![]).await?;
        you.press("Save the damaged record").await?;
        you.press("Copy it by hand").await?;
        assert_eq!(selected(you).await?, damaged);
        // Typing goes on beside it, and folds nothing up.
        you.type_into("nickname", "Blue phone").await?;
        assert_eq!(you.reads("damaged-text").await?, damaged);
        assert_eq!(you.each("details[open] #damaged-text", "id").await?.len(), 1);
        you.press_on("#damaged-text").await?;
        assert_eq!(selected(you).await?, damaged);
        Ok(())
    })
}

/// Row 63.
#[test]
fn a_refused_clipboard_leaves_a_text_to_select() -> Outcome {
    visit(async |you, _| {
        you.forbid("clipboard-write").await?;
        come_with_a_phone(you).await?;
        let refused = "try { await navigator.clipboard.writeText('x'); tell(false) } catch { tell(true) }";
        assert_eq!(you.ask_later(refused, vec![]).await?, true, "the browser does refuse");
        you.press("Copy as text").await?;
        you.sees("The browser did not allow it. Open “Copy it by hand” and copy the text there.").await?;
        assert!(!you.sees_now("Did you paste it").await?);
        by_hand(you).await?;
        assert!(you.sees_now(ONLY_HERE).await?);

        you.open("/en/record/register/").await?;
        you.press("Copy IMEI 1 Blue phone").await?;
        you.sees("The browser did not allow it.").await?;
        you.sees(GROUPS).await?;

        you.open("/en/stolen/").await?;
        you.press("Write the report").await?;
        you.sees("Your texts").await?;
        you.unfold().await?;
        you.press_on("details:has(#for-police) .row button:nth-of-type(1)").await?;
        you.sees("The browser did not allow it. Select the text and copy it by hand.").await?;
        assert!(you.reads("for-police").await?.contains("I want to report"));
        Ok(())
    })
}

/// Row 63, where there is no clipboard at all: only pages over https have one.
#[test]
fn a_browser_without_a_clipboard_is_one_that_refuses() -> Outcome {
    visit(async |you, _| {
        let none = "Object.defineProperty(Navigator.prototype, 'clipboard', { get: () => undefined })";
        you.open_in_new_tab_after(none, RECORD).await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees("Kept on this device.").await?;
        you.press("Keep a copy off this phone").await?;
        you.press("Copy as text").await?;
        you.sees("The browser did not allow it.").await?;
        by_hand(you).await
    })
}

/// Row 64: the menu opens and is closed again, or the system has nobody to share with.
#[test]
fn a_share_menu_that_was_closed_counts_for_nothing() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        for why in ["AbortError", "NotAllowedError", "DataError"] {
            let share = "Object.defineProperty(navigator, 'share', { configurable: true, value: async ({ text }) => {
                    window.offered = text;
                    throw new DOMException('no', arguments[0]);
                } })";
            you.ask(&share.replace("arguments[0]", &format!("'{why}'")), vec![]).await?;
            you.press("Share as text").await?;
            you.until("the text to be offered", "return window.offered", vec![]).await?;
            let offered = you.ask("const text = window.offered; delete window.offered; return text", vec![]).await?;
            assert!(offered.as_str().is_some_and(|text| text.contains(NUMBER)), "{offered}");
            if why == "AbortError" {
                // Who closed it knows it.
                tokio::time::sleep(std::time::Duration::from_millis(300)).await;
                assert!(!you.sees_now(NOT_SENT).await?, "{why}");
            } else {
                you.sees(NOT_SENT).await?;
            }
            assert!(!you.sees_now("Did you send it?").await?, "{why}: nothing was sent, so nothing is asked");
            assert!(you.sees_now(ONLY_HERE).await?);
        }
        // The other ways are there as before.
        you.press("By mail").await?;
        you.sees("Write the mail").await?;
        by_hand(you).await
    })
}
