//! Copies: phones leave the device on paper, in files, in codes and as text, and count only when the person says so.
//!
//! Whatever leaves is read back by code that is not the page's: a PDF reader, a code reader, Python.

use std::io::Write as _;
use std::process::{Command, Stdio};

use browser_tests::{Outcome, Setting, Theme, Trouble, Visitor, visit, visit_with};
use domain::import::{self, Import};
use domain::kept_number::KeptNumber;
use domain::record::Record;
use domain::slip;
use tests::notation::Json;
use tests::source::root;

use crate::record::{GROUPS, NUMBER, keep};

pub(crate) const ONLY_HERE: &str = "No copy off this phone yet.";
const AWAY: &str = "You have a copy off this phone.";

/// Keeps the usual phone and goes on to its copies.
pub(crate) async fn come_with_a_phone(you: &Visitor) -> Outcome {
    you.open("/en/record/").await?;
    keep(you, "Blue phone").await?;
    you.press("Keep a copy off this phone").await?;
    you.sees(ONLY_HERE).await
}

/// Says that the copy left; the store knows it after a reload.
async fn it_left(you: &Visitor, question: &str) -> Outcome {
    you.sees(question).await?;
    assert!(you.sees_now(ONLY_HERE).await?, "a press is not a copy");
    you.press("Yes").await?;
    you.sees(AWAY).await?;
    you.sees_no_more(question).await?;
    let focused = "return document.activeElement.textContent === 'Done'";
    you.until("the focus where the question was", focused, vec![]).await?;
    you.reload().await?;
    you.sees(AWAY).await?;
    you.sees("Done").await
}

#[track_caller]
fn assert_is_the_usual_phone(record: &Record) {
    let numbers: Vec<&str> = record.phones().flat_map(|(_, phone)| phone.numbers()).map(KeptNumber::as_str).collect();
    assert_eq!(numbers, [NUMBER]);
}

#[test]
fn without_a_phone_there_is_nothing_to_press_but_the_way_to_one() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/copies/").await?;
        you.sees("You keep no phone here yet.").await?;
        assert!(!you.sees_now("Print the cards").await? && !you.sees_now("Lock and save").await?);
        you.press("To your phones").await?;
        assert_eq!(you.place().await?, "/en/record/");
        Ok(())
    })
}

#[test]
fn a_browser_that_keeps_nothing_sends_people_back() -> Outcome {
    visit_with(Setting::NoSiteData, async |you, _| {
        you.open("/en/record/copies/").await?;
        you.sees("This browser keeps nothing for this site, so this page cannot see your phones.").await
    })
}

#[test]
fn with_scripts_off_every_way_is_explained() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go("/en/record/copies/").await?;
        for way in ["Print a card", "Save a locked file", "Move it to a second device", "Save a plain file"] {
            you.sees(way).await?;
        }
        assert_eq!(you.each(".way strong", "class").await?.len(), 6, "each says who can read it");
        you.sees("Safari deletes what a site keeps").await?;
        assert!(!you.sees_now("Print the cards").await?, "a button that can do nothing is not shown");
        you.unfold().await?;
        you.sees("Save the page that opens files").await
    })
}

#[test]
fn paper_holds_the_cards_alone_with_a_code_that_reads() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        let paper = you.prints().await?;
        assert!(paper.contains(NUMBER) && paper.contains("Bluephone"), "{paper}");
        assert!(!paper.contains("Waysoffthephone") && !paper.contains("Whocanreadit"), "{paper}");

        you.show_as(Theme::Print).await?;
        let copy = slip::read(&you.reads_code(".paper-cards .qr").await?);
        assert_is_the_usual_phone(&copy.map_err(|why| Trouble::new(format!("{why:?}")))?.record);
        you.show_as(Theme::Light).await?;

        // The dialogue itself belongs to the browser.
        you.ask("window.print = () => {}", vec![]).await?;
        you.press("Print the cards").await?;
        it_left(you, "Did it print?").await
    })
}

#[test]
fn a_card_for_the_wallet_is_as_large_as_a_bank_card_and_reads() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.choose("How large?", "Wallet, like a bank card").await?;
        let paper = you.prints().await?;
        assert!(paper.contains(NUMBER) && paper.contains("Bluephone"), "{paper}");
        you.show_as(Theme::Print).await?;
        let size = "const { width, height } = document.querySelector('.paper-cards .card').getBoundingClientRect();
            return [width, height].map((pixels) => Math.round(pixels / 96 * 25.4))";
        // ISO/IEC 7810 ID-1: 85.6 by 54 mm.
        assert_eq!(you.ask(size, vec![]).await?, serde_json::json!([86, 54]));
        let copy = slip::read(&you.reads_code(".paper-cards .qr").await?);
        assert_is_the_usual_phone(&copy.map_err(|why| Trouble::new(format!("{why:?}")))?.record);
        Ok(())
    })
}

#[test]
fn the_plain_file_opens_as_a_copy() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.press("Save a plain file").await?;
        let file = you.saved("ringfence-phones.json").await?;
        match import::read::<Json>(file.as_bytes()) {
            Ok(Import::Copy(copy)) => assert_is_the_usual_phone(&copy.record),
            other => return Err(Trouble::new(format!("{other:?}"))),
        }
        it_left(you, "Is the file off this phone now?").await
    })
}

