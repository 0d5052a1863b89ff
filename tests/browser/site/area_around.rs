//! Round an answer of the Area walk: offline, by a link, by the device's own place, with its months and its neighbours.

use browser_tests::{Outcome, Visitor, visit};

async fn ask(you: &Visitor, place: &str) -> Outcome {
    you.empty("place").await?;
    you.type_into("place", place).await?;
    you.press("Show this place").await
}

/// Waits until the answer's heading is this.
async fn is_answered(you: &Visitor, name: &str) -> Outcome {
    let heading = "return document.querySelector('#answer')?.innerText === arguments[0]";
    you.until(&format!("the answer for {name}"), heading, vec![name.into()]).await?;
    Ok(())
}

#[test]
fn a_postcode_is_answered_from_what_is_on_the_device() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        ask(you, "EC2V 7HH").await?;
        is_answered(you, "City of London").await?;
        ask(you, "Preston").await?;
        is_answered(you, "Preston").await?;
        you.sees("Month by month").await?;
        you.requests().await?;
        ask(you, "SW1A 2AA").await?;
        is_answered(you, "St James's").await?;
        you.sees("Ward in Westminster").await?;
        you.sees("Higher than London as a whole, or perhaps much higher").await?;
        assert_eq!(you.requests().await?.len(), 0, "nothing was asked of anybody");
        assert_eq!(you.place().await?, "/en/area/", "the address tells nothing");
        Ok(())
    })
}

#[test]
fn an_address_with_a_wards_code_opens_its_answer() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/#E05013506").await?;
        is_answered(you, "Preston").await?;
        you.sees("59 were recorded in the 12 months to February 2026.").await?;
        Ok(())
    })
}

#[test]
fn the_months_stand_in_a_drawing_and_in_a_table() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/#E05013506").await?;
        you.sees("Month by month").await?;
        you.sees("Ten wards like it").await?;
        you.unfold().await?;
        let rows =
            "const table = [...document.querySelectorAll('.around table')].find((table) => table.rows.length === 13);
            return table && [...table.tBodies[0].rows].reduce((sum, row) => sum + Number(row.cells[1].innerText), 0)";
        assert_eq!(you.until("twelve months", rows, vec![]).await?, 59, "they add up to the year");
        you.press("Show the years since 2010").await?;
        you.sees("In March 2024 the police changed how they count and place a theft.").await?;
        // The line has two parts, with the break between them.
        let parts = "return document.querySelector('.chart .line').getAttribute('d').split('M').length - 1";
        assert_eq!(you.ask(parts, vec![]).await?, 2);
        assert_eq!(you.each(".chart .break", "class").await?.len(), 1);
        Ok(())
    })
}

#[test]
fn two_places_stand_side_by_side() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/#E05013506").await?;
        is_answered(you, "Preston").await?;
        you.press("Compare with another place").await?;
        you.sees("Preston stays here.").await?;
        ask(you, "Camden").await?;
        is_answered(you, "Camden").await?;
        let heads = "return [...document.querySelectorAll('.two thead a')].map((head) => head.innerText).join()";
        assert_eq!(you.ask(heads, vec![]).await?, "Preston,Camden");
        you.press("Stop comparing").await?;
        you.until("one place", "return !document.querySelector('.two')", vec![]).await?;
        Ok(())
    })
}

#[test]
fn the_devices_place_is_found_on_the_device_and_told_to_nobody() -> Outcome {
    visit(async |you, _| {
        you.stands_at(-0.091_66, 51.515_57, 20.0).await?;
        you.open("/en/area/").await?;
        you.press("Use my location").await?;
        is_answered(you, "City of London").await?;
        you.sees("Found on this device.").await?;
        for request in you.requests().await? {
            let sent = format!("{} {}", request.address, request.body);
            assert!(!sent.contains("51.5") && !sent.contains("0.09"), "{sent}");
        }
        Ok(())
    })
}

#[test]
fn a_place_near_an_edge_is_asked_about_and_one_far_away_is_said() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        for (longitude, latitude, metres, said) in [
            (-0.091_66, 51.515_57, 900.0, "Your device is near an edge."),
            (-0.091_66, 51.515_57, 5_000.0, "Your device knows its place only roughly."),
            (-2.24, 53.48, 20.0, "Your device says it is not in London."),
        ] {
            you.stands_at(longitude, latitude, metres).await?;
            you.press("Use my location").await?;
            you.sees(said).await?;
        }
        Ok(())
    })
}

#[test]
fn a_refusal_gets_a_sentence_and_the_field_still_works() -> Outcome {
    visit(async |you, _| {
        you.forbid("geolocation").await?;
        you.open("/en/area/").await?;
        you.press("Use my location").await?;
        you.sees("Your browser was told not to share the location.").await?;
        ask(you, "Camden").await?;
        is_answered(you, "Camden").await
    })
}
