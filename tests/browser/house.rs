//! What stands while the tests run: the served builds, the driver, and one browser for each setting.
//!
//! Browsers are slow to start, so tests share them, one test at a time; each test finds its browser as if new.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use tokio::runtime::Runtime;
use tokio::sync::Mutex;
use xtask::server::Server;

use crate::chromium::{Driver, Setting};
use crate::environment;
use crate::trouble::{Outcome, Trouble};
use crate::visitor::Visitor;

/// The builds that are served.
#[derive(Debug)]
pub struct Builds {
    /// The folder of the site as it ships.
    pub released: PathBuf,
    released_server: Server,
    pseudo_server: Server,
}

struct House {
    runtime: Runtime,
    builds: Builds,
    driver: Driver,
    browsers: Mutex<BTreeMap<Setting, Visitor>>,
}

impl Builds {
    fn serve() -> Outcome<Self> {
        let released = environment::path("RINGFENCE_DIST")?;
        // The build writes the pseudo-languages beside the site, and nowhere else.
        let pseudo = std::env::var_os("RINGFENCE_PSEUDO").map(PathBuf::from);
        let pseudo = pseudo.unwrap_or_else(|| released.with_file_name("target").join("pseudo"));
        let serve = |folder: &Path| {
            Server::start(folder, 0)
                .map_err(|error| Trouble::new(format!("{}: {error}: build first", folder.display())))
        };
        Ok(Self { released_server: serve(&released)?, pseudo_server: serve(&pseudo)?, released })
    }

    /// The whole address of a page: of a pseudo-language from its own build, of all others from the site.
    pub fn page(&self, path: &str) -> String {
        let is_pseudo = ["/en-XA/", "/ar-XB/"].iter().any(|language| path.starts_with(language));
        let server = if is_pseudo { &self.pseudo_server } else { &self.released_server };
        format!("{}{path}", server.address())
    }

    /// The addresses the site announces, as paths.
    pub fn routes(&self) -> Outcome<Vec<String>> {
        let map = std::fs::read_to_string(self.released.join("sitemap.txt"))?;
        // With a publisher's origin the addresses are whole ones.
        let path = |line: &str| {
            line.split_once("://")
                .map_or_else(|| line.to_owned(), |(_, rest)| rest.chars().skip_while(|sign| *sign != '/').collect())
        };
        let routes: Vec<String> = map.lines().map(path).collect();
        if routes.len() < 20 {
            return Err(Trouble::new(format!("sitemap.txt names {} addresses only", routes.len())));
        }
        Ok(routes)
    }
}

fn house() -> Outcome<&'static House> {
    static HOUSE: OnceLock<House> = OnceLock::new();
    if let Some(house) = HOUSE.get() {
        return Ok(house);
    }
    let house = House {
        runtime: Runtime::new()?,
        builds: Builds::serve()?,
        driver: Driver::start()?,
        browsers: Mutex::default(),
    };
    Ok(HOUSE.get_or_init(|| house))
}

/// One test in the usual browser.
pub fn visit(walk: impl AsyncFnOnce(&Visitor, &'static Builds) -> Outcome) -> Outcome {
    visit_with(Setting::Usual, walk)
}

/// One test in a browser that a person has set.
pub fn visit_with(setting: Setting, walk: impl AsyncFnOnce(&Visitor, &'static Builds) -> Outcome) -> Outcome {
    let house = house()?;
    house.runtime.block_on(async {
        let mut browsers = house.browsers.lock().await;
        let visitor = match browsers.entry(setting) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let driver = house.driver.session(setting).await?;
                place.insert(Visitor::new(driver, &house.builds, house.driver.downloads()).await?)
            }
        };
        visitor.begin_anew().await?;
        walk(visitor, &house.builds).await
    })
}

/// Two visits with one profile. Between them the browser is killed, with no time to write anything.
pub fn visit_and_kill(
    before: impl AsyncFnOnce(&Visitor) -> Outcome,
    after: impl AsyncFnOnce(&Visitor) -> Outcome,
) -> Outcome {
    let house = house()?;
    house.runtime.block_on(async {
        let begin = async || {
            let driver = house.driver.session(Setting::Killed).await?;
            Visitor::new(driver, &house.builds, house.driver.downloads()).await
        };
        let visitor = begin().await?;
        visitor.begin_anew().await?;
        before(&visitor).await?;
        house.driver.kill(Setting::Killed)?;
        let visitor = begin().await?;
        let outcome = after(&visitor).await;
        house.driver.kill(Setting::Killed)?;
        outcome
    })
}

/// One visit with a new profile, then a search of all its files: those that hold the needle, in any of the ways in which a
/// browser writes text. The browser is closed before, so that it writes down what it wants to remember.
pub fn visit_and_search(needle: &str, walk: impl AsyncFnOnce(&Visitor) -> Outcome) -> Outcome<Vec<String>> {
    let house = house()?;
    let profile = house.driver.profile(Setting::Searched);
    if profile.exists() {
        std::fs::remove_dir_all(&profile)?;
    }
    house.runtime.block_on(async {
        let driver = house.driver.session(Setting::Searched).await?;
        let visitor = Visitor::new(driver, &house.builds, house.driver.downloads()).await?;
        visitor.begin_anew().await?;
        walk(&visitor).await?;
        visitor.close().await
    })?;
    let wide: Vec<u8> = needle.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut found = Vec::new();
    search(&profile, &[needle.as_bytes(), &wide], &mut found)?;
    Ok(found)
}

fn search(folder: &Path, needles: &[&[u8]], found: &mut Vec<String>) -> Outcome {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            search(&path, needles, found)?;
        } else if let Ok(bytes) = std::fs::read(&path) {
            let holds = |needle: &&[u8]| bytes.windows(needle.len()).any(|part| part == *needle);
            if needles.iter().any(holds) {
                found.push(path.display().to_string());
            }
        }
    }
    Ok(())
}
