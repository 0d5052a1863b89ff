//! The pages, one file for each route: plain components that become static HTML.
//!
//! Prerendered natively, so they may read content; nothing here enters the wasm.

mod about;
mod app;
mod area;
mod copies;
mod differences;
mod found;
mod guide;
mod home;
#[cfg(test)]
mod independent;
mod left;
mod missing;
mod more_steps;
mod numbers;
mod offline;
mod open;
mod record;
mod register;
mod rehearsal;
mod return_home;
mod second_hand;
mod secure;
mod stall;
mod stolen;
mod topic;
mod without_phone;

use std::collections::BTreeMap;
use std::sync::Arc;

use content::{Complaint, Content};
use domain::gazetteer::Gazetteer;
use domain::guide::{GuideId, Topic};
use domain::language::Language;
use domain::outline::Outlines;
use domain::route::Route;
use domain::session::Session;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos::reactive::owner::Owner;
use publish::assets::Assets;
use publish::bundle::Bundle;
use publish::manifest::Manifest;
use publish::sitemap::Publisher;
use serde::de::DeserializeOwned;

use crate::islands::leave::Leave;
use crate::parts::said::{Said, Spoken};
use crate::parts::shell::{Frame, Shell};
use crate::wire::Wire;

/// Everything pages are made from.
pub struct Site {
    /// What the site says.
    pub content: Content,
    /// Where script and styles are.
    pub assets: Assets,
    /// What only the publisher can know.
    pub publisher: Publisher,
    /// The figures and outlines of London's areas.
    pub areas: Areas,
}

/// The derived tables that pages show without a script.
pub struct Areas {
    /// The figures.
    pub gazetteer: Gazetteer,
    /// The outlines of the boroughs.
    pub outlines: Outlines,
}

/// A page before it has its shell.
struct Page {
    title: String,
    summary: String,
    /// The words of its islands; `None` where nothing on it is alive.
    words: Option<Said>,
    main: Box<dyn FnOnce() -> AnyView + Send>,
}

/// Anything that has words for islands.
trait Speaks {
    fn put(&self, said: &mut Said, island: &str);
}

impl<T: Spoken> Speaks for T {
    fn put(&self, said: &mut Said, island: &str) {
        self.say(said, island);
    }
}

/// The table of words of a page's islands, each under its name.
#[expect(clippy::unnecessary_wraps, reason = "the form in which a page holds it")]
fn island_words(islands: &[(&str, &dyn Speaks)]) -> Option<Said> {
    let mut said = Said::new();
    for (island, words) in islands {
        words.put(&mut said, island);
    }
    Some(said)
}

/// One language's view of the site, as a page sees it.
#[derive(Clone, Copy)]
struct Desk<'a> {
    site: &'a Site,
    language: Language,
}

impl Desk<'_> {
    fn words<T: DeserializeOwned>(self, page: &str) -> Result<T, Complaint> {
        self.site.content.words(self.language).page(page)
    }

    fn address(self, route: Route) -> String {
        route.address(self.language)
    }

    /// The address with its host, where the publisher named one; islands put the host in where it is missing.
    fn full_address(self, route: Route) -> String {
        let origin = self.site.publisher.origin.clone().unwrap_or_default();
        origin + &self.address(route)
    }
}

/// The labels and templates of the report, as the file that the stolen page fetches when the form is opened.
pub fn report(site: &Site, language: Language) -> Result<String, Complaint> {
    stolen::report(Desk { site, language })
}

/// What a device shows of the site when it is installed.
pub fn manifest(site: &Site, language: Language) -> Result<Manifest, Complaint> {
    app::manifest(Desk { site, language })
}

