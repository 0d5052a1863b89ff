//! Every address of the site, printed and parsed in one place.
//!
//! No other file writes a path: a page that moves, moves here.

use crate::guide::{GuideId, Topic};
use crate::language::Language;

/// A page of the site, in no particular language.
///
/// ```
/// use domain::language::Language;
/// use domain::route::Route;
/// assert_eq!(Route::Stolen.address(Language::English), "/en/stolen/");
/// assert_eq!(Route::parse("/en/stolen/"), Some((Language::English, Route::Stolen)));
/// assert_eq!(Route::parse("/en/nowhere/"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// The three doors.
    Home,
    /// Write down the numbers of a phone.
    Record,
    /// Bring copies of the record off the phone.
    Copies,
    /// Open a copy again.
    Open,
    /// Find the number of a phone that is gone.
    WithoutPhone,
    /// Check a phone before paying for it.
    SecondHand,
    /// Put a phone on the national register.
    Register,
    /// Choose a phone and accounts to secure.
    Secure,
    /// One guide of the secure walk.
    Guide(GuideId),
    /// Try the ways in from another device, without setting anything off.
    Rehearsal,
    /// Let a found phone come back.
    Return,
    /// Children's, shared, work and visitors' phones.
    Differences,
    /// What to do once a phone is gone.
    Stolen,
    /// The steps for other phones and places, and the sources of every step after a theft.
    MoreSteps,
    /// Whom to ring after a theft: networks, banks, police, support.
    Numbers,
    /// What to do when the phone turns up again.
    Found,
    /// The last page on a borrowed device: everything typed is gone.
    Left,
    /// How much of this happens in an area.
    Area,
    /// For a community officer at an event.
    Stall,
    /// What the site keeps for use without a connection, and a test of it.
    Offline,
    /// Who is behind this, sources, licences, privacy.
    About,
    /// Said when an address is none of the others.
    Missing,
}

impl Route {
    /// Every page that has an address of its own. `Missing` has none: a host shows it for unknown addresses.
    pub fn all() -> impl Iterator<Item = Self> {
        let guides = GuideId::all().filter(|guide| !matches!(guide, GuideId::Topic(_))).map(Self::Guide);
        let record = [Self::Record, Self::Copies, Self::Open, Self::WithoutPhone, Self::SecondHand, Self::Register];
        let secure = [Self::Secure, Self::Rehearsal, Self::Return, Self::Differences];
        let others = [
            Self::Stolen,
            Self::MoreSteps,
            Self::Numbers,
            Self::Found,
            Self::Left,
            Self::Area,
            Self::Stall,
            Self::Offline,
            Self::About,
        ];
        [Self::Home].into_iter().chain(record).chain(secure).chain(others).chain(guides)
    }

    /// The page on which the steps of a guide stand.
    pub const fn of(guide: GuideId) -> Self {
        match guide {
            GuideId::Platform(_) | GuideId::Account(_) => Self::Guide(guide),
            GuideId::Topic(Topic::Stolen) => Self::Stolen,
            GuideId::Topic(Topic::WithoutPhone) => Self::WithoutPhone,
            GuideId::Topic(Topic::SecondHand) => Self::SecondHand,
            GuideId::Topic(Topic::Register) => Self::Register,
            GuideId::Topic(Topic::Rehearsal) => Self::Rehearsal,
            GuideId::Topic(Topic::Return) => Self::Return,
            GuideId::Topic(Topic::Differences) => Self::Differences,
            GuideId::Topic(Topic::Found) => Self::Found,
        }
    }

    /// The path from the site's root, with a slash at both ends.
    pub fn address(self, language: Language) -> String {
        let tag = language.tag();
        match self {
            Self::Home => format!("/{tag}/"),
            Self::Record => format!("/{tag}/record/"),
            Self::Copies => format!("/{tag}/record/copies/"),
            Self::Open => format!("/{tag}/record/open/"),
            Self::WithoutPhone => format!("/{tag}/record/without-phone/"),
            Self::SecondHand => format!("/{tag}/record/second-hand/"),
            Self::Register => format!("/{tag}/record/register/"),
            Self::Secure => format!("/{tag}/secure/"),
            Self::Guide(guide) => format!("/{tag}/secure/{guide}/"),
            Self::Rehearsal => format!("/{tag}/secure/rehearsal/"),
            Self::Return => format!("/{tag}/secure/return/"),
            Self::Differences => format!("/{tag}/secure/differences/"),
            Self::Stolen => format!("/{tag}/stolen/"),
            Self::MoreSteps => format!("/{tag}/stolen/more/"),
            Self::Numbers => format!("/{tag}/stolen/numbers/"),
            Self::Found => format!("/{tag}/stolen/found/"),
            Self::Left => format!("/{tag}/left/"),
            Self::Area => format!("/{tag}/area/"),
            Self::Stall => format!("/{tag}/stall/"),
            Self::Offline => format!("/{tag}/offline/"),
            Self::About => format!("/{tag}/about/"),
            Self::Missing => format!("/{tag}/404/"),
        }
    }

