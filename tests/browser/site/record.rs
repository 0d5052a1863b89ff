//! Record: a number is typed, understood, kept on this device, changed and removed.

use browser_tests::{Outcome, Visitor, visit};

pub(crate) const TYPED: &str = "IMEI 35-209900-176148-1";
pub(crate) const NUMBER: &str = "352099001761481";
pub(crate) const GROUPS: &str = "35 209900 176148 1";
const KEPT: &str = "Kept on this device.";

/// Keeps the usual phone under a name.
pub(crate) async fn keep(you: &Visitor, name: &str) -> Outcome {
    you.type_into("number", TYPED).await?;
    you.type_into("nickname", name).await?;
    you.press("Keep this phone").await?;
    you.sees(KEPT).await
}

#[test]
fn a_pasted_number_is_read_back_in_groups() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.type_into("number", TYPED).await?;
        you.sees("15 digits. The check digit fits.").await?;
        assert_eq!(you.text("#number-read bdi").await?, GROUPS);
        assert!(!you.sees_now(KEPT).await?, "nothing is kept before a press");
        Ok(())
    })
}

#[test]
fn a_phone_is_said_to_be_kept_only_when_the_store_has_it() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        // Another transaction holds the store until the page is told to let go.
        let hold = "const opening = indexedDB.open('ringfence');
            opening.onsuccess = () => {
                const store = opening.result.transaction('record', 'readwrite').objectStore('record');
                const again = () => { if (!window.letGo) store.get('nothing').onsuccess = again; };
                again();
                tell(true);
            };";
        you.ask_later(hold, vec![]).await?;
        you.type_into("number", TYPED).await?;
        you.press("Keep this phone").await?;
        you.sees("Keeping it.").await?;
        assert!(!you.sees_now(KEPT).await?, "the store has not answered");
        you.ask("window.letGo = true", vec![]).await?;
        you.sees(KEPT).await?;
        you.sees_no_more("Keeping it.").await?;
        assert_eq!(you.reads("number").await?, "", "the form is ready for the next phone");
        Ok(())
    })
}

#[test]
fn a_kept_phone_is_there_after_a_reload_and_in_another_tab() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.sees("None yet.").await?;
        you.open_in_new_tab("/en/record/").await?;
        keep(you, "Blue phone").await?;
        you.reload().await?;
        you.sees("Blue phone").await?;
        you.return_to_first_tab().await?;
        you.reload().await?;
        you.sees("Blue phone").await?;
        you.sees(GROUPS).await?;
        Ok(())
    })
}

#[test]
fn a_doubtful_number_is_kept_only_when_asked_and_marked() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.type_into("number", "352099001761482").await?;
        you.leave("number").await?;
        you.sees("One digit does not fit. Read it again, slowly.").await?;
        you.press("Keep this phone").await?;
        you.sees("This number is not checked.").await?;
        assert!(!you.sees_now(KEPT).await?);
        assert_eq!(you.reads("number").await?, "352099001761482", "nothing typed is lost or corrected");
        you.press("Keep it, marked “not checked”").await?;
        you.sees(KEPT).await?;
        you.sees("Not checked").await?;
        you.sees("35 209900 176148 2").await?;
        Ok(())
    })
}

#[test]
fn every_kind_of_number_gets_its_sentence() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        let cases = [
            ("000000000000000", "No phone has this number."),
            ("35209900176148", "14 digits. The last digit was left out, so we worked it out."),
            ("3520990017614805", "16 digits. This one has a software version at the end"),
            ("3520990", "7 digits so far. An IMEI has 15."),
            ("hello", "There are no digits in it yet."),
            ("٣٥٢٠٩٩٠٠١٧٦١٤٨١", "15 digits. The check digit fits."),
        ];
        for (typed, sentence) in cases {
            you.empty("number").await?;
            you.type_into("number", typed).await?;
            if typed == "hello" {
                you.leave("number").await?;
            }
            you.sees(sentence).await?;
        }
        Ok(())
    })
}

#[test]
fn a_phone_can_be_changed_removed_and_brought_back() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        keep(you, "Blue phone").await?;

        you.press("Change Blue phone").await?;
        assert_eq!(
            (you.reads("number").await?.as_str(), you.reads("nickname").await?.as_str()),
            (NUMBER, "Blue phone")
        );
        you.empty("nickname").await?;
        you.type_into("nickname", "Green phone").await?;
        you.press("Keep the changes").await?;
        you.sees_no_more("Blue phone").await?;
        you.reload().await?;
        you.sees("Green phone").await?;

        you.press("Remove Green phone").await?;
        you.sees("Removed.").await?;
        you.sees_no_more(GROUPS).await?;
        you.press("Bring it back").await?;
        you.sees(GROUPS).await?;
        you.reload().await?;
        you.sees("Green phone").await?;
        Ok(())
    })
}

#[test]
fn paper_shows_the_card_and_not_the_form() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        keep(you, "Blue phone").await?;
        let paper = you.prints().await?;
        assert!(paper.contains(NUMBER) && paper.contains("Bluephone"), "{paper}");
        assert!(paper.contains("Donotkeepthiswiththephone."), "{paper}");
        assert!(!paper.contains("Typeorpastethenumber"), "{paper}");
        Ok(())
    })
}

#[test]
fn a_kept_phone_is_not_done_and_leads_to_its_copies() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        assert!(!you.sees_now("No copy off this phone yet.").await?, "nothing is kept");
        keep(you, "Blue phone").await?;
        you.sees("No copy off this phone yet.").await?;
        let closed = you.each("main .progress .ring-shut", "stroke-dasharray").await?;
        assert_eq!(closed, ["50 100"], "half of the walk");
        you.press("Keep a copy off this phone").await?;
        assert_eq!(you.place().await?, "/en/record/copies/");
        Ok(())
    })
}
