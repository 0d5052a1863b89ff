//! A copy is opened: looked at first, unlocked where it must be, taken in and undone. No file does harm, whatever it holds.
//!
//! Numbers of rows are those of the matrix of faults, facts/reliability.md 6.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use browser_tests::{Outcome, Setting, Visitor, visit, visit_with};
use domain::import::LARGEST;

use crate::assert_sound;
use crate::record::{NUMBER, TYPED};
use crate::store::stored;

pub(crate) const PAGE: &str = "/en/record/open/";
const PASSPHRASE: &str = "cosy otter maps élan zoo";
const NOT_OPENED: &str = "This was not opened";
const WRONG_OR_DAMAGED: &str = "The passphrase is wrong, or the file is damaged.";
/// The first phone of the copies in the fixtures, as it is shown.
const NAME: &str = "Zoë’s blue phone";
const MASKED: &str = "35209900 •••••• 1";

/// Counts how often the page reads a file, and how often it makes a key.
const WATCH: &str = "window.reads = 0; window.keys = 0;
    const count = (what, name, counter) => {
        const own = what[name];
        if (own) what[name] = function (...all) { window[counter] += 1; return own.apply(this, all); };
    };
    for (const name of ['text', 'arrayBuffer', 'bytes', 'stream', 'slice']) count(Blob.prototype, name, 'reads');
    for (const name of ['readAsText', 'readAsArrayBuffer']) count(FileReader.prototype, name, 'reads');
    for (const name of ['deriveKey', 'deriveBits']) count(SubtleCrypto.prototype, name, 'keys')";

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures").join(name)
}

fn plain() -> Outcome<String> {
    Ok(fs::read_to_string(fixture("copies/copy-v1.json"))?)
}

fn locked() -> Outcome<String> {
    Ok(fs::read_to_string(fixture("copies/locked-v1.ringfence"))?)
}

/// Files that one test makes; gone when it ends.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(test: &str) -> Outcome<Self> {
        let folder = std::env::temp_dir().join(format!("ringfence-open-{}-{test}", std::process::id()));
        fs::create_dir_all(&folder)?;
        Ok(Self(folder))
    }

    pub(crate) fn with(&self, name: &str, text: impl AsRef<[u8]>) -> Outcome<PathBuf> {
        let path = self.0.join(name);
        fs::write(&path, text)?;
        Ok(path)
    }

    /// A file of this size that takes no room on the disk.
    pub(crate) fn sparse(&self, name: &str, bytes: u64) -> Outcome<PathBuf> {
        let path = self.0.join(name);
        File::create(&path)?.set_len(bytes)?;
        Ok(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Chooses a file to open.
pub(crate) async fn pick(you: &Visitor, file: &Path) -> Outcome {
    let file = fs::canonicalize(file)?;
    you.type_into("copy-file", &file.to_string_lossy()).await
}

async fn counted(you: &Visitor, counter: &str) -> Outcome<u64> {
    Ok(you.ask("return window[arguments[0]]", vec![counter.into()]).await?.as_u64().unwrap_or(u64::MAX))
}

/// The focus is where the outcome is said, so that a screen reader says it.
async fn is_told(you: &Visitor) -> Outcome {
    let told = "return document.activeElement.id === 'opened'";
    you.until("the focus to be on what came of it", told, vec![]).await.map(drop)
}

async fn unlock(you: &Visitor, passphrase: &str) -> Outcome {
    you.empty("passphrase").await?;
    you.type_into("passphrase", passphrase).await?;
    you.press("Open the lock").await
}

#[test]
fn a_copy_is_shown_first_then_kept_then_undone() -> Outcome {
    visit(async |you, _| {
        // Row 29: a browser that lost everything offers the way back.
        you.open(PAGE).await?;
        you.sees("Do you want to restore it from a copy?").await?;
        pick(you, &fixture("copies/copy-v1.json")).await?;
        you.sees("This is in the copy").await?;
        is_told(you).await?;
        for shown in ["Saved on 22 November 2026", "Phones in it 2", "New here 2", NAME, MASKED] {
            you.sees(shown).await?;
        }
        assert!(!you.sees_now(NUMBER).await?, "a screen has onlookers");
        assert!(!stored(you).await?.contains(NUMBER), "nothing is kept before a press");

        you.press("Bring it back to this device").await?;
        you.sees("Done. It is kept on this device").await?;
        assert!(stored(you).await?.contains(NUMBER));
        you.press("Undo it").await?;
        you.sees("Undone. All is as it was before").await?;
        assert!(!stored(you).await?.contains(NUMBER));
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        Ok(())
    })
}

#[test]
fn what_is_here_stays_and_a_replacement_takes_two_presses() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.type_into("number", TYPED).await?;
        you.type_into("nickname", "Mine").await?;
        you.press("Keep this phone").await?;
        you.sees("Kept on this device").await?;

        you.open(PAGE).await?;
        pick(you, &fixture("copies/copy-v1.json")).await?;
        you.sees("New here 1").await?;
        you.sees("Different here 1").await?;
        you.press("Add it to what is here").await?;
        you.sees("Done. It is kept on this device").await?;
        you.open("/en/record/").await?;
        you.sees("Mine").await?;
        assert!(!you.sees_now(NAME).await?, "the name that stood here stays");

        you.open(PAGE).await?;
        pick(you, &fixture("copies/copy-v1.json")).await?;
        you.sees("This is in the copy").await?;
        you.press("Put it in the place of what is here").await?;
        assert!(stored(you).await?.contains("Mine"), "one press replaces nothing");
        you.press("Yes, replace what is here").await?;
        you.sees("Done. It is kept on this device").await?;
        assert!(!stored(you).await?.contains("Mine"));
        you.press("Undo it").await?;
        you.sees("Undone. All is as it was before").await?;
        assert!(stored(you).await?.contains("Mine"));
        Ok(())
    })
}

