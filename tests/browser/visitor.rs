//! A person at a browser: opens, presses, types, and sees what a page says.
//!
//! Whatever takes time is waited for until it is there, never slept for; a wait that ends in vain says what was expected
//! and what the page said instead.

mod connection;
mod fault;
mod keyboard;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::common::print::PrintParameters;
use thirtyfour::prelude::*;

use crate::chromium::{self, Request, Theme};
use crate::house::Builds;
use crate::page;
use crate::paper;
use crate::trouble::{Outcome, Trouble};

/// Longer than anything takes on a busy machine with two cores.
const PATIENCE: Duration = Duration::from_secs(15);
const PAUSE: Duration = Duration::from_millis(40);

/// A person and their browser.
pub struct Visitor {
    driver: WebDriver,
    builds: &'static Builds,
    downloads: PathBuf,
    /// The tab that is there from the start.
    first: WindowHandle,
}

impl Visitor {
    pub(crate) async fn new(driver: WebDriver, builds: &'static Builds, downloads: PathBuf) -> Outcome<Self> {
        let first = driver.window().await?;
        Ok(Self { driver, builds, downloads, first })
    }

    /// One empty tab, nothing stored, nothing set, nothing said, nothing saved.
    pub(crate) async fn begin_anew(&self) -> Outcome {
        self.close_other_tabs().await?;
        self.driver.goto("about:blank").await?;
        chromium::forbid_nothing(&self.driver).await?;
        for path in ["/", "/en-XA/"] {
            chromium::forget(&self.driver, &self.builds.page(path)).await?;
            chromium::limit(&self.driver, &self.builds.page(path), None).await?;
        }
        self.show_as(Theme::Light).await?;
        chromium::show_at(&self.driver, None).await?;
        // Else each walk would run beside a download of the whole site. What that changes has walks of its own.
        chromium::save_data(&self.driver, true).await?;
        self.console().await?;
        self.requests().await?;
        if self.downloads.exists() {
            std::fs::remove_dir_all(&self.downloads)?;
        }
        // A browser that does not find its folder takes the person's own.
        std::fs::create_dir_all(&self.downloads)?;
        chromium::save_in(&self.driver, &self.downloads).await
    }

    /// Goes to a page, by its path or its whole address, and waits until it is whole: its islands awake, if it has any.
    pub async fn open(&self, page: &str) -> Outcome {
        self.go(page).await?;
        self.is_awake().await
    }

    /// Goes to a page and waits for nothing but the page.
    pub async fn go(&self, page: &str) -> Outcome {
        let address = if page.starts_with('/') { self.builds.page(page) } else { page.to_owned() };
        self.driver.goto(address).await?;
        Ok(())
    }

    /// Loads the page again.
    pub async fn reload(&self) -> Outcome {
        self.driver.refresh().await?;
        self.is_awake().await
    }

    /// Opens a page in another tab and stays there.
    pub async fn open_in_new_tab(&self, page: &str) -> Outcome {
        let tab = self.driver.new_tab().await?;
        self.driver.switch_to_window(tab).await?;
        self.open(page).await
    }

    /// Goes to the tab that a link opened last.
    pub async fn go_to_newest_tab(&self) -> Outcome {
        let windows = self.driver.windows().await?;
        let newest = windows.into_iter().last().ok_or_else(|| Trouble::new("there is no tab"))?;
        Ok(self.driver.switch_to_window(newest).await?)
    }

    /// Closes the browser as a person does, so that it writes down what it wants to remember.
    pub(crate) async fn close(self) -> Outcome {
        Ok(self.driver.quit().await?)
    }

    /// Goes back to the first tab.
    pub async fn return_to_first_tab(&self) -> Outcome {
        Ok(self.driver.switch_to_window(self.first.clone()).await?)
    }

    /// Waits until the islands of the page are awake.
    pub async fn is_awake(&self) -> Outcome {
        let state = self.until("the page's islands to wake", page::BOOT, vec![]).await?;
        match state.as_str() {
            Some("failed") => Err(Trouble::new(format!("the islands did not start\n{}", self.said().await))),
            _ => Ok(()),
        }
    }

    /// Presses what is called so: a button, a link or the head of a folded part. Follows a link to the awake page.
    pub async fn press(&self, name: &str) -> Outcome {
        let found =
            self.find(&format!("something to press called {name:?}"), page::PRESSABLE, vec![name.into()]).await?;
        self.click(&found).await?;
        self.is_awake().await
    }

