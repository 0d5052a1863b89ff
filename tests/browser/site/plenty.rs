//! More than anybody has: fifty phones and one more, the same phone again, a hundred thousand characters in one field.
//!
//! Rows 48 and 49 of the matrix of faults, facts/reliability.md 6. Times are told, not judged: machines differ.

use browser_tests::{Outcome, Visitor, visit};
use domain::change::Change;
use domain::copy;
use domain::detail::Detail;
use domain::moment::Moment;
use tests::checksum::luhn_sum;
use tests::envelope::copy_around;
use tests::given::{phone, record};
use tests::notation::Json;

use crate::open::{self, Folder, pick};
use crate::record::{GROUPS, TYPED};
use crate::store::{KEPT, keep};

const MANY: usize = 100_000;

/// A number of its own for each phone of a test.
pub(crate) fn imei(place: usize) -> String {
    let with = |digit: u32| format!("35209900{place:06}{digit}");
    (0..10).map(with).find(|number| luhn_sum(number.as_bytes()).is_multiple_of(10)).unwrap_or_default()
}

/// A copy of these phones.
fn copy_of(places: impl Iterator<Item = usize>) -> String {
    let named = |place| phone(&[&imei(place)], &[(Detail::Nickname, &format!("Phone {place:02}"))]);
    copy::save::<Json>(&record(places.map(named).map(Change::Add)), Moment::FIRST).unwrap_or_default()
}

async fn bring(you: &Visitor, folder: &Folder, text: &str) -> Outcome {
    you.open(open::PAGE).await?;
    pick(you, &folder.with("copy.json", text)?).await
}

#[test]
fn fifty_phones_fit_and_one_more_waits_in_words() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("fifty")?;
        bring(you, &folder, &copy_of(0..50)).await?;
        you.sees("Phones in it 50").await?;
        you.press("Bring it back to this device").await?;
        you.sees("Done. It is kept on this device").await?;

        you.open("/en/record/").await?;
        you.sees("Phone 49").await?;
        assert_eq!(you.each(".kept > li", "class").await?.len(), 50);
        let (handled, drawn) = you.paste("number", &imei(99)).await?;
        println!("a number typed beside fifty phones: handled in {handled:.0} ms, drawn after {drawn:.0} ms");
        you.sees("15 digits. The check digit fits.").await?;
        you.type_into("nickname", "The fifty-first").await?;
        you.press("Keep this phone").await?;
        you.sees("50 phones are kept already. Remove one first.").await?;
        assert_eq!(you.reads("number").await?, imei(99), "nothing typed is lost");
        assert_eq!(you.each(".kept > li", "class").await?.len(), 50);

        you.press("Remove Phone 07").await?;
        you.sees("Removed. It was “Phone 07”.").await?;
        you.press("Keep this phone").await?;
        you.sees(KEPT).await?;
        // There is no room for the one that went, and it is not lost either.
        you.press("Bring it back").await?;
        you.sees("50 phones are kept already.").await?;
        you.sees("Removed. It was “Phone 07”.").await?;
        you.press("Remove The fifty-first").await?;
        you.sees("Removed. It was “The fifty-first”.").await?;
        you.reload().await?;
        assert_eq!(you.each(".kept > li", "class").await?.len(), 49);

        you.open("/en/record/copies/").await?;
        you.press("Show the codes").await?;
        you.press("Next code").await?;
        you.sees("“Phone 00”, phone 1 of 49").await?;
        let paper = you.prints().await?;
        assert!(paper.contains(&imei(0)) && paper.contains(&imei(49)), "every card is on paper");
        Ok(())
    })
}

#[test]
fn a_copy_of_too_many_phones_is_refused_in_words() -> Outcome {
    visit(async |you, _| {
        let folder = Folder::new("too-many")?;
        let phones: Vec<String> = (1..=500).map(|place| format!("\"{place}\":{{\"numbers\":[]}}")).collect();
        let body =
            format!("{{\"rev\":0,\"next\":9999,\"phones\":{{{}}},\"ticks\":{{}},\"away\":[]}}", phones.join(","));
        bring(you, &folder, &copy_around("2026-11-22", 2, &body)).await?;
        you.sees("There are 500 phones in it, and 50 fit.").await?;

        pick(you, &folder.with("thirty.json", copy_of(0..30))?).await?;
        you.press("Bring it back to this device").await?;
        you.sees("Done. It is kept on this device").await?;
        bring(you, &folder, &copy_of(30..60)).await?;
        you.sees("Together there would be 60 phones, and 50 fit.").await?;
        assert!(!you.sees_now("Add it to what is here").await?, "what cannot be done is not offered");
        you.open("/en/record/").await?;
        you.sees("Phone 29").await?;
        assert_eq!(you.each(".kept > li", "class").await?.len(), 30, "nothing is half done");
        Ok(())
    })
}

