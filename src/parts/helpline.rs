//! One row of the page of numbers: every way to reach somebody, when, and how sure we are.
//!
//! A number is a button as wide as the page: it is pressed with a shaking thumb, on a phone that is not one's own.

use content::helpline::{Helpline, Masts};
use content::helpline_words::HelplineWords;
use content::phone::PhoneNumber;
use content::step::Status;
use leptos::prelude::*;
use serde::Deserialize;

use crate::parts::calendar;
use crate::parts::icon::{Icon, Sign};
use crate::parts::markup::Prose;
use crate::parts::step;

/// What is said where a row was not seen at its owner's.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StatusWords {
    secondary: String,
    old: String,
}

/// What every row takes besides itself.
#[derive(Clone)]
pub struct Labels {
    /// The words of the rows, and the labels of their routes.
    pub said: HelplineWords,
    /// What is said where a row was not seen at its owner's.
    pub status: StatusWords,
    /// The labels round sources.
    pub step: step::Words,
    /// How days are written.
    pub calendar: calendar::Words,
}

/// The name by which links come down to a row.
pub fn anchor(row: &Helpline) -> String {
    format!("{}-{}", row.list.slug(), row.id)
}

/// A row as an item of a list.
#[component]
pub fn HelplineItem(
    /// What it is.
    row: Helpline,
    /// What is said round it.
    labels: Labels,
) -> impl IntoView {
    let Labels { said, status, step, calendar } = labels;
    let name = said.name(&row).to_owned();
    let masts = row.runs_on.map(Masts::name).filter(|masts| *masts != name);
    let masts = masts.map(|masts| view! { {said.runs_on.to_string()}" "{masts}". " });
    let hours = said.hours(&row).map(str::to_owned);
    let doubt = match row.status {
        Status::Verified => None,
        Status::Secondary => Some(status.secondary),
        Status::Old => Some(status.old),
        Status::General => Some(said.unconfirmed.to_string()),
    };
    let note = said.row(&row).and_then(|words| words.note.clone());
    let mut members = row.members.clone();
    members.sort_by_key(|name| name.to_lowercase());
    let members = (!members.is_empty()).then(|| view! { <p><strong>{members.join(", ")}</strong></p> });
    let named = step::named(&row.sources, row.checked, &step, &calendar);
    view! {
        <li class="way" id=anchor(&row) data-status=row.status.slug()>
            <h3>{name}</h3>
            {members}
            <ul class="ledger" role="list">{routes(&row, &said)}</ul>
            <p class="hint">{masts}{hours}</p>
            {doubt.map(|doubt| view! { <p class="hint"><strong>{doubt}</strong></p> })}
            {note.map(|note| view! { <Prose text=note /> })}
            <p class="source">{named}</p>
        </li>
    }
}

/// The ways to reach it, the one that works on a borrowed phone first.
fn routes(row: &Helpline, said: &HelplineWords) -> impl IntoView + use<> {
    let calls = [
        (&said.another_phone, &row.another_phone, false),
        (&said.abroad, &row.abroad, true),
        (&said.own_phone, &row.own_phone, false),
    ];
    let calls = calls.into_iter().filter_map(|(label, number, abroad)| {
        let number = number.as_ref()?;
        let shown = if abroad { number.abroad().to_owned() } else { number.to_string() };
        Some(route(label.to_string(), shown, number.call().as_str().to_owned(), Sign::Call))
    });
    let message = |number: &PhoneNumber| {
        route(said.text.to_string(), number.to_string(), number.message().as_str().to_owned(), Sign::Send)
    };
    let web = row.web.as_ref().map(|web| {
        let (address, host) = (web.as_str().to_owned(), web.host().unwrap_or_default().to_owned());
        view! {
            <li>
                <a href=address rel="noopener noreferrer">
                    <span>{said.web.to_string()}" "<small dir="ltr">{host}</small></span>
                    <Icon sign=Sign::Open />
                </a>
            </li>
        }
    });
    view! { {calls.collect_view()}{row.text.as_ref().map(message)}{web} }
}

/// A number to press. It stays on one line and reads left to right.
fn route(label: String, shown: String, address: String, sign: Sign) -> impl IntoView {
    let shown = shown.replace(' ', "\u{a0}");
    view! { <li><a href=address><span>{label}" "<bdi dir="ltr">{shown}</bdi></span><Icon sign /></a></li> }
}

#[cfg(test)]
mod tests {
    use content::Content;
    use content::helpline::Helpline;
    use content::phone::PhoneNumber;
    use content::step::Status;
    use domain::language::Language;
    use leptos::prelude::*;
    use leptos::reactive::owner::Owner;
    use serde::Deserialize;

    use super::{HelplineItem, Labels, StatusWords};

    /// `numbers.toml`, as far as a row needs it.
    #[derive(Deserialize)]
    struct Words {
        status: StatusWords,
    }

    fn labels(content: &Content) -> Labels {
        let spoken = content.words(Language::English);
        let Words { status } = spoken.page("numbers").expect("the words of the page");
        Labels {
            said: spoken.helplines().expect("the words of the rows").clone(),
            status,
            step: spoken.page("step").expect("the labels of sources"),
            calendar: spoken.page("calendar").expect("how days are written"),
        }
    }

    fn html(row: &Helpline, labels: &Labels) -> String {
        let (row, labels) = (row.clone(), labels.clone());
        Owner::new().with(|| view! { <HelplineItem row labels /> }.to_html())
    }

    #[test]
    fn an_unconfirmed_row_leads_to_the_official_site_and_shows_no_number() {
        let content = content::load().expect("the content is in order");
        let labels = labels(&content);
        let mut unconfirmed = 0;
        for row in content.helplines().iter().filter(|row| row.status == Status::General) {
            let html = html(row, &labels);
            assert!(!html.contains("tel:") && !html.contains("sms:"), "{}: {html}", row.id);
            let web = row.web.as_ref().expect("an official site").as_str();
            assert!(html.contains(&format!("href=\"{web}\"")), "{}: {html}", row.id);
            assert!(html.contains(&*labels.said.unconfirmed), "{}: {html}", row.id);
            unconfirmed += 1;
        }
        assert!(unconfirmed > 10, "the notes leave more than ten rows unconfirmed");
    }

    #[test]
    fn every_way_to_reach_a_row_can_be_pressed_and_says_when_it_was_compared() {
        let content = content::load().expect("the content is in order");
        let labels = labels(&content);
        for row in content.helplines().iter() {
            let html = html(row, &labels);
            let calls = [&row.own_phone, &row.another_phone, &row.abroad].into_iter().flatten().map(PhoneNumber::call);
            for address in calls.chain(row.text.as_ref().map(PhoneNumber::message)) {
                assert!(html.contains(&format!("href=\"{}\"", address.as_str())), "{}: {html}", row.id);
            }
            assert!(html.contains(&format!("datetime=\"{}\"", row.checked)), "{}: {html}", row.id);
            let doubt = html.contains("class=\"hint\"><strong>");
            assert_eq!(row.status != Status::Verified, doubt, "{} does not say how sure we are: {html}", row.id);
        }
    }
}