    /// Gives an answer, as its words are, to the question with this legend.
    pub async fn choose(&self, question: &str, answer: &str) -> Outcome {
        let expected = format!("the answer {answer:?} to {question:?}");
        self.click(&self.find(&expected, page::CHOICE, vec![question.into(), answer.into()]).await?).await
    }

    /// Presses the one thing that a selector finds: for what is marked by name, not by words.
    pub async fn press_on(&self, selector: &str) -> Outcome {
        self.click(&self.find(selector, page::ONE, vec![selector.into()]).await?).await
    }

    /// Types into the field with this id, after what is there.
    pub async fn type_into(&self, id: &str, text: &str) -> Outcome {
        self.field(id).await?.send_keys(text).await?;
        Ok(())
    }

    /// Empties the field with this id, as a person does.
    pub async fn empty(&self, id: &str) -> Outcome {
        let field = self.field(id).await?;
        field.send_keys(Key::Control + "a").await?;
        field.send_keys(Key::Delete + "").await?;
        Ok(())
    }

    /// Leaves the field with this id.
    pub async fn leave(&self, id: &str) -> Outcome {
        self.field(id).await?.send_keys(Key::Tab + "").await?;
        Ok(())
    }

    /// Chooses from the list with this id, by the name of the value.
    pub async fn select(&self, id: &str, value: &str) -> Outcome {
        let expected = format!("{value:?} in the list {id}");
        let find = "return document.querySelector(`#${arguments[0]} option[value=\"${arguments[1]}\"]`)";
        self.find(&expected, find, vec![id.into(), value.into()]).await?.click().await?;
        Ok(())
    }

    /// Sets the field with this id as a picker of the browser would.
    pub async fn pick(&self, id: &str, value: &str) -> Outcome {
        let field = self.field(id).await?.to_json()?;
        self.ask(page::PICK, vec![field, value.into()]).await?;
        Ok(())
    }

    /// What stands in the field with this id.
    pub async fn reads(&self, id: &str) -> Outcome<String> {
        Ok(self.field(id).await?.prop("value").await?.unwrap_or_default())
    }

    /// Waits until the page shows this text, spaces and line breaks counting as one space.
    pub async fn sees(&self, text: &str) -> Outcome {
        self.until(&format!("the page to say {text:?}"), page::SEES, vec![text.into()]).await.map(drop)
    }

    /// Waits until the page does not show this text any more.
    pub async fn sees_no_more(&self, text: &str) -> Outcome {
        self.until(&format!("{text:?} to be gone"), page::SEES_NOT, vec![text.into()]).await.map(drop)
    }

    /// Whether the page shows this text now.
    pub async fn sees_now(&self, text: &str) -> Outcome<bool> {
        Ok(self.ask(page::SEES, vec![text.into()]).await? == true)
    }