#[test]
fn the_locked_file_opens_with_its_five_words_and_without_this_site() -> Outcome {
    visit(async |you, site| {
        come_with_a_phone(you).await?;
        you.requests().await?;
        you.press("Make five words for me").await?;
        let words = you.text(".five-words").await?;
        assert_eq!(words.split(' ').count(), 5, "{words}");
        assert_eq!(you.reads("passphrase").await?, words, "they stand in the field");
        you.press("Lock and save").await?;
        let file = you.saved("ringfence-phones.ringfence").await?;
        assert!(!file.contains(NUMBER) && !file.contains("Blue phone"), "{file}");
        let plain = open_with_python(&file, &words)?;
        match import::read::<Json>(plain.as_bytes()) {
            Ok(Import::Copy(copy)) => assert_is_the_usual_phone(&copy.record),
            other => return Err(Trouble::new(format!("{other:?}"))),
        }
        for request in you.requests().await? {
            assert!(request.address.starts_with(&site.page("/")), "{}", request.address);
            assert!(!request.address.contains(NUMBER) && request.body.is_empty(), "{}", request.address);
        }
        it_left(you, "Is the file off this phone now, and the passphrase on paper?").await
    })
}

/// What the script that people get makes of a locked file.
fn open_with_python(file: &str, passphrase: &str) -> Outcome<String> {
    let python = std::env::var("RINGFENCE_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let path = std::env::temp_dir().join(format!("ringfence-locked-{}", std::process::id()));
    std::fs::write(&path, file)?;
    let mut script = Command::new(python);
    script.arg(root().join("docs/open-locked-file.py")).arg(&path).env("PYTHONUTF8", "1");
    let mut running = script.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
    running.stdin.take().ok_or_else(|| Trouble::new("no pipe to Python"))?.write_all(passphrase.as_bytes())?;
    let output = running.wait_with_output()?;
    std::fs::remove_file(&path)?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_short_passphrase_locks_nothing_and_a_typed_one_can_be_seen() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.press("Lock and save").await?;
        you.sees("Type a passphrase first").await?;
        you.type_into("passphrase", "short").await?;
        you.press("Lock and save").await?;
        you.sees("5 characters are too few. Use 12 or more.").await?;
        assert_eq!(you.each("#passphrase", "aria-invalid").await?, ["true"]);
        assert_eq!(you.each("#passphrase", "type").await?, ["password"]);
        you.press("Show the passphrase").await?;
        assert_eq!(you.each("#passphrase", "type").await?, ["text"]);
        assert_eq!(you.reads("passphrase").await?, "short", "nothing typed is lost");
        Ok(())
    })
}

#[test]
fn two_codes_bring_a_phone_to_a_second_device() -> Outcome {
    visit(async |you, site| {
        come_with_a_phone(you).await?;
        assert!(you.each(".codes .qr", "class").await?.is_empty(), "no code before a press");
        for theme in [Theme::Light, Theme::Dark] {
            you.show_as(theme).await?;
            you.press("Show the codes").await?;
            assert_eq!(you.reads_code(".codes .qr").await?, site.page("/en/record/open/"));
            you.press("Next code").await?;
            you.sees("“Blue phone”, phone 1 of 1").await?;
            let copy = slip::read(&you.reads_code(".codes .qr").await?);
            assert_is_the_usual_phone(&copy.map_err(|why| Trouble::new(format!("{why:?}")))?.record);
            you.press("Hide the codes").await?;
        }
        assert!(you.each(".codes .qr", "class").await?.is_empty(), "hidden again");
        you.press("Show the codes").await?;
        you.press("Next code").await?;
        you.press("The other device has it").await?;
        you.sees(AWAY).await?;
        Ok(())
    })
}

#[test]
fn text_goes_to_a_password_manager_or_by_hand() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.press("Copy it by hand").await?;
        let text = you.ask("return document.querySelector('textarea[readonly]').value", vec![]).await?;
        assert_eq!(text.as_str().unwrap_or_default(), format!("Blue phone\nIMEI 1: {NUMBER} (Checked)"));
        you.press("Copy as text").await?;
        it_left(you, "Did you paste it where you can reach it without this phone?").await
    })
}

#[test]
fn a_mail_is_made_only_when_it_is_unfolded() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        let mails = async || you.each("a[href^='mailto:']", "href").await;
        assert!(mails().await?.is_empty(), "no address holds a number before a press");
        you.press("By mail").await?;
        you.sees("The numbers are in the link").await?;
        you.sees("Write the mail").await?;
        let [mail] = mails().await?.try_into().map_err(|all| Trouble::new(format!("{all:?}")))?;
        assert!(mail.contains(&format!("Blue%20phone%0D%0AIMEI%201%3A%20{NUMBER}")), "{mail}");
        you.press("By mail").await?;
        you.until("the link to be gone", "return !document.querySelector('a[href^=\"mailto:\"]')", vec![]).await?;
        Ok(())
    })
}

#[test]
fn a_browser_without_a_share_menu_says_so_and_asks_nothing() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.ask("Object.defineProperty(navigator, 'share', { value: undefined })", vec![]).await?;
        you.press("Share as text").await?;
        you.sees("Nothing was sent.").await?;
        assert!(!you.sees_now("Did you send it?").await?);
        // Another way makes the notice old.
        you.press("Save a plain file").await?;
        you.sees_no_more("Nothing was sent.").await
    })
}

#[test]
fn no_copy_at_all_is_a_choice_and_no_trap() -> Outcome {
    visit(async |you, _| {
        come_with_a_phone(you).await?;
        you.press("I do not want a copy").await?;
        you.press("I know. Keep it on this phone only").await?;
        you.sees("You chose to keep no copy off this phone.").await?;
        you.sees("Print the cards").await
    })
}

#[test]
fn the_register_page_has_every_number_ready() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/register/").await?;
        assert!(!you.sees_now("Your numbers, ready to copy").await?, "none is kept");
        come_with_a_phone(you).await?;
        you.open("/en/record/register/").await?;
        you.sees("Your numbers, ready to copy").await?;
        you.sees(GROUPS).await?;
        you.press("Copy IMEI 1 Blue phone").await?;
        you.sees("Copied. Paste it into the form of the register.").await
    })
}
