//! A picture of the code on another screen: the phone in it is shown first, and every other picture is refused in words.
//!
//! Row 60 of the matrix of faults, facts/reliability.md 6.

use std::path::Path;

use browser_tests::{Outcome, Visitor, visit};

use crate::copies::come_with_a_phone;
use crate::open::{Folder, PAGE};
use crate::store::stored;

const NO_CODE: &str = "No code of a phone was found in the picture.";

async fn choose(you: &Visitor, picture: &Path) -> Outcome {
    you.type_into("copy-code", &picture.display().to_string()).await
}

#[test]
fn a_photographed_code_is_looked_at_first_and_no_other_code_opens() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("codes")?;
        come_with_a_phone(you).await?;
        you.press("Show the codes").await?;
        let address = folder.with("address.png", you.photographs(".codes .qr").await?)?;
        you.press("Next code").await?;
        you.sees("“Blue phone”, phone 1 of 1").await?;
        let phone = folder.with("phone.png", you.photographs(".codes .qr").await?)?;

        you.open("/en/about/").await?;
        you.press("Delete everything kept here").await?;
        you.press("Delete everything").await?;
        you.sees("Everything is deleted.").await?;
        you.open(PAGE).await?;
        // The first of the two codes is an address, as every code on a wall is.
        choose(you, &address).await?;
        you.sees(NO_CODE).await?;
        assert_eq!(you.place().await?, PAGE, "no code leads anywhere");
        choose(you, &folder.with("no-picture.png", "not a picture")?).await?;
        you.sees(NO_CODE).await?;
        choose(you, &folder.with("empty.png", "")?).await?;
        you.sees(NO_CODE).await?;

        choose(you, &phone).await?;
        you.sees("This is in the copy").await?;
        you.sees("Phones in it 1").await?;
        you.sees("Blue phone").await?;
        assert!(!stored(you).await?.contains("Blue phone"), "nothing is kept before a press");
        you.press("Bring it back to this device").await?;
        you.sees("Done. It is kept on this device").await?;
        assert!(stored(you).await?.contains("Blue phone"));
        Ok(())
    })
}

#[test]
fn without_the_picture_reader_the_code_can_still_be_pasted() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("no-reader")?;
        come_with_a_phone(you).await?;
        you.press("Show the codes").await?;
        let picture = folder.with("code.png", you.photographs(".codes .qr").await?)?;
        you.open(PAGE).await?;
        you.ask("globalThis.startReader = async () => { throw new Error('gone'); }", vec![]).await?;
        choose(you, &picture).await?;
        you.sees("The picture reader did not come or stopped.").await?;
        you.press("Paste a text or a scanned code").await?;
        you.sees("The text of your copy").await
    })
}