/// Row 33.
#[test]
fn a_file_that_is_too_large_is_not_read() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("size")?;
        you.open(PAGE).await?;
        you.ask(WATCH, vec![]).await?;
        for (name, bytes) in [("huge.json", 5 << 30), ("large.json", LARGEST as u64 + 1)] {
            pick(you, &folder.sparse(name, bytes)?).await?;
            you.sees("It is larger than any copy").await?;
            is_told(you).await?;
            assert_eq!(counted(you, "reads").await?, 0, "{name} was read");
        }
        pick(you, &folder.with("empty.json", "")?).await?;
        you.sees(NOT_OPENED).await?;
        you.sees("There is nothing in it.").await?;
        // What is small enough is read, or the count would prove nothing.
        pick(you, &fixture("copies/copy-v1.json")).await?;
        you.sees("This is in the copy").await?;
        assert!(counted(you, "reads").await? > 0);
        Ok(())
    })
}

/// Row 39.
#[test]
fn a_file_that_asks_for_too_much_work_gets_none() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("work")?;
        you.open(PAGE).await?;
        you.ask(WATCH, vec![]).await?;
        for rounds in ["1000000000", "4294967296", "1"] {
            let text = locked()?.replace("\"rounds\":600000", &format!("\"rounds\":{rounds}"));
            pick(you, &folder.with(&format!("rounds-{rounds}.ringfence"), text)?).await?;
            you.sees("It asks this device for too much work").await?;
            assert!(!you.sees_now("Open the lock").await?, "no passphrase is asked for");
        }
        assert_eq!(counted(you, "keys").await?, 0);
        pick(you, &fixture("copies/locked-v1.ringfence")).await?;
        unlock(you, PASSPHRASE).await?;
        you.sees("This is in the copy").await?;
        assert!(counted(you, "keys").await? > 0, "the count would prove nothing");
        Ok(())
    })
}

/// Row 40: the passphrase.
#[test]
fn a_lock_can_be_tried_as_often_as_it_takes() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        pick(you, &fixture("copies/locked-v1.ringfence")).await?;
        you.sees("This copy is locked").await?;
        is_told(you).await?;
        you.press("Open the lock").await?;
        you.sees("Type the passphrase first.").await?;
        for wrong in ["cosy otter", "Cosy Otter Maps Élan Zoo", "x"] {
            unlock(you, wrong).await?;
            you.sees("It did not open").await?;
            you.sees(WRONG_OR_DAMAGED).await?;
        }
        assert_eq!(you.reads("passphrase").await?, "x", "what was typed can be put right");
        assert_eq!(you.each("#passphrase", "type").await?, ["password"]);
        you.press("Show what I type").await?;
        assert_eq!(you.each("#passphrase", "type").await?, ["text"]);
        // Spaces too many do no harm.
        unlock(you, &format!(" {} ", PASSPHRASE.replace(' ', "  "))).await?;
        you.sees("This is in the copy").await?;
        you.sees(NAME).await?;
        assert_eq!(you.reads("passphrase").await?, "", "it is not left on the page");
        assert!(!stored(you).await?.contains("otter"));
        Ok(())
    })
}

