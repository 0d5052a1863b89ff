//! Area: a place is looked up on the device, in words, numbers and a table that sorts, and says when it cannot answer.

use browser_tests::copy::{remove, rewrite};
use browser_tests::{Copy, Outcome, Visitor, visit};

/// Asks for a place as a person does.
async fn ask(you: &Visitor, place: &str) -> Outcome {
    you.empty("place").await?;
    you.type_into("place", place).await?;
    you.press("Show this place").await
}

#[test]
fn westminster_has_its_figures() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        ask(you, "Westminster").await?;
        you.sees("21,442 were recorded in the 12 months to June 2026.").await?;
        you.sees("Higher than London as a whole").await?;
        you.press("More about these figures").await?;
        for figure in ["Thefts from the person 19,112", "Robberies of people 2,330"] {
            you.sees(figure).await?;
        }
        let figures = you.text("[role=status] dl").await?;
        assert!(figures.contains("31") && figures.contains("2.6"), "{figures}");
        Ok(())
    })
}

#[test]
fn every_way_to_name_a_place_is_answered() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        let cases = [
            ("EC2V 7HH", "City of London"),
            ("ec2v7hh", "City of London"),
            ("Abbey Road", "Ward in Westminster"),
            ("SW1A", "Most of SW1A lies in this borough."),
            ("SW1A 9ZZ", "This postcode is not in our list."),
            ("M1 1AE", "This place is not in London"),
            ("Atlantis", "We do not know this place."),
        ];
        for (place, said) in cases {
            ask(you, place).await?;
            let answered = "return [...document.querySelectorAll('[role=status]')]
                    .some((part) => part.innerText.replace(/\\s+/g, ' ').includes(arguments[0]))";
            you.until(&format!("{said:?} for {place:?}"), answered, vec![said.into()]).await?;
            assert_eq!(you.reads("place").await?, place, "what was typed stays");
        }
        Ok(())
    })
}

#[test]
fn a_name_is_suggested_while_it_is_typed() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        you.type_into("place", "westm").await?;
        you.press("Westminster").await?;
        you.sees("21,442 were recorded").await?;
        Ok(())
    })
}

#[test]
fn no_request_carries_what_was_asked() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        ask(you, "EC2V 7HH").await?;
        you.sees("City of London").await?;
        let requests = you.requests().await?;
        assert!(requests.iter().any(|request| request.address.ends_with("/areas/postcodes.bin")), "{requests:?}");
        for request in requests {
            let sent = format!("{} {}", request.address, request.body).to_uppercase();
            assert!(!sent.contains("EC2V") && !sent.contains("7HH"), "{sent}");
        }
        assert_eq!(you.place().await?, "/en/area/");
        Ok(())
    })
}

#[test]
fn the_table_sorts_by_a_column_both_ways() -> Outcome {
    visit(async |you, _| {
        you.open("/en/area/").await?;
        let order = async || you.each("main table tbody tr", "data-row").await;
        let by_name = order().await?;
        assert_eq!(by_name.len(), 33);
        you.press("Count").await?;
        let first = "return document.querySelector('main table tbody tr th').innerText.trim() === arguments[0]";
        you.until("Westminster first", first, vec!["Westminster".into()]).await?;
        assert_eq!(you.each("[data-column=count]", "aria-sort").await?, ["descending"]);
        let falling = order().await?;
        you.press("Count").await?;
        you.until(
            "the other way round",
            "return document.querySelector('[data-column=count][aria-sort=ascending]')",
            vec![],
        )
        .await?;
        let mut rising = order().await?;
        rising.reverse();
        assert_eq!(rising, falling);
        let mut again = falling;
        again.sort();
        let mut all = by_name;
        all.sort();
        assert_eq!(again, all, "no row is lost");
        Ok(())
    })
}

#[test]
fn without_the_postcodes_names_are_answered_and_postcodes_get_a_sentence() -> Outcome {
    visit(async |you, site| {
        let broken = Copy::of(&site.released, |folder| remove(&folder.join("areas/postcodes.bin")))?;
        you.open(&broken.page("/en/area/")).await?;
        ask(you, "EC2V 7HH").await?;
        you.sees("The figures did not load, so there is no answer yet.").await?;
        assert_eq!(you.reads("place").await?, "EC2V 7HH");
        ask(you, "Westminster").await?;
        you.sees("21,442 were recorded").await?;
        Ok(())
    })
}

#[test]
fn without_the_figures_there_is_a_sentence_and_the_table() -> Outcome {
    visit(async |you, site| {
        let broken = Copy::of(&site.released, |folder| remove(&folder.join("areas/areas.bin")))?;
        you.open(&broken.page("/en/area/")).await?;
        ask(you, "Westminster").await?;
        you.sees("The figures did not load, so there is no answer yet.").await?;
        assert_eq!(you.reads("place").await?, "Westminster");
        assert_eq!(you.each("main table tbody tr", "data-row").await?.len(), 33);
        Ok(())
    })
}

#[test]
fn damaged_figures_are_not_shown() -> Outcome {
    visit(async |you, site| {
        let broken = Copy::of(&site.released, |folder| {
            rewrite(&folder.join("areas/areas.bin"), |bytes| {
                let middle = bytes.len() / 2;
                bytes[middle] ^= 1;
            })
        })?;
        you.open(&broken.page("/en/area/")).await?;
        ask(you, "Westminster").await?;
        you.sees("The figures arrived damaged, so we do not show them.").await?;
        Ok(())
    })
}