/// One page as a whole document.
pub fn render(site: &Site, route: Route, language: Language) -> Result<String, Complaint> {
    let desk = Desk { site, language };
    let page = match route {
        Route::Home => home::page(desk),
        Route::Record => record::page(desk),
        Route::Copies => copies::page(desk),
        Route::Open => open::page(desk),
        Route::Secure => secure::page(desk),
        Route::Guide(GuideId::Topic(Topic::WithoutPhone)) | Route::WithoutPhone => without_phone::page(desk),
        Route::Guide(GuideId::Topic(Topic::SecondHand)) | Route::SecondHand => second_hand::page(desk),
        Route::Guide(GuideId::Topic(Topic::Register)) | Route::Register => register::page(desk),
        Route::Guide(GuideId::Topic(Topic::Stolen)) | Route::Stolen => stolen::page(desk),
        Route::Guide(GuideId::Topic(Topic::Rehearsal)) | Route::Rehearsal => rehearsal::page(desk),
        Route::Guide(GuideId::Topic(Topic::Return)) | Route::Return => return_home::page(desk),
        Route::Guide(GuideId::Topic(Topic::Differences)) | Route::Differences => differences::page(desk),
        Route::Guide(GuideId::Topic(Topic::Found)) | Route::Found => found::page(desk),
        Route::Guide(guide) => guide::page(desk, guide),
        Route::MoreSteps => more_steps::page(desk),
        Route::Numbers => numbers::page(desk),
        Route::Left => left::page(desk),
        Route::Area => area::page(desk),
        Route::Stall => stall::page(desk),
        Route::Offline => offline::page(desk),
        Route::About => about::page(desk),
        Route::Missing => missing::page(desk),
    }?;
    let words = desk.words("shell")?;
    let travels = |(key, _): &(&String, &String)| route != Route::Stolen || !stolen::stands(key);
    let travelling = page.words.as_ref().map(|words| words.iter().filter(travels).collect::<BTreeMap<_, _>>());
    let data = travelling.and_then(|words| serde_json::to_string(&words).ok());
    let script = match &data {
        Some(_) => site.assets.script(bundle(route)).cloned(),
        // A page where nothing else is alive still registers the worker; the last page of a visit does nothing at all.
        None => (!matches!(route, Route::Left | Route::Missing)).then(|| site.assets.offline.clone()),
    };
    let assets = site.assets.clone();
    let frame = Frame { route, language, title: page.title, summary: page.summary, data, script, assets };
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let html = owner.with(|| {
        Wire::provide(Session::default(), page.words.unwrap_or_default());
        let main = (page.main)();
        // The way out on a borrowed device comes before everything else.
        let language = language.tag().to_owned();
        let first = (route == Route::Stolen).then(|| view! { <Leave language /> }.into_any());
        view! { <Shell words frame first>{main}</Shell> }.to_html()
    });
    owner.cleanup();
    Ok(without_markers(&html))
}

/// The bundle whose islands a page may carry.
fn bundle(route: Route) -> Bundle {
    match route {
        Route::Copies | Route::Open | Route::Register => Bundle::Copies,
        Route::Record | Route::WithoutPhone | Route::SecondHand => Bundle::Record,
        Route::Guide(GuideId::Topic(Topic::Rehearsal | Topic::Return | Topic::Differences))
        | Route::Rehearsal
        | Route::Return
        | Route::Differences => Bundle::Secure,
        Route::Guide(GuideId::Topic(_))
        | Route::Stolen
        | Route::MoreSteps
        | Route::Numbers
        | Route::Found
        | Route::Left => Bundle::Stolen,
        Route::Area => Bundle::Area,
        Route::Stall => Bundle::Stall,
        // The button that erases stands on the page about privacy; it is small enough to travel with the ticks.
        Route::Home | Route::Secure | Route::Guide(_) | Route::Offline | Route::About | Route::Missing => {
            Bundle::Secure
        }
    }
}

/// Leptos marks the places of dynamic text with `<!>`. Only islands are woken, so only they need the marks.
fn without_markers(html: &str) -> String {
    let mut rest = html;
    let mut bare = String::with_capacity(html.len());
    while let Some((outside, inside)) = rest.split_once(ISLAND) {
        bare.push_str(&outside.replace(MARKER, ""));
        let end = inside.find(ISLAND_END).map_or(inside.len(), |end| end + ISLAND_END.len());
        bare.push_str(ISLAND);
        bare.push_str(inside.get(..end).unwrap_or_default());
        rest = inside.get(end..).unwrap_or_default();
    }
    bare.push_str(&rest.replace(MARKER, ""));
    bare
}

const ISLAND: &str = "<leptos-island";
const ISLAND_END: &str = "</leptos-island>";
const MARKER: &str = "<!>";

#[cfg(test)]
mod tests {
    use super::without_markers;

    #[test]
    fn marks_stay_within_islands_and_go_elsewhere() {
        let html = "a<!>b<leptos-island x>c<!>d</leptos-island>e<!><leptos-island>f<!></leptos-island>";
        assert_eq!(
            without_markers(html),
            "ab<leptos-island x>c<!>d</leptos-island>e<leptos-island>f<!></leptos-island>"
        );
        assert_eq!(without_markers("<leptos-island>a<!>"), "<leptos-island>a<!>");
    }
}
