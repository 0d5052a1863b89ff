//! What goes wrong round a person: a browser that never answers or says no, a tab that closes in the middle of something.
//!
//! Faults are put into the browser from outside, so that nothing of them is in the site.

use std::time::Duration;

use thirtyfour::common::print::{PrintPage, PrintParameters};

use super::Visitor;
use crate::trouble::Outcome;
use crate::{chromium, page, paper};

/// Long enough for the driver's answer to be on its way back before the press happens, in milliseconds.
const LEAD: u64 = 150;

impl Visitor {
    /// Opens a page in another tab and stays there. A script runs in that tab before each page's own.
    pub async fn open_in_new_tab_after(&self, script: &str, page: &str) -> Outcome {
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab).await?;
        chromium::run_before_pages(&self.driver, script).await?;
        self.open(page).await
    }

    /// Closes every tab but the first, as a crash would: no page is asked. Goes back to the first.
    pub async fn close_other_tabs(&self) -> Outcome {
        for window in self.driver.windows().await? {
            if window != self.first {
                self.driver.switch_to_window(window).await?;
                self.driver.close_window().await?;
            }
        }
        self.return_to_first_tab().await
    }

    /// Presses what is called so, and closes the tab so long after that press, or before it where the time is negative.
    /// Goes back to the first tab.
    pub async fn press_and_close(&self, name: &str, after: i64) -> Outcome {
        let found = self.find(&format!("{name:?} to press and close"), page::PRESSABLE, vec![name.into()]).await?;
        let tab = chromium::tab(&self.driver).await?;
        let press = "setTimeout(() => arguments[0].click(), arguments[1])";
        self.ask(press, vec![found.to_json()?, LEAD.into()]).await?;
        tokio::time::sleep(Duration::from_millis(LEAD.saturating_add_signed(after))).await;
        chromium::close(&self.driver, tab).await;
        self.return_to_first_tab().await
    }

    /// Has the browser say no when the site asks for a power, by its name in the Permissions API, until the next visit.
    pub async fn forbid(&self, power: &str) -> Outcome {
        chromium::forbid(&self.driver, &self.builds.page("/"), power).await
    }

    /// Is on a slow line with a slow device from here on.
    pub async fn slow_down(&self) -> Outcome {
        chromium::slow_down(&self.driver).await
    }

    /// Comes as if for the first time: no page, no file and nothing stored is remembered.
    pub async fn forget_pages(&self) -> Outcome {
        self.driver.goto("about:blank").await?;
        chromium::forget(&self.driver, &self.builds.page("/")).await?;
        chromium::forget_files(&self.driver).await
    }

    /// Puts a text into the field with this id at once, as a paste does. Answers how long the page's own handlers held it
    /// up, and how long it took until the page was drawn again, in milliseconds.
    pub async fn paste(&self, id: &str, text: &str) -> Outcome<(f64, f64)> {
        let field = self.field(id).await?.to_json()?;
        let took = self.ask_later(page::PASTE, vec![field, text.into()]).await?;
        Ok(serde_json::from_value(took)?)
    }

    /// How many sheets of this size, in millimetres, the page fills, and all text on them without its white space.
    pub async fn prints_on(&self, width: f64, height: f64) -> Outcome<(usize, String)> {
        let page = PrintPage { width: width / 10.0, height: height / 10.0 };
        let document = self.driver.print_page(PrintParameters { page, ..PrintParameters::default() }).await?;
        Ok((paper::sheets(&document)?, paper::text(&document)?))
    }

    /// A picture of the one visible element of this selector, as a PNG file.
    pub async fn photographs(&self, selector: &str) -> Outcome<Vec<u8>> {
        let drawn = self.find(&format!("one {selector} to photograph"), page::ONE, vec![selector.into()]).await?;
        self.show(&drawn).await?;
        Ok(drawn.screenshot_as_png().await?)
    }
}
