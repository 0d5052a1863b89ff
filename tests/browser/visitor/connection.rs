//! The person's connection and what their browser keeps of a site for the time without one.
//!
//! Servers that go away are copies of the site (copy.rs); this is what only the browser can be told or asked.

use super::Visitor;
use crate::chromium;
use crate::trouble::Outcome;

impl Visitor {
    /// From now on this tab does not ask pages to save data: the site may keep itself for offline use.
    pub async fn spends_data(&self) -> Outcome {
        chromium::save_data(&self.driver, false).await
    }

    /// Stands at this longitude and latitude, as far as the device knows: to so many metres. Pages may ask for it.
    pub async fn stands_at(&self, longitude: f64, latitude: f64, metres: f64) -> Outcome {
        chromium::stand_at(&self.driver, &self.builds.page("/"), (longitude, latitude, metres)).await
    }

    /// Forgets everything that the origin of a page has stored, its worker too.
    pub async fn forgets(&self, page: &str) -> Outcome {
        chromium::forget(&self.driver, page).await
    }

    /// What keeps the page that is open from being installed; empty when nothing does.
    pub async fn cannot_install(&self) -> Outcome<String> {
        let hindrances = chromium::hindrances(&self.driver).await?;
        let list = hindrances.as_array().cloned().unwrap_or_default();
        Ok(list.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
    }
}
