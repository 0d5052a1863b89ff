//! Small signs beside words: they never stand alone and never carry meaning of their own.

use leptos::prelude::*;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Goes back.
    Back,
    /// Rings a number.
    Call,
    /// Puts on the clipboard.
    Copy,
    /// A code that a camera reads.
    Code,
    /// Goes further down the same page.
    Down,
    /// Goes on within the site.
    Go,
    /// Goes into a password manager.
    Key,
    /// Closes with a passphrase.
    Lock,
    /// Opens somebody else's page.
    Open,
    /// Takes or chooses a picture.
    Picture,
    /// Prints.
    Print,
    /// Saves a file.
    Save,
    /// Sends a message.
    Send,
}

impl Sign {
    const fn outline(self) -> &'static str {
        match self {
            Self::Back => "M19 12H5m6-6-6 6 6 6",
            Self::Call => "M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a1 1 0 0 1-1 1A16 16 0 0 1 4 5a1 1 0 0 1 1-1z",
            Self::Copy => "M9 9h11v11H9zM5 15H4V4h11v1",
            Self::Code => "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2",
            Self::Down => "M12 5v14m6-6-6 6-6-6",
            Self::Go => "M5 12h14m-6-6 6 6-6 6",
            Self::Key => "M12 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM12 12h9v4m-4-4v3",
            Self::Lock => "M5 11h14v9H5zM8 11V7.5a4 4 0 0 1 8 0V11M12 15v2",
            Self::Open => "M7 17 17 7M9 7h8v8",
            Self::Picture => "M4 8h4l2-3h4l2 3h4v11H4zM12 16.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4z",
            Self::Print => "M7 8V3h10v5M7 17H4V9h16v8h-3M7 14h10v7H7z",
            Self::Save => "M12 3v12m-5-5 5 5 5-5M4 20h16",
            Self::Send => "M12 15V3M7 8l5-5 5 5M5 12v8h14v-8",
        }
    }

    /// Signs that point along the line of text turn round in right-to-left languages.
    const fn class(self) -> &'static str {
        match self {
            Self::Back | Self::Go => "icon turns",
            _ => "icon",
        }
    }
}

#[cfg(any(feature = "area", feature = "ssr"))]
impl Sign {
    /// The same as a part of a [`Sketch`](super::sketch::Sketch).
    pub fn drawn(self) -> super::sketch::Sketch {
        use super::sketch::Sketch;
        Sketch::svg("svg")
            .with("class", self.class())
            .with("viewBox", "0 0 24 24")
            .with("aria-hidden", "true")
            .hold(Sketch::svg("path").with("d", self.outline()))
    }
}

/// A sign as a drawing that screen readers skip.
#[component]
pub fn Icon(
    /// Which sign.
    sign: Sign,
) -> impl IntoView {
    view! {
        <svg class=sign.class() viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=sign.outline() />
        </svg>
    }
}
