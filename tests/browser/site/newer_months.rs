//! Newer months on request: the site as it ships asks data.police.uk, which answers here with all that it is known for.
//!
//! The service is `browser_tests::police`; the rules without a browser are in `tests/newer_journeys.rs`.

use std::sync::OnceLock;

use browser_tests::police::{Answer, HOST, Heard, Police};
use browser_tests::{Builds, Outcome, Setting, Visitor, visit_with};

const ASK: &str = "Ask data.police.uk";
const PAGE: &str = "/en/area/";
const WARD: &str = "Abbey Road";
/// What our own tables say of that ward, whatever becomes of the question.
const OURS: &str = "were recorded in the 12 months to February 2026.";
const SUMMARY: &str = "Since then: 28 recorded in 7 months. In the same months a year before: 28.";
const MISSING: &str = "Some months are missing. All other figures on this page stay as they are.";

fn police() -> Outcome<&'static Police> {
    static POLICE: OnceLock<Police> = OnceLock::new();
    if let Some(police) = POLICE.get() {
        return Ok(police);
    }
    let police = Police::start()?;
    Ok(POLICE.get_or_init(|| police))
}

/// One walk in a browser that finds the service here, and how the service answers.
fn visit(
    script: impl Fn(&Heard) -> Answer + Send + 'static,
    walk: impl AsyncFnOnce(&Visitor, &'static Builds, &'static Police) -> Outcome,
) -> Outcome {
    let police = police()?;
    visit_with(Setting::Police(police.port()), async |you, site| {
        police.answers(script);
        walk(you, site, police).await
    })
}

/// The kind and the month that a question is about; none for the newest month.
fn asked(heard: &Heard) -> Option<(&str, &str)> {
    let (path, query) = heard.path.split_once('?')?;
    let (month, _) = query.strip_prefix("date=")?.split_once('&')?;
    Some((path.strip_prefix("/api/crimes-street/")?, month))
}

/// A list as the service sends it, with all that nobody needs: places that are missing, numbers that are texts.
fn list(kind: &str, month: &str, count: u32) -> String {
    let entry = |number: u32| {
        let place = match number % 3 {
            0 => "null".to_owned(),
            1 => r#"{"latitude":"51.534","longitude":"-0.178","street":{"id":1,"name":"On or near ["}}"#.to_owned(),
            _ => r#"{"latitude":51.534,"longitude":null,"street":null}"#.to_owned(),
        };
        let name = if number.is_multiple_of(2) { String::new() } else { format!("{month}{kind}{number}") };
        format!(
            r#"{{"category":"{kind}","location_type":"Force","location":{place},"context":"","outcome_status":null,
            "persistent_id":"{name}","id":{number},"location_subtype":"","month":"{month}"}}"#
        )
    };
    format!("[{}]", (0..count).map(entry).collect::<Vec<_>>().join(","))
}