    /// All visible text of the first element that a selector finds, each stretch of white space as one space.
    pub async fn text(&self, selector: &str) -> Outcome<String> {
        let text = self.until(&format!("{selector} to be there"), page::TEXT, vec![selector.into()]).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// One attribute of every element that a selector finds, in the order of the page.
    pub async fn each(&self, selector: &str, attribute: &str) -> Outcome<Vec<String>> {
        let found = self.ask(page::EACH, vec![selector.into(), attribute.into()]).await?;
        Ok(serde_json::from_value(found)?)
    }

    /// Unfolds everything that is folded.
    pub async fn unfold(&self) -> Outcome {
        self.ask("for (const part of document.querySelectorAll('details')) part.open = true", vec![]).await.map(drop)
    }

    /// Asks the page something that only a script can tell.
    pub async fn ask(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        Ok(self.driver.execute(script, arguments).await?.json().clone())
    }

    /// Asks the page something that it tells later: the script calls `tell` with the answer, or throws.
    pub async fn ask_later(&self, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let wrapped = format!(
            "const tell = arguments[arguments.length - 1]; (async (...arguments) => {{ {script} }})(...arguments)\
             .catch((why) => tell({{ thrown: String(why) }}))"
        );
        let told = self.driver.execute_async(wrapped, arguments).await?.json().clone();
        match told.get("thrown") {
            Some(why) => Err(Trouble::new(format!("the page threw {why}"))),
            None => Ok(told),
        }
    }

    /// Waits until a script returns something true, and returns that.
    pub async fn until(&self, expected: &str, script: &str, arguments: Vec<Value>) -> Outcome<Value> {
        let start = Instant::now();
        loop {
            // While a page is being left, a script has nowhere to run: that is one more reason to wait.
            if let Ok(found) = self.driver.execute(script, arguments.clone()).await {
                let found = found.json().clone();
                if !matches!(&found, Value::Null | Value::Bool(false)) && found != json!("") {
                    return Ok(found);
                }
            }
            if start.elapsed() > PATIENCE {
                return Err(Trouble::new(format!("expected {expected}\n{}", self.said().await)));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Where the browser is, from the path on.
    pub async fn place(&self) -> Outcome<String> {
        let address = self.driver.current_url().await?;
        Ok(address.as_str().trim_start_matches(&address.origin().ascii_serialization()).to_owned())
    }

    /// What the console said since it was last asked.
    pub async fn console(&self) -> Outcome<Vec<String>> {
        chromium::console(&self.driver).await
    }

    /// Every request since it was last asked.
    pub async fn requests(&self) -> Outcome<Vec<Request>> {
        chromium::requests(&self.driver).await
    }

    /// Shows pages as a device with this theme, or a printer, would.
    pub async fn show_as(&self, theme: Theme) -> Outcome {
        chromium::show_as(&self.driver, theme).await
    }

    /// Shows pages at a width in CSS pixels.
    pub async fn show_at(&self, width: u32) -> Outcome {
        chromium::show_at(&self.driver, Some(width)).await
    }

    /// Lets the site keep no more than this, in bytes, until the next visit.
    pub async fn fill_the_disk(&self, most: u32) -> Outcome {
        chromium::limit(&self.driver, &self.builds.page("/"), Some(most)).await
    }

    /// Prints the page, and returns all text on the paper without its white space.
    pub async fn prints(&self) -> Outcome<String> {
        paper::text(&self.driver.print_page(PrintParameters::default()).await?)
    }

    /// The text in the QR code that the one visible element of this selector shows, read from a picture of it.
    pub async fn reads_code(&self, selector: &str) -> Outcome<String> {
        let drawn = self.find(&format!("a code at {selector}"), page::ONE, vec![selector.into()]).await?;
        self.show(&drawn).await?;
        let picture = self.ask_later(paper::GREY, vec![drawn.screenshot_as_png_base64().await?.into()]).await?;
        paper::code(serde_json::from_value(picture)?)
    }

    /// Waits for a file that was saved, and reads it.
    pub async fn saved(&self, name: &str) -> Outcome<String> {
        let file = self.downloads.join(name);
        let start = Instant::now();
        loop {
            // It is made under another name and renamed when it is whole.
            if let Ok(text) = std::fs::read_to_string(&file) {
                return Ok(text);
            }
            if start.elapsed() > PATIENCE {
                return Err(Trouble::new(format!("expected the file {name} to be saved\n{}", self.said().await)));
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    /// Brings an element to the middle of the window, as a person would who sees a bar over it, and presses it.
    async fn click(&self, found: &WebElement) -> Outcome {
        self.show(found).await?;
        Ok(found.click().await?)
    }

    /// Brings an element to the middle of the window: a picture of it holds only what the window shows.
    async fn show(&self, found: &WebElement) -> Outcome {
        let show = "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.ask(show, vec![found.to_json()?]).await?;
        Ok(())
    }

    async fn field(&self, id: &str) -> Outcome<WebElement> {
        self.find(&format!("the field {id}"), "return document.getElementById(arguments[0])", vec![id.into()]).await
    }

    async fn find(&self, expected: &str, script: &str, arguments: Vec<Value>) -> Outcome<WebElement> {
        let found = self.until(expected, script, arguments).await?;
        if let Some(several) = found.get("several") {
            return Err(Trouble::new(format!("expected one of {expected}, found {several}\n{}", self.said().await)));
        }
        Ok(WebElement::from_json(found, self.driver.handle().clone())?)
    }

    /// Where the browser is and what the page says, for whoever reads why a walk stopped.
    async fn said(&self) -> String {
        let place = self.driver.current_url().await.map(|address| address.to_string()).unwrap_or_default();
        let text = self.ask(page::TEXT, vec!["body".into()]).await.unwrap_or_default();
        let text: String = text.as_str().unwrap_or_default().chars().take(9000).collect();
        format!("at {place} the page said: {text}")
    }
}