/// Row 40: the file.
#[test]
fn a_changed_locked_file_opens_nothing_and_says_so_calmly() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("changed")?;
        let whole = locked()?;
        let payload = whole.find("\"payload\":\"").map_or(0, |start| start + 40);
        let other = if whole[payload..].starts_with('A') { "B" } else { "A" };
        let mut flipped = whole.clone();
        flipped.replace_range(payload..=payload, other);
        let salted = whole.replace("ix9O0geaY8Ux7lhypA22GQ==", "MDEyMzQ1Njc4OWFiY2RlZg==");
        assert!(flipped != whole && salted != whole, "the fixture is another");
        you.open(PAGE).await?;
        for (name, text) in [("flipped", &flipped), ("header", &salted)] {
            pick(you, &folder.with(&format!("{name}.ringfence"), text)?).await?;
            you.sees("This copy is locked").await?;
            unlock(you, PASSPHRASE).await?;
            you.sees(WRONG_OR_DAMAGED).await?;
            you.press("Close this copy").await?;
            you.sees("Choose your copy").await?;
        }
        let rest = [
            ("cut", whole[..whole.len() / 2].to_owned(), "It stops before its end."),
            ("other", "{\"encrypted\":true,\"kdfIterations\":600000}".to_owned(), "It is not a copy from this site."),
            ("brackets", "[".repeat(100_000), "It is built in a way that no copy is."),
        ];
        for (name, text, sentence) in rest {
            pick(you, &folder.with(&format!("{name}.ringfence"), text)?).await?;
            you.sees(sentence).await?;
            you.sees("Nothing was changed on this device.").await?;
        }
        Ok(())
    })
}

/// Rows 35 and 41.
#[test]
fn what_looks_like_a_script_is_shown_as_text_everywhere() -> Outcome {
    visit(async |you, _| {
        let words =
            ["<img src=x onerror=hit()>", "\"><svg onload=hit()>", "<script>hit()</script>", "javascript:hit()"];
        you.open(PAGE).await?;
        let title = you.ask("return document.title", vec![]).await?;
        let harm = "return JSON.stringify([window.hits ?? 0, ({}).polluted ?? null,
            document.querySelectorAll('main [onload], main [onerror], main img, main script, main [href^=javascript]').length])";
        you.ask("window.hit = () => { window.hits = (window.hits ?? 0) + 1; }", vec![]).await?;
        pick(you, &fixture("hostile/scripts.json")).await?;
        for words in words {
            you.sees(words).await?;
        }
        assert_eq!(you.ask(harm, vec![]).await?, "[0,null,0]");
        assert_eq!(you.ask("return document.title", vec![]).await?, title);
        you.press("Bring it back to this device").await?;
        you.sees("Done. It is kept on this device").await?;

        let folder = Folder::new("scripts")?;
        let polluting = plain()?.replacen('{', "{\"__proto__\":{\"polluted\":1},", 1);
        you.press("Open another copy").await?;
        pick(you, &folder.with("polluting.json", polluting)?).await?;
        you.sees("There is something in it that no copy has.").await?;
        assert_eq!(you.ask(harm, vec![]).await?, "[0,null,0]");

        you.open("/en/record/").await?;
        for words in words {
            you.sees(words).await?;
        }
        assert_eq!(you.ask(harm, vec![]).await?, "[0,null,0]");
        assert_eq!(you.console().await?, [""; 0], "no policy had to step in");
        Ok(())
    })
}

/// Row 60: what a camera app reads is pasted, whatever was on the wall.
#[test]
fn a_pasted_code_is_a_phone_or_nothing() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        you.press("Paste a text or a scanned code").await?;
        you.press("Read this text").await?;
        you.sees("There is no text yet.").await?;
        let hostile = [
            ("https://evil.example/?imei=352099001761481".to_owned(), "It is not a copy from this site."),
            ("BEGIN:VCARD VERSION:3.0 TEL:999 END:VCARD".to_owned(), "It is not a copy from this site."),
            ("9".repeat(3_000), "It is not a copy from this site."),
        ];
        let mut faults = Vec::new();
        for (text, sentence) in hostile {
            you.pick("copy-text", &text).await?;
            you.press("Read this text").await?;
            you.sees(sentence).await?;
            if you.sees_now("This is in the copy").await? {
                faults.push(text);
            }
            you.pick("copy-text", "").await?;
        }
        assert_sound(&faults);
        // The same phone that `domain::slip` writes.
        let slip = domain::slip::write(&phone()).text;
        you.pick("copy-text", &slip).await?;
        you.press("Read this text").await?;
        you.sees("Phones in it 1").await?;
        you.sees(MASKED).await?;
        Ok(())
    })
}

fn phone() -> domain::phone::Phone {
    let number = NUMBER.parse().ok().into_iter().collect();
    domain::phone::Phone::default().with_numbers(number).unwrap_or_default()
}

#[test]
fn without_scripts_the_page_says_what_still_works() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go(PAGE).await?;
        you.sees("This page cannot open a file without scripts.").await?;
        you.sees("A plain copy opens in any text editor.").await?;
        assert!(!you.sees_now("Choose your copy").await?, "what needs a script is not shown");
        Ok(())
    })
}

#[test]
fn the_page_that_opens_copies_by_itself_can_be_saved() -> Outcome {
    visit(async |you, _| {
        you.open(PAGE).await?;
        you.press("The page that opens copies by itself").await?;
        assert!(you.saved("open-ringfence-file.html").await?.contains("<title>Open a Ringfence file</title>"));
        Ok(())
    })
}