fn newest() -> Answer {
    Answer::Plain(200, r#"{"date":"2026-09-01"}"#.to_owned())
}

/// Three thefts and one robbery in every month.
fn sound(heard: &Heard) -> Answer {
    match asked(heard) {
        None => newest(),
        Some((kind, month)) => Answer::Plain(200, list(kind, month, if kind == "robbery" { 1 } else { 3 })),
    }
}

/// Looks the ward up, and sees its own figures.
async fn look_up(you: &Visitor, page: &str) -> Outcome {
    you.open(page).await?;
    you.empty("place").await?;
    you.type_into("place", WARD).await?;
    you.press("Show this place").await?;
    you.sees(OURS).await?;
    you.sees("Our figures for Abbey Road end in February 2026.").await
}

async fn rows(you: &Visitor) -> Outcome<Vec<String>> {
    let script = "return [...document.querySelectorAll('.newer tbody tr')]
        .map((row) => [...row.children].map((cell) => cell.textContent.trim()).join(' '))";
    Ok(serde_json::from_value(you.ask(script, vec![]).await?)?)
}

/// The names of this site's databases in the browser.
async fn databases(you: &Visitor) -> Outcome<Vec<String>> {
    let script = "tell((await indexedDB.databases()).map((one) => one.name))";
    Ok(serde_json::from_value(you.ask_later(script, vec![]).await?)?)
}

#[test]
fn a_press_shows_the_months_since_then_and_nothing_was_asked_before() -> Outcome {
    visit(sound, async |you, _, police| {
        look_up(you, PAGE).await?;
        let level = you.text(".level-words").await?;
        you.sees("this page asks data.police.uk. It then sees the outline of this place").await?;
        assert!(police.heard().is_empty(), "{:?}", police.heard());
        let before = you.requests().await?;
        assert!(before.iter().all(|request| !request.address.contains(HOST)), "{before:?}");
        you.press(ASK).await?;
        you.sees(SUMMARY).await?;
        you.sees("Recorded near here since then (approximate positions)").await?;
        you.sees("Robberies of businesses are counted here too.").await?;
        let rows = rows(you).await?;
        assert_eq!((rows.len(), rows.first().map(String::as_str)), (7, Some("March 2026 3 1 4 4")), "{rows:?}");
        assert_eq!(you.text(".level-words").await?, level, "the level is ours alone");
        let heard = police.heard();
        assert_eq!(heard.len(), 1 + 7 * 2 * 2, "{heard:?}");
        for one in heard {
            assert_eq!(one.method, "GET");
            assert!(!one.head.contains("\r\ncookie:") && !one.head.contains("\r\nreferer:"), "{}", one.head);
            assert!(!one.path.to_lowercase().contains("abbey"), "{}", one.path);
        }
        Ok(())
    })
}

#[test]
fn what_was_counted_is_not_asked_for_again_even_on_another_visit() -> Outcome {
    visit(sound, async |you, _, police| {
        look_up(you, PAGE).await?;
        you.press(ASK).await?;
        you.sees(SUMMARY).await?;
        assert!(databases(you).await?.iter().any(|name| name == "ringfence-months"));
        for visits in 1..=2 {
            police.answers(sound);
            if visits == 2 {
                look_up(you, PAGE).await?;
            }
            you.press(ASK).await?;
            you.sees("That is all data.police.uk has so far.").await?;
            you.sees(SUMMARY).await?;
            let heard: Vec<String> = police.heard().into_iter().map(|one| one.path).collect();
            assert_eq!(heard, ["/api/crime-last-updated"]);
        }
        // Without a connection, what was counted before is shown all the same.
        police.answers(|_| Answer::Nothing);
        look_up(you, PAGE).await?;
        you.press(ASK).await?;
        you.sees("There was no connection to data.police.uk.").await?;
        you.sees(SUMMARY).await?;
        you.open("/en/about/").await?;
        you.press("Delete everything kept here").await?;
        you.press("Delete everything").await?;
        you.sees("Everything is deleted.").await?;
        assert!(!databases(you).await?.iter().any(|name| name == "ringfence-months"));
        Ok(())
    })
}

#[test]
fn a_borrowed_device_keeps_no_month() -> Outcome {
    visit(sound, async |you, _, _| {
        look_up(you, "/en/area/#borrowed").await?;
        you.press(ASK).await?;
        you.sees(SUMMARY).await?;
        assert_eq!(databases(you).await?, Vec::<String>::new());
        Ok(())
    })
}

/// One oddity: the service answers so, and the page says so while the rest of it stands.
fn odd(name: &str, script: impl Fn(&Heard) -> Answer + Send + 'static, said: &[&str]) -> Outcome {
    visit(script, async |you, _, _| {
        look_up(you, PAGE).await?;
        you.press(ASK).await?;
        for sentence in said {
            you.sees(sentence).await.map_err(|trouble| browser_tests::Trouble::new(format!("{name}: {trouble}")))?;
        }
        you.sees(OURS).await?;
        assert_eq!(you.each("main table tbody tr[data-row]", "data-row").await?.len() % 33, 0, "{name}");
        Ok(())
    })
}

/// Answers questions about one month like this, and all others soundly.
fn in_march(answer: impl Fn(&str, &str) -> Answer + Send + 'static) -> impl Fn(&Heard) -> Answer + Send + 'static {
    move |heard| match asked(heard) {
        Some((kind, "2026-03")) => answer(kind, "2026-03"),
        _ => sound(heard),
    }
}

const UNREADABLE: &str = "data.police.uk sent an answer that we cannot trust, so we did not count it.";
const UNREACHABLE: &str = "There was no connection to data.police.uk.";
const BUSY: &str = "data.police.uk is busy just now.";
const NOT_HELD: &str = "data.police.uk could not answer for some months.";
/// The months that are not in question.
const OTHERS: &str = "Since then: 24 recorded in 6 months.";

#[test]
fn answers_that_are_none_are_not_counted() -> Outcome {
    let plain = |status, body: &'static str| in_march(move |_, _| Answer::Plain(status, body.to_owned()));
    odd("a page", plain(200, "<!DOCTYPE html><title>Sign in</title>"), &[UNREADABLE, MISSING, OTHERS])?;
    odd("half a list that came whole", plain(200, r#"[{"category":"robbery""#), &[UNREADABLE, MISSING, OTHERS])?;
    odd("no list", plain(200, r#"{"error":"none"}"#), &[UNREADABLE, MISSING, OTHERS])?;
    odd("a list of nothing", plain(200, "[null, 7, []]"), &[UNREADABLE, MISSING, OTHERS])?;
    let other = in_march(|kind, _| Answer::Plain(200, list(kind, "2026-02", 2)));
    odd("another month", other, &[UNREADABLE, MISSING, OTHERS])?;
    let long = in_march(|kind, month| Answer::Plain(200, list(kind, month, 10_001)));
    odd("more than there can be", long, &[UNREADABLE, MISSING, OTHERS])
}

#[test]
fn a_service_that_will_not_or_cannot_gets_its_sentence() -> Outcome {
    let old = |heard: &Heard| match asked(heard) {
        Some((_, month)) if month < "2026" => Answer::Plain(500, "Internal Server Error".to_owned()),
        _ => sound(heard),
    };
    odd("months that are too old", old, &[NOT_HELD, MISSING, "September 2026 3 1 4 no answer"])?;
    odd("more than 10,000", in_march(|_, _| Answer::Plain(503, String::new())), &[BUSY, MISSING, OTHERS])?;
    let hasty = in_march(|_, _| Answer::With(429, "Access-Control-Expose-Headers: Retry-After\r\nRetry-After: 60\r\n"));
    odd("too many questions", hasty, &[BUSY, MISSING, OTHERS])?;
    let elsewhere = in_march(|_, _| Answer::With(302, "Location: https://example.org/\r\n"));
    odd("sent elsewhere", elsewhere, &[UNREACHABLE, MISSING, OTHERS])?;
    odd("broken off", in_march(|kind, month| Answer::Cut(list(kind, month, 3))), &[UNREACHABLE, MISSING, OTHERS])?;
    odd("no connection", |_| Answer::Nothing, &[UNREACHABLE, MISSING])?;
    let empty = |heard: &Heard| asked(heard).map_or_else(newest, |_| Answer::Plain(200, "[]".to_owned()));
    odd("empty lists", empty, &["Since then: 0 recorded in 7 months.", "A month with 0 may be one"])?;
    let ours = |_: &Heard| Answer::Plain(200, r#"{"date":"2026-02-01"}"#.to_owned());
    odd("nothing newer", ours, &["data.police.uk has no newer month yet."])
}

#[test]
fn a_busy_service_is_asked_again_after_a_while() -> Outcome {
    visit(sound, async |you, _, police| {
        let tries = std::sync::atomic::AtomicU32::new(0);
        police.answers(move |heard| match asked(heard) {
            None if tries.fetch_add(1, std::sync::atomic::Ordering::Relaxed) == 0 => Answer::Plain(429, String::new()),
            _ => sound(heard),
        });
        look_up(you, PAGE).await?;
        you.press(ASK).await?;
        you.sees(SUMMARY).await?;
        assert_eq!(police.heard().len(), 2 + 7 * 2 * 2);
        Ok(())
    })
}

#[test]
fn a_silent_service_is_given_up_and_can_be_stopped_before() -> Outcome {
    let silent = |heard: &Heard| asked(heard).map_or_else(newest, |_| Answer::Silence);
    visit(silent, async |you, _, _| {
        look_up(you, PAGE).await?;
        you.press(ASK).await?;
        you.sees("Asking data.police.uk.").await?;
        you.press("Stop").await?;
        you.sees("Stopped. What had arrived is shown.").await?;
        assert_eq!(you.ask("return document.activeElement.textContent.trim()", vec![]).await?, ASK);
        // The page waits 15 seconds; here its clock runs faster.
        let hurry = "const real = window.setTimeout;
            window.setTimeout = (what, after, ...rest) => real(what, after > 9000 ? 500 : after, ...rest)";
        you.open_in_new_tab_after(hurry, PAGE).await?;
        look_up(you, PAGE).await?;
        you.press(ASK).await?;
        you.sees("data.police.uk took too long to answer.").await?;
        you.sees(OURS).await?;
        you.close_other_tabs().await
    })
}

#[test]
fn no_other_page_may_ask_that_host() -> Outcome {
    visit(sound, async |you, site, police| {
        you.open(PAGE).await?;
        let script = "const answer = await fetch(arguments[0], { cache: 'reload' });
            tell([answer.headers.get('content-security-policy'), await answer.text()])";
        let mut faults = Vec::new();
        for route in site.routes()? {
            let told = you.ask_later(script, vec![route.clone().into()]).await?;
            let policy = told[0].as_str().unwrap_or_default();
            let named = [policy, told[1].as_str().unwrap_or_default()]
                .map(|text| text.split(';').any(|part| part.trim() == format!("connect-src 'self' https://{HOST}")));
            // The page's own policy says the same as the host's.
            if policy.is_empty() || policy.contains(", ") || named != [route.starts_with(PAGE); 2] {
                faults.push(format!("{route}: {named:?} {policy}"));
            }
        }
        crate::assert_sound(&faults);
        you.open("/en/stolen/").await?;
        let tried = "try { await fetch('https://data.police.uk/api/crime-last-updated'); tell('asked'); } catch { tell('refused'); }";
        assert_eq!(you.ask_later(tried, vec![]).await?, "refused");
        assert!(police.heard().is_empty(), "{:?}", police.heard());
        Ok(())
    })
}