    /// The page at a path; the query and the fragment are not part of a path.
    pub fn parse(path: &str) -> Option<(Language, Self)> {
        let mut parts = path.strip_prefix('/')?.strip_suffix('/')?.split('/');
        let language = parts.next()?.parse().ok()?;
        let page = match (parts.next(), parts.next(), parts.next()) {
            (None, ..) => Self::Home,
            (Some("record"), None, _) => Self::Record,
            (Some("record"), Some("copies"), None) => Self::Copies,
            (Some("record"), Some("open"), None) => Self::Open,
            (Some("record"), Some("without-phone"), None) => Self::WithoutPhone,
            (Some("record"), Some("second-hand"), None) => Self::SecondHand,
            (Some("record"), Some("register"), None) => Self::Register,
            (Some("secure"), None, _) => Self::Secure,
            (Some("secure"), Some("rehearsal"), None) => Self::Rehearsal,
            (Some("secure"), Some("return"), None) => Self::Return,
            (Some("secure"), Some("differences"), None) => Self::Differences,
            (Some("secure"), Some(guide), None) => match guide.parse().ok()? {
                GuideId::Topic(_) => return None,
                guide => Self::Guide(guide),
            },
            (Some("stolen"), None, _) => Self::Stolen,
            (Some("stolen"), Some("more"), None) => Self::MoreSteps,
            (Some("stolen"), Some("numbers"), None) => Self::Numbers,
            (Some("stolen"), Some("found"), None) => Self::Found,
            (Some("left"), None, _) => Self::Left,
            (Some("area"), None, _) => Self::Area,
            (Some("stall"), None, _) => Self::Stall,
            (Some("offline"), None, _) => Self::Offline,
            (Some("about"), None, _) => Self::About,
            _ => return None,
        };
        Some((language, page))
    }

    /// A short name for style hooks and file names: the last part of the address.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Record => "record",
            Self::Copies => "copies",
            Self::Open => "open",
            Self::WithoutPhone => "without-phone",
            Self::SecondHand => "second-hand",
            Self::Register => "register",
            Self::Secure => "secure",
            Self::Guide(_) => "guide",
            Self::Rehearsal => "rehearsal",
            Self::Return => "return",
            Self::Differences => "differences",
            Self::Stolen => "stolen",
            Self::MoreSteps => "more-steps",
            Self::Numbers => "numbers",
            Self::Found => "found",
            Self::Left => "left",
            Self::Area => "area",
            Self::Stall => "stall",
            Self::Offline => "offline",
            Self::About => "about",
            Self::Missing => "missing",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_parses_back() {
        for language in Language::RELEASED.iter().chain(Language::PSEUDO).copied() {
            for route in Route::all() {
                assert_eq!(Route::parse(&route.address(language)), Some((language, route)));
            }
        }
    }

    #[test]
    fn every_guide_stands_on_a_page_of_its_own() {
        let mut pages: Vec<Route> = GuideId::all().map(Route::of).collect();
        assert!(pages.iter().all(|page| Route::all().any(|route| route == *page)), "{pages:?}");
        pages.sort_unstable();
        pages.dedup();
        assert_eq!(pages.len(), GuideId::all().count());
    }

    #[test]
    fn near_misses_are_no_page() {
        for path in [
            "",
            "/",
            "//",
            "/en",
            "en/",
            "/EN/",
            "/en//",
            "/en/secure/stolen/",
            "/en/secure/register/",
            "/en/secure/found/",
            "/en/stolen/numbers/x/",
            "/en/rehearsal/",
            "/en/secure/rehearsal/x/",
            "/en/area/x/",
            "/en/%2e%2e/",
        ] {
            assert_eq!(Route::parse(path), None, "{path}");
        }
    }
}
