//! One hashed stylesheet for screens and one for paper, made from the files in `style/`.
//!
//! Two requests instead of five, and a name that changes exactly when the look does.

use std::fs;
use std::path::Path;

use crate::{Problem, digest};

/// The parts of the screen stylesheet, in cascade order.
const SCREEN: &[&str] = &["tokens.css", "base.css", "parts.css", "pages.css"];
/// The parts of the paper stylesheet: the tokens are shared.
const PRINT: &[&str] = &["print.css"];

/// The addresses of the two stylesheets.
#[derive(Clone, Debug)]
pub struct Stylesheets {
    /// For screens, and for paper as a base.
    pub screen: String,
    /// For paper, on top of the first.
    pub print: String,
}

/// Writes both stylesheets into the site's folder.
pub fn write(style: &Path, site: &Path) -> Result<Stylesheets, Problem> {
    Ok(Stylesheets { screen: one(style, site, "screen", SCREEN)?, print: one(style, site, "print", PRINT)? })
}

fn one(style: &Path, site: &Path, name: &str, parts: &[&str]) -> Result<String, Problem> {
    let mut all = String::new();
    for part in parts {
        let path = style.join(part);
        let text = fs::read_to_string(&path).map_err(Problem::file(&path))?;
        all.push_str(&squeeze(&text));
    }
    let file = format!("{name}-{}.css", digest::short(all.as_bytes()));
    let path = site.join(&file);
    fs::write(&path, all).map_err(Problem::file(&path))?;
    Ok(format!("/{file}"))
}

/// Leaves out comments, indentation and empty lines, and nothing that could carry meaning.
fn squeeze(css: &str) -> String {
    let mut bare = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        bare.push_str(&rest[..start]);
        rest = rest[start..].find("*/").map_or("", |end| &rest[start + end + 2..]);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |mut text, line| {
        text.push_str(line);
        text.push('\n');
        text
    })
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        assert_eq!(squeeze("/* why */\na {\n  color: red; /* no */\n}\n\n"), "a {\ncolor: red;\n}\n");
    }

    #[test]
    fn an_unclosed_comment_ends_the_sheet_as_in_a_browser() {
        assert_eq!(squeeze("a{}\n/* b{}"), "a{}\n");
    }
}
