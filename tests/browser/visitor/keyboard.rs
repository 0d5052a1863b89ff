//! A person without a mouse: from stop to stop with Tab, and keys for the rest.
//!
//! Keys go to whatever has the focus, as they do on a desk.

use thirtyfour::prelude::*;

use super::Visitor;
use crate::trouble::{Outcome, Trouble};

/// More stops than any page has.
const MOST: usize = 200;

impl Visitor {
    /// Goes to the next stop.
    pub async fn press_tab(&self) -> Outcome {
        Ok(self.driver.action_chain().send_keys(Key::Tab).perform().await?)
    }

    /// Presses these keys, wherever the focus is. A line end is Enter.
    pub async fn types(&self, keys: &str) -> Outcome {
        Ok(self.driver.action_chain().send_keys(keys).perform().await?)
    }

    /// Goes from stop to stop until the focus is on what a selector finds.
    pub async fn tab_to(&self, selector: &str) -> Outcome {
        for _ in 0..MOST {
            self.press_tab().await?;
            if self.ask("return document.activeElement.matches(arguments[0])", vec![selector.into()]).await? == true {
                return Ok(());
            }
        }
        Err(Trouble::new(format!("{selector} is no stop of the page")))
    }
}