#[test]
fn the_same_phone_again_is_said_before_it_is_put_in_the_place_of_the_first() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        keep(you, TYPED, "The first time").await?;
        you.sees(KEPT).await?;
        // The same fourteen digits, written otherwise and without the fifteenth.
        keep(you, "35209900 176148 05", "The second time").await?;
        you.sees("This number is not checked.").await?;
        you.empty("number").await?;
        you.type_into("number", "352099 00 176148 1").await?;
        you.press("Keep this phone").await?;
        you.sees("You keep this phone already.").await?;
        assert!(you.text(".kept").await?.contains("The first time"), "nothing happened yet");
        you.press("Keep the changes").await?;
        you.sees_no_more("The first time").await?;
        you.reload().await?;
        you.sees("The second time").await?;
        you.sees(GROUPS).await?;
        assert_eq!(you.each(".kept > li", "class").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_hundred_thousand_characters_are_answered_and_none_is_lost() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        let told = "IMEI 352099001761481";
        let fill = |piece: &str, most: usize| piece.chars().cycle().take(most).collect::<String>();
        let cases = [
            ("digits", "7", "That is too long for an IMEI."),
            ("numbers side by side", "352099001761482 ", "is not checked"),
            ("words", "a page of words ", "15 digits. The check digit fits."),
            ("marks upon marks", "e\u{301}\u{302}\u{303}\u{327}", "15 digits. The check digit fits."),
            ("families", "👨\u{200d}👩\u{200d}👧 ", "15 digits. The check digit fits."),
            ("nothing that shows", "\u{200b}\u{0}\u{202e}", "15 digits. The check digit fits."),
        ];
        for (what, piece, sentence) in cases {
            let with_a_number = |most: usize| match sentence {
                "15 digits. The check digit fits." => [&fill(piece, most), "\n", told].concat(),
                _ => fill(piece, most),
            };
            let (short, _) = you.paste("number", &with_a_number(MANY / 100)).await?;
            let text = with_a_number(MANY);
            let (long, drawn) = you.paste("number", &text).await?;
            println!(
                "{what}: {long:.0} ms, drawn after {drawn:.0} ms; {:.0} times a hundredth of it",
                long / short.max(0.1)
            );
            if sentence == "is not checked" {
                you.press("Keep this phone").await?;
            } else {
                you.leave("number").await?;
            }
            you.sees(sentence).await?;
            assert!(you.reads("number").await? == text, "{what}: nothing typed is lost");
            // The page still answers.
            you.empty("nickname").await?;
            you.type_into("nickname", what).await?;
            assert_eq!(you.reads("nickname").await?, what);
        }
        Ok(())
    })
}

#[test]
fn notes_are_kept_to_their_length_which_is_said() -> Outcome {
    visit(async |you, _| {
        you.open("/en/record/").await?;
        you.unfold().await?;
        you.type_into("number", TYPED).await?;
        let long = "Notes 📦 ".repeat(MANY / 8);
        you.paste("notes", &long).await?;
        you.press("Keep this phone").await?;
        // The space at the end does not count.
        you.sees("has 99999 characters, and 500 fit.").await?;
        assert!(you.reads("notes").await? == long, "nothing typed is lost");
        assert_eq!(you.each("#notes", "aria-invalid").await?, ["true"]);
        let focus = "return document.activeElement.id === 'notes'";
        you.until("the focus on the field to blame", focus, vec![]).await?;

        let fits = "👨\u{200d}👩\u{200d}👧 e\u{301}\u{302}\u{303} \u{0}none";
        you.paste("notes", fits).await?;
        you.press("Keep this phone").await?;
        you.sees(KEPT).await?;
        you.reload().await?;
        let shown = fits.replace('\u{0}', "");
        you.sees(&shown).await
    })
}
