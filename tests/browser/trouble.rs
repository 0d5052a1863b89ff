//! Why a walk stopped: what was expected, and what the page said instead.
//!
//! `Debug` prints it as it is, because that is what the test runner shows.

use std::fmt;

use thirtyfour::error::WebDriverError;

/// What a walk returns.
pub type Outcome<T = ()> = Result<T, Trouble>;

/// A sentence or several for whoever reads the log.
pub struct Trouble(String);

impl Trouble {
    /// A trouble in these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self(words.into())
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl fmt::Debug for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl From<WebDriverError> for Trouble {
    fn from(error: WebDriverError) -> Self {
        Self(format!("the browser or its driver refused: {error}"))
    }
}

impl From<std::io::Error> for Trouble {
    fn from(error: std::io::Error) -> Self {
        Self(format!("a file or a program could not be used: {error}"))
    }
}

impl From<serde_json::Error> for Trouble {
    fn from(error: serde_json::Error) -> Self {
        Self(format!("the browser answered in another shape: {error}"))
    }
}
