//! With scripts off everything that is written can be read: the pages are the content, not a place where it will appear.

use browser_tests::{Outcome, Setting, Visitor, visit_with};
use content::Content;
use domain::guide::{GuideId, Topic};
use domain::language::Language;
use domain::plan::plan;
use domain::platform::Platform;
use domain::triage::Answers;

use crate::assert_sound;

/// Less than this is not the whole of the stolen page.
const STOLEN_TEXT: usize = 6_300;

fn content() -> Content {
    content::load().unwrap_or_else(|complaints| panic!("{complaints:?}"))
}

/// The titles of a guide's steps that the page does not show.
async fn missing(you: &Visitor, content: &Content, guide: GuideId) -> Outcome<Vec<String>> {
    let mut missing = Vec::new();
    for (id, step) in &content.words(Language::English).guide(guide).steps {
        for sentence in [&step.title, &step.why] {
            if !you.sees_now(sentence).await? {
                missing.push(format!("{id}: {sentence}"));
            }
        }
    }
    Ok(missing)
}

#[test]
fn the_stolen_page_reads_completely() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go("/en/stolen/").await?;
        you.sees("Scripts are off in this browser").await?;
        let elsewhere = missing(you, &content(), GuideId::Topic(Topic::Stolen)).await?;
        let planned = plan(&Answers::default());
        let urgent = planned.steps().iter().map(|step| format!("{}: ", step.id));
        let lost = urgent.filter(|step| elsewhere.iter().any(|line| line.starts_with(step)));
        assert_sound(&lost.collect::<Vec<_>>());
        let text = you.text("main").await?;
        assert!(text.chars().count() >= STOLEN_TEXT, "{} characters", text.chars().count());
        assert!(!you.sees_now("Three questions put the steps in order").await?, "what needs a script is not shown");
        assert!(!you.sees_now("One part of this page has not started").await?, "nothing has failed");

        // What fits few people is one press away, on a page of its own.
        you.press_on("main a[href='/en/stolen/more/']").await?;
        let there = "return location.pathname === '/en/stolen/more/' && document.readyState === 'complete'";
        you.until("the page of all other steps", there, vec![]).await?;
        let shown_there = missing(you, &content(), GuideId::Topic(Topic::Stolen)).await?;
        assert_sound(&elsewhere.into_iter().filter(|line| shown_there.contains(line)).collect::<Vec<_>>());
        Ok(())
    })
}

#[test]
fn a_guide_reads_completely() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go("/en/secure/iphone/").await?;
        assert_sound(&missing(you, &content(), GuideId::Platform(Platform::Iphone)).await?);
        Ok(())
    })
}

#[test]
fn the_pages_about_the_number_read_completely_and_are_found_from_the_record() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        let pages = [
            ("/en/record/without-phone/", Topic::WithoutPhone),
            ("/en/record/second-hand/", Topic::SecondHand),
            ("/en/record/register/", Topic::Register),
        ];
        you.go("/en/record/").await?;
        let links = you.each("main a[href]", "href").await?;
        for (address, topic) in pages {
            assert!(links.iter().any(|link| link == address), "the record page does not lead to {address}");
            you.go(address).await?;
            assert_sound(&missing(you, &content(), GuideId::Topic(topic)).await?);
        }
        Ok(())
    })
}

#[test]
fn the_pages_beside_the_guides_read_completely() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        let pages = [
            ("/en/secure/rehearsal/", Topic::Rehearsal),
            ("/en/secure/return/", Topic::Return),
            ("/en/secure/differences/", Topic::Differences),
            ("/en/stolen/found/", Topic::Found),
        ];
        for (address, topic) in pages {
            you.go(address).await?;
            assert_sound(&missing(you, &content(), GuideId::Topic(topic)).await?);
        }
        Ok(())
    })
}

#[test]
fn a_try_that_fails_leads_to_the_step_that_mends_it() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go("/en/secure/rehearsal/").await?;
        let links = you.each("main .leads a", "href").await?;
        assert!(links.iter().any(|link| link == "/en/secure/iphone/#iphone-find-my"), "{links:?}");
        let acting =
            "return document.querySelectorAll(\"main :is(button, form, [href^='tel:'], [href$='/lock'])\").length";
        assert_eq!(you.ask(acting, vec![]).await?, 0, "the rehearsal has a control that acts");
        Ok(())
    })
}

#[test]
fn the_secure_page_leads_to_every_guide() -> Outcome {
    visit_with(Setting::NoScripts, async |you, site| {
        you.go("/en/secure/").await?;
        let links = you.each("main a[href]", "href").await?;
        let guides: Vec<String> = site.routes()?.into_iter().filter(|route| route.starts_with("/en/secure/")).collect();
        let unreachable = guides.into_iter().filter(|route| route != "/en/secure/" && !links.contains(route));
        assert_sound(&unreachable.collect::<Vec<_>>());
        Ok(())
    })
}

#[test]
fn the_table_of_boroughs_reads() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go("/en/area/").await?;
        assert_eq!(you.each("main table tbody tr", "data-row").await?.len(), 33);
        let westminster = you.text("tr[data-row=E09000033]").await?;
        assert!(westminster.contains("Westminster") && westminster.contains("21,442"), "{westminster}");
        let city = you.text("tr[data-row=E09000001]").await?;
        assert!(city.contains("City of London") && city.contains("3.4"), "{city}");
        Ok(())
    })
}

#[test]
fn the_record_page_says_what_to_do_instead() -> Outcome {
    visit_with(Setting::NoScripts, async |you, _| {
        you.go("/en/record/").await?;
        you.sees("Write the number on paper").await?;
        assert!(!you.sees_now("Keep this phone").await?, "a button that can do nothing is not shown");
        Ok(())
    })
}
